"""Does the passage tell the deed of the claim of those of whom the claim tells it?

A long text has all words of "the harbour master set the fire" where it says that his boat burnt in a fire that was set: whoever is accused by a claim
must be the one who did it there, and whoever was arrested by a claim the one who was arrested.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from crosscheck.extract.lexicon import words_of
from crosscheck.judge.bearing.case import Case
from crosscheck.judge.bearing.deeds import NAME, is_name, is_one_kind
from crosscheck.judge.bearing.parties import named_words
from crosscheck.judge.bearing.passages import Text, sayers_of
from crosscheck.judge.bearing.turned import HEAVY, LONG, undone
from crosscheck.judge.bearing.words import Word, said
from crosscheck.model.claim import Argument, Claim, Facet, Polarity
from crosscheck.values import dataclass

DONE_TO = (Facet.PATIENT, Facet.RECIPIENT)
DOER = (Facet.AGENT,)
GIVER = "from"


@dataclass(frozen=True, slots=True)
class Party:
    """Whom the claim has do its deed, or suffer it."""

    words: tuple[Word, ...]
    roles: tuple[Facet, ...]
    is_by: bool = False  # "were found by neighbours" tells above all who it was

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def is_name(self) -> bool:
        return self.words[-1].text[:1].isupper()


def exchanged_in(case: Case) -> tuple[str, str] | None:
    """What the claim and the passage say, of which each has the other's doer as the one whom it was done to: "Keïta overthrew Goïta" of "Keïta,
    overthrown by Goïta", "Mali sent jets to Russia" of "Mali was sent jets from Russia".
    """
    for mine in _deeds(case.claim):
        doer, other = _only(case, mine, DOER), _only(case, mine, DONE_TO)
        if doer is None or other is None or mine.predicate.lemma in _mutual():
            continue
        theirs = [claim for claim in _deeds(case.best.text) if claim.predicate.lemma == mine.predicate.lemma or _gives(mine, claim)]
        if any(_has(case, claim, DOER, doer) for claim in theirs):
            continue
        for claim in (one for one in theirs if abs(one.sentence - case.best.number) <= 1):
            if _has(case, claim, DONE_TO, doer) and _does(case, claim, other) and not _has(case, claim, DONE_TO, other):
                return mine.text, claim.text
    return None


def not_of(case: Case) -> str:
    """Whom the claim has do or suffer its deed, or what it calls him, where a long text tells that of nobody, or of somebody else alone; else ""."""
    if len(case.passages) <= LONG:
        return ""
    for mine in case.claim.extract.claims:
        if mine.predicate.kind == "attribute" and _is_of_person(case, mine) and (not _is_called(case, mine) or _is_anothers(case, mine)):
            return mine.predicate.text
    for mine in _deeds(case.claim):
        theirs = [claim for claim in _deeds(case.best.text) if is_one_kind(mine, claim)]
        for party in _parties(case, mine):
            if _is_untold(case, party) or (_is_of_others(case, theirs, party) and not _is_told_otherwise(case, mine, party)):
                return party.text
    return ""


def _is_of_person(case: Case, mine: Claim) -> bool:
    people = [mention.span for entity in case.claim.extract.entities if entity.type == "PER" for mention in entity.mentions]
    return any(span.touches(argument.span) for span in people for argument in mine.of(Facet.AGENT))


def _is_called(case: Case, mine: Claim) -> bool:
    """Whether the passage itself has the word: a pastor is no fire chief for the chief of whom the sentence before speaks."""
    there = said(case.best.words)
    words = case.claim.words(mine.predicate.span)
    return not words or any(there.meets(word) for word in words)


def _is_anothers(case: Case, mine: Claim) -> bool:
    """Whether the passage calls another person so, and not the claim's: "Osk, the director of the port, said", of "Adler is the director"."""
    called = [one for one in case.best.text.extract.claims if one.predicate.kind == "attribute" and one.predicate.lemma == mine.predicate.lemma]
    people = [argument for one in called if one.sentence == case.best.number for argument in one.of(Facet.AGENT) if argument.name == "PER"]
    parties = [Party(words, DOER) for argument in mine.of(Facet.AGENT) if (words := case.claim.words(argument.span))]
    return bool(people and parties) and not any(_meets(case, person, party) for person in people for party in parties)


def _is_untold(case: Case, party: Party) -> bool:
    """Whether neither the passage nor a sentence beside it has a word of whoever did it."""
    return party.roles is DOER and all(word in case.best.missing for word in party.words)


def _is_of_others(case: Case, theirs: Sequence[Claim], party: Party) -> bool:
    """Whether it is told of others alone, or without whoever did it."""
    near = [claim for claim in theirs if abs(claim.sentence - case.best.number) <= 1]
    if not theirs or any(_has(case, claim, party.roles, party) for claim in theirs):
        return False
    is_told = undone(case, here=True) is None
    if not near or (party.is_name and not is_told):
        return party.is_name and not is_told
    other_roles = DONE_TO if party.roles is DOER else DOER
    return all(_is_apart(case, claim, party) for claim in near) or (party.is_name and any(_has(case, claim, other_roles, party) for claim in theirs))


def _is_told_otherwise(case: Case, mine: Claim, party: Party) -> bool:
    """Whether the passage has the party do something to the claim's other party by another verb: "Russia sent grain", "Russia delivered grain"."""
    others = [case.claim.words(one.span) for one in mine.arguments if one.facet in (*DOER, *DONE_TO)]
    others = [words for words in others if words and not set(words) & set(party.words)]
    for claim in (one for one in case.best.text.extract.claims if one.sentence == case.best.number and _has(case, one, party.roles, party)):
        there = said([word for argument in claim.arguments for word in named_words(case, argument)])
        if any(there.meets(word) for words in others for word in words if word.weight >= HEAVY):
            return True
    return False


def _is_apart(case: Case, claim: Claim, party: Party) -> bool:
    """Whether a name has the part, the party has the other part, or nobody is told to have done it: "a fire that was set"."""
    there = [argument for argument in claim.arguments if argument.facet in party.roles]
    if any(argument.entity or is_name(argument) for argument in there):
        return True
    if party.roles is not DOER:
        return False
    if there:
        is_new = all(_is_new(case, argument) for argument in there)
        return party.is_by if claim.sentence == case.best.number and not is_new else party.is_name or party.is_by
    return any(argument.span.end <= claim.predicate.span.start for argument in claim.of(Facet.PATIENT))


def _is_new(case: Case, argument: Argument) -> bool:
    """Whether it is nobody of whom the text spoke before: "a gunman", "suspected arsonists", but not "the firm" or "they"."""
    first = case.best.text.words(argument.span)[:1]
    return bool(first) and (first[0].text.casefold() in ("a", "an") or first[0].weight >= HEAVY)


def _parties(case: Case, mine: Claim) -> Iterator[Party]:
    """Whoever does it, and whoever is named as the one whom it was done to."""
    sayers = sayers_of(case.claim)
    for one in mine.arguments:
        words = case.claim.words(one.span)
        if not words or any(sayer.touches(one.span) for sayer in sayers):
            continue
        if one.facet is Facet.AGENT:
            yield Party(words, DOER, case.claim.article.text[: one.span.start].split()[-1:] == ["by"])
        elif one.facet is Facet.PATIENT and is_name(one) and all(word.text.isalpha() for word in words):
            yield Party(words, DONE_TO)
    if named := _named_before(case, mine):
        yield named


def _named_before(case: Case, mine: Claim) -> Party | None:
    """The name that begins a claim and stands right before its verb, where that was not read as its doer: "Torv set fire to the church"."""
    before = [word for word in case.own_words if word.span.end <= mine.predicate.span.start]
    is_other = any(argument.facet is not Facet.TYPE and argument.span.end <= mine.predicate.span.start for argument in mine.arguments)
    is_named = bool(before) and all(word.text[:1].isupper() for word in before) and before[-1].weight >= NAME
    return Party(tuple(before), DOER) if is_named and not is_other and not mine.of(Facet.AGENT) else None


def _deeds(text: Text) -> list[Claim]:
    return [claim for claim in text.extract.claims if claim.predicate.kind == "verb" and claim.polarity is Polarity.AFFIRMED]


def _gives(one: Claim, other: Claim) -> bool:
    """Whether both hand something to somebody."""
    return is_one_kind(one, other) and bool(one.of(Facet.RECIPIENT)) and bool(other.of(Facet.RECIPIENT))


def _only(case: Case, claim: Claim, roles: tuple[Facet, ...]) -> Party | None:
    """The only name in the roles."""
    found = [argument for argument in claim.arguments if argument.facet in roles and is_name(argument)]
    words = case.claim.words(found[0].span) if len(found) == 1 else ()
    return Party(words, roles) if words else None


def _does(case: Case, claim: Claim, party: Party) -> bool:
    """Whether the party does it in the passage, or it comes from there."""
    if _has(case, claim, DOER, party):
        return True
    text = case.best.text.article.text
    places = [one for one in claim.of(Facet.PLACE) if text[: one.span.start].split()[-1:] == [GIVER]] if claim.of(Facet.RECIPIENT) else []
    return any(_meets(case, place, party) for place in places)


def _has(case: Case, claim: Claim, roles: Sequence[Facet], party: Party) -> bool:
    """Whether the claim's party has such a part in the passage's deed."""
    return any(_meets(case, argument, party) for argument in claim.arguments if argument.facet in roles)


def _meets(case: Case, argument: Argument, party: Party) -> bool:
    """Whether it is one of the party's, by any of its names; of a name, not another of the family."""
    theirs = list(named_words(case, argument))
    there = said(theirs)
    mine = [word for word in party.words if word.weight >= HEAVY] or party.words[-1:]
    return any(there.meets(word) for word in mine) and not (party.is_name and _is_namesake(case, party.words, argument))


def _is_namesake(case: Case, mine: Sequence[Word], argument: Argument) -> bool:
    """Whether another first name stands before the last one, here or, where only the last one does, anywhere: "Catherine Rell", "Gary Rell"."""
    here = case.best.text.words(argument.span)
    if len(mine) < 2 or not mine[-2].text[:1].isupper() or any(word.stem == mine[-2].stem for word in here):
        return False
    if not any(word.stem == mine[-1].stem for word in here):
        return False
    names = [case.best.text.words(mention.span) for entity in case.best.text.extract.entities for mention in entity.mentions]
    firsts = {stem for name in names for stem in _firsts(name, mine[-1])}
    return mine[-2].stem in firsts and len(firsts) > 1


def _firsts(name: Sequence[Word], last: Word) -> Iterator[str]:
    for one, two in itertools.pairwise(name):
        if two.stem == last.stem and one.text[:1].isupper():
            yield one.stem


def _mutual() -> tuple[str, ...]:
    return tuple(words_of("bearing", "mutual"))
