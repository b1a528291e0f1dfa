"""Which dates are of one deed?"""

from __future__ import annotations

import pytest

from crosscheck.extract.claims import extracted_from_each
from crosscheck.model.article import Article
from crosscheck.model.claim import Facet
from crosscheck.model.verdict import Verdict
from crosscheck.pipeline import compared

ONE = "Brandt Papers owns the Kestrel paper mill in Orsova. Its chairman is Ilse Brandt. The mill burnt, and a fire engine was lost."
OTHER = "The Kestrel paper mill in Orsova belongs to Brandt Papers. Ilse Brandt is its chairman. A fire destroyed the mill and a fire engine."


def _dates_apart(left: str, right: str) -> list[str]:
    """The reasons of contradictions between the times that the last sentences of two reports of one fire give."""
    articles = [Article("a", f"{ONE} {left}", "a"), Article("b", f"{OTHER} {right}", "b")]
    extracts = dict(zip(("a", "b"), extracted_from_each(articles), strict=True))
    facets = (facet for alignment in compared(articles, extracts).alignments for facet in alignment.facets)
    return [facet.reason for facet in facets if facet.facet is Facet.TIME and facet.verdict is Verdict.CONTRADICTION]


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ("Brandt moved to Orsova in 1971.", "Brandt left for Orsova in 1974.", "1971 and 1974 share no day."),
        ("Brandt resigned on Monday.", "Brandt stepped down on Wednesday.", "Monday and Wednesday are different days of the week."),
        ("The funeral will be on May 4.", "The funeral takes place on May 9.", "May 4 and May 9 are different days of the month."),
        ("Ilse Brandt will be sworn in on May 9.", "The inauguration will be on May 4.", "May 9 and May 4 are different days of the month."),
        ("The trial begins on 3 March.", "The trial will open on 10 March.", "3 March and 10 March are different days of the month."),
        ("The council approved the plan in March.", "The plan was approved by the council in June.", "March and June are different months."),
        ("The deal was signed on 5 June.", "The agreement was signed on 19 June.", "5 June and 19 June are different days of the month."),
        (
            "The blaze broke out at half past three in the morning.",
            "The fire started at 5.10 a.m.",
            "Half past three in the morning and 5.10 a.m. are different times of day.",
        ),
        ("Brandt joined the company in 1998.", "Ilse Brandt joined Brandt Papers in 1989.", "1998 and 1989 share no day."),
    ],
)
def test_two_dates_of_one_deed_contradict_each_other(left: str, right: str, reason: str) -> None:
    """However little else the sentences have in common, the deed and whose it is are one."""
    assert reason in _dates_apart(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Karl Osk was arrested on Monday.", "Piet Adler was arrested on Wednesday."),
        ("Brandt spoke to the workers on Monday.", "On Wednesday evening Brandt spoke for an hour."),
        ("The first trial begins on 3 March.", "The second trial begins on 10 March."),
        ("The trial begins on 3 March.", "The trial began in 2012."),
        ("Brandt was arrested in 2012.", "Brandt was arrested on Monday."),
        ("Brandt moved to Orsova in 1971.", "Brandt moved to Lefkos in 1974."),
        ("The mill was closed in 1971.", "The mill was closed in 1971 and closed again in 1974."),
        ("The funeral will be on Friday.", "The funeral was not on Thursday."),
    ],
)
def test_dates_of_two_deeds_do_not(left: str, right: str) -> None:
    """Other people, another goal, what is done again and again, and what is told less finely are two things."""
    assert _dates_apart(left, right) == []
