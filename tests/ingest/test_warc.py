"""Which articles are in a web archive?"""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from gzip import compress
from hashlib import sha256
from pathlib import Path
from zlib import compress as deflated

import pytest
from tests.ingest.made import SEEDS, found_in, lines_of, page, reason_in
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crosscheck.ingest.draft import Draft
from crosscheck.ingest.read import read
from crosscheck.model.article import Fetched
from crosscheck.model.codec_articles import article_from_json, article_to_json
from crosscheck.settings import Settings

URL = "https://coast.example/2024/02/29/"


def crawled(records: list[tuple[str, str, str, bytes]], *, gzip: bool = True) -> bytes:
    """A crawl of (url, status, content type, body)."""
    kept = io.BytesIO()
    writer = WARCWriter(kept, gzip=gzip)
    writer.write_record(writer.create_warcinfo_record("crawl.warc", {"software": "a test"}))
    for url, status, kind, body in records:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        day = {"WARC-Date": "2024-03-01T12:00:00Z"}
        record = writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=headers, warc_headers_dict=day)
        writer.write_record(record)
    return kept.getvalue()


def seeds() -> list[tuple[str, str, str, bytes]]:
    return [(f"{URL}{seed.stem}.html", "200 OK", "text/html; charset=utf-8", page(lines_of(seed)).encode()) for seed in SEEDS]


def test_each_page_of_a_crawl_is_an_article_with_its_address_and_its_day() -> None:
    """Compressed or not; pictures, refusals and robots.txt are passed over."""
    others = [
        (f"{URL}a.png", "200 OK", "image/png", b"\x89PNG"),
        (f"{URL}gone.html", "404 Not Found", "text/html", b"<p>Gone.</p>"),
        ("https://coast.example/robots.txt", "200 OK", "text/plain", b"User-agent: *"),
    ]
    for gzip in (True, False):
        found = found_in(crawled([*others, *seeds()], gzip=gzip), "crawl.warc.gz" if gzip else "crawl.warc")
        assert [one.text.split("\n") for one in found if isinstance(one, Draft)] == [lines_of(seed) for seed in SEEDS]
        first = found[0]
        assert isinstance(first, Draft)
        assert (first.id, first.url) == (SEEDS[0].stem, f"{URL}{SEEDS[0].stem}.html")
        assert first.fetched == Fetched(first.url or "", "2024-03-01T12:00:00Z", sha256(seeds()[0][3]).hexdigest())


def test_when_a_page_was_fetched_stands_in_the_report(tmp_path: Path) -> None:
    """And is read back from it."""
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(crawled(seeds()[:1]))
    (article,) = read([str(path)], Settings()).articles
    written = article_to_json(article)
    assert written["fetched"] == {"url": article.url, "at": "2024-03-01T12:00:00Z", "sha256": sha256(seeds()[0][3]).hexdigest()}
    assert (article.published, article.publisher) == ("2024-02-29", "coast.example")
    assert article_from_json(written) == article


def test_a_crawl_in_a_wacz_is_read() -> None:
    """A .wacz is a zip with the crawl in its folder "archive"."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr("archive/data.warc.gz", crawled(seeds()))
        archive.writestr("pages/pages.jsonl", "{}")
    assert len([one for one in found_in(kept.getvalue(), "site.wacz") if isinstance(one, Draft)]) == len(SEEDS)


def test_pages_come_unpacked_and_what_cannot_be_unpacked_is_named() -> None:
    """As their server packed them: gzip and deflate are opened, another packing is said."""
    body, kept = page(lines_of(SEEDS[0])).encode(), io.BytesIO()
    writer = WARCWriter(kept, gzip=False)
    packed = {"gzip": compress(body), "deflate": deflated(body), "x-odd": b"\x28\xb5\x2f\xfd odd"}
    for name, data in packed.items():
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html"), ("Content-Encoding", name)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(f"{URL}{name}.html", "response", payload=io.BytesIO(data), http_headers=headers))
    one, other, odd = found_in(kept.getvalue(), "crawl.warc")
    assert getattr(one, "text", None) == getattr(other, "text", "") == "\n".join(lines_of(SEEDS[0]))
    assert getattr(odd, "reason", "") == "it is packed in a way that is not known: x-odd"


def test_a_page_far_longer_than_an_article_may_be_is_refused_before_it_is_read() -> None:
    """Inside an archive, too, where its length shows only when it is unpacked."""
    data = crawled([(f"{URL}a.html", "200 OK", "text/html", b"<p>" + b"The mayor left. " * 2_000_000)])
    assert "32.0 MB where 5 MB are let through" in reason_in(data, "crawl.warc.gz")


def test_a_crawl_that_was_cut_off_is_read_so_far(capsys: pytest.CaptureFixture[str]) -> None:
    """What stands before the damage is read, and the damage is said."""
    whole = crawled(seeds(), gzip=False)
    found = found_in(whole[: len(whole) * 2 // 3], "crawl.warc")
    assert capsys.readouterr() == ("", "")
    assert len([one for one in found if isinstance(one, Draft)]) >= 2
    assert "no page" in reason_in(crawled([]), "crawl.warc.gz")
    assert "web archive" in reason_in(b"WARC/1.0\r\nno header of any kind", "crawl.warc")


def test_a_crawl_larger_than_memory_is_read_page_by_page(tmp_path: Path) -> None:
    """Memory is bounded by the largest page: pictures of forty megabytes leave no trace."""
    path = tmp_path / "crawl.warc"
    path.write_bytes(crawled([(f"{URL}{n}.png", "200 OK", "image/png", b"\x00" * 4_000_000) for n in range(10)] + seeds()[:1], gzip=False))
    tracemalloc.start()
    try:
        found = read([str(path)], Settings())
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
    assert len(found.articles) == 1
