"""Does a saved report come back as it was, and is anything else refused?"""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from crosscheck.errors import BadReport
from crosscheck.report import Look, format_named
from crosscheck.report.quotes import visible
from crosscheck.saved.load import has_texts, loaded, quotes_in, with_texts
from tests.report.made import GULF, HARBOUR, REPORT
from tests.test_properties import report_on, seeds

LOOK = Look()
SAVED = replace(REPORT, articles=tuple(replace(one, path=f"{one.id}.txt") for one in REPORT.articles))


@pytest.mark.parametrize("form", ["json", "jsonl"])
@pytest.mark.parametrize("texts", [True, False])
def test_a_report_comes_out_as_it_went_in(form: str, texts: bool) -> None:
    """Byte for byte, with the texts and without."""
    shape, look = format_named(form), Look(texts=texts)
    for report in (SAVED, report_on(*seeds().articles)):
        written = shape.compare(report, look)
        assert shape.compare(loaded(written, "r"), Look(texts=has_texts(loaded(written, "r")))) == written


@pytest.mark.parametrize("form", ["text", "markdown", "github", "csv", "jsonld"])
def test_with_its_texts_it_is_shown_as_if_just_made(form: str) -> None:
    """In every format."""
    kept = loaded(format_named("json").compare(SAVED, Look(texts=True)), "r")
    assert format_named(form).compare(kept, LOOK) == format_named(form).compare(SAVED, LOOK)


def test_texts_come_from_articles_of_the_same_hash() -> None:
    """And from no others: a file that has changed says nothing about the report."""
    kept = loaded(format_named("json").compare(SAVED, LOOK), "r")
    found = with_texts(kept, [GULF, replace(HARBOUR, sha256="9" * 64)])
    assert [article.is_whole for article in found.articles] == [True, False, False]
    assert found.articles[0].text == GULF.text


def test_without_a_text_every_quote_is_still_at_its_place() -> None:
    """What lies between is an ellipsis, and no paragraph is named."""
    seed = report_on(*seeds().articles)
    kept = with_texts(loaded(format_named("json").compare(seed, LOOK), "r"), [])
    texts = {article.id: article.text for article in kept.articles}
    assert all(texts[name][span.start : span.end] == words for _, name, words, span in quotes_in(seed))
    shown = format_named("text").compare(kept, LOOK)
    assert "¶" not in shown
    assert visible("overthrown by Goïta … who is behind the order") in " ".join(shown.split())


def test_a_place_beyond_all_texts_costs_nothing() -> None:
    """A report from elsewhere cannot fill the memory, and what it quotes beside the point is left out."""
    data = json.loads(format_named("json").compare(SAVED, LOOK))
    data["claims"][0]["span"] = [0, 10**15]
    data["claims"][1]["span"] = [5, 3]
    assert all(len(article.text) < 1000 for article in with_texts(loaded(json.dumps(data), "r"), []).articles)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "is no report"),
        ("no JSON", "is no JSON, nor is its line 1"),
        ("[1, 2]", "is no report: line 1 is no object"),
        ('{"claims": []}', "is no report"),
        ('{"alignments": [], "schema_version": 2}', "has schema_version 2"),
        ('{"alignments": [], "schema_version": 1}', "is no whole report"),
        ('{"alignments": 5, "schema_version": 1, "articles": null, "tool": {"version": "1"}}', "is no whole report"),
        ('{"type": "story", "id": 5}', "is no whole report"),
    ],
)
def test_what_is_no_report_is_refused(text: str, problem: str) -> None:
    """In one line, with the file."""
    with pytest.raises(BadReport) as error:
        loaded(text, "r.json")
    assert str(error.value).startswith(f"r.json {problem}")


def test_a_report_of_another_version_says_so_again() -> None:
    """It was that version that judged."""
    data = json.loads(format_named("json").compare(SAVED, LOOK))
    data["tool"]["version"] = "0.0.1"
    kept = loaded(json.dumps(data), "r")
    assert kept.version == "0.0.1"
    assert json.loads(format_named("json").compare(kept, LOOK)) == data
