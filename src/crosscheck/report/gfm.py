"""How does a text stand in GitHub-flavoured Markdown as it is, whatever it says?

    plain("a|b *c* <d> @e")    the same words, and no cell border, emphasis, markup, link, image, code, formula or mention

What a backslash cannot switch off (GitHub looks for "@name", "#12" and "GH-12" when all else is done) is broken by a space of no width.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from crosscheck.report.quotes import Quote, isolated, visible

_ESCAPES = {ord(mark): f"\\{mark}" for mark in "\\`*_[]|~$#"} | {ord("<"): "&lt;", ord(">"): "&gt;", ord("&"): "&amp;", ord("@"): "@&#8203;"}
_NUMBERED = re.compile(r"(\\#|\b[Gg][Hh]-)(?=[0-9])")  # a reference to an issue, which would be told of it
_ADDRESS = re.compile(r"://|\b[Ww][Ww][Ww]\.")  # a bare address becomes a link


def plain(text: str) -> str:
    """On one line, control characters made visible, right-to-left words fenced off."""
    return _escaped(text).strip()


def strong(text: str) -> str:
    """Bold; nothing of nothing."""
    return f"**{plain(text)}**" if text.strip() else ""


def quoted(quote: Quote) -> str:
    """In quotation marks, the value bold."""
    before, value, after = _escaped(quote.before), plain(quote.value), _escaped(quote.after)
    return f"“{before}**{value}**{after}”" if _stands_alone(before, value, after) else f"“{before}{_escaped(quote.value)}{after}”"


def _stands_alone(before: str, value: str, after: str) -> bool:
    """Whether two asterisks beside the value are read as bold: of "US$5" none of "$5" can be."""
    starts = _is_letter(value[:1]) or not before or before[-1].isspace()
    return bool(value) and starts and (_is_letter(value[-1:]) or not after or after[0].isspace())


def _is_letter(mark: str) -> bool:
    return mark.isalnum() or mark in ("\u2068", "\u2069")


def _escaped(text: str) -> str:
    known = _NUMBERED.sub(lambda found: f"{found[0]}&#8203;", isolated(visible(text)).translate(_ESCAPES))
    return _ADDRESS.sub(lambda found: ":\\/\\/" if found[0] == "://" else f"{found[0][:-1]}\\.", known)


def code(name: str) -> str:
    """A name of our own, such as a rule's."""
    return f"`{name}`" if name and "`" not in name and "|" not in name else plain(name)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Lines of a table whose cells are Markdown already; none where there is no row."""
    body = [_line(row) for row in rows]
    return [_line(head), "|" + "---|" * len(head), *body, ""] if body else []


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
