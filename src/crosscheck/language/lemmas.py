"""What is a word's lemma?

The tag says what kind of ending to take off, rules take it off, and a list (`weights/lemmas.json`, made by `tools/train`) holds the
exceptions and the verbs that tell "hoping" (hope) from "stopping" (stop). Unlike a network it costs nothing and never errs on what is listed.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache

from crosscheck.language.weights import WEIGHTS

_MARKS = {"--": "-", "—": "-", "…": "...", "“": '"', "”": '"', "’’": '"', "‘‘": '"', "``": '"', "''": '"', "‘": "'", "’": "'", "–": "-"}
_PREFIXES = ("re-", "re", "over", "under", "out", "mis", "un", "dis", "pre", "co-", "de")
LONG_FOR_INITIALS = 7
"""Capitals of so many letters and more are a shouted word ("ARGUMENT"), fewer are initials ("GDP"): 9 in 10 on the train file of GUM."""

_VOWELS = frozenset("aeiou")
_KINDS = {
    "NNS": "N",
    "NNPS": "N",
    "VB": "V",
    "VBD": "V",
    "VBG": "V",
    "VBN": "V",
    "VBP": "V",
    "VBZ": "V",
    "JJR": "A",
    "JJS": "A",
    "RBR": "R",
    "RBS": "R",
}


@lru_cache(maxsize=65536)
def lemma(word: str, pos: str, tag: str) -> str:
    """The dictionary form of a word with these UD and Penn tags; names keep their capitals, all else is in small letters."""
    if pos in ("PUNCT", "SYM"):
        return _MARKS.get(word, word)
    if pos == "NUM":
        return _number(word)
    if tag == "NNP":
        return word
    if tag == "NNPS":
        return _capitalised(word, _without_ending(word.lower(), "N", "NNS"))
    if word.isupper() and 1 < len(word) < LONG_FOR_INITIALS and tag in ("NN", "JJ", "FW"):
        return word
    if tag in ("VBD", "VBN") and word.lower().endswith("eed") and len(word) > 4:
        return word.lower()[:-1]  # "freed", for which the list has a slip of its treebank
    kind = _KINDS.get(tag, "O")
    listed = _list("exceptions").get(f"{word.lower().replace('’', chr(39))} {kind if kind != 'O' else tag}")
    if listed is not None:
        return listed
    if tag == "POS":
        return word.replace("’", "'")
    if tag == "NNS" and word[:-1].isupper() and word[-1:] == "s":
        return word[:-1]
    if word in _list("capitals"):
        return word
    return _without_ending(word.lower(), kind, tag)


def _number(word: str) -> str:
    return word.replace(",", "") if word[:1].isdigit() and "," in word[1:-1] else word.lower() if word.isalpha() and not word.isupper() else word


def _capitalised(word: str, base: str) -> str:
    return word[: len(base)] if word.lower().startswith(base) else base.capitalize()


@cache
def _lists() -> dict[str, dict[str, str]]:
    """`exceptions`: "went V" to "go"; `verbs`, `adjectives` and `capitals` as keys without values."""
    held = json.loads((WEIGHTS / "lemmas.json").read_text(encoding="utf-8"))
    sets = {name: dict.fromkeys(held[name].split(" "), "") for name in ("verbs", "adjectives", "capitals")}
    return {"exceptions": held["exceptions"], **sets}


def _list(name: str) -> dict[str, str]:
    return _lists()[name]


def _without_ending(word: str, kind: str, tag: str) -> str:
    if kind == "N":
        return _listed_noun(word) or _singular(word)
    if kind in ("A", "R"):
        return _positive(word)
    if tag == "VBZ":
        return _singular(word)
    if tag == "VBG" and word.endswith("ing") and len(word) > 4:
        return _stem(word[:-3])
    if tag in ("VBD", "VBN") and word.endswith("ed") and len(word) > 3:
        return word[:-3] + "y" if word.endswith("ied") and len(word) > 4 else _stem(word[:-2])
    return word


def _listed_noun(word: str) -> str | None:
    return _list("exceptions").get(f"{word} N")


def _singular(word: str) -> str:
    """ "countries" to "country", "classes" to "class", "radars" to "radar"; also takes the ending off a verb ("goes")."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")):
        return word[:-2]
    return word if not word.endswith("s") or word.endswith(("ss", "us")) else word[:-1]


def _stem(stem: str) -> str:
    """ "hop" (from "hoping") to "hope", "stopp" to "stop", "walk" to "walk": what the list of verbs has, else what English spelling says."""
    verbs = _list("verbs")
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS
    options = (stem, stem[:-1]) if doubled else (stem, stem + "e") if len(stem) > 2 and _is_cluster(stem) else (stem + "e", stem)
    for option in options:
        if option in verbs:
            return option
    for prefix in _PREFIXES:
        for option in options:
            if option.startswith(prefix) and option[len(prefix) :] in verbs:
                return option
    if doubled:
        return stem if stem[-1] in "lsfz" else stem[:-1]
    return stem + "e" if stem.endswith(("at", "iz", "is", "yz", "v", "c", "u", "rg", "dg", "ag")) else stem


def _is_cluster(stem: str) -> bool:
    """Two consonants at the end, after which English writes no doubling: "sing" is no form of "singe"."""
    return stem[-1] not in _VOWELS and stem[-2] not in _VOWELS and stem[-2:] not in ("rg", "dg", "nc", "rs", "ns", "lv", "rv", "rc")


def _positive(word: str) -> str:
    for ending in ("er", "est"):
        if not word.endswith(ending) or len(word) < len(ending) + 3:
            continue
        stem = word[: -len(ending)]
        if stem[-1] == "i":
            return stem[:-1] + "y"
        if stem[-1] == stem[-2] and stem[-1] not in "ls":
            return stem[:-1]
        return stem + "e" if stem + "e" in _list("adjectives") else stem
    return word
