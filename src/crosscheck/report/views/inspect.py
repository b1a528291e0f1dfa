"""What does the tool see in an article? Every sentence with its marks, and what was read from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Extract, Span
from crosscheck.report.format import Look
from crosscheck.report.quotes import isolated, visible
from crosscheck.report.rows import BLANK, Cell, Piece, Row, counted, headed, row
from crosscheck.report.theme import ENTITY_ROLES
from crosscheck.report.views.sources import Shelf, sayers, titled
from crosscheck.report.views.values import joined, quantity, time, values_of

Mark = tuple[Span, str]

LEGEND = ("quantity", "time", "person", "organisation", "location", "name", "said_by", "cue", "predicate")


def inspect(articles: Sequence[Article], extracts: Mapping[str, Extract], look: Look) -> Iterator[Row]:
    """Article by article, sentence by sentence."""
    shelf = Shelf(articles, look)
    found = [extracts[article.id] for article in articles]
    sentences, claims = sum(len(one.sentences) for one in found), sum(not claim.is_mention for one in found for claim in one.claims)
    yield headed("inspect", counted(len(articles), "article"), counted(sentences, "sentence"), counted(claims, "claim"))
    if look.color:
        yield _legend()
    for article in articles:
        yield BLANK
        yield row(shelf.named(article.id), "  ", Piece(titled(article), "title"))
        yield from _article(article, extracts[article.id], shelf)


def _legend() -> Row:
    return row(*(piece for role in LEGEND for piece in (Piece(role.replace("said_by", "speaker"), role), Piece("  "))))


def _article(article: Article, extract: Extract, shelf: Shelf) -> Iterator[Row]:
    marks = marks_of(extract)
    for number, span in enumerate(extract.sentences):
        yield BLANK
        pieces = tuple(marked(article.text, span, [mark for mark in marks if mark[0].touches(span)]))
        yield Row((Cell((Piece(f"{number + 1}.", "muted", shelf.link(article.id, span)),), 4), Cell(pieces)))
        own = claims_in(extract, number)
        yield from (_detail("▸", of_claim(claim)) for claim in own)
        yield from (_detail("·", pieces) for pieces in loose(extract, span, own))


def claims_in(extract: Extract, sentence: int) -> list[Claim]:
    return [claim for claim in extract.claims if claim.sentence == sentence and not claim.is_mention]


def of_claim(claim: Claim) -> tuple[Piece, ...]:
    """What a claim states, and who says it."""
    topics = f" ({', '.join(claim.topics)})" if claim.topics else ""
    head = (Piece(visible(claim.predicate.text), "predicate"), Piece(topics, "muted"))
    said = ((Piece(sayers(claim.attribution)),),) if claim.attribution else ()
    return joined(iter((head, *values_of(claim), *said)))


def loose(extract: Extract, sentence: Span, claims: Sequence[Claim]) -> Iterator[tuple[Piece, ...]]:
    """Numbers and times that stand in no claim."""
    claimed = {one.span for claim in claims for one in claim.quantities} | {one.span for claim in claims for one in claim.times}
    parts = [quantity(one) for one in extract.quantities if one.span not in claimed and sentence.holds(one.span)]
    parts += [time(one) for one in extract.times if one.span not in claimed and sentence.holds(one.span)]
    if parts:
        yield joined(iter(parts))


def _detail(mark: str, pieces: tuple[Piece, ...]) -> Row:
    return Row((Cell((Piece(mark, "muted"),), 1), Cell(pieces)), 6)


def marks_of(extract: Extract) -> list[Mark]:
    """Every mark of the article, the weightier ones last, so that they are drawn over the others."""
    said = [(mention, role) for one in extract.attributions for mention, role in ((one.source, "said_by"), (one.cue, "cue")) if mention]
    named = [(mention, ENTITY_ROLES.get(entity.type, "name")) for entity in extract.entities for mention in entity.mentions]
    marks = [(claim.predicate.span, "predicate") for claim in extract.claims]
    marks += [(mention.span, role) for mention, role in (*said, *named)]
    marks += [(one.span, "time") for one in extract.times]
    return marks + [(one.span, "quantity") for one in extract.quantities]


def marked(text: str, sentence: Span, marks: Iterable[Mark]) -> Iterator[Piece]:
    """The words of the sentence in pieces of one role each."""
    roles = [""] * (sentence.end - sentence.start)
    for span, role in marks:
        for place in range(max(span.start, sentence.start), min(span.end, sentence.end)):
            roles[place - sentence.start] = role
    place = sentence.start
    for role, run in groupby(roles):
        end = place + sum(1 for _ in run)
        yield Piece(isolated(visible(text[place:end])), role)
        place = end
