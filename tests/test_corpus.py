"""Does what once broke a part of crosscheck break it still, and does a short search find more?

The long search is `make fuzz`; what it finds is put into tests/corpus/TARGET/ and tried here for ever after.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from tools.fuzz.__main__ import CORPUS, changed, seeds_for
from tools.fuzz.targets import SLOW, TARGETS

ROUNDS = 120
FEW = 4  # for what loads the networks


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*/*")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_once_broke_a_part_breaks_it_no_more(path: Path) -> None:
    """Each file of the corpus is read, or refused as its part promises."""
    TARGETS[path.parent.name](path.read_bytes())


def test_every_folder_of_the_corpus_is_a_target() -> None:
    """Nothing lies there that nobody tries."""
    assert {path.name for path in CORPUS.iterdir() if path.is_dir()} <= set(TARGETS)


@pytest.mark.parametrize("name", TARGETS)
def test_a_short_search_breaks_nothing(name: str) -> None:
    """The seeds of the search and some that are changed at random, the same ones every time."""
    seeds, chance = seeds_for(name), Random(name)
    for data in seeds if name in SLOW else [*seeds, *(changed(chance.choice(seeds), seeds, chance) for _ in range(ROUNDS))]:
        TARGETS[name](data)
    for _ in range(FEW if name in SLOW else 0):
        TARGETS[name](changed(chance.choice(seeds), seeds, chance))
