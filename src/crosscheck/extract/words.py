"""Where are the words of a text, and when are two of them the same word?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from crosscheck.extract.plain import read_as

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def word_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each word starts and ends: letters and digits, with apostrophes inside; "Mi-35P" is two, "Mali’s" is one."""
    return (match.span() for match in _WORD.finditer(text))


def folded(word: str) -> str:
    """Lower case without accents: "Goïta" and "Goita", "Mali’s" and "Mali's" are the same word."""
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFKD", (read_as(word) or word).replace("’", "'"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).casefold()
