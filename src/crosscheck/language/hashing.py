"""Which rows of a table stand for a text, where there is no room for a row a word?

As spaCy and thinc have it, since the weights were fitted to their tables: a text has a key of 64 bits (MurmurHash64A of its UTF-8, seed 1),
unless spaCy numbers it among its symbols; a key has four rows of a table (the mixing steps of MurmurHash3), whose numbers are added up.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.language.weights import WEIGHTS

Keys = NDArray[np.uint64]

_MASK = 2**64 - 1
_MIX = 0xC6A4A7935BD1E995


def key(text: str) -> int:
    """The number that stands for a text; 0 for none."""
    if not text:
        return 0
    known = _symbols().get(text)
    return _murmur(text.encode("utf-8", "surrogatepass")) if known is None else known


def _murmur(data: bytes) -> int:
    """MurmurHash64A with the seed 1."""
    length = len(data)
    found = 1 ^ (length * _MIX & _MASK)
    whole = length & ~7
    for at in range(0, whole, 8):
        part = int.from_bytes(data[at : at + 8], "little") * _MIX & _MASK
        found = (found ^ ((part ^ (part >> 47)) * _MIX & _MASK)) * _MIX & _MASK
    if whole < length:
        found = (found ^ int.from_bytes(data[whole:], "little")) * _MIX & _MASK
    found = (found ^ (found >> 47)) * _MIX & _MASK
    return found ^ (found >> 47)


def rows(keys: Keys, seed: int, count: int) -> NDArray[np.intp]:
    """Four rows of a table that has `count`, for each key; tables differ by their seed."""
    first = keys * _wide(0x87C37B91114253D5)
    first = (first << _wide(31)) | (first >> _wide(33))
    first = first * _wide(0x4CF5AD432745937F) ^ _wide(seed ^ 8)
    second = first + _wide(2 * (seed ^ 8))
    first, second = _stirred(first + _wide(seed ^ 8)), _stirred(second)
    first = first + second
    second = second + first
    low, high = _wide(0xFFFFFFFF), _wide(32)
    four: Keys = np.stack([first & low, first >> high, second & low, second >> high], axis=1)
    found: NDArray[np.intp] = (four % _wide(count)).astype(np.intp)
    return found


def _stirred(keys: Keys) -> Keys:
    """The last steps of MurmurHash3, after which each bit depends on all."""
    for mix in (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53):
        keys = (keys ^ (keys >> _wide(33))) * _wide(mix)
    found: Keys = keys ^ (keys >> _wide(33))
    return found


def _wide(number: int) -> Any:
    return np.uint64(number)


@cache
def _symbols() -> dict[str, int]:
    """Names that spaCy numbers instead of hashing them; words ("mark") and parts of words ("X") may be spelled alike."""
    read: dict[str, int] = json.loads((WEIGHTS / "symbols.json").read_text(encoding="utf-8"))
    return read
