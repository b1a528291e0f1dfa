"""Does every alignment ask what a reader would ask, in words of its claims?"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.align.questions import question_of
from crosscheck.extract.things import TRAIT
from crosscheck.model.claim import Argument, Claim, Facet, Modality, Predicate, Quantity, Span, Time
from tests.nouns import any_of

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parents[1] / "cases/align/questions.toml").read_text("utf-8"))["case"]
ASKED = [(case, *asked) for case in CASES for asked in case["asks"]]


def span(case: dict[str, Any], words: str) -> Span:
    start = case["text"].index(words)
    return Span(start, start + len(words))


def argument(case: dict[str, Any], facet: Facet) -> Argument:
    text, head, *more = case[facet.value]
    return Argument(facet, text, span(case, text), head, more[1] if len(more) > 1 else None, more[0] if more else "")


def quantity(case: dict[str, Any]) -> Quantity:
    given = case["counted"]
    kind = given.get("kind", "count")
    return Quantity(
        given["text"], span(case, given["text"]), 1.0, 1.0, 1.0, "=", given.get("unit"), given.get("of"), kind, None, given.get("attribute")
    )


def claim(case: dict[str, Any]) -> Claim:
    kind = next(kind for kind in ("verb", "noun", "attribute") if kind in case)
    return Claim(
        id="c1",
        article="a1",
        text=case["text"],
        span=Span(0, len(case["text"])),
        sentence=3,
        predicate=Predicate(case["told"], case[kind], span(case, case["told"]), kind),
        topics=tuple(case.get("topics", ())),
        modality=Modality(case.get("modality", "actual")),
        arguments=tuple(argument(case, facet) for facet in Facet if facet.value in case),
        quantities=(quantity(case),) if "counted" in case else (),
        times=(Time(case["dated"], span(case, case["dated"]), "DATE", "2022"),) if "dated" in case else (),
    )


@pytest.mark.parametrize(("case", "facet", "label", "question"), ASKED, ids=[question for *_, question in ASKED])
def test_a_question_reads_as_english(case: dict[str, Any], facet: str, label: str, question: str) -> None:
    """What is asked for does not stand in the question, and nothing stands there that the claim does not say."""
    assert question_of(Facet(facet), label or None, [claim(case)]) == question


def test_a_place_that_is_in_dispute_does_not_stand_in_the_question() -> None:
    """Nor does a date on which the claims differ."""
    killed = next(case for case in CASES if case.get("verb") == "kill")
    other = {**killed, "text": killed["text"].replace("Lindo", "Varna").replace("Friday", "Sunday"), "place": ["Varna", "Varna", "LOC"]}
    claims = [claim(killed), claim({**other, "dated": "Sunday"})]
    elsewhen = [claims[0], Claim(**{**_fields(claims[1]), "id": "c2", "times": (Time("Sunday", Span(0, 6), "DATE", "2023"),)})]
    assert question_of(Facet.QUANTITY, "deaths", elsewhen) == "How many people were killed?"


def _fields(one: Claim) -> dict[str, Any]:
    return {name: getattr(one, name) for name in Claim.__dataclass_fields__}


@settings(max_examples=60, deadline=None)
@given(st.lists(any_of(Claim), min_size=1, max_size=3), st.sampled_from([None, *Facet]), st.none() | st.text(max_size=12))
def test_any_claims_give_one_question(claims: list[Claim], facet: Facet | None, label: str | None) -> None:
    """Whatever was extracted, a question comes out, ends as one, and does not depend on the order of the claims."""
    question = question_of(facet, label, claims)
    assert question.endswith("?")
    assert question_of(facet, label, claims[::-1]) == question


NAMED = [
    (
        ("humanitarian", "Lindo sent humanitarian aid"),
        ("humanitarian", "Humanitarian aid came"),
        "Is “humanitarian” right: “Lindo sent humanitarian aid”?",
    ),
    (("rare", "it is rare"), ("unusual", "it is unusual"), "Which word is right: “it is rare”?"),
    (("mobile", "mobile"), ("mobile", "mobile"), "Is “mobile” right?"),
]


@pytest.mark.parametrize(("one", "other", "question"), NAMED, ids=[question for *_, question in NAMED])
def test_a_word_that_describes_is_asked_for_by_itself(one: tuple[str, str], other: tuple[str, str], question: str) -> None:
    """Of a word that says how a thing is the question gives the word, or none where the articles use different ones."""
    claims = [_describing(*one), _describing(*other)]
    assert question_of(Facet.TYPE, "", claims) == question


def _describing(word: str, text: str) -> Claim:
    where = Span(0, len(text))
    trait = Argument(Facet.TYPE, word, where, word, None, "", (), TRAIT)
    return Claim("c1", "a1", text, where, 0, Predicate(word, word, where, "named"), arguments=(trait,))
