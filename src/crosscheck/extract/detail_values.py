"""Which values does a sentence give of what a story has one of: the turnout, the sentence, the crew, somebody's age?"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.names import bare_name
from crosscheck.extract.quantity_units import base_of
from crosscheck.extract.topics import catalogue
from crosscheck.model.claim import Claim, Entity, Facet, Mention, Modality, Polarity, Quantity, Stance
from crosscheck.model.detail import Detail, Kind

STEP = 0.05  # of a value, by which it may have been rounded at most: "120 billion euros" is no 115 billion
Person = tuple[Entity, Mention]
YEARS = "year of age"
PERSONS = ("PER", "")  # types of names
NAMED = "of "  # begins a word of a detail that is the name of whom or what its claim is about
_DOERS = (Facet.AGENT, Facet.PATIENT, Facet.RECIPIENT)
_TOLD = (Modality.ACTUAL, Modality.PLANNED, Modality.ALLEGED)


def values_in(sentence: Sentence, claims: Sequence[Claim], before: Sentence | None) -> Iterator[Detail]:
    """`value` is the least and the most that is meant in one unit; a sentence that begins with a pronoun tells of what the one before it names."""
    told = before.names() if before and not words_of("detail_values", "going_on").isdisjoint(sentence.forms[:1]) else frozenset()
    found: dict[tuple[str, str], Detail] = {}
    for claim in claims:
        if claim.is_mention or claim.polarity is Polarity.NEGATED or claim.modality not in _TOLD or _is_disowned(claim):
            continue
        for quantity in claim.quantities:
            for detail in _detail(sentence, claim, quantity, told):
                found.setdefault((detail.thing, detail.text), detail)
    return iter(found.values())


def ages_in(
    sentence: Sentence, quantities: Sequence[Quantity], about: Person | None, people: Sequence[Person], before: Sentence | None
) -> Iterator[Detail]:
    """An age of nobody who is named there: "the 44-year-old has a contract", "he died at the age of 84", of whom the article speaks.

    `people` are the persons mentioned up to the end of the sentence.
    """
    ages = [one for one in quantities if one.kind == "age" and one.unit == YEARS and one.value and _is_bounded(one)]
    if len(ages) != 1 or about is None or not _ages_barred().isdisjoint(sentence.forms):
        return
    inside = sentence.places(ages[0].span)
    strangers = any(sentence.span.holds(one[1].span) and one[0] is not about[0] for one in people)
    if not inside or strangers or not _is_of_the_subject(sentence, inside):
        return
    surname = bare_name(about[0].entity)[-1]
    words = sentence.names(sentence.forms[inside[0] : inside[-1] + 1]) | {NAMED + surname} | (before.names() if before else frozenset())
    dimension, low, high = ends_of(ages[0])
    question = f"How old is {about[0].entity}"
    found = sentence.detail(Kind.VALUE, (f"age {surname} {dimension}", question), f"{low:.8g} {high:.8g}", inside[0], inside[-1] + 1, words)
    yield replace(found, text=ages[0].text, span=ages[0].span, number=ages[0].value)


def _is_of_the_subject(sentence: Sentence, inside: Sequence[int]) -> bool:
    """ "The 44-year-old won", "he was 44", "at the age of 44", but not "a 44-year-old man" nor "the 44-year-old driver, Karl Osk"."""
    before, after = sentence.forms[max(0, inside[0] - 2) : inside[0]], sentence.words[inside[-1] + 1 : inside[-1] + 2]
    if before[-1:] == ("the",):
        return inside[0] == 1 and bool(after) and after[0].islower()
    return before == ("age", "of") or before[-1:] == ("aged",) or (before[:1] in (("he",), ("she",), ("who",)) and before[1:] in (("is",), ("was",)))


@cache
def _ages_barred() -> frozenset[str]:
    return words_of("detail_values", "elsewhen") | words_of("detail_values", "of_others")


def _is_disowned(claim: Claim) -> bool:
    return any(said.stance in (Stance.DENIES, Stance.QUESTIONS) for said in claim.attribution)


def _detail(sentence: Sentence, claim: Claim, quantity: Quantity, told: frozenset[str]) -> Iterator[Detail]:
    inside = sentence.places(quantity.span)
    stated = _thing(sentence, claim, quantity)
    if not inside or not stated or not _is_bounded(quantity):
        return
    if sentence.gaps[inside[0]].endswith(("(", "[")) and quantity.kind == "money":
        return  # "110 billion euros ($141 billion)"
    if not words_of("detail_values", "others").isdisjoint(sentence.forms[: inside[0]]) or is_further(sentence, inside):
        return
    thing, named = stated
    if thing in words_of("detail_values", "with_room") and not words_of("detail_values", "room").isdisjoint(sentence.forms):
        return
    words = sentence.names(sentence.forms[inside[0] : inside[-1] + 1]) | _names(claim) | told
    dimension, low, high = ends_of(quantity)
    found = sentence.detail(
        Kind.VALUE, (f"{thing} {dimension}", _question(quantity, named)), f"{low:.8g} {high:.8g}", inside[0], inside[-1] + 1, words
    )
    yield replace(found, text=quantity.text, span=quantity.span, number=quantity.value)


def is_further(sentence: Sentence, inside: Sequence[int]) -> bool:
    """Whether it comes on top of another one: "and two more days in hospital"."""
    near = sentence.forms[max(0, inside[0] - 1) : inside[-1] + 2]
    return "than" not in near and not words_of("detail_values", "further").isdisjoint(near)


def _is_bounded(quantity: Quantity) -> bool:
    """Whether it says what the number is, or that it is more or less than one; "up to" and "at least" leave room for what others count."""
    if quantity.mod in ("=", "~"):
        return bool(quantity.low and quantity.high)
    is_round = quantity.attribute in words_of("detail_values", "round")
    return is_round and quantity.mod in (">", "<") and bool(quantity.low or quantity.high)


def _thing(sentence: Sentence, claim: Claim, quantity: Quantity) -> tuple[str, str] | None:
    """The attribute, of a person's with the surname, and the words for it."""
    attribute = _alike().get(quantity.attribute or "", quantity.attribute or "")
    if attribute in words_of("detail_values", "once"):
        running = any(one.running for one in catalogue().attributes(attribute))
        noun = (quantity.of or "").casefold().split()[-1:] if attribute in words_of("detail_values", "by_noun") else []
        return None if running else (" ".join((attribute, *noun)), attribute.replace("_", " "))
    if attribute not in words_of("detail_values", "own") or claim.predicate.kind != "attribute":
        return None
    if not words_of("detail_values", "elsewhen").isdisjoint(sentence.forms):
        return None
    owner = next((one for one in claim.of(Facet.AGENT) if one.entity and one.name in PERSONS), None)
    if owner is None or owner.entity is None:
        return None
    surname = bare_name(owner.entity)[-1]
    return (f"{attribute} {surname}", f"{attribute} of {owner.entity}") if surname in bare_name(owner.text) else None  # not "the man, 38"


@cache
def _alike() -> Mapping[str, str]:
    """For each attribute that is told under another name as well, the first of them."""
    return {name: line.split()[0] for line in table_of("detail_values")["alike"] for name in line.split()}


def _names(claim: Claim) -> frozenset[str]:
    """The names of whom or what the claim is about."""
    return frozenset(NAMED + word for one in claim.arguments if one.facet in _DOERS and one.entity and one.name for word in bare_name(one.entity))


def _question(quantity: Quantity, named: str) -> str:
    """The question of the attribute, where its words need no other claim."""
    known = next(iter(catalogue().attributes(quantity.attribute or "")), None)
    asked = known.question.replace("{what}", quantity.of or named) if known else ""
    return asked if asked and "{" not in asked else f"What was given as the {named}"


def ends_of(quantity: Quantity) -> tuple[str, float, float]:
    """The dimension, and the least and the most in its base unit."""
    value = quantity.value or 0.0
    step = min((quantity.precision or 0.0) / 2, value * STEP)
    low, high = (quantity.low or 0.0) - step, (math.inf if quantity.high is None else quantity.high) + step
    dimension, factor, offset = base_of(quantity.unit)
    return dimension, (low + offset) * factor, (high + offset) * factor
