"""Is a word written with letters that are not what they look like, or with marks that nobody sees?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from crosscheck.extract.plain import plain_text, read_as, unseen_in, words_seen
from crosscheck.judge.checkrule import Sum
from crosscheck.model.article import Article
from crosscheck.model.claim import Extract, Span

_TURNED = re.compile("[\u202d\u202e][^\u202c\n]*")
_SHOWN = 30  # code points of what is turned round


def lookalikes(article: Article, extract: Extract) -> Iterator[Sum]:
    """Every word of Latin letters and of others that look like them."""
    for span, word in words_seen(article.text):
        looks = read_as(word)
        if looks is not None:
            letter = next(one for one, other in zip(word, looks, strict=True) if one != other)
            yield Sum(span, False, f"{looks} is written with {_named(letter)} in the place of a Latin letter; it is read as {looks}.")


def unseen(article: Article, extract: Extract) -> Iterator[Sum]:
    """Every word with a mark inside that is not shown, and every passage that is shown backwards."""
    text = article.text
    for span in unseen_in(text):
        start, end = _word_around(text, span)
        seen = plain_text(text[start:end]).text
        yield Sum(Span(start, end), False, f"{seen} holds {_named(text[span.start])}, which is not seen; it is read as {seen}.")
    for match in () if text.isascii() else _TURNED.finditer(text):
        shown = match[0][1 : 1 + _SHOWN].strip()
        if shown:
            yield Sum(Span(*match.span()), False, f"What follows {_named(match[0][0])} is shown in another order than it is read: {shown}.")


def _word_around(text: str, span: Span) -> Span:
    start, end = span
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return Span(start, end)


def _named(letter: str) -> str:
    return unicodedata.name(letter, f"U+{ord(letter):04X}")
