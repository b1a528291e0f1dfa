"""How does a sentence say that a vote went, and on which floor something was: "by 142 to 98", "began on the third floor"?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.lexicon import table_of
from crosscheck.model.detail import Detail, Kind

REACH = 6  # words before the numbers of a vote, or after them, among which stands that it is one
DIGITS = 3  # of voters
DASHES = ("-", "–", "—")


def tallies_in(sentence: Sentence, before: Sentence | None) -> Iterator[Detail]:
    """`value` is twice the same number: of those in favour, or of the floor; whose vote it was may be told in the sentence before."""
    votes, floors = _table("votes"), _table("floors")
    forms = frozenset(sentence.forms)
    if not forms.isdisjoint(votes["near"]) and forms.isdisjoint(votes["barred"]):
        yield from _votes(sentence, votes, before)
    if not forms.isdisjoint(floors["nouns"]):
        yield from _floors(sentence, floors)


@cache
def _table(name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = table_of("detail_measures")[name]
    return found


def _votes(sentence: Sentence, votes: Mapping[str, Any], before: Sentence | None) -> Iterator[Detail]:
    """Of a sentence with one vote in it."""
    found = [(at, end, number) for at in range(len(sentence.forms)) if (number := sentence.counted(at, DIGITS)) and (end := _against(sentence, at))]
    if len(found) != 1:
        return
    start, end, number = found[0]
    if set(votes["near"]).isdisjoint((*sentence.forms[max(0, start - REACH) : start], *sentence.forms[end : end + REACH])):
        return
    whose = _chamber(sentence) or (_chamber(before) if before else "")
    yield _detail(sentence, f"vote {whose}", votes, number, start, end)


def _chamber(sentence: Sentence) -> str:
    return next((line[0] for line in _lines("votes", "chambers") if not set(line).isdisjoint(sentence.forms)), "")


def _against(sentence: Sentence, at: int) -> int:
    """Where "142 to 98" or "142-98" ends that begins at the position; 0 where it is none."""
    if at + 1 < len(sentence.forms) and sentence.gaps[at + 1] in DASHES and sentence.counted(at + 1, DIGITS):
        return at + 2
    told = sentence.forms[at + 1 : at + 2] == ("to",) and at + 2 < len(sentence.forms) and sentence.counted(at + 2, DIGITS)
    return at + 3 if told else 0


def _floors(sentence: Sentence, floors: Mapping[str, Any]) -> Iterator[Detail]:
    for at, form in enumerate(sentence.forms):
        number = _floor(sentence.forms[at - 1]) if at and form in floors["nouns"] else 0
        before = sentence.forms[max(0, at - 1 - floors["reach"]) : max(0, at - 1)]
        deeds = [line[0] for line in _lines("floors", "deeds") if not set(line).isdisjoint(before)]
        if number and len(deeds) == 1 and set(floors["barred"]).isdisjoint(before):
            yield _detail(sentence, f"floor {deeds[0]}", floors, number, at - 1, at + 1)


def _floor(form: str) -> int:
    ordinals: Sequence[str] = _table("floors")["ordinals"]
    written = form[:-2] if form[-2:] in ("st", "nd", "rd", "th") and form[:-2].isdecimal() else ""
    return int(written) if written and len(written) < DIGITS else ordinals.index(form) + 1 if form in ordinals else 0


def _detail(sentence: Sentence, thing: str, table: Mapping[str, Any], number: int, start: int, end: int) -> Detail:
    return sentence.detail(Kind.MEASURE, (thing, table["question"]), f"{number} {number}", start, end, sentence.names(), table["name"])


@cache
def _lines(name: str, key: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in _table(name)[key])
