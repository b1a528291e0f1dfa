"""How do the sources and the timeline of a pile look in JSON? The rules are those of `model/codec.py`."""

from __future__ import annotations

from crosscheck.model import codec
from crosscheck.model.codec_articles import article_to_json, skipped_to_json
from crosscheck.model.codec_values import Json
from crosscheck.model.codec_verdicts import facet_to_json, overlap_to_json
from crosscheck.model.sources import Backing, Circle, Cite, Fact, Join, Origin, Sources
from crosscheck.model.timeline import Dating, Event, Timeline, When


def sources_to_json(found: Sources) -> Json:
    """What `sources --format json` prints; `facts` is null where they were not asked for."""
    return {
        "schema_version": codec.SCHEMA_VERSION,
        "articles": [article_to_json(article) for article in found.articles],
        "skipped": [skipped_to_json(skipped) for skipped in found.skipped],
        "overlaps": [overlap_to_json(overlap) for overlap in found.overlaps],
        "origins": [_origin(origin) for origin in found.origins],
        "cites": [_cite(cite) for cite in found.cites],
        "circular": [_circle(circle) for circle in found.circular],
        "facts": None if found.facts is None else [_fact(fact) for fact in found.facts],
    }


def _origin(origin: Origin) -> Json:
    return {"id": origin.id, "articles": list(origin.articles), "sources": list(origin.sources)}


def _cite(cite: Cite) -> Json:
    return {
        "article": cite.article,
        "source": cite.source,
        "text": cite.text,
        "span": list(cite.span),
        "credit": cite.credit,
        "cited": list(cite.cited),
    }


def _circle(circle: Circle) -> Json:
    return {"articles": list(circle.articles), "sources": list(circle.sources)}


def _fact(fact: Fact) -> Json:
    return {
        "alignment": fact.alignment,
        "question": fact.question,
        "text": fact.text,
        "articles": list(fact.articles),
        "origins": fact.origins,
        "verdict": fact.verdict.value,
        "two_sources": fact.two_sources,
        "credibility": int(fact.credibility),
        "values": [_backing(value) for value in fact.values],
        "joins": [_join(join) for join in fact.joins],
    }


def _join(join: Join) -> Json:
    return {"articles": list(join.articles), "kind": join.kind, "source": join.source, "credited": join.credited}


def _backing(value: Backing) -> Json:
    return {
        "facet": value.facet,
        "value": int(value.value) if isinstance(value.value, float) and value.value.is_integer() else value.value,
        "text": value.text,
        "articles": list(value.articles),
        "origins": value.origins,
        "credibility": int(value.credibility),
        "denied": value.denied,
    }


def timeline_to_json(found: Timeline) -> Json:
    """What `timeline --format json` prints. Events and undated ones have the same keys."""
    return {
        "schema_version": codec.SCHEMA_VERSION,
        "articles": [article_to_json(article) for article in found.articles],
        "skipped": [skipped_to_json(skipped) for skipped in found.skipped],
        "events": [_event(event) for event in found.events],
        "undated": [_event(event) for event in found.undated],
    }


def _event(event: Event) -> Json:
    return {
        **_when(event.when),
        "text": event.text,
        "span": list(event.span),
        "article": event.article,
        "claim": event.claim,
        "claims": list(event.claims),
        "alignment": event.alignment,
        "question": event.question,
        "articles": list(event.articles),
        "origins": event.origins,
        "sources": list(event.sources),
        "verdict": event.verdict.value,
        "modality": event.modality.value,
        "polarity": event.polarity.value,
        "dates": [_dating(dating) for dating in event.datings],
        "differences": [facet_to_json(facet) for facet in event.differences],
    }


def _dating(dating: Dating) -> Json:
    return {"claim": dating.claim, "article": dating.article, "text": dating.text, **_when(dating.when)}


def _when(when: When | None) -> Json:
    if when is None:
        return {"from": None, "until": None, "granularity": None, "when": None, "value": None}
    return {"from": when.since, "until": when.until, "granularity": when.granularity.value, "when": when.text, "value": when.value}
