"""What does a result look like as annotations of a workflow on GitHub, a line each at the place in the file?

A contradiction is an error, a figure that does not come out a warning, and what is superseded or compatible a notice. A line and a column
are only given where the file is the text itself (.txt). The escapes are those of the runner:
https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NoReturn

from crosscheck.extract.topics import Topic
from crosscheck.model.answer import Answer, Bearing
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Extract, Span
from crosscheck.model.codec_articles import outermost
from crosscheck.model.explanation import Explanation
from crosscheck.model.report import Alignment, FacetMention, FacetVerdict, Report
from crosscheck.model.revision import Revision
from crosscheck.model.sources import Sources
from crosscheck.model.timeline import Timeline
from crosscheck.model.verdict import Verdict
from crosscheck.report.findings import DISPUTED, Findings, deciding, one_an_article
from crosscheck.report.format import Look, NamedRule
from crosscheck.report.links import ITSELF
from crosscheck.report.quotes import visible
from crosscheck.report.views.sources import OWN_VOICE, Shelf, called, tie

LEVELS = {Verdict.CONTRADICTION: "error", Verdict.SUPERSEDED: "notice", Verdict.COMPATIBLE: "notice"}
_WARNING, _NOTICE = "warning", "notice"
_DATA = {ord("%"): "%25", ord("\r"): "%0D", ord("\n"): "%0A"}
_PROPERTY = _DATA | {ord(":"): "%3A", ord(","): "%2C"}


def compare(report: Report, look: Look) -> str:
    """Every value in dispute at its place, and every figure that does not come out; GitHub shows ten of a level, the first ones."""
    places = _Places(report.articles)
    return _lines(sorted([*_disputes(Findings(report), places), *_checks(report, places)], key=_level))


def matrix(report: Report, look: Look) -> str:
    return compare(report, look)


def explain(explanation: Explanation, report: Report, look: Look) -> str:
    found, places = Findings(report), _Places(report.articles)
    return _lines(_dispute(explanation.alignment, found, places) if explanation.alignment else ())


def check(answers: Sequence[Answer], articles: Sequence[Article], look: Look) -> str:
    """What refutes a claim is an error, what bears it out a notice."""
    places = _Places(articles)
    return _lines(
        places.line(
            "error" if answer.verdict is Bearing.REFUTES else _NOTICE, one.article, one.span, f"{answer.verdict.value}: {answer.claim}", one.reason
        )
        for answer in answers
        for one in answer.evidence
    )


def diff(found: Revision, look: Look) -> str:
    """Every change at its place in the new version; what vanished, in the old one."""
    old, new = _Places((found.old,)), _Places((found.new,))
    for_change = ((new, found.new, change.new, change) if change.new else (old, found.old, change.old, change) for change in found.changes)
    return _lines(
        places.line(_WARNING, article.id, side.span, f"{change.kind.value}: {change.aspect.value}", change.reason)
        for places, article, side, change in for_change
        if side
    )


def sources(found: Sources, look: Look) -> str:
    """Passages that two articles share, at their place in the first."""
    places, shelf = _Places(found.articles), Shelf(found.articles)
    return _lines(
        places.line(_NOTICE, overlap.articles[0], passage.a, "shared text", f"{tie(overlap)}: also in {shelf.place(overlap.articles[1], passage.b)}")
        for overlap in found.overlaps
        for passage in overlap.passages
    )


def timeline(found: Timeline, look: Look) -> str:
    """Events whose dates differ."""
    places = _Places(found.articles)
    return _lines(
        places.line(LEVELS[facet.verdict], event.article, event.span, event.question or "dates differ", facet.reason)
        for event in (*found.events, *found.undated)
        for facet in event.differences
        if facet.verdict in LEVELS
    )


def claims(articles: Sequence[Article], claims: Sequence[Claim], look: Look) -> NoReturn:
    raise NotImplementedError("a claim by itself is nothing to annotate")


def inspect(articles: Sequence[Article], extracts: Mapping[str, Extract], look: Look) -> NoReturn:
    raise NotImplementedError("what was read is nothing to annotate")


def topics(topics: Sequence[Topic], look: Look) -> NoReturn:
    raise NotImplementedError("a topic stands in no file")


def rules(rules: Sequence[NamedRule], look: Look) -> NoReturn:
    raise NotImplementedError("a rule stands in no file")


def _disputes(found: Findings, places: _Places) -> Iterator[str]:
    for alignment in found.news:
        if alignment.verdict in DISPUTED:
            yield from _dispute(alignment, found, places)


def _dispute(alignment: Alignment, found: Findings, places: _Places) -> Iterator[str]:
    """Each value of each deciding facet once an article, with the other values in the message."""
    for facet in deciding(alignment):
        for number, value in enumerate(facet.values):
            for mention in one_an_article(value.mentions):
                message = f"{visible(facet.reason)}\n{_stated(mention, found)}{''.join(_others(facet, number, found))}\n{facet.rule}, {alignment.id}"
                yield places.line(LEVELS.get(facet.verdict, _NOTICE), mention.article, mention.span, alignment.question, message)


def _others(facet: FacetVerdict, number: int, found: Findings) -> Iterator[str]:
    return (f"\n{_stated(value.mentions[0], found)}" for other, value in enumerate(facet.values) if other != number and value.mentions)


def _stated(mention: FacetMention, found: Findings) -> str:
    """ "001 ¶7, AFP: “two helicopters”"."""
    return f"{found.shelf.place(mention.article, mention.span)}, {visible(called(mention.source or OWN_VOICE))}: “{visible(mention.text)}”"


def _checks(report: Report, places: _Places) -> Iterator[str]:
    for one in report.checks:
        if not one.holds:
            yield places.line(_WARNING, one.article, one.span, f"“{visible(one.text)}”", f"{visible(one.reason)}\n{one.rule}")


class _Places:
    """Where in its file a span stands."""

    def __init__(self, articles: Iterable[Article]):
        self._articles = {article.id: article for article in articles}

    def line(self, level: str, article: str, span: Span, title: str, message: str) -> str:
        """The annotation, ended by a line break."""
        stated = {**self._properties(article, span), "title": visible(title)}
        return f"::{level} {','.join(f'{name}={str(value).translate(_PROPERTY)}' for name, value in stated.items())}::{message.translate(_DATA)}\n"

    def _properties(self, id_: str, span: Span) -> dict[str, str | int]:
        """Lines and columns count from 1; an end is the last one that is marked."""
        article = self._articles.get(id_)
        if article is None or article.path is None or "://" in article.path:
            return {}
        if outermost(article.path) != article.path:
            return {"file": outermost(article.path)}
        if article.is_converted or not (article.is_whole and article.path.lower().endswith(ITSELF) and span.end <= len(article.text)):
            return {"file": article.path}
        (line, column), (end, last) = _at(article.text, span.start), _at(article.text, max(span.end - 1, span.start))
        columns = {"col": column, "endColumn": last} if line == end else {}  # GitHub takes columns only where they are of one line
        return {"file": article.path, "line": line, "endLine": end, **columns}


def _at(text: str, place: int) -> tuple[int, int]:
    return text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)


def _level(line: str) -> int:
    return ("::error ", "::warning ", "::notice ").index(line[: line.index(" ") + 1])


def _lines(lines: Iterable[str]) -> str:
    """Each once: a figure may be in dispute twice."""
    return "".join(dict.fromkeys(lines))
