"""Who does the parts of work on arrays? `each` gives what comes of each part, as bytes and in their order, wherever it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

Part = TypeVar("Part")


class Each(Protocol):
    """Does the work on each part."""

    def __call__(self, work: Callable[[Part], bytes], parts: Sequence[Part], /) -> Iterable[bytes]: ...


def here(work: Callable[[Part], bytes], parts: Sequence[Part]) -> Iterator[bytes]:
    """One after the other."""
    return map(work, parts)
