"""With what was it done, and what brought it about: a pistol or a rifle, a short circuit or a cigarette?

A family of words has kinds of which one excludes another. Every word of it in the article is kept, so that an article that knows of two kinds is set
against none; `exact` are those that stand by a word that ties them to what happened, and not in doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from crosscheck.extract.detail_sentences import People, Sentence, called
from crosscheck.extract.lexicon import table_of
from crosscheck.model.detail import Detail, Kind

LONGEST = 3  # words joined in the lists
INSIDE = 5  # words before it among which "in" stands
DOUBT = 10  # words before it among which "may" or "no" stands
MARKS = ";:()"


def means_in(sentence: Sentence, people: People, before: Sentence | None) -> Iterator[Detail]:
    """`people` are the mentions of persons up to the end of the sentence; `before` is the sentence before it."""
    forms = frozenset(sentence.forms)
    for family, table in _families().items():
        if forms.isdisjoint(_starts(family)) or (table["each"] and forms.isdisjoint(_set(family, "leading"))):
            continue
        happened = forms.union(before.forms) if before else forms
        if not _set(family, "barred").isdisjoint(happened):
            continue
        is_told = not table["happening"] or not _set(family, "happening").isdisjoint(happened)
        for start, end, kind in _kinds_at(sentence, family):
            thing = _thing(sentence, people, family, start)
            if thing:
                is_tied = _is_tied(sentence, family, start, end)
                if not is_tied and table.get("loose"):
                    continue
                exact = is_told and is_tied and not _is_open(sentence, family, start, end)
                shown = _noun_end(sentence, family, end) if table.get("whole") else end
                found = sentence.detail(Kind.MEANS, thing, kind, _with_article(sentence, start), shown, sentence.names(), table["question"])
                yield found if exact else replace(found, exact=False)


def _thing(sentence: Sentence, people: People, family: str, at: int) -> tuple[str, str] | None:
    """The family; of what befalls a person with the surname of whoever is spoken of last before it."""
    if not _families()[family]["each"]:
        return family, family
    inside = [one for one in people if sentence.span.start <= one[1].span.start < sentence.spans[at].start]
    if not inside:
        return None
    surname, name = called(*inside[-1])
    return f"{family} {surname}", name


def _kinds_at(sentence: Sentence, family: str) -> Iterator[tuple[int, int, str]]:
    """Where a kind is named, by the longest words for it."""
    past, kinds = 0, _kinds(family)
    for at, form in enumerate(sentence.forms):
        if at < past or form not in _starts(family):
            continue
        for size in range(min(LONGEST, len(sentence.forms) - at), 0, -1):
            kind = kinds.get("_".join(sentence.forms[at : at + size]))
            if kind and _is_led(sentence, family, at):
                past = at + size
                yield at, past, kind
                break


def _is_led(sentence: Sentence, family: str, at: int) -> bool:
    """Whether it has such a word before it as the family asks for: "in the back", but not "hit back"."""
    led = _set(family, "led")
    return not led or not led.isdisjoint(sentence.forms[max(0, at - 1) : at])


def _noun_end(sentence: Sentence, family: str, end: int) -> int:
    """Before which word the first word that it is tied to ends: "a silver Toyota"."""
    after = range(end, min(len(sentence.forms), end + _families()[family]["after"]))
    return next((at + 1 for at in after if sentence.forms[at] in _set(family, "following")), end)


def _is_tied(sentence: Sentence, family: str, start: int, end: int) -> bool:
    """Whether a word that ties it to what happened stands near, with no stronger mark between."""
    table = _families()[family]
    if table.get("inside") and not _is_inside(sentence, start, table["inside"]):
        return False
    before = range(max(0, start - table["before"]), start)
    if not _set(family, "leading").isdisjoint(sentence.forms[at] for at in before if _is_joined(sentence, at + 1, start)):
        return True
    after = range(end, min(len(sentence.forms), end + table["after"]))
    return not _set(family, "following").isdisjoint(sentence.forms[at] for at in after if _is_joined(sentence, end, at))


def _is_inside(sentence: Sentence, start: int, words: str) -> bool:
    """Whether "in" stands close before it: not "robbers made off with cash from a van"."""
    near = sentence.forms[max(0, start - INSIDE) : start + 1]
    return not set(words.split()).isdisjoint(near) and "from" not in near


def _is_joined(sentence: Sentence, first: int, last: int) -> bool:
    return not any(mark in gap for gap in sentence.gaps[first : last + 1] for mark in MARKS)


def _is_open(sentence: Sentence, family: str, at: int, end: int) -> bool:
    """Whether it is in doubt, or somebody else's: "the officers drew their pistols"."""
    before = sentence.forms[:at]
    doubting = frozenset(table_of("detail_means")["doubting"].split())
    return not _set(family, "others").isdisjoint(before) or not doubting.isdisjoint((*before[-DOUBT:], *sentence.forms[end : at + LONGEST]))


def _with_article(sentence: Sentence, start: int) -> int:
    return start - (start > 0 and sentence.forms[start - 1] in ("a", "an", "the", "his", "her") and not sentence.gaps[start].strip())


# words


def _families() -> Mapping[str, Mapping[str, Any]]:
    families: Mapping[str, Mapping[str, Any]] = table_of("detail_means")["families"]
    return families


@cache
def _set(family: str, key: str) -> frozenset[str]:
    return frozenset(_families()[family].get(key, "").split())


@cache
def _kinds(family: str) -> Mapping[str, str]:
    return {word: kind for kind, words in _families()[family]["kinds"].items() for word in words.split()}


@cache
def _starts(family: str) -> frozenset[str]:
    return frozenset(word.partition("_")[0] for word in _kinds(family))
