"""Which facts do two articles tell of one and the same, each another: who founded it, when it opens, whether it was approved?

An article that tells two of them, or that has the other's name or day anywhere, may speak of two things, so that only what each tells alone is set
against the other's, where the names around both meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product

from crosscheck.align.subjects import are_about
from crosscheck.extract.lexicon import table_of
from crosscheck.extract.places import country_of, is_place, place_within, town_called
from crosscheck.extract.spelling import sound_alike
from crosscheck.extract.words import folded
from crosscheck.model.article import Article
from crosscheck.model.detail import Detail

YEARS = 25  # by which two years may differ: what is told wrongly is seldom far off
UNKNOWN = "XXXX"  # a year
LETTERS = 3  # of a word that a name is known by
Told = Sequence[Detail]


def facts_apart(ones: Told, others: Told, articles: Mapping[str, Article]) -> Iterator[tuple[Detail, Detail]]:
    """What two articles tell that excludes each other, where each tells one thing alone."""
    for one, other in product(ones, others):
        if not _are_of_one(one, other, articles) or not _are_apart(one, other):
            continue
        is_free = _is_own_town(one) and _is_own_town(other)
        is_known = not is_free and any(_knows(*pair, articles) for pair in ((one, other), (other, one)))
        if _is_alone(one, ones) and _is_alone(other, others) and not is_known:
            yield one, other


def _is_own_town(one: Detail) -> bool:
    """Of what is no known town ("Tarn Park", "Norvia Heights") one may be a part of the other, so that an article that names both is left alone."""
    return _is_own(one) and is_place(one.text) and folded(one.text) not in table_of("detail_facts")[one.thing]["parts"].split()


def _is_own(one: Detail) -> bool:
    """Whether it is of a person by the name, so that the article may well have the other's place for something else."""
    return bool(table_of("detail_facts")[one.thing].get("own"))


def _are_of_one(one: Detail, other: Detail, articles: Mapping[str, Article]) -> bool:
    """Whether the names around both and in how their articles begin meet; of where the one dead of a story died, whether neither knows of more."""
    if table_of("detail_facts")[one.thing].get("sole"):
        return not any(_several_dead().search(articles[each.article].text) for each in (one, other))
    return are_about(one, other, articles[one.article], articles[other.article])


@cache
def _several_dead() -> re.Pattern[str]:
    """ "Three of the hikers died", "killed two"."""
    words = table_of("detail_facts")["words"]
    numbers, dead, killing = (f"(?:{'|'.join(words[key].split())})" for key in ("several", "dead", "killing"))
    several = rf"(?:{numbers}|[2-9]|\d\d+)"
    return re.compile(rf"\b{several}(?: [a-z-]+){{0,3}} {dead}\b|\b{killing}(?: at least)? {several}\b", re.IGNORECASE)


def _are_apart(one: Detail, other: Detail) -> bool:
    if one.scope == "$":
        return _are_other_days(one.value, other.value)
    if one.scope != "@":
        return one.value != other.value
    named = (one.value.split(), other.value.split())
    if any(sound_alike(left, right) or left.startswith(right) or right.startswith(left) for left, right in product(*named)):
        return False
    if not table_of("detail_facts")[one.thing].get("place"):
        return True
    return _level(one) == _level(other) and not place_within(one.text, other.text) and not place_within(other.text, one.text)


def _level(detail: Detail) -> str:
    """What kind of place it is: "in Lodz" and "in Poland" are no two places."""
    if town_called(detail.text):
        return "town"
    if country_of(detail.text):
        return "country"
    return "place" if is_place(detail.text) and not _is_own(detail) else ""  # of homes "Tarn Park" is no other kind of place than "Lindo Point"


def _are_other_days(one: str, other: str) -> bool:
    """Whether they differ in the first of year, month and day in which both are told."""
    for left, right in zip(one.split("-"), other.split("-"), strict=False):
        if left != right and UNKNOWN not in (left, right):
            quarters = left.startswith("Q") != right.startswith("Q")
            return not quarters and not (left.isdigit() and abs(int(left) - int(right)) > YEARS)
    return False


def _is_alone(one: Detail, told: Told) -> bool:
    return all(detail.value == one.value or detail.words.isdisjoint(one.words) for detail in told)


def _knows(one: Detail, other: Detail, articles: Mapping[str, Article]) -> bool:
    """Whether the article of the one has the name or day that the other tells."""
    text = folded(articles[one.article].text)
    if one.scope == "$":
        return re.search(rf"\b{re.escape(folded(other.text))}\b", text) is not None
    titles = table_of("detail_facts")["words"]["titles"].split()
    names = [word for word in folded(other.text).split() if len(word) > LETTERS and word not in titles] if one.scope == "@" else []
    return any(re.search(rf"\b{re.escape(word)}\b", text) for word in names)
