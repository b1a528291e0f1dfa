"""Which agencies is a text as a whole credited to?

A credit stands on one of the first or last lines: as a line of its own ("AFP", "By Ana Reyes, Associated Press", "© 2013 AFP"), at the end of one
("… on Monday. — AP", "… (With inputs from agencies)") or before a dash that opens the text ("AFP - The talks"). The dateline in brackets is
read in outlets.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from crosscheck.extract.boilerplate import lines_of
from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.words import folded, word_spans
from crosscheck.model.claim import Span

CREDIT_LINES = 5
"""Lines at either end of a text on which an agency's credit stands."""

CREDIT_LETTERS = 120
"""Letters of a credit at most: "Associated Press writers Ana Reyes in Geneva and Tom Okoro in Lagos contributed to this report"."""

UNNAMED = "agencies"
"""The source of a text with a credit that names no agency."""

_DASHES = ("-", "–", "—")
_WORDS = 14


def credits_in(text: str) -> Iterator[tuple[str, Span]]:
    """Every agency that the text as a whole is said to be of, by its first name in the list, and where it is named."""
    lines = tuple(lines_of(text))
    for line in (*lines[:CREDIT_LINES], *lines[max(CREDIT_LINES, len(lines) - CREDIT_LINES) :]):
        credit = next((found for piece in _pieces(text, line) if (found := tuple(_agencies_in(text, piece)))), ())
        yield from credit


def _pieces(text: str, line: Span) -> Iterator[Span]:
    """The whole line, what stands behind the last full stop, dash or bracket, and what stands before a dash, where that is short."""
    if line.end - line.start <= CREDIT_LETTERS:
        yield line
    tail = max(line.start, line.end - CREDIT_LETTERS)
    cuts = [at + len(mark) for mark in (". ", "– ", "— ", "-- ", "(", " - ") if (at := text.rfind(mark, tail, line.end - 1)) >= 0]
    if cuts:
        yield Span(max(cuts), line.end)
    dashes = [at for dash in _DASHES if (at := text.find(f" {dash}", line.start, line.start + CREDIT_LETTERS)) >= 0]
    if dashes and min(dashes) < line.end:
        yield Span(line.start, min(dashes))


def _agencies_in(text: str, piece: Span) -> Iterator[tuple[str, Span]]:
    """The agencies of a piece that holds a credit and nothing else."""
    places = [(piece.start + start, piece.start + end) for start, end in word_spans(text[piece.start : piece.end])]
    words = [text[start:end] for start, end in places]
    if not 0 < len(words) <= _WORDS:
        return
    named = list(_named(words))
    rest = [word for at, word in enumerate(words) if not any(first <= at < last for first, last, _ in named)]
    if named and _is_rest_of_a_credit(words[0], rest):
        yield from ((agency, Span(places[first][0], places[last - 1][1])) for first, last, agency in named)
    elif not named and UNNAMED in (folded(word) for word in rest) and all(folded(word) in _credit_words() for word in rest):
        at = next(at for at, word in enumerate(words) if folded(word) == UNNAMED)
        yield UNNAMED, Span(*places[at])


def _is_rest_of_a_credit(first: str, rest: Sequence[str]) -> bool:
    """Whether the words beside the agencies are those of a credit; names of persons and towns are, where somebody wrote or contributed there."""
    forms = [folded(word) for word in rest]
    with_names = folded(first) == "by" or not words_of("outlets", "credit_with_names").isdisjoint(forms)
    return all(form in _credit_words() or form.isdigit() or (with_names and word[0].isupper()) for form, word in zip(forms, rest, strict=True))


def _named(words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Where agencies are named, in capitals throughout as well ("REUTERS")."""
    forms, end = [folded(word) for word in words], 0
    for at, form in enumerate(forms):
        if at < end:
            continue
        for name, agency in _agencies().get(form, ()):
            if tuple(forms[at : at + len(name)]) == name and words[at][0].isupper() and (len(form) > 3 or words[at].isupper() or len(name) > 1):
                end = at + len(name)
                yield at, end, agency
                break


@cache
def _agencies() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First folded word of a name to (folded words, agency), the longest first."""
    found: dict[str, set[tuple[tuple[str, ...], str]]] = {}
    for entry in table_of("outlets")["agencies"]:
        for name in entry.split("|"):
            words = tuple(folded(name[start:end]) for start, end in word_spans(name))
            found.setdefault(words[0], set()).add((words, entry.split("|", 1)[0]))
    return {word: tuple(sorted(names, key=lambda item: (-len(item[0]), item))) for word, names in found.items()}


@cache
def _credit_words() -> frozenset[str]:
    return words_of("outlets", "credit") | words_of("outlets", "credit_with_names") | {UNNAMED}
