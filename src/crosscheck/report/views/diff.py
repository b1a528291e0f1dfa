"""What changed between two versions? Changed facts first with both quotes, then what appeared and what vanished."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.model.article import Article
from crosscheck.model.claim import Span
from crosscheck.model.revision import Aspect, Change, Kind, Revision, Side
from crosscheck.report.format import Look
from crosscheck.report.links import link_to
from crosscheck.report.quotes import Paragraphs, isolated, quote_of, visible
from crosscheck.report.rows import BLANK, Cell, Piece, Row, hanging, headed, row
from crosscheck.report.views.sources import quoted

_SIGNS = {Kind.CHANGED: ("≠", "contradiction"), Kind.APPEARED: ("+", "agreement"), Kind.VANISHED: ("−", "superseded")}


def diff(found: Revision, look: Look) -> Iterator[Row]:
    """The head, then the changes by kind, each kind in the order of the text."""
    view = _View(found, look)
    yield from view.head()
    for kind in Kind:
        yield from view.changes(kind)


class _View:
    def __init__(self, found: Revision, look: Look):
        self.found = found
        self.look = look
        self.paragraphs = (Paragraphs(found.old.text), Paragraphs(found.new.text))

    def head(self) -> Iterator[Row]:
        yield headed("diff", f"{_name(self.found.old)} → {_name(self.found.new)}")
        counts = [(kind, self.found.count(kind)) for kind in Kind]
        told = [Piece(f"{_SIGNS[kind][0]} {number} {kind.value}   ", _SIGNS[kind][1]) for kind, number in counts if number]
        if told:
            yield row(*told, Piece(f"~ {self.found.reworded} reworded   = {self.found.same} the same", "muted"))
        elif self.found.reworded:
            yield row(f"Only wording changed: {_sentences(self.found.reworded)} reworded, {self.found.same} the same.")
        else:
            yield row(f"Nothing changed: {_sentences(self.found.same)} the same.")

    def changes(self, kind: Kind) -> Iterator[Row]:
        """Whole sentences line by line after what changed inside of one."""
        found = [change for change in self.found.changes if change.kind is kind]
        for change in found:
            if change.aspect is not Aspect.STATEMENT:
                yield BLANK
                yield from self._change(change)
        whole = [side for change in found if change.aspect is Aspect.STATEMENT and (side := change.new or change.old)]
        if whole:
            yield BLANK
        for side in whole:
            yield hanging(Piece(*_SIGNS[kind]), *self._quote(int(kind is not Kind.VANISHED), side), indent=0)

    def _change(self, change: Change) -> Iterator[Row]:
        sign = Piece(*_SIGNS[change.kind])
        words = isolated(visible(" → ".join(filter(None, (change.before, change.after)))))
        about = f"“{visible(change.new.text)}”: " if change.aspect is Aspect.CERTAINTY and change.new else ""
        title = Piece(f"{change.aspect.value}  ", "question")
        yield hanging(sign, title, about, Piece(words, "value"), right=(Piece(change.rule, "muted"),) if change.rule else ())
        if change.old:
            yield self._side(0, change.old)
        if change.new:
            yield self._side(1, change.new)

    def _side(self, version: int, side: Side) -> Row:
        return Row((Cell((Piece(("old", "new")[version], "muted"),), 3), Cell(self._quote(version, side))), 2)

    def _quote(self, version: int, side: Side) -> tuple[Piece, ...]:
        """The paragraph, and the sentence with the words in it that count."""
        text = (self.found.old, self.found.new)[version].text
        value = Span(side.span.start, side.span.start) if side.span == side.context else side.span
        article = (self.found.old, self.found.new)[version]
        where = Piece(f"¶{self.paragraphs[version].number(side.span.start)} ", "where", link_to(article, side.span, self.look.base))
        return (where, *quoted(quote_of(text, value, side.context, 2 * max(self.look.width - 16, 24))))


def _name(article: Article) -> str:
    return visible(article.path or article.id)


def _sentences(number: int) -> str:
    return f"{number} {'sentence' if number == 1 else 'sentences'}"
