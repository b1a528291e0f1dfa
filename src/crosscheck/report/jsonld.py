"""What does a result look like as JSON-LD in the words of schema.org, for a site or an archive of fact checks?

A value that articles state is a `Claim` with its appearances, the exact words as a `Quotation` in each article; it is ready to be the
`itemReviewed` of a `ClaimReview`. Crosscheck rates nothing: that a claim is contradicted does not say which side is wrong, so there is no
`reviewRating`. What is not known is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NoReturn

from crosscheck.extract.topics import Topic
from crosscheck.judge.circumstances import voice
from crosscheck.model.answer import Answer
from crosscheck.model.article import Article
from crosscheck.model.claim import Argument, Claim, Extract, Span
from crosscheck.model.explanation import Explanation
from crosscheck.model.report import Alignment, FacetMention, FacetValue, FacetVerdict, Report
from crosscheck.model.revision import Revision
from crosscheck.model.sources import Sources
from crosscheck.model.timeline import Timeline
from crosscheck.report.findings import Findings
from crosscheck.report.format import Look, NamedRule

Json = dict[str, Any]

_MAKERS = {"PER": "Person", "ORG": "Organization"}


def compare(report: Report, look: Look) -> str:
    """The articles, then a Claim for every value that is compared."""
    found = Findings(report)
    claims = (_value(alignment, facet, value, found) for alignment in found.news for facet in alignment.facets for value in facet.values)
    return _document([*map(_article, report.articles), *claims])


def matrix(report: Report, look: Look) -> str:
    return compare(report, look)


def claims(articles: Sequence[Article], claims: Sequence[Claim], look: Look) -> str:
    """The articles, then a Claim for every claim."""
    known = {article.id: article for article in articles}
    return _document([*map(_article, articles), *(_claim(one, known) for one in claims if not one.is_mention)])


def check(answers: Sequence[Answer], articles: Sequence[Article], look: Look) -> str:
    """A Claim for every question, with the passages that bear on it as citations."""
    return _document([*map(_article, articles), *map(_answer, answers)])


def explain(explanation: Explanation, report: Report, look: Look) -> NoReturn:
    raise NotImplementedError("schema.org has no word for it")


def inspect(articles: Sequence[Article], extracts: Mapping[str, Extract], look: Look) -> NoReturn:
    raise NotImplementedError("schema.org has no word for it")


def diff(found: Revision, look: Look) -> NoReturn:
    raise NotImplementedError("schema.org has no word for it")


def sources(found: Sources, look: Look) -> NoReturn:
    raise NotImplementedError("schema.org has no word for it")


def timeline(found: Timeline, look: Look) -> NoReturn:
    raise NotImplementedError("schema.org has no word for it")


def topics(topics: Sequence[Topic], look: Look) -> NoReturn:
    raise NotImplementedError("schema.org has no word for it")


def rules(rules: Sequence[NamedRule], look: Look) -> NoReturn:
    raise NotImplementedError("schema.org has no word for it")


def _article(article: Article) -> Json:
    made = {"author": ("Person", article.author), "publisher": ("Organization", article.publisher)}
    return _stated(
        {
            "@type": "NewsArticle",
            "@id": _id("article", article.id),
            "identifier": article.id,
            "headline": article.title,
            "inLanguage": article.language,
            "datePublished": article.published,
            "url": article.url,
            **{role: {"@type": kind, "name": name} if name else None for role, (kind, name) in made.items()},
        }
    )


def _value(alignment: Alignment, facet: FacetVerdict, value: FacetValue, found: Findings) -> Json:
    """What those articles state of the event that state this value; its words are those of the first of them."""
    claims = [found.claims[mention.claim] for mention in value.mentions if mention.claim in found.claims]
    place = [alignment.id, facet.facet.value, facet.label or "", value.text]
    return _stated(
        {
            "@type": "Claim",
            "@id": _id("claim", "/".join(filter(None, place))),
            "name": f"{alignment.question} {'not ' if found.is_denied(facet, value) else ''}{value.text}",
            "text": claims[0].text if claims else value.text,
            "author": _one(_authors(claims)),
            "about": {"@type": "Thing", "name": alignment.question, "identifier": alignment.id},
            "keywords": list(alignment.topics),
            "appearance": [_quotation(mention, found) for mention in value.mentions],
            "firstAppearance": _first([mention.article for mention in value.mentions], found.report.articles),
            "disambiguatingDescription": f"{facet.verdict.value}: {facet.reason} ({facet.rule})",
        }
    )


def _quotation(mention: FacetMention, found: Findings) -> Json:
    context = found.context(mention)
    text = found.shelf.text(mention.article)
    words = text[context.start : context.end] if text else mention.text
    return _quoted(mention.article, words, context, mention.source)


def _quoted(article: str, words: str, span: Span, source: str | None) -> Json:
    said = {"name": source} if source else None
    place = {"@type": "PropertyValue", "name": "code points", "value": f"{span.start}-{span.end}"}
    return _stated(
        {"@type": "Quotation", "text": words, "spokenByCharacter": said, "isPartOf": {"@id": _id("article", article)}, "identifier": place}
    )


def _claim(claim: Claim, known: Mapping[str, Article]) -> Json:
    return _stated(
        {
            "@type": "Claim",
            "@id": _id("claim", claim.id),
            "text": claim.text,
            "author": _one(_authors([claim])),
            "keywords": list(claim.topics),
            "appearance": [_quoted(claim.article, claim.text, claim.span, voice(claim))],
            "firstAppearance": _first([claim.article], list(known.values())),
        }
    )


def _answer(answer: Answer) -> Json:
    cited = [{**_quoted(one.article, one.text, one.span, None), "disambiguatingDescription": f"{one.reason} ({one.rule})"} for one in answer.evidence]
    verdict = f"{answer.verdict.value}: confidence {answer.confidence:.2f}, stance {answer.stance.value}"
    return _stated({"@type": "Claim", "identifier": answer.id, "text": answer.claim, "citation": cited, "disambiguatingDescription": verdict})


def _authors(claims: Iterable[Claim]) -> Iterator[Json]:
    """Who says it, of the type that its name has in the article; nobody where an article says it in its own voice."""
    for claim in claims:
        name = voice(claim)
        if name and not claim.attribution[0].anonymous:
            yield _stated({"@type": _MAKERS.get(_type_of(name, claim.arguments)), "name": name})


def _type_of(name: str, arguments: Iterable[Argument]) -> str:
    return next((argument.name for argument in arguments if name in (argument.entity, argument.text)), "")


def _one(authors: Iterable[Json]) -> Json | list[Json] | None:
    several = list({author["name"]: author for author in authors}.values())
    return several[0] if len(several) == 1 else several or None


def _first(names: Sequence[str], articles: Sequence[Article]) -> Json | None:
    """The earliest article, where every one that states it is dated and one came before all others."""
    dated = sorted((article.published, article.id) for article in articles if article.id in names and article.published)
    if len(dated) < len(set(names)) or (len(dated) > 1 and dated[1][0].startswith(dated[0][0])):
        return None
    return {"@id": _id("article", dated[0][1])} if len(dated) > 1 else None


def _id(kind: str, name: str) -> str:
    """Within the document."""
    from urllib.parse import quote

    return f"#{kind}-{quote(name, safe='')}"


def _stated(data: Json) -> Json:
    return {name: value for name, value in data.items() if value not in (None, [], "")}


def _document(graph: Sequence[Json]) -> str:
    return json.dumps({"@context": "https://schema.org", "@graph": list(graph)}, ensure_ascii=False, indent=2) + "\n"
