"""Does `check` answer as a reader would, and does it show why?"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from crosscheck.ingest.read import read
from crosscheck.judge.bearing import attitude, content
from crosscheck.judge.bearing.passages import Text
from crosscheck.model.answer import Answer, Attitude, Bearing
from crosscheck.model.article import Article
from crosscheck.pipeline import checked, claims_in
from crosscheck.settings import Settings
from tests.judge.stated import cases

CASES = cases("bearing")
SEEDS = Path(__file__).parents[2] / "seeds"
LADDERS = (*content.RULES, *attitude.RULES)


def answered(claim: str, *evidence: str) -> Answer:
    """What `check` says of a claim."""
    texts = [_read("claim", claim), *(_read(f"evidence-{number}", words) for number, words in enumerate(evidence))]
    return checked(texts[0].article, texts[0].extract, [text.article for text in texts[1:]], [text.extract for text in texts[1:]], "id")


def _read(name: str, words: str) -> Text:
    article = Article(name, words, hashlib.sha256(words.encode()).hexdigest())
    return Text(article, claims_in(article))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['claim']} | {case['evidence']}")
def test_a_claim_is_checked(case: dict[str, Any]) -> None:
    """Verdict and stance are those of the case, by its rules, and the reason is its reason."""
    answer = answered(case["claim"], case["evidence"])
    reasons = {shown.rule: shown.reason for shown in answer.evidence}
    assert answer.verdict == case.get("verdict", answer.verdict)
    assert answer.stance == case.get("stance", answer.stance)
    if answer.stance is Attitude.UNRELATED:
        assert not answer.evidence
        return
    assert {case[key] for key in ("rule", "stance_rule") if key in case} <= set(reasons)
    assert reasons.get(case.get("rule", "")) == case.get("reason", reasons.get(case.get("rule", "")))


def test_every_rule_of_check_has_a_case() -> None:
    """Each rule of the two ladders decides some case."""
    named = {case[key] for case in CASES for key in ("rule", "stance_rule") if key in case}
    assert {rule.id for rule in LADDERS} == named


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['claim']} | {case['evidence']}")
def test_evidence_quotes_the_text(case: dict[str, Any]) -> None:
    """Each passage shown is cut out of the evidence by its span, and its reason is a sentence."""
    for shown in answered(case["claim"], case["evidence"]).evidence:
        assert shown.text == case["evidence"][shown.span.start : shown.span.end]
        assert shown.reason.endswith(".")


def test_no_evidence_says_nothing() -> None:
    """Without evidence the answer is "not enough info", unrelated, and shows nothing."""
    answer = answered("The minister resigned.")
    assert (answer.verdict, answer.stance, answer.evidence) == (Bearing.NOT_ENOUGH_INFO, Attitude.UNRELATED, ())


def test_the_best_article_decides_in_any_order() -> None:
    """Of several texts the one that says the claim decides, wherever it stands."""
    said, other = "The minister resigned on Monday.", "The ferry sank off Samar."
    first, second = answered("The minister resigned.", said, other), answered("The minister resigned.", other, said)
    assert first.verdict is second.verdict is Bearing.SUPPORTS
    assert {shown.text for shown in first.evidence} == {shown.text for shown in second.evidence}


def test_a_long_text_is_checked_by_its_passages() -> None:
    """A claim's words scattered over a long text do not make it related."""
    filler = " ".join(f"The harbour of town number {number} was quiet." for number in range(30))
    assert answered("A volcano buried the harbour chapel in Iceland.", filler).stance is Attitude.UNRELATED


@cache
def _seeds() -> tuple[Text, ...]:
    return tuple(Text(article, claims_in(article)) for article in read((str(SEEDS),), Settings()).articles)


@pytest.mark.parametrize("case", cases("bearing_seeds"), ids=lambda case: case["claim"])
def test_a_claim_about_the_seeds_is_checked(case: dict[str, Any]) -> None:
    """Asked about the five articles, `check` answers as who has read them, or leaves it open; it never takes one for the other."""
    claim = _read("claim", case["claim"])
    answer = checked(claim.article, claim.extract, [text.article for text in _seeds()], [text.extract for text in _seeds()], "id")
    assert answer.verdict == case["verdict"]
