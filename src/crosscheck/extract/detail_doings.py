"""Does a sentence say that one did something to another long since, or that it is still to come?

"The Norvia replaced the Tarv about a fortnight ago", "the Norvia will eventually replace the Tarv".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.detail_years import is_told
from crosscheck.extract.lexicon import words_of
from crosscheck.extract.names import bare_name
from crosscheck.extract.predicates import predicate_class
from crosscheck.model.claim import Argument, Claim, Facet, Modality, Polarity, Time
from crosscheck.model.detail import Detail, Kind

TO_COME = "to come"
BEFORE = 3  # words before a verb among which "will" stands: "will eventually replace"
LONG = timedelta(days=6)  # before the report: whatever any other report of the story says, it has happened


def doings_in(sentence: Sentence, claims: Sequence[Claim], published: date | None) -> Iterator[Detail]:
    """Of doers and things done to that both have names; the value is `TO_COME`, or the time as it is told."""
    for claim in claims:
        doer = _named(claim, Facet.AGENT) if claim.predicate.kind == "verb" else None
        done_to = _named(claim, Facet.PATIENT) if doer else None
        if doer and done_to:
            place = _to_come(sentence, claim) or _done(sentence, claim, published)
            if place:
                yield _detail(sentence, claim, doer, done_to, *place)


def _detail(sentence: Sentence, claim: Claim, doer: Argument, done_to: Argument, start: int, end: int, time: Time | None) -> Detail:
    deed = predicate_class(claim.predicate.lemma, "verb", [argument.head.lower() for argument in claim.arguments]) or claim.predicate.lemma
    thing = f"{deed} {_surname(doer)} {_surname(done_to)}", claim.predicate.lemma
    clause = f"{doer.entity} {claim.predicate.lemma} {done_to.entity}"
    found = sentence.detail(Kind.DOING, thing, time.text.casefold() if time else TO_COME, start, end, sentence.names(), f"did {clause}")
    return replace(found, text=time.text, span=time.span) if time else found


def _named(claim: Claim, facet: Facet) -> Argument | None:
    """Who fills a facet, with its name: "the Norvia", or "Norvia" of "the frigate Norvia"."""
    heads = {argument.head for argument in claim.of(facet)}
    told = (*claim.of(facet), *(argument for argument in claim.of(Facet.TYPE) if argument.slot in heads))
    return next((argument for argument in told if argument.name and argument.entity and argument.entity[:1].isupper()), None)


def _surname(argument: Argument) -> str:
    return bare_name(argument.entity or argument.text)[-1]


def _to_come(sentence: Sentence, claim: Claim) -> tuple[int, int, None] | None:
    """Where "will eventually replace" stands; nothing of what is to come at a time that is told, which may have passed for another report."""
    verb = _place(sentence, claim)
    if verb is None or claim.modality is not Modality.PLANNED or claim.polarity is not Polarity.AFFIRMED or claim.times:
        return None
    will = next((at for at in range(verb - 1, max(-1, verb - 1 - BEFORE), -1) if sentence.forms[at] == "will"), None)
    return None if will is None else (will, verb + 1, None)


def _done(sentence: Sentence, claim: Claim, published: date | None) -> tuple[int, int, Time] | None:
    if len(claim.times) != 1 or claim.times[0].of is not None or not is_told(claim):
        return None
    inside = sentence.places(claim.times[0].span)
    return (inside[0], inside[-1] + 1, claim.times[0]) if inside and _is_long_past(claim.times[0], published) else None


def _is_long_past(time: Time, published: date | None) -> bool:
    """ "A fortnight ago", "last month", "in early December"; by the day of the report where that is known."""
    if published is not None and time.until:
        return date.fromisoformat(time.until[:10]) + LONG <= published
    said = frozenset(time.text.casefold().replace("-", " ").split())
    past = not said.isdisjoint(("ago", "last")) and not said.isdisjoint(words_of("detail_lapses", "long"))
    return past or not said.isdisjoint(words_of("detail_lapses", "months"))


def _place(sentence: Sentence, claim: Claim) -> int | None:
    return next(iter(sentence.places(claim.predicate.span)), None)
