"""What does every command that reads articles do before and after its own work?"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, TextIO

from crosscheck.cli._exit import say
from crosscheck.cli._names import sound_topics
from crosscheck.cli._options import Common, Where, target
from crosscheck.engine.local import LocalEngine
from crosscheck.errors import NothingGiven, NothingReadable
from crosscheck.ingest.read import Reading, read
from crosscheck.model.article import Article, Skipped
from crosscheck.model.report import Report
from crosscheck.settings import Settings, settings_for
from crosscheck.store.cache import Cache
from crosscheck.store.place import cache_folder
from crosscheck.store.version import Version, version_of
from crosscheck.values import dataclass

if TYPE_CHECKING:
    from crosscheck.cli._progress import Progress

Telling = Callable[[Report], Report]


@dataclass(frozen=True, slots=True)
class Run:
    """A command's options, the settings that hold, and the engine that does the work."""

    options: Common
    settings: Settings
    engine: LocalEngine

    def reading(self, paths: Sequence[str] | None) -> Reading:
        """The articles of the paths, or of the settings.

        Raises: NothingGiven, NothingReadable.
        """
        given = tuple(paths or self.settings.articles)
        if not given:
            raise NothingGiven
        found = read(given, self.settings)
        self.warn(found.skipped)
        if not found.articles:
            raise NothingReadable(len(found.skipped))
        self._warn_of_parts(found.articles)
        return found

    def with_archive(self, new: Reading, paths: Sequence[str] | None) -> tuple[Reading, Telling]:
        """The new articles with those of the archive that may tell of the same, and what a report on all of them is to tell."""
        if not paths:
            return new, lambda report: report
        from crosscheck.engine.added import with_archive

        pile = with_archive(new, paths, self.settings, self.engine.cache, self.engine.progress)
        self.warn(pile.reading.skipped[len(new.skipped) :])
        self._warn_of_parts(pile.reading.articles[len(new.articles) :])
        if not pile.archive and not self.options.quiet:
            say("the archive holds no other article: the new ones are compared with each other")
        return pile.reading, pile.told

    def _warn_of_parts(self, articles: Iterable[Article]) -> None:
        for article in articles:
            if article.partial and not self.options.quiet:
                say(f"{article.path or article.id}: {article.partial}")

    def warn(self, skipped: Iterable[Skipped]) -> None:
        if not self.options.quiet:
            for one in skipped:
                say(f"skipped {one.path}: {one.reason}")

    def write(self, text: str) -> None:
        """The result, ended by one line break."""
        with self.target() as found:
            found.write(text if text.endswith("\n") or not text else text + "\n")

    @contextmanager
    def target(self) -> Iterator[TextIO]:
        """Where results go.

        Raises: CannotWrite.
        """
        with target(self.options.output) as found:
            yield found


@contextmanager
def run(options: Common) -> Iterator[Run]:
    """What trouble the cache had is said at the end, once."""
    settings = _allowing(settings_for(Path.cwd(), options.config), options)
    cache = opened_cache(settings, wanted=options.cache)
    progress = _progress(options)
    with _engine(options, settings, cache, progress) as engine:
        now = Run(options, settings, engine)
        try:
            yield now
        finally:
            if progress:
                progress.close()
            now.warn(engine.given_up.values())
    if cache.trouble and not options.quiet:
        say(cache.trouble)


def _engine(options: Common, settings: Settings, cache: Cache, progress: Progress | None) -> LocalEngine:
    """A cluster where one is asked for, or named."""
    topics = sound_topics(settings)
    if options.engine is Where.SPARK or options.master is not None:
        from crosscheck.engine.spark import SparkEngine

        return SparkEngine(cache, options.master, topics, progress, settings.limits)
    jobs = settings.jobs if options.jobs is None else options.jobs or os.cpu_count() or 1
    return LocalEngine(cache, jobs, topics, progress, settings.limits)


def _allowing(settings: Settings, options: Common) -> Settings:
    return replace(settings, web=replace(settings.web, allow_private=True)) if options.allow_private else settings


def opened_cache(settings: Settings, *, wanted: bool = True) -> Cache:
    folder = cache_folder(os.environ) if wanted and settings.cache else None
    return Cache(folder, version_of(settings.topics) if folder else Version("", ""))


def _progress(options: Common) -> Progress | None:
    """Nobody sees it where stderr is no terminal, and nobody wants it with --quiet."""
    if options.quiet or not sys.stderr.isatty():
        return None
    from crosscheck.cli._progress import Progress

    return Progress(sys.stderr, get_terminal_size().columns)
