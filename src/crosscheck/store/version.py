"""Which version of the extractor made a cached result?

Not a number that somebody must remember to raise: everything that extraction is made of, by name, size and time of change. A new
installation or an edited word list reads afresh; a result can never come from rules that are gone.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from crosscheck import __version__

_PACKAGE = Path(__file__).parent.parent
_PARTS = ("data", "extract", "ingest", "language", "model")


def extractor_version(topics: Iterable[str] = ()) -> str:
    """Sixteen hex digits; `topics` are the user's own topic files or folders, which decide what a claim is about."""
    seen = sha256(__version__.encode())
    for root in (*(str(_PACKAGE / part) for part in _PARTS), *topics):
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
        known = Path(path).stat()
    except OSError:
        return f"{path} missing\n"
    return f"{path} {known.st_size} {known.st_mtime_ns}\n"
