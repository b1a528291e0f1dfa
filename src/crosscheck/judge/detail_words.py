"""Do two details that are told in words exclude each other: the state of a thing, where it lies, what was denied?

As in judge/detail.py each rule is of one kind of detail, and whoever asks has made sure that neither article states what the other does.
"""

from __future__ import annotations

from operator import and_

from crosscheck.extract.detail_denials import doers, is_denial, is_mutual, of_anybody, patients, sides, told_of
from crosscheck.judge.circumstances import plain
from crosscheck.judge.detail_rule import DetailRule
from crosscheck.model.claim import Facet
from crosscheck.model.detail import Detail, Kind

OUTRIGHT_WORDS, DENIED_WORDS = 1, 2  # words behind the deed that a denial and what it denies have in common: denied outright, and only negated
UNNAMED_WORDS = 1  # more where all that is told of the doer is that it was a man or the police: a story has several men
Sides = tuple[frozenset[str], frozenset[str]]


def _state(one: Detail, other: Detail) -> str | None:
    return f"Of {one.thing_text} one source says “{plain(one.text)}”, another “{plain(other.text)}”."


def _located(one: Detail, other: Detail) -> str | None:
    """None where the gazetteer has the place in both, as two places of one name."""
    if (one.exact and other.exact) or set(one.value.split()) & set(other.value.split()):
        return None
    return f"One source has {plain(one.text)}, another {plain(other.text)}."


def _denied(one: Detail, other: Detail) -> str | None:
    """Of one doer, to or with the same; of a plain "not", and where nobody is named on one side, in sentences that have more in common."""
    denial, said = (one, other) if one.value == "no" else (other, one)
    common = one.words & other.words
    named, told = common & doers(denial), common & told_of(denial)
    if not _is_of_one_deed(denial, said, len(named), len(told), len(common - named - patients(denial))):
        return None
    return f"One source says “{plain(said.text)}”, another “{plain(denial.text)}”."


def _is_of_one_deed(denial: Detail, said: Detail, named: int, told: int, shared: int) -> bool:
    """`named` doers, things `told` of to which it was done, and other words are common to both."""
    if is_mutual(denial):
        return _are_the_same_two(sides(denial), sides(said))
    if named:
        return shared >= (OUTRIGHT_WORDS if denial.exact else DENIED_WORDS) + (of_anybody(denial) and UNNAMED_WORDS)
    least = OUTRIGHT_WORDS if is_denial(denial) else DENIED_WORDS
    return denial.exact and bool(told) and shared >= least and not (doers(denial) and doers(said))


def _are_the_same_two(one: Sides, other: Sides) -> bool:
    """ "The mayor never met Osk", "Osk met the mayor" """
    return all(map(and_, one, other)) or all(map(and_, one, reversed(other)))


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
        "detail.located",
        Kind.LOCATED,
        Facet.PLACE,
        "They place a known town or country in two countries or parts of the world, in one of which it does not lie.",
        ("Timbuktu in Nigeria", "Timbuktu in Mali"),
        "Where does {thing} lie?",
        _located,
        0.7,
    ),
    DetailRule(
        "detail.denied",
        Kind.DENIED,
        Facet.POLARITY,
        "One says that somebody did it, another that he did not, by whatever words.",
        ("Osk threw stones at two guards", "Osk denied having thrown stones at the guards"),
        "Did it happen: {clause}?",
        _denied,
        0.7,
    ),
)
