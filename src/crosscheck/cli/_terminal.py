"""What can be shown where the output goes: colours, links, how many columns? And by what is that settled?

Every answer comes with its reason, as `crosscheck config` shows it: an option, a variable of the environment, or the terminal.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from enum import StrEnum
from shutil import get_terminal_size

from crosscheck.values import dataclass


class When(StrEnum):
    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Answer:
    value: bool
    reason: str


WITHOUT = 80  # columns where nobody says how many there are

# Variables by which terminals that show links (OSC 8) make themselves known, and what they hold; "" is anything, a number the least version.
# The list of such terminals: https://github.com/Alhadis/OSC8-Adoption
_KNOWN_BY: Mapping[str, tuple[str | int, ...]] = {
    "TERM_PROGRAM": ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio", "WarpTerminal"),
    "TERM": ("xterm-kitty", "alacritty", "xterm-ghostty", "foot", "contour"),
    "VTE_VERSION": (5000,),  # GNOME Terminal and its kin; 0.50 is 5000
    "KONSOLE_VERSION": (201200,),
    "WT_SESSION": ("",),
    "DOMTERM": ("",),
}


def colored(option: When, *, to_file: bool) -> Answer:
    """NO_COLOR (no-color.org) goes before FORCE_COLOR, and both after --color."""
    if option is not When.AUTO:
        return Answer(option is When.ALWAYS, "--color")
    if os.environ.get("NO_COLOR"):
        return Answer(False, "NO_COLOR")
    if os.environ.get("FORCE_COLOR"):
        return Answer(True, "FORCE_COLOR")
    return _seen(to_file) or Answer(True, "stdout is a terminal")


def linked(option: When, *, to_file: bool) -> Answer:
    """FORCE_HYPERLINK goes before what is known of the terminal, and after --hyperlinks; "0" in it means never."""
    if option is not When.AUTO:
        return Answer(option is When.ALWAYS, "--hyperlinks")
    forced = os.environ.get("FORCE_HYPERLINK", "")
    if forced:
        return Answer(forced != "0", "FORCE_HYPERLINK")
    name = next((name for name, known in _KNOWN_BY.items() if _is_one(os.environ.get(name, ""), known)), "")
    return _seen(to_file) or (Answer(True, name) if name else Answer(False, "this terminal is not known to show links"))


def columns(*, to_file: bool) -> tuple[int, str]:
    """COLUMNS, or the terminal's width, or 80 where the output goes elsewhere."""
    if to_file and not os.environ.get("COLUMNS"):
        return WITHOUT, "default"
    width = get_terminal_size((0, 0)).columns
    if not width:
        return WITHOUT, "default"
    return width, "COLUMNS" if os.environ.get("COLUMNS", "").isdigit() else "terminal"


def _seen(to_file: bool) -> Answer | None:
    """Why nobody sees it in a terminal that can do more than text; None where somebody does."""
    if to_file:
        return Answer(False, "--output")
    if not sys.stdout.isatty():
        return Answer(False, "stdout is no terminal")
    return Answer(False, "TERM") if os.environ.get("TERM") == "dumb" else None


def _is_one(value: str, known: tuple[str | int, ...]) -> bool:
    if not value:
        return False
    return any(value.isdigit() and int(value) >= one if isinstance(one, int) else one in ("", value) for one in known)
