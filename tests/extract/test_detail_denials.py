"""Is what somebody refused taken for a deed that he denies?"""

from __future__ import annotations

from hashlib import sha256

from crosscheck.extract.details import details_in
from crosscheck.model.article import Article
from crosscheck.model.detail import Kind
from crosscheck.pipeline import claims_in


def test_an_offer_that_was_denied_is_no_deed_that_was_not_done() -> None:
    """The offer was made, whether the parser takes the word for a verb or a noun."""
    text = "The state counted on getting a long prison term when it denied a Keller offer a year ago to plead guilty in exchange for a fine."
    article = Article("a", text, sha256(text.encode()).hexdigest())
    assert not [detail for detail in details_in(article, claims_in(article)) if detail.kind is Kind.DENIED]
