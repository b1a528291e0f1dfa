"""Are two ages of two people, of whom one sentence names both?

"The driver hit a 66-year-old woman" and "the 36-year-old driver", or "Osk, 27, and Adler" and "Osk and Adler, 34".
"""

from __future__ import annotations

import re

from crosscheck.extract.topics import is_person_noun
from crosscheck.judge.circumstances import sentence_of
from crosscheck.model.claim import Quantity
from crosscheck.model.verdict import Statement

NAME = 40  # code points before an age in which a name ends
REACH = 3  # words behind an age among which stands whose it is

_WORDS = re.compile(r"[^\W\d_]+")


def are_of_two_bearers(left: Statement, right: Statement) -> bool:
    """Whether the sentence of one names the bearer of the other's age as well, and gives its own age to somebody else."""
    ends = [(_bearer(one), frozenset(_WORDS.findall(sentence_of(one)))) for one in (left, right)]
    (one, said), (other, told) = ends
    return one is not None and other is not None and one != other and (other in said or one in told)


def _bearer(statement: Statement) -> str | None:
    """The noun for a person right behind "66-year-old", or before ", 36", where a name may stand as well."""
    age = statement.value
    if not isinstance(age, Quantity) or age.kind != "age":
        return None
    before, found, after = sentence_of(statement).partition(age.text.casefold())
    if not found:
        return None
    if found.endswith(("old", "olds")):
        near = _WORDS.findall(re.split(r"[,.;:()]", after)[0])[:REACH]
        return next((word for word in near if is_person_noun(word)), None)
    last = _WORDS.findall(before)[-1:] if before.rstrip().endswith(",") else []
    return last[0] if last and (is_person_noun(last[0]) or _is_name(last[0], statement)) else None


def _is_name(word: str, statement: Statement) -> bool:
    """Whether the word right before the age has a capital: "Karl Osk, 27, and Piet Adler", "Karl Osk and Piet Adler, 34"."""
    age = statement.value
    before = _WORDS.findall(statement.article.text[: age.span.start][-NAME:]) if age is not None else []
    return bool(before) and before[-1].casefold() == word and before[-1][0].isupper()
