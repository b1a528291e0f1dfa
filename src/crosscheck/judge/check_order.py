"""Did what comes second by its nature come second by its date?

"Delivered in March 2020" cannot be said of the boats that were "ordered in May 2021". Only full years count, and only one thing: the same named
participant, or the same number of the same things where the later sentence points back ("the six boats").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice, product

from crosscheck.extract.lexicon import table_of
from crosscheck.extract.names import folded
from crosscheck.judge.checkrule import Sum
from crosscheck.judge.circumstances import is_hedged, is_negated, is_open, plain
from crosscheck.model.article import Article
from crosscheck.model.claim import Argument, Claim, Extract, Facet, Modality, Span, Time

MOST = 100  # dated claims of one step; a longer text is a list, and every pair would take its square in time
LEAD = 16  # code points before a verb in which its auxiliary stands
POINTING = ("the ", "these ", "those ", "its ", "their ", "his ", "her ", "all ")


def orders(article: Article, extract: Extract) -> Iterator[Sum]:
    """Every two dated claims of one thing, one of them of a step that the other must follow."""
    for before, after in _steps():
        firsts, seconds = (tuple(islice(_dated(article, extract, lemmas), MOST)) for lemmas in (before, after))
        for first, second in product(firsts, seconds):
            if _one_thing(first[0], second[0]):
                yield from _sum(article, first, second)


@cache
def _steps() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The lemmas of what comes first, and of what must follow."""
    sides = (line.split("|") for line in table_of("sums")["steps"])
    return tuple((frozenset(before.split()), frozenset(after.split())) for before, after in sides)


def _dated(article: Article, extract: Extract, lemmas: frozenset[str]) -> Iterator[tuple[Claim, Time]]:
    for claim in extract.claims:
        time = _date(claim) if claim.predicate.lemma.casefold() in lemmas and _is_plain(claim, article.text) else None
        if time is not None:
            yield claim, time


def _is_plain(claim: Claim, text: str) -> bool:
    """Whether it is told as done: of "were to be delivered" nobody knows whether they were."""
    plainly = claim.modality is Modality.ACTUAL and not (is_negated(claim) or is_open(claim) or is_hedged(claim))
    start = claim.predicate.span.start
    led = text[max(0, start - LEAD) : start].casefold().split()
    return plainly and claim.predicate.kind == "verb" and led[-1:] not in (["be"], ["to"])


def _date(claim: Claim) -> Time | None:
    """Its only date, if its year is written."""
    dates = [time for time in claim.times if time.type in ("DATE", "TIME") and time.of is None]
    if len(dates) != 1 or not (dates[0].since and dates[0].until) or dates[0].value[:4] not in dates[0].text or dates[0].mod:
        return None
    return dates[0]


def _one_thing(first: Claim, second: Claim) -> bool:
    """By name where the step is one of a person or body, by head and number where it is of things."""
    ones, others = first.of(Facet.PATIENT), second.of(Facet.PATIENT)
    if any(_name(one) and _name(one) == _name(other) for one in ones for other in others):
        return True
    return any(_same_count(first, one, second, other) for one in ones for other in others)


def _name(argument: Argument) -> str:
    return folded(argument.entity or argument.text) if argument.name in ("PER", "ORG") else ""


def _same_count(first: Claim, one: Argument, second: Claim, other: Argument) -> bool:
    counts = [{q.value for q in claim.quantities if argument.span.touches(q.span)} for claim, argument in ((first, one), (second, other))]
    points_back = other.text.casefold().startswith(POINTING) or first.sentence == second.sentence
    return bool(points_back and folded(one.head) == folded(other.head) and counts[0] and counts[0] == counts[1])


def _sum(article: Article, first: tuple[Claim, Time], second: tuple[Claim, Time]) -> Iterator[Sum]:
    (_, before), (late, after) = first, second
    if not (before.since and before.until and after.since and after.until):
        return
    wrong, right = after.until <= before.since, before.until <= after.since
    if wrong or right:
        span = Span(min(late.predicate.span.start, after.span.start), max(late.predicate.span.end, after.span.end))
        done, then = (f"“{plain(claim.predicate.text)}” ({plain(time.text)})" for claim, time in (first, second))
        yield Sum(span, right, f"{then} comes {'after' if right else 'before'} {done}, {'as it must' if right else 'which it must follow'}.")
