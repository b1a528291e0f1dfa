"""Which telling details do several reports of a story name, whatever they say of them?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosscheck.align.named import groups_of_named
from crosscheck.model.article import Article
from crosscheck.model.claim import Argument, Claim, Facet, Predicate, Quantity, Span, Time
from crosscheck.model.report import Story
from crosscheck.model.verdict import Verdict
from crosscheck.pipeline import claims_in, compared, explained

STORY = Story("s1", ("a", "b", "c"))


def naming(article: str, text: str, *around: str, sentence: int = 0, name: str = "", entity: str | None = None, kind: str = "verb") -> Claim:
    start = sentence * 100
    span, predicate = Span(start + 20, start + 20 + len(text)), Span(start, start + 5)
    argument = Argument(Facet.PATIENT, text, span, text.split()[-1], entity or (text if name else None), name)
    terms = tuple(sorted((*around, *(word for word in text.lower().split() if word not in ("a", "the")))))
    lemma = around[0] if around else "see"
    return Claim(
        f"{article}{sentence}{text}", article, text, span, sentence, Predicate(lemma, lemma, predicate, kind), arguments=(argument,), terms=terms
    )


OTHERS = tuple(naming("c", f"row {number}", f"other{number}", sentence=number) for number in range(4))  # so that words in common are rare


def named(*claims: Claim) -> list[list[str]]:
    groups = (group for group in groups_of_named((*claims, *OTHERS), (STORY,), {}) if group[0].predicate.kind == "named")
    return [[f"{claim.article}: {claim.predicate.text}" for claim in group] for group in groups]


def test_what_two_reports_name_whole_and_once_is_one_detail() -> None:
    """ "A lost key was found", "the guard had to look for a lost key": the doings differ, the key is one."""
    assert named(naming("a", "a lost key", "find"), naming("b", "a lost key", "look")) == [["a: a lost key", "b: a lost key"]]


def test_what_a_report_names_again_and_again_tells_nothing() -> None:
    """The mayor of every other sentence ties no two of them together."""
    often = [naming("a", "the town mayor", verb, sentence=number) for number, verb in enumerate(("speak", "leave"))]
    assert named(*often, naming("b", "the town mayor", "deny")) == []


def test_whom_pronouns_mean_is_not_named_once() -> None:
    """Rosa Diaz, whom a report calls "she" all along, is whom it is about and no detail of it."""
    called = naming("a", "Rosa Diaz", "win", name="PER"), naming("a", "she", "say", sentence=1, name="PER", entity="Rosa Diaz")
    assert named(*called, naming("b", "Rosa Diaz", "lose", name="PER")) == []


@pytest.mark.parametrize(("around", "found"), [(("nurse", "window"), [["a: a house", "b: the house"]]), ((), [])])
def test_a_noun_alone_needs_other_words_in_common(around: tuple[str, ...], found: list[list[str]]) -> None:
    """ "A house" may be any, unless the sentences share more than the noun."""
    assert named(naming("a", "a house", "burn", *around), naming("b", "the house", "leave", *around)) == found


@pytest.mark.parametrize(("one", "other"), [("a ferry pilot", "ferry pilots"), ("the van", "another van")])
def test_one_and_several_or_another_are_not_one_thing(one: str, other: str) -> None:
    """ "A ferry pilot" of the one report is not "ferry pilots" of the other, nor "the van" another van."""
    noun = one.split()[-1]
    left, right = (naming(article, text, "stop", "bridge", "noon") for article, text in (("a", one), ("b", other)))
    right = replace(right, arguments=(replace(right.arguments[0], head=noun),))
    assert named(left, right) == []
    assert named(left, naming("b", one, "stop", "bridge", "noon")) == [[f"a: {one}", f"b: {one}"]]


def test_a_country_ties_nothing_by_itself() -> None:
    """Two reports of one story may speak of Norway for two reasons."""
    assert named(naming("a", "Norway", "sail", name="LOC"), naming("b", "Norway", "vote", name="LOC")) == []


def test_what_one_report_only_mentions_is_named_by_another() -> None:
    """ "It came amid a drought" has it in no role, "the drought broke" may."""
    mention = Claim(
        "m", "a", "drought", Span(20, 27), 0, Predicate("drought", "drought", Span(20, 27), "mention"), terms=("drought", "harvest", "north")
    )
    assert named(mention, naming("b", "the drought", "break", "harvest", "north")) == [["a: drought", "b: the drought"]]


def test_an_event_is_no_detail() -> None:
    """ "The boat race" is aligned as an event where a claim tells of it."""
    race = naming("a", "the boat race", "watch")
    event = Claim("e", "a", "race", Span(29, 33), 0, Predicate("race", "race", Span(29, 33), "noun"))
    assert named(race, event, naming("b", "the boat race", "win")) == []


def test_reports_of_different_stories_share_no_detail() -> None:
    """A common phrase alone joins no two stories."""
    assert named(naming("a", "a fire alarm", "alert"), naming("z", "a fire alarm", "set")) == []


def dated(article: str, text: str, *around: str, since: bool = False) -> Claim:
    span, lemma = Span(20, 20 + len(text)), around[0]
    time = Time(text, span, "DATE", text, of="since" if since else None)
    return Claim(f"{article}{text}", article, text, span, 0, Predicate(lemma, lemma, Span(0, 5)), times=(time,), terms=tuple(sorted((*around, text))))


def counting(article: str, number: int, *around: str) -> Claim:
    span, lemma = Span(20, 22), around[0]
    count = Quantity(str(number), span, number, number, number, "=", None, "house", "count", 1.0)
    return Claim(
        f"{article}{number}", article, "houses", span, 0, Predicate(lemma, lemma, Span(0, 5)), quantities=(count,), terms=tuple(sorted(around))
    )


@pytest.mark.parametrize(
    ("around", "lemmas", "found"),
    [
        (("ferry", "north"), ("sink", "lose"), [["a: 2012", "b: 2012"]]),
        (("north",), ("begin", "threaten"), [["a: 2012", "b: 2012"]]),
    ],
)
def test_a_time_told_once_in_each_is_of_one_thing_where_the_sentences_are_alike(
    around: tuple[str, ...], lemmas: tuple[str, str], found: list[list[str]]
) -> None:
    """ "The war began in the north in 2012", "the north has been under threat since 2012": both give the year of a beginning."""
    start = lemmas[0] == "begin"
    assert named(dated("a", "2012", lemmas[0], *around), dated("b", "2012", lemmas[1], *around, since=start)) == found


def test_an_hour_and_its_day_are_of_one_time_where_the_sentences_are_alike() -> None:
    """ "The ferry sank at 9 p.m. on Friday", "lost in the north on Friday night": the day is one, with its year or without."""
    hour = dated("a", "2024-06-14T21:00", "sink", "ferry", "north")
    assert named(hour, dated("b", "2024-06-14TNI", "lose", "ferry", "north")) == [["a: 2024-06-14T21:00", "b: 2024-06-14TNI"]]
    assert named(hour, dated("b", "XXXX-06-14", "lose", "ferry", "north")) == [["a: 2024-06-14T21:00", "b: XXXX-06-14"]]
    assert named(hour, dated("b", "2024-06-15", "lose", "ferry", "north")) == []


def test_reports_of_two_stories_recall_one_beginning() -> None:
    """What began when is background, in whatever story it is told; any other day is not."""
    assert named(dated("a", "2012", "begin", "north"), dated("z", "2012", "threaten", "north", since=True)) == [["a: 2012", "z: 2012"]]
    assert named(dated("a", "2012", "sink", "north"), dated("z", "2012", "lose", "north")) == []


def test_a_time_in_sentences_that_share_nothing_else_ties_nothing() -> None:
    """A war and a dairy may both have begun in 2012."""
    war, dairy = ("begin", *(f"war{number}" for number in range(9))), ("open", *(f"milk{number}" for number in range(9)))
    assert named(dated("a", "2012", *war), dated("b", "2012", *dairy, since=True)) == []


def test_a_year_said_of_a_noun_is_the_year_of_what_is_told() -> None:
    """ "The 2012 vote", "the vote in 2012"; "this year's vote" is of all that a year brings."""
    first, second = dated("a", "2012", "win", "north", "vote"), dated("b", "2012", "lose", "north", "vote")
    assert named(replace(first, times=(replace(first.times[0], of="vote"),)), second) == [["a: 2012", "b: 2012"]]
    this_year = replace(first.times[0], of="vote", text="this year")
    assert named(replace(first, times=(this_year,)), second) == []


def test_an_end_and_a_beginning_are_two() -> None:
    """ "Until 2012" is not "since 2012"."""
    first, second = dated("a", "2012", "rule", "north", since=True), dated("b", "2012", "rule", "north")
    until = replace(second, times=(replace(second.times[0], of="until"),))
    assert named(first, until) == []


def test_a_number_told_once_in_each_is_of_one_thing_where_the_sentences_are_alike() -> None:
    """Sixteen houses that burnt are sixteen that were lost."""
    assert named(counting("a", 16, "burn", "village"), counting("b", 16, "lose", "village")) == [["a: 16", "b: 16"]]
    assert named(counting("a", 16, "burn", "village"), counting("b", 16, "sell", "agent")) == []


def test_a_large_number_told_once_in_each_is_of_one_thing_whatever_else_is_told() -> None:
    """ "The storm destroyed 340 houses", "insurers are asked to pay for 340 houses"."""
    assert named(counting("a", 340, "destroy", "storm"), counting("b", 340, "pay", "insurer")) == [["a: 340", "b: 340"]]


def test_one_sum_is_one_whatever_it_is_told_to_be() -> None:
    """ "85,000 euros in damages" and "has to pay 85,000 euros"; two round sums may be two."""

    def paid(article: str, sum_: float, attribute: str, *around: str) -> Claim:
        claim = counting(article, 0, *around)
        return replace(claim, quantities=(Quantity("sum", Span(20, 22), sum_, sum_, sum_, "=", "euro", None, "money", 1.0, attribute),))

    assert len(named(paid("a", 85_000, "damages", "award", "mother"), paid("b", 85_000, "salary", "pay", "guard"))) == 1
    assert named(paid("a", 80_000, "damages", "award", "mother"), paid("b", 80_000, "salary", "pay", "guard")) == []


def test_a_length_of_time_is_a_number_as_well() -> None:
    """ "Eight days of rain" and "rained for eight days" agree on how many days and on how long."""

    def lasting(article: str, lemma: str) -> Claim:
        claim, span = counting(article, 8, lemma, "rain"), Span(20, 22)
        days = replace(claim.quantities[0], unit="day", of=None, kind="measure")
        return replace(claim, quantities=(days,), times=(Time("8 days", span, "DURATION", "P8D"),))

    groups = groups_of_named((lasting("a", "flood"), lasting("b", "drown"), *OTHERS), (STORY,), {})
    assert [(len(group), len(group[0].quantities), len(group[0].times)) for group in groups] in ([(2, 1, 0), (2, 0, 1)], [(2, 0, 1), (2, 1, 0)])
    assert len({claim.id for group in groups for claim in group}) == 4


def test_one_number_of_two_attributes_is_two() -> None:
    """ "12 were injured" and "12 were arrested" are not one twelve."""
    claims = counting("a", 12, "riot", "police"), counting("b", 12, "march", "police")
    apart = [
        replace(claim, quantities=(replace(claim.quantities[0], attribute=what),)) for claim, what in zip(claims, ("injured", "arrests"), strict=True)
    ]
    assert named(*apart) == []


def test_when_it_was_said_is_not_when_it_was() -> None:
    """ "Died on Thursday" and "told reporters on Thursday" give two times of one day."""
    assert named(dated("a", "2024-06-13", "die", "singer", "friend"), dated("b", "2024-06-13", "say", "singer", "friend")) == []


FIRST = """Fire damages the town library of Orvela

A fire damaged the town library of Orvela on Tuesday. Staff were alerted by a smoke detector. Nobody was hurt in the blaze at the library of Orvela.
"""
SECOND = """Town library of Orvela burns

The town library of Orvela was damaged by a fire on Tuesday. Smoke rose to the upper floor and set off a smoke detector there.
"""


def test_a_detail_is_an_alignment_with_claims_of_its_own() -> None:
    """The report says that both name the detector, in a claim that points to the one it was taken from, and explains it."""
    articles = [Article("a", FIRST, "1", published="2024-06-12"), Article("b", SECOND, "2", published="2024-06-12")]
    report = compared(articles, {article.id: claims_in(article) for article in articles})
    claims = {claim.id: claim for claim in report.claims}
    details = [one for one in report.alignments if claims[one.claims[0]].predicate.kind == "named"]
    found = next(one for one in details if "detector" in one.question)
    assert (found.question, found.verdict, found.articles) == ("What is told of the smoke detector?", Verdict.AGREEMENT, ("a", "b"))
    assert all(claims[claims[name].about or ""].sentence == claims[name].sentence for name in found.claims)
    assert explained(report, found.id).alignment == found
