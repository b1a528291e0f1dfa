"""What is a table of a result?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crosscheck.model.article import Article
from crosscheck.model.codec_values import number
from crosscheck.values import dataclass

Cell = str | int | float | bool | None

ABOUT = ("title", "publisher", "published", "path")  # what of an article stands in every row about it


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many cells as there are columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def records(self) -> Iterator[dict[str, Cell]]:
        """Every row by its columns."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)


def table(columns: Iterable[str], rows: Iterable[tuple[Cell, ...]]) -> Table:
    return Table(tuple(columns), tuple(rows))


def about(article: Article | None) -> tuple[Cell, ...]:
    """The cells of ABOUT; of an article that is not at hand, none is known."""
    return (article.title, article.publisher, article.published, article.path) if article else (None,) * len(ABOUT)


def listed(names: Iterable[str]) -> str | None:
    """Several names in one cell."""
    return "; ".join(names) or None


def valued(value: str | float | None) -> Cell:
    """A normalised value: a number without a needless fraction, or a text."""
    return value if isinstance(value, str) else number(value)
