"""What does a notebook show of a result? A fragment of HTML, small and without style sheets, in which nothing of an article is markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from crosscheck.model.answer import Answer
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Span
from crosscheck.model.report import Alignment, FacetVerdict, Report
from crosscheck.model.verdict import Verdict
from crosscheck.report.findings import DISPUTED, Findings, deciding, one_an_article
from crosscheck.report.quotes import quote_of, visible
from crosscheck.report.theme import ANSWERS, SYMBOLS
from crosscheck.report.views.sources import OWN_VOICE, Shelf, called, sayers

_SHOWN = 20  # findings or claims; a notebook is no place for thousands
_QUOTE = 140  # letters
_LEFT = ' style="text-align:left"'


def report(report: Report) -> str:
    """The counts, and a row for every value in dispute."""
    found = Findings(report)
    disputed = [alignment for alignment in found.news if alignment.verdict in DISPUTED]
    counts = " · ".join(
        f"{SYMBOLS[verdict]} {verdict.value}: {len(found.of(verdict))}" for verdict in (*DISPUTED, Verdict.AGREEMENT) if found.of(verdict)
    )
    head = f"<p><b>crosscheck</b> · {len(report.articles)} articles, {len(report.claims)} claims<br>{counts or 'Nothing is told more than once.'}</p>"
    rows = (row for alignment in disputed[:_SHOWN] for row in _rows(alignment, found))
    return head + _table(("", "question", "value", "who says it", "where", "words"), rows) + _more(len(disputed) - _SHOWN, "to_records()")


def _rows(alignment: Alignment, found: Findings) -> Iterator[str]:
    first = True
    for facet in deciding(alignment):
        for cells in _values(facet, found):
            head = (SYMBOLS[alignment.verdict], _text(alignment.question)) if first else ("", "")
            yield _row((*head, *cells))
            first = False
        yield f'<tr><td></td><td colspan="5"{_LEFT}><i>{_text(facet.reason)}</i> <code>{_text(facet.rule)}</code></td></tr>'


def _values(facet: FacetVerdict, found: Findings) -> Iterator[tuple[str, ...]]:
    for value in facet.values:
        for mention in one_an_article(value.mentions)[:3]:
            said = f"{'not ' if found.is_denied(facet, value) else ''}<b>{_text(value.text)}</b>"
            quote = found.shelf.quote_around(mention.article, mention.span, found.context(mention), _QUOTE)
            words = f"“{_text(quote.before)}<mark>{_text(quote.value)}</mark>{_text(quote.after)}”" if quote else _text(mention.text)
            yield (said, _text(called(mention.source or OWN_VOICE)), _place(found.shelf, mention.article, mention.span), words)


def claims(articles: Sequence[Article], claims: Sequence[Claim]) -> str:
    shelf, texts = Shelf(articles), {article.id: article.text for article in articles}
    told = [claim for claim in claims if not claim.is_mention]
    rows = (
        _row((_place(shelf, one.article, one.span), _words(one, texts[one.article]), _text(sayers(one.attribution)), _text(", ".join(one.topics))))
        for one in told[:_SHOWN]
        if one.article in texts
    )
    return _table(("where", "claim", "who says it", "topics"), rows) + _more(len(told) - _SHOWN, "to_records()")


def _words(claim: Claim, text: str) -> str:
    quote = quote_of(text, claim.predicate.span, claim.span, _QUOTE)
    return f"“{_text(quote.before)}<b>{_text(quote.value)}</b>{_text(quote.after)}”"


def answer(answer: Answer, articles: Sequence[Article]) -> str:
    """The verdict, and the passages that bear on the claim."""
    shelf, (symbol, _, words) = Shelf(articles), ANSWERS[answer.verdict]
    head = f"<p>{symbol} <b>{words}</b>: {_text(answer.claim)} (confidence {answer.confidence:.2f}, stance: {answer.stance.value})</p>"
    rows = (
        _row((_place(shelf, one.article, one.span), f"“{_text(one.text)}”", _text(one.reason), f"<code>{_text(one.rule)}</code>"))
        for one in answer.evidence[:_SHOWN]
    )
    return head + _table(("where", "words", "why", "rule"), rows)


def _place(shelf: Shelf, article: str, span: Span) -> str:
    """Article and paragraph, which no line of a cell parts."""
    return _text(shelf.place(article, span)).replace(" ¶", "&nbsp;¶")


def _text(words: str) -> str:
    return escape(visible(words), quote=True)


def _row(cells: Iterable[str]) -> str:
    return "<tr>" + "".join(f'<td dir="auto"{_LEFT}>{cell}</td>' for cell in cells) + "</tr>"


def _table(head: Sequence[str], rows: Iterable[str]) -> str:
    body = "".join(rows)
    names = "".join(f'<th scope="col"{_LEFT}>{name}</th>' for name in head)
    return f"<table><thead><tr>{names}</tr></thead><tbody>{body}</tbody></table>" if body else ""


def _more(number: int, where: str) -> str:
    return f"<p>… and {number} more; <code>{where}</code> has all.</p>" if number > 0 else ""
