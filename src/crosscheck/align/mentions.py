"""Which mentions of events that nothing is said of ("the scandal") speak of the same one?

Inside a story, mentions by the same word whose sentences have something else in common. They are grouped apart from the claims that say something,
so that how those are aligned does not depend on them, and cost no comparison with each other claim.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import field

from crosscheck.align.pile import Pile
from crosscheck.model.claim import Claim
from crosscheck.values import dataclass

# Least weighted share of the smaller sentence's other words that two mentions have in common, by CoNLL F1 on the reviewed sentences of the training
# topics of ECB+: 73.8 at 0, 73.7 at .1, 73.5 at .2.
IN_COMMON = 0.1
MOST = 12  # groups, and members of a group, that a mention is compared with: a word met ten thousand times in a story tells nothing apart


@dataclass(slots=True)
class _Group:
    """Mentions of one event so far, by position, with the other words of the first sentences; the sentences that it has a mention in."""

    members: list[int] = field(default_factory=list)
    words: list[frozenset[str]] = field(default_factory=list)
    sentences: set[tuple[str, int]] = field(default_factory=set)

    def add(self, position: int, claim: Claim, words: frozenset[str]) -> None:
        self.members.append(position)
        self.sentences.add((claim.article, claim.sentence))
        if len(self.words) < MOST:
            self.words.append(words)


def groups_of_mentions(claims: Sequence[Claim], pile: Pile) -> tuple[tuple[int, ...], ...]:
    """Groups of two mentions or more among these, by position, ordered by their first member."""
    groups: dict[tuple[str, str], list[_Group]] = defaultdict(list)
    for position, claim in enumerate(claims):
        if claim.is_mention:
            _place(position, claim, groups[pile.story(claim.article), claim.predicate.lemma], pile)
    found = (tuple(group.members) for same in groups.values() for group in same if len(group.members) > 1)
    return tuple(sorted(found))


def _place(position: int, claim: Claim, groups: list[_Group], pile: Pile) -> None:
    """Into the group whose sentences are most like the mention's, or into one of its own."""
    words = frozenset(claim.terms) - {claim.predicate.lemma}
    open_to = [group for group in groups[:MOST] if (claim.article, claim.sentence) not in group.sentences]
    home = max(open_to, key=lambda group: _in_common(words, group, pile), default=None)  # the first of equals
    if home is None or _in_common(words, home, pile) < IN_COMMON:
        home = _Group()
        groups.append(home)
    home.add(position, claim, words)


def _in_common(words: frozenset[str], group: _Group, pile: Pile) -> float:
    return max(pile.rarity.overlap(words, others) for others in group.words)
