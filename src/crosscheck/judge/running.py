"""Is this a count that grows from report to report, and which of two reports is the later one?"""

from __future__ import annotations

from datetime import datetime

from crosscheck.extract.topics import catalogue
from crosscheck.judge.lexicon import words
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Quantity
from crosscheck.model.verdict import Statement

_DAY = len("2024-02-29")


def is_running(statement: Statement) -> bool:
    """Whether the statement is a count of the dead, the injured, the arrested or the like, which later reports update."""
    value, claim = statement.value, statement.claim
    if not isinstance(value, Quantity) or value.kind not in ("count", "part", "measure", "money"):
        return False
    if value.attribute is not None:
        return any(attribute.running for attribute in catalogue().attributes(value.attribute))
    return value.kind in ("count", "part") and (_by_predicate(claim) or _by_noun(value))


def _by_predicate(claim: Claim) -> bool:
    return claim.predicate.lemma.casefold() in words("running", "predicates")


def _by_noun(value: Quantity) -> bool:
    return value.of is not None and value.of.casefold().split()[-1] in words("running", "nouns")


def is_raised(statement: Statement) -> bool:
    """Whether the words say that the count went up to this: "the toll rose to 24", "raising the number of dead to 24"."""
    text, span = statement.article.text, statement.claim.predicate.span
    value = statement.value
    if not isinstance(value, Quantity) or value.span.start < span.end:
        return False
    between = text[span.end : value.span.start].casefold().split()
    return statement.claim.predicate.lemma.casefold() in words("running", "rises") and "to" in between[-2:]


def later(left: Article, right: Article) -> Article | None:
    """The article published later, None where the dates do not tell.

    Two hours with their zones are compared as moments; what is less known is compared as far as both are known, by the day where it was
    written: "2023-05-01" and "2023-05-01T17:30" may be either way round.
    """
    if left.published is None or right.published is None:
        return None
    known = min(len(left.published), len(right.published))
    one, other = _moment(left.published), _moment(right.published)
    if one is not None and other is not None:
        return None if one == other else left if one > other else right
    known = min(known, _DAY) if (one is None) != (other is None) else known
    first, second = left.published[:known], right.published[:known]
    return None if first == second else left if first > second else right


def _moment(published: str) -> datetime | None:
    """The moment, where an hour and its zone are stated."""
    try:
        moment = datetime.fromisoformat(published) if len(published) > _DAY else None
    except ValueError:
        return None
    return moment if moment is not None and moment.tzinfo is not None else None
