"""Stands in for `crosscheck.pipeline` where a test is about what happens around it: each word is a name, each sentence a claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from crosscheck.model.answer import Answer, Attitude, Bearing
from crosscheck.model.article import Article, Skipped
from crosscheck.model.claim import Claim, Extract, Predicate, Span
from crosscheck.model.report import Alignment, Report
from crosscheck.model.verdict import Verdict

READ: list[str] = []


def claims_in(article: Article, own_topics: tuple[str, ...] = ()) -> Extract:
    READ.append(article.id)
    if "boom" in article.text:
        raise KeyError("boom")
    span = Span(0, len(article.text))
    claim = Claim(f"{article.id}:0", article.id, article.text, span, 0, Predicate(article.text, article.text, span), topics=("weather",))
    return Extract(article.id, (span,), (), (), (), (), (claim,))


def claims_in_each(articles: Sequence[Article], own_topics: tuple[str, ...] = ()) -> Iterator[Extract]:
    return (claims_in(article, own_topics) for article in articles)


def compared(articles: Sequence[Article], extracts: Mapping[str, Extract], skipped: Sequence[Skipped] = ()) -> Report:
    ordered = tuple(sorted(articles, key=lambda article: article.id))
    claims = tuple(claim for article in ordered for claim in extracts[article.id].claims)
    verdict = Verdict.AGREEMENT if len({claim.text for claim in claims}) == 1 else Verdict.CONTRADICTION
    names = tuple(article.id for article in ordered)
    alignment = Alignment("1", None, "Did rain fall?", ("weather",), tuple(claim.id for claim in claims), names, len(names), verdict, 0.8, ())
    return Report(ordered, tuple(skipped), (), claims, (alignment,), (), ())


def checked(claim: Article, claim_extract: Extract, evidence: Sequence[Article], extracts: Sequence[Extract]) -> Answer:
    if claim.text in {article.text for article in evidence}:
        return Answer(claim.text, Bearing.SUPPORTS, Attitude.AGREE, 0.9)
    return Answer(claim.text, Bearing.REFUTES, Attitude.DISAGREE, 0.9)
