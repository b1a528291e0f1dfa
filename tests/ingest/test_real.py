"""Do files that real programs have written say what the article says that they were made of?"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.ingest.made import draft_in

from crosscheck.model.article import Article
from crosscheck.pipeline import claims_in

FILES = sorted(path for path in Path(__file__).parent.joinpath("real").iterdir() if path.suffix != ".md")
NOTE = "Parliament has to approve the sum."
HEADING = "What is known"
TITLE = "Flood on the Orva kills 14 as dam gate fails"
TABLE = ["District Dead Injured", "Talvik 9 21", "Lerma 5 16"]
ALIKE = str.maketrans("\u2010\u2011\u00a0\t", "--  ")
"""Layout programs choose between hyphens and blanks that look alike."""


def lines(text: str) -> list[str]:
    """The lines without the heading, which page readers leave out, and without the note, which has its own place in each kind."""
    plain = [" ".join(line.translate(ALIKE).split()) for line in text.split("\n")]
    return [line for line in plain if line and line != HEADING and not line.endswith(NOTE)]


def wanted() -> list[str]:
    said = FILES[0].with_name("article.md").read_text("utf-8").replace("[^1].", ".").replace("[^1]", "").replace("opposition's", "opposition’s")
    rows = (line for line in said.split("\n") if not line.startswith(("|--", ": ")))
    bare = (" ".join(line.replace("|", " ").split()).lstrip("#- ") for line in rows)
    return lines("\n".join(bare))


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_an_article_comes_out_of_the_file_as_it_went_in(path: Path) -> None:
    """Words, sentences and the rows of a table are there in order; marks of notes and of lists are not, nor is what stands on every page."""
    draft = draft_in(path.read_bytes(), path.name)
    found = " ".join(line for line in lines(draft.text) if "The Coast Weekly" not in line)
    without = TABLE if "columns" in path.stem else []  # LibreOffice cuts off what is wider than its column
    assert found == " ".join(line for line in wanted() if line not in without)
    assert TITLE in draft.text.split("\n")
    if not without:
        assert all(row in lines(draft.text) for row in TABLE)


@pytest.mark.parametrize("name", ["libreoffice.docx", "pandoc.html", "libreoffice.pdf", "libreoffice-columns.pdf", "chromium.pdf"])
def test_it_states_the_same_claims_in_every_kind_of_file(name: str) -> None:
    """Those of the plain text, which is the same but for its layout; only what the layout of a table breaks may be missing."""
    told = _claims("\n".join(line for line in wanted() if line not in TABLE))
    path = FILES[0].with_name(name)
    found = _claims("\n".join(line for line in lines(draft_in(path.read_bytes(), path.name).text) if line not in TABLE))
    assert len(told) > 35
    assert set(told) <= set(found)


def _claims(text: str) -> list[tuple[str, str]]:
    return [(claim.predicate.text, claim.text) for claim in claims_in(Article("a", text, "")).claims]
