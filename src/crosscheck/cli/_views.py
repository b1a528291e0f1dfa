"""stop-gap until report/ exists"""

from __future__ import annotations

import json
from typing import Any

from crosscheck.model import codec


def view(format: str, name: str) -> Any:
    return {"compare": _compare, "claims": _claims, "inspect": _inspect, "check": _check, "topics": _topics}[name]


def formats_of(command: str) -> tuple[str, ...]:
    return ("text", "json", "jsonl")


def _dump(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


def _compare(report: Any, page: Any) -> str:
    return _dump(codec.report_to_json(report))


def _claims(articles: Any, claims: Any, page: Any) -> str:
    return _dump(codec.claims_to_json(articles, claims))


def _inspect(articles: Any, extracts: Any, page: Any) -> str:
    return "".join(_dump(codec.inspection_to_json(a, e)) + "\n" for a, e in zip(articles, extracts, strict=True))


def _check(answer: Any, articles: Any, page: Any) -> str:
    return _dump(codec.answer_to_json(answer))


def _topics(topics: Any, page: Any) -> str:
    wide = max(len(topic.name) for topic in topics)
    return "".join(f"{topic.name:{wide}}  {topic.description}\n" for topic in topics)
