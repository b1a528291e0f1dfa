"""Do two details that are told in words exclude each other: the state of a thing, its nation, where it lies, what was denied?

As in judge/detail.py each rule is of one kind of detail, and whoever asks has made sure that neither article states what the other does.
"""

from __future__ import annotations

from itertools import product

from rapidfuzz.fuzz import ratio

from crosscheck.extract.detail_worst import places_of
from crosscheck.judge.circumstances import inside, plain
from crosscheck.judge.detail_rule import DetailRule
from crosscheck.model.claim import Facet
from crosscheck.model.detail import Detail, Kind

LETTERS = 4  # of a name that tells who did something
DOER_WORDS, FLAG_WORDS = 1, 3  # words that two sentences on one deed have in common, where both name its doer and where they do not
SPELLINGS = 70.0  # of 100, from which on two names may be spellings of one village


def _state(one: Detail, other: Detail) -> str | None:
    return f"Of {one.thing_text} one source says “{plain(one.text)}”, another “{plain(other.text)}”."


def _flag(one: Detail, other: Detail) -> str | None:
    """Of one doer, or in sentences with much in common; not of two that have names of their own."""
    if not (one.exact or other.exact):
        return None
    doers = {word for word in one.scope.split() if len(word) >= LETTERS} & set(other.scope.split())
    if len(one.words & other.words) < (DOER_WORDS if doers else FLAG_WORDS):
        return None
    return f"One source speaks of {inside(one.text)}, another of {inside(other.text)}."


def _worst(one: Detail, other: Detail) -> str | None:
    pairs = product(places_of(one), places_of(other))
    if any(ratio(a, b) >= SPELLINGS for a, b in pairs):
        return None
    return f"One source names {plain(one.text)} as {one.thing_text}, another {plain(other.text)}."


def _located(one: Detail, other: Detail) -> str | None:
    """None where the gazetteer has the place in both, as two places of one name."""
    if (one.exact and other.exact) or set(one.value.split()) & set(other.value.split()):
        return None
    return f"One source has {plain(one.text)}, another {plain(other.text)}."


WORDS: tuple[DetailRule, ...] = (
    DetailRule(
        "detail.state",
        Kind.STATE,
        Facet.POLARITY,
        "They have one thing in two states of which it can be in one only, on one day.",
        ("the vote count was going smoothly", "the vote count is slow"),
        "In what state was {name}?",
        _state,
        0.7,
    ),
    DetailRule(
        "detail.flag",
        Kind.FLAG,
        Facet.PATIENT,
        "They give two nations to the one ship, plane or firm to which something was done.",
        ("the patrol seized a Norvian tanker", "the patrol seized a Tarvian ship"),
        "Of which nation was the {name}?",
        _flag,
        0.7,
    ),
    DetailRule(
        "detail.worst",
        Kind.WORST,
        Facet.PLACE,
        "They name other places, none of them alike, as those that were hit worst.",
        ("the hardest-hit towns were Lefkos and Tarn", "the town of Osk was worst hit"),
        "Where was it worst: {name}?",
        _worst,
        0.7,
    ),
    DetailRule(
        "detail.located",
        Kind.LOCATED,
        Facet.PLACE,
        "They place a known town or country in two countries or parts of the world, in one of which it does not lie.",
        ("Timbuktu in Nigeria", "Timbuktu in Mali"),
        "Where does {thing} lie?",
        _located,
        0.7,
    ),
)
