"""Does the evidence say that it came out in the other of two ways: hurt or unhurt, guilty or not, arrested or at large?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from crosscheck.extract.detail_sentences import sentences_of, singular
from crosscheck.extract.lexicon import table_of
from crosscheck.extract.outcomes import Outcome, outcomes_in, words_of_outcomes
from crosscheck.judge.bearing.passages import LONGEST, Text
from crosscheck.judge.bearing.words import Said, Word, said
from crosscheck.model.claim import Claim
from crosscheck.values import dataclass

# Share of the rest of the claim, by weight, that the evidence must say somewhere: "the fire in Lefkos caused no injuries" of a fire, and of Lefkos.
SAID = 0.6
AROUND = 3  # sentences before and behind, and at the beginning, in which the rest is looked for
HEAVY = 0.3  # weight of a word that a claim is borne out with alone


@dataclass(frozen=True, slots=True)
class Settled:
    """How the claim has it, how the evidence has it, whether both have it alike, and whether the evidence says all else that weighs in the claim."""

    wanted: Outcome
    found: Outcome
    alike: bool
    full: bool

    @property
    def is_told(self) -> bool:
        """Whether it bears the claim out: that something was hurt or damaged says little of what did it."""
        return self.full and (not self.wanted.value or table_of("outcomes")[self.wanted.family]["each"])


def settled(claim: Text, wanted: Sequence[Word], evidence: Text) -> Settled | None:
    """The first outcome of the claim that the evidence speaks of in one way alone; None where it does of none, or lacks the rest of the claim."""
    asked = list(_outcomes(claim))
    if not asked:
        return None
    if any(word.text.casefold() in _listed("one_of_several") for word in wanted):
        return None  # "in the second fire"
    told = [one for one in _outcomes(evidence) if not _is_past(one, evidence)]
    for outcome in asked:
        near = [other for other in told if other.family == outcome.family and _may_be_one(outcome, other, told)]
        same = [other for other in near if _agree(outcome, other)]
        opposed = [other for other in near if _exclude(outcome, other)]
        if bool(same) != bool(opposed):
            found = (same or opposed)[0]
            met = _rest_met(outcome, wanted, _said_around(found, evidence))
            if met is not None and not _is_elsewhere(found, wanted, evidence):
                return Settled(outcome, found, bool(same), met)
    return None


def _outcomes(text: Text) -> Iterator[Outcome]:
    lowered = text.article.text.casefold()
    if not any(word in lowered for word in words_of_outcomes()):
        return
    claims: dict[int, list[Claim]] = {}
    for claim in text.extract.claims:
        claims.setdefault(claim.sentence, []).append(claim)
    for sentence in sentences_of(text.article, text.extract):
        if sentence.number < LONGEST:
            found = outcomes_in(sentence, claims.get(sentence.number, ()))
            yield from (one for one in found if not table_of("outcomes")[one.family].get("reports"))


def _may_be_one(one: Outcome, other: Outcome, told: Sequence[Outcome]) -> bool:
    """Whether both may be said of one person, where each fares by himself: "the suspect" is whoever alone was arrested."""
    if not table_of("outcomes")[one.family]["each"] or one.of == other.of or one.of in other.whom or other.of in one.whom:
        return True
    return one.of in _listed("anybody", "by_deed") and len({outcome.of for outcome in told if outcome.family == one.family}) == 1


def _agree(one: Outcome, other: Outcome) -> bool:
    if table_of("outcomes")[one.family].get("several") and one.value:
        return False
    return one.value == other.value and (one.of == other.of or table_of("outcomes")[one.family]["each"])


def _exclude(one: Outcome, other: Outcome) -> bool:
    if one.value == other.value:
        return False
    if table_of("outcomes")[one.family]["each"]:
        return one.whole and other.whole
    nobody = other if one.value else one
    return not nobody.of or (nobody.of == (one if one.value else other).of and nobody.whole)


def _is_past(outcome: Outcome, evidence: Text) -> bool:
    """ "Last year four people were killed at the same crossing" """
    return not _listed("past").isdisjoint(_sentence_of(outcome, evidence).casefold().split())


def _sentence_of(outcome: Outcome, evidence: Text) -> str:
    span = next((span for span in evidence.extract.sentences if span.holds(outcome.span)), outcome.span)
    return evidence.article.text[span.start : span.end]


def _is_elsewhere(found: Outcome, wanted: Sequence[Word], evidence: Text) -> bool:
    """Whether its sentence names a place, and not the one that the claim names: "no damage in Norvia", "houses were damaged in Lefkos"."""
    span = next((span for span in evidence.extract.sentences if span.holds(found.span)), found.span)
    places = [one.span for entity in evidence.extract.entities if entity.type == "LOC" for one in entity.mentions if span.holds(one.span)]
    names = [word for word in wanted if word.text[:1].isupper() and word.span.start > 0]
    here = said(evidence.words(span))
    return bool(places and names) and not all(here.meets(name) for name in names)


def _rest_met(outcome: Outcome, wanted: Sequence[Word], here: Said) -> bool | None:
    """Whether the evidence says all that weighs in the rest of the claim; None where it says too little of it, or lacks a name."""
    rest = [
        word
        for word in wanted
        if not outcome.span.touches(word.span) and word.text.casefold() not in _listed("light") and _singular(word) != outcome.of
    ]
    if not rest:
        return True
    total = sum(word.weight for word in rest)
    if sum(word.weight * here.meets(word) for word in rest) < SAID * total or any(word.text[:1].isupper() and not here.meets(word) for word in rest):
        return None
    return all(here.meets(word) for word in rest if word.weight >= HEAVY)


def _singular(word: Word) -> str:
    return singular(word.text.casefold())


@cache
def _listed(*keys: str) -> frozenset[str]:
    return frozenset(word for key in keys for word in table_of("outcomes")["words"][key].split())


def _said_around(found: Outcome, evidence: Text) -> Said:
    """What the sentences around it say, and those that open the article; another fire may be told of further down."""
    spans = evidence.extract.sentences[:LONGEST]
    at = next((number for number, span in enumerate(spans) if span.holds(found.span)), 0)
    near = [span for number, span in enumerate(spans) if number < AROUND or abs(number - at) <= AROUND]
    return said([word for span in near for word in evidence.words(span)])
