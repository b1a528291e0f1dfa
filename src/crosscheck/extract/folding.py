"""How are two spellings of a word made equal for comparison?"""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """The text in lower case, without diacritics, typographic quotes and possessive endings, with single spaces ("Goïta's" -> "goita")."""
    if text.isascii():
        plain = text.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", text.replace("’", "'"))
        plain = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    words = (word.strip("\"'“”‘’«».,;:!?()[]").removesuffix("'s") for word in plain.split())
    return " ".join(word for word in words if word)
