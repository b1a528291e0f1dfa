"""Which words does a newsroom print above its articles?"""

from __future__ import annotations

from functools import cache
from typing import Any

from crosscheck.tables import table


def heads() -> dict[str, Any]:
    """The content of data/lexicon/heads.toml, read when a head is met that may need it."""
    return table("lexicon/heads")


@cache
def listed(section: str, name: str) -> frozenset[str]:
    """One list of words."""
    return frozenset(heads()[section][name].split())
