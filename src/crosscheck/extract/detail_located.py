"""In which country or part of the world does a sentence say that a known place lies: "Timbuktu in Mali"?"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.places import codes_of, is_place, place_within
from crosscheck.model.detail import Detail, Kind

LONGEST = 4  # words of a name of a country or a part of the world


def located_in(sentence: Sentence) -> Iterator[Detail]:
    """`value` are the codes of the countries in which it would lie; `exact` is false where the gazetteer does not have the place there."""
    for at in range(1, len(sentence.forms) - 1):
        if sentence.forms[at] in ("in", "on") and sentence.words[at - 1][0].isupper() and not sentence.gaps[at].strip():
            start = _start(sentence, at)
            end, codes = _around(sentence, at + 1)
            name = sentence.said(start, at)
            if codes and is_place(name):
                yield _detail(sentence, name, start, end, codes)


def _detail(sentence: Sentence, name: str, start: int, end: int, codes: tuple[str, ...]) -> Detail:
    at = next(to for to in range(start, end) if sentence.forms[to] in ("in", "on"))
    outer = sentence.said(at + 1, end)
    folded = " ".join(sentence.forms[start:at])
    return Detail(
        kind=Kind.LOCATED,
        article=sentence.article,
        sentence=sentence.number,
        thing=folded,
        thing_text=name,
        value=" ".join(sorted(codes)),
        text=sentence.said(start, end),
        span=sentence.span_of(start, end),
        exact=place_within(name, outer),
        words=sentence.names(),
    )


def _start(sentence: Sentence, at: int) -> int:
    """Where the name before the position begins."""
    start = at - 1
    while start and sentence.words[start - 1][0].isupper() and not sentence.gaps[start].strip():
        start -= 1
    return start


def _around(sentence: Sentence, at: int) -> tuple[int, tuple[str, ...]]:
    """Behind the name of the larger place, and the countries that it takes in."""
    first = at + (sentence.forms[at] == "the")
    for end in range(min(first + LONGEST, len(sentence.forms)), first, -1):
        said = sentence.said(first, end)
        if sentence.words[end - 1][0].isupper() and not any(g.strip() for g in sentence.gaps[first + 1 : end]):
            codes = codes_of(said)
            if codes:
                return end, codes
    return at, ()
