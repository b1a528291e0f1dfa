"""Which text do lines make that stand on pages?"""

from __future__ import annotations

import pytest

from crosscheck.ingest.pdf_layout import Line, Sheet, title_on, written

LEFT = [
    "The harbour of Lorvain was closed on Monday",
    "after three ships had run aground in the rain,",
    "the harbour master said. Nobody was hurt.",
    "It will open again on Friday if the wind is",
    "weak enough for the tugs to work in safety.",
]
RIGHT = [
    "The owners of the ships said that they would",
    "pay for what was damaged, about $2 million,",
    "and that they had sent for divers. The town",
    "council will meet on Thursday and hear from",
    "the captains, two of whom are still on board.",
]


def sheet(*lines: Line) -> Sheet:
    return Sheet(595, 842, lines)


def down(texts: list[str], x: float = 48, top: float = 700, size: float = 11) -> list[Line]:
    return [Line(x, top - 13 * number, size, text) for number, text in enumerate(texts)]


def test_columns_that_were_drawn_row_by_row_are_read_one_after_the_other() -> None:
    """The gutter is no wider than two letters, and the headline stands above both."""
    rows = [line for pair in zip(down(LEFT), down(RIGHT, x=300), strict=True) for line in pair]
    title = Line(48, 740, 20, "Three ships run aground at Lorvain")
    assert written([sheet(title, *rows)]) == "\n".join([title.text, " ".join(LEFT), " ".join(RIGHT)])


def test_columns_that_were_drawn_in_order_stay_so() -> None:
    """A sentence goes on at the head of the next column."""
    left, right = [*LEFT[:4], "weak enough for the"], ["tugs to work in safety.", *RIGHT]
    assert written([sheet(*down(left), *down(right, x=300))]).startswith(" ".join([*left, right[0]]))


def test_a_paragraph_begins_after_a_gap_with_an_indent_or_below_a_short_line() -> None:
    """Newspapers indent, letters leave a gap, and others do neither."""
    gap = down(LEFT) + down(RIGHT, top=700 - 13 * 5 - 12)
    indented = [*down(LEFT), Line(62, 700 - 13 * 5, 11, RIGHT[0]), *down(RIGHT[1:], top=700 - 13 * 6)]
    short = [*down([*LEFT, "He left."]), *down(RIGHT, top=700 - 13 * 6)]
    assert written([sheet(*gap)]) == written([sheet(*indented)]) == f"{' '.join(LEFT)}\n{' '.join(RIGHT)}"
    assert written([sheet(*short)]) == f"{' '.join([*LEFT, 'He left.'])}\n{' '.join(RIGHT)}"


@pytest.mark.parametrize("head", [("The Coast, 29 February 2024, page {}", 11), ("{}", 11), ("- {} -", 11), ("Page {} of 2", 11), ("Once {}", 7)])
def test_heads_feet_and_page_numbers_are_no_text(head: tuple[str, float]) -> None:
    """They repeat but for their numbers, are nothing but a number, or stand apart in small print."""
    words, size = head
    sheets = [sheet(Line(48, 800, size, words.format(number)), *down(lines)) for number, lines in enumerate((LEFT, RIGHT), 1)]
    assert written(sheets) == f"{' '.join(LEFT)}\n{' '.join(RIGHT)}"


def test_a_number_in_the_text_stays() -> None:
    """A line that is only a number is one of the page only at its edge."""
    lines = [*LEFT[:3], "45", *LEFT[3:]]
    assert " 45 " in written([sheet(*down(lines))])


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["The ships will be exam-", "ined by divers."], "The ships will be examined by divers."),
        (["It was a well-", "known captain."], "It was a well-known captain."),
        (["Two Mi-", "24 helicopters came."], "Two Mi-24 helicopters came."),
        (["He met Al-", "Amin there."], "He met Al-Amin there."),
        (["A co-operative ship, and a co-", "operative crew."], "A co-operative ship, and a co-operative crew."),
        (["The port is cooperating, the town coop-", "erating too, cooperating."], "The port is cooperating, the town cooperating too, cooperating."),
        (["A military aid, technical help, military-", "technical plans."], "A military aid, technical help, military-technical plans."),
        (["The har\u00ad", "bour is shut."], "The harbour is shut."),
        (["It rained -", "and how."], "It rained - and how."),
    ],
)
def test_a_word_that_a_line_cuts_is_made_whole(lines: list[str], text: str) -> None:
    """A hyphen of the word's own stays: before a capital or a digit, after some prefixes, and where the rest of the text has one."""
    assert written([sheet(*down(lines))]) == text


def test_the_title_is_the_largest_line_or_what_the_file_calls_itself() -> None:
    """The file's own name for itself counts only where it stands on the first page: others are names of templates."""
    first = sheet(Line(48, 740, 20, "Three ships aground"), *down(LEFT))
    assert title_on([first], None) == title_on([first], "Microsoft Word - draft3.doc") == "Three ships aground"
    assert title_on([first], "The harbour of Lorvain was closed") == "The harbour of Lorvain was closed"
    assert title_on([sheet(*down(LEFT))], None) is None
    assert title_on([], None) is None
    assert written([]) == written([sheet()]) == ""


def test_numbers_of_notes_are_no_words_and_the_notes_stand_at_the_end() -> None:
    """A note at the foot of a page parts no sentence that goes on over the page; a power keeps its number."""
    mark, note = Line(260, 652.5, 7, "1"), [Line(48, 90, 7, "1"), Line(53, 86, 11, "So the harbour master says."), Line(48, 73, 11, "He was there.")]
    first = sheet(*down(LEFT), mark, *note)
    second = sheet(*down(RIGHT))
    assert written([first, second]) == f"{' '.join(LEFT)}\n{' '.join(RIGHT)}\nSo the harbour master says. He was there."
    power = [Line(48, 700, 11, "It covers 5 km"), Line(130, 705, 7, "2"), Line(136, 700, 11, "of the coast.")]
    assert "2" in written([sheet(*power)])


def test_rows_of_a_table_items_of_a_list_and_a_broken_headline_are_lines() -> None:
    """Cells stand in one row and apart; the lines of a headline stand further apart than those of the body."""
    headline = [Line(48, 780, 20, "Three ships run aground"), Line(48, 750, 20, "at Lorvain")]
    cells = [Line(x, y, 11, words) for y, row in ((560, "Ship Crew"), (540, "Orva 12")) for x, words in zip((48, 300), row.split(), strict=True)]
    items = [Line(48, 520, 11, "• One is afloat."), Line(48, 507, 11, "• Two are not.")]
    text = written([sheet(*headline, *down(LEFT), *cells, *items)])
    assert text.split("\n") == ["Three ships run aground at Lorvain", " ".join(LEFT), "Ship\tCrew", "Orva\t12", "One is afloat.", "Two are not."]


def test_a_hyphen_from_another_font_is_no_dash() -> None:
    """It is a run of its own that touches what follows it."""
    name = [Line(48, 700, 11, "Mayor Ana Keïta"), Line(130, 700, 11, "-"), Line(134, 700, 11, "Brandt spoke")]
    dash = [Line(48, 700, 11, "It rained"), Line(100, 700, 11, "-"), Line(107, 700, 11, "and how")]
    assert written([sheet(*name)]) == "Mayor Ana Keïta-Brandt spoke"
    assert written([sheet(*dash)]) == "It rained - and how"
