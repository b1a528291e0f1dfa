"""Which figures were recomputed inside one article, and which do not hold?"""

from __future__ import annotations

from crosscheck.model.claim import Span
from crosscheck.model.report import Check, Report
from crosscheck.report.html.findings import Place
from crosscheck.report.html.reader import Reader, Ref
from crosscheck.report.quotes import Quote, quote_of, visible
from crosscheck.values import dataclass

_ROOM = 240  # characters of a quote


@dataclass(frozen=True, slots=True)
class CheckShown:
    anchor: str
    holds: bool
    place: Place
    quote: Quote
    reason: str
    rule: str


def checks_of(report: Report, reader: Reader) -> tuple[CheckShown, ...]:
    """In the report's order; what does not hold is highlighted in its article."""
    return tuple(_shown(check, number, reader) for number, check in enumerate(report.checks, 1))


def _shown(check: Check, number: int, reader: Reader) -> CheckShown:
    place = Place(reader.shelf.place(check.article, check.span), _anchor(check, number, reader))
    text = reader.shelf.text(check.article)
    quote = quote_of(text, check.span, Span(*check.span), _ROOM) if text else Quote("", visible(check.text), "")
    return CheckShown(f"c{number}", check.holds, place, quote, visible(check.reason), check.rule)


def _anchor(check: Check, number: int, reader: Reader) -> str | None:
    if check.holds:
        return reader.paragraph(check.article, check.span)
    ref = Ref(f"c{number}", "!", f"this does not hold: {visible(check.reason)}", "check", 1)
    return reader.mark(check.article, check.span, ref.role, ref)
