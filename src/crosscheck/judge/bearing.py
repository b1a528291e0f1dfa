"""Does a text bear a claim out, refute it, or say nothing of it, and what is its own attitude?

The claim is read as a small article. Each of its propositions is laid beside its best counterpart in the evidence, and every value that it
states is compared by the same comparators as in `compare`. What the claim says in words that no comparator reads must stand in the evidence as
well (`covered`), or the evidence is silent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosscheck.align.facets import slots_of
from crosscheck.align.features import Features, Rarity, features_of
from crosscheck.align.similarity import Similarity, similarity
from crosscheck.judge.verdicts import COMPARATORS, comparable
from crosscheck.model.answer import Answer, Attitude, Bearing, Evidence
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Extract, Facet, Span, Stance
from crosscheck.model.verdict import Finding, Statement, Verdict

# Tuned on the dev parts of RTE-3 and Emergent (docs/quality.md): what share of the claim's words, by weight, must stand in the evidence.
COVERED = 0.75  # to be borne out; higher says "not enough" too often, lower takes a neighbouring sentence for the claim
RELATED = 0.35  # to speak of the same thing at all
NEAR = 1.2  # similarity from which two propositions are set side by side
NAMED = 2.0  # a name or a number weighs as much as two other words

Judged = tuple[Statement, Statement, Finding]


@dataclass(frozen=True, slots=True)
class Text:
    """An article with what was extracted from it, ready to be compared."""

    article: Article
    extract: Extract

    def features(self) -> tuple[Features, ...]:
        return tuple(features_of(claim, self.article.published) for claim in self.extract.claims)


def bearing(claim: Text, evidence: Sequence[Text], id: str | None = None) -> Answer:
    """What the evidence says of the claim; without any evidence, not enough info and unrelated."""
    theirs = [features for text in evidence for features in text.features()]
    articles = {text.article.id: text.article for text in (claim, *evidence)}
    mine = [features for features in claim.features() if features.claim.predicate.kind != "attribute" or features.fillers or features.numbers]
    share = covered(mine, theirs)
    pairs = _counterparts(mine, theirs)
    judged = [found for pair in pairs for found in _judged(pair[0].claim, pair[1].claim, articles)]
    verdict = _verdict(judged, share)
    confidence = round(min(0.95, 0.5 + 0.5 * abs(share - 0.5)), 4)
    return Answer(claim.article.text, verdict, _attitude(verdict, share, pairs), confidence, tuple(_evidence(judged, verdict)), id)


def covered(mine: Iterable[Features], theirs: Iterable[Features]) -> float:
    """The weighted share of the claim's content words that the evidence has, 0..1."""
    wanted = {term for features in mine for term in features.terms}
    names = {word for features in mine for name in features.names for word in name.split()}
    found = {term for features in theirs for term in features.terms}
    total = sum(_weight(term, names) for term in wanted)
    return sum(_weight(term, names) for term in wanted & found) / total if total else 0.0


def _weight(term: str, names: set[str]) -> float:
    return NAMED if term in names or any(map(str.isdigit, term)) else 1.0


def _counterparts(mine: Sequence[Features], theirs: Sequence[Features]) -> list[tuple[Features, Features, Similarity]]:
    """For each proposition of the claim the most similar one of the evidence, where one is near enough."""
    rarity = Rarity([features.terms for features in (*mine, *theirs)])
    found = []
    for one in mine:
        scored = [(similarity(one, other, rarity, 1.0), position) for position, other in enumerate(theirs)]
        if not scored:
            continue
        best, position = max(scored, key=lambda entry: (entry[0].score, -entry[1]))
        if best.score >= NEAR and best.part("predicate") > 0:
            found.append((one, theirs[position], best))
    return found


def _judged(mine: Claim, theirs: Claim, articles: Mapping[str, Article]) -> Iterator[Judged]:
    """The kindest finding for each value of the claim that the evidence's proposition speaks of."""
    left, right = slots_of([mine], articles), slots_of([theirs], articles)
    for slot, statements in left.items():
        for statement in statements:
            found = [
                (statement, other, COMPARATORS[slot[0]].compare(statement, other)) for other in right.get(slot, ()) if comparable(statement, other)
            ]
            if found:
                yield max(found, key=lambda entry: (entry[2].verdict.gravity, entry[2].confidence))


def _verdict(judged: Sequence[Judged], share: float) -> Bearing:
    clash = [finding for _, _, finding in judged if finding.verdict in (Verdict.CONTRADICTION, Verdict.SUPERSEDED)]
    if clash and share >= RELATED:
        return Bearing.REFUTES
    return Bearing.SUPPORTS if share >= COVERED else Bearing.NOT_ENOUGH_INFO


def _attitude(verdict: Bearing, share: float, pairs: Sequence[tuple[Features, Features, Similarity]]) -> Attitude:
    if share < RELATED:
        return Attitude.UNRELATED
    if verdict is Bearing.REFUTES or any(_denied(theirs.claim) for _, theirs, _ in pairs):
        return Attitude.DISAGREE
    reported = any(theirs.claim.attribution for _, theirs, _ in pairs)
    return Attitude.AGREE if verdict is Bearing.SUPPORTS and not reported else Attitude.DISCUSS


def _denied(claim: Claim) -> bool:
    return any(attribution.stance is Stance.DENIES for attribution in claim.attribution)


def _evidence(judged: Sequence[Judged], verdict: Bearing) -> Iterator[Evidence]:
    """What decided first: contradictions for a refuted claim, agreements for one that is borne out."""
    if verdict is Bearing.NOT_ENOUGH_INFO:
        return
    clashes = [entry for entry in judged if entry[2].verdict in (Verdict.CONTRADICTION, Verdict.SUPERSEDED)]
    shown = clashes if verdict is Bearing.REFUTES else [entry for entry in judged if entry not in clashes]
    for _, other, finding in sorted(shown, key=lambda entry: (entry[2].verdict.gravity, -entry[2].confidence, _span(entry[1]))):
        span = _span(other)
        yield Evidence(other.article.id, span, other.article.text[span.start : span.end], Facet(other.facet), finding.rule, finding.reason)


def _span(statement: Statement) -> Span:
    return statement.value.span if statement.value is not None else statement.claim.span
