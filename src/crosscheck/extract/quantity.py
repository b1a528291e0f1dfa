"""Which quantities does a sentence state?

First a lexer and a small grammar find numbers with their units, currencies, ranges and rates; then the words around them tell bounds and
change, and the parse tells what is counted. Spans are code points of the article's text and cover the number with its unit and bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from crosscheck.extract.lexicon import words_of
from crosscheck.extract.quantity_ages import is_age
from crosscheck.extract.quantity_amount import Amount, Kind
from crosscheck.extract.quantity_bounds import Bound, bound_after, bound_before
from crosscheck.extract.quantity_chains import bound_of_conversion, change_before, with_shared_nouns
from crosscheck.extract.quantity_changes import change_of, is_fold, is_magnitude
from crosscheck.extract.quantity_designators import BOOK
from crosscheck.extract.quantity_grammar import amounts_in
from crosscheck.extract.quantity_lexer import atoms_of
from crosscheck.extract.quantity_nouns import DETERMINERS, Counted, Nouns, crude_tokens
from crosscheck.extract.quantity_numeral import Form, number_words
from crosscheck.extract.quantity_singles import and_a_half, decades_of_age, multiples_in, nobody_in, none_of, ranks_in
from crosscheck.extract.quantity_standing import is_quantity
from crosscheck.extract.quantity_strangers import strangers
from crosscheck.extract.quantity_units import currency_words, rate_at, unit_named
from crosscheck.extract.quantity_view import Read, View
from crosscheck.language.tokens import Sentence
from crosscheck.model.claim import Quantity, Span
from crosscheck.values import dataclass

_CRUDE = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:['’.][^\W\d_]+)*|\S")
EXTENTS = ("time", "length", "mass", "area", "volume")  # what a noun that is a unit measures ("50 long years"); "two points" are counted


def quantities_in(sentence: Sentence, text: str) -> tuple[Quantity, ...]:
    """The quantities of a sentence, in text order; `text` is the whole article."""
    if not _may_hold_numbers(sentence):
        return ()
    atoms = atoms_of(text, sentence.start, sentence.end)
    amounts = amounts_in(atoms, strangers(atoms))
    measures = tuple((atoms[amount.first].start, atoms[amount.last - 1].end) for amount in amounts)
    return tuple(_Reader(View(sentence, text, atoms), Nouns(sentence, measures)).quantities(amounts))


def numbers_in(text: str, offset: int = 0) -> tuple[Quantity, ...]:
    """The quantities of a text without a parse; spans are shifted by `offset`."""
    spans = [match.span() for match in _CRUDE.finditer(text)]
    sentence = Sentence(0, 0, 0, len(text), crude_tokens(text, spans))
    found = quantities_in(sentence, text)
    return tuple(replace(q, span=Span(q.span.start + offset, q.span.end + offset)) for q in found)


def _may_hold_numbers(sentence: Sentence) -> bool:
    """Whether any token has a digit or a number word in it, so that most sentences cost nothing more."""
    words = _triggers()
    for token in sentence.tokens:
        if token.lower in words or any(map(str.isdecimal, token.text)):
            return True
        if "-" in token.text and not words.isdisjoint(token.lower.split("-")):
            return True
    return False


@cache
def _triggers() -> frozenset[str]:
    return (number_words() | {"score"} | words_of(BOOK, "countless") | words_of(BOOK, "nobody") | words_of("quantity_numbers", "decades")) - {"a"}


@dataclass(frozen=True, slots=True)
class _Reader:
    """Makes quantities of the amounts of one sentence."""

    view: View
    nouns: Nouns

    def quantities(self, amounts: Sequence[Amount]) -> Iterator[Quantity]:
        found: list[Read] = []
        for amount in amounts:
            read = self._read(amount, found)
            if read is not None:
                found.append(read)
        found = with_shared_nouns(self.view, found)
        others = (
            *none_of(self.view, self.nouns),
            *nobody_in(self.view),
            *decades_of_age(self.view),
            *and_a_half(self.view),
            *multiples_in(self.view, found),
            *ranks_in(self.view, self.nouns),
        )
        yield from sorted((*(read.quantity for read in found), *others), key=lambda quantity: quantity.span)

    def _read(self, amount: Amount, before: Sequence[Read]) -> Read | None:
        amount = self._named(amount)
        counted = self._counted(amount)
        if counted is not None and amount.unit is None and amount.kind is Kind.COUNT:
            amount, counted = self._by_noun(amount, counted)
        if not is_quantity(self.view, amount, counted, before):
            return None
        if counted is not None and self._is_part(amount):
            amount = replace(amount, kind=Kind.PART)
        return Read(amount, self._made(amount, counted, before), counted)

    def _named(self, amount: Amount) -> Amount:
        """The amount with a unit that the words around it tell: an age, a magnitude, a "10-fold"."""
        if is_fold(self.view, amount):
            return replace(amount, last=amount.last + 1 + self.view.is_word(amount.last, "-"), unit="time", kind=Kind.MULTIPLE)
        if is_age(self.view, amount):
            return replace(amount, unit="year of age", kind=Kind.AGE)
        return replace(amount, unit="magnitude", kind=Kind.MEASURE) if is_magnitude(self.view, amount) else amount

    def _is_part(self, amount: Amount) -> bool:
        """ "Two of the students"; "dozens of" and "two million of" count as any number does."""
        return amount.partitive_of(self.view.atoms) and amount.kind is Kind.COUNT and amount.form is not Form.VAGUE and amount.scale == 1.0

    # the quantity

    def _made(self, amount: Amount, counted: Counted | None, before: Sequence[Read]) -> Quantity:
        end, bound = self._bound(amount, counted)
        mod, low, high = self._interval(amount, bound, before)
        span = Span(self.view.atoms[min(amount.first, bound.first)].start, self.view.atoms[end - 1].end)
        of = counted.of if counted is not None else None
        words = self.view.text[span.start : span.end]
        return Quantity(words, span, amount.value, low, high, mod, amount.unit, of, amount.kind.value, amount.precision)

    def _bound(self, amount: Amount, counted: Counted | None) -> tuple[int, Bound]:
        """The atom after the quantity, and its bound: before the number, or right after it, its unit or its noun."""
        bound = bound_before(self.view.atoms, amount.first)
        after_noun = self.view.atom_after(counted.end) if counted is not None else amount.last
        for at in dict.fromkeys((amount.number, amount.last, after_noun)):
            found = bound_after(self.view.atoms, at) if at < len(self.view.atoms) else None
            if found is not None:
                return max(found[0], amount.last), bound if bound.mod != "=" else Bound(found[1], "", min(bound.first, amount.first))
        return amount.last, bound

    def _interval(self, amount: Amount, bound: Bound, before: Sequence[Read]) -> tuple[str, float | None, float | None]:
        converted = bound_of_conversion(self.view, amount, before)
        if converted is not None:
            return converted
        change = change_of(self.view, amount, bound) or change_before(self.view, amount, before)
        is_range = amount.value is None and amount.form is not Form.VAGUE and bound.mod == "~"
        ends = (amount.low, amount.high) if is_range else bound.ends(amount.low, amount.high)  # a range is as wide as "about" makes it
        return self._mod(amount, bound, change), *ends

    def _mod(self, amount: Amount, bound: Bound, change: str | None) -> str:
        if amount.kind is Kind.SCORE:
            return "="  # "they lost 24-17"
        if amount.signed and amount.unit in ("percent", "point", "percentage point", "basis point"):
            return "up" if amount.signed == "+" else "down"
        if amount.kind is Kind.CHANGE:
            return amount.mod or "="
        return change if change is not None and bound.mod != "<=" else bound.mod  # the ends keep what "about" and "more than" say

    # what is counted

    def _counted(self, amount: Amount) -> Counted | None:
        """The noun after the number and its unit, or after "of"."""
        if amount.kind in (Kind.SCORE, Kind.AGE) or amount.unit == "time":
            return None
        if self.view.is_word(amount.last, "of"):
            return self.nouns.after_of(self.view.atoms[amount.last].start)
        if amount.kind is Kind.FRACTION and self.view.is_word(amount.last, *DETERMINERS):
            return self.nouns.after(self.view.atoms[amount.last].end)  # "half the population"
        if amount.unit is not None and not amount.hyphen and self.view.is_word(amount.first - 1, "of"):
            return None  # "a rise of 12 percent surprised analysts"
        if amount.hyphen and amount.unit is None and self.view.is_word(amount.last + 1, "strong"):
            return None  # "a 5,000-strong crowd" is of people, a 12-strong fleet of ships
        bounded = bound_after(self.view.atoms, amount.last) if amount.last < len(self.view.atoms) else None
        last = bounded[0] if bounded is not None else amount.last  # "30-plus people", "50 or more people"
        if last >= len(self.view.atoms) or self.view.atoms[last].text in ",;:.)(" or self._ends_phrase(amount, last):
            return None
        if amount.unit is not None and self.view.is_word(last, "-") and self.view.is_word(last + 1, *words_of(BOOK, "extents")):
            last += 2  # "a 6ft-tall fence"
        tied = amount.hyphen and amount.unit is None and last == amount.last
        single = tied or (not self.nouns.tagged and amount.unit is not None)
        return self.nouns.after(self.view.atoms[last].start, self.view.atoms[amount.first_number].start, single)

    def _ends_phrase(self, amount: Amount, last: int) -> bool:
        """Whether no noun of the number's own can follow: after a plural unit ("nine months last year", "20 miles west") or before "in"."""
        unit = self.view.atoms[amount.last - 1].lower
        plural = amount.kind is Kind.MEASURE and unit.endswith("s") and len(unit) > 3
        return plural or (amount.unit is not None and self.view.is_word(last, "in"))

    def _by_noun(self, amount: Amount, counted: Counted) -> tuple[Amount, Counted | None]:
        """The amount measured in the noun, where that is a unit or currency: "50 long years", "90 million Malagasy francs"."""
        if counted.head.lower() in currency_words() and " " in counted.of:
            return replace(amount, unit=counted.of.lower(), kind=Kind.MONEY), None
        unit = unit_named(counted.head)
        if unit is None or unit.dimension not in EXTENTS or amount.partitive_of(self.view.atoms):
            return self._by_rate(amount, counted), counted
        return replace(amount, unit=unit.name, kind=Kind.MEASURE), None

    def _by_rate(self, amount: Amount, counted: Counted) -> Amount:
        """ "20 people a day"."""
        rate = rate_at(self.view.atoms, self.view.atom_after(counted.end))
        known = unit_named(rate[1]) if rate is not None else None
        if rate is None or known is None or known.dimension != "time":
            return amount
        return replace(amount, unit=f"{counted.head} per {rate[1]}", kind=Kind.RATE)
