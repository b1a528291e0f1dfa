"""Which statements of an alignment answer the same question, so that they may be set side by side?

A number is set beside another only when both count or measure the same attribute; a date beside a date of the event, not beside the year
of a report that the sentence mentions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosscheck.align.features import label_of_quantity
from crosscheck.model.article import Article
from crosscheck.model.claim import Argument, Claim, Facet, Quantity, Time
from crosscheck.model.verdict import Statement

Slot = tuple[Facet, str]


def slots_of(claims: Sequence[Claim], articles: Mapping[str, Article]) -> dict[Slot, list[Statement]]:
    """The statements of these claims by facet and label, in the order of the claims; a slot that one claim alone fills is kept."""
    slots: dict[Slot, list[Statement]] = defaultdict(list)
    for claim in claims:
        article = articles[claim.article]
        for facet, label, value in _values(claim):
            slots[facet, label].append(Statement(facet, claim, article, value))
    return dict(sorted(slots.items()))


def _values(claim: Claim) -> Iterator[tuple[Facet, str, Quantity | Time | Argument | None]]:
    yield from ((Facet.QUANTITY, _quantity_label(quantity), quantity) for quantity in claim.quantities)
    yield from ((Facet.TIME, _time_label(time), time) for time in claim.times)
    yield from ((argument.facet, argument.slot, argument) for argument in claim.arguments)
    if not claim.is_mention:
        yield Facet.POLARITY, "", None


def _quantity_label(quantity: Quantity) -> str:
    label = label_of_quantity(quantity.attribute, quantity.of, quantity.unit)
    return f"{label} %" if quantity.kind == "percent" and not quantity.attribute else label


def _time_label(time: Time) -> str:
    """What is dated, and whether by a point or a length: "report", "duration"."""
    kind = "" if time.type in ("DATE", "TIME") else time.type.lower()
    return " ".join(filter(None, (time.of or "", kind)))


def several_claims(statements: Iterable[Statement]) -> bool:
    return len({statement.claim.id for statement in statements}) > 1
