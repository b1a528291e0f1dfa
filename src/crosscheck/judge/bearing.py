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
from crosscheck.extract.lexicon import words_of
from crosscheck.judge.verdicts import COMPARATORS, comparable
from crosscheck.model.answer import Answer, Attitude, Bearing, Evidence
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Extract, Facet, Quantity, Span
from crosscheck.model.verdict import Finding, Statement, Verdict

# Tuned on the dev parts of RTE-3 and Emergent (docs/quality.md): what share of the claim's words, by weight, must stand in the evidence.
COVERED = 0.75  # to be borne out; higher says "not enough" too often, lower takes a neighbouring sentence for the claim
RELATED = 0.15  # to speak of the same thing at all
CLOSE = 0.55  # to be refuted: what clashes must otherwise say the same
NEAR = 1.2  # similarity from which two propositions are set side by side
NAMED = 2.0  # a name or a number weighs as much as two other words
WINDOW = 1  # sentences before and after that may hold the rest of what a claim says

Judged = tuple[Statement, Statement, Finding]
Place = tuple[str, int]  # article and number of the sentence
Counterpart = tuple[Features, Features, Similarity]

_HOLDS = (Verdict.AGREEMENT, Verdict.COMPATIBLE)


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
    mine = claim.features()
    places = {key: _share(mine, terms) for key, terms in _windows(theirs).items()}
    share = max(places.values(), default=0.0)
    pairs = _counterparts(mine, theirs, places)
    judged = [found for one, other, _ in pairs for found in _judged(one.claim, other.claim, articles)]
    verdict = _verdict(mine, judged, share)
    confidence = round(min(0.95, 0.5 + 0.5 * abs(share - 0.5)), 4)
    return Answer(
        claim.article.text, verdict, _attitude(verdict, share, _passage(places, evidence)), confidence, tuple(_evidence(judged, verdict)), id
    )


def _windows(theirs: Iterable[Features]) -> dict[Place, frozenset[str]]:
    """What every sentence of the evidence says together with its neighbours: terms and classes of predicates."""
    said: dict[Place, set[str]] = {}
    for features in theirs:
        words = features.terms | features.classes
        for step in range(-WINDOW, WINDOW + 1):
            said.setdefault((features.claim.article, features.claim.sentence + step), set()).update(words)
    return {place: frozenset(words) for place, words in said.items()}


def _share(mine: Iterable[Features], said: frozenset[str]) -> float:
    """The weighted share of the claim's content words that stand there, 0..1; a predicate is met by any word of its class."""
    names = {word for features in mine for name in features.names for word in name.split()}
    wanted = {term for features in mine for term in features.terms}
    by_class = {features.claim.predicate.lemma for features in mine if features.classes & said}
    total = sum(_weight(term, names) for term in wanted)
    return sum(_weight(term, names) for term in wanted if term in said or term in by_class) / total if total else 0.0


def _weight(term: str, names: set[str]) -> float:
    return NAMED if term in names or any(map(str.isdigit, term)) else 1.0


def _counterparts(mine: Sequence[Features], theirs: Sequence[Features], places: Mapping[Place, float]) -> list[Counterpart]:
    """For each proposition of the claim the most similar one of the evidence, where one is near enough.

    Of equally similar ones that counts which stands where more of the whole claim is said.
    """
    rarity = Rarity([features.terms for features in (*mine, *theirs)])
    found = []
    for one in mine:
        scored = [(similarity(one, other, rarity, 1.0), other) for other in theirs]
        near = [(link, other) for link, other in scored if link.score >= NEAR and link.part("predicate") > 0]
        if near:
            link, other = max(near, key=lambda entry: (entry[0].score + places[entry[1].claim.article, entry[1].claim.sentence], entry[1].claim.id))
            found.append((one, other, link))
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


def _verdict(mine: Sequence[Features], judged: Sequence[Judged], share: float) -> Bearing:
    clash = any(finding.verdict in (Verdict.CONTRADICTION, Verdict.SUPERSEDED) for _, _, finding in judged)
    if clash and share >= CLOSE:
        return Bearing.REFUTES
    met = {statement.value.span for statement, _, finding in judged if isinstance(statement.value, Quantity) and finding.verdict in _HOLDS}
    unmet = [q for features in mine for q in features.claim.quantities if q.span not in met and q.value is not None]
    return Bearing.SUPPORTS if share >= COVERED and not unmet else Bearing.NOT_ENOUGH_INFO


def _attitude(verdict: Bearing, share: float, passage: str) -> Attitude:
    """From the passage that says most of the claim: denied, hedged or asked, else stated."""
    if share < RELATED:
        return Attitude.UNRELATED
    words = _words(passage)
    if verdict is Bearing.REFUTES or words & words_of("stances", "denies") or words & words_of("stances", "negates"):
        return Attitude.DISAGREE
    return Attitude.DISCUSS if "?" in passage or words & words_of("stances", "hedges") else Attitude.AGREE


def _words(passage: str) -> frozenset[str]:
    return frozenset(word.strip(".,;:!?\"'“”‘’()[]") for word in passage.lower().replace("’", "'").split())


def _passage(places: Mapping[Place, float], evidence: Sequence[Text]) -> str:
    """The words of the sentence around which most of the claim is said."""
    if not places:
        return ""
    article, number = max(sorted(places), key=lambda place: places[place])
    text = next(text for text in evidence if text.article.id == article)
    span = text.extract.sentences[min(max(number, 0), len(text.extract.sentences) - 1)]
    return text.article.text[span.start : span.end]


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
