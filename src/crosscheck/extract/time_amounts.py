"""How long is a time that is counted in units: "two and a half years", "12 to 18 months", "eight-month", "a couple of weeks"?

Every reader takes the words and an index and gives what it read with the index behind it, or None.
"""

from __future__ import annotations

from dataclasses import replace

from crosscheck.extract.time_lexer import Line, context, phrase_at
from crosscheck.extract.time_model import Length
from crosscheck.values import dataclass

_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_LONGEST = 100_000_000  # a count above this is no length of time


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or a range of numbers; both ends None where vague. `bare` marks "a" and "an"."""

    low: float | None
    high: float | None
    bare: bool = False


def length(line: Line, index: int) -> tuple[Length, int] | None:
    """An amount with its unit, bounds in front and "or so" behind included; ages ("42 years old", "17-year-old") are no lengths."""
    mod, start = _bound(line, index)
    found = _counted(line, start)
    if found is None:
        return None
    counted, end = _with_rest(line, *found)
    end, more = _behind(line, end)
    return replace(counted, mod=mod or more or counted.mod), end


_SMALLER = {"1Y": ("1M", 12), "T1H": ("T1M", 60), "T1M": ("T1S", 60), "1D": ("T1H", 24)}


def _with_rest(line: Line, size: Length, end: int) -> tuple[Length, int]:
    """The minutes of "2 hours and 30 minutes", the months of "one year, six months"."""
    smaller = _SMALLER.get(size.unit)
    if smaller is None or size.low is None or size.low != size.high or size.low != int(size.low):
        return size, end
    rest = _counted(line, line.past(line.past(end, ","), "and"))
    if rest is None or rest[0].unit != smaller[0] or rest[0].low is None or rest[0].low != rest[0].high or not 0 < rest[0].low < smaller[1]:
        return size, end
    whole = size.low + rest[0].low / smaller[1]
    return replace(size, low=whole, high=whole), rest[1]


def amount(line: Line, index: int) -> tuple[Amount, int] | None:
    """A number in digits or words, a range, or a vague amount."""
    first = _single(line, index)
    if first is None:
        return None
    low, at = first
    then = _range_word(line, at)
    second = _single(line, then) if then > at else None
    if second and _are_years(line, index, then, low):
        return None  # "the 2019-2020 school year"
    if second and low.low is not None and second[0].low is not None and second[0].low > low.low and not second[0].bare:
        return Amount(low.low, second[0].high), second[1]
    return first


def _are_years(line: Line, first: int, second: int, low: Amount) -> bool:
    return low.low is not None and 1900 <= low.low <= 2100 and len(line[first].text) == 4 and line[second].text.isdecimal()


def unit(line: Line, index: int) -> tuple[str, int, bool] | None:
    """A unit of time: its code, the index behind it, and whether it is a plural."""
    word = line[index]
    for name in ("units", "unit"):
        code = word.senses.get(name)
        if isinstance(code, str):
            short = word.lower in ("yr", "hr", "min", "sec", "mos", "yrs", "hrs", "mins", "secs", "wks")
            return code, index + 1 + (short and line[index + 1].text == "." and line.glued(index + 1)), name == "units"
    return None


def _bound(line: Line, index: int) -> tuple[str | None, int]:
    """A mod in front of an amount, and where the amount begins."""
    if found := phrase_at(line, index, "bounds"):
        return found[0].meaning[1], found[1]
    mod = line.sense(index, "approximate")
    if line.lower(index) in ("over", "under") and line.lower(index - 1) not in context("measured"):
        return None, index  # "can be spent over two years" is no bound
    if isinstance(mod, str) and (line.lower(index) != "some" or line[index + 1].number or line.sense(index + 1, "tens")):
        return mod, index + 1
    if line.says(index, "just") and line.sense(index + 1, "approximate") != "MORE_THAN" and line.sense(index + 1, "approximate"):
        return _bound(line, index + 1)
    return None, index


def phrase_bound(line: Line, index: int) -> bool:
    """Does a bound stand here: "over", "at least", "more than"?"""
    return line.lower(index) in ("over", "under") or phrase_at(line, index, "bounds") is not None


def _behind(line: Line, index: int) -> tuple[int, str | None]:
    if line.says(index, "or", "so"):
        return index + 2, "APPROX"
    if line.says(index, "or", "more"):
        return index + 2, "EQUAL_OR_MORE"
    if line.says(index, "or", "less"):
        return index + 2, "EQUAL_OR_LESS"
    return index, None


def _counted(line: Line, index: int) -> tuple[Length, int] | None:
    found = amount(line, index)
    if found is None:
        return None
    size, at = found
    joined = line.past_hyphen(at)
    at = joined if joined > at else _fillers(line, at)
    if _is_calendar_year(line, index, size, at):
        return None  # "the 2020 school year"
    at = line.past(at, "of") if size.low is None or size.low in (2, 0.5) else at
    named = unit(line, at)
    if named is None or not _fits(size, named[2], joined > found[1], line, at):
        return None
    code, at, _ = named
    if line.lower(index - 1) == "aged" or _is_age(line, at) or (line.past_hyphen(at) > at and line.lower(line.past_hyphen(at)) in ("ago", "earlier")):
        return None
    long = line.past_hyphen(at)
    if long > at and line.lower(long) in ("long", "plus"):
        at = long + 1
    half, at = _and_a_half(line, at)
    return Length(_plus(size.low, half), _plus(size.high, half), code), at


def _is_calendar_year(line: Line, index: int, size: Amount, at: int) -> bool:
    digits = len(line[index].text) == 4 and line[index].text.isdecimal()
    return digits and size.low is not None and 1900 <= size.low <= 2100 and line.lower(at) in ("year", "season")


def _fits(size: Amount, plural: bool, joined: bool, line: Line, at: int) -> bool:
    """Does the amount agree with the unit ("two days", "two-day", "a day"), and is "second" a unit here rather than an ordinal?"""
    if line.lower(at) == "second":
        return joined or (size.low == 1 and not size.bare)
    if line.lower(at) in ("quarter", "quarters") and ((plural and joined) or line.lower(at + 1) == "of"):
        return size.low not in (1, 3) and joined is False  # "three-quarters of its fuel"
    if line.lower(at) in ("min", "sec", "hr", "yr"):
        return size.low is not None
    if size.low is None and not plural:
        return joined
    return True


def _fillers(line: Line, index: int) -> int:
    for _ in range(2):
        if line.sense(index, "filler"):
            index = line.past(index + 1, "-")
    return index


def _is_age(line: Line, index: int) -> bool:
    """After the unit: "old", "-old", "olds", "of age"."""
    at = line.past_hyphen(index)
    return bool(line.sense(at, "old")) or line.says(index, "of", "age") or line.says(index, "'", "old")


def _and_a_half(line: Line, index: int) -> tuple[float, int]:
    """ "and a half", with or without hyphens."""
    at = line.past_hyphen(index)
    if line.lower(at) != "and":
        return 0.0, index
    article = line.past_hyphen(at + 1)
    half = line.past_hyphen(article + 1)
    return (0.5, half + 1) if line.lower(article) == "a" and line.lower(half) == "half" else (0.0, index)


def _plus(number: float | None, more: float) -> float | None:
    return None if number is None else number + more


def _range_word(line: Line, index: int) -> int:
    """Behind "to", "or" or a dash between two numbers, or the same index."""
    if line.lower(index) in ("to", "or"):
        return index + 1
    return index + 1 if line[index].text in ("-", "–", "—") else index


def _single(line: Line, index: int) -> tuple[Amount, int] | None:
    return _digits(line, index) or _article(line, index) or _vague(line, index) or _words(line, index)


def _digits(line: Line, index: int) -> tuple[Amount, int] | None:
    value: float | None = line[index].number
    if value is None or (line.glued(index) and line[index - 1].text in "$£€¥#.,:/"):
        fraction = _FRACTIONS.get(line[index].text)
        return (Amount(fraction, fraction), index + 1) if fraction else None
    at = index + 1
    while line[at].text == "," and line.glued(at) and line.glued(at + 1) and len(line[at + 1].text) == 3 and line[at + 1].number is not None:
        value, at = value * 1000 + (line[at + 1].number or 0), at + 2
        if value > _LONGEST:
            return None
    if line[at].text == "." and line.glued(at) and line.glued(at + 1) and line[at + 1].number is not None:
        value, at = value + float(f"0.{line[at + 1].text}"), at + 2
    value, at = _mixed(line, at, value)
    return Amount(value, value), at


def _mixed(line: Line, index: int, value: float) -> tuple[float, int]:
    """The fraction of "2 1/2" or "2½", and the scale of "1.5 million"."""
    if line[index].text in _FRACTIONS:
        return value + _FRACTIONS[line[index].text], index + 1
    top, bottom = line[index].number, line[index + 2].number
    written = line.glued(index + 1) and line.glued(index + 2)
    set_apart = bottom in (2, 3, 4, 8) and not line.glued(index + 1) and not line.glued(index + 2)  # as archives write "2 1 / 2 hours"
    if top and bottom and line[index + 1].text == "/" and (written or set_apart) and top < bottom < 10:
        return value + top / bottom, index + 3
    scale = line.sense(index, "scale")
    return (value * int(scale), index + 1) if scale and value * int(scale) <= _LONGEST else (value, index)


def _article(line: Line, index: int) -> tuple[Amount, int] | None:
    """ "a", "an", "half a", "a half", "a hundred", "a dozen", "a couple of", "a few", "a good many"."""
    word = line.lower(index)
    if word == "half":
        return (Amount(0.5, 0.5), index + 2) if line.lower(index + 1) in ("a", "an") else None
    if word == "couple" or (word == "couple" and line.says(index + 1, "of")):
        return Amount(2, 2), line.past(index + 1, "of")
    if word not in ("a", "an"):
        return None
    after = line.past(index + 1, "good", "mere", "further", "whole", "full", "single", "quarter")
    if line.lower(after) == "half":
        return Amount(0.5, 0.5), after + 1
    if line.lower(after) == "couple":
        return Amount(2, 2), line.past(after + 1, "of")
    if line.lower(after) == "few":
        return Amount(None, None), after + 1
    scale = line.sense(after, "scale")
    if scale and scale in (12, 100, 1000):
        return Amount(int(scale), int(scale)), after + 1
    return Amount(1, 1, bare=True), index + 1


def _vague(line: Line, index: int) -> tuple[Amount, int] | None:
    if line.lower(index) in ("dozens", "hundreds", "thousands"):
        return (Amount(None, None), index + 2) if line.lower(index + 1) == "of" else None
    return (Amount(None, None), line.past(index + 1, "-") if line.glued(index + 1) else index + 1) if line.sense(index, "vague") else None


def _words(line: Line, index: int) -> tuple[Amount, int] | None:
    """Cardinal number words: "twenty-four", "a hundred and eighty", "two thousand"; "one and a half" too."""
    total, at, read = 0, index, False
    for _ in range(4):  # "two hundred and fifty thousand and one" is as long as lengths of time get
        found = _below_hundred(line, at)
        scale = line.sense(found[1] if found else at, "scale")
        if found is None and not (scale and read):
            break
        part, at = found or (1, at)
        read = True
        while scale and part * int(scale) <= _LONGEST:
            part, at = part * int(scale), at + 1
            scale = line.sense(at, "scale")
        total += part
        if line.says(at, "and") and _below_hundred(line, at + 1) and total >= 100:
            at += 1
        elif not (part >= 100 and _below_hundred(line, at)):
            break
    if not read:
        return None
    half, at = _and_a_half(line, at)
    return Amount(total + half, total + half), at


def _below_hundred(line: Line, index: int) -> tuple[int, int] | None:
    tens, small = line.sense(index, "tens"), line.sense(index, "small")
    if small is not None:
        return int(small), index + 1
    if tens is None:
        return None
    at = line.past_hyphen(index + 1)
    ones = line.sense(at, "small")
    return (int(tens) + int(ones), at + 1) if ones and 0 < int(ones) < 10 else (int(tens), index + 1)
