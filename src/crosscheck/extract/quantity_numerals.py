"""Which number do these atoms write?

Digits of every newsroom style (25,000; 25 000; 1.5; 1,5; 12,34,567; 1/3; 2½; 3×10^8) and words (twenty-five; half a million; two dozen;
two-thirds; several hundred), with the scale that follows (5.4bn; 2 mln; 4 hundred million).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from functools import cache

from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.quantity_lexer import Atom, is_word, tight
from crosscheck.values import dataclass

MOST_GROUPS = 7  # of digits between separators; more is no number
LONGEST = 18  # digits; a longer run is a serial number
EXACT_BELOW = 100  # smaller whole numbers are written to the last one, round or not ("10 dead" is not 12)


class Form(StrEnum):
    """How a number is written, which tells what else it may be."""

    DIGITS = "digits"
    WORDS = "words"
    FRACTION = "fraction"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in atoms `[first, last)`. `value` is None for a vague one, which lies in `[low, high]`.

    `scale` is what a scale word multiplied (1 without one), `plain` is true for digits without separator, decimals or scale.
    """

    first: int
    last: int
    value: float | None
    low: float
    high: float
    precision: float
    form: Form
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
def _numbers(key: str) -> dict[str, float]:
    return dict(table_of("quantity_numbers")[key])


@cache
def _pairs(key: str) -> dict[str, tuple[float, float]]:
    return {word: (float(low), float(high)) for word, (low, high) in table_of("quantity_numbers")[key].items()}


@cache
def doubtful(key: str = "letters") -> frozenset[str]:
    return frozenset(table_of("quantity_numbers")["doubtful_suffixes"][key])


@cache
def number_words() -> frozenset[str]:
    """Every word that can start or be a number; a text without one of them and without digits holds no quantity."""
    keys = ("cardinals", "scales", "vague", "some", "fractions", "symbols", "multiples")
    return frozenset(word for key in keys for word in table_of("quantity_numbers")[key])


def numeral_at(atoms: Sequence[Atom], index: int) -> Numeral | None:
    """The longest number that starts at `index`, or None."""
    atom = atoms[index]
    if atom.digits or (atom.text == "." and _is_leading_point(atoms, index)):
        return _scaled(atoms, _digits_at(atoms, index))
    if atom.lower in _numbers("symbols"):
        over, under = _pairs("symbols")[atom.lower]
        return _scaled(atoms, _fraction(index, index + 1, over, under))
    return _words_at(atoms, index) if atom.lower in _starters() else None


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


def step(value: float) -> float:
    """The size of the last digit written of a whole number: 25,000 -> 1000, but 1 below a hundred."""
    if abs(value) < EXACT_BELOW:
        return 1.0
    number, size = int(abs(value)), 1
    while number % 10 == 0:
        number, size = number // 10, size * 10
    return float(size)


def _fraction(first: int, last: int, over: float, under: float, whole: float = 0.0) -> Numeral:
    value = whole + over / under
    return Numeral(first, last, value, value, value, 1 / under, Form.FRACTION)


def _with_fraction(atoms: Sequence[Atom], numeral: Numeral) -> Numeral:
    """1/3, 1½, 2 1/2, 1-1/2; only of small whole numbers, and never "31/03/2022"."""
    if not numeral.plain or numeral.value is None:
        return numeral
    at = numeral.last
    if at < len(atoms) and atoms[at].lower in _numbers("symbols"):
        over, under = _pairs("symbols")[atoms[at].lower]
        return _fraction(numeral.first, at + 1, over, under, numeral.value)
    alone = _slashed(atoms, numeral.first)
    if alone is not None:
        return _fraction(numeral.first, numeral.first + 3, *alone)
    after_dash = at + 1 if is_word(atoms, at, "-") and tight(atoms, at) and tight(atoms, at + 1) else at
    mixed = _slashed(atoms, after_dash) if numeral.value < 1000 else None
    return numeral if mixed is None else _fraction(numeral.first, after_dash + 3, *mixed, numeral.value)


def _slashed(atoms: Sequence[Atom], index: int) -> tuple[float, float] | None:
    """Both parts of a proper fraction at `index`."""
    if index + 2 >= len(atoms) or not atoms[index].digits or atoms[index + 1].text not in "/⁄∕" or not atoms[index + 2].digits:
        return None
    if atoms[index + 1].gap or atoms[index + 2].gap or is_word(atoms, index + 3, "/") or len(atoms[index].text) > 2 or len(atoms[index + 2].text) > 3:
        return None
    over, under = int(atoms[index].text), int(atoms[index + 2].text)
    return (over, under) if 0 < over < under and under <= 1000 else None


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


def _scaled(atoms: Sequence[Atom], numeral: Numeral | None) -> Numeral | None:
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
    suffix = _numbers("suffixes").get(atoms[at].text)
    if suffix is not None and numeral.scale == 1.0 and _is_suffix(atoms, at):
        if atoms[at].text in doubtful():
            return replace(numeral, attached=atoms[at].text) if tight(atoms, at) and not numeral.attached else None
        return numeral.scaled(suffix, at + 1)
    at += is_word(atoms, at, "-") and at + 1 < len(atoms) and tight(atoms, at + 1)
    word = atoms[at].lower if at < len(atoms) else ""
    scale = _numbers("scales").get(word) or _numbers("scales").get(word[:-1] if word.endswith("s") and len(word) > 4 else "")
    return None if scale is None else numeral.scaled(scale, at + 1)


def _is_suffix(atoms: Sequence[Atom], at: int) -> bool:
    """A suffix ends its word, and stands at the digits unless it is of two letters or more."""
    ends = not (tight(atoms, at + 1) and atoms[at + 1].text.isalnum())
    return ends and (tight(atoms, at) or len(atoms[at].text) > 1)


# words


def _words_at(atoms: Sequence[Atom], index: int) -> Numeral | None:
    for reader in (_vague, _couple, _quarter_point, _halves, _articled, _fraction_words, _cardinal):
        found = reader(atoms, index)
        if found is not None:
            return found
    return None


def _vague(atoms: Sequence[Atom], index: int) -> Numeral | None:
    """dozens, tens of thousands, hundreds of millions, several hundred, a few thousand, a couple of hundred."""
    at = index + is_word(atoms, index, "a")
    at += is_word(atoms, at, "good")
    some = _pairs("some").get(atoms[at].lower) if at < len(atoms) else None
    if some is not None:
        after = at + 1 + is_word(atoms, at + 1, "of")
        scale = _numbers("scales").get(atoms[after].lower) if after < len(atoms) else None
        return None if scale is None else _interval(atoms, index, after + 1, some[0] * scale, some[1] * scale)
    ends = _pairs("vague").get(atoms[index].lower)
    if ends is None or (atoms[index].lower == "scores" and not is_word(atoms, index + 1, "of")):
        return None
    return _interval(atoms, index, index + 1, *ends)


def _couple(atoms: Sequence[Atom], index: int) -> Numeral | None:
    """ "A couple of hours" are two; "a couple of the men" too, as a part; "the couple" is a pair of people."""
    if not (is_word(atoms, index, "a") and is_word(atoms, index + 1, "couple", "score") and is_word(atoms, index + 2, "of")):
        return None
    if is_word(atoms, index + 1, "score"):  # "a score of jets" are twenty, "a score of 85" is none
        lettered = index + 3 < len(atoms) and atoms[index + 3].lower.endswith("s") and atoms[index + 3].letters
        return Numeral(index, index + 3, 20.0, 20.0, 20.0, 1.0, Form.WORDS) if lettered else None
    part = is_word(atoms, index + 3, "the", "these", "those", "his", "her", "its", "their")
    return Numeral(index, index + (2 if part else 3), 2.0, 2.0, 2.0, 1.0, Form.WORDS)


def _quarter_point(atoms: Sequence[Atom], index: int) -> Numeral | None:
    """ "A quarter point", "half-point", "a three-quarter percentage point": parts of a point, before its word."""
    at = index + is_word(atoms, index, "a")
    over = 3 if is_word(atoms, at, "three") else 1
    at += (over == 3) + (over == 3 and is_word(atoms, at + 1, "-"))
    under = 4 if is_word(atoms, at, "quarter") else 2 if is_word(atoms, at, "half") and over == 1 else None
    point = at + 1 + is_word(atoms, at + 1, "-")
    point += is_word(atoms, point, "percentage") + (is_word(atoms, point, "percentage") and is_word(atoms, point + 1, "-"))
    return _fraction(index, at + 1, over, under) if under is not None and is_word(atoms, point, "point") else None


def _interval(atoms: Sequence[Atom], first: int, last: int, low: float, high: float) -> Numeral:
    """Widened by "of thousands", "of millions"."""
    while is_word(atoms, last, "of") and last + 1 < len(atoms):
        word = atoms[last + 1].lower
        scale = _numbers("scales").get(word) or _numbers("scales").get(word.removesuffix("s"))
        if scale is None:
            break
        low, high, last = low * scale, high * scale, last + 2
    return Numeral(first, last, None, low, high, low, Form.VAGUE, partitive=is_word(atoms, last, "of"))


def _halves(atoms: Sequence[Atom], index: int) -> Numeral | None:
    """half a million, a quarter of a million, half an hour, half of them, a half dozen."""
    at = index + is_word(atoms, index, "a")
    if not is_word(atoms, at, "half", "quarter") or (at == index and atoms[index].lower == "quarter"):
        return None
    under = 2 if atoms[at].lower == "half" else 4
    after = at + 1
    after += is_word(atoms, after, "-", "of") and is_word(atoms, after + 1, "a", "an", "million", "billion", "dozen", "thousand")
    if is_word(atoms, after - 1, "of") and not (after + 1 < len(atoms) and atoms[after + 1].lower in _numbers("scales")):
        return None
    article = after + is_word(atoms, after, "a", "an")
    article += is_word(atoms, article, "-") and article + 1 < len(atoms) and atoms[article + 1].lower in _numbers("scales")
    scale = _numbers("scales").get(atoms[article].lower) if article < len(atoms) else None
    if scale is not None:
        return Numeral(index, article + 1, scale / under, scale / under, scale / under, scale / under, Form.WORDS, scale=scale)
    if under == 2 and article > after and not is_word(atoms, article, "of"):
        return _fraction(index, article, 1, 2)
    return None


def _articled(atoms: Sequence[Atom], index: int) -> Numeral | None:
    """a hundred, a dozen, a million and a half; "a" alone counts nothing."""
    if not is_word(atoms, index, "a", "an") or index + 1 >= len(atoms):
        return None
    scale = _numbers("scales").get(atoms[index + 1].lower)
    if scale is None or (tight(atoms, index + 2) and atoms[index + 2].text == "-" and tight(atoms, index + 3) and scale < 100):
        return None
    whole = Numeral(index, index + 1, 1.0, 1.0, 1.0, 1.0, Form.WORDS)
    return _and_a_half(atoms, _scaled(atoms, whole) or whole)


def _fraction_words(atoms: Sequence[Atom], index: int) -> Numeral | None:
    """two-thirds, three quarters, one third, a fifth of, half of, half the."""
    word = atoms[index].lower
    if word == "half":
        return _bare_half(atoms, index)
    over = 1.0 if word == "a" else _numbers("cardinals").get(word)
    if over is None or over == 0 or over > 99:
        return None
    at = index + 1
    at += is_word(atoms, at, "-") and tight(atoms, at)
    part = atoms[at].lower if at < len(atoms) else ""
    plural = part.endswith("s") and part != "halves"
    under = _numbers("fractions").get(part.removesuffix("s") if plural else part)
    if under is None or (over == 1 and plural) or (over != 1 and not plural and part != "halves"):
        return None
    scale = _scale_of(atoms, at + 1)
    if scale is not None:
        return Numeral(index, at + 4, over * scale / under, over * scale / under, over * scale / under, scale / under, Form.WORDS, scale=scale)
    whole = over == 1 and not plural
    if whole and not is_word(atoms, at + 1, "of", "more", "less", "fewer", "higher", "lower", "as") and not _is_share(atoms, index, at + 1):
        return None  # "a third man", "one third party"
    numeral = _fraction(index, at + 1, over, under)
    return replace(numeral, partitive=is_word(atoms, at + 1, "of"))


def _scale_of(atoms: Sequence[Atom], index: int) -> float | None:
    """The scale of "three quarters of a million"."""
    named = is_word(atoms, index, "of") and is_word(atoms, index + 1, "a") and index + 2 < len(atoms)
    return _numbers("scales").get(atoms[index + 2].lower) if named else None


def _is_share(atoms: Sequence[Atom], index: int, end: int) -> bool:
    """Whether "a third" or "one third" stands for a share alone: "less than a third voted", "fell by a third in June"."""
    closed = not _goes_on(atoms, end)
    if atoms[index].lower != "a":
        return closed
    bounded = is_word(atoms, index - 1, "than", "nearly", "almost", "about", "roughly", "around", "over")
    return bounded or (is_word(atoms, index - 1, "by") and (closed or atoms[end].lower in words_of("quantity_numbers", "after_share")))


def _goes_on(atoms: Sequence[Atom], index: int) -> bool:
    return index < len(atoms) and (atoms[index].text == "-" or atoms[index].letters)


def _bare_half(atoms: Sequence[Atom], index: int) -> Numeral | None:
    """ "Half of the village", "half the village"; not "the first half of", "half-time"."""
    before = atoms[index - 1].lower if index else ""
    if (
        before in _numbers("ordinals")
        or before in ("other", "latter", "opening", "better", "last", "-", "the", "his", "their", "former")
        or is_word(atoms, index + 1, "-")
    ):
        return None
    bounded = before in ("by", "than", "nearly", "almost", "about", "roughly", "around")
    if not bounded and not is_word(atoms, index + 1, "of", "the", "its", "their", "his", "her", "our", "my", "those", "these", "that", "as"):
        return None
    return replace(_fraction(index, index + 1, 1, 2), partitive=is_word(atoms, index + 1, "of"))


def _cardinal(atoms: Sequence[Atom], index: int) -> Numeral | None:
    """two hundred and five, twenty-five thousand, one and a half million, three dozen."""
    total, group, at, stop = 0.0, None, index, index
    smallest = 1e18
    while at < len(atoms):
        word = atoms[at].lower
        small = _numbers("cardinals").get(word)
        if small is not None and _fits(group, small):
            group = (group or 0.0) + small
        elif group is not None and (scale := _numbers("scales").get(word) or _plural_scale(word)) is not None and scale < smallest:
            if scale == 100 or (scale == 12 and group < 100):
                group *= scale
            else:
                total, group, smallest = total + group * scale, 0.0, scale
        else:
            break
        stop = at = at + 1
        at = _joined(atoms, at)
    if group is None:
        return None
    value = total + group
    spelled = Numeral(index, stop, value, value, value, step(value), Form.WORDS, scale=1.0 if smallest > 1e17 else smallest)
    return _and_a_half(atoms, spelled)


def _plural_scale(word: str) -> float | None:
    return _numbers("scales").get(word[:-1]) if word in ("millions", "billions", "crores", "lakhs", "trillions") else None


def _fits(group: float | None, small: float) -> bool:
    """Whether a word can go on a group: "twenty" + "five", "hundred" + "five", "thousand" + "five"; not "five" + "six"."""
    if group is None or group == 0:
        return group is None or small > 0
    if small < 10 and group % 100 >= 20 and group % 10 == 0:
        return small > 0
    return group % 100 == 0 and 0 < small < 100


def _joined(atoms: Sequence[Atom], at: int) -> int:
    """Past a hyphen, or an "and" that stands after a hundred or thousand."""
    if (
        is_word(atoms, at, "-")
        and at + 1 < len(atoms)
        and tight(atoms, at)
        and tight(atoms, at + 1)
        and atoms[at + 1].lower in _numbers("cardinals") | _numbers("scales")
    ):
        return at + 1
    after_scale = at > 0 and atoms[at - 1].lower in ("hundred", "thousand", "million")
    if is_word(atoms, at, "and") and after_scale and at + 1 < len(atoms) and atoms[at + 1].lower in _numbers("cardinals"):
        return at + 1
    return at


def _and_a_half(atoms: Sequence[Atom], numeral: Numeral) -> Numeral:
    """one and a half, two and a half million, three-and-a-half, a million and a half, three and three quarters."""
    at = numeral.last
    at += is_word(atoms, at, "-")
    if not is_word(atoms, at, "and") or numeral.value is None:
        return _widen(atoms, numeral)
    at += 1
    at += is_word(atoms, at, "-")
    over = 1.0 if is_word(atoms, at, "a", "one") else 3.0 if is_word(atoms, at, "three") else None
    at += 1
    at += is_word(atoms, at, "-")
    under = 2 if is_word(atoms, at, "half") else 4 if is_word(atoms, at, "quarter", "quarters") else None
    if over is None or under is None:
        return _widen(atoms, numeral)
    by = numeral.scale if numeral.scale > 1 else 1.0
    value = numeral.value + by * over / under
    return _widen(atoms, replace(numeral, last=at + 1, value=value, low=value, high=value, precision=by / under, scale=1.0))


def _widen(atoms: Sequence[Atom], numeral: Numeral) -> Numeral:
    """The scale after a number in words ("two and a half million"); "twelve hundred thousand" has had its own."""
    return numeral if numeral.scale > 1 else _scaled(atoms, numeral) or numeral
