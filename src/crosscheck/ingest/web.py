"""What does an address on the web answer?

One request at a time, a pause between two to one host, nothing that its robots.txt forbids, no more bytes and no more seconds than the
settings let through. Redirections are followed by hand, since each leads to a machine that must be checked (`reach.py`).
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import field
from datetime import UTC, datetime
from hashlib import sha256
from http.client import HTTPConnection, HTTPException, HTTPResponse
from threading import Event, Timer
from urllib.parse import SplitResult, urldefrag, urljoin
from urllib.robotparser import RobotFileParser

from crosscheck import __version__
from crosscheck.ingest.bounded import MEGABYTE, Unpackable, inflated
from crosscheck.ingest.draft import Source, Stated, called_after, media_type
from crosscheck.ingest.reach import Unreachable, machine_behind, parts_of
from crosscheck.model.article import Fetched, Skipped
from crosscheck.settings import Limits, Web
from crosscheck.values import dataclass

AGENT = f"crosscheck/{__version__} (compares news articles; reads robots.txt)"
_MOST_MB = 50  # of an answer; pages have about 1, papers in PDF up to 30
_ROBOTS_MB = 0.5  # RFC 9309 asks for at least 500 kB
_REDIRECTIONS = 5
_MOVED = (301, 302, 303, 307, 308)
_KINDS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/json": ".json",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".rss",
    "application/xml": ".rss",
    "text/xml": ".rss",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "application/rtf": ".rtf",
    "message/rfc822": ".eml",
}
_TOLD_BY_CONTENT = ("", "text/plain", "application/octet-stream", "binary/octet-stream", "application/zip", "application/gzip", "application/warc")
_OFFICE = "application/vnd.o"  # openxmlformats and oasis.opendocument: their bytes tell which


@dataclass(slots=True)
class Fetching:
    """What is remembered between the requests of one run: what each host lets be read, and when it was asked last."""

    web: Web
    limits: Limits
    sleep: Callable[[float], None] = time.sleep
    asked: dict[str, float] = field(default_factory=dict)
    robots: dict[str, RobotFileParser] = field(default_factory=dict)

    def source(self, url: str) -> Source | Skipped:
        """What the address answers, to be read like a file."""
        try:
            return self._followed(url)
        except (Unreachable, Unpackable) as error:
            return Skipped(url, f"it cannot be fetched: {error}")

    def _followed(self, url: str) -> Source | Skipped:
        now = urldefrag(url).url
        for _ in range(_REDIRECTIONS + 1):
            parts = parts_of(now)
            if not self._robots_of(parts).can_fetch(AGENT, now):
                raise Unreachable(f"the robots.txt of {parts.hostname} asks that it be left alone")
            answer = self._asked(parts, min(_MOST_MB, self.limits.file_mb))
            if answer.moved is None:
                return self._read(url, now, answer)
            now = urldefrag(urljoin(now, answer.moved)).url
        raise Unreachable(f"it leads on to other addresses more than {_REDIRECTIONS} times")

    def _read(self, url: str, now: str, answer: _Answer) -> Source:
        if answer.status != 200:
            raise Unreachable(f"the server answers {answer.status} {answer.said}".rstrip())
        if answer.kind not in _KINDS and answer.kind not in _TOLD_BY_CONTENT and not answer.kind.startswith(_OFFICE):
            raise Unreachable(f"what is there is {answer.kind[:60]}, which holds no article")
        at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        fetched = Fetched(now, at, sha256(answer.data).hexdigest())
        kind = _KINDS.get(answer.kind)
        return Source(
            url, answer.data, id=called_after(now), kind=kind, stated=Stated(url=now), fetched=fetched, limits=self.limits, charset=answer.charset
        )

    def _robots_of(self, parts: SplitResult) -> RobotFileParser:
        """What the host lets be read: all where it has no such file, nothing where it fails to say (RFC 9309)."""
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self.robots:
            rules = RobotFileParser()
            answer = self._robots_answer(f"{origin}/robots.txt")
            if answer.status == 200:
                rules.parse(answer.data.decode("utf-8", "replace").splitlines())
            else:
                rules.parse(["User-agent: *", "Allow: /" if 400 <= answer.status < 500 else "Disallow: /"])
            self.robots[origin] = rules
        return self.robots[origin]

    def _robots_answer(self, url: str) -> _Answer:
        for _ in range(_REDIRECTIONS + 1):
            answer = self._asked(parts_of(url), _ROBOTS_MB, cut=True)
            if answer.moved is None:
                return answer
            url = urljoin(url, answer.moved)
        return _Answer(404, "Not Found")

    def _asked(self, parts: SplitResult, most: float, *, cut: bool = False) -> _Answer:
        """One request. Raises: Unreachable, Unpackable."""
        self._wait(parts.netloc)
        try:
            with _connected(parts, self.web) as connection:
                connection.putrequest("GET", parts._replace(scheme="", netloc="").geturl() or "/", skip_host=True, skip_accept_encoding=True)
                for name, value in (("Host", parts.netloc), ("User-Agent", AGENT), ("Accept-Encoding", "gzip"), ("Connection", "close")):
                    connection.putheader(name, value)
                connection.endheaders()
                return _answer(connection.getresponse(), most, cut=cut)
        except ssl.SSLError as error:
            raise Unreachable(f"its certificate is not in order: {error.reason or 'unknown'}") from error
        except TimeoutError as error:
            raise Unreachable(f"there was no answer within {self.web.timeout:g} seconds") from error
        except (OSError, HTTPException, ValueError) as error:
            raise Unreachable(f"{parts.hostname} does not answer as a web server does: {_said(error)}") from error

    def _wait(self, host: str) -> None:
        """No host is asked twice within the delay of the settings."""
        last = self.asked.get(host)
        if last is not None and (left := last + self.web.delay - time.monotonic()) > 0:
            self.sleep(left)
        self.asked[host] = time.monotonic()


@dataclass(frozen=True, slots=True)
class _Answer:
    """`moved` is where it leads on; `kind` is the media type and `charset` the encoding that it names."""

    status: int
    said: str
    kind: str = ""
    charset: str | None = None
    data: bytes = b""
    moved: str | None = None


@contextmanager
def _connected(parts: SplitResult, web: Web) -> Iterator[HTTPConnection]:
    """A connection to the machine that was checked; it is cut when its time is up, however busy it is.

    Raises: TimeoutError, also where the server sends a letter now and then.
    """
    machine = machine_behind(parts, allow_private=web.allow_private)
    raw = socket.create_connection(machine, timeout=web.timeout)
    late = Event()
    alarm = Timer(web.timeout, _cut, (raw, late))
    alarm.daemon = True
    alarm.start()
    try:
        connection = HTTPConnection(parts.hostname or "", machine[1], timeout=web.timeout)
        connection.sock = ssl.create_default_context().wrap_socket(raw, server_hostname=parts.hostname) if parts.scheme == "https" else raw
        yield connection
        if late.is_set():
            raise TimeoutError
    except (OSError, HTTPException, ValueError) as error:
        raise (TimeoutError() if late.is_set() else error) from error
    finally:
        alarm.cancel()
        raw.close()


def _cut(raw: socket.socket, late: Event) -> None:
    late.set()
    try:
        raw.shutdown(socket.SHUT_RDWR)
    except OSError:  # it is closed already
        return


def _answer(response: HTTPResponse, most: float, *, cut: bool) -> _Answer:
    moved = response.getheader("Location") if response.status in _MOVED else None
    said = "".join(mark for mark in response.reason or "" if mark.isprintable())[:60]
    if moved is not None or response.status != 200:
        return _Answer(response.status, said, moved=moved)
    data = response.read(int(most * MEGABYTE) + 1)
    if len(data) > most * MEGABYTE and not cut:
        raise Unpackable(f"it is too long: more than {most:g} MB")
    coding = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if coding in ("gzip", "x-gzip"):
        data = inflated(data, most)
    elif coding != "identity":
        raise Unpackable(f"it is packed as {coding[:20]}, which was not asked for")
    return _Answer(200, said, *media_type(response.getheader("Content-Type")), data)


def _said(error: Exception) -> str:
    return (getattr(error, "strerror", None) or type(error).__name__).lower()
