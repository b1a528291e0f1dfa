"""Which characters do the bytes stand for?

UTF-8 nearly always; a byte order mark is dropped. Line ends and all else stay as given, because spans count them.
"""

from __future__ import annotations

from codecs import lookup

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SAMPLE = 200_000  # bytes shown to the detector: its time grows with the text, its certainty does not


def decoded(data: bytes) -> str | None:
    """The text, or None where the bytes are no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _read(data.removeprefix(mark) if encoding == "utf-8" else data, encoding)
    if b"\x00" in data:
        return _of_two_bytes(data)
    text = _read(data, "utf-8")
    return text if text is not None else _guessed(data)


def named(data: bytes, encoding: str) -> str | None:
    """The text in the encoding that its sender names; None where it is not in it, or the name is none.

    Of what is UTF-8 without a flaw and has other letters than ASCII, whoever names another is wrong. Latin-1 and ASCII mean Windows-1252, as all
    browsers take them (WHATWG's standard of encodings): no page has the control characters that Latin-1 has in the place of its quotation marks.
    """
    if not data.isascii() and b"\x00" not in data and (text := _read(data, "utf-8")) is not None:
        return text.removeprefix("\ufeff")
    try:
        name = lookup(encoding).name
    except (LookupError, ValueError):
        return None
    return _read(data, _MEANT.get(name, name)) if name not in _NO_TEXTS else None


_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "shift_jis": "cp932"}
_MEANT |= {"gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949"}
"""What is meant by a name, from the same standard: the larger encoding of which it names a part."""
_NO_TEXTS = frozenset({"utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "rot13", "undefined"})
"""Encodings of Python in which no page is written, and in which harmless letters may stand for others."""
_PLAIN = 0.7  # share of the letters of an English text in two bytes a letter of which one byte is null


def _of_two_bytes(data: bytes) -> str | None:
    """UTF-16 without its mark, as some programs of Windows save it: every other byte of English is null."""
    sample = data[: _SAMPLE // 2 * 2]
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(data) % 2 == 0 and sample[first::2].count(0) > _PLAIN * len(sample) / 2 and not sample[1 - first :: 2].count(0):
            return _read(data, encoding)
    return None


def _read(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeError):  # a name such as "hex" is no encoding of texts
        return None


def _guessed(data: bytes) -> str | None:
    """Where several code pages give text without a flaw, the Western one: "It cost £5m" is no less good with an Ł in cp1250.

    The detector's second measure, how much a text looks like a language, decides nothing between neighbours on a page or less.
    """
    from charset_normalizer import from_bytes

    matches = from_bytes(data[:_SAMPLE])
    best = matches.best()
    if best is None:
        return None
    if best.encoding == "latin_1":  # what a page calls itself; see `named`
        return _read(data, "cp1252") or _read(data, best.encoding)
    western = next((match for match in matches if match.encoding == "cp1252"), None)
    if western and western.chaos <= best.chaos:
        best = western
    return _read(data, best.encoding)


def whole_characters(text: str) -> str:
    r"""Half a surrogate pair is no character and cannot be written again; its place is kept.

    It comes from JSON ("\ud83d" alone is legal there) and from file names that are not in the encoding of the system.
    """
    if text.isascii():
        return text
    return "".join("\ufffd" if "\ud800" <= mark <= "\udfff" else mark for mark in text) if _has_surrogate(text) else text


def _has_surrogate(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False
