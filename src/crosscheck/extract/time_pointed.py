"""Which point of the calendar do words point to from another: "last year", "that week", "two days ago", "the following May"?"""

from __future__ import annotations

from dataclasses import replace

from crosscheck.extract.time_amounts import length, unit
from crosscheck.extract.time_dates import date_at, day_number, month_at
from crosscheck.extract.time_lexer import Line, context
from crosscheck.extract.time_model import Point, Read, Shift

_CALENDAR = ("1D", "1W", "1WE", "1M", "1Q", "1Y", "10Y", "100Y", "2W")


def date_behind(line: Line, index: int) -> Read:
    at = line.past(line.past(line.past(index, ","), "the"), "(")
    found = date_at(line, at)
    if not found or not (found[0].day or found[0].numeric):
        return None
    closed = line[found[1]].text == ")" and line[at - 1].text == "("
    return found[0], found[1] + closed


def quarter_at(line: Line, index: int) -> Read:
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


def deictic_at(line: Line, index: int) -> Read:
    """today, yesterday, tomorrow, with a part of the day; "tonight"; "the day before yesterday"."""
    count = line.sense(index, "deictic")
    if count is not None:
        code = daypart_code(line, index + 1)
        return Point(shift=Shift(int(count), "1D"), clock=code), index + (2 if code else 1)
    if line.lower(index) == "tonight":
        return Point(shift=Shift(0, "1D"), clock="NI"), index + 1
    at = line.past(index, "the")
    if line.says(at, "day", "before", "yesterday"):
        return Point(shift=Shift(-2, "1D")), at + 3
    return (Point(shift=Shift(2, "1D")), at + 3) if line.says(at, "day", "after", "tomorrow") else None


def relative_at(line: Line, index: int) -> Read:
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
        dated = date_behind(line, index + 1)
        if dated:
            return replace(dated[0], weekday=int(weekday)), dated[1]
        code = daypart_code(line, index + 1)
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
    code = daypart_code(line, index)
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
    code = daypart_code(line, index)
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


def year_ago(line: Line, index: int) -> Read:
    """ "the year-ago quarter", "year-earlier", "the year-earlier period": as long as what the story speaks of, a year before."""
    at = line.past(index, "the")
    at = line.past(at, "comparable", "corresponding", "same")
    joined = line.past_hyphen(at + 1)
    if line.lower(at) != "year" or joined == at + 1 or line.lower(joined) not in ("ago", "earlier"):
        return None
    here, end = Point(shift=Shift(-1, "1Y", story=True), period=True), joined + 1
    quarter = quarter_at(line, end)
    if quarter:
        return replace(here, part=quarter[0].part), quarter[1]
    if line.lower(end) in ("quarter", "period", "month", "week", "day"):
        return here, end + 1
    start_of_noun = at if at > index and line.lower(index) == "the" else index
    return (here, end) if start_of_noun == index or (at == index + 1 and line.lower(index) != "the") else None


def daypart_code(line: Line, index: int) -> str | None:
    code = line.sense(index, "daypart")
    return code if isinstance(code, str) else None


def which_year(line: Line, index: int) -> Read:
    """ "last year", "the following year", "that year", "a year earlier"."""
    found = relative_at(line, index)
    if found and found[0].shift and found[0].shift.unit == "1Y" and found[0].part is None and not found[0].period:
        return found
    ago = ago_year(line, index)
    return (Point(shift=Shift(-1, "1Y", story=line.lower(ago - 1) != "ago")), ago) if ago else None


def ago_year(line: Line, index: int) -> int | None:
    size = length(line, index)
    if size and size[0].unit == "1Y" and size[0].low == 1 and line.lower(size[1]) in ("ago", "earlier", "before"):
        return size[1] + 1
    return None


def pointed_quarter(line: Line, index: int) -> Read:
    """ "this year's fourth quarter", "next year's second quarter", "last year's quarter"."""
    outer = relative_at(line, index)
    if not outer or not outer[0].shift or outer[0].shift.unit != "1Y":
        return None
    at = outer[1]
    if line[at].text not in ("'", "’") or line.lower(at + 1) != "s":
        return None
    quarter = quarter_at(line, at + 2)
    if quarter:
        return replace(quarter[0], shift=outer[0].shift), quarter[1]
    return (replace(outer[0], period=True), at + 3) if line.lower(at + 2) in ("quarter", "period") else None


def month_of(line: Line, index: int) -> Read:
    """A month that needs help from a relative year behind it: "May the following year"."""
    month = month_at(line, index)
    outer = which_year(line, line.past(line.past(month[1], ","), "of")) if month else None
    return (Point(part=month[0], shift=outer[0].shift), outer[1]) if month and outer else None
