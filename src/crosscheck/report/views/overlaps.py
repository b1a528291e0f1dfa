"""Which articles are not independent, in few lines? The foot of a comparison."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from crosscheck.model.report import Overlap
from crosscheck.report.rows import BLANK, Piece, Row, row
from crosscheck.report.views.sources import Shelf, tie

_MOST = 30  # lines; a longer list is no help
_NAMED = 6  # articles of one line that are named
_PAIR = 2
_MAKERS = ("same_author", "same_publisher")
_SOURCES = ("shared_source",)
_COPY = "copied_text"


def overlaps_listed(overlaps: Sequence[Overlap], shelf: Shelf) -> Iterator[Row]:
    """What `ties_of` says, a line each; nothing where all are independent."""
    lines = ties_of(overlaps, shelf)
    if not lines:
        return
    yield BLANK
    yield row(Piece("= not independent", "title"))
    for line in lines[:_MOST]:
        yield row(line, indent=2)
    if len(lines) > _MOST:
        yield row(Piece(f"… and {len(lines) - _MOST} more pairs", "muted"), indent=2)


def ties_of(overlaps: Sequence[Overlap], shelf: Shelf) -> Sequence[str]:
    """What ties three articles or more, a line for all of them, between the pairs that something else ties: "r1, r2, r3 and 58 more: same publisher
    (Reuters)".
    """
    copies = [group for group in _copies(overlaps) if len(group) > _PAIR]
    makers = {maker: members for maker, members in makers_of(overlaps, _MAKERS + _SOURCES).items() if len(members) > _PAIR}
    among: frozenset[str] = frozenset().union(*copies)
    copied = [f"{_listed(sorted(group), shelf)}: {_shares(group, overlaps)} shared text" for group in copies]
    made = [f"{_listed(members, shelf)}: {tie(Overlap((members[0], members[1]), kind, source=name))}" for (kind, name), members in makers.items()]
    alone = [one for one in overlaps if (one.kind, one.source) not in makers and not (one.kind == _COPY and one.articles[0] in among)]
    return [*copied, *(tied(pair, overlaps, shelf) for pair in dict.fromkeys(one.articles for one in alone)), *made]


def tied(pair: tuple[str, str], overlaps: Iterable[Overlap], shelf: Shelf) -> str:
    """What ties two articles: "002 and 004: 61% shared text, same author (K. K. Klomegah)"."""
    ties = [tie(overlap) for overlap in overlaps if overlap.articles == pair]
    return f"{shelf.label(pair[0])} and {shelf.label(pair[1])}: {', '.join(dict.fromkeys(ties))}"


def makers_of(overlaps: Iterable[Overlap], kinds: Sequence[str] = _MAKERS) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """The articles of each author and publisher of several, by the kind of the overlap and the name."""
    made: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for overlap in overlaps:
        if overlap.kind in kinds and overlap.source:
            made[overlap.kind, overlap.source].update(dict.fromkeys(overlap.articles))
    return {maker: tuple(sorted(members)) for maker, members in made.items()}


def _copies(overlaps: Iterable[Overlap]) -> Sequence[frozenset[str]]:
    """The articles that share text with one another, or with one that does."""
    group_of: dict[str, frozenset[str]] = {}
    for pair in (overlap.articles for overlap in overlaps if overlap.kind == _COPY):
        group = frozenset(pair).union(*(group_of.get(article, ()) for article in pair))
        group_of.update(dict.fromkeys(group, group))
    return tuple(dict.fromkeys(group_of.values()))


def _shares(group: Collection[str], overlaps: Iterable[Overlap]) -> str:
    """ "24% to 94%"."""
    shares = sorted(overlap.share for overlap in overlaps if overlap.kind == _COPY and overlap.articles[0] in group and overlap.share is not None)
    return " to ".join(dict.fromkeys(f"{share:.0%}" for share in (*shares[:1], *shares[-1:])))


def _listed(articles: Sequence[str], shelf: Shelf) -> str:
    labels = [shelf.label(article) for article in articles]
    more = f" and {len(labels) - _NAMED:,} more" if len(labels) > _NAMED else ""
    return f"{', '.join(labels[:_NAMED])}{more}"
