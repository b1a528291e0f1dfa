"""What of a time do its words say, and what was read from the day of its article?"""

from __future__ import annotations

import re
from dataclasses import replace

from crosscheck.model.claim import Time

_DAY_WORDS = (
    *("mon", "tue", "wed", "thu", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
    *("today", "yesterday", "tomorrow", "tonight", "next", "last", "this", "that", "same"),
)  # beginnings of words that state a day
_CLOCK = re.compile(r"T\d\d:\d\d")


def as_written(time: Time) -> Time:
    """The time without a day that its words do not state: "at 0740 GMT" is read on the day of its article, which may be the day after."""
    if time.type != "TIME" or not _CLOCK.search(time.value) or any(word.startswith(_DAY_WORDS) for word in time.text.lower().split()):
        return time
    return replace(time, value="T" + time.value.partition("T")[2], since=None, until=None)
