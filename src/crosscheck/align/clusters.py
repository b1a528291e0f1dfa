"""Which claims speak of the same event?

Claims that share a key are scored, and groups are joined by average link: what a group has in common with another must hold for most of their
pairs. A group is never joined to another when any two of their claims exclude each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations

from crosscheck.align.counts import counting_alike
from crosscheck.align.deeds import deeds_alike
from crosscheck.align.features import Features
from crosscheck.align.keys import candidate_pairs
from crosscheck.align.linkage import Likenesses, Limits, Pair, average_link
from crosscheck.align.parts import Each, here
from crosscheck.align.pile import Pile
from crosscheck.align.similarity import Question, Similarity, has_two_doers, is_twin, likelihood, linked, score_of, story_vote, values_of
from crosscheck.align.threads import threads_in
from crosscheck.values import dataclass

# Both chosen by CoNLL F1 on the training topics of ECB+, each topic scored by weights fitted on the others (tools/train/alignment.py).
LEAST = 0.2  # mean likelihood over all pairs of two groups; .12 aligns three facts in a hundred more, and joins unlike events in a large pile
ABSENT = 0.02  # likelihood of a pair without a common key
SPARSE = 0.05  # likelihood up to which a pair is as good as absent
ANSWERS = 0.8  # likelihood from which on two numbers that answer one question bring their claims together
# The same for claims of two stories: of what is unlike, a large pile has millions of pairs. Together with keys.MOST_FOREIGN on the training topics of
# ECB+: CoNLL F1 of all claims 70.6 in place of 70.1.
FOREIGN = 0.2
MANY = 5_000  # claims from which on arrays find what is worth scoring sooner than Python does; importing numpy takes as long as 1,000 claims
TWINS = 0.9  # likelihood at least of two claims in nearly the same words, which the training topics hardly have

LIMITS = Limits(SPARSE, FOREIGN, TWINS)

Threads = Mapping[Pair, Sequence[Question]]
LikelyPairs = Callable[[Sequence[Features], Pile], Likenesses]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Claims of one event, by position, in the order of the claims given; `links` are the scored pairs among them."""

    members: tuple[int, ...]
    links: tuple[tuple[Pair, Similarity], ...]


def clusters_of(claims: Sequence[Features], pile: Pile, likely: LikelyPairs | None = None) -> Iterator[Cluster]:
    """All groups of two claims or more, ordered by their first member; their links are as much as all else, so they come one by one.

    `likely` finds pairs as `likely_pairs` does, here or elsewhere.
    """
    scored = (likely or likely_pairs)(claims, pile)

    def may_join(left: Sequence[int], right: Sequence[int]) -> bool:
        return len(left) == len(right) == 1 or _fit(claims, left, right, pile)  # of a pair that was scored neither excludes the other

    groups = average_link(len(claims), scored, LEAST, may_join, ABSENT)
    counted = _with_counts(claims, [set(group) for group in groups], pile)
    threads = threads_in(claims, pile)
    deeds = frozenset(deeds_alike(claims, pile))
    answering = _with_deeds(claims, _with_threads(claims, counted, threads, pile), sorted(deeds), pile)
    described = _with_descriptions(claims, answering)
    unique = {id(group): tuple(sorted(group)) for group in described if len(group) > 1}
    for members in sorted(unique.values()):
        yield Cluster(members, tuple(_links(members, claims, scored, threads, deeds, pile)))


def likely_pairs(claims: Sequence[Features], pile: Pile, each: Each = here) -> Likenesses:
    """The pairs that may be one event, in order. Of a large pile arrays find and score them, with the same likelihoods; `each` does that in parts."""
    if len(claims) <= MANY:
        return Likenesses(scores_of(claims, pile, candidate_pairs(claims, pile.story)))
    from crosscheck.align.scoring import likely_of  # numpy, which a few articles need not wait for

    return likely_of(claims, pile, LIMITS, each)


def promising_pairs(claims: Sequence[Features], pile: Pile) -> Iterator[Pair]:
    """The candidates that are to be scored one by one, in order; of a large pile only those that `scores_of` may keep."""
    if len(claims) <= MANY:
        return candidate_pairs(claims, pile.story)
    from crosscheck.align.promise import pairs_worth_scoring  # numpy, which a few articles need not wait for

    return pairs_worth_scoring(claims, pile, LIMITS)


def scores_of(claims: Sequence[Features], pile: Pile, pairs: Iterable[Pair]) -> Iterator[tuple[Pair, float]]:
    """The pairs that may be one event with their likelihoods, in the order given.

    No reasons: of a thousand articles there are millions, and only the pairs that end up in one group are asked for them.
    """
    for i, j in pairs:
        if excluded(claims[i], claims[j]) or pile.apart(claims[i], claims[j]):
            continue
        values = values_of(claims[i], claims[j], pile)
        found, twin = likelihood(score_of(values) + story_vote(claims[i], claims[j], values, pile)), is_twin(values)
        if twin:
            yield (i, j), max(found, TWINS)
        elif found > absent_up_to(claims[i], claims[j], pile) and not has_two_doers(values):  # two doers, two things
            yield (i, j), found


def absent_up_to(left: Features, right: Features, pile: Pile) -> float:
    """The likelihood up to which a pair counts as one without a common key."""
    return SPARSE if pile.one_story(left.claim.article, right.claim.article) else FOREIGN


def excluded(left: Features, right: Features) -> bool:
    """Can the two never be one event: two predicates of one sentence, one coup and "two coups", or what two persons are."""
    one, other = left.claim, right.claim
    if one.sentence == other.sentence and one.article == other.article:
        return True
    return _other_number(left.times, right.times) or _other_holder(left, right)


def _other_holder(left: Features, right: Features) -> bool:
    """Two statements of what somebody is (a president, 38 years old), of people with no name in common."""
    if left.claim.predicate.kind != "attribute" or right.claim.predicate.kind != "attribute":
        return False
    mine, yours = _words(left.names), _words(right.names)
    return bool(mine and yours) and mine.isdisjoint(yours)


def _words(names: frozenset[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in name.split())


def _sentence(claim: Features) -> tuple[str, int]:
    return claim.claim.article, claim.claim.sentence


def _other_number(left: float | None, right: float | None) -> bool:
    return left is not right and (left is None) != (right is None) and max(left or 0.0, right or 0.0) >= 2


def _fit(claims: Sequence[Features], left: Sequence[int], right: Sequence[int], pile: Pile) -> bool:
    """Whether no claim of the one group excludes a claim of the other."""
    if not {_sentence(claims[member]) for member in left}.isdisjoint(_sentence(claims[member]) for member in right):
        return False
    times = [{claims[member].times for member in group} for group in (left, right)]
    if any(_other_number(one, other) for one in times[0] for other in times[1]):
        return False
    holders = [[claims[member] for member in group if claims[member].claim.predicate.kind == "attribute"] for group in (left, right)]
    if any(_other_holder(one, other) for one in holders[0] for other in holders[1]):
        return False
    return not any(pile.apart(claims[one], claims[other]) for one in left for other in right)


def _with_counts(claims: Sequence[Features], groups: Sequence[set[int]], pile: Pile) -> Sequence[set[int]]:
    """Groups that count the same thing are one, unless claims of theirs exclude each other."""
    home = {member: group for group in groups for member in group}
    for one, other in counting_alike(claims, pile):
        left, right = home[one], home[other]
        if left is not right and _fit(claims, sorted(left), sorted(right), pile):
            left |= right
            for member in right:
                home[member] = left
    return list({id(group): group for group in home.values()}.values())


def _with_threads(claims: Sequence[Features], groups: Sequence[set[int]], threads: Threads, pile: Pile) -> Sequence[set[int]]:
    """A claim that stands alone, or a number told in passing, goes where the number is that surely answers the same question, the surest first.

    Whole groups are not joined: what else they tell may be of two things.
    """
    home = {member: group for group in groups for member in group}
    together = {question.places for (one, other), questions in threads.items() if home[one] is home[other] for question in questions}
    for question, one, other in _sure_questions(threads):
        if question.places not in together and _join(claims, home, one, other, pile):
            together.add(question.places)
    return list({id(group): group for group in home.values()}.values())


def _with_deeds(claims: Sequence[Features], groups: Sequence[set[int]], deeds: Iterable[Pair], pile: Pile) -> Sequence[set[int]]:
    """A claim that stands alone goes where another is that dates the same deed."""
    home = {member: group for group in groups for member in group}
    for one, other in deeds:
        _join(claims, home, one, other, pile)
    return list({id(group): group for group in home.values()}.values())


def _sure_questions(threads: Threads) -> Sequence[tuple[Question, int, int]]:
    found = [(question, *pair) for pair, questions in threads.items() for question in questions if question.likelihood >= ANSWERS]
    return sorted(found, key=lambda one: (-one[0].likelihood, one[1:]))


def _join(claims: Sequence[Features], home: dict[int, set[int]], one: int, other: int, pile: Pile) -> bool:
    """Whether the two are in one group, or one of them could go to the other's."""
    left, right = home[one], home[other]
    if left is right:
        return True
    for mover, goal in ((one, right), (other, left)):
        told_in_passing = claims[mover].claim.predicate.kind == "attribute"
        if (told_in_passing or len(home[mover]) == 1) and _fit(claims, [mover], sorted(goal), pile):
            home[mover].discard(mover)
            goal.add(mover)
            home[mover] = goal
            return True
    return False


def _with_descriptions(claims: Sequence[Features], groups: Sequence[set[int]]) -> Sequence[set[int]]:
    """A claim that says more of another's participant goes where that one is, unless it has found counterparts of its own."""
    position = {features.claim.id: number for number, features in enumerate(claims)}
    home = {member: group for group in groups for member in group}
    for number, features in enumerate(claims):
        about = position.get(features.claim.about or "")
        if about is not None and len(home[number]) == 1 and home[about] is not home[number]:
            home[number].remove(number)
            home[about].add(number)
            home[number] = home[about]
    return groups


def _links(
    members: Sequence[int], claims: Sequence[Features], scored: Mapping[Pair, float], threads: Threads, deeds: Set[Pair], pile: Pile
) -> Iterator[tuple[Pair, Similarity]]:
    for pair in combinations(members, 2):
        if pair in scored or pair in threads or pair in deeds or not claims[pair[0]].counted.keys().isdisjoint(claims[pair[1]].counted):
            one, other = claims[pair[0]], claims[pair[1]]
            yield pair, linked(one, other, pile, tuple(threads.get(pair, ())), pair in deeds)
