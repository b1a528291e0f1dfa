"""How is a text read into sentences with words, trees and names?

    read(text) -> tuple[Sentence, ...]          read_many(texts) -> Iterator[tuple[Sentence, ...]], in the same order

Sentences come from `sentences`, words from `words`, classes and trees from the network, lemmas from `lemmas`, names from a second network
and the rules of `names`. spaCy is imported, and the weights are loaded, when the first text is read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice
from types import ModuleType
from typing import TYPE_CHECKING, Any

from crosscheck.language import names as name_rules
from crosscheck.language.datelines import end_of_dateline
from crosscheck.language.drafts import Draft
from crosscheck.language.lemmas import lemma
from crosscheck.language.repairs import repaired
from crosscheck.language.sentences import SentenceSpan, split
from crosscheck.language.tokens import Name, Sentence, Token
from crosscheck.language.words import Span, words

if TYPE_CHECKING:
    from crosscheck.language.encoding import Encoder
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
    vocab: Any
    tree: Encoder
    tagger: tuple[Any, Any]
    parser: Any
    names: Encoder
    recogniser: Recogniser
    labels: tuple[tuple[str, str], ...]
    relations: dict[int, str]

    def read(self, pieces: Sequence[_Unread]) -> Iterator[tuple[tuple[Token, ...], tuple[Name, ...]]]:
        words, lengths = [piece.words for piece in pieces], [len(piece.words) for piece in pieces]
        rows = self.tree.vectors(words)
        labels = iter(self._labels(rows))
        docs = self._parsed(words, rows)
        names = self.recogniser.names(self.names.vectors(words), lengths)
        for piece, doc, found in zip(pieces, docs, names, strict=True):
            yield self._tokens(piece, doc, list(islice(labels, len(piece.words)))), found

    def _labels(self, rows: Any) -> list[tuple[str, str]]:
        from crosscheck.language.arithmetic import product

        weights, bias = self.tagger
        return [self.labels[guess] for guess in (product(rows, weights) + bias).argmax(axis=1).tolist()]

    def _parsed(self, words: Sequence[tuple[str, ...]], rows: Any) -> list[Any]:
        from spacy.tokens import Doc

        docs = [Doc(self.vocab, words=list(one), sent_starts=[True] + [False] * (len(one) - 1)) for one in words]
        start = 0
        for doc in docs:
            doc.tensor = rows[start : start + len(doc)]
            start += len(doc)
        self.parser.set_annotations(docs, self.parser.predict(docs))
        return docs

    def _tokens(self, piece: _Unread, doc: Any, labels: list[tuple[str, str]]) -> tuple[Token, ...]:
        from spacy.attrs import DEP, HEAD

        table = doc.to_array([HEAD, DEP]).astype("int64").tolist()
        heads = tuple(at + row[0] for at, row in enumerate(table))
        deps = tuple(self._relation(row[1]) for row in table)
        pos, tags = zip(*labels, strict=True)
        draft = repaired(Draft(piece.words, pos, tags, heads, deps))
        return tuple(
            Token(
                at, word, lemma(word, draft.pos[at], draft.tags[at]), draft.pos[at], draft.tags[at], draft.deps[at], draft.heads[at], *piece.spans[at]
            )
            for at, word in enumerate(piece.words)
        )

    def _relation(self, key: int) -> str:
        found = self.relations.get(key)
        if found is None:
            found = self.relations[key] = self.vocab.strings[key % 2**64].partition("||")[0].replace("ROOT", "root") or "dep"
        return found


def _networks_with_room() -> _Networks:
    """The networks, loaded anew when they have met so many different words that memory would go on growing."""
    if len(_networks().vocab) > MOST_WORDS_KNOWN:
        _networks.cache_clear()
    return _networks()


@cache
def _networks() -> _Networks:
    _import_spacy()
    from crosscheck.language import network
    from crosscheck.language.encoding import Encoder
    from crosscheck.language.recognition import Recogniser

    vocab, held_tree, held_names = network.vocabulary(), _held("tree"), _held("names")
    tree = network.tree_stack(vocab, network.Design(**held_tree["design"]))
    names = network.name_stack(vocab, network.Design(**held_names["design"]))
    _fill(tree, held_tree)
    _fill(names, held_names)
    labels = tuple((label.partition("_")[0], label.partition("_")[2]) for label in tree[1].labels)
    tok2vec, tagger, parser = tree
    output = tagger.model.get_ref("softmax")
    weights = (output.get_param("W").T, output.get_param("b"))
    return _Networks(vocab, Encoder(tok2vec), weights, parser, Encoder(names[0]), Recogniser(names[1]), labels, {})


def _import_spacy() -> None:
    """Imports spaCy without its command line, which is a third of its import time and never used here.

    numpy is told to multiply on one thread: the networks are small, crosscheck runs several processes, and sums must not depend on the machine.
    """
    if "spacy" in sys.modules:
        return
    threads = os.environ.get("OPENBLAS_NUM_THREADS")
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    stand_ins = {"spacy.cli": ModuleType("spacy.cli"), "spacy.cli.info": ModuleType("spacy.cli.info")}
    stand_ins["spacy.cli"].__path__ = []
    stand_ins["spacy.cli.info"].__dict__["info"] = None
    sys.modules.update(stand_ins)
    try:
        import spacy  # noqa: F401  (its effect is wanted: submodules expect the package to be complete)
    finally:
        for name in stand_ins:
            sys.modules.pop(name, None)
        if threads is None:
            del os.environ["OPENBLAS_NUM_THREADS"]
        else:
            os.environ["OPENBLAS_NUM_THREADS"] = threads


def _held(stack: str) -> dict[str, Any]:
    import srsly

    held: dict[str, Any] = srsly.msgpack_loads((files("crosscheck.language") / "weights" / f"{stack}.msgpack").read_bytes())
    return held


def held_model(stack: str, part: str) -> dict[str, Any]:
    """The shipped weights of one part of a stack ("tree", "names"), as thinc takes them; training goes on from them."""
    return _full_model(_held(stack)[part]["model"])


def _fill(parts: Sequence[Any], held: dict[str, Any]) -> None:
    for part in parts:
        _fill_part(part, held[part.name])


def _fill_part(part: Any, held: dict[str, Any]) -> None:
    from crosscheck.language.arithmetic import make_steady

    part.cfg.update(held["cfg"])
    for label in held["cfg"].get("labels", ()):
        part.vocab.strings.add(label)
    if held["moves"]:
        part.moves.from_bytes(held["moves"], exclude=["strings"])
    part.model.from_dict(_full_model(held["model"]))
    make_steady(part.model)


def _full_model(model: dict[str, Any]) -> dict[str, Any]:
    return model | {"params": [{name: _full(value) for name, value in node.items()} for node in model["params"]]}


def _full(value: Any) -> Any:
    return value.astype("float32") if getattr(value, "dtype", None) == "float16" else value
