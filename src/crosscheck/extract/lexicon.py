"""Which words does a lexicon file list?"""

from __future__ import annotations

from collections.abc import Mapping
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


@cache
def kinds_of(name: str, key: str) -> Mapping[str, str]:
    """For each word of a list, a line of which has the words for one thing, the first word of its line."""
    return {word: line.split()[0] for line in table_of(name)[key] for word in line.split()}
