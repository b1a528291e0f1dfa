"""What stands in those sentences of one version that belong together?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TypeVar

from crosscheck.judge.circumstances import plain
from crosscheck.model.article import Article
from crosscheck.model.claim import Argument, Attribution, Claim, Extract, Facet, Predicate, Quantity, Span, Time
from crosscheck.model.revision import Aspect, Change, Kind, Side
from crosscheck.model.verdict import Finding, Statement
from crosscheck.values import dataclass

T = TypeVar("T")


@dataclass(frozen=True)
class Part:
    """Some sentences of a version and all that was found in them, in text order."""

    article: Article
    extract: Extract
    spans: tuple[Span, ...]

    def holds(self, span: Span) -> bool:
        return any(one.holds(span) for one in self.spans)

    def context(self, span: Span) -> Span:
        return next((one for one in self.spans if one.touches(span)), span)

    def side(self, span: Span) -> Side:
        return Side(self.article.text[span.start : span.end], span, self.context(span))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.extract.claims if self.holds(claim.predicate.span))

    @cached_property
    def times(self) -> tuple[Time, ...]:
        return tuple(time for time in self.extract.times if self.holds(time.span))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Without those that are a part of a time ("three days", "31 March")."""
        found = (quantity for quantity in self.extract.quantities if self.holds(quantity.span))
        return tuple(quantity for quantity in found if not any(time.span.touches(quantity.span) for time in self.times))

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """Those whose source or cue stands here."""
        return tuple(one for one in self.extract.attributions if any(m and self.holds(m.span) for m in (one.source, one.cue)))

    @cached_property
    def names(self) -> tuple[Argument, ...]:
        """Every name once, by its entity; not those inside a time or number."""
        other = [*(time.span for time in self.times), *(quantity.span for quantity in self.quantities)]
        found = sorted(
            (m.span, m.text, one) for one in self.extract.entities if one.type for m in one.mentions if self.holds(m.span) and _is_name(m.text)
        )
        kept = {one.entity: (span, text, one) for span, text, one in reversed(found) if not any(span.touches(taken) for taken in other)}
        return tuple(Argument(Facet.AGENT, text, span, text, one.entity, one.type) for span, text, one in sorted(kept.values()))

    def statement(self, facet: Facet, value: Quantity | Time | Argument) -> Statement:
        """The value with the claim that holds it, or with its sentence in a claim's stead."""
        around = (claim for claim in self.claims if claim.span.holds(value.span))
        claim = next((c for c in self.claims if value in (*c.quantities, *c.times, *c.arguments)), None) or next(around, None)
        return Statement(facet, claim or self._stub(value.span), self.article, value)

    def _stub(self, span: Span) -> Claim:
        context = self.context(span)
        text = self.article.text[context.start : context.end]
        return Claim(f"{self.article.id}:{context.start}", self.article.id, text, context, 0, Predicate("", "", Span(context.start, context.start)))


def _is_name(text: str) -> bool:
    return any(word[:1].isupper() or word[:1].isdigit() for word in text.split())


def changed(aspect: Aspect, old: Side, new: Side, finding: Finding | None = None, words: tuple[str, str] | None = None) -> Change:
    """`words` name the two values where the text alone does not."""
    one, other = words or (plain(old.text), plain(new.text))
    rule, verdict = (finding.rule, finding.verdict) if finding else (None, None)
    return Change(Kind.CHANGED, aspect, old, new, f"The {aspect} was “{one}” and is now “{other}”.", one, other, verdict, rule)


def gone(aspect: Aspect, old: Side) -> Change:
    words = plain(old.text)
    return Change(Kind.VANISHED, aspect, old, None, f"The {aspect} “{words}” is no longer there.", None if aspect is Aspect.STATEMENT else words)


def come(aspect: Aspect, new: Side) -> Change:
    words = plain(new.text)
    return Change(Kind.APPEARED, aspect, None, new, f"The {aspect} “{words}” is new.", None, None if aspect is Aspect.STATEMENT else words)


def unmatched(old: Sequence[T], new: Sequence[T], same: Callable[[T, T], bool]) -> tuple[list[T], list[T]]:
    """What is left of both when each is crossed out against the first that is the same."""
    left, right = [], list(new)
    for one in old:
        twin = next((other for other in right if same(one, other)), None)
        if twin is None:
            left.append(one)
        else:
            right.remove(twin)
    return left, right


def matched(old: Sequence[T], new: Sequence[T], likeness: Callable[[T, T], float]) -> list[tuple[T, T]]:
    """Pairs of a positive likeness, the likest first; each thing once."""
    scored = sorted(((likeness(one, other), -i, -j) for i, one in enumerate(old) for j, other in enumerate(new)), reverse=True)
    ones: set[int] = set()
    others: set[int] = set()
    pairs = []
    for score, i, j in scored:
        if score > 0 and i not in ones and j not in others:
            ones.add(i)
            others.add(j)
            pairs.append((old[-i], new[-j]))
    return pairs
