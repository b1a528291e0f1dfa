"""Which words of a claim make the sentence that a question asks about?

Only words of one claim stand together in a question, so that it says nothing that no article says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from crosscheck.align.features import label_of_quantity
from crosscheck.align.inflection import is_preposition, is_pronoun, participle, plural
from crosscheck.extract.lexicon import table_of
from crosscheck.extract.models import model_in
from crosscheck.extract.names import folded
from crosscheck.extract.predicates import is_ergative, passes_on, subject_of
from crosscheck.extract.topics import is_person_noun
from crosscheck.model.claim import Argument, Claim, Facet, Modality, Quantity, Span, Time
from crosscheck.values import dataclass

_LONGEST = 44  # characters of a participant; a longer one is named by its head alone


@dataclass(frozen=True, slots=True)
class Frame:
    """A claim's verb or noun with its participants as quoted, without their numbers; "" for one that is not named.

    `source` is who something was received from; `tail` says where and when, if no claim of the alignment says otherwise; `counted` is the
    noun that all claims count where a number is asked for.
    """

    claim: Claim
    subject: str
    object: str
    recipient: str
    source: str
    tail: str
    counted: str = ""

    @property
    def lemma(self) -> str:
        return self.claim.predicate.lemma

    @property
    def is_verb(self) -> bool:
        return self.claim.predicate.kind == "verb"

    @property
    def auxiliary(self) -> str:
        """ "did", "does" or "will", as the claim tells it."""
        if self.claim.modality is Modality.PLANNED:
            return "will"
        told = self.claim.predicate.text.lower()
        return "does" if self.claim.section != "headline" and told != self.lemma and told.endswith("s") else "did"

    def clause(self, *, without: Facet | None = None) -> str:
        """What follows "when" or "where": "did Russia deliver the helicopters to Mali", "were the helicopters delivered"."""
        recipient = "" if without is Facet.RECIPIENT or not self.recipient else f"to {self.recipient}"
        if self.subject:
            thing = "" if without is Facet.PATIENT else self.object
            return spaced(self.auxiliary, self.subject, self.lemma, thing, recipient, self.tail)
        if self.object and self.claim.modality is Modality.PLANNED:
            many = is_plural(self.object, self.claim)
            return spaced("are" if many else "is", self.object, "to be", participle(self.lemma), recipient, self.tail)
        if self.object:
            return spaced(self.being(self.object), self.object, participle(self.lemma), recipient, self.tail)
        return ""

    @property
    def is_bare(self) -> bool:
        """Does the verb say nothing without the object that is missing here: "Who let?"?"""
        return self.is_verb and bool(self.subject) and not self.object and self.lemma in _listed("transitive")

    def being(self, words: str) -> str:
        """ "was" or "were", or "is" and "are" of what is planned."""
        many = is_plural(words, self.claim)
        if self.claim.modality is Modality.PLANNED:
            return "are to be" if many else "is to be"
        return "were" if many else "was"

    def event(self) -> str:
        """A nominal event with its participants: "the delivery of the helicopters to Mali"."""
        noun = self.claim.predicate.text.lower()
        told = " ".join(self.claim.text.lower().split())
        before = next((words for words in (self.object, self.subject) if words and f"{words.removeprefix('the ').lower()} {noun}" in told), "")
        thing, doer = ("" if words == before else words for words in (self.object, self.subject))
        of = f"of {thing}" if thing else ""
        by = f"{'by' if thing or before else 'of'} {doer}" if doer else ""
        to = f"to {self.recipient}" if self.recipient else ""
        return spaced("the", before.removeprefix("the "), noun, of, to, by, self.tail)


def frame_for(facet: Facet | None, label: str | None, claims: Sequence[Claim]) -> Frame:
    """The frame of the claim that says most, of those that state the facet asked for."""
    stating = [claim for claim in claims if _states(claim, facet, label)] or list(claims)
    frames = [_frame(claim, facet, claims) for claim in stating]
    best = max(
        frames, key=lambda frame: (_said(frame), -len(frame.claim.text), frame.claim.id, frame.claim.predicate.text, frame.claim.predicate.lemma)
    )
    return replace(best, counted=_counted_by_all(label, stating)) if facet is Facet.QUANTITY else best


def _counted_by_all(label: str | None, claims: Iterable[Claim]) -> str:
    """ "Mi-24P helicopter" where every claim counts these, "helicopter" where some count others, "" where they count different things."""
    nouns = {quantity.of for claim in claims if (quantity := quantity_labelled(claim, label)) and quantity.of and quantity.of.strip()}
    heads = {noun.split()[-1] for noun in nouns}
    return min(nouns) if len(nouns) == 1 else min(heads) if len(heads) == 1 else ""


def quantity_labelled(claim: Claim, label: str | None) -> Quantity | None:
    """The number of the claim that the label names."""
    wanted = (label or "").removesuffix(" %")
    return next(
        (q for q in claim.quantities if wanted in (label_of_quantity(q.attribute, q.of, q.unit), model_in((q.of or "").lower()) or None)), None
    )


def _states(claim: Claim, facet: Facet | None, label: str | None) -> bool:
    if facet is Facet.QUANTITY:
        return quantity_labelled(claim, label) is not None
    if facet is Facet.TIME:
        return bool(claim.times)
    return facet in (None, Facet.POLARITY) or bool(claim.of(facet))


def _said(frame: Frame) -> float:
    """How much the frame tells: a verb with its subject and object most."""
    named = sum(map(bool, (frame.subject, frame.object, frame.recipient)))
    return named + 0.5 * bool(frame.tail) + 0.75 * frame.is_verb


def _frame(claim: Claim, facet: Facet | None, claims: Sequence[Claim]) -> Frame:
    by_facet = {role: _named(claim, role) for role in (Facet.AGENT, Facet.PATIENT, Facet.RECIPIENT)}
    agent, patient, recipient = by_facet.values()
    if agent == patient:
        agent = ""  # "officials came to arrest him" beside his own name: nobody is asked whether he arrested himself
    if _is_cognate(claim, patient):
        patient = "anything"
    if not passes_on(claim.predicate.lemma, claim.predicate.kind):
        recipient = ""
    tail = _tail(claim, facet, claims)
    lemma = claim.predicate.lemma
    if claim.predicate.kind == "verb" and subject_of(lemma) is Facet.RECIPIENT:
        return Frame(claim, recipient, patient, "", agent, tail)
    if claim.predicate.kind == "verb" and (subject_of(lemma) is Facet.PATIENT or (is_ergative(lemma) and not claim.of(Facet.AGENT))):
        return Frame(claim, patient, "", recipient, "", tail)
    return Frame(claim, agent, patient, recipient, "", tail)


def _is_cognate(claim: Claim, patient: str) -> bool:
    """ "delivered deliveries": the noun is the verb again, and asks nothing."""
    head, lemma = patient.rsplit(" ", 1)[-1].lower(), claim.predicate.lemma
    return claim.predicate.kind == "verb" and len(lemma) > 4 and head.startswith(lemma[:-1]) and not any(a.name for a in claim.of(Facet.PATIENT))


def _named(claim: Claim, facet: Facet) -> str:
    """The fullest words for a participant that name it; "" where only a pronoun does."""
    stated = [argument for argument in claim.of(facet) if not any(_is_time(argument, time) for time in claim.times)]
    words = [words for argument in stated if (words := named(argument, claim))]
    return max(words, key=len, default="")


def _is_time(argument: Argument, time: Time) -> bool:
    """ "today", and that of "today's operation"."""
    return time.span.holds(argument.span) or (time.span.start == argument.span.start and argument.text in (f"{time.text}'s", f"{time.text}’s"))


def named(argument: Argument, claim: Claim) -> str:
    """The participant as quoted, without the number that stands before it; a pronoun gives the name behind it, or ""."""
    text = _without_predicate(_without_number(argument, claim), argument, claim).removesuffix("'s").removesuffix("’s")
    if text.lower() in _listed("empty") or not any(map(str.isalnum, text)):  # "£910,000 was stolen" is not "Where was £ stolen?"
        return ""
    if is_pronoun(text):
        text = argument.entity or ""
    if len(text) > _LONGEST or any(mark in text for mark in '"“”()[]\n:;'):
        text = argument.entity if argument.name and argument.entity else argument.head if argument.name else f"the {argument.head}"
    return "" if is_pronoun(text.removeprefix("the ")) or len(text) > _LONGEST else lowered(text, argument)


def _without_predicate(text: str, argument: Argument, claim: Claim) -> str:
    """ "seized power" is power that was seized: a participle that is the claim's own verb does not stand before it as well."""
    verb = claim.predicate.text
    if claim.predicate.kind != "verb" or not argument.span.holds(claim.predicate.span) or not text.lower().startswith(verb.lower()):
        return text
    return text[len(verb) :].strip() or text


def _without_number(argument: Argument, claim: Claim) -> str:
    for quantity in claim.quantities:
        if quantity.span.start <= argument.span.start < quantity.span.end < argument.span.end:
            rest = argument.text[quantity.span.end - argument.span.start :].strip()
            return f"the {rest.removeprefix('of ')}" if quantity.kind in ("count", "money", "measure") else argument.text
    return argument.text


def lowered(text: str, argument: Argument) -> str:
    """Words that began a sentence do not begin the question with a capital, unless they are a name."""
    first, space, rest = text.partition(" ")
    determiner = first in ("His", "Her", "Its", "Their", "Our", "My", "Your") or first.lower() in _listed("empty") | _listed("amounts")
    return first.lower() + space + rest if determiner or (not rest and not argument.name and _is_common(first, argument)) else text


def _is_common(word: str, argument: Argument) -> bool:
    """Is the word a noun for persons or things and no name that was not recognised: "Sources", "Police", not "Waterloo"?"""
    head, low = argument.head, word.lower()
    return word.istitle() and head.islower() and (low == plural(head) != head or (low == head and is_person_noun(head)))


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(table_of("questions")[key].split())


def _tail(claim: Claim, facet: Facet | None, claims: Iterable[Claim]) -> str:
    """Where and when the claim puts it, each with its preposition, unless another claim puts it elsewhere or it is what is asked."""
    parts = []
    places = {folded(place.head) for one in claims for place in one.of(Facet.PLACE)}
    if facet is not Facet.PLACE and len(places) == 1 and claim.of(Facet.PLACE):
        parts.append(_with_preposition(claim, claim.of(Facet.PLACE)[0].span))
    dates = [time for time in claim.times if time.type == "DATE" and time.of is None]
    told = {time.value for one in claims for time in one.times if time.of is None}
    if facet is not Facet.TIME and len(told) == 1 and dates:
        parts.append(_with_preposition(claim, dates[0].span))
    return spaced(*parts)


def _with_preposition(claim: Claim, span: Span) -> str:
    """ "in Mali", "on Friday"; "" where no preposition stands before it or the words are long."""
    start, end = span.start - claim.span.start, span.end - claim.span.start
    words = claim.text[:start].split() if 0 <= start < end <= len(claim.text) else []
    preposition = words[-1].lower() if words else ""
    text = claim.text[start:end]
    stands = is_preposition(preposition) and preposition not in ("to", "from", "until", "between")  # ways and ends, not where it was
    return f"{preposition} {text}" if stands and len(text) <= 24 and "\n" not in text and not _goes_before(claim, span) else ""


def _goes_before(claim: Claim, span: Span) -> bool:
    """Is it part of a longer name for a thing: "Lefkos" in "the fire at Lefkos bus depot"?"""
    return any(one.facet is not Facet.PLACE and one.span.start <= span.start and span.end < one.span.end for one in claim.arguments)


def is_plural(words: str, claim: Claim) -> bool:
    """Do the words name several: "the helicopters", "Mali and Niger"?"""
    if " and " in words:
        return True
    heads = {argument.head for argument in claim.arguments if argument.head in words or plural(argument.head) in words}
    last = words.rsplit(" ", 1)[-1].lower()
    common = any(
        argument.text.lower().endswith(words.lower()) and not argument.name and argument.head.lower() != last for argument in claim.arguments
    )
    if common and " of " not in words and last.endswith("s") and not last.endswith(("ss", "us", "is")):
        return True
    return last in ("people", "police", "troops", "militants") or any(
        plural(head).lower() == last and plural(head).lower() != head.lower() for head in heads
    )


def told(claim: Claim) -> str:
    """The claim's own words, cut, for a question that cannot be made of its parts."""
    words = claim.text.split()
    while words and len(" ".join(words)) > 2 * _LONGEST:
        words.pop()
    return f"“{' '.join(words)}{'' if len(words) == len(claim.text.split()) else ' […]'}”"


def spaced(*parts: str) -> str:
    return " ".join(part for part in parts if part)
