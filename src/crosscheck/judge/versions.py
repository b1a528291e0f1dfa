"""Which sentences of a new version tell what which sentences of the old one told?

Words alone decide here, not meaning: the same sentence (wherever it stands now), nearly the same one, and sentences that were split or merged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from crosscheck.extract.names import folded
from crosscheck.model.article import Article
from crosscheck.model.claim import Extract, Span
from crosscheck.values import dataclass

NEARLY = 0.55  # likeness, from which on two sentences are one that was rewritten; set on made-up versions, lower joins neighbours on one topic
HELD = 0.75  # of a sentence's longer words, from which on it was merged into another, or split off from it
FEWEST = 4  # longer words that a split or merged sentence needs
LONGER = 4  # letters of a word that says something


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one version with its words in lower case."""

    span: Span
    words: tuple[str, ...]

    @property
    def telling(self) -> frozenset[str]:
        return frozenset(word for word in self.words if len(word) >= LONGER or word.isdigit())


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences of the old version, and those of the new one that tell the same; one side may be empty."""

    old: tuple[Sentence, ...]
    new: tuple[Sentence, ...]

    @property
    def same(self) -> bool:
        return [one.words for one in self.old] == [one.words for one in self.new]


def groups_of(old: Sequence[Sentence], new: Sequence[Sentence]) -> tuple[Group, ...]:
    """Each sentence once, in the order of the new version; what vanished stands where it stood."""
    pairs = _paired(old, new)
    groups = [([one], [other]) for one, other in pairs]
    left = [one for one in old if one not in {pair[0] for pair in pairs}]
    right = [one for one in new if one not in {pair[1] for pair in pairs}]
    left = [one for one in left if not _taken_in(one, groups, 0)]
    right = [one for one in right if not _taken_in(one, groups, 1)]
    groups += [([one], []) for one in left] + [([], [one]) for one in right]
    made = (Group(tuple(sorted(ones, key=_place)), tuple(sorted(others, key=_place))) for ones, others in groups)
    return tuple(sorted(made, key=lambda group: _order(group, pairs)))


def sentences_of(article: Article, extract: Extract) -> tuple[Sentence, ...]:
    """The sentences that hold a letter or digit."""
    found = (Sentence(span, tuple(_words(article.text[span.start : span.end]))) for span in extract.sentences)
    return tuple(sentence for sentence in found if sentence.words)


def _words(text: str) -> Iterator[str]:
    word = ""
    for character in folded(text) + " ":
        if character.isalnum():
            word += character
        elif word:
            yield word
            word = ""


def _paired(old: Sequence[Sentence], new: Sequence[Sentence]) -> list[tuple[Sentence, Sentence]]:
    """The same ones first, then the likest."""
    pairs = list(_identical(old, new))
    left = [one for one in old if one not in {pair[0] for pair in pairs}]
    right = [one for one in new if one not in {pair[1] for pair in pairs}]
    scored = ((_likeness(one, other), one, other) for one in left for other in right)
    taken: set[tuple[int, Span]] = set()
    for _, one, other in sorted((found for found in scored if found[0] >= NEARLY), key=lambda found: (-found[0], found[1].span, found[2].span)):
        if (0, one.span) not in taken and (1, other.span) not in taken:
            taken |= {(0, one.span), (1, other.span)}
            pairs.append((one, other))
    return pairs


def _identical(old: Sequence[Sentence], new: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    waiting: dict[tuple[str, ...], list[Sentence]] = defaultdict(list)
    for one in reversed(old):
        waiting[one.words].append(one)
    for other in new:
        if waiting[other.words]:
            yield waiting[other.words].pop(), other


def _likeness(one: Sentence, other: Sentence) -> float:
    """In whatever order the words stand: "On Monday two died" and "Two died on Monday"; what only lost or gained words was rewritten."""
    short, long = sorted((one.telling, other.telling), key=len)
    kept = NEARLY if len(short) >= FEWEST - 2 and short <= long else 0.0
    return max(kept, fuzz.token_sort_ratio(" ".join(one.words), " ".join(other.words)) / 100)


def _taken_in(one: Sentence, groups: list[tuple[list[Sentence], list[Sentence]]], side: int) -> bool:
    """Puts the sentence into the group whose other side holds most of its words; whether there is one."""
    words = one.telling
    if len(words) < FEWEST:
        return False
    held = [(len(words & frozenset().union(*(other.telling for other in group[1 - side]))) / len(words), -at) for at, group in enumerate(groups)]
    best, at = max(held, default=(0.0, 0))
    if best >= HELD:
        groups[-at][side].append(one)
    return best >= HELD


def _place(sentence: Sentence) -> Span:
    return sentence.span


def _order(group: Group, pairs: Sequence[tuple[Sentence, Sentence]]) -> tuple[int, int]:
    """By the place in the new version; a sentence that vanished comes after the one that it followed."""
    if group.new:
        return group.new[0].span.start, 0
    before = [other.span.start for one, other in pairs if one.span < group.old[0].span]
    return max(before, default=-1), 1
