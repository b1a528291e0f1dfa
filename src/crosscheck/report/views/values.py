"""How are the values of a claim said in a few words?"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.model.claim import Argument, Claim, Modality, Polarity, Quantity, Time
from crosscheck.report.quotes import visible
from crosscheck.report.rows import Piece
from crosscheck.report.theme import ENTITY_ROLES


def values_of(claim: Claim) -> Iterator[tuple[Piece, ...]]:
    """Whether it happened, its numbers, its times, its participants: one tuple of pieces each."""
    if claim.polarity is Polarity.NEGATED:
        yield (Piece("not so", "contradiction"),)
    if claim.modality is not Modality.ACTUAL:
        yield (Piece(claim.modality.value, "compatible"),)
    yield from map(quantity, claim.quantities)
    yield from map(time, claim.times)
    yield from map(argument, claim.arguments)


def quantity(quantity: Quantity) -> tuple[Piece, ...]:
    """ "nearly 50 people": ~50 people"""
    amount = number_of(quantity)
    measured = " ".join(filter(None, (quantity.unit, quantity.of)))
    name = (quantity.attribute or "quantity").replace("_", " ")
    return Piece(f"{name} ", "muted"), Piece(visible(quantity.text), "quantity"), Piece(f" = {amount} {visible(measured)}".rstrip(), "muted")


def number_of(quantity: Quantity) -> str:
    """The interval in signs: "2", "~50", "45 <", "10–15"."""
    if quantity.value is None:
        low, high = (f"{end:,.12g}" if end is not None else "" for end in (quantity.low, quantity.high))
        return f"{low}–{high}"
    sign = {"up": "+", "down": "−", "=": ""}.get(quantity.mod, quantity.mod)
    return f"{sign}{quantity.value:,.12g}"


def time(time: Time) -> tuple[Piece, ...]:
    name = f"time of the {time.of} " if time.of else "time "
    mod = f" {time.mod.lower().replace('_', ' ')}" if time.mod else ""
    return Piece(visible(name), "muted"), Piece(visible(time.text), "time"), Piece(f" = {time.value}{mod}", "muted")


def argument(argument: Argument) -> tuple[Piece, ...]:
    name = Piece(f"{argument.facet.value} ", "muted")
    text = visible(argument.text)
    entity = visible(argument.entity) if argument.entity else text
    role = ENTITY_ROLES.get(argument.name, "")
    return (name, Piece(text, role)) if entity == text else (name, Piece(text, role), Piece(f" = {entity}", "muted"))


def joined(parts: Iterator[tuple[Piece, ...]], between: str = " · ") -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for part in parts:
        pieces += [Piece(between, "muted"), *part] if pieces else part
    return tuple(pieces)
