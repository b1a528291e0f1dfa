"""Which numbers does a sentence state of things in passing, so that each deserves a claim of its own?

"They lost nine lorries, 40 tents and a crane of 30 metres": what is compared is the number of lorries, whatever the sentence that carries
it. The claim's predicate is the noun that is counted or measured.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from crosscheck.extract.attribute_owner import owner_of_noun, person_of_age
from crosscheck.extract.attribute_roles import roles_in
from crosscheck.extract.event import Event
from crosscheck.extract.event_roles import Role
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Facet, Quantity

_KINDS = ("count", "measure", "money", "percent", "age", "rate")
_DIRECT = ("nsubj", "nsubj:pass", "obj")  # the number that an event is about: its own claim has it already
_NOUNS = ("NOUN", "PROPN", "SYM")


def attributes_in(sentence: Sentence, quantities: Sequence[Quantity], events: Sequence[Event]) -> Iterator[tuple[Event, Quantity | None]]:
    """For each number stated in passing the noun that it is stated of, as a state, with the number; then who or what names are said to be."""
    taken = {event.token.index for event in events}
    for quantity in quantities:
        if (age := _age_in(sentence, quantity, taken)) is not None:
            yield age, quantity
            continue
        beside = _noun_beside(sentence, quantity)
        noun = _counted_noun(sentence, quantity) or beside
        if quantity.kind in _KINDS and noun is not None and not any(_is_told(sentence, one, taken) for one in (noun, beside) if one is not None):
            taken.add(noun.index)
            owner = owner_of_noun(sentence, noun)
            roles = (Role(Facet.AGENT, owner),) if owner is not None else ()
            yield Event(noun, noun, "attribute", noun.lemma.lower(), (noun,), roles), quantity
    yield from ((role, None) for role in roles_in(sentence, taken))


def _age_in(sentence: Sentence, quantity: Quantity, taken: set[int]) -> Event | None:
    """The age of a named person as a state of that person: "Rosa Diaz, 38, said" states it whatever she said."""
    if quantity.kind != "age":
        return None
    number = next(token for token in sentence if token.end > quantity.span.start)
    person = person_of_age(sentence, quantity)
    if person is None or number.index in taken:
        return None
    return Event(number, number, "attribute", "age", (number,), (Role(Facet.AGENT, person),))


def _noun_beside(sentence: Sentence, quantity: Quantity) -> Token | None:
    """The noun that the number stands with or describes: "tents" of "forty tents", "tons" of "25,000 tons of grain"."""
    inside = [token for token in sentence if token.start < quantity.span.end and quantity.span.start < token.end]
    indices = {token.index for token in inside}
    anchor = next((token for token in inside if token.head not in indices or token.head == token.index), None)
    if anchor is None:
        return None
    if anchor.pos in _NOUNS and anchor.dep not in ("nummod", "amod", "compound", "nmod:desc"):
        return anchor
    head = sentence.head(anchor)
    return head if head.pos in _NOUNS else None


def _counted_noun(sentence: Sentence, quantity: Quantity) -> Token | None:
    """The nearest noun of the sentence that the quantity names as counted: "timber" of "$3 million worth of timber"."""
    word = quantity.of.split()[-1].lower() if quantity.of else None
    near = [token for token in sentence if token.pos in _NOUNS and word in (token.lemma.lower(), token.lower)]
    return min(near, key=lambda token: (abs(token.start - quantity.span.end), token.index), default=None)


def _is_told(sentence: Sentence, noun: Token, taken: Collection[int]) -> bool:
    return noun.index in taken or (noun.dep in _DIRECT and not sentence.children(noun, "conj"))
