"""How do the seeds look in other kinds of file, made by the tools that people make them with?"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from odf.opendocument import OpenDocumentText
from odf.text import H, P
from playwright.sync_api import PdfMargins
from tests.browser import browser

from crosscheck.ingest.draft import Draft, Source
from crosscheck.ingest.kinds import drafts_in
from crosscheck.model.article import Skipped

SEEDS = sorted(Path(__file__).parents[2].joinpath("seeds").glob("*.txt"))
COLUMNS = ".c{columns:2;column-gap:8mm;text-align:justify;hyphens:auto}"
_EDGE = '<div style="font-size:9px;width:100%;text-align:center">'


def lines_of(seed: Path) -> list[str]:
    """The paragraphs, without the blanks that layout cannot keep."""
    return [" ".join(line.split()) for line in seed.read_text("utf-8").split("\n") if line.strip()]


def page(lines: list[str], style: str = "", head: str = "") -> str:
    body = "".join(f"<p>{escape(line)}</p>\n" for line in lines[1:])
    return f"""<!doctype html><html lang=en><head><meta charset=utf-8><title>{escape(lines[0])}</title>{head}<style>{style}</style></head>
<body><nav><a href=/>Home</a> <a href=/world>World</a> <a href=/sport>Sport</a></nav><article><h1>{escape(lines[0])}</h1>
<div class=c>{body}</div></article><footer>Terms of use. Contact us.</footer></body></html>"""


@contextmanager
def printing() -> Iterator[Any]:
    """A function that prints a page to PDF as Chromium does, with a head and a foot on every page."""
    with browser() as opened:
        sheet = opened.new_page()

        def pdf(markup: str) -> bytes:
            sheet.set_content(markup)
            margin: PdfMargins = {"top": "20mm", "bottom": "20mm", "left": "15mm", "right": "15mm"}
            foot = f"{_EDGE}Page <span class=pageNumber></span> of <span class=totalPages></span></div>"
            data: bytes = sheet.pdf(
                format="A4", display_header_footer=True, header_template=f"{_EDGE}The Coast Weekly</div>", footer_template=foot, margin=margin
            )
            return data

        yield pdf


def word(lines: list[str]) -> bytes:
    document = Document()
    document.add_heading(lines[0], level=1)
    for line in lines[1:]:
        document.add_paragraph(line)
    return _saved(document)


def opendocument(lines: list[str]) -> bytes:
    document = OpenDocumentText()
    document.text.addElement(H(outlinelevel=1, text=lines[0]))
    for line in lines[1:]:
        document.text.addElement(P(text=line))
    return _saved(document)


def rich(lines: list[str]) -> bytes:
    r"""As word processors write it: letters beyond ASCII as \uN with a substitute."""
    coded = ("".join(mark if ord(mark) < 128 else f"\\u{ord(mark)}?" for mark in line) for line in lines)
    return ("{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0 Times New Roman;}}\n" + "".join(f"{line}\\par\n" for line in coded) + "}").encode()


def mail(lines: list[str], subtype: str = "plain") -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = lines[0], "Ana Pires <ana@coast.example>", "desk@coast.example"
    message["Date"] = "Thu, 29 Feb 2024 10:00:00 +0000"
    body = "\n".join(lines) if subtype == "plain" else page(lines).replace("<nav>", "<nav hidden>").replace("<footer>", "<footer hidden>")
    message.set_content(body, subtype=subtype, cte="quoted-printable")
    return message.as_bytes()


def _saved(document: Any) -> bytes:
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def found_in(data: bytes, path: str) -> list[Draft | Skipped]:
    return list(drafts_in(Source(path, data)))


def draft_in(data: bytes, path: str) -> Draft:
    (found,) = found_in(data, path)
    assert isinstance(found, Draft), found
    return found


def reason_in(data: bytes, path: str) -> str:
    (found,) = found_in(data, path)
    assert isinstance(found, Skipped), found
    return found.reason
