"""Are sentences that cannot be twins told by their words alone, and never any that can?"""

from __future__ import annotations

from difflib import SequenceMatcher

from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.align.twins import ALIKE, _may_be_alike

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
