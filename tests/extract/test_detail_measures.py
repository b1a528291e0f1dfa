"""Is it read what one happening has once: how long it lasted, how many were on board?"""

from __future__ import annotations

import tomllib
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from crosscheck.extract.claims import extracted
from crosscheck.extract.details import details_in
from crosscheck.model.article import Article
from crosscheck.model.detail import Kind

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "extract" / "measures.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["sentence"] for case in CASES])
def test_what_a_happening_has_once_is_read(case: dict[str, Any]) -> None:
    """What it is, and the words of the number; nothing of parts, of what may come, and of other happenings."""
    text = case["sentence"]
    article = Article("a", text, sha256(text.encode()).hexdigest())
    found = [detail for detail in details_in(article, extracted(article)) if detail.kind is Kind.MEASURE]
    assert [[detail.thing, detail.text] for detail in found] == case["measures"]
