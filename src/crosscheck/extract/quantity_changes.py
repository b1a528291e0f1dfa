"""Is a number the size of a change, a multiple or a magnitude, by the words around it?"""

from __future__ import annotations

from crosscheck.extract.lexicon import words_of
from crosscheck.extract.quantity_amount import Amount, Kind
from crosscheck.extract.quantity_bounds import Bound, change_before
from crosscheck.extract.quantity_designators import BOOK
from crosscheck.extract.quantity_numeral import Form
from crosscheck.extract.quantity_units import unit_named
from crosscheck.extract.quantity_view import View

STRONGEST = 10  # no quake had a magnitude of 10
WINDOW = 12  # atoms before a number in which "magnitude" may stand: "put the magnitude of the second quake at 7.2"


def change_of(view: View, amount: Amount, bound: Bound) -> str | None:
    """ "up" or "down" where a word of change takes the number as its amount: "rose 5%", "down 30 points"; "rose to 5%" and ages do not."""
    unit = unit_named((amount.unit or "").partition(" per ")[0])
    if amount.kind is Kind.AGE or amount.unit == "time" or (unit is not None and unit.dimension == "time"):
        return None
    if view.is_word(bound.first, "below", "above", "beyond"):
        return None  # oil that "fell below $70" has not lost $70
    if unit is not None and unit.dimension == "length" and view.is_word(amount.last, *words_of("quantity_bounds", "away")):
        return None  # a ferry "sank about 10 km from the shore"; a price does not fall from a place
    return change_before(view.atoms, bound.first, _is_measured(view, amount, bound))


def _is_measured(view: View, amount: Amount, bound: Bound) -> bool:
    """Whether what follows a doubtful word can be a change: "lost 2%", "up $3"; not "lost $4bn", "recovered 30% of the loot", "added two men"."""
    particle = view.is_word(bound.first - 1, "up", "down")
    if amount.unit is None:
        return particle and not amount.plain
    if amount.kind is Kind.MONEY:
        return particle
    return not (amount.unit == "percent" and view.is_word(amount.last, "of"))


def is_fold(view: View, amount: Amount) -> bool:
    """ "10-fold", "three fold"."""
    return amount.bare and view.is_word(amount.last + view.is_word(amount.last, "-"), "fold")


def is_magnitude(view: View, amount: Amount) -> bool:
    """ "Put the magnitude at 7.2", "measuring 5.5 on the Richter scale", "a 5.5-strength quake"."""
    if not amount.bare or amount.high >= STRONGEST or amount.form is not Form.DIGITS:
        return False
    window = [atom.lower for atom in view.atoms[max(0, amount.first - WINDOW) : amount.first]]
    after = [atom.lower for atom in view.atoms[amount.last : amount.last + 6]]
    if "richter" in after:
        return True
    named = "magnitude" in window or "magnitudes" in window or "richter" in window[-4:] or "strength" in after[:2]
    quaked = not words_of(BOOK, "quakes").isdisjoint(window + after)
    return (named or quaked) if not amount.plain else named and window[-1:] == ["of"]
