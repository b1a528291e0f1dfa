"""How is a noun kept in the cache: as nested lists, small and quick to read?

A dataclass becomes the list of its fields in order, whatever fields it has, and the outermost one a line a field, so that a field that is at hand
need not be read. In a line of many, a list that the one before has as well is a 0: the claims of one sentence have their terms and speaker in common.
Readers are made once from the types of the fields, so that a new field of a claim needs nothing here. What is equal becomes one object, words, spans
and lists that are repeated: claims are a third as large then.
What is written by one version is read by that version only: the cache's key sees to it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache, lru_cache
from sys import intern
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Noun = TypeVar("Noun")
Reader = Callable[[Any], Any]

_SPANS = 65_536  # that are kept to be one object each: in many articles something goes from letter 120 to 127


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
            yield from (f",{_json(row)}" if at else _json(row) for at, row in enumerate(_rows(part)))
            yield "]"
        else:
            yield _json(_plain(part))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _rows(values: Sequence[Any]) -> Iterator[Any]:
    """Each as plain JSON; a list that stands in the same place of the one before is a 0."""
    before: Any = None
    for value in values:
        if type(value) is type(before) and is_dataclass(value):
            yield [0 if _is_repeated(one, other) else _plain(one) for one, other in zip(_fields_of(value), _fields_of(before), strict=True)]
        else:
            yield _plain(value)
        before = value


def _fields_of(value: Any) -> list[Any]:
    noun: Any = type(value)
    return [getattr(value, name) for name in _names(noun)]


def _is_repeated(one: Any, other: Any) -> bool:
    return type(one) is tuple and one == other


def unpacked(noun: type[Noun], text: str, **given: Any) -> Noun:
    """The noun that `packed` made the lines from; fields that are given are not read.

    Raises: ValueError, TypeError or LookupError when the lines are something else.
    """
    kind: Any = noun
    lines = text.split("\n")
    row = [() if name in given else json.loads(line) for name, line in zip(_names(kind), lines, strict=True)]
    value: Noun = _outermost(kind)(row)
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
def _outermost(noun: Any) -> Reader:
    """As `_dataclass`, but of lines in which what is repeated is a 0."""
    hints = get_type_hints(noun)
    work = [(index, reader) for index, name in enumerate(_names(noun)) if (reader := _many_of(hints[name]) or _reader(hints[name]))]

    def read(row: list[Any]) -> Any:
        for index, reader in work:
            row[index] = reader(row[index])
        return noun(*row)

    return read


def _many_of(kind: Any) -> Reader | None:
    """What reads a line of many such nouns; None for what is no line of many nouns."""
    noun = get_args(kind)[0] if get_origin(kind) is tuple and get_args(kind)[-1] is Ellipsis else None
    if not (isinstance(noun, type) and is_dataclass(noun)):
        return None
    hints: Any = get_type_hints(noun)
    readers = [(index, name, reader) for index, name in enumerate(_names(noun)) if (reader := _reader(hints[name]))]
    lists = [(index, reader) for index, name, reader in readers if get_origin(hints[name]) is tuple]
    others = [(index, reader) for index, name, reader in readers if get_origin(hints[name]) is not tuple]

    def read(rows: list[list[Any]]) -> Any:
        found: list[Any] = []
        before: list[Any] = []
        for row in rows:
            for index, reader in others:
                row[index] = reader(row[index])
            for index, reader in lists:
                row[index] = before[index] if row[index] == 0 else reader(row[index])
            found.append(noun(*row))
            before = row
        return tuple(found)

    return read


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
        made: Any = kind
        one = lru_cache(maxsize=_SPANS)(lambda *row: made(*map(_number, row)))
        return lambda row: one(*row)
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
def _number(number: int) -> int:
    """One and the same object: each of a JSON text is another."""
    return number


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
