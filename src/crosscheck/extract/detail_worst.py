"""Which places does a sentence name as those that were hit worst: "the hardest-hit towns were Lefkos and Tarn"?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.lexicon import table_of
from crosscheck.model.detail import Detail, Kind

REACH = 4  # words between the kind of place and its names, or between them and "were worst hit"


def worst_in(sentence: Sentence) -> Iterator[Detail]:
    """One a sentence: the value has all names of the list, each folded, with "|" between."""
    if _listed("most").isdisjoint(sentence.forms):
        return
    for at in range(len(sentence.forms) - 1):
        if sentence.forms[at] in _listed("most") and sentence.forms[at + 1] in _listed("hit"):
            found = _before(sentence, at) or _behind(sentence, at + 2)
            if found:
                kind, start, end = found
                names = _names(sentence, start, end)
                yield sentence.detail(Kind.WORST, (f"worst hit {kind}", f"the worst hit {kind}"), "|".join(names), start, end, frozenset(names))
                return


def _behind(sentence: Sentence, at: int) -> tuple[str, int, int] | None:
    """ "The hardest-hit towns were Lefkos and Tarn", "the worst-hit town of Lefkos" """
    kind = _kind(sentence.forms[at]) if at < len(sentence.forms) else ""
    if not kind or sentence.gaps[at].strip():
        return None
    start = at + 1
    while start < min(at + 1 + REACH, len(sentence.forms)) and sentence.forms[start] in _listed("before"):
        start += 1
    end = _list_end(sentence, start)
    return (kind, start, end) if end > start > at + 1 else None


def _before(sentence: Sentence, at: int) -> tuple[str, int, int] | None:
    """ "The towns of Lefkos and Tarn were worst hit" """
    end = at
    while end > max(0, at - REACH) and not sentence.words[end - 1][0].isupper():
        if sentence.forms[end - 1] not in ("were", "was", "are", "is", "the", "been", "have", "has"):
            return None
        end -= 1
    if end == at or end < 1:
        return None
    start = next((to + 2 for to in range(end - 2, -1, -1) if _kind(sentence.forms[to]) and sentence.forms[to + 1] == "of"), 0)
    return (_kind(sentence.forms[start - 2]), start, end) if start and _list_end(sentence, start) == end else None


def _list_end(sentence: Sentence, start: int) -> int:
    """Behind the last name of a list that begins here."""
    end = at = start
    while at < len(sentence.words) and not sentence.gaps[at].strip(" ,'\"“"):
        if sentence.words[at][0].isupper():
            end = at + 1
        elif sentence.forms[at] != "and" or at == start:
            break
        at += 1
    return end


def _names(sentence: Sentence, start: int, end: int) -> list[str]:
    names: list[list[str]] = [[]]
    for at in range(start, end):
        if sentence.forms[at] == "and" or (at > start and "," in sentence.gaps[at]):
            names.append([])
        if sentence.forms[at] != "and":
            names[-1].append(sentence.forms[at])
    return [" ".join(name) for name in names if name]


def _kind(form: str) -> str:
    one = form.removesuffix("ies") + "y" if form.endswith("ies") else form.removesuffix("s")
    return one if one in _listed("kinds") else ""


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(table_of("detail_worst")[key].split())


def places_of(detail: Detail) -> Sequence[str]:
    """The names that the value has."""
    return detail.value.split("|")
