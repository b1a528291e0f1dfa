"""Where does each word of a text begin and end?

Words are cut as the UD treebanks cut them: "don't" is "do" + "n't", "Mali's" is "Mali" + "'s", "well-known" is three, "pro-Beijing" one.
A currency sign stands apart ("$ 2", "£ 250m"), so does a percent sign, but a unit written to its number does not ("250m", "10km").
What names a thing by letters and digits stays whole: "Mi-24P", "59N6-TE", "COVID-19", "F-16". Linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from crosscheck.tables import table

Span = tuple[int, int]

LONGEST = 100
"""Longer runs without a space are cut after so many characters: no word is longer, and what is (base64, "=====") must not cost more."""


_RUN = re.compile("[^\\s\u200b\ufeff\u00ad]+")
_OPENING = frozenset("([{<\"'“”‘’«»‹›„¿¡$£€¥₹#*•·~|=+_`´—–…")
_CLOSING = frozenset(")]}>\"'”“’‘»«›‹,;:!?%…*•·|=+_`´—–°")
_CUTS = frozenset('()[]{}<>"“”«»;!?…—–|*•·=')
_APOSTROPHES = "'’"
_TWO_IN_ONE = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3}
_DESIGNATORS = (
    re.compile(r"[A-Z][A-Za-z]{0,6}-\d{1,5}[A-Za-z]{0,4}(?:-[A-Z0-9]{1,3})?"),
    re.compile(r"[A-Z]{1,3}\d{1,4}[A-Z]{0,2}-[A-Z0-9]{1,4}(?:-[A-Z0-9]{1,3})?"),
    re.compile(r"\d{1,4}[A-Z]{1,3}\d{0,4}-[A-Z0-9]{1,4}(?:-[A-Z0-9]{1,3})?"),
)
"""What is called by letters and digits: an aircraft ("Mi-24P", "Ka-52-K"), a carrier rocket ("CZ5B-Y2"), a radar ("59N6-TE")."""
_BY_MARRIAGE = re.compile(r"(?i:-in-laws?)(?![\w-])")
"""Part of a word for kin: the parser took "his mother-in-law" for a law."""
_NUMBER_CODE = re.compile(r"\d+(?:[-./]\d+){2,}|\d{3}-\d{4}|\d{1,2}/\d{1,2}")
_DOTTED = re.compile(r"(?:[A-Za-z]\.){2,}(?:[A-Za-z])?")
_ADDRESS = re.compile(r"(?i:https?:|ftp:|www\.)|[^@\s]+@[^@\s]+\.[a-z]|[\w.-]+\.(?i:com|org|net|gov|edu|info|co\.uk|io|ru|fr|de)(?:/\S*)?$")


def words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The words between two places of a text, as spans of that text."""
    found: list[Span] = []
    for first, last in _chunks(text, start, len(text) if end is None else end):
        after = text[last : last + 3].lstrip()[:1]
        found += [(first + a, first + b) for a, b in _cut(text[first:last], after.isdigit())]
    return found


def _chunks(text: str, start: int, end: int) -> Iterator[Span]:
    """Runs without white space; the treebanks' rare "1 000" stays two."""
    for run in _RUN.finditer(text, start, end):
        first, last = run.span()
        while last - first > LONGEST:
            yield first, first + LONGEST
            first += LONGEST
        yield first, last


@lru_cache(maxsize=65536)
def _cut(chunk: str, digit_follows: bool) -> tuple[Span, ...]:
    """The words of a run without spaces; `digit_follows` tells "No. 5" from "no."."""
    if chunk.isalpha() and chunk.lower() not in _TWO_IN_ONE:
        return ((0, len(chunk)),)
    before, start, end, after = _peeled(chunk, digit_follows)
    return (*before, *_inside(chunk, start, end), *after) if start < end else (*before, *after)


def _peeled(chunk: str, digit_follows: bool) -> tuple[list[Span], int, int, list[Span]]:
    """Marks taken off both ends: spans before, what is left, spans after."""
    start, end = 0, len(chunk)
    before: list[Span] = []
    after: list[Span] = []
    while start < end and (size := _opening(chunk, start, end)):
        before.append((start, start + size))
        start += size
    while start < end and (size := _closing(chunk, start, end, digit_follows)):
        after.append((end - size, end))
        end -= size
    return before, start, end, after[::-1]


def _run(chunk: str, at: int, end: int) -> int:
    mark = chunk[at]
    stop = at
    while stop < end and chunk[stop] == mark:
        stop += 1
    return stop - at


def _opening(chunk: str, at: int, end: int) -> int:
    mark = chunk[at]
    if mark in "-.":
        size = _run(chunk, at, end)
        return size if size > 1 or size == end - at or (mark == "-" and not chunk[at + 1].isdigit()) else 0
    if mark not in _OPENING:
        return _foreign_money(chunk, at, end)
    if mark in _APOSTROPHES and chunk[at + 1 : end].lower() in ("s", "re", "ve", "ll", "d", "m", "em", "n", "til", "cause"):
        return 0
    if mark in _APOSTROPHES and re.fullmatch(r"\d\ds?", chunk[at + 1 : end].rstrip(".,")):
        return 0
    return _run(chunk, at, end) if mark in "'`’‘=_*~!?" and _run(chunk, at, end) > 1 else 1


def _foreign_money(chunk: str, at: int, end: int) -> int:
    """ "US$78" is "US$" and 78, as MEANTIME has it."""
    dollar = chunk.find("$", at, min(end, at + 4))
    return dollar + 1 - at if dollar > at and chunk[at:dollar].isupper() and dollar + 1 < end else 0


def _closing(chunk: str, start: int, end: int, digit_follows: bool) -> int:
    mark = chunk[end - 1]
    if mark == ".":
        size = next(n for n in range(1, end - start + 1) if n == end - start or chunk[end - n - 1] != ".")
        return size if size > 1 or not _keeps_its_point(chunk[start:end], digit_follows) else 0
    if mark == "-":
        return next(n for n in range(1, end - start + 1) if n == end - start or chunk[end - n - 1] != "-")
    if mark in _APOSTROPHES and end - start > 2 and chunk[end - 2] == mark:
        return 2
    if mark in "$£€¥" and end - start > 1:
        return 0 if chunk[start : end - 1].isupper() else 1
    return 1 if mark in _CLOSING else 0


def _keeps_its_point(word: str, digit_follows: bool) -> bool:
    if len(word) == 2:
        return word[0].isupper() or word == "p." or (digit_follows and word[0] in "cnv")
    if _DOTTED.fullmatch(word):
        return True
    lower = word.lower()
    return lower in abbreviations("always") or (digit_follows and lower in abbreviations("before_number"))


@cache
def abbreviations(kind: str) -> frozenset[str]:
    """The lower-cased abbreviations of a list in abbreviations.toml ("always" is all but those that are words as well)."""
    lists = table("lexicon/abbreviations")
    if kind != "always":
        return frozenset(word.lower() for word in lists[kind])
    return frozenset(word.lower() for name in lists if name != "before_number" for word in lists[name])


def is_designator(word: str) -> bool:
    """Whether a word calls a thing by letters and digits; "Sept-11" is a day."""
    return "-" in word and any(form.fullmatch(word) for form in _DESIGNATORS) and word.partition("-")[0].lower() not in _listed("months")


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(table("lexicon/words")[name].split())


def _inside(chunk: str, start: int, end: int) -> list[Span]:
    """The words of what is left when marks at both ends are gone."""
    word = chunk[start:end]
    if _is_whole(word):
        return [(start, end)]
    found: list[Span] = []
    for first, last in _at_marks(word):
        found += [(start + first + a, start + first + b) for a, b in _contraction(word[first:last])]
    return found


def _is_whole(word: str) -> bool:
    if word.isalnum():
        return word.lower() not in _TWO_IN_ONE
    if is_designator(word):
        return True
    return bool(_NUMBER_CODE.fullmatch(word) or _DOTTED.fullmatch(word) or _ADDRESS.match(word))


def _at_marks(word: str) -> Iterator[Span]:
    """Cut at marks inside a word: "Chicago-based", "and/or", "communities.”Consequently", "well...then"."""
    start = at = 0
    while at < len(word):
        size = _mark_size(word, start, at)
        if not size:
            at += 1
            continue
        if start < at:
            yield from _again(word, start, at)
        yield at, at + size
        start = at = at + size
    if start < at:
        yield from _again(word, start, at)


def _again(word: str, start: int, at: int) -> Iterator[Span]:
    """A part before or after a mark may end in a full stop or comma of its own ("communities." before "”")."""
    if at < len(word) and word[at - 1] in ".," and at - start > 2 and not _keeps_its_point(word[start:at], False):
        yield start, at - 1
        yield at - 1, at
    else:
        yield start, at


def _mark_size(word: str, start: int, at: int) -> int:
    """How many characters at this place are a mark that cuts the word, 0 if none."""
    mark, before, after = word[at], word[at - 1 : at], word[at + 1 : at + 2]
    if mark in _CUTS:
        return _run(word, at, len(word)) if mark in "…!?=*—" else 1
    if mark == "-":
        return _hyphen_size(word, start, at)
    if mark == "." and word.startswith("..", at):
        return _run(word, at, len(word))
    if mark == ".":
        return 1 if before.islower() and after.isupper() and word[at + 2 : at + 3].islower() and at - start > 2 else 0
    if mark in ",:":
        return 0 if before.isdigit() and after.isdigit() else 1
    if mark == "/":
        return 0 if (before.isdigit() and after.isdigit()) or (at - start == 1 and at + 2 >= len(word)) else 1
    return 1 if mark in "$£€¥%" and (before.isalnum() or after.isdigit()) else 0


def _hyphen_size(word: str, start: int, at: int) -> int:
    size = _run(word, at, len(word))
    if size > 1:
        return size
    if word[start:at].lower() in _listed("prefixes") or any(found.start() <= at < found.end() for found in _BY_MARRIAGE.finditer(word)):
        return 0
    if not word[at + 1 : at + 2].isalnum():
        return 1
    rest = re.match(r"[^\W_]+(?:-[A-Z0-9]{1,3}(?![a-z]))?", word[at + 1 :])
    return 0 if rest and is_designator(word[start : at + 1] + rest.group()) else 1


def _contraction(part: str) -> list[Span]:
    """ "don't" is two, "Mali's" is two, "O'Brien" and "N'Djamena" are one."""
    lower, size = part.lower(), len(part)
    if lower in _TWO_IN_ONE:
        return [(0, _TWO_IN_ONE[lower]), (_TWO_IN_ONE[lower], size)]
    if size > 3 and lower[-3:] in ("n't", "n’t"):
        return [(0, size - 3), (size - 3, size)]
    for tail in ("'s", "'d", "'m", "'re", "'ve", "'ll"):
        if size > len(tail) and lower[-len(tail) :].replace("’", "'") == tail:
            return [*_contraction(part[: -len(tail)]), (size - len(tail), size)]
    if size > 2 and part[-1] in _APOSTROPHES:
        return [(0, size - 1), (size - 1, size)]
    return [(0, size)]
