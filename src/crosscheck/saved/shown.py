"""Where is the file of reviewed findings, and what of a report is shown for what it says?"""

from __future__ import annotations

from dataclasses import replace
from os.path import relpath
from pathlib import Path

from crosscheck.model.report import Archive, Report
from crosscheck.saved.reviewed import FILE, not_reviewed, without_dismissed
from crosscheck.settings import Settings
from crosscheck.values import dataclass

_WHOLE = ("json", "jsonl", "csv")  # formats that carry what was dismissed, each with its review


def reviewed_file(named: Path | None, settings: Settings) -> Path:
    """The file that is named; else that beside the settings, or in this folder. As seen from here, so that reports are the same everywhere."""
    if named is not None or settings.path is None:
        return named or Path(FILE)
    file = Path(settings.path).parent / FILE
    try:
        return Path(relpath(file))
    except ValueError:  # another drive
        return file


@dataclass(frozen=True, slots=True)
class Shown:
    """What counts for --fail-on, what is shown, and what is said about what is not."""

    counted: Report
    report: Report
    notes: tuple[str, ...]


def shown_of(report: Report, shape: str, *, new_only: bool = False, file: str = FILE) -> Shown:
    """Without the findings that were dismissed, which formats for programs carry all the same; `new_only` leaves what nobody has reviewed."""
    counted, dismissed = without_dismissed(report)
    notes = (f"{dismissed} dismissed: {file}",) if dismissed else ()
    if report.archive:
        notes = (*notes, _of(report.archive))
    if new_only:
        fresh = not_reviewed(report)
        return Shown(fresh, fresh if shape in _WHOLE else heard(fresh), notes)
    return Shown(counted, report if shape in _WHOLE else heard(counted), notes)


def heard(report: Report) -> Report:
    """Without those articles of an archive of which nothing is told: most that were compared have nothing to do with the new ones."""
    if report.archive is None:
        return report
    silent = set(report.archive.compared).difference(*(one.articles for one in report.alignments), *(story.articles for story in report.stories))
    return replace(report, articles=tuple(article for article in report.articles if article.id not in silent))


def _of(archive: Archive) -> str:
    """A line that tells what new articles were compared with."""
    count = "1 article" if archive.articles == 1 else f"{archive.articles:,} articles"
    return f"archive: {count}, of which {len(archive.compared):,} may report the same and were compared"
