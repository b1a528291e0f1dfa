"""Which lines of an article are furniture of its page: read-next links, newsletters, cookies, credits, boxes about the author?

Furniture is no content: it makes no claim, and two articles that share it have copied nothing from each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.model.claim import Span

MAX_START_WORDS = 25
"""A line that begins like furniture and is longer than this is prose ("Read more than a hundred pages of …"); chosen by hand."""

MAX_HOLD_WORDS = 60
"""Legal and newsletter lines are longer than links, but not longer than this; chosen by hand."""

TAIL_LINES = 5
"""A box about the author stands among the last lines that hold words."""


def boilerplate_in(text: str, author: str | None = None) -> tuple[Span, ...]:
    """The lines that are furniture, in text order, each without the white space around it; `author` helps to know the box about him."""
    lines = tuple(lines_of(text))
    box = author_box(text, author)
    return tuple(line for line in lines if (box and box.holds(line)) or is_boilerplate(text[line.start : line.end]))


def is_boilerplate(line: str) -> bool:
    """Whether one line, taken alone, is furniture."""
    length = len(line.split(None, MAX_HOLD_WORDS + 1))
    if not length or length > MAX_HOLD_WORDS:
        return False
    plain = " ".join(line.casefold().replace("’", "'").split()).lstrip("•·-–—*▶►>[( ")
    return (length <= MAX_START_WORDS and _starts(plain)) or any(phrase in plain for phrase in table_of("boilerplate")["holds"])


def author_box(text: str, author: str | None = None) -> Span | None:
    """From the author's name alone on a line, or from "NAME is a journalist …", to the end; None where no box closes the article.

    The name must be the author's as given, or stand alone on one of the last lines: "Ana Reyes" above "Ana Reyes is a reporter in Lima."
    """
    tail = tuple(lines_of(text))[-TAIL_LINES:]
    names = {author} if author else {line for line in (text[span.start : span.end] for span in tail) if looks_like_a_name(line)}
    about = next((span for span in tail if any(_is_about(text[span.start : span.end], name) for name in names)), None)
    if not about:
        return None
    named = (span for span in tail if text[span.start : span.end] in names)
    return Span(min((about.start, *(span.start for span in named))), tail[-1].end)


def looks_like_a_name(line: str) -> bool:
    """Two to five capitalised words and nothing else: "Ana María Reyes", "J. Smith"."""
    words = line.split(None, 5)
    if not 2 <= len(words) <= 5:
        return False
    return all(word[0].isupper() and word.replace(".", "").replace("-", "").replace("'", "").replace("’", "").isalpha() for word in words)


def lines_of(text: str) -> Iterator[Span]:
    """Every line that holds more than white space, without the white space around it."""
    start = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            at = start + len(line) - len(line.lstrip())
            yield Span(at, at + len(bare))
        start += len(line)


def _starts(line: str) -> bool:
    """Whether a line begins with a phrase of the list and a word ends there: "Subscribers fled" and "Read more than …" do not."""
    begins = _starts_by_word().get(line.split(None, 1)[0].rstrip(":") if line else "", ())
    for phrase in begins:
        rest = line[len(phrase) :]
        if line.startswith(phrase) and not rest[:1].isalpha() and not rest.startswith(" than"):
            return True
    return False


@cache
def _starts_by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for phrase in table_of("boilerplate")["starts"]:
        found.setdefault(phrase.split(None, 1)[0].rstrip(":"), []).append(phrase)
    return {word: tuple(phrases) for word, phrases in found.items()}


def _is_about(line: str, name: str) -> bool:
    """Whether the line says what the author is by calling: "MD Africa Editor Kester Kenn Klomegah is an independent researcher and writer"."""
    before, found, after = line.partition(name)
    if not found or len(before.split()) > 6:
        return False
    words = [word.strip(",.;:()").casefold() for word in after.split(None, 13)[:13]]
    return words[:1] in (["is"], ["was"], ["has"], ["writes"], ["covers"]) and not words_of("boilerplate", "callings").isdisjoint(words)
