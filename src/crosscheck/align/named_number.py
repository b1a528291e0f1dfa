"""Do all reports that name a thing name one of it, or several: "its helicopter", "petrol bombs"?

Asked only of what a report of one happening has one or several of, such as gunmen, bombs and helicopters (`[detail_things]`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crosscheck.align.naming import Naming, Place, is_deed
from crosscheck.extract.detail_things import ONE, thing_called
from crosscheck.extract.lexicon import words_of
from crosscheck.extract.names import folded
from crosscheck.extract.things import TRAIT
from crosscheck.model.claim import Argument, Quantity

BEFORE = 3  # words before a phrase that may say how many: "two of the rifles"


def numbers_in(group: Sequence[Naming]) -> Mapping[Place, Quantity]:
    """One, or more than one, at the place of each naming, where all of these say so by one noun and without a number."""
    numbers = {naming.place: _number(naming) for naming in group}
    told = {(one.mod, one.of) for one in numbers.values() if one}
    return {place: one for place, one in numbers.items() if one} if None not in numbers.values() and len(told) == 1 else {}


def _number(naming: Naming) -> Quantity | None:
    value = naming.value
    if not isinstance(value, Argument) or is_deed(value) or value.name or value.slot == TRAIT:
        return None
    said = folded(value.text).replace("-", " ").split()
    found = thing_called(said)
    if found is None or not _is_head(naming) or not _is_bare((*_before(naming)[-BEFORE:], *said[:-1])):
        return None
    thing, form = found
    if form == ONE:
        return Quantity(value.text, value.span, 1.0, 1.0, 1.0, of=thing)
    return Quantity(value.text, value.span, None, 2.0, None, ">=", of=thing)


def _before(naming: Naming) -> list[str]:
    """The words of the claim that stand before the phrase."""
    claim, span = naming.claim, naming.value.span
    return claim.text[: span.start - claim.span.start].casefold().split() if claim.span.holds(span) else []


def _is_head(naming: Naming) -> bool:
    """Whether the phrase ends with its noun: not of "bomb" in "the bomb squad"."""
    claim, span = naming.claim, naming.value.span
    after = claim.text[span.end - claim.span.start :] if claim.span.holds(span) else ""
    if not after.startswith((" ", "-")):
        return True
    word = after[1:].split(maxsplit=1)[0].casefold() if after[1:].split() else ""
    bare = word.strip(".,;:!?\"'“”‘’()")
    return not bare.isalpha() or bare in words_of("detail_things", "closing") or bare.endswith(("ed", "ing", "ly"))


def _is_bare(words: Sequence[str]) -> bool:
    """Whether none of them is a number, or says that it is another, any or none of them."""
    return not any(word[:1].isdigit() or word in words_of("detail_things", "other_number") for word in words)
