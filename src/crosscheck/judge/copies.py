"""Is one of two articles an edited copy of the other?"""

from __future__ import annotations

import re
from functools import lru_cache

from crosscheck.model.article import Article

COPY = 0.5  # of the sentences of the shorter article that stand in the other as they are
_END = re.compile(r"(?<=[.!?])[\"”’']?\s+|\n+")
_WORD = re.compile(r"\w+")


def is_copy(left: Article, right: Article) -> bool:
    """Whether at least half of the sentences of the shorter article stand in the other."""
    one, other = _sentences(left.text), _sentences(right.text)
    return len(one & other) >= COPY * max(1, min(len(one), len(other)))


@lru_cache(maxsize=256)
def _sentences(text: str) -> frozenset[str]:
    found = (" ".join(_WORD.findall(sentence)) for sentence in _END.split(text))
    return frozenset(sentence for sentence in found if sentence)
