"""How does spaCy itself read the same texts with the same networks?

Its own words, no sentences but those that the parser finds, word classes, trees and names: what `language/` does without it. The networks are those
that crosscheck ships, so that the difference is the programs' alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

_TOGETHER = 64  # texts that the networks read at once


def reader_of(texts: Sequence[str]) -> Callable[[], None] | None:
    """What reads all the texts once, with the networks loaded; None where spaCy is not installed."""
    try:
        from spacy.lang.en import English
        from tools.train import network
    except ImportError:
        return None
    vocab = network.vocabulary()
    words = English(vocab=vocab).tokenizer
    stacks = [network.shipped(name, vocab) for name in ("tree", "names")]

    def read() -> None:
        for start in range(0, len(texts), _TOGETHER):
            docs = [words(text) for text in texts[start : start + _TOGETHER]]
            for parts in stacks:
                _read(docs, parts)

    return read


def _read(docs: Sequence[Any], parts: tuple[Any, ...]) -> None:
    for doc, rows in zip(docs, parts[0].predict(docs), strict=True):
        doc.tensor = rows
    for part in parts[1:]:
        part.set_annotations(docs, part.predict(docs))
