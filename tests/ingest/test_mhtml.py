"""Which page is in a file that a browser saved as one?"""

from __future__ import annotations

import pytest
from tests.ingest.made import draft_in, reason_in

from crosscheck.ingest.draft import Source
from crosscheck.ingest.kinds import kind_of

SAVED = """From: <Saved by Blink>
Snapshot-Content-Location: https://coast.example/2024/rain.html
Subject: Rain
Date: Fri, 1 Mar 2024 09:00:00 +0100
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----x"

------x
Content-Type: image/svg+xml
Content-Location: https://coast.example/harbour.svg

<svg></svg>
------x
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://coast.example/2024/rain.html

<html><head><title>Rain</title></head><body><article><h1>Rain closes the harb=
our</h1><p>The harbour of Orva is closed, the caf=E9 owner said.</p></article></body></html>
------x--
"""


@pytest.mark.parametrize("name", ["rain.mhtml", "rain.mht", "saved"])
def test_a_saved_page_is_read_as_the_page_that_it_was(name: str) -> None:
    """With the address at which it stood and the moment when it was saved, which is no day of the article."""
    draft = draft_in(SAVED.encode(), name)
    assert draft.text.split("\n") == ["Rain closes the harbour", "The harbour of Orva is closed, the café owner said."]
    assert (draft.url, draft.published) == ("https://coast.example/2024/rain.html", None)
    assert draft.fetched
    assert (draft.fetched.url, draft.fetched.at) == ("https://coast.example/2024/rain.html", "2024-03-01T08:00:00Z")


def test_one_without_an_address_has_no_moment_either() -> None:
    """`fetched` says what came from the web."""
    draft = draft_in(SAVED.replace("https://coast.example/2024/", "cid:").encode(), "rain.mhtml")
    assert (draft.url, draft.fetched) == (None, None)


def test_one_without_a_page_is_named() -> None:
    """It may hold pictures alone."""
    assert reason_in(SAVED.replace("text/html\n", "text/css\n").encode(), "rain.mhtml") == "there is no page in it"


def test_a_mail_is_no_saved_page() -> None:
    """Though both begin with a sender."""
    assert kind_of(Source("saved", SAVED.replace("<Saved by Blink>", "Ana <ana@coast.example>").encode())) == ".eml"
