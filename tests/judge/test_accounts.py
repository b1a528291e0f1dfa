"""Which of the numbers given for one event are told of different things?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from crosscheck.judge.accounts import accounts
from crosscheck.model.claim import Facet
from crosscheck.model.verdict import Statement
from tests.judge.stated import statement


def _deaths(text: str, value: int, article: str, **rest: Any) -> dict[str, Any]:
    terms = rest.pop("terms", [article, text])
    context = f"{text} people were killed"
    return {"text": text, "value": value, "of": "people", "attribute": "deaths", "article": article, "context": context, "terms": terms, **rest}


def _grouped(*sides: dict[str, Any]) -> list[list[str]]:
    stated = [_in_sentence(statement(Facet.QUANTITY, side, number), number) for number, side in enumerate(sides, 1)]
    return [[f"{_text(one)}@{one.article.id}" for one in group] for group in accounts(stated)]


def _in_sentence(one: Statement, number: int) -> Statement:
    return replace(one, claim=replace(one.claim, sentence=number))


def _text(one: Statement) -> str:
    assert one.value is not None
    return one.value.text


def test_an_article_that_gives_both_numbers_tells_of_two_things() -> None:
    """The toll of an earlier quake stays out of the toll of this one, for every article; the better supported group comes first."""
    grouped = _grouped(_deaths("704", 704, "a"), _deaths("ten", 10, "a"), _deaths("10", 10, "b"), _deaths("at least 10", 10, "c", mod=">="))
    assert grouped == [["ten@a", "10@b", "at least 10@c"], ["704@a"]]


def test_two_sources_in_one_article_may_disagree() -> None:
    """What the police say and what the hospital says is of one thing."""
    police, hospital = _deaths("10", 10, "a", source="police"), _deaths("12", 12, "a", source="a doctor")
    assert len(_grouped(police, hospital, _deaths("10", 10, "b"))) == 1


def test_an_update_may_recall_what_it_raises() -> None:
    """ "The toll rose to 24 from five" gives both numbers and is of one thing."""
    old = _deaths("five", 5, "a", published="2023-05-01")
    new = _deaths("24", 24, "b", published="2023-05-02", lemma="rise") | {"context": "the toll rose to 24"}
    assert len(_grouped(old, new, _deaths("five", 5, "b", published="2023-05-02"))) == 1


def test_one_sentence_with_two_numbers_is_of_one_thing() -> None:
    """A copy that changed the number disagrees, even where it has the old one in another place."""
    terms = ["bus", "crash", "Porto", "Monday", "kill"]
    left, right = _deaths("10", 10, "a", terms=[*terms, "10"]), _deaths("12", 12, "b", terms=[*terms, "12"])
    assert _grouped(left, right, _deaths("10", 10, "b", lemma="die"))[0] == ["10@a", "12@b"]


def test_other_facets_stay_as_they_are() -> None:
    """Names and dates are told apart elsewhere."""
    places = [statement(Facet.PLACE, {"text": name, "article": name[0]}, number) for number, name in enumerate(("Porto", "Lisbon", "Faro"), 1)]
    assert accounts(places) == (tuple(places),)
