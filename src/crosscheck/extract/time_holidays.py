"""On which day of a year does a named day fall?

A rule is "MM-DD", "easter N" (days from Easter Sunday), "orthodox N" (from that of the Julian calendar), "hijri MM-DD" and "hebrew MM-DD" (months
from Muharram and from Tishri), "lunar new year", "diwali", or "MM nth D [+K]" (the nth weekday D of month MM, K days later; -1 is the last). "~"
before a rule says that the day is a day off in some places, "for N" behind it that the feast lasts N days.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from crosscheck.extract.lexicon import table_of
from crosscheck.extract.time_calendar import month_length


def day_of(rule: str, year: int) -> date:
    """The day that a holiday's rule names in a year."""
    words = rule.removeprefix("~").partition(" for ")[0].split()
    if words[0] in _COUNTED:
        return _COUNTED[words[0]](year, " ".join(words[1:]))
    if len(words) == 1:
        return date.fromisoformat(f"{year:04}-{words[0]}")
    later = int(words[3]) if len(words) > 3 else 0
    return _nth_weekday(year, int(words[0]), int(words[1].rstrip("stndrh")), int(words[2])) + timedelta(days=later)


def fixed(rule: str) -> str | None:
    """The "MM-DD" of a day that is the same in every year, else None."""
    return rule.removeprefix("~") if rule[-1].isdecimal() and len(rule.split()) == 1 else None


def lasting(rule: str) -> int:
    """How many days a feast lasts."""
    return int(rule.partition(" for ")[2] or 1)


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


def _orthodox(year: int, days: str) -> date:
    """Easter of the Julian calendar (Meeus), thirteen days later in ours until 2099."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2 + int(days))


def _hijri(year: int, month_day: str) -> date:
    """By the arithmetical calendar (30 years with 11 leap days from 16 July 622), a day off the sighting of the moon at most."""
    month, day = (int(part) for part in month_day.split("-"))
    of_hijra = int((year - 622) * 33 / 32)
    for lunar in (of_hijra - 1, of_hijra, of_hijra + 1, of_hijra + 2):
        found = _hijri_day(lunar, month, day)
        if found.year == year:
            return found
    return _hijri_day(of_hijra, month, day)


def _hijri_day(year: int, month: int, day: int) -> date:
    days = day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(max(1, days + date(622, 7, 19).toordinal() - 1))


def _hebrew(year: int, month_day: str) -> date:
    """Counted from the New Year, 1 Tishri; months of 30 and 29 days in turn, and Nisan (7) backwards from the next New Year."""
    month, day = (int(part) for part in month_day.split("-"))
    if month < SPRING:
        return _hebrew_new_year(year + 3761) + timedelta(days=(59 * (month - 1) + 1) // 2 + day - 1)
    return _hebrew_new_year(year + 3761) - timedelta(days=PASSOVER_TO_NEW_YEAR) + timedelta(days=day - 15)


SPRING = 4  # the length of later months depends on the year; feasts in them are counted from Passover
PASSOVER_TO_NEW_YEAR = 163  # from 15 Nisan to 1 Tishri, in every year


def _hebrew_new_year(year: int) -> date:
    """1 Tishri by the mean new moon (molad) and the rules of postponement."""
    day = _elapsed(year)
    return date.fromordinal(day + HEBREW_EPOCH + _postponed(year, day))


HEBREW_EPOCH = -1373427
"""Days from the beginning of the Hebrew calendar to that of ours."""


def _postponed(year: int, day: int) -> int:
    """Two days where this year would have 356 days, one where the last had 382 (Reingold and Dershowitz, Calendrical Calculations)."""
    return 2 if _elapsed(year + 1) - day == 356 else 1 if day - _elapsed(year - 1) == 382 else 0


def _elapsed(year: int) -> int:
    """Days from the beginning of the calendar to the mean new moon of a New Year, past a Sunday, Wednesday or Friday."""
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = months * 29 + parts // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def _listed(name: str) -> Callable[[int, str], date]:
    """A feast of a lunar calendar that is kept by table; its mean day where the table ends."""

    def day(year: int, _: str) -> date:
        days = table_of("time_holidays")[name]
        return date.fromisoformat(f"{year:04}-{days.get(str(year), days['mean'])}")

    return day


_COUNTED: Mapping[str, Callable[[int, str], date]] = {
    "easter": lambda year, days: easter(year) + timedelta(days=int(days)),
    "orthodox": _orthodox,
    "hijri": _hijri,
    "hebrew": _hebrew,
    "lunar": _listed("lunar_new_year"),
    "diwali": _listed("diwali_day"),
}


def _nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    if nth < 0:
        last = date(year, month, month_length(year, month))
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
