"""Which day, and which moment of it, does a line name that does nothing but stamp an article?

    Last Updated: Monday, 19 March 2012, 03:41 GMT        MAY 7, 2012 | 09:15AM PT        11 / 21 / 2011

A line is a stamp when every word of it is a date, a clock time, a zone, a weekday, a label ("Posted") or a mark between them: one word of
prose, and it is none. A clock time counts only with its zone, since without one it says nothing beside the clock of another newsroom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from crosscheck.ingest.lexicon import heads, listed
from crosscheck.values import dataclass

LONGEST = 160
"""Characters of a stamp at most: a label, two dates with weekdays, clocks and zones have about 120."""

_MONTHS = {name: number for number, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)}
_FULL = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "sept"]
_SLIPS = 7  # letters of a month's name in which a slip leaves no doubt: "july" is near to "jury", "november" to nothing
_WEEKDAYS = frozenset({"mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun"})
_WEEKDAYS |= {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
_SUMMER = range(4, 11)
_CENTURY = 70  # 11/28/05 is of this century, 11/28/87 of the last: nobody puts articles of the 1960s online under such a date

_SPACED = re.compile(r"(?<=\d) ?([/:]) ?(?=\d)")
_MERIDIEM = re.compile(r"\b([apAP])\.? ?[mM]\b\.?")
_ASIDE = re.compile(r"\([^()]{1,30}\)")
_TOKEN = re.compile(
    r"(?P<iso>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-]))"
    r"|(?P<numeric>\d{1,4}(?P<mark>[/.-])\d{1,2}(?P=mark)(?:\d{4}|\d\d)(?!\d))"
    r"|(?P<clock>\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?!\d))"
    r"|(?P<offset>(?:(?<=GMT)|(?<=UTC)|(?<=:\d\d)|(?<=:\d\d ))[+-]\d\d?:?\d\d(?!\d))"
    r"|(?P<number>\d{1,4})(?:st|nd|rd|th)?(?!\d)"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)?)\.?"
    r"|(?P<between>[\s,|@•·–—/;:.-])"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A moment as far as told: `day` in ISO 8601 to the precision written, `clock` as "15:41:00-05:00".

    `day` is None where only an hour or "3 hours ago" is told, and where 03/04/2024 may be two days. `label` is "first" ("Posted"), "again"
    ("Updated") or None. `plain` is a day alone: no label, weekday or clock says that it is not a heading.
    """

    day: str | None = None
    clock: str | None = None
    label: str | None = None
    plain: bool = False

    @property
    def moment(self) -> str | None:
        """ISO 8601: the day with its clock, where both are known."""
        return f"{self.day}T{self.clock}" if self.day and len(self.day) == 10 and self.clock else self.day


def stamps_in(line: str, near: str | None = None) -> tuple[Stamp, ...]:
    """The stamps that a line consists of, in order; none where it says anything else.

    `near` is a day or month in ISO 8601 that the article is known to be of, from its address: it tells which day 8/2/2013 is.
    """
    if len(line) > LONGEST or not any(map(str.isdigit, line)):
        return ()
    tokens = _tokens(_MERIDIEM.sub(r"\1m", _SPACED.sub(r"\1", _ASIDE.sub(" ", line))))
    if tokens is None:
        return ()
    read = [_stamp(part, near) for part in _parts(tokens)]
    stamps = [stamp for stamp in read if stamp is not None]
    return tuple(_dated(stamps)) if len(stamps) == len(read) else ()


def _dated(stamps: Sequence[Stamp]) -> Iterator[Stamp]:
    """ "Friday, May 3, 2019 | Updated 8:21 AM PDT": an hour alone is one of the day told before."""
    day: str | None = None
    for stamp in stamps:
        day = stamp.day or day
        yield replace(stamp, day=day)


# words


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # month weekday number numeric iso clock offset meridiem zone first again beside relative
    text: str


def _tokens(line: str) -> list[_Token] | None:
    """The tokens; None where something stands in the line that no stamp has."""
    found, at = list[_Token](), 0
    while at < len(line):
        match = _TOKEN.match(line, at)
        if match is None:
            return None
        kind = match.lastgroup or ""
        kind = "numeric" if kind == "mark" else kind
        token = _word(match["word"]) if kind == "word" else _Token(kind, match[kind])
        if token is None:
            return None
        if kind != "between":
            found.append(token)
        at = match.end()
    return _with_hours(found) if found else None


def _word(word: str) -> _Token | None:
    lower = word.lower()
    if month_number(lower):
        return _Token("month", lower)
    if lower in ("am", "pm", "noon", "midnight"):
        return _Token("meridiem", lower)
    if lower in _WEEKDAYS:
        return _Token("weekday", lower)
    if word in heads()["zones"] or word in heads()["seasonal"] or word in listed("other", "ambiguous"):
        return _Token("zone", word)
    return next((_Token(kind, lower) for kind in ("first", "again", "beside", "relative") if lower in listed("labels", kind)), None)


def _with_hours(tokens: Sequence[_Token]) -> list[_Token]:
    """ "8 AM" and "1052 GMT" are clock times, too."""
    found = list[_Token]()
    for token, after in zip(tokens, [*tokens[1:], _Token("", "")], strict=True):
        if token.kind == "number" and after.kind == "meridiem" and len(token.text) <= 2:
            token = _Token("clock", f"{token.text}:00")
        elif token.kind == "number" and after.kind == "zone" and len(token.text) == 4:
            token = _Token("clock", f"{token.text[:2]}:{token.text[2:]}")
        found.append(token)
    return found


def _parts(tokens: Sequence[_Token]) -> Iterator[list[_Token]]:
    """The tokens of each stamp: a label begins another once something has been told."""
    part = list[_Token]()
    for token in tokens:
        if token.kind in ("first", "again") and any(before.kind not in ("first", "again", "beside") for before in part):
            yield part
            part = []
        part.append(token)
    yield part


# a stamp from its tokens


def _stamp(tokens: Sequence[_Token], near: str | None) -> Stamp | None:
    kinds = [token.kind for token in tokens]
    label = next((kind for kind in ("again", "first") if kind in kinds), None)
    zone = next((token.text for token in tokens if token.kind == "zone"), None)
    day = _day(tokens, near or ("month first" if zone in listed("other", "month_first") else None))
    if day is None:
        return Stamp(label=label) if label and _is_relative(kinds) else _hour_alone(tokens, label)
    if "relative" in kinds or any(kinds.count(kind) > 1 for kind in ("weekday", "zone", "offset", "meridiem")):
        return None
    plain = not {"first", "again", "clock", "weekday"} & set(kinds) and not (day and "T" in day)
    if "T" in day:
        return Stamp(day[:10], day[11:], label)
    return Stamp(day or None, _clock(tokens, day), label, plain)


def _is_relative(kinds: Sequence[str]) -> bool:
    return "relative" in kinds and set(kinds) <= {"first", "again", "beside", "relative", "number"}


def _hour_alone(tokens: Sequence[_Token], label: str | None) -> Stamp | None:
    """ "Updated 8:21 AM", where the day stands elsewhere or nowhere."""
    if label and any(t.kind == "clock" for t in tokens) and not any(t.kind in ("number", "numeric", "iso", "month") for t in tokens):
        return Stamp(clock=_clock(tokens, "2000-01-01"), label=label)
    return None


def _day(tokens: Sequence[_Token], near: str | None) -> str | None:
    """The one day that the tokens name; "" where they name one that may be two, None where they name none or several."""
    written = [token for token in tokens if token.kind in ("iso", "numeric", "month", "number")]
    match [token.kind for token in written]:
        case ["iso"]:
            return _iso(written[0].text)
        case ["numeric"]:
            return _numeric(written[0].text, near)
        case ["month", "number"]:
            return _assembled(written[1].text, written[0].text, None)
        case ["month", "number", "number"]:
            return _assembled(written[2].text, written[0].text, written[1].text)
        case ["number", "month", "number"]:
            return _assembled(written[2].text, written[1].text, written[0].text)
        case _:
            return None


def _iso(words: str) -> str | None:
    """A day, and the clock where it has a zone."""
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return None
    return moment.isoformat() if moment.tzinfo else moment.date().isoformat()


def _numeric(words: str, near: str | None) -> str | None:
    """11/28/05, 28.11.2005, 2005/11/28; "" where it may be two days and nothing tells which."""
    mark = next(sign for sign in words if not sign.isdigit())
    one, two, three = words.split(mark)
    if len(one) == 4 or len(one) == 3:
        return _real(one, two, three) if len(one) == 4 and len(three) == 2 else None
    year = three if len(three) == 4 else f"{'20' if int(three) < _CENTURY else '19'}{three}"
    days = [day for day in (_real(year, two, one), None if mark == "." else _real(year, one, two)) if day]
    if len(set(days)) < 2:
        return days[0] if days else None
    if near == "month first":
        return days[1]
    fitting = [day for day in days if near and day.startswith(near[:10])] or [day for day in days if near and day.startswith(near[:7])]
    return fitting[0] if len(fitting) == 1 else ""


def _assembled(year: str, month: str, day: str | None) -> str | None:
    number = month_number(month)
    if number is None or len(year) != 4:
        return None
    return _real(year, str(number), day) if day else f"{int(year):04}-{number:02}"


def _real(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def month_number(word: str) -> int | None:
    """1 to 12 for a month by name, in lower case: "august", "aug", "sept", and with a slip of one letter the long ones ("febuary")."""
    if word in _FULL or word in _MONTHS:
        return _MONTHS[word[:3]]
    meant = next((month for month in _FULL if len(month) >= _SLIPS and _is_slip(word, month)), None)
    return _MONTHS[meant[:3]] if meant else None


def _is_slip(word: str, month: str) -> bool:
    """Whether one letter is missing, too many or wrong."""
    if abs(len(word) - len(month)) > 1:
        return False
    alike = _common(word, month) + _common(word[::-1], month[::-1])
    return alike >= max(len(word), len(month)) - 1


def _common(one: str, other: str) -> int:
    """Letters with which both begin."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


# the clock


def _clock(tokens: Sequence[_Token], day: str) -> str | None:
    """ "15:41:00-05:00"; None where no time is told, or none with a zone that means one."""
    clocks = [token.text for token in tokens if token.kind == "clock"]
    offset = _offset(tokens, int(day[5:7]) if day[5:7] else 1)
    if len(clocks) != 1 or offset is None:
        return None
    hour, minute, *seconds = map(int, re.split("[:.]", clocks[0]))
    hour = _of_day(hour, next((token.text for token in tokens if token.kind == "meridiem"), None))
    second = seconds[0] if seconds else 0
    return f"{hour:02}:{minute:02}:{second:02}{offset}" if hour < 24 and minute < 60 and second < 60 else None


def _of_day(hour: int, meridiem: str | None) -> int:
    if meridiem in ("am", "midnight"):
        return 0 if hour == 12 else hour
    return hour + 12 if meridiem == "pm" and hour < 12 else hour


def _offset(tokens: Sequence[_Token], month: int) -> str | None:
    written = next((token.text for token in tokens if token.kind == "offset"), None)
    if written is not None:
        sign, digits = written[0], written[1:].replace(":", "").zfill(4)
        return f"{sign}{digits[:2]}:{digits[2:]}" if int(digits[:2]) < 15 and int(digits[2:]) < 60 else None
    zone = next((token.text for token in tokens if token.kind == "zone"), "")
    seasonal: list[str] | None = heads()["seasonal"].get(zone)
    if seasonal:
        return seasonal[month in _SUMMER]
    fixed: str | None = heads()["zones"].get(zone)
    return fixed
