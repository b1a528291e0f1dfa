"""Does the evidence give what the claim calls the largest, or the second album, another rank, "the eighth-largest", "the third album"?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from crosscheck.extract.lexicon import words_of
from crosscheck.judge.bearing.case import Case
from crosscheck.judge.bearing.turned import HEAVY, LONG
from crosscheck.judge.bearing.words import Word

Rank = tuple[str, str]  # a superlative, or a noun, and the ordinal before it, "" for the first
BETWEEN = 2  # words from the ordinal to its noun: "the third studio album"
TIME = "time"  # "for the first time"


def other_rank_in(case: Case) -> tuple[str, str] | None:
    """The claim's rank and the evidence's, of one kind; none where the evidence has the claim's rank, too.

    The sentences beside the passage are read with it: "Mali lies in West Africa. It is the eighth-largest country of the continent."
    """
    near = [passage for passage in case.passages if passage.text is case.best.text and abs(passage.number - case.best.number) <= 1]
    theirs = [rank for passage in near for rank in _ranks(passage.words)]
    for mine in _ranks(case.own_words):
        same_kind = [rank for rank in theirs if rank[0] == mine[0]]
        if same_kind and mine not in same_kind:
            return _said(mine), _said(same_kind[0])
    return None


def untold_rank(case: Case) -> bool:
    """Whether a long text does not say that it was the first time, nor the sentences beside the passage."""
    near = [passage for passage in case.passages if passage.text is case.best.text and abs(passage.number - case.best.number) <= 1]
    theirs = [rank for passage in near for rank in _ranks(passage.words)]
    return len(case.passages) > LONG and any(mine[0] == TIME and mine not in theirs for mine in _ranks(case.own_words))


def _ranks(words: Sequence[Word]) -> Iterator[Rank]:
    for at, word in enumerate(words):
        last = word.text.casefold()
        before = words[at - 1].text.casefold() if at else ""
        if last in words_of("bearing", "superlatives"):
            yield last, _places().get(before, before) if before in words_of("bearing", "ordinals") else ""
        elif nth := _places().get(last):
            yield from (
                (noun.stem, nth) for noun in words[at + 1 : at + 1 + BETWEEN] if noun.text.islower() and (noun.weight >= HEAVY or noun.stem == TIME)
            )


@cache
def _places() -> dict[str, str]:
    """ "2nd" as "second", "debut" as "first"."""
    lines = (line.split() for line in words_of("bearing", "same_rank"))
    return {word: line[0] for line in lines for word in line}


def _said(rank: Rank) -> str:
    return ("-" if rank[0] in words_of("bearing", "superlatives") else " ").join(filter(None, (rank[1], rank[0])))
