"""Where do the entries of a live blog begin in a web page?"""

from __future__ import annotations

import json

import pytest
from tests.ingest.made import draft_in

from crosscheck.ingest.entries import entries_in
from crosscheck.ingest.live import told, with_stamps

ENTRIES = (
    (
        "2024-05-12T13:05:00.000Z",
        "14.05 BST",
        "Toll rises to 14",
        "The toll has risen to 14, the ministry says. The mayor was arrested an hour ago, police said.",
    ),
    (
        "2024-05-12T12:20:00.000Z",
        "13.20 BST",
        "Nine dead",
        "Nine people have been killed, the ministry says. Rescue teams from three towns are on their way.",
    ),
    (
        "2024-05-12T11:00:00.000Z",
        "12.00 BST",
        "Dam fails",
        "Three people were killed when a dam failed, the ministry says. The power is out in the whole town.",
    ),
)
LINKED = {
    "@type": "LiveBlogPosting",
    "headline": "Flood – live",
    "datePublished": "2024-05-12T11:58:00+01:00",
    "liveBlogUpdate": [
        {"@type": "BlogPosting", "headline": title, "articleBody": body, "datePublished": f"2024-05-12T{clock[:5].replace('.', ':')}:00+01:00"}
        for _, clock, title, body in ENTRIES
    ],
}


def paragraphs(body: str) -> str:
    return "".join(f"<p>{sentence.rstrip('.')}.</p>" for sentence in body.split(". "))


SHAPES = {
    "a time in a link above a headline": lambda at, clock, title, body: (
        f'<article class="block"><p><a href="#b"><time datetime="{at}">{clock}</time></a></p><h2>{title}</h2>{paragraphs(body)}</article>'
    ),
    "a time within the headline": lambda at, clock, title, body: (
        f"<li><article><header><h3><span>{clock[:5].replace('.', ':')}</span><span> {title}</span></h3></header>{paragraphs(body)}</article></li>"
    ),
    "a time at the side": lambda at, clock, title, body: (
        f'<div class="liveblog-entry"><aside><time datetime="{at}">3 hours ago</time></aside><div>{paragraphs(body)}</div></div>'
    ),
    "how long ago": lambda at, clock, title, body: (
        f"<div><div><span>2h ago</span> <span>({clock[:5].replace('.', ':')} GMT)</span></div><h2>{title}</h2>{paragraphs(body)}</div>"
    ),
    "linked data": lambda at, clock, title, body: f"<div><h2>{title}</h2>{paragraphs(body)}</div>",
}


def page(shape: str) -> bytes:
    head = f'<script type="application/ld+json">{json.dumps(LINKED)}</script>' if shape == "linked data" else ""
    entries = "".join(SHAPES[shape](*entry) for entry in ENTRIES)
    about = "<p>Follow the latest on the failure of the Orva dam, which has cut off the town of Talvik since Sunday morning.</p>"
    meta = '<meta property="article:published_time" content="2024-05-12T10:58:00Z">'
    return (
        f"<html><head><title>Flood – live</title>{meta}{head}</head><body class=liveblog><nav><a href=/>Home</a></nav>"
        f"<main><article><h1>Flood – live</h1>{about}{entries}</article></main><footer>Terms</footer></body></html>"
    ).encode()


@pytest.mark.parametrize("shape", SHAPES)
def test_each_entry_of_a_page_has_its_time_above_it(shape: str) -> None:
    """In whatever way the page says it; sentences stand under the time of their entry, and once."""
    draft = draft_in(page(shape), "a.html")
    found = entries_in(draft.text, draft.published)
    clocks = ["13:05", "12:20", "11:00"] if shape == "a time at the side" else ["14:05", "13:20", "12:00"]
    assert [(entry.order, (entry.moment or "")[11:]) for entry in found] == list(zip((2, 1, 0), clocks, strict=True))
    for entry, (*_, body) in zip(found, ENTRIES, strict=True):
        told = draft.text[entry.span.start : entry.span.end]
        assert all(sentence.rstrip(".") in told for sentence in body.split(". "))
        assert draft.text.count(body.split(". ")[0]) == 1


def test_times_of_another_page_are_no_entries() -> None:
    """Teasers with times of their own make no live blog of an article."""
    markup = page("a time in a link above a headline").replace(b"liveblog", b"news").replace(b"live", b"news")
    draft = draft_in(markup, "a.html")
    assert not entries_in(draft.text, draft.published)


@pytest.mark.parametrize(
    ("element", "stamp"),
    [
        ('<time datetime="2024-05-12T23:30:00Z">00:30 BST</time>', "2024-05-13 00:30"),
        ('<time datetime="2024-05-12T00:30:00Z"><b>8.30pm</b> EDT</time>', "2024-05-11 20:30"),
        ('<time datetime="2024-05-12T14:05:00+02:00">two hours ago</time>', "2024-05-12 14:05 +0200"),
        ("<time datetime=2024-05-12T14:05:00Z>99:99</time>", "2024-05-12 14:05 UTC"),
    ],
)
def test_a_time_is_written_as_the_page_shows_it(element: str, stamp: str) -> None:
    """On the day on which it was that o'clock there."""
    assert with_stamps(element) == f"</p><p>{stamp}</p><p>"


@pytest.mark.parametrize(
    "markup", ["<time datetime=2024-05-12>Sunday</time>", "<time>14:05</time>", "<time datetime=2024-99-99T14:05:00Z>x</time>", "<time " * 500]
)
def test_a_time_that_a_machine_cannot_read_stays(markup: str) -> None:
    """A day alone dates no entry."""
    assert with_stamps(markup) == markup


@pytest.mark.parametrize("updates", [None, "x", [], [None, 1, {}], [{"datePublished": "2024-05-12T14:05:00Z", "articleBody": "It rained."}] * 2])
def test_updates_without_times_or_texts_are_none(updates: object) -> None:
    """As are fewer than three."""
    assert told(updates) is None
