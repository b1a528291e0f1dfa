"""Does a list hold as many members as the number before it says?

Read are a counted noun with a list of names behind a colon, a dash, a bracket or "namely" ("the three Baltic states: Estonia, Latvia and
Lithuania"), and a body that bears its number in its name ("the G5 … consists of Burkina Faso, Chad, Mali, Mauritania and Niger").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.extract.places import is_place
from crosscheck.judge.checkrule import Line, Sum, lines_in, number
from crosscheck.model.article import Article
from crosscheck.model.claim import Extract, Quantity, Span

MEMBERS = 40  # at most; a longer list is a table
NAME_WORDS = 5

# Gap between the counted noun and its list: a few words of the noun, then the opener.
_COUNTED = re.compile(r"(?:\s+[\w’'-]+){0,4}?(?:\s*:\s+|\s+[–—-]\s+|\s*—\s*|\s+\(|,\s+namely\s+|:\s*)")
_BODY = re.compile(r"\b([A-Z])-?(\d{1,2})\b(?!\d)")
_CONSISTS = re.compile(r"\b(?:consists? of|comprises?|is made up of|are made up of|is composed of|groups together)\s+(?:the\s+)?")
_BODY_REACH = 80
_NAME = r"(?:the\s+)?[A-ZÀ-ÞŁŚŠŽ][\w’'.-]*(?:\s+(?:of|the|de|da|del|and\s+Herzegovina|[A-ZÀ-ÞŁŚŠŽ][\w’'.-]*)){0,4}"


def sums(article: Article, extract: Extract) -> Iterator[Sum]:
    """Every list of the article that its number counts."""
    for line in lines_in(article, extract):
        for quantity in line.quantities:
            if _is_plain(quantity):
                yield from _after_count(line, quantity)
    for span in extract.sentences:
        yield from _after_body(article.text, span)


def _is_plain(quantity: Quantity) -> bool:
    return (
        quantity.kind == "count" and quantity.mod == "=" and quantity.unit is None and quantity.value is not None and 2 <= quantity.value <= MEMBERS
    )


def _after_count(line: Line, quantity: Quantity) -> Iterator[Sum]:
    gap = _COUNTED.match(line.rest(quantity.span.end))
    if (
        gap is None
        or not quantity.value
        or any(q.span.start > quantity.span.start and q.span.start < quantity.span.end + gap.end() for q in line.quantities)
    ):
        return
    start = quantity.span.end + gap.end()
    closing = ")" if gap.group().endswith("(") else ""
    found = names_listed(line.rest(start, 600), closing)
    if found is not None and len(found[0]) >= 2:
        yield from _sum(Span(quantity.span.start, start + found[1]), found[0], quantity.value)


def _after_body(text: str, span: Span) -> Iterator[Sum]:
    sentence = text[span.start : span.end]
    for body in _BODY.finditer(sentence):
        opener = _CONSISTS.search(sentence, body.end(), body.end() + _BODY_REACH)
        found = names_listed(sentence[opener.end() : opener.end() + 600], "") if opener else None
        if opener and found and len(found[0]) >= 3 and any(map(is_place, found[0])):
            yield from _sum(Span(span.start + body.start(), span.start + opener.end() + found[1]), found[0], float(body[2]))


def _sum(span: Span, listed: tuple[str, ...], stated: float) -> Iterator[Sum]:
    """More names than the number say nothing unless all are places: "three men: Ian Hill, Mayor of Leeds, and Bob Fox" lists two."""
    if len(listed) == stated:
        yield Sum(span, True, f"{number(stated)} are listed, as stated.")
    elif len(listed) < stated or all(map(is_place, listed)):
        yield Sum(span, False, f"{number(len(listed))} are listed, not {number(stated)}.")


def names_listed(text: str, closing: str) -> tuple[tuple[str, ...], int] | None:
    """The names of a list that begins the text and where it ends, None where it is no clean list of names with "and" before its last.

    The list must end with `closing`, or with the sentence or a mark where that is empty.
    """
    found: list[str] = []
    at, last = 0, False
    while len(found) <= MEMBERS:
        name = _match_name(text, at)
        if name is None:
            return None
        found.append(name)
        at += len(name)
        if last:
            break
        joint = re.compile(r",?\s+and\s+|\s*&\s*|,\s+").match(text, at)
        if joint is None:
            return None
        last = "and" in joint.group() or "&" in joint.group()
        at = joint.end()
    if not last or not _ends(text, at, closing):
        return None
    return tuple(found), at - (len(found[-1]) - len(found[-1].rstrip(".")))


def _match_name(text: str, at: int) -> str | None:
    """The longest name at this place; "Trinidad and Tobago" is one when the gazetteer knows it."""
    name = re.compile(_NAME).match(text, at)
    if name is None or len(name.group().split()) > NAME_WORDS:
        return None
    joined = re.compile(_NAME + r"\s+and\s+" + _NAME).match(text, at)
    return joined.group() if joined and is_place(joined.group()) else name.group()


def _ends(text: str, at: int, closing: str) -> bool:
    rest = text[at:].lstrip("”\"'’")
    return rest.startswith(closing) if closing else not rest.strip() or rest[0] in ".;:—–)" or rest.startswith((" –", " —", " - ", " ("))
