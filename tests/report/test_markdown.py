"""Is a report in Markdown whole, and can no article write in it?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosscheck.model.answer import Answer, Attitude, Bearing
from crosscheck.model.article import Skipped
from crosscheck.model.report import Report
from crosscheck.model.verdict import Verdict
from crosscheck.report import Look, format_named
from tests import snapshot
from tests.report.made import ANSWERS, GULF, MINOR, REPORT, SOURCES, TIMELINE, TOLD
from tests.report.rendered import Seen

MARKDOWN = format_named("markdown")
LOOK = Look(80)
HOSTILE = "<script>alert(1)</script> ![x](https://e.test/a.png) [y](javascript:1) | `c` **b** @all #1 {{7*7}} <!-- -->"
OURS = {"h1", "h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "strong", "code", "blockquote", "ul", "li"}


def hostile() -> Report:
    """The report with such words wherever an article, a reason or a path can bring some."""
    told = tuple(
        replace(
            one,
            question=HOSTILE,
            topics=(HOSTILE,),
            facets=tuple(replace(facet, reason=HOSTILE, label=HOSTILE, rule=HOSTILE) for facet in one.facets),
        )
        for one in REPORT.alignments
    )
    articles = tuple(replace(one, title=HOSTILE, publisher=HOSTILE, text=one.text + HOSTILE) for one in REPORT.articles)
    checks = tuple(replace(one, reason=HOSTILE) for one in REPORT.checks)
    return replace(REPORT, alignments=told, articles=articles, skipped=(Skipped(HOSTILE, HOSTILE),), checks=checks)


def test_a_report_reads_as_it_did() -> None:
    """Contradictions first, each with a table of its values, and then what is gentler."""
    assert snapshot.matches("markdown", MARKDOWN.compare(REPORT, replace(LOOK, notes=("2 dismissed: crosscheck.reviewed.toml",))))


@pytest.mark.parametrize("view", ["compare", "matrix"])
def test_no_words_of_an_article_are_markup(view: str) -> None:
    """No link, no image, no element but our own, and none of its attributes but a column's alignment."""
    seen = Seen(getattr(MARKDOWN, view)(hostile(), replace(LOOK, unfolded=tuple(Verdict))))
    assert set(seen.tags) <= OURS
    assert seen.attributes == []
    assert HOSTILE in seen.text


def test_the_other_views_are_no_markup_either() -> None:
    """Claims, answers, sources and the timeline of an article that tries."""
    article = replace(GULF, title=HOSTILE)
    shown = [
        MARKDOWN.claims([article], [TOLD], LOOK),
        MARKDOWN.check((*ANSWERS, Answer(HOSTILE, Bearing.REFUTES, Attitude.AGREE, 1.0)), [article], LOOK),
        MARKDOWN.sources(SOURCES, LOOK),
        MARKDOWN.timeline(TIMELINE, LOOK),
    ]
    assert all(set(seen.tags) <= OURS and seen.attributes == [] for seen in map(Seen, shown))


def test_every_row_of_a_table_has_its_cells() -> None:
    """GitHub drops what is too much and hides what is missing."""
    lines = MARKDOWN.compare(hostile(), LOOK).splitlines()
    widths = [line.replace("\\|", "").count("|") for line in lines if line.startswith("|")]
    heads = [line.count("|") for line in lines if line.startswith("|---")]
    assert set(widths) == set(heads)


def test_what_differs_in_words_alone_is_counted() -> None:
    """Unless it is asked for."""
    assert "… and 1 minor one; `--verdict compatible` shows all." in MARKDOWN.compare(MINOR, Look())
    assert "### Did the tank hold fuel?" in MARKDOWN.compare(MINOR, Look(unfolded=(Verdict.COMPATIBLE,)))


def test_what_is_folded_is_counted() -> None:
    """Forty agreements are thirty and a count, unless they are asked for."""
    many = replace(REPORT, alignments=tuple(replace(REPORT.alignments[3], id=f"a{number}") for number in range(40)))
    assert "… and 10 more; `--verdict agreement` shows all." in MARKDOWN.compare(many, LOOK)
    assert "more;" not in MARKDOWN.compare(many, replace(LOOK, unfolded=(Verdict.AGREEMENT,)))
