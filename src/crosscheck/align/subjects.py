"""Whom or what are two articles about alike: whom both of their headlines, or where one has none their first words, name?"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

from crosscheck.align.stories import words_in
from crosscheck.extract.lexicon import words_of
from crosscheck.extract.words import folded
from crosscheck.model.article import Article
from crosscheck.model.detail import Detail

STEM = 5  # letters of a name among the words of a figure or fact (extract/detail_amounts.py)
LEAD = 60  # words of an article without a headline in which it says whom it is about


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
