"""Do two numbers of different articles answer one question, in however different sentences they stand?

"Velde had been in custody for three weeks" and "jailed for four weeks before the hearing, Velde was freed" share few words, and the claims are of two
predicates. What the numbers measure, the words beside them, who is spoken of and how seldom the reports give such a number tell that both answer how
long he was held. The weights are fitted by `tools/train/threads.py` and lie in data/lexicon/threads.toml.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from crosscheck.align.features import Features, Rarity
from crosscheck.align.pile import Pile
from crosscheck.align.similarity import Question, Similarity, likelihood, similarity
from crosscheck.align.values import Holders, Place, Value, candidates, head_of, one_word_for, stems, values_of
from crosscheck.extract.lexicon import table_of, words_of

LEAST = 0.5  # likelihood from which on two numbers are taken to answer one question
CONTEXT = 0.1  # share of the rarer words of two sentences below which they are not looked at
# What of the likeness of the claims counts here as well.
_OF_CLAIMS = ("predicate", "lemma", "agent", "patient", "place", "names", "context", "time", "told_once")
FEATURES = (*_OF_CLAIMS, "before", "after", "counted", "only", "length")
Pair = tuple[int, int]  # positions of two claims


@cache
def weights() -> Mapping[str, float]:
    return dict(table_of("threads")["weights"])


def threads_in(claims: Sequence[Features], pile: Pile) -> dict[Pair, tuple[Question, ...]]:
    """The threads between claims, by the positions of the two.

    Of the numbers of an article only the one that fits best goes with another article's, and none where some article gives both.
    """
    reader = Reader(claims, pile)
    found = [(left, right, question) for left, right in candidates(reader.values, pile) if (question := reader.question(left, right))]
    surest = _surest(found)
    most = _most(surest)
    threads: dict[Pair, set[Question]] = defaultdict(set)
    for left, right, question in found:
        best = surest[question.places]
        least = max(LEAST, most[left.place, right.place[0]], most[right.place, left.place[0]])
        if best.likelihood >= least and not reader.holders.tell_apart(left, right):
            threads[min(left.position, right.position), max(left.position, right.position)].add(best)
    return {pair: tuple(sorted(questions, key=lambda one: (-one.likelihood, sorted(one.places)))) for pair, questions in threads.items()}


def _surest(found: Iterable[tuple[Value, Value, Question]]) -> dict[frozenset[Place], Question]:
    """The surest of each two numbers; a number can stand in several claims of its sentence."""
    surest: dict[frozenset[Place], Question] = {}
    for _, _, question in found:
        known = surest.get(question.places)
        if known is None or question.likelihood > known.likelihood:
            surest[question.places] = question
    return surest


def _most(surest: Mapping[frozenset[Place], Question]) -> Mapping[tuple[Place, str], float]:
    """How likely the number of another article is that answers best what a number answers."""
    most: dict[tuple[Place, str], float] = defaultdict(float)
    for places, question in surest.items():
        one, other = places
        most[one, other[0]] = max(most[one, other[0]], question.likelihood)
        most[other, one[0]] = max(most[other, one[0]], question.likelihood)
    return most


class Reader:
    """The numbers of all claims, ready to be set side by side."""

    def __init__(self, claims: Sequence[Features], pile: Pile):
        self.claims, self.pile = claims, pile
        self.values = [value for position, claim in enumerate(claims) for value in values_of(position, claim)]
        self.holders = Holders(self.values, pile)
        self._rarity = Rarity(list({(c.claim.article, c.claim.sentence): frozenset(stems(c.claim.text)) for c in claims}.values()))
        self._given = _given(self.values)

    def question(self, left: Value, right: Value) -> Question | None:
        """The two as answers to one question, however likely; None where nothing in their sentences speaks for it."""
        one, other = self.claims[left.position], self.claims[right.position]
        if self.pile.rarity.overlap(one.terms, other.terms) < CONTEXT:
            return None
        parts = self.parts(left, right, similarity(one, other, self.pile))
        weight = weights()
        score = weight["bias"] + sum(weight.get(name, 0.0) * value for name, value in parts)
        return Question(frozenset((left.place, right.place)), round(likelihood(score), 4), tuple((n, v) for n, v in parts if v))

    def parts(self, left: Value, right: Value, claims: Similarity) -> tuple[tuple[str, float], ...]:
        """What speaks for and against one question, in the order of FEATURES."""
        of_claims = dict(claims.parts)
        return (
            *((name, of_claims.get(name, 0.0)) for name in _OF_CLAIMS),
            ("before", round(self._rarity.overlap(left.before, right.before), 4)),
            ("after", round(self._rarity.overlap(left.after, right.after), 4)),
            ("counted", float(bool(head_of(left.quantity)) and one_word_for(head_of(left.quantity)) == one_word_for(head_of(right.quantity)))),
            ("only", 1 / max(self._given_of(left), self._given_of(right))),
            ("length", float(_is_length(left))),
        )

    def _given_of(self, value: Value) -> int:
        return min(self._given[value.place[0], key] for key in value.keys)


def _given(values: Sequence[Value]) -> Counter[tuple[str, str]]:
    """How many numbers of each kind an article gives."""
    return Counter((article, key) for article, key, _ in {(value.place[0], key, value.number) for value in values for key in value.keys})


def _is_length(value: Value) -> bool:
    return not words_of("threads", "times").isdisjoint((value.quantity.unit or "", head_of(value.quantity)))
