"""Is this space inside a number, a clock time or a word, because whoever passed the text on set its marks apart?

"Some 30, 000 people", "$1. 29", "2. 7 per cent", "at 6: 25 p. m.": many archives keep texts in this form. A list ("on pages 12, 500 and 600"), the
end of a sentence and a verse have the same marks, so that only what cannot well be one of these is read as one number. The same for hyphens: "a 36 -
year - old co - pilot" is read as one writes it, "the mayor - the oldest - resigned" as it stands. "Osk’ s" and "didn ' t" are "Osk’s" and "didn't".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crosscheck.tables import table

HEAD = 3  # digits at most before a comma or a point: four are a year
TAIL = 2  # digits at most after a point
HOURS, MINUTES = 24, 60
LONGEST = 16  # letters of a word beside a hyphen that are looked at

_HYPHEN = " - "

# After an apostrophe these letters are no word by themselves, however they are set apart.
_CUT_OFF = re.compile(r"(?:(?<=[^\W\d_])|(?<=[^\W\d_] )|(?<=\d))(?<![,;:.!?] )['’] (?:s|re|ve|ll|d|m|(?<=n..)t|(?<=n ..)t)\b")
_END = re.compile(r"([$£€¥]?)(\d{1,3})$")
_START = re.compile(r"\s(\d{1,2})\s?([A-Za-z]+|%)?")


def is_inside(before: str, head: str, mark: str, tail: str, following: str) -> bool:
    """Whether head, mark and tail are one number: "200" "," "000".

    `before` is the word or mark before it and `following` the word after it, both in lower case; the mark touches the head, and one space stands
    between the mark and the tail.
    """
    if not (head.isdecimal() and tail.isdecimal() and len(head) <= HEAD):
        return False
    if mark == ",":
        return len(tail) == 3 and tail.endswith("0") and not head.startswith("0") and before not in _words("months")
    if mark == ".":
        return len(tail) <= TAIL and (following in _words("scales") or before in _words("currencies"))
    if mark == ":" and len(head) < HEAD and len(tail) == 2 and int(head) <= HOURS and int(tail) < MINUTES:
        return following in _words("clocks") or (len(head) == 2 and before in _words("at"))
    return False


def goes_on(before: str, after: str) -> bool:
    """Whether a point between the two texts stands inside a number, and ends no sentence: "fell 2" "." " 7 per cent"."""
    head, tail = _END.search(before[-2 * HEAD :]), _START.match(after)
    return head is not None and tail is not None and is_inside(head[1], head[2], ".", tail[1], (tail[2] or "").lower())


def hyphens_apart(text: str) -> Iterator[tuple[int, int]]:
    """The spaces around hyphens that stand inside words, as places `[start, end)`, in text order."""
    at = text.find(_HYPHEN)
    while at >= 0:
        end = at + len(_HYPHEN)
        if _is_one_word(_last_word(text[max(0, at - LONGEST) : at]), _first_word(text[end : end + LONGEST])):
            yield at, at + 1
            yield end - 1, end
        at = text.find(_HYPHEN, at + 1)


def apostrophes_apart(text: str) -> Iterator[tuple[int, int]]:
    """The spaces around apostrophes that stand inside words, as places `[start, end)`, in text order."""
    for found in _CUT_OFF.finditer(text) if "' " in text or "’ " in text else ():
        start = found.start()
        if text[start - 1] == " ":
            yield start - 1, start
        yield start + 1, start + 2


def _is_one_word(left: str, right: str) -> bool:
    if right in _words("counted"):
        return left.isdecimal() or left in _words("numbers")
    if right in _words("after"):
        return left in _words("before")
    return left in _words("prefixes") and len(right) > 2 and right.isalpha() and right not in _words("starts")


def _last_word(text: str) -> str:
    at = len(text)
    while at and text[at - 1].isalnum():
        at -= 1
    return text[at:]


def _first_word(text: str) -> str:
    at = 0
    while at < len(text) and text[at].isalnum():
        at += 1
    return text[:at]


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("lexicon/spaced")[name])
