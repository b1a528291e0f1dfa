"""Which words of the article show a value, and where in it do they stand?

Quotes are the article's own words, cut at word borders with […]; line breaks and tabs become spaces, control characters are made visible.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from crosscheck.model.claim import Span
from crosscheck.values import dataclass

_GAP = "[…]"
_OPENING, _CLOSING = "([", ")]"  # a clause takes the brackets that it begins and ends with
_MARKS = '"“”„«»'  # quotation marks that the quote begins or ends with are left out, where both halves go or one is missing
_SENTENCE = 300  # characters in which a sentence begins and ends, on each side of a clause
_SENTENCE_REACH = 60  # characters of context on each side of a claim that is a mere word, such as a noun

# C0 and C1 controls, and the marks that reorder what follows: a quote must not be able to rewrite the line that it stands in
_CONTROLS = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "␡"} | {code: f"<{code:02X}>" for code in range(0x80, 0xA0)}
_CONTROLS |= {code: f"<{code:04X}>" for code in (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF)}
_CONTROLS |= dict.fromkeys((0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029, 0xA0), " ")
_SENTENCE_END = re.compile(r"([a-z0-9)%][.!?][\"'”’)]?)\s+(?=[A-Z\"'“‘(])")  # near enough: a context too short by "Mr." does no harm
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
FENCE, FENCE_END = "\u2068", "\u2069"  # first strong isolate, and its end
_SPACES = re.compile(" {2,}")


@dataclass(frozen=True, slots=True)
class Quote:
    """The words around a value in three parts, the value in the middle."""

    before: str
    value: str
    after: str

    def __str__(self) -> str:
        return self.before + self.value + self.after


def visible(text: str) -> str:
    """The text on one line, with every control character shown as a sign."""
    return _SPACES.sub(" ", text.translate(_CONTROLS))


def isolated(text: str) -> str:
    """Right-to-left words, fenced off so that the words around them keep their place (Unicode's first strong isolate)."""
    return f"{FENCE}{text}{FENCE_END}" if _RIGHT_TO_LEFT.search(text) else text


def quote_of(text: str, value: Span, context: Span, room: int) -> Quote:
    """The value in its context, in at most about `room` characters; `context` is the clause that states it."""
    start, end = _clause(text, min(value.start, context.start), max(value.end, context.end))
    start, end = max(start, value.start - 4 * room), min(end, value.end + 4 * room)
    shown = visible(text[value.start : value.end])
    left, right = visible(text[start : value.start]).lstrip(), visible(text[value.end : end]).rstrip()
    if not _is_paired(left + shown + right) or _is_paired(left.lstrip(_MARKS) + shown + right.rstrip(_MARKS)):
        left, right = left.lstrip(_MARKS), right.rstrip(_MARKS)
    over = len(left) + len(shown) + len(right) - room
    if over > 0:
        left, right = _shortened(left, shown, right, max(room, 20))
    return Quote(left, shown, right)


def _is_paired(text: str) -> bool:
    """Whether every quotation mark has its other half: of '"It was old," she said' none may be left out."""
    return text.count('"') % 2 == 0 and text.count("“") == text.count("”") and text.count("«") == text.count("»")


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The claim's own words; where they are a word or two, the words around them in their sentence as well."""
    while start > 0 and text[start - 1] in _OPENING:
        start -= 1
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    if end - start >= _SENTENCE_REACH // 2:
        return start, end
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    first, last = max(line_start, start - _SENTENCE_REACH), min(line_end, end + _SENTENCE_REACH)
    before = [match.end() for match in _SENTENCE_END.finditer(text, first, min(start + 1, len(text))) if match.end() <= start]
    after = next((match.end(1) for match in _SENTENCE_END.finditer(text, max(start, end - 3), last) if match.end(1) >= end), None)
    return before[-1] if before else _word_start(text, first), after or _word_end(text, last)


def sentence_around(text: str, span: Span) -> Span:
    """From the last full stop or line end before the span to the next one after it, near enough; at most SENTENCE characters on each side."""
    first, last = max(text.rfind("\n", 0, span.start) + 1, span.start - _SENTENCE), text.find("\n", span.end)
    last = min(len(text) if last < 0 else last, span.end + _SENTENCE)
    before = [match.end() for match in _SENTENCE_END.finditer(text, first, min(span.start + 1, len(text))) if match.end() <= span.start]
    after = next((match.end(1) for match in _SENTENCE_END.finditer(text, max(span.start, span.end - 3), last) if match.end(1) >= span.end), None)
    return Span(before[-1] if before else _word_start(text, first), after or _word_end(text, last))


def sentences_around(text: str, span: Span, more: int) -> Span:
    """The sentence or sentences that hold the span, and as many `more` on each side as the article has."""
    found = sentence_around(text, span)
    for _ in range(more):
        before, after = len(text[: found.start].rstrip()), len(text) - len(text[found.end :].lstrip())
        start = sentence_around(text, Span(before - 1, before)).start if before else found.start
        end = sentence_around(text, Span(after, after + 1)).end if after < len(text) else found.end
        found = Span(start, end)
    return found


def beginning(text: str, room: int) -> str:
    """The first words, in at most about `room` characters."""
    return _first_words(visible(text).strip(), max(20, room - len(_GAP) - 1))


def _word_start(text: str, place: int) -> int:
    """The start of the first whole word at or after the place."""
    if place == 0 or text[place - 1].isspace():
        return place
    while place < len(text) and not text[place].isspace():
        place += 1
    return min(place + 1, len(text))


def _word_end(text: str, place: int) -> int:
    """The end of the last whole word before or at the place."""
    if place >= len(text) or text[place].isspace():
        return place
    while place > 0 and not text[place - 1].isspace():
        place -= 1
    return place


def _shortened(left: str, value: str, right: str, room: int) -> tuple[str, str]:
    """Both sides cut to share the room that the value leaves; what one side does not need goes to the other."""
    spare = max(0, room - len(value) - 2 * len(_GAP) - 2)
    for_left = min(len(left), max(spare // 2, spare - len(right)))
    return _last_words(left, for_left), _first_words(right, spare - for_left)


def _first_words(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    kept = text[: room + 1]
    border = kept.rfind(" ")
    return (kept[:border] if border > 0 else "") + f" {_GAP}"


def _last_words(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    kept = text[len(text) - room - 1 :]
    border = kept.find(" ")
    return f"{_GAP} " + (kept[border + 1 :] if border >= 0 else "")


class Paragraphs:
    """The paragraphs of a text, counted from 1: blocks between blank lines, or lines where there are no blank ones."""

    def __init__(self, text: str):
        lines = list(_lines(text))
        written = [number for number, (_, blank) in enumerate(lines) if not blank]
        inner = range(written[0], written[-1]) if written else range(0)
        in_blocks = any(lines[number][1] for number in inner)
        self._starts = [lines[number][0] for number in written if not in_blocks or number == 0 or lines[number - 1][1]]

    def number(self, place: int) -> int:
        """Of the paragraph that holds this code point."""
        return max(1, bisect_right(self._starts, place))


def _lines(text: str) -> Iterator[tuple[int, bool]]:
    """Where each line starts, and whether it is blank."""
    start = 0
    for line in text.split("\n"):
        yield start, not line or line.isspace()
        start += len(line) + 1
