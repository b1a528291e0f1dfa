"""On which day of a year does a named day fall?

A rule is "MM-DD", "easter N" (days from Easter Sunday) or "MM nth D [+K]" (the nth weekday D of month MM, K days later; -1 is the last).
"""

from __future__ import annotations

from datetime import date, timedelta

from crosscheck.extract.time_calendar import month_length


def day_of(rule: str, year: int) -> date:
    """The day that a holiday's rule names in a year."""
    words = rule.split()
    if words[0] == "easter":
        return easter(year) + timedelta(days=int(words[1]))
    if len(words) == 1:
        return date.fromisoformat(f"{year:04}-{rule}")
    later = int(words[3]) if len(words) > 3 else 0
    return _nth_weekday(year, int(words[0]), int(words[1].rstrip("stndrh")), int(words[2])) + timedelta(days=later)


def fixed(rule: str) -> str | None:
    """The "MM-DD" of a day that is the same in every year, else None."""
    return rule if len(rule.split()) == 1 else None


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian computus (Nature, 20 April 1876)."""
    century, golden = year // 100, year % 19
    skipped = century - century // 4 - (8 * century + 13) // 25
    epact = (19 * golden + skipped + 15) % 30
    epact -= epact // 28 * (1 - 29 // (epact + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    days = epact - weekday
    month = 3 + (days + 40) // 44
    return date(year, month, days + 28 - 31 * (month // 4))


def _nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    if nth < 0:
        last = date(year, month, month_length(year, month))
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
