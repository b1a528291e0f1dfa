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
FLAG = "flag"  # the thing of what a ship sails under


def nations_in(sentence: Sentence) -> Iterator[Detail]:
    """One a number of people; two numbers that "and" joins are added. Then under which flags ships sail."""
    yield from _flags(sentence)
    at = 0
    while at < len(sentence.forms):
        number = sentence.counted(at, DIGITS)
        found = _people(sentence, at, number) if number >= FEWEST and not _is_vague(sentence, at) else None
        if found:
            total, nations, end = found
            thing = f"{total} people", str(total)
            asked = f"of which nation were the {total} people"
            yield sentence.detail(Kind.NATION, thing, " ".join(sorted(nations)), sentence.begins(at), end, sentence.names(), asked)
            at = end
        else:
            at += 1


def _flags(sentence: Sentence) -> Iterator[Detail]:
    """ "The Danish-flagged tanker", "under the Danish flag", "registered in Denmark"."""
    afloat = words_of("detail_nations", "ships")
    for at, word in enumerate(sentence.words if not afloat.isdisjoint(sentence.forms) else ()):
        before, after = _flagged(sentence, at)
        nation = country_of(word) if word[0].isupper() and (before or after) else None
        if nation:
            start, end = at - before, at + 1 + after
            yield sentence.detail(Kind.NATION, (FLAG, FLAG), nation, start, end, sentence.names(), "under which flag does it sail")


def _flagged(sentence: Sentence, at: int) -> tuple[int, int]:
    """How many words before a name and behind it say that it is of a flag."""
    behind = sentence.forms[at + 1 : at + 2]
    if behind and behind[0] in words_of("detail_nations", "flag") and not sentence.gaps[at + 1].strip(" -"):
        return 0, 1
    known = [of.split() for of in words_of("detail_nations", "flag_of")]
    return next((len(of) for of in known if sentence.forms[max(0, at - len(of)) : at] == tuple(of)), 0), 0


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
