"""Of whom or what does a sentence say in passing who or what it is?

"Anna Weber, the foreign minister", "Foreign Minister Anna Weber", "the minister, Anna Weber", "Orvela, a port on the river": each is the state
that "Anna Weber is the foreign minister" states in full.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from crosscheck.extract.event import Event
from crosscheck.extract.event_roles import Role
from crosscheck.extract.topics import is_person_noun
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Facet

_DETERMINERS = ("a", "an", "the", "one", "another")


def roles_in(sentence: Sentence, taken: Collection[int]) -> Iterator[Event]:
    """A state for each name that is described, in text order; `taken` are the indexes of nouns that head a claim already."""
    for name in sentence:
        if not name.name or name.pos != "PROPN" or name.dep in ("flat", "compound"):
            continue
        for noun in _descriptions(sentence, name):
            if noun.index not in taken:
                yield Event(noun, noun, "attribute", noun.lemma.lower(), (noun,), (Role(Facet.AGENT, name),))


def _descriptions(sentence: Sentence, name: Token) -> Iterator[Token]:
    """The nouns that say who or what a name is: titles before it, appositions after it, the noun that it stands in apposition to."""
    for child in sentence.children(name, "nmod:desc", "appos"):
        if (child.dep == "nmod:desc" and child.pos in ("NOUN", "PROPN") and is_person_noun(child.lower)) or (
            child.dep == "appos" and child.pos == "NOUN" and _describes(sentence, name, child)
        ):
            yield child
    above = sentence.head(name)
    if name.dep == "appos" and above.pos == "NOUN" and above.index < name.index and _describes(sentence, name, above):
        yield above


def _describes(sentence: Sentence, name: Token, noun: Token) -> bool:
    """A person is described by a noun for persons; other things by any noun with its article."""
    if name.name == "PER":
        return is_person_noun(noun.lemma.lower())
    determiner = sentence.child(noun, "det")
    return determiner is not None and determiner.lower in _DETERMINERS and not sentence.children(noun, "nummod")
