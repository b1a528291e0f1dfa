"""Which words does a lexicon file list?"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table_of(name: str) -> dict[str, Any]:
    """The content of data/lexicon/NAME.toml."""
    return tomllib.loads(files("crosscheck").joinpath(f"data/lexicon/{name}.toml").read_text("utf-8"))


@cache
def words_of(name: str, key: str) -> frozenset[str]:
    """One list of words of a lexicon file, for membership tests."""
    return frozenset(table_of(name)[key])
