"""How does a reader ask when something happened: "When was the closure?", "On which day did Osk die?" """

from __future__ import annotations

from crosscheck.extract.detail_dates import COMING, EARLIER
from crosscheck.extract.lexicon import table_of
from crosscheck.model.detail import Detail, Kind

OF = " of "


def asked(detail: Detail) -> str:
    """What follows "when" or "on which day"; of a kind of detail that tells no happening what it is of."""
    if detail.kind is not Kind.DATED:
        return _worded("detail_days", detail.thing.split(" ")[0], detail.thing_text, detail.thing_text) or f"was the {detail.thing_text}"
    name, _, whom = detail.thing_text.partition(OF)
    earlier = EARLIER if detail.thing.startswith(EARLIER) else ""
    be = "is" if COMING in detail.words else "was"
    return (not earlier and _worded("detail_dates", name, whom, whom)) or f"{be} the {earlier}{detail.thing_text}"


def _worded(table: str, name: str, whom: str, needed: str) -> str:
    """The words that the table has for it; "" where it has none, or asks of somebody who is not known."""
    found: str = table_of(table)["questions"].get(name, "")
    return "" if "{whom}" in found and not needed else found.replace("{whom}", whom)
