"""Does a move of an index fit its points and the level that it ended at?

"Fell 1.2 percent, or 90 points, to 7,466": the level before the move is the one after it with the points put back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.judge.checkrule import Line, Sum, lines_in, number
from crosscheck.judge.circumstances import plain
from crosscheck.model.article import Article
from crosscheck.model.claim import Extract, Quantity, Span

SLACK = 0.1  # percentage points, beside what rounding allows; exchanges and agencies close at slightly different figures
LEAST = 5.0  # times the points: less is no level but another move
REACH = 70  # code points from the move to the level

_OR = re.compile(r",?\s+or\s+|\s+\(|,\s+")
_TO = re.compile(r"\b(?:to|at|level of)\s+(?:a\s+record\s+|around\s+)?$")


def moves(article: Article, extract: Extract) -> Iterator[Sum]:
    """Every percentage and number of points, in either order, that a level follows."""
    for line in lines_in(article, extract):
        for at in range(len(line.quantities) - 2):
            one, other, level = line.quantities[at : at + 3]
            percent, points = (one, other) if one.kind == "percent" else (other, one)
            if _is_move(percent, points, level) and _stands_together(line, one, other, level):
                yield _move(percent, points, level, Span(one.span.start, level.span.end))


def _is_move(percent: Quantity, points: Quantity, level: Quantity) -> bool:
    if percent.kind != "percent" or points.unit != "point" or level.unit not in ("point", None) or level.kind not in ("measure", "count"):
        return False
    values = (percent.value, points.value, level.value)
    exact = all(q.mod in ("=", "up", "down") for q in (percent, points, level))
    return exact and all(value is not None and value > 0 for value in values) and (level.value or 0) >= LEAST * (points.value or 0)


def _stands_together(line: Line, one: Quantity, other: Quantity, level: Quantity) -> bool:
    gap = line.between(other.span.end, level.span.start)
    return bool(_OR.fullmatch(line.between(one.span.end, other.span.start)) and len(gap) <= REACH and ";" not in gap and _TO.search(gap))


def _move(percent: Quantity, points: Quantity, level: Quantity, span: Span) -> Sum:
    """Where the words do not say which way it went, the nearer of both counts."""
    ways = {"up": (-1,), "down": (1,)}.get(percent.mod if percent.mod != "=" else points.mod, (1, -1))
    shares = [100 * (points.value or 0) / ((level.value or 0) + way * (points.value or 0)) for way in ways]
    stated = percent.value or 0.0
    nearest = min(shares, key=lambda share: abs(share - stated))
    rounding = (percent.precision or 0) / 2 + 50 * (points.precision or 0) / (level.value or 1)
    holds = abs(nearest - stated) <= SLACK + rounding
    outcome = "as stated" if holds else f"not {number(stated)}"
    return Sum(span, holds, f"{plain(points.text)} to {plain(level.text)} is {number(round(nearest, 2))} percent, {outcome}.")
