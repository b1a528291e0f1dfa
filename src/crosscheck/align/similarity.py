"""How likely is it that two claims speak of the same event, and why?

Every feature is between -1 and 2 and has a weight; the logistic function of their sum is the likelihood. Similarity only proposes: verdicts are
decided by the comparators of judge/. The weights are fitted by logistic regression on the training topics of ECB+ (`tools/train/alignment.py`) and
lie in data/lexicon/alignment.toml.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from functools import cache, lru_cache
from operator import mul

from rapidfuzz import fuzz

from crosscheck.align.features import ROLES, Features, Filler, Interval, Range
from crosscheck.align.pile import Pile
from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.model.claim import Facet, Span
from crosscheck.values import dataclass

TWIN = 0.5  # four words of five the same, in order: one tells what the other tells, at most with another value
EMPTY = 0.4  # for two predicates that say little ("have"), of different things
# How much two different common nouns in one role speak against one event: the doer of one is often described in other words, what is done to less so.
OTHER_NOUN = {Facet.AGENT: -0.3, Facet.PATIENT: -0.6, Facet.RECIPIENT: -0.3, Facet.PLACE: -0.3}
SPELT_ALIKE = 88  # of 100: two longer names that differ in a letter or two
HARDLY = 0.6  # share of the words up to which two clauses or sentences are not alike at all
# Reports from which on a story tells by itself what is one event, and up to which it tells nothing. The stories fitted to have 8 to 22: whether
# it is 5 or 9 makes no difference to them; of two reports that both "create" something each may mean another thing.
REPORTS, FEW = 9, 3
EVERYDAY = 6  # power of two in data/lexicon/rarity.toml: one word in four thousand; 7, 8 or no limit are worth the same on the training topics
OTHER_THINGS = -0.6  # "25,000 tons of grain" and "two helicopters" are two deliveries


@cache
def weights() -> Mapping[str, float]:
    """What each feature weighs, and "bias", the score of two claims that have nothing in common."""
    return dict(table_of("alignment")["weights"])


@cache
def story_weights() -> Mapping[str, float]:
    """What one story adds, by what else two claims of one kind have in common (tools/train/one_story.py)."""
    return dict(table_of("alignment")["story"])


@cache
def _many() -> frozenset[str]:
    return frozenset(table_of("alignment")["kinds"]["many"])


@cache
def _everyday() -> frozenset[str]:
    return frozenset(word for power, words in table_of("rarity")["powers"].items() if int(power) >= EVERYDAY for word in words.split())


@dataclass(frozen=True, slots=True)
class Question:
    """Two numbers of a pair of claims that answer one question: where they stand, how likely that is, and what speaks for it, by name."""

    places: frozenset[tuple[str, Span]]
    likelihood: float
    parts: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Similarity:
    """The score of a pair, as log odds, each feature's value before weighting, by name, which of their numbers answer one question, and whether their
    articles are about nobody and nothing in common (align/protagonists.py).

    `story` is what one story adds to the score where claims are put together; it says nothing of whether two values are of one thing. `deed` says
    that both tell when one deed was done (align/deeds.py).
    """

    score: float
    parts: tuple[tuple[str, float], ...]
    questions: tuple[Question, ...] = ()
    strangers: bool = False
    story: float = 0.0
    deed: bool = False

    def part(self, name: str) -> float:
        return dict(self.parts).get(name, 0.0)

    def question(self, *places: tuple[str, Span]) -> Question | None:
        """What is known of two numbers, each by article and span, as answers to one question."""
        return next((one for one in self.questions if one.places == frozenset(places)), None)

    @property
    def twin(self) -> bool:
        return self.part("wording") >= TWIN

    @property
    def likelihood(self) -> float:
        """That the two are of one event, 0..1, by what they say and how the pile speaks of such events."""
        return likelihood(self.score)

    @property
    def together(self) -> float:
        """The same, with what one story adds."""
        return likelihood(self.score + self.story)

    def without(self, name: str) -> float:
        """The likelihood with one feature's vote against left out: what speaks for one event besides the values that are compared."""
        return likelihood(self.score - min(0.0, weights().get(name, 0.0) * self.part(name)))


def likelihood(score: float) -> float:
    return 1 / (1 + math.exp(-score))


NAMES = (
    *("predicate", "kindred", "lemma", "rare_class"),
    *(facet.value for facet in ROLES),
    *("names", "context", "time", "numbers", "figure", "wording", "articles", "usual", "told_once", "lead", "nominal", "polarity"),
)
"""The features of a pair, in the order of `values_of`."""
_WORDING, _AGENT, _PREDICATE, _LEMMA, _USUAL, _TOLD_ONCE = map(NAMES.index, ("wording", "agent", "predicate", "lemma", "usual", "told_once"))

Values = tuple[float, ...]


def similarity(left: Features, right: Features, pile: Pile) -> Similarity:
    """Score a pair by what the two claims say and by how the pile that they stand in speaks of such events."""
    values = values_of(left, right, pile)
    return Similarity(score_of(values), _parts(values), story=story_vote(left, right, values, pile))


def linked(left: Features, right: Features, pile: Pile, questions: tuple[Question, ...], deed: bool = False) -> Similarity:
    """The same of a pair that stands in one group, with all that is known of it."""
    values = values_of(left, right, pile)
    strangers = pile.strangers(left, right, is_twin(values))
    return Similarity(score_of(values), _parts(values), questions, strangers, story_vote(left, right, values, pile), deed)


def _parts(values: Values) -> tuple[tuple[str, float], ...]:
    return tuple([(name, value) for name, value in zip(NAMES, values, strict=True) if value])


def story_vote(left: Features, right: Features, values: Values, pile: Pile) -> float:
    """What it adds, as log odds, that two claims of one kind of event stand in one story: most stories tell of one such event, in many words.

    Kinds that a report has many of ("said") are many events in one story as well, what three reports tell of tells little, and of what stands in
    any text ("became", "wanted") a story has many.
    """
    if not are_of_one_kind(left, right, values[_PREDICATE]) or not pile.one_story(left.claim.article, right.claim.article):
        return 0.0
    telling = min(1.0, max(0.0, (pile.reports(left.claim.article) - FEW) / (REPORTS - FEW)))
    one, other = left.claim.predicate, right.claim.predicate
    if not telling or one.kind == other.kind == "attribute":
        return 0.0
    weight = story_weights()
    found = weight["kind"] + weight["lemma"] * values[_LEMMA] + weight["usual"] * values[_USUAL] + weight["told_once"] * values[_TOLD_ONCE]
    found += weight["many"] * many_of(left.classes & right.classes)
    return round(telling * (min(0.0, found) if everyday(one.lemma) or everyday(other.lemma) else found), 4)


def are_of_one_kind(left: Features, right: Features, predicate: float) -> bool:
    """Whether the two are events of one kind that say something; `predicate` is what the feature of that name comes to."""
    return predicate >= 1 and not left.classes.isdisjoint(right.classes)


def many_of(kinds: Set[str]) -> bool:
    """Whether nearly every report has many events of each of these kinds."""
    return kinds <= _many()


def everyday(lemma: str) -> bool:
    """Whether the word is one of those that stand in any text."""
    return lemma in _everyday()


def score_of(values: Values) -> float:
    bias, weight = _weighing()
    weighed: float = sum(map(mul, weight, values))
    return round(bias + weighed, 4)


def is_twin(values: Values) -> bool:
    return values[_WORDING] >= TWIN


def has_two_doers(values: Values) -> bool:
    """Whether the two events were done by two that have names of their own."""
    return values[_AGENT] <= -1


@cache
def _weighing() -> tuple[float, Values]:
    weight = weights()
    return weight["bias"], tuple(weight.get(name, 0.0) for name in NAMES)


def values_of(left: Features, right: Features, pile: Pile) -> Values:
    """Each feature's value for a pair, in the order of `NAMES`. Straight on, without a call that is not needed: there are millions of pairs."""
    one, other = left.claim, right.claim
    lemma, article, beside = one.predicate.lemma, one.article, other.article
    common, terms = left.classes & right.classes, left.terms & right.terms
    rarity = pile.rarity
    found = (
        _predicate(left, right, common),
        _kindred(left, right) if not common and left.kindred and right.kindred else 0.0,
        float(lemma == other.predicate.lemma),
        rarity.of(lemma) / 5 if common else 0.0,
        *[_filled(facet, mine, yours) if mine and yours else 0.0 for facet, mine, yours in zip(ROLES, left.fillers, right.fillers, strict=True)],
        rarity.overlap(left.names, right.names),
        rarity.share(terms, left.terms, right.terms),
        _time(left, right),
        _numbers(left, right),
        0.0 if left.figures.isdisjoint(right.figures) else 1.0,
        _wording(left, right, len(terms)),
        pile.alike(article, beside),
        pile.usual(article, common) if common and pile.one_story(article, beside) else 0.0,
        pile.told_once(left, right, common) if common else 0.0,
        float(one.section != "body") + float(other.section != "body"),
        float(one.predicate.kind != "verb" or other.predicate.kind != "verb"),
        float(one.polarity == other.polarity),
    )
    return tuple([round(value, 4) if value else 0.0 for value in found])


def _predicate(left: Features, right: Features, common: Set[str]) -> float:
    if common:
        return EMPTY if common <= words_of("event_verbs", "empty") and _role(Facet.PATIENT, left, right) < 1.0 else 1.0
    if left.things & right.things:  # "nine lorries were stopped", "a convoy of 14 lorries"
        return 0.6
    if left.figures & right.figures:
        return 0.5
    a, b = left.claim.predicate.lemma, right.claim.predicate.lemma
    if a[:5] == b[:5] and len(a) > 4 and len(b) > 4:  # deliver / delivery, where no class lists them
        return 0.7
    return 0.0


def _kindred(left: Features, right: Features) -> float:
    """Up to 1 for kinds of event that may be one told in other words, the more values the two share: that alone tells whether they are one."""
    if not left.kindred & right.kindred:
        return 0.0
    shared = sum(_role(facet, left, right) > 0 for facet in ROLES) + (_time(left, right) > 0) + bool(left.figures & right.figures)
    return min(1.0, shared / 2)


def _role(facet: Facet, left: Features, right: Features) -> float:
    """1 for the same participant, -1 for two different names, a little below 0 for different common nouns, 0 where one is silent."""
    at = ROLES.index(facet)
    mine, yours = left.fillers[at], right.fillers[at]
    return _filled(facet, mine, yours) if mine and yours else 0.0


def _filled(facet: Facet, mine: Sequence[Filler], yours: Sequence[Filler]) -> float:
    best = max([_alike(a, b) for a in mine for b in yours])
    if best > 0:
        return best
    named = any(filler.named for filler in mine) and any(filler.named for filler in yours)
    return -1.0 if named else OTHER_NOUN[facet]


def _alike(left: Filler, right: Filler) -> float:
    if not left.whole.isdisjoint(right.whole):
        return 1.0
    if _spelt_alike(left.whole, right.whole):
        return 1.0
    return 0.0 if left.capitals.isdisjoint(right.capitals) else 0.5


@lru_cache(maxsize=16384)
def _spelt_alike(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether a longer name of the one differs from one of the other in a letter or two; the same few fill most roles of a pile."""
    return any(len(a) > 4 and len(b) > 4 and fuzz.ratio(a, b, score_cutoff=SPELT_ALIKE) > 0 for a in left for b in right)


def _time(left: Features, right: Features) -> float:
    if left.days and right.days:
        return 1.0 if _any(_overlap, left.days, right.days) else -1.0
    if not (left.days or left.months or right.days or right.months):
        return 0.0
    months_left = left.months or {day[0][5:7] for day in left.days if within_a_month(day)}
    months_right = right.months or {day[0][5:7] for day in right.days if within_a_month(day)}
    if months_left and months_right:
        return 0.8 if months_left & months_right else -1.0
    return _told(left.told, right.days, months_right) or _told(right.told, left.days, months_left)


def _told(month: str | None, days: Sequence[Interval], months: Collection[str]) -> float:
    """News without a date against a date: half as sure either way."""
    if month is None or not (days or months):
        return 0.0
    if days:
        return 0.5 if any(since[:7] <= month <= until[:7] for since, until in days) else -0.5
    return 0.5 if month[5:7] in months else -0.5


def within_a_month(interval: Interval) -> bool:
    return interval[0][:7] == interval[1][:7] or interval[1][8:10] == "01"


def _any(test: Callable[[Interval, Interval], bool], left: Iterable[Interval], right: Iterable[Interval]) -> bool:
    return any(test(a, b) for a in left for b in right)


def _overlap(left: Interval, right: Interval) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def _numbers(left: Features, right: Features) -> float:
    """1 when a number of the same things can be the same, -1 when such numbers are all different, less when they count different things."""
    if not left.counted or not right.counted:
        return 0.0
    labels = left.counted.keys() & right.counted.keys()
    if not labels:
        return OTHER_THINGS
    return 1.0 if any(_meet(a, b) for label in labels for a in left.counted[label] for b in right.counted[label]) else -1.0


def _meet(left: Range, right: Range) -> bool:
    return left[0] <= right[1] and right[0] <= left[1]


def _wording(left: Features, right: Features, terms: int) -> float:
    """0 up to 0.6 alike, then rising to 1 for the same words in the same order; of the clauses, or of their sentences for one predicate.

    `terms` is how many terms both sentences have.
    """
    return max(0.0, (max(_clauses_alike(left, right), _sentences_alike(left, right, terms)) - HARDLY) / (1 - HARDLY))


def _clauses_alike(left: Features, right: Features) -> float:
    """0 where one is so much longer that they cannot be alike."""
    shorter, longer = sorted((len(left.words), len(right.words)))
    if shorter < 4 or 2 * shorter <= HARDLY * (shorter + longer):
        return 0.0
    return float(fuzz.ratio(left.words, right.words, score_cutoff=60)) / 100


def _sentences_alike(left: Features, right: Features, common: int) -> float:
    """The share of terms that both sentences have, for one predicate or where the predicates are all that differs ("a rise in", "a fall in")."""
    shorter, longer = sorted((len(left.terms), len(right.terms)))
    if shorter < 5 or common <= HARDLY * longer:
        return 0.0
    lemmas = {left.claim.predicate.lemma, right.claim.predicate.lemma}
    if len(lemmas) > 1 and not left.terms ^ right.terms <= lemmas:
        return 0.0
    return common / longer
