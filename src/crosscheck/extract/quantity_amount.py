"""What is known of a number once its sign, scale, unit and rate have been read?"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from crosscheck.extract.quantity_lexer import Atom, is_word
from crosscheck.extract.quantity_numeral import Written
from crosscheck.values import dataclass


class Kind(StrEnum):
    """What sort of number it is; the values of `Quantity.kind`."""

    COUNT = "count"
    MEASURE = "measure"
    MONEY = "money"
    PERCENT = "percent"
    ORDINAL = "ordinal"
    AGE = "age"
    SCORE = "score"
    RATE = "rate"
    MULTIPLE = "multiple"
    FRACTION = "fraction"
    PART = "part"  # "two of the students": a part of a whole, which no other count of them contradicts
    CHANGE = "change"  # "from 300 to 350": before and after


@dataclass(frozen=True, slots=True)
class Amount(Written):
    """A number with what belongs to it.

    `number` is the atom at which the (last) number ends, `hyphen` whether a hyphen ties a unit or noun to it ("five-day").
    """

    kind: Kind = Kind.COUNT
    unit: str | None = None
    signed: str = ""  # "+" or "-" as written
    scale: float = 1.0
    plain: bool = False
    signed_money: bool = False
    hyphen: bool = False
    partitive: bool = False
    number: int = 0
    first_number: int = 0
    mod: str = ""

    @property
    def bare(self) -> bool:
        return self.unit is None and self.kind in (Kind.COUNT, Kind.CHANGE)

    def partitive_of(self, atoms: Sequence[Atom]) -> bool:
        """Whether "of the", "of his" follows: a part of a whole."""
        return is_word(atoms, self.last, "of")
