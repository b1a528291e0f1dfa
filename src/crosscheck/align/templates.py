"""Are two articles one form, filled in for two protagonists?

"Osk Oil said it raised the price of its crude by 50 cents" and "Adler Petroleum said it raised the price of its crude by 50 cents" are two events,
told by one desk on one day. A copy of an article in which a name was changed is no form: most of its sentences stand in the other as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from zlib import crc32

from crosscheck.extract.lexicon import table_of
from crosscheck.extract.places import country_of
from crosscheck.extract.words import folded
from crosscheck.model.article import Article
from crosscheck.values import dataclass

LEAD = 400  # letters of the first sentence that are read
PATTERN = 5  # words of the pattern that both must have at least; fewer any two reports have ("said it will close")
ALIKE = 0.7  # of the words of the two patterns. Of 1,500 newswire reports pairs of two firms have .7 to 1, two reports of one happening up to .6
COPIED = 0.5  # of the sentences of the shorter article: more have copies of one article, though a name was changed in one
AGAIN = 2  # times that an article names whom it is of, its headline among them, where nothing else differs in the first sentences
SPOKEN = 40  # letters at the beginning in which a dateline ends
STEM = 5  # letters by which forms of a name are taken for one

_END = re.compile(r"(?<=[.!?])[\"”’']?\s+(?=[\"“A-Z])|\n+")
_WORD = re.compile(r"[^\W_]+(?:['’.&/-][^\W_]+)*&?")
_DATELINE = re.compile(r"^[^a-z]{3,}[^.]{0,24}?\s[-–—]{1,2}\s|^[^-–—.]{0,40}\([A-Za-z ]{2,20}\)\s*[-–—]{1,2}\s")
_ARTICLES = frozenset(("the", "a", "an"))
_JOINTS = frozenset(("of", "and", "the", "de", "la", "van", "von", "for", "&"))


@dataclass(frozen=True, slots=True)
class Opening:
    """How an article begins: whom its first sentence is of, the plain words of that sentence in order, and its other names and numbers.

    `often` is how often the article names the former. `names` are the words with capitals of the headline; `sentences` all sentences, by their words.
    """

    subject: frozenset[str]
    pattern: tuple[str, ...]
    values: frozenset[str]
    often: int
    head: frozenset[str]
    sentences: frozenset[int]


def opening_of(article: Article, names: Mapping[str, str]) -> Opening:
    """`names` are the words of the article that are names, folded."""
    text = article.text
    start = _DATELINE.match(text[:LEAD])
    body = text[start.end() if start else 0 :]
    sentences = [part for part in _END.split(body) if part.strip()]
    words = _WORD.findall(sentences[0][:LEAD]) if sentences else []
    subject = _subject(words, names)
    rest = words[len(subject) :]
    told = [word for word in subject if _tells(word)]
    said = frozenset(folded(word)[:STEM] for word in [word for word in told if country_of(word) is None] or told)
    title = _WORD.findall(article.title or "")
    return Opening(
        said,
        tuple(word for word in rest if word.islower()),
        frozenset(folded(word) for word in rest if not word.islower()),
        _most(said, [*title, *_WORD.findall(text)]) if said else 0,
        frozenset(folded(word)[:STEM] for word in title),
        frozenset(crc32(" ".join(_WORD.findall(sentence)).encode()) for sentence in sentences),
    )


def _subject(words: list[str], names: Mapping[str, str]) -> list[str]:
    """The words up to the last capital of the first run of them; none where these are no name ("Police said")."""
    run = list(_run(words))
    while run and run[-1].islower():
        run.pop()
    telling = [word for word in run if _tells(word)]
    named = len(telling) > 1 or any(folded(word) in names for word in telling) or (telling and folded(run[-1]) in _firms())
    return run if named else []


def _run(words: list[str]) -> Iterator[str]:
    for word in words:
        if not word[0].isupper() and word not in _JOINTS:
            return
        yield word


def _tells(word: str) -> bool:
    """Whether it is a part of a name that many others do not have."""
    return word[0].isupper() and folded(word) not in _firms() and folded(word) not in _ARTICLES


@cache
def _firms() -> frozenset[str]:
    return frozenset(table_of("protagonists")["firms"].split())


def _most(names: frozenset[str], words: list[str]) -> int:
    """How often the word of the name stands in the article that stands there most often."""
    counts = Counter(folded(word)[:STEM] for word in words if word[0].isupper())
    return max(counts[name] for name in names)


def are_filled_in(one: Opening, other: Opening) -> bool:
    """Whether their first sentences are one pattern of words said of two protagonists, and neither article is a copy of the other."""
    if not one.subject or not other.subject or not one.subject.isdisjoint(other.subject) or not _alike(one.pattern, other.pattern):
        return False
    if not (one.subject.isdisjoint(other.head) and other.subject.isdisjoint(one.head)):
        return False
    if len(one.sentences & other.sentences) >= COPIED * min(len(one.sentences), len(other.sentences)):
        return False
    return min(one.often, other.often) >= AGAIN or one.values != other.values


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    shared = sum((Counter(one) & Counter(other)).values())
    return shared >= PATTERN and shared >= ALIKE * max(len(one), len(other))
