"""Which words of a sentence gave way to words that exclude them, in no value and no claim that is told anyway?

"Southern" became "northern", "Governor Ruthen" "Mayor Ruthen", and a "former" was dropped: no comparator of a facet sees these, since two articles
may well describe one thing in two ways. Two versions of one sentence do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import product

from crosscheck.align.twins import Word, words_in
from crosscheck.extract.lexicon import table_of
from crosscheck.judge.changes_part import Part, changed, come, gone
from crosscheck.judge.lexicon import grouped, words
from crosscheck.judge.opposites import opposed_words
from crosscheck.model.revision import Aspect, Change

MOST = 3  # words of a place in which words are set side by side, one by one; more are another wording

Words = tuple[Word, ...]


def word_changes(old: Part, new: Part) -> Iterator[Change]:
    """In the order of the new version."""
    for left, right in _places(_words(old), _words(new)):
        if len(left) == len(right):
            yield from (change for one, other in zip(left, right, strict=True) for change in _exchanged(one, other, old, new))
        elif not (left and right):
            yield from (gone(Aspect.TYPE, old.side(one.span)) for one in left if _is_status(one, left))
            yield from (come(Aspect.TYPE, new.side(one.span)) for one in right if _is_status(one, right))


def _words(part: Part) -> Words:
    return tuple(word for span in part.spans for word in words_in(part.article.text, span))


def _places(old: Words, new: Words) -> Iterator[tuple[Words, Words]]:
    """Where few words differ. What is found must not depend on which version is the old one, so that one order is kept."""
    left, right = [word.text for word in old], [word.text for word in new]
    turned = right < left
    for kind, a, b, c, d in SequenceMatcher(None, *((right, left) if turned else (left, right)), autojunk=False).get_opcodes():
        ones, others = ((c, d), (a, b)) if turned else ((a, b), (c, d))
        if kind != "equal" and max(b - a, d - c) <= MOST:
            yield old[slice(*ones)], new[slice(*others)]


def _exchanged(one: Word, other: Word, old: Part, new: Part) -> Iterator[Change]:
    if opposed_words(one.text, other.text):
        yield changed(Aspect.POLARITY, old.side(one.span), new.side(other.span))
    elif _are_two_kinds(one.text, other.text):
        yield changed(Aspect.TYPE, old.side(one.span), new.side(other.span))


def _are_two_kinds(one: str, other: str) -> bool:
    return one != other and (grouped(one, other, "kinds", "exclusive") or _are_two_offices(one, other) or {one, other} <= words("changes", "status"))


def _are_two_offices(one: str, other: str) -> bool:
    offices = _offices()
    return one in offices and other in offices and all(a != b for a, b in product(offices[one], offices[other]))


@cache
def _offices() -> dict[str, frozenset[int]]:
    """Each word with the places in the list at which it stands; words of one place may stand for each other."""
    found: dict[str, set[int]] = {}
    for number, entry in enumerate(table_of("changes")["offices"].split()):
        for word in entry.split("|"):
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _is_status(word: Word, side: Sequence[Word]) -> bool:
    return len(side) == 1 and word.text in words("changes", "status")
