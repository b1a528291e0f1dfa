"""How are all the weights made, from the data to what is shipped?

python -m tools.train --data ../shared/nlp --wordnet /usr/share/wordnet --out src/crosscheck/language/weights
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tools.train import classes, evaluate, lemmas, names, pack, tree


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m tools.train", description="Train the language components and pack them.")
    options.add_argument("--data", type=Path, required=True, help="folder with gum/, ewt/, uner_ewt/, meantime.tar.gz and ecbplus-train.tar.xz")
    options.add_argument("--wordnet", type=Path, required=True, help="folder with WordNet 3.0's index.* and data.* files")
    options.add_argument("--out", type=Path, required=True, help="where the weights go")
    options.add_argument("--work", type=Path, default=Path("build/train"), help="where weights as trained are kept")
    options.add_argument("--minutes", type=float, default=40, help="for tagger and parser; names take half of it")
    make(**vars(options.parse_args()))


def make(data: Path, wordnet: Path, out: Path, work: Path, minutes: float) -> None:
    """The steps in order: what the networks look at, the lemmas, the two networks, the files to ship, their scores."""
    classes.make_classes(wordnet, out)
    lemmas.make_lists(data, wordnet, out)
    tree.train_tree(data, work / "tree", minutes)
    pack.pack(work / "tree", out / "tree.msgpack")
    names.train_names(data, work / "names", minutes / 2)
    pack.pack(work / "names", out / "names.msgpack")
    for line in evaluate.report(data, wrong=False):
        print(line)


if __name__ == "__main__":
    main()
