"""Are the articles of an archive that may report the same as new ones found by a sketch of their words?"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from crosscheck.align.likely import FEW, MOST, likely
from crosscheck.align.sketch import opened, sketch_of
from crosscheck.model.article import Article

DATA = tomllib.loads(Path(__file__).parents[1].joinpath("cases/engine/archive.toml").read_text("utf-8"))
ARCHIVE = [Article(name, text.strip(), name) for name, text in DATA["archive"].items()]
NEW = {name: Article(name, text.strip(), name) for name, text in DATA["new"].items()}
SHELVED = [(article.id, sketch_of(article)) for article in ARCHIVE]


@pytest.mark.parametrize("case", DATA["case"], ids=lambda case: case["name"])
def test_what_may_report_the_same_is_taken(case: dict[str, Any]) -> None:
    """And nothing else."""
    taken = likely([NEW[name] for name in case["new"]], SHELVED)
    assert sorted(SHELVED[at][0] for at in taken) == case["chosen"]


def test_neither_order_makes_a_difference() -> None:
    """Of the new articles and of the archive."""
    one = likely(list(NEW.values()), SHELVED)
    turned = likely(list(NEW.values())[::-1], SHELVED[::-1])
    assert {SHELVED[at] for at in one} == {SHELVED[::-1][at] for at in turned}


def test_a_small_archive_is_taken_as_it_is() -> None:
    """Nothing would be gained by choosing."""
    assert likely([NEW["tonight-bank"]], SHELVED[-MOST:]) == list(range(MOST))


def test_no_more_than_so_many_are_taken_for_each_new_article() -> None:
    """Of equals those with the first ids, so that a run costs what its new articles cost."""
    copies = [(f"{number:03}", SHELVED[0][1]) for number in range(FEW + 9)]
    archive = [*copies, *SHELVED[3:]]
    tonight = NEW["tonight-ferry"]
    assert likely([tonight], archive) == list(range(FEW))
    assert likely([replace(tonight, id=f"{tonight.id}{number}") for number in range(FEW)], archive) == list(range(MOST))


def test_what_is_no_sketch_is_like_nothing() -> None:
    """A store that is damaged costs an article of the archive, and no run."""
    broken = [(name, "!" if name == "ferry-first" else sketch) for name, sketch in SHELVED]
    assert [broken[at][0] for at in likely([NEW["tonight-ferry"]], broken)] == ["ferry-later"]


def test_an_article_without_a_telling_word_is_like_nothing() -> None:
    """Its sketch is empty."""
    silent = Article("silent", "It is. And so it was.", "0")
    assert opened(sketch_of(silent)) == b""
    assert likely([silent], SHELVED) == []
    assert likely([NEW["tonight-bank"]], [*SHELVED, ("silent", "")]) == [2]


def test_a_sketch_has_six_bytes_a_word() -> None:
    """What is cut off is no sketch."""
    sketch = sketch_of(NEW["tonight-bank"])
    assert len(opened(sketch)) % 6 == 0
    with pytest.raises(ValueError, match="sketch"):
        opened("AAAA")
