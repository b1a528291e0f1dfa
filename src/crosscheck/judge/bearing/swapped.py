"""Does another name stand in the evidence where the claim has one that the evidence never mentions?"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.extract.lexicon import words_of
from crosscheck.judge.bearing.case import Case
from crosscheck.judge.bearing.passages import Text, sayers_of
from crosscheck.judge.bearing.words import Word, said
from crosscheck.model.claim import Mention, Span


def swapped_in(case: Case) -> tuple[Mention, Mention] | None:
    """The claim's name and the evidence's, of one type and after (or before) the same word: "born in Lyon", "born in Nice"."""
    everywhere = said([word for passage in case.passages for word in passage.words])
    sayers = sayers_of(case.claim)
    for type_, mention in _names(case.claim, None):
        if any(sayer.touches(mention.span) for sayer in sayers):
            continue
        words = case.claim.words(mention.span)
        if not words or any(everywhere.meets(word) for word in words if word.weight >= 0.3):
            continue
        mine = _beside(case.claim, mention.span)
        for other_type, other in _names(case.best.text, case.best.span):
            if type_ == other_type and _is_new(case, other) and mine & _beside(case.best.text, other.span):
                return mention, other
    return None


def _names(text: Text, within: Span | None) -> Iterator[tuple[str, Mention]]:
    for entity in text.extract.entities:
        for mention in entity.mentions:
            if (within is None or within.holds(mention.span)) and mention.text[:1].isupper():
                yield entity.type, mention


def _is_new(case: Case, other: Mention) -> bool:
    mine = said(case.wanted)
    return not any(mine.meets(word) for word in case.best.text.words(other.span))


def _beside(text: Text, span: Span) -> frozenset[tuple[int, str]]:
    home = next((one for one in text.extract.sentences if one.holds(span)), span)
    passed = words_of("bearing", "passed")
    words: list[Word] = [word for word in text.words(home) if word.span.touches(span) or word.text.casefold() not in passed]
    inside = [at for at, word in enumerate(words) if word.span.touches(span)]
    if not inside:
        return frozenset()
    near = [(-1, at) for at in (inside[0] - 1,)] + [(1, at) for at in (inside[-1] + 1,)]
    return frozenset((side, words[at].stem) for side, at in near if 0 <= at < len(words))
