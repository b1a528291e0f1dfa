"""How are values that never change made, without every start paying for each of their classes?

    from crosscheck.values import dataclass

The standard `dataclass(frozen=True, slots=True)` writes and compiles seven functions a class, half a millisecond; with a hundred classes that is a
fifth of a run whose claims are known already. Here three are written, when the first value of a class is made or compared, and the others are shared;
that `__init__` fills the slots themselves takes a third less time. All else is the standard's: `fields`, `replace`, matching, pickling, the hash and
the words of `repr`. What is not frozen and slotted is made by the standard itself, and a type checker sees that alone.
"""

from __future__ import annotations

import dataclasses
import sys
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

T = TypeVar("T")

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls: type | None = None, /, **asked: bool) -> Any:
        """Makes a class of values; see `dataclasses.dataclass` for what can be asked."""
        make = _frozen if asked == {"frozen": True, "slots": True} else dataclasses.dataclass(**asked)
        return make if cls is None else make(cls)


_OURS = {"__init__", "__eq__", "__hash__", "__setattr__", "__delattr__", "__getstate__", "__setstate__"}


def _frozen(cls: type[T]) -> type[T]:
    if not _OURS.isdisjoint(vars(cls)):
        return dataclasses.dataclass(frozen=True, slots=True)(cls)
    cls.__doc__ = cls.__doc__ or cls.__name__  # else the standard looks at the signature, for which it imports much
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    made.__init__, made.__eq__, made.__hash__ = _unwritten(made)
    if "__repr__" not in vars(cls):
        made.__repr__ = _repr
    made.__setattr__, made.__delattr__ = _no_change, _no_removal
    made.__getstate__, made.__setstate__ = _state, _set_state
    frozen: type[T] = made
    return frozen


def _unwritten(made: Any) -> tuple[Any, Any, Any]:
    """What stands in for the three functions until one of them is asked for."""

    def init(self: Any, *args: Any, **named: Any) -> None:
        _write(made)
        made.__init__(self, *args, **named)

    def equal(self: Any, other: object) -> Any:
        _write(made)
        return made.__eq__(self, other)

    def hashed(self: Any) -> int:
        _write(made)
        return hash(self)

    return init, equal, hashed


_TEXT = """
def make({given}new=None):
 def __init__(self, {wanted}):
{steps}
 def __eq__(self, other):
  if self is other:
   return True
  return ({own}) == ({others}) if other.__class__ is self.__class__ else NotImplemented
 def __hash__(self):
  return hash(({own}))
 return __init__, __eq__, __hash__
"""


def _write(made: Any) -> None:
    """The functions that are called too often to be shared; their globals are the module's, so that the names of types can be looked up."""
    fields = dataclasses.fields(made)
    given: dict[str, Any] = {f"set_{field.name}": getattr(made, field.name).__set__ for field in fields}
    given |= {f"first_{field.name}": field.default for field in fields if field.default is not dataclasses.MISSING}
    given |= {f"new_{field.name}": field.default_factory for field in fields if field.default_factory is not dataclasses.MISSING}
    text = _TEXT.format(
        given="".join(f"{name}, " for name in given),
        wanted=", ".join(_wanted(field, given) for field in fields),
        steps="\n".join(f"  set_{field.name}(self, {_taken(field, given)})" for field in fields) or "  pass",
        own="".join(f"self.{field.name}," for field in fields),
        others="".join(f"other.{field.name}," for field in fields),
    )
    found: dict[str, Any] = {}
    exec(text, sys.modules[made.__module__].__dict__, found)
    made.__init__, made.__eq__, made.__hash__ = written = found["make"](**given)
    for one in written:
        one.__qualname__ = f"{made.__qualname__}.{one.__name__}"
    made.__init__.__annotations__ = {field.name: field.type for field in fields} | {"return": None}


def _wanted(field: dataclasses.Field[Any], given: dict[str, Any]) -> str:
    if f"first_{field.name}" in given:
        return f"{field.name}=first_{field.name}"
    return f"{field.name}=new" if f"new_{field.name}" in given else field.name


def _taken(field: dataclasses.Field[Any], given: dict[str, Any]) -> str:
    return f"new_{field.name}() if {field.name} is new else {field.name}" if f"new_{field.name}" in given else field.name


def _repr(self: Any) -> str:
    told = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self))
    return f"{self.__class__.__qualname__}({told})"


def _no_change(self: Any, name: str, value: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _no_removal(self: Any, name: str) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
