"""Which articles have a source in common: an author, a publisher, an upstream source, or each other?

An upstream source is one whose work an article passes on: a news agency, an outlet, a newsletter, or an organisation or the house of a
government that is named as the source of a statement. Persons are none: that two reporters quote the minister shows that both listened to
him. Nor are those without a name ("officials", "witnesses").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import TypeAlias

from crosscheck.extract.boilerplate import author_box, looks_like_a_name
from crosscheck.extract.lexicon import words_of
from crosscheck.extract.places import is_house, is_place
from crosscheck.extract.words import folded
from crosscheck.independence.outlets import Citation, citations_in, outlet_of, outlets_named
from crosscheck.model.article import Article
from crosscheck.model.claim import Attribution, Extract, Span
from crosscheck.model.report import Overlap, Passage
from crosscheck.values import dataclass

CROWD = 50
"""Articles with one source up to which every pair is named; a larger group is named along a chain, by article ids, so that its size stays linear."""


@dataclass(frozen=True, slots=True)
class Named:
    """A source and where an article names it first; `credit` is true where the whole text is said to be the source's."""

    name: str
    span: Span
    credit: bool = False


Upstream: TypeAlias = Mapping[str, Mapping[str, Named]]
"""Article id to the sources that the article cites, by their keys."""


def shared_sources(articles: Sequence[Article], extracts: Mapping[str, Extract], known: Upstream | None = None) -> tuple[Overlap, ...]:
    """Overlaps of the kinds same_author, same_publisher, shared_source and cites; `extracts` by article id, those that are there, and `known`
    what `upstream_of` has found in the articles, where somebody has asked already.

    The articles of a pair stand in the order of their ids, those of `cites` in the order citing, cited. `source` is the author, publisher or
    upstream source; the passages of a shared source are where each article names it first.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    publishers, upstream = _publishers(ordered), known or upstream_of(ordered, extracts)
    found = (*_same_author(ordered), *_same_publisher(publishers), *_shared(upstream), *_citing(upstream, publishers))
    return tuple(sorted(found, key=lambda overlap: (overlap.articles, overlap.kind, overlap.source or "")))


def upstream_of(articles: Sequence[Article], extracts: Mapping[str, Extract]) -> Upstream:
    """What each article cites; never its own publisher."""
    cited = Cited(articles)
    return {article.id: cited.by(article, extracts.get(article.id)) for article in articles}


class Cited:
    """What each of some articles cites, asked one by one where each extract is fetched anew."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._publishers = _publishers(articles)
        self._outlets = frozenset(self._publishers.values())

    def by(self, article: Article, extract: Extract | None) -> dict[str, Named]:
        """The sources of the article by their keys; never its own publisher."""
        return _upstream(article, extract, self._publishers.get(article.id), self._outlets)


def _publishers(articles: Iterable[Article]) -> dict[str, str]:
    return {article.id: publisher for article in articles if (publisher := publisher_of(article))}


def authors_of(article: Article) -> tuple[str, ...]:
    """The persons who wrote it: as given, or from the box about the author at its end; agencies and desks are no persons."""
    given = article.author or _author_in_the_box(article.text)
    parts = given.replace(" and ", ",").replace("&", ",").replace(";", ",").replace("/", ",").split(",") if given else ()
    names = (part.strip().removeprefix("By ").removeprefix("by ").strip() for part in parts)
    return tuple(name for name in names if looks_like_a_name(name) and not _is_nobody(name))


def publisher_of(article: Article) -> str | None:
    """The outlet's first name, or the host of the address when the publisher is not stated; None when neither is."""
    if article.publisher:
        return outlet_of(article.publisher)
    if not article.url:
        return None
    from urllib.parse import urlsplit

    host = urlsplit(article.url).hostname
    return host.removeprefix("www.") if host else None


def _author_in_the_box(text: str) -> str | None:
    box = author_box(text)
    line = text[box.start : box.end].partition("\n")[0].strip() if box else ""
    return line if looks_like_a_name(line) else None


def _is_nobody(name: str) -> bool:
    return bool(outlets_named(name)) or not words_of("outlets", "nobody").isdisjoint(name.lower().split())


def _upstream(article: Article, extract: Extract | None, own: str | None, outlets: frozenset[str]) -> dict[str, Named]:
    """`own` is its publisher, `outlets` are those of all articles."""
    cited = (*_credits(article), *citations_in(article.text, outlets))
    credited = {key_of(citation.outlet) for citation in cited if citation.credit}
    named = [(citation.outlet, citation.span) for citation in cited]
    named += _organisations(extract) if extract else []
    found: dict[str, Named] = {}
    for name, span in sorted(named, key=lambda entry: entry[1]):
        if name != own:
            found.setdefault(key_of(name), Named(name, span, key_of(name) in credited))
    return found


def _credits(article: Article) -> Iterator[Citation]:
    """Agencies in the place of the author: "By AFP"."""
    for name in sorted(outlets_named(article.author or "")):
        yield Citation(name, Span(0, 0), credit=True)


def _organisations(extract: Extract) -> list[tuple[str, Span]]:
    """Organisations by name that the article has something from; "the Navy" is one in every country and names none."""
    types = {entity.entity: entity.type for entity in extract.entities}
    said = ((attribution.speaker, attribution.source) for attribution in extract.attributions if not attribution.anonymous and _tells(attribution))
    named = [(_house(source.text) or speaker or "", source) for speaker, source in said if source]
    return [
        (outlet_of(name), source.span)
        for name, source in named
        if name in source.text and (is_house(name) or (types.get(name) == "ORG" and _names_a_body(name)))
    ]


def _house(source: str) -> str | None:
    """The house of a government where that is who tells it ("the Kremlin's statement"), whatever country it was read as."""
    name = source.removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("’s")
    return name if name and is_house(name) else None


def _tells(attribution: Attribution) -> bool:
    """Whether somebody is said to have told it: "Boston fears" and "the Rovers left him on the bench" pass on no words of theirs."""
    return attribution.cue is None or not words_of("outlets", "tells").isdisjoint(attribution.cue.text.lower().split())


def _names_a_body(name: str) -> bool:
    """Whether a name taken for an organisation's can be one: no kind of body, no place, and no person with a title ("Judge Ana Reyes")."""
    persons = words_of("outlets", "speakers")
    return name not in words_of("organizations", "endings") and not is_place(name) and persons.isdisjoint(name.split())


def key_of(name: str) -> str:
    """The same for spellings of one name: without case, accents, marks and a leading "the"."""
    return " ".join(folded(word) for word in name.split()).removeprefix("the ").replace("-", " ")


def _same_author(articles: Iterable[Article]) -> Iterator[Overlap]:
    wrote: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for article in articles:
        for name in authors_of(article):
            wrote[key_of(name)].setdefault(article.id, name)
    for by in wrote.values():
        for a, b in _pairs(list(by)):
            yield Overlap((a, b), "same_author", source=by[a])


def _same_publisher(publishers: Mapping[str, str]) -> Iterator[Overlap]:
    published: defaultdict[str, list[str]] = defaultdict(list)
    for article, publisher in publishers.items():
        published[key_of(publisher)].append(article)
    for group in published.values():
        for a, b in _pairs(group):
            yield Overlap((a, b), "same_publisher", source=publishers[a])


def _shared(upstream: Upstream) -> Iterator[Overlap]:
    users: defaultdict[str, list[str]] = defaultdict(list)
    for article, sources in upstream.items():
        for key in sources:
            users[key].append(article)
    for key, group in users.items():
        for a, b in _pairs(group):
            one, other = upstream[a][key], upstream[b][key]
            credited = tuple(article for article, named in ((a, one), (b, other)) if named.credit)
            yield Overlap((a, b), "shared_source", passages=(Passage(one.span, other.span),), source=one.name, credited=credited)


def _citing(upstream: Upstream, publishers: Mapping[str, str]) -> Iterator[Overlap]:
    published: defaultdict[str, list[str]] = defaultdict(list)
    for article, publisher in publishers.items():
        published[key_of(publisher)].append(article)
    for article, sources in upstream.items():
        for key, named in sources.items():
            for cited in published.get(key, ())[:CROWD]:
                yield Overlap((article, cited), "cites", source=named.name, credited=(article,) if named.credit else ())


def _pairs(group: Sequence[str]) -> Iterable[tuple[str, str]]:
    """All pairs of a small group, neighbours of a large one."""
    return combinations(group, 2) if len(group) <= CROWD else pairwise(group)
