"""Can any regular expression of crosscheck take more than linear time for backtracking?

Two repeats without an upper bound, one inside the other, are what makes a pattern explode ("(a+)+" on a long run of a's that ends otherwise), unless
every round of the outer one must pass a delimiter that the inner one cannot match: "a+(?:-a+)*". All patterns that the modules hold or name in a
call of `re` are taken apart and looked at.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import crosscheck

parser = importlib.import_module("re._parser")
constants = importlib.import_module("re._constants")
GREEDY = (constants.MAX_REPEAT, constants.MIN_REPEAT)  # a possessive repeat never gives back, so it may hold others
SAMPLE = [chr(code) for code in (*range(1, 0x250), 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026)]


def explodes(pattern: str, flags: int = 0) -> bool:
    """Whether an unbounded repeat stands inside another one without a delimiter between its rounds."""
    return any(_exploding(parser.parse(pattern, flags)))


def _exploding(items: Any) -> Iterator[bool]:
    for kind, content in items:
        if kind in GREEDY and content[1] == constants.MAXREPEAT:
            inner = list(_repeats(content[2]))
            yield bool(inner) and not any(_delimits(item, inner) for item in content[2])
        yield from (found for part in _parts(content) for found in _exploding(part))


def _repeats(items: Any) -> Iterator[Any]:
    """What the unbounded repeats among these items repeat."""
    for kind, content in items:
        if kind in GREEDY and content[1] == constants.MAXREPEAT:
            yield content[2]
        yield from (found for part in _parts(content) for found in _repeats(part))


def _delimits(item: Any, inner: list[Any]) -> bool:
    """Whether it is one character that must come, and that nothing repeated can be."""
    if item[0] is constants.SUBPATTERN:
        return any(_delimits(one, inner) for one in item[1][3])
    if item[0] is constants.BRANCH:
        return all(any(_delimits(one, inner) for one in way) for way in item[1][1])
    own = _characters(item)
    return bool(own) and own.isdisjoint({character for repeated in inner for one in _flat(repeated) for character in _characters(one) or SAMPLE})


def _flat(items: Any) -> Iterator[Any]:
    for item in items:
        below = [one for part in _parts(item[1]) for one in _flat(part)]
        yield from below or [item]


def _characters(item: Any) -> set[str]:
    """What a literal or a class matches of the sample; nothing for all else."""
    if item[0] not in (constants.LITERAL, constants.NOT_LITERAL, constants.IN):
        return set()
    state = parser.State()
    state.str = ""
    sub = parser.SubPattern(state, [item])
    compiled = re._compiler.compile(sub)  # type: ignore[attr-defined]
    return {character for character in SAMPLE if compiled.match(character)}


def _parts(content: Any) -> Iterator[Any]:
    for part in content if isinstance(content, (tuple, list)) else ():
        if isinstance(part, parser.SubPattern):
            yield part
        elif isinstance(part, (tuple, list)):
            yield from _parts(part)


def patterns() -> dict[str, int]:
    """All regular expressions of the package, with their flags."""
    found: dict[str, int] = {}
    for module in pkgutil.walk_packages(crosscheck.__path__, "crosscheck."):
        if not module.name.endswith("__main__"):
            held = vars(importlib.import_module(module.name)).values()
            found |= {one.pattern: one.flags & ~re.UNICODE for one in held if isinstance(one, re.Pattern) and isinstance(one.pattern, str)}
    for path in Path(crosscheck.__path__[0]).rglob("*.py"):
        found |= {pattern: 0 for pattern in _named(ast.parse(path.read_text("utf-8"))) if pattern not in found}
    return found


def _named(tree: ast.Module) -> Iterator[str]:
    for call in ast.walk(tree):
        if (
            isinstance(call, ast.Call)
            and isinstance(call.func, ast.Attribute)
            and isinstance(call.func.value, ast.Name)
            and call.func.value.id == "re"
        ):
            first = call.args[0] if call.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("(a+)+b", True),
        ("(?:a*b?)*", True),
        ("(a{1,5})+", False),
        ("a+(?:-a+)*", False),
        (r"\d+(?:[\d.]\d+)*", True),
        ("a+b+", False),
        ("(?:x[^y]*)+y", True),
    ],
)
def test_a_repeat_in_a_repeat_is_seen(pattern: str, expected: bool) -> None:
    """Bounded repeats inside are harmless."""
    assert explodes(pattern) is expected


def test_no_pattern_explodes() -> None:
    """Those that hold a repeat in a repeat must have it possessive, atomic or bounded."""
    seen = patterns()
    assert len(seen) > 40
    assert sorted(pattern for pattern, flags in seen.items() if explodes(pattern, flags)) == []
