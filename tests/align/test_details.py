"""Which details of two articles may be set side by side?"""

from __future__ import annotations

from hashlib import sha256

import pytest

from crosscheck.align.details import Details
from crosscheck.extract.details import details_in
from crosscheck.model.article import Article
from crosscheck.model.detail import Kind
from crosscheck.pipeline import claims_in

CROSSINGS = ("Robert Keller sold the depot at Oak Street and Mill Road.", "Robert Keller was born near the depot at Oak Street and Lake Road.")
BEARINGS = ("Robert Keller left Norvia, 900 km south of Lefkos.", "Robert Keller came to Norvia, 400 km south of Lefkos.")


@pytest.mark.parametrize(("sentences", "kinds"), [(CROSSINGS, {Kind.CROSSING}), (BEARINGS, set())], ids=["streets", "distances"])
def test_a_street_and_a_person_tie_reports_of_two_stories(sentences: tuple[str, str], kinds: set[Kind]) -> None:
    """Where no story holds both articles, one person whom both name is enough for a street that both name, and for nothing else."""
    articles = [Article(name, text, sha256(text.encode()).hexdigest()) for name, text in zip("ab", sentences, strict=True)]
    details = Details(articles, {article.id: details_in(article, claims_in(article)) for article in articles}, ())
    assert {one.kind for one, _ in details.pairs()} == kinds


def test_two_persons_tie_reports_of_two_stories() -> None:
    """Whatever is told of a place is compared where both articles name two persons."""
    articles = [Article(name, f"{text} With Robert Keller went Anna Holt.", name) for name, text in zip("ab", BEARINGS, strict=True)]
    details = Details(articles, {article.id: details_in(article, claims_in(article)) for article in articles}, ())
    assert Kind.BEARING in {one.kind for one, _ in details.pairs()}
