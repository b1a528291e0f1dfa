"""How is what others packed unpacked, without filling memory and without following what it says?

Nothing is ever written to disk, so a path in an archive names and never places. What a header declares is not believed: what is read is
counted. XML with declarations of its own is refused, since entities are what its bombs and its reaching for files are made of.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element, TreeBuilder
from zipfile import BadZipFile, ZipFile, ZipInfo

from crosscheck.values import dataclass

MEGABYTE = 1_000_000
TIGHTEST = 250  # prose packs to a third, tables of zeros to a 100th; a bomb to a 1000th, which is as tight as deflate goes
UNSUSPICIOUS = 10 * MEGABYTE  # what is smaller than this may be packed as tightly as it likes
DEEPEST = 200  # elements within elements; documents of offices have about 30
MOST_FILES = 100_000
_CHUNK = 1 << 16


class Unpackable(Exception):
    """args: why, in one plain sentence without a capital."""


def zip_of(stream: BinaryIO) -> ZipFile:
    """Raises: Unpackable."""
    try:
        archive = ZipFile(stream)
    except (BadZipFile, OSError, ValueError, EOFError, NotImplementedError) as error:
        raise Unpackable("this is no whole archive; it may be cut off") from error
    if len(archive.infolist()) > MOST_FILES:
        raise Unpackable(f"there are {len(archive.infolist())} files in it, and more than {MOST_FILES} are not read")
    return archive


def member(archive: ZipFile, info: ZipInfo | str, most: float) -> bytes:
    """The bytes of one file of at most `most` megabytes. Raises: Unpackable."""
    try:
        info = archive.getinfo(info) if isinstance(info, str) else info
        if info.flag_bits & 1:
            raise Unpackable("it is locked with a password")
        with archive.open(info) as stream:
            return _read(stream, most, max(1, info.compress_size))
    except KeyError as error:
        raise Unpackable(f"there is no {info} in it") from error
    except (BadZipFile, OSError, EOFError, zlib.error, NotImplementedError, RuntimeError, ValueError) as error:
        raise Unpackable("it is damaged, or packed in a way that is not known") from error


def _read(stream: object, most: float, packed: int) -> bytes:
    found = bytearray()
    while chunk := stream.read(_CHUNK):  # type: ignore[attr-defined]  # zipfile's streams share no base with files
        found += chunk
        if len(found) > most * MEGABYTE:
            raise Unpackable(f"it is too long: more than {most:g} MB when unpacked")
        if len(found) > UNSUSPICIOUS and len(found) > TIGHTEST * packed:
            raise Unpackable(f"it is packed more than {TIGHTEST} times over, as bombs are and texts are not")
    return bytes(found)


def body_of(stream: BinaryIO, name: str, most: float) -> Element:
    """What stands below "body" in one XML file of an office's document, or below its root. Raises: Unpackable."""
    with zip_of(stream) as archive:
        root = xml_of(member(archive, name, most))
    return next((child for child in root if local(child) == "body"), root)


def gunzipped(stream: BinaryIO, most: float) -> bytes:
    """Raises: Unpackable."""
    import gzip

    counted = _Counted(stream)
    try:
        with gzip.open(counted) as unpacked:  # type: ignore[call-overload]  # it reads and nothing else
            found = bytearray()
            while chunk := unpacked.read(_CHUNK):
                found += chunk
                if len(found) > most * MEGABYTE:
                    raise Unpackable(f"it is too long: more than {most:g} MB when unpacked")
                if len(found) > UNSUSPICIOUS and len(found) > TIGHTEST * max(1, counted.count):
                    raise Unpackable(f"it is packed more than {TIGHTEST} times over, as bombs are and texts are not")
            return bytes(found)
    except (OSError, EOFError, zlib.error) as error:
        raise Unpackable("it is damaged, or packed in a way that is not known") from error


def inflated(data: bytes, most: float) -> bytes:
    """Gzip that is at hand. Raises: Unpackable."""
    from io import BytesIO

    return gunzipped(BytesIO(data), most)


@dataclass(slots=True)
class _Counted:
    """A stream that knows how much was taken from it."""

    stream: BinaryIO
    count: int = 0

    def read(self, size: int = -1) -> bytes:
        data = self.stream.read(size)
        self.count += len(data)
        return data


# XML


def xml_of(data: bytes) -> Element:
    """The root. Raises: Unpackable for what is not well formed, declares entities, or is nested deeper than any document."""
    from xml.parsers import expat

    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    depth = 0

    def opens(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise Unpackable(f"its elements are nested deeper than {DEEPEST}")
        builder.start(_qualified(name), {_qualified(key): value for key, value in attributes.items()})

    def closes(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_qualified(name))

    def refuses(*_: object) -> None:
        raise Unpackable("it declares entities of its own, which no article needs")

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = opens, closes, builder.data
    parser.EntityDeclHandler = refuses
    try:
        parser.Parse(data, True)
        return builder.close()
    except expat.ExpatError as error:
        raise Unpackable(f"it is not well formed: {expat.ErrorString(error.code)} in line {error.lineno}") from error
    except (AssertionError, ValueError, LookupError) as error:
        raise Unpackable("it is not well formed") from error


def _qualified(name: str) -> str:
    return "{" + name if "}" in name else name


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def texts(element: Element) -> Iterator[str]:
    """All words of an element in order, whatever is nested in it."""
    yield from (part for part in element.itertext() if part)
