"""What was found, as a reader of the page meets it: the question, the values side by side, who says each in which words, and why?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from crosscheck.independence.origins import Origins
from crosscheck.judge.catalogue import Entry, entries
from crosscheck.judge.interest import is_news
from crosscheck.judge.wording import is_only_worded
from crosscheck.model.claim import Claim, Facet, Span
from crosscheck.model.report import Alignment, FacetMention, FacetValue, FacetVerdict, Report
from crosscheck.model.verdict import Verdict
from crosscheck.report.findings import is_denied, parts
from crosscheck.report.handles import handle_length
from crosscheck.report.html.reader import Reader, Ref
from crosscheck.report.quotes import Quote, quote_of, visible
from crosscheck.report.rows import counted, with_counts
from crosscheck.report.theme import NAMES, SYMBOLS
from crosscheck.report.views.sources import called, tie
from crosscheck.report.views.values import facet_name
from crosscheck.values import dataclass

_ROOM = 240  # characters of a quote: three lines of a column
_MENTIONS = 3  # of one value, before the rest is folded


@dataclass(frozen=True, slots=True)
class Place:
    """Where in an article: "001 ¶7", and the anchor of the words, None where the page does not have them."""

    words: str
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a value in their clause, where they stand and who says so; `source` None is the article in its own voice."""

    quote: Quote | None
    place: Place
    source: str | None


@dataclass(frozen=True, slots=True)
class Value:
    """One of the values of a facet: the first few that say it, and the others."""

    text: str
    negated: bool
    origins: str
    said: tuple[Said, ...]
    more: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class FacetShown:
    """A facet with its verdict and the rule that decided, explained where the catalogue has it."""

    name: str
    verdict: Verdict
    symbol: str
    reason: str
    rule: str
    entry: Entry | None
    confidence: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """An alignment. `facets` are those that decide, `others` the rest; `topics`, `kinds` and `members` are what it is filtered by."""

    number: int
    id: str
    verdict: Verdict
    symbol: str
    question: str
    handle: str
    origins: str
    confidence: str
    topics: tuple[str, ...]
    kinds: tuple[str, ...]
    members: tuple[tuple[str, str], ...]
    facets: tuple[FacetShown, ...]
    others: tuple[FacetShown, ...]
    notes: tuple[str, ...]

    @property
    def anchor(self) -> str:
        return f"f{self.number}"

    @property
    def also(self) -> tuple[str, ...]:
        """The facets beside those that decide, each name once."""
        return tuple(with_counts(f"{facet.symbol} {facet.name}" for facet in self.others))

    @property
    def agreed(self) -> tuple[tuple[str, str], ...]:
        """What an agreement is about: each facet with its first value; whether it happened at all only where nothing else is shared."""
        if self.verdict is not Verdict.AGREEMENT:
            return ()
        facets = [facet for facet in self.facets if facet.values and facet.name != Facet.POLARITY] or self.facets
        return tuple((facet.name, facet.values[0].text) for facet in facets if facet.values)


@dataclass(frozen=True, slots=True)
class Once:
    """A claim that no other was laid beside."""

    text: str
    place: Place
    topics: tuple[str, ...]
    member: str


@dataclass(frozen=True, slots=True)
class Group:
    """All findings of one verdict, gravest first; those after the first `telling` are minor."""

    verdict: Verdict
    symbol: str
    title: str
    findings: tuple[Finding, ...]
    telling: int


class Findings:
    """Makes the findings of a report and marks their words in its articles."""

    def __init__(self, report: Report, reader: Reader):
        self.report = report
        self.reader = reader
        self.origins = Origins(report.overlaps)
        self.claims = {claim.id: claim for claim in report.claims}
        self.texts = {article.id: article.text for article in report.articles}
        self.letters = handle_length([*(one.id for one in report.alignments), *self.claims])
        self.catalogue = {entry.id: entry for entry in entries()}

    def groups(self) -> tuple[Group, ...]:
        news = [alignment for alignment in self.report.alignments if alignment.verdict is not Verdict.SINGLE_SOURCE and self._is_news(alignment)]
        ordered = sorted(news, key=lambda alignment: (alignment.verdict.gravity, is_only_worded(alignment)))
        worded = sum(map(is_only_worded, ordered))
        found = [self._finding(alignment, number) for number, alignment in enumerate(ordered, 1)]
        by_verdict = [(verdict, [one for one in found if one.verdict is verdict]) for verdict in Verdict if verdict is not Verdict.SINGLE_SOURCE]
        return tuple(_group(verdict, findings, worded if verdict is Verdict.COMPATIBLE else 0) for verdict, findings in by_verdict)

    def _is_news(self, alignment: Alignment) -> bool:
        return is_news(alignment, [self.claims[claim] for claim in alignment.claims if claim in self.claims])

    def once(self) -> tuple[Once, ...]:
        """What nobody else speaks of, in the order of the articles."""
        told_often = {claim for one in self.report.alignments if one.verdict is not Verdict.SINGLE_SOURCE for claim in one.claims}
        alone = [claim for claim in self.report.claims if claim.id not in told_often and not claim.is_mention]
        order = {article.id: number for number, article in enumerate(self.report.articles)}
        return tuple(map(self._once, sorted(alone, key=lambda claim: (order.get(claim.article, 0), claim.span))))

    def _once(self, claim: Claim) -> Once:
        words = self.reader.shelf.place(claim.article, claim.span)
        anchor = self.reader.paragraph(claim.article, claim.span)
        return Once(visible(claim.text), Place(words, anchor), claim.topics, self.reader.anchor(claim.article) or "")

    def place(self, article: str, span: Span, role: str, ref: Ref | None = None) -> Place:
        """Marks the words, and says where they are."""
        return Place(self.reader.shelf.place(article, span), self.reader.mark(article, span, role, ref))

    # a finding

    def _finding(self, alignment: Alignment, number: int) -> Finding:
        ref = self._ref(alignment, number)
        decides = [facet for facet in alignment.facets if facet.verdict is alignment.verdict]
        others = [facet for facet in alignment.facets if facet.verdict is not alignment.verdict]
        return Finding(
            number,
            alignment.id,
            alignment.verdict,
            SYMBOLS[alignment.verdict],
            visible(alignment.question),
            alignment.id[: self.letters],
            counted(alignment.origins, "origin"),
            f"{alignment.confidence:.2f}",
            alignment.topics,
            tuple(dict.fromkeys(facet.facet.value for facet in alignment.facets)),
            self.reader.members(alignment.articles),
            tuple(self._facet(facet, ref) for facet in decides),
            tuple(self._facet(facet, ref) for facet in others),
            tuple(self._notes(decides)) if alignment.verdict is Verdict.CONTRADICTION else (),
        )

    def _ref(self, alignment: Alignment, number: int) -> Ref:
        verdict = alignment.verdict
        name = f"finding {number}, {NAMES[verdict][0]}: {visible(alignment.question)}"
        return Ref(f"f{number}", f"{SYMBOLS[verdict]}{number}", name, verdict.value, verdict.gravity)

    def _facet(self, facet: FacetVerdict, ref: Ref) -> FacetShown:
        return FacetShown(
            facet_name(facet),
            facet.verdict,
            SYMBOLS[facet.verdict],
            visible(facet.reason),
            facet.rule,
            self.catalogue.get(facet.rule),
            f"{facet.confidence:.2f}",
            tuple(self._value(facet, value, ref) for value in facet.values),
        )

    def _value(self, facet: FacetVerdict, value: FacetValue, ref: Ref) -> Value:
        said = [self._said(mention, ref) for mention in _one_an_article_first(value.mentions)]
        origins = counted(value.origins, "origin")
        return Value(visible(value.text), is_denied(facet, value, self.claims), origins, tuple(said[:_MENTIONS]), tuple(said[_MENTIONS:]))

    def _said(self, mention: FacetMention, ref: Ref) -> Said:
        claim = self.claims.get(mention.claim)
        place = self.place(mention.article, mention.span, ref.role, ref)
        source = visible(called(mention.source)) if mention.source else None
        if place.anchor is None:
            return Said(Quote("", visible(mention.text), "") if mention.text else None, place, source)
        return Said(quote_of(self.texts[mention.article], mention.span, claim.span if claim else mention.span, _ROOM), place, source)

    def _notes(self, facets: Sequence[FacetVerdict]) -> Iterator[str]:
        """Says so when articles that differ are one origin."""
        for pair in dict.fromkeys(overlap.articles for overlap in self.report.overlaps):
            if self.origins.count(pair) == 1 and any(parts(facet, pair) for facet in facets):
                ties = dict.fromkeys(tie(overlap) for overlap in self.report.overlaps if overlap.articles == pair)
                a, b = map(self.reader.shelf.label, pair)
                yield f"{a} and {b} are one origin, not two witnesses: {', '.join(ties)}."


def rules_of(groups: Iterable[Group]) -> tuple[Entry, ...]:
    """The rules that decided anything on the page, in the order of the catalogue."""
    used = {facet.rule for group in groups for finding in group.findings for facet in (*finding.facets, *finding.others)}
    return tuple(entry for entry in entries() if entry.id in used)


def _group(verdict: Verdict, findings: Sequence[Finding], worded: int) -> Group:
    return Group(verdict, SYMBOLS[verdict], counted(len(findings), *NAMES[verdict]), tuple(findings), len(findings) - worded)


def _one_an_article_first(mentions: Sequence[FacetMention]) -> list[FacetMention]:
    """The first mention of each article and speaker, then all others."""
    first: dict[tuple[str, str | None], FacetMention] = {}
    for mention in mentions:
        first.setdefault((mention.article, mention.source), mention)
    leading = dict.fromkeys(first.values())
    return [*leading, *(mention for mention in dict.fromkeys(mentions) if mention not in leading)]
