"""Which facts does a sentence tell that a report tells once of whom or what it is about: who founded it, when it opens, whether it was approved?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import pairwise
from typing import Any

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.keyed_patterns import ANY, KeyedPatterns, Pattern, fit
from crosscheck.extract.lexicon import table_of
from crosscheck.model.claim import Time
from crosscheck.model.detail import Detail, Kind
from crosscheck.values import dataclass

LESSER = 2  # words before what is told among which "deputy" stands
CLAUSE = 8  # words before what is told among which "may" or "had" stands
MARKS = ';:()–—“”"'
DATED = re.compile(r"(\d{4}|XXXX)(-(\d\d|Q\d)(-\d\d)?)?$")
NAME, TIME, WORD, NUMBER, OWNER = "@", "$", "", "#", "&"
STEM = 5  # letters of a name: "Torvania" and "Torvanian" are one
Way = tuple[str, str]  # a family, and which way of it; "" where a name or date in the pattern is what is told


@dataclass(frozen=True, slots=True)
class Item:
    """A word, or a name or date as a whole (`sort`); `at` and `end` are its words, `parted` says that a mark stands before it."""

    form: str
    at: int
    end: int
    sort: str = WORD
    parted: bool = False
    value: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    """The items that the steps of a pattern stand for, but for ".."."""

    pattern: Pattern
    places: tuple[int, ...]

    def of(self, sort: str) -> tuple[int, ...]:
        """Those of the steps of this sort."""
        steps = (step for step in self.pattern if ANY not in step)
        return tuple(at for at, step in zip(self.places, steps, strict=True) if sort in step)


def facts_in(sentence: Sentence, times: Sequence[Time], known: frozenset[str], before: frozenset[str]) -> Iterator[Detail]:
    """`words` are the names that the sentence and the one before it have besides; `known` are the names of the article, folded."""
    told = _patterns().possible({part for form in sentence.forms for part in form.split()})
    if not told:
        return
    items = _items(sentence, times, known)
    around = before | frozenset(_stem(form) for item in items if item.sort == NAME for form in item.form.split())
    for (family, value), pattern in told:
        if _may_tell(sentence, family):
            yield from _told(sentence, items, (family, value), pattern, around)


def _may_tell(sentence: Sentence, family: str) -> bool:
    """Whether no word of it bars the family, and, of what is told in one of several ways, it recalls no other time: "last year it was rejected"."""
    table = table_of("detail_facts")[family]
    if "beside" in table and frozenset(table["beside"].split()).isdisjoint(sentence.forms):
        return False
    recalls = "ways" in table and any(form == "last" and behind in _listed("long") for form, behind in pairwise(sentence.forms))
    return not recalls and frozenset(table.get("never", "").split()).isdisjoint(sentence.forms)


def families() -> tuple[str, ...]:
    """What may be told."""
    return tuple(name for name in table_of("detail_facts") if name != "words")


def _told(sentence: Sentence, items: Sequence[Item], way: Way, pattern: Pattern, around: frozenset[str]) -> Iterator[Detail]:
    passed = partial(_may_be_passed, NAME in pattern[0])  # of what begins with a name it is the nearest one
    for start in range(len(items)):
        found = fit(items, start, pattern, _is, passed)
        if found is None or _is_in_doubt(items, start):
            continue
        detail = _detail(sentence, items, way, start, _Found(pattern, found), around)
        if detail is not None:
            yield detail
            return


def _detail(sentence: Sentence, items: Sequence[Item], way: Way, start: int, fit: _Found, around: frozenset[str]) -> Detail | None:
    (family, value), found = way, fit.places
    table = table_of("detail_facts")[family]
    sort = table.get("sort", WORD)
    owner = next((items[at] for at in fit.of(OWNER)), None)
    told = [items[at] for at in (reversed(found) if "last" in table else found) if items[at] != owner]
    asked = next((one for one in told if one.sort == sort and one.sort), None)
    about = owner or (next((items[at] for at in found if items[at].sort == NAME), None) if asked is None else None)
    first, last = (asked.at, asked.end) if asked is not None else (items[start].at, items[found[-1]].end)
    if asked is not None:
        value = asked.value or " ".join(_stem(form) for form in asked.form.split() if form not in _plain(family))
    if not value or (asked is not None and "last" in table and asked.form.split()[-1] not in table["last"].split()):
        return None
    own = frozenset(_stem(form) for form in asked.form.split()) if asked is not None and asked.sort == NAME else frozenset()
    words = frozenset((_stem(about.form.split()[-1]),)) if about is not None else _owner(items, start, table) or around - own
    kind = Kind.DATE if sort == TIME else Kind.FACT
    return replace(sentence.detail(kind, (family, table["question"]), value, first, last, words), scope=sort)


def _owner(items: Sequence[Item], start: int, table: Mapping[str, Any]) -> frozenset[str]:
    """The name right before what is told, where it is told of that: "the Norvia Bank chairman"."""
    before = items[start - 1] if start and table.get("of") else None
    return frozenset(_stem(form) for form in before.form.split()) if before is not None and before.sort == NAME else frozenset()


def _may_be_passed(is_named: bool, item: Item) -> bool:
    return not item.parted and not (is_named and item.sort == NAME) and item.form not in _listed("border")


def _is(item: Item, asked: frozenset[str]) -> bool:
    if (item.sort and item.sort in asked) or (item.sort == NAME and OWNER in asked):
        return True
    if NUMBER in asked and (item.form.isdigit() or item.form in _listed("numbers")):
        return True
    form = item.form.split()[-1] if item.sort == NAME else item.form
    return item.sort != TIME and (form in asked or any(word.endswith("*") and form.startswith(word[:-1]) for word in asked))


def _is_in_doubt(items: Sequence[Item], start: int) -> bool:
    """Whether the clause before it leaves open that it is so, or tells of an earlier time, or of a lesser one: "deputy chairman"."""
    if not _listed("lesser").isdisjoint(item.form for item in items[max(0, start - LESSER) : start]):
        return True
    for item in reversed(items[max(0, start - CLAUSE) : start]):
        if item.form in _listed("doubting"):
            return True
        if item.parted or item.form in _listed("border"):
            return False
    return False


def _items(sentence: Sentence, times: Sequence[Time], known: frozenset[str]) -> tuple[Item, ...]:
    """The sentence with each date and each name as one item."""
    dates = {}
    for time in times:
        places = sentence.places(time.span)
        if places and time.type == "DATE" and time.mod is None and DATED.match(time.value):
            dates[places[0]] = (places[-1] + 1, time.value)
    found: list[Item] = []
    at = 0
    while at < len(sentence.forms):
        end, value = dates.get(at, (at + 1, ""))
        sort = TIME if value else WORD
        if not value and _is_name(sentence, at, known):
            sort = NAME
            while end < len(sentence.forms) and end not in dates and _is_name(sentence, end, known) and not sentence.gaps[end].strip(" .&-"):
                end += 1
        found.append(Item(" ".join(sentence.forms[at:end]), at, end, sort, any(mark in sentence.gaps[at] for mark in MARKS), value))
        at = end
    return tuple(found)


def _is_name(sentence: Sentence, at: int, known: frozenset[str]) -> bool:
    word, form = sentence.words[at], sentence.forms[at]
    return word[0].isupper() and len(form) > 1 and form not in _listed("days") and (at > 0 or form in known)


def _stem(form: str) -> str:
    return form[:STEM]


@cache
def _patterns() -> KeyedPatterns[Way]:
    tables = [(family, table_of("detail_facts")[family]) for family in families()]
    ways = [((family, value), told) for family, table in tables for value, told in table.get("ways", {"": table.get("patterns", [])}).items()]
    return KeyedPatterns([(way, tuple(frozenset(step.split("|")) for step in _written_out(one).split())) for way, told in ways for one in told])


def _written_out(pattern: str) -> str:
    for name, words in table_of("detail_facts")["words"].items():
        pattern = pattern.replace(name.upper(), "|".join(words.split())) if name.isupper() else pattern
    return pattern


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(table_of("detail_facts")["words"][key].split())


@cache
def _plain(family: str) -> frozenset[str]:
    """Words of a name by which it is not told from another: titles, and "hospital" of a hospital."""
    table = table_of("detail_facts")[family]
    return _listed("titles") | frozenset(table.get("common", "").split()) | (frozenset(table["last"].split()) if "common" in table else frozenset())
