"""In which parts is what a file holds known again, so that an archive need not be read anew because one line was added to it?

A line of JSON Lines is a part of its own; any other file is one as a whole, known by its bytes. What a part is called says all that its articles can
depend on, but for the settings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from hashlib import sha256

from crosscheck.ingest.draft import Draft, Source
from crosscheck.ingest.kinds import drafts_in, kind_of
from crosscheck.model.article import Skipped
from crosscheck.values import dataclass

_BY_LINE = frozenset({".jsonl", ".ndjson"})
_PIECE = 1 << 20  # bytes: a crawl may be larger than memory

Found = Draft | Skipped


@dataclass(frozen=True, slots=True)
class Part:
    """`name` is the same where the articles are; `first` is how many drafts of the file came before; `drafts` reads what it holds."""

    name: str
    path: str
    first: int
    drafts: Callable[[], Iterable[Found]]


def parts_of(source: Source) -> Iterator[Part]:
    """The parts of a file, in order."""
    if kind_of(source) in _BY_LINE:
        yield from (_line(source.path, number, found) for number, found in enumerate(drafts_in(source)))
    else:
        yield Part(_named(_told(source)), source.path, 0, lambda: drafts_in(source))


def _line(path: str, number: int, found: Found) -> Part:
    return Part(_named([repr(_stated(found)).encode("utf-8", "surrogatepass")]), path, number, lambda: (found,))


def _stated(found: Found) -> Sequence[object]:
    return [getattr(found, field.name) for field in fields(found)]


def _told(source: Source) -> Iterator[bytes]:
    yield repr((source.path, source.id, source.kind, source.charset, source.stated)).encode("utf-8", "surrogatepass")
    with source.opened() as stream:
        while piece := stream.read(_PIECE):
            yield piece


def _named(pieces: Iterable[bytes]) -> str:
    digest = sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()
