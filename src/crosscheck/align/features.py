"""What of a claim tells whether two claims speak of one event?

Everything is worked out once a claim, so that scoring a pair only compares sets and intervals.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from sys import intern
from typing import TypeVar

from crosscheck.align.kindred import families_of
from crosscheck.extract.names import folded
from crosscheck.extract.predicates import predicate_class
from crosscheck.model.claim import Argument, Claim, Facet, Modality, Quantity, Time
from crosscheck.values import dataclass

Interval = tuple[str, str]  # half-open, ISO dates

Range = tuple[float, float]

Value = TypeVar("Value", str, float)

ROLES = (Facet.AGENT, Facet.PATIENT, Facet.RECIPIENT, Facet.PLACE)


_NOTHING: Mapping[str, tuple[Range, ...]] = {}  # one for all that count nothing, two claims in three


@dataclass(frozen=True, slots=True)
class Filler:
    """Who or what fills a role: the ways to name it whole, the capitalised words in them, and whether it has a name of its own."""

    whole: frozenset[str]
    capitals: frozenset[str]
    named: bool


@dataclass(frozen=True, slots=True)
class Features:
    """A claim as the aligner sees it, in folded words.

    `classes` are its predicate class and attributes, `things` what it counts, `names` its entities, `terms` the content lemmas of the whole
    sentence, `numbers` and `counted` its values by what they count, `figures` the telling ones among them, `fillers` who or what fills each
    of the `ROLES`, in their order, `days` and `months` its dates.
    """

    claim: Claim
    classes: frozenset[str]
    kindred: frozenset[str]
    things: frozenset[str]
    names: frozenset[str]
    terms: frozenset[str]
    numbers: frozenset[float]
    counted: Mapping[str, tuple[Range, ...]]
    figures: frozenset[str]
    fillers: tuple[tuple[Filler, ...], ...]
    days: tuple[Interval, ...]
    months: frozenset[str]
    told: str | None
    times: float | None
    words: tuple[str, ...]


def features_of(claim: Claim, published: str | None = None) -> Features:
    """The features of one claim; `published` is its article's date.

    `told` is the month of the article where a claim of its first lines gives no date of its own: news is of these days. `times` is how
    often the event happened, where a number counts the event itself ("two coups").
    """
    events = [time for time in claim.times if time.of is None and time.type in ("DATE", "TIME")]
    return Features(
        claim,
        _shared(classes_of(claim)),
        _shared(family for kind in classes_of(claim) for family in families_of(kind)),
        _shared(f"#{thing}" for q in claim.quantities if (thing := _last(q.of)) and q.kind in ("count", "measure", "money")),
        _shared(folded(argument.entity or argument.text) for argument in claim.arguments if argument.entity or argument.name),
        _folded(claim.terms),
        _shared(quantity.value for quantity in claim.quantities if quantity.value is not None),
        _counted(claim),
        _shared(figure for quantity in claim.quantities if (figure := figure_of(quantity))),
        tuple([tuple([_filler(argument) for argument in claim.of(facet)]) for facet in ROLES]),
        tuple((time.since, time.until) for time in events if time.since and time.until),
        _shared(time.value[5:7] for time in events if time.value.startswith("XXXX-") and time.value[5:7].isdigit()),
        published[:7] if published and _is_news(claim, events) else None,
        next((quantity.value for quantity in claim.quantities if _counts_itself(quantity, claim)), None),
        tuple(map(intern, folded(claim.text).split())),
    )


def _shared(values: Iterable[Value]) -> frozenset[Value]:
    """The set of the values, one and the same for all claims that have it: most are empty or small, and a pile has a dozen a claim."""
    return _one(frozenset(values))


@lru_cache(maxsize=65536)
def _one(values: frozenset[Value]) -> frozenset[Value]:
    return values


@lru_cache(maxsize=4096)
def _folded(terms: tuple[str, ...]) -> frozenset[str]:
    """One set for the claims of one sentence; of a set, since one that grows takes twice the memory."""
    return frozenset({folded(term) for term in terms})


def figure_of(quantity: Quantity) -> str | None:
    """A number that is seldom the same by chance, with its unit: 4,200 ton, 37 percent, 8.3; not two, three or ten of something."""
    if quantity.value is None or quantity.kind in ("ordinal", "score", "age"):
        return None
    telling = quantity.unit is not None or quantity.value >= 13 or not quantity.value.is_integer()
    return f"{quantity.value:g} {quantity.unit or ''}" if telling else None


def _is_news(claim: Claim, events: Sequence[Time]) -> bool:
    return claim.section != "body" and not events and claim.modality is Modality.ACTUAL


def _counts_itself(quantity: Quantity, claim: Claim) -> bool:
    return quantity.value is not None and quantity.of is not None and _last(quantity.of) == claim.predicate.lemma


def classes_of(claim: Claim) -> Iterable[str]:
    """What kind of event it is: the class of its predicate (or its lemma) and the attributes that it states."""
    predicate = claim.predicate
    yield predicate_class(predicate.lemma, predicate.kind, [argument.head.lower() for argument in claim.arguments]) or predicate.lemma
    for quantity in claim.quantities:
        if quantity.attribute:
            yield f"@{quantity.attribute}"


def _counted(claim: Claim) -> Mapping[str, tuple[Range, ...]]:
    counts: dict[str, list[Range]] = {}
    for quantity in claim.quantities:
        if quantity.low is not None or quantity.high is not None:
            label = label_of_quantity(quantity.attribute, quantity.of, quantity.unit)
            low = -math.inf if quantity.low is None else quantity.low
            counts.setdefault(label, []).append((low, math.inf if quantity.high is None else quantity.high))
    return {label: tuple(values) for label, values in counts.items()} if counts else _NOTHING


def label_of_quantity(attribute: str | None, of: str | None, unit: str | None) -> str:
    """What of the event the number measures: the attribute, else the last word of what is counted, else the unit."""
    if attribute:
        return attribute
    return _last(of) or unit or ""


def _last(of: str | None) -> str:
    """The noun of what is counted."""
    return ((of or "").split() or [""])[-1].lower()


def _filler(argument: Argument) -> Filler:
    whole = {folded(argument.head), *(folded(other) for other in argument.also)}
    if argument.entity:
        whole.add(folded(argument.entity))
    said = " ".join((argument.text, argument.entity or "", *argument.also))
    return Filler(_shared(whole - {""}), _shared(folded(word) for word in said.split() if word[:1].isupper() and len(word) > 2), bool(argument.name))


class Rarity:
    """How rare each term is among the sentences compared: inverse document frequency, natural logarithm, at least 0."""

    def __init__(self, sentences: Sequence[frozenset[str]]):
        self._count = len(sentences)
        counts = Counter(term for sentence in sentences for term in sentence)
        self._of = {term: math.log((1 + self._count) / (1 + count)) for term, count in counts.items()}
        self._unseen = math.log(1 + self._count)
        self._weights: dict[frozenset[str], float] = {}

    def of(self, term: str) -> float:
        return self._of.get(term, self._unseen)

    def weight(self, terms: Iterable[str]) -> float:
        rarity, unseen = self._of, self._unseen
        total = 0.0
        for term in terms:
            total += rarity.get(term, unseen)
        return total

    def _whole(self, terms: frozenset[str]) -> float:
        """The weight of one claim's terms, which are compared with those of thousands of others."""
        known = self._weights.get(terms)
        if known is None:
            known = self._weights[terms] = self.weight(terms)
        return known

    def overlap(self, left: frozenset[str], right: frozenset[str]) -> float:
        """Weighted share of the smaller side's terms that both have, 0..1 (overlap coefficient)."""
        return self.share(left & right, left, right)

    def share(self, common: frozenset[str], left: frozenset[str], right: frozenset[str]) -> float:
        """The same, where the terms that both have are known."""
        if not common:
            return 0.0
        smaller = min(self._whole(left), self._whole(right))
        return self.weight(common) / smaller if smaller > 0 else 0.0
