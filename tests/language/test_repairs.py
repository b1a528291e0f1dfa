"""Which errors of tagger and parser are put right by rule?"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from crosscheck.language import repairs
from crosscheck.language.drafts import Draft
from crosscheck.language.repairs import REPAIRS, repaired

CASES = tomllib.loads(Path(__file__).parents[1].joinpath("cases/language/repairs.toml").read_text("utf-8"))["case"]
BY_NAME = {repair.__name__: repair for repair in REPAIRS}


def draft(written: str) -> Draft:
    rows = [word.rsplit("/", 3) for word in written.split(" ")]
    words, pos, tags, links = (tuple(column) for column in zip(*rows, strict=True))
    return Draft(words, pos, tags, tuple(int(link.partition(">")[2]) for link in links), tuple(link.partition(">")[0] for link in links))


def written(draft: Draft) -> list[str]:
    rows = zip(draft.words, draft.pos, draft.tags, draft.deps, draft.heads, strict=True)
    return [f"{word}/{pos}/{tag}/{dep}>{head}" for word, pos, tag, dep, head in rows]


@pytest.mark.parametrize("case", CASES, ids=[f"{case['repair']} {at}" for at, case in enumerate(CASES)])
def test_a_repair_changes_what_it_should(case: dict[str, Any]) -> None:
    """Only the named words change, and a second time nothing does."""
    before = draft(case["words"])
    after = BY_NAME[case["repair"]](before)
    assert [new for old, new in zip(written(before), written(after), strict=True) if old != new] == case["changed"]
    assert BY_NAME[case["repair"]](after) == after


def test_every_repair_has_a_case() -> None:
    """What is not shown to be needed is not done."""
    assert {case["repair"] for case in CASES if case["changed"]} == set(BY_NAME)


@pytest.mark.parametrize(("heads", "tree"), [((1, 1, 1), True), ((0, 1, 1), True), ((1, 2, 0), False), ((1, 0, 2), False)])
def test_a_tree_leads_every_word_up_to_a_root(heads: tuple[int, ...], tree: bool) -> None:
    """Two words that hang on each other are no tree, several roots are."""
    assert Draft(("a",) * 3, ("X",) * 3, ("X",) * 3, heads, ("dep",) * 3).is_tree() is tree


def test_a_repair_that_would_hang_a_word_below_itself_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes of it is the sentence as the parser saw it, and never a crash in a later repair."""
    whole = draft("Ships/NOUN/NNS/nsubj>1 sail/VERB/VBP/root>1")

    def broken(one: Draft) -> Draft:
        return one.rehung(w1=(0, "acl"))

    monkeypatch.setattr(repairs, "REPAIRS", (broken,))
    assert repaired(whole) == whole
