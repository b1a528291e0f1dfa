"""Which events and states does a sentence only mention, without saying anything of them?

"The scandal", "a playoff", "was found dead": nouns and adjectives that name what happened but have no class of their own. They take no
arguments, quantities or times from the claims around them, so that nothing else in the sentence is read otherwise. Words live in
data/lexicon/event_mentions.toml.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from crosscheck.extract.event import Event
from crosscheck.extract.lexicon import table_of
from crosscheck.extract.predicates import is_event_noun, listed
from crosscheck.language.tokens import Sentence, Token


def mentions_in(sentence: Sentence, events: Sequence[Event]) -> Iterator[Event]:
    """The mentions among the words that head no event of `events`, in text order."""
    taken = {token.index for event in events for token in (*event.words, event.frame)}
    for token in sentence:
        if token.index not in taken and (lemma := _named(sentence, token)):
            yield Event(token, token, "mention", lemma, (token,))


def _named(sentence: Sentence, token: Token) -> str | None:
    lemma = token.lemma.lower()
    if token.pos == "NOUN":
        known = lemma in _nouns() or (token.dep == "compound" and is_event_noun(lemma))  # "murder" in "the murder trial"
        return lemma if known else None
    if token.pos == "ADJ" and token.dep == "xcomp":  # "found dead", "pleaded guilty"
        return lemma
    return None


@cache
def _nouns() -> frozenset[str]:
    return frozenset(listed(table_of("event_mentions")["nouns"]))
