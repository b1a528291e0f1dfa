"""Which day does a written date name, as far as it says?

Only the forms that mastheads, front matter and feeds use, each read without guessing: 2024-02-29, 2024-02, 29 February 2024,
February 29, 2024, Thu, 29 Feb 2024 10:00:00 GMT. "03/04/2024" is two different days in two countries, so it is none here.
"""

from __future__ import annotations

from datetime import date, datetime

_MONTHS = {name: number for number, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)}
_FULL = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "sept"]


def iso_date(written: object) -> str | None:
    """The date or date-time in ISO 8601, to the precision written; None when it is not plain which one is meant."""
    if isinstance(written, date):
        return written.isoformat()
    if not isinstance(written, str | int):
        return None
    words = str(written).strip()
    return _iso(words) or _worded(words)


def is_date(words: str) -> bool:
    return iso_date(words) is not None


def _iso(words: str) -> str | None:
    if len(words) == 7 and words[4] == "-":
        return words if _number(words[:4]) and 1 <= (_number(words[5:]) or 0) <= 12 else None
    if len(words) == 4:
        return words if 1000 <= (_number(words) or 0) <= 2999 else None
    if len(words) < 8 or not words[:4].isascii() or not words[:4].isdigit():
        return None
    try:
        return date.fromisoformat(words).isoformat() if len(words) <= 10 else datetime.fromisoformat(words).isoformat()
    except ValueError:
        return None


def _worded(words: str) -> str | None:
    """A day, a month by name and a year, in either order; a weekday before it and a time after it are let through."""
    parts = words.replace(",", " ").replace(".", " ").split()
    if parts and len(parts) > 3 and parts[0][:3].lower() in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"):
        parts = parts[1:]
    if len(parts) < 2 or len(parts) > 6 or (len(parts) > 3 and not parts[3][:1].isdigit() and parts[3] != "at"):
        return None
    if _month(parts[0]) and len(parts) == 2:
        return _assembled(parts[1], parts[0], None)
    if len(parts) < 3:
        return None
    return _assembled(parts[2], parts[1], parts[0]) or _assembled(parts[2], parts[0], parts[1])


def _assembled(year: str, month: str, day: str | None) -> str | None:
    in_month, in_year = _month(month), _number(year)
    if in_month is None or in_year is None or len(year) != 4:
        return None
    if day is None:
        return f"{in_year:04}-{in_month:02}"
    try:
        return date(in_year, in_month, _number(day.rstrip("stndrh")) or 0).isoformat()
    except ValueError:
        return None


def _month(word: str) -> int | None:
    lower = word.lower()
    return _MONTHS.get(lower[:3]) if lower in _FULL or lower in _MONTHS else None


def _number(digits: str) -> int | None:
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 4 else None
