"""Does a number get the name of its attribute, whatever sentence carries it?"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from crosscheck.extract.claims import extracted
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim

GROUPS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parents[1] / "cases" / "extract" / "attributes.toml").read_text("utf-8"))["attribute"]


def states(claim: Claim, group: dict[str, Any]) -> bool:
    """Whether the claim has a number of this attribute and value, about whom the group names."""
    if not any(q.attribute == group["name"] and q.value == group["value"] for q in claim.quantities):
        return False
    return "of" not in group or any(group["of"] in (argument.text, argument.entity) for argument in claim.arguments)


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group["name"])
def test_every_carrier_gives_the_same_attribute(group: dict[str, Any]) -> None:
    """A verb, a noun, a headline and a fact box that state one attribute give it under one name, with one value."""
    articles = (Article("a", carrier, "0" * 64, published="2024-06-15") for carrier in group["carriers"])
    missed = [article.text for article in articles if not any(states(claim, group) for claim in extracted(article).claims)]
    assert not missed
