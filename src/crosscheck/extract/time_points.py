"""Which point of the calendar do these words speak of, absolute or relative: "late last year", "10 p.m. Wednesday", "May the following year"?

Readers over the words of a line; each gives what it read with the index behind it, or None. What is said is kept as said; `time_values`
finds the day.
"""

from __future__ import annotations

from dataclasses import replace

from crosscheck.extract.time_amounts import length, unit
from crosscheck.extract.time_dates import Read, clock_at, date_at, day_number, era_at, fiscal_at, month_at, year_at
from crosscheck.extract.time_lexer import Line, context
from crosscheck.extract.time_model import Point, Shift

_CALENDAR = ("1D", "1W", "1WE", "1M", "1Q", "1Y", "10Y", "100Y", "2W")


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
        return None  # in "the late-November trip" the article belongs to the noun
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
    found = _relative(line, index) or _deictic(line, index)
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
        found = Point(clock=_daypart_code(line, index)), index + 1
    if not found:
        return None
    return _joined(line, found) or found


def _joined(line: Line, found: tuple[Point, int]) -> Read:
    """The day that an hour or a part of the day belongs to, said behind it."""
    clock, at = found
    at = line.past(line.past(at, ","), "on", "of")
    day = _weekday(line, at) or date_at(line, at) or _deictic(line, at) or _relative(line, at)
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
    if dated := _date_behind(line, at):
        return replace(dated[0], weekday=int(day)), dated[1]
    code = _daypart_code(line, at)
    if code:
        here, at = replace(here, clock=code), at + 1
        if dated := _date_behind(line, at):
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


def _date_behind(line: Line, index: int) -> Read:
    at = line.past(line.past(line.past(index, ","), "the"), "(")
    found = date_at(line, at)
    if not found or not (found[0].day or found[0].numeric):
        return None
    closed = line[found[1]].text == ")" and line[at - 1].text == "("
    return found[0], found[1] + closed


def _short_weekday(line: Line, index: int) -> Read:
    """ "Sat., Oct. 3", "Sun 13 Oct": only beside a date."""
    day = line.sense(index, "weekday_short")
    if day is None or not line[index].capital:
        return None
    dated = _date_behind(line, line.past(index + 1, "."))
    return (replace(dated[0], weekday=int(day)), dated[1]) if dated else None


def _part_named(line: Line, index: int) -> Read:
    """A quarter or a season: "the third quarter", "third-quarter", "Q3", "spring 2020", "in the fall"."""
    found = _quarter(line, line.past(index, "the"))
    if found and line.lower(index) == "the" and line[found[1] - 2].text in ("-", "‐", "‑"):
        return None  # in "the third-quarter loss" the article belongs to the noun
    return found or _season(line, index)


def _quarter(line: Line, index: int) -> Read:
    fiscal = line.lower(index) in ("fiscal", "financial")
    at = line.past_hyphen(index + 1) if fiscal else index
    if line[at].text in ("Q", "H") and line.glued(at + 1) and line[at + 1].number in (1, 2, 3, 4)[: 4 if line[at].text == "Q" else 2]:
        return Point(part=f"{line[at].text}{line[at + 1].number}"), at + 2
    ordinal = line.sense(at, "ordinal")
    number, at = (int(ordinal), at + 1) if ordinal else (4, at + 1) if line.lower(at) == "final" else (None, at)
    if ordinal is None and line[at].number in (1, 2, 3, 4) and line.sense(at + 1, "ordinal_suffix") is not None:
        number, at = line[at].number, at + 2
    at = line.past(line.past_hyphen(at), "fiscal")
    if number not in (1, 2, 3, 4) or line.lower(at) != "quarter" or line.lower(line.past_hyphen(at + 1)) in ("century", "final", "finals"):
        return None
    return Point(part=f"Q{number}", fiscal=fiscal), at + 1


def _season(line: Line, index: int) -> Read:
    """Without a year, only behind a preposition with "the": "the spring" of a watch and "the fall of Saigon" are no seasons."""
    at = line.past(index, "the")
    code = line.sense(at, "season")
    if not isinstance(code, str):
        return None
    if line[at].capital and line[at + 1].capital and line[at + 1].number is None:
        return None  # "the Winter Meetings", "the Spring Festival"
    year = year_at(line, line.past(line.past(at + 1, ","), "of"), True)
    if year:
        last = _second_year(line, year) if code == "WI" else None
        return (replace(last[0], part=code), last[1]) if last else (Point(year=year[0], part=code), year[1])
    if line.lower(at + 1) in ("of", "in", "to", "from", "for") and not _which_year(line, line.past(at + 1, "of")):
        return None
    before = line[index - 1]
    if at > index and before.lower in context("preposition") and before.lower not in ("and", "or", "to", "for", "of", "after", "before"):
        return Point(part=code), at + 1
    alone = line.lower(at) in ("summer", "winter", "autumn", "springtime", "summertime", "wintertime")
    plain = at == index and before.lower in ("in", "by", "until", "since", "early", "late", "mid", "during", "-", "through", "every", "each")
    ends = line[at + 1].text in ("", ".", ",", ";", ")") or _which_year(line, at + 1) is not None or line.lower(at + 1) in ("and", "or")
    return (Point(part=code), at + 1) if plain and (alone or ends) else None


def _deictic(line: Line, index: int) -> Read:
    """today, yesterday, tomorrow, with a part of the day; "tonight"; "the day before yesterday"."""
    count = line.sense(index, "deictic")
    if count is not None:
        code = _daypart_code(line, index + 1)
        return Point(shift=Shift(int(count), "1D"), clock=code), index + (2 if code else 1)
    if line.lower(index) == "tonight":
        return Point(shift=Shift(0, "1D"), clock="NI"), index + 1
    at = line.past(index, "the")
    if line.says(at, "day", "before", "yesterday"):
        return Point(shift=Shift(-2, "1D")), at + 3
    return (Point(shift=Shift(2, "1D")), at + 3) if line.says(at, "day", "after", "tomorrow") else None


def _relative(line: Line, index: int) -> Read:
    """last/this/next and their kin before a unit, a month, a weekday, a season or a part of the day."""
    at = line.past(index, "the")
    which, story, behind = _pointer(line, at)
    if which is None:
        return _that(line, index)
    rolling = (at > index and line.lower(at) in ("last", "past", "next", "coming")) or line.lower(at) == "past"
    return _pointed(line, behind, which, story, rolling) or None


def _pointer(line: Line, index: int) -> tuple[int | None, bool, int]:
    """Which way a word points, whether from the story, and the index behind it; "this past", "this coming" are one pointer."""
    word = line[index]
    which = word.senses.get("which", word.senses.get("pointing"))
    if which is None:
        return None, False, index
    if word.lower == "this" and line.sense(index + 1, "pointing") in (1, -1):
        return int(line.sense(index + 1, "pointing") or 0), False, index + 2
    if word.lower == "this" and line.lower(index + 1) == "last":
        return -1, False, index + 2
    at = line.past(index + 1, "very", "full", "entire", "whole") if word.lower in ("next", "this", "same", "last") else index + 1
    return int(which), bool(word.senses.get("from_story")), at


def _pointed(line: Line, index: int, which: int, story: bool, rolling: bool) -> Read:
    weekday, month, season = line.sense(index, "weekday"), month_at(line, index), line.sense(index, "season")
    if weekday is not None:
        dated = _date_behind(line, index + 1)
        if dated:
            return replace(dated[0], weekday=int(weekday)), dated[1]
        code = _daypart_code(line, index + 1)
        return Point(weekday=int(weekday), which=which, clock=code, shift=_story_mark(story)), index + (2 if code else 1)
    if month and line.lower(index) not in ("mar", "jan"):
        day = day_number(line, month[1])
        return Point(part=month[0], which=which, day=day and day[0]), day[1] if day else month[1]
    if isinstance(season, str):
        return Point(part=season, which=which), index + 1
    return _pointed_part(line, index, which) or _pointed_unit(line, index, which, story, rolling)


def _story_mark(story: bool) -> Shift | None:
    return Shift(0, "1D", story=True) if story else None


def _pointed_part(line: Line, index: int, which: int) -> Read:
    """ "last night", "this morning", "last Christmas", "next Q3"."""
    code = _daypart_code(line, index)
    if code and line.lower(index) not in ("noon", "midnight", "overnight"):
        return Point(shift=Shift(which, "1D", story=which > 0), clock=code), index + 1  # "the next morning" follows the story
    holiday = date_at(line, index)
    if holiday and holiday[0].holiday and not holiday[0].year:
        return replace(holiday[0], which=which), holiday[1]
    return None


def _pointed_unit(line: Line, index: int, which: int, story: bool, rolling: bool) -> Read:
    fiscal = line.lower(index) in ("fiscal", "financial", "calendar", "academic", "school")
    at = index + fiscal
    if line.lower(at) == "period" and (story or which == 0):
        return Point(shift=Shift(0, "1Q", story=True), period=True), at + 1
    named = unit(line, at)
    if named is None or named[2] or named[0] not in _CALENDAR:
        return None
    code, end, _ = named
    if line.lower(line.past_hyphen(end)) in ("old", "long", "olds", "round") and line.past_hyphen(end) > end:
        return None
    if rolling and code in ("10Y", "100Y"):
        return None  # "the past decade" is as long as one
    story = story or (code == "1D" and which > 0)
    latest = story and line.lower(index - 1) == "latest"
    shift = Shift(which, code, story=story, rolling=rolling and which != 0)
    return Point(shift=shift, fiscal=fiscal and line.lower(index) != "calendar", period=latest), end


def _that(line: Line, index: int) -> Read:
    """ "that year", "that same day", "the year", "the quarter", "the weekend": what the story speaks of."""
    word = line.lower(index)
    if word not in ("that", "the"):
        return None
    at = line.past(line.past(index + 1, "same", "very"), "fiscal", "full", "calendar", "entire", "whole")
    named = unit(line, at)
    if named is None or named[2] or named[0] not in _CALENDAR:
        return _that_night(line, at) if word == "that" else None
    code, end, _ = named
    if word == "the" and not _stands_for(line, code, end, index):
        return None
    fiscal = line.lower(at - 1) == "fiscal"
    return Point(shift=Shift(0, code, story=word == "that" or code in ("1Q", "1M", "1W", "1D")), fiscal=fiscal), end


def _that_night(line: Line, index: int) -> Read:
    code = _daypart_code(line, index)
    return (Point(shift=Shift(0, "1D", story=True), clock=code), index + 1) if code else None


def _stands_for(line: Line, code: str, end: int, index: int) -> bool:
    """Does "the year" or "the weekend" speak of a certain one? Not before a noun or "of", and never for days or centuries."""
    if code == "1D":
        return line.lower(index - 1) in context("day_at_hand") and line[end].lower not in ("of", "that", "when", "-")
    if code not in ("1Y", "1Q", "1WE", "1M", "1W"):
        return False
    after = line[end]
    if after.lower in ("of", "before", "after", "when", "that", "-", "ago", "earlier", "in") and not (code == "1Q" and after.lower == "in"):
        return False
    if code in ("1M", "1W") and line.lower(index - 1) not in ("of", "in", "for", "during", "this", "earlier", "later", "on", "over", "and"):
        return False
    return line.lower(index - 1) != "of" or line[end].text not in ("'", "’") or code == "1Y"


def _year_ago(line: Line, index: int) -> Read:
    """ "the year-ago quarter", "year-earlier", "the year-earlier period": as long as what the story speaks of, a year before."""
    at = line.past(index, "the")
    at = line.past(at, "comparable", "corresponding", "same")
    joined = line.past_hyphen(at + 1)
    if line.lower(at) != "year" or joined == at + 1 or line.lower(joined) not in ("ago", "earlier"):
        return None
    here, end = Point(shift=Shift(-1, "1Y", story=True), period=True), joined + 1
    quarter = _quarter(line, end)
    if quarter:
        return replace(here, part=quarter[0].part), quarter[1]
    if line.lower(end) in ("quarter", "period", "month", "week", "day"):
        return here, end + 1
    start_of_noun = at if at > index and line.lower(index) == "the" else index
    return (here, end) if start_of_noun == index or (at == index + 1 and line.lower(index) != "the") else None


def _of_week(line: Line, index: int) -> Read:
    """ "the week of March 6", "the weekend of 6 March", "the night of April 14", "the morning of Sept. 11"."""
    at = line.past(index, "the")
    named, code = unit(line, at), _daypart_code(line, at)
    if not ((named and named[0] in ("1W", "1WE", "1M", "1Y")) or code):
        return None
    of = line.past(at + 1, "of", "beginning", "ending")
    if of == at + 1:
        return None
    found = _weekday(line, of) or date_at(line, of) or _deictic(line, of) or (None if code else _relative(line, of))
    if not found or found[0].clock:
        return None
    if code:
        return (replace(found[0], clock=code), found[1]) if _is_day(found[0]) else None
    if named and named[0] in ("1M", "1Y"):
        return found if found[0].part and not found[0].day else None
    return replace(found[0], week=named is not None and named[0] == "1W", weekend=named is not None and named[0] == "1WE"), found[1]


def _daypart(line: Line, index: int) -> Read:
    """A part of the day that stands alone: "the morning" behind "in", "midnight", "overnight", "mid-afternoon yesterday"."""
    at = line.past(index, "the")
    code = _daypart_code(line, at)
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


def _in_year(line: Line, year: tuple[str, int]) -> Read:
    """ "the 1988 period", "the 1988 second quarter"; in "the 1996 Olympics" only the year is a time, and it is read without "the"."""
    if line.lower(year[1]) in ("period", "quarter"):
        return Point(year=year[0], period=True), year[1] + 1
    quarter = _quarter(line, line.past_hyphen(year[1]))
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


def _daypart_code(line: Line, index: int) -> str | None:
    code = line.sense(index, "daypart")
    return code if isinstance(code, str) else None


def _tail(line: Line, found: Point, index: int) -> tuple[Point, int]:
    """The year, month or week that narrows a point from behind: "June last year", "the third quarter of 1990", "Tuesday of next week"."""
    if (found.part and found.year is None and found.shift is None and found.which is None) or (
        found.holiday and not found.year and found.which is None
    ):
        return _tail_year(line, found, index)
    if line.says(index, "or", "so") and found.shift and found.shift.count:
        return replace(found, mod=found.mod or "APPROX"), index + 2
    if found.weekday and not found.part and found.which is None and found.shift is None and not found.clock:
        at = line.past(index, "of")
        outer = _relative(line, at)
        if outer and outer[0].shift and outer[0].shift.unit == "1W" and outer[0].part is None:
            return replace(found, shift=outer[0].shift), outer[1]
    if found.shift and found.shift.unit == "1Q" and found.shift.count == 0 and (ago := _ago_year(line, index)):
        return replace(found, shift=Shift(-1, "1Y", story=True), period=True), ago
    if (
        found.shift
        and found.shift.unit == "1M"
        and found.shift.count == 0
        and found.shift.story
        and (outer := _which_year(line, line.past(index, "of")))
    ):
        return replace(found, shift=outer[0].shift, period=True), outer[1]  # "the same month last year"
    if found.period and (outer := _which_year(line, line.past(index, "of"))):
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
    outer = _which_year(line, at)
    if outer and outer[0].shift and (found.part or found.holiday):
        return replace(found, shift=outer[0].shift), outer[1]
    return found, index


def _which_year(line: Line, index: int) -> Read:
    """ "last year", "the following year", "that year", "a year earlier"."""
    found = _relative(line, index)
    if found and found[0].shift and found[0].shift.unit == "1Y" and found[0].part is None and not found[0].period:
        return found
    ago = _ago_year(line, index)
    return (Point(shift=Shift(-1, "1Y", story=line.lower(ago - 1) != "ago")), ago) if ago else None


def _ago_year(line: Line, index: int) -> int | None:
    size = length(line, index)
    if size and size[0].unit == "1Y" and size[0].low == 1 and line.lower(size[1]) in ("ago", "earlier", "before"):
        return size[1] + 1
    return None


def pointed_quarter(line: Line, index: int) -> Read:
    """ "this year's third quarter", "next year's first quarter", "last year's quarter"."""
    outer = _relative(line, index)
    if not outer or not outer[0].shift or outer[0].shift.unit != "1Y":
        return None
    at = outer[1]
    if line[at].text not in ("'", "’") or line.lower(at + 1) != "s":
        return None
    quarter = _quarter(line, at + 2)
    if quarter:
        return replace(quarter[0], shift=outer[0].shift), quarter[1]
    return (replace(outer[0], period=True), at + 3) if line.lower(at + 2) in ("quarter", "period") else None


def month_of(line: Line, index: int) -> Read:
    """A month that needs help from a relative year behind it: "May the following year"."""
    month = month_at(line, index)
    outer = _which_year(line, line.past(line.past(month[1], ","), "of")) if month else None
    return (Point(part=month[0], shift=outer[0].shift), outer[1]) if month and outer else None


_READERS = (_at_clock, _weekday, date_at, _part_named, _deictic, _relative, _year_ago, _of_week, _daypart, _era, _year, _year_end)
