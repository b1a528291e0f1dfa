"""Which shape has each document that crosscheck prints? JSON Schemas (draft 2020-12), made from data/schemas.toml.

    schema_named("compare")      the schema of `compare --format json`
    schema_named("claims-line")  the schema of a line of `claims --format jsonl`

Every key that a document always has is required, so that a renamed one is found out; further keys are let through, since fields may be added.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from crosscheck.model import answer, claim, codec, explanation, review, revision, sources, timeline, verdict
from crosscheck.report.matrix import State
from crosscheck.tables import table

Json = dict[str, Any]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_ENUMS: Mapping[str, type[Enum]] = {
    "facet": claim.Facet,
    "polarity": claim.Polarity,
    "modality": claim.Modality,
    "stance": claim.Stance,
    "verdict": verdict.Verdict,
    "bearing": answer.Bearing,
    "attitude": answer.Attitude,
    "decision": review.Decision,
    "granularity": timeline.Granularity,
    "credibility": sources.Credibility,
    "happening": revision.Kind,
    "aspect": revision.Aspect,
    "change_of_text": explanation.Kind,
    "state": State,
}
_WORDS: Mapping[str, tuple[str, ...]] = {
    "bound": ("=", "~", "<", ">", "<=", ">=", "up", "down"),
    "timex": ("DATE", "TIME", "DURATION", "SET"),
    "section": ("headline", "lead", "body"),
    "overlap_kind": ("copied_text", "same_author", "same_publisher", "shared_source", "cites"),
}
_ALIKE = {"undated": "event"}  # records that are called otherwise than the part that they are


def names() -> tuple[tuple[str, str], ...]:
    """What can be named, and what each is the schema of."""
    told = [(name, said.partition(" -- ")[2]) for name, said in table("schemas")["documents"].items()]
    return (*told, *((name, said[0]) for name, said in table("schemas")["typed"].items()))


def schema_named(name: str) -> Json:
    """Raises: KeyError for a name that is none."""
    shape, title = _typed(name) if name in table("schemas")["typed"] else _untyped(name)
    head = {"$schema": _DRAFT, "$id": f"urn:crosscheck:schema:{codec.SCHEMA_VERSION}:{name}", "title": title}
    return {**head, **shape, "$defs": {part: _definition(part) for part in sorted(_reached(shape))}}


def _typed(name: str) -> tuple[Json, str]:
    """One of several parts, each with its `type`."""
    title, *records = table("schemas")["typed"][name]
    return {"oneOf": [_record(record) for record in records]}, title


def _record(name: str) -> Json:
    kind = {"properties": {"type": {"const": name}}, "required": ["type"]}
    return {"type": "object", "allOf": [kind, {"$ref": f"#/$defs/{_ALIKE.get(name, name)}"}]}


def _untyped(name: str) -> tuple[Json, str]:
    said, _, title = table("schemas")["documents"][name].partition(" -- ")
    return _shape(said), title


def _reached(shape: Any) -> set[str]:
    """The parts that it needs, directly or through others."""
    found: set[str] = set()
    waiting = list(_refs(shape))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _refs(_definition(name))
    return found


def _refs(shape: Any) -> Iterator[str]:
    for value in shape.values() if isinstance(shape, dict) else shape if isinstance(shape, list) else ():
        yield from _refs(value)
    if isinstance(shape, dict) and "$ref" in shape:
        yield shape["$ref"].rpartition("/")[2]


def _definition(name: str) -> Json:
    if name == "span":
        whole = {"type": "integer", "minimum": 0}
        return {"description": "[start, end) in code points", "type": "array", "items": whole, "minItems": 2, "maxItems": 2}
    if name in _ENUMS or name in _WORDS:
        return {"enum": [member.value for member in _ENUMS[name]] if name in _ENUMS else list(_WORDS[name])}
    return _object(table("schemas")["parts"][name])


def _object(keys: Mapping[str, str]) -> Json:
    properties = {key.removesuffix("?"): _described(said) for key, said in keys.items()}
    return {"type": "object", "properties": properties, "required": [key for key in keys if not key.endswith("?")]}


def _described(said: str) -> Json:
    kind, _, description = said.partition(" -- ")
    return _shape(kind) | ({"description": description} if description else {})


def _shape(kind: str) -> Json:
    """The schema of a kind as the TOML writes it."""
    if " | " in kind:
        return {"anyOf": [_shape(one) for one in kind.split(" | ")]}
    if kind.endswith("?"):
        return {"anyOf": [_shape(kind[:-1]), {"type": "null"}]}
    if kind.startswith("["):
        return {"type": "array", "items": _shape(kind[1:-1])}
    if kind.startswith("{"):
        return {"type": "object", "additionalProperties": _shape(kind[1:-1])}
    if kind == "version":
        return {"const": codec.SCHEMA_VERSION}
    return {"type": kind} if kind in ("string", "integer", "number", "boolean", "null") else {"$ref": f"#/$defs/{kind}"}
