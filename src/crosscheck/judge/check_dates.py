"""Does a day of the week fit its date?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from crosscheck.judge.checkrule import Line, Sum, lines_in
from crosscheck.model.article import Article
from crosscheck.model.claim import Extract, Span, Time

NEAR = timedelta(days=60)  # a date without its year is taken to be of the article's own season

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT = {day[:3]: day for day in _DAYS} | {"Tues": "Tuesday", "Thur": "Thursday", "Thurs": "Thursday"}
_NAMED = re.compile(r"\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tues?|Wed|Thu|Thurs?|Fri|Sat|Sun)\b\.?")
_LED = re.compile(_NAMED.pattern + r",?\s+(?:the\s+|\()?$")


def weekdays(article: Article, extract: Extract) -> Iterator[Sum]:
    """Every full date with a weekday in its words or right before them."""
    for line in lines_in(article, extract):
        for time in line.times:
            day = _date(article, time)
            named = _weekday(line, time) if day else None
            if day and named:
                yield _sum(named[0], Span(named[1], time.span.end), day)


def _date(article: Article, time: Time) -> date | None:
    """The day, if the words give its year, or the article's date lies near."""
    if time.type not in ("DATE", "TIME") or not re.fullmatch(r"\d{4}-\d\d-\d\d", time.value[:10]) or not any(map(str.isdigit, time.text)):
        return None
    try:
        day = date.fromisoformat(time.value[:10])
    except ValueError:
        return None
    return day if time.value[:4] in time.text or _is_near(article, day) else None


def _is_near(article: Article, day: date) -> bool:
    if article.published is None or len(article.published) < 10:
        return False
    return abs(date.fromisoformat(article.published[:10]) - day) <= NEAR


def _weekday(line: Line, time: Time) -> tuple[str, int] | None:
    """The weekday's full name and where it stands: in the time's own words, or right before them ("Friday, ")."""
    inside = list(_NAMED.finditer(time.text))
    if len(inside) == 1:
        return _full(inside[0][1]), time.span.start
    led = _LED.search(line.before(time.span.start, 16))
    return (_full(led[1]), time.span.start - len(led.group())) if led and not inside else None


def _full(name: str) -> str:
    return _SHORT.get(name, name)


def _sum(named: str, span: Span, day: date) -> Sum:
    real = _DAYS[day.weekday()]
    written = f"{day.day} {day:%B %Y}"
    if real == named:
        return Sum(span, True, f"{written} was a {real}, as stated.")
    return Sum(span, False, f"{written} was a {real}, not a {named}.")
