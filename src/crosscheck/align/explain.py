"""Why are two claims taken to speak of one event, feature by feature and in plain words?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import combinations

from crosscheck.align import threads
from crosscheck.align.clusters import absent_up_to
from crosscheck.align.deeds import deeds_alike
from crosscheck.align.features import Features, features_of
from crosscheck.align.pile import Pile
from crosscheck.align.protagonists import Protagonists
from crosscheck.align.similarity import Question, Similarity, linked, weights
from crosscheck.align.threads import threads_in
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Facet
from crosscheck.model.explanation import Link, Vote
from crosscheck.model.report import Story
from crosscheck.values import dataclass

_SHOWN = 5  # words that two claims share, the rarest first
_REASONS = 3  # of what speaks for two numbers answering one question
_REPEATED = ("named", "retold")  # claims that repeat another
_NEAREST = 3  # claims that are named beside one that stands alone


class Pairs:
    """The claims of a report, ready to be scored in pairs as the aligner scores them."""

    def __init__(self, claims: Sequence[Claim], articles: Mapping[str, Article], stories: Sequence[Story]):
        self._published = {id_: article.published for id_, article in articles.items()}
        self.features = {claim.id: features_of(claim, self._published[claim.article]) for claim in claims}
        self.pile = Pile(tuple(one for one in self.features.values() if not one.claim.is_mention), stories, Protagonists(tuple(articles.values())))
        self._scores: dict[tuple[str, str], Similarity] = {}

    def among(self, claims: Sequence[Claim]) -> dict[frozenset[str], Similarity]:
        """Of each pair that the aligner would have scored, by the claims' ids; also of claims that were changed since."""
        features = [self._features(claim) for claim in claims]
        scored = ((left, right, self._similarity(left, right)) for left, right in combinations(features, 2))
        return {
            frozenset((a.claim.id, b.claim.id)): found
            for a, b, found in scored
            if found.together > absent_up_to(a, b, self.pile) or found.twin or found.deed or found.questions or a.counted.keys() & b.counted
        }

    @cached_property
    def _threads(self) -> Mapping[frozenset[str], tuple[Question, ...]]:
        """Which numbers answer one question, by the ids of their claims."""
        told = [one for one in self.features.values() if not one.claim.is_mention]
        return {frozenset((told[i].claim.id, told[j].claim.id)): found for (i, j), found in threads_in(told, self.pile).items()}

    @cached_property
    def _deeds(self) -> frozenset[frozenset[str]]:
        """Which claims date one deed, by their ids."""
        told = [one for one in self.features.values() if not one.claim.is_mention]
        return frozenset(frozenset((told[i].claim.id, told[j].claim.id)) for i, j in deeds_alike(told, self.pile))

    def _features(self, claim: Claim) -> Features:
        """Those of a changed claim keep its kinds, which the pile has counted."""
        known = self.features[claim.id]
        return known if known.claim is claim else replace(features_of(claim, self._published[claim.article]), classes=known.classes)

    def _similarity(self, left: Features, right: Features) -> Similarity:
        pair = (left.claim.id, right.claim.id)
        if self.features[pair[0]] is not left or self.features[pair[1]] is not right:
            return self._asked(left, right)
        if pair not in self._scores:
            self._scores[pair] = self._asked(left, right)
        return self._scores[pair]

    def _asked(self, left: Features, right: Features) -> Similarity:
        """The two with the questions that their numbers answer; of a changed claim, those that it answered before."""
        questions = self._threads.get(frozenset((left.claim.id, right.claim.id)), ())
        return linked(left, right, self.pile, tuple(questions), frozenset((left.claim.id, right.claim.id)) in self._deeds)

    def links(self, members: Sequence[str]) -> tuple[Link, ...]:
        """The best link of each claim, in the order of the claims, each pair once."""
        scored = {pair: self._scored(*pair).together for pair in combinations(members, 2)}
        best = (max((pair for pair in scored if member in pair), key=lambda pair: scored[pair]) for member in members if len(members) > 1)
        return tuple(self._link(*pair) for pair in dict.fromkeys(best))

    def nearest(self, claim: str) -> tuple[Link, ...]:
        """The claims of other sentences that come nearest to one."""
        own = self.features[claim].claim
        told = ((id_, one.claim) for id_, one in self.features.items() if one.claim.predicate.kind not in _REPEATED)
        others = [id_ for id_, one in told if (one.article, one.sentence) != (own.article, own.sentence)]
        found = sorted(others, key=lambda other: (-self._scored(claim, other).together, other))
        return tuple(self._link(claim, other) for other in found[:_NEAREST])

    def _scored(self, left: str, right: str) -> Similarity:
        return self._similarity(self.features[left], self.features[right])

    def _link(self, left: str, right: str) -> Link:
        found, weight = self._scored(left, right), weights()
        pair = _Pair(self.features[left], self.features[right], self.pile, self.features)
        votes = [Vote(name, value, weight.get(name, 0.0), _said(name, value, pair)) for name, value in found.parts]
        votes += [Vote("story", found.story, 1.0, "of one kind in one story")] if found.story else []
        votes += [Vote("question", one.likelihood, 0.0, _answered(one, pair)) for one in found.questions]
        ordered = sorted(votes, key=lambda vote: (-abs(vote.contribution), vote.feature))
        return Link((left, right), round(found.together, 4), weight["bias"], tuple(ordered))


@dataclass(frozen=True, slots=True)
class _Pair:
    left: Features
    right: Features
    pile: Pile
    all: Mapping[str, Features]


def _said(name: str, value: float, pair: _Pair) -> str:
    """What the feature says of the pair; a feature that nobody has put into words yet is called by its name."""
    words = _WORDS.get(name)
    return words(value, pair) if words else name.replace("_", " ")


def _answered(question: Question, pair: _Pair) -> str:
    """Which two numbers answer one question, and what speaks most for it."""
    weight = threads.weights()
    said = [
        _quoted(quantity.text)
        for one in (pair.left, pair.right)
        for quantity in one.claim.quantities
        if (one.claim.article, quantity.span) in question.places
    ]
    best = sorted(question.parts, key=lambda part: -weight.get(part[0], 0.0) * part[1])[:_REASONS]
    reasons = [_REASON.get(name, name.replace("_", " ")) for name, value in best if weight.get(name, 0.0) * value > 0]
    return f"{' and '.join(said)} answer one question ({question.likelihood:.0%}): {', '.join(reasons)}"


_REASON = {
    "predicate": "one kind of event",
    "agent": "one doer",
    "patient": "it concerns the same",
    "place": "one place",
    "context": "rare words in both sentences",
    "time": "dates that can be one",
    "told_once": "told once in each",
    "before": "the words before them",
    "after": "the words after them",
    "only": "the only such number of either article",
}


def _predicate(value: float, pair: _Pair) -> str:
    left, right = pair.left, pair.right
    common = sorted(left.classes & right.classes)
    if common:
        kind = common[0].lstrip("@").replace("_", " ")
        return f"of one kind ({kind}): {_quoted(left.claim.predicate.text)} and {_quoted(right.claim.predicate.text)}"
    if left.things & right.things:
        return f"both count: {_listed(thing.lstrip('#') for thing in left.things & right.things)}"
    if left.figures & right.figures:
        return f"both give {_listed(left.figures & right.figures)}"
    return f"words of one stem: {_quoted(left.claim.predicate.text)} and {_quoted(right.claim.predicate.text)}"


def _role(facet: Facet) -> Callable[[float, _Pair], str]:
    def words(value: float, pair: _Pair) -> str:
        mine, yours = (_listed(argument.entity or argument.text for argument in one.claim.of(facet)) for one in (pair.left, pair.right))
        if value >= 1:
            return f"same {facet}: {mine}" if mine == yours else f"same {facet}: {mine}, {yours}"
        if value > 0:
            return f"{facet} shares a name: {mine}, {yours}"
        return f"{'different' if value <= -1 else 'other words for the'} {facet}: {mine} / {yours}"

    return words


def _names(value: float, pair: _Pair) -> str:
    return f"names that both have: {_rarest(pair.left.names & pair.right.names, pair.pile)}"


def _context(value: float, pair: _Pair) -> str:
    return f"words that both sentences have: {_rarest(pair.left.terms & pair.right.terms, pair.pile)}"


def _time(value: float, pair: _Pair) -> str:
    mine, yours = (_listed(time.text for time in one.claim.times if time.of is None) or "the day of the news" for one in (pair.left, pair.right))
    return f"{'dates that can be one' if value > 0 else 'different dates'}: {mine}, {yours}"


def _numbers(value: float, pair: _Pair) -> str:
    labels = pair.left.counted.keys() & pair.right.counted.keys()
    if not labels:
        return f"count different things: {_listed(pair.left.counted)} / {_listed(pair.right.counted)}"
    mine, yours = (_listed(q.text for q in one.claim.quantities) for one in (pair.left, pair.right))
    what = f" of {_listed(labels)}" if any(labels) else ""
    return f"numbers{what} that {'can be one' if value > 0 else 'differ'}: {mine}, {yours}"


def _usual(value: float, pair: _Pair) -> str:
    """ "told by 6 of 8 reports"."""
    story, common = pair.pile.story(pair.left.claim.article), pair.left.classes & pair.right.classes
    reports: dict[str, set[str]] = {}
    for one in pair.all.values():
        if pair.pile.story(one.claim.article) == story:
            reports.setdefault(one.claim.article, set()).update(one.classes & common)
    telling = max((sum(kind in kinds for kinds in reports.values()) for kind in common), default=0)
    return f"usual in this story: told by {telling} of {len(reports)} reports"


def _told_once(value: float, pair: _Pair) -> str:
    return "each of the two articles tells of it once" if value >= 1 else f"one of the articles tells of it {round(1 / value)} times"


def _lead(value: float, pair: _Pair) -> str:
    return f"{'both stand' if value > 1 else 'one stands'} in a headline or first lines"


def _rare(value: float, pair: _Pair) -> str:
    return f"few sentences tell of it: {_listed(kind.lstrip('@') for kind in pair.left.classes & pair.right.classes)}"


_WORDS: Mapping[str, Callable[[float, _Pair], str]] = {
    "predicate": _predicate,
    "lemma": lambda value, pair: f"the same word: {_quoted(pair.left.claim.predicate.lemma)}",
    "rare_class": _rare,
    **{facet.value: _role(facet) for facet in (Facet.AGENT, Facet.PATIENT, Facet.RECIPIENT, Facet.PLACE)},
    "names": _names,
    "context": _context,
    "time": _time,
    "numbers": _numbers,
    "figure": lambda value, pair: f"the same telling number: {_listed(figure.strip() for figure in pair.left.figures & pair.right.figures)}",
    "wording": lambda value, pair: f"{60 + 40 * value:.0f}% of the words are the same",
    "articles": lambda value, pair: (
        "one article" if pair.left.claim.article == pair.right.claim.article else f"the two articles are {value:.0%} alike"
    ),
    "usual": _usual,
    "told_once": _told_once,
    "lead": _lead,
    "nominal": lambda value, pair: "told by a noun or an attribute at least once",
    "polarity": lambda value, pair: f"both are {pair.left.claim.polarity}",
}


def _rarest(terms: Iterable[str], pile: Pile) -> str:
    return _listed(sorted(terms, key=lambda term: (-pile.rarity.of(term), term))[:_SHOWN], ordered=False)


def _listed(words: Iterable[str], ordered: bool = True) -> str:
    """In alphabetical order, unless they have one of their own."""
    unique = list(dict.fromkeys(" ".join(word.split()) for word in words))
    return ", ".join(sorted(unique) if ordered else unique)


def _quoted(words: str) -> str:
    return f"“{words}”"
