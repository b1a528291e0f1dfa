"""Do the classes of predicates hold together what is told of one kind of event, and only that?"""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from crosscheck.extract.lexicon import table_of
from crosscheck.extract.predicates import is_ergative, is_event_noun, listed, passes_on, predicate_class, subject_of, with_roles
from crosscheck.model.claim import Argument, Facet, Span

CASES: dict[str, Any] = tomllib.loads((Path(__file__).parents[1] / "cases/extract/topics.toml").read_text("utf-8"))


def argument(facet: Facet, text: str, slot: str = "") -> Argument:
    return Argument(facet, text, Span(0, len(text)), text, slot=slot)


@pytest.mark.parametrize("case", CASES["class"], ids=lambda case: case["class"])
def test_verbs_and_their_nominalisations_stand_in_one_class(case: dict[str, Any]) -> None:
    """ "die", "killed" and "death" tell of one kind of event."""
    assert {predicate_class(word, "verb") or predicate_class(word, "noun") for word in case["words"]} == {case["class"]}


@pytest.mark.parametrize("pair", [pair for group in CASES["apart"] for pair in group["pairs"]])
def test_antonyms_stand_in_different_classes(pair: str) -> None:
    """What rose did not fall."""
    left, right = pair.split()
    assert predicate_class(left) != predicate_class(right)


@pytest.mark.parametrize("keys", [("verbs",), ("nouns", "states"), ("phrases",)], ids=" ".join)
def test_no_word_stands_in_two_classes(keys: tuple[str, ...]) -> None:
    """A verb has one class, and so has a noun, so that a lookup has one answer."""
    table = table_of("predicate_classes")
    counts = Counter(word for lists in table.values() for key in keys for word in listed(lists.get(key, "")))
    assert [word for word, number in counts.items() if number > 1] == []


def test_there_are_classes_for_news_at_large() -> None:
    """At least 150 of them, most with a nominalisation."""
    table = table_of("predicate_classes")
    assert len(table) >= 150
    assert sum("nouns" in lists or "states" in lists for lists in table.values()) > len(table) / 2


def test_the_noun_that_a_verb_governs_can_decide_the_class() -> None:
    """ "took power" is a coup, "took a taxi" is none."""
    assert predicate_class("take", "verb", ["colonel", "power"]) == predicate_class("coup", "noun") == "overthrow"
    assert predicate_class("take", "verb", ["taxi"]) != "overthrow"


def test_an_event_noun_names_what_happens() -> None:
    """A delivery happens, a helicopter does not."""
    assert is_event_noun("delivery")
    assert not is_event_noun("helicopter")


def test_whoever_receives_is_the_recipient() -> None:
    """ "Bamako received grain from Moscow": Moscow is the agent."""
    found = with_roles(
        "receive", "verb", (argument(Facet.AGENT, "Bamako"), argument(Facet.PATIENT, "grain"), argument(Facet.PLACE, "Moscow", "from receive"))
    )
    assert [(a.facet, a.text) for a in found] == [(Facet.RECIPIENT, "Bamako"), (Facet.PATIENT, "grain"), (Facet.AGENT, "Moscow")]


def test_what_is_received_is_no_recipient() -> None:
    """ "The helicopters received a fortnight ago": nothing else was received."""
    (found,) = with_roles("receive", "verb", (argument(Facet.AGENT, "the helicopters"),))
    assert found.facet is Facet.PATIENT


def test_whoever_dies_is_the_patient() -> None:
    """As whoever is killed."""
    (found,) = with_roles("die", "verb", (argument(Facet.AGENT, "ten miners"),))
    assert found.facet is Facet.PATIENT


def test_the_subject_of_an_ergative_verb_is_the_patient_unless_there_is_an_object() -> None:
    """ "The ship sank", "the storm sank the ship"."""
    ship, storm = argument(Facet.AGENT, "the ship"), argument(Facet.AGENT, "the storm")
    assert with_roles("sink", "verb", (ship,))[0].facet is Facet.PATIENT
    assert with_roles("sink", "verb", (storm, argument(Facet.PATIENT, "the ship")))[0].facet is Facet.AGENT


def test_other_predicates_keep_their_roles() -> None:
    """Grammar is right about them."""
    given = (argument(Facet.AGENT, "Oslo"), argument(Facet.PATIENT, "grain"))
    assert with_roles("deliver", "verb", given) == given


def test_the_subject_of_a_verb_plays_the_part_that_its_class_gives_it() -> None:
    """A question needs to know whom to put first."""
    assert (subject_of("deliver"), subject_of("receive"), subject_of("die")) == (Facet.AGENT, Facet.RECIPIENT, Facet.PATIENT)
    assert is_ergative("explode")
    assert not is_ergative("deliver")


def test_a_recipient_is_named_only_where_something_passes() -> None:
    """ "delivered to Mali" names a recipient, "withdrew to Mali" a direction."""
    assert passes_on("deliver", "verb")
    assert passes_on("donation", "noun")
    assert not passes_on("withdraw", "verb")
