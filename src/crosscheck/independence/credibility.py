"""How well is each fact borne out, going by nothing but the origins behind it?

The digit is that of the Admiralty grading (`Credibility` in model/sources.py). It is a proposal: crosscheck counts witnesses and knows neither the
subject nor the sources, and the grading asks for both ("logical in itself", "consistent with other information").

- two origins or more state the value: 1
- two origins or more speak of the thing, each with a value of its own, and these can all be true: 2
- one origin states it, and nobody else speaks of it: 6, since there is nothing to judge it by
- another value contradicts it: 3 where it has more origins than any other, two at least; 5 where another has, two at least; else 4
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crosscheck.independence.origins import Origins
from crosscheck.judge.circumstances import is_negated
from crosscheck.judge.interest import is_news
from crosscheck.model.claim import Claim, Facet
from crosscheck.model.report import Alignment, FacetValue, FacetVerdict, Report
from crosscheck.model.sources import Backing, Credibility, Fact
from crosscheck.model.verdict import Verdict

TWO = 2
"""The rule of the two independent sources."""

TIDY = 60
"""Letters of a claim that reads well on a line."""


def facts_in(report: Report) -> tuple[Fact, ...]:
    """Every alignment of several claims that is news, in the order of the report."""
    claims, origins = {claim.id: claim for claim in report.claims}, Origins(report.overlaps)
    several = (alignment for alignment in report.alignments if alignment.verdict is not Verdict.SINGLE_SOURCE)
    return tuple(_fact(one, claims, origins) for one in several if is_news(one, [claims[claim] for claim in one.claims if claim in claims]))


def _fact(alignment: Alignment, claims: Mapping[str, Claim], origins: Origins) -> Fact:
    values = tuple(_backings(alignment, claims))
    spoken = [claims[claim] for claim in alignment.claims if claim in claims]
    plainest = min(spoken, key=lambda claim: (not (claim.quantities or claim.times), abs(len(claim.text) - TIDY), claim.id), default=None)
    text = plainest.text if plainest else alignment.question
    digit, joins = _of_all(alignment, values), origins.joins(spoken)
    return Fact(alignment.id, alignment.question, text, alignment.articles, alignment.origins, alignment.verdict, digit, values, joins)


def _backings(alignment: Alignment, claims: Mapping[str, Claim]) -> Iterator[Backing]:
    """The values of the facets that decided the verdict."""
    for facet in alignment.facets:
        if facet.verdict is alignment.verdict:
            for value in facet.values:
                articles = tuple(dict.fromkeys(mention.article for mention in value.mentions))
                digit, denied = credibility_of(value, facet, alignment.origins), _is_denied(value, facet, claims)
                yield Backing(facet.facet.value, value.value, value.text, articles, value.origins, digit, denied)


def _is_denied(value: FacetValue, facet: FacetVerdict, claims: Mapping[str, Claim]) -> bool:
    """Whether the rule is about a denial, and these are the ones who deny: "were not orders from the IBK regime"."""
    told = [claims[mention.claim] for mention in value.mentions if mention.claim in claims]
    return facet.rule.endswith(".denied") and bool(told) and all(map(is_negated, told))


def credibility_of(value: FacetValue, facet: FacetVerdict, origins: int) -> Credibility:
    """The digit of one value; `origins` are those of the whole alignment."""
    if facet.verdict is not Verdict.CONTRADICTION:
        return _unopposed(value.origins, origins)
    most = max((other.origins for other in facet.values if other is not value), default=0)
    if value.origins >= TWO and value.origins > most:
        return Credibility.POSSIBLY_TRUE
    return Credibility.IMPROBABLE if most >= TWO and most > value.origins else Credibility.DOUBTFUL


def _unopposed(origins: int, of_all: int) -> Credibility:
    if origins >= TWO:
        return Credibility.CONFIRMED
    return Credibility.PROBABLY_TRUE if of_all >= TWO else Credibility.CANNOT_BE_JUDGED


def _of_all(alignment: Alignment, values: tuple[Backing, ...]) -> Credibility:
    """That of the facet which is borne out least, each by its best value: that two name Russia does not confirm how much one says it delivered.

    That all say it was so confirms no value either: they may speak of two events.
    """
    best: dict[str, Credibility] = {}
    for value in values:
        if value.facet != Facet.POLARITY:
            best[value.facet] = min(best.get(value.facet, value.credibility), value.credibility)
    return max(best.values(), default=_unopposed(1, alignment.origins))
