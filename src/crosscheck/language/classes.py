"""What kinds of word can a form be, as dictionaries and lists of names have it?

One more feature for the networks, which learn from too few texts to have met every word. A class is written as letters: what WordNet has
the base form as (noun with the field of its first sense, verb, adjective, adverb), the ending taken off to find it, and, for a form
with a capital, the lists of names it stands in. Held in `weights/classes.json`, made by `tools/train/classes.py`; it belongs to the weights,
since they were fitted to it.
"""

from __future__ import annotations

import json
from functools import cache

from crosscheck.language.weights import WEIGHTS

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
    names = _held("names")
    return f"{found}|{names.get(word) or names.get(word.capitalize(), '') if word.isupper() else names.get(word, '')}"


def is_common_noun(word: str) -> bool:
    """Whether WordNet has the form, in small letters, as a noun."""
    return _held("words").get(word.lower(), "").startswith("n")


def _base_class(lower: str) -> str:
    """The form's own class, and that of the base form below its ending: "reported" is an adjective and a verb with "ed"."""
    own = _held("words").get(lower, "")
    return own if own and not lower.endswith(("s", "ed", "ing")) else own + _below_ending(lower)


def _below_ending(lower: str) -> str:
    words = _held("words")
    for ending, instead in _ENDINGS:
        if lower.endswith(ending) and len(lower) > len(ending) + 2:
            stem = lower[: -len(ending)]
            for base in (stem + instead, stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else ""):
                if base in words:
                    return f"+{words[base]}+{ending}"
    return ""


@cache
def _held(name: str) -> dict[str, str]:
    """Class by form; the file has the forms of each class as one string, which is fast to read."""
    held: dict[str, dict[str, str]] = _file()
    return {form: kind for kind, forms in held[name].items() for form in forms.split(" ")}


@cache
def _file() -> dict[str, dict[str, str]]:
    read: dict[str, dict[str, str]] = json.loads((WEIGHTS / "classes.json").read_text(encoding="utf-8"))
    return read
