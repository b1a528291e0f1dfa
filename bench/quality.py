"""How good is crosscheck by the measured scores, and has it got worse anywhere?

    python bench/quality.py keep SCORES.json [--date 2026-11-22]    # adds the scores to the history and writes the table of docs/quality.md
    python bench/quality.py keep SCORES.json --lowered "why"         # the same, for a fall that is meant: floors begin anew with these scores
    python bench/quality.py check SCORES.json                       # ends with 1 if a score lies below its floor
    python bench/quality.py table                                   # writes the table anew

SCORES.json is a list of `{"name", "scores": {measure: score}, "items"}`, with scores from 0 to 1, or counts for measures named "… per 1…".
The history is bench/scores.jsonl, a line a measurement; a floor is the best headline that was kept, less SLACK: it only rises, unless
what made the best score was taken out again, and why stands with the score.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
HISTORY = ROOT / "bench" / "scores.jsonl"
PAGE = ROOT / "docs" / "quality.md"
START, END = "<!-- scores -->", "<!-- /scores -->"

SLACK = 0.5
"""Points by which a score may fall short of the best one: a change in one place moves others a little, and a rise elsewhere pays for it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One measurement: percentages by measure, the headline first, on what it was measured, and why the floor begins anew with it, if it does."""

    date: str
    name: str
    scores: dict[str, float]
    items: str
    lowered: str = ""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Keeps scores and their floors.")
    parser.add_argument("action", choices=("keep", "check", "table"))
    parser.add_argument("scores", nargs="?", type=Path, metavar="SCORES.json")
    parser.add_argument("--date", default=date.today().isoformat(), metavar="DAY", help="when they were measured (default: today)")
    parser.add_argument("--lowered", default="", metavar="WHY", help="with keep: why the floors of these measurements begin anew")
    given = parser.parse_args(arguments)
    if (given.scores is None) == (given.action != "table"):
        parser.error("keep and check take a file of scores, table takes none")
    history = tuple(history_of(HISTORY.read_text("utf-8") if HISTORY.exists() else ""))
    measured = tuple(measured_in(json.loads(given.scores.read_text("utf-8")), given.date, given.lowered)) if given.scores else ()
    if given.action == "check":
        fallen = tuple(fallen_below(measured, history))
        print("\n".join(fallen) or "no score has fallen")
        return 1 if fallen else 0
    history += measured
    HISTORY.write_text("".join(_line(kept) + "\n" for kept in history), "utf-8")
    PAGE.write_text(with_table(PAGE.read_text("utf-8"), history), "utf-8")
    return 0


def _line(kept: Kept) -> str:
    return json.dumps({name: value for name, value in asdict(kept).items() if name != "lowered" or value})


def history_of(lines: str) -> Iterator[Kept]:
    """The measurements that were kept, the oldest first."""
    return (Kept(**json.loads(line)) for line in lines.splitlines())


def measured_in(results: Iterable[dict[str, Any]], day: str, lowered: str = "") -> Iterator[Kept]:
    """Percentages and counts to a tenth; those without a value are left out."""
    for result in results:
        scores = {
            measure: round(value if " per 1" in measure else 100 * value, 1) for measure, value in result["scores"].items() if value is not None
        }
        if scores:
            yield Kept(day, result["name"], scores, result.get("items", ""), lowered)


def floor_of(name: str, measure: str, history: Iterable[Kept]) -> float | None:
    """The best of a measure since it was last lowered, less SLACK; None where it was never measured."""
    best: float | None = None
    for kept in history:
        if kept.name == name and measure in kept.scores:
            score = kept.scores[measure]
            best = score if best is None or kept.lowered else max(best, score)
    return None if best is None else round(best - SLACK, 1)


def fallen_below(measured: Iterable[Kept], history: Sequence[Kept]) -> Iterator[str]:
    """One line for every headline below its floor."""
    for kept in measured:
        measure, score = next(iter(kept.scores.items()))
        floor = floor_of(kept.name, measure, history)
        if floor is not None and score < floor:
            yield f"{kept.name}: {measure} is {score}, its floor {floor}"


def with_table(page: str, history: Sequence[Kept]) -> str:
    """The page with its table of first, best and latest scores made anew. Raises: ValueError when the page has no place for it."""
    before, opened, rest = page.partition(START)
    _, closed, after = rest.partition(END)
    if not opened or not closed:
        raise ValueError(f"the page has no {START} … {END}")
    head = ["", "| name | measure | first | best | latest | measured on |", "|---|---|---|---|---|---|"]
    return before + START + "\n".join([*head, *_rows(history), ""]) + END + after


def _rows(history: Sequence[Kept]) -> Iterator[str]:
    """By name in the order of the first measurement, the headline in bold; what the latest measurement knows of."""
    for name in dict.fromkeys(kept.name for kept in history):
        runs = [kept for kept in history if kept.name == name]
        for number, measure in enumerate(runs[-1].scores):
            scores = [kept.scores[measure] for kept in runs if measure in kept.scores]
            figures = f"{scores[0]:.1f} | {max(scores):.1f} | {scores[-1]:.1f}"
            yield f"|  | {measure} | {figures} |  |" if number else f"| {name} | **{measure}** | {figures} ({runs[-1].date}) | {runs[-1].items} |"


if __name__ == "__main__":
    sys.exit(main())
