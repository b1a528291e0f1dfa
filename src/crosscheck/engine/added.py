"""What is in an archive, and which of its articles may tell of the same as new ones?

Of each article of an archive its id, its hash and a sketch of its words are kept in the store, by the part of the file that it stands in
(`ingest/parts.py`). So an archive that was looked through before costs reading its files and no more: no header, language or date is looked
for again, and what the articles state is fetched, or read, only for those that are chosen.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from crosscheck.ingest.draft import Source
from crosscheck.ingest.kinds import drafts_in
from crosscheck.ingest.parts import Part, parts_of
from crosscheck.ingest.read import Reading, article_of, sources_in, with_own_ids
from crosscheck.model.article import Article, Skipped
from crosscheck.model.report import Archive, Report
from crosscheck.settings import Settings
from crosscheck.values import dataclass

if TYPE_CHECKING:
    from crosscheck.engine.local import Progress
    from crosscheck.store.cache import Cache

_Line = list[str]
"""What is kept of an article (its id, its hash, its path and its sketch), or of what was refused (its path and the reason)."""

_SHELVED, _REFUSED = 4, 2  # words of a line
_AT_ONCE = 64  # parts that are looked up together, and whose articles a run that is killed loses at most


@dataclass(frozen=True, slots=True)
class Shelved:
    """An article of the archive without its text; `place` is how many articles and refusals of its file come before it.

    `whole` is the article where it cannot be read a second time: what came from stdin or the web.
    """

    article: Article
    sketch: str
    file: str
    place: int
    whole: Article | None = None


@dataclass(frozen=True, slots=True)
class Pile:
    """New articles with those of the archive that may tell of the same, which are to be compared with each other.

    `archive` is how many articles the archive has, `chosen` the ids of those that were taken.
    """

    reading: Reading
    archive: int
    chosen: frozenset[str]

    def told(self, report: Report) -> Report:
        """Of the report on all of them, what new articles have to do with each other and with the archive."""
        new = frozenset(article.id for article in report.articles) - self.chosen
        alignments = tuple(one for one in report.alignments if not new.isdisjoint(one.articles))
        stories = tuple(story for story in report.stories if not new.isdisjoint(story.articles))
        aligned = {claim for one in alignments for claim in one.claims}
        heard = new.union(*(one.articles for one in alignments), *(story.articles for story in stories))
        return replace(
            report,
            stories=stories,
            claims=tuple(claim for claim in report.claims if claim.article in new or claim.id in aligned),
            alignments=alignments,
            overlaps=tuple(overlap for overlap in report.overlaps if heard.issuperset(overlap.articles)),
            checks=tuple(check for check in report.checks if check.article in new),
            archive=Archive(self.archive, tuple(sorted(self.chosen))),
        )


def with_archive(new: Reading, paths: Sequence[str], settings: Settings, store: Cache, progress: Progress | None = None) -> Pile:
    """The new articles, and those of the archive at these paths that may tell of the same.

    An article of the archive that is one of the new ones counts as new. Ids are those of a comparison of all of them. Where the archive holds
    nothing, as on its first day, the new ones are compared with each other.
    """
    shelves = _Shelves(settings, store, progress)
    shelved = shelves.at(paths)
    called = [replace(article, id=_called(article)) for article in new.articles]
    known = {(article.id, article.sha256) for article in called}
    others = [one for one in shelved if (one.article.id, one.article.sha256) not in known]
    own = with_own_ids((*called, *(one.article for one in others)))
    fresh, names = own[: len(called)], own[len(called) :]
    others = [replace(one, article=article) for one, article in zip(others, names, strict=True)]
    from crosscheck.align.likely import likely  # numpy

    chosen = likely(fresh, [(one.article.id, one.sketch) for one in others])
    found = tuple(shelves.taken([others[at] for at in chosen]))
    skipped = (*new.skipped, *shelves.skipped)
    return Pile(Reading((*fresh, *found), skipped), len(others), frozenset(article.id for article in found))


def _called(article: Article) -> str:
    """What its file calls it: without what tells it apart from others of the same name."""
    return article.id.partition(f"~{article.sha256[:6]}")[0]


class _Shelves:
    """Articles as they stand in files. `skipped` is what could not be read, once the files were looked through."""

    def __init__(self, settings: Settings, store: Cache, progress: Progress | None) -> None:
        self._settings, self._store, self._progress = settings, store, progress
        self._ways = repr((settings.known, settings.limits))
        self.skipped: list[Skipped] = []

    def at(self, paths: Sequence[str]) -> list[Shelved]:
        """All articles of the archive, without their texts."""
        found: list[Shelved] = []
        parts = self._parts(paths)
        while some := list(islice(parts, _AT_ONCE)):
            for part, lines in zip(some, self._kept(some), strict=True):
                found += self._shelved(part, lines)
            if self._progress:
                self._progress("looking through", 0, len(found))
        if self._progress:
            self._progress("looking through", len(found), len(found))
        return found

    def taken(self, wanted: Sequence[Shelved]) -> Iterator[Article]:
        """These articles with their texts; what has changed in the meantime is left out."""
        yield from (replace(one.whole, id=one.article.id) for one in wanted if one.whole)
        places: dict[str, dict[int, Article]] = {}
        for one in wanted:
            if not one.whole:
                places.setdefault(one.file, {})[one.place] = one.article
        for source in sources_in(sorted(places), self._settings):
            if isinstance(source, Source):
                yield from self._in_file(source, places[source.path])

    def _in_file(self, source: Source, places: Mapping[int, Article]) -> Iterator[Article]:
        for place, draft in enumerate(drafts_in(source)):
            if place in places and not isinstance(draft, Skipped):
                article = article_of(draft, self._settings)
                if isinstance(article, Article) and article.sha256 == places[place].sha256:
                    yield replace(article, id=places[place].id)

    def _parts(self, paths: Sequence[str]) -> Iterator[Part]:
        for source in sources_in(paths, self._settings):
            if isinstance(source, Skipped):
                self.skipped.append(source)
            else:
                yield from parts_of(source)

    def _kept(self, parts: Sequence[Part]) -> list[list[_Line]]:
        """What each part holds, from the store where it was looked at before, and kept there where it was not."""
        names = [f"{self._ways}\0{part.name}" for part in parts]
        known = {name: lines for name, text in self._store.noted(names).items() if (lines := _lines(text)) is not None}
        fresh = {name: self._looked_at(part) for name, part in zip(names, parts, strict=True) if name not in known}
        self._store.note({name: json.dumps(lines, ensure_ascii=True, separators=(",", ":")) for name, lines in fresh.items()})
        known |= fresh
        return [known[name] for name in names]

    def _looked_at(self, part: Part) -> list[_Line]:
        from crosscheck.align.sketch import sketch_of

        made = self._read(part)
        return [[one.id, one.sha256, one.path or "", sketch_of(one)] if isinstance(one, Article) else [one.path, one.reason] for one in made]

    def _read(self, part: Part) -> list[Article | Skipped]:
        return [draft if isinstance(draft, Skipped) else article_of(draft, self._settings) for draft in part.drafts()]

    def _shelved(self, part: Part, lines: Sequence[_Line]) -> Iterator[Shelved]:
        """What is no file is held as it is: nobody can ask for it again."""
        held = self._read(part) if part.path == "-" or "://" in part.path else ()
        for at, line in enumerate(lines):
            if len(line) == _REFUSED:
                self.skipped.append(Skipped(*line))
                continue
            id_, digest, path, sketch = line
            whole = held[at] if held else None
            yield Shelved(Article(id_, "", digest, path or None), sketch, part.path, part.first + at, whole if isinstance(whole, Article) else None)


def _lines(text: str) -> list[_Line] | None:
    """None for what is no note of ours."""
    with suppress(ValueError, TypeError):
        lines = json.loads(text)
        if all(len(line) in (_REFUSED, _SHELVED) and all(isinstance(word, str) for word in line) for line in lines):
            return list(lines)
    return None
