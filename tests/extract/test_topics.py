"""Is every claim's topic, and every number's attribute, what the topic files say?"""

from __future__ import annotations

import tomllib
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from crosscheck import tables
from crosscheck.extract import topics
from crosscheck.extract.topics import Catalogue, Topic, catalogue

CASES: dict[str, Any] = tomllib.loads((Path(__file__).parents[1] / "cases/extract/topics.toml").read_text("utf-8"))
KINDS = {"count", "money", "percent", "measure", "duration", "age", "ordinal", "score"}


def named(case: dict[str, Any]) -> str:
    return f"{case['lemma']}: {case.get('words') or ' '.join(case['heads'])}"


@pytest.mark.parametrize("case", CASES["attribute"], ids=named)
def test_a_number_states_the_attribute_that_its_predicate_noun_or_phrase_names(case: dict[str, Any]) -> None:
    """The counted noun decides before the predicate, the predicate before a phrase of the sentence."""
    words = case["words"].split()
    kind, named, number = case.get("kind", "verb"), case.get("named", ()), case.get("number", "count")
    found = topics.attribute_of(case["lemma"], kind, case.get("of"), case.get("unit"), words, named, number=number)
    assert found == case.get("attribute")


@pytest.mark.parametrize("case", CASES["topic"], ids=named)
def test_a_predicate_belongs_to_the_topics_that_list_it(case: dict[str, Any]) -> None:
    """A broad verb belongs to a topic only with one of its objects."""
    assert list(topics.topics_of(case["lemma"], case.get("kind", "verb"), case["heads"])) == case["topics"]


@pytest.mark.parametrize("topic", catalogue().topics, ids=lambda topic: topic.name)
def test_every_topic_says_what_it_is_about_and_can_be_triggered(topic: Topic) -> None:
    """A topic has a description and verbs and nouns; its attributes have a known kind, a question and a trigger."""
    assert topic.description.endswith(".")
    assert topic.verbs
    assert topic.nouns
    for attribute in topic.attributes:
        assert attribute.kind in KINDS
        assert attribute.question
        assert attribute.verbs | attribute.nouns | attribute.counted | attribute.persons or attribute.phrases


@pytest.mark.parametrize("topic", catalogue().topics, ids=lambda topic: topic.name)
def test_a_file_is_named_after_its_topic(topic: Topic) -> None:
    """So that whoever looks for a topic finds its file."""
    assert Path(topics.__file__).parents[1].joinpath("data/topics", f"{topic.name}.toml").is_file()


def test_counts_that_grow_with_later_reports_are_marked() -> None:
    """A death toll may be superseded, the magnitude of a quake may not."""
    running = {attribute.name for topic in catalogue().topics for attribute in topic.attributes if attribute.running}
    assert {"deaths", "injured", "missing", "arrested", "homes_damaged"} <= running
    assert not {"magnitude", "price", "age", "sentence"} & running


def test_a_topic_of_the_user_joins_the_shipped_ones(tmp_path: Path) -> None:
    """A new name adds a topic; a known one adds its words and attributes to the shipped topic."""
    tmp_path.joinpath("beekeeping.toml").write_text('name = "beekeeping"\ndescription = "Bees."\nverbs = ["swarm"]\nnouns = ["hive"]\n', "utf-8")
    tmp_path.joinpath("more.toml").write_text('name = "deliveries"\ndescription = "More."\nverbs = "zip-line"\n', "utf-8")
    extra = (str(tmp_path),)
    assert topics.topics_of("swarm", "verb", (), extra) == ("beekeeping",)
    assert topics.topics_of("zip-line", "verb", (), extra) == topics.topics_of("deliver", "verb", (), extra) == ("deliveries",)
    assert topics.topics_of("swarm", "verb", ()) == ()


def test_loading_all_topics_costs_little() -> None:
    """The target is 15 ms on a quiet machine; ten times that would be felt at every start."""

    def cost() -> float:
        topics._catalogue.cache_clear()
        tables.table.cache_clear()
        start = perf_counter()
        catalogue()
        return perf_counter() - start

    assert min(cost() for _ in range(5)) < 0.15


def test_looking_up_does_not_depend_on_the_order_of_the_files() -> None:
    """The catalogue sorts its topics, so that the first of two equal attributes is always the same."""
    shipped = catalogue().topics
    assert Catalogue(reversed(shipped)).topics == shipped
