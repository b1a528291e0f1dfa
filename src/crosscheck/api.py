"""How is crosscheck used from Python, in a script or a notebook?

    import crosscheck

    report = crosscheck.compare("news/")                                  files and folders, as on the command line
    report = crosscheck.compare([{"text": "…", "published": "2024-02-29"}, "old.txt"])    texts, and what is known of them
    for finding in report.contradictions:
        print(finding.question)
    rows = report.to_records()                                            for pandas, polars, DuckDB

The same settings hold as on the command line (the nearest crosscheck.toml), and the same cache serves. What goes wrong is a `CrosscheckError`,
whose `str()` is one line.
"""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crosscheck.engine.local import Asked, LocalEngine
from crosscheck.errors import BadClaim, CannotRead, CannotWrite, CrosscheckError, NothingGiven, NothingReadable
from crosscheck.ingest.draft import Draft
from crosscheck.ingest.read import Reading, article_of, read, with_own_ids
from crosscheck.ingest.records import draft_of
from crosscheck.model import answer as _answer
from crosscheck.model import report as _report
from crosscheck.model.article import Article, Skipped
from crosscheck.model.claim import Claim
from crosscheck.model.verdict import Verdict
from crosscheck.report import Look, format_named, notebook, tables
from crosscheck.report.tables import Cell
from crosscheck.saved.load import has_texts, loaded, with_texts
from crosscheck.saved.reviewed import entries_in, not_reviewed, stale, with_reviews, without_dismissed
from crosscheck.saved.shown import reviewed_file, shown_of
from crosscheck.settings import Settings, settings_for
from crosscheck.store.cache import Cache
from crosscheck.store.place import cache_folder
from crosscheck.store.version import Version, version_of
from crosscheck.values import dataclass

if TYPE_CHECKING:
    from crosscheck.engine.added import Pile

__all__ = ["Answer", "Claims", "CrosscheckError", "Report", "check", "claims", "compare", "load"]

Source = str | PathLike[str] | Mapping[str, object]
Record = dict[str, Cell]

_FORMATS = {".json": "json", ".jsonl": "jsonl", ".csv": "csv", ".md": "markdown", ".html": "html", ".jsonld": "jsonld", ".txt": "text"}


@dataclass(frozen=True, slots=True)
class Report:
    """What articles agree and disagree on. `data` is all of it; iterating gives its alignments, the gravest first.

    What was decided about a finding is in its facet's `review`. Formats for readers leave out what was dismissed and count it, as the command does.
    """

    data: _report.Report

    def __iter__(self) -> Iterator[_report.Alignment]:
        return iter(self.data.alignments)

    def __len__(self) -> int:
        return len(self.data.alignments)

    def __repr__(self) -> str:
        counts = ", ".join(f"{self.data.count(verdict)} {verdict.value}" for verdict in Verdict if self.data.count(verdict))
        return f"<crosscheck.Report: {len(self.data.articles)} articles, {len(self.data.claims)} claims; {counts or 'nothing told twice'}>"

    def __str__(self) -> str:
        return self.to("text")

    def _repr_html_(self) -> str:
        return notebook.report(without_dismissed(self.data)[0])

    @property
    def articles(self) -> tuple[Article, ...]:
        return self.data.articles

    @property
    def claims(self) -> tuple[Claim, ...]:
        return self.data.claims

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What could not be read, and why."""
        return self.data.skipped

    @property
    def new(self) -> Report:
        """The same with the findings alone that nobody has reviewed."""
        return Report(not_reviewed(self.data))

    @property
    def contradictions(self) -> tuple[_report.Alignment, ...]:
        """Without those that were dismissed."""
        return tuple(one for one in without_dismissed(self.data)[0].alignments if one.verdict is Verdict.CONTRADICTION)

    def of(self, verdict: str) -> tuple[_report.Alignment, ...]:
        """The alignments of a verdict. Raises: ValueError for a word that is none."""
        return tuple(alignment for alignment in self.data.alignments if alignment.verdict is Verdict(verdict))

    def to_records(self, view: str = "compare") -> list[Record]:
        """The rows of `--format csv`, as they are: a mention of a value each, or of the view "matrix", "claims", "timeline"."""
        return list(_table_of(self.data, view).records())

    def to_dict(self, *, texts: bool = False) -> dict[str, Any]:
        """What `--format json` prints; with `texts`, with the text of every article."""
        document: dict[str, Any] = json.loads(self.to_json(texts=texts))
        return document

    def to_json(self, *, texts: bool = False) -> str:
        """What `--format json` prints."""
        return format_named("json").compare(self.data, Look(texts=texts))

    def to(self, format: str, *, width: int = 80, texts: bool = False) -> str:
        """In any format of `--format`. Raises: KeyError for one that does not exist."""
        shown = shown_of(self.data, format)
        return format_named(format).compare(shown.report, Look(width=width, texts=texts, notes=shown.notes))

    def save(self, path: str | PathLike[str], format: str | None = None) -> None:
        """In the format that the suffix names (.json .jsonl .csv .md .html .jsonld .txt), or that is given; JSON with the texts.

        Raises: KeyError for a suffix that names none, CannotWrite.
        """
        shape = format or _FORMATS[Path(path).suffix.lower()]
        try:
            Path(path).write_text(self.to(shape, texts=shape in ("json", "jsonl")), "utf-8", newline="")
        except OSError as error:
            raise CannotWrite(str(path), error.strerror) from error


@dataclass(frozen=True, slots=True)
class Claims(Sequence[Claim]):
    """The claims of articles, in the order of the articles' ids and of their texts."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]

    def __len__(self) -> int:
        return len(self.claims)

    def __getitem__(self, index: Any) -> Any:
        return self.claims[index]

    def __repr__(self) -> str:
        return f"<crosscheck.Claims: {len(self.claims)} of {len(self.articles)} articles>"

    def _repr_html_(self) -> str:
        return notebook.claims(self.articles, self.claims)

    def to_records(self) -> list[Record]:
        """The rows of `claims --format csv`: a value that a claim states each."""
        return list(tables.claims(self.articles, self.claims).records())

    def to_json(self) -> str:
        return format_named("json").claims(self.articles, self.claims, Look())


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether articles bear a claim out: `verdict` is "supports", "refutes" or "not_enough_info", evidence comes weightiest first."""

    data: _answer.Answer
    articles: tuple[Article, ...]

    @property
    def claim(self) -> str:
        return self.data.claim

    @property
    def verdict(self) -> str:
        return self.data.verdict.value

    @property
    def stance(self) -> str:
        return self.data.stance.value

    @property
    def confidence(self) -> float:
        return self.data.confidence

    @property
    def evidence(self) -> tuple[_answer.Evidence, ...]:
        return self.data.evidence

    def __repr__(self) -> str:
        return f"<crosscheck.Answer: {self.verdict} ({self.confidence:.2f}), {len(self.evidence)} passages>"

    def _repr_html_(self) -> str:
        return notebook.answer(self.data, self.articles)

    def to_records(self) -> list[Record]:
        """The rows of `check --format csv`: a passage each."""
        return list(tables.check((self.data,), self.articles).records())

    def to_json(self) -> str:
        return format_named("json").check((self.data,), self.articles, Look())


def compare(
    articles: Source | Iterable[Source] = (),
    *,
    archive: str | PathLike[str] | Iterable[str | PathLike[str]] = (),
    jobs: int = 1,
    cache: bool = True,
    config: str | PathLike[str] | None = None,
    reviewed: str | PathLike[str] | None = None,
) -> Report:
    """On what do the articles agree and disagree?

    An article is a path (a file, or a folder that is read recursively) or a mapping with a "text", and optionally "id", "title", "publisher",
    "author", "published" and "url". Without any, those of crosscheck.toml are compared.

    With an `archive` of files and folders, the articles are new ones: they are compared with each other and with those of the archive that may report
    the same, and what no new article has a part in is left out.

    What was decided about findings is read from crosscheck.reviewed.toml beside the settings, or from `reviewed`; a decision that fits no finding
    any more is a warning.

    Raises: NothingGiven, NothingReadable, BadSettings.
    """
    with _engine(jobs, cache, config) as (engine, settings):
        pile = _pile(_reading(articles, settings), archive, engine, settings)
        report = engine.compare(pile) if isinstance(pile, Reading) else pile.told(engine.compare(pile.reading))
        return Report(_with_decisions(report, reviewed_file(Path(reviewed) if reviewed is not None else None, settings)))


def _with_decisions(report: _report.Report, file: Path) -> _report.Report:
    entries = entries_in(file)
    for line in stale(report, entries):
        warnings.warn(f"{file}: {line}", stacklevel=4)
    return with_reviews(report, entries)


def claims(articles: Source | Iterable[Source] = (), *, jobs: int = 1, cache: bool = True, config: str | PathLike[str] | None = None) -> Claims:
    """What does each article claim, and who says it? Raises: as compare."""
    with _engine(jobs, cache, config) as (engine, settings):
        ordered = tuple(sorted(_reading(articles, settings).articles, key=lambda article: article.id))
        return Claims(ordered, tuple(claim for extract in engine.extracts(ordered) for claim in extract.claims))


def check(claim: str, articles: Source | Iterable[Source] = (), *, cache: bool = True, config: str | PathLike[str] | None = None) -> Answer:
    """Do the articles bear the claim out, refute it, or say nothing of it? Raises: as compare, and BadClaim."""
    with _engine(1, cache, config) as (engine, settings):
        asked = article_of(Draft("claim", "claim", claim, has_head=False), settings)
        if isinstance(asked, Skipped):
            raise BadClaim(f"the claim cannot be read: {asked.reason}")
        ordered = tuple(sorted(_reading(articles, settings).articles, key=lambda article: article.id))
        (answer,) = engine.check([Asked(asked, ordered)])
        return Answer(answer, ordered)


def load(path: str | PathLike[str]) -> Report:
    """A report that was saved as JSON or JSON Lines, by `save` or on the command line.

    Texts that it does not hold are taken from its files where these are unchanged. Raises: CannotRead, BadReport.
    """
    try:
        report = loaded(Path(path).read_text("utf-8"), str(path))
    except OSError as error:
        raise CannotRead(str(path), error.strerror) from error
    if has_texts(report):
        return Report(report)
    there = tuple(one.path for one in report.articles if one.path and not one.is_whole and Path(one.path).is_file())
    return Report(with_texts(report, read(there, settings_for(Path.cwd())).articles))


@contextmanager
def _engine(jobs: int, cache: bool, config: str | PathLike[str] | None) -> Iterator[tuple[LocalEngine, Settings]]:
    settings = settings_for(Path.cwd(), Path(config) if config is not None else None)
    folder = cache_folder(os.environ) if cache and settings.cache else None
    store = Cache(folder, version_of(settings.topics) if folder else Version("", ""))
    with LocalEngine(store, jobs, settings.topics, limits=settings.limits) as engine:
        yield engine, settings
    for one in engine.given_up.values():
        warnings.warn(f"skipped {one.path}: {one.reason}", stacklevel=4)


def _reading(articles: Source | Iterable[Source], settings: Settings) -> Reading:
    """Raises: NothingGiven, NothingReadable."""
    given: Sequence[Source] = [articles] if isinstance(articles, str | PathLike | Mapping) else list(articles)
    given = given or settings.articles
    if not given:
        raise NothingGiven
    paths, records = [str(one) for one in given if not isinstance(one, Mapping)], [one for one in given if isinstance(one, Mapping)]
    files = read(paths, settings)
    made = [_article(record, settings) for record in records]
    found = (*files.articles, *(one for one in made if isinstance(one, Article)))
    skipped = (*files.skipped, *(one for one in made if isinstance(one, Skipped)))
    if not found:
        raise NothingReadable(len(skipped))
    return Reading(with_own_ids(found), skipped)


def _pile(new: Reading, archive: str | PathLike[str] | Iterable[str | PathLike[str]], engine: LocalEngine, settings: Settings) -> Reading | Pile:
    paths = [str(archive)] if isinstance(archive, str | PathLike) else [str(path) for path in archive]
    if not paths:
        return new
    from crosscheck.engine.added import with_archive

    return with_archive(new, paths, settings, engine.cache)


def _article(record: Mapping[str, object], settings: Settings) -> Article | Skipped:
    """An article without an id is called after its text."""
    name = f"text-{sha256(str(record.get('text')).encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
    draft = draft_of(dict(record), name, None, "article")
    article = draft if isinstance(draft, Skipped) else article_of(draft, settings)
    return replace(article, path=None) if isinstance(article, Article) else article


def _table_of(report: _report.Report, view: str) -> tables.Table:
    if view == "timeline":
        from crosscheck.arrange.timeline import timeline_of

        return tables.timeline(timeline_of(report))
    if view == "claims":
        return tables.claims(report.articles, report.claims)
    return {"compare": tables.compare, "matrix": tables.matrix}[view](report)
