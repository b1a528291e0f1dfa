"""Does a saved report still hold: are the articles the same, do its spans cut out what it quotes, and would it be judged so again?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from crosscheck.ingest.read import digest_of
from crosscheck.model.article import Article
from crosscheck.model.report import Alignment, FacetVerdict, Report
from crosscheck.report.quotes import visible
from crosscheck.saved.load import quotes_in
from crosscheck.values import dataclass

_SHOWN = 12  # letters of a hash
_WORDS = 80  # letters of a quote


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that does not hold; `unread` where it could not be looked at."""

    words: str
    unread: bool = False


def differences(report: Report, texts: Mapping[str, Article]) -> Iterator[Difference]:
    """Of the report itself and the texts; `texts` are the articles by their id in the report, as they are now."""
    for article in report.articles:
        yield from _of_article(article, texts.get(article.id))
    for where, name, words, span in quotes_in(report):
        text = texts[name].text if name in texts else None
        if text is not None and text[span.start : span.end] != words:
            found = text[span.start : span.end]
            yield Difference(f"{where}: {span.start}-{span.end} of {name} is “{_short(found)}”, the report quotes “{_short(words)}”")
    yield from _of_names(report)


def _of_article(saved: Article, now: Article | None) -> Iterator[Difference]:
    if now is None:
        yield Difference(f"{saved.id}: its text is neither in the report nor at {saved.path or 'any path'}; give its file", unread=True)
    elif digest_of(now) != saved.sha256:
        where = "in the report" if saved.is_whole else f"of {now.path}"
        yield Difference(f"{saved.id}: the text {where} has sha256 {digest_of(now)[:_SHOWN]}…, the report says {saved.sha256[:_SHOWN]}…")


def _of_names(report: Report) -> Iterator[Difference]:
    """Whether what it names is there, and whether an alignment has the gravest verdict of its facets."""
    claims, articles = {claim.id for claim in report.claims}, {article.id for article in report.articles}
    for alignment in report.alignments:
        yield from (Difference(f"alignment {alignment.id}: there is no claim {id_}") for id_ in alignment.claims if id_ not in claims)
        yield from (Difference(f"alignment {alignment.id}: there is no article {id_}") for id_ in alignment.articles if id_ not in articles)
        gravest = min((facet.verdict for facet in alignment.facets), key=lambda verdict: verdict.gravity, default=alignment.verdict)
        if gravest is not alignment.verdict:
            yield Difference(f"alignment {alignment.id}: its verdict is {alignment.verdict.value}, the gravest of its facets {gravest.value}")


def rejudged(saved: Report, now: Report) -> Iterator[Difference]:
    """Where the same articles are read or judged otherwise today. A report may be a part of what is found: only what it says is looked up."""
    claims = {claim.id: replace(claim, terms=()) for claim in now.claims}
    for claim in saved.claims:
        if claims.get(claim.id) != claim:
            yield Difference(
                f"claim {claim.id}: {'it is read otherwise now' if claim.id in claims else 'it is not found any more'} (“{_short(claim.text)}”)"
            )
    alignments = {alignment.id: alignment for alignment in now.alignments}
    for alignment in saved.alignments:
        found = alignments.get(alignment.id)
        yield from [Difference(f"alignment {alignment.id}: it is not found any more")] if found is None else _of_alignment(alignment, found)
    yield from (
        Difference(f"overlap of {' and '.join(one.articles)}: {one.kind} is not found so any more")
        for one in saved.overlaps
        if one not in now.overlaps
    )
    yield from (
        Difference(f"{one.rule} in {one.article}: “{_short(one.text)}” is not found so any more") for one in saved.checks if one not in now.checks
    )


def _of_alignment(saved: Alignment, now: Alignment) -> Iterator[Difference]:
    if (saved.claims, saved.origins, saved.question) != (now.claims, now.origins, now.question):
        yield Difference(f"alignment {saved.id}: its claims, origins or question are others now")
    todays = [replace(facet, review=None) for facet in now.facets]
    for facet in saved.facets:
        if replace(facet, review=None) not in todays:
            alike = [one for one in todays if (one.facet, one.label) == (facet.facet, facet.label)]
            yield Difference(
                f"alignment {saved.id}, {facet.facet.value}: the report says {_said(facet)}, now it is {' or '.join(map(_said, alike)) or 'none'}"
            )


def _said(facet: FacetVerdict) -> str:
    return f"{facet.verdict.value} by {facet.rule} ({' / '.join(_short(value.text) for value in facet.values)})"


def _short(words: str) -> str:
    shown = visible(words)
    return shown if len(shown) <= _WORDS else shown[: _WORDS - 1] + "…"
