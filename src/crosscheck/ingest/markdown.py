"""Which article is in a Markdown file: its front matter as metadata, the rest as text?

Front matter is `key: value` lines between two `---`, or TOML between two `+++`. Only plain values are read; lists and nested values
that other tools keep there say nothing about the article. Marks of Markdown inside the text stay: they are what the author wrote.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import cast

from crosscheck.ingest.dates import iso_date
from crosscheck.ingest.draft import METADATA, Draft, Source, Stated
from crosscheck.ingest.text import NO_TEXT
from crosscheck.model.article import Skipped

_NAMES = {"date": "published", "byline": "author", "authors": "author", "source": "publisher", "site": "publisher", "link": "url"}


def drafts(source: Source) -> Iterator[Draft | Skipped]:
    text = source.text
    if text is None:
        yield Skipped(source.where, NO_TEXT)
        return
    matter, body = split(text)
    stated = _stated(matter)
    name = stated.pop("id", source.name)
    yield Draft(source.path, name, body, **cast(Stated, stated))


def split(text: str) -> tuple[Mapping[str, object], str]:
    """The front matter and the text below it; all is text where there is no front matter, or none that ends."""
    first, _, rest = text.partition("\n")
    fence = first.strip()
    if fence not in ("---", "+++"):
        return {}, text
    lines = rest.splitlines(keepends=True)
    end = next((number for number, line in enumerate(lines) if line.strip() == fence), None)
    if end is None:
        return {}, text
    matter, body = "".join(lines[:end]), "".join(lines[end + 1 :])
    return (_yaml(lines[:end]) if fence == "---" else _toml(matter)), body


def _yaml(lines: list[str]) -> Mapping[str, object]:
    """The `key: value` lines at the left margin; anything deeper belongs to a list or table, which says nothing here."""
    found: dict[str, object] = {}
    for line in lines:
        key, colon, value = line.partition(":")
        if colon and key and not key[0].isspace() and key[0] not in "#-" and value.strip():
            found[key.strip()] = _unquoted(value.strip())
    return found


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(_unquoted(part.strip()) for part in value[1:-1].split(",") if part.strip())
    return value.split(" #", 1)[0].rstrip()


def _toml(matter: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(matter)
    except tomllib.TOMLDecodeError:
        return {}


def _stated(matter: Mapping[str, object]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in matter.items():
        name = _NAMES.get(key.lower(), key.lower())
        written = iso_date(value) if name == "published" else _written(value)
        if written and name in ("id", *METADATA):
            found.setdefault(name, written)
    return found


def _written(value: object) -> str | None:
    if isinstance(value, list):
        return ", ".join(str(part) for part in value) or None
    return value.strip() or None if isinstance(value, str) else None
