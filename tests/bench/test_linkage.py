"""Does the table of contenders say what each looked at, kept and took?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.linkage import Cost, Sought, claims_of, linkage, met_under, table, take_articles, write_claims

from crosscheck.align.keys import candidate_pairs

SHIPS = "The port of Zarn was closed on Monday after {0} ships had collided. {0} sailors were hurt in the collision off Zarn."


@pytest.fixture
def sought(tmp_path: Path) -> Sought:
    """Two marked reports of one story, and one more."""
    file, story = tmp_path / "articles.jsonl", tmp_path / "stories" / "zarn"
    file.write_text(json.dumps({"id": "more", "text": SHIPS.format("Four")}), "utf-8")
    story.mkdir(parents=True)
    for name, count in (("one", "Two"), ("two", "Three")):
        (story / f"{name}.txt").write_text(SHIPS.format(count), "utf-8")
    members = [["one", "ships had collided"], ["two", "ships had collided"], ["two", "no such words"]]
    facts = [{"values": [{"members": members}]}]
    story.with_suffix(".json").write_text(json.dumps({"facts": facts}), "utf-8")
    return Sought(file, tmp_path / "stories", tmp_path / "cache", 6)


@pytest.fixture
def taken(sought: Sought, tmp_path: Path) -> Path:
    """The articles of these by themselves."""
    take_articles(sought, tmp_path / "taken")
    return tmp_path / "taken"


def test_the_table_has_a_line_a_contender() -> None:
    """What is not known is left out."""
    told = table(1_000, [Cost("one", 1.24, 1.0, 90, 80, 5_000, 0.5, 0.25), Cost("two", 2.0, 3.0, 100, 80, 7, None, None)])
    assert told.split("\n")[-2:] == ["| one | 5,000 | 50.0% | 25.0% | 1.2 | 1.0 | 80 | 90 |", "| two | 7 |  |  | 2.0 | 3.0 | 80 | 100 |"]


def test_marked_places_are_found_in_the_claims(sought: Sought, taken: Path) -> None:
    """A pair of two places of different articles; words that no article has are no place."""
    claims = claims_of(sought, taken)
    ((left, right),) = claims.marked
    assert {claims.features[at].claim.article for at in left} == {"zarn/one"}
    assert {claims.features[at].claim.article for at in right} == {"zarn/two"}


def test_splink_is_given_the_keys_under_which_claims_meet(sought: Sought, taken: Path, tmp_path: Path) -> None:
    """Claims that are looked at share one of the numbers; a line a claim."""
    features = claims_of(sought, taken).features
    under = met_under(features)
    assert all(not set(under[a]).isdisjoint(under[b]) for a, b in candidate_pairs(features))
    write_claims(sought, taken, tmp_path / "claims.jsonl")
    assert [json.loads(line)["keys"] for line in (tmp_path / "claims.jsonl").read_text("utf-8").splitlines()] == under


def test_all_contenders_that_are_at_hand_are_measured(sought: Sought) -> None:
    """Each in a process of its own; too few claims are told."""
    lines = linkage(sought, None, 2).split("\n")
    ours = ["| crosscheck", "| crosscheck, and groups", "| crosscheck, 2 processes", "| crosscheck, 2 processes, and groups"]
    assert [line.split(" | ")[0] for line in lines[4:]] == [*ours, "| rapidfuzz, each with each"]
    with pytest.raises(ValueError, match="which is fewer than 1,000"):
        linkage(Sought(sought.articles, None, sought.cache, 1_000), None)
