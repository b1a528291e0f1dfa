"""Which files are in an archive? Each is read like a file of its own, in the order of their names; the archive is never unpacked to disk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from zipfile import ZipFile, ZipInfo

from crosscheck.ingest.bounded import MEGABYTE, TIGHTEST, UNSUSPICIOUS, Unpackable, gunzipped, member, zip_of
from crosscheck.ingest.decode import whole_characters
from crosscheck.ingest.draft import Source
from crosscheck.model.article import Skipped


def drafts(source: Source) -> Iterator[Skipped | Source]:
    """The files of a .zip."""
    try:
        with zip_of(source.opened()) as archive:
            yield from _members(archive, source)
    except Unpackable as error:
        yield Skipped(source.where, f"this archive cannot be read: {error}")


def _members(archive: ZipFile, source: Source) -> Iterator[Skipped | Source]:
    named = (info for info in archive.infolist() if info.filename and not info.filename.endswith("/"))  # is_dir() fails where there is no name
    files = sorted((info for info in named if not _is_aside(info.filename)), key=lambda info: info.filename)
    declared, packed = sum(info.file_size for info in files), sum(info.compress_size for info in files)
    if declared > UNSUSPICIOUS and declared > TIGHTEST * max(1, packed):
        raise Unpackable(f"it is packed more than {TIGHTEST} times over, as bombs are and texts are not")
    left = 10 * source.limits.file_mb * MEGABYTE  # of all files together
    for info in files:
        found = _one(archive, info, source)
        left -= len(found.data) if isinstance(found, Source) else 0
        if left < 0:
            raise Unpackable("all that is in it comes to more than ten times file_mb under [limits] in crosscheck.toml")
        yield found
    if not files:
        raise Unpackable("there is no file in it")


def _one(archive: ZipFile, info: ZipInfo, source: Source) -> Skipped | Source:
    path = f"{source.path}/{_named(info.filename)}"
    try:
        return replace(source, path=path, data=member(archive, info, source.limits.file_mb), opener=None, id=None, place=None, kind=None)
    except Unpackable as error:
        return Skipped(path, f"it cannot be unpacked: {error}")


def gzip(source: Source) -> Iterator[Skipped | Source]:
    """The one file of a .gz, which is called like it."""
    try:
        with source.opened() as stream:
            data = gunzipped(stream, source.limits.file_mb)
    except Unpackable as error:
        yield Skipped(source.where, f"it cannot be unpacked: {error}")
        return
    inner = source.path.rpartition("/")[2].removesuffix(".gz")
    yield replace(source, path=f"{source.path}/{inner}", data=data, opener=None, kind=None)


def _named(name: str) -> str:
    """A name without what leads out of the archive: it is shown and never opened."""
    parts = (part for part in whole_characters(name).replace("\\", "/").split("/") if part not in ("", ".", ".."))
    return "/".join(parts) or "file"


def _is_aside(name: str) -> bool:
    """What systems put into archives beside the files."""
    return any((part.startswith(".") and part not in (".", "..")) or part == "__MACOSX" for part in name.replace("\\", "/").split("/"))
