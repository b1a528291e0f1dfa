"""Which quantities do words state that are no numbers: "no casualties", "doubled", "the eighth-largest"?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.quantity_amount import Kind
from crosscheck.extract.quantity_bounds import bound_before
from crosscheck.extract.quantity_designators import BOOK
from crosscheck.extract.quantity_lexer import tight
from crosscheck.extract.quantity_nouns import Nouns
from crosscheck.extract.quantity_units import unit_at
from crosscheck.extract.quantity_view import Read, View
from crosscheck.model.claim import Quantity, Span

NUMBERS = "quantity_numbers"
FAR = 60  # code points; a longer noun phrase after "no" is something else


def none_of(view: View, nouns: Nouns) -> Iterator[Quantity]:
    """ "No casualties": 0 of them."""
    for atom in view.atoms:
        counted = nouns.after(atom.end) if atom.lower == "no" else None
        if counted is None or counted.end - counted.start > FAR:
            continue
        if view.text[counted.start : counted.end].split()[-1].lower() in words_of(BOOK, "countless"):
            yield Quantity(atom.text, Span(atom.start, atom.end), 0.0, 0.0, 0.0, of=counted.of, precision=1.0)


def nobody_in(view: View) -> Iterator[Quantity]:
    """ "Nobody was hurt", "no one has been arrested", "none of the passengers survived": 0 people; in "nobody knows" they are not counted."""
    for index, atom in enumerate(view.atoms):
        last = index + (2 if atom.lower == "no" and view.is_word(index + 1, "one") else 1)
        if last == index + 1 and atom.lower not in words_of(BOOK, "nobody"):
            continue
        if any(_befalls(view, at) for at in _auxiliaries(view, last)):
            span = Span(atom.start, view.atoms[last - 1].end)
            yield Quantity(view.text[span.start : span.end], span, 0.0, 0.0, 0.0, of="people", precision=1.0)


def _auxiliaries(view: View, at: int) -> Iterator[int]:
    """Where a verb may stand after "nobody": right there or behind "was", "has been"; "of the passengers" may come between."""
    if view.is_word(at, "of"):
        at = next((place for place in range(at, min(at + FURTHEST, len(view.atoms))) if view.is_word(place, *AUXILIARIES)), at)
    while view.is_word(at, *AUXILIARIES):
        at += 1
        yield at


AUXILIARIES = ("was", "were", "is", "are", "has", "have", "had", "been", "being", "yet")
FURTHEST = 8  # atoms from "none of" to its verb


def _befalls(view: View, at: int) -> bool:
    return view.word(at) in words_of(BOOK, "fates") and not view.is_word(at, "affected", "held", "shot", "ill")


def decades_of_age(view: View) -> Iterator[Quantity]:
    """ "In her 40s", "a man in his mid-fifties": an age within ten years, or within the part that is told."""
    tens = table_of(NUMBERS)["decades"]
    for index, atom in enumerate(view.atoms):
        at = index + 2
        if not (atom.lower == "in" and view.is_word(index + 1, "his", "her", "their")):
            continue
        part = PARTS.get(view.word(at))
        at += 0 if part is None else 1 + view.is_word(at + 1, "-")
        digits = view.word(at) if len(view.word(at)) == 2 and view.is_word(at + 1, "s") else ""
        decade = int(digits) if digits.isdecimal() and digits[1] == "0" else tens.get(view.word(at))
        if decade:
            low, high = part or PARTS[""]
            span = Span(view.atoms[index + 2].start, view.atoms[at + bool(digits)].end)
            words = view.text[span.start : span.end]
            yield Quantity(words, span, None, decade + low, decade + high, "=", "year of age", kind=Kind.AGE.value, precision=1.0)


def and_a_half(view: View) -> Iterator[Quantity]:
    """ "A mile and a half", "a ton and a half": one of a unit and half of it."""
    for index, atom in enumerate(view.atoms):
        found = unit_at(view.atoms, index + 1) if atom.lower in ("a", "an", "one") else None
        if found is None or not (view.is_word(found[0], "and") and view.is_word(found[0] + 1, "a") and view.is_word(found[0] + 2, "half")):
            continue
        end, unit = found
        span = Span(atom.start, view.atoms[end + 2].end)
        if unit.money or view.atoms[index + 1].lower not in words_of(NUMBERS, "halved"):
            continue
        yield Quantity(view.text[span.start : span.end], span, 1.5, 1.5, 1.5, "=", unit.name, kind=Kind.MEASURE.value, precision=0.5)


PARTS = {"": (0.0, 9.0), "early": (0.0, 4.0), "mid": (3.0, 7.0), "middle": (3.0, 7.0), "late": (6.0, 9.0)}
"""Which years of a decade of life are meant; the parts overlap, since a person of 64 is in the early and in the mid-sixties."""


def multiples_in(view: View, found: Sequence[Read]) -> Iterator[Quantity]:
    """ "Twice as many", "doubled", "threefold": times what it was; `found` are the numbers read already ("three-fold")."""
    taken = {place for read in found for place in (read.quantity.span.start, read.quantity.span.end)}
    multiples = table_of(NUMBERS)["multiples"]
    for index, atom in enumerate(view.atoms):
        if atom.lower not in multiples or atom.start in taken or atom.end in taken or not _is_multiple(view, index):
            continue
        value = float(multiples[atom.lower])
        bound = bound_before(view.atoms, index)
        span = Span(view.atoms[bound.first].start, atom.end)
        words = view.text[span.start : span.end]
        yield Quantity(words, span, value, *bound.ends(value, value), bound.mod, "time", kind=Kind.MULTIPLE.value, precision=1.0)


def _is_multiple(view: View, index: int) -> bool:
    """Whether it compares: "doubled", but "double room" and "shot twice" do not."""
    word = view.word(index)
    if tight(view.atoms, index + 1) and view.word(index + 1) in ("-", "'", "’"):
        return False
    if word.endswith("fold"):
        return True
    if word.endswith(("ed", "ing")):
        return not view.is_word(index + 1, "down")
    if word in ("twice", "thrice") and view.is_word(index + 1, "as"):
        return view.word(index + 2).islower() and view.atoms[min(index + 2, len(view.atoms) - 1)].text.islower()  # not "scored twice as Rovers won"
    if word in ("twice", "thrice") and view.is_word(index + 1, "the", "this", "in"):
        return view.word(index + 2) in words_of(NUMBERS, "multiplied")
    return word in ("twice", "thrice", "double", "triple") and view.word(index + 1) in words_of(NUMBERS, "compared")


def ranks_in(view: View, nouns: Nouns) -> Iterator[Quantity]:
    """ "The eighth-largest city", "the 3rd most populous country": a place in an order."""
    ordinals = table_of(NUMBERS)["ordinals"]
    for index, atom in enumerate(view.atoms):
        last = index + 1
        number = ordinals.get(atom.lower)
        if atom.digits and len(atom.text) < 4 and tight(view.atoms, last) and view.is_word(last, "st", "nd", "rd", "th"):
            number, last = int(atom.text), last + 1
        superlative = last + view.is_word(last, "-")
        if number is None or not _is_superlative(view.word(superlative)):
            continue
        span = Span(atom.start, view.atoms[superlative].end)
        counted = nouns.after(span.end)
        value, of = float(number), counted.of if counted else None
        yield Quantity(view.text[span.start : span.end], span, value, value, value, of=of, kind=Kind.ORDINAL.value, precision=1.0)


def _is_superlative(word: str) -> bool:
    """Whether a word ends an order: "largest", "most"; "forest" only looks like it."""
    if word in ("most", "least", "best", "worst"):
        return True
    return word.endswith("est") and len(word) > 5 and word not in words_of(NUMBERS, "no_superlatives")
