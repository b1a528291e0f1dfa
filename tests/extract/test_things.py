"""What does a sentence speak of in no role of a claim?"""

from __future__ import annotations

from crosscheck.extract.claims import extracted
from crosscheck.model.article import Article


def things(text: str) -> list[str]:
    return [thing.argument.text for thing in extracted(Article("a", text, "1")).things]


def test_what_fills_no_facet_is_a_thing() -> None:
    """The bottle says with what the guard was hit, which is no facet; whom it hit is one."""
    found = things("The guard was hit with a glass bottle in the corridor.")
    assert "glass bottle" in found
    assert not any("guard" in one for one in found)


def test_numbers_and_times_are_no_things() -> None:
    """They are read as what they are."""
    assert not {"Tuesday", "million", "$3 million"} & set(things("The bank paid $3 million to the town on Tuesday with a cheque."))


def test_a_sentence_without_a_claim_has_none() -> None:
    """What is named in words that state nothing is told of by nobody."""
    extract = extracted(Article("a", "A bottle, perhaps.", "1"))
    assert not extract.things or {thing.sentence for thing in extract.things} <= {claim.sentence for claim in extract.claims}
