"""What do numbers in one sentence share: a counted noun, a unit, a change, a bound?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crosscheck.extract.lexicon import words_of
from crosscheck.extract.quantity_amount import Amount, Kind
from crosscheck.extract.quantity_bounds import ABOUT, bound_before
from crosscheck.extract.quantity_designators import BOOK
from crosscheck.extract.quantity_pairs import LISTING
from crosscheck.extract.quantity_units import comparable, is_money, unit_named
from crosscheck.extract.quantity_view import Read, View

AGAIN = ((",", "or"), ("or",), ("(",), (",", "or", "about"))
CHAIN = 3  # numbers before that one can go on from
LISTED_WITHIN = 8  # atoms between "fell 2.3%" and "Acme by 2.6%"
BACK = ("from", "with", "than", "and", "to", "including", "but", "against", ",", "of", "only", "while", "or", "rest", "whom", "which")


def with_shared_nouns(view: View, found: Sequence[Read]) -> list[Read]:
    """The noun of the next number where a number has none ("three or four men"), or of the one before ("60 lorries … and 12 at the border")."""
    shared = list(found)
    for at in range(len(shared) - 2, -1, -1):
        left, right = shared[at], shared[at + 1]
        if right.noun is None or right.amount.unit is not None:
            continue
        if left.bare and view.between(left.amount, right.amount) in LISTING:
            shared[at] = left.counting(right.noun)
        elif left.amount.low > 1 and _is_modifier(view, left, right):
            shared[at] = left.counting(replace(right.noun, of=f"{view.atoms[left.amount.last].text} {right.noun.head}"))
    for at in range(1, len(shared)):
        if shared[at].bare and _refers_back(view, shared[at], shared[at - 1]):
            shared[at] = _like(_model(view, shared, at), shared[at])
    return shared


def _model(view: View, reads: Sequence[Read], at: int) -> Read:
    """The number that one goes on from: past a percentage to an index's points ("lost 30 points, or 2%, to 7,425.81"), past a time to a count."""
    for before in reversed(reads[max(0, at - CHAIN) : at]):
        if before.amount.unit == "point" and not reads[at].amount.plain and view.is_word(reads[at].amount.first - 1, "to", "at"):
            return before
        unit = unit_named(before.amount.unit or "")
        if unit is None or (unit.name != "percent" and unit.dimension != "time"):
            return before
    return reads[at - 1]


def _is_modifier(view: View, left: Read, right: Read) -> bool:
    """ "Nine Kenyan and three Ugandan runners": one word with a capital between the numbers, which modifies the noun after both."""
    between = view.atoms[left.amount.last : right.amount.first]
    joined = len(between) == 2 and between[1].lower in ("and", "or", ",") and between[0].text[0].isupper()
    return joined and left.amount.unit is None and not (left.noun is not None and left.noun.plural)


def _refers_back(view: View, read: Read, last: Read) -> bool:
    """ "Up from 3,000", "compared with 63", "and 12 at the border": of what the number before counts."""
    before = bound_before(view.atoms, read.amount.first).first - 1
    if view.is_word(before, ",") and view.word(read.amount.last) in words_of("quantity_nouns", "stops") - words_of(BOOK, "going_on") - {"of"}:
        return _is_whole(view, last)  # not "300 homes destroyed, 2,000 flee"
    if view.is_word(before, "to") and view.word(before - 1) in words_of(BOOK, "sums"):
        return False
    return view.is_word(before, *BACK) or (view.is_word(before, "at") and not read.amount.plain)


def _is_whole(view: View, read: Read) -> bool:
    """ "Of the 40 passengers, 12 survived"."""
    at = read.amount.first - 1
    return view.is_word(at - view.is_word(at, "the"), "of")


def _like(before: Read, read: Read) -> Read:
    """An index that fell by points ends at points; any other number counts what the one before counts."""
    if before.amount.unit == "point" and not read.amount.plain:
        return Read(replace(read.amount, unit="point", kind=Kind.MEASURE), replace(read.quantity, unit="point", kind=Kind.MEASURE.value), None)
    both_count = before.amount.kind is Kind.COUNT and read.amount.kind is Kind.COUNT
    return read.counting(before.noun) if both_count and before.noun is not None else read


def change_before(view: View, amount: Amount, before: Sequence[Read]) -> str | None:
    """The change told once more ("lost 30 points, or 2 percent"), or told of the next of a list ("Acme fell 2.3%, Zenith by 2.6%")."""
    if not before or amount.unit is None or before[-1].quantity.mod not in ("up", "down"):
        return None
    between = view.between(before[-1].amount, amount)
    listed = between[-1:] == ("by",) and amount.unit == before[-1].amount.unit and len(between) < LISTED_WITHIN
    return before[-1].quantity.mod if between in AGAIN or listed else None


def bound_of_conversion(view: View, amount: Amount, before: Sequence[Read]) -> tuple[str, float | None, float | None] | None:
    """The mod and ends of the amount before, where this one repeats it in another unit: "about 50 miles (80 km)"."""
    if not before or amount.unit is None or not view.is_word(amount.first - 1, "(", "/"):
        return None
    last, mod = before[-1].amount, before[-1].quantity.mod
    if last.unit is None or mod == "=" or amount.unit == last.unit or not _is_near(view, last, amount):
        return None
    if not (is_money(amount.unit) and is_money(last.unit)) and not comparable(amount.unit, last.unit):
        return None
    if mod == "~":
        return mod, amount.low * (1 - ABOUT), amount.high * (1 + ABOUT)
    return mod, None if mod in ("<", "<=") else amount.low, None if mod in (">", ">=") else amount.high


def _is_near(view: View, last: Amount, amount: Amount) -> bool:
    """Right before the bracket, or in it: "under 300 hp (220 kW / 300 PS)"."""
    return amount.first - last.last <= 2 or (view.is_word(amount.first - 1, "/") and view.is_word(last.first - 1, "("))
