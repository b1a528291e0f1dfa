"""What a pile of many stories says of two reports."""

from __future__ import annotations

from crosscheck.align.features import features_of
from crosscheck.align.pile import MIXED, Pile
from crosscheck.align.protagonists import Protagonists
from crosscheck.model.article import Article
from crosscheck.model.report import Story
from crosscheck.pipeline import claims_in

MONDAY = "The Bank of Lindo lent banks 33 million crowns. It expects a shortage in the market on Tuesday."
FRIDAY = "The Bank of Lindo lent banks 41 million crowns. Its help in the afternoon came late for most dealers there."
FERRY = "A ferry from Arrin to Lindo sank off Cape Tarn, Coastguard chief Ada Brell said."
TOLL = "Divers found the ferry that sank off Cape Tarn between Arrin and Lindo, Brell said on Friday."


def strangers(first: str, second: str, *, others: int) -> bool:
    texts = [first, second, *(f"The village of Tarnby{number} chose a mayor named Ruk{number}." for number in range(others))]
    articles = [Article(f"a{number}", text, f"{number}") for number, text in enumerate(texts)]
    extracts = [claims_in(article) for article in articles]
    features = [features_of(claim) for extract in extracts for claim in extract.claims]
    pile = Pile(features, [Story("s", ("a0", "a1"))], Protagonists(articles))
    left, right = (next(one for one in features if one.claim.article == name) for name in ("a0", "a1"))
    return pile.strangers(left, right)


def test_two_bulletins_of_a_mixed_pile_are_strangers() -> None:
    """Reports in one form that have one name in common tell of two days where many stories lie together."""
    assert strangers(MONDAY, FRIDAY, others=MIXED)


def test_two_short_reports_by_themselves_are_none() -> None:
    """Whoever lays two short reports side by side means one happening."""
    assert not strangers(MONDAY, FRIDAY, others=0)


def test_reports_with_names_in_common_are_none_in_a_mixed_pile() -> None:
    """Three names in two reports of a pile are of one happening."""
    assert not strangers(FERRY, TOLL, others=MIXED)
