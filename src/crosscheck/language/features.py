"""Which features of a word do the networks look at?

Its norm, first letter, last three letters, shape and class (`classes`): five texts, each looked up in a table of its own. They belong to the weights,
which were fitted to them.
"""

from __future__ import annotations

from crosscheck.language.classes import word_class

_ONE_FORM = {"‘": "'", "’": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "''": '"', "``": '"', "’’": '"', "‘‘": '"'}
_ONE_FORM |= {"–": "-", "—": "--", "―": "--", "…": "...", "£": "$", "€": "$", "¥": "$", "₹": "$", "n’t": "n't", "’s": "'s"}


def norm(word: str) -> str:
    """A word as the networks know it: lower case, every digit 0, quotes, dashes and currency signs in one form each."""
    known = _ONE_FORM.get(word)
    if known is not None:
        return known
    lower = word.lower().replace("’", "'")
    return "".join("0" if c.isdigit() else c for c in lower) if any(map(str.isdigit, lower)) else lower


def prefix(word: str) -> str:
    return word[:1]


def suffix(word: str) -> str:
    return word[-3:]


def shape(word: str) -> str:
    """Upper case X, lower case x, digits d, other marks as they are; no more than four of one kind in a row; "Mi-24P" is "Xx-ddX"."""
    if word.isascii() and word.isalpha() and word[1:].islower():
        return ("X" if word[0].isupper() else "x") + "xxxx"[: min(len(word) - 1, 4 - word[0].islower())]
    found: list[str] = []
    for char in word[:40]:
        kind = "d" if char.isdigit() else "X" if char.isupper() else "x" if char.isalpha() else char
        if found[-4:] != [kind] * 4:
            found.append(kind)
    return "".join(found)


FEATURES = (norm, prefix, suffix, shape, word_class)
"""In the order of the tables."""
