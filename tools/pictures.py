"""Which pictures of the page stand in the docs, and how are they made anew?

    python -m tools.pictures

Each is what Chromium shows of `crosscheck compare --format html` on the seeds, kept in docs/pictures/. They are not compared in tests: fonts differ.
"""

from __future__ import annotations

import struct
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from crosscheck.ingest.read import read
from crosscheck.pipeline import claims_in, compared
from crosscheck.report import Look, format_named
from crosscheck.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "pictures"
_FLAGS = ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Picture:
    """What is done to the page before it is taken, and how wide, high and dark the window is."""

    name: str
    pose: Callable[[Page], None] = lambda page: None
    width: int = 1180
    height: int = 740
    scheme: Literal["light", "dark"] = "light"


def jump(page: Page) -> None:
    """From the second value of the first finding to its words."""
    page.locator("#f1 .value:nth-child(2) .where").first.click()
    page.locator("#f1").evaluate("element => element.scrollIntoView()")


def search(page: Page) -> None:
    page.locator("#search").fill("helicopters")
    page.locator("#filters").evaluate("element => element.scrollIntoView()")
    page.wait_for_timeout(400)


def at(id_: str) -> Callable[[Page], None]:
    return lambda page: page.locator(f"#{id_}").evaluate("element => element.scrollIntoView()")


PICTURES = (
    Picture("compare"),
    Picture("jump", jump, height=660, scheme="dark"),
    Picture("search", search),
    Picture("matrix", at("matrix"), 860, 640),
    Picture("timeline", at("timeline"), 860, 640),
    Picture("sources", at("sources"), 860, 640),
    Picture("phone", at("f1"), 390, 780),
)


def main() -> int:
    browser = which("chromium") or which("chromium-browser") or which("google-chrome")
    if browser is None:
        print("no Chromium: install the system's package chromium", file=sys.stderr)
        return 1
    articles = read((str(ROOT / "seeds"),), Settings()).articles
    page = format_named("html").compare(compared(articles, {article.id: claims_in(article) for article in articles}), Look())
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "report.html"
        file.write_text(page, "utf-8")
        opened = playwright.chromium.launch(executable_path=browser, args=_FLAGS)
        for picture in PICTURES:
            target = FOLDER / f"{picture.name}.png"
            target.write_bytes(smaller(taken(opened, picture, file.as_uri())))
            print(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1000} kB")
        opened.close()
    return 0


def taken(browser: Browser, picture: Picture, address: str) -> bytes:
    page = browser.new_page(
        viewport={"width": picture.width, "height": picture.height}, color_scheme=picture.scheme, reduced_motion="reduce", device_scale_factor=1
    )
    page.goto(address)
    picture.pose(page)
    page.wait_for_timeout(300)  # what comes into sight is laid out
    image = page.screenshot()
    page.close()
    return image


def smaller(image: bytes) -> bytes:
    """The same picture packed as tightly as zlib can: a browser packs in haste."""
    chunks = list(_chunks(image))
    data = zlib.compress(zlib.decompress(b"".join(body for kind, body in chunks if kind == b"IDAT")), 9)
    head = [(kind, body) for kind, body in chunks if kind == b"IHDR"]
    return _SIGNATURE + b"".join(_packed(kind, body) for kind, body in (*head, (b"IDAT", data), (b"IEND", b"")))


def _chunks(image: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_SIGNATURE)
    while place < len(image):
        (length,) = struct.unpack(">I", image[place : place + 4])
        yield image[place + 4 : place + 8], image[place + 8 : place + 8 + length]
        place += length + 12


def _packed(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


if __name__ == "__main__":
    sys.exit(main())
