"""Which names does an article hold, once the whole of it is known?

The network sees a sentence at a time, and `names_in_sentence` puts right what a sentence tells. Here the other sentences have their say: initials in
brackets take the type of what they stand for, a surname is its person's, and each text has one type in one article: what its own words
speak for, else the one most often given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crosscheck.language import gazetteer
from crosscheck.language.classes import is_common_noun
from crosscheck.language.names_edges import is_particle, is_second_of_title, text_of
from crosscheck.language.names_in_sentence import are_initials, names_in, told_by_ending
from crosscheck.language.names_shouted import heard
from crosscheck.language.tokens import Name, Sentence
from crosscheck.values import dataclass

_TYPES = ("PER", "ORG", "LOC", "MISC")
"""In order of preference where votes are equal."""


def settled(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences with their names put right, each token marked with its name's type."""
    first = heard(_without_opening_words(tuple(replace(s, names=_ordered(names_in(s))) for s in sentences)))
    types = _types(first)
    return tuple(_marked(replace(s, names=_ordered(_retyped(s, types)))) for s in first)


def _ordered(names: list[Name]) -> tuple[Name, ...]:
    """In text order, the longer of two that overlap."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (n.first - n.last, n.first)):
        if all(name.last <= other.first or other.last <= name.first for other in kept):
            kept.append(name)
    return tuple(sorted(kept, key=lambda n: n.first))


# ------------------------------------------------------------------------------------------------------- the whole article


def _without_opening_words(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """Without names that are only a common word with the capital of a first word: "Storm kills 12"."""
    inside = {text_of(s, n.first, n.last) for s in sentences for n in s.names if n.first > _opening(s)}
    return tuple(replace(s, names=tuple(n for n in s.names if not _is_opening_word(s, n, inside))) for s in sentences)


def _opening(sentence: Sentence) -> int:
    """The place of the first word that is no mark."""
    return next((token.index for token in sentence if token.pos != "PUNCT"), 0)


def _is_opening_word(sentence: Sentence, name: Name, inside: set[str]) -> bool:
    text = sentence.tokens[name.first].text
    if name.first > _opening(sentence) or name.last - name.first > 1 or text in inside or gazetteer.known(text) is not None:
        return False
    return not text.isupper() and is_common_noun(text)


@dataclass(frozen=True, slots=True)
class _Types:
    """What the article makes of each text: its type, what initials stand for, and its persons by last, by first and by full name.

    `lengths` tells for the first word of a person's name how many words such names have, the longest first; `short` are the first words of
    the names of bodies.
    """

    of: dict[str, str]
    initials: dict[str, str]
    surnames: frozenset[str]
    given: frozenset[str]
    short: frozenset[str]
    persons: frozenset[tuple[str, ...]]
    lengths: dict[str, tuple[int, ...]]


def _types(sentences: Sequence[Sentence]) -> _Types:
    votes: dict[str, Counter[str]] = {}
    for sentence in sentences:
        for name in sentence.names:
            kind, count = ("LOC", IN_A_PLACE) if _is_where(sentence, name) else (_own_type(sentence, name), 1)
            votes.setdefault(text_of(sentence, name.first, name.last), Counter())[kind] += count
    of = {text: _winner(text, count) for text, count in votes.items()}
    names = [(sentence.tokens[n.first : n.last], text_of(sentence, n.first, n.last)) for sentence in sentences for n in sentence.names]
    people = frozenset(tuple(t.text for t in tokens) for tokens, text in names if len(tokens) > 1 and of[text] == "PER")
    short = frozenset(tokens[0].text for tokens, text in names if len(tokens) > 1 and of[text] == "ORG" and gazetteer.stands_alone(tokens[0].text))
    surnames, given = frozenset(words[-1] for words in people), frozenset(words[0] for words in people if gazetteer.stands_alone(words[0]))
    persons = people | frozenset(tail for words in people for tail in _tails(words))
    lengths: dict[str, set[int]] = {}
    for words in persons:
        lengths.setdefault(words[0], set()).add(len(words))
    longest_first = {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}
    return _Types(of, dict(_initials(sentences, of)), surnames, given, short, persons, longest_first)


def _tails(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The surname with its particles, as it is and as it opens a sentence: "de la Vega", "De la Vega"."""
    at = next((i for i in range(1, len(words) - 1) if is_particle(words[i])), None)
    if at is not None:
        yield words[at:]
        yield (words[at].capitalize(), *words[at + 1 :])


IN_A_PLACE = 3
"""Votes of "in Coldwater" for a place, against one of each sentence where the network takes Coldwater for a person. Set by hand while reading GUM
dev: a person is hardly ever "in" ("trust in Okello" has a full name elsewhere, which decides)."""


def _is_where(sentence: Sentence, name: Name) -> bool:
    """Whether a person of one word stands where something happens: "floods in Coldwater"."""
    tokens, at = sentence.tokens, name.first
    if name.type != "PER" or not at or name.last - at > 1 or tokens[at].text in gazetteer.first_names() or tokens[at].text.isupper():
        return False
    before = tokens[at - 2].lemma.lower() if at > 1 else ""
    if tokens[at - 1].text == "of":
        return before in gazetteer.settled_places()
    return tokens[at - 1].text in ("in", "near") and before not in gazetteer.trusting()


def _own_type(sentence: Sentence, name: Name) -> str:
    """The type that the name's own words speak for, else the network's."""
    words = [token.text for token in sentence.tokens[name.first : name.last]]
    if name.type == "PER" and _goes_on_with_which(sentence, name):
        return "ORG"
    kind = gazetteer.certain(text_of(sentence, name.first, name.last))
    if kind is not None:
        return kind
    if _is_addressed(sentence, name.first) and len(words) < 5:
        return "PER"
    if any(word.lower() in gazetteer.descent() and word[-1].islower() for word in words[:-1]):
        return "PER"
    if len(words) > 1 and words[0] in gazetteer.organization_words()[1] and words[1] in ("of", "for"):
        return "ORG"
    if name.type == "PER" and len(words) == 2 and words[0] in gazetteer.directions():
        return "LOC"
    if len(words) > 1 and (told := told_by_ending(words[-1])) is not None:
        return told
    if len(words) > 1 and words[0] in gazetteer.first_names() and all(w[:1].isupper() or is_particle(w) or w == "-" for w in words):
        return "PER"
    return name.type


def _is_addressed(sentence: Sentence, first: int) -> bool:
    """ "Mr Yusuf", "GOVERNOR OKORO", "Secretary-General Ban": after a title of address."""
    before = sentence.tokens[first - 1].text if first else ""
    if before in gazetteer.addressing() or (before.isupper() and before.title() in gazetteer.addressing()):
        return True
    return is_second_of_title(sentence.tokens, first - 1)


def _goes_on_with_which(sentence: Sentence, name: Name) -> bool:
    """ "Northwind, which employs 4,000 people" is nobody."""
    return [token.lower for token in sentence.tokens[name.last : name.last + 2]] == [",", "which"]


def _winner(text: str, count: Counter[str]) -> str:
    return gazetteer.certain(text) or min(count, key=lambda kind: (-count[kind], _TYPES.index(kind)))


def _initials(sentences: Sequence[Sentence], of: dict[str, str]) -> Iterator[tuple[str, str]]:
    """ "X (ABBR)": the initials have the type of X, when X is a person or is spelled out by them."""
    for sentence in sentences:
        for at in range(1, len(sentence) - 2):
            if sentence.tokens[at].text != "(" or sentence.tokens[at + 2].text != ")":
                continue
            short = sentence.tokens[at + 1].text
            name = next((n for n in sentence.names if n.last == at), None)
            if are_initials(short) and name is not None:
                kind = of[text_of(sentence, name.first, name.last)]
                if kind == "PER" or [t.text[0] for t in sentence.tokens[name.first : name.last] if t.text[0].isupper()][:1] == [short[0]]:
                    yield short, kind


def _retyped(sentence: Sentence, types: _Types) -> list[Name]:
    whole = list(_persons(sentence, types))
    kept = [n for n in sentence.names if not any(_gives_way(n, person) for person in whole)]
    names = [Name(name.first, name.last, _type_in(text_of(sentence, name.first, name.last), name, types)) for name in kept] + whole
    taken = {at for name in names for at in range(name.first, name.last)}
    return names + [n for at in range(len(sentence.tokens)) if at not in taken and (n := _missed(sentence, at, types))]


def _gives_way(name: Name, person: Name) -> bool:
    """A name that shares words with a person's and does not go beyond it on both sides: "Anna Weber Foundation" stays."""
    shared = person.first < name.last and name.first < person.last
    return shared and not (name.first <= person.first and person.last <= name.last and name.last - name.first > person.last - person.first)


def _persons(sentence: Sentence, types: _Types) -> Iterator[Name]:
    """Where the full names of the article's persons stand: "International Cooperation Abdoulaye Diop" holds one."""
    for at, token in enumerate(sentence.tokens):
        lengths = [n for n in types.lengths.get(token.text, ()) if at + n <= len(sentence)]
        found = next((n for n in lengths if tuple(t.text for t in sentence.tokens[at : at + n]) in types.persons), None)
        if found is not None:
            yield Name(at, at + found, "PER")


def _type_in(text: str, name: Name, types: _Types) -> str:
    if text in types.initials:
        return types.initials[text]
    if text in types.surnames and gazetteer.certain(text) is None:
        return "PER"
    kind = types.of.get(text, name.type)
    if text in types.given:
        return "PER"
    return "ORG" if kind in ("PER", "MISC") and text in types.short and text not in gazetteer.first_names() else kind


def _missed(sentence: Sentence, at: int, types: _Types) -> Name | None:
    """A proper noun that the article uses as a name elsewhere."""
    token = sentence.tokens[at]
    if token.text in types.initials:
        return Name(at, at + 1, types.initials[token.text])
    if token.pos != "PROPN" or len(token.text) < 3 or token.text in gazetteer.titles() or token.text in gazetteer.small_words()[1]:
        return None
    alone = at + 1 == len(sentence) or sentence.tokens[at + 1].pos != "PROPN"
    if token.text in types.surnames or (alone and token.text in types.given):
        return Name(at, at + 1, "PER")
    kind = types.of.get(token.text) or ("ORG" if token.text in types.short else None)
    return Name(at, at + 1, kind) if kind is not None else None


def _marked(sentence: Sentence) -> Sentence:
    if not sentence.names:
        return sentence
    types = {at: name.type for name in sentence.names for at in range(name.first, name.last)}
    tokens = tuple([replace(token, name=types[token.index]) if token.index in types else token for token in sentence.tokens])
    return replace(sentence, tokens=tokens)
