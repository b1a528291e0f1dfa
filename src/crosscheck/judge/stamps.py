"""Is a time of the page that an article stands on, and of nothing that it tells?"""

from __future__ import annotations

from crosscheck.judge.lexicon import words
from crosscheck.model.claim import Time
from crosscheck.model.verdict import Statement

YEAR = 4  # digits
BEFORE = 44  # code points before a time among which a word says that it is of the page


def is_stamp(statement: Statement) -> bool:
    """Of a date or an hour: a word such as "Posted" stands before it, or it stands between lines or a line and a sentence without being a part of
    either ("July 8, 2012 The mayor said")."""
    value, text = statement.value, statement.article.text
    if not isinstance(value, Time) or not any(map(str.isdecimal, value.text)):
        return False
    before, after = text[max(0, value.span.start - BEFORE) : value.span.start], text[value.span.end : value.span.end + 2]
    if not words("surety", "stamps").isdisjoint("".join(letter if letter.isalpha() else " " for letter in before.casefold()).split()):
        return True
    if _follows_a_year(before):
        return True
    bare, then = before.rstrip(" \t"), after.strip(" ")
    return (not bare or bare[-1] in "\n:|") and (not then or then[0] in "\n|" or then[0].isupper())


def _follows_a_year(before: str) -> bool:
    """ "May 3 2019, 5:17": an hour right after a year is written by machines."""
    last = before.rstrip(" ,|-–")[-YEAR - 1 :]
    return len(before.rstrip()) > YEAR and last[1:].isdecimal() and last[1:3] in ("19", "20") and not last[0].isdecimal()
