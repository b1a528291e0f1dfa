"""What do all statements of one facet of an event come to?"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Protocol

from crosscheck.judge import agent, patient, place, polarity, quantity, recipient, time, type
from crosscheck.judge.circumstances import is_negated, one_voice, voice
from crosscheck.judge.ladder import place_of
from crosscheck.model.claim import Argument, Claim, Facet, Quantity, Time
from crosscheck.model.report import FacetMention, FacetValue, FacetVerdict
from crosscheck.model.verdict import Finding, Rule, Statement, Verdict
from crosscheck.values import dataclass

Origins = Callable[[Iterable[Claim]], int]  # how many origins stand behind the claims that state a value

Pair = tuple[Statement, Statement]

SILENT = ("incomparable", "unrelated", "unlike", "described", "unspecific", "unstated", "apart")
"""Last parts of the ids of rules that hold nothing for or against."""
PAIRS = 4000  # of two values compared at most, in canonical order: beyond a thousand statements of one fact, more change nothing but the time

MOST_FOUND = 20_000  # findings on pairs that are kept, some 10 MB; few alignments have as many pairs


class Comparator(Protocol):
    """A module of judge/ that compares one facet."""

    RULES: tuple[Rule, ...]

    def compare(self, left: Statement, right: Statement) -> Finding: ...

    def comparable(self, left: Statement, right: Statement) -> bool: ...


COMPARATORS: dict[Facet, Comparator] = {
    Facet.QUANTITY: quantity,
    Facet.TIME: time,
    Facet.PLACE: place,
    Facet.AGENT: agent,
    Facet.PATIENT: patient,
    Facet.RECIPIENT: recipient,
    Facet.TYPE: type,
    Facet.POLARITY: polarity,
}

RULES: dict[str, Rule] = {rule.id: rule for comparator in COMPARATORS.values() for rule in comparator.RULES}


@dataclass(frozen=True, slots=True)
class _Value:
    """Statements that agree, in canonical order; the first gives the words."""

    statements: tuple[Statement, ...]


_FOUND: dict[tuple[int, int], tuple[Statement, Statement, Finding]] = {}


def compare(left: Statement, right: Statement) -> Finding:
    """The finding on two statements of one facet, whichever comes first.

    A pair is asked about again and again while one alignment is judged. What was found is kept by the identity of the two, which are kept along
    with it: to hash all that a statement holds would take as long as to compare.
    """
    one, other = id(left), id(right)
    key = (one, other) if one < other else (other, one)
    known = _FOUND.get(key)
    if known is None:
        if len(_FOUND) >= MOST_FOUND:
            _FOUND.clear()
        known = _FOUND[key] = (left, right, COMPARATORS[left.facet].compare(left, right))
    return known[2]


def comparable(left: Statement, right: Statement) -> bool:
    """Whether the two may be set side by side at all."""
    return left.facet is right.facet and COMPARATORS[left.facet].comparable(left, right)


def gravest(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict of an alignment from those of its facets; SINGLE_SOURCE where there is none."""
    return min(verdicts, key=lambda verdict: verdict.gravity, default=Verdict.SINGLE_SOURCE)


def groups(statements: Iterable[Statement]) -> tuple[tuple[Statement, ...], ...]:
    """The statements in groups of which all members are comparable with each other, in canonical order; each statement stands in one group."""
    found: list[list[Statement]] = []
    for statement in _in_order(statements):
        home = next((group for group in found if all(comparable(statement, member) for member in group)), None)
        if home is None:
            found.append([statement])
        else:
            home.append(statement)
    return tuple(map(tuple, found))


def gather(statements: Sequence[Statement], origins: Origins, label: str | None = None, clashing: Sequence[Pair] = ()) -> FacetVerdict:
    """The verdict on one facet of one alignment.

    `statements` are one or more, of one facet, comparable with each other, in any order; `origins` counts the origins behind claims.
    The gravest finding on a pair decides, and among those the surest; the rule and reason are that pair's. Of `clashing` pairs it is known
    that they are of one event, so that one of them decides where there are any. Raises ValueError without any statement.
    """
    if not statements:
        raise ValueError("no statements to gather")
    ordered = _in_order(statements)
    values = _values(ordered)
    decided = min((compare(*pair) for pair in clashing), key=_telling, default=None) or _decided(values)
    facet = ordered[0].facet
    shown = tuple(_shown(value, origins) for value in values)
    if decided is None:
        return FacetVerdict(facet, Verdict.SINGLE_SOURCE, f"{facet}.unstated", _alone(ordered[0]), 0.9, shown, label)
    return FacetVerdict(facet, decided.verdict, decided.rule, decided.reason, decided.confidence, shown, label)


def _in_order(statements: Iterable[Statement]) -> list[Statement]:
    """By place; what is stated there decides only where two stand in one, since writing it out takes longer than all the rest."""
    placed = [(place_of(statement), statement) for statement in statements]
    if len({place for place, _ in placed}) == len(placed):
        return [statement for _, statement in sorted(placed, key=itemgetter(0))]
    return sorted((statement for _, statement in placed), key=lambda statement: (*place_of(statement), repr(statement.value)))


def _values(ordered: Sequence[Statement]) -> list[_Value]:
    """Statements in groups that agree throughout; one joins the first group with all of whose members it agrees."""
    found: list[list[Statement]] = []
    for statement in ordered:
        home = next((value for value in found if all(_agree(statement, member) for member in value)), None)
        if home is None:
            found.append([statement])
        else:
            home.append(statement)
    return [_Value(tuple(value)) for value in found]


def _agree(left: Statement, right: Statement) -> bool:
    return compare(left, right).verdict is Verdict.AGREEMENT


def _decided(values: Sequence[_Value]) -> Finding | None:
    """The finding that decides; None for a single voice."""
    between = (found for one, other in itertools.combinations(values, 2) for found in _findings(one, other))
    within = (found for value in values for found in _agreements(value))
    return min(itertools.chain(between, within), key=_weight, default=None)


def _agreements(value: _Value) -> Iterator[Finding]:
    """The findings on the pairs within one value that two voices state."""
    pairs = itertools.islice(itertools.combinations(value.statements, 2), PAIRS)
    return (compare(*pair) for pair in pairs if not one_voice(*pair))


def _findings(one: _Value, other: _Value) -> Iterator[Finding]:
    pairs = itertools.product(one.statements, other.statements)
    return (compare(left, right) for left, right in itertools.islice(pairs, PAIRS))


def _weight(finding: Finding) -> tuple[int, float, str, str]:
    """Gravity first; but a rule that only says that nothing is known of a pair yields to agreement elsewhere."""
    silent = finding.rule.rpartition(".")[2] in SILENT
    return (Verdict.AGREEMENT.gravity if silent else finding.verdict.gravity) + silent, -finding.confidence, finding.rule, finding.reason


def _telling(finding: Finding) -> tuple[bool, tuple[int, float, str, str]]:
    """First what names its sources."""
    return "an unnamed source" in finding.reason, _weight(finding)


def _alone(statement: Statement) -> str:
    article = statement.article
    return f"Only {article.publisher or article.title or f'article {article.id}'} speaks of it."


# values as the report shows them


def _shown(value: _Value, origins: Origins) -> FacetValue:
    first = value.statements[0]
    count = origins(statement.claim for statement in value.statements)
    return FacetValue(_normal(first), _mention(first).text, count, tuple(map(_mention, value.statements)))


def _normal(statement: Statement) -> str | float | None:
    """A number as a number, a range as "10-15", a time by its TIMEX3 value, an entity by its name, polarity as affirmed or negated."""
    value = statement.value
    if isinstance(value, Quantity):
        return value.value if value.value is not None else _range(value)
    if isinstance(value, Time):
        return value.value
    if isinstance(value, Argument):
        return value.entity or value.head
    return "negated" if is_negated(statement.claim) else "affirmed"


def _range(value: Quantity) -> str | None:
    if value.low is None and value.high is None:
        return None
    low, high = (f"{end:g}" if end is not None else "" for end in (value.low, value.high))
    return f"{low}-{high}"


def _mention(statement: Statement) -> FacetMention:
    value, claim = statement.value, statement.claim
    text, span = (value.text, value.span) if value is not None else (claim.predicate.text, claim.predicate.span)
    return FacetMention(claim.id, claim.article, text, span, voice(claim))
