"""Does a number without a unit state a quantity?

It does before a noun that it counts, and where it stands for one: "took 37 into custody", "rose to 2,150", "Two have been found". Bare digits
in any other place are labels.
"""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.extract.lexicon import words_of
from crosscheck.extract.quantity_amount import Amount, Kind
from crosscheck.extract.quantity_bounds import bound_after, bound_before
from crosscheck.extract.quantity_designators import BOOK
from crosscheck.extract.quantity_lexer import tight
from crosscheck.extract.quantity_nouns import DETERMINERS, Counted, is_plural
from crosscheck.extract.quantity_numeral import Form
from crosscheck.extract.quantity_units import rate_at
from crosscheck.extract.quantity_view import Read, View

RECENT = 4  # numbers before, among which a number without a noun finds what it goes on counting
MANY = 100  # from here on, digits after "of" and "for" are numbers rather than labels


def is_quantity(view: View, amount: Amount, counted: Counted | None, before: Sequence[Read]) -> bool:
    """Whether an amount is stated; `counted` is its noun, `before` the quantities read before it."""
    if _is_one(view, amount):
        return _is_counting_one(view, amount, counted)
    if amount.unit is not None or amount.kind is not Kind.COUNT or amount.form in (Form.FRACTION, Form.VAGUE):
        return not (amount.kind is Kind.FRACTION and counted is None and view.is_word(amount.last, "-"))
    if counted is not None:
        return not _is_model(view, amount, counted)
    if amount.form is Form.DIGITS:
        return not amount.plain or _stands_alone(view, amount) or _goes_on(view, amount, before) or _has_fate(view, amount)
    tied = view.is_word(amount.last, "-") and tight(view.atoms, amount.last + 1)
    return not tied or not view.atoms[amount.last + 1].letters  # "four-, five- and six-storey"


def _is_model(view: View, amount: Amount, counted: Counted) -> bool:
    """ "The 757 jet", "its old 747 freighter": many of a thing in the singular are its designator; "the 250 crew" are a plural."""
    large = amount.form is Form.DIGITS and amount.plain and amount.value is not None and amount.value >= MANY and amount.value % MANY != 0
    if not large or counted.plural or " " in counted.of or is_plural(counted.head) or view.is_word(amount.last, "-", "of"):
        return False
    before = amount.first - 1
    return view.is_word(before, "a", "an", "s", "new", "old", *DETERMINERS) or (before >= 0 and view.token(before).tag.startswith("JJ"))


def _is_one(view: View, amount: Amount) -> bool:
    """Whether it is the word "one" alone, which is a pronoun as often."""
    alone = amount.form is Form.WORDS and amount.number - amount.first_number == 1 and view.is_word(amount.number - 1, "one")
    return alone and amount.value == 1 and amount.unit in (None, "time", "point")


def _is_counting_one(view: View, amount: Amount, counted: Counted | None) -> bool:
    """ "One man", "one of the best"; not "no one", "this one", "one can", "one day", "at one point"."""
    before, after = view.word(amount.first - 1), view.word(amount.last)
    if amount.unit is not None:
        return amount.unit == "point" and before != "at"
    if after == "of" and before in ("only", "just", "least"):
        return counted is not None
    if before in words_of(BOOK, "one_after") or after in words_of(BOOK, "one_before"):
        return False
    return counted is not None and (not counted.plural or after == "of")


def _stands_alone(view: View, amount: Amount) -> bool:
    """Whether bare digits without a noun are a number: with a bound, as subject or object, after a word of level ("to", "than", "was")."""
    bound = bound_before(view.atoms, amount.first)
    if bound.mod != "=" or amount.signed or amount.value is None or bound_after(view.atoms, amount.last) is not None:
        return True
    before = view.word(bound.first - 1)
    if rate_at(view.atoms, amount.last) is not None and before in ("of", "at", "to", "by"):
        return True  # "at a rate of 40 a week"
    if amount.partitive_of(view.atoms) and view.is_word(amount.last + 1, *DETERMINERS):
        return amount.first == 0 or not view.token(amount.first - 1).tag.startswith("NN")  # "2 of the jets", not "Book 2 of the series"
    if view.is_word(amount.first - 1, "the") and view.is_word(amount.last, "needed", "required", "who", "killed", "missing", "arrested"):
        return True
    if before == "of" and view.word(bound.first - 2) in words_of(BOOK, "numbered"):
        return True
    return (
        _is_labelled(view, bound.first)
        or _is_argument(view, amount)
        or before in words_of(BOOK, "levels")
        or (amount.value >= MANY and before in ("of", "for"))
    )


def _is_labelled(view: View, first: int) -> bool:
    """A line of a box of facts: "Dead: 22"."""
    return view.is_word(first - 1, ":") and first <= 4 and view.word(first - 2) in words_of(BOOK, "fates") | words_of(BOOK, "numbered")


def _is_argument(view: View, amount: Amount) -> bool:
    """Whether the tree has the number itself act or suffer: "took nine into custody", "50 were injured"."""
    token = view.token(amount.number - 1)
    named = amount.first > 0 and view.token(amount.first - 1).tag.startswith("NNP")
    return token.tag == "CD" and token.dep.partition(":")[0] in ("nsubj", "obj") and not named


def _has_fate(view: View, amount: Amount) -> bool:
    """ "12 missing after ferry sinks", "22 dead, 59 injured": people are counted by what befell them."""
    before = amount.first - 1
    named = before >= 0 and (view.token(before).tag.startswith("NNP") or view.word(before) in words_of(BOOK, "labels"))
    told = amount.last + view.is_word(amount.last, "reported", "feared", "still", "presumed", "seriously", "critically", "badly", "believed")
    return not named and view.word(told) in words_of(BOOK, "fates")


def _goes_on(view: View, amount: Amount, before: Sequence[Read]) -> bool:
    """ "60 lorries at the port and 12 at the border", "four dead and 12 in hospital"."""
    counted = any(r.amount.kind is Kind.COUNT and (r.noun is not None or r.amount.form is Form.WORDS) for r in before[-RECENT:])
    after = view.word(amount.last) or "."
    return counted and view.is_word(amount.first - 1, "and", "or", "but", ",") and after in words_of(BOOK, "going_on")
