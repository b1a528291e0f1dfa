"""Is a page one file that allows itself nothing, and the same whenever it is made?"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

import pytest
from jinja2 import UndefinedError

from crosscheck.extract.topics import catalogue
from crosscheck.judge.catalogue import entries
from crosscheck.model.claim import Span
from crosscheck.model.explanation import Explanation
from crosscheck.model.report import Report
from crosscheck.model.revision import Aspect, Change, Kind, Revision, Side
from crosscheck.report import Look, format_named
from crosscheck.report.html.page import rendered
from tests.report.made import ANSWERS, EXTRACT, GULF, HARBOUR, REPORT, SOURCES, TIMELINE

HTML = format_named("html")
LOOK = Look()
_OLD, _NEW = Side("Twelve", Span(32, 38), Span(32, 60)), Side("nine", Span(9, 13), Span(0, 20))
_REVISION = Revision(
    HARBOUR, GULF, (Change(Kind.CHANGED, Aspect.QUANTITY, _OLD, _NEW, "The number was “Twelve” and is now “nine”.", "Twelve", "nine"),), 1, 2
)
PAGES: dict[str, Callable[[], str]] = {
    "compare": lambda: HTML.compare(REPORT, LOOK),
    "matrix": lambda: HTML.matrix(REPORT, LOOK),
    "explain": lambda: HTML.explain(Explanation("a1", REPORT.alignments[0], ()), REPORT, LOOK),
    "claims": lambda: HTML.claims(REPORT.articles, REPORT.claims, LOOK),
    "inspect": lambda: HTML.inspect([GULF], {GULF.id: EXTRACT}, LOOK),
    "check": lambda: HTML.check(ANSWERS, REPORT.articles, LOOK),
    "diff": lambda: HTML.diff(_REVISION, LOOK),
    "sources": lambda: HTML.sources(SOURCES, LOOK),
    "timeline": lambda: HTML.timeline(TIMELINE, LOOK),
    "topics": lambda: HTML.topics(catalogue().topics, LOOK),
    "rules": lambda: HTML.rules(entries(), LOOK),
}


@pytest.mark.parametrize("view", PAGES)
def test_a_page_needs_nothing_else(view: str) -> None:
    """It names no file and no address that a browser would fetch, and has neither styles nor scripts in its body."""
    page = PAGES[view]()
    assert page.startswith("<!DOCTYPE html>")
    assert page.endswith("</html>\n")
    body = page.partition("</style>")[2].rpartition("<script>")[0]
    assert not re.search(r"<(?:link|img|iframe|object|embed|script|style|base|form [^>]*action)\b|\s(?:src|style|srcset|on\w+)=", body)


@pytest.mark.parametrize("view", PAGES)
def test_a_page_is_the_same_whenever_it_is_made(view: str) -> None:
    """Byte for byte."""
    assert PAGES[view]() == PAGES[view]()


def test_the_policy_allows_this_style_and_this_script_alone() -> None:
    """Their hashes are those of what stands between the tags; nothing else is allowed."""
    page = PAGES["compare"]()
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', page)
    wanted = {}
    for kind, tag in (("style-src", "style"), ("script-src", "script")):
        (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        wanted[kind] = f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
    rules = dict(rule.strip().split(" ", 1) for rule in policy.replace("&#39;", "'").split(";"))
    assert rules == {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'", **wanted}


def test_every_jump_lands() -> None:
    """Each link inside a page leads to an id that is there once."""
    for view, made in PAGES.items():
        page = made()
        ids = re.findall(r'\sid="([^"]+)"', page)
        assert len(ids) == len(set(ids)), view
        targets = set(re.findall(r'href="#([^"]+)"', page)) | set(re.findall(r'data-h="([^"]+)"', page))
        assert targets - set(ids) == set(), view


def test_what_a_template_is_not_given_is_an_error() -> None:
    """Rather than a gap that nobody sees."""
    with pytest.raises(UndefinedError):
        rendered("matrix", title="x", lede="", unread=())


def test_a_report_without_texts_has_a_page() -> None:
    """As one has that was saved without them: the words of the values are there, and it says that the articles are not."""
    page = HTML.compare(replace(REPORT, articles=tuple(replace(article, text="") for article in REPORT.articles)), LOOK)
    assert "Twelve dockers" in page
    assert "does not hold the text" in page
    assert "<mark" not in page


def test_a_story_is_named_as_a_desk_would_call_it() -> None:
    """By its number where it has no name; what its name holds is no markup."""
    named, nameless = replace(REPORT.stories[0], name="Port <b>Amal</b>"), replace(REPORT.stories[0], id="s2")
    page = HTML.compare(replace(REPORT, stories=(named, nameless)), LOOK)
    assert "<bdi>Port &lt;b&gt;Amal&lt;/b&gt;</bdi>: " in page
    assert "<bdi>story 2</bdi>: " in page


def test_nothing_to_compare_is_said() -> None:
    """No articles, no findings."""
    page = HTML.compare(Report((), (), (), (), (), (), ()), LOOK)
    assert "Nothing is told more than once." in page
