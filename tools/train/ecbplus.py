"""Which events of which articles are the same, according to ECB+?

Reads the CAT files of ECB+ (Cybulska and Vossen 2014, annotations CC BY 3.0): tokens with sentence numbers, event mentions (ACTION_*,
NEG_ACTION_*), and their cross-document chains. Texts are put together from the tokens, spaced as running text, one sentence a line.
"""

from __future__ import annotations

import csv
import tarfile
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# The dev topics of the `ecb` measurement and those with `stories-gold`: never trained on.
HELD_OUT = frozenset({"2", "5", "12", "18", "20", "21", "23", "24", "30", "34", "35"})
# The tokens of the treebank: brackets and quotation marks stand alone, clitics apart from their words.
QUOTES = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}
CLOSING = frozenset({",", ".", ";", ":", "!", "?", "%", ")", "]", "\u201d"})
OPENING = frozenset({"(", "[", "$", "\u00a3", "\u20ac", "#", "\u201c"})
CLITICS = frozenset({"'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "'", "\u2019s", "n\u2019t", "\u2019"})
_EVENTS = ("ACTION_", "NEG_ACTION_")
_PARTICIPANTS = {"HUMAN_PART_PER": "PER", "HUMAN_PART_ORG": "ORG", "HUMAN_PART_GPE": "LOC", "LOC_GEO": "LOC", "LOC_FAC": "LOC"}


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event mention of an article, `[start, end)` of its text; mentions of one event share `chain`."""

    article: str
    start: int
    end: int
    chain: str


@dataclass(frozen=True, slots=True)
class Topic:
    """Articles about two similar happenings, and the event mentions in them."""

    name: str
    texts: dict[str, str]
    mentions: tuple[EventMention, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """Who or where takes part in an event, `[start, end)` of the text; `type` is PER, ORG or LOC."""

    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article with the participants of its events."""

    topic: str
    name: str
    text: str
    participants: tuple[Participant, ...]


def topics(archive: Path) -> Iterator[Topic]:
    """The topics of ecbplus-train.tar.xz that may be trained on, in order."""
    for name, files in _files(archive):
        yield _topic(name, files)


def reviewed_topics(archive: Path) -> Iterator[Topic]:
    """The same with the mentions alone of the sentences whose mentions and chains were all reviewed."""
    sentences = _reviewed(archive)
    for name, files in _files(archive):
        yield _topic(name, files, sentences)


def _reviewed(archive: Path) -> frozenset[tuple[str, str]]:
    """Articles and numbers of their sentences: topic, file, sentence."""
    with tarfile.open(archive) as tar:
        file = next(tar.extractfile(member) for member in tar if member.name.endswith("ECBplus_coreference_sentences.csv"))
        if file is None:
            raise FileNotFoundError(f"{archive} has no list of reviewed sentences")
        rows = csv.DictReader(file.read().decode().splitlines())
        return frozenset((f"{row['Topic']}_{row['File']}", row["Sentence Number"]) for row in rows)


def marked_articles(archive: Path) -> Iterator[MarkedArticle]:
    """The articles of the topics that may be trained on, with their participants."""
    for topic, files in _files(archive):
        for name, xml in files:
            root = ET.fromstring(xml)
            text, places = _text(root)
            yield MarkedArticle(topic, name, text, tuple(_participants(root, places)))


def _files(archive: Path) -> Iterator[tuple[str, list[tuple[str, bytes]]]]:
    by_topic: dict[str, list[tuple[str, bytes]]] = defaultdict(list)
    with tarfile.open(archive) as tar:
        for member in tar:
            file = tar.extractfile(member)
            if file is not None and member.name.endswith(".xml"):
                by_topic[Path(member.name).parent.name].append((Path(member.name).stem, file.read()))
    for name in sorted(by_topic, key=int):
        if name not in HELD_OUT:
            yield name, sorted(by_topic[name])


def _participants(root: ET.Element, places: dict[str, tuple[int, int]]) -> Iterator[Participant]:
    for markable in root.find("Markables") or ():
        spans = [places[key] for anchor in markable.iter("token_anchor") if (key := anchor.get("t_id", "")) in places]
        if spans and markable.tag in _PARTICIPANTS:
            yield Participant(spans[0][0], spans[-1][1], _PARTICIPANTS[markable.tag])


def _topic(name: str, files: list[tuple[str, bytes]], sentences: frozenset[tuple[str, str]] | None = None) -> Topic:
    texts: dict[str, str] = {}
    mentions: list[EventMention] = []
    for article, xml in files:
        root = ET.fromstring(xml)
        texts[article], places = _text(root)
        inside = {token.get("t_id", "") for token in root.iter("token") if sentences is None or (article, token.get("sentence", "")) in sentences}
        mentions += _mentions(article, root, places, inside)
    return Topic(name, texts, tuple(mentions))


def _text(root: ET.Element) -> tuple[str, dict[str, tuple[int, int]]]:
    pieces: list[str] = []
    places: dict[str, tuple[int, int]] = {}
    at, sentence, before, quoted = 0, None, "", False
    for token in root.iter("token"):
        word = QUOTES.get(token.text or "", token.text or "")
        if token.get("sentence") != sentence:
            gap, quoted = "\n" if pieces else "", False
        else:
            gap = "" if _touches(before, word, quoted) else " "
        pieces += [gap, word]
        at += len(gap)
        sentence, before = token.get("sentence"), word
        quoted ^= word == '"'
        places[token.get("t_id", "")] = (at, at + len(word))
        at += len(word)
    return "".join(pieces), places


def _touches(before: str, word: str, quoted: bool) -> bool:
    """Whether running text has no space between two tokens of one sentence; `quoted` where a quotation is open."""
    if word == '"':
        return quoted
    if before == '"':
        return quoted
    return word in CLOSING or before in OPENING or word.lower() in CLITICS


def _mentions(article: str, root: ET.Element, places: dict[str, tuple[int, int]], inside: set[str]) -> Iterator[EventMention]:
    """The mentions that begin at one of the tokens `inside`."""
    markables = root.find("Markables")
    anchored = {m.get("m_id"): m for m in markables if m.tag.startswith(_EVENTS)} if markables is not None else {}
    chains = _chains(root)
    for number, markable in anchored.items():
        anchors = [anchor.get("t_id", "") for anchor in markable.iter("token_anchor")]
        if anchors and anchors[0] in inside:
            spans = [places[anchor] for anchor in anchors]
            yield EventMention(article, spans[0][0], spans[-1][1], chains.get(number or "", f"alone-{article}-{number}"))


def _chains(root: ET.Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for relation in root.iter("CROSS_DOC_COREF"):
        for source in relation.iter("source"):
            found[source.get("m_id", "")] = relation.get("note", "")
    for relation in root.iter("INTRA_DOC_COREF"):
        for source in relation.iter("source"):
            found.setdefault(source.get("m_id", ""), f"intra-{relation.get('r_id')}")
    return found
