"""How are the values of a claim said in a few words?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crosscheck.align.inflection import is_preposition, plural
from crosscheck.model.claim import Argument, Claim, Facet, Modality, Polarity, Quantity, Time
from crosscheck.model.report import FacetVerdict
from crosscheck.report.quotes import isolated, visible
from crosscheck.report.rows import Piece
from crosscheck.report.theme import ENTITY_ROLES

_ORDER = [Facet.AGENT, Facet.PATIENT, Facet.RECIPIENT, Facet.PLACE, Facet.TYPE, *Facet]
_SIGNS = {"=": "", "<=": "≤", ">=": "≥", "up": "+", "down": "−"}


def values_of(claim: Claim) -> Iterator[tuple[Piece, ...]]:
    """Whether it happened, its participants, its numbers and times: one tuple of pieces each."""
    if claim.polarity is Polarity.NEGATED:
        yield (Piece("not so", "contradiction"),)
    if claim.modality is not Modality.ACTUAL:
        yield (Piece(claim.modality.value, "compatible"),)
    yield from map(argument, sorted(_told_apart(claim.arguments), key=lambda argument: _ORDER.index(argument.facet)))
    yield from map(quantity, claim.quantities)
    yield from map(time, claim.times)


def _told_apart(arguments: Iterable[Argument]) -> Iterator[Argument]:
    """Without a type that is just the words of a participant."""
    spans = {argument.span for argument in arguments if argument.facet is not Facet.TYPE}
    return (argument for argument in arguments if argument.facet is not Facet.TYPE or argument.span not in spans)


def quantity(quantity: Quantity) -> tuple[Piece, ...]:
    """ "quantity “nearly 50” = ~ 50 people", or the attribute in place of "quantity"."""
    measured = " ".join(filter(None, (number_of(quantity), *_measured(quantity))))
    return _value((quantity.attribute or "quantity").replace("_", " "), quantity.text, "quantity", measured)


def _measured(quantity: Quantity) -> Iterator[str]:
    """The unit and what is counted, in the number that the quantity has: "50 passengers", "6.1 metres (ferry)", "44 years of age"."""
    many = quantity.value not in (1.0, -1.0)
    if quantity.unit is not None:
        unit, per, rest = quantity.unit.partition(" per ")
        head, of, age = unit.partition(" of ")
        yield f"{plural(head) if many and head not in SINGULAR_UNITS else head}{of}{age}{per}{rest}"
    if quantity.of is not None:
        counted = plural(quantity.of) if many and quantity.unit is None and quantity.kind != "fraction" else quantity.of
        yield counted if quantity.unit is None else f"({counted})"


SINGULAR_UNITS = ("percent", "celsius", "fahrenheit", "magnitude", "score", "hertz", "mach", "people")


def number_of(quantity: Quantity) -> str:
    """The interval in signs: "2", "~ 50", "> 45", "10–15"."""
    if quantity.value is None:
        low, high = (f"{end:,.12g}" if end is not None else "" for end in (quantity.low, quantity.high))
        return f"{low}–{high}"
    return f"{_SIGNS.get(quantity.mod, quantity.mod)} {quantity.value:,.12g}".strip()


def time(time: Time) -> tuple[Piece, ...]:
    """ "time “late May” = 2022-05 end"."""
    mod = f" {time.mod.lower().replace('_', ' ')}" if time.mod else ""
    said = "time" if not time.of else f"time {time.of}" if is_preposition(time.of) else f"time of the {visible(time.of)}"
    return _value(said, time.text, "time", time.value + mod)


def argument(argument: Argument) -> tuple[Piece, ...]:
    """ "agent “the junta” = Mali's army", without the name where the words are the name."""
    entity = visible(argument.entity or "")
    known = "" if entity == visible(argument.text) else entity
    return _value(argument.facet.value, argument.text, ENTITY_ROLES.get(argument.name, ""), known)


def _value(name: str, words: str, role: str, meaning: str) -> tuple[Piece, ...]:
    said = (Piece(f"{name} ", "muted"), Piece(f"“{isolated(visible(words))}”", role))
    return (*said, Piece(f" = {visible(meaning)}", "muted")) if meaning else said


def facet_name(facet: FacetVerdict) -> str:
    """ "quantity (deaths)": the facet, with what of the event is meant."""
    return f"{facet.facet.value} ({visible(facet.label)})" if facet.label else facet.facet.value


def joined(parts: Iterator[tuple[Piece, ...]], between: str = " · ") -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for part in parts:
        pieces += [Piece(between, "muted"), *part] if pieces else part
    return tuple(pieces)
