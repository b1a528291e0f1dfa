"""What do the articles agree and disagree on? Disagreement first, the exact words in sight, who says it before how many say it."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.model.article import Article
from crosscheck.model.claim import Span
from crosscheck.model.report import Check, Report
from crosscheck.model.verdict import Verdict
from crosscheck.report.format import Look
from crosscheck.report.quotes import visible
from crosscheck.report.rows import BLANK, Cell, Piece, Row, cells_of, counted, cut, hanging, row
from crosscheck.report.theme import NAMES, NEW, SYMBOLS
from crosscheck.report.views.compare_agreements import agreements, told_once
from crosscheck.report.views.compare_disputes import disputes
from crosscheck.report.views.compare_view import View
from crosscheck.report.views.overlaps import overlaps_listed
from crosscheck.report.views.sources import titled
from crosscheck.report.views.stories import stories_listed

_MOST_ARTICLES = 30  # a list longer than this is no help
_INDENT = 2  # of a list, where the sign of what is new stands


def compare(report: Report, look: Look) -> Iterator[Row]:
    """The whole report from top to bottom."""
    view = View(report, look)
    yield from _head(view)
    for verdict in (Verdict.CONTRADICTION, Verdict.SUPERSEDED, Verdict.COMPATIBLE):
        yield from disputes(view, verdict)
    yield from agreements(view)
    yield from told_once(view)
    yield from overlaps_listed(report.overlaps, view.shelf)
    yield from _checks(view)
    yield from _skipped(view)
    yield from _notes(view)


def head(report: Report, look: Look) -> Iterator[Row]:
    """How many articles, claims and verdicts there are, and the titles."""
    return _head(View(report, look))


def skipped(report: Report, look: Look) -> Iterator[Row]:
    """What could not be read, and why."""
    return _skipped(View(report, look))


def _head(view: View) -> Iterator[Row]:
    articles, stories, claims = len(view.report.articles), len(view.report.stories), len(view.stated)
    number = sum(view.report.is_new(article.id) for article in view.report.articles)
    new = [f"{number:,} of them new ({NEW})"] if view.report.archive else []
    counts = [counted(articles, "article", "articles"), *new, counted(stories, "story", "stories"), counted(claims, "claim", "claims")]
    yield row(Piece("crosscheck", "title"), " · " + ", ".join(counts))
    yield from _tally(view)
    yield from _articles(view)
    yield from stories_listed(view.report.stories, view.shelf, view.look.width)
    if not any(view.by_verdict.values()) and not view.look.unfolded:
        yield BLANK
        yield row("Nothing is told more than once.")


def _tally(view: View) -> Iterator[Row]:
    """How many of each verdict, never broken inside."""
    line: list[Piece] = []
    for count in _counts(view):
        if line and sum(cells_of(piece.text) for piece in (*line, count)) > view.look.width:
            yield row(*line)
            line = []
        line += [count, Piece("   ")]
    yield row(*line)


def _counts(view: View) -> Iterator[Piece]:
    for verdict in Verdict:
        number = len(view.once()) if verdict is Verdict.SINGLE_SOURCE else len(view.by_verdict[verdict])
        if number or (verdict is Verdict.CONTRADICTION and verdict in (view.look.unfolded or (verdict,))):
            yield Piece(f"{SYMBOLS[verdict]} {counted(number, *NAMES[verdict])}", verdict.value if number else "muted")


def _articles(view: View) -> Iterator[Row]:
    if len(view.report.articles) > _MOST_ARTICLES:
        return
    yield BLANK
    width = max((cells_of(label) for label in view.shelf.labels.values()), default=0)
    for article in view.report.articles:
        mark = (Piece(f"{NEW} ", "title"),) if view.report.is_new(article.id) else ()
        label, indent = Cell((*mark, view.shelf.named(article.id)), width + (_INDENT if mark else 0)), 0 if mark else _INDENT
        yield Row((label, Cell((Piece(_title(view, article, width)),))), indent, _origin_of(article))


def _title(view: View, article: Article, taken: int) -> str:
    right = sum(cells_of(piece.text) for piece in _origin_of(article))
    return cut(titled(article), max(16, view.look.width - taken - right - 8))


def _checks(view: View) -> Iterator[Row]:
    failed = [check for check in view.report.checks if not check.holds]
    held = len(view.report.checks) - len(failed)
    if view.report.checks:
        yield BLANK
    for check in failed:
        yield from _check(view, check)
    if held:
        yield row(Piece(f"{counted(held, 'figure', 'figures')} recomputed inside an article and found right", "muted"))


def _check(view: View, check: Check) -> Iterator[Row]:
    where = view.shelf.where(check.article, check.span)
    quote = view.shelf.quote(check.article, check.span, Span(*check.span), 2 * view.look.width - 40)
    yield hanging(Piece("!", "check"), where, Piece("  "), *quote)
    yield row(Piece(visible(check.reason), "reason"), indent=2, right=(Piece(check.rule, "muted"),))


def _skipped(view: View) -> Iterator[Row]:
    """What was not read, or not as a whole."""
    parts = [(f"{view.shelf.label(article.id)}: ", article.partial) for article in view.report.articles if article.partial]
    unread = [(f"not read: {visible(skipped.path)}: ", skipped.reason) for skipped in view.report.skipped]
    if parts or unread:
        yield BLANK
    for name, why in (*parts, *unread):
        yield hanging(Piece("–", "muted"), Piece(f"{name}{visible(why)}", "muted"))


def _notes(view: View) -> Iterator[Row]:
    """What is said about the report as a whole."""
    for note in view.look.notes:
        yield row(Piece(note, "muted"))


def _origin_of(article: Article) -> tuple[Piece, ...]:
    parts = [visible(part) for part in (article.publisher or article.author, (article.published or "")[:10]) if part]
    return (Piece(", ".join(parts), "muted"),) if parts else ()
