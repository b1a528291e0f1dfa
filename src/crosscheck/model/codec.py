"""How do whole documents look in JSON, and how is a report read back?

Each noun is told in a module of its own (`codec_claims.py` and so on). The shapes and the order of their keys are a promise to users: promised
fields first, further ones after them. Spans are `[start, end]` pairs, "not stated" is null, and numbers without a fraction are written without
one. `to_json` and `from_json` are inverse to each other for all that is written; a claim's `terms` are not, they serve alignment only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from crosscheck import __version__
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Extract
from crosscheck.model.codec_articles import (
    archive_from_json,
    archive_to_json,
    article_from_json,
    article_to_json,
    skipped_from_json,
    skipped_to_json,
    story_from_json,
    story_to_json,
)
from crosscheck.model.codec_claims import attribution_to_json, claim_from_json, claim_to_json, quantity_to_json, time_to_json
from crosscheck.model.codec_values import Json
from crosscheck.model.codec_verdicts import (
    alignment_from_json,
    alignment_to_json,
    check_from_json,
    check_to_json,
    facet_to_json,
    overlap_from_json,
    overlap_to_json,
)
from crosscheck.model.explanation import Change, Explanation, Link
from crosscheck.model.report import Report
from crosscheck.model.verdict import Verdict

SCHEMA_VERSION = 1


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
    } | ({"archive": archive_to_json(report.archive)} if report.archive else {})


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
        archive=archive_from_json(data["archive"]) if "archive" in data else None,
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
