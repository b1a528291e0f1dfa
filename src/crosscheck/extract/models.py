"""Which model of a weapon, a vehicle or a device do the words for a counted thing name?"""

from __future__ import annotations

import re

_LETTERS_THEN_DIGITS = re.compile(r"\b([a-z]{1,3}) (\d{1,4}[a-z]?)\b")
"""A model written in two words: "AK 47", "f 16"."""


def model_in(phrase: str) -> str:
    """The model without marks, of a phrase in small letters: ak47 of "ak-47 rifle" and of "ak 47 gun"; "" where it names none."""
    if not any(map(str.isdigit, phrase)):
        return ""
    joined = _LETTERS_THEN_DIGITS.sub(r"\1\2", phrase)
    found = (word for word in joined.split() if word[0].isalpha() and any(map(str.isdigit, word)) and any(map(str.isalpha, word)))
    return "".join(letter for letter in next(found, "") if letter.isalnum())
