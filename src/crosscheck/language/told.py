"""Which words are the networks told in the place of those that they misread?

They learned from few texts: "owed" is a preposition to them, "Ms" no title, and "dead" in "shot dead three people" describes the people.
A word of the same kind that they know well ("paid", "Mrs", "shot down") gives the right tree. Only the networks hear of it, all else sees the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from crosscheck.tables import table


def stand_ins(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with stand-ins for those that would be misread where they are; as many as before."""
    if _watched().isdisjoint(words) and not any("-in-law" in word for word in words):
        return words
    return tuple(_stand_in(words, at) for at in range(len(words)))


def _stand_in(words: Sequence[str], at: int) -> str:
    word, before, after = words[at], words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    if word in _verbs():
        return _verbs()[word]
    if word == "Ms" and after[:1].isupper():
        return "Mrs"
    if word == "dead" and before.lower() in _listed("deadly") and after[:1].isalnum() and after not in _listed("no_phrase"):
        return "down"
    if (
        word == "elected"
        and after.isalpha()
        and after not in _listed("no_phrase")
        and any(one in _listed("be") for one in words[max(0, at - 2) : at])
    ):
        return "named"  # "was elected president on Sunday" is read as a president
    if word == "shot" and after == "dead":
        return "gunned"
    if word.lower().endswith(("-in-law", "-in-laws")):
        return word.partition("-")[0]
    if before[:1].isupper() and before.isalpha():
        return _in_name(words, at, after)
    return word


def _in_name(words: Sequence[str], at: int, after: str) -> str:
    """What stands for a word after one with a capital: "Works", "Falls", "Viana [do] Castelo", "the Brandt [works]"."""
    word = words[at]
    if word in _listed("particles") and after[:1].isupper():
        return "de"
    if word in _listed("works"):
        return "Company"
    if word in _listed("falls"):
        return "City"
    if word == "works" and at > 2 and words[at - 2] == "the" and words[at - 3].lower() in _listed("prepositions"):
        return "plant"
    return word


@cache
def _watched() -> frozenset[str]:
    """The words that may have a stand-in."""
    names = (word for key in ("works", "falls", "particles") for word in _listed(key))
    return frozenset({*_verbs(), *names, "Ms", "dead", "elected", "works"})


@cache
def _verbs() -> dict[str, str]:
    found: dict[str, str] = table("lexicon/told")["verbs"]
    return found


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(table("lexicon/told")["listed"][key])
