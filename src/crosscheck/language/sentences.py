"""Where does each sentence of an article begin and end, in which paragraph, and is it a headline?

First lines are put together into units, then units are cut at final marks. A text whose lines are broken at a fixed width (as newswire
is) has its lines joined; any other line break ends a sentence. A short unit without final mark is a headline. Linear in the length of the text.
Rules and their cases: tests/cases/language/sentences.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from crosscheck.language.spaced import goes_on
from crosscheck.language.words import abbreviations
from crosscheck.tables import table
from crosscheck.values import dataclass

HEADLINE_WORDS = 25
"""A longer unit without a final mark is a sentence that lost it. Headlines of GUM news have at most 17 words."""
NARROWEST, WIDEST = 40, 110
"""Widths at which writers break lines; a longer line is a paragraph, a shorter one a list or a poem."""
WRAPPED_SHARE = 0.3
"""Share of line breaks in mid-sentence from which a text counts as broken at a width. Paragraph-a-line texts have near none."""
LONGEST_WORD = 60
"""Characters looked at on either side of a final mark: keeps a text without spaces linear."""

_FINAL = re.compile(r"[.!?…]+")
_CLOSERS = frozenset(")]}\"'”’»")
_OPENERS = frozenset("([{\"'“‘«¿¡-–—•*")
_NOTE = re.compile(r"\s?\[\s?\d{1,3}\s?\]")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]?\.?")
_STAMP = re.compile(r"(?:(?i:date|dated|published|updated|posted)[: ]{1,3})?\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?\s+(?=[A-Z\"“])")
_CREDIT = re.compile(r"\s(?:Image|Photo|Photograph|Picture|Credit|Video): ")
_LIST_MARK = re.compile(r"(?:[-*•·▪►‣–]|\(?[0-9]{1,2}[.)]|\(?[a-z]\))\s")


Line = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SentenceSpan:
    """`start` and `end` are code points of the text, without white space at either end; paragraphs count from 0."""

    start: int
    end: int
    paragraph: int
    headline: bool = False


def split(text: str) -> tuple[SentenceSpan, ...]:
    """The sentences of a text in order."""
    units = [unit for unit in _units(text) if unit[0] < unit[1]]
    found: list[SentenceSpan] = []
    for number, (start, end) in enumerate(_without_stamp(text, units)):
        cuts = list(_sentences(text, start, end))
        is_title = len(cuts) == 1 and len(units) > 1 and _is_headline(text[start:end], number, len(units))
        found += [SentenceSpan(first, last, number, is_title) for first, last in cuts]
    return tuple(found)


def _without_stamp(text: str, units: list[Line]) -> list[Line]:
    """The units, where the first one's date stamp is a unit of its own: "date 2022-04-18 The ruling junta has received"."""
    stamp = _STAMP.match(text, *units[0]) if units else None
    return [(stamp.start(), stamp.start() + len(stamp.group().rstrip())), (stamp.end(), units[0][1]), *units[1:]] if stamp else units


# ------------------------------------------------------------------------------------------------------------------ units


def _units(text: str) -> Iterator[Line]:
    """Stretches of text in which a line break means nothing."""
    lines = list(_lines(text))
    width = _width(text, lines)
    start: int | None = None
    for at, (first, last) in enumerate(lines):
        if first == last:
            continue
        start = first if start is None else start
        following = lines[at + 1] if at + 1 < len(lines) else (last, last)
        if following[0] == following[1] or not _goes_on(text, (first, last), following, width):
            yield start, last
            start = None


def _lines(text: str) -> Iterator[Line]:
    """Lines without white space around them; an empty one has start == end."""
    start = 0
    for piece in text.splitlines(keepends=True):
        stripped = piece.strip()
        first = start + len(piece) - len(piece.lstrip()) if stripped else start
        yield first, first + len(stripped)
        start += len(piece)


def _width(text: str, lines: list[Line]) -> int | None:
    """The width at which the lines are broken, None where they are not."""
    pairs = [(a, b) for a, b in pairwise(lines) if a[0] < a[1] and b[0] < b[1]]
    longest = max((last - first for first, last in lines), default=0)
    if len(pairs) < 2 or not NARROWEST <= longest <= WIDEST:
        return None
    broken = sum(_in_mid_sentence(text, a, b) for a, b in pairs)
    return longest if broken >= WRAPPED_SHARE * len(pairs) else None


def _in_mid_sentence(text: str, line: Line, following: Line) -> bool:
    return not _ends_finally(text, line[1]) and (text[following[0]].islower() or text[line[1] - 1] == ",")


def _goes_on(text: str, line: Line, following: Line, width: int | None) -> bool:
    """Whether the next line continues this one: in broken text, when its first word did not fit; elsewhere only in a plain mid-sentence."""
    if width is None:
        return text[line[1] - 1] in ",-" and text[following[0]].islower() and line[1] - line[0] > NARROWEST
    word = text[following[0] : following[0] + LONGEST_WORD].split(None, 1)[0]
    if _LIST_MARK.match(text, following[0]):
        return False
    fits = line[1] - line[0] + 1 + len(word) <= width - SLACK
    return not fits or (text[following[0]].islower() and not _ends_finally(text, line[1]))


SLACK = 6
"""Characters short of the width that a broken line may be although the next word would have fitted; wires break a little early."""


def _ends_finally(text: str, end: int) -> bool:
    at = end
    while at > max(0, end - 4) and text[at - 1] in _CLOSERS:
        at -= 1
    return at > 0 and text[at - 1] in ".!?…"


def _is_headline(unit: str, number: int, units: int) -> bool:
    """A short unit without final mark; the first may end in ? or !; a line that ends in a colon or a
    comma introduces the next; dates, datelines ("PORT ALMA (AP) --") and bylines ("By Kester Kenn Klomegah") are none."""
    words = unit.split()
    if _STAMP.match(unit + " A") or (words[0] == "By" and len(words) < 8 and all(w[0].isupper() or w in ("and", "de", "van", "al") for w in words)):
        return False
    if len(words) > HEADLINE_WORDS or not any(c.isalpha() for c in unit) or unit[-1] in ":,;-–—" or _LIST_MARK.match(unit):
        return False
    last = unit.rstrip("\"'”’»)]")[-1:]
    return (
        last not in ".!?…"
        or (number == 0 and (last in "!?" or _is_titled(words)))
        or (last == "." and number < units - 1 and bool(_DOTTED.fullmatch(words[-1])))
    )


def _is_titled(words: list[str]) -> bool:
    """Whether a headline's capitals outweigh a full stop: "Harbor Workers Reject Offer From Port Alma." """
    long = [word for word in words if len(word) > 4 and word[0].isalpha()]
    return len(long) > 2 and sum(word[0].isupper() for word in long) > 0.8 * len(long)


# -------------------------------------------------------------------------------------------------------------- sentences


def _sentences(text: str, start: int, end: int) -> Iterator[Line]:
    """The sentences of a unit; a credit ("Image: NASA.") is one, whatever it follows."""
    first = start
    for credit in _CREDIT.finditer(text, start, end):
        yield from _at_final_marks(text, first, credit.start())
        first = credit.start() + 1
    yield from _at_final_marks(text, first, end)


def _at_final_marks(text: str, first: int, end: int) -> Iterator[Line]:
    start = first
    for mark in _FINAL.finditer(text, start, end):
        if mark.start() < first:
            continue
        after = _after_closers(text, mark.end(), end, first)
        if after < end and _is_boundary(text, first, mark, after, end):
            yield _trimmed(text, first, after)
            first = after
    if text[first:end].strip():
        yield _trimmed(text, first, end)


def _trimmed(text: str, start: int, end: int) -> Line:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _after_closers(text: str, at: int, end: int, first: int) -> int:
    """The place after the marks that close what the final mark ends: quotes, brackets, notes ("[12]"), also set apart by a space."""
    while at < end:
        if text[at] in _CLOSERS or (text[at] == "“" and text[at + 1 : at + 2].isspace()):
            at += 1
        elif note := _NOTE.match(text, at, end):
            at = note.end()
        elif text[at] == " " and _closes_apart(text, at + 1, end, first):
            at += 3 if text[at + 1 : at + 3] == "''" else 2
        else:
            break
    return at


def _closes_apart(text: str, at: int, end: int, first: int) -> bool:
    """In text with words set apart (`He left . " Then he`), a mark alone that closes: curly, doubled, or straight and the second one."""
    if at + 1 < end and not text[at + 1].isspace() and text[at : at + 2] != "''":
        return False
    mark = text[at : at + 1]
    if mark in "”»" and mark:
        return True
    if text[at : at + 2] == "''":
        return at + 2 >= end or text[at + 2].isspace()
    return mark == '"' and text.count('"', max(first, at - 2000), at) % 2 == 1


def _is_boundary(text: str, first: int, mark: re.Match[str], after: int, end: int) -> bool:
    """Whether a sentence ends between the final mark (with what it closes) and what follows."""
    if not text[after].isspace():
        return _is_boundary_without_space(text, mark, after, end)
    following = _next_word(text, after, end)
    if not following or not _may_start(following, mark.group()):
        return False
    if after > mark.end() and mark.group()[-1] in "!?" and _is_said(text, after, end):
        return False
    if mark.group() != ".":
        return mark.group() != "!" or _word_before(text, first, mark.start()) not in words_listed("marked_names")
    if following[0].isdigit() and goes_on(text[max(first, mark.start() - LONGEST_WORD) : mark.start()], text[after : after + LONGEST_WORD]):
        return False
    return after > mark.end() + (text[after - 1] == "]") or not _belongs_to_word(text, first, mark.start(), following)


def _is_boundary_without_space(text: str, mark: re.Match[str], after: int, end: int) -> bool:
    """ "communities.”Consequently, Russia" and "over.Then they": a small letter before, a capitalised word after, and no address."""
    at, word = mark.start(), text[after : after + 2]
    if not word[:1].isupper() or not (word[1:].islower() or word[1:].isspace() or after > mark.end()):
        return False
    before = text[max(0, at - LONGEST_WORD) : at].split()[-1:]
    rest = text[after : after + LONGEST_WORD].split(None, 1)[0]
    if not before or "/" in before[0] or "@" in before[0] or "@" in rest or "." in before[0]:
        return False
    return mark.group() != "." or (before[0][-1:].islower() and len(before[0]) > 2) or before[0][-1:].isdigit() or after > mark.end()


def _next_word(text: str, after: int, end: int) -> str:
    """The next run without spaces, without the marks that open it; a mark alone is skipped ('" We')."""
    for word in text[after : min(end, after + 2 * LONGEST_WORD)].split()[:3]:
        bare = word.lstrip("([{\"'“‘«¿¡`-–—•*")
        if bare:
            return word if word[0] in "-–—" else bare
    return text[after:end].strip()[:1]


def _may_start(word: str, mark: str) -> bool:
    """A capital, a digit, or a name like "iPhone"; after "..." a capital only."""
    if word[0].isupper() or word[0] in "•*":
        return True
    if word[0].isdigit():
        return mark[0] not in "…" and mark != "..."
    return (not word[0].isalpha() and word[0] not in ",;:-–—.!?)…&/%") or (word[0].islower() and word[1:2].isupper())


def _word_before(text: str, first: int, at: int) -> str:
    """The run without spaces before a place, without the marks that open it."""
    start = max(first, at - LONGEST_WORD)
    return (text[start:at].split() or [""])[-1].lstrip("([{\"'“‘«¿¡`") if at > start and not text[at - 1].isspace() else ""


def _belongs_to_word(text: str, first: int, at: int, following: str) -> bool:
    """Whether a full stop is an abbreviation's and no sentence ends there."""
    word = _word_before(text, first, at)
    if not word:
        return False
    lower, next_word = word.lower() + ".", following.rstrip(".,;:!?)\"”’'").removesuffix("'s").removesuffix("’s")
    if lower in abbreviations("before_name"):
        return True
    if lower in abbreviations("before_number"):
        return following[0].isdigit()
    if word.isdigit() or (len(word) == 1 and word.islower()):
        return at - len(word) - first <= len("(")
    if len(word) == 1 or _DOTTED.fullmatch(word) or lower in abbreviations("anywhere"):
        return not _starts_after_abbreviation(word, next_word, following)
    return False


def _starts_after_abbreviation(word: str, next_word: str, following: str) -> bool:
    if word.lower() in ("a.m", "p.m"):
        return following[0].isupper() and next_word not in words_listed("times")
    if word.islower() or following.endswith(":"):
        return following[0].isupper()
    if len(word) == 1:
        return next_word in words_listed("starters") and next_word not in ("A", "I")
    return next_word in words_listed("starters")


def _is_said(text: str, after: int, end: int) -> bool:
    """Whether a speaker follows a closed quotation: at most four capitalised words, then a verb of saying."""
    for word in text[after : min(end, after + 2 * LONGEST_WORD)].split()[:6]:
        if word.rstrip(".,:;") in words_listed("saying"):
            return True
        if not word[0].isupper() and word not in ("de", "al", "bin", "van", "von", "el"):
            return False
    return False


@cache
def words_listed(name: str) -> frozenset[str]:
    """A list of sentence_words.toml: "starters", "saying", "times", "marked_names", "months" or "in_names"."""
    return frozenset(table("lexicon/sentence_words")[name])
