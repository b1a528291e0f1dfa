"""Which of many patterns can fit a sentence at all, by the words that each of them must have, and where does one fit?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence, Set
from typing import Generic, Protocol, TypeVar

ANY = ".."  # stands in a pattern for some words
GAP = 8  # at most so many
SORTS = frozenset((ANY, "@", "$", "#", "%", "&"))  # what stands in a pattern for a name, a date, a figure or some words
SHORT = 4  # letters from which on a word stands in few sentences only
BEGINNING = 3  # letters by which words that begin in some way ("resign*") are looked up

Pattern = tuple[frozenset[str], ...]


class Item(Protocol):
    """A word of a sentence, or some words that stand in a pattern as one."""

    @property
    def parted(self) -> bool:
        """Whether a mark stands before it."""
        ...


Named = TypeVar("Named")
Told = TypeVar("Told", bound=Item)
Words = tuple[frozenset[str], tuple[str, ...]]  # a step's, and how those begin of which it has the beginning alone


class KeyedPatterns(Generic[Named]):
    """Patterns whose steps are sets of words; each is looked up by its step with the fewest and longest words, and one without words always."""

    def __init__(self, patterns: Sequence[tuple[Named, Pattern]]) -> None:
        """Each with whatever it is the pattern of."""
        self._patterns = tuple(patterns)
        self._needed = tuple(tuple(_words(step) for step in pattern if step.isdisjoint(SORTS)) for _, pattern in self._patterns)
        self._always: list[int] = []
        self._by_beginning: dict[str, list[int]] = defaultdict(list)
        for number, needed in enumerate(self._needed):
            if not needed:
                self._always.append(number)
                continue
            exact, beginnings = min(needed, key=_cost)
            for word in (*exact, *beginnings):
                self._by_beginning[word[:BEGINNING]].append(number)

    def possible(self, forms: Set[str]) -> list[tuple[Named, Pattern]]:
        """Those of which each step with words has one among the forms, in their order."""
        found = {number for beginning in {form[:BEGINNING] for form in forms} for number in self._by_beginning.get(beginning, ())}
        fitting = sorted([*self._always, *(number for number in found if all(_has(forms, step) for step in self._needed[number]))])
        return [self._patterns[number] for number in fitting]


def fit(
    items: Sequence[Told],
    at: int,
    pattern: Pattern,
    meets: Callable[[Told, frozenset[str]], bool],
    may_be_passed: Callable[[Told], bool],
    step: int = 0,
) -> tuple[int, ...] | None:
    """The items that the steps of the pattern from this one on stand for, but for "..", where the first stands here; None where it does not fit.

    Of ".." the fewest items are tried first, and only such as may be passed. No mark stands before an item but the first, or one that ".." leads to.
    """
    if step == len(pattern):
        return ()
    if ANY in pattern[step]:
        for skipped in range(GAP + 1):
            if skipped and (at + skipped > len(items) or not may_be_passed(items[at + skipped - 1])):
                return None
            found = fit(items, at + skipped, pattern, meets, may_be_passed, step + 1)
            if found is not None:
                return found
        return None
    if at >= len(items) or (step and items[at].parted) or not meets(items[at], pattern[step]):
        return None
    rest = fit(items, at + 1, pattern, meets, may_be_passed, step + 1)
    return None if rest is None else (at, *rest)


def _words(step: frozenset[str]) -> Words:
    return frozenset(word for word in step if not word.endswith("*")), tuple(sorted(word[:-1] for word in step if word.endswith("*")))


def _cost(step: Words) -> tuple[bool, int]:
    exact, beginnings = step
    return any(len(word) < SHORT for word in exact), len(exact) + len(beginnings)


def _has(forms: Set[str], step: Words) -> bool:
    exact, beginnings = step
    return not exact.isdisjoint(forms) or (bool(beginnings) and any(form.startswith(beginnings) for form in forms))
