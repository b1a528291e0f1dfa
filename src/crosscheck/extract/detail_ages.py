"""Which two ages does a sentence give of two people without names: "two men, 71 and 39 years old"?"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.model.detail import Detail, Kind

OLDEST = 115
_BEFORE = frozenset(("aged", "age", "ages"))
_RANGE = frozenset(("between", "young"))  # "aged between 20 and 25", "as young as 20 and 21": of nobody in particular
NEAR = 4  # words before the first age among which these stand


def ages_in(sentence: Sentence) -> Iterator[Detail]:
    """Each of the two by the other, where the sentence has one such pair."""
    joins = [at for at, form in enumerate(sentence.forms) if form == "and" and _joins_ages(sentence, at)]
    if len(joins) == 1:
        yield _aged(sentence, joins[0] - 1, joins[0] + 1)
        yield _aged(sentence, joins[0] + 1, joins[0] - 1)


def _joins_ages(sentence: Sentence, at: int) -> bool:
    """ "aged 71 and 39", "71 and 39 years old" """
    if not 0 < at < len(sentence.forms) - 1 or not all(_is_age(sentence.forms[to]) for to in (at - 1, at + 1)):
        return False
    if "," in sentence.gaps[at] or not _RANGE.isdisjoint(sentence.forms[max(0, at - 1 - NEAR) : at - 1]):
        return False  # "Karl Osk, 71, and 39-year-old diver Piet Adler" have names
    return (at > 1 and sentence.forms[at - 2] in _BEFORE) or (sentence.forms[at + 2 : at + 4] in (("years", "old"), ("year", "old")))


def _is_age(form: str) -> bool:
    return form.isdecimal() and 0 < len(form) < 4 and int(form) <= OLDEST


def _aged(sentence: Sentence, one: int, beside: int) -> Detail:
    return sentence.detail(Kind.AGES, (sentence.forms[beside],) * 2, sentence.forms[one], one, one + 1, sentence.names())
