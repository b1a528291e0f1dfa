"""Which articles report the same happenings?

Articles are compared by their words, rare ones first and names and numbers above all, once as a whole and once by their first paragraphs, where
the happening stands. Both must be alike: background that a long article recalls does not make it a report of the same story.
Groups are joined from the likest pair upwards while the average over all pairs across them is high enough (average link), so that no chain
of half-related articles becomes one story. Groups more than WINDOW days apart are never joined, by way of undated articles neither.

Stories order the report and help to tell events apart. They never wall off alignment: different stories recall the same facts.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256

from crosscheck.align.linkage import average_link
from crosscheck.extract.boilerplate import boilerplate_in
from crosscheck.extract.lexicon import table_of
from crosscheck.extract.words import folded, word_spans
from crosscheck.model.article import Article
from crosscheck.model.report import Story

ALIKE = 0.14
"""Average likeness of one story. From .12 to .18 GVC's dev incidents stay at B-cubed 99 to 100; at .14 the four annotated stories of ECB+ are whole
(higher splits them) and four of its eight dev topics come apart into their two stories (lower joins more)."""

WINDOW = 30
"""Days between two reports of one story, as in the TF-IDF baseline of Bugert et al. (2021)."""

LEAD = 100
"""Words of the title and the first paragraphs; from 60 to 150 the result is the same within two points."""

OPENING = 60
"""Words whose weight is doubled in the comparison of whole articles: title and first sentences."""

NAMED = 3.0
"""Weight of a name or a number against a common word, in whole articles; 1 joins stories of one kind, 2 and 3 do not."""

NAMED_IN_LEAD = 2.0
"""The same in the lead, where nearly all is telling."""

BACKGROUND = 100
"""Articles that are imagined beside those at hand, each with other words, so that in a small pile a word that all share is not worthless. With
1,000 common words weigh too much in piles of twenty, with 30 single stories fall apart."""

COMMON = 60
"""Articles that may share a word before it is no longer used to find candidates, so that time grows with the number of articles."""

CANDIDATE = 0.04
"""Likeness of the leads by rarer words from which a pair is compared in full; .06 splits stories, .02 takes twice the time."""


@dataclass(frozen=True, slots=True)
class _Vectors:
    """Unit vectors of the terms of one article: as a whole, and its lead."""

    whole: Mapping[str, float]
    lead: Mapping[str, float]


def stories_of(articles: Sequence[Article]) -> tuple[Story, ...]:
    """Every article in one story, alone where nothing is like it; stories and their articles in the order of publication, then of ids."""
    ordered = sorted(articles, key=_when)
    groups = _joined([_day(article) for article in ordered], _likenesses(ordered))
    return tuple(_story([ordered[number] for number in sorted(group)]) for group in sorted(groups, key=min))


def _when(article: Article) -> tuple[str, str]:
    """Undated articles come last."""
    return article.published or "~", article.id


def _story(articles: Sequence[Article]) -> Story:
    """Named after its first article, so that the name stays when more is reported."""
    return Story("s" + sha256(articles[0].id.encode()).hexdigest()[:12], tuple(article.id for article in articles))


def _likenesses(articles: Sequence[Article]) -> dict[tuple[int, int], float]:
    """How alike each pair is that shares rare words, by positions; the geometric mean of the cosines of the wholes and of the leads."""
    vectors = _vectors(articles)
    days = [_day(article) for article in articles]
    found = {}
    for a, b in _candidates([vector.lead for vector in vectors]):
        if _near(days[a], days[b]):
            found[a, b] = math.sqrt(_cosine(vectors[a].whole, vectors[b].whole) * _cosine(vectors[a].lead, vectors[b].lead))
    return found


def _candidates(vectors: Sequence[Mapping[str, float]]) -> list[tuple[int, int]]:
    """The pairs that share enough of the rarer words."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for term in vector:
            holders[term].append(number)
    shared: defaultdict[tuple[int, int], float] = defaultdict(float)
    for term, numbers in holders.items():
        if len(numbers) <= COMMON:
            for at, b in enumerate(numbers):
                for a in numbers[:at]:
                    shared[a, b] += vectors[a][term] * vectors[b][term]
    return sorted(pair for pair, likeness in shared.items() if likeness >= CANDIDATE)


def _near(a: int | None, b: int | None) -> bool:
    return a is None or b is None or abs(a - b) <= WINDOW


def _day(article: Article) -> int | None:
    """The day of publication as a number; None where it is not known to the day."""
    try:
        return date.fromisoformat((article.published or "")[:10]).toordinal()
    except ValueError:
        return None


def _vectors(articles: Sequence[Article]) -> list[_Vectors]:
    read = [tuple(_words(article)) for article in articles]
    wholes = _weighted([_terms(words, NAMED, OPENING) for words in read])
    leads = _weighted([_terms(words[:LEAD], NAMED_IN_LEAD, 0) for words in read])
    return [_Vectors(whole, lead) for whole, lead in zip(wholes, leads, strict=True)]


def _words(article: Article) -> Iterator[str]:
    """The words of the title and the text, as written, without the page's furniture."""
    text, title = article.text, article.title or ""
    if title and title not in text[: 2 * len(title) + 100]:
        yield from (title[start:end] for start, end in word_spans(title))
    furniture = iter(boilerplate_in(text, article.author))
    skip = next(furniture, None)
    for start, end in word_spans(text):
        while skip and skip.end <= start:
            skip = next(furniture, None)
        if not skip or start < skip.start:
            yield text[start:end].removesuffix("'s").removesuffix("’s")


def _terms(words: Sequence[str], named: float, opening: int) -> dict[str, float]:
    """Each folded word that says something, with what it weighs before it is known how rare it is; more in the first `opening` words."""
    common = _common() | {""}
    forms = [folded(word) for word in words]
    plain = {form for word, form in zip(words, forms, strict=True) if word[:1].islower()}
    counts = Counter(form for form in forms if form not in common)
    early = set(forms[:opening])
    return {form: _weight(form, count, named if form not in plain else 1.0, 2.0 if form in early else 1.0) for form, count in counts.items()}


def _weight(form: str, count: int, named: float, early: float) -> float:
    """Doubling a word's count adds less and less; a single letter says nothing."""
    return (1 + math.log(count)) * named * early if len(form) > 1 else 0.0


@cache
def _common() -> frozenset[str]:
    return frozenset(table_of("story_words")["common"].split())


def _weighted(terms: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """Unit vectors by inverse document frequency among the articles and the imagined ones beside them."""
    articles = Counter(term for vector in terms for term in vector)
    rarity = {term: math.log((len(terms) + BACKGROUND) / (count + 1)) for term, count in articles.items()}
    return [_unit({term: weight * rarity[term] for term, weight in vector.items()}) for vector in terms]


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(math.fsum(weight * weight for weight in vector.values())) or 1.0
    return {term: weight / length for term, weight in vector.items()}


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Summed exactly, so that the order of the words does not show in the last digit."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return math.fsum(weight * large[term] for term, weight in small.items() if term in large)


def _joined(days: Sequence[int | None], likenesses: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Groups of positions; pairs without a likeness have none."""
    return average_link(len(days), likenesses, ALIKE, lambda left, right: _close(left, right, days))


def _close(a: Sequence[int], b: Sequence[int], days: Sequence[int | None]) -> bool:
    """Whether no more than WINDOW days lie between the dated articles of two groups."""
    left = [day for member in a if (day := days[member]) is not None]
    right = [day for member in b if (day := days[member]) is not None]
    return not left or not right or max(min(left), min(right)) - min(max(left), max(right)) <= WINDOW
