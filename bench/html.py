"""How fast does the page of a comparison open, and how fast does it filter, in a real Chromium?

    python -m bench.html [--findings 1000] [--runs 3]

The page is that of the seeds, told over and over by further articles until it has so many findings. A keystroke is timed from the event to the end
of the layout that it forces, and to the frame that shows it; the slowest of all keystrokes counts as well as the median. All is typed twice: one
letter a frame, and with pauses that are long enough for what the page puts off until nobody types.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from math import ceil
from pathlib import Path
from shutil import which
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from playwright.sync_api import Page, sync_playwright

from crosscheck.ingest.read import read
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim
from crosscheck.model.report import Alignment, FacetMention, FacetVerdict, Report
from crosscheck.model.verdict import Verdict
from crosscheck.pipeline import claims_in, compared
from crosscheck.report import Look, format_named
from crosscheck.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
TYPED = ("helicopters in March", "Goïta", "zzz", "two")
PAUSES = (0, 400)  # milliseconds
_FLAGS = ["--no-sandbox", "--disable-gpu"]
_KEYSTROKE = """async ([letters, pause]) => {
  const search = document.getElementById('search'), times = [];
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const press = async (value) => {
    search.value = value;
    const start = performance.now();
    search.dispatchEvent(new Event('input', { bubbles: true }));
    document.body.offsetHeight;
    const laid = performance.now();
    await frame();
    times.push([laid - start, performance.now() - start]);
    if (pause) await new Promise((done) => setTimeout(done, pause));
  };
  for (let end = 1; end <= letters.length; end += 1) await press(letters.slice(0, end));
  for (let end = letters.length - 1; end >= 0; end -= 1) await press(letters.slice(0, end));
  return times;
}"""


def main() -> int:
    parser = argparse.ArgumentParser(description="Times the page of a comparison in Chromium.")
    parser.add_argument("--findings", type=int, default=1000, metavar="N", help="at least so many (default: 1000)")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="the median counts (default: 3)")
    arguments = parser.parse_args()
    browser = which("chromium") or which("chromium-browser") or which("google-chrome")
    if browser is None:
        print("no Chromium: install the system's package chromium", file=sys.stderr)
        return 1
    report = repeated(seeds(), arguments.findings)
    start = perf_counter()
    page = format_named("html").compare(report, Look())
    made = perf_counter() - start
    with TemporaryDirectory() as folder:
        file = Path(folder) / "report.html"
        file.write_text(page, "utf-8")
        runs = [measured(file.as_uri(), browser) for _ in range(arguments.runs)]
    print(table(report, page, made, runs))
    return 0


def seeds() -> Report:
    articles = read((str(ROOT / "seeds"),), Settings()).articles
    return compared(articles, {article.id: claims_in(article) for article in articles})


def repeated(report: Report, findings: int) -> Report:
    """The report told by further articles, until it has that many findings that two voices speak of."""
    told = tuple(one for one in report.alignments if one.verdict is not Verdict.SINGLE_SOURCE)
    rounds = range(ceil(findings / len(told)))
    return replace(
        report,
        articles=tuple(_article(one, number) for number in rounds for one in report.articles),
        claims=tuple(_claim(one, number) for number in rounds for one in report.claims),
        alignments=tuple(sorted((_alignment(one, number) for number in rounds for one in told), key=lambda one: one.verdict.gravity)),
    )


def _article(article: Article, number: int) -> Article:
    return replace(article, id=f"{article.id}{number or ''}")


def _claim(claim: Claim, number: int) -> Claim:
    return replace(claim, id=f"{claim.id}{number or ''}", article=f"{claim.article}{number or ''}")


def _alignment(alignment: Alignment, number: int) -> Alignment:
    claims, articles = ((tuple(f"{id_}{number or ''}" for id_ in ids)) for ids in (alignment.claims, alignment.articles))
    return replace(
        alignment, id=f"{alignment.id}{number or ''}", claims=claims, articles=articles, facets=tuple(_facet(one, number) for one in alignment.facets)
    )


def _facet(facet: FacetVerdict, number: int) -> FacetVerdict:
    values = (replace(value, mentions=tuple(_mention(one, number) for one in value.mentions)) for value in facet.values)
    return replace(facet, values=tuple(values))


def _mention(mention: FacetMention, number: int) -> FacetMention:
    return replace(mention, claim=f"{mention.claim}{number or ''}", article=f"{mention.article}{number or ''}")


def measured(address: str, path: str) -> dict[str, Any]:
    """Milliseconds until the page is loaded and can be filtered, and of every keystroke: to the layout, and to the frame."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        page: Page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(address)
        page.locator("#filters").wait_for()
        loaded = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
        page.wait_for_timeout(1000)  # a reader looks before he types; the words are gathered meanwhile
        keystrokes = [times for pause in PAUSES for words in TYPED for times in page.evaluate(_KEYSTROKE, [words, pause])]
        browser.close()
    return {"loaded": loaded, "keystrokes": keystrokes}


def table(report: Report, page: str, made: float, runs: Sequence[dict[str, Any]]) -> str:
    laid, shown = ([times[kind] for run in runs for times in run["keystrokes"]] for kind in (0, 1))
    over = sum(time > 100 for time in shown)
    rows = [
        ("findings", f"{len(report.alignments):,} in {len(report.articles)} articles"),
        ("page", f"{len(page.encode()) / 1e6:.1f} MB, made in {made:.1f} s"),
        ("loaded", f"{median(run['loaded'] for run in runs):.0f} ms"),
        ("a keystroke, to the layout", f"median {median(laid):.0f} ms, slowest {max(laid):.0f} ms"),
        ("a keystroke, to the frame", f"median {median(shown):.0f} ms, slowest {max(shown):.0f} ms, over 100 ms {over} of {len(shown)}"),
    ]
    return "\n".join(f"{name:<28}{value}" for name, value in rows)


if __name__ == "__main__":
    sys.exit(main())
