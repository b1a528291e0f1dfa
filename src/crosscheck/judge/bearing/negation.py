"""Which words of a sentence are negated?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.extract.lexicon import words_of
from crosscheck.judge.bearing.words import Word

NEAR = 5  # words that "not" reaches; a negation further off belongs to another clause
WIDE = 4  # words that "denied" or "failed to" reaches; on VitaminC 10 are wrong twice as often


def negated(words: Sequence[Word], text: str) -> frozenset[int]:
    """Positions of the words that stand under an odd number of negations."""
    times: dict[int, int] = {}
    for at, word in enumerate(words):
        for place in scope(words, at, text, _reach(word)):
            times[place] = times.get(place, 0) + 1
    return frozenset(place for place, count in times.items() if count % 2)


def plainly_negated(words: Sequence[Word], text: str) -> frozenset[int]:
    """Positions of the words behind a "not" or "never", and not behind a "prevent" or "lack"."""
    return frozenset(place for at, word in enumerate(words) if is_plain(word) for place in scope(words, at, text, NEAR))


def ended(words: Sequence[Word], text: str) -> frozenset[int]:
    """Positions of the words that stand behind "stopped" and its kind."""
    ends = (at for at, word in enumerate(words) if word.stem in words_of("bearing", "ends"))
    return frozenset(place for at in ends for place in scope(words, at, text, WIDE))


def is_plain(word: Word) -> bool:
    """Whether the word is "not" or one of its kind."""
    return word.text.casefold().replace("’", "'") in words_of("bearing", "negates")


def both_negate(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether each negates, denies or ends in a word that the other has not: "revoked" and "no longer" say the same of what was "stopped"."""
    return _negates(left, {word.stem for word in right}) and _negates(right, {word.stem for word in left})


def _negates(words: Sequence[Word], shared: set[str]) -> bool:
    own = [word for word in words if word.stem not in shared]
    return any(_reach(word) or word.stem in words_of("bearing", "ends") for word in own)


def _reach(word: Word) -> int:
    if is_plain(word):
        return NEAR
    return WIDE if word.stem in words_of("bearing", "denies") else 0


def scope(words: Sequence[Word], at: int, text: str, reach: int) -> Iterator[int]:
    """Positions of at most so many words after one, to the end of its clause."""
    for place in range(at + 1, min(len(words), at + 1 + reach)):
        between = text[words[place - 1].span.end : words[place].span.start]
        if any(mark in between for mark in ",;:()") or words[place].stem in words_of("bearing", "turns"):
            return
        yield place
