"""Does a span of years fit its ends, and an age the year of birth?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.extract.time_calendar import bounds
from crosscheck.judge.checkrule import Line, Sum, lines_in, number
from crosscheck.judge.lexicon import words
from crosscheck.model.article import Article
from crosscheck.model.claim import Extract, Quantity, Span
from crosscheck.values import dataclass

SLACK = 1.0  # years; "from 1991 to 2019" is 28 years by its ends and may be counted as 29
ROUGH = 0.1  # relative; what "about" allows
REACH = 160  # code points from the number of years to the later of its ends
AGO_REACH = 30
OLDEST = 115
YEAR = 365.25

_YEAR = re.compile(r"\b(1[4-9]\d\d|20\d\d)\b(?!\s*(?:metres|meters|people|dollars|tons|troops|km|miles))")
_UNTIL = re.compile(r"\b(?:until|till|through)\b")
_TO = re.compile(r"\s*(?:to|[-–—])\s*(?:(?:early|mid|late|the end of)?[\s-]*)?(?:[A-Z][a-z]+\s+)?")
_AND = re.compile(r"\s+and\s+(?:[A-Z][a-z]+\s+)?")
_FROM = re.compile(r"\b(?:from|in|since|after|between|of)\b|\($")
_BORN = re.compile(r"\bborn\b[^.;]{0,40}?\b(1[89]\d\d|20\d\d)\b")


@dataclass(frozen=True, slots=True)
class Years:
    """A year written in the text with the stretch that it stands for, in years of the calendar with fractions."""

    span: Span
    first: float
    last: float


def spans(article: Article, extract: Extract) -> Iterator[Sum]:
    """Every number of years with two years as its ends in one sentence."""
    for line in lines_in(article, extract):
        for stated in line.quantities:
            ends = _ends_after(line, stated) if _is_span(line, stated) else None
            if ends is not None:
                yield _span(stated, *ends)


def _is_span(line: Line, stated: Quantity) -> bool:
    """Whether it is a length of time ("for thirty years"), not a point ("thirty years ago"), an age or one of several lengths."""
    if not _counts_years(stated) or stated.kind in ("age", "ordinal"):
        return False
    led = [word for word in line.before(stated.span.start, 16).casefold().split() if word not in words("sums", "about_years")]
    return bool(led and led[-1] in words("sums", "before_years")) or _over(line, stated)


def _over(line: Line, stated: Quantity) -> bool:
    return line.before(stated.span.start, 6).casefold().endswith("over ")


def _counts_years(stated: Quantity) -> bool:
    unit = stated.unit or (stated.of or "").split(" ")[-1]
    return unit in ("year", "decade") and (stated.value is not None)


def _length(stated: Quantity) -> tuple[float, float]:
    """The least and the most years that the words allow."""
    value = stated.value or 0.0
    scale = 10.0 if "decade" in (stated.unit or stated.of or "") else 1.0
    years = value * scale
    if stated.mod in (">", ">="):
        return years, years * 1.25 + SLACK
    if stated.mod in ("<", "<="):
        return years * 0.75 - SLACK, years
    rough = ROUGH * years if stated.mod == "~" or scale > 1 else 0.0
    return years - max(rough, SLACK), years + max(rough, SLACK)


def _ends_after(line: Line, stated: Quantity) -> tuple[Years, Years] | None:
    """The two years after the number of years: the first led by from, in, after or since, the second by until or to, no others near them."""
    window = line.rest(stated.span.end, REACH)
    found = [_years(line, stated.span.end + m.start(), stated.span.end + m.end()) for m in _YEAR.finditer(window)]
    if len(found) != 2 or any(_counts_years(q) for q in line.quantities if stated.span.end <= q.span.start < found[1].span.end):
        return None
    first, second = found
    led = line.between(stated.span.end, first.span.start)
    joint = line.between(first.span.end, second.span.start)
    if not _FROM.search(led[-24:].rstrip()) or not _joins(led, joint) or first.last > second.first:
        return None
    return (first, second) if ";" not in led + joint else None


def _joins(led: str, joint: str) -> bool:
    """Whether the words between two years make them ends: until anywhere, "to" or a dash alone, "and" alone after "between"."""
    if _UNTIL.search(joint) or _TO.fullmatch(joint):
        return True
    return _AND.fullmatch(joint) is not None and "between" in led.split()[-3:]


def _years(line: Line, start: int, end: int) -> Years:
    """The year with its month or day where a time of the sentence says so."""
    year = float(line.between(start, end))
    for time in line.times:
        known = bounds(time.value) if time.span.start <= start and end <= time.span.end and time.type == "DATE" else None
        if known is not None and known[0].year == year:
            first, last = ((at.year + (at.timetuple().tm_yday - 1) / YEAR) for at in known)
            return Years(Span(start, end), first, last)
    return Years(Span(start, end), year, year + 1)


def _span(stated: Quantity, first: Years, second: Years) -> Sum:
    least, most = second.first - first.last, second.last - first.first
    low, high = _length(stated)
    holds = least <= high and low <= most
    years = int(second.first) - int(first.first)
    span = Span(stated.span.start, second.span.end)
    outcome = "as stated" if holds else f"not {' '.join(stated.text.split())}"
    return Sum(span, holds, f"From {int(first.first)} to {int(second.first)} is {years} years, {outcome}.")


def ago(article: Article, extract: Extract) -> Iterator[Sum]:
    """Every "so many years ago, in such a year", where the article's date is known."""
    now = _published(article)
    for line in lines_in(article, extract) if now else ():
        for stated in line.quantities:
            if not _counts_years(stated) or now is None:
                continue
            found = re.compile(r"(?:\s+years?|\s+decades?)?\s+ago\s*,?\s*(?:\(|in\s+|back in\s+)?(?:[A-Z][a-z]+\s+)?(\d{4})\b").match(
                line.rest(stated.span.end, AGO_REACH)
            )
            if found is not None:
                yield _ago(stated, float(found[1]), now, stated.span.end + found.end())


def _ago(stated: Quantity, year: float, now: float, end: int) -> Sum:
    low, high = _length(stated)
    holds = now - (year + 1) <= high and low <= now - year
    outcome = "as stated" if holds else f"not {' '.join(stated.text.split())}"
    return Sum(Span(stated.span.start, end), holds, f"{int(year)} was {number(int(now) - int(year))} years before {int(now)}, {outcome}.")


def _published(article: Article) -> float | None:
    known = bounds(article.published[:10]) if article.published else None
    return known[0].year + (known[0].timetuple().tm_yday - 1) / YEAR if known else None


def ages(article: Article, extract: Extract) -> Iterator[Sum]:
    """Every age with a year of birth in one sentence, where the article's date is known and the sentence names no other year."""
    now = _published(article)
    for line in lines_in(article, extract) if now else ():
        text = line.between(line.span.start, line.span.end)
        born = _BORN.search(text)
        old = [q for q in line.quantities if q.kind == "age" and q.value is not None and q.value <= OLDEST]
        if born is None or now is None or len(old) != 1 or len(_YEAR.findall(text)) != 1:
            continue
        yield _age(old[0], int(born[1]), now, Span(line.span.start + born.start(), line.span.start + born.end()))


def _age(stated: Quantity, birth: int, now: float, born: Span) -> Sum:
    low, high = now - birth - 1, now - birth
    holds = stated.value is not None and low - SLACK <= stated.value <= high + SLACK
    span = Span(min(stated.span.start, born.start), max(stated.span.end, born.end))
    outcome = "as stated" if holds else f"not {number(stated.value or 0)}"
    return Sum(span, holds, f"Who was born in {birth} is {int(now) - birth - 1} or {int(now) - birth} in {int(now)}, {outcome}.")
