"""How often does each English word occur, so that common words weigh less when a claim is looked for in a text?

python -m tools.train.rarity --data ../shared/nlp --out src/crosscheck/data/lexicon/rarity.toml
"""

from __future__ import annotations

import argparse
import gzip
import math
import textwrap
from collections import Counter, defaultdict
from pathlib import Path

LEAST = 8  # occurrences; what is rarer is as rare as can be
_HEAD = """# How common words are in English: the words on a line occur about 2 to the power of its number times in {total} words.
# Source: counted by `python -m tools.train.rarity` in the train files of UD English-GUM (CC BY 4.0) and UD English-EWT (CC BY-SA 4.0).

total = {total}

[powers]
"""


def counted(data: Path) -> Counter[str]:
    """Forms in small letters, without punctuation."""
    found: Counter[str] = Counter()
    for name in ("gum", "ewt"):
        with gzip.open(data / name / "train.conllu.gz", "rt", encoding="utf-8") as lines:
            rows = (line.split("\t") for line in lines if line[:1].isdigit())
            found.update(row[1].lower() for row in rows if row[0].isdigit() and row[3] not in ("PUNCT", "SYM", "NUM"))
    return found


def table(found: Counter[str]) -> str:
    """The TOML file."""
    powers: dict[int, list[str]] = defaultdict(list)
    for word, times in found.items():
        if times >= LEAST and word.isascii() and word.replace("'", "").isalpha():
            powers[round(math.log2(times))].append(word)
    lines = [f"{power} = '''\n{textwrap.fill(' '.join(sorted(words)).replace(chr(39), ''), 148)}'''" for power, words in sorted(powers.items())]
    return _HEAD.format(total=found.total()) + "\n".join(lines) + "\n"


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m tools.train.rarity", description=__doc__)
    options.add_argument("--data", type=Path, required=True, help="folder with gum/ and ewt/")
    options.add_argument("--out", type=Path, required=True)
    chosen = options.parse_args()
    chosen.out.write_text(table(counted(chosen.data)), encoding="utf-8")


if __name__ == "__main__":
    main()
