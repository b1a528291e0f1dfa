"""How do alignments, overlaps and checks look in JSON, with their verdicts, and how are they read back?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crosscheck.model.claim import Facet, Span
from crosscheck.model.codec_values import Json, number
from crosscheck.model.report import Alignment, Check, FacetMention, FacetValue, FacetVerdict, Overlap, Passage
from crosscheck.model.review import Decision, Review
from crosscheck.model.verdict import Verdict


def alignment_to_json(alignment: Alignment) -> Json:
    return {
        "id": alignment.id,
        "story": alignment.story,
        "question": alignment.question,
        "topics": list(alignment.topics),
        "claims": list(alignment.claims),
        "articles": list(alignment.articles),
        "origins": alignment.origins,
        "verdict": alignment.verdict.value,
        "confidence": number(alignment.confidence),
        "facets": [facet_to_json(facet) for facet in alignment.facets],
    }


def alignment_from_json(data: Mapping[str, Any]) -> Alignment:
    return Alignment(
        id=data["id"],
        story=data["story"],
        question=data["question"],
        topics=tuple(data["topics"]),
        claims=tuple(data["claims"]),
        articles=tuple(data["articles"]),
        origins=data["origins"],
        verdict=Verdict(data["verdict"]),
        confidence=float(data["confidence"]),
        facets=tuple(map(facet_from_json, data["facets"])),
    )


def facet_to_json(facet: FacetVerdict) -> Json:
    return {
        "facet": facet.facet.value,
        "verdict": facet.verdict.value,
        "rule": facet.rule,
        "reason": facet.reason,
        "confidence": number(facet.confidence),
        "values": [_value_to_json(value) for value in facet.values],
        "label": facet.label,
        "review": _review_to_json(facet.review),
    }


def facet_from_json(data: Mapping[str, Any]) -> FacetVerdict:
    values = tuple(map(_value_from_json, data["values"]))
    confidence, review = float(data["confidence"]), _review_from_json(data.get("review"))
    return FacetVerdict(Facet(data["facet"]), Verdict(data["verdict"]), data["rule"], data["reason"], confidence, values, data["label"], review)


def _review_to_json(review: Review | None) -> Json | None:
    return {"decision": review.decision.value, "reason": review.reason, "note": review.note} if review else None


def _review_from_json(data: Mapping[str, Any] | None) -> Review | None:
    return Review(Decision(data["decision"]), data["reason"], data["note"]) if data else None


def _value_to_json(value: FacetValue) -> Json:
    stated = value.value if isinstance(value.value, str) else number(value.value)
    mentions = [_facet_mention_to_json(mention) for mention in value.mentions]
    return {"value": stated, "text": value.text, "origins": value.origins, "mentions": mentions}


def _value_from_json(data: Mapping[str, Any]) -> FacetValue:
    stated = float(data["value"]) if isinstance(data["value"], int | float) else data["value"]
    return FacetValue(stated, data["text"], data["origins"], tuple(map(_facet_mention_from_json, data["mentions"])))


def _facet_mention_to_json(mention: FacetMention) -> Json:
    return {"claim": mention.claim, "article": mention.article, "text": mention.text, "span": list(mention.span), "source": mention.source}


def _facet_mention_from_json(data: Mapping[str, Any]) -> FacetMention:
    return FacetMention(data["claim"], data["article"], data["text"], Span(*data["span"]), data["source"])


def overlap_to_json(overlap: Overlap) -> Json:
    return {
        "articles": list(overlap.articles),
        "kind": overlap.kind,
        "share": number(overlap.share),
        "passages": [{"a": list(passage.a), "b": list(passage.b)} for passage in overlap.passages],
        "source": overlap.source,
        "credited": list(overlap.credited),
    }


def overlap_from_json(data: Mapping[str, Any]) -> Overlap:
    first, second = data["articles"]
    share = None if data["share"] is None else float(data["share"])
    passages = tuple(Passage(Span(*passage["a"]), Span(*passage["b"])) for passage in data["passages"])
    return Overlap((first, second), data["kind"], share, passages, data["source"], tuple(data.get("credited", ())))


def check_to_json(check: Check) -> Json:
    return {
        "article": check.article,
        "rule": check.rule,
        "holds": check.holds,
        "span": list(check.span),
        "text": check.text,
        "reason": check.reason,
    }


def check_from_json(data: Mapping[str, Any]) -> Check:
    return Check(data["article"], data["rule"], data["holds"], Span(*data["span"]), data["text"], data["reason"])
