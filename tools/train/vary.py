"""How else might the same sentence have been written: as a headline, in small letters, with curly quotes, without a full stop?

News mixes all of these and the treebanks hardly any, so a share of each epoch is varied and the rest stays as it is. Trees, classes and
names stay: only letters change.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tools.train.gold import Gold

_SMALL = {"a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "by", "with", "from", "as", "but", "'s", "n't", "’s", "n’t"}
_OPEN, _CLOSE = {"``", "“", "‘‘"}, {"''", "”", "’’"}


def varied(gold: Gold, luck: Random) -> Gold:
    """The sentence, or one variant of it."""
    gold = _quotes(gold, luck) if luck.random() < QUOTED else gold
    roll = luck.random()
    if roll < LOWERED:
        return _worded(gold, [word.lower() for word in gold.words])
    if roll < LOWERED + SHOUTED:
        return _worded(gold, [word.upper() for word in gold.words])
    if len(gold.words) <= LONGEST_HEADLINE and roll < LOWERED + SHOUTED + TITLED:
        return _without_last_mark(_worded(gold, [_titled(word, at) for at, word in enumerate(gold.words)]))
    return _without_last_mark(gold) if roll > 1 - UNMARKED else gold


LOWERED, SHOUTED, TITLED, UNMARKED, QUOTED = 0.01, 0.015, 0.08, 0.06, 0.3
LONGEST_HEADLINE = 14
"""Only what is as short as a headline is written like one: in longer sentences a capital must go on to mean a name. With 6 % of all sentences
titled, 0.9 % of GUM's words were proper nouns taken for common ones."""


def _worded(gold: Gold, words: list[str]) -> Gold:
    return replace(gold, words=tuple(words))


def _titled(word: str, at: int) -> str:
    return word if at and word.lower() in _SMALL else word[:1].upper() + word[1:]


def _quotes(gold: Gold, luck: Random) -> Gold:
    """Straight quotes made curly, or curly ones straight."""
    if any(word in _OPEN | _CLOSE for word in gold.words):
        return _worded(gold, ['"' if word in _OPEN | _CLOSE else word.replace("’", "'") for word in gold.words])
    words, opened = [], False
    for word in gold.words:
        if word == '"':
            opened = not opened
            words.append("“" if opened else "”")
        else:
            words.append(word.replace("'", "’"))
    return _worded(gold, words)


def _without_last_mark(gold: Gold) -> Gold:
    last = len(gold.words) - 1
    if gold.heads is None:
        short = last > 2 and gold.words[last] in ".!" and all(end <= last for _, end, _ in gold.names or ())
        return _cut(gold, last) if short else gold
    if last < 2 or gold.words[last] not in ".!" or gold.heads[last] == last or last in gold.heads[:last]:
        return gold
    return _cut(gold, last)


def _cut(gold: Gold, last: int) -> Gold:
    return replace(
        gold,
        words=gold.words[:last],
        spaces=gold.spaces[:last],
        pos=gold.pos[:last],
        tags=gold.tags[:last],
        lemmas=gold.lemmas[:last],
        heads=None if gold.heads is None else gold.heads[:last],
        deps=gold.deps[:last],
        misc=gold.misc[:last],
    )
