"""Is this a count that grows from report to report, and which of two reports is the later one?"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from crosscheck.extract.topics import catalogue
from crosscheck.ingest.entries import Entry, entries_in, entry_at
from crosscheck.judge.lexicon import words
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Quantity
from crosscheck.model.verdict import Statement

_DAY = len("2024-02-29")
SEEN = 24  # code points before a number in which stands what was done so many times
RESULT = 30  # code points after a number in which what it was counted against stands


def is_running(statement: Statement) -> bool:
    """Whether the statement is a count of the dead, the injured, the arrested or the like, which later reports update."""
    value, claim = statement.value, statement.claim
    if not isinstance(value, Quantity) or value.kind not in ("count", "part", "measure", "money"):
        return False
    if is_growing(statement):
        return True
    if value.attribute is not None:
        return any(attribute.running for attribute in catalogue().attributes(value.attribute))
    return value.kind in ("count", "part") and (_by_predicate(claim) or _by_noun(value))


def is_of_a_life(value: Quantity) -> bool:
    """ "Four prior arrests" and "arrested four times" are of one person's years, and not of what is being reported."""
    return not words("running", "of_a_life").isdisjoint((value.of or "").casefold().split())


def is_growing(statement: Statement) -> bool:
    """Whether it counts an audience or a sum that is being collected, which grow from hour to hour and are told as of one of them."""
    value, claim = statement.value, statement.claim
    if not isinstance(value, Quantity):
        return False
    if value.kind == "money":
        return claim.predicate.lemma.casefold() in words("running", "collecting")
    noun = (value.of or value.unit or " ").casefold().split(" ")[-1]
    if _is_result(statement):
        return False
    if noun == "time":
        return claim.predicate.lemma.casefold() in words("running", "watching") or _is_seen(statement)
    return noun in words("running", "audience")


def _is_seen(statement: Statement) -> bool:
    """ "It has been viewed more than 150,000 times", where the claim is the number alone."""
    value = statement.value
    before = statement.article.text[: value.span.start][-SEEN:].casefold().split() if value is not None else []
    return not words("running", "seen").isdisjoint(before)


def _is_result(statement: Statement) -> bool:
    """ "Passed by 212 votes to 187": two sides were counted, and nothing is counted any more."""
    value, text = statement.value, statement.article.text
    after = text[value.span.end : value.span.end + RESULT].split() if value is not None else []
    return any(word in ("to", "against") and rest[:1].isdigit() for word, rest in pairwise(after[:3]))


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


def newer(left: Statement, right: Statement) -> Statement | None:
    """The statement of the later report, None where the dates do not tell. An entry of a live blog is a report of its own, of when it was posted."""
    one, other = _entry(left), _entry(right)
    if left.article.id == right.article.id:
        if one is None or other is None or one.order == other.order:
            return None
        return left if one.order > other.order else right
    first, second = _at(left.article, one), _at(right.article, other)
    found = later(first, second)
    return None if found is None else left if found is first else right


def _entry(statement: Statement) -> Entry | None:
    article = statement.article
    return entry_at(entries_in(article.text, article.published), statement.claim.span.start) if article.is_whole else None


def _at(article: Article, entry: Entry | None) -> Article:
    return article if entry is None or entry.moment is None else replace(article, published=entry.moment)


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
