"""On which day was an article published, and how many days lie between two?"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from crosscheck.extract.lexicon import words_of
from crosscheck.model.article import Article


def day_of(article: Article) -> date | None:
    """The day of publication; None where it is not known to the day."""
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None


def days_between(left: Article, right: Article) -> int | None:
    """Days between the publication of two articles; None where one is not known to the day."""
    one, other = day_of(left), day_of(right)
    return None if one is None or other is None else abs((one - other).days)


def reckoned(sentence: str) -> frozenset[str]:
    """The words of a sentence for a day that is reckoned from that of the report: "today", "yesterday", "this morning" as "today"."""
    said = sentence.casefold().replace(",", " ").replace(".", " ").split()
    parts = ("today" for one, other in pairwise(said) if one == "this" and other in words_of("days", "parts"))
    return frozenset((*parts, *("today" if word == "tonight" else word for word in said if word in words_of("days", "reckoned"))))


def is_up_to_now(sentence: str) -> bool:
    """Whether it gives a figure that goes on growing: "so far today"."""
    return any(f" {words} " in f" {sentence.casefold()} " for words in words_of("days", "running"))
