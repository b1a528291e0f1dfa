"""How do time and memory grow with the length of a text and with the number of texts? Prints the tables of docs/security.md.

python -m bench.lengths                seconds of the processor for 1 KB to --largest of real and of adversarial text, a stage a column
python -m bench.lengths --real FILE    the same of the text of a file, such as a month of a newspaper: sentences that do not come again and again
python -m bench.lengths --memory       peak memory of `claims` over 1, 50, 200 and 1,000 articles
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from time import process_time

from crosscheck.extract.boilerplate import boilerplate_in
from crosscheck.extract.plain import plain_text
from crosscheck.extract.time_grammar import expressions_in
from crosscheck.ingest.decode import decoded
from crosscheck.ingest.entries import entries_in
from crosscheck.ingest.languages import foreign
from crosscheck.ingest.markup import shown
from crosscheck.ingest.metadata import header_of
from crosscheck.ingest.page import page_of
from crosscheck.language.sentences import split
from crosscheck.language.words import words
from crosscheck.model.article import Article
from crosscheck.pipeline import claims_in

SEEDS = Path(__file__).parents[1] / "seeds"
SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
ARTICLES = (1, 50, 200, 1_000)
WORDS = 250  # of an article of the pile

STAGES: dict[str, Callable[[str], object]] = {
    "bytes": lambda text: decoded(text.encode("cp1252", "replace")),
    "page": lambda text: (shown(text), page_of(text)),
    "language": foreign,
    "head": lambda text: (header_of(text), list(boilerplate_in(text, None)), entries_in(text, "2024-05-05")),
    "plain": plain_text,
    "sentences": split,
    "words": words,
    "times": expressions_in,
    "all steps": lambda text: claims_in(Article("a", text, "0" * 64, published="2024-05-05")),
}


def real(size: int) -> str:
    text = "\n\n".join(path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt")))
    return (text * (size // len(text) + 1))[:size]


def of_file(path: Path) -> Callable[[int], str]:
    text = path.read_text("utf-8")
    return lambda size: text[:size]


TEXTS: dict[str, Callable[[int], str]] = {
    "articles": real,
    "one run of letters": lambda size: "a" * size,
    "numbers": lambda size: "".join(f"{at} " for at in range(size // 5))[:size],
    "names": lambda size: "".join(f"Abcde{chr(97 + at % 26)}{chr(97 + at // 26 % 26)} " for at in range(size // 8)),
    "quotation marks": lambda size: '" he said ' * (size // 10),
    "brackets": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "commas": lambda size: "The men, " * (size // 9),
    "entries": lambda size: "14:05 GMT\nRain fell there.\n" * (size // 27),
    "tags": lambda size: "<p hidden=x><time datetime=2024>a</time>&amp;" * (size // 45),
    "lookalikes": lambda size: "D\u043ev\u200ban " * (size // 7),
}


def seconds(stage: Callable[[str], object], text: str) -> float:
    start = process_time()
    stage(text)
    return process_time() - start


def times(texts: Mapping[str, Callable[[int], str]], largest: int, most: float) -> None:
    """A stage that took more than `most` seconds is not tried on ten times the text."""
    STAGES["all steps"]("Loads the networks.")
    print("| text | KB | " + " | ".join(STAGES) + " |\n|---|--:|" + "--:|" * len(STAGES))
    for name, make in texts.items():
        last = dict.fromkeys(STAGES, 0.0)
        for size in SIZES:
            if size > largest:
                break
            text = make(size)
            last = {stage: seconds(work, text) if last[stage] * 10 <= most else most for stage, work in STAGES.items()}
            shown = (f"{spent:.2f}" if spent < most else "–" for spent in last.values())
            print(f"| {name} | {size // 1000:,} | {' | '.join(shown)} |", flush=True)


def memory() -> None:
    print("| articles | KB | MB of memory |\n|--:|--:|--:|")
    sentences = [line for line in real(30_000).split(". ") if line.strip()]
    for count in ARTICLES:
        with tempfile.TemporaryDirectory() as folder:
            size = sum(_written(Path(folder) / f"{number}.txt", sentences, random.Random(number)) for number in range(count))
            print(f"| {count:,} | {size // 1000:,} | {_peak(folder):.0f} |", flush=True)


def _written(path: Path, sentences: list[str], chance: random.Random) -> int:
    text = ""
    while len(text.split()) < WORDS:
        text += chance.choice(sentences) + ". "
    return path.write_text(text, "utf-8")


def _peak(folder: str) -> float:
    """Megabytes that a run of `claims` held at most."""
    run = "import resource,subprocess,sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)"
    told = f"{run}; print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    command = [sys.executable, "-c", told, sys.executable, "-m", "crosscheck", "claims", folder, "--format", "jsonl", "--no-cache", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ)
    return int(done.stdout) / 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="code points")
    parser.add_argument("--most", type=float, default=120.0, help="seconds that a step may take; what took longer is not tried on more")
    parser.add_argument("--memory", action="store_true")
    parser.add_argument("--real", type=Path, metavar="FILE")
    parser.add_argument("--text", action="append", choices=TEXTS, help="one kind of text, may be given again; all without it")
    given = parser.parse_args()
    texts = {"newswire": of_file(given.real)} if given.real else {name: TEXTS[name] for name in given.text or TEXTS}
    memory() if given.memory else times(texts, given.largest, given.most)


if __name__ == "__main__":
    main()
