"""What of an article is enough to tell which articles may report the same, without its text?

Its words as `stories.py` weighs them before it is known how rare each is, those of the whole text and those of its beginning: six bytes a word, as
text that the store keeps.
"""

from __future__ import annotations

import sys
from array import array
from base64 import b64decode, b64encode
from collections.abc import Mapping
from zlib import crc32

from crosscheck.align.stories import LEAD, NAMED, NAMED_IN_LEAD, OPENING, terms_of, words_in
from crosscheck.model.article import Article

STEPS = 8  # of a weight: a byte holds up to 31, which a name reaches that stands in an article 60 times
_MOST = 255  # that a byte holds
A_WORD = 6  # bytes


def sketch_of(article: Article) -> str:
    """The numbers of its words, then a byte for what each weighs in the whole, then one for what it weighs in the beginning, 0 where it is not."""
    words = tuple(words_in(article))
    whole, lead = terms_of(words, NAMED, OPENING), terms_of(words[:LEAD], NAMED_IN_LEAD, 0)
    terms = sorted(whole)
    numbers = array("I", [crc32(term.encode("utf-8", "surrogatepass")) for term in terms])
    if sys.byteorder == "big":
        numbers.byteswap()
    return b64encode(numbers.tobytes() + _bytes(terms, whole) + _bytes(terms, lead)).decode("ascii")


def _bytes(terms: list[str], weights: Mapping[str, float]) -> bytes:
    return bytes(min(_MOST, round(STEPS * weights.get(term, 0.0))) for term in terms)


def opened(sketch: str) -> bytes:
    """Six bytes a word.

    Raises: ValueError for what is no sketch.
    """
    data = b64decode(sketch, validate=True)
    if len(data) % A_WORD:
        raise ValueError("no sketch: it is cut off")
    return data
