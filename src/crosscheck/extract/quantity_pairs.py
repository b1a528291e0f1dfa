"""Do two numbers that stand together say one thing: a range, a score, a share, feet and inches, a sum in one unit?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.quantity_amount import Amount, Kind
from crosscheck.extract.quantity_lexer import Atom, is_word
from crosscheck.extract.quantity_numeral import Form
from crosscheck.extract.quantity_units import finer_units, rate_at

DASHES = ("-", "–", "—", "−", "‐", "‑")
LISTING = (("or",), ("and",), (",",), ("to",), ("-", "or"), ("-", "and"), ("-", ","), ("or", "even"), (",", "and"), (",", "or"), ("-", ",", "and"))
WITH_ARTICLE = (("and", "a"), ("or", "a"), ("-", "to"), ("/",))
PART_OF = (("of", "the"), ("of", "a"), ("of", "its"))


def joined(atoms: Sequence[Atom], amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts with every pair that says one thing made one."""
    found: list[Amount] = []
    for amount in amounts:
        pair = _pair(atoms, found[-1], amount) if found else None
        if pair is None:
            found.append(amount)
        else:
            found[-1] = pair
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
    if between == ("to",) and left.bare and right.bare and _is_vote(atoms, left, right):
        return _score(left, right)
    if between in ((), ("and",), (",",), ("-",), ("-", "and", "-"), (",", "and")) and is_finer(right, left):
        return _mixed(left, right)
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


def _before(atoms: Sequence[Atom], amount: Amount) -> int:
    """The first atom of the amount with the approximators before it."""
    at = amount.first
    while at > 0 and atoms[at - 1].lower in words_of("quantity_bounds", "approximate"):
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
    falling = left.value > right.value or _is_bracketed_after_name(atoms, left, right)
    small = max(left.value, right.value) < 200
    return small and (
        falling or left.value == right.value or (bool(window & words_of("quantity_strangers", "scores")) and not _noun_like(atoms, right.last))
    )


def _is_bracketed_after_name(atoms: Sequence[Atom], left: Amount, right: Amount) -> bool:
    """ "The Hawks (7-9)": how often a side has won and lost."""
    at = left.first - 2
    bracketed = is_word(atoms, left.first - 1, "(") and is_word(atoms, right.last, ")")
    return bracketed and at >= 0 and atoms[at].letters and atoms[at].text[:1].isupper()


def _is_vote(atoms: Sequence[Atom], left: Amount, right: Amount) -> bool:
    """ "Passed 218 to 212", "voted six to three": a falling pair beside a word of voting."""
    small = left.value is not None and right.value is not None and 1000 > left.value > right.value
    window = {atom.lower for atom in atoms[max(0, left.first - 12) : right.last + 8]}
    return small and not _is_from(atoms, left) and not window.isdisjoint(words_of("quantity_strangers", "voting"))


def is_finer(right: Amount, left: Amount) -> bool:
    """Whether one amount goes on in a smaller unit: "6ft 2in", "7 pounds 4 ounces", "2 hours and 30 minutes"; "6-foot-4" says no unit."""
    if left.value is None or right.value is None or left.unit is None or left.value != int(left.value) or right.signed_money:
        return False
    named = right.unit in finer_units().get(left.unit, {}) if right.unit is not None else left.unit == "foot" and left.hyphen and right.plain
    return named and 0 <= right.value * _finer_by(left, right) < 1


def _finer_by(left: Amount, right: Amount) -> float:
    return 1 / finer_units()[left.unit or ""][right.unit or "inch"]


def _mixed(left: Amount, right: Amount) -> Amount:
    value = (left.value or 0.0) + (right.value or 0.0) * _finer_by(left, right)
    unit = "pound mass" if left.unit == "pound" else left.unit
    value = float(f"{value:.12g}")
    return replace(left, last=right.last, value=value, low=value, high=value, unit=unit, number=right.number, precision=_finer_by(left, right))


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


def rated(atoms: Sequence[Atom], amounts: list[Amount]) -> list[Amount]:
    """A rate after a bracket goes with the amount before it: "60 million rand ($3.3 million) a year"."""
    found = list(amounts)
    for at in range(len(found) - 1):
        left, right = found[at], found[at + 1]
        bracketed = right.first == left.last + 1 and is_word(atoms, left.last, "(") and is_word(atoms, right.last, ")")
        rate = rate_at(atoms, right.last + 1) if bracketed and left.unit is not None and left.kind is not Kind.RATE else None
        if rate is not None:
            found[at] = replace(left, unit=f"{left.unit} per {rate[1]}", kind=Kind.RATE)
    return found


def shared(atoms: Sequence[Atom], amounts: list[Amount]) -> tuple[Amount, ...]:
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
