"""Which statements of an alignment answer the same question, so that they may be set side by side?

A number is set beside another only when both count or measure the same attribute; a date beside a date of the event, not beside the year
of a report that the sentence mentions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from crosscheck.align.features import figure_of, label_of_quantity
from crosscheck.align.measures import are_measures, are_one_measure, is_of_stuff
from crosscheck.align.naming import phrases_in
from crosscheck.extract.lexicon import words_of
from crosscheck.extract.models import model_in
from crosscheck.extract.names import folded
from crosscheck.model.article import Article
from crosscheck.model.claim import Argument, Claim, Facet, Quantity, Span, Time
from crosscheck.model.verdict import Statement

Slot = tuple[Facet, str]
# Words behind a length that make it a distance in time, with the slot of each
BACK = {"ago": "long ago", "earlier": "long ago", "before": "long before", "prior": "long before", "after": "long after", "later": "long after"}
BEHIND = 12  # code points behind a length in which such a word begins
_MODS = {"~": "APPROX", ">": "MORE_THAN", ">=": "EQUAL_OR_MORE", "<": "LESS_THAN", "<=": "EQUAL_OR_LESS"}
LENGTHS = {"day": "D", "week": "W", "month": "M", "year": "Y"}


def slots_of(claims: Sequence[Claim], articles: Mapping[str, Article]) -> dict[Slot, list[Statement]]:
    """The statements of these claims by facet and label, in the order of the claims; a slot that one claim alone fills is kept."""
    slots: dict[Slot, list[Statement]] = defaultdict(list)
    for claim in claims:
        article = articles[claim.article]
        for facet, label, value in _values(claim, article.text):
            slots[facet, label].append(Statement(facet, claim, article, value))
    return dict(sorted((_joined(slots) | _by_model(slots)).items()))


def _by_model(slots: Mapping[Slot, Sequence[Statement]]) -> dict[Slot, list[Statement]]:
    """What counts one model by two nouns ("three AK-47s", "five AK 47 guns"), in a slot of its own as well."""
    found: dict[str, dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for (facet, label), statements in slots.items():
        for statement in statements if facet is Facet.QUANTITY else ():
            value = statement.value
            model = model_in((value.of or "").lower()) if isinstance(value, Quantity) else ""
            if model:
                found[model][label].append(statement)
    several = {model: labels for model, labels in found.items() if len(labels) > 1}
    return {(Facet.QUANTITY, model): [one for label in sorted(labels) for one in labels[label]] for model, labels in several.items()}


def _joined(slots: Mapping[Slot, list[Statement]]) -> dict[Slot, list[Statement]]:
    """The slots, those in one that state nothing but one and the same name or telling number: what one article calls the patient ("Capt. Mora died")
    is a name beside a noun in another ("the death of Capt. Mora"). No value meets another by this than its equal.
    """
    by_value: dict[tuple[str, ...], list[Slot]] = defaultdict(list)
    for slot, statements in sorted(slots.items()):
        values = {_telling(statement) for statement in statements}
        if len(values) == 1 and None not in values:
            by_value[next(value for value in values if value is not None)].append(slot)
    joined = dict(slots)
    for same in by_value.values():
        home = max(same, key=lambda slot: len(slots[slot]))
        joined[home] = [replace(statement, facet=home[0]) for slot in same for statement in joined.pop(slot)]
    return joined


def shared_across(slots: Mapping[Slot, Sequence[Statement]]) -> Iterator[tuple[Slot, list[Statement]]]:
    """What stands in several slots under one name, in one phrase or as one telling number, by the slot that most of it stands in: "in Lindo" hangs
    from the event in one article, from the house that burnt in another. Only equals are put together; nothing is set against anything by this.
    """
    found: dict[str, dict[Slot, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for slot, statements in slots.items():
        for statement in statements:
            for words in sorted(_whole(statement)):  # by the words, not as a set has them
                found[words][slot].append(statement)
    for by_slot in found.values():
        home = max(by_slot, key=lambda slot: len(by_slot[slot]))
        if len(by_slot) > 1:
            yield home, [_at(home, statement) for statements in by_slot.values() for statement in statements]


def measures_across(slots: Mapping[Slot, Sequence[Statement]]) -> Iterator[tuple[Slot, list[Statement]]]:
    """The measures that are one, whatever the unit, the noun and the slot: "about 600m" and "2,000 feet"."""
    groups: list[list[tuple[Slot, Statement, Quantity]]] = []
    for slot, statements in slots.items():
        for statement in statements:
            value = statement.value
            if isinstance(value, Quantity) and are_measures(value, value):
                home = next((group for group in groups if all(_are_alike(value, other) for _, _, other in group)), None)
                if home is None:
                    groups.append([(slot, statement, value)])
                else:
                    home.append((slot, statement, value))
    for group in groups:
        if len({slot for slot, _, _ in group}) > 1 or len({value.unit for _, _, value in group}) > 1:
            yield group[0][0], [replace(statement, value=replace(value, of=None, attribute=None)) for _, statement, value in group]


def _are_alike(left: Quantity, right: Quantity) -> bool:
    """Whether they are one measure; of so much of something, whether both say of what: not a million tonnes of butter and of sugar."""
    same = left.of is None or right.of is None or not is_of_stuff(left) or left.of.split()[-1:] == right.of.split()[-1:]
    return same and are_one_measure(left, right)


def _at(home: Slot, statement: Statement) -> Statement:
    """The statement as one of the slot; of a date whatever it is of."""
    value = statement.value
    return replace(statement, facet=home[0], value=replace(value, of=None) if isinstance(value, Time) else value)


def _whole(statement: Statement) -> set[str]:
    """The name or phrase that says the whole of the value, its telling number ("31 fire trucks", "31 vehicles"), or its date ("the 2012 vote", "the
    vote in 2012")."""
    value = statement.value
    if isinstance(value, Quantity):
        return {" ".join(told) for told in (_telling(statement),) if told}
    if isinstance(value, Time):
        return {value.value} if _is_point(value) and value.of not in words_of("time_bounds", "cases") else set()
    return {phrase.words for phrase in phrases_in(value) if phrase.whole} if isinstance(value, Argument) else set()


def _is_point(time: Time) -> bool:
    return time.type in ("DATE", "TIME") and not time.value.endswith("_REF") and time.value.strip("X") != ""


def _telling(statement: Statement) -> tuple[str, ...] | None:
    """The name or the number that is seldom the same by chance; None for other values."""
    value = statement.value
    if isinstance(value, Quantity):
        figure = figure_of(value)
        return (value.kind, value.mod, figure) if figure else None
    return ("name", folded(value.entity)) if isinstance(value, Argument) and value.entity and value.name else None


def _values(claim: Claim, text: str) -> Iterator[tuple[Facet, str, Quantity | Time | Argument | None]]:
    if claim.predicate.kind == "retold":  # what else it tells stands in the claim that it repeats
        yield Facet.POLARITY, "", None
        return
    lapses = {quantity: lapse for quantity in claim.quantities if (lapse := lapse_of(quantity, text))}
    told = {lapse.span for lapse in lapses.values()}
    yield from ((Facet.QUANTITY, _quantity_label(quantity), quantity) for quantity in claim.quantities if quantity not in lapses)
    yield from ((Facet.TIME, _time_label(time), time) for time in claim.times if time.type != "DURATION" or time.span not in told)
    yield from ((Facet.TIME, BACK[lapse.text.casefold().split()[-1]], lapse) for lapse in lapses.values())
    yield from ((argument.facet, argument.slot, argument) for argument in claim.arguments)
    if not claim.is_mention:
        yield Facet.POLARITY, "", None


def lapse_of(quantity: Quantity, text: str) -> Time | None:
    """ "Two weeks ago" as a length of time: its number says when, not how many, and of two reports of one day it must be the same."""
    after = text[quantity.span.end : quantity.span.end + BEHIND].split()[:1]
    if quantity.value is None or quantity.unit not in LENGTHS or not after or after[0].strip(".,;:").casefold() not in BACK:
        return None
    span = Span(quantity.span.start, text.index(after[0], quantity.span.end) + len(after[0].rstrip(".,;:")))
    return Time(text[span.start : span.end], span, "DURATION", f"P{quantity.value:g}{LENGTHS[quantity.unit]}", _MODS.get(quantity.mod))


def _quantity_label(quantity: Quantity) -> str:
    label = label_of_quantity(quantity.attribute, quantity.of, quantity.unit)
    return f"{label} %" if quantity.kind == "percent" and not quantity.attribute else label


def _time_label(time: Time) -> str:
    """What is dated, and whether by a point or a length: "report", "duration"."""
    kind = "" if time.type in ("DATE", "TIME") else time.type.lower()
    return " ".join(filter(None, (time.of or "", kind)))


def several_claims(statements: Iterable[Statement]) -> bool:
    return len({statement.claim.id for statement in statements}) > 1
