"""Which amounts do the atoms of a text state: numbers with their signs, units, rates and ranges?

The counted nouns, bounds and changes are not settled here; see `quantity`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.quantity_lexer import Atom, is_word, tight
from crosscheck.extract.quantity_numerals import Form, Numeral, doubtful, numeral_at
from crosscheck.extract.quantity_units import Unit, doubtful_signs, money_after, rate_at, sign_before, unit_at

DASHES = ("-", "–", "—", "−", "‐", "‑")
MINUS = ("-", "−", "–")


LISTING = (("or",), ("and",), (",",), ("to",), ("-", "or"), ("-", "and"), ("-", ","), ("or", "even"), (",", "and"), (",", "or"), ("-", ",", "and"))
WITH_ARTICLE = (("and", "a"), ("or", "a"), ("-", "to"), ("/",))
PART_OF = (("of", "the"), ("of", "a"), ("of", "its"))
TIES = ("by", "for", "on", "in", "after")


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
class Amount:
    """A number with what belongs to it, in atoms `[first, last)`; a range has `value` None and both ends.

    `number` is the atom at which the (last) number ends, `hyphen` whether a hyphen ties a unit or noun to it ("five-day").
    """

    first: int
    last: int
    value: float | None
    low: float
    high: float
    precision: float
    form: Form
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


def amounts_in(atoms: Sequence[Atom], skip: frozenset[int]) -> tuple[Amount, ...]:
    """All amounts in text order, ranges joined, units shared; `skip` are the atoms that are no numbers."""
    found: list[Amount] = []
    at = 0
    while at < len(atoms):
        numeral = None if at in skip else numeral_at(atoms, at)
        if numeral is None or _is_ordinal(atoms, numeral) or _is_in_name(atoms, numeral) or _is_by(atoms, numeral):
            at += 1
            continue
        found.append(_amount(atoms, numeral, found[-1].last if found else 0))
        at = max(found[-1].last, at + 1)
    return _shared(atoms, _rated(atoms, _joined(atoms, found)))


def _is_ordinal(atoms: Sequence[Atom], numeral: Numeral) -> bool:
    """22nd, 101st; "12st" is a weight."""
    if numeral.value is None or numeral.form is not Form.DIGITS or not tight(atoms, numeral.last) or numeral.last >= len(atoms):
        return False
    ending, number = atoms[numeral.last].lower, int(numeral.value)
    if ending == "st":
        return number % 10 == 1 and number % 100 != 11
    return ending in ("nd", "rd", "th")


def _is_by(atoms: Sequence[Atom], numeral: Numeral) -> bool:
    """A "four-by-four" is a car, "one-for-five" and "one-on-one" are no counts."""
    after = is_word(atoms, numeral.last, "-") and is_word(atoms, numeral.last + 1, *TIES) and is_word(atoms, numeral.last + 2, "-")
    before = is_word(atoms, numeral.first - 1, "-") and is_word(atoms, numeral.first - 2, *TIES) and is_word(atoms, numeral.first - 3, "-")
    return after or before


def _is_in_name(atoms: Sequence[Atom], numeral: Numeral) -> bool:
    """A number word with a capital after another capitalised word: "Harbour One", "the Big Ten title"; not in a headline in capitals."""
    first = numeral.first
    if numeral.form is Form.DIGITS or not atoms[first].text[0].isupper() or first == 0 or not atoms[first - 1].letters:
        return False
    words = [atom for atom in atoms[max(0, first - 8) : first + 8] if len(atom.text) > 3 and atom.letters]
    headline = sum(atom.text[0].isupper() for atom in words) > 0.7 * len(words)
    return atoms[first - 1].text[0].isupper() and not headline


# one amount


def _amount(atoms: Sequence[Atom], numeral: Numeral, floor: int) -> Amount:
    """The number with its sign and currency before it, its scale, unit and rate after it; it starts at atom `floor` or later."""
    first, minus = _minus_before(atoms, numeral, floor)
    sign = sign_before(atoms, first)
    if sign is not None and (sign[0] < floor or not _is_sum(atoms, sign[0], first, numeral)):
        sign = None
    numeral = _settled(atoms, numeral, sign is not None)
    if sign is not None:
        first = sign[0]
        if not minus:
            first, minus = _minus_before(atoms, replace(numeral, first=first), floor)
    amount = _from(numeral, first, "-" if minus else "")
    if sign is not None:
        return _money(atoms, amount, sign[1])
    return _with_unit(atoms, _with_plus(atoms, amount))


def _from(numeral: Numeral, first: int, sign: str) -> Amount:
    factor = -1.0 if sign == "-" else 1.0
    value = None if numeral.value is None else numeral.value * factor
    low, high = sorted((numeral.low * factor, numeral.high * factor))
    kind = Kind.FRACTION if numeral.form is Form.FRACTION and numeral.high < 1 else Kind.COUNT
    return Amount(
        first, numeral.last, value, low, high, numeral.precision, numeral.form, kind, None, sign, numeral.scale, numeral.plain,
        partitive=numeral.partitive, number=numeral.last, first_number=numeral.first,
    )  # fmt: skip


def _minus_before(atoms: Sequence[Atom], numeral: Numeral, floor: int) -> tuple[int, bool]:
    """ "minus 5", "minus-5", "-1.3%": a hyphen is a minus sign where a space or bracket stands before it and none after."""
    at = numeral.first
    if at - 1 < floor or not (atoms[at].digits or sign_before(atoms, at + 1) or atoms[at].text in "$£€.¥"):
        return at, False
    if is_word(atoms, at - 1, "minus"):
        return at - 1, True
    if at > 1 and atoms[at - 1].text in DASHES and is_word(atoms, at - 2, "minus"):
        return at - 2, True
    glued = atoms[at - 1].text in MINUS and tight(atoms, at)
    opened = at == 1 or atoms[at - 1].gap or atoms[at - 2].text in "([$£€¥"
    return (at - 1, True) if glued and opened else (at, False)


def _with_plus(atoms: Sequence[Atom], amount: Amount) -> Amount:
    if amount.first and atoms[amount.first - 1].text == "+" and tight(atoms, amount.first) and not amount.signed:
        return replace(amount, first=amount.first - 1, signed="+")
    return amount


def _is_sum(atoms: Sequence[Atom], start: int, first: int, numeral: Numeral) -> bool:
    """Whether letters before a number are a currency: always "$", "USD 10"; "R26" and "PS5" only with a scale, separator or cents."""
    text = "".join(atom.text for atom in atoms[start:first])
    if text not in doubtful_signs():
        return not (atoms[first].gap and text.isalpha() and len(text) < 3 and text not in ("RM", "Rs", "HK", "AU"))
    return numeral.form is Form.DIGITS and (not numeral.plain or bool(numeral.attached) or (numeral.value is not None and numeral.value >= 1000))


# suffixes that may be units


def _settled(atoms: Sequence[Atom], numeral: Numeral, money: bool) -> Numeral:
    """Reads a suffix that may be a scale or a unit: £250m, 2m euros, 7.5m tonnes, a wall 12m high, 32GB (no suffix)."""
    suffix = numeral.attached
    if not suffix:
        return numeral
    scale = {"k": 1e3, "K": 1e3, "L": 1e5}.get(suffix) or (1e6 if suffix.lower() in ("m", "mm", "mil") else 1e9 if suffix.lower() == "b" else 1e12)
    if money:
        return numeral.scaled(scale, numeral.last + 1)
    if suffix in doubtful("money_only"):
        return numeral
    after = numeral.last + 1
    following = atoms[after] if after < len(atoms) else None
    measured = words_of("quantity_numbers", "after_metres")
    if unit_at(atoms, after) is not None or (suffix != "m" and suffix.isupper()):
        return numeral.scaled(scale, after)
    if suffix == "m" and (following is None or not following.letters or following.lower in measured or following.text[0].isupper()):
        return numeral
    return numeral.scaled(scale, after)


# units


def _money(atoms: Sequence[Atom], amount: Amount, unit: Unit) -> Amount:
    last, unit = money_after(atoms, amount.last, unit)
    named = unit_at(atoms, last) if last < len(atoms) else None
    if named is not None and named[1].money and named[1].factor == 1.0 and unit.name in (named[1].name, "dollar", "japanese yen"):
        last, unit = named  # "¥50 yuan", "$20 Canadian dollars", "¥500 yen"
    return _with_rate(atoms, replace(amount, last=last, unit=unit.name, kind=Kind.MONEY, signed_money=True))


def _with_unit(atoms: Sequence[Atom], amount: Amount) -> Amount:
    at = amount.last
    hyphen = is_word(atoms, at, *DASHES[:1], "‑", "‐") and tight(atoms, at + 1)
    slashed = amount.form is Form.FRACTION and is_word(atoms, at, "of") and is_word(atoms, at + 1, "a", "an")
    start = at + 2 if slashed else at + 1 if hyphen else at
    if amount.form is Form.VAGUE and is_word(atoms, at, "of"):
        start = at + 1
    found = unit_at(atoms, start) if start < len(atoms) else None
    if found is None or not _fits(atoms, amount, start, *found):
        named = _prefixed(atoms, amount)
        return named if named is not None else replace(amount, hyphen=hyphen)
    last, unit = found
    aged = _age_after(atoms, last, unit)
    if aged is not None:
        return replace(amount, last=aged, unit=f"{unit.name} of age", kind=Kind.AGE, hyphen=hyphen)
    kind = Kind.MONEY if unit.money else Kind.PERCENT if unit.name == "percent" else Kind.MEASURE
    if unit.name == "time":
        kind = (
            Kind.MULTIPLE
            if is_word(atoms, last, "as", "more", "larger", "higher", "the", "bigger", "greater", "faster", "less", "lower", "its", "their")
            else Kind.COUNT
        )
    return _with_rate(atoms, replace(amount, last=last, unit=unit.name, kind=kind, hyphen=hyphen, partitive=False))


def _fits(atoms: Sequence[Atom], amount: Amount, start: int, end: int, unit: Unit) -> bool:
    """Whether a unit can belong to the number: symbols need digits, "won" a sum, "second" no "-half" after it."""
    written = "".join(a.text for a in atoms[start:end])
    if (
        len(written) <= 3
        and written not in ("day", "won", "yen", "foot", "ton", "inch")
        and amount.form is Form.WORDS
        and unit.name not in ("percent", "time")
        and written.lower() not in ("bit", "lek", "lev", "sol", "kip", "leu", "som", "amp")
    ):
        return unit.name == "ton" and written.lower() == "ton"
    if written == "won":
        return amount.low >= 100
    if written in ("second", "seconds") and amount.value != 1 and written == "second" and is_word(atoms, end, "-"):
        return False
    if unit.money and amount.hyphen and not amount.scale > 1:
        return False
    mark = atoms[start].text in ("'", "′", "″")
    if mark and (tight(atoms, end) or amount.value is None or amount.value > 1000):
        return False  # "30s' music", closing quotes
    return not (mark and any(a.text in ("'", "‘") for a in atoms[max(0, start - 40) : start]))


def _age_after(atoms: Sequence[Atom], at: int, unit: Unit) -> int | None:
    """ "-old", "old", "of age" after years, months, weeks or days."""
    if unit.name not in ("year", "month", "week", "day"):
        return None
    if is_word(atoms, at, "of") and is_word(atoms, at + 1, "age"):
        return at + 2
    at += is_word(atoms, at, "-", "–")
    return at + 1 if is_word(atoms, at, "old", "olds") and not is_word(atoms, at + 1, "-") else None


PREFIXED = {"magnitude": "magnitude", "mach": "mach"}


def _prefixed(atoms: Sequence[Atom], amount: Amount) -> Amount | None:
    """ "magnitude 7.2", "magnitude-7.2", "a magnitude of 7.2", "Mach 2"."""
    at = amount.first - 1
    at -= is_word(atoms, at, "-", "of")
    unit = PREFIXED.get(atoms[at].lower) if at >= 0 else None
    if unit is None or amount.form is Form.VAGUE:
        return None
    return replace(amount, first=at, unit=unit, kind=Kind.MEASURE)


def _with_rate(atoms: Sequence[Atom], amount: Amount) -> Amount:
    rate = rate_at(atoms, amount.last)
    if rate is None or amount.unit is None:
        return amount
    unit = "count" if amount.unit == "time" else amount.unit
    return replace(amount, last=rate[0], unit=f"{unit} per {rate[1]}", kind=Kind.RATE if amount.kind is not Kind.PERCENT else Kind.PERCENT)


# ranges, scores and shares of several amounts


def _joined(atoms: Sequence[Atom], amounts: Sequence[Amount]) -> list[Amount]:
    found: list[Amount] = []
    for amount in amounts:
        joined = _pair(atoms, found[-1], amount) if found else None
        if joined is None:
            found.append(amount)
        else:
            found[-1] = joined
    return found


def _pair(atoms: Sequence[Atom], left: Amount, right: Amount) -> Amount | None:
    """One amount of two: a range, a score, a proportion."""
    if left.value is None or right.value is None or right.first - left.last > 3:
        return None
    between = tuple(a.lower for a in atoms[left.last : right.first])
    dashed = (len(between) == 1 and between[0] in DASHES) or (not between and right.signed == "-" and left.plain)
    if dashed and not between and right.signed == "-":
        right = replace(right, value=-right.value, low=-right.low, high=-right.high)
    if dashed and left.bare and right.bare and _is_score(atoms, left, right):
        return _score(left, right)
    if between in (("in",), ("out", "of"), ("in", "every"), ("of", "every"), ("out", "of", "every")) and _is_proportion(left, right):
        return _proportion(left, right)
    if dashed or between in (
        ("to",),
        ("-", "to", "-"),
        ("to", "-"),
        ("-", "to"),
        ("to", "a"),
        ("to", "about"),
        ("to", "around"),
        ("to", "just"),
        ("to", "nearly"),
        ("up", "to"),
    ):
        return _range(atoms, left, right, _is_from(atoms, left))
    if between in (("and",), ("and", "about")) and is_word(atoms, _before(atoms, left) - 1, "between"):
        return _range(atoms, left, right, True)
    return None


APPROXIMATE = ("about", "around", "roughly", "approximately", "some", "an", "estimated", "a", "just", "only", "nearly", "the", "over", "~")


def _before(atoms: Sequence[Atom], amount: Amount) -> int:
    """The first atom of the amount with the approximators before it."""
    at = amount.first
    while at > 0 and atoms[at - 1].lower in APPROXIMATE:
        at -= 1
    return at


def _is_from(atoms: Sequence[Atom], amount: Amount) -> bool:
    return is_word(atoms, _before(atoms, amount) - 1, "from", "between")


def _is_score(atoms: Sequence[Atom], left: Amount, right: Amount) -> bool:
    """2-1 beside a word of sport or voting; any falling pair; never before a unit or after "from"."""
    if not (left.plain and right.plain) or left.value is None or right.value is None or max(left.value, right.value) > 999:
        return False
    if _is_from(atoms, left) or right.hyphen:
        return False
    window = {a.lower for a in atoms[max(0, left.first - 12) : right.last + 8]}
    falling = left.value > right.value
    small = max(left.value, right.value) < 200
    return small and (
        falling or left.value == right.value or (bool(window & words_of("quantity_strangers", "scores")) and not _noun_like(atoms, right.last))
    )


def _noun_like(atoms: Sequence[Atom], index: int) -> bool:
    """Whether a plural noun follows, as in "10-15 people"."""
    return index < len(atoms) and atoms[index].letters and atoms[index].gap and atoms[index].lower.endswith(("s", "people", "men", "women"))


def _score(left: Amount, right: Amount) -> Amount:
    low, high = sorted((left.low, right.low))
    return replace(left, last=right.last, value=None, low=low, high=high, kind=Kind.SCORE, unit="score", number=right.number, precision=1.0)


def _is_proportion(left: Amount, right: Amount) -> bool:
    small = left.value is not None and right.value is not None and 0 < left.value < right.value and left.value < 100
    return (
        small
        and left.bare
        and right.bare
        and left.low == int(left.low)
        and right.scale <= 1000
        and right.low in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 200, 250, 500, 1000, 10000, 100000)
    )


def _proportion(left: Amount, right: Amount) -> Amount:
    """one in three, nine out of ten: a share of what follows."""
    value = left.low / right.low
    return replace(
        left,
        last=right.last,
        value=value,
        low=value,
        high=value,
        kind=Kind.FRACTION,
        form=Form.FRACTION,
        number=right.number,
        precision=1 / right.low,
    )


def _range(atoms: Sequence[Atom], left: Amount, right: Amount, framed: bool) -> Amount | None:
    """Both ends in one unit; `framed` by "from" or "between", where the second may be the lower: a change, not an interval."""
    left = _spread(left, right)
    units = _one_unit(left, right, framed)
    if units is None or left.kind is Kind.SCORE or right.kind is Kind.SCORE:
        return None
    unit, kind = units
    if left.low > right.low and not (framed and is_word(atoms, _before(atoms, left) - 1, "from")):
        return None
    if not framed and left.unit is not None and left.kind is not Kind.PERCENT and _is_step(atoms, left, right):
        return None
    if left.low == right.low:
        return None
    change = framed and is_word(atoms, _before(atoms, left) - 1, "from") and (left.low > right.low or _is_moved(atoms, left))
    low, high = sorted((left.low, right.low))
    first = _before(atoms, left) - 1 if framed else left.first
    return replace(
        right, first=first, value=None, low=low, high=high, unit=unit, kind=Kind.CHANGE if change else kind,
        precision=min(left.precision, right.precision), first_number=left.first_number, plain=False, mod="down" if left.low > right.low else "",
    )  # fmt: skip


def _is_step(atoms: Sequence[Atom], left: Amount, right: Amount) -> bool:
    """Whether "to" leads from the amount of a change to where it ended: "rose by $3 billion to $40 billion"."""
    at = _before(atoms, left) - 1
    table = table_of("quantity_bounds")["change"]
    moved = at >= 0 and (atoms[at].lower in table["up"] or atoms[at].lower in table["down"] or atoms[at].lower == "by")
    return moved and is_word(atoms, right.first - 1, "to")


def _is_moved(atoms: Sequence[Atom], left: Amount) -> bool:
    table = table_of("quantity_bounds")["change"]
    at = _before(atoms, left) - 2
    return at >= 0 and (atoms[at].lower in table["up"] or atoms[at].lower in table["down"])


def _spread(left: Amount, right: Amount) -> Amount:
    """The scale of the second goes for both in "four to five thousand", "$3 to $5 billion"; not in "$300 to $2 million"."""
    if left.scale > 1 or right.scale <= 1 or left.value is None or left.low >= right.low / right.scale or not (left.plain or left.low < 1000):
        return left
    by = right.scale
    return replace(left, value=left.low * by, low=left.low * by, high=left.high * by, precision=left.precision * by, scale=by)


def _one_unit(left: Amount, right: Amount, framed: bool) -> tuple[str | None, Kind] | None:
    if left.unit == right.unit:
        return right.unit, right.kind
    if left.unit is None and left.kind is Kind.COUNT:
        return right.unit, right.kind
    if right.unit is None and (framed or left.signed_money):
        return left.unit, left.kind
    if left.unit and right.unit:
        longer, shorter = sorted((left, right), key=lambda a: -len(a.unit or ""))
        if (longer.unit or "").startswith(f"{shorter.unit} per "):
            return longer.unit, longer.kind
    return None


def _rated(atoms: Sequence[Atom], amounts: list[Amount]) -> list[Amount]:
    """A rate after a bracket goes with the amount before it: "60 million rand ($3.3 million) a year"."""
    found = list(amounts)
    for at in range(len(found) - 1):
        left, right = found[at], found[at + 1]
        bracketed = right.first == left.last + 1 and is_word(atoms, left.last, "(") and is_word(atoms, right.last, ")")
        rate = rate_at(atoms, right.last + 1) if bracketed and left.unit is not None and left.kind is not Kind.RATE else None
        if rate is not None:
            found[at] = replace(left, unit=f"{left.unit} per {rate[1]}", kind=Kind.RATE)
    return found


def _shared(atoms: Sequence[Atom], amounts: list[Amount]) -> tuple[Amount, ...]:
    """The unit of a later amount for an earlier one without: "eight or nine euros", "70 million of the 90 million kronor"."""
    found = list(amounts)
    for at in range(len(found) - 2, -1, -1):
        left, right = found[at], found[at + 1]
        between = tuple(a.lower for a in atoms[left.last : right.first])
        part_of_sum = between in PART_OF and right.kind is Kind.MONEY
        if left.bare and right.unit is not None and right.kind is not Kind.AGE and (between in LISTING or between in WITH_ARTICLE or part_of_sum):
            by_scale = _spread(left, right) if between in (("or",), ("and",)) else left
            found[at] = replace(by_scale, unit=right.unit, kind=right.kind, signed_money=False)
    return tuple(found)
