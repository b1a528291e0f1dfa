"""What is called a contradiction in a pile of articles, to be read by eye?

    python -m bench.calls ARTICLES.jsonl.gz [--slice 3000:4500]    # prints each call with its rule, its reason and the words around both values

ARTICLES has an article a line: `text` (or `articleBody`), and `id` (or `Body ID`), `title`, `published` where they are known. What is right, arguable
or wrong of the calls a reader says: so the newest table of readings in docs/quality.md came about.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from crosscheck.extract.claims import extracted_from_each
from crosscheck.model.article import Article
from crosscheck.model.claim import Span
from crosscheck.model.verdict import Verdict
from crosscheck.pipeline import compared

BEFORE, BEHIND = 160, 110  # code points around a value that are printed


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Prints what is called a contradiction in a pile.")
    parser.add_argument("articles", type=Path, metavar="ARTICLES.jsonl.gz")
    parser.add_argument("--slice", default=":", metavar="FROM:TO", help="which of them (default: all)")
    given = parser.parse_args(arguments)
    first, _, last = given.slice.partition(":")
    articles = articles_in(given.articles)[int(first or 0) : int(last) if last else None]
    calls = list(calls_in(articles))
    sys.stdout.write("".join(f"{call}\n" for call in calls))
    sys.stdout.write(f"{len(calls)} called in {len(articles)} articles\n")
    return 0


def articles_in(path: Path) -> list[Article]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        return [_article(json.loads(line), number) for number, line in enumerate(lines)]


def _article(told: dict[str, Any], number: int) -> Article:
    text = told.get("text") or told["articleBody"]
    name = re.sub(r"\W+", "_", str(told.get("id") or told.get("Body ID") or number))
    return Article(name, text, sha256(text.encode()).hexdigest(), title=told.get("title"), published=told.get("published"))


def calls_in(articles: Sequence[Article]) -> Iterator[str]:
    """Each contradiction, with the words around the first place of each value."""
    by_id = {article.id: article for article in articles}
    report = compared(articles, dict(zip(by_id, extracted_from_each(articles), strict=True)))
    for alignment in report.alignments:
        for facet in alignment.facets:
            if facet.verdict is Verdict.CONTRADICTION:
                places = (value.mentions[0] for value in facet.values)
                said = (f"\n    {place.article}: {_around(by_id[place.article], place.span)}" for place in places)
                yield f"{facet.rule}: {alignment.question} {facet.reason}{''.join(said)}"


def _around(article: Article, span: Span) -> str:
    before, behind = article.text[max(0, span.start - BEFORE) : span.start], article.text[span.end : span.end + BEHIND]
    return " ".join(f"{before}[{article.text[span.start : span.end]}]{behind}".split())


if __name__ == "__main__":
    sys.exit(main())
