"""Which kinds of event may be one event told in other words ("killed" / "shot" / "murdered")?

The kinds stand in data/lexicon/kindred.toml. That two kinds are kindred says little by itself: it lets claims meet whose participants, times or
numbers then tell whether they speak of one event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from crosscheck.extract.lexicon import table_of
from crosscheck.extract.predicates import listed


def families_of(kind: str) -> frozenset[str]:
    """The families that a kind of event, or a lemma without one, belongs to; two kinds with a family in common are kindred."""
    return _families().get(kind, frozenset())


@cache
def _families() -> Mapping[str, frozenset[str]]:
    families: dict[str, set[str]] = defaultdict(set)
    for line in table_of("kindred")["kinds"]:
        kinds = listed(line)
        for kind in kinds:
            families[kind].add(f"~{kinds[0]} {kinds[1]}")
    return {kind: frozenset(names) for kind, names in families.items()}
