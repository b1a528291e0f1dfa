"""Do the networks read as spaCy, with which they were trained, reads with the same weights?"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest

from crosscheck.language import hashing
from crosscheck.language.encoding import Encoder
from crosscheck.language.held import stack
from crosscheck.language.parsing import Parser
from crosscheck.language.pipeline import read
from crosscheck.language.recognition import Recogniser

spacy = pytest.importorskip("spacy")

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@cache
def sentences() -> list[tuple[str, ...]]:
    """Those of the seeds, and the same with their words in disorder, which makes for odd trees."""
    found = [tuple(token.text for token in sentence) for path in SEEDS for sentence in read(path.read_text(encoding="utf-8"))]
    luck = Random(7)
    return found + [tuple(luck.sample(words, len(words))) for words in found] + [("Rain",), ("No", "!"), ("mark", "X", "agent", "ADP")]


@cache
def reference(name: str) -> tuple[list[Any], tuple[Any, ...]]:
    """What spaCy makes of the sentences, and the parts of the stack."""
    from spacy.tokens import Doc
    from tools.train import network

    vocab = network.vocabulary()
    parts = network.shipped(name, vocab)
    docs = [Doc(vocab, words=list(words), sent_starts=[at == 0 for at in range(len(words))]) for words in sentences()]
    for doc, rows in zip(docs, parts[0].predict(docs), strict=True):
        doc.tensor = rows
    for part in parts[1:]:
        part.set_annotations(docs, part.predict(docs))
    return docs, parts


@pytest.mark.parametrize("name", ["tree", "names"])
def test_words_are_embedded_alike(name: str) -> None:
    """The vectors are spaCy's, up to rounding."""
    docs, _ = reference(name)
    assert np.allclose(Encoder.of(stack(name)["tok2vec"]).vectors(sentences()), np.vstack([doc.tensor for doc in docs]), atol=1e-4)


def test_trees_are_alike() -> None:
    """Each word hangs on the same word, as the same; so does one whose arc crosses another."""
    docs, _ = reference("tree")
    trees = Parser(stack("tree")["parser"]).trees(np.vstack([doc.tensor for doc in docs]), list(map(len, docs)))
    for doc, (heads, relations) in zip(docs, trees, strict=True):
        assert (heads, relations) == ([token.head.i for token in doc], [token.dep_.replace("ROOT", "root") or "dep" for token in doc]), doc.text


def test_names_are_alike() -> None:
    """The same words are names, of the same types."""
    docs, _ = reference("names")
    found = Recogniser(stack("names")["names"]).names(np.vstack([doc.tensor for doc in docs]), list(map(len, docs)))
    assert [[(name.first, name.last, name.type) for name in names] for names in found] == [
        [(ent.start, ent.end, ent.label_) for ent in doc.ents] for doc in docs
    ]


def test_texts_have_the_keys_that_spacy_gives_them() -> None:
    """Words, parts of words, letters of several bytes, and names that spaCy numbers."""
    from spacy.strings import StringStore
    from spacy.symbols import IDS

    strings = StringStore()
    texts = {text for words in sentences() for word in words for text in (word, word[:1], word[-3:])} | {"Keïta", "中国中国中国", "🚁", ""} | set(IDS)
    assert {text: hashing.key(text) for text in texts} == {text: strings.add(text) for text in texts}
