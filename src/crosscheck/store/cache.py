"""What has been worked out before?

One SQLite file holds a line of JSON for each article that was read and for each report on the same articles, by keys made of ids,
contents and the version of crosscheck. The cache only ever saves time: whatever goes wrong with it (no folder, no space, a broken or
locked file), the run goes on without and `trouble` says why, once.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from crosscheck.model.article import Article
from crosscheck.model.claim import Extract
from crosscheck.model.packing import pieces, unpacked
from crosscheck.model.report import Report
from crosscheck.store.version import Version
from crosscheck.values import dataclass

FILE = "cache.sqlite3"
_PATIENCE = 10.0  # seconds that a writer waits for another; a batch is written in a few milliseconds
_AT_ONCE = 500  # SQLite takes at least 999 values in one statement
_KEPT = 30 * 86_400  # seconds for which results of another version, and reports, are kept
_LONGEST = 30_000_000  # characters of a report; a longer one takes longer to read back than is saved
_TABLE = "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, kind TEXT, version TEXT, written INTEGER, value TEXT) WITHOUT ROWID"
# Without it, every batch that is kept would look through all keys for old ones: 22 ms in a cache of 730 MB.
_INDEX = "CREATE INDEX IF NOT EXISTS by_age ON kept (written, kind, version)"
_FORGET = "DELETE FROM kept WHERE written < ? AND (kind = 'report' OR version NOT IN (?, ?))"


@dataclass(frozen=True, slots=True)
class Info:
    """What `crosscheck cache info` tells; `size` in bytes."""

    path: str | None
    size: int
    articles: int
    outdated: int
    reports: int
    trouble: str | None


class Cache:
    """The results of one version. `folder` None keeps nothing."""

    def __init__(self, folder: Path | None, version: Version) -> None:
        self.path = folder and folder / FILE
        self.version = version
        self.trouble: str | None = None
        self._connection: sqlite3.Connection | None = None

    def __reduce__(self) -> tuple[type[Cache], tuple[Path | None, Version]]:
        """Another process opens the file for itself."""
        return Cache, (self.path and self.path.parent, self.version)

    def found(self, articles: Sequence[Article]) -> dict[str, Extract]:
        """What is known of these articles, by `key`; a line that cannot be read counts as unknown."""
        known: dict[str, Extract] = {}
        for key, line in self._lines([self.key(article) for article in articles]):
            with suppress(ValueError, TypeError, LookupError):
                known[key] = unpacked(Extract, line)
        return known

    def line(self, article: Article) -> str | None:
        """The packed extract of an article; None where none is kept."""
        return next((line for _, line in self._rows([self.key(article)], "value")), None)

    def knows(self, articles: Sequence[Article]) -> frozenset[str]:
        """The keys of those articles of which something is kept, whether or not it can be read."""
        return frozenset(key for key, _ in self._lines([self.key(article) for article in articles], "''"))

    def keep(self, lines: Mapping[str, str]) -> bool:
        """Packed extracts by key, in one transaction: a run that is killed half-way leaves what was there before. Whether they are kept now."""
        return self._keep("article", self.version.reading, lines)

    def report(self, articles: Sequence[Article]) -> Report | None:
        """The report on exactly these articles, in whatever order and wherever they lie; without what was skipped."""
        for _, line in self._lines([self._report_key(articles)]):
            with suppress(ValueError, TypeError, LookupError):
                return replace(unpacked(Report, line), articles=_ordered(articles))
        return None

    def keep_report(self, report: Report) -> None:
        """Articles and skipped files are left out: they come from the run that asks."""
        line = _within(_LONGEST, pieces(replace(report, articles=(), skipped=()))) if self.path and not self.trouble else None
        if line is not None:
            self._keep("report", self.version.comparing, {self._report_key(report.articles): line})

    def noted(self, names: Sequence[str]) -> dict[str, str]:
        """What was noted under these names by this version of all that compares."""
        keys = {self._note_key(name): name for name in names}
        return {keys[key]: line for key, line in self._lines(list(keys))}

    def note(self, lines: Mapping[str, str]) -> bool:
        """Lines of one's own by name; whether they are kept now. They stay as long as the version that can find them, as extracts do."""
        return self._keep("note", self.version.comparing, {self._note_key(name): line for name, line in lines.items()})

    def _note_key(self, name: str) -> str:
        return _digest(self.version.comparing, "note", name)

    def key(self, article: Article) -> str:
        """The id is part of it, because claims carry it."""
        return _digest(self.version.reading, article.sha256, article.id)

    def _report_key(self, articles: Sequence[Article]) -> str:
        """The address is part of it, because it may tell the publisher."""
        return _digest(self.version.comparing, *(part for one in _ordered(articles) for part in (one.id, one.sha256, one.url or "")))

    def info(self) -> Info:
        counts = {kind: (all_, current) for kind, all_, current in self._counts()}
        articles, current = counts.get("article", (0, 0))
        size = sum(path.stat().st_size for path in self._files())
        path = str(self.path) if self.path else None
        return Info(path, size, articles, articles - current, counts.get("report", (0, 0))[0], self.trouble)

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

    def _counts(self) -> list[tuple[str, int, int]]:
        """Of each kind, how many there are and how many are of this version."""
        connection = self._opened(create=False)
        if connection is None:
            return []
        try:
            return connection.execute("SELECT kind, count(*), sum(version = ?) FROM kept GROUP BY kind", (self.version.reading,)).fetchall()
        except sqlite3.Error as error:
            self._give_up(error)
            return []

    def _lines(self, keys: Sequence[str], column: str = "value") -> Iterable[tuple[str, str]]:
        for start in range(0, len(keys), _AT_ONCE):
            yield from self._rows(keys[start : start + _AT_ONCE], column)

    def _rows(self, keys: Sequence[str], column: str) -> list[tuple[str, str]]:
        """A damaged file may hold nothing, or bytes, in the place of a line; such a row counts as unknown."""
        connection = self._opened(create=False)
        if connection is None:
            return []
        try:
            marks = ",".join("?" * len(keys))
            rows = connection.execute(f"SELECT key, {column} FROM kept WHERE key IN ({marks})", keys)
            return [(key, line) for key, line in rows if isinstance(line, str)]
        except sqlite3.Error as error:
            self._give_up(error)
            return []

    def _keep(self, kind: str, version: str, lines: Mapping[str, str]) -> bool:
        connection = self._opened(create=True) if lines else None
        if connection is None:
            return not lines
        now = int(time.time())
        rows = [(key, kind, version, now, line) for key, line in lines.items()]
        try:
            with connection:
                connection.execute("BEGIN IMMEDIATE")
                connection.execute(_INDEX)
                connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?)", rows)
                connection.execute(_FORGET, (now - _KEPT, self.version.reading, self.version.comparing))
        except sqlite3.Error as error:
            self._give_up(error)
            return False
        return True

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
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'kept'").fetchone():
        with suppress(sqlite3.OperationalError):  # another process is creating it at this moment, or the file system has no shared memory
            connection.execute("PRAGMA journal_mode=WAL")
        connection.execute(_TABLE)
    connection.execute("PRAGMA synchronous=NORMAL")
    return connection


def _within(longest: int, pieces: Iterable[str]) -> str | None:
    """The pieces as one, None where that is longer: the rest of it is not even made."""
    taken, length = [], 0
    for piece in pieces:
        length += len(piece)
        if length > longest:
            return None
        taken.append(piece)
    return "".join(taken)


def _ordered(articles: Sequence[Article]) -> tuple[Article, ...]:
    return tuple(sorted(articles, key=lambda article: article.id))


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
