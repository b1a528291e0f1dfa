"""What does an article name, and in how many ways may another name it?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from crosscheck.align.values import one_word_for
from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.names import folded
from crosscheck.extract.predicates import predicate_class
from crosscheck.model.claim import Argument, Claim, Facet, Quantity, Span, Thing, Time
from crosscheck.values import dataclass

# Share of the rarer other words of both sentences from which on a detail that is not named whole in both is one. Of pairs on ten stories of the
# training topics of ECB+ that were marked fact by fact, 29 of 100 speak of one fact below .1, 68 at .1, 83 at .2; of those that name it whole 94.
ALIKE = 0.2
# The same for numbers, for dates and lengths, and for the years in which two things began. Of those told once in each, 648 of 656 numbers of these
# stories are of one fact from .1 on, and 156 of 163 times from .3 on; the years of beginnings are too few to count.
NUMBERS, TIMES, STARTS = 0.1, 0.35, 0.15
# From which on a count of one thing, or a sum that is not round, says so much that two sentences need share nothing else: of the pairs that this
# adds on the marked stories of ECB+'s training topics all (five) are of one fact.
TELLING = 20
MANY = 1000  # of something told in two ways ("visitors", "spectators")

Value = Argument | Quantity | Time
Place = tuple[str, Span, str]  # the article, where, and what stands there: a "number", a "time" or a "thing"


class Phrase(NamedTuple):
    """What two reports may both name: its noun alone ("the house"), or the whole of it ("the Palmer house"), in folded words.

    A number or a time has no head. `least` is what else the sentences must share. `sort` is "trait" ("suspicious"), "deed" (a kind of event:
    "kill") or "" for the others.
    """

    whole: bool
    words: str
    head: str
    least: float = ALIKE
    sort: str = ""

    @property
    def kind(self) -> str:
        """ "whole", "head" (the noun alone), "value" (a number or a time), "trait" or "deed"."""
        return self.sort or ("whole" if self.whole else "head" if self.head else "value")


@dataclass(frozen=True, slots=True)
class Naming:
    """Where an article names a detail: the claim and its argument, number or time."""

    claim: Claim
    value: Value

    @property
    def place(self) -> Place:
        return self.claim.article, self.value.span, self.sort

    @property
    def sort(self) -> str:
        """ "number", "time" or "thing": "eight days" is the first two, and reports that agree on it agree on both."""
        return "number" if isinstance(self.value, Quantity) else "time" if isinstance(self.value, Time) else "thing"


Told = Mapping[tuple[str, Phrase], Sequence[Naming]]  # by article
Things = Mapping[str, Sequence[Thing]]  # by article


def told_in(claims: Sequence[Claim], things: Things) -> Told:
    """Every detail that the claims name: numbers and times by their value; of the articles of `things` arguments by the ways to name them as well,
    and the things and deeds of the claims' sentences.
    """
    events = {(claim.article, claim.predicate.span.end) for claim in claims if claim.predicate.kind == "noun"}
    told: dict[tuple[str, Phrase], list[Naming]] = defaultdict(list)
    for claim in claims:
        for value, words in _values(claim):
            told[claim.article, words].append(Naming(claim, value))
        for argument in claim.arguments if claim.article in things else ():
            if (claim.article, argument.span.end) in events or any(argument.span.touches(time.span) for time in claim.times):
                continue  # "the explosion" is an event, and aligned as one; "said Saturday" names nothing
            for phrase in phrases_in(argument):
                told[claim.article, phrase].append(Naming(claim, argument))
    for claim, mention in _mentioned(claims, things):
        for phrase in phrases_in(mention):
            told[claim.article, phrase].append(Naming(claim, mention))
    for claim, argument in _placed(claims, things):
        for phrase in phrases_in(argument) if not (argument.slot and argument.head in _small("traits")) else ():
            told[claim.article, phrase._replace(sort=argument.slot)].append(Naming(claim, argument))
    for claim in claims:
        deed = deed_of(claim) if claim.article in things else None
        if deed is not None:
            kind = predicate_class(claim.predicate.lemma, claim.predicate.kind) or claim.predicate.lemma
            told[claim.article, Phrase(False, kind, kind, sort="deed")].append(Naming(claim, deed))
    return told


def deed_of(claim: Claim) -> Argument | None:
    """What the claim tells of, as something to name; None for a word that says little ("took") or that somebody says something."""
    predicate = claim.predicate
    if predicate.kind not in ("verb", "noun") or predicate.lemma in words_of("bearing", "empty_deeds") or _is_saying(claim):
        return None
    return Argument(Facet.POLARITY, predicate.text, predicate.span, predicate.lemma)


def _placed(claims: Sequence[Claim], things: Things) -> Iterator[tuple[Claim, Argument]]:
    """The things that the claims' sentences speak of, each with the first claim whose clause holds it, or else the first of its sentence."""
    of: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.is_mention):  # one that states something, where the sentence has one
        of[claim.article, claim.sentence].append(claim)
    for article, told in things.items():
        for thing in told:
            near = of.get((article, thing.sentence), ())
            home = next((claim for claim in near if claim.span.holds(thing.argument.span)), near[0] if near else None)
            if home is not None:
                yield home, thing.argument


def _mentioned(claims: Sequence[Claim], things: Things) -> Iterator[tuple[Claim, Argument]]:
    """What is mentioned in passing ("came amid a drought") as something to name: in another report it stands in a role ("the drought broke")."""
    for claim in claims:
        if claim.predicate.kind == "mention" and claim.article in things:
            predicate = claim.predicate
            yield claim, Argument(Facet.TYPE, predicate.text, predicate.span, predicate.lemma)


def _values(claim: Claim) -> Iterator[tuple[Value, Phrase]]:
    """The claim's numbers and times as phrases: "since 2012" and "began in 2012" are one, "until 2012" is another."""
    for quantity in claim.quantities:
        if quantity.kind in _NUMBERS and quantity.value is not None:
            yield quantity, Phrase(False, f"{quantity.value:g} {_counted(quantity)} {quantity.kind}", "", _least(quantity))
    for time in claim.times:
        if time.value.endswith("_REF") or time.value.startswith("PX"):
            continue  # "now" and "for days" are no times that two reports could name
        start = time.of == "since" or (time.of is None and predicate_class(claim.predicate.lemma, claim.predicate.kind) == "begin")
        bound = "since" if start else time.of or ""
        yield time, Phrase(False, f"{bound} {time.type} {time.value}".strip(), "", STARTS if start and time.type == "DATE" else TIMES)
        for day in _days(time):
            yield time, Phrase(False, f"day {day}", "", TIMES)


def _counted(quantity: Quantity) -> str | None:
    """What it measures or counts; of many, visitors are people."""
    noun = one_word_for((quantity.of or "").rpartition(" ")[2].lower())
    is_crowd = (quantity.value or 0.0) >= TELLING and noun in words_of("person_titles", "person")
    return quantity.unit or ("people" if is_crowd else noun) or quantity.attribute


def _least(quantity: Quantity) -> float:
    """What the sentences must share besides: nothing where the number says enough ("85,000 euros", "240 sailors")."""
    number = quantity.value or 0.0
    if (quantity.kind == "money" and _is_telling(number)) or (quantity.kind == "count" and quantity.of and number >= TELLING):
        return 0.0
    return ALIKE if quantity.kind == "measure" else NUMBERS


def _is_telling(number: float) -> bool:
    """Hardly any other sum of a story is the same: it has two digits or more that are not nought."""
    return number >= TELLING and len(f"{number:.6e}".partition("e")[0].rstrip("0").replace(".", "")) > 1


def _days(time: Time) -> Iterator[str]:
    """The day that a date or an hour is of, with and without its year: "on Sunday", "at 6.40pm on Sunday night", "on May 3", "on 3 May 2019"."""
    if time.type not in ("DATE", "TIME") or (time.of and time.type == "DATE"):
        return
    day = time.value.partition("T")[0]
    if _is_day(day):
        yield day
        if day[:4].isdigit() and "W" not in day:
            yield f"XXXX{day[4:]}"


def _is_day(value: str) -> bool:
    return len(value) in (9, 10) and value[-1].isdigit() and value.count("-") == 2


_NUMBERS = ("age", "count", "money", "percent", "measure", "fraction")


def phrases_in(argument: Argument) -> tuple[Phrase, ...]:
    """The ways in which an argument may be named in another claim; none for a pronoun."""
    return _phrases(argument.text, argument.head, argument.entity if argument.name else None)


@lru_cache(maxsize=65536)
def _phrases(text: str, head: str, entity: str | None) -> tuple[Phrase, ...]:
    words = [word for word in (word.strip(".,;:\"'“”‘’()") for word in folded(text).split()) if word and word not in _small()]
    head = (folded(head).split() or [""])[-1]
    if not words or head in _small() or is_pronoun(text):
        return ()
    found = [Phrase(False, head, head)]
    if entity:
        found.append(Phrase(True, folded(entity), head))
    if len(words) > 1:
        found.append(Phrase(True, " ".join(sorted({head if word[:4] == head[:4] else word for word in words})), head))
    return tuple(found)


def is_pronoun(text: str) -> bool:
    return folded(text) in words_of("entities", "pronouns") and not (len(text) > 1 and text.isupper())  # "who", not "WHO"


@cache
def _small(which: str = "small") -> Collection[str]:
    return frozenset(table_of("alignment")["named"][which].split())


def may_be_one(left: Naming, right: Naming) -> bool:
    """Whether neither can be told from the other: "12 were injured" and "12 arrested", "died" and "said on Thursday", "a van" and "vans" can."""
    if isinstance(left.value, Argument) and isinstance(right.value, Argument) and _other_many(left.value, right.value):
        return False
    if is_deed(left.value) and (left.claim.polarity, left.claim.modality) != (right.claim.polarity, right.claim.modality):
        return False
    return not _other_attribute(left.value, right.value) and not (isinstance(left.value, Time) and _is_saying(left.claim) != _is_saying(right.claim))


def is_deed(value: Value) -> bool:
    return isinstance(value, Argument) and value.facet is Facet.POLARITY


def _other_many(left: Argument, right: Argument) -> bool:
    """One and several, or another: of such pairs on the ten marked stories 50 of 100 speak of one fact, of others 80."""
    if left.name or right.name:
        return False
    return is_plural(left) != is_plural(right) or _is_other(left.text) != _is_other(right.text)


def is_plural(argument: Argument) -> bool:
    """Whether its noun is said in the plural."""
    return _is_plural(argument.text, argument.head)


@lru_cache(maxsize=65536)
def _is_plural(text: str, head: str) -> bool:
    noun = (folded(head).split() or [""])[-1]
    said = [word for word in folded(text).replace("-", " ").split() if word[:3] == noun[:3]]
    return bool(said) and said[-1].endswith("s") and said[-1] != noun


def _is_other(text: str) -> bool:
    return any(word in _small("others") for word in folded(text).split())


def _other_attribute(left: Value, right: Value) -> bool:
    """Of two attributes; of one sum it may be told as damages and as what is paid."""
    one, other = (value.attribute if isinstance(value, Quantity) and not _is_sum(value) else None for value in (left, right))
    return one is not None and other is not None and one != other


def _is_sum(quantity: Quantity) -> bool:
    """Money, or so many of something, that no other number of a story is."""
    return (quantity.kind == "money" or (quantity.value or 0.0) >= MANY) and _is_telling(quantity.value or 0.0)


def _is_saying(claim: Claim) -> bool:
    return predicate_class(claim.predicate.lemma, claim.predicate.kind) == "say"
