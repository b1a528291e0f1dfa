"""Does the evidence call what the claim calls Dutch something else, "a Canadian retailer"?"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from functools import cache

from crosscheck.extract.places import countries
from crosscheck.judge.bearing.case import Case
from crosscheck.judge.bearing.turned import LONG, alike
from crosscheck.judge.bearing.words import Word

COUNTRY = "@"  # before the code of a country, as the stem of all its names
AHEAD = 2  # words behind the nation's among which stands what it is said of: "a Dutch retail company"


def other_nation_in(case: Case) -> tuple[Word, Word] | None:
    """The claim's nation and the evidence's, said of one thing; none where the evidence has the claim's, too."""
    theirs = list(_said_of(case.best.words))
    there = {word.stem for passage in case.passages for word in passage.words}
    for mine, things in _said_of(case.own_words):
        if mine.stem in there:
            continue
        for other, others in theirs:
            if any(alike(thing, another) for thing in things for another in others):
                return mine, other
    return None


def nation_nowhere(case: Case) -> Word | None:
    """A nation of the claim, "the Norvian army", that a long text never mentions."""
    there = {word.stem for passage in case.passages for word in passage.words} if len(case.passages) > LONG else set()
    return next((mine for mine, _ in _said_of(case.own_words) if there and mine.stem not in there), None)


def _said_of(words: Sequence[Word]) -> Iterator[tuple[Word, list[Word]]]:
    """Each word for a nation with the words in small letters right behind it."""
    for at, word in enumerate(words):
        if word.stem.startswith(COUNTRY) and word.text in _peoples():
            things = _run(words[at : at + 1 + AHEAD])
            if things:
                yield word, things


@cache
def _peoples() -> frozenset[str]:
    return frozenset(people for country in countries().values() for people in country.people)


def _run(words: Sequence[Word]) -> list[Word]:
    run: list[Word] = []
    for before, word in itertools.pairwise(words):
        if word.span.start - before.span.end > 1 or not word.text.islower() or word.weight < 0.2:
            break
        run.append(word)
    return run
