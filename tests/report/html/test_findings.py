"""Does a finding have all that a reader needs to judge it for himself?"""

from __future__ import annotations

from dataclasses import replace

from crosscheck.model.report import FacetValue, Report
from crosscheck.model.verdict import Verdict
from crosscheck.report.html.checks import checks_of
from crosscheck.report.html.findings import Finding, Findings, rules_of
from crosscheck.report.html.overview import lede, tally
from crosscheck.report.html.reader import Reader
from tests.report.made import HARBOUR, INJURED, NUMBERS, REPORT, mention


def findings(report: Report = REPORT) -> list[Finding]:
    return [finding for group in Findings(report, Reader(report.articles)).groups() for finding in group.findings]


def test_the_gravest_come_first_and_are_counted_from_one() -> None:
    """Whatever the order of the report; what is told once is no finding."""
    found = findings(replace(REPORT, alignments=REPORT.alignments[::-1]))
    assert [(finding.number, finding.verdict) for finding in found] == [
        (1, Verdict.CONTRADICTION),
        (2, Verdict.SUPERSEDED),
        (3, Verdict.COMPATIBLE),
        (4, Verdict.AGREEMENT),
    ]


def test_what_decides_stands_before_the_rest() -> None:
    """With its values, who says each, in which words and where."""
    first = findings()[0]
    assert [facet.name for facet in first.facets] == ["quantity (injured)"]
    assert [facet.name for facet in first.others] == ["time"]
    twelve = first.facets[0].values[0]
    said = twelve.said[0]
    assert (said.source, said.place.words, str(said.quote)) == (
        "the fire service",
        "h1 ¶2",
        "Twelve dockers were injured on 3 May when a tank blew up in Port Amal",
    )
    assert first.facets[0].entry is not None


def test_articles_of_one_origin_that_differ_are_no_two_witnesses() -> None:
    """A contradiction says so, with the reason."""
    assert findings()[0].notes == ("h1 and w3 are one origin, not two witnesses: 50% shared text.",)


def test_what_is_negated_is_marked() -> None:
    """The words alone would say the opposite."""
    held, full = findings()[2].facets[0].values
    assert (held.negated, full.negated) == (True, False)


def test_an_agreement_says_in_a_line_what_is_agreed() -> None:
    """Each facet with its value."""
    assert findings()[3].agreed == (("time", "3 May"),)
    assert findings()[0].agreed == ()


def test_many_mentions_are_folded_after_the_first_of_each_speaker() -> None:
    """None is lost, and none is there twice."""
    speakers = ["the fire service", "the fire service", "a nurse", "the harbour master", "a docker"]
    mentions = tuple(
        mention(INJURED, HARBOUR, words, who) for who, words in zip(speakers, ("Twelve", "Twelve dockers", "May", "Port", "tank"), strict=True)
    )
    facet = replace(NUMBERS, values=(FacetValue(12.0, "Twelve", 1, (*mentions, mentions[0])),))
    report = replace(REPORT, alignments=(replace(REPORT.alignments[0], facets=(facet,)),))
    (value,) = findings(report)[0].facets[0].values
    assert [said.source for said in value.said] == ["the fire service", "a nurse", "the harbour master"]
    assert [said.source for said in value.more] == ["a docker", "the fire service"]


def test_the_rules_are_those_that_decided_anything() -> None:
    """In the order of the catalogue, each once."""
    groups = Findings(REPORT, Reader(REPORT.articles)).groups()
    used = {facet.rule for group in groups for finding in group.findings for facet in (*finding.facets, *finding.others)}
    ids = [rule.id for rule in rules_of(groups)]
    assert len(ids) == len(set(ids))
    assert set(ids) <= used


def test_the_head_counts_findings_claims_and_witnesses() -> None:
    """A figure that does not hold is counted with the verdicts; no contradiction is told as well."""
    made = Findings(REPORT, Reader(REPORT.articles))
    failed = sum(not check.holds for check in checks_of(REPORT, Reader(REPORT.articles)))
    counts = tally(made.groups(), made.once(), failed)
    assert [(count.name, count.number) for count in counts] == [
        ("contradiction", 1),
        ("superseded", 1),
        ("compatible", 1),
        ("agreement", 1),
        ("told once", 1),
        ("wrong figure", 1),
    ]
    assert lede(REPORT).startswith("7 claims of 3 articles in 1 story, which are 2 origins")
    nothing = Findings(replace(REPORT, alignments=(), claims=()), Reader(REPORT.articles))
    assert [(count.name, count.number, count.anchor) for count in tally(nothing.groups(), nothing.once(), 0)] == [("contradictions", 0, "main")]
