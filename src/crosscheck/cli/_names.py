"""Is this name one that crosscheck knows, and if not, which one was meant?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from crosscheck.errors import UnknownName
from crosscheck.report import FORMATS

if TYPE_CHECKING:
    from crosscheck.judge.catalogue import Entry
from crosscheck.settings import Settings


def known_topics(names: Iterable[str] | None, settings: Settings) -> tuple[str, ...]:
    """Raises: UnknownName."""
    wanted = tuple(names or ())
    if not wanted:
        return ()
    from crosscheck.extract.topics import catalogue

    known = tuple(topic.name for topic in catalogue(settings.topics).topics)
    return tuple(_known("topic", name, known, "crosscheck topics") for name in wanted)


def known_format(name: str) -> str:
    """Asked before the work begins; what draws the format is imported when there is something to draw.

    Raises: UnknownName.
    """
    return _known("format", name, tuple(FORMATS), None)


def known_rules(name: str | None, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The rule of that id, or all of a family; all when there is no name.

    Raises: UnknownName.
    """
    found = tuple(entry for entry in entries if name is None or name in (entry.id, entry.family))
    if found or name is None:
        return found
    raise UnknownName("rule", name, tuple(entry.id for entry in entries), "crosscheck rules")


def _known(kind: str, name: str, known: tuple[str, ...], listing: str | None) -> str:
    if name in known:
        return name
    raise UnknownName(kind, name, known, listing)
