"""How many origins stand behind a value that several articles state?

Articles count as one origin, whatever they state, when
- one holds a good part of the other's text (`copied_text` with a share of WHOLE or more),
- they have an author or a publisher in common: one witness who tells it twice is one witness.

For one value they count as one origin when
- they state it on the word of one upstream source (`shared_source`): five outlets that quote one agency are one source,
- one states it on the word of the other (`cites`).

A short passage in common, or a source that one of them does not need for this value, joins nothing. What is doubtful is joined, so that
corroboration is never counted too high.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from crosscheck.independence.outlets import outlets_named
from crosscheck.independence.sources import key_of
from crosscheck.model.report import Overlap

WHOLE = 0.25
"""Share of the shorter article from which a copy is no witness of its own for anything; a shared background sentence is below .15 (seeds, ECB+)."""


class Origins:
    """Which of the articles depend on each other; called with article ids it counts their origins."""

    def __init__(self, overlaps: Iterable[Overlap] = ()) -> None:
        listed = tuple(overlaps)
        self._joined = _Groups(overlap.articles for overlap in listed if _joins(overlap))
        self._partly = tuple(overlap for overlap in listed if overlap.kind in ("shared_source", "cites"))

    def __call__(self, articles: Iterable[str], sources: Iterable[tuple[str, str]] = ()) -> int:
        return self.count(articles, sources)

    def count(self, articles: Iterable[str], sources: Iterable[tuple[str, str]] = ()) -> int:
        """The origins behind one value: `articles` that state it, and for those that name a source for it (article, the source's words)."""
        named = set(articles)
        heads = {article: self._joined.head(article) for article in named}
        groups = _Groups((heads[a], heads[b]) for a, b in self._for_this_value(named, tuple(sources)))
        return len({groups.head(head) for head in heads.values()})

    def origin_of(self, article: str) -> str:
        """The id that stands for the article and all that it depends on as a whole."""
        return self._joined.head(article)

    def _for_this_value(self, articles: set[str], sources: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        """The pairs that one upstream source joins for this value."""
        said: dict[str, list[str]] = {}
        for article, words in sources:
            said.setdefault(article, []).append(words)
        return [
            overlap.articles
            for overlap in self._partly
            if articles.issuperset(overlap.articles)
            and all(
                _names(overlap.source, said.get(article, ())) for article in (overlap.articles[:1] if overlap.kind == "cites" else overlap.articles)
            )
        ]


def _joins(overlap: Overlap) -> bool:
    if overlap.kind == "copied_text":
        return (overlap.share or 0.0) >= WHOLE
    return overlap.kind in ("same_author", "same_publisher")


def _names(source: str | None, words: Iterable[str]) -> bool:
    """Whether some of the words name the source: "the AFP" and "Agence France-Presse" name AFP."""
    if source is None:
        return False
    return any(source in outlets_named(said) or f" {key_of(source)} " in f" {key_of(said)} " for said in words)


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
