"""What do the tables say that ship with crosscheck: lists of words, topics, schemas?

    table("lexicon/units") -> what `tomllib` makes of data/lexicon/units.toml, read once

Most values of these files are JSON as well, which is read many times faster than `tomllib` reads TOML; what is not is left to `tomllib`, value by
value.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
_NAME = r"[A-Za-z0-9_-]+"
_STRING = r'"(?:[^"\\]|\\.)*"|\'[^\']*\''
_HEADER = re.compile(rf'(\[\[?)(?:({_NAME}(?:\.{_NAME})*)|"([^"\\]*)")\]\]?[ \t]*(?:#.*)?')
_PAIR = re.compile(rf'(?:({_NAME})|"([^"\\]*)")[ \t]*=[ \t]*(.*)')
_STRING_OR_REMARK = re.compile(rf"{_STRING}|#")
_STRINGS = re.compile(_STRING)
_COMMA_AT_END = re.compile(r",\s*\]")
_READ_BY_JSON = frozenset('"[-0123456789tf')


@cache
def table(name: str) -> dict[str, Any]:
    """The content of data/NAME.toml. Not to be changed, since it is shared."""
    return read((DATA / f"{name}.toml").read_text("utf-8"))


def names(folder: str) -> list[str]:
    """The tables of a folder of data/, in order."""
    return sorted(f"{folder}/{file.stem}" for file in (DATA / folder).glob("*.toml"))


def read(text: str) -> dict[str, Any]:
    """What `tomllib.loads` makes of a file that is laid out as ours are: a header or a key at the beginning of a line."""
    whole: dict[str, Any] = {}
    current = whole
    lines = iter(text.splitlines())
    for line in lines:
        if pair := _PAIR.fullmatch(line):
            current[pair[1] or pair[2]] = _value(pair[3], lines)
        elif header := _HEADER.fullmatch(line):
            current = _opened(whole, header[2].split(".") if header[2] else [header[3]], listed=header[1] == "[[")
        elif line.strip() and not line.lstrip().startswith("#"):
            return _by_the_book(text)
    return whole


def _opened(whole: dict[str, Any], path: list[str], *, listed: bool) -> dict[str, Any]:
    """The table that a header begins; below the name of a list is the last table of it."""
    current: Any = whole
    for key in path[:-1]:
        current = current.setdefault(key, {})
        current = current[-1] if isinstance(current, list) else current
    if not listed:
        found: dict[str, Any] = current.setdefault(path[-1], {})
        return found
    current.setdefault(path[-1], []).append({})
    last: dict[str, Any] = current[path[-1]][-1]
    return last


def _value(first: str, lines: Iterator[str]) -> Any:
    """The value that begins on a line, which may go on over others."""
    for quotes in ("'''", '"""'):
        if first.startswith(quotes):
            return _long_text(first, quotes, lines)
    first = _without_remark(first)
    if not first.startswith("["):
        return _single(first)
    parts, depth = [first], _opened_in(first)
    while depth > 0:
        parts.append(_without_remark(next(lines)))
        depth += _opened_in(parts[-1])
    return _single("\n".join(parts))


def _without_remark(line: str) -> str:
    remark = next((found for found in _STRING_OR_REMARK.finditer(line) if found[0] == "#"), None) if "#" in line else None
    return line if remark is None else line[: remark.start()]


def _opened_in(line: str) -> int:
    """How many brackets the line opens and leaves open; fewer than none where it closes those of lines before."""
    bare = _STRINGS.sub("", line)
    return bare.count("[") - bare.count("]")


def _long_text(first: str, quotes: str, lines: Iterator[str]) -> Any:
    parts = [first]
    while quotes not in (parts[-1] if len(parts) > 1 else first[3:]):
        parts.append(next(lines))
    text = "\n".join(parts)
    if (quotes == '"""' and "\\" in text) or text.rstrip()[-3:] != quotes:
        return _by_the_book(f"value = {text}")["value"]
    return text.rstrip()[3:-3].removeprefix("\n")


def _single(text: str) -> Any:
    if text[:1] in _READ_BY_JSON:
        try:
            return json.loads(_COMMA_AT_END.sub("]", text))
        except ValueError:
            pass
    return _by_the_book(f"value = {text}")["value"]


def _by_the_book(text: str) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(text)
