"""Does an explanation say why claims were put together, and what would really change the verdict?"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from crosscheck.cli.main import app
from crosscheck.model.article import Article
from crosscheck.model.explanation import Change, Kind
from crosscheck.model.report import Alignment, Report
from crosscheck.model.verdict import Verdict
from crosscheck.pipeline import claims_in, compared, explained

NORTH = "Police arrested 12 smugglers in Port Amal on 3 May 2031, the mayor said."
SOUTH = "Police arrested 14 smugglers in Port Amal on 3 May 2031, the mayor said."


def report_of(*texts: str) -> Report:
    articles = [Article(f"x{number}", text, str(number), published="2031-05-04") for number, text in enumerate(texts)]
    return compared(articles, {article.id: claims_in(article) for article in articles})


@pytest.fixture(scope="module")
def dispute() -> Report:
    return report_of(NORTH, SOUTH)


@pytest.fixture(scope="module")
def accord() -> Report:
    return report_of(NORTH, NORTH)


def arrest(report: Report) -> Alignment:
    arrests = {claim.id for claim in report.claims if claim.predicate.lemma == "arrest"}
    return next(alignment for alignment in report.alignments if set(alignment.claims) & arrests)


def flip(report: Report, kind: Kind = Kind.VALUE) -> Change:
    changes = explained(report, arrest(report).id).flips
    return next(change for change in changes if change.kind is kind)


def test_a_contradiction_ends_when_one_article_says_what_the_other_says(dispute: Report) -> None:
    """The smallest change is the other's value, in one article."""
    assert arrest(dispute).verdict is Verdict.CONTRADICTION
    change = flip(dispute)
    assert len(change.articles) == 1
    assert {str(change.old).split()[0], str(change.new).split()[0]} == {"12", "14"}
    assert change.verdict is Verdict.AGREEMENT


def test_what_a_flip_tells_is_what_happens(dispute: Report, accord: Report) -> None:
    """The text changed as told gives the verdict told."""
    told = flip(accord)
    changed = NORTH.replace(str(told.old), str(told.new))
    assert arrest(report_of(NORTH, changed)).verdict is told.verdict is Verdict.CONTRADICTION
    assert arrest(report_of(SOUTH, SOUTH)).verdict is flip(dispute).verdict


def test_a_negation_turns_an_agreement_into_a_contradiction(accord: Report) -> None:
    """One article says it, the other that it was not so."""
    assert flip(accord, Kind.NEGATION).verdict is Verdict.CONTRADICTION


def test_the_votes_of_a_link_make_up_its_likelihood(dispute: Report) -> None:
    """Bias and contributions are log odds, whose logistic function is the likelihood; the weightiest stands first and speaks plainly."""
    from crosscheck.align.similarity import likelihood

    (link, *_) = explained(dispute, arrest(dispute).id).links
    assert likelihood(link.bias + sum(vote.contribution for vote in link.votes)) == pytest.approx(link.likelihood, abs=1e-3)
    assert [abs(vote.contribution) for vote in link.votes] == sorted((abs(vote.contribution) for vote in link.votes), reverse=True)
    assert "“arrested” and “arrested”" in next(vote.words for vote in link.votes if vote.feature == "predicate")


def test_a_claim_leads_to_its_alignment_and_a_lonely_one_to_its_neighbours(dispute: Report) -> None:
    """A claim's id will do; one that stands alone has links to what comes nearest, and no flips."""
    alignment = arrest(dispute)
    assert explained(dispute, alignment.claims[0]).alignment == alignment
    alone = explained(replace(dispute, alignments=()), alignment.claims[0])
    assert (alone.alignment, alone.flips, len(alone.links) > 0) == (None, (), True)


def run(folder: Path, *options: str) -> tuple[int, str, str]:
    folder.joinpath("x0.txt").write_text(NORTH)
    folder.joinpath("x1.txt").write_text(SOUTH)
    done = CliRunner(env={"COLUMNS": "100"}).invoke(app, ["compare", str(folder), "--no-cache", *options])
    return done.exit_code, done.stdout, done.stderr


def test_the_report_names_what_explain_takes(tmp_path: Path) -> None:
    """The letters beside a question explain it, as text and as JSON."""
    handle = next(line for line in run(tmp_path)[1].splitlines() if line.startswith("✘ How")).split()[-1]
    _, text, _ = run(tmp_path, "--explain", handle)
    document = json.loads(run(tmp_path, "--explain", handle, "--format", "json")[1])
    assert document["alignment"]["id"].startswith(handle)
    assert document["flip"]["sentence"] in " ".join(text.split())
    assert document["facets"][0]["rule"] in text
    assert {"feature", "value", "weight", "contribution", "words"} == document["links"][0]["features"][0].keys()


def test_an_id_that_is_none_or_several_ends_with_one_line(tmp_path: Path) -> None:
    """With what there is instead."""
    code, text, line = run(tmp_path, "--explain", "nothing")
    assert (code, text, line.count("\n")) == (2, "", 1)
    assert "no alignment or claim has the id 'nothing'; there are: a" in line
    every = run(tmp_path, "--format", "json")[1]
    claims = [claim["id"] for claim in json.loads(every)["claims"]]
    shared = next((one[:1] for one in claims if one[0] != "a" and sum(other[0] == one[0] for other in claims) > 1), None)
    if shared is not None:
        assert "is not enough" in run(tmp_path, "--explain", shared)[2]
