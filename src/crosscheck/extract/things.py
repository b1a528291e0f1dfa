"""What does a sentence speak of in no role of a claim?

"The guard was hit with a bottle", "she barricaded herself in a second-floor office": the bottle and the office fill no facet of what was done, and
two reports may both speak of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Argument, Claim, Facet, Span

Resolve = Callable[[Span], str | None]

_PARTS = ("amod", "compound", "flat", "nmod:desc")  # of the phrase that stands right before or after its noun
_WITHIN = ("compound", "flat", "nmod:desc")  # a noun that is part of another's phrase


def things_in(sentence: Sentence, ends: Collection[int], values: Collection[Span], text: str, resolve: Resolve) -> Iterator[Argument]:
    """The nouns with their modifiers, in text order, but those that end where an argument or an event does (`ends`) and those in numbers and times.

    `resolve` gives the entity of a place in the text.
    """
    for noun in sentence:
        if noun.pos not in ("NOUN", "PROPN") or noun.dep in _WITHIN or len(noun.text) < 2:
            continue
        span = _phrase(sentence, noun)
        if span.end not in ends and not any(span.touches(value) for value in values):
            name = noun.pos == "PROPN"
            entity = resolve(span) if name else None
            yield Argument(Facet.TYPE, text[span.start : span.end], span, noun.text if name else noun.lemma, entity, noun.name)


def ends_of(claim: Claim) -> Iterator[int]:
    """Where what the claim names ends: its arguments, and the event that it is."""
    yield from (argument.span.end for argument in claim.arguments)
    if claim.predicate.kind in ("noun", "mention"):
        yield claim.predicate.span.end


def _phrase(sentence: Sentence, noun: Token) -> Span:
    first = last = noun.index
    while first and _belongs(sentence.tokens[first - 1], noun):
        first -= 1
    while last + 1 < len(sentence) and _belongs(sentence.tokens[last + 1], noun):
        last += 1
    return Span(sentence.tokens[first].start, sentence.tokens[last].end)


def _belongs(token: Token, noun: Token) -> bool:
    return token.head == noun.index and token.dep in _PARTS
