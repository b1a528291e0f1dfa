"""Are sentences that cannot be twins told by their words alone, and never any that can?"""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.align.twins import ALIKE, _may_be_alike, differences
from crosscheck.model.article import Article
from crosscheck.model.claim import Span

few_words = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f"]), min_size=1, max_size=12).map(tuple)


@settings(deadline=None)
@given(few_words, few_words)
def test_no_twins_are_lost_by_the_quick_look(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    """Whatever order matching finds, it finds no more words than both have."""
    matched = sum(block.size for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks())
    if matched >= ALIKE * max(len(one), len(other)):
        assert _may_be_alike(one, frozenset(one), other)


def test_sentences_with_too_few_words_in_common_are_not_compared() -> None:
    """In number, or since one is much longer."""
    words = ("the", "council", "will", "vote", "on", "the", "harbour", "plan")
    assert _may_be_alike(words, frozenset(words), (*words[:-1], "budget"))
    assert not _may_be_alike(words, frozenset(words), ("she", "said", "nothing", "of", "any", "budget", "on", "Friday"))
    assert not _may_be_alike(words, frozenset(words), words[:3])


FORM = (
    "In 1986 the port shipped {} tonnes of {} to Tarvia",
    "Of all {} the mill in Vellen took {} percent",
    "In March the port shipped {} tonnes of {}",
    "The board gave no reasons for that",
)


@pytest.mark.parametrize(("shared", "differ"), [((), False), (("It meets again in the spring", "Its office is in the harbour"), True)])
def test_a_form_filled_in_anew_is_no_copy(shared: tuple[str, ...], differ: bool) -> None:
    """Of two articles that share few sentences as they are, those that differ in several values are of two things."""
    filled = ((1577, "Oil", "Oil", 12, 40, "Oil"), (4815, "Bran", "Bran", 31, 90, "Bran"))
    told = [[FORM[0].format(*of[:2]), FORM[1].format(*of[2:4]), FORM[2].format(*of[4:]), FORM[3], *shared] for of in filled]
    articles = [Article(name, ". ".join(sentences), name) for name, sentences in zip("ab", told, strict=True)]
    spans = {one.id: [Span(at := one.text.index(said), at + len(said)) for said in sentences] for one, sentences in zip(articles, told, strict=True)}
    assert bool(list(differences(articles, spans, lambda one, other: False))) is differ
