"""How long ago, or how long before what is told, does a sentence say that something happened?

The length is kept as it is told ("P3W APPROX" for "almost three weeks"); judge/detail_when.py knows how many days it can mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.extract.detail_days import part_around
from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.detail_years import SHORTEST, STEM, is_told
from crosscheck.extract.lexicon import words_of
from crosscheck.extract.predicates import predicate_class
from crosscheck.model.claim import Claim, Time
from crosscheck.model.detail import Detail, Kind

WITHIN = 14  # words behind "three weeks after" that say after what


def lapses_in(sentence: Sentence, times: Sequence[Time], claims: Sequence[Claim]) -> Iterator[Detail]:
    """ "three weeks ago", "nine days after the accident": `words` tell what happened first, `scope` what was so long after it ("" for "ago")."""
    for time in times:
        inside = [at for at, span in enumerate(sentence.spans) if span.touches(time.span)] if time.type == "DURATION" else []
        first = _first(sentence, inside[0], inside[-1]) if inside else ()
        words = _told(sentence, [at for at in first if at not in inside])
        if words:
            scope = "" if sentence.forms[inside[-1]] in words_of("detail_lapses", "ago") else _deeds(sentence, claims, first)
            said = sentence.said(first[0], first[-1] + 1)
            value = f"{time.value} {time.mod or '='}"
            yield Detail(Kind.LAPSE, sentence.article, sentence.number, "lapse", said, value, time.text, time.span, words=words, scope=scope)


def _first(sentence: Sentence, start: int, last: int) -> Sequence[int]:
    """The places of the words that tell what was so long ago, or what the time is reckoned from."""
    if sentence.forms[last] in words_of("detail_lapses", "ago"):
        return range(*part_around(sentence, start, last))
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
