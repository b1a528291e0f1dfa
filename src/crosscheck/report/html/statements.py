"""What does an article state, claim by claim, and what was read in each of its sentences?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.model.answer import Answer, Evidence
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Extract, Span
from crosscheck.report.html.findings import Place
from crosscheck.report.html.reader import Reader, Ref
from crosscheck.report.quotes import Quote, quote_of, visible
from crosscheck.report.rows import Piece
from crosscheck.report.theme import ANSWERS
from crosscheck.report.views.inspect import claims_in, loose, marked, marks_of, of_claim
from crosscheck.report.views.sources import sayers
from crosscheck.report.views.values import joined, values_of
from crosscheck.values import dataclass

_ROOM = 320  # characters of a quote


@dataclass(frozen=True, slots=True)
class ClaimShown:
    """A claim with who says it and what it states, in pieces whose roles are classes of the page."""

    id: str
    place: Place
    quote: Quote
    said: str
    values: tuple[Piece, ...]
    topics: tuple[str, ...]
    member: str


@dataclass(frozen=True, slots=True)
class Stated:
    """An article and its claims in the order of the text."""

    anchor: str
    label: str
    title: str
    claims: tuple[ClaimShown, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its marks, and what was read from them, a line each."""

    number: int
    pieces: tuple[Piece, ...]
    details: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class EvidenceShown:
    place: Place
    text: str
    reason: str
    rule: str


@dataclass(frozen=True, slots=True)
class AnswerShown:
    claim: str
    symbol: str
    role: str
    verdict: str
    stance: str
    confidence: str
    evidence: tuple[EvidenceShown, ...]


def stated(articles: Sequence[Article], claims: Sequence[Claim], reader: Reader) -> tuple[Stated, ...]:
    """The articles that claim anything; a mere mention ("the scandal") is no news."""
    told = [claim for claim in claims if not claim.is_mention]
    return tuple(_stated(article, own, reader) for article in articles if (own := [claim for claim in told if claim.article == article.id]))


def _stated(article: Article, claims: Sequence[Claim], reader: Reader) -> Stated:
    ordered = sorted(claims, key=lambda claim: (claim.span, claim.id))
    title = visible(article.title or "")
    return Stated(reader.anchor(article.id) or "", reader.shelf.label(article.id), title, tuple(claim_shown(one, reader) for one in ordered))


def claim_shown(claim: Claim, reader: Reader) -> ClaimShown:
    text = reader.shelf.text(claim.article)
    quote = quote_of(text, claim.predicate.span, claim.span, _ROOM) if text else Quote("", visible(claim.text), "")
    place = Place(reader.shelf.place(claim.article, claim.span), reader.paragraph(claim.article, claim.span))
    values = joined(values_of(claim))
    return ClaimShown(claim.id, place, quote, visible(sayers(claim.attribution)), values, claim.topics, reader.anchor(claim.article) or "")


def sentences(article: Article, extract: Extract) -> Iterator[Sentence]:
    marks = marks_of(extract)
    for number, span in enumerate(extract.sentences):
        pieces = tuple(marked(article.text, span, [mark for mark in marks if mark[0].touches(span)]))
        own = claims_in(extract, number)
        yield Sentence(number + 1, pieces, (*map(of_claim, own), *loose(extract, span, own)))


def answers_shown(answers: Sequence[Answer], reader: Reader) -> tuple[AnswerShown, ...]:
    return tuple(_answer(answer, number, reader) for number, answer in enumerate(answers, 1))


def _answer(answer: Answer, number: int, reader: Reader) -> AnswerShown:
    symbol, role, words = ANSWERS[answer.verdict]
    ref = Ref(f"q{number}", f"{symbol}{number}", f"{words}: {visible(answer.claim)}", role)
    evidence = tuple(_evidence(one, ref, reader) for one in answer.evidence)
    return AnswerShown(visible(answer.claim), symbol, role, words, answer.stance.value, f"{answer.confidence:.2f}", evidence)


def _evidence(evidence: Evidence, ref: Ref, reader: Reader) -> EvidenceShown:
    anchor = reader.mark(evidence.article, Span(*evidence.span), ref.role, ref)
    place = Place(reader.shelf.place(evidence.article, evidence.span), anchor)
    return EvidenceShown(place, visible(evidence.text), visible(evidence.reason), evidence.rule)
