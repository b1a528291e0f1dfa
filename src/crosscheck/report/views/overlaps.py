"""Which articles are not independent, a line each? The foot of a comparison."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosscheck.model.report import Overlap
from crosscheck.report.rows import BLANK, Piece, Row, row
from crosscheck.report.views.sources import Shelf, tie

_MOST = 30  # lines; a longer list is no help
_NAMED = 6  # articles of one author or publisher that are named
_PAIR = 2


def overlaps_listed(overlaps: Sequence[Overlap], shelf: Shelf) -> Iterator[Row]:
    """The pairs and what ties them, then the authors and publishers of three articles or more; nothing where all are independent."""
    lines = [*_pairs(overlaps, shelf), *_made_by_one(overlaps, shelf)]
    if not lines:
        return
    yield BLANK
    yield row(Piece("= not independent", "title"))
    for line in lines[:_MOST]:
        yield row(line, indent=2)
    if len(lines) > _MOST:
        yield row(Piece(f"… and {len(lines) - _MOST} more pairs", "muted"), indent=2)


def tied(pair: tuple[str, str], overlaps: Iterable[Overlap], shelf: Shelf) -> str:
    """What ties two articles: "002 and 004: 61% shared text, same author (K. K. Klomegah)"."""
    ties = [tie(overlap) for overlap in overlaps if overlap.articles == pair]
    return f"{shelf.label(pair[0])} and {shelf.label(pair[1])}: {', '.join(dict.fromkeys(ties))}"


def makers_of(overlaps: Iterable[Overlap]) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """The articles of each author and publisher of several, by the kind of the overlap and the name."""
    made: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for overlap in overlaps:
        if overlap.kind in ("same_author", "same_publisher") and overlap.source:
            made[overlap.kind, overlap.source].update(dict.fromkeys(overlap.articles))
    return {maker: tuple(sorted(members)) for maker, members in made.items()}


def _pairs(overlaps: Sequence[Overlap], shelf: Shelf) -> Iterator[str]:
    """The pairs that something ties besides an author or a publisher of many."""
    many = {maker for maker, members in makers_of(overlaps).items() if len(members) > _PAIR}
    for pair in dict.fromkeys(overlap.articles for overlap in overlaps if (overlap.kind, overlap.source) not in many):
        yield tied(pair, overlaps, shelf)


def _made_by_one(overlaps: Sequence[Overlap], shelf: Shelf) -> Iterator[str]:
    """ "r1, r2, r3 and 58 more: same publisher (Reuters)"."""
    for (kind, source), members in makers_of(overlaps).items():
        if len(members) > _PAIR:
            labels = [shelf.label(member) for member in members]
            more = f" and {len(labels) - _NAMED:,} more" if len(labels) > _NAMED else ""
            yield f"{', '.join(labels[:_NAMED])}{more}: {tie(Overlap((members[0], members[1]), kind, source=source))}"
