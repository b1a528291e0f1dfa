"""How many origins stand behind a value that several articles state?

Articles count as one origin, whatever they state, when
- one holds a good part of the other's text (`copied_text` with a share of WHOLE or more),
- they have an author or a publisher in common: one witness who tells it twice is one witness.

For one value they count as one origin when
- they state it in the same copied passage,
- they state it on the word of one upstream source (`shared_source`): five outlets that quote one agency are one source,
- one states it on the word of the other (`cites`).
An article that is credited to a source as a whole ("(Reuters)", "AFP" as its last line) states everything on its word.

A passage or a source that they have in common for something else joins nothing. What is doubtful is joined, so that corroboration is never
counted too high.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from crosscheck.judge.circumstances import voice
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Span
from crosscheck.model.report import Overlap
from crosscheck.model.sources import Cite, Join, Origin

WHOLE = 0.25
"""Share of the shorter article from which a copy is no witness of its own for anything; a shared background sentence is below .15 (seeds, ECB+)."""


class Origins:
    """Which of the articles depend on each other, as a whole or for one value."""

    def __init__(self, overlaps: Iterable[Overlap] = ()) -> None:
        listed = tuple(overlaps)
        self._joined = _Groups(overlap.articles for overlap in listed if _joins(overlap))
        self._partly: dict[str, dict[str, list[tuple[int, Overlap]]]] = {}
        for place, overlap in enumerate(listed):
            if not _joins(overlap):
                self._partly.setdefault(overlap.articles[0], {}).setdefault(overlap.articles[1], []).append((place, overlap))

    def count(self, articles: Iterable[str]) -> int:
        """The origins of some articles, by their ids, whatever they state."""
        return len({self.origin_of(article) for article in articles})

    def behind(self, claims: Iterable[Claim]) -> int:
        """The origins behind one value, which these claims state."""
        by_article = _by_article(claims)
        pairs = (overlap.articles for overlap in self._joining(by_article))
        groups = _Groups((self.origin_of(a), self.origin_of(b)) for a, b in pairs)
        return len({groups.head(self.origin_of(article)) for article in by_article})

    def joins(self, claims: Iterable[Claim]) -> tuple[Join, ...]:
        """Why articles count as one origin for the value that these claims state, where they do not for everything."""
        return tuple(dict.fromkeys(Join(overlap.articles, overlap.kind, overlap.source, bool(overlap.credited)) for overlap in self._apart(claims)))

    def _apart(self, claims: Iterable[Claim]) -> Iterator[Overlap]:
        joining = self._joining(_by_article(claims))
        return (overlap for overlap in joining if self.count(overlap.articles) > 1)

    def _joining(self, claims: Mapping[str, Sequence[Claim]]) -> Iterator[Overlap]:
        if len(claims) < 2:
            return iter(())
        among = [self._partly[article] for article in claims if article in self._partly]
        between = sorted((found for others in among for other in claims if other in others for found in others[other]), key=itemgetter(0))
        return (overlap for _, overlap in between if _joins_for(overlap, claims))

    def origin_of(self, article: str) -> str:
        """The id that stands for the article and all that it depends on as a whole."""
        return self._joined.head(article)


def _by_article(claims: Iterable[Claim]) -> Mapping[str, Sequence[Claim]]:
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.article].append(claim)
    return found


def _joins_for(overlap: Overlap, claims: Mapping[str, Sequence[Claim]]) -> bool:
    """Whether the overlap is one of what the claims of its two articles state."""
    a, b = (claims.get(article, ()) for article in overlap.articles)
    if not a or not b:
        return False
    if overlap.kind == "copied_text":
        return any(_stand_in(a, passage.a) and _stand_in(b, passage.b) for passage in overlap.passages)
    first, second = overlap.articles
    if not (first in overlap.credited or _name(a, overlap.source)):
        return False
    return overlap.kind == "cites" or second in overlap.credited or _name(b, overlap.source)


def _stand_in(claims: Iterable[Claim], passage: Span) -> bool:
    """Whether what one of the claims says stands in the passage: its predicate, or half of its clause."""
    return any(passage.holds(claim.predicate.span) or 2 * _common(claim.span, passage) >= claim.span.end - claim.span.start for claim in claims)


def _common(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _name(claims: Iterable[Claim], source: str | None) -> bool:
    """Whether one of the claims is made on the word of the source: "the AFP" and "Agence France-Presse" name AFP."""
    from crosscheck.independence.outlets import outlets_named  # a kept report is shown without it
    from crosscheck.independence.sources import key_of

    said = (words for claim in claims if (words := voice(claim)) is not None)
    return source is not None and any(source in outlets_named(words) or f" {key_of(source)} " in f" {key_of(words)} " for words in said)


def _joins(overlap: Overlap) -> bool:
    if overlap.kind == "copied_text":
        return (overlap.share or 0.0) >= WHOLE
    return overlap.kind in ("same_author", "same_publisher")


class _Groups:
    """Sets of ids that are joined by pairs; the smallest id stands for a set."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._above: dict[str, str] = {}
        for a, b in pairs:
            low, high = sorted((self.head(a), self.head(b)))
            if low != high:
                self._above[high] = low

    def head(self, member: str) -> str:
        path = [member]
        while (above := self._above.get(path[-1])) is not None:
            path.append(above)
        self._above.update(dict.fromkeys(path[:-1], path[-1]))
        return path[-1]


def groups_of(articles: Iterable[str], origins: Origins) -> Mapping[str, tuple[str, ...]]:
    """The articles by the id that stands for their origin, in order."""
    found: dict[str, list[str]] = {}
    for article in sorted(articles):
        found.setdefault(origins.origin_of(article), []).append(article)
    return {origin: tuple(members) for origin, members in sorted(found.items())}


def origins_in(articles: Iterable[Article], overlaps: Iterable[Overlap], cites: Iterable[Cite]) -> tuple[Origin, ...]:
    """The origins of a pile, the largest first and then by their first article."""
    cited: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for cite in cites:
        cited[cite.article][cite.source] = None
    groups = groups_of((article.id for article in articles), Origins(overlaps))
    found = (Origin(id_, members, tuple(dict.fromkeys(name for member in members for name in cited[member]))) for id_, members in groups.items())
    return tuple(sorted(found, key=lambda origin: (-len(origin.articles), origin.id)))
