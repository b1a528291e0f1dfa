"""Do a few words say the opposite of a few others, where all the rest of two sentences is the same?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import product

from crosscheck.extract.lexicon import table_of
from crosscheck.judge.lexicon import groups, words


def opposite(ones: Sequence[str], others: Sequence[str]) -> bool:
    """Whether the words, in lower case, say opposite things: "rise in", "fall in"; "said", "did not say"; symmetric."""
    return _negates(ones, others) or _exclude(ones, others)


def _negates(ones: Sequence[str], others: Sequence[str]) -> bool:
    """Whether the same is said with and without a "not", however the verb is formed ("said", "did not say")."""
    first, second = _bare(ones), _bare(others)
    odd = [sum(word in words("opposites", "negators") for word in side) % 2 for side in (ones, others)]
    return odd[0] != odd[1] and len(first) == len(second) and all(map(_one_word, first, second))


def _bare(side: Sequence[str]) -> list[str]:
    return [word for word in side if word not in words("opposites", "negators") and word not in words("opposites", "empty")]


def _one_word(one: str, other: str) -> bool:
    return not bases(one).isdisjoint(bases(other))


def _exclude(ones: Sequence[str], others: Sequence[str]) -> bool:
    """Whether one word on each side is the opposite of the other, and what else there is stands on both."""
    first, second = _rest(ones, others), _rest(others, ones)
    return len(first) == len(second) == 1 and opposed_words(first[0], second[0])


def _rest(side: Sequence[str], other: Sequence[str]) -> list[str]:
    return [word for word in side if word not in other and word not in words("opposites", "empty")]


def opposed_words(one: str, other: str) -> bool:
    """Whether two words in any form exclude each other."""
    pairs = list(product(bases(one), bases(other)))
    if any(a == b for a, b in pairs):
        return False
    return any(b in _opposites().get(a, ()) or antonyms(a, b) for a, b in pairs)


def antonyms(left: str, right: str) -> bool:
    """Whether two predicate lemmas exclude each other of one doer and one thing ("win" and "lose"); symmetric."""
    return right in _opposite_events().get(left, frozenset())


@cache
def _opposite_events() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in table_of("antonyms")["events"]:
        firsts, seconds = ([word.replace("_", " ") for word in side.split()] for side in line.split("|"))
        for first, second in product(firsts, seconds):
            found.setdefault(first, set()).add(second)
            found.setdefault(second, set()).add(first)
    return {word: frozenset(others) for word, others in found.items()}


@cache
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in (*groups("opposites", "groups"), *_pairs()):
        for word in group:
            found.setdefault(word, set()).update(group - {word})
    return {word: frozenset(others) for word, others in found.items()}


def _pairs() -> Iterator[frozenset[str]]:
    listed: str = table_of("opposites")["pairs"]
    yield from (frozenset(pair.split("/")) for pair in listed.split())
    adjectives: dict[str, str] = table_of("antonyms")["adjectives"]
    yield from (frozenset((word, other)) for word, others in adjectives.items() for other in others.split())


@lru_cache(maxsize=65536)
def bases(word: str) -> frozenset[str]:
    """What the word may be a form of, itself among them: "won" -> win; "rises" -> rise; "stopped" -> stop."""
    return frozenset((word, *_irregular().get(word, ()), *_regular(word)))


def _regular(word: str) -> Iterator[str]:
    for ending in ("s", "es", "d", "ed", "ing", "ly", "er", "est"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3:
            continue
        yield stem
        if ending in ("ing", "er", "est"):
            yield stem + "e"
        if stem[-1] == "i" and ending in ("es", "ed", "ly", "er", "est"):
            yield stem[:-1] + "y"
        if stem[-1] == stem[-2] and ending in ("ed", "ing", "er", "est"):
            yield stem[:-1]


@cache
def _irregular() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for verb, forms in table_of("inflection")["verbs"].items():
        for form in forms:
            found.setdefault(form, set()).add(verb)
    for noun, many in table_of("inflection")["plurals"].items():
        found.setdefault(many, set()).add(noun)
    return {form: frozenset(verbs) for form, verbs in found.items()}
