"""Do the words of an article stand for the right entities?"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crosscheck.extract.aliases import Aliases
from crosscheck.language.tokens import Sentence
from crosscheck.model.claim import Span

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parents[1] / "cases" / "extract" / "aliases.toml").read_text("utf-8"))["case"]
Reader = Callable[[str], tuple[Sentence, ...]]


@pytest.fixture(scope="module")
def read() -> Reader:
    """The shipped parser."""
    from crosscheck.language.pipeline import read

    return read


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_words_stand_for_the_entity_of_the_case(case: dict[str, Any], read: Reader) -> None:
    """Each phrase, where it stands last in the text, has the entity that the case names."""
    text = case["text"]
    aliases = Aliases.of(read(text), text)
    for words, entity in case["who"].items():
        at = text.rindex(words)
        assert (aliases.canonical(Span(at, at + len(words))) or "") == entity


def test_what_is_says_an_entity_is_stands_among_its_other_names(read: Reader) -> None:
    """ "The helicopters were Mi-35P attack aircraft, an export version of the Mi-24P" lets the helicopters be a version of the Mi-24P."""
    text = "The helicopters were Mi-35P attack aircraft, an export version of the Mi-24P."
    aliases = Aliases.of(read(text), text)
    assert any("Mi-24P" in form for form in aliases.also(Span(4, 15)))


def test_every_mention_cuts_out_its_words(read: Reader) -> None:
    """The text of a mention is what its span cuts out, and no span belongs to two entities."""
    text = "President Vladimir Putin met Assimi Goita in Moscow. The Kremlin said he was glad. The two presidents signed an accord."
    entities = Aliases.of(read(text), text).entities
    spans = [mention.span for entity in entities for mention in entity.mentions]
    assert len(spans) == len(set(spans))
    assert all(text[slice(*mention.span)] == mention.text for entity in entities for mention in entity.mentions)


def test_words_of_no_entity_have_none(read: Reader) -> None:
    """What the article does not name is nobody."""
    text = "Two helicopters arrived in April."
    aliases = Aliases.of(read(text), text)
    assert aliases.canonical("helicopters") is None
    assert aliases.canonical(Span(0, 15)) is None
