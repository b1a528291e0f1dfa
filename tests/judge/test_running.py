"""Which of two reports is the later one, and which words say that a count rose?"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from crosscheck.judge.running import is_growing, is_raised, later, newer
from crosscheck.model.article import Article
from crosscheck.model.claim import Facet
from crosscheck.model.verdict import Statement, Verdict
from crosscheck.pipeline import claims_in, compared
from tests.judge.stated import statement

CASES = tomllib.loads(Path(__file__).parents[1].joinpath("cases/judge/running.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.get('left')} | {case.get('right')}")
def test_which_report_is_later_must_be_known(case: dict[str, str]) -> None:
    """Hours are compared as moments where both have a zone, and days otherwise; the order of the two does not matter."""
    left, right = (Article(side, "", "", published=case.get(side)) for side in ("left", "right"))
    expected = {"left": left, "right": right}.get(case.get("later", ""))
    assert later(left, right) is expected is later(right, left)


BLOG = """Flood in Talvik: live

14:05 GMT
Fourteen people were killed in the Talvik flood, the ministry said.

13:20 GMT
Nine people were killed in the Talvik flood, the ministry said.

12:00 GMT
Three people were killed in the Talvik flood, the ministry said. They were 3 of one family.
"""


def test_an_entry_of_a_live_blog_is_later_than_the_one_before() -> None:
    """Also than an article of an hour between them; what stands in one entry is of one time."""
    blog = Article("blog", BLOG, "1", published="2024-05-12")
    report = Article("report", "Ten people were killed in the Talvik flood, the ministry said.", "2", published="2024-05-12T13:40")
    extracts = {one.id: claims_in(one) for one in (blog, report)}
    told = [
        Statement(Facet.QUANTITY, claim, blog if claim.article == "blog" else report, claim.quantities[0])
        for extract in extracts.values()
        for claim in extract.claims
        if claim.quantities and claim.predicate.lemma == "kill"
    ]
    fourteen, nine, three, ten = told
    assert newer(fourteen, nine) is newer(nine, fourteen) is fourteen
    assert newer(ten, nine) is newer(nine, ten) is newer(ten, three) is ten
    assert newer(fourteen, ten) is fourteen
    assert newer(three, three) is None
    (alignment,) = [one for one in compared([blog, report], extracts).alignments if one.verdict is Verdict.SUPERSEDED]
    assert len(alignment.claims) == 4
    assert alignment.facets[0].rule == "quantity.superseded"


@pytest.mark.parametrize(
    ("words", "lemma", "raised"),
    [
        ("the toll rose to 24", "rise", True),
        ("the toll rose by 24", "rise", False),
        ("24 rose to speak", "rise", False),
        ("fled to 24", "flee", False),
    ],
)
def test_a_count_is_raised_by_its_words(words: str, lemma: str, raised: bool) -> None:
    """A count is an update where a verb that raises leads to it."""
    assert is_raised(statement(Facet.QUANTITY, {"text": "24", "value": 24, "context": words, "lemma": lemma}, 1)) is raised


@pytest.mark.parametrize(
    ("words", "lemma", "growing"),
    [
        ("It has been viewed more than 150,000 times", "view", True),
        ("It has been viewed more than 150,000 times", "time", True),
        ("It was shared 150,000 times", "time", True),
        ("It rang 150,000 times", "time", False),
    ],
)
def test_a_clip_is_seen_more_often_every_hour(words: str, lemma: str, growing: bool) -> None:
    """Whether the claim is the verb or the number alone."""
    value = {"text": "150,000 times", "value": 150_000, "unit": "time", "context": words, "lemma": lemma}
    assert is_growing(statement(Facet.QUANTITY, value, 1)) is growing
