"""Which quantities does a sentence state?

First a lexer and a small grammar find numbers with their units, currencies, ranges and rates; then the words around them tell bounds and
change, and the parse tells what is counted. Spans are code points of the article's text and cover the number with its unit and bound.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.quantity_bounds import ABOUT, Bound, bound_after, bound_before, change_before
from crosscheck.extract.quantity_grammar import Amount, Kind, amounts_in
from crosscheck.extract.quantity_lexer import Atom, atoms_of, is_word, tight
from crosscheck.extract.quantity_nouns import Counted, Nouns, crude_tokens
from crosscheck.extract.quantity_numerals import Form, number_words
from crosscheck.extract.quantity_strangers import BOOK, strangers
from crosscheck.extract.quantity_units import comparable, currency_words, is_money, rate_at, unit_named
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Quantity, Span

_CRUDE = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:['’.][^\W\d_]+)*|\S")


def quantities_in(sentence: Sentence, text: str) -> tuple[Quantity, ...]:
    """The quantities of a sentence, in text order; `text` is the whole article."""
    if not _may_hold_numbers(sentence, text):
        return ()
    atoms = atoms_of(text, sentence.start, sentence.end)
    amounts = amounts_in(atoms, strangers(atoms))
    return tuple(_Reader(sentence, text, atoms, amounts).quantities())


def numbers_in(text: str, offset: int = 0) -> tuple[Quantity, ...]:
    """The quantities of a text without a parse; spans are shifted by `offset`."""
    spans = [match.span() for match in _CRUDE.finditer(text)]
    sentence = Sentence(0, 0, 0, len(text), crude_tokens(text, spans))
    found = quantities_in(sentence, text)
    return tuple(replace(q, span=Span(q.span.start + offset, q.span.end + offset)) for q in found)


def article_counts(sentence: Sentence, text: str) -> tuple[Quantity, ...]:
    """ "An Mi-24P helicopter" as 1: articles count only in sums and lists, so these are no part of `quantities_in`."""
    nouns = Nouns(sentence)
    found = []
    for token in sentence.tokens:
        counted = nouns.after(token.end) if token.lower in ("a", "an") else None
        if counted is not None and not counted.plural:
            span = Span(token.start, token.end)
            found.append(Quantity(text[span.start : span.end], span, 1.0, 1.0, 1.0, of=counted.of, precision=1.0))
    return tuple(found)


def _may_hold_numbers(sentence: Sentence, text: str) -> bool:
    words = _triggers()
    return any(token.lower in words or any(map(str.isdecimal, token.text)) for token in sentence.tokens) or any(
        "-" in token.text and not words.isdisjoint(token.lower.split("-")) for token in sentence.tokens
    )


@cache
def _triggers() -> frozenset[str]:
    return (number_words() | words_of(BOOK, "countless") | {"millions", "billions"}) - {"second", "a"}


@dataclass(frozen=True, slots=True)
class Read:
    """An amount, the quantity made of it, and the noun that it counts."""

    amount: Amount
    quantity: Quantity
    noun: Counted | None

    @property
    def bare(self) -> bool:
        return self.noun is None and self.amount.unit is None and self.amount.kind in (Kind.COUNT, Kind.CHANGE)

    @property
    def value_above_one(self) -> bool:
        return self.amount.low > 1

    def counting(self, noun: Counted) -> Read:
        return Read(self.amount, replace(self.quantity, of=noun.of), noun)


@dataclass(frozen=True)
class _Reader:
    """One sentence with its amounts."""

    sentence: Sentence
    text: str
    atoms: Sequence[Atom]
    amounts: Sequence[Amount]

    def quantities(self) -> Iterator[Quantity]:
        measures = tuple((self.atoms[a.first].start, self.atoms[a.last - 1].end) for a in self.amounts)
        nouns = Nouns(self.sentence, measures)
        found: list[Read] = []
        for amount in self.amounts:
            read = self._quantity(amount, nouns, found)
            if read is not None:
                found.append(read)
        found = self._nouns_shared(found)
        extra = [*self._none(nouns), *self._multiples(found), *self._ranks(nouns)]
        yield from sorted((*(read.quantity for read in found), *extra), key=lambda q: q.span)

    # one quantity

    def _quantity(self, amount: Amount, nouns: Nouns, before: Sequence[Read]) -> Read | None:
        if self._is_fold(amount):
            amount = replace(amount, last=amount.last + 1 + is_word(self.atoms, amount.last, "-"), unit="time", kind=Kind.MULTIPLE)
        if self._is_age(amount):
            amount = replace(amount, unit="year of age", kind=Kind.AGE)
        if self._is_magnitude(amount):
            amount = replace(amount, unit="magnitude", kind=Kind.MEASURE)
        counted = self._counted(amount, nouns)
        if counted is not None and amount.unit is None and amount.kind is Kind.COUNT:
            amount, counted = self._by_noun(amount, counted)
        if not self._is_quantity(amount, counted, before):
            return None
        if (
            amount.partitive_of(self.atoms)
            and counted is not None
            and amount.kind is Kind.COUNT
            and amount.form is not Form.VAGUE
            and amount.scale == 1.0
        ):
            amount = replace(amount, kind=Kind.PART)
        return Read(amount, self._made(amount, counted, before), counted)

    def _is_magnitude(self, amount: Amount) -> bool:
        """ "Put the magnitude at 6.1", "measuring 6.4 on the Richter scale", "a 6.7-strength quake"."""
        if not amount.bare or amount.high >= 10 or amount.form is not Form.DIGITS:
            return False
        window = [atom.lower for atom in self.atoms[max(0, amount.first - 12) : amount.first]]
        after = [atom.lower for atom in self.atoms[amount.last : amount.last + 6]]
        named = "magnitude" in window or "magnitudes" in window or "richter" in after or "richter" in window[-4:] or "strength" in after[:2]
        quaked = not {"quake", "earthquake", "aftershock", "aftershocks", "tremor", "temblor"}.isdisjoint(window + after)
        return "richter" in after or (not amount.plain and (named or quaked)) or (named and window[-1:] == ["of"])

    def _is_fold(self, amount: Amount) -> bool:
        at = amount.last + is_word(self.atoms, amount.last, "-")
        return amount.bare and is_word(self.atoms, at, "fold")

    def _made(self, amount: Amount, counted: Counted | None, before: Sequence[Read]) -> Quantity:
        bound = bound_before(self.atoms, amount.first)
        end, bound = self._bound_after(amount, counted, bound)
        changed = None if amount.kind is Kind.AGE else self._change(amount, bound)
        ranged = amount.value is None and amount.form is not Form.VAGUE and bound.mod == "~"
        low, high = (amount.low, amount.high) if ranged else bound.ends(amount.low, amount.high)  # a range is as wide as "about" makes it
        mod = self._mod(amount, bound, changed or self._change_of_before(amount, before))
        if self._is_conversion(amount, before):
            mod, low, high = self._as_before(amount, before[-1].quantity)
        first = min(amount.first, bound.first)
        span = Span(self.atoms[first].start, self.atoms[end - 1].end)
        words = self.text[span.start : span.end]
        return Quantity(words, span, amount.value, low, high, mod, amount.unit, counted.of if counted else None, amount.kind.value, amount.precision)

    def _mod(self, amount: Amount, bound: Bound, changed: str | None) -> str:
        if amount.signed and amount.unit in ("percent", "point", "percentage point", "basis point"):
            return "up" if amount.signed == "+" else "down"
        if amount.kind is Kind.CHANGE:
            return amount.mod or "="
        if changed is not None and bound.mod != "<=":
            return changed  # the interval keeps what "about" and "more than" say
        return bound.mod

    def _bound_after(self, amount: Amount, counted: Counted | None, bound: Bound) -> tuple[int, Bound]:
        """A bound right after the number, its unit or its noun; one before it goes first."""
        for at in dict.fromkeys((amount.number, amount.last, self._atom_after(counted.end) if counted else amount.last)):
            found = bound_after(self.atoms, at) if at < len(self.atoms) else None
            if found is not None:
                return max(found[0], amount.last), bound if bound.mod != "=" else Bound(found[1], "", min(bound.first, amount.first))
        return amount.last, bound

    def _atom_after(self, place: int) -> int:
        return bisect_left(self.atoms, place, key=lambda atom: atom.start)

    def _change(self, amount: Amount, bound: Bound) -> str | None:
        unit = unit_named((amount.unit or "").partition(" per ")[0])
        time = unit is not None and unit.dimension == "time"
        measured = amount.unit is not None and not time
        particle = amount.unit is None and is_word(self.atoms, bound.first - 1, "up", "down") and not is_word(self.atoms, bound.first - 1, "by")
        if time or amount.unit == "time":
            return None
        if amount.kind is Kind.MONEY or (amount.unit == "percent" and is_word(self.atoms, amount.last, "of")):
            measured = is_word(self.atoms, bound.first - 1, "up", "down") and amount.kind is Kind.MONEY  # "lost $4bn", "recovered 80% of the haul"
        return change_before(self.atoms, bound.first, measured or (particle and not amount.plain))

    def _change_of_before(self, amount: Amount, before: Sequence[Read]) -> str | None:
        """The change told once more: "lost 162.31 points, or 2.14%"; or for the next of a list: "Burlington by 2.6%"."""
        if not before or amount.unit is None or before[-1].quantity.mod not in ("up", "down"):
            return None
        between = tuple(a.lower for a in self.atoms[before[-1].amount.last : amount.first])
        again = between in ((",", "or"), ("or",), ("(",), (",", "or", "about"))
        listed = is_word(self.atoms, amount.first - 1, "by") and amount.unit == before[-1].amount.unit and len(between) < 8
        return before[-1].quantity.mod if again or listed else None

    def _is_conversion(self, amount: Amount, before: Sequence[Read]) -> bool:
        """Whether the amount repeats the one before in another unit: "about 7.5 million crowns (US$1.1 million)"."""
        if not before or amount.unit is None or before[-1].amount.unit is None or not is_word(self.atoms, amount.first - 1, "(", "/"):
            return False
        last, quantity = before[-1].amount, before[-1].quantity
        near = amount.first - last.last <= 2 or (is_word(self.atoms, amount.first - 1, "/") and is_word(self.atoms, last.first - 1, "("))
        other = amount.unit != last.unit and ((is_money(amount.unit) and is_money(last.unit)) or comparable(amount.unit, last.unit))
        return near and other and quantity.mod != "="

    def _as_before(self, amount: Amount, quantity: Quantity) -> tuple[str, float | None, float | None]:
        mod = quantity.mod
        if mod == "~":
            return mod, amount.low * (1 - ABOUT), amount.high * (1 + ABOUT)
        return mod, None if mod in ("<", "<=") else amount.low, None if mod in (">", ">=") else amount.high

    # what is counted

    def _counted(self, amount: Amount, nouns: Nouns) -> Counted | None:
        if amount.kind in (Kind.SCORE, Kind.AGE) or amount.unit == "time":
            return None
        bounded = bound_after(self.atoms, amount.last) if amount.last < len(self.atoms) else None
        last = bounded[0] if bounded is not None else amount.last  # "30-plus people", "50 or more people"
        place = self.atoms[last].start if last < len(self.atoms) else len(self.text)
        partitive = nouns.after_of(place) if is_word(self.atoms, amount.last, "of") else None
        if partitive is not None or is_word(self.atoms, amount.last, "of"):
            return partitive
        if last < len(self.atoms) and self.atoms[last].text in ",;:.)(":
            return None
        if amount.kind is Kind.MEASURE and self.atoms[amount.last - 1].lower.endswith("s") and len(self.atoms[amount.last - 1].text) > 3:
            return None  # "nine months last year", "20 miles west"; a unit before its noun is singular: "an 80-yard run"
        if amount.kind in (Kind.MONEY, Kind.PERCENT, Kind.RATE) and is_word(self.atoms, amount.last, "in"):
            return None
        hyphened = (amount.hyphen and amount.unit is None and last == amount.last) or (not nouns.tagged and amount.unit is not None)
        return nouns.after(place, self.atoms[amount.first_number].start, single=hyphened)

    def _by_noun(self, amount: Amount, counted: Counted) -> tuple[Amount, Counted | None]:
        """Units that stand after other words: "50 previous years" measures years."""
        unit = unit_named(counted.head)
        if counted.head.lower() in currency_words() and " " in counted.of:
            return replace(amount, unit=counted.of.lower(), kind=Kind.MONEY), None
        if unit is None or unit.dimension not in ("time", "length", "mass", "area", "volume") or amount.partitive_of(self.atoms):
            return self._by_rate(amount, counted)
        return replace(amount, unit=unit.name, kind=Kind.MEASURE), None

    def _by_rate(self, amount: Amount, counted: Counted) -> tuple[Amount, Counted]:
        """ "20 people a day"."""
        at = self._atom_after(counted.end)
        rate = rate_at(self.atoms, at)
        known = unit_named(rate[1]) if rate else None
        if rate is None or known is None or known.dimension != "time":
            return amount, counted
        return replace(amount, unit=f"{counted.head} per {rate[1]}", kind=Kind.RATE), counted

    def _nouns_shared(self, found: Sequence[Read]) -> list[Read]:
        """The noun of the next number where the number has none ("three or four men"), or of the one before ("435 homes and 187")."""
        shared = list(found)
        for at in range(len(shared) - 2, -1, -1):
            left, right = shared[at], shared[at + 1]
            between = tuple(a.lower for a in self.atoms[left.amount.last : right.amount.first])
            if left.bare and right.amount.unit is None and right.noun is not None and between in LISTING:
                shared[at] = left.counting(right.noun)
            elif right.noun is not None and left.value_above_one and self._is_modifier(left, right):
                shared[at] = left.counting(replace(right.noun, of=f"{self.atoms[left.amount.last].text} {right.noun.head}"))
        for at in range(1, len(shared)):
            if shared[at].bare and self._refers_back(shared[at]):
                shared[at] = self._like(shared[at - 1], shared[at])
        return shared

    def _is_modifier(self, left: Read, right: Read) -> bool:
        """ "12 Somali and 11 Yemeni pirates": one word with a capital between the numbers, which modifies the noun after both."""
        between = self.atoms[left.amount.last : right.amount.first]
        joined = len(between) == 2 and between[1].lower in ("and", "or", ",") and between[0].text[0].isupper()
        return joined and left.amount.unit is None and right.amount.unit is None and not (left.noun is not None and left.noun.plural)

    def _refers_back(self, read: Read) -> bool:
        """ "Up from 2.4 million", "compared with 63", "and 187 by tender": of what the number before counts."""
        at = bound_before(self.atoms, read.amount.first).first - 1
        return is_word(self.atoms, at, "from", "with", "than", "and", "to", "including", "but", "against", ",", "of", "only", "while", "or", "rest")

    def _like(self, before: Read, read: Read) -> Read:
        if before.amount.unit == "point" and not read.amount.plain:
            return Read(replace(read.amount, unit="point", kind=Kind.MEASURE), replace(read.quantity, unit="point", kind=Kind.MEASURE.value), None)
        plain_count = before.amount.kind is Kind.COUNT and before.noun is not None and read.amount.kind is Kind.COUNT
        return read.counting(before.noun) if plain_count and before.noun is not None else read

    # what is no quantity

    def _is_quantity(self, amount: Amount, counted: Counted | None, before: Sequence[Read]) -> bool:
        if (
            amount.value == 1
            and amount.form is Form.WORDS
            and is_word(self.atoms, amount.number - 1, "one")
            and amount.number - amount.first_number == 1
            and amount.unit in (None, "time", "point")
        ):
            return self._is_counting_one(amount, counted)
        if amount.unit is not None or amount.kind is not Kind.COUNT or amount.form in (Form.FRACTION, Form.VAGUE):
            return not (amount.kind is Kind.FRACTION and counted is None and is_word(self.atoms, amount.last, "-"))
        if counted is not None:
            return True
        if amount.form is Form.DIGITS:
            return not amount.plain or self._stands_alone(amount) or self._goes_on(amount, before)
        tied = is_word(self.atoms, amount.last, "-") and tight(self.atoms, amount.last + 1)
        return not tied or not self.atoms[amount.last + 1].letters  # "four-, five- and six-cylinder"

    def _is_argument(self, amount: Amount) -> bool:
        """Whether the tree has the number itself act or suffer: "took 23 into custody", "50 were injured"."""
        token = self._token(amount.number - 1)
        named = amount.first > 0 and self._token(amount.first - 1).tag.startswith("NNP")
        return token.tag == "CD" and token.dep.partition(":")[0] in ("nsubj", "obj") and not named

    def _is_counting_one(self, amount: Amount, counted: Counted | None) -> bool:
        """ "One man", "one of the best"; not "no one", "this one", "one can", "one day"."""
        before = self.atoms[amount.first - 1].lower if amount.first else ""
        after = self.atoms[amount.last] if amount.last < len(self.atoms) else None
        if amount.unit == "point":
            return before != "at"
        if before in words_of(BOOK, "one_after") or (after is not None and after.lower in words_of(BOOK, "one_before")) or amount.unit == "time":
            return False
        return counted is not None and not (counted.plural and not is_word(self.atoms, amount.last, "of"))

    def _goes_on(self, amount: Amount, before: Sequence[Read]) -> bool:
        """ "435 homes by open sale and 187 by tender", "four dead and 12 in hospital"."""
        counted = any(read.amount.kind is Kind.COUNT and (read.noun is not None or read.amount.form is Form.WORDS) for read in before[-RECENT:])
        after = self.atoms[amount.last].lower if amount.last < len(self.atoms) else "."
        return counted and is_word(self.atoms, amount.first - 1, "and", "or", "but", ",") and after in GOING_ON

    def _stands_alone(self, amount: Amount) -> bool:
        """Whether bare digits without a noun are a number: after a level word ("to", "than", "was"), a bound or before a verb."""
        bound = bound_before(self.atoms, amount.first)
        if bound.mod != "=" or amount.signed or amount.value is None or bound_after(self.atoms, amount.last) is not None:
            return True
        if self._is_argument(amount):
            return True
        before = self.atoms[bound.first - 1].lower if bound.first else ""
        return before in LEVELS or (bool(amount.value >= 100) and before in ("of", "for"))

    def _is_age(self, amount: Amount) -> bool:
        """ "Mr X, 38," "X (38)", "aged 38", "who was 10", "at the age of 5"."""
        if (
            amount.unit not in (None, "year")
            or (amount.kind is not Kind.COUNT and amount.unit is None)
            or (amount.value is None and amount.form is Form.VAGUE)
        ):
            return False
        bound = bound_before(self.atoms, amount.first)
        at = bound.first - 1
        if any(atom.lower == "age" for atom in self.atoms[bound.first : amount.first]):
            return True  # "under the age of 5"
        if is_word(self.atoms, at, "aged") or (is_word(self.atoms, at, "age", "ages") and not is_word(self.atoms, at - 1, "of")):
            return True
        if is_word(self.atoms, at, "of") and is_word(self.atoms, at - 1, "age"):
            return True
        if amount.unit is not None or not amount.plain or not 1 <= amount.low < 120:
            return False
        return self._is_age_of_person(amount) or self._is_expectancy(at)

    def _is_expectancy(self, at: int) -> bool:
        """ "Life expectancy for men is around 73"."""
        told = any(atom.lower in ("expectancy", "age") for atom in self.atoms[max(0, at - 10) : max(0, at)])
        return told and is_word(self.atoms, at, "is", "was", "of", "to", "from", "at", "be")

    def _is_age_of_person(self, amount: Amount) -> bool:
        at, after = amount.first - 1, amount.last
        closed = after >= len(self.atoms) or self.atoms[after].text in ",.;)" or is_word(self.atoms, after, "who", "and")
        if amount.low >= 12 and at >= 0 and self._token(at).name == "PER" and self._token(at).end == self.atoms[at].end and self._is_verb(after):
            return True  # "Nick Hague 44 has spent"
        if is_word(self.atoms, at, ",") and closed:
            return self._ends_person(at - 1) and not is_word(self.atoms, after, "and")
        if is_word(self.atoms, at, "(") and is_word(self.atoms, after, ")") and amount.low >= 12:
            return self._ends_person(at - 1)
        said = is_word(self.atoms, at, "was", "is", "be", "turned", "turns", "turning", "just", "only", "am")
        person = any(is_word(self.atoms, at - back, "he", "she", "who", "i") for back in (1, 2, 3))
        return (said and person and closed) or (said and person and is_word(self.atoms, after, "when", "at", "by", "and", "years"))

    def _ends_person(self, at: int) -> bool:
        """Whether a person's name ends at an atom, by the parser's names or, without them, by two capitalised words."""
        if at < 0 or not self.atoms[at].letters:
            return False
        if any(token.name for token in self.sentence.tokens):
            return self._token(at).name == "PER"
        return self.atoms[at].text[0].isupper() and at > 0 and self.atoms[at - 1].text[0].isupper() and not is_word(self.atoms, at, "Inc")

    def _token(self, at: int) -> Token:
        """The token that holds an atom."""
        tokens = self.sentence.tokens
        return tokens[max(0, bisect_right(tokens, self.atoms[at].start, key=lambda token: token.start) - 1)]

    def _is_verb(self, at: int) -> bool:
        return at < len(self.atoms) and self._token(at).tag in ("VBZ", "VBD", "VBP", "MD")

    # numbers without digits or number words

    def _none(self, nouns: Nouns) -> Iterator[Quantity]:
        """ "No casualties": none of them."""
        for atom in self.atoms:
            if atom.lower != "no":
                continue
            counted = nouns.after(atom.end)
            if (
                counted is not None
                and counted.end - counted.start < 60
                and self.text[counted.start : counted.end].split()[-1].lower() in words_of(BOOK, "countless")
            ):
                yield Quantity(atom.text, Span(atom.start, atom.end), 0.0, 0.0, 0.0, of=counted.of, precision=1.0)

    def _multiples(self, found: Sequence[Read]) -> Iterator[Quantity]:
        """ "Twice as many", "doubled", "threefold"."""
        taken = {place for read in found for place in (read.quantity.span.start, read.quantity.span.end)}
        multiples = table_of("quantity_numbers")["multiples"]
        for index, atom in enumerate(self.atoms):
            value = multiples.get(atom.lower)
            if value is None or atom.start in taken or atom.end in taken or not self._is_multiple(index):
                continue
            bound = bound_before(self.atoms, index)
            low, high = bound.ends(float(value), float(value))
            span = Span(self.atoms[min(bound.first, index)].start, atom.end)
            yield Quantity(
                self.text[span.start : span.end], span, float(value), low, high, bound.mod, unit="time", kind=Kind.MULTIPLE.value, precision=1.0
            )

    def _ranks(self, nouns: Nouns) -> Iterator[Quantity]:
        """ "The eighth-largest city", "the 3rd most populous country": a place in an order."""
        ordinals = table_of("quantity_numbers")["ordinals"]
        for index, atom in enumerate(self.atoms):
            word = atom.lower
            number = ordinals.get(word)
            last = index + 1
            if number is None and atom.digits and len(word) < 4 and tight(self.atoms, last) and is_word(self.atoms, last, "st", "nd", "rd", "th"):
                number, last = int(word), last + 1
            superlative = last + is_word(self.atoms, last, "-")
            if number is None or not self._is_superlative(superlative):
                continue
            span = Span(atom.start, self.atoms[superlative].end)
            counted = nouns.after(span.end)
            of = counted.of if counted else None
            yield Quantity(
                self.text[span.start : span.end], span, float(number), float(number), float(number), of=of, kind=Kind.ORDINAL.value, precision=1.0
            )

    def _is_superlative(self, at: int) -> bool:
        word = self.atoms[at].lower if at < len(self.atoms) else ""
        return word in ("most", "least", "best", "worst") or (
            word.endswith("est")
            and len(word) > 5
            and word
            not in (
                "forest",
                "interest",
                "request",
                "protest",
                "contest",
                "conquest",
                "harvest",
                "northwest",
                "southwest",
                "arrest",
                "honest",
                "modest",
                "suggest",
                "everest",
            )
        )

    def _is_multiple(self, index: int) -> bool:
        word = self.atoms[index].lower
        if tight(self.atoms, index + 1) and self.atoms[index + 1].text in "-'’":
            return False
        if word.endswith("fold"):
            return True
        if word in ("doubled", "tripled", "trebled", "quadrupled", "quintupled", "doubling", "tripling", "quadrupling"):
            return not is_word(self.atoms, index + 1, "down")
        compared = is_word(self.atoms, index + 1, "as", "the", "that", "its", "their", "his", "her", "what", "this", "those", "these", "in")
        return (
            word in ("twice", "thrice", "double", "triple")
            and compared
            and not (
                word in ("twice", "thrice")
                and is_word(self.atoms, index + 1, "in", "this", "the")
                and not is_word(
                    self.atoms,
                    index + 2,
                    "number",
                    "size",
                    "amount",
                    "rate",
                    "price",
                    "level",
                    "cost",
                    "figure",
                    "population",
                    "total",
                    "value",
                    "average",
                )
            )
        )


LISTING = (("or",), ("and",), (",",), ("to",), ("-", "or"), ("-", "and"), ("-", ","), ("or", "even"), (",", "and"), ("-", ",", "and"))
RECENT = 4  # numbers before, among which a number without a noun finds what it goes on counting
GOING_ON = frozenset({"by", "in", "at", "for", "from", "on", "who", "were", "was", "are", "have", "had", "."})
LEVELS = frozenset(
    {
        "to",
        "from",
        "than",
        "at",
        "is",
        "was",
        "were",
        "are",
        "be",
        "reached",
        "hit",
        "totaled",
        "totalled",
        "numbered",
        "by",
        "stood",
        "stands",
        "total",
        "exceeded",
        "topped",
        "killed",
        "killing",
        "wounded",
        "wounding",
        "injured",
        "injuring",
        "arrested",
        "up",
        "down",
        "another",
        "least",
        "compared",
        "with",
        "against",
        "rose",
        "fell",
        "became",
        "remained",
        "some",
        "all",
        "other",
        "the",
        "left",
    }
)
