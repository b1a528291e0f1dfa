"""How are values that never change made, without every start paying for each of their classes?

    from crosscheck.values import dataclass

The standard `dataclass(frozen=True, slots=True)` writes and compiles seven functions a class, half a millisecond; with a hundred classes that is a
fifth of a run whose claims are known already. Here three are taken, when the first value of a class is made or compared, from a pattern that all
classes of as many fields share, and the others are the same for all; that `__init__` fills the slots themselves takes a third less time. All else is
the standard's: `fields`, `replace`, matching, pickling, the hash and the words of `repr`. What is not frozen and slotted is made by the standard
itself, and a type checker sees that alone.
"""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable, Mapping
from functools import cache, partial
from types import FunctionType
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

T = TypeVar("T")

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls: type | None = None, /, **asked: bool) -> Any:
        """Makes a class of values; see `dataclasses.dataclass` for what can be asked."""
        compared = asked.pop("eq", True)
        make = partial(_frozen, compared) if asked == {"frozen": True, "slots": True} else dataclasses.dataclass(**asked, eq=compared)
        return make if cls is None else make(cls)


_OURS = {"__init__", "__eq__", "__hash__", "__setattr__", "__delattr__", "__getstate__", "__setstate__"}


def _frozen(compared: bool, cls: type[T]) -> type[T]:
    if not _OURS.isdisjoint(vars(cls)):
        return dataclasses.dataclass(frozen=True, slots=True, eq=compared)(cls)
    cls.__doc__ = cls.__doc__ or cls.__name__  # else the standard looks at the signature, for which it imports much
    plain = _plain_fields(cls)
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls) if plain is None else _slotted(cls, plain)
    made.__init__, equal, hashed = _unwritten(made)
    if compared:
        made.__eq__, made.__hash__ = equal, hashed
    if "__repr__" not in vars(cls):
        made.__repr__ = _repr
    made.__setattr__, made.__delattr__ = _no_change, _no_removal
    made.__getstate__, made.__setstate__ = _state, _set_state
    frozen: type[T] = made
    return frozen


@dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)
class _Sample:
    """What the standard writes into a class and into a field that are made so."""

    field: int


_NO_FIELDS = ("ClassVar", "InitVar", "KW_ONLY")


def _plain_fields(cls: type) -> dict[str, dataclasses.Field[Any]] | None:
    """The fields of a class that inherits nothing and has no other kinds of fields, as nearly all; None where the standard must look."""
    held = vars(cls)
    types = held.get("__annotations__", {})
    if cls.__bases__ != (object,) or "__slots__" in held or any(kind in str(types) for kind in _NO_FIELDS):
        return None
    found = {}
    for name, told in types.items():
        default = held.get(name, dataclasses.MISSING)
        field: Any = default if isinstance(default, dataclasses.Field) else dataclasses.field(default=default)
        if not field.init or field.kw_only is True or field.default.__class__.__hash__ is None:
            return None
        field.name, field.type, field.kw_only, field._field_type = name, told, False, _FIELD
        found[name] = field
    return None if any(isinstance(value, dataclasses.Field) and name not in found for name, value in held.items()) else found


_FIELD = _Sample.__dataclass_fields__["field"]._field_type  # type: ignore[attr-defined]


def _slotted(cls: type, fields: dict[str, dataclasses.Field[Any]]) -> type:
    """The class with a slot for each field, in a fifth of the standard's time."""
    kept = {name: value for name, value in vars(cls).items() if name not in fields and name not in ("__dict__", "__weakref__")}
    names = tuple(fields)
    kept |= {"__slots__": names, "__dataclass_fields__": fields, "__dataclass_params__": _Sample.__dataclass_params__}  # type: ignore[attr-defined]
    return type(cls)(cls.__name__, cls.__bases__, {"__match_args__": names, **kept, "__qualname__": cls.__qualname__})


def _unwritten(made: Any) -> tuple[Any, Any, Any]:
    """What stands in for the three functions until one of them is asked for."""

    def init(self: Any, *args: Any, **named: Any) -> None:
        _write_init(made)
        made.__init__(self, *args, **named)

    def equal(self: Any, other: object) -> Any:
        _write_comparisons(made)
        return made.__eq__(self, other)

    def hashed(self: Any) -> int:
        _write_comparisons(made)
        return hash(self)

    return init, equal, hashed


_INIT = """
def make({setters}):
 def __init__(self, {wanted}):
{steps}
 return __init__
"""
_COMPARISONS = """
def __eq__(self, other):
 if self is other:
  return True
 return ({own}) == ({others}) if other.__class__ is self.__class__ else NotImplemented
def __hash__(self):
 return hash(({own}))
"""


@cache
def _init_of(fresh: tuple[bool, ...]) -> Callable[..., FunctionType]:
    """Makes `__init__` for so many fields, under names of no class; which of the fields are made anew for each value."""
    places = range(len(fresh))
    text = _INIT.format(
        setters=", ".join([f"set{at}" for at in places] + [f"new{at}" for at in places if fresh[at]]),
        wanted=", ".join(f"field{at}" for at in places),
        steps="\n".join(f"  set{at}(self, {_taken(at) if fresh[at] else f'field{at}'})" for at in places) or "  pass",
    )
    found: dict[str, Any] = {}
    exec(text, found)
    made: Callable[..., FunctionType] = found["make"]
    return made


def _taken(at: int) -> str:
    return f"new{at}() if field{at} is None else field{at}"


@cache
def _comparisons_of(count: int) -> tuple[FunctionType, FunctionType]:
    """`__eq__` and `__hash__` for so many fields, under names of no class."""
    own, others = ("".join(f"{one}.field{at}," for at in range(count)) for one in ("self", "other"))
    found: dict[str, Any] = {}
    exec(_COMPARISONS.format(own=own, others=others), found)
    return found["__eq__"], found["__hash__"]


def _write_comparisons(made: Any) -> None:
    names = _names_of(made)
    made.__eq__, made.__hash__ = (_renamed(one, names, made) for one in _comparisons_of(len(names)))


def _names_of(made: Any) -> dict[str, str]:
    return {f"field{at}": field.name for at, field in enumerate(dataclasses.fields(made))}


def _write_init(made: Any) -> None:
    """What is called too often to be shared. Compiling it takes .2 ms, giving what is compiled other names a twentieth of it."""
    fields = dataclasses.fields(made)
    anew = [field.default_factory for field in fields]
    make = _init_of(tuple(factory is not dataclasses.MISSING for factory in anew))
    setters = (getattr(made, field.name).__set__ for field in fields)
    written = make(*setters, *(factory for factory in anew if factory is not dataclasses.MISSING))
    made.__init__ = _renamed(written, _names_of(made), made)
    made.__init__.__defaults__ = tuple(None if field.default is dataclasses.MISSING else field.default for field in fields if _has_default(field))
    made.__init__.__annotations__ = {field.name: field.type for field in fields} | {"return": None}


def _renamed(one: FunctionType, names: Mapping[str, str], made: type) -> FunctionType:
    """The function with the fields of a class; its globals are the module's, so that the names of types can be looked up."""
    code = one.__code__
    varnames, others = (tuple(names.get(name, name) for name in group) for group in (code.co_varnames, code.co_names))
    code = code.replace(co_varnames=varnames, co_names=others, co_qualname=f"{made.__qualname__}.{code.co_name}")
    return FunctionType(code, sys.modules[made.__module__].__dict__, code.co_name, None, one.__closure__)


def _has_default(field: dataclasses.Field[Any]) -> bool:
    return field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING


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
