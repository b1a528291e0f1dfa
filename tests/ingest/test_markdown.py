"""Which article is in a Markdown file?"""

from __future__ import annotations

import pytest

from crosscheck.ingest.draft import Draft, Source
from crosscheck.ingest.markdown import drafts

FRONT = {
    "yaml": "---\ntitle: \"Harbour: it reopens\"\nauthor: [Ana Pires, 'Tom de Wit']\ndate: 2024-02-29 # updated\ntags:\n  - sea\n---\n",
    "toml": '+++\ntitle = "Harbour: it reopens"\nauthors = ["Ana Pires", "Tom de Wit"]\ndate = 2024-02-29\n[extra]\nx = 1\n+++\n',
    "windows": '---\r\ntitle: "Harbour: it reopens"\r\nbyline: Ana Pires, Tom de Wit\r\npublished: 29 February 2024\r\n---\r\n',
}


def draft_of(text: str) -> Draft:
    (found,) = drafts(Source("news/a.md", text.encode()))
    assert isinstance(found, Draft)
    return found


@pytest.mark.parametrize("name", FRONT)
def test_front_matter_is_metadata_and_the_rest_is_text(name: str) -> None:
    """Both notations give the same article, and the text begins below the second fence."""
    found = draft_of(FRONT[name] + "\nShips *returned*.\n")
    assert found == Draft("news/a.md", "a", found.text, "Harbour: it reopens", None, "Ana Pires, Tom de Wit", "2024-02-29")
    assert found.text.strip() == "Ships *returned*."


@pytest.mark.parametrize("text", ["Ships returned.\n---\nMore.", "---\nShips returned.\n", "# Harbour\n\nShips returned."])
def test_without_front_matter_all_is_text(text: str) -> None:
    """A rule in the middle, or a fence that is never closed, starts no front matter."""
    assert draft_of(text) == Draft("news/a.md", "a", text)


def test_an_id_of_its_own_is_kept() -> None:
    """The file's name serves only where the front matter names no id."""
    assert draft_of("---\nid: harbour-7\n---\nShips returned.").id == "harbour-7"


def test_broken_toml_says_nothing() -> None:
    """The text is read all the same."""
    assert draft_of("+++\ntitle = \n+++\nShips returned.") == Draft("news/a.md", "a", "Ships returned.")
