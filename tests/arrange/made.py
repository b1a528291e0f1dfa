"""Claims and reports made by hand, for a timeline."""

from __future__ import annotations

from typing import Any

from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Facet, Predicate, Span, Time
from crosscheck.model.report import Alignment, FacetMention, FacetValue, FacetVerdict, Report
from crosscheck.model.verdict import Verdict

DAYS = {"2031-03": "2031-04-01", "2031-03-05": "2031-03-06", "2031-03-09": "2031-03-10", "2031": "2032-01-01", "2029": "2030-01-01"}


def date(value: str, at: int = 0, of: str | None = None) -> Time:
    """A time at a place of the text; of an unknown year where the value is not in DAYS."""
    since = {4: f"{value}-01-01", 7: f"{value}-01"}.get(len(value), value)
    return Time(value, Span(at, at + 4), "DATE", value, None, since if value in DAYS else None, DAYS.get(value), of)


def claim(article: str, at: int, verb: str, *times: Time, **more: Any) -> Claim:
    """A claim of ten letters at a place of the article."""
    span = more.pop("span", Span(at, at + 10))
    words = more.pop("text", f"{verb} {article}{at}")
    kind = more.pop("kind", "verb")
    return Claim(f"{article}{at}", article, words, span, 0, Predicate(verb, verb, Span(at, at + 4), kind), times=times, **more)


def alignment(*claims: Claim, facets: tuple[FacetVerdict, ...] = (), verdict: Verdict = Verdict.AGREEMENT, origins: int = 2) -> Alignment:
    articles = tuple(sorted({one.article for one in claims}))
    return Alignment("al", None, "When?", (), tuple(one.id for one in claims), articles, origins, verdict, 0.9, facets)


def facet(name: Facet, verdict: Verdict, *claims: Claim) -> FacetVerdict:
    """A facet of which each claim has a value of its own."""
    values = tuple(FacetValue(one.id, one.id, 1, (FacetMention(one.id, one.article, one.id, one.span),)) for one in claims)
    return FacetVerdict(name, verdict, f"{name.value}.rule", "They differ.", 0.9, values)


def report(*claims: Claim, alignments: tuple[Alignment, ...] = ()) -> Report:
    articles = tuple(Article(name, "Sank. " * 20, "") for name in sorted({one.article for one in claims}))
    return Report(articles, (), (), claims, alignments, (), ())
