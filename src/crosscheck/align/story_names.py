"""What would a desk call a story, and what have its articles in common?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from crosscheck.extract.words import folded
from crosscheck.ingest.metadata import header_of
from crosscheck.model.article import Article

LONGEST = 90
"""Letters of a name; a headline is shorter, the first sentence of an article without one may be longer."""

SHARED = 0.6
"""Part of the articles that must have a word in title or opening for it to be named as what they have in common."""

WORDS = 6
"""Words that are named at most."""

Weights = Mapping[str, float]


def name_of(articles: Sequence[Article], leads: Sequence[Weights]) -> str:
    """The headline of the article whose opening is most like the others', the earliest of several; first words where none has a headline."""
    likeness = [sum(_common(lead, other) for other in leads) for lead in leads]
    best = max(range(len(articles)), key=lambda at: (articles[at].title is not None, _headline(articles[at]) != "", round(likeness[at], 9), -at))
    return _shortened(_headline(articles[best]) or articles[best].id)


def reason_of(articles: Sequence[Article], leads: Sequence[Weights], words: Sequence[Sequence[str]]) -> str:
    """Why the articles are one story, in a sentence or two; `words` are those of each opening, as written."""
    if len(articles) == 1:
        return "No other article tells of the same happenings."
    carried = Counter(term for lead in leads for term in lead)
    least = max(2, round(SHARED * len(articles)))
    weights = {term: sum(lead.get(term, 0.0) for lead in leads) for term, count in carried.items() if count >= least and not term.isdigit()}
    top = sorted(weights, key=lambda term: (-round(weights[term], 9), term))[:WORDS]
    if not top:
        return "Their openings are alike, though no word stands in most of them."
    forms = _as_written(words)
    fewest = min(carried[term] for term in top)
    who = (
        "Both open"
        if len(articles) == 2
        else f"All {len(articles)} open"
        if fewest == len(articles)
        else f"{fewest} or more of the {len(articles)} open"
    )
    return f"{who} with {_listed([forms.get(term, term) for term in top])}.{_published(articles)}"


def _published(articles: Sequence[Article]) -> str:
    days = sorted({article.published[:10] for article in articles if article.published})
    if not days:
        return ""
    return f" Published on {days[0]}." if len(days) == 1 else f" Published from {days[0]} to {days[-1]}."


def _common(a: Weights, b: Weights) -> float:
    return sum(weight * b[term] for term, weight in sorted(a.items()) if term in b)


def _headline(article: Article) -> str:
    """The title, else the first line that is one of running words and no address or date."""
    if article.title:
        return article.title
    body = article.text[header_of(article.text).end :][:2000]
    lines = (line.strip() for line in body.split("\n"))
    return next((line for line in lines if len(line.split()) > 3 and not line.lower().startswith(("http", "www")) and not line[0].isdigit()), "")


def _shortened(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST].rpartition(' ')[0] or plain[:LONGEST]} …"


def _as_written(words: Sequence[Sequence[str]]) -> dict[str, str]:
    """Each folded word in the form in which it is written most often."""
    seen: dict[str, Counter[str]] = {}
    for opening in words:
        for word in opening:
            seen.setdefault(folded(word), Counter())[word] += 1
    return {form: min(counts, key=lambda word: (-counts[word], word)) for form, counts in seen.items()}


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
