"""What of a report does a page show, whatever it is written in? Used by the formats that are no terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import permutations

from crosscheck.independence.origins import Origins
from crosscheck.judge.circumstances import is_negated
from crosscheck.judge.interest import is_news
from crosscheck.judge.wording import is_only_worded
from crosscheck.model.claim import Claim, Facet, Span
from crosscheck.model.report import Alignment, FacetMention, FacetValue, FacetVerdict, Report
from crosscheck.model.verdict import Verdict
from crosscheck.report.views.sources import Shelf, tie

DISPUTED = (Verdict.CONTRADICTION, Verdict.SUPERSEDED, Verdict.COMPATIBLE)


class Findings:
    """A report with what is looked up again and again."""

    def __init__(self, report: Report):
        self.report = report
        self.shelf = Shelf(report.articles)
        self.claims: Mapping[str, Claim] = {claim.id: claim for claim in report.claims}

    @cached_property
    def news(self) -> tuple[Alignment, ...]:
        """Without alignments that only name an event."""
        return tuple(one for one in self.report.alignments if is_news(one, self._claims_of(one)))

    def of(self, verdict: Verdict) -> tuple[Alignment, ...]:
        return tuple(alignment for alignment in self.news if alignment.verdict is verdict)

    def _claims_of(self, alignment: Alignment) -> Sequence[Claim]:
        return [self.claims[claim] for claim in alignment.claims if claim in self.claims]

    def told_once(self) -> tuple[Claim, ...]:
        """Claims that no other was laid beside."""
        several = {claim for alignment in self.report.alignments if alignment.verdict is not Verdict.SINGLE_SOURCE for claim in alignment.claims}
        return tuple(claim for claim in self.report.claims if claim.id not in several and not claim.is_mention)

    def is_denied(self, facet: FacetVerdict, value: FacetValue) -> bool:
        """Whether all who name the value say that it was not so."""
        return is_denied(facet, value, self.claims)

    def context(self, mention: FacetMention) -> Span:
        """The clause that states the value."""
        claim = self.claims.get(mention.claim)
        return claim.span if claim is not None else mention.span

    def one_origin(self, facets: Sequence[FacetVerdict]) -> Iterator[str]:
        """The pairs of articles that state different values and are one origin: "002 and 004: 61% shared text"."""
        origins = Origins(self.report.overlaps)
        for pair in dict.fromkeys(overlap.articles for overlap in self.report.overlaps):
            if origins.count(pair) == 1 and any(parts(facet, pair) for facet in facets):
                yield self.tied(pair)

    def tied(self, pair: tuple[str, str]) -> str:
        ties = [tie(overlap) for overlap in self.report.overlaps if overlap.articles == pair]
        return f"{self.shelf.label(pair[0])} and {self.shelf.label(pair[1])}: {', '.join(dict.fromkeys(ties))}"


def telling_first(alignments: Iterable[Alignment]) -> tuple[list[Alignment], list[Alignment]]:
    """Those that differ in more than words, and those that do not; both in their order."""
    telling: list[Alignment] = []
    worded: list[Alignment] = []
    for alignment in alignments:
        (worded if is_only_worded(alignment) else telling).append(alignment)
    return telling, worded


def minor(number: int) -> str:
    """What those are called that differ in no more than words."""
    return f"{number} minor one{'' if number == 1 else 's'}"


def deciding(alignment: Alignment) -> tuple[FacetVerdict, ...]:
    """The facets that have the alignment's own verdict."""
    return tuple(facet for facet in alignment.facets if facet.verdict is alignment.verdict)


def one_an_article(mentions: Sequence[FacetMention]) -> tuple[FacetMention, ...]:
    """The first of each article and speaker."""
    return tuple({(mention.article, mention.source): mention for mention in reversed(mentions)}.values())[::-1]


def parts(facet: FacetVerdict, pair: tuple[str, str]) -> bool:
    """Whether one of the two articles states a value, and the other another."""
    stating = [{mention.article for mention in value.mentions} for value in facet.values]
    return any(pair[0] in one and pair[1] in other for one, other in permutations(stating, 2))


def is_denied(facet: FacetVerdict, value: FacetValue, claims: Mapping[str, Claim]) -> bool:
    """Whether all who name the value say that it was not so; `claims` by their ids."""
    if facet.facet is Facet.POLARITY:
        return value.value == "negated"
    naming = [claims[mention.claim] for mention in value.mentions if mention.claim in claims]
    return facet.rule.endswith(".denied") and bool(naming) and all(map(is_negated, naming))
