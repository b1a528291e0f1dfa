"""Do claims of several stories agree in more than what any two reports may have in common?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from crosscheck.align.similarity import Similarity
from crosscheck.judge.chance import affirm_by_chance, may_meet_by_chance
from crosscheck.model.claim import Claim, Facet, Quantity
from crosscheck.model.report import FacetVerdict
from crosscheck.model.verdict import Verdict
from tests.judge.stated import statement

SEEKS: dict[str, Any] = {"lemma": "seek", "context": "The mill is seeking a buyer."}
SAME_YEAR: dict[str, Any] = {**SEEKS, "times": {"in 2019": "2019"}}
SAME_NAME: dict[str, Any] = {**SEEKS, "agent": "Osk"}


def _claims(*sides: dict[str, Any]) -> list[Claim]:
    return [statement(Facet.POLARITY, side, number).claim for number, side in enumerate(sides)]


def test_one_word_of_two_stories_is_chance() -> None:
    """ "It is seeking a buyer" of one firm bears nothing out of another."""
    assert may_meet_by_chance(_claims(SEEKS, SEEKS), None)


def test_in_one_story_nothing_is() -> None:
    """The reports of a story tell of one happening."""
    assert not may_meet_by_chance(_claims(SEEKS, SEEKS), "s1")


@pytest.mark.parametrize("shared", [SAME_YEAR, SAME_NAME])
def test_a_name_or_a_year_ties_two_stories(shared: dict[str, Any]) -> None:
    """Background that several stories recall is named or dated."""
    assert not may_meet_by_chance(_claims(shared, shared), None)
    assert may_meet_by_chance(_claims(shared, SEEKS), None)


def test_a_count_ties_two_stories() -> None:
    """ "Two coups" in both."""
    sides = ({"text": "two", "value": 2, "of": "military coup"}, {"text": "two", "value": 2, "of": "coup"})
    claims = [_with_count(side, number) for number, side in enumerate(sides)]
    assert not may_meet_by_chance(claims, None)


def _with_count(side: dict[str, Any], number: int) -> Claim:
    stated = statement(Facet.QUANTITY, side, number)
    assert isinstance(stated.value, Quantity)
    return replace(stated.claim, quantities=(replace(stated.value, kind="count"),))


def test_one_article_is_left_alone() -> None:
    """What one article says twice is no matter of stories."""
    one = statement(Facet.POLARITY, SEEKS, 1).claim
    assert not may_meet_by_chance([one, one], None)


AFFIRMED = FacetVerdict(Facet.POLARITY, Verdict.AGREEMENT, "polarity.same", "Both affirm it: “declined”.", 0.9, ())
NAMED = replace(AFFIRMED, facet=Facet.AGENT, rule="agent.same")
UNLIKELY = -1.0  # log odds


def _by_chance(facets: tuple[FacetVerdict, ...], *parts: tuple[str, float], score: float = UNLIKELY) -> bool:
    claims = _claims(SEEKS, SEEKS)
    return affirm_by_chance(facets, claims, {frozenset(claim.id for claim in claims): Similarity(score, parts)})


def test_one_word_in_unlike_sentences_bears_nothing_out() -> None:
    """ "He declined to comment" and "sales declined" of one story are no agreement."""
    assert _by_chance((AFFIRMED,), ("context", 0.2), ("articles", 0.1))


@pytest.mark.parametrize("parts", [(("context", 0.4),), (("context", 0.3), ("articles", 0.3))])
def test_like_surroundings_make_one_event_of_a_word(parts: tuple[tuple[str, float], ...]) -> None:
    """The words around it are the same in both, or nearly so in reports that are alike."""
    assert not _by_chance((AFFIRMED,), *parts)


def test_what_is_likely_or_agrees_in_more_stays() -> None:
    """A likely link, another facet that agrees, and claims without a known link are left as they are."""
    assert not _by_chance((AFFIRMED,), score=1.0)
    assert not _by_chance((NAMED, AFFIRMED))
    assert not affirm_by_chance((AFFIRMED,), _claims(SEEKS, SEEKS), {})
