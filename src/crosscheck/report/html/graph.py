"""Who hangs on whom, as a picture: sources on the left, articles in the middle in the boxes of their origins, shared text on the right.

The layout goes by order alone: origins as they are listed, articles as their origin has them, a source beside the middle of those who cite it.
Lengths are in units of the picture, which is as wide as WIDTH and as high as it needs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from crosscheck.model.report import Overlap
from crosscheck.model.sources import Cite, Origin
from crosscheck.report.html.reader import Reader
from crosscheck.report.quotes import visible
from crosscheck.report.rows import cut
from crosscheck.values import dataclass

WIDTH = 700
_SOURCE, _ARTICLE, _RIGHT = 210, 310, 580  # where a source's name ends, and where a box begins and ends
_LINE, _GAP, _TOP = 26, 14, 16  # between articles, between boxes, above the first
_NAME, _TITLE = 28, 32  # letters
_MOST = 60  # articles; a larger picture is a wall
_BULGE = 26  # of the arc between two articles, at least
_WITHIN = ("copied_text",)


@dataclass(frozen=True, slots=True)
class Label:
    x: float
    y: float
    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """A curve, as SVG has it; `title` says in words what it joins, `at` is where `text` stands."""

    path: str
    title: str
    text: str = ""
    at: tuple[float, float] = (0, 0)


@dataclass(frozen=True, slots=True)
class Graph:
    width: int
    height: float
    boxes: tuple[Box, ...]
    articles: tuple[Label, ...]
    sources: tuple[Label, ...]
    cites: tuple[Line, ...]
    copies: tuple[Line, ...]
    left_out: int


def graph_of(reader: Reader, origins: Sequence[Origin], cites: Sequence[Cite], overlaps: Iterable[Overlap]) -> Graph:
    """Without sources where nobody cites any; articles beyond the first `_MOST` are left out."""
    shown = _first(origins, cites)
    boxes, places = _boxes(shown)
    sources = _sources([cite for cite in cites if cite.article in places], places)
    last = max([*places.values(), *sources.values()], default=0.0)
    return Graph(
        WIDTH,
        last + _LINE,
        tuple(boxes),
        tuple(Label(_ARTICLE + 12, y + 4.5, _title(reader, id_), reader.anchor(id_) or "") for id_, y in places.items()),
        tuple(Label(_SOURCE, y + 4.5, cut(visible(name), _NAME)) for name, y in sources.items()),
        tuple(_cite(reader, cite, sources[cite.source], places[cite.article]) for cite in _each_once(cites, places)),
        tuple(_copy(reader, one, places) for one in overlaps if one.kind in _WITHIN and set(one.articles) <= set(places)),
        sum(len(origin.articles) for origin in origins) - len(places),
    )


def _first(origins: Sequence[Origin], cites: Sequence[Cite]) -> list[tuple[str, ...]]:
    """The articles of the origins, those first that hang on something."""
    citing, left = {cite.article for cite in cites}, _MOST
    shown: list[tuple[str, ...]] = []
    for origin in sorted(origins, key=lambda one: not (len(one.articles) > 1 or citing.intersection(one.articles))):
        members = origin.articles[:left]
        left -= len(members)
        shown += [members] if members else []
    return shown


def _boxes(groups: Iterable[tuple[str, ...]]) -> tuple[list[Box], dict[str, float]]:
    """A box around each origin, and where each article's line is."""
    boxes: list[Box] = []
    places: dict[str, float] = {}
    y = float(_TOP)
    for members in groups:
        boxes.append(Box(_ARTICLE, y - _LINE / 2, _RIGHT - _ARTICLE, len(members) * _LINE))
        for member in members:
            places[member] = y
            y += _LINE
        y += _GAP
    return boxes, places


def _sources(cites: Sequence[Cite], places: dict[str, float]) -> dict[str, float]:
    """Each source at the mean height of its articles, moved down where another stands already."""
    citing: defaultdict[str, list[float]] = defaultdict(list)
    for cite in cites:
        citing[cite.source].append(places[cite.article])
    found: dict[str, float] = {}
    y = float(_TOP) - _LINE
    for name, heights in sorted(citing.items(), key=lambda one: (sum(one[1]) / len(one[1]), one[0])):
        y = max(sum(heights) / len(heights), y + _LINE)
        found[name] = y
    return _lifted(found, max(places.values(), default=0.0))


def _lifted(found: dict[str, float], lowest: float) -> dict[str, float]:
    """The sources moved up from below, as far as there is room, so that they stand beside the articles."""
    lifted: dict[str, float] = {}
    limit = max(lowest, _TOP + _LINE * (len(found) - 1))
    for name, y in reversed(found.items()):
        lifted[name] = min(y, limit)
        limit = lifted[name] - _LINE
    return dict(reversed(lifted.items()))


def _each_once(cites: Iterable[Cite], places: dict[str, float]) -> list[Cite]:
    return list({(cite.source, cite.article): cite for cite in cites if cite.article in places}.values())


def _cite(reader: Reader, cite: Cite, y: float, to: float) -> Line:
    bend = (_SOURCE + _ARTICLE) / 2
    verb = "is credited to" if cite.credit else "cites"
    title = f"{reader.shelf.label(cite.article)} {verb} {visible(cite.source)}"
    return Line(f"M{_SOURCE + 10} {y:g}C{bend:g} {y:g} {bend:g} {to:g} {_ARTICLE} {to:g}", title)


def _copy(reader: Reader, overlap: Overlap, places: dict[str, float]) -> Line:
    a, b = sorted(places[id_] for id_ in overlap.articles)
    out = _RIGHT + _BULGE + min(90.0, (b - a) / 4)
    share = f"{overlap.share or 0:.0%}"
    title = f"{' and '.join(map(reader.shelf.label, overlap.articles))} share {share} of the shorter one's text"
    middle = _RIGHT + (out - _RIGHT) * 0.75 + 6
    return Line(f"M{_RIGHT} {a:g}C{out:g} {a:g} {out:g} {b:g} {_RIGHT} {b:g}", title, share, (round(middle, 1), (a + b) / 2 + 4.5))


def _title(reader: Reader, id_: str) -> str:
    from crosscheck.report.views.sources import titled

    article = next(article for article in reader.articles if article.id == id_)
    return f"{reader.shelf.label(id_)}  {cut(titled(article), _TITLE)}"
