"""Who depends on whom, what happened when and what changed, as tables."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.model.codec_values import number
from crosscheck.model.report import Overlap
from crosscheck.model.revision import Revision, Side
from crosscheck.model.sources import Fact, Sources
from crosscheck.model.timeline import Event, Timeline, When
from crosscheck.report.tables.table import Cell, Table, listed, table, valued

_LINK = ("article", "kind", "other", "source", "share", "text", "start", "end", "other_start", "other_end", "origin")
_WHEN = ("from", "until", "granularity", "when", "value")


def sources(found: Sources) -> Table:
    """A row a link: a passage that two articles share, another reason why they are not independent, or a source that an article names."""
    return table(_LINK, _Links(found).all())


class _Links:
    def __init__(self, found: Sources):
        self._found = found
        self._texts = {article.id: article.text for article in found.articles}
        self._origins = {article: origin.id for origin in found.origins for article in origin.articles}

    def all(self) -> Iterator[tuple[Cell, ...]]:
        for overlap in self._found.overlaps:
            yield from self._overlap(overlap)
        for cite in self._found.cites:
            kind = "credits" if cite.credit else "cites_source"
            place: tuple[Cell, ...] = (cite.text, *cite.span) if cite.text else (None, None, None)
            yield (cite.article, kind, listed(cite.cited), cite.source, None, *place, None, None, self._origins.get(cite.article))

    def _overlap(self, overlap: Overlap) -> Iterator[tuple[Cell, ...]]:
        one, other = overlap.articles
        head = (one, overlap.kind, other, overlap.source, number(overlap.share))
        origin = self._origins.get(one)
        if not overlap.passages:
            yield (*head, None, None, None, None, None, origin)
        for passage in overlap.passages:
            words = self._texts[one][passage.a.start : passage.a.end]
            yield (*head, words, *passage.a, *passage.b, origin)


def facts(found: Sources) -> Table:
    """A row a value of a fact: which articles state it, how many origins they are, and how well that bears it out."""
    columns = ("alignment", "question", "fact", "verdict", "two_sources", "fact_origins", "fact_credibility")
    backing = ("facet", "value", "value_text", "articles", "origins", "credibility", "denied")
    return table((*columns, *backing), (row for fact in found.facts or () for row in _backed(fact)))


def _backed(fact: Fact) -> Iterator[tuple[Cell, ...]]:
    head = (fact.alignment, fact.question, fact.text, fact.verdict.value, fact.two_sources, fact.origins, int(fact.credibility))
    if not fact.values:
        yield (*head, None, None, None, listed(fact.articles), None, None, None)
    for value in fact.values:
        stated = (value.facet, valued(value.value), value.text, listed(value.articles))
        yield (*head, *stated, value.origins, int(value.credibility), value.denied)


def timeline(found: Timeline) -> Table:
    """A row a time that a claim gives an event, in order; one for an event that nobody dates. `event` is the claim that words it."""
    columns = ("event", *_WHEN, "text", "article", "start", "end", "alignment", "question", "origins", "verdict", "modality", "polarity", "sources")
    dating = ("dated_by", "dated_in", "dated_as")
    return table((*columns, *dating), (row for event in (*found.events, *found.undated) for row in _dated(event)))


def _dated(event: Event) -> Iterator[tuple[Cell, ...]]:
    told = (event.alignment, event.question, event.origins, event.verdict.value, event.modality.value, event.polarity.value, listed(event.sources))
    head = (event.claim, *_when(event.when), event.text, event.article, *event.span, *told)
    if not event.datings:
        yield (*head, None, None, None)
    for dating in event.datings:
        yield (*head, dating.claim, dating.article, dating.text)


def _when(when: When | None) -> tuple[Cell, ...]:
    return (when.since, when.until, when.granularity.value, when.text, when.value) if when else (None,) * len(_WHEN)


def diff(found: Revision) -> Table:
    """A row a change."""
    columns = (
        "kind",
        "aspect",
        "before",
        "after",
        "verdict",
        "rule",
        "reason",
        "old_text",
        "old_start",
        "old_end",
        "new_text",
        "new_start",
        "new_end",
    )
    rows = (
        (
            *(change.kind.value, change.aspect.value, change.before, change.after),
            *(change.verdict.value if change.verdict else None, change.rule, change.reason),
            *_side(change.old),
            *_side(change.new),
        )
        for change in found.changes
    )
    return table(columns, rows)


def _side(side: Side | None) -> tuple[Cell, ...]:
    return (side.text, *side.span) if side else (None, None, None)
