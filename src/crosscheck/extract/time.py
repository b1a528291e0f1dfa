"""Which times does an article state?

The words give expressions (`time_grammar`), the day of publication and the time spoken of before give them values (`time_values`), and the
parse says whether a verb's time is past or to come (`time_tense`) and whether "May" is a name.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from crosscheck.extract.time_calendar import granularity, interval_of
from crosscheck.extract.time_context import month_first, narrowed, with_frame, with_shared_years
from crosscheck.extract.time_days import Anchors
from crosscheck.extract.time_grammar import expressions_in
from crosscheck.extract.time_model import Expression, Length, Point, Window
from crosscheck.extract.time_tense import tense_at
from crosscheck.extract.time_values import Valued, valued
from crosscheck.ingest.entries import Entry, entries_in
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Span, Time

__all__ = ["expressions_in", "granularity", "interval_of", "times_in"]


def times_in(sentences: Sequence[Sentence], text: str, published: str | None) -> tuple[tuple[Time, ...], ...]:
    """The times of every sentence, in text order.

    `published` is ISO 8601 as far as known. Anchors run through the article: "the following year" follows the year spoken of before. In each entry
    of a live blog they begin anew, at the moment when it was posted.
    """
    found = [_stated(sentence, text) for sentence in sentences]
    anchors = Anchors(published, month_first=month_first(expression for some in found for expression in some))
    entries, times = entries_in(text, published), []
    starts, posted = [entry.span.start for entry in entries], 0
    for sentence, expressions in zip(sentences, found, strict=True):
        here: list[Time] = []
        if posted != (at := bisect_right(starts, sentence.start)):
            anchors, posted = _posted(entries[at - 1], anchors), at
        for expression in expressions:
            value = valued(expression.meaning, anchors, tense_at(sentence, expression.start, expression.end))
            anchors = _after(anchors, expression, value)
            here.append(_time(expression, value, text))
        times.append(tuple(here))
    return tuple(times) if published else narrowed(times)


def _posted(entry: Entry, anchors: Anchors) -> Anchors:
    """What the times of an entry are counted from."""
    if entry.moment is None:
        return Anchors(anchors.published, month_first=anchors.month_first)
    day, _, clock = entry.moment.partition("T")
    return Anchors(day, month_first=anchors.month_first, now=clock if entry.is_local else None)


def _time(expression: Expression, value: Valued, text: str) -> Time:
    span = Span(expression.start, expression.end)
    return Time(text[span.start : span.end], span, value.type, value.value, value.mod, value.since, value.until)


def _stated(sentence: Sentence, text: str) -> tuple[Expression, ...]:
    """The expressions of a sentence that the parse does not show to be something else."""
    found = expressions_in(text[sentence.start : sentence.end], sentence.start)
    stated = [expression for expression in found if not _is_other(sentence, expression)]
    return with_frame(with_shared_years(stated, text), text, sentence.start)


def _is_other(sentence: Sentence, expression: Expression) -> bool:
    """Is the only word a verb ("may", "march", "fall") or part of a person's name ("April Smith")?"""
    inside = [token for token in sentence.tokens if token.start < expression.end and expression.start < token.end]
    if len(inside) != 1 or not isinstance(expression.meaning, Point):
        return False
    only = inside[0]
    if expression.meaning.weekday or expression.meaning.part:
        return only.pos in ("VERB", "AUX") or (expression.meaning.part is not None and _begins_name(sentence, only))
    return False


def _begins_name(sentence: Sentence, token: Token) -> bool:
    """ "April Smith" is a person; in "Governor Ann May Lee Saturday urged" the parse takes too much for a name."""
    return any(name.type == "PER" and name.first == token.index and name.last - name.first > 1 for name in sentence.names)


def _is_over(value: Valued, anchors: Anchors) -> bool:
    """A quarter that a report on earnings can be about: one that has ended by the day of publication."""
    return anchors.published is None or value.until is None or value.until <= anchors.published


def _after(anchors: Anchors, expression: Expression, value: Valued) -> Anchors:
    """The anchors for what follows: a date becomes the time spoken of, a quarter stays until another period is named."""
    meaning = expression.meaning
    if isinstance(meaning, Window | Length):
        return replace(anchors, quarter=None) if value.value in ("P9M", "P6M") or (isinstance(meaning, Window) and value.value == "P1Y") else anchors
    dated = value.value[:2].isdecimal() or (value.value.startswith("XXXX-") and value.value[5:7].isdecimal())
    if not isinstance(meaning, Point) or not dated or value.type not in ("DATE", "TIME"):
        return anchors
    if meaning.period or (meaning.shift is not None and meaning.shift.stated and meaning.shift.count == -1):
        return anchors  # "a year earlier" is compared with; the text stays where it was
    quarter = value.value if granularity(value.value) == "quarter" and _is_over(value, anchors) else anchors.quarter
    day = value.value if granularity(value.value.partition("T")[0]) == "day" else anchors.day
    return replace(anchors, story=value.value, day=day, quarter=quarter)
