"""Who says it, and with which stance: what of that has changed?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from crosscheck.extract.names import same_name
from crosscheck.judge.changes_part import Part, changed, come, gone, unmatched
from crosscheck.judge.names import bare, is_pronoun
from crosscheck.model.claim import Attribution, Span, Stance
from crosscheck.model.revision import Aspect, Change, Side

_SAID = {
    Stance.ASSERTS: "said",
    Stance.DENIES: "denied",
    Stance.CONFIRMS: "confirmed",
    Stance.QUESTIONS: "questioned",
    Stance.DECLINES: "declined to say",
}


def source_changes(old: Part, new: Part, told: Sequence[Change]) -> Iterator[Change]:
    """Sources that took another's place, came or went, and stances of one source that are other now.

    Where the verb that makes somebody a source is told to be another one ("acquitted", "convicted"), nobody has come or gone.
    """
    ones, others = (tuple(one for one in part.attributions if _is_known(one)) for part in (old, new))
    yield from _stances(ones, others, old, new)
    left, right = unmatched(ones, others, _one)
    left = [one for one in _once(left) if not any(_one(one, other) for other in others) and not _is_told(one, [change.old for change in told])]
    right = [one for one in _once(right) if not any(_one(one, other) for other in ones) and not _is_told(one, [change.new for change in told])]
    for one, other in zip_longest(left, right):
        if one and other:
            yield changed(Aspect.ATTRIBUTION, old.side(_span(one)), new.side(_span(other)), words=(_named(one), _named(other)))
        elif one:
            yield gone(Aspect.ATTRIBUTION, old.side(_span(one)))
        elif other:
            yield come(Aspect.ATTRIBUTION, new.side(_span(other)))


def _is_told(one: Attribution, sides: Sequence[Side | None]) -> bool:
    return one.cue is not None and any(side is not None and side.span.touches(one.cue.span) for side in sides)


def _is_known(one: Attribution) -> bool:
    """Whether a source is named or described; "he", of whom nothing is known, is not."""
    return one.source is not None and not (is_pronoun(one.source.text) and not one.speaker)


def _one(one: Attribution, other: Attribution) -> bool:
    """Whether both have one source: one name, or the one's words in the other's."""
    pairs = [(a, b) for a in _names(one) for b in _names(other)]
    return any(a == b or same_name(a, b) or set(a.split()) <= set(b.split()) or set(b.split()) <= set(a.split()) for a, b in pairs)


def _names(one: Attribution) -> tuple[str, ...]:
    words = one.source.text if one.source and not is_pronoun(one.source.text) else ""
    return tuple(bare(name) for name in (one.speaker or "", words) if name)


def _once(found: list[Attribution]) -> list[Attribution]:
    kept: list[Attribution] = []
    for one in found:
        if not any(_one(one, other) for other in kept):
            kept.append(one)
    return kept


def _stances(ones: tuple[Attribution, ...], others: tuple[Attribution, ...], old: Part, new: Part) -> Iterator[Change]:
    """ "The mayor confirmed" became "the mayor denied"; where a source speaks once in each."""
    for one in ones:
        twins = [other for other in others if _one(one, other)]
        if len(twins) == 1 and sum(_one(twins[0], other) for other in ones) == 1 and one.stance is not twins[0].stance:
            words = f"{_named(one)} {_SAID[one.stance]} it", f"{_named(twins[0])} {_SAID[twins[0].stance]} it"
            yield changed(Aspect.ATTRIBUTION, old.side(_cue(one)), new.side(_cue(twins[0])), words=words)


def _span(one: Attribution) -> Span:
    return one.source.span if one.source else one.content[0]


def _cue(one: Attribution) -> Span:
    return one.cue.span if one.cue else _span(one)


def _named(one: Attribution) -> str:
    return " ".join((one.source.text if one.source else "somebody").split())
