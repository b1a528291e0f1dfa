"""What does a line of `check --batch` ask, and how is its answer written?

    {"id", "claim", "evidence": text | [text…], "published"?}

Without "evidence" the claim is checked against the articles of the command. "published" dates both the claim and the evidence.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

from crosscheck.engine.local import Asked, Unasked
from crosscheck.errors import CrosscheckError
from crosscheck.ingest.dates import iso_date
from crosscheck.ingest.decode import whole_characters
from crosscheck.ingest.draft import Draft
from crosscheck.ingest.read import article_of
from crosscheck.model.answer import Answer
from crosscheck.model.article import Article, Skipped
from crosscheck.report import Look, jsonl
from crosscheck.settings import Settings

Otherwise = Callable[[], tuple[Article, ...]]


def rows_of(lines: Iterable[bytes], settings: Settings, otherwise: Otherwise) -> Iterator[Asked | Unasked]:
    """A row for each line that is not blank; what is wrong with one does not touch the others."""
    return (_row(line, number, settings, otherwise) for number, line in enumerate(lines, 1) if line.strip())


def line_of(answer: Answer | Unasked) -> str:
    if isinstance(answer, Answer):
        return jsonl.check((answer,), (), Look())
    return json.dumps({"id": answer.id, "error": answer.error}) + "\n"


def _row(line: bytes, number: int, settings: Settings, otherwise: Otherwise) -> Asked | Unasked:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        return Unasked(None, f"line {number} is no JSON: {error.msg} at column {error.colno}")
    except (ValueError, RecursionError):
        return Unasked(None, f"line {number} is no JSON in UTF-8 that can be read")
    if not isinstance(row, dict):
        return Unasked(None, f'line {number} is no object with a "claim"')
    name = row.get("id")
    name = name if isinstance(name, str | int) and not isinstance(name, bool) else None
    asked = _asked(row, name, settings, otherwise)
    return asked if isinstance(asked, Asked) else Unasked(name, f"line {number}: {asked}")


def _asked(row: dict[str, object], name: str | int | None, settings: Settings, otherwise: Otherwise) -> Asked | str:
    """The question, or what is wrong with it."""
    claim = _article("claim", row.get("claim"), row, settings)
    if isinstance(claim, str):
        return claim
    evidence = _evidence(row, settings, otherwise)
    return evidence if isinstance(evidence, str) else Asked(claim, evidence, name)


def _evidence(row: dict[str, object], settings: Settings, otherwise: Otherwise) -> tuple[Article, ...] | str:
    given = row.get("evidence")
    if given is None:
        try:
            return otherwise()
        except CrosscheckError as error:
            return f'there is no "evidence", and {error}'
    texts = given if isinstance(given, list) else [given]
    names = ["evidence"] if len(texts) == 1 else [f"evidence-{number}" for number in range(1, len(texts) + 1)]
    articles = [_article(name, text, row, settings) for name, text in zip(names, texts, strict=True)]
    return next((one for one in articles if isinstance(one, str)), tuple(one for one in articles if isinstance(one, Article)))


def _article(name: str, text: object, row: dict[str, object], settings: Settings) -> Article | str:
    if not isinstance(text, str):
        return f'there is no "{name}"' if text is None else f'"{name}" is no text'
    article = article_of(Draft(name, name, whole_characters(text), published=iso_date(row.get("published")), has_head=False), settings)
    return f'"{name}": {article.reason}' if isinstance(article, Skipped) else article
