"""What articles state, as tables: a row a value of a claim, or a row a thing found in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from crosscheck.model.article import Article
from crosscheck.model.claim import Argument, Claim, Entity, Extract, Facet, Quantity, Time
from crosscheck.model.codec_values import number
from crosscheck.report.tables.table import ABOUT, Cell, Table, about, listed, table

_CLAIM = ("claim", "article", *ABOUT, "section", "sentence", "text", "start", "end", "predicate", "lemma", "topics", "polarity", "modality")
_SAID = ("source", "cue", "stance", "anonymous", "hedged")
_VALUE = ("facet", "words", "words_start", "words_end", "value", "mod", "low", "high", "unit", "of", "from", "until")


def claims(articles: Sequence[Article], claims: Sequence[Claim]) -> Table:
    """A row a value that a claim states: a participant, a place, a quantity, a time; one for a claim that states none."""
    known = {article.id: article for article in articles}
    rows = ((*_claim(claim, known.get(claim.article)), *_said(claim), *value) for claim in claims for value in _values(claim))
    return table((*_CLAIM, *_SAID, *_VALUE), rows)


def _claim(claim: Claim, article: Article | None) -> tuple[Cell, ...]:
    place = (claim.section, claim.sentence, claim.text, *claim.span)
    predicate = (claim.predicate.text, claim.predicate.lemma)
    return (claim.id, claim.article, *about(article), *place, *predicate, listed(claim.topics), claim.polarity.value, claim.modality.value)


def _said(claim: Claim) -> tuple[Cell, ...]:
    """The nearest of its sources; nothing where the article says it in its own voice."""
    if not claim.attribution:
        return (None,) * len(_SAID)
    said = claim.attribution[0]
    source = said.speaker or (said.source.text if said.source else None)
    return (source, said.cue.text if said.cue else None, said.stance.value, said.anonymous, said.hedged)


def _values(claim: Claim) -> Iterator[tuple[Cell, ...]]:
    found = [*map(_argument, claim.arguments), *map(_quantity, claim.quantities), *map(_time, claim.times)]
    yield from found or [(None,) * len(_VALUE)]


def _argument(argument: Argument) -> tuple[Cell, ...]:
    return (argument.facet.value, argument.text, *argument.span, argument.entity or argument.head, *(None,) * 7)


def _quantity(quantity: Quantity) -> tuple[Cell, ...]:
    size = (number(quantity.value), quantity.mod, number(quantity.low), number(quantity.high), quantity.unit, quantity.of)
    return (Facet.QUANTITY.value, quantity.text, *quantity.span, *size, None, None)


def _time(time: Time) -> tuple[Cell, ...]:
    return (Facet.TIME.value, time.text, *time.span, time.value, time.mod, None, None, None, time.of, time.since, time.until)


def inspect(articles: Sequence[Article], extracts: Mapping[str, Extract]) -> Table:
    """A row a sentence, name, quantity, time, attribution and claim, in the order of the text."""
    columns = ("article", *ABOUT, "kind", "text", "start", "end", "type", "value")
    found = (((article.id, *about(article)), row) for article in articles for row in _found(article, extracts[article.id]))
    return table(columns, ((*head, *row) for head, row in found))


_Part = tuple[str, str, int, int, Cell, Cell]


def _found(article: Article, extract: Extract) -> list[_Part]:
    cut = article.text
    sentences: Iterator[_Part] = (("sentence", cut[span.start : span.end], *span, None, None) for span in extract.sentences)
    quantities: Iterator[_Part] = (("quantity", one.text, *one.span, one.unit or one.of, number(one.value)) for one in extract.quantities)
    times: Iterator[_Part] = (("time", one.text, *one.span, one.type, one.value) for one in extract.times)
    claims: Iterator[_Part] = (("claim", one.text, *one.span, one.predicate.lemma, one.id) for one in extract.claims)
    parts = chain(sentences, chain.from_iterable(map(_mentions, extract.entities)), quantities, times, _sources(extract), claims)
    return sorted(parts, key=lambda row: (row[2], -row[3], row[0]))


def _mentions(entity: Entity) -> Iterator[_Part]:
    return (("name", mention.text, *mention.span, entity.type, entity.entity) for mention in entity.mentions)


def _sources(extract: Extract) -> Iterator[_Part]:
    """Who says something; what is said with a cue alone ("reportedly") stands at the cue."""
    for said in extract.attributions:
        place = said.source or said.cue
        if place:
            yield ("attribution", place.text, *place.span, said.stance.value, said.speaker)
