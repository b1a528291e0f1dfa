"""Of which nations does a sentence say that so many people are: "40 Danish tourists", "25 French and 15 Belgian pilgrims"?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.extract.detail_sentences import Sentence, singular
from crosscheck.extract.lexicon import words_of
from crosscheck.extract.places import country_of
from crosscheck.extract.topics import is_person_noun
from crosscheck.model.detail import Detail, Kind

REACH = 6  # words from a number to the people: "40 badly shaken French and Belgian pilgrims"
FEWEST = 2
DIGITS = 3  # of a number of people


def nations_in(sentence: Sentence) -> Iterator[Detail]:
    """One a number of people; two numbers that "and" joins are added."""
    at = 0
    while at < len(sentence.forms):
        number = sentence.counted(at, DIGITS)
        found = _people(sentence, at, number) if number >= FEWEST and not _is_vague(sentence, at) else None
        if found:
            total, nations, end = found
            thing = f"{total} people", str(total)
            yield sentence.detail(Kind.NATION, thing, " ".join(sorted(nations)), sentence.begins(at), end, sentence.names())
            at = end
        else:
            at += 1


def _people(sentence: Sentence, start: int, total: int) -> tuple[int, frozenset[str], int] | None:
    """How many there are, the codes of their nations, and where the words end."""
    nations: set[str] = set()
    for at in range(start + 1, min(start + 1 + REACH, len(sentence.forms))):
        if sentence.gaps[at].strip(" -") or sentence.forms[at] in words_of("detail_nations", "apart"):
            return None
        number = sentence.counted(at, DIGITS)
        nation = country_of(sentence.words[at]) if sentence.words[at][0].isupper() else None
        if number and nations and sentence.forms[at - 1] == "and":
            total += number
        elif nation:
            nations.add(nation)
        elif is_person_noun(singular(sentence.forms[at])) and nations:
            return total, frozenset(nations), at + 1
    return None


def _is_vague(sentence: Sentence, at: int) -> bool:
    before: Sequence[str] = sentence.forms[max(0, at - 2) : at]
    return any(form in words_of("detail_tolls", "inexact") for form in before)
