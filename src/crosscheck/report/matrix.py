"""Which article states which fact, which states it otherwise, and which is silent?

A row is a facet of an alignment, a cell what one article says of it. Silence is a state of its own and never agreement.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from crosscheck.align.facets import slots_of
from crosscheck.extract.things import TRAIT
from crosscheck.judge.circumstances import is_negated
from crosscheck.judge.interest import WORTH, is_told_twice
from crosscheck.judge.verdicts import comparable, compare
from crosscheck.judge.wording import is_wording
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Facet
from crosscheck.model.report import Alignment, FacetMention, FacetValue, FacetVerdict, Report
from crosscheck.model.verdict import Statement, Verdict
from crosscheck.report.quotes import visible
from crosscheck.values import dataclass

ROWS = 3  # of one alignment at most: what decides it, and two more of its facets
TELLING = 2.0  # what a further facet must be worth (judge/interest.py) to get a row where all agree on it


class State(StrEnum):
    """What an article does with a value."""

    STATED = "stated"
    DIFFERENTLY_STATED = "differently_stated"
    WITHOUT_VALUE = "without_value"  # it speaks of the event and leaves this open
    NOT_MENTIONED = "not_mentioned"
    NOT_READ = "not_read"


@dataclass(frozen=True, slots=True)
class Said:
    """One value as an article words it, who says it there, and how it stands to the row's first value: agreement for the same."""

    value: str
    claim: str
    source: str | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Told:
    """A cell: the state and all that the article says of it, the row's first value first."""

    state: State
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A row. `facet` is None where an alignment has no value to show; `cells` holds every article and, by its path, every input not read."""

    alignment: Alignment
    facet: FacetVerdict | None
    cells: Mapping[str, Told]

    @property
    def leads(self) -> bool:
        """Whether it is the first row of its alignment, the one that the question asks about."""
        return not self.alignment.facets or self.facet is self.alignment.facets[0]


def facts_of(report: Report) -> tuple[Fact, ...]:
    """The rows of all alignments that two articles or two voices tell, in the report's order; that two have one word for it is no fact."""
    reader = _Reader(report)
    told = (alignment for alignment in report.alignments if reader.tells(alignment))
    return tuple(reader.fact(alignment, facet) for alignment in told for facet in _shown(alignment))


def _shown(alignment: Alignment) -> Sequence[FacetVerdict | None]:
    """What decides, which is what the question asks, and what else is disputed or worth a check."""
    if not alignment.facets:
        return (None,)
    first, *rest = alignment.facets
    more = [facet for facet in rest if is_told_twice(facet) and (facet.verdict is not Verdict.AGREEMENT or WORTH[facet.facet] >= TELLING)]
    return (first, *[facet for facet in more if facet.facet is not Facet.POLARITY and not is_wording(facet)][: ROWS - 1])


def _is_word(claim: Claim) -> bool:
    return claim.predicate.kind == "retold" or any(argument.slot == TRAIT for argument in claim.arguments if claim.is_mention)


class _Reader:
    def __init__(self, report: Report):
        self._articles = {article.id: article for article in report.articles}
        self._claims = {claim.id: claim for claim in report.claims}
        self._skipped = [skipped.path for skipped in report.skipped]

    def tells(self, alignment: Alignment) -> bool:
        claims = [self._claims[claim] for claim in alignment.claims if claim in self._claims]
        return not claims or not all(_is_word(claim) for claim in claims)

    def fact(self, alignment: Alignment, facet: FacetVerdict | None) -> Fact:
        cells = {id_: self._told(alignment, facet, id_) for id_ in self._articles}
        return Fact(alignment, facet, cells | dict.fromkeys(self._skipped, Told(State.NOT_READ)))

    def _told(self, alignment: Alignment, facet: FacetVerdict | None, article: str) -> Told:
        if article not in alignment.articles:
            return Told(State.NOT_MENTIONED)
        if facet is None:
            return Told(State.STATED)
        said = tuple(sorted(self._values(facet, article), key=lambda one: -one.verdict.gravity))
        if not said:
            return Told(State.WITHOUT_VALUE)
        same = all(one.verdict is Verdict.AGREEMENT for one in said)
        return Told(State.STATED if same else State.DIFFERENTLY_STATED, said)

    def _values(self, facet: FacetVerdict, article: str) -> Iterator[Said]:
        """Each value that the article states, once, in its own words."""
        widest = _widest(facet)
        for value in facet.values:
            mention = next((one for one in value.mentions if one.article == article), None)
            if mention is not None:
                verdict = Verdict.AGREEMENT if value is widest else self._verdict(facet, widest.mentions[0], value.mentions[0])
                yield Said(self._words(facet, value, mention), mention.claim, mention.source, verdict)

    def _verdict(self, facet: FacetVerdict, one: FacetMention, other: FacetMention) -> Verdict:
        """On two of the facet's values, which may be less grave than the facet's own; that one where they are no longer at hand."""
        if len(facet.values) == 2:
            return facet.verdict  # of these two, wherever they stand; their first mentions alone, two headlines, may be found less grave
        left, right = self._statement(facet, one), self._statement(facet, other)
        if left is None or right is None or not comparable(left, right):
            return facet.verdict
        return compare(left, right).verdict

    def _statement(self, facet: FacetVerdict, mention: FacetMention) -> Statement | None:
        claim, article = self._claims.get(mention.claim), self._articles.get(mention.article)
        return _found(facet.facet, claim, article, mention) if claim and article else None

    def _words(self, facet: FacetVerdict, value: FacetValue, mention: FacetMention) -> str:
        """With a "not" where it is negated or denied."""
        claim = self._claims.get(mention.claim)
        if facet.facet is Facet.POLARITY:
            negated = value.value == "negated"
        else:
            negated = facet.rule.endswith(".denied") and claim is not None and is_negated(claim)
        return f"not {visible(mention.text)}" if negated else visible(mention.text)


def _widest(facet: FacetVerdict) -> FacetValue:
    """The value that most origins state, then most articles; the first of those."""
    return max(facet.values, key=lambda value: (value.origins, len({mention.article for mention in value.mentions})))


def _found(facet: Facet, claim: Claim, article: Article, mention: FacetMention) -> Statement | None:
    statements = (one for (kind, _), slot in slots_of((claim,), {article.id: article}).items() if kind is facet for one in slot)
    return next((one for one in statements if one.value is None or one.value.span == mention.span), None)
