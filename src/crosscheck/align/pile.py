"""How does the pile at hand speak of such events? What is usual in a story makes it more or less likely that two claims are of one event.

A kind of event that most reports of a story tell once each ("arrested" in six reports of one arrest) is one event; a kind that each report has many
of ("said") is many.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import TYPE_CHECKING

from crosscheck.align.context import Context
from crosscheck.align.features import Features, Rarity
from crosscheck.align.protagonists import Protagonists, forms_of, meet
from crosscheck.model.report import Story

if TYPE_CHECKING:
    from crosscheck.align.encounters import Encounters

# In a pile of so many stories, so many names stand in two reports of one happening. Of the contradictions called among 700 newswire reports, 13 of 21
# wrong ones stood between reports with at most two names in common; in marked stories one of 19 right ones did.
MIXED = 10
ACQUAINTED = 3
ONE_TEXT = 0.8  # how alike a report and its correction are, which may name hardly anybody

_Words = tuple[str, frozenset[str]]
"""An article and the terms of one of its sentences, of which several claims may be made."""


class Pile:
    """The claims that are aligned with each other, seen as a whole.

    `stories` say which articles report the same happenings, `protagonists` whom they are about, where that is asked.
    """

    def __init__(self, claims: Sequence[Features], stories: Iterable[Story] = (), protagonists: Protagonists | None = None):
        self.rarity = Rarity(_sentences(claims))
        self._context = Context([features.claim for features in claims])
        self._story = {article: story.id for story in stories for article in story.articles}
        self._told = _told(claims)
        self._telling = _telling(self._told, self._story)
        self._reports = Counter(self._story.get(article, article) for article in self._told)
        self._protagonists = protagonists or Protagonists(())
        self._names: dict[_Words, frozenset[str]] = {}
        self._forms: dict[_Words, frozenset[str]] = {}

    def alike(self, left: str, right: str) -> float:
        """How alike two articles are, 0..1."""
        return self._context.alike(left, right)

    def encounters(self, articles: Sequence[str]) -> Encounters:
        """What arrays can tell of pairs of these articles."""
        from crosscheck.align.encounters import Encounters  # numpy

        return Encounters(articles, self._protagonists, self._context)

    def story(self, article: str) -> str:
        """The story of an article; a name of its own where it is of none."""
        return self._story.get(article, article)

    def one_story(self, left: str, right: str) -> bool:
        return left == right or self.story(left) == self.story(right)

    def apart(self, left: Features, right: Features) -> bool:
        """Whether the two stand in articles about nothing in common, and their sentences name nothing in common either: "the company" is two firms.

        Background that several stories recall ("the coup in Norvia") has a name of its own.
        """
        return self._protagonists.apart(left.claim.article, right.claim.article) and not self._name_one_thing(left, right)

    def strangers(self, left: Features, right: Features, twins: bool = False) -> bool:
        """Whether nothing says that the two tell of one happening; `twins` if their sentences are nearly the same.

        The beginnings of their articles have no name in common; or they are of two stories, and it is not so that their sentences both name one
        thing and say when ("the coup of 2012 in Norvia"). Sentences that are the same but for a value and a name that the other article does not know
        are a form filled in twice.
        """
        one, other = left.claim.article, right.claim.article
        if self._protagonists.strangers(one, other) or (twins and self._name_others(left, right)) or self._hardly_met(one, other):
            return True
        if self.one_story(one, other) or not self._protagonists.know(one, other):
            return False
        return not (_is_dated(left) and _is_dated(right) and self._name_one_thing(left, right))

    def _hardly_met(self, one: str, other: str) -> bool:
        """Whether two reports of a mixed pile have hardly a name in common, as reports in one form on two days or two firms."""
        if one == other or len(self._reports) < MIXED:
            return False
        known = self._protagonists.all
        return len(known(one) & known(other)) < ACQUAINTED and self.alike(one, other) < ONE_TEXT

    def _name_others(self, left: Features, right: Features) -> bool:
        """Whether the sentence of each names what the other's article never does."""
        known = self._protagonists.all
        sides = (self._named(left), known(right.claim.article)), (self._named(right), known(left.claim.article))
        return all(any(not meet(frozenset((name,)), others) for name in names) for names, others in sides)

    def _name_one_thing(self, left: Features, right: Features) -> bool:
        """Whether the sentence of either names what the other's sentence or the beginning of its article names."""
        mine, yours = self.forms_in(left), self.forms_in(right)
        if not mine and not yours:
            return False
        first = self._protagonists.first_forms
        return not (mine.isdisjoint(yours) and mine.isdisjoint(first(right.claim.article)) and yours.isdisjoint(first(left.claim.article)))

    def forms_in(self, features: Features) -> frozenset[str]:
        """The names in the claim's sentence, each as what all its forms have in common."""
        words = features.claim.article, features.terms
        known = self._forms.get(words)
        if known is None:
            known = self._forms[words] = forms_of(self._protagonists.among(*words))
        return known

    def _named(self, features: Features) -> frozenset[str]:
        """The names in the claim's sentence."""
        words = features.claim.article, features.terms
        known = self._names.get(words)
        if known is None:
            known = self._names[words] = self._protagonists.among(*words)
        return known

    def usual(self, article: str, classes: Set[str]) -> float:
        """The share of the reports of the article's story that tell of an event of one of these kinds, 0..1."""
        story = self._story.get(article, article)
        return max((self._telling[story][kind] / self._reports[story] for kind in classes), default=0.0)

    def reports(self, article: str) -> int:
        """How many reports the article's story has, itself among them."""
        return self._reports[self.story(article)]

    def told_once(self, left: Features, right: Features, classes: Set[str]) -> float:
        """1 where each of the two articles has one claim of the kind that they share, less the more claims either has."""
        mine, yours = self._told[left.claim.article], self._told[right.claim.article]
        least = 0
        for kind in classes:
            count = max(mine[kind], yours[kind])
            least = count if least == 0 else min(least, count)
        return 1 / max(1, least) if classes else 0.0  # 0 of what a claim only names

    def told(self, article: str, kind: str) -> int:
        """How many claims of the kind the article has."""
        return self._told[article][kind]


def _is_dated(features: Features) -> bool:
    """Whether the claim says when in figures: "in 2012", not "on Friday"."""
    return any(any(map(str.isdigit, time.text)) for time in features.claim.times)


def _sentences(claims: Sequence[Features]) -> list[frozenset[str]]:
    by_sentence = {(features.claim.article, features.claim.sentence): features.terms for features in claims}
    return list(by_sentence.values())


def _told(claims: Iterable[Features]) -> Mapping[str, Counter[str]]:
    """How many claims of each kind every article has."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for features in claims:
        told[features.claim.article].update(features.classes)
    return told


def _telling(told: Mapping[str, Counter[str]], story: Mapping[str, str]) -> Mapping[str, Counter[str]]:
    """How many reports of each story tell of each kind."""
    telling: dict[str, Counter[str]] = defaultdict(Counter)
    for article, kinds in told.items():
        telling[story.get(article, article)].update(kinds.keys())
    return telling
