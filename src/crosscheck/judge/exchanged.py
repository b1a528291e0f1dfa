"""Do two articles tell one sentence word for word, but for the two values?"""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import product

from rapidfuzz.fuzz import ratio

from crosscheck.align.twins import Word, words_in
from crosscheck.extract.lexicon import words_of
from crosscheck.extract.names import folded
from crosscheck.judge.lexicon import words
from crosscheck.judge.names import argument_of, calling, is_named, is_pronoun, may_be_one
from crosscheck.model.claim import Argument, Span
from crosscheck.model.verdict import Statement

REACH = 160  # code points on either side in which words are compared
LEAST = 4  # words besides the values
LONG = 4  # letters of a word that is no "of" or "the", and by which two words are taken for forms of one
SPELLING = 80.0  # likeness of two words in per cent from which on they may be one ("Rait", "Raitt")
ALIKE = 0.85  # of the words besides the values; set by hand: lower takes two sentences on one subject for one
_ENDS = (". ", ".\n", "\n", "? ", "! ", '." ', ".” ")


def exchanged(left: Statement, right: Statement) -> bool:
    """Whether the rest of the two sentences is the same, so that they tell of one thing and differ in these words alone."""
    if left.article.id == right.article.id or left.value is None or right.value is None:
        return False
    one, other = _rest(left), _rest(right)
    if not _meet(one, other) or min(len(one[0]) + len(one[1]), len(other[0]) + len(other[1])) < LEAST:
        return False
    first, second = ([word.text for side in rest for word in side] for rest in (one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= ALIKE


Rest = tuple[tuple[Word, ...], tuple[Word, ...]]  # the words before the value and those behind it, within its sentence


def sentence_around(statement: Statement) -> list[str]:
    """The words of the sentence that a value stands in, in lower case."""
    assert statement.value is not None
    before, after = _rest(statement)
    value = words_in(statement.article.text, statement.value.span)
    return [word.text for part in (before, value, after) for word in part]


def _rest(statement: Statement) -> Rest:
    assert statement.value is not None
    text, span = statement.article.text, statement.value.span
    before, after = text[max(0, span.start - REACH) : span.start], text[span.end : span.end + REACH]
    start = max((before.rfind(mark) + len(mark) for mark in _ENDS if mark in before), default=0)
    end = min((at for at in map(after.find, _ENDS) if at >= 0), default=len(after))
    return words_in(text, Span(span.start - len(before) + start, span.start)), words_in(text, Span(span.end, span.end + end))


def _meet(one: Rest, other: Rest) -> bool:
    """Whether the values have a neighbour in common."""
    before = bool(one[0] and other[0]) and one[0][-1].text == other[0][-1].text
    return before or (bool(one[1] and other[1]) and one[1][0].text == other[1][0].text)


def names_exchanged(left: Statement, right: Statement) -> bool:
    """Whether two names stand in one sentence, of which nothing says that they may be one."""
    one, other = argument_of(left), argument_of(right)
    return are_two_names(one, other) and exchanged(left, right)


def are_two_names(one: Argument, other: Argument) -> bool:
    """Whether both are names, and of two persons, places or bodies as far as the names tell."""
    if not (is_named(one) or is_named(other)) or not (_is_proper(one.text) and _is_proper(other.text)):
        return False
    return not any(_may_be_one(a, b) for a, b in product(calling(one), calling(other)))


def _is_proper(name: str) -> bool:
    """Whether the words are a name and nothing else: not "He", "Chief", "All 6,000 seats"."""
    said = _words_of(name)
    if not said or is_pronoun(name) or folded(said[-1]) in words("surety", "determiners"):
        return False  # "The" begins a sentence and names nobody
    return all(word[:1].isupper() or len(word) < LONG for word in said) and said[-1][:1].isupper()


def _words_of(name: str) -> list[str]:
    """Without the titles before a person's name."""
    titles = words_of("person_titles", "before")
    return [word for word in name.replace("-", " ").split() if word.strip(".").casefold() not in titles]


def _may_be_one(one: str, other: str) -> bool:
    """Also what is shortened ("Tenn.", "Tennessee") and what has a word in common ("Adler plant", "Adlers Foods")."""
    return may_be_one(one, other) or any(_begin_alike(a, b) for a, b in product(_words_of(one), _words_of(other)))


def _begin_alike(one: str, other: str) -> bool:
    if one.endswith(".") or other.endswith(".") or one.isupper() or other.isupper():
        return one[:1] == other[:1]
    first, second = folded(one), folded(other)
    if first == second or ratio(first, second) >= SPELLING:
        return True
    return min(len(first), len(second)) >= LONG and first[:LONG] == second[:LONG]
