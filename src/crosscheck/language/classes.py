"""What kinds of word can a form be, as dictionaries and lists of names have it?

One more feature for the networks, which learn from too few texts to have met every word. A class is written as letters: what WordNet has
the base form as (noun with the field of its first sense, verb, adjective, adverb), the ending taken off to find it, and, for a form
with a capital, the lists of names it stands in. Held in `weights/classes.txt`, made by `tools/train/classes.py`; it belongs to the weights,
since they were fitted to it.
"""

from __future__ import annotations

from functools import cache

from crosscheck.language.weights import WEIGHTS

BEGINNING = 3
"""Letters by which the lists are parted."""
_ENDINGS = (
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
    ("er", ""),
    ("est", ""),
    ("ly", ""),
)


def word_class(word: str) -> str:
    """The class of a form: "n10v" (report), "a+n10v+ed" (reported), "|F" (a first name), "" for a form in no list."""
    lower = word.lower()
    found = _base_class(lower) if len(word) < 40 else ""
    if not word[:1].isupper():
        return found
    return f"{found}|{_listed('names', word) or (_listed('names', word.capitalize()) if word.isupper() else '')}"


def is_common_noun(word: str) -> bool:
    """Whether WordNet has the form, in small letters, as a noun."""
    return _listed("words", word.lower()).startswith("n")


def _base_class(lower: str) -> str:
    """The form's own class, and that of the base form below its ending: "reported" is an adjective and a verb with "ed"."""
    own = _listed("words", lower)
    return own if own and not lower.endswith(("s", "ed", "ing")) else own + _below_ending(lower)


def _below_ending(lower: str) -> str:
    for ending, instead in _ENDINGS:
        if lower.endswith(ending) and len(lower) > len(ending) + 2:
            stem = lower[: -len(ending)]
            for base in (stem + instead, stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else ""):
                if kind := _listed("words", base):
                    return f"+{kind}+{ending}"
    return ""


def _listed(name: str, form: str) -> str:
    """The class of a form in one of the two lists, "" where it is not there."""
    line = _lines(name).get(form[:BEGINNING], "")
    at = line.find(f" {form}=")
    if at < 0 or " " in form:
        return ""
    at += len(form) + 2
    end = line.find(" ", at)
    return line[at:] if end < 0 else line[at:end]


@cache
def _lines(name: str) -> dict[str, str]:
    """The lines of a list by how their forms begin: "hos hospital=n06 host=n14v". Of 90,000 forms few are looked up; no other is taken apart."""
    words, names = (WEIGHTS / "classes.txt").read_bytes().split(b"\n\n")  # apart, since letters of ASCII alone are read in no time
    lines = (words if name == "words" else names).decode("utf-8").split("\n")
    return {line[: line.index(" ")]: line for line in lines}
