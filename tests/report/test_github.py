"""Do annotations stand at the right place, and can no article forge one?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosscheck.model.article import Article
from crosscheck.model.claim import Span
from crosscheck.model.report import Check, Report
from crosscheck.report import Look, format_named
from tests.report.made import ANSWERS, GULF, HARBOUR, REPORT, SOURCES, WIDE

GITHUB = format_named("github")
LOOK = Look(80)


def on_file(*articles: Article) -> tuple[Article, ...]:
    return tuple(replace(article, path=f"news/{article.id}.txt") for article in articles)


def parsed(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Level, properties and message of each line, unescaped as the runner does."""
    found = []
    for line in text.splitlines():
        head, _, message = line.removeprefix("::").partition("::")
        level, _, properties = head.partition(" ")
        pairs = (part.partition("=") for part in properties.split(","))
        found.append((level, {name: unescaped(value) for name, _, value in pairs}, unescaped(message)))
    return found


def unescaped(text: str) -> str:
    for code, mark in (("%0A", "\n"), ("%0D", "\r"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, mark)
    return text


def test_lines_and_columns_cut_out_the_words() -> None:
    """Counted from 1, the end included, as GitHub has it."""
    report = replace(REPORT, articles=on_file(GULF, HARBOUR, WIDE))
    texts = {article.path: article.text.split("\n") for article in report.articles}
    mentions = {mention.text for one in report.alignments for facet in one.facets for value in facet.values for mention in value.mentions}
    for level, at, _ in parsed(GITHUB.compare(report, LOOK)):
        words = texts[at["file"]][int(at["line"]) - 1][int(at["col"]) - 1 : int(at["endColumn"])]
        assert words in mentions or level == "warning"


def test_the_gravest_come_first() -> None:
    """A contradiction is an error, a figure that does not come out a warning, the rest are notices."""
    levels = [level for level, _, _ in parsed(GITHUB.compare(REPORT, LOOK))]
    assert levels == sorted(levels, key=["error", "warning", "notice"].index)
    assert set(levels) == {"error", "warning", "notice"}


def test_the_message_names_every_value() -> None:
    """With the reason, so that one need not look elsewhere."""
    _, at, message = parsed(GITHUB.compare(REPORT, LOOK))[0]
    assert at["title"] == REPORT.alignments[0].question
    assert all(words in message for words in (REPORT.alignments[0].facets[0].reason, "Twelve dockers", "ten", "quantity.different", "a1"))


def test_where_the_file_is_not_the_text_only_the_file_is_named() -> None:
    """A line of a JSON Lines file is not a line of the article."""
    report = replace(REPORT, articles=tuple(replace(one, path="news.jsonl") for one in REPORT.articles))
    assert all(set(at) == {"file", "title"} for _, at, _ in parsed(GITHUB.compare(report, LOOK)))


@pytest.mark.parametrize(
    ("path", "named"), [("news.zip/a/old.txt", {"file": "news.zip", "title": ""}), ("https://coast.example/old.txt", {"title": ""})]
)
def test_what_is_no_file_of_the_checkout_has_no_line(path: str, named: dict[str, str]) -> None:
    """Of what lies in an archive the archive is named, of what came from the web nothing: GitHub knows no such file."""
    report = replace(REPORT, articles=tuple(replace(one, path=path) for one in REPORT.articles))
    assert all(at.keys() == named.keys() and at.get("file") == named.get("file") for _, at, _ in parsed(GITHUB.compare(report, LOOK)))


@pytest.mark.parametrize("words", ["a\n::error::b", "a::b", "50%0A of", "x,line=1::y", "\r\n::stop-commands::x"])
def test_no_article_forges_an_annotation(words: str) -> None:
    """What breaks a line or a property is escaped."""
    check = Check(GULF.id, "checks.years", False, Span(0, 3), words, words)
    shown = GITHUB.compare(replace(REPORT, alignments=(), checks=(check,), articles=(replace(GULF, path=f"{words}.txt"),)), LOOK)
    ((_, at, message),) = parsed(shown)
    assert at["file"] == f"{words}.txt"
    assert message.startswith(words.split("\n")[0].strip("\r"))


def test_the_other_views_have_their_annotations() -> None:
    """What refutes a claim is an error; a passage that two share is a notice."""
    assert [level for level, _, _ in parsed(GITHUB.check(ANSWERS, [HARBOUR], LOOK))] == ["error", "notice"]
    assert [level for level, _, _ in parsed(GITHUB.sources(SOURCES, LOOK))] == ["notice"]
    assert GITHUB.compare(Report((), (), (), (), (), (), ()), LOOK) == ""
