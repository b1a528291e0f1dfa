"""What is in a report that was saved as JSON or JSON Lines?

The texts of its articles may be missing. `with_texts` puts them in again from articles that were read anew; where there is none, the text is
made of what the report quotes, each word at its place, and the article says of itself that it is not whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from crosscheck import __version__
from crosscheck.errors import BadReport
from crosscheck.model import codec
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Span
from crosscheck.model.report import Report

_LINES = {
    "article": "articles",
    "skipped": "skipped",
    "story": "stories",
    "claim": "claims",
    "alignment": "alignments",
    "overlap": "overlaps",
    "check": "checks",
}
_OTHERS = {
    "events": ("timeline", "; save a report of compare, and see `crosscheck show REPORT --view timeline`"),
    "origins": ("sources", "; save a report of compare, which has the overlaps as well"),
    "evidence": ("check", ""),
    "answers": ("check", ""),
    "changes": ("diff", ""),
    "inspections": ("inspect", ""),
    "sentences": ("inspect", ""),
}
_LONGEST = 20_000_000  # code points of a text that is pieced together; a report that names a place beyond it is no honest one


def loaded(text: str, where: str) -> Report:
    """The report of `compare --format json` or jsonl; of `claims --format json`, one with claims and nothing else.

    Raises: BadReport.
    """
    return loaded_with_kind(text, where)[0]


def loaded_with_kind(text: str, where: str) -> tuple[Report, bool]:
    """The report, and whether it has claims alone."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        data = None
    claims_alone = isinstance(data, dict) and "alignments" not in data and {"articles", "claims"} <= data.keys()
    if claims_alone:
        data = {"tool": {"version": __version__}, **{name: [] for name in _LINES.values()}, **data}
    if not isinstance(data, dict) or "alignments" not in data:
        _refuse_others(data, where)
        data = _of_lines(text, where)
    version = data.get("schema_version")
    if version != codec.SCHEMA_VERSION:
        raise BadReport(where, f"has schema_version {version!r}; this crosscheck reads {codec.SCHEMA_VERSION}")
    try:
        return codec.report_from_json(data), claims_alone
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise BadReport(where, f"is no whole report: {type(error).__name__} {error}") from error


def _refuse_others(data: object, where: str) -> None:
    """Raises BadReport for what another command has printed, and names it."""
    command, instead = next((found for key, found in _OTHERS.items() if isinstance(data, dict) and key in data), ("", ""))
    if command:
        raise BadReport(where, f"is what `crosscheck {command}` prints, and no report{instead}")


def has_texts(report: Report) -> bool:
    """Whether it was saved with the texts of its articles."""
    return bool(report.articles) and all(article.is_whole for article in report.articles)


def _of_lines(text: str, where: str) -> dict[str, Any]:
    """The document that JSON Lines amount to."""
    data: dict[str, Any] = {"schema_version": codec.SCHEMA_VERSION, "tool": {"version": __version__}, **{name: [] for name in _LINES.values()}}
    known = 0
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            record = _record(line, number, where)
            kind = _LINES.get(str(record.get("type")))
            known += kind is not None
            if record.get("type") == "archive":
                data["archive"] = record
            data.setdefault(kind or "summary", []).append(record)
    if not known:
        raise BadReport(where, "is no report; give what `crosscheck compare --format json` (or jsonl) has written")
    return data


def _record(line: str, number: int, where: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadReport(where, f"is no JSON, nor is its line {number}") from error
    if not isinstance(record, dict):
        raise BadReport(where, f"is no report: line {number} is no object")
    return record


def with_texts(report: Report, found: Iterable[Article]) -> Report:
    """With the texts of those articles that are the same (by their hash), and for the others with what is quoted of them."""
    texts = {article.sha256: article.text for article in found}
    quoted = _quoted_by_article(report)
    return replace(report, articles=tuple(_with_text(article, texts, quoted) for article in report.articles))


def _with_text(article: Article, texts: Mapping[str, str], quoted: Mapping[str, list[tuple[str, Span]]]) -> Article:
    if article.is_whole:
        return article
    if article.sha256 in texts:
        return replace(article, text=texts[article.sha256], counted=None)
    return replace(article, text=_pieced(quoted.get(article.id, ())))


def _pieced(quotes: Iterable[tuple[str, Span]]) -> str:
    """A text in which every span cuts out its words, with an ellipsis and a line break where nothing is known."""
    sound = [(words, span) for words, span in quotes if 0 <= span.start <= span.end <= _LONGEST and span.end - span.start == len(words)]
    letters = [""] * max((span.end for _, span in sound), default=0)
    for words, span in sound:
        letters[span.start : span.end] = words
    text, start = [], 0
    while start < len(letters):
        end = next((place for place in range(start, len(letters)) if bool(letters[place]) is not bool(letters[start])), len(letters))
        text += letters[start:end] if letters[start] else [_gap(end - start)]
        start = end
    return "".join(text)


def _gap(length: int) -> str:
    """A single letter between two quotes is mostly a space."""
    return " …\n".ljust(length) if length > 2 else "… "[-length:]


def _quoted_by_article(report: Report) -> Mapping[str, list[tuple[str, Span]]]:
    found: dict[str, list[tuple[str, Span]]] = {}
    for _, article, words, span in quotes_in(report):
        found.setdefault(article, []).append((words, span))
    return found


def quotes_in(report: Report) -> Iterator[tuple[str, str, str, Span]]:
    """All that is quoted: by what, from which article, the words, and where they stand."""
    for claim in report.claims:
        yield from ((f"claim {claim.id}", claim.article, words, span) for words, span in _quotes_of(claim))
    for alignment in report.alignments:
        for facet in alignment.facets:
            mentions = (mention for value in facet.values for mention in value.mentions)
            yield from ((f"alignment {alignment.id}, {facet.facet.value}", one.article, one.text, one.span) for one in mentions)
    yield from ((check.rule, check.article, check.text, check.span) for check in report.checks)


def _quotes_of(claim: Claim) -> Iterator[tuple[str, Span]]:
    said = (part for one in claim.attribution for part in (one.source, one.cue) if part)
    yield claim.text, claim.span
    yield claim.predicate.text, claim.predicate.span
    for parts in (claim.arguments, claim.quantities, claim.times, said):
        yield from ((part.text, part.span) for part in parts)
