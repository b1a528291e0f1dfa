"""Which articles report the same happenings?

Articles are compared by their words, rare ones first and names and numbers above all, once as a whole and once by their first paragraphs, where
the happening stands, and there once more by the words that are no names, which tell what happened. All must be alike: background that a long article
recalls does not make it a report of the same story, nor do the same people, who meet and part, nor a single name, however rare.
Reports on two firms in one form share all but the names: articles about nothing in common (align/protagonists.py) are not alike.
Groups are joined from the likest pair upwards while the average over all pairs across them is high enough (average link), so that no chain of
half-related articles becomes one story. Then each group is looked at by itself: what all of its articles have tells none apart (the champion of
two fights), and what is left (his two opponents) may part it. Groups more than WINDOW days apart are never joined, by way of undated articles
neither.

Stories order the report and help to tell events apart. They never wall off alignment: different stories recall the same facts.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from hashlib import sha256
from itertools import combinations, product

from crosscheck.align.days import day_of
from crosscheck.align.linkage import average_link
from crosscheck.align.protagonists import Protagonists
from crosscheck.align.story_names import name_of, reason_of
from crosscheck.extract.boilerplate import boilerplate_in
from crosscheck.extract.lexicon import table_of
from crosscheck.extract.places import country_of
from crosscheck.extract.words import folded, word_spans
from crosscheck.model.article import Article
from crosscheck.model.report import Story
from crosscheck.values import dataclass

Likeness = Mapping[tuple[int, int], float]
"""By the positions of two articles, the smaller first; a pair that is not in it is not alike at all."""

ALIKE = 0.12
"""Average likeness of one story. Of the 22 topics of ECB+ that may be trained on, which hold two stories of one kind each, 17 come apart without a
fault; above, single stories fall apart."""

ALIKE_OF_FEW = 0.16
"""The same in a pile of FEW. There nothing tells the words of a theme from those of one happening, so that all are liker."""

LEAST_ALIKE, AS_ALIKE = 0.1, 0.5
"""In a pile of FEW, how alike two groups must be at least, and what part of what the articles of one of them are alike, to be one story though they
are less than ALIKE_OF_FEW: reporters who each tell a thing in their own way are all little alike. Two stories of one kind are as alike across,
and much liker within. Of 40 piles of two or three made-up stories by four independent reporters each 35 come out without a fault, 28 without it;
two stories of one kind come together in as many piles."""

FEW, ENOUGH = 6, 16
"""Articles of a pile up to which ALIKE_OF_FEW is asked, and from which ALIKE; between them a part of each. With 20 instead of 16 whole topics fall
apart, with 12 fewer piles of ten come out."""

HAPPENING = 0.1
"""Share of the words that tell what happened in the likeness. At .2 reports by independent reporters, who tell it in words of their own, fall apart;
without it more articles join that name the same."""

UNSAID = 0.02
"""Added to the likeness of what happened, so that two reports with no such word in common may still be of one story."""

ALIKE_AMONG_THEIRS = 0.06
"""Likeness by what tells the articles of one group apart from which they stay together; .05 parts nothing, .07 single stories (the same topics)."""

ALIKE_OF_ONE, MANY_TELL, CLEARLY = 0.1, 5, 2.0
"""Average likeness from which an article that is left alone joins a story of MANY_TELL articles or more, if no other story is half as like it: one
report tells it in words of its own, and many together show what the story is. Of the 22 topics 18 came apart without a fault (16 without), while
words still weighed as they are rare in the pile; with .08 or stories of three articles small mixed piles lost."""

AMONG_THEIRS = 10
"""Articles imagined beside those of a group when it is looked at by itself: with 6 single stories fall apart, with 15 two fights of one champion
stay one."""

MANY = 150
"""Articles of a group up to which it is looked at by itself, since every pair is compared."""

WINDOW = 30
"""Days between two reports of one story, as in the TF-IDF baseline of Bugert et al. (2021)."""

LEAD = 100
"""Words of the title and the first paragraphs; from 60 to 150 the result is the same within two points."""

OF_A_COUNTRY = 0.25
"""Share of the imagined articles that name a country or its people: the same two governments have many dealings."""

OPENING = 60
"""Words whose weight is doubled in the comparison of whole articles: title and first sentences."""

NAMED = 3.0
"""Weight of a name or a number against a common word, in whole articles; 1 joins stories of one kind, 2 and 3 do not."""

NAMED_IN_LEAD = 2.0
"""The same in the lead, where nearly all is telling."""

LEADING = 0.3
"""Share of the lead in the likeness; with a half more reports fall out that open with something of their own."""

BROAD = 4
"""Words of the same weight on which a likeness must rest to count in full: a word or two that two articles have in common, a firm that both name,
make no story. Of the pairs that are alike otherwise in 500 Reuters articles and were none before, half rest on two words or less, of reports on one
thing by independent reporters one in twenty on three or less."""

BACKGROUND = 100
"""Articles that are imagined beside those at hand, with the words of English as often as it has them, so that in a small pile a word that all share
is not worthless, and one that all news has (data/lexicon/rarity.toml) is. With 300 more stories of one kind come together in piles of ten."""

LENGTH = 300
"""Words of an imagined article; with 1,000 the result is the same."""

COMMON = 60
"""Articles that may share a word before it is no longer used to find candidates, so that time grows with the number of articles."""

CANDIDATE = 0.04
"""Likeness of the leads by rarer words from which a pair is compared in full; .06 splits stories, .02 takes twice the time."""


@dataclass(frozen=True, slots=True)
class _Vectors:
    """Unit vectors of the terms of one article: as a whole, its lead, and what of the lead is no name."""

    whole: Mapping[str, float]
    lead: Mapping[str, float]
    told: Mapping[str, float]


def stories_of(articles: Sequence[Article], protagonists: Protagonists | None = None) -> tuple[Story, ...]:
    """Every article in one story, alone where nothing is like it; stories and their articles in the order of publication, then of ids.

    `protagonists` are those of the articles, where they are known already.
    """
    about = protagonists or Protagonists(articles)
    ordered = sorted(articles, key=_when)
    read = [tuple(words_in(article)) for article in ordered]
    vectors = _vectors(read, BACKGROUND)
    days = [_day(article) for article in ordered]
    pairs = (pair for pair in _candidates([vector.lead for vector in vectors]) if _near(days[pair[0]], days[pair[1]]))
    alike = {(a, b): _reporting(vectors[a], vectors[b]) for a, b in pairs if not _are_of_two(about, ordered[a].id, ordered[b].id)}
    least, enough = _between(LEAST_ALIKE, ALIKE, len(ordered)), _between(ALIKE_OF_FEW, ALIKE, len(ordered))
    may_join = partial(_may_join, alike=alike, enough=enough, days=days)
    groups = average_link(len(ordered), alike, least, may_join)
    parted = sorted(_with_those_alone([part for group in groups for part in _parted(group, read)], alike, days), key=min)
    return tuple(_story([ordered[at] for at in part], [vectors[at].lead for at in part], [read[at][:LEAD] for at in part]) for part in parted)


def _are_of_two(about: Protagonists, a: str, b: str) -> bool:
    """Whether they are about nothing in common, or one form that tells of two."""
    return about.apart(a, b) or about.are_one_form(a, b)


def _between(of_few: float, of_many: float, articles: int) -> float:
    """What is asked in a pile of so many, given what is asked of FEW and from ENOUGH on."""
    few = min(1.0, max(0.0, (ENOUGH - articles) / (ENOUGH - FEW)))
    return of_many + (of_few - of_many) * few


def _may_join(left: Sequence[int], right: Sequence[int], alike: Likeness, enough: float, days: Sequence[int | None]) -> bool:
    """Whether two groups are alike enough, or nearly as alike as the articles of one of them are."""
    if not _close(left, right, days) or enough <= ALIKE:
        return _close(left, right, days)
    across = _mean(alike, product(left, right))
    if across >= enough:
        return True
    within = [_mean(alike, combinations(group, 2)) for group in (left, right) if len(group) > 1]
    return bool(within) and across >= AS_ALIKE * min(within)


def _mean(alike: Likeness, pairs: Iterable[tuple[int, int]]) -> float:
    """How alike the pairs are on the average."""
    found = [alike.get((min(pair), max(pair)), 0.0) for pair in pairs]
    return math.fsum(found) / len(found)


def _parted(group: Sequence[int], read: Sequence[Sequence[str]]) -> list[list[int]]:
    """The group, or its parts where what its articles do not all have holds them apart."""
    if not 2 < len(group) <= MANY:
        return [sorted(group)]
    vectors = _vectors([read[at] for at in group], AMONG_THEIRS)
    alike = {(a, b): _alike(vectors[a], vectors[b]) for b in range(len(group)) for a in range(b)}
    return [sorted(group[at] for at in part) for part in average_link(len(group), alike, ALIKE_AMONG_THEIRS, lambda left, right: True)]


def _with_those_alone(groups: Sequence[list[int]], alike: Likeness, days: Sequence[int | None]) -> list[list[int]]:
    """The groups, with those articles of one alone that are clearly of one of many."""
    home = {member: at for at, group in enumerate(groups) if len(group) >= MANY_TELL for member in group}
    alone = {group[0]: at for at, group in enumerate(groups) if len(group) == 1}
    near: defaultdict[int, defaultdict[int, float]] = defaultdict(lambda: defaultdict(float))
    for a, b in sorted(alike):
        for one, other in ((a, b), (b, a)):
            if one in alone and other in home:
                near[one][home[other]] += alike[a, b] / len(groups[home[other]])
    joined = {one: at for one in sorted(near) if (at := _clearly(near[one])) is not None and _close([one], groups[at], days)}
    coming: defaultdict[int, list[int]] = defaultdict(list)
    for one, to in joined.items():
        coming[to].append(one)
    made = [sorted([*group, *coming[at]]) if at in coming else sorted(group) for at, group in enumerate(groups)]
    return [group for at, group in enumerate(made) if not (len(groups[at]) == 1 and groups[at][0] in joined)]


def _clearly(likeness: Mapping[int, float]) -> int | None:
    """The group that is like enough, and twice as like as any other."""
    ranked = sorted(likeness, key=lambda at: (-likeness[at], at))
    second = likeness[ranked[1]] if len(ranked) > 1 else 0.0
    best = likeness[ranked[0]]
    return ranked[0] if best >= ALIKE_OF_ONE and best >= CLEARLY * second else None


def _when(article: Article) -> tuple[str, str]:
    """Undated articles come last."""
    return article.published or "~", article.id


def _story(articles: Sequence[Article], leads: Sequence[Mapping[str, float]], words: Sequence[Sequence[str]]) -> Story:
    """Its id comes from its first article, so that it stays when more is reported."""
    id_ = "s" + sha256(articles[0].id.encode()).hexdigest()[:12]
    return Story(id_, tuple(article.id for article in articles), name_of(articles, leads), reason_of(articles, leads, words))


def _reporting(a: _Vectors, b: _Vectors) -> float:
    """How likely both report one happening: whom and what they name, and what they say of it."""
    return float(_alike(a, b) ** (1 - HAPPENING) * (_cosine(a.told, b.told) + UNSAID) ** HAPPENING)


def _alike(a: _Vectors, b: _Vectors) -> float:
    """The geometric mean of the cosines of the wholes and of the leads, less where it rests on one word or two."""
    shared = [a.whole[term] * b.whole[term] for term in a.whole.keys() & b.whole.keys()]
    return float(math.fsum(shared) ** (1 - LEADING) * _cosine(a.lead, b.lead) ** LEADING * math.sqrt(_breadth(shared)))


def _breadth(shared: Sequence[float]) -> float:
    """0 where one word makes all of the likeness, 1 from BROAD words of the same weight on."""
    squares = math.fsum(part * part for part in shared)
    return min(1.0, max(0.0, math.fsum(shared) ** 2 / squares - 1) / (BROAD - 1)) if squares else 0.0


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
    day = day_of(article)
    return None if day is None else day.toordinal()


def _vectors(read: Sequence[Sequence[str]], background: int) -> list[_Vectors]:
    leads = [terms_of(words[:LEAD], NAMED_IN_LEAD, 0) for words in read]
    told = [{term: weight for term, weight in lead.items() if weight < NAMED_IN_LEAD} for lead in leads]
    wholes = [terms_of(words, NAMED, OPENING) for words in read]
    return [_Vectors(*three) for three in zip(*(_weighted(terms, background) for terms in (wholes, leads, told)), strict=True)]


def words_in(article: Article) -> Iterator[str]:
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


def terms_of(words: Sequence[str], named: float, opening: int) -> dict[str, float]:
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


def _weighted(terms: Sequence[Mapping[str, float]], background: int) -> list[dict[str, float]]:
    """Unit vectors by inverse document frequency among the articles and the imagined ones beside them."""
    articles = Counter(term for vector in terms for term in vector)
    of_all = len(terms) + background
    rarity = {term: max(0.0, math.log(of_all / (count + background * _usual(term) + 1))) for term, count in articles.items()}
    return [_unit({term: weight * rarity[term] for term, weight in vector.items()}) for vector in terms]


def _usual(term: str) -> float:
    """Share of the imagined articles that have the word, by how common it is in English; news names countries more often."""
    share = 1.0 - math.exp(-_per_word().get(term, 0.0) * LENGTH)
    return max(share, OF_A_COUNTRY) if country_of(term) else share


@cache
def _per_word() -> dict[str, float]:
    table = table_of("rarity")
    return {word: 2.0 ** int(power) / table["total"] for power, words in table["powers"].items() for word in words.split()}


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(math.fsum(weight * weight for weight in vector.values())) or 1.0
    return {term: weight / length for term, weight in vector.items()}


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Summed exactly, so that the order of the words does not show in the last digit."""
    return math.fsum([a[term] * b[term] for term in a.keys() & b.keys()])


def _close(a: Sequence[int], b: Sequence[int], days: Sequence[int | None]) -> bool:
    """Whether no more than WINDOW days lie between the dated articles of two groups."""
    left = [day for member in a if (day := days[member]) is not None]
    right = [day for member in b if (day := days[member]) is not None]
    return not left or not right or max(min(left), min(right)) - min(max(left), max(right)) <= WINDOW
