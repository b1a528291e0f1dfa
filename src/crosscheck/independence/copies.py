"""Which passages have articles copied from each other, or from one text that both had?

Words are compared without case, accents and marks. An inverted index of winnowed fingerprints (Schleimer, Wilkerson and Aiken 2003) says which
pairs are worth a look; a pair is then laid side by side: runs of three words or more, chained over light edits into passages.

Not copying: furniture of the page (extract/boilerplate.py), a speech that both quote unless the words around it are shared as well, and names
("Russian President Vladimir Putin"), which everybody writes alike. So only the *telling* words of a passage decide: those in lower case
(or digits), outside quotation marks.

The thresholds were chosen on the dev part of Clough and Stevenson's graded rewriting and of the MinHash collection's planted copies, and
checked on pairs of news articles of one story: independent reports of one event share formulas of up to nine telling words (how a wounded
man was taken to hospital), copied sentences have twelve or more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from crosscheck.independence.words import Words, fingerprints_in, plain_words, words_in
from crosscheck.model.article import Article
from crosscheck.model.claim import Span
from crosscheck.model.report import Overlap, Passage
from crosscheck.values import dataclass

RUN = 3
"""Words in a row that must be the same to begin a passage: two are chance, four lose most of a lightly revised text."""

GAP = 4
"""Words that an editor may have changed, put in or left out between two runs of one passage; six joined unrelated runs, two broke revised ones."""

LONG = 12
"""Telling words of one passage that make a copy on their own. At 9 formulas of police reports come in, at 16 single copied sentences are lost."""

MEANING = 6
"""Of these, how many must be more than the words that any sentence is made of. Passages of 12 telling words with five or fewer such words were
read in 4,000 newswire reports and the training topics of ECB+: half are formulas, as by which a speech or a term of science is brought in; with
six or more most are copied, or forms of one agency."""

FRAGMENT = 4
"""Telling words from which a passage counts towards the share; shorter ones are idiom ("at the same time as")."""

MANY = 30
"""Telling words in all passages together from which a revised text is a copy, if they are REVISED of it too: unrelated answers have 16."""

REVISED = 0.15
"""Share of the shorter article that must stand in the passages of a revised text; unrelated answers to one question have at most .07."""

STRAY_SHARE, STRAY_PASSAGES, STRAY_WORDS = 0.5, 4, 75
"""Less than this share of the shorter article, fewer passages and fewer telling words may be a stray: a teaser, or an item of two digests. Digests
spliced from unrelated reports share up to .32 in three passages and 60 words."""

RELATED = 0.25
"""Part of the longer words outside the passages that the two articles must share for a stray passage to count all the same, because both tell
of one matter. Digests of unrelated reports reach .24 (planted copies), articles that copied a background sentence .31 and more (seeds, ECB+)."""

LONG_WORD = 4
"""Letters of a longer word; of 4, 5, 6 and 7 this tells digests from reports best, with or without a list of function words."""

MOSTLY = 0.3
"""From this share on, words that very many articles carry count too: such an article is one of the copies, not the bearer of a common line."""

COMMON = 50
"""Articles that may carry one fingerprint before it is a common line. A text carried by more is followed along a chain, not for every pair."""

COMMON_SHARE, COMMON_MOST = 0.05, 100
"""The same as a part of all articles, for large collections, and at most: the pairs of those who carry a text grow with their square."""

SHARED = 2
"""Fingerprints that a pair must share to be laid side by side; one is chance."""

REPEATS = 8
"""Places of one run that are tried in an article that repeats itself, so that a page of one word over and over stays linear."""


@dataclass(frozen=True, slots=True)
class Run:
    """The same words in both: `length` words from word `a` of the one and word `b` of the other."""

    a: int
    b: int
    length: int


@dataclass(frozen=True, slots=True)
class Chain:
    """Runs that follow each other in both articles: one passage with its light edits."""

    runs: tuple[Run, ...]

    @property
    def a(self) -> tuple[int, int]:
        return self.runs[0].a, self.runs[-1].a + self.runs[-1].length

    @property
    def b(self) -> tuple[int, int]:
        return self.runs[0].b, self.runs[-1].b + self.runs[-1].length


def copied(articles: Sequence[Article]) -> tuple[Overlap, ...]:
    """One overlap of kind `copied_text` for each pair that shares passages, by article ids; the order of the articles does not matter."""
    ordered = sorted(articles, key=lambda article: article.id)
    read = [words_in(article) for article in ordered]
    marks = [fingerprints_in(words) for words in read]
    common = _common(marks)
    read = [words.without(places[mark] for mark in places.keys() & common) for words, places in zip(read, marks, strict=True)]
    found = []
    for b, partners in _candidates(marks, common):
        index = _index(read[b])
        found += [overlap for a in partners if (overlap := _overlap(read[a], read[b], index))]
    return tuple(sorted(found, key=lambda overlap: overlap.articles))


def _common(marks: Sequence[dict[int, int]]) -> set[int]:
    """The fingerprints that very many articles carry."""
    limit = max(COMMON, min(COMMON_MOST, int(COMMON_SHARE * len(marks))))
    carried = Counter(mark for places in marks for mark in places)
    return {mark for mark, articles in carried.items() if articles > limit}


def _candidates(marks: Sequence[dict[int, int]], common: set[int]) -> Iterator[tuple[int, list[int]]]:
    """For each article, those before it that share enough fingerprints with it."""
    carriers: defaultdict[int, list[int]] = defaultdict(list)
    for number, places in enumerate(marks):
        for mark in places:
            carriers[mark].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for mark, numbers in carriers.items():
        shared.update(pairwise(numbers) if mark in common else combinations(numbers, 2))
    partners: defaultdict[int, list[int]] = defaultdict(list)
    for (a, b), count in shared.items():
        if count >= SHARED:
            partners[b].append(a)
    yield from sorted((b, sorted(earlier)) for b, earlier in partners.items())


def _overlap(a: Words, b: Words, index: dict[tuple[str, ...], list[int]]) -> Overlap | None:
    """What a pair shares, None when that is no copying."""
    chains = _chains(_runs(a, b, index))
    parts = [chain for chain in chains if _telling(chain, a, a.telling) >= FRAGMENT]
    share = _share(parts, a, b)
    weights = a.telling if share >= MOSTLY else a.rare
    told = [_telling(chain, a, weights) for chain in parts]
    total = sum(told)
    long = any(count >= LONG and _meant(chain, a, weights) >= MEANING for chain, count in zip(parts, told, strict=True))
    if not long and (total < MANY or share < REVISED):
        return None
    if share < STRAY_SHARE and len(parts) < STRAY_PASSAGES and total < STRAY_WORDS and _relation(parts, a, b) < RELATED:
        return None
    passages = tuple(Passage(a.span(*chain.a), b.span(*chain.b)) for chain in parts)
    return Overlap((a.article, b.article), "copied_text", round(share, 4), passages)


def _index(words: Words) -> dict[tuple[str, ...], list[int]]:
    """Where each RUN words in a row stand, the first REPEATS places of each."""
    places: dict[tuple[str, ...], list[int]] = {}
    for at, key in _grams(words):
        here = places.setdefault(key, [])
        if len(here) < REPEATS:
            here.append(at)
    return places


def _grams(words: Words) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Every RUN words in a row that hold no furniture, with the place of the first."""
    forms = words.forms
    for at, key in enumerate(zip(*(forms[n:] for n in range(RUN)), strict=False)):
        if "" not in key:
            yield at, key


def _runs(a: Words, b: Words, index: dict[tuple[str, ...], list[int]]) -> Iterator[Run]:
    """The longest runs that both share, in the order of the first, none of its words twice."""
    end = 0
    for at, key in _grams(a):
        places = index.get(key)
        if places and at >= end:
            run = max((Run(at, place, _length(a.forms, b.forms, at, place)) for place in places), key=lambda run: run.length)
            end = at + run.length
            yield run


def _length(a: Sequence[str], b: Sequence[str], i: int, j: int) -> int:
    """How many words are the same from word i of the one and word j of the other; furniture ("") is never the same."""
    start, last = i, min(len(a), i + len(b) - j)
    while i < last and a[i] == b[j] and a[i]:
        i += 1
        j += 1
    return i - start


def _chains(runs: Iterable[Run]) -> list[Chain]:
    """Runs joined where at most GAP words lie between them in either article; moved paragraphs stay apart."""
    chains: list[list[Run]] = []
    for run in runs:
        before = next((chain for chain in reversed(chains[-REPEATS:]) if _follows(chain[-1], run)), None)
        if before:
            before.append(run)
        else:
            chains.append([run])
    return [Chain(tuple(runs)) for runs in chains]


def _follows(before: Run, after: Run) -> bool:
    return 0 <= after.a - before.a - before.length <= GAP and 0 <= after.b - before.b - before.length <= GAP


def _telling(chain: Chain, a: Words, weights: bytes) -> int:
    """How many of the words that are the same say something of their own."""
    return sum(sum(weights[run.a : run.a + run.length]) for run in chain.runs)


def _meant(chain: Chain, a: Words, weights: bytes) -> int:
    """How many of these are none of the words that any sentence is made of."""
    return sum(weights[at] and a.forms[at] not in plain_words() for run in chain.runs for at in range(run.a, run.a + run.length))


def _share(parts: Iterable[Chain], a: Words, b: Words) -> float:
    """The part of the shorter article's words that stand in the passages."""
    ends = [chain.a if len(a) <= len(b) else chain.b for chain in parts]
    inside = {word for start, end in ends for word in range(start, end)}
    return len(inside) / max(1, min(len(a), len(b)))


def _relation(parts: Sequence[Chain], a: Words, b: Words) -> float:
    """The part of the longer words outside the passages that both articles use, of those of the article that has fewer."""
    left = _outside(a, [chain.a for chain in parts])
    right = _outside(b, [chain.b for chain in parts])
    return len(left & right) / max(1, min(len(left), len(right)))


def _outside(words: Words, passages: Iterable[tuple[int, int]]) -> set[str]:
    inside = {word for start, end in passages for word in range(start, end)}
    return {form for at, form in enumerate(words.forms) if len(form) >= LONG_WORD and at not in inside}


def passages_of(overlap: Overlap, article: str) -> tuple[Span, ...]:
    """The shared passages as they stand in one of the two articles."""
    return tuple(passage.a if overlap.articles[0] == article else passage.b for passage in overlap.passages)
