"""Which words of the training texts are names, and of what: PER, ORG, LOC, MISC?

Three sources, one convention, that of UNER: a title is no part of a name ("President X" is X), nor is an article; words for
people and languages (Russian, Afghans) are no names; a country is LOC even where it acts. GUM marks every mention of anything, so a
mention is a name when the words of its smallest form (minspan) are proper nouns. MEANTIME marks names but with titles and modifiers.
"""

from __future__ import annotations

import gzip
import re
import tarfile
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from tools.train.gold import Gold

LEXICON = Path("src/crosscheck/data/lexicon")
_GUM_TYPES = {
    "person": "PER",
    "organization": "ORG",
    "place": "LOC",
    "object": "MISC",
    "event": "MISC",
    "abstract": "MISC",
    "animal": "MISC",
    "substance": "MISC",
}
_MEANTIME_TYPES = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "PRO": "MISC", "FIN": "MISC", "MIX": "MISC"}
INSIDE = {
    "of",
    "de",
    "la",
    "le",
    "the",
    "and",
    "&",
    "for",
    "-",
    "'s",
    "’s",
    "da",
    "di",
    "du",
    "del",
    "des",
    "von",
    "van",
    "der",
    "bin",
    "ibn",
    "al",
    "el",
    "in",
    "on",
    "to",
    "at",
    ".",
    "'",
    "’",
    "/",
    "y",
    "et",
    "a",
    "an",
}
_PARTICLES = {"-", "de", "da", "di", "du", "del", "la", "von", "van", "der", "bin", "ibn", "al", "el", "'", "’", ".", "&", "of"}

Span = tuple[int, int, str]


@cache
def _words(file: str, *keys: str) -> frozenset[str]:
    lists = tomllib.loads((LEXICON / file).read_text(encoding="utf-8"))
    return frozenset(word for key in keys or lists for word in lists[key])


@cache
def countries() -> frozenset[str]:
    listed = tomllib.loads((LEXICON / "countries.toml").read_text(encoding="utf-8"))["country"]
    return frozenset(name for country in listed for name in country["names"])


@cache
def peoples() -> frozenset[str]:
    """Words for the people of a country or a wider region, and directions, none of which are names of anything."""
    listed = tomllib.loads((LEXICON / "countries.toml").read_text(encoding="utf-8"))["country"]
    directions = ("North", "South", "West", "Northern", "Southern", "Eastern", "Western")
    return frozenset([word for country in listed for word in country.get("people", ())]) | _words("places.toml", "peoples") | frozenset(directions)


# ------------------------------------------------------------------------------------------------------------------- GUM


def with_gum_names(golds: Iterator[Gold]) -> Iterator[Gold]:
    for gold in golds:
        whole = _outermost([s for m in _mentions(gold) if (s := _gum_name(gold, *m))])
        yield replace(gold, names=tuple(part for span in whole for part in _at_commas(gold, span)))


def _at_commas(gold: Gold, span: Span) -> Iterator[Span]:
    """ "Houston, Texas" are two names."""
    start = span[0]
    for at in [*(i for i in range(span[0], span[1]) if gold.words[i] == ","), span[1]]:
        first = start + (start < at and gold.words[start].lower() in ("and", "the"))
        if first < at and any(gold.tags[i] in ("NNP", "NNPS") for i in range(first, at)):
            yield first, at, "LOC" if " ".join(gold.words[first:at]) in countries() else span[2]
        start = at + 1


def _mentions(gold: Gold) -> Iterator[tuple[int, int, list[str]]]:
    """Mentions that start and end in the sentence: first, last (exclusive), and the fields of GUM's annotation."""
    opened: list[tuple[int, str]] = []
    for at, misc in enumerate(gold.misc):
        value = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
        for piece in re.findall(r"\([^()]+\)?|[^()]+\)", value):
            if piece.startswith("("):
                opened.append((at, piece[1:].rstrip(")")))
                if piece.endswith(")"):
                    first, fields = opened.pop()
                    yield first, at + 1, fields.split("-")
                continue
            matching = [i for i in range(len(opened)) if opened[i][1].split("-")[0] == piece[:-1]]
            if matching:
                first, fields = opened.pop(matching[-1])
                yield first, at + 1, fields.split("-")


def _gum_name(gold: Gold, first: int, last: int, fields: list[str]) -> Span | None:
    kind, linked = _GUM_TYPES.get(fields[1]), len(fields) > 7
    if kind is None or not fields[5].replace(",", "").isdigit():
        return None
    small = [at for n in fields[5].split(",") if (at := first + int(n) - 1) < last]
    proper = [at for at in small if gold.tags[at] in ("NNP", "NNPS")]
    if not proper or (kind == "MISC" and not linked and len(proper) < 2):
        return None
    if kind == "PER":
        return next((found for run in _runs(gold, small) if (found := _person(gold, run))), None)
    start, end = min(proper), max(proper) + 1
    end = next((at for at in range(start + 1, end) if kind != "MISC" and gold.words[at] in ("in", "at", "on", "to")), end)
    while end < last and (gold.words[end].isdigit() or gold.tags[end] in ("NNP", "NNPS")) and end in small:
        end += 1
    if any(gold.words[at] not in INSIDE and not _name_like(gold, at) for at in range(start, end)):
        return None
    return _typed(gold, start, end, kind)


def _name_like(gold: Gold, at: int) -> bool:
    return gold.tags[at] in ("NNP", "NNPS") or gold.words[at][:1].isupper() or gold.words[at][:1].isdigit() or gold.words[at] in ".,-'\""


def _runs(gold: Gold, small: list[int]) -> list[list[int]]:
    """The words of a smallest form in runs, over hyphens that GUM leaves out: "Lee Cheuk - yan", but "Mark Tedeschi" and "QC"."""
    runs: list[list[int]] = []
    for at in small:
        if runs and all(gold.words[i] in ("-", "'", "’") for i in range(runs[-1][-1] + 1, at)):
            runs[-1] += range(runs[-1][-1] + 1, at + 1)
        else:
            runs.append([at])
    return runs


def _person(gold: Gold, small: list[int]) -> Span | None:
    """The last run of proper nouns, without titles; a people ("Afghans") is none, a group with an article ("the Rohingya") is MISC."""
    end = small[-1] + 1
    start = end
    while start > small[0] and (gold.tags[start - 1] == "NNP" or gold.words[start - 1] in _PARTICLES - {"of"}):
        start -= 1
    if start > small[0] and any(gold.words[at] in _words("titles.toml") for at in range(small[0], start)) and gold.words[start - 1] == "of":
        return None
    start = max([start, *(at + 1 for at in range(start, end - 1) if gold.words[at] in _words("titles.toml"))])
    while start < end and (gold.words[start] in _words("titles.toml") | peoples() | countries() or gold.words[start] in _PARTICLES):
        start += 1
    if start >= end or gold.words[end - 1] in _words("titles.toml"):
        return None
    article = start > 0 and gold.words[start - 1].lower() == "the" and end - start == 1
    return start, end, "MISC" if article else "PER"


def _typed(gold: Gold, start: int, end: int, kind: str) -> Span | None:
    while start < end and gold.words[start].lower() in ("the", "a", "an", "'s", "’s"):
        start += 1
    words = gold.words[start:end]
    whole = " ".join(words)
    if not words or any("@" in w or "//" in w or "www." in w for w in words) or (len(words) == 1 and whole in peoples()):
        return None
    return start, end, "LOC" if whole in countries() else kind


def _outermost(spans: list[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        if all(span[1] <= other[0] or other[1] <= span[0] for other in kept):
            kept.append(span)
    return tuple(sorted(kept))


# -------------------------------------------------------------------------------------------------------------- MEANTIME


MARKED_SENTENCES = 6


def meantime(archive: Path, sentences: int = MARKED_SENTENCES) -> Iterator[Gold]:
    """The title and the first sentences of each Wikinews article, by default the part in which every mention is marked."""
    with tarfile.open(archive) as files:
        members = sorted((m for m in files if m.name.endswith(".xml") and "/intra_cross-doc" in "/" + m.name), key=lambda m: m.name)
        for member in members:
            source = files.extractfile(member)
            assert source is not None
            yield from _wikinews(member.name, ET.fromstring(source.read()), sentences)


def _wikinews(name: str, root: ET.Element, sentences: int) -> Iterator[Gold]:
    tokens = [(int(t.get("sentence", 0)), t.get("t_id", ""), t.text or "") for t in root.iter("token")]
    kinds = {e.get("m_id"): e.get("ent_type") for e in root.iter("ENTITY")}
    target = {s.get("m_id"): kinds.get(t.get("m_id")) for r in root.iter("REFERS_TO") for t in r.findall("target") for s in r.findall("source")}
    for number in range(sentences):
        inside = [(key, word) for sentence, key, word in tokens if sentence == number]
        place = {key: at for at, (key, _) in enumerate(inside)}
        words = tuple({"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}.get(word, word) for _, word in inside)
        spans = [s for m in root.iter("ENTITY_MENTION") if (s := _wikinews_name(m, target, place, words))]
        if words:
            yield _split_hyphens(Gold(name, words, _spaced(words), names=_outermost(spans)))


def _wikinews_name(mention: ET.Element, target: dict[str | None, str | None], place: dict[str, int], words: tuple[str, ...]) -> Span | None:
    if mention.get("syntactic_type") not in ("NAM", "PRE.NAM"):
        return None
    at = [place[key] for a in mention.findall("token_anchor") if (key := a.get("t_id", "")) in place]
    kind = _MEANTIME_TYPES.get(target.get(mention.get("m_id")) or "")
    if not at or kind is None or any(w.lower().endswith(("-led", "-based")) for w in (words[i] for i in at)):
        return None
    start, end = at[0], at[-1] + 1
    while start < end and _before_a_name(words[start], kind):
        start += 1
    stop = start
    while stop < end and (
        words[stop][:1].isupper() or words[stop][:1].isdigit() or words[stop][:1] == "i" or words[stop] in INSIDE - {"'s", "in", "to"}
    ):
        stop += 1
    while stop > start and words[stop - 1] in INSIDE:
        stop -= 1
    whole = " ".join(words[start:stop])
    if stop <= start or whole in peoples() or not any(c.isupper() for c in whole):
        return None
    return start, stop, "LOC" if whole in countries() else kind


def _before_a_name(word: str, kind: str) -> bool:
    if kind == "PER" and (word in _words("titles.toml") or word in countries() | peoples()):
        return True
    return (word[:1].islower() and not any(c.isupper() for c in word)) or word in ("The", "A", "An", "Its", '"', "(", "'s", ",")


def _split_hyphens(gold: Gold) -> Gold:
    """ "Tokyo-based" as three words, as the treebanks have it."""
    names = {at: span for span in gold.names or () for at in range(span[0], span[1])}
    words: list[str] = []
    spaces: list[bool] = []
    new: list[int] = []
    for at, (word, space) in enumerate(zip(gold.words, gold.spaces, strict=True)):
        new.append(len(words))
        parts = re.split("(-)", word) if re.fullmatch(r"[A-Za-z.]+-[a-z]+", word) and at not in names else [word]
        words += parts
        spaces += [False] * (len(parts) - 1) + [space]
    new.append(len(words))
    spans = tuple((new[first], new[last], kind) for first, last, kind in gold.names or ())
    return replace(gold, words=tuple(words), spaces=tuple(spaces), names=spans)


def _spaced(words: tuple[str, ...]) -> tuple[bool, ...]:
    return tuple(
        nxt not in (".", ",", "'s", "n't", ")", ":", ";", "?", "!", "%", "'") and word not in ("(", "$", "£", "€")
        for word, nxt in zip(words, (*words[1:], "."), strict=True)
    )


# ------------------------------------------------------------------------------------------------------------------ UNER


def uner(path: Path, treebank: Iterator[Gold]) -> Iterator[Gold]:
    """The treebank's sentences that Universal NER marks, found by their words."""
    marks = dict(_marks(path))
    for gold in treebank:
        found = marks.get(" ".join(gold.words))
        if found is not None:
            yield replace(gold, names=tuple(_spans(found)))


def _marks(path: Path) -> Iterator[tuple[str, list[str]]]:
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in [*lines, ""]:
            fields = line.rstrip("\n").split("\t")
            if len(fields) > 2 and fields[0].isdigit():
                rows.append(fields)
            elif not line.strip() and rows:
                yield " ".join(row[1] for row in rows), [row[2] for row in rows]
                rows = []


def _spans(marks: list[str]) -> Iterator[Span]:
    start: int | None = None
    for at, mark in enumerate([*marks, "O"]):
        if start is not None and not mark.startswith("I-"):
            yield start, at, marks[start][2:]
            start = None
        if mark.startswith("B-") or (mark.startswith("I-") and start is None):
            start = at
