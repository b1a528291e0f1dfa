"""Are events dated by their own times, in order, once each?"""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from crosscheck.arrange.timeline import timeline_of
from crosscheck.model.claim import Argument, Facet, Modality, Polarity, Span
from crosscheck.model.report import Report
from crosscheck.model.timeline import Event
from crosscheck.model.verdict import Verdict
from crosscheck.report import Look, format_named
from tests.arrange.made import alignment, claim, date, facet, report


def dated(found: Report) -> list[str]:
    """Each event as its date and its claims."""
    return [f"{event.when.text}: {' '.join(event.claims)}" for event in timeline_of(found).events if event.when]


def only(found: Report) -> Event:
    """The one event that the report dates."""
    (event,) = timeline_of(found).events
    return event


def test_events_come_in_order_and_the_wider_first() -> None:
    """A year before its months, a month before its days, and what has no beginning by its end."""
    claims = [claim("a", n * 10, "sink", date(value, n * 10)) for n, value in enumerate(["2031-03-09", "2031", "2031-03", "2031-03-05"])]
    early = claim("b", 0, "sail", date("2029", 0, "before"))
    assert dated(report(*claims, early)) == ["before 2029: b0", "2031: a10", "March 2031: a20", "5 March 2031: a30", "9 March 2031: a0"]


def test_an_alignment_is_one_line_with_its_finest_date() -> None:
    """One article says the month, another the day, and a third no date at all."""
    month, day, none = claim("a", 0, "sink", date("2031-03")), claim("b", 0, "sink", date("2031-03-05")), claim("c", 0, "sink")
    event = only(report(month, day, none, alignments=(alignment(month, day, none),)))
    assert event.when and event.when.text == "5 March 2031"
    assert event.articles == ("a", "b", "c")
    assert [(dating.article, dating.text) for dating in event.datings] == [("b", "2031-03-05"), ("a", "2031-03")]


def test_a_date_of_an_unknown_year_joins_what_it_can_be() -> None:
    """ "in March" is 5 March 2031 where both speak of one event; "in April" is not, and neither dates an event on its own."""
    day, march, april = claim("a", 0, "sink", date("2031-03-05")), claim("b", 0, "sink", date("XXXX-03")), claim("c", 0, "sink", date("XXXX-04"))
    assert only(report(day, march, april, alignments=(alignment(day, march, april),))).claims == ("a0", "b0")
    alone = timeline_of(report(march))
    assert not alone.events
    assert [dating.text for event in alone.undated for dating in event.datings] == ["XXXX-03"]


def test_two_dates_that_nobody_finds_in_conflict_are_two_lines() -> None:
    """Two coups told in one sentence, which are aligned with a sentence that counts them."""
    first, second = claim("a", 0, "sink", date("2029")), claim("a", 50, "sink", date("2031", 50))
    assert dated(report(first, second, alignments=(alignment(first, second),))) == ["2029: a0", "2031: a50"]


def test_dates_in_conflict_are_one_line_with_both() -> None:
    """The date that most articles give stands first, and the difference is named."""
    claims = claim("a", 0, "sink", date("2031-03-09")), claim("b", 0, "sink", date("2031-03-05")), claim("c", 0, "sink", date("2031-03-05"))
    conflict = facet(Facet.TIME, Verdict.CONTRADICTION, *claims)
    event = only(report(*claims, alignments=(alignment(*claims, facets=(conflict,), verdict=Verdict.CONTRADICTION),)))
    assert event.when and event.when.text == "5 March 2031"
    assert (event.verdict, event.differences) == (Verdict.CONTRADICTION, (conflict,))
    assert {dating.text for dating in event.datings} == {"2031-03-05", "2031-03-09"}


def test_a_difference_belongs_to_the_claims_that_differ() -> None:
    """Of two events of one alignment only the one whose claims take two values is marked."""
    first, second, third = claim("a", 0, "sink", date("2029")), claim("a", 50, "sink", date("2031", 50)), claim("b", 0, "sink", date("2031"))
    dispute = facet(Facet.PLACE, Verdict.CONTRADICTION, second, third)
    events = timeline_of(report(first, second, third, alignments=(alignment(first, second, third, facets=(dispute,)),))).events
    assert [event.verdict for event in events] == [Verdict.SINGLE_SOURCE, Verdict.CONTRADICTION]


def test_a_time_dates_the_innermost_event() -> None:
    """Of "ties forged since the coup in August 2020" the coup was in August 2020."""
    time = date("2031-03", 30)
    outer, inner = claim("a", 0, "forge", time, span=Span(0, 40)), claim("a", 20, "sink", time, span=Span(20, 40))
    found = timeline_of(report(outer, inner))
    assert ([event.claim for event in found.events], [event.claim for event in found.undated]) == (["a20"], ["a0"])


@pytest.mark.parametrize(("verb", "kind"), [("say", "verb"), ("report", "noun"), ("old", "attribute"), ("remain", "verb")])
def test_reports_ages_and_states_are_no_events(verb: str, kind: str) -> None:
    """ "she said on 5 March", "the March report", "was 41 in 2031", "remained at sea in 2031"."""
    found = timeline_of(report(claim("a", 0, verb, date("2031-03-05"), kind=kind)))
    assert (found.events, found.undated) == ((), ())


def test_what_is_published_is_no_event_where_it_is_a_report() -> None:
    """ "a note published on 5 March" is none, "prisoners released on 5 March" is one."""
    note, prisoner = (Argument(Facet.PATIENT, head, Span(0, 4), head) for head in ("note", "prisoner"))
    assert not timeline_of(report(claim("a", 0, "release", date("2031"), arguments=(note,)))).events
    assert timeline_of(report(claim("a", 0, "release", date("2031"), arguments=(prisoner,)))).events


def test_plans_and_denials_are_marked() -> None:
    """What one article plans and another tells as done was done; what all deny did not happen."""
    plan, done = claim("a", 0, "sink", date("2031"), modality=Modality.PLANNED), claim("b", 0, "sink", date("2031"))
    assert only(report(plan)).modality is Modality.PLANNED
    assert only(report(plan, done, alignments=(alignment(plan, done),))).modality is Modality.ACTUAL
    denied = claim("a", 0, "sink", date("2031"), polarity=Polarity.NEGATED)
    assert only(report(denied)).polarity is Polarity.NEGATED
    shown = format_named("text").timeline(timeline_of(report(denied, claim("a", 50, "sail", date("2031", 50), modality=Modality.PLANNED))), Look(80))
    assert "not so: " in shown
    assert "planned: " in shown


def test_an_event_has_no_more_origins_than_its_alignment() -> None:
    """What was joined for the whole stays joined for a part."""
    claims = claim("a", 0, "sink", date("2031")), claim("b", 0, "sink", date("2031"))
    assert only(report(*claims, alignments=(alignment(*claims, origins=1),))).origins == 1


def test_only_who_gives_the_date_is_counted_as_an_origin_of_it() -> None:
    """One article has the day, one the month, one no date: all three tell it, and one bears the day out."""
    claims = claim("a", 0, "sink", date("2031-03-05")), claim("b", 0, "sink", date("2031-03")), claim("c", 0, "sink")
    event = only(report(*claims, alignments=(alignment(*claims, origins=3),)))
    assert (event.articles, event.origins) == (("a", "b", "c"), 1)
    assert "how many origins give this date" in format_named("text").timeline(
        timeline_of(report(*claims, alignments=(alignment(*claims),))), Look(80)
    )


def test_a_long_claim_is_cut_before_its_date_and_not_after() -> None:
    """The reader of a timeline wants to see the date in the words."""
    words = "The harbour board, which had promised the inquiry twice and twice put it off, " * 2 + "closed the lock in March 2031"
    one = claim("a", 0, "close", replace(date("2031-03"), text="March 2031"), text=words)
    shown = format_named("text").timeline(timeline_of(report(one)), Look(80))
    assert "closed the lock in March 2031" in shown
    assert "The harbour board" not in shown


def test_a_noun_with_two_dates_is_two_events() -> None:
    """ "seized power in March, then carried out another coup on the 9th": the word stands once, the thing happened twice."""
    coup = claim("a", 0, "coup", date("2031-03-05", 0), date("2031-03-09", 6), kind="noun")
    sail = claim("a", 50, "sail", date("2031-03-05", 50), date("2031-03-09", 56))
    assert [(event.when and event.when.text, event.text) for event in timeline_of(report(coup, sail)).events] == [
        ("5 March 2031", "coup a0"),
        ("5 March 2031", "sail a50"),
        ("9 March 2031", "coup a0"),
    ]


def test_of_an_unknown_year_who_gives_the_month_is_counted() -> None:
    """One says "in April", the other tells it without a date."""
    claims = claim("a", 0, "sink", date("XXXX-04")), claim("b", 0, "sink")
    (event,) = timeline_of(report(*claims, alignments=(alignment(*claims, origins=2),))).undated
    assert event.origins == 1


def test_undated_events_are_counted_and_listed_when_asked_for() -> None:
    """The text names how many there are, JSON has them all."""
    found = timeline_of(report(claim("a", 0, "sink", date("2031")), claim("a", 50, "sail", text="Sailed off")))
    folded, listed = (format_named("text").timeline(found, Look(80, everything=everything)) for everything in (False, True))
    assert "1 event without a date" in folded
    assert "Sailed off" not in folded
    assert "Sailed off" in listed
    (undated,) = json.loads(format_named("json").timeline(found, Look()))["undated"]
    assert (undated["text"], undated["from"], undated["granularity"]) == ("Sailed off", None, None)


def test_json_says_how_fine_a_date_is() -> None:
    """Half-open ends, the granularity, the words and the TIMEX3 value; who reports it; and what each article says."""
    claims = claim("a", 0, "sink", date("2031-03")), claim("b", 0, "sink", date("2031-03"))
    (event,) = json.loads(format_named("json").timeline(timeline_of(report(*claims, alignments=(alignment(*claims),))), Look()))["events"]
    assert [event[key] for key in ("from", "until", "granularity", "when", "value")] == ["2031-03-01", "2031-04-01", "month", "March 2031", "2031-03"]
    assert [event[key] for key in ("claims", "articles", "alignment", "verdict")] == [["a0", "b0"], ["a", "b"], "al", "agreement"]
    assert [(date["article"], date["text"]) for date in event["dates"]] == [("a", "2031-03"), ("b", "2031-03")]


def test_the_order_of_the_claims_changes_nothing() -> None:
    """The same alignment told in another order is the same event."""
    claims = [claim(name, 0, "sink", date(value)) for name, value in (("a", "2031"), ("b", "2031-03"), ("c", "2031-03-05"), ("d", "2031-03-09"))]
    there, back = (dated(report(*claims, alignments=(alignment(*order),))) for order in (claims, claims[::-1]))
    assert sorted(" ".join(sorted(line.split())) for line in there) == sorted(" ".join(sorted(line.split())) for line in back)
