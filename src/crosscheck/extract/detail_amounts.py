"""Which figures does a sentence give that a report gives once of whom or what it is about: its share of the vote, its revenue, its price?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import takewhile
from typing import Any

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.keyed_patterns import GAP, KeyedPatterns, Pattern, fit
from crosscheck.extract.lexicon import table_of
from crosscheck.extract.places import country_of
from crosscheck.extract.quantity_units import base_of
from crosscheck.model.claim import Quantity
from crosscheck.model.detail import Detail, Kind
from crosscheck.values import dataclass

STEP = 0.05  # of a value, by which it may have been rounded at most
STEM = 5  # letters of a name: "Torvania" and "Torvanian" are one
MARKS = ';:()–—“”"'
YEAR = 4  # digits
LONGER = 3  # words of a line of which it can be told whether it is a headline
NOBODY = "?"  # in place of names: of somebody new
WAYS = ("UP", "DOWN")
EXACT, LIMITS = ("=", "~", "up", "down"), ("<=", ">=")
SIDES = ("votes_for", "votes_against")  # of a tally, in their order
FROM = ("from", "another")  # "pulled from a 12-metre well"
NIGHTS = ("night", "nights")  # are counted, and say how long it was all the same
DIGITS = 3  # of a number of votes in a tally
TITLE = 0.6  # share of words in capitals from which a line is a headline, where capitals name nobody
HASH, OTHER = "#", "%"


@dataclass(frozen=True, slots=True)
class _Item:
    """A word, or a figure by its place among those of the sentence, and whether a mark stands before it; `at` is its first word."""

    form: str
    at: int
    end: int
    figure: int | None = None
    parted: bool = False


def amounts_in(sentence: Sentence, quantities: Sequence[Quantity], known: frozenset[str], before: frozenset[str]) -> Iterator[Detail]:
    """`words` are the names of whom or what it may be of: those that lead to the figure, else `before`, the names of the sentence before it.

    `known` are the names of the article, folded. `scope` is the time that the figure is of, of votes the body. `exact` is false for an earlier or
    expected one.
    """
    told = [part for one in quantities if one.mod in (*EXACT, *LIMITS) for part in _parts(sentence, one)]
    if not told or is_headline(sentence):
        return
    items = _items(sentence, told)
    ways: dict[str, list[Pattern]] = defaultdict(list)
    for kind, pattern in _patterns().possible(set(sentence.forms)):
        ways[kind].append(pattern)
    for number, quantity in enumerate(told):
        name = next((name for name in _kinds() if _measures(quantity, name) and _is_said(items, name, number, quantity, ways[name])), None)
        if name is not None:
            yield _detail(sentence, quantity, name, items, number, known, before)


def names_of(sentence: Sentence, known: frozenset[str]) -> frozenset[str]:
    """The beginnings of the names of the sentence."""
    return frozenset(one for run in _runs(sentence, len(sentence.words), known) for one in run)


def named_inside(sentences: Sequence[Sentence]) -> frozenset[str]:
    """The words that are written with a capital inside a sentence, folded."""
    told = [one for one in sentences if not is_headline(one)]
    return frozenset(form for one in told for word, form in zip(one.words[1:], one.forms[1:], strict=True) if word[0].isupper())


def is_of_harm(thing: str) -> bool:
    """Whether it is told of those who came to harm, of whom a story may have several: how far they fell, how long they were lost."""
    return bool(table_of("detail_amounts")[thing.partition(" ")[0]].get("harm"))


def is_headline(sentence: Sentence) -> bool:
    """Whether nearly all words have capitals, which name nobody then; what ends with a full stop is none, however many names it has."""
    if sentence.text.rstrip(" \n\"'”’").endswith("."):
        return False
    longer = [word for word in sentence.words if len(word) > 3 and word[0].isalpha()]
    return len(longer) > LONGER and sum(word[0].isupper() for word in longer) > TITLE * len(longer)


def _runs(sentence: Sentence, end: int, known: frozenset[str]) -> Iterator[list[str]]:
    """The names before a word, each the beginnings of its words; the first word of the sentence is one where it is known for one."""
    run: list[str] = []
    for at, (word, form) in enumerate(zip(sentence.words[:end], sentence.forms, strict=False)):
        is_name = word[0].isupper() and len(form) > 1 and form not in _listed("days") and (at > 0 or form in known)
        if run and (not is_name or sentence.gaps[at].strip()):
            yield run
            run = []
        if is_name:
            run.append(form[:STEM])
    if run:
        yield run


def _parts(sentence: Sentence, quantity: Quantity) -> Iterator[Quantity]:
    """The figure; of a tally ("53 to 41") both."""
    if quantity.kind != "score":
        if quantity.mod in LIMITS and quantity.value is not None:
            yield replace(quantity, low=quantity.value, high=quantity.value)
        elif quantity.value is not None and quantity.low is not None and quantity.high is not None:
            yield quantity
        return
    numbers = [at for at in sentence.places(quantity.span) if sentence.counted(at, DIGITS)]
    for at, side in zip(numbers, SIDES, strict=True) if len(numbers) == len(SIDES) else ():
        value = float(sentence.counted(at, DIGITS))
        yield replace(quantity, text=sentence.said(at, at + 1), span=sentence.spans[at], value=value, low=value, high=value, unit=None, kind=side)


@cache
def _kinds() -> tuple[str, ...]:
    return tuple(name for name in table_of("detail_amounts") if name != "words")


def _measures(quantity: Quantity, name: str) -> bool:
    """Whether the figure is of the dimension that is asked for."""
    table = table_of("detail_amounts")[name]
    unit = str(table["unit"])
    if (quantity.high or 0.0) < table.get("least", 0) or (quantity.mod in LIMITS and not table.get("limit")):
        return False
    if unit in ("count", "tally"):
        return quantity.unit is None and quantity.kind in ("count", "part", name)
    if unit.startswith("per "):
        return quantity.kind == "money" or (quantity.unit or "").endswith(unit)
    if unit in ("money", "percent"):
        return quantity.kind == unit
    if table.get("by_unit") and quantity.of in NIGHTS:
        return quantity.unit is None
    return quantity.kind in ("measure", "age") and base_of(quantity.unit)[0] in (unit, *(("age",) if unit == "time" else ()))


def _items(sentence: Sentence, quantities: Sequence[Quantity]) -> tuple[_Item, ...]:
    """The sentence with each figure as one item."""
    starts: dict[int, tuple[int, int]] = {}
    for number, quantity in enumerate(quantities):
        places = sentence.places(quantity.span)
        if places:
            starts[places[0]] = (places[-1] + 1, number)
    found: list[_Item] = []
    at = 0
    while at < len(sentence.forms):
        end, number = starts.get(at, (at + 1, -1))
        if number >= 0 and quantities[number].kind in SIDES and found and found[-1].figure is not None:
            found.append(_Item("to", at, at))  # "58-41"
        found.append(_Item(sentence.forms[at], at, end, number if number >= 0 else None, any(mark in sentence.gaps[at] for mark in MARKS)))
        at = end
    return tuple(found)


def _is_said(items: Sequence[_Item], name: str, number: int, quantity: Quantity, ways: Sequence[Pattern]) -> bool:
    """Whether the words around the figure say in one of the ways that it is of this, or its own unit does."""
    table = table_of("detail_amounts")[name]
    if quantity.kind in SIDES:
        forms = {item.form for item in items}
        return not _listed("voted").isdisjoint(forms) and _listed("lost").isdisjoint(forms)
    if table.get("bare") and ((quantity.unit or "").endswith(table["unit"]) or quantity.kind == "age"):
        return True
    return any(_matches(items, pattern, number) for pattern in ways)


def _matches(items: Sequence[_Item], pattern: Pattern, number: int) -> bool:
    """Whether the pattern fits somewhere with "#" on the figure of this number."""
    meets = partial(_is, number)
    return any(fit(items, start, pattern, meets, _may_be_passed) is not None for start in range(len(items)))


def _may_be_passed(item: _Item) -> bool:
    return item.figure is None and not item.parted and item.form not in _listed("border")


def _is(number: int, item: _Item, asked: frozenset[str]) -> bool:
    if HASH in asked:
        return item.figure == number
    if OTHER in asked:
        return item.figure is not None and item.figure != number
    return item.figure is None and (item.form in asked or any(word.endswith("*") and item.form.startswith(word[:-1]) for word in asked))


def _detail(
    sentence: Sentence, quantity: Quantity, name: str, items: Sequence[_Item], number: int, known: frozenset[str], before: frozenset[str]
) -> Detail:
    place = next(at for at, item in enumerate(items) if item.figure == number)
    item, table = items[place], table_of("detail_amounts")[name]
    names = _of_whom(sentence, item.at, table, known, before)
    unit, low, high = _ends(quantity)
    first, last, is_down = _move(items, place) if table.get("moves") else (item.at, item.end + (quantity.of in NIGHTS), False)
    thing = f"{name} {_of_unit(quantity, unit, table)}"
    value = f"{-high:.8g} {-low:.8g}" if is_down else f"{low:.8g} {high:.8g}"
    found = sentence.detail(
        Kind.AMOUNT,
        (thing, table["question"]),
        value,
        first,
        last,
        names,
        _time(sentence) if name not in SIDES else ", ".join(sorted({_bodies()[form] for form in sentence.forms if form in _bodies()})),
    )
    told = found if table.get("moves") or quantity.of in NIGHTS else replace(found, text=quantity.text, span=quantity.span)
    return replace(
        told, number=quantity.value, exact=not _is_aside(items, place, (*table.get("allow", "").split(), *(FROM if table.get("harm") else ())))
    )


def _of_whom(sentence: Sentence, end: int, table: Mapping[str, Any], known: frozenset[str], before: frozenset[str]) -> frozenset[str]:
    """The names that lead to a figure; none for what may be of whoever came to harm in the story: "the man fell 20 metres"."""
    runs = list(_runs(sentence, end, known))
    if table.get("harm"):
        return frozenset(one for run in runs for one in run if not _is_of_a_place(one, sentence))
    names = frozenset(one for run in (runs[:1] if table.get("sided") else runs) for one in run)
    if sentence.forms[0] in _listed("pronouns"):
        names = before if table.get("sided") else names | before
    names = names or names_of(sentence, known)
    if not names:  # "a bank bought the mill" is of nobody that is known
        return frozenset((NOBODY,)) if sentence.forms[0] in _listed("somebody") else before
    return names


def _is_of_a_place(stem: str, sentence: Sentence) -> bool:
    """Whether the name is of a country, a people or a landmark: "a Norvian climber fell", "on Mount Tarvo"."""
    found = [at for at, form in enumerate(sentence.forms) if form.startswith(stem)]
    return any(
        country_of(sentence.words[at]) or (at and sentence.forms[at - 1] in _listed("places")) or stem[:STEM] in _listed("places") for at in found
    )


def _of_unit(quantity: Quantity, dimension: str, table: Mapping[str, Any]) -> str:
    """What figures must have in common: a currency or another dimension, or the very unit, as "two days" and "three nights" may be one stay."""
    if table.get("by_unit"):
        return quantity.unit or quantity.of or ""
    return dimension if table["unit"] == "money" or table["unit"].startswith("per ") else str(table["unit"])


def _move(items: Sequence[_Item], place: int) -> tuple[int, int, bool]:
    """From where to where the nearest word for a way up or down stands with the figure, and whether it is down."""
    ways = _listed("up") | _listed("down")
    near = [at for at in range(max(0, place - GAP), min(len(items), place + 3)) if items[at].form in ways]
    if not near:
        return items[place].at, items[place].end, False
    way = min(near, key=lambda at: (abs(at - place), at))
    return items[min(way, place)].at, items[max(way, place)].end, items[way].form in _listed("down")


def _is_aside(items: Sequence[_Item], place: int, allowed: Sequence[str]) -> bool:
    """Whether the clause says that it is an earlier, expected or further figure; `allowed` words say nothing of that."""
    first = place
    while first and not items[first].parted and items[first - 1].form not in _listed("border") and items[first - 1].figure is None:
        first -= 1
    last = place + 1
    while last < len(items) and not items[last].parted and items[last].form not in _listed("border") and items[last].figure is None:
        last += 1
    ahead, behind = ([one.form for one in items[start:end]] for start, end in ((first, place), (place + 1, last)))
    behind = list(takewhile(lambda form: form not in _listed("set_against"), behind))
    return not (_listed("aside") - set(allowed)).isdisjoint(ahead) or not _listed("behind").isdisjoint(behind)


def _time(sentence: Sentence) -> str:
    """The words for what the figures of a sentence are of: months without a day, years, "third quarter"."""
    forms = (*sentence.forms, "", "")
    found = set()
    for at, form in enumerate(sentence.forms):
        beside = (forms[at - 1] if at else "", forms[at + 1])
        is_month = form in _listed("months") and sentence.words[at][0].isupper() and not any(one.isdigit() and len(one) < YEAR for one in beside)
        is_year = form.isdigit() and len(form) == YEAR and form[:2] in ("19", "20") and beside[0] not in _listed("counted")
        if is_month or is_year or form in _listed("rates"):
            found.add(form)
        elif form in _listed("spans") and beside[0] in _listed("which"):
            found.add(f"{beside[0]} {form}")
    return ", ".join(sorted(found))


def _ends(quantity: Quantity) -> tuple[str, float, float]:
    """The dimension, and the least and the most that is meant, in its base unit."""
    step = min((quantity.precision or 0.0) / 2, (quantity.value or 0.0) * STEP)
    low, high = (quantity.low or 0.0) - step, (quantity.high or 0.0) + step
    dimension, factor, offset = base_of((quantity.unit or "").partition(" per ")[0] or None)
    return dimension, (low + offset) * factor, (high + offset) * factor


@cache
def _patterns() -> KeyedPatterns[str]:
    table = table_of("detail_amounts")
    return KeyedPatterns([(name, tuple(_step(step) for step in pattern.split())) for name in _kinds() for pattern in table[name]["patterns"]])


def _step(step: str) -> frozenset[str]:
    words = frozenset(step.split("|"))
    return words.union(*(_listed(word.lower() if word in WAYS else word) for word in words if word.isupper()))


@cache
def _bodies() -> dict[str, str]:
    """The body of each word for one or its members."""
    return {word: group.split()[0] for group in table_of("detail_amounts")["words"]["bodies"] for word in group.split()}


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(table_of("detail_amounts")["words"].get(key, "").split())
