"""Which values stand in two sentences of one form, tell of a part, or of another time?"""

from __future__ import annotations

from typing import Any

import pytest

from crosscheck.align.similarity import Similarity
from crosscheck.judge.forms import are_of_one_form, are_of_two_parts, are_of_two_times
from crosscheck.model.claim import Facet
from crosscheck.model.verdict import Statement
from tests.judge.stated import statement

OSK: dict[str, Any] = {
    "text": "12",
    "value": 12,
    "of": "boat",
    "lemma": "order",
    "agent": "Osk Lines",
    "name": "ORG",
    "context": "Osk Lines ordered 12 boats.",
}
ADLER = {**OSK, "text": "14", "value": 14, "agent": "Adler Ferries", "context": "Adler Ferries ordered 14 boats."}
SAME_FIRM = {**OSK, "text": "14", "value": 14, "context": "Osk Lines ordered 14 boats."}
TWIN = (("wording", 0.8),)


def _sides(left: dict[str, Any], right: dict[str, Any]) -> tuple[Statement, Statement]:
    return statement(Facet.QUANTITY, left, 1), statement(Facet.QUANTITY, right, 2)


def _shots(words: str, number: str) -> dict[str, Any]:
    return {"text": number, "value": 4, "of": "shot", "context": f"A witness heard {words}."}


def test_two_names_in_one_form_are_two_things() -> None:
    """ "Osk Lines ordered 12 boats", "Adler Ferries ordered 14 boats"."""
    assert are_of_one_form(*_sides(OSK, ADLER), Similarity(0.0, TWIN))
    assert not are_of_one_form(*_sides(OSK, SAME_FIRM), Similarity(0.0, TWIN))


def test_of_versions_of_one_article_and_of_other_sentences_nothing_is_said() -> None:
    """In a copy a name may have been changed besides the number, and sentences that are unlike are no form."""
    assert not are_of_one_form(*_sides(OSK, ADLER), Similarity(0.0, (*TWIN, ("articles", 0.9))))
    assert not are_of_one_form(*_sides(OSK, ADLER), Similarity(0.0, ()))


@pytest.mark.parametrize(
    ("words", "number", "apart"), [("the first six shots", "six", True), ("six shots", "six", False), ("another six", "six", True)]
)
def test_a_part_is_not_the_whole(words: str, number: str, apart: bool) -> None:
    """ "The first six shots" and "four shots" may both be true."""
    for left, right in ((0, 1), (1, 0)):
        sides = _sides(_shots(words, number), _shots("four shots", "four"))
        assert are_of_two_parts(sides[left], sides[right]) is apart


def test_what_was_once_is_not_what_is_now() -> None:
    """ "He was once held for 44 days" tells of another time than "he was held for 90 days"."""
    once = {"text": "44", "value": 44, "of": "day", "context": "He was once held for 44 days."}
    now = {"text": "90", "value": 90, "of": "day", "context": "He was held for 90 days."}
    assert are_of_two_times(*_sides(once, now))
    assert not are_of_two_times(*_sides(now, now))
