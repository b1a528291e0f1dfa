"""Do the schemas that are published hold for what is printed, and do they notice when a field is renamed?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from crosscheck.arrange.timeline import timeline_of
from crosscheck.cli._batch import line_of
from crosscheck.engine.local import Unasked
from crosscheck.extract.topics import catalogue
from crosscheck.judge.catalogue import entries
from crosscheck.judge.changes import revision
from crosscheck.pipeline import checked, explained, sourced
from crosscheck.report import Look, format_named
from crosscheck.report.schemas import names, schema_named
from tests.report.made import ANSWERS, EXTRACT, GULF, REPORT, SOURCES, TIMELINE, TOLD
from tests.test_properties import extract_of, report_on, seeds

LOOK = Look()
NAMES = [name for name, _ in names()]


@cache
def printed(form: str) -> dict[str, str]:
    """What each view prints on the seeds, and on a report made by hand where the seeds have nothing to show."""
    shape, report, articles = format_named(form), report_on(*seeds().articles), seeds().articles
    extracts = {article.id: extract_of(article) for article in articles}
    old, new = articles[2], articles[4]
    answer = checked(new, extracts[new.id], (old,), (extracts[old.id],))
    alone = next(claim.id for claim in report.claims if all(claim.id not in one.claims for one in report.alignments))
    explanations = (explained(report, report.alignments[0].id), explained(report, alone))
    ending = {"json": "", "jsonl": "-line"}[form]
    shown = {
        "compare": shape.compare(report, Look(texts=True)),
        "compare ": shape.compare(REPORT, LOOK),
        "matrix": shape.matrix(report, LOOK),
        "claims": shape.claims(articles, report.claims, LOOK),
        "inspect": shape.inspect(articles, extracts, LOOK),
        "inspect ": shape.inspect([GULF], {GULF.id: EXTRACT}, LOOK),
        "check": shape.check((answer,), articles, LOOK),
        "check ": shape.check(ANSWERS, articles, LOOK),
        "diff": shape.diff(revision(old, extracts[old.id], new, extracts[new.id]), LOOK),
        "sources": shape.sources(sourced(articles, extracts, report=report), LOOK),
        "sources ": shape.sources(SOURCES, LOOK),
        "timeline": shape.timeline(timeline_of(report), LOOK),
        "timeline ": shape.timeline(TIMELINE, LOOK),
        "topics": shape.topics(catalogue().topics, LOOK),
        "rules": shape.rules(entries(), LOOK),
    }
    told = {f"{name.strip()}{ending}{' ' * name.count(' ')}": text for name, text in shown.items()}
    explaining = {f"explain{' ' * number}": shape.explain(one, report, LOOK) for number, one in enumerate(explanations)}
    return told | (explaining if form == "json" else {"check-line  ": line_of(Unasked("q", "no claim"))})


def documents(name: str) -> list[Any]:
    """All that is printed under a name."""
    texts = [text for key, text in printed("jsonl" if name.endswith("-line") else "json").items() if key.strip() == name]
    return [json.loads(line) for text in texts for line in text.splitlines()] if name.endswith("-line") else [json.loads(text) for text in texts]


def trimmed(value: Any, most: int) -> Any:
    """With at most so many of every list."""
    if isinstance(value, list):
        return [trimmed(one, most) for one in value[:most]]
    return {key: trimmed(one, most) for key, one in value.items()} if isinstance(value, dict) else value


def samples(name: str, most: int) -> list[Any]:
    """Documents with at most so many of every list, and of the lines of one type."""
    found: dict[str, list[Any]] = {}
    for document in documents(name):
        found.setdefault(document.get("type", "") if name.endswith("-line") else "", []).append(document)
    return [trimmed(document, most) for several in found.values() for document in several[:most]]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_printed_fits_its_schema(name: str) -> None:
    """And the schema is one."""
    schema = schema_named(name)
    Draft202012Validator.check_schema(schema)
    found = documents(name)
    assert found
    validator = Draft202012Validator(schema)
    assert [error.message for document in found for error in validator.iter_errors(document)][:3] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_field_is_in_the_schema(name: str) -> None:
    """A field that is added to the output is added there as well."""
    closed = schema_named(name)
    for part in closed["$defs"].values():
        if "properties" in part:
            part["additionalProperties"] = False
    records = {
        key: part for one in closed.pop("oneOf", ()) for key, part in [(one["allOf"][0]["properties"]["type"]["const"], one["allOf"][1]["$ref"])]
    }
    for document in samples(name, 60):
        kind = document.pop("type") if records else ""
        shape = {"$ref": records[kind], "$defs": closed["$defs"]} if records else closed
        assert [error.message for error in Draft202012Validator(shape).iter_errors(document)][:3] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_renamed_field_is_noticed(name: str) -> None:
    """Whichever it is, but for the text that an article may lack."""
    validator, seen = Draft202012Validator(schema_named(name)), set()
    for document in samples(name, 4):
        for way, holder in holders(document, (document.get("type", ""),)):
            for key in list(holder):
                if (way, key) in seen or way[-1:] == ("cells",) or (key == "text" and "sha256" in holder):
                    continue
                seen.add((way, key))
                holder["renamed"] = holder.pop(key)
                assert not validator.is_valid(document), (way, key)
                holder[key] = holder.pop("renamed")
    assert seen


def holders(value: Any, way: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """Every object of the document with the keys that lead to it; lists do not count."""
    if isinstance(value, dict):
        yield way, value
        for key in list(value):
            yield from holders(value[key], (*way, key)) if key in value else ()
    elif isinstance(value, list):
        for one in value:
            yield from holders(one, way)


def test_further_fields_are_let_through() -> None:
    """Fields may be added without a new version."""
    document = documents("compare")[0]
    document["alignments"][0]["further"] = 1
    assert Draft202012Validator(schema_named("compare")).is_valid(document)


def test_an_unknown_word_is_noticed() -> None:
    """Of what can only be one of a few."""
    document = documents("claims")[0]
    document["claims"][0]["polarity"] = "maybe"
    assert not Draft202012Validator(schema_named("claims")).is_valid(document)


def test_told_claims_keep_their_shape() -> None:
    """A claim with everything in it fits as well."""
    shown = json.loads(format_named("jsonl").claims([GULF], [TOLD], LOOK))
    assert Draft202012Validator(schema_named("claims-line")).is_valid(shown)
