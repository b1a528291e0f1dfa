"""Which point of the calendar do these words speak of, absolute or relative: "late last year", "10 p.m. Wednesday", "May the following year"?

Readers over the words of a line; each gives what it read with the index behind it, or None. What is said is kept as said; `time_values`
finds the day.
"""

from __future__ import annotations

from dataclasses import replace

from crosscheck.extract.time_amounts import unit
from crosscheck.extract.time_clocks import clock_at
from crosscheck.extract.time_dates import date_at, era_at, fiscal_at, month_at, year_at
from crosscheck.extract.time_lexer import Line, context
from crosscheck.extract.time_model import Point, Read, Shift
from crosscheck.extract.time_pointed import ago_year, date_behind, daypart_code, deictic_at, quarter_at, relative_at, which_year, year_ago


def point(line: Line, index: int) -> Read:
    """A point with all that narrows it; "the" in front belongs to it."""
    for read in (_loosely, _part_of, _core):
        if found := read(line, index):
            return _tail(line, *found)
    return None


def _loosely(line: Line, index: int) -> Read:
    """ "about Nov. 1", "around 7:15 p.m.": an approximation in front of a point that is stated to the day or the hour."""
    if line.lower(index) in ("sometime", "sometimes"):
        found = _part_of(line, index + 1) or _core(line, index + 1)
        return found if found and not found[0].clock else None
    if line.lower(index) not in ("around", "about", "circa", "approximately"):
        return None
    found = _part_of(line, index + 1) or _core(line, index + 1)
    if not found or not (found[0].clock or found[0].day or found[0].year or found[0].part or found[0].mod):
        return None
    return replace(found[0], mod=found[0].mod or "APPROX"), found[1]


def _part_of(line: Line, index: int) -> Read:
    """ "late 2019", "mid-May", "the end of the year", "earlier this month", "the first half of next year"."""
    at = line.past(index, "the")
    mod = line.sense(at, "mod")
    if isinstance(mod, str):
        return _modified(line, index, at, mod)
    return _half_of(line, at)


def _modified(line: Line, index: int, at: int, mod: str) -> Read:
    word = line.lower(at)
    inner = line.past_hyphen(at + 1)
    if inner > at + 1 and at > index and line[inner].capital:
        return None  # in "the late-May visit" the article belongs to the noun
    if word in ("early", "late", "mid", "middle") or (word in ("end", "start") and inner > at + 1):
        inner = line.past(line.past(inner, "on"), "in")
    if word in ("earlier", "later"):
        return _so_far(line, line.past(inner, "in"), mod)
    if word not in ("early", "late", "mid") and inner == at + 1:
        if line.lower(inner) not in ("of", "to"):
            return None
        inner += 1
    found = _whole(line, inner)
    if not found or found[0].mod or (found[0].clock and not found[0].clock.isalpha()):
        return None
    return replace(found[0], mod=mod), found[1]


def _so_far(line: Line, index: int, mod: str) -> Read:
    """ "earlier this year" ends with today, "later this year" begins with it. Not before a weekday: "Earlier Friday" marks "Friday"."""
    found = relative_at(line, index) or deictic_at(line, index)
    if not found or found[0].weekday or found[0].shift is None or found[0].shift.stated:
        return None
    return replace(found[0], mod=mod, open=-1 if mod == "START" else 1), found[1]


def _half_of(line: Line, index: int) -> Read:
    """ "the first half of 2019" is H1 of a year; of anything else it is its start or end."""
    ordinal = line.sense(index, "ordinal")
    which = {1: 1, 2: 2}.get(int(ordinal)) if ordinal else 2 if line.lower(index) in ("last", "latter", "final") else None
    at = line.past_hyphen(index + 1)
    if which is None or line.lower(at) != "half":
        return None
    if line.lower(at + 1) != "of":
        year = year_at(line, at + 1, True)
        return (
            (Point(year=year[0], part=f"H{which}"), year[1]) if year else (Point(part=f"H{which}"), at + 1) if line.says(index - 1, "the") else None
        )
    found = _whole(line, at + 2)
    if not found:
        return None
    inner = found[0]
    if inner.part is None and inner.day is None and ((inner.year and len(inner.year) == 4) or (inner.shift and inner.shift.unit == "1Y")):
        return replace(inner, part=f"H{which}"), found[1]
    return replace(inner, mod="START" if which == 1 else "END"), found[1]


def _whole(line: Line, index: int) -> Read:
    """A point inside of another expression, with its own tail: "the end of March last year"."""
    found = _core(line, index)
    return _tail(line, *found) if found else None


def _core(line: Line, index: int) -> Read:
    """A point without what narrows it from outside: the longest reading, the first of several."""
    found = [reading for read in _READERS if (reading := read(line, index))]
    return max(found, key=lambda reading: reading[1]) if found else None


def _at_clock(line: Line, index: int) -> Read:
    """An hour, and the day that follows it: "10 p.m. Wednesday", "9 a.m. EST on Nov. 9"."""
    found = clock_at(line, index)
    if not found and line.lower(index) in ("noon", "midnight", "midday"):
        found = Point(clock=daypart_code(line, index)), index + 1
    if not found:
        return None
    return _joined(line, found) or found


def _joined(line: Line, found: tuple[Point, int]) -> Read:
    """The day that an hour or a part of the day belongs to, said behind it."""
    clock, at = found
    at = line.past(line.past(at, ","), "on", "of")
    day = _weekday(line, at) or date_at(line, at) or deictic_at(line, at) or relative_at(line, at)
    if not day or not _is_day(day[0]) or (day[0].clock and not (day[0].clock.isalpha() and ":" in (clock.clock or ""))):
        return None
    return replace(day[0], clock=clock.clock, mod=clock.mod, hour=clock.hour), day[1]


def _is_day(found: Point) -> bool:
    return bool(found.day or found.weekday or found.holiday or found.numeric or (found.shift and found.shift.unit == "1D"))


def _weekday(line: Line, index: int) -> Read:
    """A weekday, its part of the day, and the date that follows it."""
    day = line.sense(index, "weekday")
    if day is None or not line[index].capital:
        return _short_weekday(line, index)
    if _is_named(line, index):
        return None
    here, at = Point(weekday=int(day)), index + 1
    if dated := date_behind(line, at):
        return replace(dated[0], weekday=int(day)), dated[1]
    code = daypart_code(line, at)
    if code:
        here, at = replace(here, clock=code), at + 1
        if dated := date_behind(line, at):
            return replace(dated[0], weekday=int(day), clock=code), dated[1]
    return here, at


def _is_named(line: Line, index: int) -> bool:
    """Is the weekday part of a name ("Bloody Sunday", the "Sunday Times"), or any of its kind ("on a Tuesday in March")?"""
    before, after = line[index - 1], line[index + 1]
    if before.capital and before.lower in context("named_day"):
        return True
    if after.capital and after.lower in context("after_named_day"):
        return True
    return before.lower in ("a", "one") and (not after.text.isalpha() or after.lower in context("preposition"))


def _short_weekday(line: Line, index: int) -> Read:
    """ "Sat., Oct. 3", "Sun 13 Oct": only beside a date."""
    day = line.sense(index, "weekday_short")
    if day is None or not line[index].capital:
        return None
    dated = date_behind(line, line.past(index + 1, "."))
    return (replace(dated[0], weekday=int(day)), dated[1]) if dated else None


def _part_named(line: Line, index: int) -> Read:
    """A quarter or a season: "the third quarter", "third-quarter", "Q3", "spring 2020", "in the fall"."""
    found = quarter_at(line, line.past(index, "the"))
    if found and line.lower(index) == "the" and line[found[1] - 2].text in ("-", "‐", "‑"):
        return None  # in "the third-quarter loss" the article belongs to the noun
    return found or _season(line, index)


def _season(line: Line, index: int) -> Read:
    """Without a year, only behind a preposition with "the": "the spring" of a watch and "the fall of Saigon" are no seasons."""
    at = line.past(index, "the")
    code = line.sense(at, "season")
    if not isinstance(code, str):
        return None
    if line[at].capital and line[at + 1].capital and line[at + 1].number is None:
        return None  # "the Summer Talks", "the Spring Festival"
    year = year_at(line, line.past(line.past(at + 1, ","), "of"), True)
    if year:
        last = _second_year(line, year) if code == "WI" else None
        return (replace(last[0], part=code), last[1]) if last else (Point(year=year[0], part=code), year[1])
    if line.lower(at + 1) in ("of", "in", "to", "from", "for") and not which_year(line, line.past(at + 1, "of")):
        return None
    before = line[index - 1]
    if at > index and before.lower in context("preposition") and before.lower not in ("and", "or", "to", "for", "of", "after", "before"):
        return Point(part=code), at + 1
    alone = line.lower(at) in ("summer", "winter", "autumn", "springtime", "summertime", "wintertime")
    plain = at == index and before.lower in ("in", "by", "until", "since", "early", "late", "mid", "during", "-", "through", "every", "each")
    ends = line[at + 1].text in ("", ".", ",", ";", ")") or which_year(line, at + 1) is not None or line.lower(at + 1) in ("and", "or")
    return (Point(part=code), at + 1) if plain and (alone or ends) else None


def _of_week(line: Line, index: int) -> Read:
    """ "the week of May 9", "the weekend of 9 May", "the night of June 17", "the morning of Aug. 5"."""
    at = line.past(index, "the")
    named, code = unit(line, at), daypart_code(line, at)
    if not ((named and named[0] in ("1W", "1WE", "1M", "1Y")) or code):
        return None
    of = line.past(at + 1, "of", "beginning", "ending")
    if of == at + 1:
        return None
    found = _weekday(line, of) or date_at(line, of) or deictic_at(line, of) or (None if code else relative_at(line, of))
    if not found or found[0].clock:
        return None
    if code:
        return (replace(found[0], clock=code), found[1]) if _is_day(found[0]) else None
    if named and named[0] in ("1M", "1Y"):
        return found if found[0].part and not found[0].day else None
    return replace(found[0], week=named is not None and named[0] == "1W", weekend=named is not None and named[0] == "1WE"), found[1]


def _daypart(line: Line, index: int) -> Read:
    """A part of the day that stands alone: "the morning" behind "in", "midnight", "overnight", "mid-morning yesterday"."""
    at = line.past(index, "the")
    code = daypart_code(line, at)
    if code is None:
        return None
    joined = _joined(line, (Point(clock=code), at + 1))
    if joined:
        return joined
    word, before = line.lower(at), line.lower(index - 1)
    alone = word in ("midnight", "noon", "midday", "overnight", "dawn", "dusk", "nightfall", "daybreak", "noontime", "sunrise", "sunset")
    in_the = at > index and before in ("in", "during", "by", "of", "on", "through", "into") and line.lower(at + 1) not in ("of",)
    mid = before in ("-", "mid", "early", "late") and word in ("morning", "afternoon", "evening")
    return (Point(clock=code), at + 1) if (alone and at == index) or in_the or mid else None


def _era(line: Line, index: int) -> Read:
    at = line.past(index, "the")
    mod = line.sense(at, "mod") if line.lower(at) in ("early", "late", "mid") else None
    found = era_at(line, line.past_hyphen(at + 1) if mod else at)
    return (replace(found[0], mod=str(mod) if mod else None), found[1]) if found else None


def _year(line: Line, index: int) -> Read:
    """A year, alone or as "fiscal 1989", "the year 2000", "1994-95"; "the 1988 quarter" speaks of the story's quarter in that year."""
    found = fiscal_at(line, line.past(index, "the"))
    if found:
        return found
    at = line.past(index, "the")
    year = year_at(line, at)
    if not year:
        return None
    if at > index:
        return _in_year(line, year)
    last = _second_year(line, year)
    return last or (Point(year=year[0]), year[1])


def _year_end(line: Line, index: int) -> Read:
    """ "year-end", "year's end", "year end"."""
    if line.lower(index) != "year":
        return None
    at = line.past_hyphen(index + 1)
    at = at + 2 if line[at].text in ("'", "’") and line.lower(at + 1) == "s" else at
    return (Point(shift=Shift(0, "1Y"), mod="END"), at + 1) if line.lower(at) == "end" else None


def _month_end(line: Line, index: int) -> Read:
    """ "in March-end", as Indian English has it."""
    month = month_at(line, index)
    found = date_at(line, index) if month and line[month[1]].text == "-" and line.lower(month[1] + 1) == "end" else None
    return (replace(found[0], mod="END"), found[1] + 2) if month and found and found[1] == month[1] else None


def _in_year(line: Line, year: tuple[str, int]) -> Read:
    """ "the 2015 period", "the 2015 second quarter"; in "the 1996 Olympics" only the year is a time, and it is read without "the"."""
    if line.lower(year[1]) in ("period", "quarter"):
        return Point(year=year[0], period=True), year[1] + 1
    quarter = quarter_at(line, line.past_hyphen(year[1]))
    return (replace(quarter[0], year=year[0]), quarter[1]) if quarter else None


def _second_year(line: Line, year: tuple[str, int]) -> Read:
    """ "1994-95" and "2019/20" are one stretch."""
    value, at = year
    if line[at].text not in ("-", "–", "/") or not line.glued(at) or not line.glued(at + 1) or len(line[at + 1].text) != 2:
        return None
    last = line[at + 1].number
    first = int(value)
    if last is None or not first % 100 < last <= first % 100 + 20:
        return None
    return Point(year=value, until_year=first - first % 100 + last), at + 2


def _tail(line: Line, found: Point, index: int) -> tuple[Point, int]:
    """The year, month or week that narrows a point from behind: "June last year", "the third quarter of 2015", "Tuesday of next week"."""
    if (found.part and found.year is None and found.shift is None and found.which is None) or (
        found.holiday and not found.year and found.which is None
    ):
        return _tail_year(line, found, index)
    if line.says(index, "or", "so") and found.shift and found.shift.count:
        return replace(found, mod=found.mod or "APPROX"), index + 2
    if found.weekday and not found.part and found.which is None and found.shift is None and not found.clock:
        at = line.past(index, "of")
        outer = relative_at(line, at)
        if outer and outer[0].shift and outer[0].shift.unit == "1W" and outer[0].part is None:
            return replace(found, shift=outer[0].shift), outer[1]
    if found.shift and found.shift.unit == "1Q" and found.shift.count == 0 and (ago := ago_year(line, index)):
        return replace(found, shift=Shift(-1, "1Y", story=True), period=True), ago
    if (
        found.shift
        and found.shift.unit == "1M"
        and found.shift.count == 0
        and found.shift.story
        and (outer := which_year(line, line.past(index, "of")))
    ):
        return replace(found, shift=outer[0].shift, period=True), outer[1]  # "the same month last year"
    if found.period and (outer := which_year(line, line.past(index, "of"))):
        return replace(found, shift=outer[0].shift), outer[1]
    return found, index


def _tail_year(line: Line, found: Point, index: int) -> tuple[Point, int]:
    at = line.past(line.past(index, ","), "of", "in")
    year = year_at(line, at, True)
    if year:
        return replace(found, year=year[0]), year[1]
    fiscal = fiscal_at(line, line.past(at, "the"))
    if fiscal and at > index:
        return replace(found, year=fiscal[0].year, fiscal=True), fiscal[1]
    outer = which_year(line, at)
    if outer and outer[0].shift and (found.part or found.holiday):
        return replace(found, shift=outer[0].shift), outer[1]
    return found, index


_READERS = (_at_clock, _weekday, date_at, _part_named, deictic_at, relative_at, year_ago, _of_week, _daypart, _era, _year, _year_end, _month_end)
