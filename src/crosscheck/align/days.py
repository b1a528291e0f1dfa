"""On which day was an article published, and how many days lie between two?"""

from __future__ import annotations

from datetime import date

from crosscheck.model.article import Article


def day_of(article: Article) -> date | None:
    """The day of publication; None where it is not known to the day."""
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None


def days_between(left: Article, right: Article) -> int | None:
    """Days between the publication of two articles; None where one is not known to the day."""
    one, other = day_of(left), day_of(right)
    return None if one is None or other is None else abs((one - other).days)
