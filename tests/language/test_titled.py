"""Which words of a headline have a capital only because it is in title case?"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from crosscheck.language.pipeline import read
from crosscheck.language.titled import LONGEST, in_small_letters
from crosscheck.language.tokens import Name

CASES = tomllib.loads(Path(__file__).parents[1].joinpath("cases/language/titled.toml").read_text("utf-8"))["case"]


def spaced(text: str) -> tuple[str, ...]:
    return tuple(text.replace(",", " ,").split())


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_a_line_in_title_case_is_told_as_a_sentence(case: dict[str, Any]) -> None:
    """Only words that no name can hold lose their capital."""
    words = spaced(case["text"])
    names = tuple(Name(at, at + 2, "LOC") for at in range(len(words) - 1) if words[at : at + 2] in (("Port", "Alma"), ("Lindsay", "Kohler")))
    ferry = tuple(Name(at, at + 4, "ORG") for at, word in enumerate(words) if words[at : at + 2] == ("Norvia", "Ferry"))
    rehires = tuple(Name(0, 2, "LOC") for word in words if word == "Rehires")
    told, kept = in_small_letters(words, (*names, *ferry, *rehires))
    assert told == spaced(case["told"])
    assert not {words[at] for name in kept for at in range(name.first, name.last)} & {"Amid", "Rehires"}


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_its_verbs_are_read_as_verbs(case: dict[str, Any]) -> None:
    """The words of the sentence are those of the text, whatever the tagger was told."""
    (sentence,) = read(case["text"])
    assert tuple(token.text for token in sentence) == spaced(case["text"])
    assert [token.lemma.lower() for token in sentence if token.pos == "VERB"] == case["verbs"]


def test_a_long_line_is_no_headline() -> None:
    """What has more words than a headline is left as it is."""
    words = ("Court", "Overturns", "Ban") * (LONGEST // 3 + 1)
    assert in_small_letters(words, ()) == (words, ())
