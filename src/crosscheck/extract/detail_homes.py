"""Where does a sentence say that a person lives: "Osk, 36, of Lefkos", "Osk, who lives in Lefkos", "Lefkos resident Karl Osk"?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from crosscheck.extract.detail_births import name_at
from crosscheck.extract.detail_facts import STEM
from crosscheck.extract.detail_sentences import People, Sentence, called
from crosscheck.extract.lexicon import table_of
from crosscheck.extract.places import is_place
from crosscheck.model.detail import Detail, Kind

FAMILY = "home"  # among the facts of data/lexicon/detail_facts.toml
REACH = 6  # words between a person and "lives"
AGED = 5  # words that an age takes at most: ", a 24 - year - old"
NEAR, YEAR = 3, 4  # words around "lived in Lefkos" among which "until" or a year of so many digits stands
POSSESSIVE = ("his", "her", "their")


def homes_in(sentence: Sentence, people: People) -> Iterator[Detail]:
    """`people` are the mentions of persons up to the end of the sentence, pronouns among them."""
    if _listed("words").isdisjoint(sentence.forms):
        return
    for one in people:
        if not sentence.span.holds(one[1].span) or one[1].text.casefold() in POSSESSIVE:
            continue
        inside = sentence.places(one[1].span)
        found = (_after(sentence, inside[-1] + 1) or _before(sentence, inside[0])) if inside else None
        if found and sentence.forms[found[1] - 1] not in _listed("bodies"):
            yield _detail(sentence, called(*one)[0], *found)


def _detail(sentence: Sentence, surname: str, start: int, end: int) -> Detail:
    question = table_of("detail_facts")[FAMILY]["question"]
    value = " ".join(form[:STEM] for form in sentence.forms[start:end])
    return replace(sentence.detail(Kind.FACT, (FAMILY, question), value, start, end, frozenset((surname[:STEM],))), scope="@")


def _after(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """ ", 36, of Lefkos", ", a 24-year-old from Lefkos", ", a resident of Lefkos", "lives in Lefkos"."""
    aged = _past_age(sentence, at)
    for first in (aged, at):
        if first is not None and sentence.forms[first : first + 1] in (("of",), ("from",)) and (aged is not None or "," in sentence.gaps[first]):
            return name_at(sentence, first + 1)
    for to in range(at, min(at + REACH, len(sentence.forms) - 2)):
        if sentence.forms[to] in ("and", "but", "whose") or ";" in sentence.gaps[to]:
            return None
        if sentence.forms[to : to + 2] == ("resident", "of"):
            return name_at(sentence, to + 2)
        if sentence.forms[to] in ("a", "an") and (found := name_at(sentence, to + 1)) and sentence.forms[found[1] : found[1] + 1] == ("resident",):
            return found
        if sentence.forms[to] in _listed("living"):
            return _lived_in(sentence, to + 1)
    return None


def _past_age(sentence: Sentence, at: int) -> int | None:
    """Before which word an age behind a name ends."""
    if at >= len(sentence.forms) or not sentence.gaps[at].strip(" -"):
        return None
    last = next((to for to in range(at, min(at + AGED, len(sentence.forms))) if sentence.forms[to] in ("old", "olds")), None)
    if last is not None:
        return last + 1
    number = at + (sentence.forms[at] == "aged")
    return number + 1 if sentence.counted(number, 2) else None


def _lived_in(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """The place behind "in", "half a mile away in"; not where somebody lived once."""
    into = next((to for to in range(at, min(at + REACH, len(sentence.forms))) if sentence.forms[to] == "in"), None)
    found = name_at(sentence, into + 1) if into is not None and not any(sentence.gaps[to].strip() for to in range(at, into)) else None
    around = sentence.forms[max(0, at - NEAR) : found[1] + NEAR] if found else ()
    is_past = not _listed("once").isdisjoint(around) or any(form.isdecimal() and len(form) == YEAR for form in around)
    return None if is_past else found


def _before(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """ "Lefkos resident Karl Osk", "a Lefkos man, Karl Osk"."""
    if at < 2 or sentence.forms[at - 1] not in _listed("dwellers") or sentence.gaps[at].strip(" ,"):
        return None
    start = at - 1
    while start and sentence.words[start - 1][0].isupper() and not sentence.gaps[start].strip():
        start -= 1
    named = start < at - 1 and (sentence.forms[at - 1] == "resident" or is_place(" ".join(sentence.words[start : at - 1])))
    return (start, at - 1) if named else None


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(table_of("detail_facts")[FAMILY][key].split())
