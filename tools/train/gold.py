"""What does a treebank say about a text: its words, their classes, trees and lemmas, and its names?

A `Gold` sentence holds parallel tuples, one entry a word; heads count from 0 and the root is its own head. `names` are
`(first, last, type)` with `last` exclusive. `None` for heads or names means that the source does not annotate them.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from crosscheck.language.words import is_designator

Row = list[str]


@dataclass(frozen=True, slots=True)
class Gold:
    document: str
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    pos: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    heads: tuple[int, ...] | None = None
    deps: tuple[str, ...] = ()
    names: tuple[tuple[int, int, str], ...] | None = None
    paragraph: bool = False
    """True where a paragraph starts with this sentence."""
    misc: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "".join(word + " " * space for word, space in zip(self.words, self.spaces, strict=True)).rstrip()


def conllu(path: Path) -> Iterator[Gold]:
    """The sentences of a (gzipped) CoNLL-U file, designators as one word ("Mi-24P", not "Mi - 24P")."""
    for document, paragraph, rows in _blocks(path):
        yield _without_split_designators(_sentence(document, paragraph, rows))


def _blocks(path: Path) -> Iterator[tuple[str, bool, list[Row]]]:
    document, paragraph, rows = "", False, []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc id"):
                document, paragraph = line.partition("=")[2].strip(), True
            elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
                paragraph = True
            elif line[:1].isdigit():
                rows.append(line.rstrip("\n").split("\t"))
            elif not line.strip() and rows:
                yield document, paragraph, rows
                paragraph, rows = False, []
    if rows:
        yield document, paragraph, rows


def _sentence(document: str, paragraph: bool, rows: list[Row]) -> Gold:
    glued = {n for row in rows if "-" in row[0] for n in _all_but_the_last(row)}
    words = [row for row in rows if row[0].isdigit()]
    return Gold(
        document=document,
        words=tuple(row[1] for row in words),
        spaces=tuple(int(row[0]) not in glued and "SpaceAfter=No" not in row[9].split("|") for row in words),
        pos=tuple(row[3] for row in words),
        tags=tuple(row[4] for row in words),
        lemmas=tuple(row[2] for row in words),
        heads=tuple(int(row[6]) - 1 if row[6] != "0" else at for at, row in enumerate(words)),
        deps=tuple("ROOT" if row[6] == "0" else row[7] for row in words),
        paragraph=paragraph,
        misc=tuple(row[9] for row in words),
    )


def _all_but_the_last(row: Row) -> range:
    """Words of "1-2 don't" after which no space follows; the last one too where the whole has SpaceAfter=No."""
    first, last = map(int, row[0].split("-"))
    return range(first, last + ("SpaceAfter=No" in row[9].split("|")))


def _without_split_designators(gold: Gold) -> Gold:
    """Joins "Mi", "-", "24P" as our own tokenizer does; what hung on a part hangs on the whole."""
    for at in range(len(gold.words) - 2):
        if gold.words[at + 1] == "-" and not gold.spaces[at] and not gold.spaces[at + 1] and is_designator("".join(gold.words[at : at + 3])):
            return _without_split_designators(_joined(gold, at))
    return gold


def _joined(gold: Gold, at: int) -> Gold:
    assert gold.heads is not None
    inside = range(at, at + 3)
    top = next((i for i in inside if gold.heads[i] not in inside or gold.heads[i] == i), at)
    new = [i if i < at else at if i in inside else i - 2 for i in range(len(gold.words))]
    heads = [new[gold.heads[i]] for i in range(len(gold.words)) if i not in inside or i == top]
    whole = "".join(gold.words[at : at + 3])

    def spliced(values: tuple[str, ...], value: str) -> tuple[str, ...]:
        return (*values[:at], value, *values[at + 3 :])

    return replace(
        gold,
        words=spliced(gold.words, whole),
        spaces=(*gold.spaces[:at], gold.spaces[at + 2], *gold.spaces[at + 3 :]),
        pos=spliced(gold.pos, "PROPN"),
        tags=spliced(gold.tags, "NNP"),
        lemmas=spliced(gold.lemmas, whole),
        heads=tuple(heads),
        deps=spliced(gold.deps, gold.deps[top]),
        misc=spliced(gold.misc, "|".join(m for m in gold.misc[at : at + 3] if m != "_") or "_"),
    )
