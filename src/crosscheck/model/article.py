"""What is an article, once it has been read, and what is one that could not be?"""

from __future__ import annotations

from crosscheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Fetched:
    """When the bytes of an article came from the web: the address that answered, the moment in ISO 8601 and UTC, the SHA-256 of the bytes."""

    url: str
    at: str | None
    sha256: str


@dataclass(frozen=True, slots=True)
class Article:
    """One document. `text` is the decoded text exactly as given; every span of the program counts its code points.

    `published` is an ISO 8601 date or date-time as far as known ("2024-02-29", "2024-02"). `sha256` is the hex digest of the text
    in UTF-8 together with the metadata that can change what is extracted. Not stated is None, never "". `counted` is how many words the
    article has where its text is not at hand, such as in a saved report; `text` then holds what is quoted, each at its place, or nothing.
    `modified` is when its page says that it was last changed, which says nothing of what was changed. `is_converted` tells that the
    text is not the file's own, whatever that is called: a web page may be saved as .txt. `partial` is why only a part of it could be read.
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
    modified: str | None = None
    fetched: Fetched | None = None
    is_converted: bool = False
    partial: str | None = None

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
