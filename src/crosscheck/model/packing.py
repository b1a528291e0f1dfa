"""How is a noun kept in the cache: as nested lists, small and quick to read?

A dataclass becomes the list of its fields in order, whatever fields it has, and the outermost one a line a field, so that a field that is at hand
need not be read. Readers are made once from the types of the fields, so that a new field of a claim needs nothing here. Equal words become one
object: claims repeat each other's names and terms, and are half as large then.
What is written by one version is read by that version only: the cache's key sees to it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache, lru_cache
from sys import intern
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Noun = TypeVar("Noun")
Reader = Callable[[Any], Any]


def packed(value: Any) -> str:
    """The noun as lines of JSON, one a field."""
    return "".join(pieces(value))


def pieces(value: Any) -> Iterator[str]:
    """The same a piece at a time: what a report of a hundred thousand claims comes to is never in memory as lists."""
    noun: Any = type(value)
    parts = [getattr(value, field) for field in _names(noun)]
    for number, part in enumerate(parts):
        if number:
            yield "\n"
        if isinstance(part, tuple) and not hasattr(part, "_fields"):
            yield "["
            yield from (f",{_line(one)}" if at else _line(one) for at, one in enumerate(part))
            yield "]"
        else:
            yield _line(part)


def _line(value: Any) -> str:
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def unpacked(noun: type[Noun], text: str, **given: Any) -> Noun:
    """The noun that `packed` made the lines from; fields that are given are not read.

    Raises: ValueError, TypeError or LookupError when the lines are something else.
    """
    kind: Any = noun
    lines = text.split("\n")
    row = [() if name in given else json.loads(line) for name, line in zip(_names(kind), lines, strict=True)]
    value: Noun = _dataclass(kind)(row)
    return replace(cast(Any, value), **given) if given else value


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
    if kind is str:
        return intern
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
    others = [kind for kind in kinds if kind is not NoneType]
    reader = next(filter(None, (_reader(kind) for kind in others if kind is not str or len(others) == 1)), None)  # a value may be words or a number
    return reader and (lambda value: None if value is None else reader(value))


def _sequence(kinds: tuple[Any, ...]) -> Reader:
    if kinds[-1] is not Ellipsis:
        readers = [_reader(kind) for kind in kinds]
        return lambda row: tuple(read(value) if read else value for read, value in zip(readers, row, strict=True))
    reader = _reader(kinds[0])
    if reader is intern:
        return lambda row: _one(tuple(map(intern, row)))
    return (lambda row: tuple(map(reader, row))) if reader else tuple


@lru_cache(maxsize=4096)
def _one(words: tuple[str, ...]) -> tuple[str, ...]:
    """One and the same tuple for the claims of one sentence, which have its terms in common."""
    return words


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
