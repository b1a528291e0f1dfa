"""Which rule of a ladder decides a pair of statements?"""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.judge.circumstances import is_hedged, one_voice
from crosscheck.judge.confidence import confidence_of
from crosscheck.model.verdict import Finding, Rule, Statement

HEDGED = 0.85  # a hedged side ("reportedly 23") is weaker ground for any verdict
ONE_VOICE = 0.8  # an article in one voice seldom disagrees with itself: two values there are more often two things


def decide(rules: Sequence[Rule], left: Statement, right: Statement) -> Finding:
    """The finding of the first rule that applies; the pair is put in a canonical order first, so that the order given does not matter.

    Raises LookupError when no rule applies, which a ladder must rule out by its last rule.
    """
    first, second = in_order(left, right)
    for rule in rules:
        reason = rule.decide(first, second)
        if reason is not None:
            return Finding(rule.verdict, rule.id, _as_sentence(reason), confidence(rule, first, second))
    raise LookupError(f"no rule of {rules[0].id.partition('.')[0]} applies")


def _as_sentence(reason: str) -> str:
    """With a capital, though it begins with an article's words ("nearly 50 people …"); a name such as "iPhone" keeps its own."""
    return reason if any(letter.isupper() for letter in reason.partition(" ")[0]) else reason[:1].upper() + reason[1:]


def confidence(rule: Rule, left: Statement, right: Statement) -> float:
    """The rule's own confidence, by how often it was right, less where a side is hedged or where one voice says both."""
    hedged = HEDGED if is_hedged(left.claim) or is_hedged(right.claim) else 1.0
    alone = ONE_VOICE if one_voice(left, right) else 1.0
    return round(confidence_of(rule) * hedged * alone, 4)


def in_order(left: Statement, right: Statement) -> tuple[Statement, Statement]:
    """The pair by date, article and place in it; what still ties is put in order by all that is stated."""
    one, other = place_of(left), place_of(right)
    if one == other:
        alike = left.facet is right.facet and left.claim is right.claim and left.article is right.article
        one, other = ((f"{it.value!r})",) if alike else (repr(it),) for it in (left, right))  # an article's whole text is long to write out
    return (left, right) if one <= other else (right, left)


def place_of(statement: Statement) -> tuple[str | int, ...]:
    """Sorts statements by their article's date, the article and their place in it."""
    span = statement.value.span if statement.value else statement.claim.predicate.span
    article = statement.article
    return (article.published or "9999", article.id, span.start, span.end, statement.claim.id)
