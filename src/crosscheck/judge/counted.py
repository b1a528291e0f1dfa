"""Do two quantities count the same things, or is one a part of the other?

The things counted come as a lemma phrase ("Mi-24P helicopter", "injured people") whose last word is the head.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import lru_cache

from crosscheck.extract.lexicon import table_of
from crosscheck.extract.models import model_in
from crosscheck.extract.places import country_of
from crosscheck.extract.topics import is_person_noun
from crosscheck.judge.lexicon import grouped, words
from crosscheck.model.claim import Quantity


class Relation(Enum):
    """How what the left quantity counts relates to what the right one counts."""

    SAME = "same"
    PART = "part"  # the left is narrower
    WHOLE = "whole"  # the left is wider
    UNKNOWN = "unknown"  # both are people, or one is not said
    OTHER = "other"


def relation(left: Quantity, right: Quantity) -> Relation:
    """Of the things counted; SAME where neither says what it counts. One attribute ("arrested") counts people by whatever noun."""
    if left.of is None or right.of is None:
        return Relation.SAME if left.of == right.of or left.attribute or right.attribute else Relation.UNKNOWN
    found = _relation(left.of.casefold(), right.of.casefold())
    shared = left.attribute is not None and left.attribute == right.attribute
    return Relation.UNKNOWN if found is Relation.OTHER and shared and not _told_apart(left.of, right.of) else found


def _told_apart(left: str, right: str) -> bool:
    """Whether nobody is counted by both: soldiers and civilians, Danes and Swedes."""
    one, other = left.casefold().split(), right.casefold().split()
    return _exclusive(one[-1], other[-1]) or (_nations(one).isdisjoint(_nations(other)) and bool(_nations(one) and _nations(other)))


@lru_cache(maxsize=65536)
def _relation(left: str, right: str) -> Relation:
    left, right = _written_alike(_in_one_word(left), _in_one_word(right))
    models = model_in(left), model_in(right)
    if any(models):
        return _by_models(left, right, *models)
    return _by_words(left, right)


def _in_one_word(phrase: str) -> str:
    """ "Greek crewman" of "Greek crew member", so that its last word says what is counted."""
    *before, first, last = ("", *phrase.split())
    one: str | None = table_of("counted")["compounds"].get(f"{first} {last}")
    return " ".join(filter(None, (*before, one))) if one else phrase


def _written_alike(left: str, right: str) -> tuple[str, str]:
    """ "Infected web site" beside "website" as "infected website"."""
    one, other = left.split(), right.split()
    if "".join(one[-2:]) == other[-1]:
        return " ".join((*one[:-2], other[-1])), right
    return (left, " ".join((*other[:-2], one[-1]))) if "".join(other[-2:]) == one[-1] else (left, right)


def _by_words(left: str, right: str) -> Relation:
    heads = head_relation(left.split()[-1], right.split()[-1])
    limits = _limits(left), _limits(right)
    nations = _nations(left.split()), _nations(right.split())
    if heads in (Relation.SAME, Relation.UNKNOWN) and nations[0] != nations[1]:
        return _by_nations(*nations)
    if heads is Relation.SAME:
        return _by_limits(*limits)
    if heads in (Relation.PART, Relation.WHOLE):
        wider_limits = limits[1] if heads is Relation.PART else limits[0]
        return heads if not wider_limits else Relation.UNKNOWN
    return heads


def counts_people(quantity: Quantity) -> bool:
    return bool(quantity.of) and _is_person(str(quantity.of).casefold().split()[-1])


def head_relation(left: str, right: str) -> Relation:
    """Of two head nouns: by their kinds, or as two words for people who are counted ("pirates" and "suspects")."""
    if left == right or grouped(left, right, "counted", "same"):
        return Relation.SAME
    if _is_kind_of(left, right):
        return Relation.PART
    if _is_kind_of(right, left):
        return Relation.WHOLE
    return Relation.UNKNOWN if _is_person(left) and _is_person(right) and not _exclusive(left, right) else Relation.OTHER


def _by_limits(left: frozenset[str], right: frozenset[str]) -> Relation:
    if left == right:
        return Relation.SAME
    if left > right:
        return Relation.PART
    return Relation.WHOLE if left < right else Relation.OTHER


def _by_nations(left: frozenset[str], right: frozenset[str]) -> Relation:
    """Who is of one nation is a part of those of two, and of those of whom no nation is told."""
    if not right or (left and left < right):
        return Relation.PART
    return Relation.WHOLE if not left or right < left else Relation.OTHER


def _nations(phrase: Sequence[str]) -> frozenset[str]:
    """The codes of the countries of whose people the phrase speaks."""
    return frozenset(filter(None, map(country_of, phrase)))


def _by_models(left: str, right: str, one: str, other: str) -> Relation:
    """One model is counted whatever it is called ("AK-47s", "AK 47 guns"), two are two; a model may be of any kind that has no word of its own.

    "five AK 47 guns" are no part of "six machine guns", and "two Mi-24P helicopters" may be all of "two combat helicopters".
    """
    if one and other:
        return Relation.SAME if one == other else Relation.OTHER
    plain = right if one else left
    if head_relation(left.split()[-1], right.split()[-1]) not in (Relation.SAME, Relation.PART, Relation.WHOLE):
        return Relation.OTHER
    if _limits(plain):
        return Relation.OTHER  # "three other rifles"
    if len(plain.split()) == 1:
        return Relation.PART if one else Relation.WHOLE
    return Relation.UNKNOWN


def _limits(phrase: str) -> frozenset[str]:
    """The words before the head that narrow what is counted; "armed" only describes, "seriously" and "Mi-24P" narrow."""
    kept = (word for word in phrase.split()[:-1] if word in words("counted", "limiting") or any(map(str.isdigit, word)))
    return frozenset(word for word in kept if country_of(word) is None)


def _is_kind_of(narrow: str, wide: str) -> bool:
    if wide in words("counted", "anyone"):
        return _is_person(narrow)
    kinds: dict[str, str] = table_of("counted")["kinds"]
    return narrow in kinds.get(wide, "").split()


def _is_person(noun: str) -> bool:
    return noun in words("counted", "people") or noun in words("counted", "anyone") or is_person_noun(noun)


def _exclusive(left: str, right: str) -> bool:
    """Whether nobody is both: a soldier is no civilian."""
    sides = ((one.split(), other.split()) for one, other in table_of("counted")["exclusive"])
    return any((left in one and right in other) or (left in other and right in one) for one, other in sides)
