"""Is only the beginning of an article there?"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.ingest.made import draft_in

from crosscheck.ingest.paywall import REASON
from crosscheck.ingest.read import read
from crosscheck.model.codec_articles import article_from_json, article_to_json
from crosscheck.settings import Settings

CASES = tomllib.loads(Path(__file__).parents[1].joinpath("cases/ingest/paywall.toml").read_text("utf-8"))["case"]
STORY = "At least 14 people were killed when a gate of the Orva dam failed on Friday night, the interior ministry said."
LINKED = {"@type": "NewsArticle", "headline": "Flood kills 14", "datePublished": "2024-05-12"}


@pytest.mark.parametrize("case", CASES, ids=[case["last"][:40] for case in CASES])
def test_a_notice_at_the_end_of_a_text_says_so(case: dict[str, Any], tmp_path: Path) -> None:
    """A sentence on subscribers says no such thing; the report has the reason, and a saved one keeps it."""
    tmp_path.joinpath("a.txt").write_text(f"Flood kills 14\n\n{STORY}\n\n{case['last']}\n", "utf-8")
    (article,) = read([str(tmp_path)], Settings()).articles
    assert article.partial == (REASON if case["partial"] else None)
    assert article_from_json(article_to_json(article, text=True)) == article


def page(said: dict[str, Any], more: str = "") -> bytes:
    data = f'<script type="application/ld+json">{json.dumps(LINKED | said)}</script>'
    body = f"<h1>Flood kills 14</h1><p>{STORY}</p><p>{STORY.replace('14', '15')}</p>{more}"
    return f"<html><head><title>x</title>{data}</head><body><a href=/>Subscribe</a><article>{body}</article></body></html>".encode()


@pytest.mark.parametrize(
    ("said", "more", "partial"),
    [
        ({"isAccessibleForFree": False, "wordCount": 900}, "", True),
        ({"isAccessibleForFree": "False"}, "<p>The dam, which was built in 1987 at a cost of $45 million, had been inspected by …</p>", True),
        ({"hasPart": [{"isAccessibleForFree": False, "cssSelector": ".more"}], "wordCount": "700"}, "", True),
        ({}, "<div><h3>To continue reading, subscribe today</h3></div>", True),
        ({"isAccessibleForFree": False, "wordCount": 45}, "", False),
        ({"isAccessibleForFree": False}, "", False),
        ({"isAccessibleForFree": True}, "<div>Subscribe to read our newsletters</div>", False),
        ({"wordCount": 900}, "", False),
    ],
)
def test_a_page_counts_as_a_part_where_its_words_bear_it_out(said: dict[str, Any], more: str, partial: bool) -> None:
    """A subscriber's copy has the same marks and the whole text."""
    assert draft_in(page(said, more), "a.html").partial == (REASON if partial else None)
