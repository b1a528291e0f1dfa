"""What of a report does its view show, under which names, and how much of it before the rest is only counted?"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.independence.origins import Origins
from crosscheck.judge.interest import is_news
from crosscheck.model.claim import Claim
from crosscheck.model.report import Alignment, Report
from crosscheck.model.verdict import Verdict
from crosscheck.report.findings import minor
from crosscheck.report.format import Look
from crosscheck.report.handles import handle_length
from crosscheck.report.rows import BLANK, Piece, Row, row
from crosscheck.report.theme import NAMES, SYMBOLS
from crosscheck.report.views.sources import Shelf

_SHOWN = {Verdict.COMPATIBLE: 8, Verdict.AGREEMENT: 15}  # how many before the rest is only counted


class View:
    """A report as it is shown: its claims, alignments and articles at hand."""

    def __init__(self, report: Report, look: Look):
        self.report = report
        self.look = look
        self.shelf = Shelf(report.articles, look)
        self.origins = Origins(report.overlaps)
        self.claims = {claim.id: claim for claim in report.claims}
        self.letters = handle_length([*(one.id for one in report.alignments), *self.claims])
        self.stated = tuple(claim for claim in report.claims if not claim.is_mention)
        alignments = [alignment for alignment in report.alignments if self._is_news(alignment)]
        self.by_verdict = {verdict: [a for a in alignments if a.verdict is verdict] for verdict in Verdict}

    def _is_news(self, alignment: Alignment) -> bool:
        return is_news(alignment, [self.claims[claim] for claim in alignment.claims if claim in self.claims])

    def once(self) -> list[Claim]:
        """Claims that no other claim was laid beside."""
        told_often = {claim for alignment in self.report.alignments if alignment.verdict is not Verdict.SINGLE_SOURCE for claim in alignment.claims}
        return [claim for claim in self.stated if claim.id not in told_often]

    def folds(self, verdict: Verdict) -> bool:
        """Whether what is minor is only counted."""
        return not self.look.everything and verdict not in self.look.unfolded

    def most(self, verdict: Verdict) -> int | None:
        """How many are shown, None for all."""
        return None if verdict in self.look.unfolded else _SHOWN.get(verdict)

    def rest(self, verdict: Verdict, number: int, worded: int = 0) -> Iterator[Row]:
        """How many are not shown; `worded` are minor."""
        left = [f"{number} more {NAMES[verdict][1]}"] * (number > 0) + [minor(worded)] * (worded > 0)
        if left:
            mark = Piece(f"{SYMBOLS[verdict]} … and {' and '.join(left)}", verdict.value)
            yield BLANK
            yield row(mark, right=(Piece(f"--verdict {verdict.value} shows all", "muted"),))

    def handle(self, alignment: Alignment) -> str:
        """What --explain takes."""
        return alignment.id[: self.letters]
