"""Where is the file of reviewed findings, and what of a report is shown for what it says?"""

from __future__ import annotations

from os.path import relpath
from pathlib import Path

from crosscheck.model.report import Report
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
    if new_only:
        fresh = not_reviewed(report)
        return Shown(fresh, fresh, notes)
    return Shown(counted, report if shape in _WHOLE else counted, notes)
