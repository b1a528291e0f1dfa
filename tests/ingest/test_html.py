"""Which article is in a web page, and what does the page say about it?"""

from __future__ import annotations

import json
import time

import pytest
from tests.ingest.made import SEEDS, draft_in, found_in, lines_of, page, reason_in

from crosscheck.ingest.markup import shown
from crosscheck.ingest.page import page_of
from crosscheck.ingest.page_text import plain_lines, without_counters, without_footnotes

LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Organization", "name": "The Coast Group"},
        {
            "@type": ["NewsArticle"],
            "headline": "Rain closes harbour",
            "author": [{"name": "Ana Pires"}, {"name": "Tom de Wit"}],
            "publisher": {"name": "The Coast"},
            "datePublished": "2024-02-29T10:00:00Z",
            "dateModified": "2024-03-05T09:00:00Z",
        },
    ],
}
METAS = """<meta property="og:title" content="Rain closes harbour"><meta property="og:site_name" content="The Coast">
<meta name="author" content="Ana Pires"><meta property="article:published_time" content="2024-02-29T10:00:00+00:00">
<meta property="article:modified_time" content="2024-03-05T09:00:00+00:00"><link rel="canonical" href="https://coast.example/rain">"""


def linked(*things: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(thing)}</script>' for thing in things)


def test_published_and_modified_are_kept_apart() -> None:
    """Whether a page says it to search engines or in its head."""
    for head in (linked(LINKED), METAS):
        draft = draft_in(page(lines_of(SEEDS[0]), head=head).encode(), "a.html")
        assert (draft.published, draft.modified) == ("2024-02-29T10:00:00+00:00", "2024-03-05T09:00:00+00:00")
        assert (draft.title, draft.publisher) == ("Rain closes harbour", "The Coast")
        assert (draft.author or "").startswith("Ana Pires")


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("<time datetime=2024-02-29>Thursday</time>", "2024-02-29"),
        ("<time datetime=2024-02-29></time><time datetime=2024-03-01></time>", None),
        ("<time itemprop=datePublished datetime=2024-02-29></time><time datetime=2024-03-01></time>", "2024-02-29"),
        ("<p>In 2012 it rained.", None),
    ],
)
def test_a_day_is_taken_from_a_mark_and_never_guessed(head: str, day: str | None) -> None:
    """Of several marked days none is the page's, unless one says so."""
    assert page_of(page(["Rain", "It has rained since 2012."], head=head)).published == day


def test_a_page_of_several_articles_is_none_of_them() -> None:
    """A front page's data is about others."""
    others = [{"@type": "NewsArticle", "headline": name, "datePublished": "2020-01-01"} for name in ("Rain", "Snow")]
    assert page_of(page(["Front", "Rain fell."], head=linked(others))).published is None
    assert page_of(linked("no object") + "<script type='application/ld+json'>{broken</script>").title is None


def test_a_page_in_another_encoding_is_read_in_it() -> None:
    """It names its encoding in its head."""
    lines = ["Café reopens", "The mayor’s office said on Monday that the café had cost £5m and would open in May, after three years of work."]
    markup = page(lines).replace("charset=utf-8", 'charset="windows-1252"').encode("cp1252")
    assert draft_in(markup, "a.html").text.split("\n") == lines


@pytest.mark.parametrize(
    ("said", "written"),
    [("iso-8859-1", "cp1252"), ("us-ascii", "cp1252"), ("iso-8859-1", "utf-8"), ("shift_jis", "cp932"), ("x-unknown", "utf-8"), ("utf-7", "utf-8")],
)
def test_the_name_of_an_encoding_means_what_browsers_take_it_for(said: str, written: str) -> None:
    """Latin-1 means Windows-1252, and what is UTF-8 without a flaw is UTF-8."""
    mark = "①" if written == "cp932" else "é"
    words = f"The mayor said on Monday that the caf{mark} had cost a lot of money and would open in May, after three years of work."
    markup = f"<html><head><meta charset={said}><title>Rain</title></head><body><article><h1>Rain</h1><p>{words}</p></article></body></html>"
    assert draft_in(markup.encode(written), "a.html").text == f"Rain\n{words}"


def test_lists_tables_and_notes_of_a_page_are_plain_lines() -> None:
    """As in all other kinds of file: no mark before an item, tabs between cells, no number behind a word and no arrow back."""
    assert (
        plain_lines("- Rain fell.\n• Snow fell.\n| a | 1 |\n|---|---|\nIt ended. ↩︎\n-5 degrees")
        == "Rain fell.\nSnow fell.\na\t1\nIt ended.\n-5 degrees"
    )
    assert without_footnotes('the sum.<a href="#f1" class="ref" id="r1"><sup>1</sup></a> The mayor') == "the sum. The mayor"


def test_what_a_page_hides_is_no_text() -> None:
    """Neither scripts nor what no reader sees; blocks end lines."""
    unseen = "<script>alert('x')</script><div style='display: none'>Not <b>this</b></div><svg><text>no</text></svg>"
    assert shown(f"<p>Rain<br>fell</p>{unseen}<div>on <i>the</i>\n coast</div>") == "Rain\nfell\non the coast"
    assert shown("<p>a &lt; b &amp; c") == "a < b & c"


@pytest.mark.parametrize(
    ("title", "body", "why"),
    [
        ("Rain closes harbour - The Coast", "<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>", "by a script"),
        ("Just a moment...", "<p>Checking your browser before accessing coast.example.</p>", "asks who is there"),
        ("404 Not Found", "<h1>404 Not Found</h1><p>nginx</p>", "is not there"),
    ],
)
def test_a_page_with_a_notice_in_the_place_of_its_article_is_skipped(title: str, body: str, why: str) -> None:
    """It is named with what to do, and never read as an article of one line."""
    assert why in reason_in(f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode(), "a.html")


def test_an_article_on_browsers_is_none_the_less_one() -> None:
    """A page of many words may speak of JavaScript and of pages not found."""
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    lines = [
        "Shop loses a week",
        *(f"Visitors of {day} were told to enable JavaScript, or that the page they wanted had gone, the shop said." for day in days),
    ]
    assert draft_in(page(lines).encode(), "a.html").text.split("\n")[0] == lines[0]


def test_footnotes_and_counters_are_no_words_of_an_article() -> None:
    """A raised number behind a word, and "1/3" before the captions of a gallery; a power and a fraction stay."""
    assert without_footnotes('said<sup>1</sup>. It grew,<sup id="r"><a href="#n">[2]</a></sup> by 10<sup>6</sup> m<sup>2</sup>') == (
        "said. It grew, by 10<sup>6</sup> m<sup>2</sup>"
    )
    assert without_counters("Flood\n1/3 A dam.\n2/3 A school.\n3/3 A boat.") == "Flood\nA dam.\nA school.\nA boat."
    kept = "1/3 of them left.\n2/3 of them stayed.\n1/3 came back."
    assert without_counters(kept) == kept


@pytest.mark.parametrize(
    "piece", ["said<sup>", "<sup>1<a ", "<", "<a", "<!--", "<div>", "</p>", "&", "<p hidden>", '<a href="', "<![CDATA[", "<script>", "<?"]
)
def test_a_broken_page_takes_no_longer_than_a_sound_one(piece: str) -> None:
    """A hundred thousand beginnings of anything."""
    began = time.perf_counter()
    shown(piece * 100_000)
    page_of(piece * 100_000)
    without_footnotes(piece * 100_000)
    assert time.perf_counter() - began < 10


@pytest.mark.parametrize("piece", ["<br>", "<td>1", "<b>x"])
def test_a_page_of_tags_takes_no_longer_than_a_page_of_words(piece: str) -> None:
    """What has more tags than any article is read as it shows: in seconds."""
    began = time.process_time()
    found_in(f"<html><body><p>The mayor left.{piece * (300_000 // len(piece))}".encode(), "a.html")
    assert time.process_time() - began < 8
