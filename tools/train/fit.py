"""How are the networks fitted to the treebanks?

One sentence is one document, since reading presets sentences too. Adam with averaged weights, batches that grow from 200 to 1,500
words. After each epoch the averaged weights are scored on the dev sets and kept when they are the best so far, so a run
can be stopped at any time.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.vocab import Vocab
from thinc.api import Adam, fix_random_seed

from tools.train import network
from tools.train.gold import Gold
from tools.train.steady import make_steady
from tools.train.vary import varied

SEED = 11
MOST_EPOCHS = 1000
TREE_DROPOUT, NAMES_DROPOUT = 0.1, 0.25
"""Shares of signals dropped while fitting. Names have a tenth of the data and learn it by heart with less."""
FIRST_BATCH, LAST_BATCH, GROWTH = 200, 1500, 1.002


@dataclass(frozen=True, slots=True)
class Trainee:
    """A stack being fitted: what embeds, what reads from it, and how a gold sentence becomes an example."""

    tok2vec: Any
    readers: tuple[Any, ...]
    example: Callable[[Vocab, Gold], Example]
    vocab: Vocab
    dropout: float


def joint(pos: str, tag: str) -> str:
    """One label for both classes: one softmax instead of two."""
    return f"{pos}_{tag}"


def tree_example(vocab: Vocab, gold: Gold) -> Example:
    tags = [joint(*pair) for pair in zip(gold.pos, gold.tags, strict=True)]
    assert gold.heads is not None
    reference = Doc(vocab, words=list(gold.words), spaces=list(gold.spaces), tags=tags, heads=list(gold.heads), deps=list(gold.deps))
    return Example(unread(vocab, gold), reference)


def unread(vocab: Vocab, gold: Gold) -> Doc:
    """The words of a sentence, with the promise that no other sentence starts inside."""
    starts = [at == 0 for at in range(len(gold.words))]
    return Doc(vocab, words=list(gold.words), spaces=list(gold.spaces), sent_starts=starts)


def name_example(vocab: Vocab, gold: Gold) -> Example:
    reference = Doc(vocab, words=list(gold.words), spaces=list(gold.spaces))
    reference.set_ents([Span(reference, first, last, label=kind) for first, last, kind in gold.names or ()])
    return Example(unread(vocab, gold), reference)


def tree_trainee() -> Trainee:
    vocab = network.vocabulary()
    tok2vec, *readers = network.tree_stack(vocab)
    return Trainee(tok2vec, tuple(readers), tree_example, vocab, TREE_DROPOUT)


def name_trainee() -> Trainee:
    vocab = network.vocabulary()
    tok2vec, *readers = network.name_stack(vocab)
    return Trainee(tok2vec, tuple(readers), name_example, vocab, NAMES_DROPOUT)


def fit(
    trainee: Trainee,
    train: Sequence[Gold],
    score: Callable[[Trainee], float],
    save: Callable[[Trainee], None],
    seconds: float,
    vary: Callable[[Gold, Random], Gold] = varied,
    start: Path | None = None,
    ready: Callable[[Trainee], None] = lambda trainee: None,
) -> None:
    """Fits until the time is up; `save` is called with the averaged weights after each epoch that beat all before it.

    `start` is a folder of weights to go on from; without one, `ready` may put weights from elsewhere into the new networks.
    """
    fix_random_seed(SEED)
    luck = Random(SEED)
    for part in (trainee.tok2vec, *trainee.readers):
        make_steady(part.model)
    first = [trainee.example(trainee.vocab, gold) for gold in train]
    trainee.tok2vec.initialize(lambda: first[:50])
    for reader in trainee.readers:
        reader.initialize(lambda: first)
    ready(trainee)
    for part in (trainee.tok2vec, *trainee.readers) if start else ():
        part.from_disk(start / part.name, exclude=["vocab"])
    optimizer, best, started = Adam(0.001, L2=0.01, grad_clip=1.0, use_averages=True), -1.0, time.monotonic()
    size = LAST_BATCH / 2 if start else float(FIRST_BATCH)
    for epoch in range(MOST_EPOCHS):
        losses: dict[str, float] = {}
        for batch in _batches(train, luck, size):
            _step(trainee, [trainee.example(trainee.vocab, vary(gold, luck)) for gold in batch], optimizer, losses)
            size = min(LAST_BATCH, size * GROWTH)
            if time.monotonic() - started > seconds:
                break
        with _averaged(trainee, optimizer):
            got = score(trainee)
            if got > best:
                save(trainee)
        best = max(best, got)
        _tell(time.monotonic() - started, epoch, got, losses)
        if time.monotonic() - started > seconds:
            return


def _tell(seconds: float, epoch: int, got: float, losses: dict[str, float]) -> None:
    told = "  ".join(f"{name} {loss:.0f}" for name, loss in losses.items())
    print(f"{seconds / 60:6.1f} min  epoch {epoch}  {got:.2f}  {told}", file=sys.stderr, flush=True)


def _step(trainee: Trainee, examples: list[Example], optimizer: Any, losses: dict[str, float]) -> None:
    trainee.tok2vec.update(examples, drop=trainee.dropout, sgd=None, losses=losses)
    for reader in trainee.readers:
        reader.update(examples, drop=trainee.dropout, sgd=None, losses=losses)
    for part in (trainee.tok2vec, *trainee.readers):
        part.finish_update(optimizer)


def _averaged(trainee: Trainee, optimizer: Any) -> ExitStack:
    """While entered, the networks have the averages of their weights."""
    stack = ExitStack()
    for part in (trainee.tok2vec, *trainee.readers):
        stack.enter_context(part.model.use_params(optimizer.averages))
    return stack


def _batches(train: Sequence[Gold], luck: Random, size: float) -> Iterator[list[Gold]]:
    """The sentences in a new order, in batches of `size` words, growing."""
    order = list(train)
    luck.shuffle(order)
    batch: list[Gold] = []
    words = 0
    for gold in order:
        batch.append(gold)
        words += len(gold.words)
        if words >= size:
            yield batch
            batch, words, size = [], 0, min(LAST_BATCH, size * GROWTH)
    if batch:
        yield batch


def read_docs(trainee: Trainee, golds: Iterable[Gold]) -> list[Doc]:
    """The gold sentences' words as the trainee reads them now."""
    docs = [unread(trainee.vocab, gold) for gold in golds]
    for part in (trainee.tok2vec, *trainee.readers):
        for at in range(0, len(docs), 128):
            piece = docs[at : at + 128]
            part.set_annotations(piece, part.predict(piece))
    return docs
