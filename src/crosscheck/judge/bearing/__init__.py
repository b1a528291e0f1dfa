"""Does a text bear a claim out, refute it, or say nothing of it, and what is its own attitude?

The claim is read as a small article. The passage that says most of it is looked for (`passages`), the claim's numbers and dates are looked for in it
(`figures`, `dates`), its propositions are compared by the same comparators as in `compare` (`facts`), and two ladders of rules decide: on the
content (`content`) and on the evidence's own attitude (`attitude`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.judge.bearing.attitude import attitude_of
from crosscheck.judge.bearing.case import Case, case_of
from crosscheck.judge.bearing.content import confidence_of, verdict_of
from crosscheck.judge.bearing.passages import Text
from crosscheck.judge.bearing.rule import Found, Rule
from crosscheck.model.answer import Answer, Attitude, Bearing, Evidence
from crosscheck.model.verdict import Verdict

__all__ = ["Text", "bearing"]

MORE = 4  # values that agree, which are shown beside the passage that bears a claim out


def bearing(claim: Text, evidence: Sequence[Text], id: str | int | None = None) -> Answer:
    """What the evidence says of the claim; without any evidence, not enough info and unrelated."""
    case = case_of(claim, evidence)
    rule, found, reading = verdict_of(case)
    stance, shown = attitude_of(case)
    shown_by = (*_evidence(rule, found), *_agreeing(reading, rule), *_evidence(stance, shown))
    return Answer(claim.article.text, Bearing(rule.answer), Attitude(stance.answer), confidence_of(rule, reading), shown_by, id)


def _evidence(rule: Rule, found: Found) -> Iterator[Evidence]:
    if found.passage is not None:
        yield Evidence(found.passage.text.article.id, found.passage.span, found.passage.quote, found.facet, rule.id, found.reason)


def _agreeing(case: Case, rule: Rule) -> Iterator[Evidence]:
    """The values of the claim that the passage's propositions agree with, for a claim that is borne out."""
    agreeing = [fact for fact in case.facts if fact.finding.verdict is Verdict.AGREEMENT and fact.found.value is not None]
    for fact in agreeing[:MORE] if rule.answer is Bearing.SUPPORTS else ():
        span = fact.found.value.span if fact.found.value else fact.found.claim.span
        article = fact.found.article
        yield Evidence(article.id, span, article.text[span.start : span.end], fact.wanted.facet, fact.finding.rule, fact.finding.reason)
