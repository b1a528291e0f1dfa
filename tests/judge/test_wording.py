"""Do compatible values differ in more than words?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from crosscheck.judge.wording import is_only_worded, is_wording
from crosscheck.model.claim import Facet, Span
from crosscheck.model.report import Alignment, FacetMention, FacetValue, FacetVerdict
from crosscheck.model.verdict import Verdict
from tests.judge.stated import cases

CASES = {case["why"]: case for case in cases("wording")}


def facet(case: dict[str, Any]) -> FacetVerdict:
    values = [FacetValue(value, text, 1, (FacetMention("c", "a", text, Span(0, len(text)), None),)) for value, text in case["values"]]
    return FacetVerdict(Facet(case["facet"]), Verdict.COMPATIBLE, f"{case['facet']}.x", case["reason"], 0.8, tuple(values))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_other_words_for_the_same_are_minor(case: dict[str, Any]) -> None:
    """Each case says why; in whatever order the values stand."""
    found = facet(case)
    assert is_wording(found) is is_wording(replace(found, values=found.values[::-1])) is case["minor"]


def test_a_finding_is_minor_if_all_that_decides_it_is() -> None:
    """What agrees in it does not count; a contradiction is never minor, whatever its words."""
    minor, telling = (facet(CASES[why]) for why in ("A longer and a shorter name of one place.", "A town and its country."))
    agreed = replace(telling, verdict=Verdict.AGREEMENT)
    alignment = Alignment("a1", None, "Where?", (), (), (), 1, Verdict.COMPATIBLE, 0.8, (minor, agreed))
    assert is_only_worded(alignment)
    assert not is_only_worded(replace(alignment, facets=(minor, telling)))
    assert not is_only_worded(replace(alignment, verdict=Verdict.CONTRADICTION, facets=(replace(minor, verdict=Verdict.CONTRADICTION),)))
