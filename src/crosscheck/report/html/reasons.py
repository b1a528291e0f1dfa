"""Why were claims put together, what decided, and what would have decided otherwise?"""

from __future__ import annotations

from crosscheck.model.explanation import Explanation, Link, Vote
from crosscheck.model.report import FacetVerdict, Report
from crosscheck.report.html.reader import Reader, Ref
from crosscheck.report.html.statements import ClaimShown, claim_shown
from crosscheck.report.quotes import visible
from crosscheck.report.theme import SYMBOLS
from crosscheck.report.views.explain import sentence
from crosscheck.report.views.values import facet_name
from crosscheck.values import dataclass


@dataclass(frozen=True, slots=True)
class LinkShown:
    places: tuple[str, str]
    likelihood: str
    bias: str
    votes: tuple[Vote, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    symbol: str
    role: str
    name: str
    values: tuple[str, ...]
    reason: str
    rule: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Flip:
    symbol: str
    role: str
    words: str


@dataclass(frozen=True, slots=True)
class Reasons:
    claims: tuple[ClaimShown, ...]
    links: tuple[LinkShown, ...]
    facets: tuple[Decided, ...]
    flips: tuple[Flip, ...]


def reasons_of(explanation: Explanation, report: Report, reader: Reader) -> Reasons:
    """Of an alignment or of a claim that stands alone; the claims' verbs are highlighted in the articles."""
    claims = {claim.id: claim for claim in report.claims}
    alignment = explanation.alignment
    ids = alignment.claims if alignment else (explanation.id,)
    role = alignment.verdict.value if alignment else "single_source"
    for number, id_ in enumerate(ids, 1):
        reader.mark(claims[id_].article, claims[id_].predicate.span, role, Ref(f"k{number}", f"{number}", f"claim {number}", role))
    places = {id_: reader.shelf.place(claim.article, claim.span) for id_, claim in claims.items()}
    return Reasons(
        tuple(claim_shown(claims[id_], reader) for id_ in ids),
        tuple(_link(link, places) for link in explanation.links),
        tuple(map(_decided, alignment.facets)) if alignment else (),
        tuple(Flip(SYMBOLS[change.verdict], change.verdict.value, sentence(change, reader.shelf, claims)) for change in explanation.flips),
    )


def _link(link: Link, places: dict[str, str]) -> LinkShown:
    a, b = link.claims
    return LinkShown((places[a], places[b]), f"{link.likelihood:.0%}", f"{link.bias:+.2f}", link.votes)


def _decided(facet: FacetVerdict) -> Decided:
    values = tuple(visible(value.text) for value in facet.values)
    verdict = facet.verdict
    return Decided(SYMBOLS[verdict], verdict.value, facet_name(facet), values, visible(facet.reason), facet.rule, f"{facet.confidence:.2f}")
