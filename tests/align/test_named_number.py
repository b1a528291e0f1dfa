"""Do all reports that name a thing name one of it, or several?"""

from __future__ import annotations

import pytest

from crosscheck.model.article import Article
from crosscheck.model.claim import Facet
from crosscheck.model.report import Report
from crosscheck.pipeline import claims_in, compared

SHARED = "The trawler Astrid caught fire off Talvik on Monday night, and the coast guard of Talvik put the fire out.\n"


def counts(*sentences: str) -> list[tuple[str, str]]:
    """The questions and reasons of all facets on a number."""
    articles = [Article(name, SHARED + sentence, name) for name, sentence in zip("ab", sentences, strict=True)]
    report: Report = compared(articles, {article.id: claims_in(article) for article in articles})
    return [(one.question, facet.reason) for one in report.alignments for facet in one.facets if facet.facet is Facet.QUANTITY]


@pytest.mark.parametrize(
    ("sentences", "reason"),
    [
        (
            ("The guard sent its rescue helicopter to the trawler Astrid.", "A doctor of the trawler Astrid left it by the rescue helicopter."),
            "Both speak of one: “helicopter” and “rescue helicopter”.",
        ),
        (
            ("Men threw petrol bombs at the trawler Astrid.", "Petrol bombs hit the trawler Astrid."),
            "Both speak of several: “petrol bombs” and “Petrol bombs”.",
        ),
    ],
)
def test_what_all_name_as_one_or_as_several_is_so_many(sentences: tuple[str, str], reason: str) -> None:
    """The reason says how many and in which words."""
    assert reason.casefold() in [found.casefold() for _, found in counts(*sentences)]


@pytest.mark.parametrize(
    "sentences",
    [
        ("The guard sent its helicopter to the trawler Astrid.", "No helicopter circled over the trawler Astrid."),
        ("The guard praised the weather near the trawler Astrid.", "The weather near the trawler Astrid was praised."),
        ("The bomb squad of Talvik boarded the trawler Astrid.", "The trawler Astrid was searched by the bomb squad of Talvik."),
        ("Two of the helicopters circled over the trawler Astrid.", "The helicopters circled over the trawler Astrid."),
    ],
)
def test_nothing_is_counted_of_none_of_weather_of_parts_of_words_or_beside_a_number(sentences: tuple[str, str]) -> None:
    """No reason speaks of one or of several."""
    assert not [reason for _, reason in counts(*sentences) if reason.startswith("Both speak of")]
