"""What networks are trained to read a sentence?

Two stacks: one for word classes and the tree, one for names. Each looks at the features of a word (`crosscheck.language.features`) and at the
neighbours on either side. crosscheck reads with the same networks without spaCy (`encoding`, `parsing`, `recognition`).
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import srsly

from crosscheck.language.classes import word_class
from crosscheck.language.features import norm, prefix, shape, suffix
from tools.train.steady import make_steady

if TYPE_CHECKING:
    from spacy.pipeline import DependencyParser, EntityRecognizer, Tagger, Tok2Vec
    from spacy.vocab import Vocab

FEATURES = ("NORM", "PREFIX", "SUFFIX", "SHAPE", "LOWER")
"""What spaCy calls the five features; the class takes the place of LOWER, which nothing else needs."""


@dataclass(frozen=True, slots=True)
class Design:
    """The measures of a stack. `rows` are those of the hash tables, by feature: more rows, fewer collisions, more bytes (192 a row)."""

    rows: tuple[int, ...]
    depth: int
    width: int = 96
    hidden: int = 96


TREE = Design(rows=(8000, 500, 3000, 2000, 2000), depth=4)
NAMES = Design(rows=(8000, 500, 3000, 2000, 2000), depth=4)


def vocabulary() -> Vocab:
    """An empty vocabulary that computes the networks' five features and nothing else."""
    from spacy.attrs import LOWER, NORM, PREFIX, SHAPE, SUFFIX
    from spacy.vocab import Vocab

    return Vocab(lex_attr_getters={NORM: norm, PREFIX: prefix, SUFFIX: suffix, SHAPE: shape, LOWER: word_class})


def tree_stack(vocab: Vocab, design: Design = TREE) -> tuple[Tok2Vec, Tagger, DependencyParser]:
    """Embedding, tagger and parser that share it; empty until initialised or loaded."""
    from spacy.ml.models.parser import build_tb_parser_model
    from spacy.ml.models.tagger import build_tagger_model
    from spacy.pipeline.dep_parser import DependencyParser
    from spacy.pipeline.tagger import Tagger

    tok2vec, listen = _embedding(vocab, design)
    tagger = Tagger(vocab, build_tagger_model(listen("tagger")), name="tagger")
    model = build_tb_parser_model(listen("parser"), "parser", False, design.hidden, 2, True, None)
    parser = DependencyParser(vocab, model, name="parser", min_action_freq=20)
    return tok2vec, tagger, parser


def name_stack(vocab: Vocab, design: Design = NAMES) -> tuple[Tok2Vec, EntityRecognizer]:
    """Embedding and recogniser of names; empty until initialised or loaded."""
    from spacy.ml.models.parser import build_tb_parser_model
    from spacy.pipeline.ner import EntityRecognizer

    tok2vec, listen = _embedding(vocab, design)
    model = build_tb_parser_model(listen("names"), "ner", False, design.hidden, 2, True, None)
    return tok2vec, EntityRecognizer(vocab, model, name="names")


def _embedding(vocab: Vocab, design: Design) -> tuple[Tok2Vec, Any]:
    from spacy.ml.models.tok2vec import MaxoutWindowEncoder, MultiHashEmbed, build_Tok2Vec_model
    from spacy.pipeline.tok2vec import Tok2Vec, Tok2VecListener

    features, rows = list(FEATURES[: len(design.rows)]), list(design.rows)
    embed = MultiHashEmbed(width=design.width, attrs=features, rows=rows, include_static_vectors=False)
    encode = MaxoutWindowEncoder(width=design.width, window_size=1, maxout_pieces=3, depth=design.depth)
    tok2vec = Tok2Vec(vocab, build_Tok2Vec_model(embed, encode), name="tok2vec")

    def listen(reader: str) -> Any:
        listener = Tok2VecListener(upstream_name="tok2vec", width=design.width)
        tok2vec.add_listener(listener, reader)
        return listener

    return tok2vec, listen


def shipped(stack: str, vocab: Vocab) -> tuple[Any, ...]:
    """The parts of a stack ("tree", "names") with the weights that crosscheck ships: the second opinion on how it reads with them."""
    build = tree_stack if stack == "tree" else name_stack
    parts = build(vocab)
    held = _held(stack)
    for part in parts:
        _fill(part, held[part.name])
    return parts


def held_model(stack: str, part: str) -> dict[str, Any]:
    """The shipped weights of one part of a stack, as thinc takes them; training goes on from them."""
    return _full_model(_held(stack)[part]["model"])


def _held(stack: str) -> dict[str, Any]:
    held: dict[str, Any] = srsly.msgpack_loads((files("crosscheck.language") / "weights" / f"{stack}.msgpack").read_bytes())
    return held


def _fill(part: Any, held: dict[str, Any]) -> None:
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
