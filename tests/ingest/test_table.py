"""Which articles are in a table?"""

from __future__ import annotations

import pytest
from tests.ingest.made import found_in, reason_in

from crosscheck.ingest.draft import Draft

ROWS = [["Headline", "Body", "Outlet", "Date", "id"], ["Rain", "Rain fell.\nIt stopped; a bit, later.", "The Coast", "29 February 2024", "r1"]]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_columns_are_found_by_their_names(mark: str) -> None:
    """Whatever stands between them; a cell in quotes may have several lines."""
    text = "\r\n".join(mark.join(f'"{cell}"' for cell in row) for row in ROWS) + "\r\n\r\n"
    (draft,) = found_in(b"\xef\xbb\xbf" + text.encode(), "a.csv")
    assert draft == Draft("a.csv", "r1", ROWS[1][1], "Rain", "The Coast", None, "2024-02-29", place="a.csv:2")


def test_a_row_without_a_text_is_named_and_the_others_go_on() -> None:
    """A short row lacks its last columns; one of blanks is none."""
    first, second, third = found_in(b"id,text\n1,Rain fell.\n2\n,\n3,Snow fell.\n", "a.csv")
    assert (getattr(first, "text", ""), getattr(third, "text", "")) == ("Rain fell.", "Snow fell.")
    assert (second.path, getattr(second, "reason", "")[:24]) == ("a.csv:3", 'there is no "text" in it')


def test_a_table_of_figures_is_no_article() -> None:
    """The columns that it has are named."""
    assert reason_in(b"year,deaths\n2020,3\n", "a.csv") == 'no column of it is called "text", "body" or "content" (its columns: year, deaths)'


def test_a_table_of_excel_names_its_mark_in_its_first_line() -> None:
    """ "sep=;" is no row."""
    (draft,) = found_in(b"sep=;\r\nid;text\r\n1;Rain fell, and snow.\r\n", "a.csv")
    assert getattr(draft, "text", "") == "Rain fell, and snow."


def test_a_table_without_rows_says_so() -> None:
    """The names of columns alone are no article."""
    assert reason_in(b"id,title,text\n", "a.csv") == "there is no row below the names of its columns"
