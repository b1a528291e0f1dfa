"""Do two claims put an event in the same place?"""

from __future__ import annotations

from functools import partial

from crosscheck.extract.names import folded
from crosscheck.extract.places import country_of, is_place, place_within
from crosscheck.judge import ladder
from crosscheck.judge.lexicon import grouped, words
from crosscheck.judge.names import alias, argument_of, bare, is_named, one_entity, said_to_share, shares_a_member, shares_a_name
from crosscheck.judge.slots import apart, both, comparable, exchanged, unstated, worded
from crosscheck.model.verdict import Finding, Rule, Statement, Verdict

__all__ = ["RULES", "comparable", "compare"]


def compare(left: Statement, right: Statement) -> Finding:
    """What the first rule says that applies to two statements of a place."""
    return ladder.decide(RULES, left, right)


def _name(statement: Statement) -> str:
    """The place's known name; its own words where the name leaves out a direction ("north Africa" is not Africa)."""
    argument = argument_of(statement)
    if argument.entity is None or _directions_in(argument.text) - _directions_in(argument.entity):
        return argument.text
    return argument.entity


def _same(left: Statement, right: Statement) -> str | None:
    one, other = argument_of(left), argument_of(right)
    if _directions(left) != _directions(right):
        return None
    if not one_entity(one, other) and not alias(one, other) and not _same_words(left, right):
        return None
    alike = worded(left).casefold() == worded(right).casefold()
    return f"Both say {worded(left)}." if alike else f"{both(left, right)} are the same place."


def _same_words(left: Statement, right: Statement) -> bool:
    """ "Lindo coast" and "the coast of Lindo"."""
    one, other = (sorted(set(folded(worded(s)).split()) - {"the", "of"}) for s in (left, right))
    return bool(one) and one == other


def _directions(statement: Statement) -> frozenset[str]:
    """The directions in the words ("northern" as north), with "near" and "off"."""
    return _directions_in(argument_of(statement).text)


def _directions_in(text: str) -> frozenset[str]:
    found = (next((d for d in _COMPASS if word.startswith(d)), "") for word in folded(text).replace("-", "").split())
    return frozenset(direction for direction in found if direction)


_COMPASS = ("northeast", "northwest", "southeast", "southwest", "north", "south", "east", "west", "central")
_OPPOSITE = frozenset(
    {
        ("north", "south"), ("east", "west"), ("northeast", "southwest"), ("northwest", "southeast"), ("central", "southeast"),
        ("northeast", "south"), ("northwest", "south"), ("southeast", "north"), ("southwest", "north"),
        ("northeast", "west"), ("southeast", "west"), ("northwest", "east"), ("southwest", "east"),
    }
)  # fmt: skip


def _within(left: Statement, right: Statement) -> str | None:
    for inner, outer in ((left, right), (right, left)):
        if place_within(_name(inner), _area(_name(outer))) or place_within(worded(inner), _area(worded(outer))):
            return f"{worded(inner)} {_lies_in(worded(inner), worded(outer))} {worded(outer)}."
    return None


def _lies_in(inner: str, outer: str) -> str:
    """What is called by the same noun lies in no other place: "the Egyptian coast", "the coast"."""
    one_noun = bare(outer) == bare(inner).rsplit(" ", 1)[-1] and outer.rsplit(" ", 1)[-1].islower()
    return "is more exact than" if one_noun else "lies in"


def _area(name: str) -> str:
    """ "the Sahel region" is the Sahel."""
    return next((name.removesuffix(kind) for kind in (" region", " area", " zone") if name.endswith(kind)), name)


def _direction(left: Statement, right: Statement) -> str | None:
    """Opposite directions from or in one place; where each names a place of its own ("north of Aden", "south of Djibouti") nothing follows."""
    one, other = _directions(left), _directions(right)
    if len(one) != 1 or len(other) != 1 or _anchor(left) != _anchor(right):
        return None
    pair = (*one, *other)
    return f"{both(left, right)} lie in opposite directions." if pair in _OPPOSITE or pair[::-1] in _OPPOSITE else None


def _anchor(statement: Statement) -> str:
    kept = (word for word in bare(argument_of(statement).text).split() if not word.replace("-", "").startswith(_COMPASS))
    return " ".join(word for word in kept if word not in ("of", "the", "part", "in"))


def _beside(left: Statement, right: Statement) -> str | None:
    loose = [s for s in (left, right) if argument_of(s).slot in _LOOSE or set(folded(worded(s)).split()) & words("place_relations", "loose")]
    return f"{both(left, right)} can be near each other." if loose else None


_LOOSE = ("near", "off", "outside", "between", "around", "along")


def _unspecific(left: Statement, right: Statement) -> str | None:
    vague = next((s for s in (left, right) if not _is_proper(s)), None)
    return f"{both(left, right)} can be the same place." if vague else None


def _is_proper(statement: Statement) -> bool:
    argument = argument_of(statement)
    return is_named(argument) or is_place(_name(statement))


def _shared(left: Statement, right: Statement) -> str | None:
    one, other = argument_of(left), argument_of(right)
    own = _own(_name(left)), _own(_name(right))
    if _alike(_name(left), _name(right)) and all(own) and own[0].isdisjoint(own[1]):
        return None  # "West Elm Avenue", "West 39th Avenue"
    return said_to_share(worded(left), worded(right)) if shares_a_member(one, other) or shares_a_name(one, other) else None


def _different(left: Statement, right: Statement) -> str | None:
    """Two places that the gazetteer knows and of which neither holds the other, or two of one kind ("Elm Street", "Oak Street")."""
    one, other = _name(left), _name(right)
    known = _kind(one), _kind(other)
    if None in known and not _alike(one, other):
        return None
    if "wider" in known:
        return None
    return f"One source says {worded(left)}, another {worded(right)}."


def _kind(name: str) -> str | None:
    if country_of(bare(name)) or country_of(name):
        return "country"
    if any(f" {wide} " in f" {folded(name)} " for wide in words("place_relations", "wider")):
        return "wider"
    return "place" if is_place(bare(name)) else None


def _alike(one: str, other: str) -> bool:
    """Whether both end in one kind of place (street, province, airport …), or begin with one that is numbered ("Highway 95")."""
    first, second = folded(one).split(), folded(other).split()
    if len(first) < 2 or len(second) < 2:
        return False
    if first[0] == second[0] and first[0] in words("place_relations", "numbered"):
        return first[1].isdecimal() and second[1].isdecimal()
    return first[-1] in words("place_relations", "kinds") and (first[-1] == second[-1] or grouped(first[-1], second[-1], "place_relations", "same"))


def _own(name: str) -> frozenset[str]:
    """The words of a name that tell it from others of its kind."""
    kinds = words("place_relations", "kinds") | words("place_relations", "numbered")
    return frozenset(word for word in folded(name).split() if word not in kinds and word not in _COMPASS)


def _unrelated(left: Statement, right: Statement) -> str | None:
    return f"How {both(left, right)} lie to each other is not known."


RULES: tuple[Rule, ...] = (
    Rule(
        "place.unstated",
        Verdict.SINGLE_SOURCE,
        "Only one of the two says where.",
        ("a fire broke out", "a fire broke out in Lyon"),
        partial(unstated, "where"),
        0.9,
    ),
    Rule("place.same", Verdict.AGREEMENT, "Both name the same place.", ("in Bamako", "at Bamako"), _same, 0.9),
    Rule(
        "place.direction", Verdict.CONTRADICTION, "They lie in opposite directions of one place.", ("west of Aden", "east of Aden"), _direction, 0.65
    ),
    Rule("place.within", Verdict.COMPATIBLE, "One place lies in the other.", ("in Bamako", "in Mali"), _within, 0.85),
    Rule("place.apart", Verdict.COMPATIBLE, "One is negated, planned or only possible.", ("may meet in Oslo", "met in Geneva"), apart, 0.3),
    Rule(
        "place.exchanged",
        Verdict.CONTRADICTION,
        "Two sentences are the same but for the place.",
        ("a fire broke out in Tolvy", "a fire broke out in Lyon"),
        partial(exchanged, "says"),
        0.6,
    ),
    Rule(
        "place.beside",
        Verdict.COMPATIBLE,
        "One is given only by what it is near, off or between.",
        ("off the coast of Crete", "south of Rhodes"),
        _beside,
        0.4,
    ),
    Rule("place.unspecific", Verdict.COMPATIBLE, "One is a kind of place and no name.", ("in a village", "in Ogossagou"), _unspecific, 0.5),
    Rule("place.shared", Verdict.COMPATIBLE, "A name stands in both.", ("the island of Lefkos", "Lefkos airport"), _shared, 0.5),
    Rule(
        "place.different", Verdict.CONTRADICTION, "They are two places, and neither lies in the other.", ("in Lyon", "in Marseille"), _different, 0.6
    ),
    Rule("place.unrelated", Verdict.COMPATIBLE, "How the places lie to each other is not known.", ("in Gao", "in Tessit"), _unrelated, 0.3),
)
