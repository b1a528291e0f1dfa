"""Which words does a lexicon file list?"""

from __future__ import annotations

from functools import cache
from typing import Any

from crosscheck.tables import table


def table_of(name: str) -> dict[str, Any]:
    """The content of data/lexicon/NAME.toml."""
    return table(f"lexicon/{name}")


@cache
def words_of(name: str, key: str) -> frozenset[str]:
    """One list of words of a lexicon file, for membership tests."""
    return frozenset(table_of(name)[key])
