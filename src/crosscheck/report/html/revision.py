"""What changed between two versions, with the words of both?"""

from __future__ import annotations

from dataclasses import replace

from crosscheck.model.claim import Span
from crosscheck.model.revision import Aspect, Change, Kind, Revision, Side
from crosscheck.report.html.findings import Place
from crosscheck.report.html.reader import Reader, Ref
from crosscheck.report.quotes import Paragraphs, Quote, quote_of, visible
from crosscheck.values import dataclass

SIGNS = {Kind.CHANGED: ("≠", "contradiction"), Kind.APPEARED: ("+", "agreement"), Kind.VANISHED: ("−", "superseded")}
_ROOM = 320  # characters of a quote


@dataclass(frozen=True, slots=True)
class SideShown:
    version: str
    place: Place
    quote: Quote


@dataclass(frozen=True, slots=True)
class ChangeShown:
    kind: str
    symbol: str
    role: str
    aspect: str
    values: tuple[str, ...]
    sides: tuple[SideShown, ...]
    reason: str
    rule: str


class Changes:
    """The changes of a revision; both versions are articles of the page, even where they bear one id."""

    def __init__(self, found: Revision):
        self.found = found
        self.versions = (replace(found.old, id="old"), replace(found.new, id="new"))
        self.reader = Reader(self.versions)
        self.paragraphs = tuple(Paragraphs(version.text) for version in self.versions)

    def shown(self) -> tuple[ChangeShown, ...]:
        """By kind, each kind in the order of the text."""
        ordered = sorted(self.found.changes, key=lambda change: list(Kind).index(change.kind))
        return tuple(self._change(change, number) for number, change in enumerate(ordered, 1))

    def _change(self, change: Change, number: int) -> ChangeShown:
        symbol, role = SIGNS[change.kind]
        ref = Ref(f"d{number}", f"{symbol}{number}", f"change {number}: {change.aspect.value} {change.kind.value}", role)
        sides = ((0, change.old), (1, change.new))
        return ChangeShown(
            change.kind.value,
            symbol,
            role,
            change.aspect.value,
            tuple(visible(value) for value in (change.before, change.after) if value),
            tuple(self._side(version, side, ref) for version, side in sides if side),
            visible(change.reason) if change.aspect is not Aspect.STATEMENT else "",
            change.rule or "",
        )

    def _side(self, version: int, side: Side, ref: Ref) -> SideShown:
        article = self.versions[version]
        anchor = self.reader.mark(article.id, Span(*side.span), ref.role, ref)
        value = Span(side.span.start, side.span.start) if side.span == side.context else side.span
        place = Place(f"¶{self.paragraphs[version].number(side.span.start)}", anchor)
        return SideShown(article.id, place, quote_of(article.text, value, side.context, _ROOM))
