"""What does a reader of Markdown see? Rendered by markdown-it, which rich brings along."""

from __future__ import annotations

from html.parser import HTMLParser

from markdown_it import MarkdownIt

_MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_NO_WIDTH = "\u200b"


class Seen(HTMLParser):
    """The elements of a page in their order, the attributes that they have, and the text."""

    def __init__(self, page: str):
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.cells: list[str] = []
        self.text = ""
        self.feed(_MARKDOWN.render(page))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag in ("td", "th"):
            self.cells.append("")

    def handle_data(self, data: str) -> None:
        shown = data.replace(_NO_WIDTH, "")
        self.text += shown
        if self.cells:
            self.cells[-1] += shown.strip("\n")
