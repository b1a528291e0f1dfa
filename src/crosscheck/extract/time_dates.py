"""Which date, year or decade is written here?

Readers of what is absolute: "31 March 2022", "Aug. 2020", "2022-03-31", "the '80s", "nineteen ninety-six". Every reader takes
the words and an index and gives what it read with the index behind it, or None.
"""

from __future__ import annotations

from dataclasses import replace

from crosscheck.extract.lexicon import words_of
from crosscheck.extract.time_clocks import clock_at
from crosscheck.extract.time_lexer import Line, context, phrase_at
from crosscheck.extract.time_model import Point, Read

YEAR = 4  # digits
STEPS = 8  # words before a decade among which one tells whose life it is of


def date_at(line: Line, index: int) -> Read:
    """A date in digits, or with the name of its month, or with the name of a holiday."""
    return _numeric(line, index) or _holiday(line, index) or _month_first(line, index) or _day_first(line, index)


def year_at(line: Line, index: int, sure: bool = False) -> tuple[str, int] | None:
    """A year in digits or words; `sure` where a month or the like stands in front, so that the number needs no further sign of being one."""
    return _digit_year(line, index, sure) or _word_year(line, index)


def era_at(line: Line, index: int) -> Read:
    """A decade or a century: "1990s", "the '80s", "the nineties", "the 20th century"."""
    return _decade(line, index) or _century(line, index)


def fiscal_at(line: Line, index: int) -> Read:
    """ "fiscal 1989", "fiscal year 2024", "FY2024", "the year 2000"."""
    word = line.lower(index)
    if word in ("fiscal", "fy", "financial"):
        at = line.past(line.past_hyphen(index + 1), "year")
        found = _digit_year(line, at, True)
        return (Point(year=found[0], fiscal=True), found[1]) if found else None
    if word == "year" and (found := year_at(line, index + 1, True)):
        return Point(year=found[0]), found[1]
    return None


def day_number(line: Line, index: int) -> tuple[int, int] | None:
    """A day of the month: "31", "21st", "eighth", "twenty-first"."""
    number = line[index].number
    if number is not None:
        return _digit_day(line, index, number)
    at, ordinal = index + 1, line.sense(index, "ordinal")
    if line.sense(index, "tens") in (20, 30):
        at = line.past_hyphen(index + 1)
        ones = line.sense(at, "ordinal")
        ordinal, at = (int(line.sense(index, "tens") or 0) + int(ones), at + 1) if ones and int(ones) < 10 else (None, at)
    return (int(ordinal), at) if ordinal and int(ordinal) <= 31 else None


def month_at(line: Line, index: int) -> tuple[str, int, bool] | None:
    """A month by name: its two digits, the index behind it (and the full stop of an abbreviation), and whether the name needs no help.

    "may", "march" and "august" in small letters are other words; short forms and capitals at most need a day or a year beside them.
    """
    word = line[index]
    number = word.senses.get("month")
    if number is not None:
        return (f"{number:02}", index + 1, True) if word.capital else None
    number = word.senses.get("month_short")
    if number is None or not word.capital:
        return None
    dotted = line[index + 1].text == "." and line.glued(index + 1)
    return f"{number:02}", index + 1 + dotted, dotted and word.lower not in ("mar", "jun", "jan")


def is_count_of(line: Line, index: int) -> bool:
    """Is the number that ends before `index` a count of something, as in "June 15 people were killed", "2000 metres"?"""
    word = line[index]
    if word.text in ("%", "°", "$", "€", "£") or word.lower in (
        "percent",
        "per",
        "pct",
        "million",
        "billion",
        "thousand",
        "hundred",
        "mln",
        "bn",
        "p",
    ):
        return True
    if word.text in (",", ".") and line.glued(index) and line.glued(index + 1) and line[index + 1].number is not None:
        return not _is_year_after_comma(line, index + 1)
    return bool(word.senses.get("units")) or word.lower in context("counted")


def _numeric(line: Line, index: int) -> Read:
    return _iso(line, index) or _slashed(line, index)


def _triple(line: Line, index: int, marks: str) -> tuple[tuple[int, int, int], str] | None:
    """Three numbers joined by the same mark, without spaces."""
    mark = line[index + 1].text
    if line[index].number is None or mark not in marks:
        return None
    numbers = tuple(line[index + i].number for i in (0, 2, 4))
    if None in numbers or line[index + 3].text != mark or not all(line.glued(index + i) for i in (1, 2, 3, 4)):
        return None
    if line[index + 5].text in ("-", "/", ".") and line.glued(index + 5) and line.glued(index + 6):
        return None
    a, b, c = (n for n in numbers if n is not None)
    return (a, b, c), mark


def _iso(line: Line, index: int) -> Read:
    found = _triple(line, index, "-/.")
    if not found or len(line[index].text) != 4 or (line.glued(index) and line[index - 1].text in "-/."):
        return None
    (year, month, day), _ = found
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    point, at = Point(year=f"{year:04}", part=f"{month:02}", day=day), index + 5
    then = at + 1 if line.lower(at) == "t" and line.glued(at) else at
    clock = clock_at(line, then)
    return (replace(point, clock=clock[0].clock), clock[1]) if clock and ":" in (clock[0].clock or "") else (point, at)


def _slashed(line: Line, index: int) -> Read:
    found = _triple(line, index, "/.-")
    if not found or (line.glued(index) and line[index - 1].text in "-/.$"):
        return None
    (a, b, year), _ = found
    digits = len(line[index + 4].text)
    if digits not in (2, 4) or max(a, b) > 31 or min(a, b) < 1 or min(a, b) > 12:
        return None
    return Point(year=f"{year:04}" if digits == 4 else _century_of(year), numeric=(a, b)), index + 5


def _century_of(year: int) -> str:
    """Two digits as a year between 1951 and 2050."""
    return f"{1900 + year if year > 50 else 2000 + year}"


def _month_first(line: Line, index: int) -> Read:
    """March 31, March 31st, 2022; Aug. 2020; "May the following year" is read by the points."""
    found = month_at(line, index)
    if not found:
        return None
    month, at, sure = found
    day = day_number(line, line.past(at, "the"))
    if day and _in_front(line, index) and line[at].number is not None and line[day[1]].text != ",":
        day = None  # "In June 15 people were killed": a day takes "on"
    if day:
        return with_year(line, day[1], Point(part=month, day=day[0]))
    year = _year_behind(line, at)
    if year:
        return Point(year=year[0], part=month), year[1]
    return (Point(part=month), at) if sure and _stands_alone(line, index, at) else None


def _in_front(line: Line, index: int) -> bool:
    return line.lower(index - 1) == "in"


def with_year(line: Line, index: int, point: Point) -> tuple[Point, int]:
    """The point with the year behind it, if there is one."""
    year = _year_behind(line, index)
    return (replace(point, year=year[0]), year[1]) if year else (point, index)


def _year_behind(line: Line, index: int) -> tuple[str, int] | None:
    """ "2022", ", 2022", "of 2022", "'22"."""
    at = line.past(line.past(index, ","), "of", "in")
    if line[at].text in "'’‘" and line[at].text and line.glued(at + 1) and len(line[at + 1].text) == 2 and line[at + 1].number is not None:
        return _century_of(line[at + 1].number or 0), at + 2
    return year_at(line, at, True)


def _stands_alone(line: Line, index: int, end: int) -> bool:
    """Is the month's name a month here, rather than a person's ("April Smith"), a verb's ("May I …") or a place's?"""
    word, before, after = line[index], line[index - 1], line[end]
    if word.text.isupper() and len(word.text) > 3 and word.lower in ("may", "march", "august"):
        return False  # a headline in capitals
    if before.lower in context("preposition") or (before.text in "(-–" and before.text):
        return word.lower != "march" or before.lower not in ("that", "is", "was", "to") or _ends_months(line, index)
    if word.lower == "may":
        return before.lower in context("before_may") or after.lower in ("this", "last", "next", "of") or before.text == "."
    named = after.capital and not after.senses and line.words[end - 1].text != "."
    if word.lower == "march":
        return not named and after.lower not in context("marched") and before.lower not in ("a", "to")
    return not named


def _ends_months(line: Line, index: int) -> bool:
    """Is this the March of "the three months to March", "from January to March"?"""
    return line.lower(index - 1) == "to" and (line.sense(index - 2, "units") is not None or line.sense(index - 2, "month") is not None)


def _day_first(line: Line, index: int) -> Read:
    """31 March 2022, 31st of March, the eighth of March."""
    found = day_number(line, index)
    if not found or (line.glued(index) and line[index - 1].text in "$£€¥#.,:/-" and not _second_of_two(line, index)):
        return None
    month = month_at(line, line.past(found[1], "of"))
    if not month or found[0] > 31 or (line[index].lower == "second" and line.lower(index + 1) != "of"):
        return None
    return with_year(line, month[1], Point(part=month[0], day=found[0]))


def _second_of_two(line: Line, index: int) -> bool:
    """Is this the "9" of "8-9 May"?"""
    first = line[index - 2].number
    return line[index - 1].text == "-" and first is not None and 1 <= first < (line[index].number or 0) and not line.glued(index - 2)


def earlier_day(line: Line, index: int) -> Read:
    """The "3" of "from 3 to 5 June", the "8" of "8-9 May 1945": a day whose month stands behind the next one."""
    number = line[index].number
    if number is None or not 1 <= number <= 31 or len(line[index].text) > 2 or (line.glued(index) and line[index - 1].text in "$£€¥#.,:/-"):
        return None
    at = index + (2 if line.glued(index + 1) and line.sense(index + 1, "ordinal_suffix") is not None else 1)
    if line.lower(at) not in ("and", "or", "to", "-", "–", "until", "till", "through") or line[at + 1].number is None:
        return None
    later = _day_first(line, at + 1)
    if not later or not later[0].day or later[0].day <= number:
        return None
    return Point(part=later[0].part, day=number, year=later[0].year), at


def _digit_day(line: Line, index: int, number: int) -> tuple[int, int] | None:
    if not 1 <= number <= 31 or len(line[index].text) > 2:
        return None
    if line.glued(index + 1) and (line.sense(index + 1, "ordinal_suffix") is not None):
        return number, index + 2
    after = line[index + 1]
    if (line.glued(index + 1) and ((after.text in (":", "/") and line.glued(index + 2)) or after.text.isalpha())) or is_count_of(line, index + 1):
        return None
    if line.lower(index + 1) in ("a", "p") and line[index + 2].text == ".":
        return None  # "Sept. 4 p.m."
    return number, index + 1


def _digit_year(line: Line, index: int, sure: bool) -> tuple[str, int] | None:
    word = line[index]
    if word.number is None or len(word.text) != 4 or not 1000 <= word.number <= 2100:
        return None
    if line.glued(index) and line[index - 1].text in "$£€¥#.,:/+" and not (sure and _is_year_after_comma(line, index)):
        return None
    after = line[index + 1]
    if line.glued(index + 1) and (
        after.text.isalpha() or (after.text in ("-", "–", "/", ":") and line.glued(index + 2) and not _joins(line, index + 2))
    ):
        return None
    if is_count_of(line, index + 1) or not (sure or _dated(line, index)):
        return None
    return word.text, index + 1


def _is_year_after_comma(line: Line, index: int) -> bool:
    """The year of a date that lacks a space: "July 13,2009"; of a count three digits stand behind a comma."""
    day = line[index - 2]
    return line[index - 1].text == "," and len(line[index].text) == YEAR and 1 <= (day.number or 0) <= 31 and len(day.text) <= 2


def _joins(line: Line, index: int) -> bool:
    """Behind a year and a hyphen: "1994-95", "2019-2020", "1990-model" but no "2000-strong" and no telephone number."""
    number = line[index].number
    if number is None:
        return line.lower(index) not in ("strong", "odd", "plus") and not line.sense(index, "unit")
    return len(line[index].text) in (2, 4) and not (line[index + 1].text == "-" and line.glued(index + 1))


def _dated(line: Line, index: int) -> bool:
    """Is a bare number of four digits a year? After a preposition nearly always; elsewhere when nothing makes it a count or a name."""
    before, after, year = line[index - 1], line[index + 1], line[index].number or 0
    if before.lower in context("designator") or not 1000 <= year <= 2100:
        return False
    plural = after.lower.endswith("s") and not after.capital and not after.lower.endswith("ss") and len(after.lower) > 3
    if before.lower in context("preposition") or before.text in "(['‘\"":
        return not plural or before.lower in ("in", "since", "until", "by", "during", "the", "fiscal") or before.text == "("
    return year >= 1600 and (not plural or (before.lower in ("the", "its", "their", "his", "her", "s") and year >= 1900))


def _word_year(line: Line, index: int) -> tuple[str, int] | None:
    """ "nineteen ninety-six", "twenty twenty-two", "two thousand and one"."""
    first = line.sense(index, "small") or line.sense(index, "tens")
    if first in (17, 18, 19, 20) and (found := _two_digits(line, line.past_hyphen(index + 1))):
        return f"{first}{found[0]:02}", found[1]
    if line.says(index, "two", "thousand") and not line.sense(index + 2, "units"):
        at = line.past(index + 2, "and")
        found = _two_digits(line, at) if at > index + 2 else None
        if line.sense(found[1] if found else index + 2, "scale"):
            return None
        return (f"20{found[0]:02}", found[1]) if found else ("2000", index + 2) if line.lower(index - 1) in ("year", "in", "by", "since") else None
    return None


def _two_digits(line: Line, index: int) -> tuple[int, int] | None:
    tens, small = line.sense(index, "tens"), line.sense(index, "small")
    if tens is None:
        if line.lower(index) in ("oh", "o") and line.sense(index + 1, "small"):
            return int(line.sense(index + 1, "small") or 0), index + 2
        return (int(small), index + 1) if small is not None and int(small) >= 10 and not line.sense(index + 1, "units") else None
    at = line.past_hyphen(index + 1)
    ones = line.sense(at, "small")
    found = (int(tens) + int(ones), at + 1) if ones and 0 < int(ones) < 10 else (int(tens), index + 1)
    return None if line.sense(found[1], "units") or line.sense(found[1], "scale") else found


def _decade(line: Line, index: int) -> Read:
    return None if _is_of_a_life(line, index) else _written_decade(line, index)


def _is_of_a_life(line: Line, index: int) -> bool:
    """ "A man in his mid-20s", "in their late teens to early twenties": how old somebody is."""
    number = line[index].number
    if number is not None and number >= 100:
        return False  # "their late 1990s records"
    at = index - 1
    while at > index - STEPS and (line.lower(at) in context("part_of_life") or line[at].number is not None or line.sense(at, "tens_plural")):
        at -= 1
    return at < index - 1 and line.lower(at) in context("owner_of_years")


def _written_decade(line: Line, index: int) -> Read:
    at = index + 1 if line[index].text in "'’‘`" and line.glued(index + 1) else index
    number, quoted = line[at].number, at > index
    if number is not None and number % 10 == 0 and len(line[at].text) in (2, 4):
        end = at + 1
        end = end + 1 if line[end].text in "'’" and line[end].text and line.glued(end) and line.lower(end + 1) == "s" else end
        if line.lower(end) == "s" and line.glued(end):
            if len(line[at].text) == 4 and 1000 <= number <= 2090:
                return Point(year=line[at].text[:3]), end + 1
            if quoted or (line.lower(index - 1) in ("the", "early", "late", "mid", "-") and number >= 20):
                return Point(year=f"{19 if number >= 30 else 20}{number // 10}"), end + 1
    tens = line.sense(index, "tens_plural")
    if tens and (line.lower(index - 1) in ("the", "early", "late", "mid", "-") or line.sense(index - 1, "small") == 19):
        return Point(year=f"19{int(tens) // 10}"), index + 1
    return _worded_decade(line, index)


def _worded_decade(line: Line, index: int) -> Read:
    tens = line.sense(line.past_hyphen(index + 1), "tens_plural")
    if line.sense(index, "small") in (18, 19) and tens:
        return Point(year=f"{line.sense(index, 'small')}{int(tens) // 10}"), line.past_hyphen(index + 1) + 1
    return None


def _century(line: Line, index: int) -> Read:
    """The twentieth century is written "19", as ISO 8601 and TIMEX3 do."""
    number = line[index].number
    if number is not None and line.glued(index + 1) and line.sense(index + 1, "ordinal_suffix") is not None:
        at = index + 2
    else:
        worded = day_number(line, index)
        if not worded or line[index].number is not None:
            return None
        number, at = worded
    at = line.past_hyphen(at)
    if line.lower(at) not in ("century", "centuries") or not 1 <= number <= 22 or line.lower(at + 1) in ("bc", "bce", "b"):
        return None
    return Point(year=f"{number - 1:02}"), at + 1


def _holiday(line: Line, index: int) -> Read:
    found = phrase_at(line, index, "holiday")
    if not found or _is_elsewhere(line, index, found[0].meaning[1]):
        return None
    if not any(line[i].capital for i in range(index, found[1])) and not _is_bound_to_new_year(line, index):
        return None
    rule = found[0].meaning[1]
    point = Point(holiday=rule, mod="APPROX" if rule.startswith("~") else None)
    if line.lower(found[1]) in ("week", "weekend"):
        return replace(point, week=line.lower(found[1]) == "week", weekend=line.lower(found[1]) == "weekend"), found[1] + 1
    return with_year(line, found[1], point)


def _is_bound_to_new_year(line: Line, index: int) -> bool:
    """ "Delays until the new year": what is to come "in the new year" is of the whole of it."""
    said = tuple(line.lower(index + step) for step in (-1, 0, 1, 2))
    return said[1:] == ("the", "new", "year") and said[0] in ("until", "till", "by", "before", "to")


def _is_elsewhere(line: Line, index: int, rule: str) -> bool:
    """ "Ghana's Independence Day", "Indian Independence Day" are other days than the American one; "Orthodox Easter" than the western."""
    before = line[index - 1]
    owned = before.lower == "s" and line[index - 2].text in ("'", "’")
    named = before.capital and index > 1 and not before.senses and before.lower not in context("preposition")
    return (owned or named) and line.lower(index) in words_of("time_holidays", "national")
