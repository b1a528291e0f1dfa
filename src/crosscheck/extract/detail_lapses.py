"""How long ago, or how long before what is told, does a sentence say that something happened?

The length is kept as it is told ("P3W APPROX" for "almost three weeks"); judge/detail_when.py knows how many days it can mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from crosscheck.extract.detail_days import part_around
from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.detail_years import SHORTEST, STEM, is_told
from crosscheck.extract.lexicon import words_of
from crosscheck.extract.predicates import predicate_class
from crosscheck.model.claim import Claim, Quantity, Time
from crosscheck.model.detail import Detail, Kind

UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
NOUN = 2  # words before "that" which name what the part behind it tells of
WITHIN = 14  # words behind "three weeks after" that say after what


def lapses_in(
    sentence: Sentence, times: Sequence[Time], quantities: Sequence[Quantity], claims: Sequence[Claim], published: date | None = None
) -> Iterator[Detail]:
    """ "three weeks ago", "nine days after the accident": `words` tell what happened first, `scope` what was so long after it ("" for "ago").

    `number` is the day of the report, counted as `date.toordinal` does, where it is known.
    """
    for time in times:
        length = _length(time, quantities)
        inside = sentence.places(time.span) if length else []
        first = _first(sentence, inside[0], inside[-1]) if inside else ()
        words = _told(sentence, [at for at in first if at not in inside])
        if words:
            scope = "" if sentence.forms[inside[-1]] in words_of("detail_lapses", "ago") else _deeds(sentence, claims, first)
            said = _said(sentence, [at for at in first if at < inside[0]], [at for at in first if at > inside[-1]])
            value = f"{length} {time.mod or '='}"
            stated = Detail(Kind.LAPSE, sentence.article, sentence.number, "lapse", said, value, time.text, time.span, words=words, scope=scope)
            yield replace(stated, number=float(published.toordinal()) if published else None)


def _said(sentence: Sentence, before: Sequence[int], behind: Sequence[int]) -> str:
    """What happened first in the words of the sentence, without the time: what stands on its longer side."""
    side = max(before, behind, key=len)
    return sentence.said(side[0], side[-1] + 1)


def _length(time: Time, quantities: Sequence[Quantity]) -> str:
    """The length as a TIMEX3 value; of "three weeks ago", which the day of the report makes a date, by its number and unit; "" for none."""
    if time.type == "DURATION":
        return time.value
    told = [one for one in quantities if time.span.holds(one.span) and one.value and one.unit in UNITS]
    return f"P{told[0].value:g}{UNITS[told[0].unit or '']}" if len(told) == 1 and time.type == "DATE" else ""


def _first(sentence: Sentence, start: int, last: int) -> Sequence[int]:
    """The places of the words that tell what was so long ago, or what the time is reckoned from."""
    if sentence.forms[last] in words_of("detail_lapses", "ago"):
        begin, end = part_around(sentence, start, last)
        related = begin > 0 and sentence.forms[begin - 1] in ("that", "which")  # "the stroke that he had three weeks ago"
        return range(max(0, begin - 1 - NOUN) if related else begin, end)
    behind = last + 1
    if behind + 1 < len(sentence.forms) and sentence.forms[behind] in words_of("detail_lapses", "after"):
        end = part_around(sentence, behind + 1, behind + 1)[1]
        return range(behind + 1, min(end, behind + WITHIN))
    return ()


def _told(sentence: Sentence, places: Sequence[int]) -> frozenset[str]:
    """The beginnings of the longer words at these places that are no names."""
    said = ((sentence.words[at], sentence.forms[at]) for at in places)
    kept = (form for word, form in said if word[0].islower() and len(form) >= SHORTEST and form not in words_of("detail_years", "weak"))
    return frozenset(form[:STEM] for form in kept)


def _deeds(sentence: Sentence, claims: Sequence[Claim], first: Sequence[int]) -> str:
    """What else the sentence says was done, "?" for nothing: "died", of which it was nine days after the stroke."""
    apart = [
        claim for claim in claims if claim.predicate.kind == "verb" and not any(sentence.spans[at].touches(claim.predicate.span) for at in first)
    ]
    return " ".join(sorted({_deed(claim) for claim in apart if is_told(claim)})) or "?"


def _deed(claim: Claim) -> str:
    """The class of what is done, or its verb."""
    heads = [argument.head.lower() for argument in claim.arguments]
    return predicate_class(claim.predicate.lemma, claim.predicate.kind, heads) or claim.predicate.lemma
