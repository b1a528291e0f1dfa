"""Does a percentage fit the numbers that stand with it?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from crosscheck.judge.checkrule import Line, Sum, lines_in, number
from crosscheck.judge.circumstances import plain
from crosscheck.model.article import Article
from crosscheck.model.claim import Extract, Quantity, Span

SLACK = 1.0  # percentage points, beside what the rounding of all three numbers allows; more would hide slips, less would find fault with rounding

_OF = re.compile(r"(?:\s+[\w-]+){0,2}\s+(?:out\s+)?of\s+(?:the\s+|its\s+|all\s+|a\s+total\s+of\s+)?(?:[\w-]+\s+)?$")
_PERCENT_AFTER = re.compile(r"(?:\s+[\w-]+){0,3}(?:,\s+or\s+|\s*\(|\s+[–—]\s+)(?:about\s+|nearly\s+|some\s+)?$")
_PERCENT_BEFORE = re.compile(r"(?:\s+[\w-]+){0,3}(?::\s+|\s*\(|\s+[–—-]\s+|,\s+or\s+)(?:about\s+|nearly\s+|some\s+)?$")
_TO = re.compile(r"(?:\s+percent|\s+per\s+cent|%)?(?:,)?\s+to\s+(?:a\s+record\s+)?$")
_FROM = re.compile(r"(?:\s+[\w-]+)?\s*(?:,)?\s+from\s+$")
_TO_AFTER = re.compile(r"(?:\s+[\w-]+)?\s+to\s+$")
_COMMA = re.compile(r",?\s+")
_WRITTEN = re.compile(r"\d[\d,]*(?:\.\d+)?")
_FROM_AFTER = re.compile(r"(?:,)?\s+from\s+$")


def shares(article: Article, extract: Extract) -> Iterator[Sum]:
    """Every "12 of the 40 villages (30 percent)"."""
    for line in lines_in(article, extract):
        for part, whole, percent in _triples(line):
            if _is_share(part, whole, percent) and _stand(line, part, _OF, whole, _PERCENT_AFTER, percent):
                yield _share(part, whole, percent)
            elif _is_share(whole, percent, part) and _stand(line, part, _PERCENT_BEFORE, whole, _OF, percent):
                yield _share(whole, percent, part)


def _is_share(part: Quantity, whole: Quantity, percent: Quantity) -> bool:
    return percent.kind == "percent" and part.kind in ("count", "part") and whole.kind == "count" and _plain(part, whole)


def _stand(line: Line, first: Quantity, before: re.Pattern[str], second: Quantity, after: re.Pattern[str], third: Quantity) -> bool:
    """Whether nothing but such words stand between the three."""
    gaps = line.between(first.span.end, second.span.start), line.between(second.span.end, third.span.start)
    return bool(before.fullmatch(gaps[0]) and after.fullmatch(gaps[1]))


def _triples(line: Line) -> Iterator[tuple[Quantity, Quantity, Quantity]]:
    found = line.quantities
    return ((found[at], found[at + 1], found[at + 2]) for at in range(len(found) - 2))


def _plain(*quantities: Quantity) -> bool:
    return all(q.value is not None and q.value > 0 and q.mod in ("=", "up", "down", "~") for q in quantities)


def _range(quantity: Quantity) -> tuple[float, float]:
    """What the number can be at the precision written."""
    value, half = quantity.value or 0.0, (quantity.precision or 0.0) / 2
    return value - half, value + half


def _share(part: Quantity, whole: Quantity, percent: Quantity) -> Sum:
    exact = 100 * (part.value or 0.0) / (whole.value or 1.0)
    span = Span(min(part.span.start, percent.span.start), max(whole.span.end, percent.span.end))
    return _sum(exact, exact, percent, span, f"{plain(part.text)} of {plain(whole.text)}")


def _sum(least: float, most: float, percent: Quantity, span: Span, what: str) -> Sum:
    low, high = _range(percent)
    allowed = SLACK + (0.1 * high if percent.mod == "~" else 0.0)
    holds = least <= high + allowed and low - allowed <= most
    middle = number(round((least + most) / 2, 1))
    return Sum(span, holds, f"{what} is {middle} percent, {'as stated' if holds else f'not {number(percent.value or 0)}'}.")


def changes(article: Article, extract: Extract) -> Iterator[Sum]:
    """Every "rose 12 percent to $3.4bn from $3.0bn" and "from 40 to 50, a rise of 25 percent" with all three numbers next to each other."""
    for line in lines_in(article, extract):
        for first, second, third in _triples(line):
            gaps = line.between(first.span.end, second.span.start), line.between(second.span.end, third.span.start)
            if first.kind != "percent" or not _plain(first, second, third) or not _alike(second, third):
                continue
            if _TO.fullmatch(gaps[0]) and _FROM.fullmatch(gaps[1]):
                yield from _change(first, third, second, Span(first.span.start, third.span.end))
            elif _FROM_AFTER.fullmatch(gaps[0]) and _TO_AFTER.fullmatch(gaps[1]):
                yield from _change(first, second, third, Span(first.span.start, third.span.end))
        yield from _over_ranges(line)


def _over_ranges(line: Line) -> Iterator[Sum]:
    """ "Rose 20 percent, from $50 to $60", whose two ends are read as one stretch; the verb or noun says which of them comes first."""
    for percent, ends in pairwise(line.quantities):
        if percent.kind != "percent" or percent.mod not in ("up", "down") or not _plain(percent) or not _from_to(line, percent, ends):
            continue
        low, high = (replace(ends, value=end, text=number(end)) for end in (ends.low or 0.0, ends.high or 0.0))
        before, after = (low, high) if percent.mod == "up" else (high, low)
        yield from _change(percent, before, after, Span(percent.span.start, ends.span.end))


def _from_to(line: Line, percent: Quantity, ends: Quantity) -> bool:
    gap = line.between(percent.span.end, ends.span.start)
    written = [float(end.replace(",", "")) for end in _WRITTEN.findall(ends.text)]
    rising = len(written) == 2 and (written[0] < written[1]) == (percent.mod == "up")
    return _COMMA.fullmatch(gap) is not None and ends.text.startswith("from ") and rising and bool(ends.low and ends.high)


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether both measure one thing; "from 2 billion" after "to 2.26 billion euros" leaves its unit out."""
    return one.kind in _MEASURED and other.kind in _MEASURED and (one.unit == other.unit or other.unit is None)


_MEASURED = ("count", "money", "measure")


def _change(percent: Quantity, before: Quantity, after: Quantity, span: Span) -> Iterator[Sum]:
    low, high = _range(before), _range(after)
    if low[0] <= 0:
        return
    ends = sorted(abs(100 * (new / old - 1)) for new in high for old in low)
    rising = (after.value or 0) >= (before.value or 0)
    if (percent.mod == "up" and not rising) or (percent.mod == "down" and rising):
        return  # the number before "from" may be of another thing
    yield _sum(ends[0], ends[-1], percent, span, f"From {plain(before.text)} to {plain(after.text)}")
