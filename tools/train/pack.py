"""How do trained weights become the files that crosscheck ships?

    python -m tools.train.pack --tree build/train/tree --names build/train/names --out src/crosscheck/language/weights

Numbers are cast to 16 bits (scores change in the second decimal), and what only training needs is left out. The names that spaCy numbers instead
of hashing them stand beside, since words are looked up as spaCy does it.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy
import srsly
from spacy.symbols import IDS

from tools.train import network


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--tree", type=Path, help="folder that tools.train.tree wrote")
    options.add_argument("--names", type=Path, help="folder that tools.train.names wrote")
    options.add_argument("--out", type=Path, required=True)
    chosen = options.parse_args()
    for stack in ("tree", "names"):
        if getattr(chosen, stack) is not None:
            pack(getattr(chosen, stack), chosen.out / f"{stack}.msgpack")
    numbered = {name: number for name, number in IDS.items() if name}
    (chosen.out / "symbols.json").write_text(json.dumps(numbered, separators=(",", ":")) + "\n", encoding="utf-8")


def pack(folder: Path, target: Path) -> None:
    """One file for one stack: its parts by name, each with its settings, its actions and its network."""
    parts = {part.name: _part(part) for part in sorted(folder.iterdir())}
    parts["design"] = asdict(network.TREE if "tagger" in parts else network.NAMES)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(srsly.msgpack_dumps(parts))


def _part(folder: Path) -> dict[str, Any]:
    model = srsly.msgpack_loads((folder / "model").read_bytes())
    model["params"] = [{name: _small(value) for name, value in node.items()} for node in model["params"]]
    moves = folder / "moves"
    return {"cfg": srsly.read_json(folder / "cfg"), "moves": moves.read_bytes() if moves.exists() else b"", "model": model}


def _small(value: Any) -> Any:
    return value.astype(numpy.float16) if isinstance(value, numpy.ndarray) and value.dtype == numpy.float32 else value


if __name__ == "__main__":
    main()
