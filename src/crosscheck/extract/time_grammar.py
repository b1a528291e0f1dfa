"""Where in a text do time expressions stand, and what does each say?

Reads from left to right; at each word the rules are tried in order and the longest reading wins. Every rule looks at a bounded number of
words, so the whole is linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from crosscheck.extract.time_amounts import length, phrase_bound, unit
from crosscheck.extract.time_dates import date_at, day_number, earlier_day, month_at, with_year
from crosscheck.extract.time_lexer import Line, context, line_of, phrase_at, phrases
from crosscheck.extract.time_model import Expression, Habit, Length, Meaning, Point, Reference, Shift, Window
from crosscheck.extract.time_ordered import begins_long, ordered
from crosscheck.extract.time_pointed import month_of, pointed_quarter
from crosscheck.extract.time_points import point

Reading = tuple[Meaning, int]


def expressions_in(text: str, offset: int = 0) -> tuple[Expression, ...]:
    """The time expressions of `text` in order, without overlap; spans count from `offset`."""
    line = line_of(text, offset)
    return tuple(_expressions(line))


def _expressions(line: Line) -> Iterator[Expression]:
    index = 0
    while index < len(line):
        found = _longest(line, index) if _may_begin(line, index) else None
        if found is None:
            index += 1
            continue
        meaning, end = found
        yield Expression(line[index].start, line[end - 1].end, meaning)
        index = end
        while further := _further_day(line, index, meaning):
            meaning, at, end = further
            yield Expression(line[at].start, line[end - 1].end, meaning)
            index = end


def _further_day(line: Line, index: int, before: Meaning) -> tuple[Point, int, int] | None:
    """The "25" of "May 3 and 4", with where it begins and ends."""
    if not isinstance(before, Point) or before.year or not before.day or not before.part or line.lower(index) not in _LISTED:
        return None
    at = index + 2 if line.says(index, ",", "and") else index + 1
    if (line[index - 1].number is None and line.sense(index - 1, "ordinal_suffix") is None) or line.glued(at) != line.glued(index):
        return None
    day = day_number(line, at) if line[at].number is not None else None
    if not day or day[0] <= before.day or line[day[1]].lower.endswith("s") or month_at(line, line.past(day[1], "of")):
        return None
    point, end = with_year(line, day[1], Point(part=before.part, day=day[0]))
    return point, at, end


_LISTED = ("and", "or", "to", "through", "-", "–", ",")


def _may_begin(line: Line, index: int) -> bool:
    """A look at a word and the next four that spares most words the grammar."""
    word = line[index]
    if not word.senses and word.number is None and word.lower not in _beginnings():
        return False
    if word.number is not None:
        return (
            1000 <= word.number <= 2100
            or len(word.text) == 4
            or line.lower(index + 1) in _HOURS
            or _known_behind(line, index)
            or _joins_number(line, index + 1)
        )
    if word.text in "'’‘":
        return line.glued(index + 1) and line[index + 1].number is not None
    if not _ALONE.isdisjoint(word.senses) or word.lower in whole() or begins_long(line, index):
        return True
    if word.lower in openers() and line.lower(index + 1) in followers():
        return True
    if line.lower(index + 1) == "o" and "small" in word.senses:
        return True  # "seven o'clock"
    return (word.lower in context("opener") or not _INNER.issuperset(word.senses)) and _known_behind(line, index)


def _known_behind(line: Line, index: int) -> bool:
    reach = 9 if line.past_hyphen(index + 1) > index + 1 else 5  # "two-and-a-half years" has seven words and marks
    return any(not _SMALL.issuperset(line[at].senses) or line[at].number is not None for at in range(index + 1, index + reach))


def _joins_number(line: Line, index: int) -> bool:
    return line[index].text in _WITHIN_NUMBER and line.glued(index)


_HOURS = frozenset(["a", "p", "am", "pm", "o", "local"])
_WITHIN_NUMBER = frozenset(".:/-,½¼¾")
_ALONE = frozenset(["deictic", "weekday", "weekdays", "lasting", "month", "month_short", "set", "units", "tens_plural", "daypart", "season"])
"""What can be a whole expression."""
_INNER = frozenset(["filler", "old", "zone", "scale", "from_story", "back", "story", "ordinal_suffix", "unit"])
_SMALL = _INNER - {"unit"}
"""What stands only inside of an expression, never at its beginning."""


@cache
def _beginnings() -> frozenset[str]:
    """The words without a sense of their own that may begin an expression all the same; the others are most of a text."""
    return frozenset("'’‘") | whole() | openers() | context("opener")


@cache
def whole() -> frozenset[str]:
    """Phrases and names of days of one word: "now", "Easter"."""
    return frozenset(phrase.words[0] for kind in _KINDS for some in phrases(kind).values() for phrase in some if len(phrase.words) == 1)


@cache
def openers() -> frozenset[str]:
    """The first words of phrases and names of days."""
    return frozenset(first for kind in _KINDS for first in phrases(kind))


@cache
def followers() -> frozenset[str]:
    """The words of phrases and names of days behind their first."""
    return frozenset(word for kind in _KINDS for some in phrases(kind).values() for phrase in some for word in phrase.words[1:])


_KINDS = ("phrase", "holiday", "bounds")


def _longest(line: Line, index: int) -> Reading | None:
    found = [reading for rule in RULES if (reading := rule(line, index))]
    return max(found, key=lambda reading: reading[1]) if found else None


def _phrase(line: Line, index: int) -> Reading | None:
    found = phrase_at(line, index, "phrase")
    if not found:
        return None
    phrase, end = found
    if not _means_time(line, end, phrase.words):
        return None
    return Reference(*phrase.meaning), end


def _means_time(line: Line, end: int, words: tuple[str, ...]) -> bool:
    """ "the past president", "the future king": the noun decides, and "current" needs one."""
    after = line[end]
    if words in (("the", "past"), ("the", "present"), ("the", "future")):
        return not after.text.isalpha() or after.lower in context("after_reference") | context("preposition")
    if words == ("current",):
        return after.text.isalpha() and not (after.senses.get("units") or after.senses.get("unit"))
    return True


def _ago(line: Line, index: int) -> Reading | None:
    """ "two years ago", "a day earlier", "three weeks from now": a length and the word that says from where it counts."""
    found = length(line, index) or _plural(line, index)
    if not found:
        return None
    size, at = found
    way = line.sense(at, "back")
    if way is not None and line.lower(at) == "ago":
        return Point(shift=_shift(size, -1, story=False)), at + 1
    if line.says(at, "from", "now") or line.says(at, "from", "today"):
        return Point(shift=_shift(size, 1, story=False)), at + 2
    if line.says(at, "from", "yesterday") or line.says(at, "from", "tomorrow"):
        return None
    return _from_story(line, index, size, at)


def _from_story(line: Line, index: int, size: Length, at: int) -> Reading | None:
    way = line.sense(at, "story")
    if way is None or size.low is None or size.unit.startswith("T"):
        return None
    word, after = line.lower(at), line[at + 1]
    if word in ("before", "after", "previously", "afterward", "afterwards") and not (after.text in _STOPS or after.text == ""):
        return None
    if word in ("earlier", "later") and after.lower == "than":
        return None
    return Point(shift=_shift(size, int(way), story=True)), at + 1


_STOPS = frozenset('.,;:)!?"”')


def _shift(size: Length, way: int, story: bool) -> Shift:
    """Only a plain number counts: "two to three years ago" keeps its first number, as an approximation."""
    count = None if size.low is None else size.low * way
    mod = size.mod
    if mod in _AWAY:
        mod = _AWAY[mod] if way < 0 else {"BEFORE": "AFTER", "AFTER": "BEFORE"}.get(_AWAY[mod], _AWAY[mod])
    if size.high != size.low:
        mod = "APPROX"
    return Shift(count, size.unit, story=story, mod=mod, stated=True)


_AWAY = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER", "EQUAL_OR_MORE": "ON_OR_BEFORE", "EQUAL_OR_LESS": "ON_OR_AFTER"}
"""More than a year ago lies before the day a year ago (TimeML 1.2.1, mod)."""


def _plural(line: Line, index: int) -> tuple[Length, int] | None:
    """ "years", "decades": an amount that is not stated."""
    named = unit(line, index)
    if not named or not named[2] or (named[0] in ("T1S", "1WE") and line.lower(index) in ("seconds", "secs")):
        return None
    return Length(None, None, named[0]), named[1]


def _window(line: Line, index: int) -> Reading | None:
    """ "the past three months", "the next few years", "recent weeks", "the first nine months", "the six months"."""
    at = line.past(index, "the")
    before, after, within = (line.sense(at, f"range_{side}") for side in ("before", "after", "within"))
    if before is None and after is None and within is None:
        return _bare_window(line, index, at)
    inner = line.past(at + 1, "past", "last") if line.lower(at) != "last" else at + 1
    if at == index and (phrase_bound(line, inner) or (line.lower(at) == "last" and line.lower(index - 1) in context("before_the_verb_last"))):
        return None  # "is to last over a month", "the bridge will last fifty years"
    found = length(line, inner) or _plural(line, inner) or _era_long(line, inner)
    if not found or (_one(found[0]) and found[0].low == 1 and line.lower(inner) in ("a", "an")):
        return None
    if line.lower(at) == "early" and (found[0].low is not None or found[0].unit.startswith("T")):
        return None  # "the early hours" is no length
    if line.lower(found[1]) in ("ago", "earlier", "later"):
        return None
    story = line.lower(at) in ("previous", "preceding", "following", "ensuing")
    side = -1 if before is not None else 1 if after is not None else 0
    return Window(found[0], side, story, _end_of(line, found[1]), _within(line, at, found[1]) if side == 0 else None), found[1]


def _era_long(line: Line, index: int) -> tuple[Length, int] | None:
    """The decade of "the past decade"."""
    named = unit(line, index)
    return (Length(1, 1, named[0]), named[1]) if named and not named[2] and named[0] in ("10Y", "100Y") else None


def _within(line: Line, index: int, end: int) -> Point | None:
    """What "the first three months of 2023" are the first of."""
    found = point(line, end + 1) if line.lower(index) in ("first", "opening") and line.lower(end) == "of" else None
    return found[0] if found and not found[0].clock else None


def _year_ended(line: Line, index: int) -> Reading | None:
    """ "the year ended Sept. 30", "the fiscal year ending April 30, 2019": twelve months that their end dates."""
    at = line.past(line.past(index, "the"), "fiscal", "full", "financial")
    if at == index or line.lower(at) not in ("year", "quarter"):
        return None
    ends = _end_of(line, at + 1)
    if line.lower(at) == "quarter":
        return (Point(shift=Shift(0, "1Q", story=True), ends=ends), at + 1) if ends else None
    return (Window(Length(1, 1, "1Y"), 0, ends=ends), at + 1) if ends or line.lower(at + 1) in _ENDED else None


_ENDED = ("ended", "ending", "to", "through")


def _end_of(line: Line, index: int) -> Point | None:
    """The day behind "ended" or "ending"."""
    found = date_at(line, line.past(index + 1, "in", "on")) if line.lower(index) in _ENDED else None
    return found[0] if found and found[0].part else None


def _one(size: Length) -> bool:
    return size.low == 1 and size.high == 1


def _bare_window(line: Line, index: int, at: int) -> Reading | None:
    if at == index:
        return None
    found = length(line, at)
    if not found or line.lower(at) in ("a", "an") or line.lower(found[1]) in ("ago",):
        return None
    if line.past_hyphen(found[1]) > found[1]:
        return None
    return (Window(found[0], 0, ends=_end_of(line, found[1])), found[1]) if _counts_units(line, at, found[1]) else None


def _counts_units(line: Line, start: int, end: int) -> bool:
    """ "the six months", but not the adjective of "the two-year strategy"."""
    plural = any(line.sense(i, "units") for i in range(start, end))
    return plural and not any(line[i].text in "-–" for i in range(start, end))


def _span(line: Line, index: int) -> Reading | None:
    """A length that nothing anchors: "ten years", "eight-month", "a year"."""
    found = length(line, index)
    if found is None:
        return _bare_plural(line, index)
    size, end = found
    if _one(size) and line.lower(index) in ("a", "an"):
        return _a_unit(line, index, size, end)
    if line[index].text.isdecimal() and line.glued(index) and line[index - 1].text.isalnum():
        return None
    return size, end


def _a_unit(line: Line, index: int, size: Length, end: int) -> Reading | None:
    """ "a year" behind an amount is a rate ("$1 billion a year", "four flights a week") and no time of what happened."""
    before, after = line[index - 1], line.lower(end)
    if before.lower in context("length_before") or after in ("after", "before", "later", "since", "to", "long"):
        return size, end
    rated = before.text.isdecimal() or before.senses.get("scale") or before.text == "%" or (before.lower.endswith("s") and len(before.lower) > 3)
    return None if rated and before.lower not in context("no_rate") else (size, end)


def _bare_plural(line: Line, index: int) -> Reading | None:
    """ "for years", "within weeks", "in the days before": a plural that nothing counts."""
    at = line.past(index, "the")
    found = _plural(line, at)
    if not found or (found[0].unit.startswith("T") and line.lower(index - 1) not in ("in", "within")):
        return None
    before, after = line.lower(index - 1), line.lower(found[1])
    if before in ("-", "–"):
        return None  # "three-quarters"
    long = line.past_hyphen(found[1])
    if long > found[1] and line.lower(long) == "long":
        return (found[0], long + 1) if at == index else None  # in "the decades-long dispute" the article belongs to the noun
    if line.sense(found[1], "back") is not None and after == "ago":
        return None
    if before in ("for", "in", "within", "over", "after", "of", "through", "take", "takes", "took", "last", "lasted", "spent", "many", "with"):
        return found
    return found if after in ("before", "after", "-", "later", "of", "ahead", "earlier") or (before in (",", "") and at == index) else None


def _habit(line: Line, index: int) -> Reading | None:
    """How often: "daily", "every two years", "each Thursday", "Tuesday nights", "Mondays"."""
    value = line.sense(index, "set")
    if isinstance(value, str):
        return Habit(value), index + 1
    every = line.sense(index, "every") is not None
    at = index + 1 if every else index
    days = line.sense(at, "weekdays")
    if days is not None:
        return Habit(f"XXXX-WXX-{days}"), at + 1
    day = line.sense(at, "weekday")
    nights = line.sense(at + 1, "dayparts") if day is not None and not every else None
    if nights:
        return Habit(f"XXXX-WXX-{day}T{nights}"), at + 2
    return _every(line, at) if every else None


def _every(line: Line, index: int) -> Reading | None:
    day, month, season, part = (line.sense(index, name) for name in ("weekday", "month", "season", "daypart"))
    if day is not None:
        code = line.sense(index + 1, "daypart")
        return Habit(f"XXXX-WXX-{day}" + (f"T{code}" if code else "")), index + (2 if code else 1)
    if month is not None and line[index].capital:
        return Habit(f"XXXX-{month:02}"), index + 1
    if season is not None:
        return Habit(f"XXXX-{season}"), index + 1
    if part is not None:
        return Habit(f"XXXX-XX-XXT{part}"), index + 1
    other = line.past(index, "other", "single")
    counted = length(line, other)
    if counted and counted[0].low:
        return Habit(_period(counted[0].low, counted[0].unit)), counted[1]
    named = unit(line, other)
    if not named or named[2]:
        return None
    return Habit(_period(2 if line.lower(index) == "other" else 1, named[0])), named[1]


def _period(count: float, code: str) -> str:
    clock = "T" if code.startswith("T") else ""
    digits = code[len(clock) :].rstrip("DWEMQYHS")
    return f"P{clock}{count * int(digits):g}{code[len(clock) + len(digits) :]}"


def _point(line: Line, index: int) -> Reading | None:
    if _is_title(line, index):
        return None
    if listed := earlier_day(line, index):
        return listed
    found = pointed_quarter(line, index) or month_of(line, index) or point(line, index)
    if not found:
        return None
    here, end = found
    if line.says(end, "or", "later") and here.year:
        return replace(here, mod="ON_OR_AFTER"), end + 2
    return found


def _is_title(line: Line, index: int) -> bool:
    """ "This Week" in quotation marks is a programme, not a week."""
    quoted = line[index - 1].text in ('"', "“", "'", "‘")
    return quoted and line[index].capital and line[index + 1].capital and not line.sense(index, "month") and line[index].number is None


RULES = (_phrase, _year_ended, _point, ordered, _ago, _window, _habit, _span)
