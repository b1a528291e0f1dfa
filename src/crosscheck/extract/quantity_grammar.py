"""Which amounts do the atoms of a text state: numbers with their signs, units, rates and ranges?

The counted nouns, bounds and changes are not settled here; see `quantity`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crosscheck.extract.lexicon import words_of
from crosscheck.extract.quantity_amount import Amount, Kind
from crosscheck.extract.quantity_lexer import Atom, is_word, tight
from crosscheck.extract.quantity_numeral import Form, Numeral, doubtful
from crosscheck.extract.quantity_numerals import numeral_at
from crosscheck.extract.quantity_pairs import DASHES, joined, rated, shared
from crosscheck.extract.quantity_units import Unit, doubtful_signs, money_after, rate_at, sign_before, unit_at, unit_named

MINUS = ("-", "−", "–")
WAY = 3  # words before a number of metres among which is told that it is a way: "fell more than 600m while"
TIES = ("by", "for", "on", "in", "after")


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
    return shared(atoms, rated(atoms, joined(atoms, found)))


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
    if suffix == "m" and _is_way(atoms, numeral, following):
        return numeral
    return numeral.scaled(scale, after)


def _is_way(atoms: Sequence[Atom], numeral: Numeral, following: Atom | None) -> bool:
    """ "Fell about 600m while climbing", "swam 400m and", "within 80m when": so far, and no millions."""
    before = {atom.lower for atom in atoms[max(0, numeral.first - WAY) : numeral.first]}
    goes_on = following is not None and following.lower in words_of("quantity_numbers", "goes_on")
    return goes_on and not before.isdisjoint(words_of("quantity_numbers", "before_metres"))


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
    if unit.name == "point" and amount.form is Form.FRACTION and amount.high < 1:
        unit = unit_named("percentage point") or unit  # "a quarter point" is said of interest rates
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
    return _with_rate(atoms, _below_zero(atoms, replace(amount, last=last, unit=unit.name, kind=kind, hyphen=hyphen, partitive=False)))


def _below_zero(atoms: Sequence[Atom], amount: Amount) -> Amount:
    """ "Three degrees below zero"."""
    degrees = amount.unit in ("degree", "celsius", "fahrenheit") and amount.low > 0
    if not (degrees and is_word(atoms, amount.last, "below") and is_word(atoms, amount.last + 1, "zero")):
        return amount
    value = None if amount.value is None else -amount.value
    return replace(amount, last=amount.last + 2, value=value, low=-amount.high, high=-amount.low, signed="-")


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
    if rate is None or amount.unit is None or _is_lapse(atoms, amount, rate[1]):
        return amount
    unit = "count" if amount.unit == "time" else amount.unit
    return replace(amount, last=rate[0], unit=f"{unit} per {rate[1]}", kind=Kind.RATE if amount.kind is not Kind.PERCENT else Kind.PERCENT)


def _is_lapse(atoms: Sequence[Atom], amount: Amount, per: str) -> bool:
    """Whether a time only stands before "a": "every 30 seconds a child dies" is no rate, "12 hours a day" is."""
    unit, other = unit_named(amount.unit or ""), unit_named(per)
    timed = unit is not None and unit.dimension == "time" and unit.name != "time"
    return timed and is_word(atoms, amount.last, "a", "an") and (other is None or other.dimension != "time")
