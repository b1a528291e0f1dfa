"""Which values of the claim's propositions do those of the evidence agree with or contradict?

Each proposition of the claim is laid beside its most similar counterpart in the passage, and every value that it states is compared by the
same comparators as in `compare`. Numbers and dates are left to `figures` and `dates`, which look for what the claim allows and not for the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.align.facets import slots_of
from crosscheck.align.features import Features, features_of
from crosscheck.align.pile import Pile
from crosscheck.align.similarity import Similarity, similarity
from crosscheck.judge.bearing.passages import ASKED, Passage, Text
from crosscheck.judge.verdicts import COMPARATORS, comparable
from crosscheck.model.claim import Facet
from crosscheck.model.verdict import Finding, Statement
from crosscheck.values import dataclass

# A claim and its evidence speak of one story, so its features say nothing here; these, set by hand, ask how much of the claim's words is met.
WEIGHTS = {
    "predicate": 1.0,
    "agent": 0.4,
    "patient": 0.6,
    "recipient": 0.4,
    "place": 0.5,
    "names": 0.4,
    "context": 1.0,
    "time": 0.7,
    "numbers": 0.5,
    "figure": 1.0,
    "wording": 1.6,
}
NEAR = 0.7  # sum of weights from which two propositions are set side by side
ELSEWHERE = (Facet.QUANTITY, Facet.TIME)


@dataclass(frozen=True, slots=True)
class Fact:
    """A value of the claim, the evidence's, what their comparator says, and how similar the propositions are."""

    wanted: Statement
    found: Statement
    finding: Finding
    similarity: float


def facts_of(claim: Text, passage: Passage) -> tuple[Fact, ...]:
    mine = [features_of(one) for one in claim.extract.claims[:ASKED]]
    near = range(passage.number - 1, passage.number + 2)
    theirs = [features_of(one, passage.text.article.published) for one in passage.text.extract.claims if one.sentence in near]
    pile = Pile((*mine, *theirs))
    return tuple(fact for one in mine for fact in _facts(one, theirs, pile, claim, passage.text))


def _facts(one: Features, theirs: Sequence[Features], pile: Pile, claim: Text, text: Text) -> Iterator[Fact]:
    scored = [(similarity(one, other, pile), other) for other in theirs]
    near = [(_closeness(link), other) for link, other in scored if _closeness(link) >= NEAR and link.part("predicate") > 0]
    if not near:
        return
    closeness, other = max(near, key=lambda entry: (entry[0], entry[1].claim.id))
    articles = {claim.article.id: claim.article, text.article.id: text.article}
    left, right = slots_of([one.claim], articles), slots_of([other.claim], articles)
    for slot, statements in left.items():
        for statement in statements if slot[0] not in ELSEWHERE else ():
            found = [(COMPARATORS[slot[0]].compare(statement, yours), yours) for yours in right.get(slot, ()) if comparable(statement, yours)]
            if found:
                finding, yours = max(found, key=lambda entry: (entry[0].verdict.gravity, entry[0].confidence))
                yield Fact(statement, yours, finding, closeness)


def _closeness(link: Similarity) -> float:
    return round(sum(weight * link.part(name) for name, weight in WEIGHTS.items()), 4)
