"""Are two numbers of two things by what the words beside them limit each to: another day, another post, what is left out?

"Power was cut in 12 villages" and "power is back everywhere but in three villages" count two things; so do two quakes.
"""

from __future__ import annotations

from itertools import islice

from crosscheck.align.similarity import Similarity
from crosscheck.extract.time_calendar import WEEKDAYS
from crosscheck.judge.circumstances import sentence_of
from crosscheck.judge.lexicon import words
from crosscheck.model.claim import Quantity
from crosscheck.model.verdict import Statement

BEFORE, AFTER = 24, 60  # code points around a number in which what limits it stands
NEAR = 4  # words after a number among which "as" tells in which post
SCALES = 1.5  # by which two magnitudes that are given of one quake differ at most
TITLE = 4  # words after "four-time" that say of what


def are_limited_apart(left: Statement, right: Statement, link: Similarity) -> bool:
    """Whether the words beside two numbers limit them to two things; of twin sentences all is limited alike."""
    one, other = left.value, right.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity) or link.twin:
        return False
    if _are_of_two_quakes(left, right) or _title(left) != _title(right):
        return True
    return any(test(left) != test(right) for test in (_is_excepted, _is_of_a_post, _is_of_whom))


def _are_of_two_quakes(left: Statement, right: Statement) -> bool:
    """ "A tremor of 3.8 on Monday" and "the quake of 6.1 that struck on Sunday"."""
    values = [one.value.value for one in (left, right) if isinstance(one.value, Quantity) and one.value.attribute == "magnitude" and one.value.value]
    return len(values) == len((left, right)) and (abs(values[0] - values[1]) > SCALES or _are_of_two_days(left, right))


def _title(statement: Statement) -> tuple[str, ...]:
    """Of what somebody is "a four-time champion"; nothing where the number is of something else."""
    after = _after(statement)
    if after[:1] != ["time"]:
        return ()
    return tuple(after[1 : 1 + TITLE])


def _is_excepted(statement: Statement) -> bool:
    """ "Everywhere but in three villages", "all except two"."""
    value = statement.value
    before = statement.article.text[max(0, value.span.start - BEFORE) : value.span.start].casefold().split()[-2:] if value else []
    return any(word in words("surety", "excepting") for word in before) or (before[-2:-1] == ["but"] and before[-1] in words("surety", "scopes"))


def _is_of_whom(statement: Statement) -> bool:
    """ "Four robbers, two of whom were armed"."""
    after = _after(statement)[:2]
    return after[:1] == ["of"] and after[1:] in (["whom"], ["which"], ["them"])


def _is_of_a_post(statement: Statement) -> bool:
    """Whether it says in which post: "four seasons as its director", but "19 seasons with the club"."""
    value = statement.value
    return isinstance(value, Quantity) and _is_length(value) and "as" in islice(_after(statement), NEAR)


def _is_length(value: Quantity) -> bool:
    said = {*(value.of or "").casefold().split(), value.unit or ""}
    return not said.isdisjoint(words("surety", "time_units") | words("surety", "terms"))


def _are_of_two_days(left: Statement, right: Statement) -> bool:
    """Whether each sentence names another day of the week."""
    one, other = (frozenset(sentence_of(side).replace(",", " ").split()).intersection(WEEKDAYS) for side in (left, right))
    return bool(one and other) and one.isdisjoint(other)


def _after(statement: Statement) -> list[str]:
    value, text = statement.value, statement.article.text
    said = text[value.span.end : value.span.end + AFTER] if value else ""
    inside = value.text.casefold().replace("-", " ").split()[1:] if value else []
    return [*inside, *(word.strip(".,;:()") for word in said.casefold().replace("-", " ").split())]
