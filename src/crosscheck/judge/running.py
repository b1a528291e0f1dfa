"""Is this a count that grows from report to report, and which of two reports is the later one?"""

from __future__ import annotations

from crosscheck.extract.topics import catalogue
from crosscheck.judge.lexicon import words
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Quantity
from crosscheck.model.verdict import Statement


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


def later(left: Article, right: Article) -> Article | None:
    """The article published later, None where the dates do not tell."""
    if left.published is None or right.published is None:
        return None
    known = min(len(left.published), len(right.published))
    first, second = left.published[:known], right.published[:known]
    return None if first == second else left if first > second else right
