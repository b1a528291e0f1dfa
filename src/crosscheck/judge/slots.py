"""Are two participants, places or kinds of one slot of their event, and which rules have all their ladders in common?"""

from __future__ import annotations

from crosscheck.judge.circumstances import opposed, plain, same_mode
from crosscheck.judge.exchanged import names_exchanged
from crosscheck.judge.names import argument_of
from crosscheck.model.claim import Argument
from crosscheck.model.verdict import Statement


def comparable(left: Statement, right: Statement) -> bool:
    """Whether both stand in one slot of the event.

    "Near Aden" is not set against "from Aden", where it began, nor a kind of helicopter against a kind of radar.
    """
    one, other = left.value, right.value
    if not isinstance(one, Argument) or not isinstance(other, Argument):
        return False
    if one.slot.startswith("than ") != other.slot.startswith("than "):
        return False  # "no one has run further than Osk" does not speak of Osk's running
    return one.slot == other.slot or not (one.slot and other.slot)


def worded(statement: Statement) -> str:
    """The words of its argument as a reason quotes them."""
    return plain(argument_of(statement).text)


def both(left: Statement, right: Statement) -> str:
    return f"{worded(left)} and {worded(right)}"


# rules of every ladder


def unstated(what: str, left: Statement, right: Statement) -> str | None:
    """`what` is asked for: "where", "who did it"."""
    stated = [s for s in (left, right) if isinstance(s.value, Argument)]
    if len(stated) == 2:
        return None
    return f"Only one side says {what}: {worded(stated[0])}." if stated else f"Neither side says {what}."


def apart(left: Statement, right: Statement) -> str | None:
    if same_mode(left, right) and not opposed(left, right):
        return None
    return f"Of {both(left, right)}, one is negated, planned or only possible."


def exchanged(verb: str, left: Statement, right: Statement) -> str | None:
    """`verb` is what a source does with a value: it "names" somebody and "says" where."""
    return f"One source {verb} {worded(left)}, another {worded(right)}, in the same sentence." if names_exchanged(left, right) else None
