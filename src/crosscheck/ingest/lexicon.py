"""Which words does a newsroom print above its articles?"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def heads() -> dict[str, Any]:
    """The content of data/lexicon/heads.toml, read when a head is met that may need it."""
    return tomllib.loads(files("crosscheck").joinpath("data/lexicon/heads.toml").read_text("utf-8"))


@cache
def listed(section: str, name: str) -> frozenset[str]:
    """One list of words."""
    return frozenset(heads()[section][name].split())
