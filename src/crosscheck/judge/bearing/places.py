"""Does the evidence put what the claim tells in another place?"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.extract.lexicon import words_of
from crosscheck.extract.predicates import predicate_class
from crosscheck.judge import place
from crosscheck.judge.bearing.case import Case
from crosscheck.judge.bearing.passages import Text
from crosscheck.judge.bearing.words import said
from crosscheck.model.claim import Argument, Claim, Facet
from crosscheck.model.verdict import Statement, Verdict


def other_place_in(case: Case) -> tuple[Argument, Argument] | None:
    """The claim's place, which the evidence never names, and the one where its deed is told of: "the robbery took place in Lyon", "robbed in Nice".

    All places that the evidence has for the deed must lie elsewhere by the gazetteer: an unknown one may be a part of the other.
    """
    for mine, wanted in _asked(case):
        found = [(theirs, there) for theirs in _same_deeds(mine, case.best.text) for there in theirs.of(Facet.PLACE) if _is_in(case.best.text, there)]
        asked = _statement(case.claim, mine, wanted)
        if found and all(place.compare(asked, _statement(case.best.text, *one)).verdict is Verdict.CONTRADICTION for one in found):
            return wanted, found[0][1]
    return None


def _asked(case: Case) -> Iterator[tuple[Claim, Argument]]:
    """The places by name in which the claim has its deeds, each with its deed; none of a deed of which the evidence names a place."""
    everywhere = said([word for passage in case.passages for word in passage.words])
    for mine in case.claim.extract.claims:
        places = mine.of(Facet.PLACE)
        if not any(everywhere.meets(word) for one in places for word in case.claim.words(one.span) if word.text[:1].isupper()):
            # else "on the border of Mali and Niger" would be elsewhere than in Mali
            yield from ((mine, one) for one in places if _is_in(case.claim, one) and one.text[:1].isupper())


def _is_in(text: Text, argument: Argument) -> bool:
    """Whether "in" or "near" stands before it."""
    return text.article.text[max(0, argument.span.start - 10) : argument.span.start].casefold().split()[-1:] in (["in"], ["near"], ["at"])


def _statement(text: Text, claim: Claim, argument: Argument) -> Statement:
    return Statement(Facet.PLACE, claim, text.article, argument)


def _same_deeds(mine: Claim, evidence: Text) -> Iterator[Claim]:
    """What the evidence tells of the same deed; of "the robbery took place" of a robbery."""
    happens = mine.predicate.lemma in words_of("bearing", "happens") | words_of("bearing", "is_held")
    deeds = {(mine.predicate.lemma, mine.predicate.kind)} | {(one.head, "noun") for one in mine.of(Facet.AGENT) if happens}
    lemmas = {lemma for lemma, _ in deeds}
    kinds = {predicate_class(lemma, kind) for lemma, kind in deeds} - {None}
    for claim in evidence.extract.claims:
        if claim.predicate.lemma in lemmas or predicate_class(claim.predicate.lemma, claim.predicate.kind) in kinds:
            yield claim
