"""Does an article give the claims that a reader finds in it?"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.extract.claims import extracted
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Extract, Facet, Span

FOLDER = Path(__file__).parents[1] / "cases" / "extract"
CASES: list[dict[str, Any]] = [
    case for file in ("claims.toml", "claims_mood.toml") for case in tomllib.loads(FOLDER.joinpath(file).read_text("utf-8"))["case"]
]
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def read(text: str) -> Extract:
    return extracted(Article("a", text, "0" * 64, published="2024-06-15"))


def fits(claim: Claim, wanted: str, claims: tuple[Claim, ...]) -> bool:
    """Whether a claim is what a line of a case file describes."""
    head, *parts = (part.strip() for part in wanted.split("|"))
    lemma, *how = head.split() or [""]
    if "out" in how:
        lemma, how = f"{lemma} out", []
    expected = (claim.predicate.lemma, claim.polarity.value == "negated", claim.modality.value)
    modality = next((word for word in how if word != "not"), None)
    if (lemma and expected[0] != lemma) or ("not" in how) != expected[1] or (modality and expected[2] != modality):
        return False
    return all(_has(claim, part.partition("=")[0], part.partition("=")[2], claims) for part in parts)


def _has(claim: Claim, key: str, words: str, claims: tuple[Claim, ...]) -> bool:
    found: dict[str, set[str | None]] = {
        "quantity": {quantity.text for quantity in claim.quantities},
        "attribute": {quantity.attribute for quantity in claim.quantities},
        "time": {time.value for time in claim.times},
        "bound": {time.of for time in claim.times},
        "topic": set(claim.topics),
        "said by": {attribution.speaker or "" for attribution in claim.attribution},
        "about": {other.predicate.lemma for other in claims if other.id == claim.about},
    }
    if key in found:
        return any(one and (words == one or (key == "said by" and words in one)) for one in found[key])
    return any(argument.text == words for argument in claim.of(Facet(key)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_claims_of_the_case_are_found(case: dict[str, Any]) -> None:
    """Every claim that the case names is among those found, and none that it rules out."""
    claims = read(case["text"]).claims
    for wanted in case["claims"]:
        assert any(fits(claim, wanted, claims) for claim in claims), (wanted, claims)
    for unwanted in case.get("never", ()):
        assert not any(fits(claim, unwanted, claims) for claim in claims), unwanted


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_spans_cut_out_their_quotes(path: Path) -> None:
    """Every span of an article is exactly the words that stand beside it."""
    text = path.read_text("utf-8")
    extract = read(text)
    for claim in extract.claims:
        quoted = [(claim.text, claim.span), (claim.predicate.text, claim.predicate.span)]
        quoted += [(argument.text, argument.span) for argument in claim.arguments]
        quoted += [(quantity.text, quantity.span) for quantity in claim.quantities]
        quoted += [(time.text, time.span) for time in claim.times]
        quoted += [(part.text, part.span) for a in claim.attribution for part in (a.source, a.cue) if part is not None]
        assert all(text[span.start : span.end] == words for words, span in quoted), quoted


def test_ids_come_from_content_and_are_told_apart() -> None:
    """Two claims of an article never share an id, and reading it again gives the same ones."""
    text = SEEDS[0].read_text("utf-8")
    ids = [claim.id for claim in read(text).claims]
    assert len(set(ids)) == len(ids)
    assert ids == [claim.id for claim in read(text).claims]


def test_page_furniture_makes_no_claim() -> None:
    """A link to another article is not something that this one says."""
    claims = read("The dam burst on Monday.\nRead more: Mayor resigns after flood\n").claims
    assert {claim.predicate.lemma for claim in claims} == {"burst"}


def test_a_chain_of_voices_is_kept_the_nearest_first() -> None:
    """Of "A said that B had denied it" both say it, while the article's list of attributions has A's alone."""
    found = read("The Herald reported that Mr. Lund had denied that he took 5,000 euros.")
    (taken,) = [claim for claim in found.claims if claim.predicate.lemma == "take"]
    assert [(one.source.text, one.stance.value) for one in taken.attribution if one.source] == [("Mr. Lund", "denies"), ("The Herald", "asserts")]
    assert [one.source.text for one in found.attributions if one.source] == ["The Herald"]


@pytest.mark.parametrize("told", ["Email us at news@valley.example or follow us on Orbit.", "Anyone with information should call police on 101."])
def test_an_instruction_to_the_reader_is_no_claim(told: str) -> None:
    """What the reader is told to do has not happened."""
    assert read(told).claims == ()


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from("abc AB.,\"“” \n0123%$()-'é\u200f\U0001f600"), max_size=120))
def test_any_text_is_read(text: str) -> None:
    """Whatever the characters, reading ends and every span lies in the text."""
    for claim in read(text).claims:
        assert Span(0, len(text)).holds(claim.span)
