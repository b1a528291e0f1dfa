"""What is an article, once it has been read, and what is one that could not be?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One document. `text` is the decoded text exactly as given; every span of the program counts its code points.

    `published` is an ISO 8601 date or date-time as far as known ("2024-02-29", "2024-02"). `sha256` is the hex digest of the text
    in UTF-8 together with the metadata that can change what is extracted. Not stated is None, never "". `counted` is how many words the
    article has where its text is not at hand, such as in a saved report; `text` then holds what is quoted, each at its place, or nothing.
    """

    id: str
    text: str
    sha256: str
    path: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = "en"
    counted: int | None = None

    @property
    def is_whole(self) -> bool:
        """Whether `text` is the whole text."""
        return self.counted is None

    @property
    def words(self) -> int:
        return len(self.text.split()) if self.counted is None else self.counted


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was not read, and one plain sentence that says why and what to do."""

    path: str
    reason: str
