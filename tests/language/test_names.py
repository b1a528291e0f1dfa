"""Which names does an article hold, once the whole of it is known?"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from crosscheck.language.names import settled
from crosscheck.language.names_edges import text_of
from crosscheck.language.tokens import Name, Sentence, Token
from crosscheck.language.words import words

CASES = tomllib.loads(Path(__file__).parents[1].joinpath("cases/language/names.toml").read_text("utf-8"))["case"]


def sentence(number: int, text: str, names: list[list[str]]) -> Sentence:
    """A sentence in which every word with a capital is a proper noun but the first one of `text` marked with "^"."""
    plain = text.removeprefix("^")
    spans = words(plain)
    tokens = tuple(_token(at, plain[a:b], a, b, common=at == 0 and text != plain) for at, (a, b) in enumerate(spans))
    return Sentence(number, 0, 0, len(plain), tokens, tuple(_name(tokens, *name) for name in names))


def _token(at: int, word: str, start: int, end: int, common: bool) -> Token:
    proper = word[0].isupper() and not common
    pos, tag = ("PROPN", "NNP") if proper else ("NOUN", "NN") if word[0].isalpha() else ("PUNCT", ".")
    return Token(at, word, word, pos, tag, "dep", 0, start, end)


def _name(tokens: tuple[Token, ...], text: str, kind: str) -> Name:
    wanted = [text[a:b] for a, b in words(text)]
    first = next(at for at in range(len(tokens)) if [t.text for t in tokens[at : at + len(wanted)]] == wanted)
    return Name(first, first + len(wanted), kind)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_names_are_put_right_by_the_whole_article(case: dict[str, Any]) -> None:
    """Edges, certain names, initials, surnames and the vote of the article decide what the network left open."""
    found = settled(tuple(sentence(at, s["text"], s.get("seen", [])) for at, s in enumerate(case["sentences"])))
    got = [[text_of(s, n.first, n.last), n.type] for s in found for n in s.names]
    assert got == case["names"]
    assert all(s.tokens[at].name == n.type for s in found for n in s.names for at in range(n.first, n.last))
