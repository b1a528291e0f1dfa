"""What does an address answer, and what does it not get out of us?"""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest
from tests.ingest.made import SEEDS, lines_of, page

from crosscheck.ingest.draft import Source
from crosscheck.ingest.read import read
from crosscheck.ingest.web import Fetching
from crosscheck.model.article import Skipped
from crosscheck.settings import Limits, Settings, Web

OPEN = Web(timeout=2, delay=0, allow_private=True)


@dataclass
class Page:
    body: bytes = b""
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    heads: dict[str, str] = field(default_factory=dict)


class Server(BaseHTTPRequestHandler):
    """Answers what the test has laid down; /slow sends a letter now and then, /endless never ends, /mute says nothing."""

    pages: ClassVar[dict[str, Page]] = {}
    asked: ClassVar[list[tuple[str, str]]] = []

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers.get("User-Agent", "")))
        if self.path == "/mute":
            time.sleep(4)
            return
        found = self.pages.get(self.path, Page(b"gone", status=404))
        self.send_response(found.status)
        for name, value in {"Content-Type": found.kind, **found.heads}.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            while self.path in ("/slow", "/endless"):
                self.wfile.write(b"x" * (1 if self.path == "/slow" else 100_000))
                time.sleep(0.2 if self.path == "/slow" else 0)
            self.wfile.write(found.body)
        except OSError:
            return

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on stderr."""


@pytest.fixture
def site() -> Iterator[str]:
    Server.pages.clear()
    Server.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def fetched(url: str, web: Web = OPEN, limits: Limits | None = None) -> Source | Skipped:
    return Fetching(web, limits or Limits()).source(url)


def reason(url: str, web: Web = OPEN, limits: Limits | None = None) -> str:
    found = fetched(url, web, limits)
    assert isinstance(found, Skipped), found
    return found.reason


def test_a_page_is_an_article_with_a_record_of_when_it_was_fetched(site: str) -> None:
    """After a redirection the address is the one that answered; the hash is that of the bytes that came."""
    lines = lines_of(SEEDS[0])
    body = page(lines).encode()
    Server.pages["/2024/02/29/six-more.html"] = Page(gzip.compress(body), heads={"Content-Encoding": "gzip"})
    Server.pages["/short"] = Page(status=301, heads={"Location": "/2024/02/29/six-more.html#top"})
    found = read([f"{site}/short#here", f"{site}/none"], Settings(web=OPEN))
    (article,) = found.articles
    assert article.text.split("\n") == lines
    assert (article.id, article.path, article.url, article.published) == (
        "six-more",
        f"{site}/short#here",
        f"{site}/2024/02/29/six-more.html",
        "2024-02-29",
    )
    assert article.fetched is not None
    assert (article.fetched.url, article.fetched.sha256) == (article.url, sha256(body).hexdigest())
    assert (article.fetched.at or "").endswith("Z")
    assert found.skipped == (Skipped(f"{site}/none", "it cannot be fetched: the server answers 404 Not Found"),)
    assert all(agent.startswith("crosscheck/") for _, agent in Server.asked)


@pytest.mark.parametrize(("kind", "suffix"), [("text/plain", ".txt"), ("application/json", ".json"), ("application/rss+xml", ".rss")])
def test_other_kinds_are_read_as_what_the_server_says(site: str, kind: str, suffix: str) -> None:
    """Text, records and feeds."""
    rss = b"<rss><channel><item><title>Rain fell on the coast</title></item></channel></rss>"
    Server.pages["/a"] = Page({".txt": b"Rain fell.", ".json": b'{"text": "Rain fell."}', ".rss": rss}[suffix], kind)
    assert [article.text.partition(" ")[0] for article in read([f"{site}/a"], Settings(web=OPEN)).articles] == ["Rain"]


def test_the_own_network_is_asked_only_on_demand(site: str) -> None:
    """Neither directly nor over a redirection, to whatever it leads."""
    assert "is this machine or one of its own network; --allow-private" in reason(f"{site}/a", replace(OPEN, allow_private=False))
    assert Server.asked == []
    for place, words in (("file:///etc/passwd", "no address of the web"), ("ftp://a.example/x", "no address of the web")):
        Server.pages["/away"] = Page(status=302, heads={"Location": place})
        assert words in reason(f"{site}/away")


def test_a_redirection_is_checked_like_the_first_address(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A public page that leads to a private machine is not followed."""
    Server.pages["/a"] = Page(status=302, heads={"Location": "http://inner.example/secret"})
    host = site.rpartition("/")[2].partition(":")[0]
    monkeypatch.setattr("crosscheck.ingest.reach.is_public", lambda address: address == host)
    resolve = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda name, *more, **named: resolve("127.0.0.2" if name == "inner.example" else name, *more, **named))
    assert "inner.example is this machine or one of its own network" in reason(f"{site}/a", replace(OPEN, allow_private=False))


def test_what_goes_round_in_circles_ends(site: str) -> None:
    """Five redirections are enough."""
    Server.pages["/a"] = Page(status=302, heads={"Location": "/b"})
    Server.pages["/b"] = Page(status=307, heads={"Location": "/a"})
    assert "more than 5 times" in reason(f"{site}/a")
    assert len(Server.asked) <= 7


@pytest.mark.parametrize("path", ["/slow", "/mute"])
def test_a_slow_server_is_left(site: str, path: str) -> None:
    """Whether it says nothing or a letter now and then."""
    Server.pages["/slow"] = Page()
    began = time.monotonic()
    assert "no answer within 0.5 seconds" in reason(f"{site}{path}", replace(OPEN, timeout=0.5))
    assert time.monotonic() - began < 2


def test_an_answer_has_an_end(site: str) -> None:
    """Neither an endless stream nor a bomb fills the memory."""
    Server.pages["/endless"] = Page()
    Server.pages["/bomb"] = Page(gzip.compress(b"\0" * 30_000_000), heads={"Content-Encoding": "gzip"})
    Server.pages["/odd"] = Page(b"x", heads={"Content-Encoding": "br"})
    assert "more than 1 MB" in reason(f"{site}/endless", limits=Limits(file_mb=1))
    assert "packed more than 250 times over" in reason(f"{site}/bomb")
    assert "packed as br" in reason(f"{site}/odd")


def test_robots_are_heard(site: str) -> None:
    """What is forbidden to all or to crosscheck is not asked; where the file cannot be had, nothing is; where there is none, all."""
    Server.pages["/open"] = Server.pages["/shut/a"] = Page(b"<p>Rain fell.")
    assert isinstance(fetched(f"{site}/open"), Source)
    Server.pages["/robots.txt"] = Page(b"User-agent: *\nDisallow: /shut\n\nUser-agent: crosscheck\nDisallow: /shut/\n", "text/plain")
    Server.asked.clear()
    assert "asks that it be left alone" in reason(f"{site}/shut/a")
    assert isinstance(fetched(f"{site}/open"), Source)
    assert "/shut/a" not in [path for path, _ in Server.asked]
    Server.pages["/robots.txt"] = Page(status=503)
    assert "asks that it be left alone" in reason(f"{site}/open")


def test_a_host_is_not_asked_twice_at_once(site: str) -> None:
    """The delay lies between any two requests, that for robots.txt among them, which is asked for once."""
    pauses = list[float]()
    Server.pages["/a"] = Server.pages["/b"] = Page(b"<p>Rain fell.")
    fetching = Fetching(replace(OPEN, delay=5), Limits(), sleep=pauses.append)
    assert [isinstance(fetching.source(f"{site}{path}"), Source) for path in ("/a", "/b")] == [True, True]
    assert [path for path, _ in Server.asked] == ["/robots.txt", "/a", "/b"]
    assert len(pauses) == 2
    assert all(4 < pause <= 5 for pause in pauses)


def test_what_is_no_web_server_or_no_article_says_so(site: str) -> None:
    """A picture, a port where nobody answers, a name that nobody has."""
    Server.pages["/a.png"] = Page(b"\x89PNG", "image/png")
    assert "what is there is image/png, which holds no article" in reason(f"{site}/a.png")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        assert "does not answer as a web server does: connection refused" in reason(f"http://127.0.0.1:{free.getsockname()[1]}/")
    assert "no machine is called" in reason("http://nobody.invalid/")


def test_nothing_is_asked_unless_an_address_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """With sockets forbidden, files are read as ever."""

    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("a network was asked")

    monkeypatch.setattr(socket, "socket", forbidden)
    monkeypatch.setattr(socket, "getaddrinfo", forbidden)
    assert len(read([str(SEEDS[0].parent)], Settings()).articles) == len(SEEDS)


@pytest.mark.parametrize(
    ("said", "body"), [("text/plain; charset=koi8-r", "Иван said it."), ('text/html; Charset="Windows-1251"', "<p>Иван said it.</p>")]
)
def test_the_encoding_that_the_server_names_is_taken(said: str, body: str, site: str) -> None:
    """The bytes alone do not tell one Cyrillic code page from another."""
    name = "koi8-r" if "koi8" in said else "cp1251"
    Server.pages["/said"] = Page(body.encode(name), said)
    source = Fetching(OPEN, Limits()).source(f"{site}/said")
    assert isinstance(source, Source)
    assert source.text == body
