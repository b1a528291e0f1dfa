"""Are words inflected as English has it?"""

from __future__ import annotations

import pytest

from crosscheck.align.inflection import is_group, is_preposition, is_pronoun, participle, past, plural, third_person


@pytest.mark.parametrize(
    ("verb", "told", "done"),
    [
        ("order", "ordered", "ordered"),
        ("seize", "seized", "seized"),
        ("carry", "carried", "carried"),
        ("deploy", "deployed", "deployed"),
        ("kidnap", "kidnapped", "kidnapped"),
        ("overthrow", "overthrew", "overthrown"),
        ("take over", "took over", "taken over"),
        ("shoot down", "shot down", "shot down"),
        ("lie", "lay", "lain"),
    ],
)
def test_past_forms(verb: str, told: str, done: str) -> None:
    """Regular ones by spelling, irregular ones from the list, with the particle behind."""
    assert (past(verb), participle(verb)) == (told, done)


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("helicopter", "helicopters"),
        ("Mi-8 helicopter", "Mi-8 helicopters"),
        ("country", "countries"),
        ("journey", "journeys"),
        ("church", "churches"),
        ("person", "people"),
        ("aircraft", "aircraft"),
        ("passer-by", "passers-by"),
    ],
)
def test_plurals(noun: str, many: str) -> None:
    """Of the last word of a phrase."""
    assert plural(noun) == many


def test_third_person() -> None:
    """ "do" is not among the irregular ones."""
    assert [third_person(verb) for verb in ("order", "reach", "deny", "carry out")] == ["orders", "reaches", "denies", "carries out"]


def test_words_that_name_nothing_are_known() -> None:
    """So that no question asks after "it"."""
    assert is_pronoun("It")
    assert is_pronoun("the other".removeprefix("the "))
    assert not is_pronoun("Italy")
    assert is_group("government")
    assert is_preposition("In")
