"""Which figures do two articles give of one and the same, each another: of Osk's share of the vote, of the revenue of the third quarter?

Rivals have a share each, and a firm has a revenue each year: the names that lead to the figures must meet, the times that they are of must be
one, and neither article may name the other's figure, whatever it says of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from crosscheck.align.days import days_between, is_up_to_now, reckoned
from crosscheck.align.subjects import are_about, sentence_at
from crosscheck.extract.detail_amounts import NOBODY, is_of_harm
from crosscheck.extract.detail_deeds import interval
from crosscheck.model.article import Article
from crosscheck.model.detail import Detail

UNIT = 4  # letters of a unit: "metre" and "metres"
ROUNDED = 1.15  # by which a figure may be rounded where it is told in another unit: "60 feet" and "20 metres"
SOON = 1  # days between two reports by which shares, votes and banks have hardly another figure
TIMES = 2.5  # by which one figure may be the other: what is told wrongly is seldom far off
Told = Sequence[Detail]


def amounts_apart(ones: Told, others: Told, articles: Mapping[str, Article]) -> Iterator[tuple[Detail, Detail]]:
    """The figures of two articles that exclude each other, where each gives one alone."""
    for one, other in product(ones, others):
        if not (one.exact and other.exact and _are_apart(one, other) and _may_be_of_one(one, other)):
            continue
        left, right = articles[one.article], articles[other.article]
        if (one.words and other.words and not are_about(one, other, left, right)) or _are_of_two_days(one, other, left, right):
            continue
        given = interval(one)[0] * interval(other)[0] > 0 and (_gives(other, one, articles) or _gives(one, other, articles))
        if _is_alone(one, ones, other) and _is_alone(other, others, one) and not given:
            yield one, other


def _are_of_two_days(one: Detail, other: Detail, left: Article, right: Article) -> bool:
    """Whether the reports lie some days apart, or each tells of its own day, or one of what goes on: "so far today the bank has lent 4 billion"."""
    apart, said = days_between(left, right) or 0, [sentence_at(one, left), sentence_at(other, right)]
    if apart > SOON or any(map(is_up_to_now, said)):
        return True
    return apart > 0 and not reckoned(said[0]).isdisjoint(reckoned(said[1]))


def _are_apart(one: Detail, other: Detail) -> bool:
    """Whether one goes up and the other down, or they are so far apart as what is told wrongly may be."""
    if _meet(one, other):
        return False
    (low, high), (least, most) = interval(one), interval(other)
    if low * least < 0:
        return True
    near, far = sorted((abs(low + high) / 2, abs(least + most) / 2))
    return near * (ROUNDED if _unit(one) != _unit(other) else 1.0) < far <= near * TIMES


def _unit(detail: Detail) -> str:
    """The beginning of the last word: "60 feet", "20-metre", "3 million years old"."""
    words = re.findall(r"[a-z]+", detail.text.casefold().removesuffix("old"))
    return str(words[-1][:UNIT]) if words else ""


def _may_be_of_one(one: Detail, other: Detail) -> bool:
    """Whether they are of one name and one time, as far as is told."""
    if NOBODY in one.words | other.words:
        return False
    named = not one.words or not other.words or not one.words.isdisjoint(other.words)
    times = [frozenset(filter(None, detail.scope.split(", "))) for detail in (one, other)]
    return named and (times[0] <= times[1] or times[1] <= times[0])


def _is_alone(one: Detail, told: Told, other: Detail) -> bool:
    """Whether its article gives no other figure that may be the one which the other article gives: not "osk fell 600 metres" beside a fall of 60."""
    return all(_meet(one, detail) or not detail.exact or _is_of_another(detail, other) for detail in told)


def _is_of_another(detail: Detail, other: Detail) -> bool:
    """Whether a figure is far from the other article's, and of somebody else by name or as one who came to harm beside others."""
    named = bool(detail.words) and bool(other.words) and detail.words.isdisjoint(other.words)
    return (named or is_of_harm(detail.thing)) and not _meet(detail, other) and not _are_apart(detail, other)


def _meet(one: Detail, other: Detail) -> bool:
    (low, high), (least, most) = interval(one), interval(other)
    return max(low, least) <= min(high, most)


def _gives(one: Detail, other: Detail, articles: Mapping[str, Article]) -> bool:
    """Whether the article of the one names the other's figure anywhere."""
    number = re.search(r"\d[\d.,]*", other.text)
    figure = (number.group() if number else other.text).rstrip(".,")
    return re.search(rf"(?<![\w.,]){re.escape(figure)}(?![\w]|[.,]\d)", articles[one.article].text, re.IGNORECASE) is not None
