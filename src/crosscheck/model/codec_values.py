"""What is an object of JSON here, and how does a number look in it?"""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

_EXACT = 2**53  # beyond it a float is no longer a count


def number(value: float | None) -> float | int | None:
    """25.0 is 25 in JSON; what is no number there (infinity) is null."""
    if value is None or value != value or value in (float("inf"), float("-inf")):
        return None
    return int(value) if value == int(value) and abs(value) < _EXACT else value
