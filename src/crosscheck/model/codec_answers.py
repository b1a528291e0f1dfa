"""How does an answer to `check` look in JSON, and how is it read back?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crosscheck.model.answer import Answer, Attitude, Bearing, Evidence
from crosscheck.model.claim import Facet, Span
from crosscheck.model.codec_values import Json, number


def answer_to_json(answer: Answer) -> Json:
    """One line of `check --batch`."""
    return {
        "id": answer.id,
        "verdict": answer.verdict.value,
        "stance": answer.stance.value,
        "confidence": number(answer.confidence),
        "evidence": [_evidence_to_json(evidence) for evidence in answer.evidence],
        "claim": answer.claim,
    }


def answer_from_json(data: Mapping[str, Any]) -> Answer:
    evidence = tuple(map(_evidence_from_json, data["evidence"]))
    return Answer(data["claim"], Bearing(data["verdict"]), Attitude(data["stance"]), float(data["confidence"]), evidence, data["id"])


def _evidence_to_json(evidence: Evidence) -> Json:
    return {
        "article": evidence.article,
        "span": list(evidence.span),
        "text": evidence.text,
        "facet": evidence.facet.value if evidence.facet else None,
        "rule": evidence.rule,
        "reason": evidence.reason,
    }


def _evidence_from_json(data: Mapping[str, Any]) -> Evidence:
    facet = Facet(data["facet"]) if data["facet"] else None
    return Evidence(data["article"], Span(*data["span"]), data["text"], facet, data["rule"], data["reason"])
