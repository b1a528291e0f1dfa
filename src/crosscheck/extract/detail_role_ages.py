"""How old does a sentence say that somebody was who is not named: the driver, the gunman, the victim?"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.lexicon import table_of
from crosscheck.model.claim import Quantity
from crosscheck.model.detail import Detail, Kind

REACH = 5  # words between an age and whose it is
AGE = "year of age"


def role_ages_in(sentence: Sentence, quantities: Sequence[Quantity]) -> Iterator[Detail]:
    """Of sentences with one age; `value` is the least and the most, wider by what two reports may differ."""
    ages = [one for one in quantities if one.unit == AGE]
    if len(ages) != 1 or not _roles().keys() & set(sentence.forms) or not _listed("barred").isdisjoint(sentence.forms):
        return
    inside = sentence.places(ages[0].span)
    role = _role(sentence, inside[0], inside[-1] + 1) if inside and ages[0].low and ages[0].high else None
    if role is None:
        return
    slack = math.sqrt(_table()["times"])
    value = f"{(ages[0].low or 0.0) / slack:g} {(ages[0].high or 0.0) * slack:g}"
    question, name = (str(_table()[key]).replace("{role}", role) for key in ("question", "name"))
    yield sentence.detail(Kind.MEASURE, (f"age of {role}", question), value, inside[0], inside[-1] + 1, sentence.names(), name)


def _role(sentence: Sentence, start: int, end: int) -> str | None:
    """Right behind it ("the 36-year-old bus driver"), or else before it with nothing but "was a" or a comma between ("the driver, 36")."""
    for at in range(end, min(end + REACH, len(sentence.forms))):
        if sentence.gaps[at].strip(" -"):
            break
        if sentence.forms[at] in _roles():
            return _roles()[sentence.forms[at]]
        if sentence.forms[at] not in _listed("kinds"):
            break
    for at in range(start - 1, max(-1, start - 1 - REACH), -1):
        if sentence.gaps[at + 1].strip(" -,("):
            return None
        if sentence.forms[at] in _roles():
            return _roles()[sentence.forms[at]]
        if sentence.forms[at] not in _listed("between"):
            return None
    return None


# words


def _table() -> Mapping[str, Any]:
    found: Mapping[str, Any] = table_of("detail_measures")["ages"]
    return found


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(_table()[key])


@cache
def _roles() -> Mapping[str, str]:
    return {word: line.split()[0] for line in _table()["roles"] for word in line.split()}
