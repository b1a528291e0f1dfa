"""How is the tagger and parser trained?

python -m tools.train.tree --data ../shared/nlp --out build/train/tree --minutes 60
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from tools.train import fit
from tools.train.gold import Gold, conllu


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True, help="folder with gum/ and ewt/")
    options.add_argument("--out", type=Path, required=True, help="folder for the weights as trained (float32)")
    options.add_argument("--minutes", type=float, default=60)
    options.add_argument("--start", type=Path, help="folder of weights to go on from")
    train_tree(**vars(options.parse_args()))


def train_tree(data: Path, out: Path, minutes: float, start: Path | None = None) -> None:
    train = [g for part in ("gum", "ewt") for g in conllu(data / part / "train.conllu.gz")]
    dev = [*conllu(data / "gum" / "dev.conllu.gz")]
    trainee = fit.tree_trainee()
    fit.fit(trainee, train, lambda t: scored(t, dev), lambda t: save(t, out), minutes * 60, start=start)


def save(trainee: fit.Trainee, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for part in (trainee.tok2vec, *trainee.readers):
        part.to_disk(out / part.name, exclude=["vocab"])


def scored(trainee: fit.Trainee, dev: Sequence[Gold]) -> float:
    """LAS plus a tenth of UPOS on given words, in percent; printed one by one."""
    right_pos = right_head = right_both = words = 0
    for gold, doc in zip(dev, fit.read_docs(trainee, dev), strict=True):
        assert gold.heads is not None
        for at, token in enumerate(doc):
            words += 1
            right_pos += token.tag_.split("_")[0] == gold.pos[at]
            attached = token.head.i == gold.heads[at]
            right_head += attached
            right_both += attached and token.dep_.split("||")[0] == gold.deps[at]
    print(f"UPOS {100 * right_pos / words:.2f}  UAS {100 * right_head / words:.2f}  LAS {100 * right_both / words:.2f}", flush=True)
    return 100 * right_both / words + 10 * right_pos / words


if __name__ == "__main__":
    main()
