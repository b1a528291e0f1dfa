"""Which words does the judge know by heart?"""

from __future__ import annotations

from functools import cache
from typing import Any

from crosscheck.extract.lexicon import table_of


@cache
def words(name: str, *path: str) -> frozenset[str]:
    """One list of words of a lexicon file: a TOML array, or a string of words with spaces between them ("_" stands for a space in a word)."""
    found: Any = table_of(name)
    for key in path:
        found = found[key]
    listed = found.split() if isinstance(found, str) else found
    return frozenset(word.replace("_", " ") for word in listed)


@cache
def groups(name: str, *path: str) -> tuple[frozenset[str], ...]:
    """A list of groups of words, each a string or an array of words."""
    found: Any = table_of(name)
    for key in path:
        found = found[key]
    return tuple(frozenset(word.replace("_", " ") for word in (group.split() if isinstance(group, str) else group)) for group in found)


def grouped(left: str, right: str, name: str, *path: str) -> bool:
    """Whether some group of the list holds both words."""
    return any(left in group and right in group for group in groups(name, *path))
