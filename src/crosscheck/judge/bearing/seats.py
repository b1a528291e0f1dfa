"""Is a firm or body, which the claim seats in one place, based elsewhere in the evidence?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.extract.places import country_of, is_place, place_within
from crosscheck.judge.bearing.case import Case
from crosscheck.judge.bearing.passages import Text
from crosscheck.judge.bearing.words import Word, said
from crosscheck.model.claim import Span

# At most three words of a name, so that a line in capitals costs no more than any other.
PLACE = r"((?:[A-Z][\w.’'-]{1,30} ){0,2}[A-Z][\w’'-]{1,30})"
BEFORE = re.compile(rf"\b{PLACE}-(?:based|headquartered)\b")
OF = r"headquarters(?: of [^.,;()]{1,40}?)? (?:is|are|was|were)(?: located| based)?"
BEHIND = re.compile(rf"\b(?:based|headquartered|{OF}|with headquarters) (?:in|at) (?:the )?{PLACE}")
NEXT = 40  # characters behind "Chicago-based" in which its owner is named
OWNER = 60  # characters before "is based in" in which it is


def other_seat_in(case: Case) -> tuple[str, str] | None:
    """The place of the claim and that of the evidence, neither of which lies in the other, for one body."""
    theirs = list(_seats(case.best.text, case.best.span))
    for place, body in _seats(case.claim, Span(0, len(case.claim.article.text))):
        for other, owner in theirs:
            if _is_one(body, owner) and _are_apart(place, other):
                return place, other
    return None


def _seats(text: Text, within: Span) -> Iterator[tuple[str, tuple[Word, ...]]]:
    """Each place that somebody is based in, with the words among which stands who that is."""
    whole = text.article.text
    for found in BEFORE.finditer(whole, within.start, within.end):
        yield found[1], text.words(Span(found.end(), min(within.end, found.end() + NEXT)))
    for found in BEHIND.finditer(whole, within.start, within.end):
        yield found[1], text.words(Span(max(within.start, found.start() - OWNER), found.start(1)))


def _is_one(body: tuple[Word, ...], owner: tuple[Word, ...]) -> bool:
    names = said([word for word in owner if word.text[:1].isupper()])
    return any(names.meets(word) for word in body if word.text[:1].isupper())


def _are_apart(one: str, other: str) -> bool:
    known = is_place(one) and is_place(other)
    return known and country_of(one) != country_of(other) and not place_within(one, other) and not place_within(other, one)
