"""Which value that nobody states lies nearest to one that is stated?

A number one step of its last digit away, then further; the day, month or year after; somebody of another name.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from crosscheck.model.claim import Argument, Facet, Quantity, Time

_NUMERAL = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
FACTORS = (1.5, 2.0, 10.0)  # beyond a step: bounds and round numbers leave room for near ones
STRANGERS = {"PER": "Pat Doe", "ORG": "Acme Corporation", "LOC": "Atlantis", "MISC": "Esperanto"}
"""Names that no article will have."""


def others(value: Quantity | Time | Argument) -> Iterator[Quantity | Time | Argument]:
    """Other values of the kind, the nearest first."""
    if isinstance(value, Quantity):
        yield from _numbers(value)
    elif isinstance(value, Time):
        yield from _times(value)
    else:
        yield from _names(value)


def _numbers(value: Quantity) -> Iterator[Quantity]:
    number = value.value if value.value is not None else value.high if value.high is not None else value.low
    if not number:
        return
    step = value.precision or 1.0
    for other in dict.fromkeys((number + step, number - step, *(number * factor for factor in FACTORS))):
        if other > 0:
            yield replace(value, text=_rewritten(value.text, other / number), value=other, low=other, high=other, mod="=")


def _rewritten(text: str, factor: float) -> str:
    """The words with their number multiplied, "$2 mln" as "$3 mln"; "thousands" and the like become "2 x thousands"."""
    found = _NUMERAL.search(text)
    if found is None:
        return f"{factor:.4g} × {text}"
    number = float(found[0].replace(",", "")) * factor
    return text[: found.start()] + f"{round(number, 4):,.10g}" + text[found.end() :]


def _times(value: Time) -> Iterator[Time]:
    """Of a whole day, month or year with a known date, what comes next; of anything else, nothing."""
    parts = value.value.split("-")
    if value.type != "DATE" or not all(part.isdigit() for part in parts) or len(parts[0]) != 4:
        return
    year, month, day = (int(part) for part in (*parts, "1", "1")[:3])
    try:
        start = date(year, month, day)
    except ValueError:
        return
    if len(parts) == 3:
        yield _dated(value, start + timedelta(days=1), start + timedelta(days=2), 3)
    month_after = date(year + month // 12, month % 12 + 1, 1)
    if len(parts) == 2:
        yield _dated(value, month_after, date(month_after.year + month_after.month // 12, month_after.month % 12 + 1, 1), 2)
    if len(parts) == 1:
        yield _dated(value, date(year + 1, 1, 1), date(year + 2, 1, 1), 1)


def _dated(value: Time, since: date, until: date, parts: int) -> Time:
    words = (str(since.year), month_name[since.month], str(since.day))[:parts]
    said = "-".join(since.isoformat().split("-")[:parts])
    return replace(value, text=" ".join(reversed(words)), value=said, mod=None, since=since.isoformat(), until=until.isoformat())


def _names(value: Argument) -> Iterator[Argument]:
    if value.name in STRANGERS and value.facet is not Facet.TYPE:
        name = STRANGERS[value.name]
        yield replace(value, text=name, head=name, entity=name, also=())
