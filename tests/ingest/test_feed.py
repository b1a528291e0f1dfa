"""Which articles are in a feed?"""

from __future__ import annotations

from tests.ingest.made import draft_in, found_in, reason_in

from crosscheck.ingest.draft import Draft

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Coast</title><link>https://coast.example/</link>
<item><title>Rain &amp;amp; wind close the harbour</title><link>https://coast.example/2024/02/29/rain-closes-harbour.html</link>
<dc:creator>Ana Pires</dc:creator><pubDate>Thu, 29 Feb 2024 10:00:00 GMT</pubDate>
<description>&lt;p&gt;Short.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>The harbour is closed.</p><p>Three ships <b>wait</b>.</p><script>alert(1)</script>]]></content:encoded></item>
<item><title>Snow</title><guid>https://coast.example/snow</guid><author>desk@coast.example (Tom de Wit)</author></item>
<item><pubDate>Thu, 29 Feb 2024 10:00:00 GMT</pubDate></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Coast</title>
<entry><title>Rain</title><link rel="self" href="https://coast.example/api/1"/><link href="https://coast.example/rain"/>
<author><name>Ana Pires</name></author><published>2024-02-29T10:00:00Z</published><updated>2024-03-01T08:30:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The harbour is closed.</p><p>Ships wait.</p></div></content></entry></feed>"""


def test_an_entry_is_an_article_with_what_the_feed_says_of_it() -> None:
    """The fullest text goes before the summary; its headline stands above it, and an entry without words is named."""
    rain, snow, empty = found_in(RSS.encode(), "coast.rss")
    assert isinstance(rain, Draft)
    assert isinstance(snow, Draft)
    assert rain.text == "Rain & wind close the harbour\nThe harbour is closed.\nThree ships wait."
    assert (rain.id, rain.title, rain.publisher, rain.author) == ("rain-closes-harbour", "Rain & wind close the harbour", "The Coast", "Ana Pires")
    assert (rain.published, rain.url) == ("2024-02-29T10:00:00+00:00", "https://coast.example/2024/02/29/rain-closes-harbour.html")
    assert (snow.text, snow.author, snow.url) == ("Snow", "Tom de Wit", "https://coast.example/snow")
    assert "neither a title nor a text" in getattr(empty, "reason", "")


def test_an_atom_entry_keeps_its_first_day_apart_from_its_last() -> None:
    """`updated` is when it was modified."""
    draft = draft_in(ATOM.encode(), "feed")
    assert draft.text == "Rain\nThe harbour is closed.\nShips wait."
    assert (draft.published, draft.modified) == ("2024-02-29T10:00:00+00:00", "2024-03-01T08:30:00+00:00")
    assert (draft.author, draft.url, draft.id) == ("Ana Pires", "https://coast.example/rain", "rain")


def test_xml_that_reaches_out_or_swells_is_refused() -> None:
    """Entities of its own are what both need."""
    swelling = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>'
    reaching = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&a;</title></item></channel></rss>'
    for bomb in (swelling, reaching):
        assert "it declares entities of its own" in reason_in(bomb.encode(), "a.rss")
    assert "nested deeper" in reason_in(b"<rss>" + b"<a>" * 100_000, "a.rss")
    assert "not well formed" in reason_in(b"<rss><channel>", "a.rss")
    assert "its root is <svg>" in reason_in(b"<svg></svg>", "a.xml")


def test_a_feed_that_is_not_well_formed_is_mended() -> None:
    """ "AT&T", "&nbsp;" and a control character are no reason to lose the news; what declares entities of its own is refused as before."""
    broken = RSS.replace("<title>Snow", "<title>AT&T&nbsp;and caf&eacute; \x0b&amp; &#8212;").replace("Short", "Short &nosuch; word")
    found = [one for one in found_in(broken.encode(), "coast.rss") if isinstance(one, Draft)]
    assert [one.title for one in found] == ["Rain & wind close the harbour", "AT&T and café & —"]
    assert found[0].text.endswith("The harbour is closed.\nThree ships wait.")
    entities = RSS.replace("?>", '?><!DOCTYPE x [<!ENTITY a "b">]>').replace("Snow", "&a;&nbsp;")
    assert "entities of its own" in reason_in(entities.encode(), "coast.rss")


def test_a_broken_feed_in_another_encoding_is_mended_in_it() -> None:
    """It says which."""
    broken = RSS.replace("utf-8", "windows-1252").replace("Snow", "Café’s AT&T").encode("cp1252")
    assert [one.title for one in found_in(broken, "a.rss") if isinstance(one, Draft)][1] == "Café’s AT&T"


def test_html_that_is_escaped_twice_is_shown_once() -> None:
    """Its tags are no words."""
    twice = RSS.replace("<title>Snow</title>", "<title>Snow</title><description>&amp;lt;p&amp;gt;It fell.&amp;lt;/p&amp;gt;</description>")
    assert [one.text for one in found_in(twice.encode(), "a.rss") if isinstance(one, Draft)][1] == "Snow\nIt fell."


JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "The Coast", "authors": [{"name": "The desk"}], "items": [
{"id": 1, "url": "https://coast.example/rain.html", "title": "Rain closes the harbour", "date_published": "2024-02-29T10:00:00Z",
 "date_modified": "2024-03-01T08:30:00Z", "authors": [{"name": "Ana Pires"}],
 "content_html": "<p>The harbour is closed.</p><p>Ships <b>wait</b>.</p>"},
{"id": 2, "content_text": "Snow fell.\\n\\nRoads are shut.", "content_html": "<p>other</p>"}, {"id": 3, "summary": "Fog."}, {"id": 4}, "none"]}"""


def test_the_items_of_a_json_feed_are_articles() -> None:
    """Plain text goes before HTML and that before the summary; the feed's author stands for an item that names none."""
    rain, snow, fog, *empty = found_in(JSON.encode(), "feed.json")
    assert isinstance(rain, Draft)
    assert isinstance(snow, Draft)
    assert isinstance(fog, Draft)
    assert rain.text == "Rain closes the harbour\nThe harbour is closed.\nShips wait."
    assert (rain.id, rain.publisher, rain.author, rain.url) == ("rain", "The Coast", "Ana Pires", "https://coast.example/rain.html")
    assert (rain.published, rain.modified) == ("2024-02-29T10:00:00+00:00", "2024-03-01T08:30:00+00:00")
    assert (snow.text, snow.author, snow.id, fog.text) == ("Snow fell.\n\nRoads are shut.", "The desk", "feed-2", "Fog.")
    assert ["neither a title nor a text" in getattr(one, "reason", "") for one in empty] == [True, True]


def test_a_json_feed_without_items_is_named() -> None:
    """Whatever stands where they should be."""
    for items in ("[]", "3", "{}"):
        text = f'{{"version": "https://jsonfeed.org/version/1", "items": {items}}}'
        assert reason_in(text.encode(), "feed.json") == "there is no entry in this feed"
