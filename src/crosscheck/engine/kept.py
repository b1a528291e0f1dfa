"""How can thousands of articles be compared without all that was found in them being in memory at once?

Claims stay, since a report is made of them. What else an extract holds (every sentence, name, number and date) is asked for article by article, and
fetched from the store each time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Extract

HELD = 64  # extracts in memory: steps go from article to article

Fetch = Callable[[Article, tuple[Claim, ...] | None], Extract]
"""The extract of an article, with these claims in it where they are at hand already."""


class Kept(Mapping[str, Extract]):
    """The extract of each article by its id, its claims one and the same each time."""

    def __init__(self, articles: Sequence[Article], fetch: Fetch) -> None:
        self._articles = {article.id: article for article in articles}
        self._claims: dict[str, tuple[Claim, ...]] = {}
        self._fetch = fetch
        self._held = lru_cache(maxsize=HELD)(self._fetched)

    def __getitem__(self, id: str) -> Extract:
        return self._held(id)

    def __iter__(self) -> Iterator[str]:
        return iter(self._articles)

    def __len__(self) -> int:
        return len(self._articles)

    def _fetched(self, id: str) -> Extract:
        found = self._fetch(self._articles[id], self._claims.get(id))
        self._claims.setdefault(id, found.claims)
        return found
