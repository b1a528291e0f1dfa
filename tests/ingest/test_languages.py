"""In which language is a text written, where that is plain to see and is not English?"""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

import pytest

from crosscheck.ingest.languages import foreign
from crosscheck.ingest.read import read
from crosscheck.model.article import Skipped
from crosscheck.settings import Settings

CASES = tomllib.loads(Path(__file__).parents[1].joinpath("cases/ingest/languages.toml").read_text("utf-8"))["case"]
SEEDS = sorted(Path(__file__).parents[2].joinpath("seeds").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=[f"{number} {case['language'] or 'read'}" for number, case in enumerate(CASES, 1)])
def test_only_what_is_surely_of_another_language_is_named(case: dict[str, str]) -> None:
    """Two sentences are enough to tell; names, quotations and what is too short are English as far as anybody can tell."""
    assert (foreign(case["text"]) or "") == case["language"]


@pytest.mark.parametrize("seed", SEEDS, ids=[seed.stem[:3] for seed in SEEDS])
def test_no_sentence_of_an_english_article_is_foreign(seed: Path) -> None:
    """Neither the article nor one of its lines alone, full of names as they are."""
    text = seed.read_text("utf-8")
    assert [line for line in (text, *text.splitlines()) if foreign(line)] == []


def test_an_article_in_another_language_is_skipped_and_said(tmp_path: Path) -> None:
    """The others go on."""
    tmp_path.joinpath("a.txt").write_text(CASES[0]["text"], encoding="utf-8")
    tmp_path.joinpath("b.txt").write_text("Rain fell on the coast.", encoding="utf-8")
    found = read([str(tmp_path)], Settings())
    assert [article.id for article in found.articles] == ["b"]
    assert found.skipped == (Skipped(str(tmp_path / "a.txt"), "language fr (French); only English is read"),)


def test_a_megabyte_is_told_at_once() -> None:
    """Only a sample of a long text is looked at."""
    began = time.perf_counter()
    assert foreign("x" * 5_000_000) is None
    assert foreign(CASES[0]["text"] * 20_000) == "fr"
    assert foreign("д" * 2_000_000) == "ru"
    assert time.perf_counter() - began < 2
