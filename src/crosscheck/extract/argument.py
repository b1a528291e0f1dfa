"""Which words of the article fill the facets of an event: its participants, places, kinds and other names?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from crosscheck.extract.event import Event
from crosscheck.extract.event_roles import Role
from crosscheck.extract.lexicon import words_of
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Argument, Facet, Span

Resolve = Callable[[Span], tuple[str | None, tuple[str, ...]]]

_BRANCHES = ("acl", "appos", "parataxis", "cc", "conj", "advcl", "ccomp", "nsubj", "cop", "obl", "advmod", "aux", "mark", "discourse", "dep", "list")
_EDGES = ("PUNCT", "ADP", "CCONJ", "SCONJ")
_KIND_MODIFIERS = ("amod", "compound", "nmod:desc", "flat")
_SAID_AGAIN = ("parataxis", "appos", "list", "dep")  # "two helicopters and radars, "Mi-35P attack helicopters""


def arguments_of(sentence: Sentence, event: Event, clause: Iterable[Token], text: str, resolve: Resolve) -> tuple[Argument, ...]:
    """Every argument of the event in text order, each token span used once a facet.

    `clause` are the tokens of the event's clause; `resolve` gives an entity and its other names for a span of the article.
    """
    found = [_argument(sentence, role.facet, role.token, text, resolve, slot=_slot(role)) for role in event.roles]
    found += _kinds(sentence, event, text, resolve)
    found += _other_names(sentence, event, list(clause), text, resolve, {argument.span for argument in found})
    unique = {(argument.facet, argument.span): argument for argument in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda a: (a.span, a.facet)))


def phrase_of(sentence: Sentence, head: Token, without: tuple[str, ...] = _BRANCHES) -> tuple[Token, ...]:
    """The noun phrase around its head: what stands unbroken next to it, without clauses, appositions, conjuncts and places."""
    inside = {token.index for token in sentence.subtree(head, without=without)}
    for further in sentence.children(head, "nmod", "compound"):
        case = sentence.child(further, "case")
        remark = further.index < head.index  # "it is, in fact, the minister"
        if further.dep != "nmod:poss" and case is not None and (remark or case.lower != "of"):
            inside -= {token.index for token in sentence.subtree(further)}
    inside -= {child.index for child in sentence.children(head) if child.pos == "NUM" and child.index > head.index}  # "Rosa Diaz, 38"
    first = last = head.index
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    while first < head.index and (sentence.tokens[first].pos in _EDGES or _ends_adverb(sentence, first)):
        first += 1
    while last > head.index and sentence.tokens[last].pos in _EDGES:
        last -= 1
    return sentence.tokens[first : last + 1]


def _ends_adverb(sentence: Sentence, at: int) -> bool:
    """Whether the token ends a phrase such as "in fact", which a parser may take for the start of what follows."""
    return at > 0 and f"{sentence.tokens[at - 1].lower} {sentence.tokens[at].lower}" in words_of("event_roles", "adverbs")


def _slot(role: Role) -> str:
    return role.case if role.facet in (Facet.PLACE, Facet.RECIPIENT) and role.case in ("from", "near", "off", "outside", "against") else ""


def _argument(sentence: Sentence, facet: Facet, head: Token, text: str, resolve: Resolve, slot: str = "") -> Argument:
    phrase = phrase_of(sentence, head)
    return _made(facet, phrase, head, text, resolve, slot)


def _made(facet: Facet, phrase: tuple[Token, ...], head: Token, text: str, resolve: Resolve, slot: str) -> Argument:
    span = Span(phrase[0].start, phrase[-1].end)
    entity, also = resolve(span)
    return Argument(facet, text[span.start : span.end], span, head.text if head.pos == "PROPN" else head.lemma, entity, head.name, also, slot)


# kinds: "combat helicopters", "were Mi-35P attack aircraft", "radars, 59N6-TE mobile systems"


def _kinds(sentence: Sentence, event: Event, text: str, resolve: Resolve) -> Iterator[Argument]:
    if event.kind == "attribute" and event.token.pos in ("NOUN", "PROPN") and (sentence.child(event.token, "cop") or _describes_a_name(event)):
        subject = next((role.token for role in event.roles if role.facet is Facet.AGENT), None)
        slot = subject.lemma.lower() if subject is not None and subject.pos == "NOUN" else "is"
        yield _argument(sentence, Facet.TYPE, event.token, text, resolve, slot)
        for further in sentence.children(event.token, "appos"):
            if all(further.index != role.token.index for role in event.roles):
                yield _argument(sentence, Facet.TYPE, further, text, resolve, slot)
    for role in event.roles:
        if role.facet in (Facet.PATIENT, Facet.AGENT) and role.token.pos == "NOUN":
            yield from _kinds_of(sentence, role.token, text, resolve)


def _describes_a_name(event: Event) -> bool:
    """ "Anna Weber, the foreign minister": as if it said that she is."""
    return any(role.facet is Facet.AGENT and role.token.pos == "PROPN" for role in event.roles)


def _kinds_of(sentence: Sentence, noun: Token, text: str, resolve: Resolve) -> Iterator[Argument]:
    slot = noun.lemma.lower()
    before = (child for child in sentence.children(noun, *_KIND_MODIFIERS) if child.index < noun.index)
    modifiers = [child for child in before if child.lemma.lower() not in words_of("event_roles", "no_kinds")]
    if modifiers:
        phrase = sentence.tokens[modifiers[0].index : noun.index + 1]
        yield _made(Facet.TYPE, phrase, noun, text, resolve, slot)
    named_again = [token for token in sentence.tokens[noun.index + 1 :] if token.lemma == noun.lemma and token.dep in _SAID_AGAIN]
    for further in (*sentence.children(noun, "appos"), *named_again):
        if further.pos in ("NOUN", "PROPN"):
            yield _argument(sentence, Facet.TYPE, further, text, resolve, slot)


# names that fill no role of the event still tell it apart from others


def _other_names(sentence: Sentence, event: Event, clause: list[Token], text: str, resolve: Resolve, taken: set[Span]) -> Iterator[Argument]:
    indices = {token.index for token in clause}
    for name in sentence.names:
        tokens = sentence.tokens[name.first : name.last]
        span = Span(tokens[0].start, tokens[-1].end)
        if name.first not in indices or any(span.touches(other) for other in taken) or event.token in tokens:
            continue
        head = next((token for token in tokens if not name.first <= token.head < name.last), tokens[-1])
        facet = Facet.PLACE if name.type == "LOC" else Facet.TYPE
        yield _made(facet, tokens, head, text, resolve, _path(sentence, head))


def _path(sentence: Sentence, head: Token) -> str:
    """Where the name hangs: its preposition and the noun or verb above ("with talks", "seat")."""
    case = sentence.child(head, "case")
    above = sentence.head(head).lemma.lower() if head.head != head.index else ""
    return f"{case.lower} {above}".strip() if case is not None else above
