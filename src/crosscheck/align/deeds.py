"""Which claims of a story tell when one deed was done, so that their times answer one question, however far apart these are?

Dates tell two events of a kind apart better than anything else, and so keep two reports from being set side by side that date one event differently.
Where everything else is one, it is one deed: the same kind of act, done by or to the same, of which neither article tells another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, product

from crosscheck.align.features import ROLES, Features
from crosscheck.align.pile import Pile
from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.names import folded
from crosscheck.extract.predicates import listed, predicate_class
from crosscheck.model.claim import Argument, Claim, Facet, Modality, Polarity, Time

MOST = 200  # claims of a kind in a story that are set beside each other
GRAINS = (
    ("clock", re.compile(r".*T\d\d:\d\d")),
    ("day", re.compile(r"(?:[\dX]{4}-[\dX]{2}-\d\d|[\dX]{4}-W[\dX]{2}-\d)(?:T.*)?")),
    ("month", re.compile(r"[\dX]{4}-\d\d")),
    ("season", re.compile(r"[\dX]{4}-(?:SP|SU|FA|WI)")),
    ("year", re.compile(r"\d{4}")),
)
ENDS = ("since", "until", "till")
DONE = (Modality.ACTUAL, Modality.ALLEGED)


def grain_of(time: Time) -> str:
    """How finely it tells a point in time, or an end: by the clock, the day, the month, the season or the year; "" for whatever else."""
    if time.type not in ("DATE", "TIME") or time.of not in (None, *ENDS):
        return ""
    grain = next((name for name, form in GRAINS if form.fullmatch(time.value)), "")
    return f"{time.of} {grain}" if time.of and grain else grain


def deeds_alike(claims: Sequence[Features], pile: Pile) -> Iterator[tuple[int, int]]:
    """Pairs of claims of one story and of different articles that date one deed, in order."""
    for positions in _by_kind(claims, pile).values():
        if len(positions) <= MOST:
            yield from (pair for pair in combinations(positions, 2) if _are_one(claims, *pair, positions))


def _by_kind(claims: Sequence[Features], pile: Pile) -> Mapping[tuple[str, str], Sequence[int]]:
    """For every story and every kind of event: which claims tell of one, dated or not."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for position, features in enumerate(claims):
        if features.claim.predicate.kind in ("verb", "noun"):
            for kind in _kinds_of(features):
                found[pile.story(features.claim.article), kind].append(position)
    return dict(sorted(found.items()))


def _kinds_of(features: Features) -> frozenset[str]:
    """The kinds of event, beginnings of all sorts as one; less what is done again and again, of which only what is planned tells one."""
    kinds = features.classes | {features.claim.predicate.lemma}
    if features.claim.modality is not Modality.PLANNED and not kinds.isdisjoint(_listed("repeated")):
        return frozenset()
    return frozenset(_alike().get(kind, kind) for kind in kinds)


@cache
def _alike() -> Mapping[str, str]:
    return {kind: kinds[0] for kinds in map(listed, table_of("alignment")["deeds"]["alike"]) for kind in kinds}


def _are_one(claims: Sequence[Features], one: int, other: int, of_kind: Sequence[int]) -> bool:
    left, right = claims[one], claims[other]
    if left.claim.article == right.claim.article or not are_dated_alike(left.claim, right.claim) or not _are_told_alike(left.claim, right.claim):
        return False
    if _names_nobody(left.claim) or _names_nobody(right.claim):
        return _say_what(left, right) and all(_dates_one(claims, at, of_kind) for at in (one, other))
    return are_of_the_same(left, right) and not (_tells_another(claims, one, of_kind) or _tells_another(claims, other, of_kind))


def _say_what(left: Features, right: Features) -> bool:
    """Whether the predicates tell by themselves what was done: one word, or a noun, that says more than "began"."""
    one, other = left.claim.predicate, right.claim.predicate
    by_word = one.lemma == other.lemma or "noun" in (one.kind, other.kind)
    return by_word and not left.classes & right.classes <= words_of("event_verbs", "empty")


def are_dated_alike(left: Claim, right: Claim) -> bool:
    """Whether both say when as finely as each other: "in 2012" is no other date of what was done "on Monday"."""
    return not {grain for time in left.times if (grain := grain_of(time))}.isdisjoint(map(grain_of, right.times))


def _are_told_alike(left: Claim, right: Claim) -> bool:
    return left.polarity is right.polarity is Polarity.AFFIRMED and (left.modality in DONE) == (right.modality in DONE)


def _names_nobody(claim: Claim) -> bool:
    """ "The funeral will be on Friday", "it was signed on Monday": whose it is goes without saying."""
    return not claim.of(Facet.RECIPIENT) and not claim.of(Facet.AGENT) and not claim.of(Facet.PATIENT)


def _dates_one(claims: Sequence[Features], one: int, of_kind: Sequence[int]) -> bool:
    """Whether its article dates one event of the kind."""
    return sum(claims[at].claim.article == claims[one].claim.article and any(map(grain_of, claims[at].claim.times)) for at in of_kind) == 1


def _tells_another(claims: Sequence[Features], one: int, of_kind: Sequence[int]) -> bool:
    """Whether its article tells of such a deed of the same at another time as well."""
    mine = claims[one]
    for at in of_kind:
        other = claims[at]
        if at == one or other.claim.article != mine.claim.article or not other.claim.times:
            continue
        values = ({time.value for time in side.claim.times if grain_of(time)} for side in (mine, other))
        if not any(first in second or second in first for first, second in product(*values)) and are_of_the_same(mine, other):
            return True
    return False


def are_of_the_same(left: Features, right: Features) -> bool:
    """Whether the two are done by or to one person or thing, and nothing that both name in one role is different."""
    same = {facet for facet in ROLES if _same(left.claim.of(facet), right.claim.of(facet))}
    differ = [facet for facet in ROLES if facet not in same and left.claim.of(facet) and right.claim.of(facet)]
    if any(_are_two(left.claim.of(facet), right.claim.of(facet), by_name=bool(same)) for facet in differ):
        return False
    if Facet.PATIENT in same:
        return True
    if _alone(left.claim) and _alone(right.claim) and _same(_alone(left.claim), _alone(right.claim)):
        return True
    empty = not (left.classes & right.classes) - words_of("event_verbs", "empty")
    goal = {Facet.RECIPIENT, Facet.PLACE} & same
    return Facet.AGENT in same and (not empty or bool(goal))


def _alone(claim: Claim) -> tuple[Argument, ...]:
    """The one to or by whom it is done, where only one of the two is told: "the trial opens", "they open the trial"."""
    agents, patients = claim.of(Facet.AGENT), claim.of(Facet.PATIENT)
    return () if agents and patients else agents or patients


def _are_two(ones: Sequence[Argument], others: Sequence[Argument], by_name: bool) -> bool:
    """Whether two roles are filled differently; where the claims have another role in common, "the company" may be what is named."""
    named = [any(map(_name_of, side)) for side in (ones, others)]
    return not by_name or named[0] == named[1]


def _same(ones: Sequence[Argument], others: Sequence[Argument]) -> bool:
    return any(_are_same(one, other) for one, other in product(ones, others))


def _are_same(one: Argument, other: Argument) -> bool:
    """One name, or one noun that both articles take for known: "the mill", "the deal" and "the agreement"."""
    names = _name_of(one), _name_of(other)
    if names[0] and names[1]:
        return names[0] <= names[1] or names[1] <= names[0]
    if names[0] or names[1] or _kind_of(one) != _kind_of(other):
        return False
    return _is_known(one) and _is_known(other) and _ordinal(one) == _ordinal(other)


def _name_of(argument: Argument) -> frozenset[str]:
    """The words of its name: of the entity behind it, or its own where it is written as a name."""
    said = argument.entity or (argument.head if argument.name or argument.head[:1].isupper() else "")
    return frozenset(word for word in folded(said).split() if len(word) > 1 and word not in _listed("defining"))


def _kind_of(argument: Argument) -> str:
    return predicate_class(argument.head.casefold(), "noun") or argument.head.casefold()


def _is_known(argument: Argument) -> bool:
    words = argument.text.casefold().replace("’", "'").split()
    return len(words) == 1 or words[0] in _listed("defining") or any(word.endswith(("'s", "s'")) for word in words[:-1])


def _ordinal(argument: Argument) -> frozenset[str]:
    return _listed("ordinals") & frozenset(argument.text.casefold().split())


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(table_of("alignment")["deeds"][key].split())
