"""What do the claims of one event come to, facet by facet?"""

from __future__ import annotations

from dataclasses import replace

from crosscheck.judge.alignments import alignment_of
from crosscheck.model.claim import Facet, Quantity
from crosscheck.model.verdict import Verdict
from tests.judge.stated import statement


def test_numbers_that_are_not_surely_of_one_thing_agree_with_their_equals() -> None:
    """Two reports say 51 guests, two say 42, of another evening perhaps: neither pair is lost."""
    stated = [
        statement(Facet.QUANTITY, {"text": str(value), "value": value, "of": "guest", "context": f"There were {value} guests."}, number)
        for number, value in enumerate((51, 42, 42, 51), start=1)
    ]
    articles = {one.article.id: one.article for one in stated}
    claims = [replace(one.claim, quantities=(one.value,)) for one in stated if isinstance(one.value, Quantity)]
    found = alignment_of(claims, {}, articles, lambda claims: len({claim.article for claim in claims}))
    numbers = [facet for facet in found.facets if facet.facet is Facet.QUANTITY]
    assert [facet.verdict for facet in numbers] == [Verdict.AGREEMENT] * 2
    assert sorted(value.text for facet in numbers for value in facet.values) == ["42", "51"]
    assert all(value.origins == 2 for facet in numbers for value in facet.values)
