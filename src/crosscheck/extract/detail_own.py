"""Which numbers does a sentence give that are somebody's own, or that a game, a life or a film has one of?

"Osk scored 31 points", "27 points from Osk", "his 33rd home run of the season", "a four-year deal", "stopped in the ninth round", "his first film
came out in 1957". Which they are and by which words they are known says data/lexicon/detail_own.toml.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from crosscheck.extract.detail_sentences import People, Sentence, called
from crosscheck.extract.detail_values import NAMED
from crosscheck.extract.detail_years import years_of
from crosscheck.extract.lexicon import table_of
from crosscheck.extract.names import bare_name
from crosscheck.extract.quantity_numeral import numbers_in
from crosscheck.extract.quantity_units import base_of
from crosscheck.model.claim import Entity, Mention, Quantity, Span
from crosscheck.model.detail import Detail, Kind
from crosscheck.values import dataclass

LONGEST = 3  # words joined in the lists
REACH = 8  # words on either side of a number among which is told what it is of
FROM = 4  # words behind it within which "from Osk" begins
FAR, LONG = 12, 30  # words between a name and the number that is somebody's own, of a game and of a life
POSSESSIVE = ("his", "her", "their")
SHARE = 0.005  # of a sum, by which it may have been rounded
ORDINAL, YEAR, PLACE = "ordinal", "year", "place"  # "the third", "in 1957", "number three"
MARKS = ",;:()"
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class _Number:
    """From which word to before which it stands, what it counts ("ordinal", "money", "day", "" for a bare count), and between what it lies."""

    start: int
    end: int
    what: str
    low: float
    high: float
    span: Span | None = None  # of a sum, with its sign


def own_in(sentence: Sentence, people: People, quantities: Sequence[Quantity], about: tuple[Entity, Mention] | None) -> Iterator[Detail]:
    """`people` are the mentions of persons up to the end of the sentence; `about` is whom the article is about."""
    entries = [entry for entry in _entries() if not _words(entry, "any").isdisjoint(sentence.forms)]
    if not entries:
        return
    inside = [one for one in people if sentence.span.holds(one[1].span) and one[1].text.casefold() not in POSSESSIVE]
    for number in _numbers(sentence, quantities):
        for entry in entries:
            end = _end(sentence, number, entry)
            whose = _whose(sentence, inside, number.start, end, entry, about) if end else None
            if whose is not None and _is_told(sentence, number, entry):
                yield _detail(sentence, _before_it(number, entry), end, entry, whose)


def _detail(sentence: Sentence, number: _Number, end: int, entry: str, whose: tuple[str, str]) -> Detail:
    table = _table(entry)
    key, name = whose
    thing = " ".join(word for word in (entry, _before_noun(sentence, end, entry), key) if word)
    words = sentence.names(sentence.forms[number.start : number.end]) | {NAMED + word for word in key.split()}
    words |= {key} if table.get("sure") else set()
    dated = sorted(set(DAYS).intersection(sentence.forms)) if table.get("daily") else []
    question = table["question"].replace("{whom}", name or "it")
    found = sentence.detail(
        Kind.VALUE, (thing, question), f"{number.low:.8g} {number.high:.8g}", number.start, end, words, dated[0] if len(dated) == 1 else ""
    )
    shown = Span(number.span.start, max(number.span.end, found.span.end)) if number.span else found.span
    return replace(
        found,
        number=number.low if number.low == number.high else None,
        text=sentence.text[shown.start - sentence.span.start : shown.end - sentence.span.start],
        span=shown,
    )


def _before_noun(sentence: Sentence, end: int, entry: str) -> str:
    """Of a prize the word before the noun: "the Lefkos Prize"."""
    noun = _table(entry).get("named", "").split()
    at = next((at for at, form in enumerate(sentence.forms) if at and form in noun and sentence.words[at - 1][0].isupper()), 0)
    return sentence.forms[at - 1] if at else ""


# numbers


def _numbers(sentence: Sentence, quantities: Sequence[Quantity]) -> Iterator[_Number]:
    for one in quantities:
        places = sentence.places(one.span)
        if places and one.value and one.mod in ("=", "~") and one.low and one.high and one.kind in ("count", "measure", "money"):
            what = "money" if one.kind == "money" else one.unit or ""
            _, factor, offset = base_of(one.unit)
            low, high = ((end + offset) * factor for end in (one.low, one.high))
            slack = SHARE * high if one.kind == "money" else 0.0
            yield _Number(places[0], places[-1] + 1, what, low - slack, high + slack, one.span)
    for at, form in enumerate(sentence.forms):
        if place := _ordinal(form):
            yield _Number(at, at + 1, ORDINAL, place, place)
        elif at and sentence.forms[at - 1] in ("number", "no") and (place := sentence.counted(at, 2)):
            yield _Number(at, at + 1, PLACE, place, place)
    for at in years_of(sentence):
        if sentence.forms[at].isdecimal():
            yield _Number(at, at + 1, YEAR, float(sentence.forms[at]), float(sentence.forms[at]))


def _before_it(number: _Number, entry: str) -> _Number:
    """How many came before: two of the third."""
    is_last = number.what == ORDINAL and bool(_table(entry).get("earlier"))
    return replace(number, low=number.low - 1, high=number.high - 1) if is_last else number


def _ordinal(form: str) -> float:
    """ "33rd", "seventh"; "first" and "second" seldom count."""
    written = form[:-2] if form[-2:] in ("st", "nd", "rd", "th") and form[:-2].isdecimal() else ""
    return float(written) if written else float(numbers_in("ordinals").get(form, 0))


def _end(sentence: Sentence, number: _Number, entry: str) -> int:
    """Before which word the number and its noun end; 0 where it is not of the entry."""
    table = _table(entry)
    if number.what not in _words(entry, "what"):
        return 0
    if table.get("leads"):
        tail = ("_".join(sentence.forms[max(0, number.start - size) : number.start]) for size in range(1, LONGEST + 1))
        if not _words(entry, "leads").isdisjoint(tail):
            return number.end
    if not table.get("nouns"):
        return number.end if not table.get("leads") else 0
    most = min(len(sentence.forms), number.end + 1 + int(table.get("gap", 0)))
    for at in range(number.start + 1, most):
        if at >= number.end and sentence.gaps[at].strip(" -’'"):
            return 0
        for size in range(min(LONGEST, len(sentence.forms) - at), 0, -1):
            if "_".join(sentence.forms[at : at + size]) in _words(entry, "nouns"):
                return at + size
        if at >= number.end and sentence.forms[at] in _listed("parts"):
            return 0
    return number.end if _is_elided(sentence, number, entry) else 0


def _is_elided(sentence: Sentence, number: _Number, entry: str) -> bool:
    """ "a homer, his 36th of the year" """
    return number.what == ORDINAL and sentence.forms[number.end : number.end + 1] == ("of",) and not _words(entry, "nouns").isdisjoint(sentence.forms)


def _is_told(sentence: Sentence, number: _Number, entry: str) -> bool:
    """Whether words that say what it is of stand near, and none that says that it is of another time or thing."""
    reach = int(_table(entry).get("reach", REACH))
    near = _joined(sentence, max(0, number.start - reach), min(len(sentence.forms), number.end + reach))
    close = _joined(sentence, *_clause(sentence, number))
    if _table(entry).get("sole") and len(years_of(sentence)) > 1:
        return False
    if _table(entry).get("game") and not _listed("seasons").isdisjoint(_joined(sentence, 0, len(sentence.forms))):
        return False
    barred = _words(entry, "barred") | (frozenset() if _table(entry).get("dated") else _listed("elsewhen"))
    return (not _words(entry, "near") or not _words(entry, "near").isdisjoint(near)) and barred.isdisjoint(close)


def _clause(sentence: Sentence, number: _Number) -> tuple[int, int]:
    """The words around a number up to a mark or a word that begins another clause."""
    start, end = number.start, number.end
    while start > max(0, number.start - REACH) and not _is_border(sentence, start):
        start -= 1
    while end < min(len(sentence.forms), number.end + REACH) and not _is_border(sentence, end):
        end += 1
    return start, end


def _is_border(sentence: Sentence, at: int) -> bool:
    return any(mark in sentence.gaps[at] for mark in MARKS) or sentence.forms[at] in _listed("borders")


def _joined(sentence: Sentence, start: int, end: int) -> frozenset[str]:
    forms = sentence.forms
    return frozenset("_".join(forms[at : at + size]) for size in range(1, LONGEST + 1) for at in range(start, end - size + 1))


# whose it is


def _whose(sentence: Sentence, inside: People, start: int, end: int, entry: str, about: tuple[Entity, Mention] | None) -> tuple[str, str] | None:
    """The surname and the name; both empty of what the story has one of, and None where nobody is known."""
    owner = _table(entry)["owner"]
    if owner == "story":
        return "", ""
    if owner == "pair":
        names = {_called(one)[0]: _called(one)[1] for one in inside}
        return (" ".join(sorted(names)), " and ".join(names[key] for key in sorted(names))) if len(names) == 2 else None
    person = (
        _from(sentence, inside, end)
        or _last(sentence, inside, start, FAR if _table(entry).get("game") else LONG)
        or (about if not inside else _after(sentence, inside, start))
    )
    return _called(person) if person else None


def _called(person: tuple[Entity, Mention]) -> tuple[str, str]:
    return called(*person)[0], bare_name(person[0].entity)[-1].title() if not person[0].entity else person[0].entity


def _from(sentence: Sentence, inside: People, end: int) -> tuple[Entity, Mention] | None:
    """ "27 points from guard Karl Osk" """
    said = next((at for at in range(end, min(end + FROM, len(sentence.forms))) if sentence.forms[at] in ("from", "by")), None)
    if said is None:
        return None
    last = sentence.spans[min(said + FROM, len(sentence.spans) - 1)].end
    return next((one for one in inside if sentence.spans[said].end < one[1].span.start < last), None)


def _last(sentence: Sentence, inside: People, start: int, far: int) -> tuple[Entity, Mention] | None:
    last = next((one for one in reversed(inside) if one[1].span.start < sentence.spans[start].start), None)
    if last is None:
        return None
    between = sum(last[1].span.end <= span.start < sentence.spans[start].start for span in sentence.spans)
    return last if between <= far else None


def _after(sentence: Sentence, inside: People, start: int) -> tuple[Entity, Mention] | None:
    """The first one behind it where none is before it: "whose first film came out in 1957, Osk"."""
    return inside[0] if inside[0][1].span.start > sentence.spans[start].start else None


# words


def shared(thing: str) -> int:
    """How many words two sentences must have in common where they give such a number."""
    return int(_entries().get(thing.partition(" ")[0], {}).get("shared", 0))


def is_of_a_game(thing: str) -> bool:
    """Whether each game has its own."""
    return bool(_entries().get(thing.partition(" ")[0], {}).get("daily"))


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(table_of("detail_own")[name].split())


def _entries() -> Mapping[str, Any]:
    found: Mapping[str, Any] = table_of("detail_own")["own"]
    return found


def _table(entry: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = _entries()[entry]
    return found


@cache
def _words(entry: str, key: str) -> frozenset[str]:
    """A list of an entry; `any` are the first words of which a sentence must have one, `what` the kinds of number."""
    table = _table(entry)
    if key == "any":
        keys = [name for name in ("nouns", "near", "leads") if table.get(name)]
        firsts = keys if "leads" in keys and "nouns" in keys else keys[:1]
        return frozenset(word.partition("_")[0] for name in firsts for word in table[name].split())
    if key == "what":
        return frozenset("" if word == "count" else word.replace("_", " ") for word in table["what"].split())
    game = _listed("barred") if key == "barred" and table.get("game") else frozenset()
    elsewhen = _listed("elsewhen") if key == "barred" and table["what"] != YEAR else frozenset()  # not "June Osk"
    return game | elsewhen | frozenset(table.get(key, "").split())
