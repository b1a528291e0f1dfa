"""How would an article and its claims look with other words in one place?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from crosscheck.judge.lexicon import words
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Polarity, Span

_BEFORE = 40  # code points before a predicate in which its negation stands


def rewritten(article: Article, claims: Sequence[Claim], place: Span, new: str) -> tuple[Article, tuple[Claim, ...]]:
    """The article with these words at the place, and its claims with all their spans moved along; what the claims state is left as it is."""
    text = article.text[: place.start] + new + article.text[place.end :]
    moved = (_moved(claim, place, len(new) - (place.end - place.start)) for claim in claims)
    return replace(article, text=text), tuple(replace(claim, text=text[claim.span.start : claim.span.end]) for claim in moved)


def negated(article: Article, claims: Sequence[Claim], claim: Claim) -> tuple[Article, tuple[Claim, ...]]:
    """With "not" before the predicate of one of the claims, or without its negation."""
    place = claim.predicate.span
    if claim.polarity is Polarity.NEGATED:
        return rewritten(article, claims, *_without_negation(article.text, place))
    return rewritten(article, claims, Span(place.start, place.start), "not ")


def _without_negation(text: str, place: Span) -> tuple[Span, str]:
    """The last word of negation before the predicate, and nothing in its stead."""
    start = max(0, place.start - _BEFORE)
    before = text[start : place.start].casefold()
    found = [(at, word) for word in words("surety", "negatives") if (at := before.rfind(f"{word} ")) >= 0]
    if not found:
        return Span(place.start, place.start), ""
    at, word = max(found)
    return Span(start + at, start + at + len(word) + 1), " " if word.startswith(("n't", "n’t")) else ""


def _moved(value: Any, place: Span, by: int) -> Any:
    """Spans behind the place move, spans around it grow."""
    if isinstance(value, Span):
        return Span(value.start + by if value.start >= place.end else value.start, value.end + by if value.end >= place.end else value.end)
    if isinstance(value, tuple):
        return tuple(_moved(one, place, by) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _moved(getattr(value, field.name), place, by) for field in fields(value)})
    return value
