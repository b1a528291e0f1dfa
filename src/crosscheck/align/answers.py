"""What has been found out about two articles before?

Pairs of claims come in the order of their articles, so that what was asked of an article lately is asked again; of ten thousand articles there are
millions of pairs, and what is known of all of them would take more memory than their claims.
"""

from __future__ import annotations

from typing import Generic, TypeVar

MOST = 512  # articles of which answers are kept

Answer = TypeVar("Answer")


class Answers(Generic[Answer]):
    """Of the articles asked about last, what is known of each with others."""

    def __init__(self, most: int = MOST) -> None:
        self._of: dict[str, dict[str, Answer]] = {}
        self._most = most

    def has(self, article: str) -> bool:
        """Whether something has been found out about it lately."""
        return article in self._of

    def of(self, article: str) -> dict[str, Answer]:
        """What is known of the article so far, to be added to."""
        known = self._of.get(article)
        if known is None:
            if len(self._of) >= self._most:
                del self._of[next(iter(self._of))]
            known = self._of[article] = {}
        return known
