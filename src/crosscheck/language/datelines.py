"""Where does a dateline end, and the news begin?

"KORVA, June 12 (AP) —" says where and when a report was written. It is no part of the sentence behind it, where a parser takes the place
for who was killed or who arrived.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from crosscheck.language.sentences import words_listed
from crosscheck.language.words import Span

LONGEST = 24
"""Words before the dash: "SHARM EL-SHEIKH, Egypt, November 12, 2022 (Agence France-Presse) —"."""
_LONG_DASHES = ("--", "—")
DASHES = (*_LONG_DASHES, "-", "–", "_")
"""What a dateline ends with."""
_MARKS = frozenset(",.()/-")
_BRACKETS = "()"


def end_of_dateline(text: str, spans: Sequence[Span]) -> int:
    """How many words the dateline takes at the head of a sentence, its dash counted in; 0 where there is none.

    Before the dash stand names, dates and marks alone, and the place is in capitals ("KORVA - "), unless a bracket or a date tells that it
    is a dateline ("Korva (AP) - "). What stands behind it starts as a sentence does.
    """
    dash = next((at for at, span in enumerate(spans[:LONGEST]) if _is_dash(text, span)), 0)
    if not dash or dash + 2 >= len(spans) or not _starts(text[spans[dash + 1][0]]):
        return 0
    head = [text[start:end] for start, end in spans[:dash]]
    if not head[0][0].isupper() or not all(map(_is_named, head)) or _has_stray_number(head):
        return 0
    return dash + 1 if _is_shouted(head[0]) or _is_credited(head) or _is_dated(head) else 0


def _is_dash(text: str, span: Span) -> bool:
    """A dash between words; the hyphen of "SHARM EL-SHEIKH" is none."""
    word = text[span[0] : span[1]]
    return word in _LONG_DASHES or (word in DASHES and text[span[0] - 1 : span[0]].isspace() and text[span[1] : span[1] + 1].isspace())


def _starts(letter: str) -> bool:
    return letter.isupper() or letter.isdigit() or letter in "\"'“‘"


def _is_named(word: str) -> bool:
    return word in _MARKS or word[0].isupper() or word[0].isdigit() or word in words_listed("in_names")


def _has_stray_number(words: Sequence[str]) -> bool:
    """A number that is no day of a date: "USA 3 - Mexico 1" is a score."""
    return any(word[0].isdigit() for word in words) and not _is_dated(words)


def _is_shouted(word: str) -> bool:
    return len(word) > 2 and word.isupper() and word.isalpha()


def _is_credited(words: Sequence[str]) -> bool:
    """An agency in brackets is the last word: "Korva (AP)"."""
    return words[-1] == _BRACKETS[1] and words[0] != _BRACKETS[0] and _BRACKETS[0] in words


def _is_dated(words: Sequence[str]) -> bool:
    """A month stands beside a day: "June 12", "12 Jun."."""
    kept = [word for word in words if word != "."]
    return any((_is_month(a) and b[0].isdigit()) or (a[0].isdigit() and _is_month(b)) for a, b in pairwise(kept))


def _is_month(word: str) -> bool:
    return word.rstrip(".").lower() in words_listed("months")
