"""Is this name one that crosscheck knows, and if not, which one was meant?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.errors import BadSettings, UnknownId, UnknownName
from crosscheck.model.report import Report, Story
from crosscheck.report import FORMATS, formats_for
from crosscheck.report.handles import named_by

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


def sound_topics(settings: Settings) -> tuple[str, ...]:
    """The paths of the user's topics, once each file has shown that it is one.

    Raises: BadSettings.
    """
    for path in settings.topics:
        for file in sorted(Path(path).glob("*.toml")) if Path(path).is_dir() else [Path(path)]:
            _sound_topic(file)
    return settings.topics


def _sound_topic(file: Path) -> None:
    import tomllib

    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadSettings(str(file), f"cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise BadSettings(str(file), f"is not TOML: {error}") from error
    missing = [name for name in ("name", "description") if not isinstance(table.get(name), str)]
    if missing:
        raise BadSettings(str(file), f"is no topic: it has no {missing[0]}")


def known_format(name: str, view: str) -> str:
    """A format that can show the view. Asked before the work begins; what draws it is imported when there is something to draw.

    Raises: UnknownName.
    """
    return _known("format" if name not in FORMATS else f"format of `crosscheck {view}`", name, formats_for(view), None)


def known_rules(name: str | None, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The rule of that id, or all of a family; all when there is no name.

    Raises: UnknownName.
    """
    found = tuple(entry for entry in entries if name is None or name in (entry.id, entry.family))
    if found or name is None:
        return found
    raise UnknownName("rule", name, tuple(entry.id for entry in entries), "crosscheck rules")


def known_schema(name: str, known: Sequence[tuple[str, str]]) -> str:
    """Raises: UnknownName."""
    return _known("schema", name, tuple(one for one, _ in known), "crosscheck schema")


def known_id(name: str, report: Report) -> str:
    """The id of an alignment, or of a claim, by its first letters.

    Raises: UnknownId.
    """
    alignments = tuple(alignment.id for alignment in report.alignments)
    claims = tuple(claim.id for claim in report.claims)
    found = named_by(name.strip(), alignments) or named_by(name.strip(), claims)
    if len(found) != 1:
        raise UnknownId(name, found, (*alignments, *claims))
    return found[0]


def known_story(name: str | None, report: Report) -> Story | None:
    """The story by the first letters of its id, by one of its articles, or by words of its name; None where none is asked for.

    Raises: UnknownId.
    """
    if name is None:
        return None
    wanted = name.strip().casefold()
    ways = (
        [story for story in report.stories if story.id.startswith(wanted)],
        [story for story in report.stories if any(article.casefold().startswith(wanted) for article in story.articles)],
        [story for story in report.stories if wanted in story.name.casefold()],
    )
    found = next((way for way in ways if way), []) if wanted else []
    if len(found) != 1:
        raise UnknownId(name, tuple(story.id for story in found), tuple(story.id for story in report.stories))
    return found[0]


def _known(kind: str, name: str, known: tuple[str, ...], listing: str | None) -> str:
    if name in known:
        return name
    raise UnknownName(kind, name, known, listing)
