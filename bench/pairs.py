"""Of two short reports of one happening that differ in one plain fact, is the difference called, and are two that do not differ left alone?

    python -m bench.pairs [--set tuned] [FIELD ...]    # a table with a line a field; --misses prints what is not called, of the tuned set alone

bench/made/pairs has a file a field of news. Its pairs were written by writers who had not looked at the rules, each with the two sides of its one
contradiction, or without any. Of each three the first two are "tuned": they were read for errors; the third is "fresh" and for measuring alone.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from crosscheck.extract.claims import extracted_from_each
from crosscheck.model.article import Article
from crosscheck.model.claim import Span
from crosscheck.model.report import FacetVerdict, Report
from crosscheck.model.verdict import Verdict
from crosscheck.pipeline import compared

PAIRS = Path(__file__).parent / "made" / "pairs"
SETS = ("tuned", "fresh")
FRESH = 3  # of so many pairs in a row the last is for measuring alone
NEAR = 25  # code points within which a value and the words of its side may stand: "at the age of" before "47"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports and what each says where they differ; no sides where they do not differ."""

    field: str
    kind: str
    set: str
    reports: tuple[str, str]
    sides: tuple[str, str] | None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What came of a pair: whether its contradiction is called, and whether any other is."""

    pair: Pair
    called: bool
    other: bool


def pairs(folder: Path = PAIRS) -> Iterator[Pair]:
    """By field, in the order of the files; those that differ and those that do not are dealt out into the sets each by themselves."""
    for path in sorted(folder.glob("*.jsonl")):
        dealt = {True: 0, False: 0}
        for line in path.read_text("utf-8").splitlines():
            told = json.loads(line)
            sides = tuple(told["sides"]) if "sides" in told else None
            dealt[bool(sides)] += 1
            of = SETS[dealt[bool(sides)] % FRESH == 0]
            yield Pair(path.stem, told["kind"], of, tuple(told["reports"]), sides, told.get("published"))


def found(pair: Pair) -> Found:
    """As `compare` has it, of the two reports alone."""
    called = [_is_of(pair, facet) for facet in _contradictions(_report(pair))]
    return Found(pair, any(called), not all(called))


def _report(pair: Pair) -> Report:
    articles = [Article(name, text, name, published=pair.published) for name, text in zip(("first", "second"), pair.reports, strict=True)]
    return compared(articles, {article.id: extract for article, extract in zip(articles, extracted_from_each(articles), strict=True)})


def _contradictions(report: Report) -> list[FacetVerdict]:
    return [facet for alignment in report.alignments for facet in alignment.facets if facet.verdict is Verdict.CONTRADICTION]


def _is_of(pair: Pair, facet: FacetVerdict) -> bool:
    """Whether a value of it stands at the one side in the first report, and another at the other side in the second."""
    if pair.sides is None:
        return False
    left, right = (
        {number for number, value in enumerate(facet.values) for one in value.mentions if one.article == name and _is_near(one.span, text, side)}
        for name, text, side in zip(("first", "second"), pair.reports, pair.sides, strict=True)
    )
    return any(one != other for one in left for other in right)


def _is_near(span: Span, text: str, side: str) -> bool:
    places = [at for at in range(len(text)) if text.casefold().startswith(side.casefold(), at)]
    return any(span.start < at + len(side) + NEAR and at - NEAR < span.end for at in places)


def table(results: Sequence[Found]) -> str:
    """A Markdown table with a line a field and set."""
    lines = ["| field | set | that differ | called | otherwise called | that do not | called |", "|---|---|---|---|---|---|---|"]
    fields = dict.fromkeys(one.pair.field for one in results)
    for field in (*fields, "all"):
        for of in SETS:
            those = [one for one in results if one.pair.set == of and field in (one.pair.field, "all")]
            lines += [_line(field, of, those)] if those else []
    return "\n".join(lines)


def _line(field: str, of: str, results: Iterable[Found]) -> str:
    those = list(results)
    differ = [one for one in those if one.pair.sides]
    alike = [one for one in those if not one.pair.sides]
    called = sum(one.called for one in differ)
    share = f" ({100 * called / len(differ):.0f} %)" if differ else ""
    others, wrong = sum(one.other for one in differ), sum(one.other for one in alike)
    return f"| {field} | {of} | {len(differ)} | {called}{share} | {others} | {len(alike)} | {wrong} |"


def main() -> None:
    parser = argparse.ArgumentParser(description="two short reports each: is what they differ in called?")
    parser.add_argument("fields", nargs="*", help="files of bench/made/pairs, without .jsonl; all where none is named")
    parser.add_argument("--set", choices=SETS, help="one set alone")
    parser.add_argument("--misses", action="store_true", help="what is not called, and what is called wrongly, of the tuned set")
    arguments = parser.parse_args()
    chosen = [pair for pair in pairs() if pair.set == (arguments.set or pair.set) and pair.field in (arguments.fields or (pair.field,))]
    results = [found(pair) for pair in chosen]
    print(table(results))
    for one in results:
        if arguments.misses and one.pair.set == "tuned" and ((one.pair.sides and not one.called) or one.other):
            print(f"\n{one.pair.field}, {one.pair.kind}: {one.pair.sides or 'nothing differs'}", *one.pair.reports, sep="\n  ")


if __name__ == "__main__":
    main()
