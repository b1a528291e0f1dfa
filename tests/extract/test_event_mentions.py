"""Which events does a sentence only mention?"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from crosscheck.extract.claims import extracted
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parents[1] / "cases" / "extract" / "event_mentions.toml").read_text("utf-8"))["case"]


def claims_in(text: str) -> tuple[Claim, ...]:
    return extracted(Article("a", text, "0" * 64, published="2024-06-15")).claims


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_mentions_of_the_case_are_found(case: dict[str, Any]) -> None:
    """The mentions are those that the case lists and no others."""
    assert [claim.predicate.text for claim in claims_in(case["text"]) if claim.is_mention] == case["mentions"]


def test_a_mention_takes_nothing_from_the_claims_around_it() -> None:
    """Numbers, dates and names go to the claims that say something; a mention has none, whatever stands beside it."""
    claims = claims_in("After the scandal, two ministers resigned in March 2022.")
    (mention,) = (claim for claim in claims if claim.is_mention)
    assert (mention.text, mention.arguments, mention.quantities, mention.times, mention.topics) == ("scandal", (), (), (), ())
    resigned = next(claim for claim in claims if claim.predicate.lemma == "resign")
    assert [time.value for time in resigned.times] == ["2022-03"]
    assert [quantity.value for quantity in resigned.quantities] == [2.0]
