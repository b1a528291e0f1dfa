"""How does a command come by a report that was saved, and by the texts of its articles?"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from crosscheck.errors import BadReport, CannotRead
from crosscheck.ingest.read import read
from crosscheck.model.article import Article
from crosscheck.model.report import Report
from crosscheck.saved.load import loaded_with_kind
from crosscheck.settings import Settings


def saved_report(name: str) -> Report:
    """Of a file, or - for stdin.

    Raises: CannotRead, BadReport.
    """
    return saved_with_kind(name)[0]


def saved_with_kind(name: str) -> tuple[Report, bool]:
    """The report, and whether it has claims alone."""
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return loaded_with_kind(data.decode("utf-8"), name)
    except UnicodeDecodeError as error:
        raise BadReport(name, "is no text in UTF-8") from error
    except OSError as error:
        raise CannotRead(name, error.strerror) from error


def articles_at(paths: Sequence[str], report: Report, settings: Settings) -> tuple[Article, ...]:
    """What is at the paths; without any, at those where the articles of the report were."""
    there = [article.path for article in report.articles if article.path and not article.is_whole and Path(article.path).is_file()]
    return read(tuple(paths) or tuple(dict.fromkeys(there)), settings).articles
