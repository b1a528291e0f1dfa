"""What does a sentence speak of in no role of a claim?

"The guard was hit with a bottle", "the clerk waited in a windowless cellar": the bottle and the cellar fill no facet of what was done, and
two reports may both speak of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping

from crosscheck.extract.lexicon import words_of
from crosscheck.extract.quantity_numeral import numbers_in
from crosscheck.language.tokens import Name, Sentence, Token
from crosscheck.model.claim import Argument, Claim, Facet, Span

Resolve = Callable[[Span], str | None]

_PARTS = ("amod", "compound", "flat", "nmod:desc")  # of the phrase that stands right before or after its noun
_WITHIN = ("compound", "flat", "nmod:desc")  # a noun that is part of another's phrase
ORDINAL = "ordinal"  # the slot of a word that says which in a row it is
_WRITTEN = re.compile(r"(\d{1,3}(?:,\d{3})*)(?:st|nd|rd|th)")
TRAIT = "trait"  # the slot of a word that says how or of what kind a thing is


def things_in(sentence: Sentence, filled: Collection[Span], values: Collection[Span], text: str, resolve: Resolve) -> Iterator[Argument]:
    """The nouns with their modifiers, in text order, but those that an argument or an event is (`filled`) and those in numbers and times.

    A name within another's phrase ("a Lindo man", "the Orly Bank branch") is one as well, and so is what says of what kind a thing is ("a gas leak",
    "the suspicious fire"): another report says it in other words. `resolve` gives the entity of a place in the text.
    """
    names = {name.first: name for name in sentence.names}
    taken = set(filled)
    for token in sentence:
        for span, noun, slot in _spans(sentence, token, names, filled):
            if span not in taken and not any(span.touches(value) for value in values):
                taken.add(span)
                name = noun.pos == "PROPN"
                entity = resolve(span) if name else None
                yield Argument(Facet.TYPE, text[span.start : span.end], span, noun.text if name else noun.lemma, entity, noun.name, slot=slot)


def ordinals_in(sentence: Sentence, values: Collection[Span], text: str) -> Iterator[Argument]:
    """Which in a row something is ("her second term", "its 12th win", "for the third time"), but for the first: the number is the head, the noun
    what else it is called. Not in numbers and times ("the third quarter"), nor in a word or a street ("second-degree", "97th Avenue")."""
    for token in sentence:
        number, noun = _place_in_row(token), sentence.head(token)
        if number < 2 or noun.pos not in ("NOUN", "PROPN") or noun.index < token.index or noun.index == token.index:
            continue
        span = Span(token.start, token.end)
        is_part = text[token.end : token.end + 1] == "-" or noun.lower in words_of("details", "streets")
        if is_part or any(span.touches(value) for value in values):
            continue
        yield Argument(Facet.QUANTITY, text[token.start : token.end], span, f"{number:g}", also=(noun.lemma.lower(),), slot=ORDINAL)


def _place_in_row(token: Token) -> float:
    written = _WRITTEN.fullmatch(token.lower)
    return float(written[1].replace(",", "")) if written else numbers_in("ordinals").get(token.lower, 0)


def filled_by(claim: Claim) -> Iterator[Span]:
    """Where what the claim names stands: its arguments, and the event that it is."""
    yield from (argument.span for argument in claim.arguments)
    if claim.predicate.kind in ("noun", "mention"):
        yield claim.predicate.span


def _spans(sentence: Sentence, token: Token, names: Mapping[int, Name], filled: Collection[Span]) -> Iterator[tuple[Span, Token, str]]:
    name = names.get(token.index)
    if name is not None:
        head = next((one for one in sentence.tokens[name.first : name.last] if not name.first <= one.head < name.last), token)
        if head.dep in _WITHIN:
            yield Span(token.start, sentence.tokens[name.last - 1].end), head, ""
    if token.pos in ("NOUN", "PROPN") and token.dep not in _WITHIN and len(token.text) > 1 and not _is_filled(sentence, token, filled):
        yield _phrase(sentence, token), token, ""
    elif _is_kind(token):
        yield Span(token.start, token.end), token, TRAIT if token.pos == "ADJ" else ""


def _is_kind(token: Token) -> bool:
    if len(token.text) < 3 or token.name:
        return False  # "the United Lindo Works" is called so
    return (token.pos == "ADJ" and token.text[0].islower()) or (token.pos == "NOUN" and token.dep == "compound")


def _is_filled(sentence: Sentence, noun: Token, filled: Collection[Span]) -> bool:
    """Whether it is what one of these speaks of, and not only a part of what that says: "the guard", not "the guard of the bank" """
    own, head = Span(noun.start, noun.end), sentence.head(noun)
    return any(span.holds(own) and (head is noun or not span.holds(Span(head.start, head.end))) for span in filled)


def _phrase(sentence: Sentence, noun: Token) -> Span:
    first = last = noun.index
    while first and _belongs(sentence.tokens[first - 1], noun):
        first -= 1
    while last + 1 < len(sentence) and _belongs(sentence.tokens[last + 1], noun):
        last += 1
    return Span(sentence.tokens[first].start, sentence.tokens[last].end)


def _belongs(token: Token, noun: Token) -> bool:
    return token.head == noun.index and token.dep in _PARTS
