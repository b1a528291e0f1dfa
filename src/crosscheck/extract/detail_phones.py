"""Which telephone numbers does a sentence give?"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.lexicon import words_of
from crosscheck.model.detail import Detail, Kind

FEWEST, MOST = 8, 15  # digits: fewer are a reference, a date or a sum; 15 is the longest number of ITU-T E.164
NEAR = 8  # words before the number among which one says that it is to be called


def phones_in(sentence: Sentence) -> Iterator[Detail]:
    """Digits in groups, after a word such as "call" or "on"."""
    at = 0
    while at < len(sentence.words):
        end = _end(sentence, at)
        digits = "".join(sentence.words[at:end])
        if FEWEST <= len(digits) <= MOST and end - at > 1 and _is_called(sentence, at):
            yield _phone(sentence, at, end, digits)
        at = max(end, at + 1)


def _end(sentence: Sentence, at: int) -> int:
    end = at
    while end < len(sentence.words) and sentence.words[end].isdigit() and (end == at or sentence.gaps[end] in words_of("details", "phone_gaps")):
        end += 1
    return end


def _is_called(sentence: Sentence, at: int) -> bool:
    return not words_of("details", "calling").isdisjoint(sentence.forms[max(0, at - NEAR) : at])


def _phone(sentence: Sentence, at: int, end: int, digits: str) -> Detail:
    return Detail(
        kind=Kind.PHONE,
        article=sentence.article,
        sentence=sentence.number,
        thing="",
        thing_text="",
        value=digits,
        text=sentence.said(at, end),
        span=sentence.span_of(at, end),
        words=sentence.names(sentence.forms[at:end]),
    )
