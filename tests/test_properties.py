"""What holds of every comparison, whatever the articles say?

The seeds stand for real articles here; nothing below looks at what they say.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from crosscheck.engine import local
from crosscheck.engine.local import LocalEngine
from crosscheck.ingest.read import Reading, read
from crosscheck.model.article import Article
from crosscheck.model.claim import Extract
from crosscheck.model.report import Report
from crosscheck.model.verdict import Verdict
from crosscheck.pipeline import claims_in, compared
from crosscheck.report import Look, format_named
from crosscheck.settings import Settings
from crosscheck.store.cache import Cache
from crosscheck.store.version import Version

ROOT = Path(__file__).parents[1]
SEEDS = [str(path.relative_to(ROOT)) for path in sorted(ROOT.glob("seeds/*.txt"))]


@cache
def seeds() -> Reading:
    """The five articles, as a run reads them."""
    return read(tuple(str(ROOT / path) for path in SEEDS), Settings())


@cache
def extract_of(article: Article) -> Extract:
    return claims_in(article)


def report_on(*articles: Article) -> Report:
    return compared(articles, {article.id: extract_of(article) for article in articles})


def run(*arguments: str, seed: str = "0", cache: Path | None = None) -> bytes:
    """What a fresh process of crosscheck prints."""
    environment = os.environ | {"PYTHONHASHSEED": seed} | ({"CROSSCHECK_CACHE_DIR": str(cache)} if cache else {})
    done = subprocess.run([sys.executable, "-m", "crosscheck", *arguments], cwd=ROOT, env=environment, capture_output=True, check=True)
    return done.stdout


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """In any order of files, under two hash seeds, with one job and two, without a cache, with an empty and with a full one."""
    plain = run("compare", *SEEDS, "--format", "json", "--no-cache", "--jobs", "1", seed="0")
    assert json.loads(plain)["claims"]
    assert run("compare", *reversed(SEEDS), "--format", "json", "--no-cache", "--jobs", "2", seed="1") == plain
    assert run("compare", *SEEDS, "--format", "json", seed="2", cache=tmp_path) == plain
    assert run("compare", *SEEDS[::-1], "--format", "json", seed="3", cache=tmp_path) == plain


def test_a_pool_of_processes_reads_what_one_process_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of an extract depends on the process that made it."""
    monkeypatch.setattr(local, "_WORTH_A_POOL", 0)
    few = seeds().articles[:2]
    with LocalEngine(Cache(None, Version("", "")), jobs=2) as engine:
        assert engine.extracts(few) == tuple(map(extract_of, few))


@pytest.mark.parametrize("number", range(len(SEEDS)))
def test_an_article_never_contradicts_its_own_copy(number: int) -> None:
    """Beside an exact copy an article is in conflict about nothing that it is not in conflict about alone."""
    article = seeds().articles[number]
    alone, beside = report_on(article), report_on(article, replace(article, id=f"{article.id}-copy"))
    assert set(_conflicts(beside)) <= set(_conflicts(alone))


def _conflicts(report: Report) -> Iterator[str]:
    return (facet.reason for alignment in report.alignments for facet in alignment.facets if facet.verdict is Verdict.CONTRADICTION)


def test_an_exact_copy_is_one_origin() -> None:
    """Every fact that an article and its copy both state has one origin."""
    article = seeds().articles[0]
    report = report_on(article, replace(article, id=f"{article.id}-copy"))
    assert {alignment.origins for alignment in report.alignments} == {1}


def test_what_is_read_in_an_article_does_not_depend_on_the_others() -> None:
    """The claims of an article and their ids stay when other articles come or go; what it shares with one of them is named besides."""
    together = report_on(*seeds().articles)
    for article in seeds().articles:
        read = tuple(claim for claim in together.claims if claim.article == article.id and claim.predicate.kind not in ("named", "retold"))
        assert report_on(article).claims == read


def test_every_span_cuts_out_the_words_that_are_quoted() -> None:
    """Wherever text and span stand side by side, in whatever part of the report, the span cuts the text out of its article."""
    report = json.loads(format_named("json").compare(report_on(*seeds().articles), Look()))
    texts = {article.id: article.text for article in seeds().articles}
    quoted = [found for claim in report["claims"] for found in _quoted(claim, claim["article"])]
    quoted += [(m["text"], m["span"], m["article"]) for a in report["alignments"] for f in a["facets"] for v in f["values"] for m in v["mentions"]]
    quoted += [(check["text"], check["span"], check["article"]) for check in report["checks"]]
    assert len(quoted) > 1000
    for words, (start, end), article in quoted:
        assert texts[article][start:end] == words


def _quoted(part: Any, article: str) -> Iterator[tuple[str, list[int], str]]:
    """Every text with its span, however deep."""
    if isinstance(part, list):
        for one in part:
            yield from _quoted(one, article)
    if isinstance(part, dict):
        if isinstance(part.get("text"), str) and part.get("span"):
            yield part["text"], part["span"], article
        yield from _quoted(list(part.values()), article)


def test_a_claim_stands_in_at_most_one_alignment() -> None:
    """What speaks of one event does not speak of another, and every claim that is named is there."""
    report = report_on(*seeds().articles)
    named = [claim for alignment in report.alignments for claim in alignment.claims]
    assert len(named) == len(set(named))
    assert set(named) <= {claim.id for claim in report.claims}


def test_an_alignment_has_the_gravest_verdict_of_its_facets() -> None:
    """Contradiction before superseded, compatible, agreement and a single source."""
    for alignment in report_on(*seeds().articles).alignments:
        assert alignment.verdict is min((facet.verdict for facet in alignment.facets), key=lambda v: v.gravity, default=Verdict.SINGLE_SOURCE)
        assert 1 <= alignment.origins <= len(alignment.articles)
