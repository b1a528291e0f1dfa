"""Are the pairs of reports whole, and is what is called of one told from what is not?"""

from __future__ import annotations

import pytest
from bench.pairs import FRESH, PAIRS, SETS, Pair, found, pairs, table

GUESTS = ("Vera Osk, 61, who has led the port of Lindo since May, resigned on Monday.", "Vera Osk, 64, has resigned as head of the port of Lindo.")


def test_every_side_stands_in_its_report() -> None:
    """An empty side stands everywhere: what is called of the two reports is what they differ in."""
    for pair in pairs():
        assert pair.kind or pair.sides is None or pair.field == "times"
        for report, side in zip(pair.reports, pair.sides or ("", ""), strict=True):
            assert report.strip() and side.casefold() in report.casefold()


def test_a_third_of_each_field_is_for_measuring_alone() -> None:
    """Of those that differ and of those that do not."""
    for field in {path.stem for path in PAIRS.glob("*.jsonl")}:
        for differ in (True, False):
            sets = [pair.set for pair in pairs() if pair.field == field and bool(pair.sides) is differ]
            assert sets == [SETS[at % FRESH == 0] for at in range(1, len(sets) + 1)]


@pytest.mark.parametrize(
    ("sides", "called", "other"), [(("61", "64"), True, False), (("since May", "head of the port"), False, True), (None, False, True)]
)
def test_what_is_called_is_right_where_it_stands_at_both_sides(sides: tuple[str, str] | None, called: bool, other: bool) -> None:
    """Two ages of one person: called as what the pair differs in, or as something else."""
    told = found(Pair("lives", "age", "tuned", GUESTS, sides))
    assert (told.called, told.other) == (called, other)
    assert "| lives | tuned |" in table([told])
