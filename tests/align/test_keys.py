"""Which claims are compared with which?"""

from __future__ import annotations

from collections import Counter

from crosscheck.align.features import Features, features_of
from crosscheck.align.keys import MOST_CANDIDATES, MOST_CLAIMS_A_KEY, MOST_FOREIGN, candidate_pairs
from crosscheck.model.claim import Claim, Predicate, Span


def told(number: int, *around: str) -> Features:
    span = Span(0, 6)
    predicate = Predicate("sailed", "sail", span)
    return features_of(Claim(f"c{number}", f"a{number}", "sailed", span, 0, predicate, terms=(f"only{number}", *around)))


def test_claims_without_a_common_word_are_not_compared() -> None:
    """One kind of event is not enough."""
    assert list(candidate_pairs([told(0, "harbour"), told(1, "river")])) == []


def test_every_pair_of_a_small_pile_that_shares_a_word_is_compared_once() -> None:
    """In order, the smaller position first."""
    assert list(candidate_pairs([told(at, "harbour") for at in range(4)])) == [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]


def test_the_pairs_of_a_claim_do_not_grow_with_the_pile() -> None:
    """A claim meets those under its rarest keys and no more, however many share its other words."""
    claims = [told(at, f"ship{at // 3}", f"port{at // 60}", f"sea{at // 300}", f"coast{at % 5}") for at in range(1500)]
    pairs = list(candidate_pairs(claims))
    met = Counter(position for pair in pairs for position in pair)
    assert {(at, at + 1) for at in range(0, 1500, 3)} <= set(pairs)
    assert max(met.values()) <= MOST_CANDIDATES + MOST_CLAIMS_A_KEY


def test_of_other_stories_a_claim_takes_those_with_which_it_shares_most() -> None:
    """Of its own story it takes all that it meets."""
    claims = [told(at, "port", *(f"ship{ship}" for ship in range(at % 60))) for at in range(90)]
    alone = Counter(pair[0] for pair in candidate_pairs(claims, lambda article: article))
    together = Counter(pair[0] for pair in candidate_pairs(claims, lambda article: "s"))
    assert together[0] == 89
    assert alone.total() < 2 * MOST_FOREIGN * 90
    assert (58, 59) in set(candidate_pairs(claims, lambda article: article))
