"""Where are the trained weights? Beside this file: `tree.msgpack`, `names.msgpack`, `lemmas.json`; MODEL_CARD.md says how they were made."""

from pathlib import Path

WEIGHTS = Path(__file__).parent
