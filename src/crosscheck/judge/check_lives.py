"""Does an age at death fit the years of birth and death?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.judge.check_years import OLDEST
from crosscheck.judge.checkrule import Line, Sum, lines_in, number
from crosscheck.judge.lexicon import words
from crosscheck.model.article import Article
from crosscheck.model.claim import Extract, Quantity, Span

_YEARS = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_RANGE = re.compile(r"\s*[-–—]\s*")
_REACH = 60  # code points from "born" to its year, and from "died" to its


def lives(article: Article, extract: Extract) -> Iterator[Sum]:
    """Every age in a sentence that tells a death, with the two years of a life and no other year."""
    for line in lines_in(article, extract):
        text = line.between(line.span.start, line.span.end)
        ages = [q for q in line.quantities if q.value is not None and q.value <= OLDEST and _is_age(line, q)]
        years = list(_YEARS.finditer(text))
        if len(ages) == 1 and len(years) == 2 and _is_life(text, years[0], years[1]) and _tells_death(text):
            yield _life(ages[0], int(years[0][1]), int(years[1][1]), _span(line, ages[0], years))


def _is_age(line: Line, quantity: Quantity) -> bool:
    led = line.before(quantity.span.start, 16).casefold().rstrip().endswith(("aged", "at the age of", "at age", "lived to be", "lived to"))
    return led or quantity.kind == "age"


def _is_life(text: str, first: re.Match[str], second: re.Match[str]) -> bool:
    """Whether the years stand as "(1950–2011)", or behind "born" and behind a word for dying."""
    between = text[first.end() : second.start()]
    if _RANGE.fullmatch(between):
        return text[: first.start()].rstrip().endswith("(") and text[second.end() :].lstrip().startswith(")")
    return "born" in text[max(0, first.start() - _REACH) : first.start()].casefold() and _tells_death(between)


def _tells_death(text: str) -> bool:
    return not words("sums", "dying").isdisjoint(re.findall(r"[a-z]+", text.casefold()))


def _span(line: Line, age: Quantity, years: list[re.Match[str]]) -> Span:
    start, end = (line.span.start + place for place in (years[0].start(), years[1].end()))
    return Span(min(start, age.span.start), max(end, age.span.end))


def _life(age: Quantity, born: int, died: int, span: Span) -> Sum:
    years = died - born
    holds = age.value in (years, years - 1)
    outcome = "as stated" if holds else f"not {number(age.value or 0)}"
    return Sum(span, holds, f"Who was born in {born} and died in {died} was {years - 1} or {years}, {outcome}.")
