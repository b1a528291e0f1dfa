"""Which numbers of a sentence belong to somebody else than the claim's: "Daba and Ruk were fined 900 and 400 euros, respectively"?"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from crosscheck.extract.lexicon import words_of
from crosscheck.judge.bearing.passages import Passage, Text
from crosscheck.judge.bearing.words import said
from crosscheck.model.claim import Span

JOIN = 12  # characters between two members of a list: ", and "


def of_others(claim: Text, passage: Passage) -> frozenset[Span]:
    """The numbers told of the others, where a sentence tells as many names as numbers "respectively" and the claim has one of the names."""
    if not any(word.text.casefold() in words_of("bearing", "in_turn") for word in passage.words):
        return frozenset()
    text, mine = passage.text, said(claim.words(Span(0, len(claim.article.text))))
    numbers = _run([quantity.span for quantity in text.extract.quantities if passage.span.holds(quantity.span)], text)
    mentions = {mention.span for entity in text.extract.entities for mention in entity.mentions if passage.span.holds(mention.span)}
    names = _run(sorted(mentions), text)
    named = [any(mine.meets(word) for word in text.words(name)) for name in names]
    if len(names) != len(numbers) or sum(named) != 1:
        return frozenset()
    return frozenset(number for number, is_named in zip(numbers, named, strict=True) if not is_named)


def _run(spans: Sequence[Span], text: Text) -> list[Span]:
    """The longest list among them: "A, B and C"."""
    runs: list[list[Span]] = [[]]
    for before, span in itertools.pairwise([None, *spans]):
        between = text.article.text[before.end : span.start] if before and span else ""
        if before and (len(between) > JOIN or not ("," in between or " and " in between)):
            runs.append([])
        if span:
            runs[-1].append(span)
    return max(runs, key=len)
