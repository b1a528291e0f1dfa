"""What is a number as it is written, and what scales it: "5.4bn", "4 hundred million"?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from functools import cache

from crosscheck.extract.lexicon import table_of
from crosscheck.extract.quantity_lexer import Atom, is_word, tight
from crosscheck.values import dataclass

EXACT_BELOW = 100  # smaller whole numbers are written to the last one, round or not ("10 dead" is not 12)


class Form(StrEnum):
    """How a number is written, which tells what else it may be."""

    DIGITS = "digits"
    WORDS = "words"
    FRACTION = "fraction"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Written:
    """A number in atoms `[first, last)`. `value` is None for a vague one or a range, which lies in `[low, high]`."""

    first: int
    last: int
    value: float | None
    low: float
    high: float
    precision: float
    form: Form


@dataclass(frozen=True, slots=True)
class Numeral(Written):
    """`scale` is what a scale word multiplied (1 without one), `plain` is true for digits without separator, decimals or scale."""

    scale: float = 1.0
    plain: bool = False
    attached: str = ""  # a one-letter suffix that may be a unit as well as a scale ("7.5m")
    partitive: bool = False  # "dozens of", "two-thirds of": `last` stands before the "of"

    def scaled(self, by: float, last: int) -> Numeral:
        value = None if self.value is None else exact(self.value, by)
        return replace(
            self,
            last=last,
            value=value,
            low=exact(self.low, by),
            high=exact(self.high, by),
            precision=self.precision * by,
            scale=self.scale * by,
            plain=False,
        )


def exact(value: float, by: float) -> float:
    """The product without the noise of binary fractions: 2.3 million is 2300000."""
    return float(f"{value * by:.12g}") if abs(value * by) < 1e12 else float(f"{value * by:.15g}")


@cache
def numbers_in(key: str) -> dict[str, float]:
    return dict(table_of("quantity_numbers")[key])


@cache
def pairs_in(key: str) -> dict[str, tuple[float, float]]:
    return {word: (float(low), float(high)) for word, (low, high) in table_of("quantity_numbers")[key].items()}


@cache
def doubtful(key: str = "letters") -> frozenset[str]:
    return frozenset(table_of("quantity_numbers")["doubtful_suffixes"][key])


@cache
def number_words() -> frozenset[str]:
    """Every word that can start or be a number; a text without one of them and without digits holds no quantity."""
    keys = ("cardinals", "scales", "vague", "some", "fractions", "symbols", "multiples")
    return frozenset(word for key in keys for word in table_of("quantity_numbers")[key])


def step(value: float) -> float:
    """The size of the last digit written of a whole number: 25,000 -> 1000, but 1 below a hundred."""
    if abs(value) < EXACT_BELOW:
        return 1.0
    number, size = int(abs(value)), 1
    while number % 10 == 0:
        number, size = number // 10, size * 10
    return float(size)


def fraction_of(first: int, last: int, over: float, under: float, whole: float = 0.0) -> Numeral:
    value = whole + over / under
    return Numeral(first, last, value, value, value, 1 / under, Form.FRACTION)


def scaled(atoms: Sequence[Atom], numeral: Numeral | None) -> Numeral | None:
    """The number with the scale words and suffixes after it."""
    if numeral is None or numeral.form is Form.VAGUE:
        return numeral
    while True:
        wider = _one_scale(atoms, numeral)
        if wider is None:
            return numeral
        numeral = wider


def _one_scale(atoms: Sequence[Atom], numeral: Numeral) -> Numeral | None:
    at = numeral.last
    if at >= len(atoms):
        return None
    suffix = numbers_in("suffixes").get(atoms[at].text)
    if suffix is not None and numeral.scale == 1.0 and _is_suffix(atoms, at):
        if atoms[at].text in doubtful():
            return replace(numeral, attached=atoms[at].text) if tight(atoms, at) and not numeral.attached else None
        return numeral.scaled(suffix, at + 1)
    at += is_word(atoms, at, "-") and at + 1 < len(atoms) and tight(atoms, at + 1)
    word = atoms[at].lower if at < len(atoms) else ""
    scale = numbers_in("scales").get(word) or numbers_in("scales").get(word[:-1] if word.endswith("s") and len(word) > 4 else "")
    return None if scale is None else numeral.scaled(scale, at + 1)


def _is_suffix(atoms: Sequence[Atom], at: int) -> bool:
    """A suffix ends its word, and stands at the digits unless it is of two letters or more."""
    ends = not (tight(atoms, at + 1) and atoms[at + 1].text.isalnum())
    return ends and (tight(atoms, at) or len(atoms[at].text) > 1)
