"""Which articles are in a JSON file: one object, a list of them, or one a line?

An article is an object with a `text`, and optionally `id title publisher author published url`; other fields are let be. A file may also be a feed
(jsonfeed.org), whose entries are articles.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import cast

from crosscheck.ingest.dates import iso_date
from crosscheck.ingest.decode import whole_characters
from crosscheck.ingest.draft import METADATA, Draft, Source, Stated, stem
from crosscheck.ingest.text import NO_TEXT
from crosscheck.model.article import Skipped

FEED = "jsonfeed.org/version/"


def drafts(source: Source) -> Iterator[Draft | Skipped]:
    """One file of JSON, or, where it is not one value, one value a line."""
    text = source.text
    if text is None:
        yield Skipped(source.where, NO_TEXT)
        return
    whole = _whole(text)
    if whole is None:
        yield from _by_line(source.path, text)
        return
    if isinstance(whole, dict) and FEED in str(whole.get("version")):
        from crosscheck.ingest import json_feed

        yield from json_feed.drafts(whole, source)
        return
    many = whole if isinstance(whole, list) else [whole]
    if not many:
        yield Skipped(source.path, "there is no article in it: its list is empty")
    for number, record in enumerate(many, 1):
        yield draft_of(record, source.path, number if len(many) > 1 else None, "article")


def lines(source: Source) -> Iterator[Draft | Skipped]:
    """One article a line; a broken line is reported and the others go on."""
    text = source.text
    if text is None:
        yield Skipped(source.where, NO_TEXT)
    elif text.lstrip()[:1] == "[":
        yield from drafts(source)
    else:
        yield from _by_line(source.path, text)


def _whole(text: str) -> object | None:
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value


def _by_line(path: str, text: str) -> Iterator[Draft | Skipped]:
    if not text.strip():
        yield Skipped(path, "there is nothing in it")
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            yield Skipped(f"{path}:{number}", f"this is no JSON: {error.msg} at column {error.colno}")
        except (ValueError, RecursionError):
            yield Skipped(f"{path}:{number}", "this is no JSON that can be read: a number too long, or nested too deeply")
        else:
            yield draft_of(record, path, number, "line")


def draft_of(record: object, path: str, number: int | None, unit: str) -> Draft | Skipped:
    """`number` counts the file's lines or articles from 1; it names an article that has no id."""
    where = path if number is None else f"{path}:{number}"
    if not isinstance(record, dict):
        return Skipped(where, f'this is no article: wanted an object with a "text", found {_kind(record)}')
    text = record.get("text")
    if not isinstance(text, str):
        has = ", ".join(sorted(map(str, record))[:8]) or "none"
        return Skipped(where, f'there is no "text" in it (its fields: {has})' if text is None else f'its "text" is {_kind(text)}')
    name = record.get("id")
    own = str(name) if isinstance(name, str | int) and not isinstance(name, bool) and str(name).strip() else None
    fallback = stem(path) if number is None else f"{stem(path)}-{number}"
    return Draft(path, whole_characters(own or fallback), whole_characters(text), place=where, **cast(Stated, _stated(record)))


def _stated(record: dict[str, object]) -> dict[str, str]:
    found = {name: value.strip() for name in METADATA if isinstance(value := record.get(name), str) and value.strip()}
    found = {name: whole_characters(value) for name, value in found.items()}
    published = iso_date(record.get("published"))
    return {name: value for name, value in found.items() if name != "published"} | ({"published": published} if published else {})


def _kind(value: object) -> str:
    return {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}.get(type(value), "a number")
