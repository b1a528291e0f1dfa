"""Is it read how many of a thing were seized, burnt or sent?"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from crosscheck.extract.detail_deeds import deeds_in
from crosscheck.extract.detail_sentences import sentences_of
from crosscheck.model.article import Article
from crosscheck.model.claim import Extract, Span

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "extract" / "deeds.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["sentence"] for case in CASES])
def test_what_was_done_to_how_many_is_read(case: dict[str, Any]) -> None:
    """Each thing with its deed, its words and the least and the most of it; nothing of parts, plans and other times."""
    text = case["sentence"]
    sentence = next(sentences_of(Article("a", text, "a"), Extract("a", (Span(0, len(text)),), (), (), (), (), ())))
    assert [[deed.thing, deed.text, deed.value] for deed in deeds_in(sentence)] == case["deeds"]
