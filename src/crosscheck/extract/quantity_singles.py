"""Which quantities do words state that are no numbers: "no casualties", "doubled", "the eighth-largest"?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.quantity_bounds import bound_before
from crosscheck.extract.quantity_grammar import Kind
from crosscheck.extract.quantity_lexer import tight
from crosscheck.extract.quantity_nouns import Nouns
from crosscheck.extract.quantity_strangers import BOOK
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
