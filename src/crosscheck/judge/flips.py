"""What is the smallest change of the articles that would change an alignment's verdict?

Nothing is guessed: the words of a value are replaced by another's or by the next value, a claim is negated, planned or taken out of its source's
mouth, the alignment is judged anew on the changed text, and what changes the verdict is kept. A change of one article goes before one of several,
and a value before all else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, islice

from crosscheck.judge.othervalue import others
from crosscheck.judge.rewriting import negated, rewritten
from crosscheck.model.article import Article
from crosscheck.model.claim import Argument, Claim, Facet, Modality, Polarity, Quantity, Span, Time
from crosscheck.model.explanation import Change, Kind
from crosscheck.model.report import Alignment, FacetMention, FacetVerdict
from crosscheck.values import dataclass

TRIED = 150  # changes at most: an alignment of a hundred claims is judged anew for each
Value = Quantity | Time | Argument
Articles = Mapping[str, Article]
Judge = Callable[[Sequence[Claim], Articles], Alignment]


@dataclass(frozen=True, slots=True)
class _Try:
    """A change before it is known what comes of it: the claims that it changes as they would be, and words for places of articles."""

    kind: Kind
    claims: tuple[Claim, ...]
    edits: tuple[tuple[str, Span, str], ...] = ()
    facet: Facet | None = None
    old: str | None = None
    new: str | None = None


def flips_of(alignment: Alignment, claims: Sequence[Claim], articles: Articles, judge: Judge) -> tuple[Change, ...]:
    """The smallest change of each kind that changes the verdict, smallest first.

    `claims` are those of the alignment; `judge` gives the alignment of claims and articles, some of them changed.
    """
    found: dict[Kind, Change] = {}
    if judge(claims, articles).verdict is not alignment.verdict:  # an alignment that was narrowed since: nothing can be told
        return ()
    by_id = {claim.id: claim for claim in claims}
    for one in islice(_in_order(alignment, by_id), TRIED):
        if one.kind not in found:
            judged = judge(*_after(one, claims, articles))
            if judged.verdict is not alignment.verdict:
                found[one.kind] = _change(one, judged)
    return tuple(sorted(found.values(), key=lambda change: (len(change.articles), list(Kind).index(change.kind))))


def _after(one: _Try, claims: Sequence[Claim], articles: Articles) -> tuple[list[Claim], Articles]:
    """Claims and articles as they would be; the last words of an article are replaced first, so that the places of the others hold."""
    changed = {claim.id: claim for claim in claims} | {claim.id: claim for claim in one.claims}
    texts = dict(articles)
    for id_, place, new in sorted(one.edits, key=lambda edit: edit[1], reverse=True):
        own = [claim for claim in changed.values() if claim.article == id_]
        texts[id_], moved = rewritten(texts[id_], own, place, new)
        changed |= {claim.id: claim for claim in moved}
    if one.kind is Kind.NEGATION:
        (claim,) = one.claims
        own = [other for other in changed.values() if other.article == claim.article]
        before = replace(claim, polarity=Polarity.AFFIRMED if claim.polarity is Polarity.NEGATED else Polarity.NEGATED)
        texts[claim.article], moved = negated(texts[claim.article], own, before)
        changed |= {other.id: other for other in moved}
    return [changed[claim.id] for claim in claims], texts


def _change(one: _Try, judged: Alignment) -> Change:
    articles = tuple(dict.fromkeys(claim.article for claim in one.claims))
    deciding = [facet for facet in judged.facets if facet.verdict is judged.verdict]
    rule = next((facet.rule for facet in sorted(deciding, key=lambda facet: facet.facet is not one.facet)), None)
    return Change(one.kind, one.facet, articles, tuple(claim.id for claim in one.claims), one.old, one.new, judged.verdict, rule)


def _in_order(alignment: Alignment, claims: Mapping[str, Claim]) -> Iterator[_Try]:
    """Changes of one claim or of one article first."""
    facets = [facet for facet in alignment.facets if facet.verdict is alignment.verdict] or list(alignment.facets)
    decisive = dict.fromkeys(mention.claim for facet in facets for value in facet.values for mention in value.mentions)
    yield from (one for facet in facets for one in _values(facet, claims))
    for claim in (claims[id_] for id_ in decisive):
        yield from _attributions(claim)
        other = Polarity.AFFIRMED if claim.polarity is Polarity.NEGATED else Polarity.NEGATED
        yield _Try(Kind.NEGATION, (replace(claim, polarity=other),), old=claim.polarity.value, new=other.value)
        mode = Modality.PLANNED if claim.modality is Modality.ACTUAL else Modality.ACTUAL
        yield _Try(Kind.MODALITY, (replace(claim, modality=mode),), old=claim.modality.value, new=mode.value)


def _attributions(claim: Claim) -> Iterator[_Try]:
    if claim.attribution:
        source = claim.attribution[0].source
        yield _Try(Kind.ATTRIBUTION, (replace(claim, attribution=()),), old=source.text if source else None)


def _values(facet: FacetVerdict, claims: Mapping[str, Claim]) -> Iterator[_Try]:
    """A value of one article by each other value, then all mentions of a value; where there is one value only, a value that nobody states."""
    ordered = sorted(facet.values, key=lambda value: len(value.mentions))
    for whole in (False, True):
        for value in ordered:
            for mentions in _by_article(value.mentions) if not whole else [value.mentions]:
                for new in _new_values(facet, mentions[0], claims):
                    yield from _replaced(facet.facet, mentions, new, claims)


def _by_article(mentions: Sequence[FacetMention]) -> list[Sequence[FacetMention]]:
    ordered = sorted(mentions, key=lambda mention: mention.article)
    return [list(group) for _, group in groupby(ordered, key=lambda mention: mention.article)]


def _new_values(facet: FacetVerdict, mention: FacetMention, claims: Mapping[str, Claim]) -> Iterator[Value]:
    own = _stated(facet.facet, claims[mention.claim], mention.span)
    if own is None:
        return
    for value in facet.values:
        first = value.mentions[0]
        if mention not in value.mentions:
            found = _stated(facet.facet, claims[first.claim], first.span)
            if found is not None:
                yield found
    if len(facet.values) == 1 or facet.verdict.gravity > 0:
        yield from others(own)


def _replaced(facet: Facet, mentions: Sequence[FacetMention], new: Value, claims: Mapping[str, Claim]) -> Iterator[_Try]:
    changed: dict[str, Claim] = {}
    for mention in mentions:
        changed[mention.claim] = _with(changed.get(mention.claim, claims[mention.claim]), facet, mention.span, new)
    if any(changed[id_] != claims[id_] for id_ in changed):
        old = _stated(facet, claims[mentions[0].claim], mentions[0].span)
        edits = tuple((article, span, new.text) for article, span in dict.fromkeys((mention.article, mention.span) for mention in mentions))
        yield _Try(Kind.VALUE, tuple(changed.values()), edits, facet, *_told(old, new))


def _told(old: Value | None, new: Value) -> tuple[str, str]:
    """The words of both; of two times in the same words ("last year") what they stand for as well."""
    if isinstance(old, Time) and isinstance(new, Time) and old.text == new.text:
        return f"{old.text} ({old.value})", f"{new.text} ({new.value})"
    return (old.text if old else ""), new.text


def _stated(facet: Facet, claim: Claim, span: Span) -> Value | None:
    """What the claim states there; None for polarity, which has no value of its own."""
    values: tuple[Value, ...] = claim.quantities if facet is Facet.QUANTITY else claim.times if facet is Facet.TIME else claim.of(facet)
    return next((value for value in values if value.span == span), None)


def _with(claim: Claim, facet: Facet, span: Span, new: Value) -> Claim:
    """The claim with another value at that place."""
    if isinstance(new, Quantity):
        return replace(claim, quantities=tuple(_moved(new, q) if q.span == span else q for q in claim.quantities))
    if isinstance(new, Time):
        return replace(claim, times=tuple(replace(new, span=span, of=t.of) if t.span == span else t for t in claim.times))
    arguments = (replace(new, span=span, slot=a.slot) if a.span == span and a.facet is facet else a for a in claim.arguments)
    return replace(claim, arguments=tuple(arguments))


def _moved(new: Quantity, old: Quantity) -> Quantity:
    """The number alone: what it counts stays what this claim counts."""
    return replace(new, span=old.span, of=old.of, attribute=old.attribute)
