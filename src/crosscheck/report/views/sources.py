"""How does a report name an article, a place in it, and who says something there?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from crosscheck.align.inflection import is_pronoun
from crosscheck.ingest.metadata import header_of
from crosscheck.model.article import Article
from crosscheck.model.claim import Attribution, Span, Stance
from crosscheck.model.report import Overlap
from crosscheck.report.format import Look
from crosscheck.report.links import link_to
from crosscheck.report.quotes import Paragraphs, Quote, isolated, quote_of, sentences_around, visible
from crosscheck.report.rows import Piece, cut

OWN_VOICE = "in its own voice"
_LONGEST_LABEL = 24
_SAID = {
    Stance.ASSERTS: "according to",
    Stance.DENIES: "denied by",
    Stance.CONFIRMS: "confirmed by",
    Stance.QUESTIONS: "questioned by",
    Stance.DECLINES: "not commented on by",
}
_KINDS = {
    "copied_text": "shared text",
    "same_author": "same author",
    "same_publisher": "same publisher",
    "shared_source": "shared source",
    "cites": "one cites the other",
}


class Shelf:
    """The articles of a report, by id: short labels, paragraphs and quotes; of the look, how long these are and whether places are links."""

    def __init__(self, articles: Sequence[Article], look: Look | None = None):
        self.articles = tuple(articles)
        self._look = look or Look()
        self._by_id = {article.id: article for article in articles}
        self._paragraphs: dict[str, Paragraphs] = {}

    @cached_property
    def labels(self) -> dict[str, str]:
        """The shortest part of each id up to a border ("001" of "001_1705b59e") where no two articles share it, else the id."""
        heads = {article.id: _head(article.id) for article in self.articles}
        shared = Counter(heads.values())
        return {id_: visible(head if shared[head] == 1 else cut(id_, _LONGEST_LABEL)) for id_, head in heads.items()}

    def label(self, id_: str) -> str:
        return self.labels.get(id_) or visible(cut(id_, _LONGEST_LABEL))

    def labels_in_order(self, ids: Iterable[str], most: int = 6) -> str:
        """Labels parted by spaces; "+3" for those beyond `most`."""
        labels = [self.label(id_) for id_ in ids]
        return " ".join(labels[:most]) + (f" +{len(labels) - most}" if len(labels) > most else "")

    def place(self, id_: str, span: Span) -> str:
        """Article and paragraph: "001 ¶7"; the article alone where its text is not at hand."""
        article = self._by_id.get(id_)
        if article is None or not article.is_whole:
            return self.label(id_)
        if id_ not in self._paragraphs:
            self._paragraphs[id_] = Paragraphs(article.text)
        return f"{self.label(id_)} ¶{self._paragraphs[id_].number(span.start)}"

    def where(self, id_: str, span: Span) -> Piece:
        """The place, as a link to its line."""
        return Piece(self.place(id_, span), "where", self.link(id_, span))

    def named(self, id_: str) -> Piece:
        """The label, as a link to the file."""
        return Piece(self.label(id_), "where", self.link(id_))

    def link(self, id_: str, span: Span | None = None) -> str:
        article = self._by_id.get(id_)
        return link_to(article, span, self._look.base) if article is not None else ""

    def text(self, id_: str) -> str | None:
        """The article's text, None where it is not among those of the report."""
        article = self._by_id.get(id_)
        return None if article is None else article.text

    def quote(self, id_: str, value: Span, context: Span, room: int) -> tuple[Piece, ...]:
        """The value in its context, in quotation marks."""
        quote = self.quote_around(id_, value, context, room)
        return quoted(quote) if quote is not None else ()

    def quote_around(self, id_: str, value: Span, context: Span, room: int) -> Quote | None:
        article, more = self._by_id.get(id_), self._look.quotes
        if article is None:
            return None
        if more is None or not article.is_whole:
            return quote_of(article.text, value, context, room)
        widest = sentences_around(article.text, Span(min(value.start, context.start), max(value.end, context.end)), more)
        return quote_of(article.text, value, widest, len(article.text))


def quoted(quote: Quote) -> tuple[Piece, ...]:
    fence = isolated(str(quote))
    opened, closed = ("“\u2068", "\u2069”") if len(fence) > len(str(quote)) else ("“", "”")
    return Piece(opened + quote.before, "quote"), Piece(quote.value, "quoted_value"), Piece(quote.after + closed, "quote")


def voice(source: str | None) -> Piece:
    """Who says it."""
    return Piece(isolated(visible(called(source))), "source") if source else Piece(OWN_VOICE, "own_voice")


def called(source: str) -> str:
    """The source as a reader can take it up: "it", of which the article does not tell what it is, is somebody."""
    return f"somebody (“{source}”)" if is_pronoun(source) else source


def sayers(attributions: Sequence[Attribution]) -> str:
    """Who says a claim, from the nearest speaker outwards: "denied by the official, according to AFP"."""
    return ", ".join(f"{_SAID[attribution.stance]} {_name(attribution)}" for attribution in attributions) or OWN_VOICE


def _name(attribution: Attribution) -> str:
    """The source's words, and the name behind them where there is one."""
    if attribution.source is None:
        return "somebody"
    words, speaker = visible(attribution.source.text), visible(attribution.speaker or "")
    if speaker and speaker.casefold() not in words.casefold():
        return f"{words} ({speaker})"
    return f"{words} (unnamed)" if attribution.anonymous and not speaker else words


def tie(overlap: Overlap) -> str:
    """Why two articles are not independent: "61% shared text", "same author (K. K. Klomegah)"."""
    kind = _KINDS.get(overlap.kind, overlap.kind.replace("_", " "))
    if overlap.share is not None:
        kind = f"{overlap.share:.0%} {kind}"
    return f"{kind} ({visible(overlap.source)})" if overlap.source else kind


def titled(article: Article) -> str:
    """The title, or the first words, as far as they are known."""
    if not article.is_whole and not article.title:
        return ""
    body = article.text[header_of(article.text).end :][:2000]
    words = article.title or next((line for line in body.split("\n") if line.strip()), "")
    return isolated(visible(words).strip())


def _head(id_: str) -> str:
    for place, character in enumerate(id_):
        if place >= 2 and character in "_-. ":
            return id_[:place]
    return id_ if len(id_) <= _LONGEST_LABEL else cut(id_, _LONGEST_LABEL)
