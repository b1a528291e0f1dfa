"""Does a confidence follow how often a rule was right?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosscheck.judge import confidence
from crosscheck.judge.confidence import FEWEST, confidence_of, with_link
from crosscheck.judge.verdicts import RULES

RULE = replace(RULES["quantity.same"], confidence=0.8)


@pytest.mark.parametrize(
    ("judged", "sure"),
    [
        ({}, 0.8),
        ({RULE.id: (0, FEWEST - 1)}, 0.8),  # too few
        ({RULE.id: (10, 10)}, 0.9),  # as many as the one set by hand counts for
        ({RULE.id: (90, 90)}, 0.98),
        ({RULE.id: (0, 90)}, 0.08),
    ],
)
def test_the_share_of_right_verdicts_corrects_what_was_set_by_hand(
    judged: dict[str, tuple[int, int]], sure: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The more the more verdicts were judged, and not at all by a few."""
    monkeypatch.setattr(confidence, "_judged", lambda: judged)
    assert confidence_of(RULE) == sure


def test_what_was_judged_are_shares_of_rules_that_exist() -> None:
    """Not more right than judged, and of no rule that a ladder has lost."""
    found = confidence._judged()
    assert found.keys() <= RULES.keys()
    assert all(0 <= right <= judged and judged >= FEWEST for right, judged in found.values())


def test_a_likelier_link_makes_a_verdict_surer() -> None:
    """Never beyond certainty."""
    sures = [with_link(0.9, likelihood, "s1") for likelihood in (0.0, 0.3, 0.6, 1.0)]
    assert sures == sorted(set(sures))
    assert with_link(1.0, 1.0, "s1") == 1.0


def test_articles_of_two_stories_are_less_sure_to_speak_of_one_event() -> None:
    """Whatever the link between the claims."""
    assert all(with_link(0.9, likelihood, None) < with_link(0.9, likelihood, "s1") for likelihood in (0.0, 1.0))
