"""How does a noun look in JSON, and how is it read back?

The shapes and the order of their keys are a promise to users: promised fields first, further ones after them. Spans are
`[start, end]` pairs, "not stated" is null, and numbers without a fraction are written without one. `to_json` and `from_json` are
inverse to each other for all that is written; a claim's `terms` are not, they serve alignment only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from crosscheck import __version__
from crosscheck.model.answer import Answer, Attitude, Bearing, Evidence
from crosscheck.model.article import Article, Fetched, Skipped
from crosscheck.model.claim import (
    Argument,
    Attribution,
    Claim,
    Extract,
    Facet,
    Mention,
    Modality,
    Polarity,
    Predicate,
    Quantity,
    Span,
    Stance,
    Time,
)
from crosscheck.model.explanation import Change, Explanation, Link
from crosscheck.model.report import Alignment, Check, FacetMention, FacetValue, FacetVerdict, Overlap, Passage, Report, Story
from crosscheck.model.review import Decision, Review
from crosscheck.model.verdict import Verdict

Json = dict[str, Any]

SCHEMA_VERSION = 1
_AS_GIVEN = (".txt", ".text", ".json", ".jsonl", ".ndjson")  # whoever has the file has the text that spans count
_PACKED = (".zip", ".wacz", ".gz", ".eml")  # nobody has what lies inside without unpacking it
_EXACT = 2**53  # beyond it a float is no longer a count


# the three documents


def report_to_json(report: Report, *, texts: bool = False) -> Json:
    """What `compare --format json` prints; with `texts`, every article carries its text."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "crosscheck", "version": report.version or __version__},
        "articles": [article_to_json(article, text=texts) for article in report.articles],
        "skipped": [skipped_to_json(skipped) for skipped in report.skipped],
        "stories": [story_to_json(story) for story in report.stories],
        "claims": [claim_to_json(claim) for claim in report.claims],
        "alignments": [alignment_to_json(alignment) for alignment in report.alignments],
        "overlaps": [overlap_to_json(overlap) for overlap in report.overlaps],
        "checks": [check_to_json(check) for check in report.checks],
        "summary": summary_to_json(report),
    }


def report_from_json(data: Mapping[str, Any]) -> Report:
    return Report(
        articles=tuple(map(article_from_json, data["articles"])),
        skipped=tuple(map(skipped_from_json, data["skipped"])),
        stories=tuple(map(story_from_json, data["stories"])),
        claims=tuple(map(claim_from_json, data["claims"])),
        alignments=tuple(map(alignment_from_json, data["alignments"])),
        overlaps=tuple(map(overlap_from_json, data["overlaps"])),
        checks=tuple(map(check_from_json, data["checks"])),
        version=None if data["tool"]["version"] == __version__ else data["tool"]["version"],
    )


def claims_to_json(articles: Iterable[Article], claims: Iterable[Claim]) -> Json:
    """What `claims --format json` prints."""
    return {
        "schema_version": SCHEMA_VERSION,
        "articles": [article_to_json(article) for article in articles],
        "claims": [claim_to_json(claim) for claim in claims],
    }


def inspection_to_json(article: Article, extract: Extract) -> Json:
    """What `inspect --format jsonl` prints in a line: everything in the article, whether it stands in a claim or not."""
    return {
        "article": article_to_json(article),
        "sentences": [list(span) for span in extract.sentences],
        "entities": [
            {"text": mention.text, "span": list(mention.span), "type": entity.type, "entity": entity.entity}
            for mention, entity in sorted(
                ((mention, entity) for entity in extract.entities for mention in entity.mentions), key=lambda found: found[0].span
            )
        ],
        "quantities": [quantity_to_json(quantity) for quantity in extract.quantities],
        "times": [time_to_json(time) for time in extract.times],
        "attributions": [attribution_to_json(attribution) for attribution in extract.attributions],
        "claims": [claim_to_json(claim) for claim in extract.claims],
    }


def summary_to_json(report: Report) -> Json:
    counts = {"articles": len(report.articles), "claims": len(report.claims), "alignments": len(report.alignments)}
    gentlest_first = (Verdict.AGREEMENT, Verdict.COMPATIBLE, Verdict.SUPERSEDED, Verdict.CONTRADICTION, Verdict.SINGLE_SOURCE)
    return counts | {verdict.value: report.count(verdict) for verdict in gentlest_first}


# articles


def article_to_json(article: Article, *, text: bool = False) -> Json:
    """`text` is left out where the file that `path` names is the text itself, unless it is asked for; and where it is not at hand."""
    data: Json = {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "publisher": article.publisher,
        "author": article.author,
        "published": article.published,
        "url": article.url,
        "language": article.language,
        "words": article.words,
        "sha256": article.sha256,
    }
    if article.modified is not None:
        data["modified"] = article.modified
    if article.is_converted:
        data["converted"] = True
    if article.partial is not None:
        data["partial"] = article.partial
    if article.fetched is not None:
        data["fetched"] = {"url": article.fetched.url, "at": article.fetched.at, "sha256": article.fetched.sha256}
    if article.is_whole and (text or article.is_converted or not _is_as_given(article.path or "")):
        data["text"] = article.text
    return data


def _is_as_given(path: str) -> bool:
    """Whether the text is the file that `path` names, or a value in it as it stands there."""
    return path.lower().endswith(_AS_GIVEN) and "://" not in path and outermost(path) == path


def outermost(path: str) -> str:
    """The file that lies on the disk: of "news.zip/a/old.txt" news.zip."""
    parts = path.split("/")
    packed = next((at for at, part in enumerate(parts[:-1]) if part.lower().endswith(_PACKED)), len(parts))
    return "/".join(parts[: packed + 1])


def article_from_json(data: Mapping[str, Any]) -> Article:
    stated = {name: data[name] for name in ("path", "title", "publisher", "author", "published", "url", "language")}
    counted, fetched = None if "text" in data else data["words"], data.get("fetched")
    stated |= {"modified": data.get("modified"), "fetched": Fetched(fetched["url"], fetched["at"], fetched["sha256"]) if fetched else None}
    stated |= {"is_converted": data.get("converted", False), "partial": data.get("partial")}
    return Article(id=data["id"], text=data.get("text", ""), sha256=data["sha256"], counted=counted, **stated)


def skipped_to_json(skipped: Skipped) -> Json:
    return {"path": skipped.path, "reason": skipped.reason}


def skipped_from_json(data: Mapping[str, Any]) -> Skipped:
    return Skipped(data["path"], data["reason"])


def story_to_json(story: Story) -> Json:
    return {"id": story.id, "articles": list(story.articles), "name": story.name, "reason": story.reason}


def story_from_json(data: Mapping[str, Any]) -> Story:
    return Story(data["id"], tuple(data["articles"]), data.get("name", ""), data.get("reason", ""))


# claims


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


# verdicts


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


def explanation_to_json(explanation: Explanation, said: Sequence[str] = ()) -> Json:
    """`said` are the flips as sentences, in their order; the smallest change is `flip`, the others are `other_flips`."""
    flips = [_change_to_json(change, sentence) for change, sentence in zip(explanation.flips, said, strict=True)]
    alignment = explanation.alignment
    return {
        "schema_version": SCHEMA_VERSION,
        "id": explanation.id,
        "alignment": None if alignment is None else alignment_to_json(alignment),
        "links": [_link_to_json(link) for link in explanation.links],
        "facets": [] if alignment is None else [facet_to_json(facet) for facet in alignment.facets],
        "flip": flips[0] if flips else None,
        "other_flips": flips[1:],
    }


def _link_to_json(link: Link) -> Json:
    votes = [
        {"feature": vote.feature, "value": vote.value, "weight": vote.weight, "contribution": vote.contribution, "words": vote.words}
        for vote in link.votes
    ]
    return {"claims": list(link.claims), "likelihood": link.likelihood, "bias": link.bias, "features": votes}


def _change_to_json(change: Change, sentence: str) -> Json:
    return {
        "kind": change.kind.value,
        "facet": change.facet and change.facet.value,
        "articles": list(change.articles),
        "claims": list(change.claims),
        "from": change.old,
        "to": change.new,
        "verdict": change.verdict.value,
        "rule": change.rule,
        "sentence": sentence,
    }


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


# answers to `check`


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


def number(value: float | None) -> float | int | None:
    """25.0 is 25 in JSON; what is no number there (infinity) is null."""
    if value is None or value != value or value in (float("inf"), float("-inf")):
        return None
    return int(value) if value == int(value) and abs(value) < _EXACT else value
