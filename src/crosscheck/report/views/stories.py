"""Which stories is a pile about, and why do the articles of each belong together?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.model.report import Story
from crosscheck.report.quotes import isolated, visible
from crosscheck.report.rows import BLANK, Cell, Piece, Row, cells_of, cut, row
from crosscheck.report.views.sources import Shelf

_MOST = 12  # stories; a longer list is no help
_ARTICLES = (6, 4, 3, 2)  # that are named, as far as the name of the story keeps half of the line


def stories_listed(stories: Sequence[Story], shelf: Shelf, width: int) -> Iterator[Row]:
    """A line for each with its name and its articles, and below it what they have in common; nothing where there is one, or each is alone."""
    if not 1 < len(stories) <= _MOST or all(len(story.articles) == 1 for story in stories):
        return
    yield BLANK
    for story in stories:
        most = next((most for most in _ARTICLES if width - cells_of(shelf.labels_in_order(story.articles, most)) > width // 2), 1)
        labels = Piece(shelf.labels_in_order(story.articles, most), "where")
        room = width - cells_of(labels.text) - 12
        yield Row((Cell((Piece("story", "muted"),), 5), Cell((Piece(isolated(cut(visible(story.name), max(16, room)))),))), 2, (labels,))
        if len(story.articles) > 1:
            yield row(Piece(visible(story.reason), "muted"), indent=9)
