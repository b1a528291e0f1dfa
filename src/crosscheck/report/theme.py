"""Which colour, which symbol and which name stands for what?

Only the sixteen colours of the terminal's own palette, so that a report is readable on dark and on light; nothing is said by colour alone.
"""

from __future__ import annotations

from crosscheck.model.answer import Bearing
from crosscheck.model.verdict import Verdict

SYMBOLS = {
    Verdict.CONTRADICTION: "✘",
    Verdict.SUPERSEDED: "↻",
    Verdict.COMPATIBLE: "≈",
    Verdict.AGREEMENT: "✔",
    Verdict.SINGLE_SOURCE: "·",
}

NEW = "+"  # an article that an archive does not hold

# of one such finding, and of several
NAMES = {
    Verdict.CONTRADICTION: ("contradiction", "contradictions"),
    Verdict.SUPERSEDED: ("superseded", "superseded"),
    Verdict.COMPATIBLE: ("compatible", "compatible"),
    Verdict.AGREEMENT: ("agreement", "agreements"),
    Verdict.SINGLE_SOURCE: ("told once", "told once"),
}

ANSWERS = {
    Bearing.SUPPORTS: ("✔", "agreement", "supported"),
    Bearing.REFUTES: ("✘", "contradiction", "refuted"),
    Bearing.NOT_ENOUGH_INFO: ("·", "single_source", "not covered"),
}

# what a piece of a row is, and the style that it is drawn in (rich's names)
STYLES = {
    "contradiction": "bold red",
    "superseded": "bold magenta",
    "compatible": "yellow",
    "agreement": "green",
    "single_source": "bright_black",
    "title": "bold",
    "question": "bold",
    "value": "bold cyan",
    "where": "blue",
    "source": "",
    "own_voice": "bright_black",
    "quote": "",
    "quoted_value": "bold underline",
    "reason": "italic",
    "muted": "bright_black",
    "check": "bold yellow",
    # marks of `inspect`
    "quantity": "bold cyan",
    "time": "bold green",
    "person": "yellow",
    "organisation": "magenta",
    "location": "blue",
    "name": "bright_blue",
    "said_by": "underline",
    "cue": "italic red",
    "predicate": "bold",
}

ENTITY_ROLES = {"PER": "person", "ORG": "organisation", "LOC": "location", "MISC": "name"}
