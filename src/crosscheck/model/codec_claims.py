"""How does a claim look in JSON, with all that it states, and how is it read back?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crosscheck.model.claim import Argument, Attribution, Claim, Facet, Mention, Modality, Polarity, Predicate, Quantity, Span, Stance, Time
from crosscheck.model.codec_values import Json, number


def claim_to_json(claim: Claim) -> Json:
    return {
        "id": claim.id,
        "article": claim.article,
        "text": claim.text,
        "span": list(claim.span),
        "sentence": claim.sentence,
        "predicate": _predicate_to_json(claim.predicate),
        "topics": list(claim.topics),
        "polarity": claim.polarity.value,
        "modality": claim.modality.value,
        "arguments": [argument_to_json(argument) for argument in claim.arguments],
        "quantities": [quantity_to_json(quantity) for quantity in claim.quantities],
        "times": [time_to_json(time) for time in claim.times],
        "attribution": [attribution_to_json(attribution) for attribution in claim.attribution],
        "section": claim.section,
        "about": claim.about,
    }


def claim_from_json(data: Mapping[str, Any]) -> Claim:
    predicate = data["predicate"]
    return Claim(
        id=data["id"],
        article=data["article"],
        text=data["text"],
        span=Span(*data["span"]),
        sentence=data["sentence"],
        predicate=Predicate(predicate["text"], predicate["lemma"], Span(*predicate["span"]), predicate["kind"]),
        topics=tuple(data["topics"]),
        polarity=Polarity(data["polarity"]),
        modality=Modality(data["modality"]),
        arguments=tuple(map(argument_from_json, data["arguments"])),
        quantities=tuple(map(quantity_from_json, data["quantities"])),
        times=tuple(map(time_from_json, data["times"])),
        attribution=tuple(map(attribution_from_json, data["attribution"])),
        section=data["section"],
        about=data["about"],
    )


def _predicate_to_json(predicate: Predicate) -> Json:
    return {"text": predicate.text, "lemma": predicate.lemma, "span": list(predicate.span), "kind": predicate.kind}


def argument_to_json(argument: Argument) -> Json:
    return {
        "facet": argument.facet.value,
        "text": argument.text,
        "span": list(argument.span),
        "entity": argument.entity,
        "head": argument.head,
        "name": argument.name or None,
        "also": list(argument.also),
        "slot": argument.slot or None,
    }


def argument_from_json(data: Mapping[str, Any]) -> Argument:
    facet, name, slot = Facet(data["facet"]), data["name"] or "", data["slot"] or ""
    return Argument(facet, data["text"], Span(*data["span"]), data["head"], data["entity"], name, tuple(data["also"]), slot)


def quantity_to_json(quantity: Quantity) -> Json:
    return {
        "text": quantity.text,
        "span": list(quantity.span),
        "value": number(quantity.value),
        "low": number(quantity.low),
        "high": number(quantity.high),
        "mod": quantity.mod,
        "unit": quantity.unit,
        "of": quantity.of,
        "kind": quantity.kind,
        "precision": number(quantity.precision),
        "attribute": quantity.attribute,
    }


def quantity_from_json(data: Mapping[str, Any]) -> Quantity:
    value, low, high, precision = (None if data[name] is None else float(data[name]) for name in ("value", "low", "high", "precision"))
    stated = {name: data[name] for name in ("mod", "unit", "of", "kind", "attribute")}
    return Quantity(data["text"], Span(*data["span"]), value, low, high, precision=precision, **stated)


def time_to_json(time: Time) -> Json:
    return {
        "text": time.text,
        "span": list(time.span),
        "type": time.type,
        "value": time.value,
        "mod": time.mod,
        "from": time.since,
        "until": time.until,
        "of": time.of,
    }


def time_from_json(data: Mapping[str, Any]) -> Time:
    return Time(data["text"], Span(*data["span"]), data["type"], data["value"], data["mod"], data["from"], data["until"], data["of"])


def attribution_to_json(attribution: Attribution) -> Json:
    """`content` is one span; where the cue interrupts it, it runs from its first piece to its last, and `pieces` has each."""
    content = attribution.content
    return {
        "source": _mention_to_json(attribution.source),
        "cue": _mention_to_json(attribution.cue),
        "content": [min(span.start for span in content), max(span.end for span in content)] if content else None,
        "stance": attribution.stance.value,
        "anonymous": attribution.anonymous,
        "hedged": attribution.hedged,
        "speaker": attribution.speaker,
        "pieces": [list(span) for span in content],
    }


def attribution_from_json(data: Mapping[str, Any]) -> Attribution:
    return Attribution(
        source=_mention_from_json(data["source"]),
        cue=_mention_from_json(data["cue"]),
        content=tuple(Span(*span) for span in data["pieces"]),
        stance=Stance(data["stance"]),
        anonymous=data["anonymous"],
        hedged=data["hedged"],
        speaker=data["speaker"],
    )


def _mention_to_json(mention: Mention | None) -> Json | None:
    return {"text": mention.text, "span": list(mention.span)} if mention else None


def _mention_from_json(data: Mapping[str, Any] | None) -> Mention | None:
    return Mention(data["text"], Span(*data["span"])) if data else None
