"""Which version of crosscheck made a cached result?

Not a number that somebody must remember to raise: everything that a result is made by, by name, size and time of change. A new
installation or an edited word list reads afresh; a result can never come from rules that are gone.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from crosscheck import __version__
from crosscheck.values import dataclass

_PACKAGE = Path(__file__).parent.parent
_READING = ("data", "extract", "ingest", "language", "model")
_COMPARING = ("align", "independence", "judge", "pipeline.py")


@dataclass(frozen=True, slots=True)
class Version:
    """Sixteen hex digits for what reads an article, and sixteen for all that makes a report."""

    reading: str
    comparing: str


class Hash(Protocol):
    def update(self, data: bytes, /) -> None: ...
    def hexdigest(self) -> str: ...


def version_of(topics: Iterable[str] = ()) -> Version:
    """`topics` are the user's own topic files or folders, which decide what a claim is about."""
    seen = sha256(__version__.encode())
    reading = _taken(seen, (*(str(_PACKAGE / part) for part in _READING), *topics))
    return Version(reading, _taken(seen, (str(_PACKAGE / part) for part in _COMPARING)))


def _taken(seen: Hash, roots: Iterable[str]) -> str:
    for root in roots:
        for line in _files(root):
            seen.update(line.encode("utf-8", "surrogateescape"))
    return seen.hexdigest()[:16]


def _files(root: str) -> Iterator[str]:
    if not Path(root).is_dir():
        yield _stamp(root)
        return
    for folder, below, names in os.walk(root):
        below[:] = sorted(name for name in below if name != "__pycache__")
        yield from (_stamp(f"{folder}/{name}") for name in sorted(names))


def _stamp(path: str) -> str:
    try:
        known = os.stat(path)  # noqa: PTH116 - four hundred times a start: a Path for each would take as long as asking
    except OSError:
        return f"{path} missing\n"
    return f"{path} {known.st_size} {known.st_mtime_ns}\n"
