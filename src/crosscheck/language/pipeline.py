"""How is a text read into sentences with words, trees and names?

    read(text) -> tuple[Sentence, ...]          read_many(texts) -> Iterator[tuple[Sentence, ...]], in the same order

Sentences come from `sentences`, words from `words`, classes and trees from the network, lemmas from `lemmas`, names from a second network
and the rules of `names`. numpy is imported, and the weights are loaded, when the first text is read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from crosscheck.language import names as name_rules
from crosscheck.language.datelines import end_of_dateline
from crosscheck.language.drafts import Draft
from crosscheck.language.lemmas import lemma
from crosscheck.language.repairs import repaired
from crosscheck.language.sentences import SentenceSpan, split
from crosscheck.language.titled import in_small_letters
from crosscheck.language.tokens import Name, Sentence, Token
from crosscheck.language.told import stand_ins
from crosscheck.language.words import Span, words
from crosscheck.values import dataclass

if TYPE_CHECKING:
    from crosscheck.language.encoding import Encoder
    from crosscheck.language.parsing import Parser, Tree
    from crosscheck.language.recognition import Recogniser

LONGEST_SENTENCE = 200
"""Words a network reads at once; what is longer (tables, lists without final marks) is cut after a comma or semicolon, else anywhere."""
AT_ONCE = 128
"""Sentences a network reads at once: bounds memory, and more is not faster."""
MOST_WORDS_KNOWN = 100_000
"""Different words that are kept, with what the networks know of each alone, some 100 MB; loading anew takes a tenth of a second."""
TEXTS_AT_ONCE = 4000
"""Words of several short texts that are read together by `read_many`."""


def read(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text; spans are code points of it. No text is an error: an empty one has no sentences."""
    return next(read_many([text]))


def read_many(texts: Iterable[str]) -> Iterator[tuple[Sentence, ...]]:
    """The sentences of each text; short texts are read together, which changes nothing but the time it takes."""
    waiting: list[list[_Unread]] = []
    size = 0
    for text in texts:
        waiting.append(_unread(text))
        size += sum(len(piece.spans) for piece in waiting[-1])
        if size >= TEXTS_AT_ONCE:
            yield from _read_together(waiting)
            waiting, size = [], 0
    yield from _read_together(waiting)


@dataclass(frozen=True, slots=True)
class _Unread:
    """A sentence, a dateline, or a part of a sentence that is too long, before a network has seen it."""

    span: SentenceSpan
    words: tuple[str, ...]
    spans: tuple[Span, ...]


def _unread(text: str) -> list[_Unread]:
    found: list[_Unread] = []
    for span in split(text):
        spans = words(text, span.start, span.end)
        opens = not span.headline and (not found or found[-1].span.paragraph != span.paragraph)
        dateline = end_of_dateline(text, spans) if opens else 0
        pieces = (piece for part in (spans[:dateline], spans[dateline:]) for piece in _pieces(text, part))
        found += [_Unread(span, tuple(text[a:b] for a, b in piece), tuple(piece)) for piece in pieces]
    return found


def _pieces(text: str, spans: list[Span]) -> Iterator[list[Span]]:
    while len(spans) > LONGEST_SENTENCE:
        half = LONGEST_SENTENCE // 2
        cut = next((at for at in range(LONGEST_SENTENCE, half, -1) if text[spans[at - 1][0]] in ",;:"), LONGEST_SENTENCE)
        yield spans[:cut]
        spans = spans[cut:]
    if spans:
        yield spans


def _read_together(texts: Sequence[list[_Unread]]) -> Iterator[tuple[Sentence, ...]]:
    pieces = [piece for text in texts for piece in text]
    parsed = iter(_parsed(pieces))
    for text in texts:
        yield _sentences([(piece, next(parsed)) for piece in text])


def _parsed(pieces: Sequence[_Unread]) -> list[tuple[tuple[Token, ...], tuple[Name, ...]]]:
    if not pieces:
        return []
    networks = _networks_with_room()
    found: list[tuple[tuple[Token, ...], tuple[Name, ...]]] = [((), ())] * len(pieces)
    by_length = sorted(range(len(pieces)), key=lambda at: len(pieces[at].words))
    for start in range(0, len(pieces), AT_ONCE):
        batch = by_length[start : start + AT_ONCE]
        for at, read_piece in zip(batch, networks.read([pieces[at] for at in batch]), strict=True):
            found[at] = read_piece
    return found


def _sentences(pieces: Sequence[tuple[_Unread, tuple[tuple[Token, ...], tuple[Name, ...]]]]) -> tuple[Sentence, ...]:
    """Parts of one sentence stay apart: each is a tree of its own."""
    sentences = []
    for number, (piece, (tokens, names)) in enumerate(pieces):
        start, end = piece.spans[0][0], piece.spans[-1][1]
        sentences.append(Sentence(number, piece.span.paragraph, start, end, tokens, names, piece.span.headline))
    return name_rules.settled(tuple(sentences))


# --------------------------------------------------------------------------------------------------------------- networks


@dataclass(frozen=True, slots=True)
class _Networks:
    tree: Encoder
    tagger: tuple[Any, Any]
    labels: tuple[tuple[str, str], ...]
    parser: Parser
    names: Encoder
    recogniser: Recogniser

    def read(self, pieces: Sequence[_Unread]) -> Iterator[tuple[tuple[Token, ...], tuple[Name, ...]]]:
        words, lengths = [piece.words for piece in pieces], [len(piece.words) for piece in pieces]
        names = self.recogniser.names(self.names.vectors([stand_ins(written) for written in words]), lengths)
        told = [in_small_letters(piece.words, found) for piece, found in zip(pieces, names, strict=True)]
        rows = self.tree.vectors([stand_ins(as_told) for as_told, _ in told])
        labels = iter(self._labels(rows))
        trees = self.parser.trees(rows, lengths)
        for piece, (as_told, found), tree in zip(pieces, told, trees, strict=True):
            yield _tokens(piece, as_told, tree, list(islice(labels, len(piece.words)))), found

    def _labels(self, rows: Any) -> list[tuple[str, str]]:
        from crosscheck.language.arithmetic import product

        weights, bias = self.tagger
        return [self.labels[guess] for guess in (product(rows, weights) + bias).argmax(axis=1).tolist()]


def _tokens(piece: _Unread, told: tuple[str, ...], tree: Tree, labels: list[tuple[str, str]]) -> tuple[Token, ...]:
    pos, tags = zip(*labels, strict=True)
    heads, relations = tree
    draft = repaired(Draft(told, pos, tags, tuple(heads), tuple(relations)))
    return tuple(
        Token(at, word, lemma(word, draft.pos[at], draft.tags[at]), draft.pos[at], draft.tags[at], draft.deps[at], draft.heads[at], *piece.spans[at])
        for at, word in enumerate(piece.words)
    )


def _networks_with_room() -> _Networks:
    """The networks, loaded anew when they have met so many different words that memory would go on growing."""
    if len(_networks().tree) > MOST_WORDS_KNOWN:
        _networks.cache_clear()
    return _networks()


@cache
def _networks() -> _Networks:
    _import_numpy()
    from crosscheck.language.encoding import Encoder, full
    from crosscheck.language.held import stack
    from crosscheck.language.parsing import Parser
    from crosscheck.language.recognition import Recogniser

    tree, names = stack("tree"), stack("names")
    labels = tuple((pos, tag) for pos, _, tag in (label.partition("_") for label in tree["tagger"].told["labels"]))
    (output,) = tree["tagger"].named("softmax")
    tagger = full(output["W"]).T, full(output["b"])
    return _Networks(Encoder.of(tree["tok2vec"]), tagger, labels, Parser(tree["parser"]), Encoder.of(names["tok2vec"]), Recogniser(names["names"]))


def _import_numpy() -> None:
    """Tells numpy to multiply on one thread: the networks are small, crosscheck runs several processes, and sums must not depend on the machine."""
    if "numpy" in sys.modules:
        return
    threads = os.environ.get("OPENBLAS_NUM_THREADS")
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    try:
        import numpy  # noqa: F401  (that it is imported now is what is wanted)
    finally:
        if threads is None:
            del os.environ["OPENBLAS_NUM_THREADS"]
        else:
            os.environ["OPENBLAS_NUM_THREADS"] = threads
