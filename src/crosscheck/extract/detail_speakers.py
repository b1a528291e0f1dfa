"""To whom by name does a sentence give the words that it quotes?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.lexicon import words_of
from crosscheck.extract.names import bare_name
from crosscheck.extract.spelling import is_slip, sound_alike
from crosscheck.extract.words import folded
from crosscheck.model.claim import Attribution, Entity, Span, Stance
from crosscheck.model.detail import Detail, Kind

QUOTED = re.compile(r'[“"]([^“”"]+)(?:["”]|$)')
SAME = 6  # words by whose beginning two quotations are one: where they end differs from report to report
SHORTEST, TELLING = 4, 2  # words of a quotation, and those among them that tell what it is about: "I don't know" is said by many
LETTERS = 3  # of a surname
RELAYING = "quot", "cit"  # "Osk quoted her as saying": beginnings of words by which one gives what another said
FAR = 1_000_000  # code points: farther than any cue of the sentence


def speakers_in(sentence: Sentence, attributions: Sequence[Attribution], people: Sequence[Entity]) -> Iterator[Detail]:
    """`attributions` are those of the article, `people` the persons in it; "he" and "a spokesman" are no names."""
    if '"' not in sentence.text and "“" not in sentence.text:
        return
    quoted = list(_quoted(sentence))
    for attribution in attributions if quoted else ():
        speaker = _named(attribution, people)
        for span in quoted if speaker else ():
            covers = attribution.source and any(part.touches(span) for part in attribution.content)
            if attribution.source and covers and not _is_said_by_another(sentence, attribution, span, attributions):
                yield from _said(sentence, span, attribution.source.span, speaker)


def _is_said_by_another(sentence: Sentence, attribution: Attribution, span: Span, attributions: Sequence[Attribution]) -> bool:
    """ "“I left the keys there,” he told the board, according to Karl Osk": Osk wrote it down; and he who asks does not answer."""
    text, start = sentence.text, sentence.span.start
    if attribution.stance is Stance.QUESTIONS and "?" not in text[span.start - start : span.end - start]:
        return True
    if attribution.cue and folded(attribution.cue.text).split()[-1].startswith(RELAYING):
        return True
    others = (other for other in attributions if other.source != attribution.source and any(part.touches(span) for part in other.content))
    if any(_distance(other, span) < _distance(attribution, span) for other in others):
        return True
    cue = attribution.cue.span if attribution.cue else span
    between = text[cue.end - start : span.start - start] if cue.end <= span.start else text[span.end - start : cue.start - start]
    said = (word.strip('.,:;"“”') for word in folded(between).split())
    return any(word in words_of("sentence_words", "saying") for word in said)  # "wrote that Adler had told him: “…”"


def _distance(attribution: Attribution, span: Span) -> int:
    """How far from the quotation the words stand that give it to a source; a cue among the quoted words is the speaker's own."""
    cue = attribution.cue.span if attribution.cue else None
    if cue is None or cue.touches(span):
        return FAR
    return max(cue.start - span.end, span.start - cue.end)


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
    named = _places_of(sentence, source, speaker)
    if len(inside) < SHORTEST or len(told) < TELLING or not named:
        return
    thing = " ".join(forms[:SAME]), sentence.said(inside[0], inside[-1] + 1)
    yield sentence.detail(Kind.SPEAKER, thing, " ".join(bare_name(speaker)), named[0], named[-1] + 1, told)


def _places_of(sentence: Sentence, source: Span, speaker: str) -> Sequence[int]:
    """Where the name stands among the words of the source: not what the speaker is called, nor what is answered."""
    names = _parts_of(speaker)
    found = [at for at in sentence.places(source) if sentence.forms[at] in names]
    last = next((at for at in found if sentence.forms[at] == names[-1]), -1)
    return [at for at in found if last - len(names) < at <= last]


def _parts_of(speaker: str) -> list[str]:
    return " ".join(bare_name(speaker)).replace("-", " ").split()


def may_be_one_speaker(one: str, other: str) -> bool:
    """ "Karl Osk" and "Karla Osk-Reyes", "Feld" and "Feldt": nobody else says the same words under nearly the same name."""
    ones, others = _parts_of(one), _parts_of(other)
    return not set(ones).isdisjoint(others) or is_slip(ones[-1], others[-1]) or sound_alike(ones[-1], others[-1])
