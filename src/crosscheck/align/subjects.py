"""Whom or what are two articles about alike: whom both of their headlines, or where one has none their first words, name?"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from crosscheck.align.stories import words_in
from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.words import folded
from crosscheck.model.article import Article
from crosscheck.model.detail import Detail

STEM = 5  # letters of a name among the words of a figure or fact (extract/detail_amounts.py)
HEAD = 300  # letters of an article in which it tells what it is about
FAR = 160  # letters of a sentence before and behind a detail that are read
ALIKE, FEW = 0.5, 2  # of the words of the sentence that has fewer, and how many at least, that both must have
SHORT = 3  # letters of a word that tells something
LEAD = 60  # words of an article without a headline in which it says whom it is about

_END = re.compile(r"[.!?]\s|\n")
_WORD = re.compile(r"[^\W\d_][\w'’-]+")


def are_about(one: Detail, other: Detail, left: Article, right: Article) -> bool:
    """Whether a name that both have is one that both articles begin with; a bank that leads two issues of shares is not whom they are about."""
    return not (one.words & other.words & _subjects(left) & _subjects(right)).issubset(_firms())


@lru_cache(maxsize=4096)
def _subjects(article: Article) -> frozenset[str]:
    words = (article.title or "").split() or islice(words_in(article), LEAD)
    return frozenset(folded(word.strip(".,:;'\"")).removesuffix("'s")[:STEM] for word in words)


@lru_cache(maxsize=1)
def _firms() -> frozenset[str]:
    return frozenset(word[:STEM] for word in (*words_of("protagonists", "firms"), "the", "in", "he", "she", "it", "a"))


def told_alike(one: Detail, other: Detail, left: Article, right: Article) -> bool:
    """Whether both stand at the head of their articles, or the sentences that tell them have much in common.

    Further on, a report of whole length has many figures and names that are told once and are of something else.
    """
    if max(one.span.start, other.span.start) < HEAD:
        return True
    words = [_around(detail, article) for detail, article in ((one, left), (other, right))]
    return len(words[0] & words[1]) >= max(FEW, ALIKE * min(map(len, words)))


def sentence_at(detail: Detail, article: Article) -> str:
    """Its sentence without its own words, or as much of it as stands near."""
    start, end, text = detail.span.start, detail.span.end, article.text
    ahead = _END.split(text[max(0, start - FAR) : start])[-1]
    return f"{ahead} {_END.split(text[end : end + FAR])[0]}"


def _around(detail: Detail, article: Article) -> frozenset[str]:
    """The beginnings of the words that tell something in its sentence."""
    words = (folded(word) for word in _WORD.findall(sentence_at(detail, article)))
    return frozenset(word[:STEM] for word in words if len(word) >= SHORT) - _common()


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(word[:STEM] for word in table_of("story_words")["common"].split())
