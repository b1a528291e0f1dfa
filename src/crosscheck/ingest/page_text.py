"""What of a page's text is no word of its article: marks of footnotes, counters of pictures, or all of it?"""

from __future__ import annotations

import re
from functools import cache

from crosscheck.tables import table

BULLETS = ("•", "▪", "◦", "‣", "●", "○", "■", "·", "\uf0b7")
FEW = 80  # words of a page that shows a notice in the place of its article; a report on browsers has more
PICTURES = 3  # captions that count themselves: two may be two fractions

_FOOTNOTE = re.compile(
    r"(?:(?<=[a-z]{3})|(?<=[.,;:”’\"')])|(?<=</a>)|(?<=</em>))(?:<a [^<>]{0,300}>)?"
    r"<sup[^<>]{0,200}>\s{0,5}(?:<a[^<>]{0,300}>)?\s{0,5}\[?\d{1,3}\]?\s{0,5}(?:</a>)?\s{0,5}</sup>(?:</a>)?"
)
_COUNTER = re.compile(r"(\d{1,3}) ?(?:/|of) ?(\d{1,3})[ .:–-]+(?=\S)")
_WHY = {
    "script": "this page shows its article by a script; save it from a browser when it is there",
    "robots": "this page asks who is there, and shows no article; save it from a browser",
    "missing": "this page says that its article is not there",
}


def without_footnotes(markup: str) -> str:
    """ "the ministry said<sup>1</sup>." without its 1; what stands behind a number or a unit is a power ("10<sup>6</sup>", "m<sup>2</sup>")."""
    return _FOOTNOTE.sub("", markup) if "<sup" in markup else markup


def plain_lines(body: str) -> str:
    """Items of lists without the mark before them, rows of tables with tabs between their cells, notes without the arrow that leads back."""
    lines = (line.replace("↩︎", "").replace("↩", "").strip() for line in body.split("\n"))
    plain = (_row(line) if line[:1] == line[-1:] == "|" else _item(line) for line in lines)
    return "\n".join(line for line in plain if line)


def _item(line: str) -> str:
    return line[2:].lstrip() if line.startswith("- ") else without_bullet(line)


def _row(line: str) -> str:
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    return "\t".join(cell for cell in cells if cell.strip("-:"))


def without_bullet(line: str) -> str:
    """ "•  Rescue teams are searching" is the sentence alone."""
    return line[1:].lstrip() if line[:1] in BULLETS and line[1:2].isspace() else line


def without_counters(body: str) -> str:
    """The captions of a gallery without "1/12", "2/12" before them."""
    lines = body.split("\n")
    found = [_COUNTER.match(line) for line in lines]
    counts = [(int(one[1]), int(one[2])) for one in found if one]
    wholes = {whole for _, whole in counts}
    if len(counts) < PICTURES or len(wholes) != 1 or [at for at, _ in counts] != list(range(counts[0][0], counts[0][0] + len(counts))):
        return body
    return "\n".join(line[one.end() :] if one else line for line, one in zip(lines, found, strict=True))


def notice_in(body: str, title: str | None) -> str | None:
    """Why a page of few words has no article, if it says so."""
    words = body.casefold().split()
    if len(words) > FEW:
        return None
    said = f" {' '.join([*words, *(title or '').casefold().split()])} "
    kind = next((kind for kind, notices in _notices() if any(notice in said for notice in notices)), None)
    return kind and _WHY[kind]


@cache
def _notices() -> tuple[tuple[str, tuple[str, ...]], ...]:
    listed: dict[str, str] = table("lexicon/pages")["notices"]
    return tuple((kind, tuple(notice.replace("_", " ") for notice in notices.split())) for kind, notices in listed.items())
