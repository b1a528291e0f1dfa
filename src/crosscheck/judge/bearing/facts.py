"""Which values of the claim's propositions do those of the evidence agree with or contradict?

Each proposition of the claim is laid beside its most similar counterpart in the passage, and every value that it states is compared by the
same comparators as in `compare`. Numbers and dates are left to `figures` and `dates`, which look for what the claim allows and not for the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosscheck.align.facets import slots_of
from crosscheck.align.features import Features, Rarity, features_of
from crosscheck.align.similarity import similarity
from crosscheck.judge.bearing.passages import ASKED, Passage, Text
from crosscheck.judge.verdicts import COMPARATORS, comparable
from crosscheck.model.claim import Facet
from crosscheck.model.verdict import Finding, Statement

NEAR = 1.2  # similarity from which two propositions are set side by side; ECB+ pairs of one event have 1.6 and more (align/similarity.py)
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
    rarity = Rarity([features.terms for features in (*mine, *theirs)])
    return tuple(fact for one in mine for fact in _facts(one, theirs, rarity, claim, passage.text))


def _facts(one: Features, theirs: Sequence[Features], rarity: Rarity, claim: Text, text: Text) -> Iterator[Fact]:
    scored = [(similarity(one, other, rarity, 1.0), other) for other in theirs]
    near = [(link, other) for link, other in scored if link.score >= NEAR and link.part("predicate") > 0]
    if not near:
        return
    link, other = max(near, key=lambda entry: (entry[0].score, entry[1].claim.id))
    articles = {claim.article.id: claim.article, text.article.id: text.article}
    left, right = slots_of([one.claim], articles), slots_of([other.claim], articles)
    for slot, statements in left.items():
        for statement in statements if slot[0] not in ELSEWHERE else ():
            found = [(COMPARATORS[slot[0]].compare(statement, yours), yours) for yours in right.get(slot, ()) if comparable(statement, yours)]
            if found:
                finding, yours = max(found, key=lambda entry: (entry[0].verdict.gravity, entry[0].confidence))
                yield Fact(statement, yours, finding, link.score)
