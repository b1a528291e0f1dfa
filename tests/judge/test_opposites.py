"""Which words exclude which?"""

from __future__ import annotations

import pytest

from crosscheck.judge.opposites import opposite

YES = [
    ("rise in", "fall in"),
    ("won", "lost"),
    ("largest", "smallest"),
    ("more than", "fewer than"),
    ("said", "did not say"),
    ("has complete", "has not complete"),
    ("never", ""),
    ("with", "without"),
    ("is seeking", "is not seeking"),
    ("stopped", "started"),
    ("heavier", "lighter"),
]
NO = [
    ("said", "stated"),
    ("won", "wins"),
    ("is not", "was not"),
    ("did not say", "did not state"),
    ("about", "nearly"),
    ("", "also"),
    ("the rise", "a rise"),
]


@pytest.mark.parametrize(("one", "other"), YES)
def test_opposites_are_found_in_any_form(one: str, other: str) -> None:
    """Antonyms and negations turn a sentence round, however they are inflected and whichever comes first."""
    assert opposite(one.split(), other.split())
    assert opposite(other.split(), one.split())


@pytest.mark.parametrize(("one", "other"), NO)
def test_other_words_turn_nothing_round(one: str, other: str) -> None:
    """Synonyms, other forms and other tenses are no opposites."""
    assert not opposite(one.split(), other.split())
