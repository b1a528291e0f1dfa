"""What of a number tells which question it answers, and which numbers of other reports may answer the same one?

A value is a number of one claim with what it counts or measures and the words next to it. What the number itself is plays no part: two reports that
differ must look like two that agree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from crosscheck.align.features import Features
from crosscheck.align.pile import Pile
from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.models import model_in
from crosscheck.extract.names import folded
from crosscheck.model.claim import Quantity, Span
from crosscheck.values import dataclass

SIDE = 3  # content words on either side of a number that tell what it is of
STEM = 5  # letters by which forms of a word are taken for one
MOST = 150  # numbers of one kind in a story; more than that are told in so many connexions that they answer nothing in particular
_KINDS = ("count", "part", "measure", "rate")  # sums and shares are of too many things: a balance sheet has dozens
Place = tuple[str, Span]  # the article and where in it the number stands


@dataclass(frozen=True, slots=True)
class Value:
    """A number of the claim at `position`: where it stands, by what it is found, and the words beside it."""

    position: int
    quantity: Quantity
    place: Place
    keys: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]

    @property
    def number(self) -> tuple[float | None, float | None, str | None]:
        """Equal for two ways of writing one number."""
        quantity = self.quantity
        return (quantity.value, None, quantity.unit) if quantity.value is not None else (quantity.low, quantity.high, quantity.unit)


def values_of(position: int, claim: Features) -> Iterator[Value]:
    """The numbers of a claim that may answer a question that another report answers as well."""
    for quantity in claim.claim.quantities:
        keys = frozenset(_keys(quantity))
        if quantity.kind in _KINDS and quantity.attribute != "age" and (quantity.low, quantity.high) != (None, None) and keys:
            before, after = _beside(quantity, claim)
            yield Value(position, quantity, (claim.claim.article, quantity.span), keys, before, after)


def _keys(quantity: Quantity) -> Iterator[str]:
    """What it measures, counts and is measured in."""
    if quantity.attribute:
        yield f"@{quantity.attribute}"
    if quantity.of:
        yield f"#{one_word_for(head_of(quantity))}"
    if model := model_in((quantity.of or "").lower()):
        yield f"#{model}"  # "seven AK-47s", "nine AK 47 guns"
    if quantity.unit:
        yield quantity.unit


def head_of(quantity: Quantity) -> str:
    return quantity.of.split()[-1].lower() if quantity.of else ""


@cache
def one_word_for(noun: str) -> str:
    """The first of the words that count the same things ("shop" for "store")."""
    return next((words.split()[0] for words in table_of("counted")["same"] if noun in words.split()), noun)


def _beside(quantity: Quantity, claim: Features) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of the content words right before and right after it in its clause."""
    text, start = claim.claim.text, quantity.span.start - claim.claim.span.start
    end = quantity.span.end - claim.claim.span.start
    if start < 0 or end > len(text):
        return frozenset(), frozenset()
    return frozenset(stems(text[:start])[-SIDE:]), frozenset(stems(text[end:])[:SIDE])


def stems(text: str) -> list[str]:
    """The first letters of its content words, in order; no digits."""
    bare = (folded(word.strip(".,;:!?()[]\"'“”‘’-")) for word in text.split())
    return [word[:STEM] for word in bare if word and word not in words_of("threads", "empty") and not word[0].isdigit()]


def candidates(values: Sequence[Value], pile: Pile) -> Iterator[tuple[Value, Value]]:
    """Pairs of numbers of two articles of one story that share a key and are of no two attributes, each once, in order."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, value in enumerate(values):
        for key in value.keys:
            blocks[pile.story(value.place[0]), key].append(at)
    pairs = {pair for members in blocks.values() if len(members) <= MOST for pair in combinations(members, 2)}
    for one, other in sorted(pairs):
        left, right = values[one], values[other]
        if left.place[0] != right.place[0] and not _of_two(left.quantity, right.quantity):
            yield left, right


def _of_two(left: Quantity, right: Quantity) -> bool:
    """Of two attributes, or one of a model and the other of a kind that it is not ("nine AK 47 guns", "three machine guns")."""
    if left.attribute and right.attribute and left.attribute != right.attribute:
        return True
    models = [model_in((one.of or "").lower()) for one in (left, right)]
    plain = right if models[0] else left
    return any(models) and models[0] != models[1] and (all(models) or len((plain.of or "").split()) > 1)


class Holders:
    """Which articles of a story give a number of a kind, so that whoever gives two tells them apart."""

    def __init__(self, values: Iterable[Value], pile: Pile):
        self._pile = pile
        self._of: Mapping[tuple[str, str, object], set[str]] = defaultdict(set)
        for value in values:
            for key in value.keys:
                self._of[pile.story(value.place[0]), key, value.number].add(value.place[0])

    def tell_apart(self, left: Value, right: Value) -> bool:
        """Whether an article gives both numbers."""
        return left.number != right.number and not self._with(left).isdisjoint(self._with(right))

    def _with(self, value: Value) -> set[str]:
        story = self._pile.story(value.place[0])
        return {article for key in value.keys for article in self._of[story, key, value.number]}
