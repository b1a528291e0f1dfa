"""Where are words quoted, and which quoted pieces belong to one quotation?

A quotation is its pieces in text order, marks included. It has several when it goes on in the next paragraph: news opens that paragraph with
another opening mark and closes only the last. Everything is one pass over the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crosscheck.model.claim import Span
from crosscheck.values import dataclass

PAIRS = {"“": "”", "«": "»", "„": "“"}
DOUBLE = ("”", '"', "“")  # what may close “ and " alike: typists mix them
_MARKS = re.compile("[“”«»„‘’\"'`]")
SPEECH_WORDS = 4  # quoted words that are speech rather than a term in quotation marks, whatever stands around them
CLOSING_PUNCTUATION = (",", ".", "?", "!", "…", "—", "-")
LONGEST = 6000  # code points; a mark that nothing closes for longer was a slip


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words; `pieces` are in text order and include their marks."""

    pieces: tuple[Span, ...]

    @property
    def start(self) -> int:
        return self.pieces[0].start

    @property
    def end(self) -> int:
        return self.pieces[-1].end

    def touches(self, span: Span) -> bool:
        return any(piece.touches(span) for piece in self.pieces)

    def holds(self, at: int) -> bool:
        return any(piece.start <= at < piece.end for piece in self.pieces)


def quotations_in(text: str) -> tuple[Quotation, ...]:
    """All quotations of a text, in text order, the outermost only."""
    return tuple(_joined(text, list(_pieces(text))))


def is_speech(text: str, span: Span) -> bool:
    """Whether quoted words are a sentence that somebody spoke, not a term in quotation marks; "No," counts where a sentence may begin."""
    inside = text[span.start + 1 : span.end - 1].strip(" '")
    if len(inside.split()) >= SPEECH_WORDS:
        return True
    before = text[max(0, span.start - 2) : span.start].rstrip(" ")
    return inside.endswith(CLOSING_PUNCTUATION) and before[-1:] in ("", "\n", ",", ":", ".", "?", "!", "”", '"')


def _pieces(text: str) -> Iterator[tuple[Span, bool]]:
    """Each quoted piece, and whether a mark closes it (else the end of its paragraph does)."""
    at = 0
    barren: dict[str, int] = {}  # up to where a closing mark was sought in vain, so that no stretch is searched twice
    for match in _MARKS.finditer(text):
        close = _opens(text, match.start()) if match.start() >= at else None
        if close is None:
            continue
        end, closed = _end_of(text, match.start(), close, barren)
        if end is not None:
            yield Span(match.start(), end), closed
            at = end


def _opens(text: str, at: int) -> str | None:
    """The mark that would close a quotation opened here, or None."""
    mark = text[at]
    if text[at : at + 2] == "''":
        return "''" if _may_open(text, at, 2) else None
    if mark == "‘" or mark == "'":
        if text[at + 1 : at + 2].isdigit():
            return None  # '08
        return ("’" if mark == "‘" else "'") if _may_open(text, at) else None
    if mark in PAIRS:
        return PAIRS[mark]
    if mark == '"':
        return '"' if _may_open(text, at) else None
    if mark == "`" and text[at : at + 2] == "``":
        return "''"
    return None


def _may_open(text: str, at: int, size: int = 1) -> bool:
    before, after = text[max(0, at - 1) : at], text[at + size : at + size + 1]
    return (not before or before.isspace() or before in "([{—–-:“\"'/.”’") and bool(after) and not after.isspace()


def _end_of(text: str, at: int, close: str, barren: dict[str, int]) -> tuple[int | None, bool]:
    """Where the quotation opened at `at` ends, and whether by a mark; None where it is no quotation."""
    stop = _paragraph_end(text, at)
    start = max(at + 1, barren.get(close, 0))
    found = _closing(text, start, stop, close) if start < stop else None
    if found is not None:
        return found + len(close), True
    barren[close] = max(stop, start)
    if close in ("'", "’"):
        return None, False  # an apostrophe
    return (stop, False) if stop - at > 1 else (None, False)


def _closing(text: str, start: int, stop: int, close: str) -> int | None:
    """Where the quotation is closed: by its own mark, or by another double one that stands behind a word."""
    marks = DOUBLE if close in DOUBLE else (close,)
    for match in _MARKS.finditer(text, start, stop):
        at = match.start()
        mark = next((mark for mark in marks if text.startswith(mark, at)), None)
        if mark is not None and _may_close(text, at, mark) and (mark == close or _ends_a_word(text, at)):
            return at
    return None


def _ends_a_word(text: str, at: int) -> bool:
    """A double mark of another kind closes behind a word or its point, with a space or nothing after it."""
    return not text[at - 1].isspace() and (text[at + 1 : at + 2].isspace() or not text[at + 1 : at + 2])


def _may_close(text: str, at: int, close: str) -> bool:
    """An apostrophe between letters closes nothing ("don't"), nor does a straight mark with a space before it and a letter after."""
    before, after = text[at - 1], text[at + len(close) : at + len(close) + 1]
    if close in ("'", "’"):
        return not before.isspace() and not after.isalnum()
    if close == '"':
        return not (before.isspace() and after.isalnum())
    return True


def _paragraph_end(text: str, at: int) -> int:
    line = text.find("\n", at, at + LONGEST)
    return min(len(text), at + LONGEST) if line < 0 else line


def _joined(text: str, pieces: Sequence[tuple[Span, bool]]) -> Iterator[Quotation]:
    """A piece that no mark closes goes on in the quotation that opens the next paragraph."""
    run: list[Span] = []
    for span, closed in pieces:
        if run and text[run[-1].end : span.start].strip():
            yield Quotation(tuple(run))
            run = []
        run.append(span)
        if closed or not _may_go_on(text, run[0]):
            yield Quotation(tuple(run))
            run = []
    if run:
        yield Quotation(tuple(run))


def _may_go_on(text: str, span: Span) -> bool:
    """Speech that no mark closes goes on in the next paragraph; a term ("including "two helicopters") was only never closed."""
    before = text[max(0, span.start - 2) : span.start].rstrip(" ")
    return before[-1:] in ("", "\n", ",", ":", ".", "?", "!")
