"""Which words of a headline have a capital only because it is in title case?

The networks learned from running text, in which "Overturns" of "Norvia Court Overturns Ban" can only be a name. So such a line is tagged and parsed
with the words of the dictionary in small letters, as newspapers print it that write headlines like sentences. Names are found in the line as it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.language import gazetteer
from crosscheck.language.classes import word_class
from crosscheck.language.sentences import words_listed
from crosscheck.language.tokens import Name

LONGEST = 25
"""Words of a line that may be a headline."""
FEWEST = 3
"""Capitals that it takes. Set by hand: "United Nations Security Council" and "Anna Weber, Chairwoman" tell nothing, and have no verb to find."""


def in_small_letters(words: tuple[str, ...], names: tuple[Name, ...]) -> tuple[tuple[str, ...], tuple[Name, ...]]:
    """The words as a running sentence has them, and the names without the verbs that end them: "Port Alma Council Rehires".

    The first word and those of names stay as they are; where the line is not in title case, everything does.
    """
    if len(words) > LONGEST or not is_titled(words):
        return words, names
    shorter = tuple(Name(name.first, _end(words, name), name.type) for name in names)
    kept = {at for name in shorter for at in range(name.first, name.last)} | {0}
    return tuple(word if at in kept or not _is_common(word) else word.lower() for at, word in enumerate(words)), shorter


def _end(words: Sequence[str], name: Name) -> int:
    """Where a name ends: before a word that is hardly ever but a verb, and before "Amid" and its like."""
    ends = words_listed("headline_verbs_only") | words_listed("never_in_names")
    return next((at for at in range(name.first + 1, name.last) if words[at].lower() in ends), name.last)


def is_titled(words: Sequence[str]) -> bool:
    """Whether all words have a capital but those that title case leaves small."""
    small = words_listed("small_in_titles")
    capitals = 0
    for word in words:
        if word.islower() and word.isalpha() and len(word) > 1 and word not in small:
            return False
        capitals += word.istitle()
    return capitals >= FEWEST


def _is_common(word: str) -> bool:
    """Whether a word with a capital is in the dictionary, and no place, people, first name or month."""
    lower = word.lower()
    if not word.istitle() or word in gazetteer.first_names() or word in gazetteer.peoples() or lower in words_listed("months"):
        return False
    if gazetteer.known(word) is not None:
        return False
    return lower in words_listed("small_in_titles") or lower in words_listed("headline_verbs") or bool(word_class(lower))
