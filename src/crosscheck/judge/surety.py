"""Is it sure enough that two statements are of one event, so that what sets them apart is a contradiction?

Two claims stand in one alignment because they are likely to be of one event. Between reports that differ in wording, most values that cannot both be
true are of two things all the same: the date of another act, the age in another year, a denial of something else. Each facet has its own gate.
"""

from __future__ import annotations

from collections.abc import Callable

from crosscheck.align.similarity import Similarity
from crosscheck.judge.circumstances import sentence_of
from crosscheck.judge.days import are_of_other_days
from crosscheck.judge.names import argument_of, shares_a_name
from crosscheck.judge.seeming import only_seem_apart
from crosscheck.judge.surety_denial import is_denial
from crosscheck.judge.surety_evidence import ONCE, SURE, besides, is_twin, same_text, spaced
from crosscheck.judge.surety_quantity import are_of_one_thing, goes_on
from crosscheck.judge.surety_time import are_of_events, are_of_one_act, is_one_act
from crosscheck.model.claim import Argument, Facet, Quantity, Time
from crosscheck.model.verdict import Finding, Statement

# A likelihood as in judge/surety_evidence.py, which says on what it was set.
NAMES = 0.9  # two doers of one act are nearly always two acts, or two names of one


def is_sure(left: Statement, right: Statement, finding: Finding, link: Similarity | None, backing: int) -> bool:
    """Whether enough speaks for one event; `backing` is the number of articles that give the better supported of the two values."""
    if link is None or link.strangers or are_of_other_days(left, right, link) or _gives_both(left, right, link) or not are_of_events(left, right):
        return False
    if only_seem_apart(left, right, finding, link):
        return False
    if finding.rule.endswith(".denied") or finding.rule.startswith("polarity."):
        return is_denial(left, right, finding, link)
    if left.article.id == right.article.id and not (link.part("lemma") >= 1 and _are_of_two_sources(left, right)):
        return False  # "sales of 5 million in the quarter", "sales of 12 million in the year"
    if is_twin(left, right, link) and (left.facet is not Facet.TIME or is_one_act(link)):
        return True
    if goes_on(left) and goes_on(right):
        return False
    return _GATES[left.facet](left, right, finding, link, backing)


def _are_of_two_sources(left: Statement, right: Statement) -> bool:
    """Whether two bodies with names say the one and the other: what one article tells twice in its own voice is of two things."""
    sources = [_names_of_sources(one) for one in (left, right)]
    return all(sources) and sources[0].isdisjoint(sources[1])


def _names_of_sources(statement: Statement) -> frozenset[str]:
    """The words with a capital in the names of whoever says it."""
    said = (one.speaker or (one.source.text if one.source is not None else "") for one in statement.claim.attribution)
    return frozenset(word for name in said for word in name.split() if word[:1].isupper())


def _gives_both(left: Statement, right: Statement, link: Similarity) -> bool:
    """Does the sentence of one give what the other states beside its own ("40 percent in Tarvia and 60 percent in Norvia", "two girls, 4 and 14")?

    Of two sentences that are one but for a value both must: "up by 40%, to 90%" and "up by 90%, to 90%" differ.
    """
    given = [_is_in(one, sentence_of(other)) for one, other in ((left, right), (right, left))]
    return not same_text(left, right) and (all(given) if link.twin else any(given))


def _is_in(statement: Statement, sentence: str) -> bool:
    value = statement.value
    if isinstance(value, Quantity):
        telling = value.kind in ("age", "percent", "money", "score") or (value.value or 0.0) >= 13
        return telling and f" {value.text.casefold()} " in f" {spaced(sentence)} "
    if isinstance(value, Time):
        named = value.type == "DATE" and value.text != "May"  # which is "may" as well
        return named and f" {value.text.casefold()} " in f" {spaced(sentence)} "  # "sunk on Monday, the navy said on Friday"
    return isinstance(value, Argument) and value.text.casefold() in sentence


def _role(left: Statement, right: Statement, finding: Finding, link: Similarity, backing: int) -> bool:
    if shares_a_name(argument_of(left), argument_of(right)):
        return False  # "Gang boss Oran" and "Oran Velde", "Mira Holt" and "Miranda Holt"
    return link.part("lemma") >= 1 and besides(left, link) >= NAMES


def _recipient(left: Statement, right: Statement, finding: Finding, link: Similarity, backing: int) -> bool:
    if "statements" in left.claim.topics:
        return False  # who says a thing tells it to many
    once = link.part("lemma") >= 1 and link.part("agent") >= 1 and link.part("told_once") >= 1
    return besides(left, link) >= (ONCE if once else SURE)


def _other(left: Statement, right: Statement, finding: Finding, link: Similarity, backing: int) -> bool:
    return besides(left, link) >= SURE


_GATES: dict[Facet, Callable[[Statement, Statement, Finding, Similarity, int], bool]] = {
    Facet.QUANTITY: are_of_one_thing,
    Facet.TIME: are_of_one_act,
    Facet.AGENT: _role,
    Facet.PATIENT: _role,
    Facet.RECIPIENT: _recipient,
    Facet.PLACE: _other,
    Facet.TYPE: _other,
}
