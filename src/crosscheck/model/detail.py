"""What is a detail: something small that an article states of a named thing, such as how it is spelt or which number its house has?"""

from __future__ import annotations

from enum import StrEnum

from crosscheck.model.claim import Span
from crosscheck.values import dataclass


class Kind(StrEnum):
    """What is stated."""

    NAME = "name"  # of a person: the first name
    RANK = "rank"  # of a person, before the name
    WEIGHT = "weight"
    CONDITION = "condition"  # of a patient
    STREET = "street"  # its name
    NUMBER = "number"  # of a house or block in a street
    CROSSING = "crossing"  # the other street
    PHONE = "phone"
    BEARING = "bearing"  # how far and in which direction from a place
    PART = "part"  # in which part of a country a place lies
    COUNT = "count"  # of things: one or several
    CROWD = "crowd"  # people who march or rally in a town
    WORK = "work"  # the year of a film, a book, an album
    YEAR = "year"  # of what a person did
    CAUSE = "cause"  # of a death
    DOORS = "doors"  # how many houses or doors away something was
    FINDER = "finder"  # who found or noticed something
    DWELLING = "dwelling"  # the kind of place in which somebody was arrested, shot or hiding
    DAY = "day"  # of the week on which something happened
    CLOCK = "clock"  # the time of day at which something happened
    AGES = "ages"  # of one of two people, by the age of the other
    NATION = "nation"  # of so many people
    TOLL = "toll"  # how many were hurt where so many were killed
    TIMES = "times"  # how often a person did something
    DAMAGE = "damage"  # of a building: ruined or hardly touched
    INTENT = "intent"  # of a death, a fire or a crash: an accident or done on purpose
    KIND = "kind"  # of so many things
    LAPSE = "lapse"  # how long ago something happened, or how long before what is told
    OUTCOME = "outcome"  # in which of two ways it came out: hurt or unhurt, guilty or not
    SUM = "sum"  # of money, by what it is of
    DUE = "due"  # by when something is to be over or ready
    LASTING = "lasting"  # for how many days something has gone on that goes on
    FIGURE = "figure"  # that a body gives of what is measured once, as a magnitude
    FEW = "few"  # of things: two or several
    STATE = "state"  # of a thing, in one of two: open or closed
    DENIED = "denied"  # what somebody did, or did not
    LOCATED = "located"  # in which country a known place lies
    MEASURE = "measure"  # what one happening has once: how deep a quake was
    SPEAKER = "speaker"  # who said what is quoted
    BIRTH = "birth"  # the town in which a person was born
    MEANS = "means"  # with what something was done, or what brought it about
    VALUE = "value"  # of what a story has one of: the turnout, the price
    DATED = "dated"  # when something was done that is done once
    DEED = "deed"  # how many of a thing were seized, burnt or sent
    # By their values these come after the others, so that what a rule of one thing finds is told by that rule.
    AMOUNT = "worth"  # of whom or what a report tells: its revenue, its share of the vote
    FACT = "what"  # of the same: who founded it, whether it was approved
    DATE = "when"  # of the same: when it opens, since when somebody is in office


@dataclass(frozen=True, slots=True)
class Detail:
    """One detail as one sentence states it.

    `thing` is what it is stated of, folded, and details meet by it; `thing_text` are the words for it in a reason. `value` is the detail in the form
    in which it is compared, folded, and `number` the same where it is one, in one unit; `scope` what it lies in where a part of it is meant (the
    country of "northern Mali"), what was done ("did Osk retire"), names between the first and the last, the year of the article, or a time zone.
    `text` and `span` are the words that state it. `exact` is false after "about" and where words leave open how many there are. `words` are what else
    the sentence names, folded.
    """

    kind: Kind
    article: str
    sentence: int
    thing: str
    thing_text: str
    value: str
    text: str
    span: Span
    number: float | None = None
    exact: bool = True
    words: frozenset[str] = frozenset()
    scope: str = ""
