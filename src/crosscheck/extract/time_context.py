"""What do the other times of a sentence or an article say about one that is stated in part?

"In March and April 2022" has one year for two months, "In 2019, the party won in March and lost in October" too, and a month that the article has
named with its year may come again without.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from crosscheck.extract.time_calendar import interval_of
from crosscheck.extract.time_model import Expression, Point
from crosscheck.language.tokens import Token
from crosscheck.model.claim import Time

_JOINED = frozenset(["and", "or", "to", "until", "till", "through", ",", "-", "–", "—", "and in", "or in", ", and", "and on", "to the"])
_MONTH = re.compile(r"\d{4}-\d\d(-\d\d)?$")
_FRAME = frozenset(["in", "by", "since", "during", "throughout", "late in", "early in", "back in", "but in", "and in", "also in", ""])


def with_shared_years(expressions: Sequence[Expression], text: str) -> tuple[Expression, ...]:
    """Months and days take the year of the next one in the same list: "between March and May 2021", "3 and 5 June 2022"."""
    found: list[Expression] = []
    for expression in reversed(expressions):
        if found and (year := _shared_year(expression, found[-1], text)):
            expression = replace(expression, meaning=year)
        found.append(expression)
    return tuple(reversed(found))


def _shared_year(expression: Expression, after: Expression, text: str) -> Point | None:
    here, then = expression.meaning, after.meaning
    if not (isinstance(here, Point) and isinstance(then, Point) and _wants_year(here) and then.year and (then.part or "").isdecimal()):
        return None
    if not then.year.isdecimal() or len(then.year) != 4 or " ".join(text[expression.end : after.start].lower().split()) not in _JOINED:
        return None
    turned = (here.part or "", here.day or 0) > (then.part or "", then.day or 31)
    return replace(here, year=f"{int(then.year) - turned:04}")


def _wants_year(point: Point) -> bool:
    return (point.part or "").isdecimal() and point.year is None and point.shift is None and point.which is None


def with_frame(expressions: Sequence[Expression], text: str, start: int) -> tuple[Expression, ...]:
    """Months and days take the year that opens their sentence: "In 2019, the party won in March"."""
    first = expressions[0] if expressions else None
    if first is None or not isinstance(first.meaning, Point) or not _is_year(first.meaning):
        return tuple(expressions)
    if text[start : first.start].strip().lower() not in _FRAME or text[first.end : first.end + 1] not in (",", " "):
        return tuple(expressions)
    return tuple(_in_frame(expression, first.meaning.year) for expression in expressions)


def _in_frame(expression: Expression, year: str | None) -> Expression:
    meaning = expression.meaning
    return replace(expression, meaning=replace(meaning, year=year)) if isinstance(meaning, Point) and _wants_year(meaning) else expression


def _is_year(point: Point) -> bool:
    return point.year is not None and len(point.year) == 4 and point == Point(year=point.year)


def month_first(expressions: Iterable[Expression]) -> bool:
    """Does the article write 3/31/2022? Then 3/4/2022 is 4 March in it; otherwise it is 3 April."""
    numeric = [e.meaning.numeric for e in expressions if isinstance(e.meaning, Point) and e.meaning.numeric]
    return any(second > 12 for _, second in numeric) and not any(first > 12 for first, _ in numeric)


def narrowed(times: Sequence[tuple[Time, ...]]) -> tuple[tuple[Time, ...], ...]:
    """The times of an article without a date, where a month that it has named with its year comes again without.

    Only the latest month of the article lends its year: "the talks held late February 2024" and then "Late February, Mali was re-admitted".
    """
    latest = max((time.value[:7] for some in times for time in some if _MONTH.match(time.value)), default="")
    named, found = False, []
    for some in times:
        here = []
        for time in some:
            named = named or time.value.startswith(latest)
            here.append(_in_year(time, latest[:4]) if named and latest and time.value[:7] == f"XXXX{latest[4:]}" else time)
        found.append(tuple(here))
    return tuple(found)


def _in_year(time: Time, year: str) -> Time:
    value = year + time.value[4:]
    since, until = interval_of(value, time.mod) or (None, None)
    return replace(time, value=value, since=since, until=until)


def is_inside(token: Token, times: Iterable[Time]) -> bool:
    """Whether the word is a part of a time: the end of "March-end" is no event."""
    return any(time.span.start <= token.start and token.end <= time.span.end for time in times)
