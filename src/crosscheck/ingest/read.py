"""Which articles are in the files, folders and streams that were given, and what could not be read?

A folder is walked in sorted order, its hidden files and unknown kinds left out. Whatever else cannot be read is a `Skipped` with its
reason, and the others go on.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fnmatch import fnmatch
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from crosscheck.ingest.addresses import day_in
from crosscheck.ingest.draft import MEGABYTE, METADATA, Draft, Source, too_long
from crosscheck.ingest.kinds import READERS, STREAMED, WHOLE, drafts_in, is_known, suffix_of
from crosscheck.ingest.languages import foreign, refusal
from crosscheck.ingest.metadata import Header, header_of
from crosscheck.model.article import Article, Skipped
from crosscheck.settings import Known, Limits, Settings
from crosscheck.values import dataclass

if TYPE_CHECKING:
    from crosscheck.ingest.web import Fetching


@dataclass(frozen=True, slots=True)
class Reading:
    """The articles in the order given, each with an id of its own, and what was not read."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]


def read(paths: Sequence[str], settings: Settings) -> Reading:
    """Every article of the paths. A file that is named twice is read once."""
    articles: list[Article] = []
    skipped: list[Skipped] = []
    for found in sources_in(paths, settings):
        for draft in [found] if isinstance(found, Skipped) else drafts_in(found):
            made = draft if isinstance(draft, Skipped) else article_of(draft, settings)
            articles.append(made) if isinstance(made, Article) else skipped.append(made)
    return Reading(with_own_ids(articles), tuple(skipped))


def article_of(draft: Draft, settings: Settings) -> Article | Skipped:
    """What the settings know goes before what the file says, and that before what the text's own head says."""
    header = header_of(draft.text) if draft.has_head else Header()
    problem = _problem(draft.text, header.end, settings.limits)
    if problem:
        return Skipped(draft.place or draft.path, problem)
    language = foreign(draft.text) if draft.has_head else None
    if language:
        return refusal(draft.place or draft.path, language)
    known = _known(draft.path, settings.known)
    layers = (known, draft, header) if known else (draft, header)
    stated = {name: next(filter(None, (getattr(layer, name, None) for layer in layers)), None) for name in METADATA}
    if stated["url"] and not stated["published"]:
        stated["published"] = day_in(stated["url"])
    article = Article(
        draft.id,
        draft.text,
        "",
        draft.path,
        modified=draft.modified,
        fetched=draft.fetched,
        is_converted=draft.is_converted,
        partial=draft.partial,
        **stated,
    )
    return replace(article, sha256=digest_of(article))


def _problem(text: str, head: int, limits: Limits) -> str | None:
    if not text.strip():
        return "there is no text in it"
    if "\x00" in text:
        return "this is no text: it holds null characters"
    if len(text) > limits.article_mb * MEGABYTE:
        return too_long(len(text), limits.article_mb, "article_mb")
    if not any(map(str.isalpha, islice(text, head, None))):
        return "there is no sentence in it: not one letter" + (" below its head" if head else "")
    return None


def _known(path: str, known: Iterable[Known]) -> Known | None:
    """The first table whose path is this file, a pattern that fits it, or a folder that holds it."""
    here = Path(path).resolve()
    for table in known:
        wanted = Path(table.path).resolve()
        if here == wanted or wanted in here.parents or fnmatch(str(here), str(wanted)):
            return table
    return None


def digest_of(article: Article) -> str:
    """The hash of the text and of the metadata that can change what is extracted."""
    stated = (article.text, article.title or "", article.publisher or "", article.author or "", article.published or "", article.language or "")
    return sha256("\x00".join(stated).encode("utf-8", "surrogatepass")).hexdigest()


# files


def sources_in(paths: Sequence[str], settings: Settings) -> Iterator[Source | Skipped]:
    seen: set[str] = set()
    web = _fetching(settings) if any("://" in path for path in paths) else None
    for path in paths:
        for found in _files(path):
            key = found.path if isinstance(found, Skipped) else _known_as(found)
            if key not in seen:
                seen.add(key)
                if isinstance(found, Skipped):
                    yield found
                else:
                    yield web.source(found) if web and "://" in found else _source(found, settings.limits)


def _known_as(path: str) -> str:
    """The same for all names of a file; a name with a null in it is none."""
    return path if "://" in path or "\x00" in path else os.path.realpath(path)


def _fetching(settings: Settings) -> Fetching:
    """Nothing that could ask a network is so much as imported before an address is given."""
    from crosscheck.ingest.web import Fetching

    return Fetching(settings.web, settings.limits)


def _files(path: str) -> Iterator[str | Skipped]:
    if path == "-" or "://" in path:
        yield path
    elif os.path.isdir(path):  # noqa: PTH112  Path raises for a name that is too long, and takes "" for this folder
        yield from _folder(path)
    else:
        yield path


def _folder(path: str) -> Iterator[str | Skipped]:
    found = [place for folder, names in _walked(path) for name in names if is_known(name) and not _is_endless(place := str(Path(folder) / name))]
    yield from found
    if not found:
        yield Skipped(path, f"there is no file in it that can be read ({', '.join(READERS)})")


def _walked(path: str) -> Iterator[tuple[str, list[str]]]:
    """Folders in sorted order with their files; a link to a folder is not followed, so that none is walked for ever."""
    for folder, below, names in os.walk(path):
        below[:] = sorted(name for name in below if not name.startswith("."))
        yield folder, sorted(name for name in names if not name.startswith("."))


def _is_endless(path: str) -> bool:
    """A pipe, a socket or a device in a folder: whoever opens it may wait for ever. One that is named by itself ("<(curl …)") is read."""
    try:
        kind = os.stat(path).st_mode  # noqa: PTH116  a link that leads nowhere is named with its reason
    except OSError:
        return False
    return not stat.S_ISREG(kind)


def _source(path: str, limits: Limits) -> Source | Skipped:
    try:
        return _stream(path, sys.stdin.buffer, limits) if path == "-" else _file(path, limits)
    except (FileNotFoundError, ValueError):  # a name with a null in it
        return Skipped(path, "there is no such file or folder")
    except OSError as error:
        return Skipped(path, f"it cannot be read: {(error.strerror or str(error)).lower()}")


def _file(path: str, limits: Limits) -> Source | Skipped:
    if suffix_of(path) in STREAMED:
        Path(path).open("rb").close()  # what may not be read is said at once
        return Source(path, opener=partial(_opened, path), limits=limits)
    if not path:
        raise FileNotFoundError
    if _is_endless(path):
        with Path(path).open("rb") as stream:
            return _stream(path, stream, limits)
    name, limit = ("file_mb", limits.file_mb) if suffix_of(path) in WHOLE else ("article_mb", limits.article_mb)
    size = Path(path).stat().st_size
    if size > limit * MEGABYTE * (4 if name == "article_mb" else 1):  # up to four bytes a character; what was decoded is counted again
        return Skipped(path, too_long(size, limit, name))
    return Source(path, Path(path).read_bytes(), limits=limits)


def _opened(path: str) -> BinaryIO:
    return Path(path).open("rb")


def _stream(path: str, stream: BinaryIO, limits: Limits) -> Source | Skipped:
    """What has no length beforehand."""
    data = stream.read(int(limits.file_mb * MEGABYTE) + 1)
    if len(data) > limits.file_mb * MEGABYTE:
        return Skipped(path, too_long(len(data), limits.file_mb, "file_mb"))
    return Source(path, data, limits=limits)


# ids


def with_own_ids(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Ids that clash are told apart by content, and copies of one content by their paths: neither depends on the order of the files."""
    taken: dict[str, list[Article]] = {}
    for article in articles:
        taken.setdefault(article.id, []).append(article)
    new: dict[int, str] = {}
    for name, same in taken.items():
        if len(same) > 1:
            new |= {id(article): own for article, own in zip(same, _told_apart(name, same), strict=True)}
    return tuple(replace(article, id=new[id(article)]) if id(article) in new else article for article in articles)


def _told_apart(name: str, same: Sequence[Article]) -> list[str]:
    names = [f"{name}~{article.sha256[:6]}" for article in same]
    order = sorted(range(len(same)), key=lambda index: (names[index], same[index].path or "", index))
    for before, index in enumerate(order):
        copies = sum(names[other] == names[index] for other in order[:before])
        if copies:
            names[index] = f"{names[index]}-{copies + 1}"
    return names
