"""Which day does a written date name, as far as it says?

The forms that mastheads, front matter and feeds use, each read without guessing: 2024-02-29, 2024-02, 29 February 2024, February 29, 2024,
Thu, 29 Feb 2024 10:00:00 GMT. "03/04/2024" is two different days in two countries, so it is none here.
"""

from __future__ import annotations

from datetime import date, datetime

from crosscheck.ingest.stamps import stamps_in


def iso_date(written: object) -> str | None:
    """The date or date-time in ISO 8601, to the precision written; None when it is not plain which one is meant."""
    if isinstance(written, date):
        return written.isoformat()
    if not isinstance(written, str | int):
        return None
    words = str(written).strip()
    return _iso(words) or _worded(words)


def _iso(words: str) -> str | None:
    if len(words) == 4:
        return words if 1000 <= (_number(words) or 0) <= 2999 else None
    if len(words) == 7 and words[4] == "-":
        return words if _number(words[:4]) and 1 <= (_number(words[5:]) or 0) <= 12 else None
    if len(words) < 8 or not words[:4].isascii() or not words[:4].isdigit():
        return None
    try:
        return date.fromisoformat(words).isoformat() if len(words) <= 10 else datetime.fromisoformat(words).isoformat()
    except ValueError:
        return None


def _worded(words: str) -> str | None:
    stamps = stamps_in(words)
    return stamps[0].moment if len(stamps) == 1 else None


def _number(digits: str) -> int | None:
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 4 else None
