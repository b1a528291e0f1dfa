"""Which names does an article hold, once the whole of it is known?

The network sees a sentence at a time. Here the lexicons and the other sentences have their say, in this order: a name's edges are put right
(titles are no part of it), certain names are added, initials in brackets take the type of what they stand for, and each text
has one type in one article: that of its fullest form, else the one most often given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crosscheck.language import gazetteer
from crosscheck.language.classes import is_common_noun
from crosscheck.language.tokens import Name, Sentence, Token

_LONGEST_INITIALS = 8
_LONGEST_ADDRESSED = 4
_TYPES = ("PER", "ORG", "LOC", "MISC")
"""In order of preference where votes are equal."""


def settled(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences with their names put right, each token marked with its name's type."""
    first = tuple(replace(s, names=_ordered(_with_certain(s, [n for name in s.names if (n := _trimmed(s, name))]))) for s in sentences)
    first = _without_opening_words(first)
    types = _types(first)
    return tuple(_marked(replace(s, names=_ordered(_retyped(s, types)))) for s in first)


# ----------------------------------------------------------------------------------------------------------- one sentence


def text_of(sentence: Sentence, first: int, last: int) -> str:
    """The words from `first` up to `last`, with a space where the text has one."""
    tokens = sentence.tokens[first:last]
    return "".join((" " if at and token.start > tokens[at - 1].end else "") + token.text for at, token in enumerate(tokens))


def _trimmed(sentence: Sentence, name: Name) -> Name | None:
    """A name without titles, articles and marks at its edges; None when nothing is left or what is left is no name."""
    tokens, first, last = sentence.tokens, name.first, name.last
    while first < last and _no_part(tokens, first, last, name.type):
        first += 1
    while last > first and (tokens[last - 1].tag == "POS" or tokens[last - 1].text in (",", '"', "”", "“", "'", "(", ")", ":", ";", "-")):
        last -= 1
    if name.type == "PER":
        first = max([first, *(at + 1 for at in range(first, last) if tokens[at].text.islower() and not _is_particle(tokens[at].text))])
        last = _to_the_end(sentence, first, last)
    kept = Name(first, last, name.type)
    return None if first >= last or _is_no_name(sentence, kept) else kept


def _no_part(tokens: Sequence[Token], at: int, last: int, kind: str) -> bool:
    text = tokens[at].text
    if text.lower() in ("the", "a", "an") or tokens[at].pos == "PUNCT" or (text.islower() and not _is_particle(text)):
        return True
    if kind != "PER" or at + 1 >= last:
        return kind == "PER" and text in gazetteer.titles() and text not in gazetteer.first_names()
    return text in gazetteer.titles() or text in gazetteer.peoples() or (text in gazetteer.countries() and tokens[at + 1].text in gazetteer.titles())


def _to_the_end(sentence: Sentence, first: int, last: int) -> int:
    """A person's name goes on as long as proper nouns hang together: "Boubacar" + "Keïta", "al" + "-" + "Bashir"."""
    tokens = sentence.tokens
    while last < len(tokens) and tokens[last].tag == "NNP" and tokens[last].dep in ("flat", "compound") and first <= tokens[last].head < last:
        last += 1
    return last


def _is_no_name(sentence: Sentence, name: Name) -> bool:
    text = text_of(sentence, name.first, name.last)
    if text in gazetteer.peoples() or not any(c.isalpha() for c in text):
        return True
    if name.last - name.first > 1 or gazetteer.known(text) is not None:
        return False
    return sentence.tokens[name.first].pos in _WITHOUT_NAMES or text in gazetteer.small_words()[1]


_WITHOUT_NAMES = ("VERB", "ADV", "PRON", "DET", "ADP", "AUX", "NUM", "INTJ")


def _is_particle(word: str) -> bool:
    return word in gazetteer.small_words()[0]


def _with_certain(sentence: Sentence, names: list[Name]) -> list[Name]:
    """Names that a lexicon or the form alone makes certain, added, or in place of shorter ones inside them."""
    certain = [*_certain(sentence), *_telling_runs(sentence, names)]
    kept = [n for n in names if not any(c.first <= n.first and n.last <= c.last and (c.last - c.first > n.last - n.first) for c in certain)]
    taken = {at for n in kept for at in range(n.first, n.last)}
    return kept + [c for c in certain if not any(at in taken for at in range(c.first, c.last))] + list(_addressed(sentence, taken))


def _certain(sentence: Sentence) -> Iterator[Name]:
    tokens, at = sentence.tokens, 0
    while at < len(tokens):
        found = _certain_at(sentence, at) if not tokens[at].text.islower() or tokens[at].text == "al" else None
        if found is not None:
            yield found
        at = found.last if found is not None else at + 1


def _certain_at(sentence: Sentence, at: int) -> Name | None:
    tokens = sentence.tokens
    for last in range(min(len(tokens), at + gazetteer.longest().get(tokens[at].text, 1)), at + 1, -1):
        kind = gazetteer.certain(text_of(sentence, at, last))
        if kind is not None:
            return Name(at, last, kind)
    token = tokens[at]
    proper = token.pos == "PROPN" or (token.text.isupper() and token.pos in ("NOUN", "X"))
    within = at + 1 < len(tokens) and tokens[at + 1].tag == "NNP" and tokens[at + 1].dep in ("flat", "compound") and token.dep in ("compound", "flat")
    kind = gazetteer.certain(token.text) if proper and not within else None
    return Name(at, at + 1, kind) if kind is not None else None


def _telling_runs(sentence: Sentence, names: list[Name]) -> Iterator[Name]:
    """Runs of proper nouns that say what they are: "Sydney Morning Herald", "Castlefrank Road", "Museum of Flight", "Osama bin Laden"."""
    tokens, first = sentence.tokens, 0
    while first < len(tokens):
        last = _end_of_run(tokens, first)
        found = _telling(tokens, first, last) if last > first else None
        if found is not None and not any(n.first < found.first < n.last or n.first < found.last < n.last for n in names):
            yield found
        first = max(last, found.last if found is not None else 0, first + 1)


def _end_of_run(tokens: Sequence[Token], first: int) -> int:
    """The end of the proper nouns from here, hyphens and "&" between them included; a title ends them."""
    last = at = first
    while at < len(tokens):
        if tokens[at].tag in ("NNP", "NNPS") and tokens[at].text not in gazetteer.titles():
            at = last = at + 1
        elif last > first and at == last and tokens[at].text in ("-", "&") and at + 1 < len(tokens):
            at += 1
        else:
            break
    return last


def _telling(tokens: Sequence[Token], first: int, last: int) -> Name | None:
    kind = _told_by_ending(tokens[last - 1].text)
    if kind is not None and tokens[last - 1].text in gazetteer.organization_words()[1] and last + 1 < len(tokens) and tokens[last].text == "of":
        end = _end_of_run(tokens, last + 1 + (tokens[last + 1].lower == "the"))
        if end > last + 1:
            return Name(first, end, kind)
    if kind is not None and len({token.text for token in tokens[first:last]}) > 1:
        return Name(first, last, kind)
    if tokens[first].text in gazetteer.first_names():
        last = _end_of_person(tokens, first)
        return Name(first, last, "PER") if last - first > 1 else None
    return None


def _told_by_ending(word: str) -> str | None:
    if word in gazetteer.place_endings():
        return "LOC"
    return "ORG" if word in gazetteer.organization_words()[0] else None


def _end_of_person(tokens: Sequence[Token], first: int) -> int:
    """After a first name, proper nouns and the particles between them are one person's: "Abu Musab al-Zarqawi", "Osama bin Laden"."""
    last = first + 1
    for at in range(first + 1, min(len(tokens), first + LONGEST_PERSON)):
        token = tokens[at]
        if token.text in gazetteer.titles() or token.text in gazetteer.countries():
            break
        if token.tag == "NNP" and not _is_particle(token.text):
            last = at + 1
        elif not _is_particle(token.text) and token.text != "-":
            break
    return last


LONGEST_PERSON = 7
"""Words of the longest names of persons in the news, marks included ("Abu Bakr al-Baghdadi al-Husseini")."""


def _addressed(sentence: Sentence, taken: set[int]) -> Iterator[Name]:
    """ "Col. Diarra", "Mr Yusuf": what a title of address is followed by."""
    tokens = sentence.tokens
    for at in range(1, len(tokens)):
        if tokens[at - 1].text in gazetteer.addressing() and tokens[at].tag == "NNP" and tokens[at].text not in gazetteer.titles():
            last = _end_of_person(tokens[: at + _LONGEST_ADDRESSED], at)
            if not taken.intersection(range(at, last)):
                yield Name(at, last, "PER")


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
    """What the article makes of each text: its type, and the persons whose last name stands alone elsewhere."""

    of: dict[str, str]
    initials: dict[str, str]
    surnames: frozenset[str]


def _types(sentences: Sequence[Sentence]) -> _Types:
    votes: dict[str, Counter[str]] = {}
    for sentence in sentences:
        for name in sentence.names:
            votes.setdefault(text_of(sentence, name.first, name.last), Counter())[_own_type(sentence, name)] += 1
    of = {text: _winner(text, count) for text, count in votes.items()}
    surnames = frozenset(text.split()[-1] for text, kind in of.items() if kind == "PER" and " " in text)
    return _Types(of, dict(_initials(sentences, of)), surnames)


def _own_type(sentence: Sentence, name: Name) -> str:
    """The type that the name's own words speak for, else the network's."""
    words = [token.text for token in sentence.tokens[name.first : name.last]]
    if name.type == "PER" and _goes_on_with_which(sentence, name):
        return "ORG"
    kind = gazetteer.certain(text_of(sentence, name.first, name.last))
    if kind is not None:
        return kind
    before = sentence.tokens[name.first - 1].text if name.first else ""
    if before in gazetteer.addressing() and len(words) < 5:
        return "PER"
    if len(words) > 1 and words[0] in gazetteer.organization_words()[1] and words[1] in ("of", "for"):
        return "ORG"
    if len(words) > 1 and (told := _told_by_ending(words[-1])) is not None:
        return told
    if len(words) > 1 and words[0] in gazetteer.first_names() and all(w[:1].isupper() or _is_particle(w) or w == "-" for w in words):
        return "PER"
    return name.type


def _goes_on_with_which(sentence: Sentence, name: Name) -> bool:
    """ "Northwind, which employs 4,000 people" is nobody."""
    return [token.lower for token in sentence.tokens[name.last : name.last + 2]] == [",", "which"]


def _winner(text: str, count: Counter[str]) -> str:
    return gazetteer.certain(text) or min(count, key=lambda kind: (-count[kind], _TYPES.index(kind)))


def _initials(sentences: Sequence[Sentence], of: dict[str, str]) -> Iterator[tuple[str, str]]:
    """ "X (ABBR)": the initials have the type of X, whose words they abbreviate."""
    for sentence in sentences:
        for at, token in enumerate(sentence.tokens[1:-2], 1):
            short, closing = sentence.tokens[at + 1].text, sentence.tokens[at + 2].text
            if token.text == "(" and closing == ")" and _are_initials(short) and (kind := _spelled_out(sentence, at, short, of)) is not None:
                yield short, kind


def _are_initials(word: str) -> bool:
    return word.isupper() and word.isalpha() and 1 < len(word) <= _LONGEST_INITIALS


def _spelled_out(sentence: Sentence, at: int, short: str, of: dict[str, str]) -> str | None:
    name = next((n for n in sentence.names if n.last == at), None)
    if name is not None and _own_type(sentence, name) == "PER":
        return "PER"
    letters = [t.text[0] for t in sentence.tokens[max(0, at - 2 * len(short)) : at] if t.text[0].isupper()]
    if "".join(letters[-len(short) :]) != short:
        return None
    return of.get(text_of(sentence, name.first, name.last), "ORG") if name is not None else "ORG"


def _retyped(sentence: Sentence, types: _Types) -> list[Name]:
    names = [replace(name, type=_type_in(text_of(sentence, name.first, name.last), name, types)) for name in sentence.names]
    taken = {at for name in names for at in range(name.first, name.last)}
    return names + [n for at in range(len(sentence.tokens)) if at not in taken and (n := _missed(sentence, at, types))]


def _type_in(text: str, name: Name, types: _Types) -> str:
    if text in types.initials:
        return types.initials[text]
    if text in types.surnames and gazetteer.certain(text) is None:
        return "PER"
    return types.of.get(text, name.type)


def _missed(sentence: Sentence, at: int, types: _Types) -> Name | None:
    """A proper noun that the article uses as a name elsewhere."""
    token = sentence.tokens[at]
    if token.text in types.initials:
        return Name(at, at + 1, types.initials[token.text])
    if token.pos != "PROPN" or len(token.text) < 3 or token.text in gazetteer.titles() or token.text in gazetteer.small_words()[1]:
        return None
    kind = "PER" if token.text in types.surnames else types.of.get(token.text)
    return Name(at, at + 1, kind) if kind is not None else None


def _marked(sentence: Sentence) -> Sentence:
    if not sentence.names:
        return sentence
    types = {at: name.type for name in sentence.names for at in range(name.first, name.last)}
    tokens = tuple(replace(token, name=types[token.index]) if token.index in types else token for token in sentence.tokens)
    return replace(sentence, tokens=tokens)
