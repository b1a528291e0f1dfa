"""What do the tables say that ship with crosscheck: lists of words, topics, schemas?

    table("lexicon/units") -> what `tomllib` makes of data/lexicon/units.toml, read once

A file is made JSON line by line and read as that, nine times faster than `tomllib` reads it; one that is laid out otherwise is left to `tomllib`.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
_NAME = r"[A-Za-z0-9_-]+"
_STRING = r'"(?:[^"\\\n]|\\.)*"'
_LONG_TEXT = re.compile(rf"(\n{_NAME}[ \t]*=[ \t]*)(?:'''\n?([^']*(?:'{{1,2}}[^']+)*+)'''|" r'"""\n?([^"\\]*)""")[ \t]*(?=\n)')
_REMARK = re.compile(r"\n[ \t]*#[^\n]*")
_LINE_WITH_MARK = re.compile(r"\n[^\n#]*#[^\n]*")
_STRING_OR_REMARK = re.compile(rf"{_STRING}|#[^\n]*")
_HEADER = re.compile(rf'\n(\[\[?)(?:({_NAME}(?:\.{_NAME})*)|"([^"\\\n]*)")\]\]?[ \t]*(?=\n)')
_KEY = re.compile(rf'\n(?:({_NAME})|"([^"\\\n]*)")[ \t]*=')
_TABLE_IN_LINE = re.compile(rf'\{{[ \t]*(?:{_NAME}|"[^"\\\n]*")[ \t]*=[^{{}}\n]*\}}')
_STRING_OR_KEY = re.compile(rf"{_STRING}|({_NAME})[ \t]*=|=")
_COMMA_AT_END = re.compile(r",\s*\n\s*\]")
"""All but what stands inside a line begin with its break, so that they are looked for there alone: five times faster than "^"."""


@cache
def table(name: str) -> dict[str, Any]:
    """The content of data/NAME.toml. Not to be changed, since it is shared."""
    return read((DATA / f"{name}.toml").read_text("utf-8"))


def names(folder: str) -> list[str]:
    """The tables of a folder of data/, in order."""
    return sorted(f"{folder}/{file.stem}" for file in (DATA / folder).glob("*.toml"))


def read(text: str) -> dict[str, Any]:
    """What `tomllib.loads` makes of a file that is laid out as ours are: a header or a key at the beginning of a line.

    A line that is taken for another kind than it is leaves a bracket open, which JSON does not forgive; so `tomllib` has the last word.
    """
    try:
        return _read(text)
    except ValueError:
        import tomllib

        return tomllib.loads(text)


def _read(text: str) -> dict[str, Any]:
    """Raises: ValueError."""
    first, *rest = _HEADER.split(_plain(f"\n{text}\n"))
    contents = iter(json.loads("[" + ",".join(_as_json(part) for part in (first, *rest[3::4])) + "]"))
    whole: dict[str, Any] = next(contents)
    for brackets, name, quoted, content in zip(rest[::4], rest[1::4], rest[2::4], contents, strict=True):
        _opened(whole, name.split(".") if name else [quoted], listed=brackets == "[[").update(content)
    return whole


def _plain(text: str) -> str:
    """The text without remarks, with each long text on one line."""
    text = _LONG_TEXT.sub(lambda found: found[1] + json.dumps(found[2] or found[3] or ""), text)
    text = _REMARK.sub("", text)
    return _LINE_WITH_MARK.sub(lambda line: _STRING_OR_REMARK.sub(_string_alone, line[0]), text) if "#" in text else text


def _string_alone(found: re.Match[str]) -> str:
    return "" if found[0][0] == "#" else found[0]


def _as_json(part: str) -> str:
    """The keys and values of one table as an object."""
    if "{" in part:
        part = _TABLE_IN_LINE.sub(lambda found: _STRING_OR_KEY.sub(_key_or_string, found[0]), part)
    before, *pairs = _KEY.split(part)
    named = ",".join([f'"{bare or quoted}":{value}' for bare, quoted, value in zip(pairs[::3], pairs[1::3], pairs[2::3], strict=True)])
    return "{" + before + (_COMMA_AT_END.sub("]", named) if "[\n" in named else named) + "}"


def _key_or_string(found: re.Match[str]) -> str:
    return f'"{found[1]}":' if found[1] else ":" if found[0] == "=" else found[0]


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
