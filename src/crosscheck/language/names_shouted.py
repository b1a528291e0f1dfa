"""Which names does a sentence in capitals hold?

A capital tells nothing where all is shouted ("STORM KILLS 12 IN PORT ALMA"): there a name is what the article names elsewhere, what the lexicons
know, or what no dictionary has.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from crosscheck.language import gazetteer
from crosscheck.language.classes import word_class
from crosscheck.language.tokens import Name, Sentence

SHARE = 0.8
FEWEST = 3
"""Words of three letters and more of which so many, and this share, stand in capitals where a sentence is shouted. Set by hand: a sentence that
only has initials ("NATO and the EU back IAEA") is below."""
LONGEST = 5
"""Words of a name that is looked for in capitals."""


def is_shouted(sentence: Sentence) -> bool:
    words = [token.text for token in sentence if len(token.text) > 2 and token.text.isalpha()]
    return len(words) >= FEWEST and sum(map(str.isupper, words)) >= SHARE * len(words)


def heard(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences, those in capitals with the names that they can have."""
    loud = [is_shouted(sentence) for sentence in sentences]
    if not any(loud):
        return tuple(sentences)
    said = _said(s for s, shouted in zip(sentences, loud, strict=True) if not shouted)
    return tuple(replace(s, names=_names(s, said)) if shouted else s for s, shouted in zip(sentences, loud, strict=True))


def _said(sentences: Iterable[Sentence]) -> dict[tuple[str, ...], str]:
    """The names of the other sentences in capitals, with their type; a person's surname too."""
    said: dict[tuple[str, ...], str] = {}
    for sentence in sentences:
        for name in sentence.names:
            words = tuple(token.text.upper() for token in sentence.tokens[name.first : name.last])
            said.setdefault(words, name.type)
            if name.type == "PER":
                said.setdefault(words[-1:], name.type)
    return said


def _names(sentence: Sentence, said: dict[tuple[str, ...], str]) -> tuple[Name, ...]:
    found, at = [], 0
    while at < len(sentence):
        name = _said_at(sentence, at, said)
        found += [name] if name is not None else []
        at = name.last if name is not None else at + 1
    sure = {at for name in found for at in range(name.first, name.last)}
    kept = [name for name in sentence.names if not _is_common(sentence, name, sure)]
    taken = {at for name in kept for at in range(name.first, name.last)}
    return tuple(sorted([*kept, *(n for n in found if not taken.intersection(range(n.first, n.last)))], key=lambda name: name.first))


def _said_at(sentence: Sentence, at: int, said: dict[tuple[str, ...], str]) -> Name | None:
    for length in range(min(LONGEST, len(sentence) - at), 0, -1):
        kind = said.get(tuple(token.text for token in sentence.tokens[at : at + length]))
        if kind is not None:
            return Name(at, at + length, kind)
    return None


def _is_common(sentence: Sentence, name: Name, sure: set[int]) -> bool:
    """Whether the whole stands in no list of names, and every word that is not `sure` to be in one in the dictionary."""
    if gazetteer.known(" ".join(token.text for token in sentence.tokens[name.first : name.last])) is not None:
        return False
    return all(token.index in sure or word_class(token.lower) or not token.text.isalpha() for token in sentence.tokens[name.first : name.last])
