"""Which sentences of two articles are the same word for word but for a few, and in which words do they differ?

An article that was edited or rewritten keeps most of its sentences. Where a name, a number or a "not" was exchanged in one, the two sentences
tell of one thing whatever the words exchanged, so that nothing else has to speak for it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from difflib import SequenceMatcher
from functools import lru_cache
from sys import intern

from crosscheck.align.days import days_between, reckoned
from crosscheck.align.keys import seen_again
from crosscheck.extract.names import folded
from crosscheck.model.article import Article
from crosscheck.model.claim import Span
from crosscheck.values import dataclass

LEAST = 5  # words of a sentence: fewer are a formula ("He declined to comment")
MOST = 120  # words of a sentence: more are a list or a table
RUN = 3  # words in a row by which two sentences meet
HOLDERS = 24  # sentences that share a run: more have it from the language, not from each other
COPIED = 3  # sentences that two articles share: one alone is told of any two events ("The driver was pronounced dead at the scene")
SAME = 1 / 3  # share of the sentences of an article from which on another that has them word for word is a copy, and no form filled in anew
VERSION = 0.5  # share of the sentences of an article that one of another day must share to be a version of it: markets are told every day in one form
MANY = 10_000  # sentences from which on it is worth the time to keep only runs that two of them share
ALIKE = 0.6  # of the words of the longer sentence: the other is a copy of it, edited
LONG = 6  # words in a place where they differ: more are another statement
_CLITICS = (("can't", ("can", "not")), ("cannot", ("can", "not")), ("won't", ("will", "not")), ("n't", ("not",)), ("'s", ("'s",)))
_PIECE = re.compile(r"[^\s\-–—/]+")
_MARKS = "\"'“”‘’.,;:!?()[]…*"


@dataclass(frozen=True, slots=True)
class Word:
    """A word in lower case, with clitics written out, and where it stands."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two sentences differ that are else the same: the articles, the sentences by number, and the words on either side, if any.

    `around` are the same places with the word before and the word after.
    """

    articles: tuple[str, str]
    sentences: tuple[int, int]
    words: tuple[tuple[Word, ...], tuple[Word, ...]]
    around: tuple[Span, Span]


Texts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The words of a sentence. Where each of them stands is looked up in the few of which it is asked."""

    article: str
    number: int
    span: Span
    texts: Texts


def differences(
    articles: Sequence[Article], sentences_of: Mapping[str, Sequence[Span]], strangers: Callable[[str, str], bool]
) -> Iterator[Difference]:
    """All places in which twin sentences differ, by the order of the articles and of their sentences.

    `sentences_of` are those of each article. `strangers` says of two articles that they are about two things, whatever words they share ("is
    raising 50 mln dlrs through debentures").
    """
    sentences = [sentence for article in articles for sentence in _sentences(article, sentences_of[article.id])]
    texts = {article.id: article.text for article in articles}
    told: dict[str, set[Texts]] = defaultdict(set)
    for sentence in sentences:
        told[sentence.article].add(sentence.texts)
    found: dict[tuple[str, str], list[list[Difference]]] = defaultdict(list)
    by_id = {article.id: article for article in articles}
    for one, other in _twins(sentences, told):
        words = tuple(words_in(texts[side.article], side.span) for side in (one, other))
        places = list(_differing((one, other), words))
        if _are_of_two_days(one, other, by_id):
            places = [place for place in places if not _is_of_numbers(place)]
        if places:
            found[one.article, other.article].append(places)
    for (left, right), twins in found.items():
        same, fewest = len(told[left] & told[right]), min(len(told[left]), len(told[right]))
        if len(twins) + same >= min(_least(by_id[left], by_id[right], fewest), fewest) and not strangers(left, right):
            is_copy = same >= SAME * fewest
            yield from (place for places in twins if is_copy or not _is_form(places, texts) for place in places)


def _are_of_two_days(one: _Sentence, other: _Sentence, articles: Mapping[str, Article]) -> bool:
    """Whether two reports of two days each tell of their own: "the bank has lent 4 billion today"."""
    left, right = articles[one.article], articles[other.article]
    if not days_between(left, right):
        return False
    return not reckoned(left.text[slice(*one.span)]).isdisjoint(reckoned(right.text[slice(*other.span)]))


def _is_form(places: Sequence[Difference], texts: Mapping[str, str]) -> bool:
    """ "Osk Oil was awarded a $4 million contract", "Adler Oil was awarded a $7 million contract": of two things, since they differ in two values.

    So they do in articles that have few sentences in common, as a table of each month's exports; in a copy of one, several may have been changed.
    """
    return sum(_is_of_values(place, texts) for place in places) > 1


def _is_of_values(place: Difference, texts: Mapping[str, str]) -> bool:
    """Whether there are numbers or names on both sides."""
    return all(
        any(texts[article][word.span.start].isupper() or word.text[:1].isdigit() for word in words)
        for article, words in zip(place.articles, place.words, strict=True)
    )


def _is_of_numbers(place: Difference) -> bool:
    return all(any(word.text[:1].isdigit() for word in words) for words in place.words)


def _least(left: Article, right: Article, fewest: int) -> float:
    """How many sentences two articles must share, of which one has the `fewest`."""
    return max(COPIED, VERSION * fewest) if days_between(left, right) else COPIED


def words_in(text: str, span: Span) -> tuple[Word, ...]:
    """The words of a stretch of text; those joined by hyphens, dashes or slashes are several."""
    pieces = ((piece.start(), piece[0]) for piece in _PIECE.finditer(text, *span))
    return tuple(Word(part.text, Span(at + part.span.start, at + part.span.end)) for at, piece in pieces for part in _parts(piece))


@lru_cache(maxsize=65536)
def _parts(piece: str) -> tuple[Word, ...]:
    """A piece without the marks around it, a clitic apart; a pile has the same ones again and again."""
    start, end = 0, len(piece)
    while start < end and piece[start] in _MARKS:
        start += 1
    while start < end and piece[end - 1] in _MARKS:
        end -= 1
    word = piece[start:end].replace("’", "'").casefold()
    clitic, expanded = next(((c, e) for c, e in _CLITICS if word.endswith(c) and (word == c or not c.startswith("c"))), ("", ()))
    stem = word.removesuffix(clitic) if clitic else word
    first = (Word(intern(folded(stem) or stem), Span(start, start + len(stem))),) if stem else ()
    return (*first, *(Word(part, Span(start + len(stem), end)) for part in expanded))


def _sentences(article: Article, spans: Sequence[Span]) -> Iterator[_Sentence]:
    for number, span in enumerate(spans):
        texts = tuple(part.text for piece in _PIECE.findall(article.text, *span) for part in _parts(piece))
        if LEAST <= len(texts) <= MOST:
            yield _Sentence(article.id, number, span, texts)


def _twins(sentences: Sequence[_Sentence], told: Mapping[str, Set[Texts]]) -> Iterator[tuple[_Sentence, _Sentence]]:
    """Pairs of sentences of two articles that are alike, each the likest to the other, none of which stands in the other's article as it is."""
    meeting = _Meeting(sentences)
    for at, one in enumerate(sentences):
        words = frozenset(one.texts)
        for of in sorted(of for of in meeting.after(at) if _may_be_alike(one.texts, words, sentences[of].texts)):
            other = sentences[of]
            if one.texts in told[other.article] or other.texts in told[one.article]:
                continue
            if meeting.likest(at, other.article) == of and meeting.likest(of, one.article) == at:
                yield one, other


class _Meeting:
    """Which sentences share runs of words. Of the runs only those are kept that some sentences share, and not too many."""

    def __init__(self, sentences: Sequence[_Sentence]) -> None:
        self._articles = [sentence.article for sentence in sentences]
        self._runs: list[list[int]] = [[] for _ in sentences]
        self._holders = [members for members in _shared(sentences) if len(members) <= HOLDERS]
        for run, members in enumerate(self._holders):
            for member in members:
                self._runs[member].append(run)
        self._of = _by_article(self._articles)

    def after(self, at: int) -> set[int]:
        """The later sentences of other articles that share a run with this one."""
        return {of for run in self._runs[at] for of in self._holders[run] if of > at and self._articles[of] != self._articles[at]}

    def likest(self, at: int, article: str) -> int:
        """The sentence of the article that shares most runs with this one, the first of equals; one shares some."""
        mine = set(self._runs[at])
        return min(self._of[article], key=lambda of: (-len(mine.intersection(self._runs[of])), of))


def _by_article(articles: Sequence[str]) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for position, article in enumerate(articles):
        found[article].append(position)
    return found


def _shared(sentences: Sequence[_Sentence]) -> Iterable[list[int]]:
    """The sentences that hold each run of words which two hold or more. Most runs stand in one sentence, and are never kept (`align/keys.py`)."""
    often = seen_again(_runs(sentence.texts) for sentence in sentences) if len(sentences) > MANY else b"\1"  # few are sooner kept than told apart
    holders: dict[Texts, list[int]] = defaultdict(list)
    for position, sentence in enumerate(sentences):
        for run in _runs(sentence.texts):
            if often[hash(run) % len(often)]:
                holders[run].append(position)
    return [members for members in holders.values() if len(members) > 1]


def _runs(texts: Texts) -> set[Texts]:
    return {texts[at : at + RUN] for at in range(len(texts) - RUN + 1)}


def _may_be_alike(one: Texts, left: Set[str], other: Texts) -> bool:
    """Whether so many of their words are the same, in whatever order, that they may be in this one; found out much sooner.

    `left` are the words of the one, each once.
    """
    least = ALIKE * max(len(one), len(other))
    if min(len(one), len(other)) < least:
        return False
    right = frozenset(other)
    return len(left & right) + min(len(one) - len(left), len(other) - len(right)) >= least


def _differing(pair: tuple[_Sentence, _Sentence], words: Sequence[tuple[Word, ...]]) -> Iterator[Difference]:
    """What stands at the one's end alone is left out: there, sentences are cut short or go on."""
    one, other = pair
    left, right = words
    matched = SequenceMatcher(None, one.texts, other.texts, autojunk=False)
    if sum(block.size for block in matched.get_matching_blocks()) < ALIKE * max(len(left), len(right)):
        return
    for kind, a, b, c, d in matched.get_opcodes():
        at_an_end = (a == 0 and c == 0) or (b == len(left) and d == len(right))
        if kind == "equal" or max(b - a, d - c) > LONG or (kind != "replace" and at_an_end):
            continue
        around = _around(left, a, b), _around(right, c, d)
        yield Difference((one.article, other.article), (one.number, other.number), (left[a:b], right[c:d]), around)


def _around(words: Sequence[Word], start: int, end: int) -> Span:
    return Span(words[max(0, start - 1)].span.start, words[min(len(words), end + 1) - 1].span.end)
