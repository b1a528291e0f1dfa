"""How is a noun kept in the cache: as nested lists, small and quick to read?

A dataclass becomes the list of its fields in order, whatever fields it has; readers are made once from the types of the fields, so that
a new field of a claim needs nothing here. What is written by one version is read by that version only: the cache's key sees to it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Noun = TypeVar("Noun")
Reader = Callable[[Any], Any]


def packed(value: Any) -> str:
    """The noun as one line of JSON lists."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def unpacked(noun: type[Noun], text: str) -> Noun:
    """The noun that `packed` made the line from.

    Raises: ValueError, TypeError or LookupError when the line is something else.
    """
    kind: Any = noun
    value: Noun = _dataclass(kind)(json.loads(text))
    return value


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return [_plain(getattr(value, field)) for field in _names(type(value))]
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    return value


@cache
def _names(noun: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(noun))


@cache
def _reader(kind: Any) -> Reader | None:
    """What turns a JSON value into the kind; None where the JSON value is the value."""
    if get_origin(kind) in (Union, UnionType):
        return _optional(get_args(kind))
    if get_origin(kind) is tuple:
        return _sequence(get_args(kind))
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass(kind)
    if isinstance(kind, type) and issubclass(kind, tuple):
        return lambda row: kind(*row)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    return None


def _optional(kinds: tuple[Any, ...]) -> Reader | None:
    reader = next(filter(None, (_reader(kind) for kind in kinds if kind is not NoneType)), None)
    return reader and (lambda value: None if value is None else reader(value))


def _sequence(kinds: tuple[Any, ...]) -> Reader:
    if kinds[-1] is not Ellipsis:
        readers = [_reader(kind) for kind in kinds]
        return lambda row: tuple(read(value) if read else value for read, value in zip(readers, row, strict=True))
    reader = _reader(kinds[0])
    return (lambda row: tuple(map(reader, row))) if reader else tuple


@cache
def _dataclass(noun: Any) -> Reader:
    """Only the fields that are not plain JSON are touched: this is what a run with a warm cache does most."""
    hints = get_type_hints(noun)
    work = [(index, reader) for index, name in enumerate(_names(noun)) if (reader := _reader(hints[name]))]

    def read(row: list[Any]) -> Any:
        for index, reader in work:
            row[index] = reader(row[index])
        return noun(*row)

    return read
