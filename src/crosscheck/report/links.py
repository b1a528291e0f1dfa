"""At which address does a place in an article's file stand?

file:///home/me/news/a.txt#12: the fragment is the line, as kitty, VS Code and ripgrep have it; a terminal that does not know it opens the file.
A line is only given where a line of the text is a line of the file.
"""

from __future__ import annotations

import posixpath

from crosscheck.model.article import Article
from crosscheck.model.claim import Span

ITSELF = (".txt", ".text")  # kinds of which a line of the text is a line of the file
_SAFE = "/:"


def link_to(article: Article, span: Span | None, base: str | None) -> str:
    """ "" where there are to be no links, or the article came from no file. `base` is the address of the folder that its path is relative to."""
    if base is None or not article.path or article.path == "-" or "://" in article.path:
        return ""
    from urllib.parse import quote, unquote

    scheme, _, folder = base.partition("://")
    path = posixpath.normpath(posixpath.join(unquote(folder), article.path.replace("\\", "/")))
    return f"{scheme}://{quote(path, safe=_SAFE, errors='surrogateescape')}{_fragment(article, span)}"


def _fragment(article: Article, span: Span | None) -> str:
    if span is None or not article.is_whole or article.is_converted or not (article.path or "").lower().endswith(ITSELF):
        return ""
    return f"#{article.text.count(chr(10), 0, span.start) + 1}"
