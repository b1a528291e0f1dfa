"""Which words does a piece of HTML show, and where do its paragraphs end?

For what feeds and mails carry: a piece, not a page, so that all of it is the article. A page has menus and needs trafilatura.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crosscheck.ingest.tags import pieces

_ELEMENTS = """
address article aside blockquote body dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table
tbody td tfoot th thead tr ul
"""
_BLOCKS = frozenset(_ELEMENTS.split())
_UNSEEN = frozenset({"script", "style", "template", "noscript", "svg", "math", "iframe", "object", "head", "title", "textarea", "select", "button"})
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "area", "base", "col", "embed", "param"})
_HIDDEN = ("display:none", "visibility:hidden", "mso-hide:all")


def shown(markup: str) -> str:
    """The text, a paragraph a line. Line breaks of the source are blanks; blocks and <br> are line breaks."""
    lines = (" ".join(line.split()) for line in "".join(_parts(markup)).split("\n"))
    return "\n".join(line for line in lines if line)


def _parts(markup: str) -> Iterator[str]:
    """What is hidden is left out with all that is in it: `within` is the hidden element, `depth` how many of its name are open."""
    within, depth = "", 0
    for piece in pieces(markup):
        if within:
            depth += (piece.name == within) * (-1 if piece.ends else 1)
            within = within if depth else ""
        elif piece.name and not piece.ends and piece.name not in _VOID and (piece.name in _UNSEEN or _is_hidden(piece.said)):
            within, depth = piece.name, 1
        elif piece.name in _BLOCKS or piece.name == "br":
            yield "\n"
        elif piece.words and not piece.raw:
            yield piece.words.replace("\n", " ").replace("\r", " ")


def _is_hidden(said: Mapping[str, str]) -> bool:
    style = said.get("style", "").replace(" ", "").lower()
    return "hidden" in said or said.get("aria-hidden") == "true" or any(hidden in style for hidden in _HIDDEN)
