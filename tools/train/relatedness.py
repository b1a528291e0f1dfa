"""From which share of its words on is a text about a claim at all?

    python -m tools.train.relatedness --data ../shared/nlp

Takes the title and the first sentence of each MEANTIME article (Wikinews) as claims. About them are their own article; not about them are articles
on something else, half of them from the same collection (one company), half from another. Prints balanced accuracy for each share.
"""

from __future__ import annotations

import argparse
import hashlib
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from crosscheck.judge.bearing.case import case_of
from crosscheck.judge.bearing.passages import Text
from crosscheck.model.article import Article
from crosscheck.pipeline import claims_in
from tools.train import entities

TITLE, LEAD, REST = 0, 2, 3  # sentences of an article; the one between is its date
QUOTED = 3  # sentences after the lead that are short evidence for the title
OTHERS = 5  # articles of either kind that a claim is laid beside
SHARES = tuple(step / 50 for step in range(1, 31))

Pair = tuple[str, str]
Articles = Mapping[str, Sequence[str]]
Pairs = Callable[[Sequence[str], Sequence[str]], Iterator[Pair]]


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m tools.train.relatedness", description=__doc__)
    options.add_argument("--data", type=Path, required=True, help="folder with meantime.tar.gz")
    articles = read(options.parse_args().data / "meantime.tar.gz")
    for name, kinds in {"RELATED": (_title_and_body, _lead_and_rest), "RELATED_SHORT": (_title_and_lead, _title_and_sentence)}.items():
        tables = [_accuracies(articles, pairs) for pairs in kinds]
        means = {share: sum(table[share] for table in tables) / len(tables) for share in SHARES}
        best = max(means, key=lambda share: means[share])
        print(f"{name}: best {best:.2f}")
        for share in SHARES:
            print(f"  {share:.2f}: {means[share]:.3f} ({', '.join(f'{table[share]:.3f}' for table in tables)})")


def read(archive: Path) -> Articles:
    """The sentences of each article that has enough of them."""
    found: dict[str, list[str]] = {}
    for gold in entities.meantime(archive, sentences=400):
        found.setdefault(gold.document, []).append(gold.text)
    return {name: sentences for name, sentences in found.items() if len(sentences) >= REST + QUOTED}


def _title_and_body(mine: Sequence[str], theirs: Sequence[str]) -> Iterator[Pair]:
    yield mine[TITLE], "\n\n".join(theirs[LEAD:])


def _lead_and_rest(mine: Sequence[str], theirs: Sequence[str]) -> Iterator[Pair]:
    yield mine[LEAD], "\n\n".join(theirs[REST:])


def _title_and_lead(mine: Sequence[str], theirs: Sequence[str]) -> Iterator[Pair]:
    yield mine[TITLE], theirs[LEAD]
    yield mine[LEAD], theirs[TITLE]


def _title_and_sentence(mine: Sequence[str], theirs: Sequence[str]) -> Iterator[Pair]:
    yield from ((mine[TITLE], sentence) for sentence in theirs[REST : REST + QUOTED])


def _accuracies(articles: Articles, pairs: Pairs) -> dict[float, float]:
    """Mean of the right answers among the related and among the unrelated, for each share from which on a text would be related."""
    choice = random.Random(1)
    own: list[float] = []
    other: list[float] = []
    for name, mine in articles.items():
        own += [_share(pair) for pair in pairs(mine, mine)]
        for same in (True, False):
            rest = [key for key in articles if key != name and (_collection(key) == _collection(name)) is same]
            other += [_share(pair) for key in choice.sample(rest, OTHERS) for pair in pairs(mine, articles[key])]
    return {share: (sum(found >= share for found in own) / len(own) + sum(found < share for found in other) / len(other)) / 2 for share in SHARES}


def _collection(name: str) -> str:
    return name.split("/")[-2]


def _share(pair: Pair) -> float:
    claim, evidence = map(_text, pair)
    return case_of(claim, [evidence]).share


@cache
def _text(words: str) -> Text:
    article = Article("text", words, hashlib.sha256(words.encode()).hexdigest())
    return Text(article, claims_in(article))


if __name__ == "__main__":
    main()
