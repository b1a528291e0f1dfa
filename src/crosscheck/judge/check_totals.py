"""Do the parts of a total add up to it?

Two shapes are read: an open one ("six warplanes, which include five jets and a helicopter"), where only a sum that meets or exceeds the total
says anything, and a closed one ("40 people (25 Danes and 15 Swedes)", "five people: three men and two women").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.judge.checkrule import Line, Sum, lines_in, number
from crosscheck.judge.lexicon import words
from crosscheck.model.article import Article
from crosscheck.model.claim import Extract, Quantity, Span
from crosscheck.values import dataclass

REACH = 60  # code points from the total to the word that opens its parts
ITEM_WORDS = 7  # words in one part, with its number
PARTS = 12

_ARTICLE = re.compile(r"(?:an?|one|another)\s+(\S+)")
_JOINT = re.compile(r",\s+and\s+|,\s+as well as\s+|\s+as well as\s+|\s+and\s+|\s+plus\s+|,\s+")
_END = re.compile(
    r"[.;:)\]”\"]|\s[–—-]\s|—|\s(?:who|which|that|were|was|are|is|have|has|had|while|when|after|before|but|with|in|on|at|from|by|since|during)\s"
)


@dataclass(frozen=True, slots=True)
class Part:
    value: float
    quantity: Quantity | None
    end: int


def sums(article: Article, extract: Extract) -> Iterator[Sum]:
    """Every total of the article with parts that can be added."""
    for line in lines_in(article, extract):
        for total in line.quantities:
            found = (_sum(line, total) or _sum_before(line, total)) if _is_plain(total) else None
            if found is not None:
                yield found


def _is_plain(quantity: Quantity) -> bool:
    return quantity.kind == "count" and quantity.mod == "=" and quantity.value is not None and quantity.value >= 2 and quantity.unit is None


def _sum(line: Line, total: Quantity) -> Sum | None:
    opening = _opening(line, total)
    if opening is None or total.value is None:
        return None
    start, closed = opening
    parts = _parts(line, start)
    if len(parts) < 2 or not all(_fits(part, total) for part in parts):
        return None
    added = sum(part.value for part in parts)
    if (added < total.value and not closed) or (added != total.value and not _sure(parts)):
        return None
    span = Span(total.span.start, parts[-1].end)
    listed = " and ".join(number(part.value) for part in parts)
    outcome = "as stated" if added == total.value else f"not {number(total.value)}"
    return Sum(span, added == total.value, f"{listed} make {number(added)}, {outcome}.")


def _sum_before(line: Line, total: Quantity) -> Sum | None:
    """ "12 men and 11 women, 23 people in all"."""
    behind = line.rest(total.span.end, REACH).casefold()
    named = " ".join(behind.replace(",", " , ").split()[:4])
    if not any(f" {words_}" in f" {named}" for words_ in words("sums", "total")):
        return None
    parts: list[Quantity] = []
    end = total.span.start
    for part in reversed([q for q in line.quantities if q.span.end <= total.span.start]):
        if not _leads_on(line.between(part.span.end, end), last=not parts):
            break
        parts.insert(0, part)
        end = part.span.start
    if len(parts) < 2 or not all(part.kind == "count" and part.mod == "=" and part.value is not None and part.of for part in parts):
        return None
    added = sum(part.value or 0 for part in parts)
    listed = " and ".join(number(part.value or 0) for part in parts)
    outcome = "as stated" if added == total.value else f"not {number(total.value or 0)}"
    return Sum(Span(parts[0].span.start, total.span.end), added == total.value, f"{listed} make {number(added)}, {outcome}.")


def _leads_on(gap: str, *, last: bool) -> bool:
    """Whether a noun and a joint, or before the total a comma or dash, are all that stands between two numbers."""
    named = gap.split()
    marks = (",", "–", "—", "-", ":") if last else (",", "and", "plus")
    return 0 < len(named) <= ITEM_WORDS and gap.rstrip().endswith(marks)


def _opening(line: Line, total: Quantity) -> tuple[int, bool] | None:
    """Where the parts begin, and whether they must be all: after the first opener behind the total, with no other number between."""
    following = next((q.span.start for q in line.quantities if q.span.start >= total.span.end), line.span.end)
    text = line.rest(total.span.end, REACH)
    for found in re.finditer(r"[\w-]+(?:\s+(?:up\s+)?of)?|[(:—–]", text):
        opener = " ".join(found.group().casefold().split())
        at = total.span.end + found.end()
        if at > following + 1 and total.span.end + found.start() > following:
            return None
        if opener in words("sums", "open"):
            return at, False
        if opener in words("sums", "closed"):
            return at, True
        if opener in words("sums", "stop"):
            return None
    return None


def _parts(line: Line, start: int) -> list[Part]:
    """The parts of the list from `start` on; empty where one of them gives no number."""
    text = line.rest(start)
    stop = _END.search(text, 1)
    text = text[: stop.start()] if stop else text
    parts: list[Part] = []
    at, open_noun = 0, False
    for piece in (*_JOINT.finditer(text), None):
        end = piece.start() if piece else len(text)
        part = _part(line, start + at, start + end)
        if part is not None:
            parts.append(part)
            open_noun = not _ends_plural(text[at:end]) and part.quantity is not None
        elif text[at:end].strip():
            if not open_noun:  # "five jets and helicopters": how many helicopters is not said
                return []
            parts[-1:] = [Part(last.value, last.quantity, start + end) for last in parts[-1:]]
            open_noun = not _ends_plural(text[at:end])
        at = piece.end() if piece else end
    return parts if len(parts) <= PARTS else []


def _part(line: Line, start: int, end: int) -> Part | None:
    words_in = line.between(start, end)
    lead = len(words_in) - len(words_in.lstrip())
    if len(words_in.split()) > ITEM_WORDS:
        return None
    found = next((q for q in line.quantities if q.span.start == start + lead), None)
    if found is not None:
        return Part(found.value, found, end) if found.value is not None and found.mod == "=" and found.kind == "count" else None
    single = _ARTICLE.match(words_in.lstrip())
    return Part(1.0, None, end) if single and single[1].casefold().strip(",") not in words("sums", "no_single") else None


def _ends_plural(piece: str) -> bool:
    """Whether the last word is a plural, so that the part is complete; a model ("L-39") is not."""
    last = piece.split()[-1:] or [""]
    return last[0].casefold().endswith("s") and not any(map(str.isdigit, last[0]))


def _fits(part: Part, total: Quantity) -> bool:
    """Whether the part may be of the total's kind: "12 in the past day" and "three aged five" are not told apart by number alone."""
    quantity = part.quantity
    if quantity is None or total.of is None or quantity.of is None:
        return True
    return quantity.unit is None


def _sure(parts: list[Part]) -> bool:
    """Whether every part names what it counts, so that a wrong sum is the article's."""
    return all(part.quantity is not None and part.quantity.of is not None for part in parts)
