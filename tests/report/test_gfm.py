"""Do the words of an article stay words in Markdown?"""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.report.gfm import plain, quoted, strong, table
from crosscheck.report.quotes import Quote, isolated, visible
from tests.report.rendered import Seen

MARKS = st.sampled_from([*list("\\`*_[]()|~$#<>&@!:/-+.= \n\tab1"), "://", "www.", "GH-1", "&#64;", "<!--", "~~", "**", "](", "\u202e", "مر"])
TEXTS = st.one_of(st.text(max_size=30), st.lists(MARKS, max_size=20).map("".join))
OURS = {"table", "thead", "tbody", "tr", "th", "td", "strong"}


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_a_cell_shows_the_words_and_nothing_else(text: str) -> None:
    """Whatever a text says, its cell shows it letter by letter, and it ends no cell and opens no element."""
    seen = Seen("\n".join(table(["a", "b"], [(plain(text), "end")])))
    assert set(seen.tags) <= OURS
    assert "".join(seen.cells[2].split()) == "".join(isolated(visible(text)).split())
    assert seen.cells[3] == "end"


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_a_heading_shows_the_words(text: str) -> None:
    """So does a heading, even of words that end like one."""
    seen = Seen(f"### x{plain(text)}x")
    assert seen.tags == ["h3"]
    assert "".join(seen.text.split()) == "".join(f"x{isolated(visible(text))}x".split())


def test_a_value_stands_out_in_its_quote() -> None:
    """Bold, whatever marks it holds; spaces beside it stay."""
    seen = Seen(quoted(Quote("up to ", "*5*", " boats")))
    assert (seen.tags, seen.text.strip()) == (["p", "strong"], "“up to *5* boats”")
    assert strong(" ") == ""


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_a_quote_shows_its_words(before: str, value: str, after: str) -> None:
    """Letter by letter, bold or not."""
    seen = Seen("\n".join(table(["a"], [(quoted(Quote(before, value, after)),)])))
    assert set(seen.tags) <= OURS
    shown = "".join(isolated(visible(part)) for part in (before, value, after))
    assert "".join(seen.cells[1].split()) == "".join(f"“{shown}”".split())


def test_nobody_is_called_and_no_issue_is_told() -> None:
    """GitHub looks for names and numbers of issues in what is left when every mark is gone."""
    shown = plain("@desk see #12, GH-7 and https://evil.test or www.evil.test; #hash")
    assert not any(found in shown.replace("\\", "") for found in ("@desk", "#12", "GH-7"))
    assert "://" not in shown
    assert "www.evil" not in shown
    assert "\\#hash" in shown


def test_a_table_without_rows_is_none() -> None:
    """No empty heads."""
    assert table(["a"], []) == []
