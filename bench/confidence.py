"""How often is a verdict right that a rule gave, and does its confidence say so?

    python bench/confidence.py STORIES [--edits N] [--write]

STORIES is a folder of stories marked fact by fact: NAME.json beside a folder NAME of .txt files, where the JSON has
`facts: [{"slot", "values": [{"value", "members": [[article, quote]…]}], "relations": [[value, value, verdict]…]}]`. A facet of the report is judged
where the words of two of its mentions are marked: it is right if the marks stand in the relation that it gives. With `--edits N`, a number and a
date of each of N articles a story are also changed, and each such copy is compared with the original: a contradiction is right where the change was
made. `--write` keeps what was found as data/lexicon/confidence.toml; the tables are printed.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

from crosscheck.align.explain import Pairs
from crosscheck.judge.catalogue import entry
from crosscheck.judge.confidence import BELIEF, FEWEST
from crosscheck.judge.othervalue import others
from crosscheck.judge.verdicts import RULES
from crosscheck.model.article import Article
from crosscheck.model.claim import Extract, Quantity, Span, Time
from crosscheck.model.report import FacetMention, FacetVerdict, Report
from crosscheck.model.verdict import Verdict
from crosscheck.pipeline import claims_in, compared

TARGET = Path(__file__).resolve().parents[1] / "src/crosscheck/data/lexicon/confidence.toml"
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
# Which marked relations bear a verdict out: how exact a value must be to agree is seen otherwise by every marker.
BORNE_OUT = {
    Verdict.CONTRADICTION: {"contradiction", "superseded"},
    Verdict.SUPERSEDED: {"contradiction", "superseded"},
    Verdict.COMPATIBLE: {"compatible", "agreement"},
    Verdict.AGREEMENT: {"compatible", "agreement"},
}


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict on a facet that could be judged."""

    rule: str
    verdict: Verdict
    confidence: float
    likelihood: float
    right: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A place of an article that a fact marks, and the value that stands there."""

    article: str
    span: Span
    fact: int
    value: int


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Judges confidences by marked stories.")
    parser.add_argument("stories", type=Path)
    parser.add_argument("--edits", type=int, default=0, metavar="N", help="changed copies a story (default: none)")
    parser.add_argument("--write", action="store_true", help="keep what was found")
    given = parser.parse_args(arguments)
    found = [one for path in sorted(given.stories.glob("*.json")) for one in judged_in(path, given.edits)]
    print("\n".join([*reliability(found), "", *by_rule(found)]))
    if given.write:
        TARGET.write_text(as_toml(found), "utf-8")
    return 0


def judged_in(path: Path, edits: int) -> Iterator[Judged]:
    """All that can be judged of one story."""
    articles = [_article(text) for text in sorted(path.with_suffix("").glob("*.txt"))]
    extracts = {article.id: claims_in(article) for article in articles}
    gold = json.loads(path.read_text("utf-8"))
    report = compared(articles, extracts)
    yield from judged(report, gold, {article.id: article.text for article in articles})
    for article in articles[:edits]:
        yield from judged_edit(article, extracts[article.id])


def _article(path: Path, text: str | None = None) -> Article:
    words = path.read_text("utf-8") if text is None else text
    return Article(path.stem, words, sha256(words.encode()).hexdigest())


# marked facts


def judged(report: Report, gold: Mapping[str, Any], texts: Mapping[str, str]) -> Iterator[Judged]:
    """The facets of a report of which two mentions are marked by facts of their kind."""
    facts = gold["facts"]
    marks = list(_marks(facts, texts))
    pairs = Pairs(report.claims, {article.id: article for article in report.articles}, report.stories)
    for alignment in report.alignments:
        likely = max((link.likelihood for link in pairs.links(alignment.claims)), default=0.0)
        for facet in alignment.facets:
            told = set(_relations(facet, facts, marks))
            if told and facet.verdict in BORNE_OUT:
                yield Judged(facet.rule, facet.verdict, facet.confidence, likely, not told.isdisjoint(BORNE_OUT[facet.verdict]))


def _marks(facts: Sequence[Mapping[str, Any]], texts: Mapping[str, str]) -> Iterator[Mark]:
    for number, fact in enumerate(facts):
        for which, value in enumerate(fact["values"]):
            for article, quote in (member[:2] for member in value["members"]):
                name = Path(article).name.removesuffix(".txt")
                if isinstance(quote, str) and (span := _place(texts.get(name, ""), quote)):
                    yield Mark(name, span, number, which)


def _place(text: str, quote: str) -> Span | None:
    """Where the quote stands, whatever the white space."""
    found = re.search(r"\s+".join(map(re.escape, quote.split())), text, re.IGNORECASE)
    return Span(*found.span()) if found else None


def _relations(facet: FacetVerdict, facts: Sequence[Mapping[str, Any]], marks: Sequence[Mark]) -> Iterator[str]:
    """How the marks of each pair of mentions that the verdict is about stand to each other; "two things" where they are of different facts."""
    agreed = facet.verdict is Verdict.AGREEMENT
    values = [[_of_kind(mention, facet, facts, marks) for mention in value.mentions] for value in facet.values]
    if agreed:
        pairs: Iterable[tuple[list[Mark], list[Mark]]] = (pair for value in values for pair in combinations(value, 2))
    else:
        pairs = ((a, b) for one, other in combinations(values, 2) for a in one for b in other)
    for left, right in pairs:
        yield from {_relation(a, b, facts) for a in left for b in right} - {"two things"} or ({"two things"} if left and right else set())


def _of_kind(mention: FacetMention, facet: FacetVerdict, facts: Sequence[Mapping[str, Any]], marks: Sequence[Mark]) -> list[Mark]:
    touched = [mark for mark in marks if mark.article == mention.article and mark.span.touches(mention.span)]
    return [mark for mark in touched if _kind(str(facts[mark.fact].get("slot"))) == _kind(facet.facet.value)]


def _kind(facet: str) -> str:
    return facet if facet in ("quantity", "time") else "other"


def _relation(left: Mark, right: Mark, facts: Sequence[Mapping[str, Any]]) -> str:
    if left.fact != right.fact:
        return "two things"
    if left.value == right.value:
        return "agreement"
    fact = facts[left.fact]
    names = {fact["values"][left.value]["value"], fact["values"][right.value]["value"]}
    return next((verdict for one, other, verdict in fact.get("relations", ()) if {one, other} == names), "not told")


# changed copies


def judged_edit(article: Article, extract: Extract) -> Iterator[Judged]:
    """The contradictions between an article and its copy with one number or date changed."""
    values: tuple[Quantity | Time, ...] = (*extract.quantities[:1], *extract.times[:1])
    for value in values:
        new = _clear(value)
        if new is None:
            continue
        text = article.text[: value.span.start] + new.text + article.text[value.span.end :]
        copy = replace(article, id=f"{article.id}-changed", text=text, sha256=sha256(text.encode()).hexdigest())
        report = compared([article, copy], {article.id: extract, copy.id: claims_in(copy)})
        for facet in (facet for alignment in report.alignments for facet in alignment.facets if facet.verdict is Verdict.CONTRADICTION):
            places = [mention.span for one in facet.values for mention in one.mentions if mention.article == article.id]
            yield Judged(facet.rule, facet.verdict, facet.confidence, 1.0, any(place.touches(value.span) for place in places))


def _clear(value: Quantity | Time) -> Quantity | Time | None:
    """A value far enough from the one stated that no bound and no round number allows for it."""
    found = [other for other in others(value) if isinstance(other, Quantity | Time)]
    return found[len(found) // 2] if found else None


# what it comes to


def reliability(found: Sequence[Judged]) -> Iterator[str]:
    """A table: how many of the verdicts of a confidence are right."""
    yield "| confidence | verdicts | mean confidence | right |"
    yield "|---|---|---|---|"
    for low, high in pairwise(BINS):
        inside = [one for one in found if low <= one.confidence < high]
        if inside:
            mean = sum(one.confidence for one in inside) / len(inside)
            yield f"| {low:.1f} to {min(high, 1.0):.1f} | {len(inside)} | {mean:.2f} | {_share(inside):.2f} |"


def by_rule(found: Sequence[Judged]) -> Iterator[str]:
    yield "| rule | verdicts | right | set by hand | calibrated |"
    yield "|---|---|---|---|---|"
    for rule, mine in sorted(_by_rule(found).items()):
        yield f"| `{rule}` | {len(mine)} | {_share(mine):.2f} | {_by_hand(rule):.2f} | {_smoothed(rule, mine):.2f} |"


def as_toml(found: Sequence[Judged]) -> str:
    """The share of each rule with FEWEST cases or more."""
    lines = [
        "# How often a rule's verdict is right, by what was marked in stories of news and by changed copies: made by bench/confidence.py.",
        "# [right, verdicts judged]; a rule that is not listed keeps the confidence that its ladder sets.",
        "[rules]",
    ]
    kept = {rule: mine for rule, mine in sorted(_by_rule(found).items()) if rule in RULES and len(mine) >= FEWEST}
    return "\n".join([*lines, *(f'"{rule}" = [{sum(one.right for one in mine)}, {len(mine)}]' for rule, mine in kept.items()), ""])


def _by_rule(found: Sequence[Judged]) -> dict[str, list[Judged]]:
    rules: dict[str, list[Judged]] = defaultdict(list)
    for one in found:
        rules[one.rule].append(one)
    return rules


def _share(found: Sequence[Judged]) -> float:
    return sum(one.right for one in found) / len(found)


def _smoothed(rule: str, mine: Sequence[Judged]) -> float:
    return (sum(one.right for one in mine) + BELIEF * _by_hand(rule)) / (len(mine) + BELIEF)


def _by_hand(rule: str) -> float:
    """What the rule's author set; a detail's rule stands in no ladder."""
    found = entry(rule)
    return RULES[rule].confidence if rule in RULES else (found.confidence if found else None) or 0.0


if __name__ == "__main__":
    sys.exit(main())
