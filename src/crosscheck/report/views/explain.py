"""Why were these claims aligned, what decided the verdict, and what would change it?"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.model.claim import Claim, Modality, Polarity
from crosscheck.model.explanation import Change, Explanation, Kind, Link
from crosscheck.model.report import FacetVerdict, Report
from crosscheck.report.format import Look
from crosscheck.report.quotes import isolated, visible
from crosscheck.report.rows import BLANK, Cell, Piece, Row, cells_of, hanging, row
from crosscheck.report.theme import SYMBOLS
from crosscheck.report.views.sources import Shelf, sayers

_LINKS = 6  # of a large alignment; JSON has them all
_VOTES = 8  # of a link, the weightiest
_NUMBERS = "{:>6} × {:<5} {:>6}"
_QUOTES = 2  # lines


def explain(explanation: Explanation, report: Report, look: Look) -> Iterator[Row]:
    """The claims, then the links with their features, then the facets with their rules, then the changes that would flip the verdict."""
    view = _View(report, look)
    yield from view.head(explanation)
    yield from view.links(explanation)
    if explanation.alignment is not None:
        yield from view.facets(explanation.alignment.facets)
        yield from view.flips(explanation)


class _View:
    def __init__(self, report: Report, look: Look):
        self.look = look
        self.shelf = Shelf(report.articles, look)
        self.claims = {claim.id: claim for claim in report.claims}

    def head(self, explanation: Explanation) -> Iterator[Row]:
        alignment = explanation.alignment
        if alignment is None:
            yield row(Piece("No other claim was put beside this one.", "title"), right=(Piece(explanation.id, "muted"),))
            yield from self._quoted(self.claims[explanation.id])
            return
        mark = Piece(SYMBOLS[alignment.verdict], alignment.verdict.value)
        yield hanging(mark, Piece(visible(alignment.question), "question"), right=(Piece(alignment.id, "muted"),))
        for claim in alignment.claims:
            yield from self._quoted(self.claims[claim])

    def _quoted(self, claim: Claim) -> Iterator[Row]:
        where = self.shelf.where(claim.article, claim.span)
        quote = self.shelf.quote(claim.article, claim.predicate.span, claim.span, _QUOTES * self.look.width - 40)
        yield row(where, ", ", Piece(visible(sayers(claim.attribution)), "source"), right=(Piece(claim.id, "muted"),), indent=2)
        yield row(*quote, indent=4)

    # why they were put together

    def links(self, explanation: Explanation) -> Iterator[Row]:
        yield BLANK
        alone = explanation.alignment is None
        yield row(Piece("The claims that come nearest" if alone else "Why they were put together: the best link of each claim", "title"))
        for link in explanation.links[:_LINKS]:
            yield from self._link(link)
        if len(explanation.links) > _LINKS:
            yield row(Piece(f"… and {len(explanation.links) - _LINKS} more links, in --format json", "muted"), indent=2)
        if not explanation.links:
            yield row(Piece("None: there is no other claim.", "muted"), indent=2)

    def _link(self, link: Link) -> Iterator[Row]:
        one, other = (self.claims[id_] for id_ in link.claims)
        places = f"{self.shelf.place(one.article, one.span)} and {self.shelf.place(other.article, other.span)}"
        yield row(Piece(places, "where"), f": {link.likelihood:.0%} likely one event", right=(Piece("value × weight", "muted"),), indent=2)
        for vote in link.votes[:_VOTES]:
            numbers = _NUMBERS.format(f"{vote.value:.2f}", f"{vote.weight:.2f}", f"{vote.contribution:+.2f}")
            yield self._vote(visible(vote.words), numbers)
        rest = sum(vote.contribution for vote in link.votes[_VOTES:])
        if len(link.votes) > _VOTES:
            yield self._vote(f"{len(link.votes) - _VOTES} more", f"{rest:+.2f}")
        yield self._vote("two claims that have nothing in common", f"{link.bias:+.2f}")

    def _vote(self, words: str, numbers: str) -> Row:
        room = max(20, self.look.width - 26)
        right = f"{numbers:>22}"
        return Row((Cell((Piece(isolated(words)),), room), Cell((Piece(right, "muted"),), cells_of(right))), 4, gutter=0)

    # what decided

    def facets(self, facets: tuple[FacetVerdict, ...]) -> Iterator[Row]:
        yield BLANK
        yield row(Piece("What decided", "title"))
        for facet in facets:
            name = f"{facet.facet} ({visible(facet.label)})" if facet.label else facet.facet.value
            values = " / ".join(isolated(visible(value.text)) for value in facet.values[:4])
            mark = Piece(SYMBOLS[facet.verdict], facet.verdict.value)
            yield hanging(mark, Piece(name, "value"), f": {values}", indent=2, right=(Piece(f"{facet.rule} {facet.confidence:.2f}", "muted"),))
            yield row(Piece(visible(facet.reason), "reason"), indent=4)
        if not facets:
            yield row(Piece("No facet is stated by two of the claims.", "muted"), indent=2)

    # what would change it

    def flips(self, explanation: Explanation) -> Iterator[Row]:
        yield BLANK
        yield row(Piece("What would change the verdict", "title"))
        for change in explanation.flips:
            yield hanging(Piece(SYMBOLS[change.verdict], change.verdict.value), sentence(change, self.shelf, self.claims), indent=2)
        if not explanation.flips:
            yield row(Piece("No change of one value, source, negation or plan alone.", "muted"), indent=2)


def sentence(change: Change, shelf: Shelf, claims: dict[str, Claim]) -> str:
    """ "If 002 ¶7 said “10” instead of “12”, the verdict would be agreement (quantity.same)."."""
    places = list(dict.fromkeys(shelf.place(claims[id_].article, claims[id_].span) for id_ in change.claims))
    who = " and ".join(places) if len(places) < 4 else f"{', '.join(places[:3])} and {len(places) - 3} more places"
    then = f"the verdict would be {change.verdict.value.replace('_', ' ')} ({change.rule})" if change.rule else "nothing would be left to compare"
    return f"If {who} {_done(change)}, {then}."


def _done(change: Change) -> str:
    if change.kind is Kind.VALUE:
        return f"said “{visible(change.new or '')}” instead of “{visible(change.old or '')}”"
    if change.kind is Kind.ATTRIBUTION:
        return f"said so in its own voice and not as the words of {visible(change.old or 'somebody')}"
    if change.kind is Kind.NEGATION:
        return "said that it was not so" if change.new == Polarity.NEGATED else "affirmed what it negates"
    return "spoke of a plan" if change.new == Modality.PLANNED else "spoke of it as done"
