"""Of what kind are the so many things or people that a sentence speaks of: three lions, three tigers?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.lexicon import table_of
from crosscheck.model.detail import Detail, Kind

INSIDE = 3  # words between the number and the noun: "three tame young lions"
DIGITS = 2  # of a number


def kinds_in(sentence: Sentence) -> Iterator[Detail]:
    """For each number the first noun of a listed class after it."""
    if frozenset(sentence.forms).isdisjoint(_ends()):
        return
    for at, form in enumerate(sentence.forms):
        number = sentence.counted(at, DIGITS)
        found = _noun(sentence, at) if number > 1 else None
        if found:
            end, family, kind = found
            yield sentence.detail(
                Kind.KIND, (f"{number} {family}", f"{form} {family}"), kind, sentence.begins(at), end, sentence.names(sentence.forms[at:end])
            )


def _noun(sentence: Sentence, at: int) -> tuple[int, str, str] | None:
    """The position behind the noun, its class and kind."""
    for to in range(at + 1, min(at + 2 + INSIDE, len(sentence.forms))):
        if sentence.gaps[to].strip(" -"):
            return None
        for size in (2, 1):
            found = _kinds().get("_".join(sentence.forms[to : to + size]))
            if found and to + size <= len(sentence.forms):
                return to + size, *found
    return None


@cache
def _kinds() -> Mapping[str, tuple[str, str]]:
    table: Mapping[str, Mapping[str, str]] = table_of("detail_kinds")
    return {word: (family, kind) for family, kinds in table.items() for kind, words in kinds.items() for word in words.split()}


@cache
def _ends() -> frozenset[str]:
    return frozenset(word.rpartition("_")[2] for word in _kinds())
