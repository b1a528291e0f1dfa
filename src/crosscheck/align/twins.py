"""Which sentences of two articles are the same word for word but for a few, and in which words do they differ?

An article that was edited or rewritten keeps most of its sentences. Where a name, a number or a "not" was exchanged in one, the two sentences
tell of one thing whatever the words exchanged, so that nothing else has to speak for it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from crosscheck.extract.names import folded
from crosscheck.model.article import Article
from crosscheck.model.claim import Extract, Span

LEAST = 5  # words of a sentence: fewer are a formula ("He declined to comment")
MOST = 120  # words of a sentence: more are a list or a table
RUN = 3  # words in a row by which two sentences meet
HOLDERS = 24  # sentences that share a run: more have it from the language, not from each other
COPIED = 3  # sentences that two articles share: one alone is told of any two events ("The driver was pronounced dead at the scene")
ALIKE = 0.6  # of the words of the longer sentence: the other is a copy of it, edited
LONG = 6  # words in a place where they differ: more are another statement
_CLITICS = (("can't", ("can", "not")), ("cannot", ("can", "not")), ("won't", ("will", "not")), ("n't", ("not",)), ("'s", ("'s",)))
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


@dataclass(frozen=True, slots=True)
class _Sentence:
    article: str
    number: int
    words: tuple[Word, ...]
    texts: tuple[str, ...]


def differences(articles: Sequence[Article], extracts: Mapping[str, Extract]) -> Iterator[Difference]:
    """All places in which twin sentences differ, by the order of the articles and of their sentences."""
    sentences = [sentence for article in articles for sentence in _sentences(article, extracts[article.id])]
    told: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for sentence in sentences:
        told[sentence.article].add(sentence.texts)
    found: dict[tuple[str, str], list[list[Difference]]] = defaultdict(list)
    for one, other in _twins(sentences, told):
        if places := list(_differing(one, other)):
            found[one.article, other.article].append(places)
    for (left, right), twins in found.items():
        if len(twins) + len(told[left] & told[right]) >= min(COPIED, len(told[left]), len(told[right])):
            yield from (place for places in twins for place in places)


def words_in(text: str, span: Span) -> tuple[Word, ...]:
    """The words of a stretch of text; those joined by hyphens, dashes or slashes are several."""
    return tuple(word for start, end in _pieces(text, span) for word in _unclitic(text, start, end))


def _pieces(text: str, span: Span) -> Iterator[tuple[int, int]]:
    start = span.start
    for at in range(span.start, span.end + 1):
        if at == span.end or text[at].isspace() or text[at] in "-–—/":
            if start < at:
                yield start, at
            start = at + 1


def _unclitic(text: str, start: int, end: int) -> Iterator[Word]:
    while start < end and text[start] in _MARKS:
        start += 1
    while start < end and text[end - 1] in _MARKS:
        end -= 1
    if start == end:
        return
    word = text[start:end].replace("’", "'").casefold()
    clitic, expanded = next(((c, e) for c, e in _CLITICS if word.endswith(c) and (word == c or not c.startswith("c"))), ("", ()))
    stem = word.removesuffix(clitic) if clitic else word
    if stem:
        yield Word(folded(stem) or stem, Span(start, start + len(stem)))
    yield from (Word(part, Span(start + len(stem), end)) for part in expanded)


def _sentences(article: Article, extract: Extract) -> Iterator[_Sentence]:
    for number, span in enumerate(extract.sentences):
        words = words_in(article.text, span)
        if LEAST <= len(words) <= MOST:
            yield _Sentence(article.id, number, words, tuple(word.text for word in words))


def _twins(sentences: Sequence[_Sentence], told: Mapping[str, Set[tuple[str, ...]]]) -> Iterator[tuple[_Sentence, _Sentence]]:
    """Pairs of sentences of two articles of which each is the likest to the other, and none stands in the other's article as it is."""
    shared = _shared_runs(sentences)
    best: dict[tuple[int, str], tuple[int, int]] = {}
    for (i, j), runs in sorted(shared.items()):
        for at, of in ((i, j), (j, i)):
            key = (at, sentences[of].article)
            best[key] = max(best.get(key, (0, 0)), (runs, -of))
    for i, j in sorted(shared):
        one, other = sentences[i], sentences[j]
        if best[i, other.article][1] != -j or best[j, one.article][1] != -i:
            continue
        if one.texts not in told[other.article] and other.texts not in told[one.article]:
            yield one, other


def _shared_runs(sentences: Sequence[_Sentence]) -> Counter[tuple[int, int]]:
    """How many runs of words the sentences of two articles share, for those that share any."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for position, sentence in enumerate(sentences):
        texts = sentence.texts
        for run in {texts[at : at + RUN] for at in range(len(texts) - RUN + 1)}:
            holders[run].append(position)
    few = (members for members in holders.values() if 1 < len(members) <= HOLDERS)
    pairs = (pair for members in few for pair in combinations(members, 2))
    return Counter((i, j) for i, j in pairs if sentences[i].article != sentences[j].article)


def _differing(one: _Sentence, other: _Sentence) -> Iterator[Difference]:
    """What stands at the one's end alone is left out: there, sentences are cut short or go on."""
    matched = SequenceMatcher(None, one.texts, other.texts, autojunk=False)
    if sum(block.size for block in matched.get_matching_blocks()) < ALIKE * max(len(one.words), len(other.words)):
        return
    for kind, a, b, c, d in matched.get_opcodes():
        at_an_end = (a == 0 and c == 0) or (b == len(one.words) and d == len(other.words))
        if kind == "equal" or max(b - a, d - c) > LONG or (kind != "replace" and at_an_end):
            continue
        around = _around(one.words, a, b), _around(other.words, c, d)
        yield Difference((one.article, other.article), (one.number, other.number), (one.words[a:b], other.words[c:d]), around)


def _around(words: Sequence[Word], start: int, end: int) -> Span:
    return Span(words[max(0, start - 1)].span.start, words[min(len(words), end + 1) - 1].span.end)
