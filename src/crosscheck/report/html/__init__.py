"""What does a result look like as a page for a browser: one file that needs nothing else?

The modules beside this one turn nouns of the model into what a page shows; the templates lay it out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from crosscheck.arrange.timeline import timeline_of
from crosscheck.extract.topics import Topic
from crosscheck.model.answer import Answer
from crosscheck.model.article import Article, Skipped
from crosscheck.model.claim import Claim, Extract
from crosscheck.model.explanation import Explanation
from crosscheck.model.report import Report
from crosscheck.model.revision import Kind, Revision
from crosscheck.model.sources import Credibility, Sources
from crosscheck.model.timeline import Timeline
from crosscheck.report.findings import minor
from crosscheck.report.format import Look, NamedRule
from crosscheck.report.html.checks import checks_of
from crosscheck.report.html.dependence import dependence, sources_of
from crosscheck.report.html.findings import Findings, rules_of
from crosscheck.report.html.overview import choices, lede, tally, unread
from crosscheck.report.html.page import rendered
from crosscheck.report.html.reader import Reader
from crosscheck.report.html.reasons import reasons_of
from crosscheck.report.html.revision import SIGNS, Changes
from crosscheck.report.html.ruled import rule_shown
from crosscheck.report.html.statements import answers_shown, sentences, stated
from crosscheck.report.html.table import LEGEND, table_of
from crosscheck.report.html.timeline import drawn
from crosscheck.report.quotes import visible
from crosscheck.report.rows import counted
from crosscheck.report.theme import SYMBOLS
from crosscheck.report.views.inspect import LEGEND as MARKS
from crosscheck.report.views.sources import titled


def compare(report: Report, look: Look) -> str:
    """The findings beside the articles, then the same by article, by time and by origin, and the rules."""
    reader = Reader(report.articles)
    made = Findings(report, reader)
    groups, once, checks = made.groups(), made.once(), checks_of(report, reader)
    findings = [finding for group in groups for finding in group.findings]
    anchors = {finding.id: finding.anchor for finding in findings}
    counts = tally(groups, once, sum(not check.holds for check in checks))
    table, dated, rules = table_of(report, reader), drawn(timeline_of(report), reader, anchors), rules_of(groups)
    parts = {"findings": findings, "matrix": table.rows, "timeline": dated.rows, "sources": True, "checks": checks, "rules": rules, "articles": True}
    return rendered(
        "compare",
        title=f"What {counted(len(report.articles), 'article')} agree and disagree on",
        lede=lede(report),
        tally=counts,
        pills=[count for count in counts if count.number and count.role != "check"],
        articles=[titled(article) for article in report.articles],
        new=[report.is_new(article.id) for article in report.articles],
        stories=[(visible(story.name) or f"story {number}", made.reader.members(story.articles)) for number, story in enumerate(report.stories, 1)],
        unread=unread((*report.skipped, *(Skipped(one.path or one.id, one.partial) for one in report.articles if one.partial))),
        notes=look.notes,
        sections=[(name, _SECTIONS[name]) for name, there in parts.items() if there],
        filters=choices(findings, once, reader),
        groups=groups,
        minor=minor,
        once=once,
        table=table,
        anchors=anchors,
        legend=LEGEND,
        drawn=dated,
        hangs=dependence(sources_of(report), reader),
        checks=checks,
        rules=rules,
        symbols=SYMBOLS,
        reader=reader.shown(),
    )


def matrix(report: Report, look: Look) -> str:
    """Every article has its column."""
    table = table_of(report, Reader(report.articles), whole=True)
    return _plain("matrix", "Facts by articles", lede(report), report.skipped, table=table, anchors={}, legend=LEGEND)


def explain(explanation: Explanation, report: Report, look: Look) -> str:
    alignment, reader = explanation.alignment, Reader(report.articles)
    found = reasons_of(explanation, report, reader)
    title = visible(alignment.question) if alignment else "No other claim was put beside this one"
    verdict = f"{SYMBOLS[alignment.verdict]} {alignment.verdict.value.replace('_', ' ')} · {explanation.id}" if alignment else explanation.id
    return _plain("explain", title, verdict, (), reasons=found, together=alignment is not None, reader=reader.shown())


def claims(articles: Sequence[Article], claims: Sequence[Claim], look: Look) -> str:
    reader = Reader(articles)
    found = stated(articles, claims, reader)
    number = sum(len(one.claims) for one in found)
    lede = f"{counted(number, 'claim')} of {counted(len(articles), 'article')}, with who says each"
    kinds = [choice for choice in choices((), [claim for one in found for claim in one.claims], reader) if choice[2]]
    return _plain("claims", "What the articles claim", lede, (), stated=found, filters=kinds, pills=(), reader=reader.shown())


def inspect(articles: Sequence[Article], extracts: Mapping[str, Extract], look: Look) -> str:
    shelf = Reader(articles).shelf
    found = [(shelf.label(article.id), titled(article), tuple(sentences(article, extracts[article.id]))) for article in articles]
    return _plain("inspect", "How crosscheck reads", "", (), inspected=found, legend=MARKS)


def check(answers: Sequence[Answer], articles: Sequence[Article], look: Look) -> str:
    reader = Reader(articles)
    found = answers_shown(answers, reader)
    return _plain("check", "Is it so?", f"Asked of {counted(len(articles), 'article')}", (), answers=found, reader=reader.shown())


def diff(found: Revision, look: Look) -> str:
    made = Changes(found)
    changes = made.shown()
    kinds = [f"{SIGNS[kind][0]} {number} {kind.value}" for kind in Kind if (number := found.count(kind))]
    counts = " · ".join([*kinds, f"~ {found.reworded} reworded", f"= {found.same} the same"])
    title = f"{visible(found.old.path or found.old.id)} → {visible(found.new.path or found.new.id)}"
    return _plain("diff", title, counts, (), changes=changes, reader=made.reader.shown())


def sources(found: Sources, look: Look) -> str:
    reader = Reader(found.articles)
    circles = f"{len(found.circular)} circular" if found.circular else "no circular reporting"
    counts = ", ".join((counted(len(found.articles), "article"), counted(len(found.origins), "origin"), circles))
    hangs = dependence(found, reader, mark=True)
    digits = [(int(digit), digit.name.lower().replace("_", " ")) for digit in Credibility]
    return _plain("sources", "Who depends on whom", counts, found.skipped, hangs=hangs, digits=digits, reader=reader.shown())


def timeline(found: Timeline, look: Look) -> str:
    reader = Reader(found.articles)
    shown = drawn(found, reader, {}, mark=True)
    counts = f"{counted(len(found.events), 'dated event')} in {counted(len(found.articles), 'article')}"
    return _plain("timeline", "What happened when", counts, found.skipped, drawn=shown, reader=reader.shown())


def topics(topics: Sequence[Topic], look: Look) -> str:
    return _plain("topics", "Topics", f"{len(topics)} kinds of event that have a name", (), topics=topics, filters=(), pills=())


def rules(rules: Sequence[NamedRule], look: Look) -> str:
    found = [rule_shown(rule) for rule in rules]
    families = [(family, [rule for rule in found if rule.family == family]) for family in dict.fromkeys(rule.family for rule in found)]
    lede = "The rules of a facet are tried from top to bottom, and the first that applies decides."
    return _plain("rules", "Rules", lede, (), families=families, filters=(), pills=())


def _plain(template: str, title: str, lede: str, skipped: Sequence[Skipped], **values: Any) -> str:
    return rendered(template, title=title, lede=lede, unread=unread(skipped), **values)


_SECTIONS = {
    "findings": "Findings",
    "matrix": "Facts by articles",
    "timeline": "Timeline",
    "sources": "Sources",
    "checks": "Figures",
    "rules": "Rules",
    "articles": "Articles",
}
