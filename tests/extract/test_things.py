"""What does a sentence speak of in no role of a claim?"""

from __future__ import annotations

import pytest

from crosscheck.extract.claims import extracted
from crosscheck.extract.things import ORDINAL, TRAIT
from crosscheck.model.article import Article


def things(text: str) -> list[str]:
    return [thing.argument.text for thing in extracted(Article("a", text, "1")).things]


def test_what_fills_no_facet_is_a_thing() -> None:
    """The bottle says with what the guard was hit, which is no facet; whom it hit is one."""
    found = things("The guard was hit with a glass bottle in the corridor.")
    assert "glass bottle" in found
    assert not any("guard" in one for one in found)


def test_numbers_and_times_are_no_things() -> None:
    """They are read as what they are."""
    assert not {"Tuesday", "million", "$3 million"} & set(things("The bank paid $3 million to the town on Tuesday with a cheque."))


def test_a_sentence_without_a_claim_has_none() -> None:
    """What is named in words that state nothing is told of by nobody."""
    extract = extracted(Article("a", "A bottle, perhaps.", "1"))
    assert not extract.things or {thing.sentence for thing in extract.things} <= {claim.sentence for claim in extract.claims}


def test_a_noun_inside_what_fills_a_role_is_a_thing() -> None:
    """What the guard is of is told nowhere else: "the guard of the warehouse was hit"."""
    found = things("The guard of the warehouse was hit with a bottle.")
    assert "warehouse" in found
    assert not any(one.startswith("guard") for one in found)


def test_a_name_inside_another_phrase_is_a_thing() -> None:
    """ "A Lindo man" says that Lindo has to do with it, as "a man from Lindo" does."""
    assert "Lindo" in things("A Lindo man was arrested on Tuesday after the theft.")


def test_of_what_kind_a_thing_is_is_told_apart_from_the_thing() -> None:
    """ "A gas leak" names gas, which another report says was smelt; "suspicious" is a trait, which is told of no other thing by itself."""
    traits = {
        thing.argument.text: thing.argument.slot
        for thing in extracted(Article("a", "A suspicious fire followed the gas leak in the old mill.", "1")).things
    }
    assert traits["suspicious"] == TRAIT
    assert traits["gas"] == ""


def in_a_row(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    told = (thing.argument for thing in extracted(Article("a", text, "1")).things)
    return [(one.text, one.head, one.also) for one in told if one.slot == ORDINAL]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mora won the prize for a second time.", [("second", "2", ("time",))]),
        ("It was her 1,000th career goal and the club's 12th win.", [("1,000th", "1000", ("goal",)), ("12th", "12", ("win",))]),
        ("The first car burnt in the third quarter on 97th Avenue, and he had second-degree burns.", []),
    ],
)
def test_which_in_a_row_something_is_is_a_number(text: str, found: list[tuple[str, str, tuple[str, ...]]]) -> None:
    """Her second win, but not the first, which is said of much, nor what is in a date, a street or a word."""
    assert in_a_row(text) == found
