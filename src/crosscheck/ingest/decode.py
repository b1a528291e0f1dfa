"""Which characters do the bytes stand for?

UTF-8 nearly always; a byte order mark is dropped. Line ends and all else stay as given, because spans count them.
"""

from __future__ import annotations

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
        return None
    text = _read(data, "utf-8")
    return text if text is not None else _guessed(data)


def _read(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
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
