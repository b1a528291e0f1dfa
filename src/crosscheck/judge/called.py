"""May two names that differ be of one person, body or place, as far as the articles tell?

"Adler was 44" and "Red was 44" are told of one man where an article has “Karl Red Adler”, and neither is a dateline a doer.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from rapidfuzz.distance import OSA

from crosscheck.extract.names import folded, is_one_body
from crosscheck.extract.places import country_of
from crosscheck.judge.lexicon import words
from crosscheck.model.claim import Argument, Facet
from crosscheck.model.verdict import Statement

INITIALS = 6  # letters of the longest short form
SPELT = 5  # letters of the shortest name of which a letter may be written otherwise ("Iran" and "Iraq" are two)
NAME = 3  # letters of a word of a name that tells something
MOST, BESIDE = 20, 24  # places of a name in an article that are looked at, and code points between two words of one name
_AFTER = (":", " -", " –", " —", ")")  # what follows a dateline's place or agency


def may_be_called_both(left: Statement, right: Statement, rule: str, twins: bool) -> bool:
    """Whether the rule sets two names against each other that need not be two.

    Where all else of two sentences is the same (`twins`), an article must have both words in one name: a copy in which one name was changed for
    another has both as well. Elsewhere it is enough that an article has both.
    """
    if not isinstance(left.value, Argument) or not isinstance(right.value, Argument) or not rule.endswith((".different", ".exchanged")):
        return False
    if _is_dateline(left) or _is_dateline(right) or _is_short_for(left.value, right.value) or _is_cut_off(left.value, right.value):
        return True
    if _is_one_vessel(left.value, right.value) or _is_one_spelt_twice(left.value, right.value) or _is_name_given(left) != _is_name_given(right):
        return True
    if is_one_body(left.value.text, right.value.text):
        return True
    if twins:
        commas = 1 if left.facet is Facet.PLACE else 0  # "Lefkos, Norvia", but not "Karl, Piet"
        return any(_has_beside(one.article.text, _last(left), _last(right), commas) for one in (left, right))
    return any(_stands_in(_last(other), one.article.text.casefold()) for one, other in ((left, right), (right, left)) if _last(other))


def _is_dateline(statement: Statement) -> bool:
    """ "LEFKOS: The mayor" and "(Norvian News) - The mayor", at the beginning of a line."""
    value, text = statement.value, statement.article.text
    if value is None:
        return False
    before = text[: value.span.start].rpartition("\n")[2].strip(" (")
    return not before and text[value.span.end : value.span.end + 2].startswith(_AFTER)


def _is_short_for(one: Argument, other: Argument) -> bool:
    """ "NT" and "NTU", "NTU" and "the Norvian Teachers' Union"."""
    first, second = _capitals(one), _capitals(other)
    if first and second:
        return first.startswith(second) or second.startswith(first)
    return first in _initials(other) if first else bool(second) and second in _initials(one)


def _capitals(argument: Argument) -> str:
    """The short form that the words are; "" for a name with small letters."""
    words = [word for word in argument.text.replace(".", "").split() if word != "the"]
    return words[0] if len(words) == 1 and words[0].isupper() and 1 < len(words[0]) <= INITIALS else ""


def _initials(argument: Argument) -> tuple[str, ...]:
    names = (argument.text, argument.entity or "", *argument.also)
    return tuple("".join(word[0] for word in name.split() if word[:1].isupper()) for name in names)


def _is_cut_off(one: Argument, other: Argument) -> bool:
    """ "Karl P." of "Karl P. Adler" and "Karl Adler": the surname was lost."""
    ends = [argument.text.split()[-1:] for argument in (one, other)]
    return any(len(end[0]) <= len("P.") and end[0].endswith(".") for end in ends if end)


def _is_one_vessel(one: Argument, other: Argument) -> bool:
    """ "HMS Lindo" and "Warship Lindo"."""
    names = [folded(argument.text).split() for argument in (one, other)]
    bare = [[word for word in name if word not in words("surety", "vessels")] for name in names]
    return bare[0] == bare[1] != [] and all(len(name) > len(rest) for name, rest in zip(names, bare, strict=True))


def _is_one_spelt_twice(one: Argument, other: Argument) -> bool:
    """ "Kovani" and "Kovane": one letter apart, and not two countries."""
    names = [folded(argument.text).removesuffix("'s") for argument in (one, other)]
    if min(map(len, names)) < SPELT or any(letter.isdigit() for name in names for letter in name):
        return False
    codes = [country_of(name) for name in names]
    return OSA.distance(*names) <= 1 and (None in codes or codes[0] == codes[1])


def _is_name_given(statement: Statement) -> bool:
    """Whether the words are the name that somebody was given ("born Karl Osk", "she was named Ada Lind at birth"), and so nobody else."""
    claim, value = statement.claim, statement.value
    if value is None or claim.predicate.lemma not in words("surety", "naming") or not (claim.of(Facet.RECIPIENT) or claim.predicate.lemma == "bear"):
        return False
    between = statement.article.text[claim.predicate.span.end : value.span.start]
    return value.span.start > claim.predicate.span.end and not between.strip(' "“‘')


def _last(statement: Statement) -> str:
    """The last word of the name that tells something, folded; "" where there is none."""
    said = (statement.value.text if statement.value else "").replace("’s", "").replace("'s", "").split()
    words = [word.strip(".,;:'\"“”‘’()") for word in said]
    return next((word.casefold() for word in reversed(words) if word[:1].isupper() and len(word) >= NAME), "")


def _stands_in(word: str, text: str) -> bool:
    return next(_places(word, text), None) is not None


def _places(word: str, text: str) -> Iterator[int]:
    """Where the word begins in the folded text."""
    at = text.find(word)
    while at >= 0:
        if not (text[at - 1 : at].isalnum() or text[at + len(word) : at + len(word) + 1].isalnum()):
            yield at
        at = text.find(word, at + 1)


def _has_beside(text: str, one: str, other: str, commas: int) -> bool:
    """Whether the two stand in one name: "Karl “Red” Adler", "Lefkos, Norvia"."""
    folded = text.casefold()
    ones, others = ([(at, at + len(word)) for at in islice(_places(word, folded), MOST)] if word else [] for word in (one, other))
    return len(folded) == len(text) and any(_are_one_name(text, left, right, commas) for left, right in product(ones, others))


def _are_one_name(text: str, left: tuple[int, int], right: tuple[int, int], commas: int) -> bool:
    """Whether nothing but words with capitals stands between them; a list has commas or "and"."""
    first, second = sorted((left, right))
    between = text[first[1] : second[0]] if first[1] <= second[0] <= first[1] + BESIDE else "and"
    return not any(mark in between for mark in ".;\n") and not any(word[:1].islower() for word in between.split()) and between.count(",") <= commas
