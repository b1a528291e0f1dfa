"""Do two details that are numbers exclude each other, or does one replace the other: days that something goes on, a figure, how many of a thing?

As in judge/detail.py each rule is of one kind of detail, and whoever asks has made sure that neither article states what the other does.
"""

from __future__ import annotations

from crosscheck.extract.detail_deeds import interval, is_further
from crosscheck.extract.detail_sentences import singular
from crosscheck.judge.circumstances import inside, plain
from crosscheck.judge.counted import Relation, head_relation
from crosscheck.judge.detail_rule import DetailRule
from crosscheck.judge.limits import SCALES
from crosscheck.model.claim import Facet
from crosscheck.model.detail import Detail, Kind
from crosscheck.model.verdict import Verdict

FEW_WORDS, FEW_SHARE = 2, 0.3  # words that two sentences must share besides, and what share of the shorter one's, where two are set against several
STEM = 5  # letters by which two sentences share a word, of which one is enough where they tell of one deed done to one kind of thing


def _lasting(one: Detail, other: Detail) -> str | None:
    """Of what goes on the longer time is the later one, unless the reports are of one day or the other way round: then one of them is wrong, or of
    another beginning ("the fourth day of rioting", "after six days of unrest" on the same evening).
    """
    early, late = sorted((one, other), key=lambda detail: (_days(detail), detail.article))
    if _days(early)[1] >= _days(late)[0] or (early.scope and late.scope and early.scope >= late.scope):
        return None
    return f"“{plain(late.text)}” is the later count; “{plain(early.text)}” was reported before."


def _days(detail: Detail) -> tuple[int, int]:
    low, high = detail.value.split()
    return int(low), int(high)


def _figure(one: Detail, other: Detail) -> str | None:
    if abs((one.number or 0.0) - (other.number or 0.0)) > SCALES:
        return None  # of another quake
    return f"One source has {one.thing_text} give {plain(one.text)}, another {plain(other.text)}."


def _few(one: Detail, other: Detail) -> str | None:
    common = one.words & other.words
    if len(common) < FEW_WORDS or len(common) < FEW_SHARE * min(len(one.words), len(other.words)):
        return None
    return f"One source speaks of {plain(one.text).lower()}, another of {plain(other.text).lower()}."


def _deed(one: Detail, other: Detail) -> str | None:
    few, many = sorted((one, other), key=lambda detail: (interval(detail), detail.article))
    if interval(few)[1] >= interval(many)[0] or not _is_as_wide(few, many):
        return None
    if _stems(one).isdisjoint(_stems(other)) and not is_further(one):
        return None
    return f"One source speaks of {inside(one.text)} {one.scope}, another of {inside(other.text)}."


def _measure(one: Detail, other: Detail) -> str | None:
    low, high = sorted((interval(one), interval(other)))
    return f"Of {one.scope} one source says {plain(one.text)}, another {plain(other.text)}." if low[1] < high[0] else None


def _value(one: Detail, other: Detail) -> str | None:
    return f"One source says {plain(one.text)}, another {plain(other.text)}."


def _stems(detail: Detail) -> frozenset[str]:
    return frozenset(word[:STEM] for word in detail.words)


def _is_as_wide(few: Detail, many: Detail) -> bool:
    """Whether all of the many are of those of which there are few: three speedboats of two boats, and not three boats of two speedboats."""
    return head_relation(singular(few.thing_text), singular(many.thing_text)) is not Relation.PART


COUNTED: tuple[DetailRule, ...] = (
    DetailRule(
        "detail.lasting",
        Kind.LASTING,
        Facet.QUANTITY,
        "They say for how many days something has gone on that goes on, and the longer time is the later one.",
        ("after four days of rioting", "on the sixth straight day of riots"),
        "For how many days had it gone on: {name}?",
        _lasting,
        0.7,
        Verdict.SUPERSEDED,
    ),
    DetailRule(
        "detail.figure",
        Kind.FIGURE,
        Facet.QUANTITY,
        "They have one body give two figures for what is measured once.",
        ("the Norvian Seismic Survey said it was of magnitude 6.4", "the NSS put the magnitude at 6.2"),
        "What did {name} measure?",
        _figure,
        0.7,
    ),
    DetailRule(
        "detail.few",
        Kind.FEW,
        Facet.QUANTITY,
        "One speaks of two things, the other of several of them.",
        ("the storm sank two ferries", "several ferries were sunk by the storm"),
        "How many {things} were there?",
        _few,
        0.6,
    ),
    DetailRule(
        "detail.deed",
        Kind.DEED,
        Facet.QUANTITY,
        "They say of two numbers of one thing that so many were seized, burnt, damaged or sent.",
        ("the navy seized two small boats", "three speedboats were seized by the navy"),
        "How many {things} were {clause}?",
        _deed,
        0.6,
    ),
    DetailRule(
        "detail.measure",
        Kind.MEASURE,
        Facet.QUANTITY,
        "They give two figures for what one happening has once.",
        ("the tremor lasted 20 seconds", "the shaking went on for about two minutes"),
        "{name}?",
        _measure,
        0.6,
    ),
    DetailRule(
        "detail.value",
        Kind.VALUE,
        Facet.QUANTITY,
        "They give one value each of what a story has one of, and the values exclude each other.",
        ("turnout was 61 percent", "turnout: 55 percent"),
        "{name}?",
        _value,
        0.6,
    ),
    DetailRule(
        "detail.amount",
        Kind.AMOUNT,
        Facet.QUANTITY,
        "They give one figure each for what a company, candidate, product or find of one name has once, and the figures exclude each other.",
        ("Orvel is buying Tarn for $3.2 billion", "Orvel will pay 2.8 billion dollars for Tarn"),
        "{name}?",
        _value,
        0.6,
    ),
    DetailRule(
        "detail.fact",
        Kind.FACT,
        Facet.TYPE,
        "They tell otherwise who founded, heads or won something, where it is or met, or how it came out.",
        ("the council of Lefkos approved the plan", "the council of Lefkos rejected the plan"),
        "{name}?",
        _value,
        0.6,
    ),
    DetailRule(
        "detail.date",
        Kind.DATE,
        Facet.TIME,
        "They give two days, months or years for what happens once: a vote, an oath of office, the sale of a product.",
        ("the phone goes on sale on 22 September", "the phone will be available from 29 September"),
        "{name}?",
        _value,
        0.6,
    ),
)
