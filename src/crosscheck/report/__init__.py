"""How is a result shown? Each format is a module of functions, one a view; all return a string and print nothing.

    from crosscheck.report import FORMATS, Look, format_named

    look = Look(width=80, color=False)
    text = format_named("text").compare(report, look)

`FORMATS` names what there is; `format_named` imports a format only when it is asked for. The views:

    compare(report, look)               Report
    matrix(report, look)                Report: facts by articles
    explain(explanation, report, look)  Explanation of one alignment, and the Report that it stands in
    claims(articles, claims, look)      Article…, Claim…
    inspect(articles, extracts, look)   Article…, Extract by article id
    check(answers, articles, look)      Answer…, Article… (evidence given in a batch need not be among them)
    diff(found, look)                   Revision: two versions of one article
    sources(sources, look)              model.sources.Sources
    timeline(timeline, look)            model.timeline.Timeline
    topics(topics, look)                extract.topics.Topic…
    rules(rules, look)                  anything with `id`, `meaning` and `example`; `verdict` where it has one

A string ends with one line break, unless it is empty. A format that lacks a view (`WITHOUT`) raises NotImplementedError for it; the command line
asks `formats_for` first.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from importlib import import_module
from typing import cast

from crosscheck.report.format import Format, Look, NamedRule

__all__ = ["FORMATS", "WITHOUT", "Format", "Look", "NamedRule", "format_named", "formats_for"]

FORMATS = {
    "text": "crosscheck.report.terminal",
    "json": "crosscheck.report.json",
    "jsonl": "crosscheck.report.jsonl",
    "csv": "crosscheck.report.csv",
    "markdown": "crosscheck.report.markdown",
    "github": "crosscheck.report.github",
    "jsonld": "crosscheck.report.jsonld",
    "html": "crosscheck.report.html",
}

# what a format has nothing to say about
WITHOUT: Mapping[str, Collection[str]] = {
    "github": ("claims", "inspect", "topics", "rules"),
    "jsonld": ("inspect", "explain", "diff", "sources", "timeline", "topics", "rules"),
}


def formats_for(view: str) -> tuple[str, ...]:
    """The formats that can show it."""
    return tuple(name for name in FORMATS if view not in WITHOUT.get(name, ()))


def format_named(name: str) -> Format:
    """The functions of a format. Raises: KeyError when FORMATS has no such name."""
    return cast(Format, import_module(FORMATS[name]))
