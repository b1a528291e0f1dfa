"""Which numbers, times and names of a sentence have changed?"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.extract.lexicon import words_of
from crosscheck.extract.names import folded
from crosscheck.judge.changes_part import Part, changed, come, gone, matched, unmatched
from crosscheck.judge.names import alias, bare, one_entity
from crosscheck.judge.verdicts import comparable, compare
from crosscheck.model.claim import Argument, Facet, Quantity, Span, Time
from crosscheck.model.revision import Aspect, Change
from crosscheck.model.verdict import Verdict

UNTOLD = "X"  # in a TIMEX3 value, what the words leave open


Value = Quantity | Time


def value_changes(old: Part, new: Part) -> Iterator[Change]:
    yield from _of_facet(Facet.QUANTITY, old, new)
    yield from _of_facet(Facet.TIME, old, new)
    yield from _of_names(old, new)


def _of_facet(facet: Facet, old: Part, new: Part) -> Iterator[Change]:
    """Values of one facet: those that two share are crossed out, the others set side by side where they measure the same."""
    ones: tuple[Value, ...] = old.quantities if facet is Facet.QUANTITY else old.times
    others: tuple[Value, ...] = new.quantities if facet is Facet.QUANTITY else new.times

    def same(one: Value, other: Value) -> bool:
        return _alike(one, other) or _finds(facet, old, new, one, other) is Verdict.AGREEMENT

    def likeness(one: Value, other: Value) -> float:
        if _finds(facet, old, new, one, other) is None:
            return 0.0
        return 1.0 + _kindred(one, other) + _beside(old, new, one.span, other.span)

    left, right = unmatched(ones, others, same)
    pairs = matched(left, right, likeness)
    for one, other in pairs:
        finding = compare(old.statement(facet, one), new.statement(facet, other))
        yield changed(Aspect(facet.value), old.side(one.span), new.side(other.span), finding)
    yield from (gone(Aspect(facet.value), old.side(one.span)) for one in left if one not in [pair[0] for pair in pairs] and _tells(one, new))
    yield from (come(Aspect(facet.value), new.side(one.span)) for one in right if one not in [pair[1] for pair in pairs] and _tells(one, old))


def _finds(facet: Facet, old: Part, new: Part, one: Value, other: Value) -> Verdict | None:
    """None where the two do not measure the same."""
    left, right = old.statement(facet, one), new.statement(facet, other)
    if not comparable(left, right):
        return None
    found = compare(left, right)
    return None if found.rule.endswith((".incomparable", ".unstated")) else found.verdict


def _alike(one: Value, other: Value) -> bool:
    """Whether both are written or read alike; "three" of nothing may be "three people" now."""
    if folded(one.text) == folded(other.text):
        return True
    if isinstance(one, Time) and isinstance(other, Time):
        return one.value == other.value and one.mod == other.mod
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return (one.value, one.low, one.high, one.mod, one.unit) == (other.value, other.low, other.high, other.mod, other.unit)
    return False


def _kindred(one: Value, other: Value) -> float:
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return float(one.of == other.of) + float(one.unit == other.unit) + float(one.attribute == other.attribute)
    return float(isinstance(one, Time) and isinstance(other, Time) and one.type == other.type and one.of == other.of)


def _beside(old: Part, new: Part, one: Span, other: Span) -> float:
    """Whether the same words stand before and behind both: 0 to 1."""
    before = _word(old, one.start, -1) == _word(new, other.start, -1)
    after = _word(old, one.end, 1) == _word(new, other.end, 1)
    return (before + after) / 2


def _word(part: Part, at: int, way: int) -> str:
    text = part.article.text[at : at + 30] if way > 0 else part.article.text[max(0, at - 30) : at]
    words = folded(text).split()
    return (words[0] if way > 0 else words[-1]) if words else ""


def _tells(one: Value, other: Part) -> bool:
    """Whether its loss or gain is one of content: what the other version says elsewhere has only moved, and "now" and "a" say nothing."""
    if isinstance(one, Time):
        open_ = one.value.startswith(("PRESENT", "PAST", "FUTURE")) or one.value.rstrip(UNTOLD) in ("P", "PT")
        return not open_ and not any(_alike(one, elsewhere) for elsewhere in other.extract.times)
    if one.value is None and one.low is None and one.high is None:
        return False
    if one.kind == "ordinal" or (one.value == 1 and one.unit is None and not any(map(str.isdigit, one.text))):
        return False
    return not any(_alike(one, elsewhere) for elsewhere in other.extract.quantities)


def _of_names(old: Part, new: Part) -> Iterator[Change]:
    """A name that took another's place, or that one version alone has."""
    said = {bare(name.text) for name in _sources(old)} | {bare(name.text) for name in _sources(new)}
    left, right = unmatched(old.names, new.names, _one)
    left = [one for one in left if bare(one.text) not in said and not _is_in(one, new)]
    right = [one for one in right if bare(one.text) not in said and not _is_in(one, old)]
    pairs = matched(left, right, lambda one, other: float(one.name == other.name) * (1 + _beside(old, new, one.span, other.span)))
    for one, other in pairs:
        yield changed(Aspect.NAME, old.side(one.span), new.side(other.span))
    paired = {id(name) for pair in pairs for name in pair}
    yield from (gone(Aspect.NAME, old.side(one.span)) for one in left if id(one) not in paired and not _knows(new, one))
    yield from (come(Aspect.NAME, new.side(one.span)) for one in right if id(one) not in paired and not _knows(old, one))


def _one(one: Argument, other: Argument) -> bool:
    """Whether they name the same; a name's part does where the type is the same ("Weber", "Anna Weber")."""
    if one_entity(one, other) or alias(one, other):
        return True
    ones, others = set(_untitled(one).split()), set(_untitled(other).split())
    return one.name == other.name and (ones <= others or others <= ones)


def _untitled(name: Argument) -> str:
    """Without the titles before it, which are told of by themselves ("Captain Dole", "Colonel Dole"); all where there is nothing else."""
    words = bare(name.text).split()
    start = next((at for at, word in enumerate(words) if word not in words_of("person_titles", "before")), 0)
    return " ".join(words[start:])


def _is_in(one: Argument, part: Part) -> bool:
    """Whether the words stand in these sentences, read as a name or not."""
    text = " ".join(folded(part.article.text[span.start : span.end]) for span in part.spans)
    return _untitled(one) in text


def _knows(part: Part, one: Argument) -> bool:
    return bare(one.text) in folded(part.article.text) or any(bare(one.entity or "") == bare(entity.entity) for entity in part.extract.entities)


def _sources(part: Part) -> Iterator[Argument]:
    for attribution in part.attributions:
        for name in part.names:
            if attribution.source and attribution.source.span.touches(name.span):
                yield name
