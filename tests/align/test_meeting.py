"""Do arrays find the pairs of a large pile that the plain way finds?"""

from __future__ import annotations

import pytest

from crosscheck.align import keys, meeting
from tests.align.piles import pile_of


def test_the_blocks_are_those_of_the_plain_way() -> None:
    """The rarest first."""
    claims, _ = pile_of(40, 1)
    plain = keys.blocks_of(claims)
    found = members_of(meeting.blocks_of(claims))
    assert sorted(found) == sorted(plain)
    assert list(map(len, found)) == list(map(len, plain))


def members_of(blocks: meeting.Blocks) -> list[list[int]]:
    return [blocks.members[start : start + length].tolist() for start, length in zip(blocks.starts, blocks.lengths, strict=True)]


@pytest.mark.parametrize("seed", range(4))
def test_the_pairs_are_those_of_the_plain_way(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether a claim meets enough by few keys, by many or never, and however claims fall into chunks."""
    claims, pile = pile_of(60, seed)
    monkeypatch.setattr(meeting, "_AT_ONCE", 50)
    monkeypatch.setattr(meeting, "_WEIGHED", 37)
    for candidates, foreign, claims_a_key in ((3, 2, 400), (40, 5, 30), (100, 20, 400), (5_000, 20, 400)):
        monkeypatch.setattr(keys, "MOST_CANDIDATES", candidates)
        monkeypatch.setattr(keys, "MOST_FOREIGN", foreign)
        monkeypatch.setattr(keys, "MOST_CLAIMS_A_KEY", claims_a_key)
        plain = list(keys.candidate_pairs(claims, pile.story))
        found = meeting.pairs_of(claims, pile.story)
        assert list(zip((found >> 32).tolist(), (found & 0xFFFFFFFF).tolist(), strict=True)) == plain
        assert plain


def test_claims_that_share_nothing_are_no_pairs() -> None:
    """Nor is a single claim one."""
    claims, _ = pile_of(1, 1)
    assert meeting.pairs_of(claims[:1]).tolist() == []
