"""What stands in a file of weights?

    stack("tree") -> {part: Part}

The files are MessagePack as spaCy's training leaves it, with numpy's arrays in maps of their own. Only what they use is read here, since the
libraries that read all of it take longer to import than the weights take to load. The bytes are ours, so that nothing is checked.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from mmap import ACCESS_READ, mmap
from typing import Any

import numpy as np

from crosscheck.language.weights import WEIGHTS
from crosscheck.values import dataclass

SHORT = 64
Packed = bytes | memoryview
Node = dict[str, Any]
"""The numbers of one layer by name: "W", "b" ..., and its name as "name"."""


@dataclass(frozen=True, slots=True)
class Part:
    """One network of a stack: what it was told ("labels"), what its parser or recogniser can do, and its layers, outer ones first."""

    told: dict[str, Any]
    moves: tuple[str, ...]
    layers: tuple[Node, ...]

    def named(self, name: str) -> list[Node]:
        return [layer for layer in self.layers if layer["name"] == name]


def stack(name: str) -> dict[str, Part]:
    """The parts of a stack ("tree", "names") by name."""
    with (WEIGHTS / f"{name}.msgpack").open("rb") as file:
        held = unpacked(memoryview(mmap(file.fileno(), 0, access=ACCESS_READ)))  # what is never looked up is never read
    return {part: _part(content) for part, content in held.items() if part != "design"}


def _part(held: dict[str, Any]) -> Part:
    model = held["model"]
    layers = (
        {"name": node["name"]} | {key: unpacked(value) for key, value in told.items()} | numbers
        for node, told, numbers in zip(model["nodes"], model["attrs"], model["params"], strict=True)
    )
    return Part(held["cfg"], _moves(held["moves"]), tuple(layers))


def _moves(held: Packed) -> tuple[str, ...]:
    """ "0", "2-nsubj" ...: a kind by its number, and a label; in the order of the network's scores, the most frequent in training first."""
    if not held:
        return ()
    counts: dict[str, dict[str, int]] = json.loads(unpacked(held)["moves"])
    return tuple(f"{kind}-{label}" if label else kind for kind in sorted(counts, key=int) for label in _frequent_first(counts[kind]))


def _frequent_first(counts: dict[str, int]) -> list[str]:
    return sorted(counts, key=lambda label: (counts[label], label), reverse=True)


def unpacked(packed: Packed) -> Any:
    """The value that is packed; arrays of 16-bit numbers stay so, others are as they were."""
    return _value(packed, 0)[0]


def _value(packed: Packed, at: int) -> tuple[Any, int]:
    """The value that begins at a byte, and where the next begins."""
    kind = packed[at]
    if kind < 0x80:
        return kind, at + 1
    if kind < 0x90:
        return _map(packed, at + 1, kind & 0x0F)
    if kind < 0xA0:
        return _list(packed, at + 1, kind & 0x0F)
    if kind < 0xC0:
        return _text(packed, at + 1, kind & 0x1F)
    if kind >= 0xE0:
        return kind - 0x100, at + 1
    if kind in _CONSTANTS:
        return _CONSTANTS[kind], at + 1
    layout, read = _SIZED[kind]
    size = struct.calcsize(layout)
    (found,) = struct.unpack_from(layout, packed, at + 1)
    return read(packed, at + 1 + size, found) if read else (found, at + 1 + size)


def _text(packed: Packed, at: int, length: int) -> tuple[str, int]:
    return str(packed[at : at + length], "utf-8"), at + length


def _bytes(packed: Packed, at: int, length: int) -> tuple[Packed, int]:
    """Short ones may be keys of a map; long ones are numbers, and stay where they are."""
    found = packed[at : at + length]
    return bytes(found) if length < SHORT else found, at + length


def _list(packed: Packed, at: int, length: int) -> tuple[list[Any], int]:
    found = []
    for _ in range(length):
        value, at = _value(packed, at)
        found.append(value)
    return found, at


def _map(packed: Packed, at: int, length: int) -> tuple[Any, int]:
    found, at = _list(packed, at, 2 * length)
    pairs = dict(zip(found[::2], found[1::2], strict=True))
    if b"nd" in pairs:
        return np.frombuffer(pairs[b"data"], dtype=pairs[b"type"]).reshape(pairs[b"shape"]), at
    return pairs, at


_Reader = Callable[[Packed, int, int], tuple[Any, int]]
_CONSTANTS = {0xC0: None, 0xC2: False, 0xC3: True}
_SIZED: dict[int, tuple[str, _Reader | None]] = {
    0xC4: (">B", _bytes),
    0xC5: (">H", _bytes),
    0xC6: (">I", _bytes),
    0xCB: (">d", None),
    0xCC: (">B", None),
    0xCD: (">H", None),
    0xCE: (">I", None),
    0xCF: (">Q", None),
    0xD0: (">b", None),
    0xD1: (">h", None),
    0xD2: (">i", None),
    0xD3: (">q", None),
    0xD9: (">B", _text),
    0xDA: (">H", _text),
    0xDB: (">I", _text),
    0xDC: (">H", _list),
    0xDD: (">I", _list),
    0xDE: (">H", _map),
    0xDF: (">I", _map),
}
"""By its first byte: how the number after it is written, and what it is the length of; without a reader it is the value itself."""
