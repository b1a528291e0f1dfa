"""What has been extracted before?

One SQLite file holds a line of JSON for each article, by a key made of its id, its content and the version of the extractor. The
cache only ever saves time: whatever goes wrong with it (no folder, no space, a broken or locked file), the run goes on without and
`trouble` says why, once.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from crosscheck.model.article import Article
from crosscheck.model.claim import Extract
from crosscheck.model.packing import packed, unpacked

FILE = "extracts.sqlite3"
_PATIENCE = 10.0  # seconds that a writer waits for another; a batch is written in a few milliseconds
_AT_ONCE = 500  # SQLite takes at least 999 values in one statement
_KEPT = 30 * 86_400  # seconds for which results of another version are kept, for whoever switches between two
_TABLE = "CREATE TABLE IF NOT EXISTS extract (key TEXT PRIMARY KEY, version TEXT, written INTEGER, value TEXT) WITHOUT ROWID"


@dataclass(frozen=True, slots=True)
class Info:
    """What `crosscheck cache info` tells; `size` in bytes."""

    path: str | None
    size: int
    articles: int
    outdated: int
    trouble: str | None


class Cache:
    """The extracted results of one version. `folder` None keeps nothing."""

    def __init__(self, folder: Path | None, version: str) -> None:
        self.path = folder and folder / FILE
        self.version = version
        self.trouble: str | None = None
        self._connection: sqlite3.Connection | None = None

    def found(self, articles: Sequence[Article]) -> dict[str, Extract]:
        """What is known of these articles, by `key`; a line that cannot be read counts as unknown."""
        keys = [self.key(article) for article in articles]
        known: dict[str, Extract] = {}
        for start in range(0, len(keys), _AT_ONCE):
            for key, line in self._rows(keys[start : start + _AT_ONCE]):
                with suppress(ValueError, TypeError, LookupError):
                    known[key] = unpacked(Extract, line)
        return known

    def keep(self, extracts: Mapping[str, Extract]) -> None:
        """Written in one transaction: a run that is killed half-way leaves what was there before."""
        self.keep_lines({key: packed(extract) for key, extract in extracts.items()})

    def keep_lines(self, lines: Mapping[str, str]) -> None:
        connection = self._opened(create=True) if lines else None
        if connection is None:
            return
        now = int(time.time())
        try:
            with connection:
                connection.execute("BEGIN IMMEDIATE")
                connection.executemany(
                    "INSERT OR REPLACE INTO extract VALUES (?, ?, ?, ?)", [(key, self.version, now, line) for key, line in lines.items()]
                )
                connection.execute("DELETE FROM extract WHERE version != ? AND written < ?", (self.version, now - _KEPT))
        except sqlite3.Error as error:
            self._give_up(error)

    def key(self, article: Article) -> str:
        """The id is part of it, because claims carry it."""
        return sha256(f"{self.version}\0{article.sha256}\0{article.id}".encode("utf-8", "surrogatepass")).hexdigest()

    def info(self) -> Info:
        connection, all_, current = self._opened(create=False), 0, 0
        if connection:
            try:
                all_ = connection.execute("SELECT count(*) FROM extract").fetchone()[0]
                current = connection.execute("SELECT count(*) FROM extract WHERE version = ?", (self.version,)).fetchone()[0]
            except sqlite3.Error as error:
                self._give_up(error)
        size = sum(path.stat().st_size for path in self._files())
        return Info(str(self.path) if self.path else None, size, all_, all_ - current, self.trouble)

    def clear(self) -> int:
        """Deletes the file and what SQLite keeps beside it; returns the bytes freed.

        Raises: OSError when it cannot be deleted.
        """
        self.close()
        files = list(self._files())
        size = sum(path.stat().st_size for path in files)
        for path in files:
            path.unlink(missing_ok=True)
        return size

    def close(self) -> None:
        if self._connection:
            self._connection.close()
            self._connection = None

    def _files(self) -> Iterable[Path]:
        path = self.path
        return [] if path is None else [one for end in ("", "-wal", "-shm", "-journal") if (one := path.with_name(path.name + end)).is_file()]

    def _rows(self, keys: Sequence[str]) -> list[tuple[str, str]]:
        connection = self._opened(create=False)
        if connection is None:
            return []
        try:
            marks = ",".join("?" * len(keys))
            return connection.execute(f"SELECT key, value FROM extract WHERE key IN ({marks})", keys).fetchall()
        except sqlite3.Error as error:
            self._give_up(error)
            return []

    def _opened(self, *, create: bool) -> sqlite3.Connection | None:
        """The connection; None where there is no cache, none yet, or trouble with it."""
        if self._connection or self.path is None or self.trouble:
            return self._connection
        try:
            if not create and not self.path.exists():
                return None
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = _connected(self.path)
        except (sqlite3.Error, OSError) as error:
            self._give_up(error)
        return self._connection

    def _give_up(self, error: Exception) -> None:
        self.trouble = f"the cache {self.path} is left out: {str(error).splitlines()[0] if str(error) else type(error).__name__}"
        with suppress(sqlite3.Error):
            self.close()
        self._connection = None


def _connected(path: Path) -> sqlite3.Connection:
    """Write-ahead logging lets one process write while others read."""
    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'extract'").fetchone():
        with suppress(sqlite3.OperationalError):  # another process is creating it at this moment, or the file system has no shared memory
            connection.execute("PRAGMA journal_mode=WAL")
        connection.execute(_TABLE)
    connection.execute("PRAGMA synchronous=NORMAL")
    return connection
