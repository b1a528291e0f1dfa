"""Which articles of an archive may report the same as some new ones?

Those are taken that are most like each new article by their words, rare ones first, as stories are found (`stories.py`): the geometric mean of how
alike the wholes are and the beginnings. There are so many of them at most for each, however large the archive is, so that what a comparison costs
goes by the new articles. Keys of claims, as they meet in alignment, were tried instead: with as many articles taken they find fewer of one story
(.87 of the alignments in place of .99) and more of what different stories recall (.56, .45), for which all of the archive would have to be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from crosscheck.align.sketch import A_WORD, opened, sketch_of
from crosscheck.align.stories import BACKGROUND
from crosscheck.model.article import Article

MOST = 10
"""Articles of the archive for each new one. Of 63 articles of ten training stories and 100 of newswire beside 4,060 others, 10 find all of the 1,727
alignments of stories and .987 of 1,003 of newswire that the comparison of all finds inside a story, 5 find .923 of the latter, 20 .998 at twice
the cost."""

FEW = 40
"""Articles of the archive for the new ones together, where that is more: whoever asks of one article wants all reports of its story, and to compare
forty takes a second or two."""

LEAST = 0.1
"""How alike an article must be at least; stories are told apart at .12 on the average. A sixth fewer articles are taken, without the loss of one of
these alignments; of news that is less of one kind than that newswire it is more. At .12 .902 of those of newswire come out in place of .919, for a
tenth fewer articles."""

_DIGITS = 9  # what the last digits of a sum are is the processor's affair

Numbers = npt.NDArray[np.int64]
Weights = npt.NDArray[np.float64]


def likely(new: Sequence[Article], archive: Sequence[tuple[str, str]]) -> list[int]:
    """The positions of those to be taken, ascending. The archive is given as ids and sketches; one of MOST articles or fewer is taken as it is."""
    if not new or len(archive) <= MOST:
        return list(range(len(archive)))
    order = sorted(range(len(archive)), key=lambda at: archive[at][0])
    fresh = [sketch_of(article) for article in sorted(new, key=lambda article: article.id)]
    pile = _Pile([*fresh, *(archive[at][1] for at in order)])
    most = max(MOST, FEW // len(fresh))
    taken = {at for number in range(len(fresh)) for at in pile.likest(number, len(fresh), most)}
    return sorted(order[at - len(fresh)] for at in taken)


class _Pile:
    """The words of all articles in one row of numbers, with what each weighs in an article's vector, which has length 1."""

    def __init__(self, sketches: Sequence[str]) -> None:
        data = [_sound(sketch) for sketch in sketches]
        counts = [len(one) // A_WORD for one in data]
        self._of = np.repeat(np.arange(len(data)), counts)
        self._ends = np.concatenate(([0], np.cumsum(counts)))
        _, self._word, holders = np.unique(_joined(data, counts, 0, 4, "<u4"), return_inverse=True, return_counts=True)
        rarity = np.log((len(data) + BACKGROUND) / (holders + 1))[self._word]
        self._whole = self._unit(_joined(data, counts, 4, 5, "u1") * rarity)
        self._lead = self._unit(_joined(data, counts, 5, 6, "u1") * rarity)
        self._by_word = np.argsort(self._word, kind="stable")
        self._first = np.concatenate(([0], np.cumsum(holders)))

    def _unit(self, weights: Weights) -> Weights:
        lengths = np.sqrt(np.bincount(self._of, weights * weights, len(self._ends) - 1))
        lengths[lengths == 0] = 1.0
        return np.asarray(weights / lengths[self._of])

    def likest(self, number: int, since: int, most: int) -> Iterator[int]:
        """Of the articles from `since` on so many that are most like this one; of equals the first."""
        shared, own = self._met(number)
        alike = np.sqrt(self._cosines(self._whole, shared, own) * self._cosines(self._lead, shared, own))
        alike[:since] = 0.0
        alike = np.round(alike, _DIGITS)
        return (int(at) for at in np.argsort(-alike, kind="stable")[:most] if alike[at] >= LEAST)

    def _met(self, number: int) -> tuple[Numbers, Numbers]:
        """Where each of its words stands in any article, and beside each the place of the word in this one."""
        places = np.arange(self._ends[number], self._ends[number + 1])
        words = self._word[places]
        ranges = [self._by_word[self._first[word] : self._first[word + 1]] for word in words]
        if not ranges:
            return places, places
        return np.concatenate(ranges), np.repeat(places, [len(one) for one in ranges])

    def _cosines(self, weights: Weights, shared: Numbers, own: Numbers) -> Weights:
        """With each article."""
        return np.asarray(np.bincount(self._of[shared], weights[shared] * weights[own], len(self._ends) - 1))


def _sound(sketch: str) -> bytes:
    """What is no sketch is one of no words: the store may be damaged."""
    try:
        return opened(sketch)
    except ValueError:
        return b""


def _joined(data: Sequence[bytes], counts: Sequence[int], since: int, until: int, kind: str) -> Weights:
    """Of each sketch one of its three rows."""
    return np.frombuffer(b"".join(one[since * count : until * count] for one, count in zip(data, counts, strict=True)), kind)
