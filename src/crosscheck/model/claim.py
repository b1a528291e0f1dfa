"""What is a claim, and which values does it state?

Spans are half-open `[start, end)` in Unicode code points of the article's text, and `text[start:end]` is the words quoted.
Intervals of numbers are closed or open as `mod` says; intervals of times are half-open. "Not stated" is None.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from crosscheck.values import dataclass


class Span(NamedTuple):
    """`[start, end)` in code points."""

    start: int
    end: int

    def touches(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


class Facet(StrEnum):
    """What can be compared in a claim."""

    QUANTITY = "quantity"
    TIME = "time"
    PLACE = "place"
    AGENT = "agent"
    PATIENT = "patient"
    RECIPIENT = "recipient"
    TYPE = "type"
    POLARITY = "polarity"


class Polarity(StrEnum):
    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Modality(StrEnum):
    ACTUAL = "actual"
    POSSIBLE = "possible"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    ALLEGED = "alleged"


class Stance(StrEnum):
    """What a source does with the content that it speaks of."""

    ASSERTS = "asserts"
    DENIES = "denies"
    CONFIRMS = "confirms"
    QUESTIONS = "questions"
    DECLINES = "declines"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the text as an interval with a unit.

    `value` is the number stated, None for a range and for "dozens" or "several". `low` and `high` bound what can be meant: for "=" both
    are the value, for ">" `high` is None, for "10-15" they are 10 and 15. `mod` is one of = ~ < > <= >= up down.
    `unit` is a canonical unit ("percent", "kilometre", "dollar", "ton", "year of age" …) or None for a bare count; `of` is the lemma
    phrase of what is counted or measured ("Mi-24P helicopter", "people", "grain"), or None. `kind` is count, measure, money, percent, ordinal,
    age, score, rate or multiple. `precision` is the size of the last digit written (25,000 -> 1000; 5.4 billion -> 1e8).
    `attribute` names the topic attribute that the quantity states ("deaths"), where a topic file knows one.
    """

    text: str
    span: Span
    value: float | None
    low: float | None
    high: float | None
    mod: str = "="
    unit: str | None = None
    of: str | None = None
    kind: str = "count"
    precision: float | None = None
    attribute: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: TIMEX3 `type` and `value`, and the half-open interval it stands for.

    `since` is inclusive and `until` exclusive, ISO 8601 dates or date-times; both are None where the interval is not known ("XXXX-03").
    For a DURATION they are its two ends where known. `mod` is a TIMEX3 mod (START, MID, END, APPROX, BEFORE, AFTER, MORE_THAN …) or None.
    `of` is what the time describes instead of the event: a noun ("report" in "the 2020 report") or a bound ("since", "until"); None where it
    dates the event itself.
    """

    text: str
    span: Span
    type: str
    value: str
    mod: str | None = None
    since: str | None = None
    until: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Some words of the article."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Argument:
    """Who or what fills a facet of the claim.

    `head` is the lemma of its head noun, or the name itself. `entity` is the article's canonical name of the entity, the same for
    "Goita", "Assimi Goïta" and "the head of the junta" where the text says so; None for what is no entity. `name` is the entity
    type (PER, ORG, LOC, MISC) or "". `also` holds the other ways in which the article speaks of it. `slot` tells arguments of one facet
    apart that must not be set side by side: a preposition ("from"), or the noun that a type or name describes ("helicopter").
    """

    facet: Facet
    text: str
    span: Span
    head: str
    entity: str | None = None
    name: str = ""
    also: tuple[str, ...] = ()
    slot: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it: source and cue where stated, the content, and the source's stance towards it.

    `content` may be in several pieces, in text order, when the cue interrupts it. `hedged` is true for "reportedly", "allegedly", "may".
    """

    source: Mention | None
    cue: Mention | None
    content: tuple[Span, ...]
    stance: Stance = Stance.ASSERTS
    anonymous: bool = False
    hedged: bool = False
    speaker: str | None = None  # the entity behind the source, with pronouns and titles resolved


@dataclass(frozen=True, slots=True)
class Predicate:
    """What the claim says of its arguments; `kind` is verb, noun (a nominal event), attribute (age, magnitude, role …), mention (an event of
    which nothing is said), named (a thing that other reports name as well, whatever is said of it) or retold (a deed that other reports tell of in
    other words, as another claim of the same words states it)."""

    text: str
    lemma: str
    span: Span
    kind: str = "verb"


@dataclass(frozen=True, slots=True)
class Claim:
    """One check-worthy proposition of one article.

    `span` is the clause that states it; `sentence` counts from 0. `terms` are the content lemmas of the sentence, sorted; they are context for
    alignment and never decide a verdict. `section` is "headline", "lead" or "body". `about` is the id of an earlier claim of the article
    of whose participant this one says more ("The helicopters were …").
    """

    id: str
    article: str
    text: str
    span: Span
    sentence: int
    predicate: Predicate
    topics: tuple[str, ...] = ()
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL
    arguments: tuple[Argument, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    attribution: tuple[Attribution, ...] = ()
    terms: tuple[str, ...] = ()
    section: str = "body"
    about: str | None = None

    @property
    def is_mention(self) -> bool:
        """Does it only name an event ("the scandal") or a thing? Such a claim says nothing, and is aligned apart from those that do."""
        return self.predicate.kind in ("mention", "named", "retold")

    def of(self, facet: Facet) -> tuple[Argument, ...]:
        """The arguments of one facet, in text order."""
        return tuple([argument for argument in self.arguments if argument.facet is facet])


@dataclass(frozen=True, slots=True)
class Entity:
    """A named or described thing of an article: every mention of it, its canonical name and type."""

    entity: str
    type: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """What the sentence of that number speaks of in no role of a claim: "with a bottle", "in a windowless cellar"."""

    sentence: int
    argument: Argument


@dataclass(frozen=True, slots=True)
class Extract:
    """All that was found in one article, whether it stands in a claim or not; what the cache keeps."""

    article: str
    sentences: tuple[Span, ...]
    entities: tuple[Entity, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    things: tuple[Thing, ...] = ()
