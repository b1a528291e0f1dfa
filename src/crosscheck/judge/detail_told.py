"""Do two details of what happened exclude each other: the size of a crowd, a year, a cause of death, who found the dead?

As in judge/detail.py each rule is of one kind of detail, and whoever asks has made sure that neither article states what the other does.
"""

from __future__ import annotations

import math

from crosscheck.extract.detail_nations import FLAG
from crosscheck.extract.detail_speakers import may_be_one_speaker
from crosscheck.extract.detail_years import LATER
from crosscheck.extract.lexicon import table_of
from crosscheck.extract.places import is_place, place_within, town_called
from crosscheck.extract.spelling import is_slip, sound_alike
from crosscheck.judge.circumstances import inside, plain
from crosscheck.judge.detail_happened import HAPPENED, are_of_two_days
from crosscheck.judge.detail_outcome import outcome_apart
from crosscheck.judge.detail_rule import DetailRule
from crosscheck.model.claim import Facet
from crosscheck.model.detail import Detail, Kind

SOON = 3  # years after one that "soon after" may be
TOLD_WORDS = 1  # that two sentences on one year have in common besides the person
NATION_WORDS = 2  # that two sentences on as many people have in common
MISCOUNT, SHOT_WORDS = 2, 2  # people by whom two totals of one shooting differ at most, and words that their sentences share: reports recall others
INTENT_WORDS = 2  # that two sentences on what was meant or not have in common
KIND_WORDS = 3  # that two sentences on as many things of two kinds have in common
ONE_WORD = 1  # that two sentences on the flag of a ship have in common
STEP_WORDS = 2  # and two on how many doors or blocks away something was
CROWDS = 1.15  # times by which two counts of a crowd must differ beyond what their words allow


def _crowd(one: Detail, other: Detail) -> str | None:
    small, large = sorted((one, other), key=lambda detail: (_ends(detail), detail.article))
    if _ends(small)[1] * CROWDS > _ends(large)[0] or are_of_two_days(one, other):
        return None
    return f"One source counts {one.text.lower()} in {one.thing_text}, another {other.text.lower()}."


def _ends(detail: Detail) -> tuple[float, float]:
    low, high = detail.value.split()
    return (0.0 if low == "-" else float(low), math.inf if high == "-" else float(high))


def _sum(one: Detail, other: Detail) -> str | None:
    return f"Of {one.thing_text} one source says {one.text}, another {other.text}."


# when


def _work(one: Detail, other: Detail) -> str | None:
    return f"One source dates {one.thing_text} {one.text}, another {other.text}." if one.value != other.value else None


def _year(one: Detail, other: Detail) -> str | None:
    low, high = sorted((_years(one), _years(other)))
    if len(one.words & other.words) < TOLD_WORDS or low[1] >= high[0]:
        return None  # "in the 1940s", "in 1947"
    return f"One source gives {_dated(one)} for it, another {_dated(other)}."


def _years(detail: Detail) -> tuple[int, int]:
    """The first and the last that are meant: of a decade, and of a time shortly after a year."""
    if detail.value.endswith(LATER):
        year = int(detail.value.removesuffix(LATER))
        return year, year + SOON
    return int(detail.value.ljust(4, "0")), int(detail.value.ljust(4, "9"))


def _dated(detail: Detail) -> str:
    return f"“{detail.text}” of {detail.value.removesuffix(LATER)}" if detail.value.endswith(LATER) else detail.text


# deaths and arrests


def _toll(one: Detail, other: Detail) -> str | None:
    if not one.thing_text:
        apart = abs(int(one.value) - int(other.value)) > MISCOUNT or len(one.words & other.words) < SHOT_WORDS
        return None if apart else f"Of how many were shot one source says “{plain(one.text)}”, another “{plain(other.text)}”."
    return f"Beside {one.thing_text} killed, one source says “{plain(one.text)}”, another “{plain(other.text)}”."


def _cause(one: Detail, other: Detail) -> str | None:
    joint = any({one.value, other.value} == set(pair) for pair in table_of("detail_deaths")["words"]["joint"])
    return None if joint else f"Of how {one.thing_text} died one source says “{plain(one.text)}”, another “{plain(other.text)}”."


def _nation(one: Detail, other: Detail) -> str | None:
    if len(one.words & other.words) < (ONE_WORD if one.thing == FLAG else NATION_WORDS):
        return None
    return f"One source speaks of {inside(one.text)}, another of {inside(other.text)}."


def _ages(one: Detail, other: Detail) -> str | None:
    if (int(one.value) > int(one.thing)) != (int(other.value) > int(one.thing)):
        return None  # "boys aged 9 and 12" are 11 and 14 two years later
    return f"Beside {one.thing_text} one source gives the age {plain(one.text)}, another {plain(other.text)}."


def _times(one: Detail, other: Detail) -> str | None:
    return f"Of {one.thing_text} one source says “{plain(one.text)}”, another “{plain(other.text)}”."


def _doors(one: Detail, other: Detail) -> str | None:
    if len(one.words & other.words) < STEP_WORDS:
        return None
    return f"One source says {plain(one.text)}, another {plain(other.text)}."


def _finder(one: Detail, other: Detail) -> str | None:
    if any({one.value, other.value} == set(pair) for pair in table_of("detail_scenes")["joint_finders"]):
        return None
    return f"One source says that {inside(one.text)} {one.thing_text}, another that {inside(other.text)} did."


def _speaker(one: Detail, other: Detail) -> str | None:
    said = f"One source has {inside(one.text)} say “{plain(one.thing_text)}”, another {inside(other.text)}."
    return None if may_be_one_speaker(one.value, other.value) else said


def _birth(one: Detail, other: Detail) -> str | None:
    """Two towns that the gazetteer knows, or neither of which it knows: a village that it lacks may lie by a town."""
    towns = [town_called(detail.value) for detail in (one, other)]
    if towns[0] == towns[1] != "" or bool(towns[0]) != bool(towns[1]) or (not any(towns) and (is_place(one.value) or is_place(other.value))):
        return None
    names = one.value, other.value
    if place_within(*names) or place_within(*reversed(names)) or is_slip(*names) or sound_alike(*names):
        return None
    return f"One source has {one.thing_text} born in {one.text}, another in {other.text}."


def _means(one: Detail, other: Detail) -> str | None:
    """Of a family of kinds, two that are not told of one thing."""
    family = table_of("detail_means")["families"][one.thing.partition(" ")[0]]
    if len(one.words & other.words) < family.get("shared", 0):
        return None
    if any({one.value, other.value} == set(pair) for pair in family["joint"]):
        return None
    return f"One source says “{plain(one.text)}”, another “{plain(other.text)}”."


def _damage(one: Detail, other: Detail) -> str | None:
    if (one.scope and other.scope and one.scope != other.scope) or not one.words & other.words:
        return None  # of a church and of a shop
    return f"Of the damage one source says “{plain(one.text)}”, another “{plain(other.text)}”."


def _intent(one: Detail, other: Detail) -> str | None:
    return f"One source says “{plain(one.text)}”, another “{plain(other.text)}”." if len(one.words & other.words) >= INTENT_WORDS else None


def _kind(one: Detail, other: Detail) -> str | None:
    return f"One source speaks of {inside(one.text)}, another of {inside(other.text)}." if len(one.words & other.words) >= KIND_WORDS else None


def _dwelling(one: Detail, other: Detail) -> str | None:
    if any({one.value, other.value} == set(pair) for pair in table_of("detail_scenes")["joint"]):
        return None
    return f"One source places it {plain(one.text)}, another {plain(other.text)}."


TOLD: tuple[DetailRule, ...] = (
    DetailRule(
        "detail.crowd",
        Kind.CROWD,
        Facet.QUANTITY,
        "They count the people who marched or rallied in a town so differently that both cannot be right.",
        ("some 30,000 people marched through Lefkos", "the march in Lefkos was attended by 80,000"),
        "How many people marched in {name}?",
        _crowd,
    ),
    DetailRule(
        "detail.sum",
        Kind.SUM,
        Facet.QUANTITY,
        "They put one thing at two sums of money that no rate of exchange of their years makes one.",
        ("a ransom of $2 million was paid for the crew", "paid a ransom of 5 million euros for the crew"),
        "What sum is given for “{name}”?",
        _sum,
        0.7,
    ),
    DetailRule(
        "detail.work",
        Kind.WORK,
        Facet.TIME,
        "They give two years to a film, a book or another work.",
        ("the 2006 film The Long Ferry", "the 2008 film The Long Ferry"),
        "Of which year is {thing}?",
        _work,
    ),
    DetailRule(
        "detail.year",
        Kind.YEAR,
        Facet.TIME,
        "They give two years to one thing that a person did.",
        ("Osk joined the harbour police in 1998", "in 2001 Osk joined the harbour police"),
        "In which year {clause}?",
        _year,
        0.7,
    ),
    DetailRule(
        "detail.cause",
        Kind.CAUSE,
        Facet.TYPE,
        "They give two causes of a death that are not told of one.",
        ("Osk died of pneumonia", "Osk died of a heart attack"),
        "Of what did {name} die?",
        _cause,
    ),
    DetailRule(
        "detail.times",
        Kind.TIMES,
        Facet.QUANTITY,
        "They say how often something was done by or to a person, and differ.",
        ("Osk was married twice", "Osk was married three times"),
        "How often was {thing} {clause}?",
        _times,
    ),
    DetailRule(
        "detail.doors",
        Kind.DOORS,
        Facet.PLACE,
        "They place it a different number of doors, houses or blocks away.",
        ("the van was found two blocks from the bank", "the van was found four blocks from the bank"),
        "How far away was it?",
        _doors,
    ),
    DetailRule(
        "detail.finder",
        Kind.FINDER,
        Facet.AGENT,
        "They have the dead found, or something noticed, by two kinds of people.",
        ("a jogger found the body", "police found the body"),
        "Who {name}?",
        _finder,
        0.6,
    ),
    DetailRule(
        "detail.speaker",
        Kind.SPEAKER,
        Facet.AGENT,
        "They give the same quoted words to two persons by name.",
        ("“This harbour is finished for good,” said Karl Osk", "“This harbour is finished for good,” said Piet Adler"),
        "Who said “{name}”?",
        _speaker,
        0.7,
    ),
    DetailRule(
        "detail.birth",
        Kind.BIRTH,
        Facet.PLACE,
        "They have a person born in two towns.",
        ("Osk was born in Lefkos", "Osk, born in Korva, retired"),
        "Where was {thing} born?",
        _birth,
        0.7,
    ),
    DetailRule(
        "detail.means",
        Kind.MEANS,
        Facet.TYPE,
        "They tell of two weapons of one attack, two causes of one fire or two bones that a person broke.",
        ("he shot the guard with a pistol", "he shot the guard with a hunting rifle"),
        "{clause}?",
        _means,
        0.7,
    ),
    DetailRule(
        "detail.dwelling",
        Kind.DWELLING,
        Facet.PLACE,
        "They have a person arrested, shot or hiding in two kinds of place.",
        ("Osk was arrested at a hotel", "Osk was arrested in a flat"),
        "Where {clause}?",
        _dwelling,
    ),
    DetailRule(
        "detail.damage",
        Kind.DAMAGE,
        Facet.TYPE,
        "One has a building ruined, the other hardly touched.",
        ("the storm destroyed the school", "the storm left the school largely intact"),
        "How badly was it damaged?",
        _damage,
        0.6,
    ),
    DetailRule(
        "detail.intent",
        Kind.INTENT,
        Facet.TYPE,
        "One has it happen by accident, the other done on purpose.",
        ("Osk was shot accidentally", "Osk was shot deliberately"),
        "Was it an accident?",
        _intent,
        0.6,
    ),
    DetailRule(
        "detail.outcome",
        Kind.OUTCOME,
        Facet.POLARITY,
        "They have it come out in two ways of which only one can be: nobody hurt and people injured, guilty and not guilty.",
        ("Nobody was hurt when the depot burned", "three dockers were injured when the depot burned"),
        "{clause}?",
        outcome_apart,
        0.7,
    ),
    DetailRule(
        "detail.kind",
        Kind.KIND,
        Facet.TYPE,
        "They speak of as many things of two kinds.",
        ("the circus brought three lions and a tent", "the circus brought three tigers and a tent"),
        "Of what kind were the {name}?",
        _kind,
        0.6,
    ),
    *HAPPENED,
    DetailRule(
        "detail.toll",
        Kind.TOLL,
        Facet.QUANTITY,
        "They have as many killed, but not as many hurt, in reports that are not of two days.",
        ("killing two people and wounding a third", "killing two people and wounding two others"),
        "How many were shot or hurt?",
        _toll,
        0.7,
    ),
    DetailRule(
        "detail.nation",
        Kind.NATION,
        Facet.TYPE,
        "They give as many people, or the flag of a ship, to other nations.",
        ("the coast guard seized 14 Norvian smugglers", "the coast guard seized 14 Norvian and Tarvian smugglers"),
        "{clause}?",
        _nation,
        0.7,
    ),
    DetailRule(
        "detail.ages",
        Kind.AGES,
        Facet.QUANTITY,
        "Of the ages of two people they give one alike and the other not.",
        ("two men, aged 66 and 39", "two men, 71 and 39 years old"),
        "How old is the other, beside {name}?",
        _ages,
        0.7,
    ),
)
