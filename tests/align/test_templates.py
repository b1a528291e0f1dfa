"""Tests for align/templates.py: forms filled in for two protagonists, and copies that are none."""

from __future__ import annotations

import pytest

from crosscheck.align.protagonists import Protagonists
from crosscheck.model.article import Article

RAISED = "{0} said it raised the price that it pays for crude oil by 50 cents a barrel, effective today. {0} last changed it on May 4."
ISSUED = "{0} is issuing a {1} million crown bond due 2031 paying {2} percent and priced at par, lead manager Norvian Bank said."
LONG = (
    "{0} said it raised the price that it pays for crude oil by 50 cents a barrel, effective today. Traders in Lefkos had expected a rise since "
    "Monday. The price of light crude rose as well. The ministry declined to say whether it will follow."
)

FORMS = [
    (RAISED.format("Osk Oil"), RAISED.format("Adler Petroleum")),
    (ISSUED.format("Tarvia Motor Credit Corp", 230, "4.5"), ISSUED.format("Lindo Development Co", 150, "4.1")),
    (ISSUED.format("The Kingdom of Norvia", 230, "4.5"), ISSUED.format("Osk Corp of Lefkos", 150, "4.1")),
    (
        "Ada Osk was elected to the board of directors as vice president, the company said on Monday. Osk is 44.",
        "Karl Lind was elected to the board of directors as vice president, the company said. Lind is 51.",
    ),
]
NONE = [
    (LONG.format("Osk Oil"), LONG.format("Adler Petroleum")),  # a copy in which a name was changed
    (RAISED.format("Osk Oil"), RAISED.format("Osk")),  # one firm
    (RAISED.format("Osk Oil"), "Adler Petroleum said its board will meet in Lefkos on Friday. Adler has no plans to sell."),  # another pattern
    ("Police said the road will be closed until the end of the week.", "Officials said the road will be closed until the end of the week."),
    ("Ada Osk won the cup on Sunday in the last race of the year.", "Mira Lind won the cup on Sunday in the last race of the year."),  # a dispute
]


def articles(texts: tuple[str, str]) -> tuple[Article, Article]:
    return Article("a", texts[0], "a"), Article("b", texts[1], "b")


@pytest.mark.parametrize("texts", FORMS)
def test_a_pattern_told_of_two_is_of_two_events(texts: tuple[str, str]) -> None:
    """First sentences that are one but for whom they are of, and for figures, or of whom each article says more, are one form."""
    found = Protagonists(articles(texts))
    assert found.are_one_form("a", "b") and found.are_one_form("b", "a") and found.strangers("a", "b")


@pytest.mark.parametrize("texts", NONE)
def test_a_copy_and_a_dispute_are_no_forms(texts: tuple[str, str]) -> None:
    """An article whose sentences stand in the other is a copy of it, and one that names its subject once may name the wrong one."""
    assert not Protagonists(articles(texts)).are_one_form("a", "b")


def test_a_headline_that_names_the_other_tells_of_both() -> None:
    """Two reports of a sale between two firms begin each with another one of them."""
    one, other = articles(FORMS[0])
    titled = Article("a", one.text, "a", title="Osk Oil raises prices after Adler")
    assert not Protagonists((titled, other)).are_one_form("a", "b")
    assert not Protagonists((one, other)).are_one_form("a", "a")
