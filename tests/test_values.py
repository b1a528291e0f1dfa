"""Do our classes of values behave as the standard's do?"""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import ClassVar, get_type_hints

import pytest

from crosscheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Ours:
    """A value."""

    name: str
    number: int = 3
    words: list[str] = dataclasses.field(default_factory=list)


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    """A value."""

    name: str
    number: int = 3
    words: list[str] = dataclasses.field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Pair:
    one: int
    other: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Nothing:
    pass


def test_values_are_made_alike() -> None:
    """By place or by name, with what is not given as the class says; each has a list of its own."""
    for made in (Ours("a"), Ours(name="a"), Ours("a", 3, [])):
        assert dataclasses.astuple(made) == dataclasses.astuple(Standard("a"))
    assert Ours("a").words is not Ours("a").words
    with pytest.raises(TypeError, match="name"):
        Ours()  # type: ignore[call-arg]  # that it is refused is the point


def test_values_are_compared_by_what_they_hold() -> None:
    """Equal values are one in a set and hash as the standard's; those of another class are different."""
    assert Pair(1, (2,)) == Pair(1, (2,)) != Pair(1)
    assert len({Pair(1), Pair(1), Pair(2), Nothing(), Nothing()}) == 3
    assert hash(Pair(1, (2,))) == hash((1, (2,)))
    assert Ours("a") != Standard("a")  # type: ignore[comparison-overlap]  # nobody would


def test_nothing_is_changed_in_place() -> None:
    """Fields are neither set nor taken away, and there is no room for others."""
    one = Pair(1)
    for name in ("one", "third"):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(one, name, 2)
    with pytest.raises(dataclasses.FrozenInstanceError):
        del one.one
    assert not hasattr(one, "__dict__")


def test_the_tools_of_the_standard_know_them() -> None:
    """`replace`, `fields`, `match`, `repr`, copies, pickles and the hints of types."""
    assert repr(Ours("a", words=["b"])) == repr(Standard("a", words=["b"])).replace("Standard", "Ours")
    assert dataclasses.replace(Pair(1), other=(2,)) == Pair(1, (2,))
    assert [field.name for field in dataclasses.fields(Ours)] == ["name", "number", "words"]
    assert pickle.loads(pickle.dumps(Pair(1, (2,)))) == copy.deepcopy(Pair(1, (2,))) == Pair(1, (2,))
    assert get_type_hints(Ours) == get_type_hints(Standard)
    match Pair(1):
        case Pair(one, other):
            assert (one, other) == (1, ())


def test_what_a_class_says_itself_holds() -> None:
    """Its own words for `repr`, and its own idea of what is equal."""

    @dataclass(frozen=True, slots=True)
    class Named:
        one: int

        def __repr__(self) -> str:
            return "named"

    @dataclass(frozen=True, slots=True)
    class Alike:
        one: int

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Alike)

        def __hash__(self) -> int:
            return 1

    assert repr(Named(1)) == "named"
    assert Alike(1) == Alike(2)


def test_a_value_that_was_never_made_here_can_be_compared() -> None:
    """A worker gets values that another process has made: they are there before their class has made one itself."""

    @dataclass(frozen=True, slots=True)
    class Late:
        one: int

    left, right = object.__new__(Late), object.__new__(Late)
    for late in (left, right):
        getattr(late, "__setstate__")([1])  # noqa: B009  # what unpickling calls; a type checker sees none
    assert left == right
    assert hash(left) == hash((1,))


def test_values_that_are_not_compared_are_themselves_alone() -> None:
    """With `eq=False` two are equal only if they are one."""

    @dataclass(frozen=True, slots=True, eq=False)
    class Alone:
        one: int

    left, right = Alone(1), Alone(1)
    assert left == left != right
    assert len({left, right, left}) == 2


def test_a_class_has_what_the_standard_writes_into_it() -> None:
    """Fields with all that is known of them, places for `match`, slots, words about it, and where it stands."""
    assert str(dataclasses.fields(Ours)) == str(dataclasses.fields(Standard))
    for name in ("__match_args__", "__slots__", "__doc__", "__module__", "__annotations__"):
        assert getattr(Ours, name) == getattr(Standard, name)
    assert Ours.__qualname__ == "Ours"


def test_a_class_that_is_not_plain_is_the_standard_s_work() -> None:
    """What it inherits, what belongs to the class alone, and a default that all values would share."""

    @dataclass(frozen=True, slots=True)
    class Heir(Pair):
        most: ClassVar[int] = 9
        third: str = "c"

    assert (Heir(1), Heir.most) == (Heir(1, (), "c"), 9)
    assert [field.name for field in dataclasses.fields(Heir)] == ["one", "other", "third"]
    with pytest.raises(ValueError, match="mutable default"):

        @dataclass(frozen=True, slots=True)
        class Shared:
            words: list[str] = []  # noqa: RUF012  # that it is refused is the point
