"""Which names does an article hold, once the whole of it is known?"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import process_time
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


def test_the_time_grows_with_the_names() -> None:
    """Four times the names take less than twelve times as long, whether they are said or shouted: nothing looks at all pairs."""
    for written in (str, str.upper):
        assert _seconds(written, 32) < 12 * max(_seconds(written, 8), 0.02)


def _seconds(written: Callable[[str], str], sentences: int) -> float:
    """For sentences of a hundred persons who share a first name; the best of three, since other work on the machine only ever adds."""
    texts = [" ".join(written(f"John {_word(100 * number + at)}") for at in range(100)) for number in range(sentences)]
    pairs = tuple(Name(at, at + 2, "PER") for at in range(0, 200, 2))
    read = tuple(replace(sentence(number, text, []), names=pairs) for number, text in enumerate(texts))
    taken = []
    for _ in range(3):
        start = process_time()
        settled(read)
        taken.append(process_time() - start)
    return min(taken)


def _word(number: int) -> str:
    """A word of its own for each number: "Gabc"."""
    return "G" + "".join(chr(97 + number // 26**power % 26) for power in range(3))
