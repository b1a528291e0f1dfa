"""What has the user settled once for all, and where does it stand?

The nearest `crosscheck.toml`, or `pyproject.toml` with a `[tool.crosscheck]` table, in this folder or one above it. Paths in it are
relative to the file. Options of the command line go before it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from os.path import relpath
from pathlib import Path
from typing import Any

from crosscheck.errors import BadSettings, alike
from crosscheck.ingest.dates import iso_date
from crosscheck.values import dataclass

NAMES = ("crosscheck.toml", "pyproject.toml")
_LISTS = ("articles", "topics")
_TABLES = ("article", "limits", "web")


@dataclass(frozen=True, slots=True)
class Known:
    """An `[[article]]` table: what is known of the articles whose path matches; it goes before what the files themselves say."""

    path: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """In megabytes of 1,000,000 bytes, sentences, and seconds of the processor.

    The longest articles of newspapers are about 0.2 MB with 2,000 sentences and take about 5 seconds; a book has about 1 MB.
    """

    article_mb: float = 5.0
    file_mb: float = 500.0
    article_sentences: float = 50_000.0
    article_seconds: float = 600.0


@dataclass(frozen=True, slots=True)
class Web:
    """How addresses are fetched: seconds that an answer may take, seconds between two requests to one host, and whether one's own network
    may be asked."""

    timeout: float = 20.0
    delay: float = 1.0
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """All that a run goes by besides the articles themselves; `path` is the file that it was read from.

    `articles` and `topics` are paths as the run can open them. `topics` are files or folders of the user's own topics.
    """

    articles: tuple[str, ...] = ()
    known: tuple[Known, ...] = ()
    topics: tuple[str, ...] = ()
    min_confidence: float = 0.0
    jobs: int = 1
    cache: bool = True
    limits: Limits = Limits()
    web: Web = Web()
    path: str | None = None


def settings_for(folder: Path, named: Path | None = None) -> Settings:
    """The settings that hold in a folder, or those of the file that is named.

    Raises: BadSettings when the file cannot be read or a value in it makes no sense.
    """
    path = named or next(files_for(folder), None)
    if path is None:
        return Settings()
    table = _table(path)
    return _settings(table, path) if table is not None else Settings()


def files_for(folder: Path) -> Iterator[Path]:
    """The settings files of a folder and those above it, the nearest first; that one holds alone, the others are passed over."""
    for above in (folder, *folder.parents):
        for name in NAMES:
            path = above / name
            if path.is_file() and (name == NAMES[0] or _table(path) is not None):
                yield path


def stated_in(path: Path) -> frozenset[str]:
    """The names that a settings file gives a value, those of a table inside it with a dot: "jobs", "limits.file_mb"."""
    table = _table(path) or {}
    inner = {f"{name}.{key}" for name, value in table.items() if isinstance(value, dict) for key in value}
    return frozenset({*table, *inner})


def _table(path: Path) -> Mapping[str, Any] | None:
    """The settings' table; None for a pyproject.toml that has none."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadSettings(str(path), f"cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadSettings(str(path), f"is not TOML: {error}") from error
    if path.name != "pyproject.toml":
        return data
    table = data.get("tool", {}).get("crosscheck")
    return table if isinstance(table, dict) else None


def _settings(table: Mapping[str, Any], path: Path) -> Settings:
    read = _Table(str(path), table)
    read.only((*_LISTS, *_TABLES, "min_confidence", "jobs", "cache"))
    here = path.parent
    return Settings(
        articles=tuple(_joined(here, name) for name in read.strings("articles")),
        known=tuple(_known(_Table(f"{path}: [[article]]", entry), here) for entry in read.tables("article")),
        topics=tuple(_joined(here, name) for name in read.strings("topics")),
        min_confidence=read.number("min_confidence", 0.0, at_most=1.0),
        jobs=int(read.number("jobs", 1.0, at_least=1.0)),
        cache=read.flag("cache", True),
        limits=_limits(_Table(f"{path}: [limits]", table.get("limits", {}))),
        web=_web(_Table(f"{path}: [web]", table.get("web", {}))),
        path=str(path),
    )


def _known(table: _Table, here: Path) -> Known:
    names = tuple(field.name for field in fields(Known))
    table.only(names)
    stated = {name: table.text(name) for name in names if name not in ("path", "published")}
    path = table.text("path")
    if path is None:
        raise BadSettings(table.where, 'has no path; name a file or a pattern, such as path = "reports/*.txt"')
    return Known(path=_joined(here, path), published=table.day("published"), **stated)


def _limits(table: _Table) -> Limits:
    table.only(tuple(field.name for field in fields(Limits)))
    return Limits(**{field.name: table.number(field.name, field.default) for field in fields(Limits)})  # type: ignore[arg-type]  # each has one


def _web(table: _Table) -> Web:
    table.only(tuple(field.name for field in fields(Web)))
    default = Web()
    return Web(
        table.number("timeout", default.timeout, at_least=0.1),
        table.number("delay", default.delay),
        table.flag("allow_private", default.allow_private),
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """A TOML table, and where it stands; every reader says in its error what it wanted."""

    where: str
    data: Mapping[str, Any]

    def only(self, names: tuple[str, ...]) -> None:
        if not isinstance(self.data, dict):
            raise BadSettings(self.where, "must be a table")
        for name in self.data:
            if name not in names:
                close = alike(name, names)
                raise BadSettings(
                    self.where, f"{name!r} is no setting; " + (f"did you mean {close[0]}?" if close else f"there are {', '.join(names)}")
                )

    def text(self, name: str) -> str | None:
        value = self.data.get(name)
        if value is None or (isinstance(value, str) and value.strip()):
            return value
        raise BadSettings(self.where, f"{name} must be a text, not {value!r}")

    def day(self, name: str) -> str | None:
        value = self.data.get(name)
        if value is None or iso_date(value):
            return iso_date(value)
        raise BadSettings(self.where, f"{name} must be a date such as 2024-02-29, not {value!r}")

    def strings(self, name: str) -> tuple[str, ...]:
        value = self.data.get(name, [])
        value = [value] if isinstance(value, str) else value
        if isinstance(value, list) and all(isinstance(one, str) and one for one in value):
            return tuple(value)
        raise BadSettings(self.where, f'{name} must be a list of paths, such as ["seeds"], not {value!r}')

    def tables(self, name: str) -> list[Mapping[str, Any]]:
        value = self.data.get(name, [])
        if isinstance(value, list):
            return value
        raise BadSettings(self.where, f"{name} must be written as [[{name}]], once for each")

    def number(self, name: str, default: float, *, at_least: float = 0.0, at_most: float = float("inf")) -> float:
        value = self.data.get(name, default)
        if isinstance(value, int | float) and not isinstance(value, bool) and at_least <= value <= at_most:
            return float(value)
        top = f" and at most {at_most:g}" if at_most != float("inf") else ""
        raise BadSettings(self.where, f"{name} must be a number of at least {at_least:g}{top}, not {value!r}")

    def flag(self, name: str, default: bool) -> bool:
        value = self.data.get(name, default)
        if isinstance(value, bool):
            return value
        raise BadSettings(self.where, f"{name} must be true or false, not {value!r}")


def _joined(folder: Path, name: str) -> str:
    """As the user would write it from here, so that a report names the same paths on every machine."""
    if "://" in name:
        return name
    path = folder / Path(name).expanduser()
    try:
        return relpath(path)
    except ValueError:  # another drive
        return str(path)
