"""Which number do these atoms write?

Digits of every newsroom style (25,000; 25 000; 1.5; 1,5; 12,34,567; 1/3; 2½; 3×10^8) and words (twenty-five; half a million; two dozen;
two-thirds; several hundred), with the scale that follows (5.4bn; 2 mln; 4 hundred million).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from crosscheck.extract.quantity_lexer import Atom, is_word, tight
from crosscheck.extract.quantity_numeral import Form, Numeral, fraction_of, number_words, numbers_in, pairs_in, scaled, step
from crosscheck.extract.quantity_numeral_words import words_at

MOST_GROUPS = 7  # of digits between separators; more is no number
LONGEST = 18  # digits; a longer run is a serial number


def numeral_at(atoms: Sequence[Atom], index: int) -> Numeral | None:
    """The longest number that starts at `index`, or None."""
    atom = atoms[index]
    if atom.digits or (atom.text == "." and _is_leading_point(atoms, index)):
        return scaled(atoms, _digits_at(atoms, index))
    if atom.lower in numbers_in("symbols"):
        over, under = pairs_in("symbols")[atom.lower]
        return scaled(atoms, fraction_of(index, index + 1, over, under))
    return words_at(atoms, index) if atom.lower in _starters() else None


@cache
def _starters() -> frozenset[str]:
    return number_words() | {"a", "an"}


# digits


def _is_leading_point(atoms: Sequence[Atom], index: int) -> bool:
    return tight(atoms, index + 1) and atoms[index + 1].digits and (atoms[index].gap or index == 0 or not atoms[index - 1].text.isalnum())


def _digits_at(atoms: Sequence[Atom], index: int) -> Numeral | None:
    if len(atoms[index].text) > LONGEST:
        return None
    if atoms[index].text == ".":
        return _decimal(index, index + 2, "0." + atoms[index + 1].text)
    found = _with_separators(atoms, index) or _with_spaces(atoms, index) or _whole(index, index + 1, atoms[index].text)
    return _power_of_ten(atoms, _with_fraction(atoms, found))


def _separated(atoms: Sequence[Atom], index: int) -> list[tuple[str, str]]:
    """The groups after the first: (separator, digits), all touching."""
    groups: list[tuple[str, str]] = []
    at = index + 1
    while (
        at + 1 < len(atoms)
        and len(groups) < MOST_GROUPS
        and atoms[at].text in ",.'’"
        and tight(atoms, at)
        and tight(atoms, at + 1)
        and atoms[at + 1].digits
        and (atoms[at].text in ",." or len(atoms[at + 1].text) == 3)  # 1'250'000 is Swiss, 6'2 are feet and inches
    ):
        groups.append((atoms[at].text if atoms[at].text in ",." else ",", atoms[at + 1].text))
        at += 2
    return groups


def _with_separators(atoms: Sequence[Atom], index: int) -> Numeral | None:
    """25,000 and 1.5 and 12,34,567.8; "1,5" is a decimal comma; None where the marks make no number of more than the first run."""
    groups = _separated(atoms, index)
    if not groups:
        return None
    head, last = atoms[index].text, index + 1 + 2 * len(groups)
    *inner, (mark, tail) = groups
    marks = {m for m, _ in groups}
    if len(marks) == 1 and _is_grouped(head, [d for _, d in groups], mark):
        return _whole(index, last, head + "".join(d for _, d in groups), grouped=True)
    if len(groups) == 1 and (mark == "." or len(tail) <= 2) and len(tail) <= LONGEST:
        return _decimal(index, last, f"{head}.{tail}")
    if len(inner) and {m for m, _ in inner} == {"," if mark == "." else "."} and _is_grouped(head, [d for _, d in inner], inner[0][0], True):
        return _decimal(index, last, head + "".join(d for _, d in inner) + "." + tail)
    if mark == "," and len(groups) == 1:
        return _whole(index, index + 1, head)  # "in 2008,2009": two numbers
    return None


def _is_grouped(head: str, groups: list[str], mark: str, with_decimals: bool = False) -> bool:
    """Thousands, or the Indian way: pairs before a last three. One group after a point is a decimal."""
    if head.startswith("0") or len(head) > 3 or len(groups[-1]) != 3 or len(head) + sum(map(len, groups)) > LONGEST:
        return False
    if mark == "." and len(groups) == 1 and not with_decimals:
        return False
    threes = all(len(group) == 3 for group in groups)
    return threes or (mark == "," and len(head) <= 2 and all(len(group) == 2 for group in groups[:-1]))


def _with_spaces(atoms: Sequence[Atom], index: int) -> Numeral | None:
    """25 000, with one space (or a thin or hard one) between groups of three."""
    head, at = atoms[index].text, index + 1
    while at < len(atoms) and at < index + MOST_GROUPS and atoms[at].digits and len(atoms[at].text) == 3 and atoms[at].start == atoms[at - 1].end + 1:
        at += 1
    if at == index + 1 or len(head) > 3 or head.startswith("0") or (at < len(atoms) and atoms[at].digits) or at - index > 5:
        return None
    if atoms[index + 1].text != "000" and len(head) == 3 and at == index + 2:
        return None  # "Boeing 747 200 passengers"
    return _whole(index, at, "".join(a.text for a in atoms[index:at]), grouped=True)


def _whole(first: int, last: int, digits: str, grouped: bool = False) -> Numeral:
    value = float(int(digits))
    return Numeral(first, last, value, value, value, step(value), Form.DIGITS, plain=not grouped)


def _decimal(first: int, last: int, written: str) -> Numeral:
    value = float(written)
    return Numeral(first, last, value, value, value, 10.0 ** -len(written.partition(".")[2]), Form.DIGITS)


def _with_fraction(atoms: Sequence[Atom], numeral: Numeral) -> Numeral:
    """1/3, 1½, 2 1/2, 1-1/2; only of small whole numbers, and never "31/03/2022"."""
    if not numeral.plain or numeral.value is None:
        return numeral
    at = numeral.last
    if at < len(atoms) and atoms[at].lower in numbers_in("symbols"):
        over, under = pairs_in("symbols")[atoms[at].lower]
        return fraction_of(numeral.first, at + 1, over, under, numeral.value)
    alone = _slashed(atoms, numeral.first)
    if alone is not None:
        return fraction_of(numeral.first, numeral.first + 3, *alone)
    after_dash = at + 1 if is_word(atoms, at, "-") and tight(atoms, at) and tight(atoms, at + 1) else at
    mixed = _slashed(atoms, after_dash) or _set_apart(atoms, after_dash) if numeral.value < 1000 else None
    return numeral if mixed is None else fraction_of(numeral.first, after_dash + 3, *mixed, numeral.value)


def _slashed(atoms: Sequence[Atom], index: int) -> tuple[float, float] | None:
    """Both parts of a proper fraction at `index`."""
    if index + 2 >= len(atoms) or not atoms[index].digits or atoms[index + 1].text not in "/⁄∕" or not atoms[index + 2].digits:
        return None
    if atoms[index + 1].gap or atoms[index + 2].gap or is_word(atoms, index + 3, "/") or len(atoms[index].text) > 2 or len(atoms[index + 2].text) > 3:
        return None
    over, under = int(atoms[index].text), int(atoms[index + 2].text)
    return (over, under) if 0 < over < under and under <= 1000 else None


def _set_apart(atoms: Sequence[Atom], index: int) -> tuple[float, float] | None:
    """Both parts of a half, a third or the like that archives write "2 1 / 2"."""
    if index + 2 >= len(atoms) or atoms[index + 1].text != "/" or not (atoms[index + 1].gap and atoms[index + 2].gap):
        return None
    over, under = atoms[index].text, atoms[index + 2].text
    return (int(over), int(under)) if under in ("2", "3", "4", "8") and over.isdecimal() and 0 < int(over) < int(under) else None


def _power_of_ten(atoms: Sequence[Atom], numeral: Numeral) -> Numeral:
    """1.6×10−19, 3 x 10^8, 6.02×10²³ is left (superscripts are letters to the lexer)."""
    at = numeral.last
    if numeral.value is None:
        return numeral
    alone = numeral.value == 10 and is_word(atoms, at, "^")
    if not alone and not (is_word(atoms, at, "×", "x", "*", "·") and at + 1 < len(atoms) and atoms[at + 1].text == "10"):
        return numeral
    numeral = replace(numeral, value=1.0, low=1.0, high=1.0, precision=1.0) if alone else numeral
    at += 0 if alone else 2
    at += is_word(atoms, at, "^")
    sign = -1 if is_word(atoms, at, "-", "−", "–") else 1
    at += sign < 0
    if not (tight(atoms, at) and atoms[at].digits and len(atoms[at].text) <= 2):
        return numeral
    return numeral.scaled(10.0 ** (sign * int(atoms[at].text)), at + 1)


# scales


# words
