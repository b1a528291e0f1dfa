"""Which values stand in two sentences of one form that are told of two things, and which tell of a part or of another time?

"Osk Oil was awarded a $4 million contract for fuel" and "Adler Oil was awarded a $7 million contract for fuel" differ in no fact. Nor do "the first
six shots" and "the last two", or a prison where somebody sits and one where he "once sat".
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import product

from crosscheck.align.similarity import Similarity
from crosscheck.judge.circumstances import sentence_of
from crosscheck.judge.exchanged import are_two_names
from crosscheck.judge.lexicon import words
from crosscheck.model.claim import Claim, Facet, Quantity, Time
from crosscheck.model.verdict import Statement

COPY = 0.5  # likeness of two articles from which one is a version of the other, in which a name may have been changed as well
ROLES = (Facet.AGENT, Facet.PATIENT, Facet.RECIPIENT)
LONGEST = 16  # code points before a number in which a word for a part stands
NEAR = 30  # code points before a predicate or a value in which a word for another time stands
WORDS = 4  # of these, the nearest

_DIGITS = re.compile(r"\d[\d.,/-]*\d|\d")


def are_of_one_form(left: Statement, right: Statement, link: Similarity) -> bool:
    """Whether two sentences that are one but for some words, of two articles that are no versions of one, name two in another role as well."""
    if not link.twin or link.part("articles") >= COPY:
        return False
    return _differ_in_several(left, right) or any(_names_two(left.claim, right.claim, role) for role in ROLES if role is not left.facet)


def _differ_in_several(left: Statement, right: Statement) -> bool:
    """ "Sold 5 tonnes for 900 crowns", "sold 12 tonnes for 700 crowns": where another number of each sentence differs as well."""
    numbers = [_numbers(one) for one in (left, right)]
    return bool(numbers[0] - numbers[1]) and bool(numbers[1] - numbers[0])


def _numbers(statement: Statement) -> Counter[str]:
    """The words with digits in the sentence, without its own."""
    own = statement.value.text.casefold() if statement.value is not None else ""
    said = sentence_of(statement).replace(own, " ", 1)
    return Counter(_DIGITS.findall(said))


def _names_two(left: Claim, right: Claim, role: Facet) -> bool:
    pairs = list(product(left.of(role), right.of(role)))
    return bool(pairs) and all(are_two_names(one, other) for one, other in pairs)


def are_of_two_parts(left: Statement, right: Statement) -> bool:
    """ "The first six shots" and "a volley of four": one counts a part of what was counted, or what came besides."""
    return all(isinstance(one.value, Quantity) for one in (left, right)) and _part(left) != _part(right)


def _part(statement: Statement) -> str:
    value = statement.value
    before = statement.article.text[max(0, value.span.start - LONGEST) : value.span.start].casefold().split()[-1:] if value else []
    return before[0] if before and before[0] in words("surety", "ordinals") | words("surety", "parts") else ""


def are_of_two_times(left: Statement, right: Statement) -> bool:
    """ "Where he was once held for 44 days" is no word on how long he was held now."""
    return all(isinstance(one.value, Quantity | Time) for one in (left, right)) and _is_earlier(left) != _is_earlier(right)


def _is_earlier(statement: Statement) -> bool:
    ends = (statement.claim.predicate.span.start, statement.value.span.start if statement.value else 0)
    before = (statement.article.text[max(0, end - NEAR) : end].casefold().split()[-WORDS:] for end in ends)
    return any(not words("surety", "formerly").isdisjoint(said) for said in before)
