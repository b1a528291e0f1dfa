"""Do an article's words come out of every kind of file in which a newsroom keeps them?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.ingest import made
from tests.ingest.made import SEEDS, draft_in, found_in, lines_of, page, reason_in

from crosscheck.ingest.draft import Source
from crosscheck.ingest.kinds import drafts_in
from crosscheck.model.article import Article, Skipped
from crosscheck.pipeline import claims_in

NAMES = [seed.stem[:3] for seed in SEEDS]
WRITERS: dict[str, Callable[[list[str]], bytes]] = {
    ".docx": made.word,
    ".odt": made.opendocument,
    ".rtf": made.rich,
    ".eml": made.mail,
    ".html": lambda lines: page(lines).encode(),
}


@pytest.fixture(scope="module")
def pdf() -> Iterator[Any]:
    with made.printing() as pdf:
        yield pdf


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("seed", SEEDS, ids=NAMES)
def test_every_paragraph_of_the_seeds_comes_out_as_it_went_in(seed: Path, kind: str) -> None:
    """Nothing is lost, added or moved, whatever the file is made of; what surrounds an article on a page is left out."""
    lines = lines_of(seed)
    assert draft_in(WRITERS[kind](lines), f"news/{seed.stem}{kind}").text.split("\n") == lines


@pytest.mark.parametrize("style", ["", made.COLUMNS], ids=["one column", "two columns"])
@pytest.mark.parametrize("seed", SEEDS, ids=NAMES)
def test_a_printed_page_reads_as_its_text(seed: Path, style: str, pdf: Any) -> None:
    """Lines become paragraphs again, hyphens at line ends vanish, and neither the head nor the foot of a page is part of the article.

    A paragraph that a page break cuts after a full stop may be two, and a hyphen of the text at which the printer broke the line ("re-admitted") may
    be gone: nothing on paper tells. Where lines break depends on the fonts of the machine.
    """
    lines = lines_of(seed)
    draft = draft_in(pdf(page(lines, f"nav,footer{{display:none}}{style}")), "a.pdf")
    assert re.fullmatch(re.escape(" ".join(lines)).replace(r"\-", r"(?:-\ ?)?"), " ".join(draft.text.split("\n")))
    assert abs(len(draft.text.split("\n")) - len(lines)) <= 1
    assert draft.title == lines[0]


def test_a_file_of_any_kind_states_the_same_claims(pdf: Any) -> None:
    """Columns on paper, a Word file and a page on the web say what the text says."""
    lines = lines_of(SEEDS[0])
    told = [_claims("\n".join(lines)), *(_claims(draft_in(write(lines), f"a{kind}").text) for kind, write in WRITERS.items())]
    told.append(_claims(draft_in(pdf(page(lines, f"nav,footer{{display:none}}{made.COLUMNS}")), "a.pdf").text))
    assert len(told[0]) > 20
    assert all(claims == told[0] for claims in told)


def _claims(text: str) -> list[tuple[str, str]]:
    return [(claim.predicate.text, claim.text) for claim in claims_in(Article("a", text, "")).claims]


def test_a_mail_names_its_sender_its_day_and_its_subject() -> None:
    """The subject is the title; an HTML mail is read as it shows."""
    lines = lines_of(SEEDS[0])
    for subtype in ("plain", "html"):
        draft = draft_in(made.mail(lines, subtype), "a.eml")
        assert (draft.title, draft.author, draft.published) == (lines[0], "Ana Pires", "2024-02-29T10:00:00+00:00")
        assert draft.text.split("\n") == lines


def test_what_is_attached_to_a_mail_is_read_as_a_file() -> None:
    """A covering note is an article, and so is each file with it; a picture is none."""
    from email.message import EmailMessage

    message = EmailMessage()
    message["Subject"], message["From"] = "Fwd: rain", "desk@coast.example"
    message.set_content("See below.")
    message.add_attachment(made.word(["Rain fell.", "It stopped."]), maintype="application", subtype="msword", filename="../../rain.docx")
    message.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="logo.png")
    found = list(drafts_in(Source("a.eml", message.as_bytes())))
    assert [(one.path, one.text) for one in found if not isinstance(one, Skipped)] == [
        ("a.eml", "See below."),
        ("a.eml/rain.docx", "Rain fell.\nIt stopped."),
    ]


NOTE = "Worth a look.\n\nTom"
HEAD = "From: Ana Pires <ana@coast.example>\n{key}: Sun, 12 May 2024 at 10:00\nSubject: Flood\nTo: desk@coast.example\n\n"
STORY = "At least 14 people were killed in Talvik on Friday, the ministry said."


@pytest.mark.parametrize(
    "line",
    [
        "---------- Forwarded message ---------\n",
        "-----Original Message-----\n",
        "Begin forwarded message:\n\n",
        "________________\nOriginal Message\n",
    ],
)
def test_a_forwarded_mail_is_an_article_of_its_own_day(line: str) -> None:
    """ "On Friday" counts from the day on which it was written; what the sender adds is his."""
    key = "Sent" if "Original" in line else "Date"
    head = f"From: Tom <tom@coast.example>\nSubject: Fwd: FW: Flood\nDate: Tue, 14 May 2024 08:00:00 +0000\n\n{NOTE}\n\n"
    note, story = found_in((head + line + HEAD.format(key=key) + STORY).encode(), "a.eml")
    assert not isinstance(note, Skipped)
    assert not isinstance(story, Skipped)
    assert (note.id, note.author, note.title, note.published) == ("a", "Tom", "Flood", "2024-05-14T08:00:00+00:00")
    assert (story.id, story.author, story.title, story.published, story.text) == ("a-forwarded", "Ana Pires", "Flood", "2024-05-12", STORY)


def test_words_about_a_forwarded_message_are_no_forwarded_message() -> None:
    """Without the head of a mail below it the line is one of the text."""
    assert draft_in(b"From: a@x.example\nSubject: x\n\nOriginal message:\nRain fell.", "a.eml").text == "Original message:\nRain fell."


def test_a_mail_that_is_attached_to_a_mail_is_read_as_a_mail() -> None:
    """With its own sender and day."""
    from email.message import EmailMessage

    inner = EmailMessage()
    inner["Subject"], inner["From"], inner["Date"] = "Flood", "Ana Pires <ana@coast.example>", "Sun, 12 May 2024 10:00:00 +0000"
    inner.set_content(STORY)
    outer = EmailMessage()
    outer["Subject"] = "Re: Flood"
    outer.set_content("See below.")
    outer.add_attachment(inner)
    _, story = found_in(outer.as_bytes(), "a.eml")
    assert not isinstance(story, Skipped)
    assert (story.path, story.author, story.published, story.text) == ("a.eml/forwarded.eml", "Ana Pires", "2024-05-12T10:00:00+00:00", STORY)


@pytest.mark.parametrize("plain", ["", "Your program shows no HTML."])
def test_a_mail_whose_plain_text_is_a_stub_is_read_as_it_shows(plain: str) -> None:
    """Newsletters have their article in the HTML alone."""
    from email.message import EmailMessage

    message = EmailMessage()
    message["Subject"] = "Flood"
    message.set_content(plain)
    message.add_alternative(f"<p>{STORY}</p><p>{STORY}</p><p>{STORY}</p>", subtype="html")
    assert draft_in(message.as_bytes(), "a.eml").text == "\n".join([STORY] * 3)


def test_a_mail_that_was_cut_off_in_its_base64_is_read_as_far_as_it_came() -> None:
    """Its letters are no text; and a mark before its head, a signature and a wrong encoding are no hindrance."""
    from email.message import EmailMessage

    message = EmailMessage()
    message["Subject"], message["From"] = "Flood", "ana@coast.example"
    message.set_content(STORY, cte="base64")
    cut = message.as_bytes().rstrip()[:-31]
    assert STORY.startswith(draft_in(cut, "a.eml").text)
    assert len(draft_in(cut, "a.eml").text) > 20
    signed = b"\xef\xbb\xbfFrom: a@x.example\nSubject: x\nContent-Type: text/plain; charset=iso-8859-1\n\nIt cost \x80 5.\n-- \nAna Pires\n+44 20"
    assert draft_in(signed, "a.eml").text == "It cost € 5."


def test_tables_and_text_boxes_of_a_word_file_are_lines() -> None:
    """A row is a line; what was deleted while changes were tracked is gone."""
    from docx import Document

    document = Document()
    document.add_paragraph("Damage by district")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip((cell for row in table.rows for cell in row.cells), ("District", "Houses", "Lorvain", "45"), strict=True):
        cell.text = words
    data = made._saved(document)
    assert draft_in(data, "a.docx").text == "Damage by district\nDistrict\tHouses\nLorvain\t45"


@pytest.mark.parametrize("kind", [*WRITERS, ".pdf"])
def test_half_a_file_is_an_article_or_a_reason(kind: str, pdf: Any) -> None:
    """A file that was cut off anywhere never raises."""
    lines = lines_of(SEEDS[0])
    whole = WRITERS[kind](lines) if kind in WRITERS else pdf(page(lines))
    for part in range(1, 16):
        assert list(drafts_in(Source(f"a{kind}", whole[: len(whole) * part // 16]))) != []


@pytest.mark.parametrize(
    ("path", "data", "reason"),
    [
        ("a.docx", b"PK\x03\x04 and no more", "this is no Word file that can be read: this is no whole archive"),
        ("a.odt", b"PK\x03\x04 and no more", "this is no OpenDocument text that can be read"),
        ("a.pdf", b"%PDF-1.7 and no more", "this is no PDF that can be read: "),
        ("a.eml", b"", "there is nothing in it"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "Word files of before 2007 cannot be read; save it as .docx"),
    ],
)
def test_what_is_no_file_of_its_kind_says_so(path: str, data: bytes, reason: str) -> None:
    """One reason that names the kind."""
    assert reason_in(data, path).startswith(reason)


@pytest.mark.parametrize(
    ("module", "path", "data", "reason"),
    [
        ("pypdf", "a.pdf", b"%PDF-1.7", 'reading PDF needs crosscheck-news[pdf]: pip install "crosscheck-news[pdf]"'),
        ("trafilatura", "a.html", b"<p>Rain fell.", 'reading web pages needs crosscheck-news[web]: pip install "crosscheck-news[web]"'),
        ("striprtf.striprtf", "a.rtf", b"{\\rtf1 Rain}", 'reading RTF needs crosscheck-news[rtf]: pip install "crosscheck-news[rtf]"'),
        ("warcio.archiveiterator", "a.warc", b"WARC/1.0", 'reading web archives needs crosscheck-news[web]: pip install "crosscheck-news[web]"'),
    ],
)
def test_a_library_that_is_not_installed_is_named(module: str, path: str, data: bytes, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line says what to install."""
    monkeypatch.setitem(__import__("sys").modules, module, None)
    assert reason_in(data, path) == reason
