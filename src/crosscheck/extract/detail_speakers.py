"""To whom by name does a sentence give the words that it quotes?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.names import bare_name
from crosscheck.extract.words import folded
from crosscheck.model.claim import Attribution, Entity, Span
from crosscheck.model.detail import Detail, Kind

QUOTED = re.compile(r'[“"]([^“”"]+)(?:["”]|$)')
SAME = 6  # words by whose beginning two quotations are one: where they end differs from report to report
SHORTEST, TELLING = 4, 2  # words of a quotation, and those among them that tell what it is about: "I don't know" is said by many
LETTERS = 3  # of a surname


def speakers_in(sentence: Sentence, attributions: Sequence[Attribution], people: Sequence[Entity]) -> Iterator[Detail]:
    """`attributions` are those of the article, `people` the persons in it; "he" and "a spokesman" are no names."""
    if '"' not in sentence.text and "“" not in sentence.text:
        return
    quoted = list(_quoted(sentence))
    for attribution in attributions if quoted else ():
        speaker = _named(attribution, people)
        for span in quoted if speaker else ():
            if attribution.source and any(part.touches(span) for part in attribution.content):
                yield from _said(sentence, span, attribution.source.span, speaker)


def _quoted(sentence: Sentence) -> Iterator[Span]:
    for found in QUOTED.finditer(sentence.text):
        yield Span(sentence.span.start + found.start(1), sentence.span.start + found.end(1))


def _named(attribution: Attribution, people: Sequence[Entity]) -> str:
    """The speaker's whole name, where the source has the surname as its last word but what follows a comma."""
    speaker = next((one.entity for one in people if attribution.source and one.entity == attribution.speaker), "")
    names = bare_name(speaker) if speaker else ()
    if len(names) < 2 or len(names[-1]) < LETTERS or not attribution.source:
        return ""
    said = [folded(part).split()[-1:] for part in attribution.source.text.split(",")]
    return speaker if [names[-1]] in said else ""


def _said(sentence: Sentence, span: Span, source: Span, speaker: str) -> Iterator[Detail]:
    inside = [at for at in sentence.places(span) if span.holds(sentence.spans[at])]
    while inside and sentence.forms[inside[0]] in ("the", "a", "an", "and", "but"):
        inside = inside[1:]
    forms = [sentence.forms[at] for at in inside]
    told = sentence.names() & frozenset(forms)
    named = sentence.places(source)
    if len(inside) < SHORTEST or len(told) < TELLING or not named:
        return
    thing = " ".join(forms[:SAME]), sentence.said(inside[0], inside[-1] + 1)
    yield sentence.detail(Kind.SPEAKER, thing, bare_name(speaker)[-1], named[0], named[-1] + 1, told)
