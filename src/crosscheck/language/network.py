"""What networks read a sentence, and from which features of a word?

Training (`tools/train`) and reading (`pipeline`) build the same networks here, so that weights fit. Two stacks: one for word classes and the
tree, one for names. Each looks at a word's norm, first letter, last three letters, shape and class (`classes`), and at the neighbours on
either side. spaCy's `Language`, configuration files and registries are left out: they double the time to load.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from crosscheck.language.classes import word_class

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

_ONE_FORM = {"‘": "'", "’": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "''": '"', "``": '"', "’’": '"', "‘‘": '"'}
_ONE_FORM |= {"–": "-", "—": "--", "―": "--", "…": "...", "£": "$", "€": "$", "¥": "$", "₹": "$", "n’t": "n't", "’s": "'s"}


def norm(word: str) -> str:
    """A word as the networks know it: lower case, every digit 0, quotes, dashes and currency signs in one form each."""
    known = _ONE_FORM.get(word)
    if known is not None:
        return known
    lower = word.lower().replace("’", "'")
    return "".join("0" if c.isdigit() else c for c in lower) if any(map(str.isdigit, lower)) else lower


def prefix(word: str) -> str:
    return word[:1]


def suffix(word: str) -> str:
    return word[-3:]


def shape(word: str) -> str:
    """Upper case X, lower case x, digits d, other marks as they are; no more than four of one kind in a row; "Mi-24P" is "Xx-ddX"."""
    found: list[str] = []
    for char in word[:40]:
        kind = "d" if char.isdigit() else "X" if char.isupper() else "x" if char.isalpha() else char
        if found[-4:] != [kind] * 4:
            found.append(kind)
    return "".join(found)


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
