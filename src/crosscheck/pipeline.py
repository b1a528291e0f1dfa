"""What happens to articles on their way to a report?

    ingest -> extract -> align -> judge -> report

Pure functions, read from top to bottom: nothing here reads a clock or the environment, and the order of the inputs does not matter. The
engine runs `claims_in_each` over the articles (in this process or a pool) and the others once a run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from crosscheck.align.clusters import clusters_of, likely_pairs
from crosscheck.align.features import Features, features_of
from crosscheck.align.known_as import KnownAs
from crosscheck.align.linkage import Likenesses
from crosscheck.align.mentions import groups_of_mentions
from crosscheck.align.named import groups_of_named
from crosscheck.align.naming import Things
from crosscheck.align.parts import Each, here
from crosscheck.align.pile import Pile
from crosscheck.align.protagonists import Protagonists
from crosscheck.align.similarity import Similarity
from crosscheck.align.stories import stories_of
from crosscheck.extract.details import details_in
from crosscheck.independence.copies import copied
from crosscheck.independence.origins import Origins, origins_in
from crosscheck.independence.sources import Cited, Named, Upstream, shared_sources, upstream_of
from crosscheck.judge.alignments import adds_to, alignment_of, shown_together, shows_all, without_repeats
from crosscheck.judge.checks import checks_in
from crosscheck.judge.details import with_details
from crosscheck.judge.interest import interest_of
from crosscheck.judge.twins import with_exchanges
from crosscheck.judge.wording import is_only_worded
from crosscheck.model.answer import Answer
from crosscheck.model.article import Article, Skipped
from crosscheck.model.claim import Claim, Extract, Span, Thing
from crosscheck.model.detail import Detail
from crosscheck.model.explanation import Explanation
from crosscheck.model.report import Alignment, Check, Report, Story
from crosscheck.model.sources import Sources
from crosscheck.values import dataclass


def claims_in(article: Article, own_topics: tuple[str, ...] = ()) -> Extract:
    """Everything that one article states; the only step that reads language, and the one whose result is cached."""
    from crosscheck.extract.claims import extracted  # networks and the word lists of extraction: not needed where the cache knows the article

    return extracted(article, own_topics)


def claims_in_each(articles: Sequence[Article], own_topics: tuple[str, ...] = ()) -> Iterator[Extract]:
    """What `claims_in` finds in each, in their order, sooner."""
    from crosscheck.extract.claims import extracted_from_each

    return extracted_from_each(articles, own_topics)


@dataclass(frozen=True, slots=True)
class Group:
    """Claims of one event, how alike pairs of them are, the articles that they stand in, and the story of these where it is one."""

    claims: tuple[Claim, ...]
    links: Mapping[frozenset[str], Similarity]
    articles: Mapping[str, Article]
    story: str | None

    def judged(self, origins: Origins) -> Alignment:
        return alignment_of(self.claims, self.links, self.articles, origins.behind, self.story)


class Work:
    """What can be done in pieces, and so on other machines as well: scoring pairs, and judging groups. Both keep the order.

    `each` does the parts of work on arrays.
    """

    def __init__(self, each: Each = here) -> None:
        self._each = each

    def likely(self, claims: Sequence[Features], pile: Pile) -> Likenesses:
        return likely_pairs(claims, pile, self._each)

    def judged(self, groups: Iterable[Group], origins: Origins) -> Iterable[Alignment]:
        return (group.judged(origins) for group in groups)


HERE = Work()


def compared(articles: Sequence[Article], extracts: Mapping[str, Extract], skipped: Sequence[Skipped] = (), work: Work = HERE) -> Report:
    """What the articles agree and disagree on; `extracts` by article id."""
    ordered = tuple(sorted(articles, key=lambda article: article.id))
    protagonists = Protagonists(ordered)
    stories = stories_of(ordered, protagonists)  # before the claims are there: the words of all articles need as much memory
    copies = copied(ordered)
    told = _told(ordered, extracts)
    overlaps = (*copies, *shared_sources(ordered, extracts, told.upstream))
    origins = Origins(overlaps)
    called = KnownAs(ordered, stories)
    told = replace(told, claims=called.claims(told.claims))
    found = aligned(told.claims, {article.id: article for article in ordered}, origins, stories, protagonists, work)
    home, named = _homes(stories), _Spoken(ordered, extracts, stories)
    found = with_exchanges(
        found, ordered, extracts, named.sentences, origins.behind, lambda group: _story_of(group, home), protagonists.strangers, called.argument
    )
    stated, details = with_details(
        found, ordered, extracts, told.details, stories, origins.behind, lambda group: _story_of(group, home), protagonists.are_one_form
    )
    several = _named(told.claims, (*found, *details), ordered, named.things, origins, stories)
    claims = (*told.claims, *stated, *(claim for _, group in several for claim in group))
    alignments = _in_order((*found, *details, *(alignment for alignment, _ in several)), claims)
    return Report(ordered, tuple(skipped), stories, claims, alignments, overlaps, told.checks)


@dataclass(frozen=True, slots=True)
class _Told:
    """What all articles state, and what is found in each by itself: what can be recomputed, and its details and sources by article id."""

    claims: tuple[Claim, ...]
    checks: tuple[Check, ...]
    details: Mapping[str, tuple[Detail, ...]]
    upstream: Upstream


def _told(articles: Sequence[Article], extracts: Mapping[str, Extract]) -> _Told:
    """All of it together, since of many articles each extract is fetched anew."""
    claims: list[Claim] = []
    checks: list[Check] = []
    details: dict[str, tuple[Detail, ...]] = {}
    upstream: dict[str, Mapping[str, Named]] = {}
    cited = Cited(articles)
    for article in articles:
        extract = extracts[article.id]
        claims += extract.claims
        checks += checks_in(article, extract)
        details[article.id] = details_in(article, extract)
        upstream[article.id] = cited.by(article, extract)
    return _Told(tuple(claims), tuple(checks), details, upstream)


class _Spoken:
    """The sentences of each article, and what those speak of whose story has several; by article id, fetched once for both."""

    def __init__(self, articles: Sequence[Article], extracts: Mapping[str, Extract], stories: Sequence[Story]) -> None:
        several = {article for story in stories for article in story.articles if len(story.articles) > 1}
        self.sentences: dict[str, tuple[Span, ...]] = {}
        self.things: dict[str, tuple[Thing, ...]] = {}
        for article in articles:
            extract = extracts[article.id]
            self.sentences[article.id] = extract.sentences
            if article.id in several:
                self.things[article.id] = extract.things


def aligned(
    claims: Sequence[Claim],
    articles: Mapping[str, Article],
    origins: Origins,
    stories: Sequence[Story] = (),
    protagonists: Protagonists | None = None,
    work: Work = HERE,
) -> tuple[Alignment, ...]:
    """The alignments of these claims, contradictions first and then by where their first claim stands."""
    found = tuple(work.judged(_groups(claims, articles, stories, protagonists, work), origins))
    return _in_order(without_repeats(found, {claim.id: claim for claim in claims}), claims)


def _groups(
    claims: Sequence[Claim], articles: Mapping[str, Article], stories: Sequence[Story], protagonists: Protagonists | None, work: Work
) -> Iterator[Group]:
    """The claims that speak of one event each."""
    told = tuple(claim for claim in claims if not claim.is_mention)
    features = tuple(features_of(claim, articles[claim.article].published) for claim in told)
    pile, home = Pile(features, stories, protagonists), _homes(stories)

    def group(members: Iterable[Claim], links: Mapping[frozenset[str], Similarity]) -> Group:
        some = tuple(members)
        return Group(some, links, {claim.article: articles[claim.article] for claim in some}, _story_of(some, home))

    for cluster in clusters_of(features, pile, work.likely):
        links = {frozenset((told[i].id, told[j].id)): similarity for (i, j), similarity in cluster.links}
        yield group((told[member] for member in cluster.members), links)
    for members in groups_of_mentions(claims, pile):
        yield group((claims[member] for member in members), {})


def _named(
    claims: Sequence[Claim],
    told: Sequence[Alignment],
    articles: Sequence[Article],
    things: Things,
    origins: Origins,
    stories: Sequence[Story],
) -> tuple[tuple[Alignment, tuple[Claim, ...]], ...]:
    """What several reports of a story name, as far as no alignment shows it: the alignments, each with its claims."""
    by_id, home = {article.id: article for article in articles}, _homes(stories)
    groups = groups_of_named(claims, stories, things)
    shown = shown_together(told)
    found = ((alignment_of(group, {}, by_id, origins.behind, _story_of(group, home)), group) for group in groups if not shows_all(group, shown))
    return tuple((alignment, group) for alignment, group in found if adds_to(alignment, shown))


def _in_order(found: Sequence[Alignment], claims: Sequence[Claim]) -> tuple[Alignment, ...]:
    place = {claim.id: position for position, claim in enumerate(claims)}

    def rank(one: Alignment) -> tuple[int, bool, float, int]:
        return one.verdict.gravity, is_only_worded(one), -interest_of(one), place[one.claims[0]]

    return tuple(sorted(found, key=rank))


def explained(report: Report, id: str) -> Explanation:
    """Why the claims of an alignment were put together and what would change its verdict; of a claim, the same for the alignment that it stands in.

    Raises: StopIteration for an id that the report does not have.
    """
    from crosscheck.align.explain import Pairs  # a comparison explains nothing and asks for no sources
    from crosscheck.judge.flips import flips_of

    articles = {article.id: article for article in report.articles}
    pairs = Pairs(report.claims, articles, report.stories)
    alignment = next((one for one in report.alignments if id == one.id or id in one.claims), None)
    if alignment is None:
        claim = next(claim for claim in report.claims if claim.id == id)
        return Explanation(claim.id, None, pairs.nearest(claim.id))
    members = [claim for claim in report.claims if claim.id in alignment.claims]
    origins, story = Origins(report.overlaps).behind, alignment.story

    def judged(claims: Sequence[Claim], texts: Mapping[str, Article]) -> Alignment:
        return alignment_of(claims, pairs.among(claims), texts, origins, story)

    return Explanation(id, alignment, pairs.links([claim.id for claim in members]), flips_of(alignment, members, articles, judged))


def _story_of(claims: Sequence[Claim], home: Mapping[str, str]) -> str | None:
    """The story that holds all articles of these claims; None where they are of several. `home` is the story of each article."""
    stories = {home.get(claim.article) for claim in claims}
    return stories.pop() if len(stories) == 1 else None


def _homes(stories: Sequence[Story]) -> Mapping[str, str]:
    """The story of each article, which is in one only."""
    return {article: story.id for story in stories for article in story.articles}


def sourced(articles: Sequence[Article], extracts: Mapping[str, Extract], skipped: Sequence[Skipped] = (), report: Report | None = None) -> Sources:
    """Who depends on whom. With a report on the same articles, how well each of its facts is borne out as well."""
    from crosscheck.independence.citing import circles_in, cites_in
    from crosscheck.independence.credibility import facts_in

    ordered = tuple(sorted(articles, key=lambda article: article.id))
    upstream = upstream_of(ordered, extracts)
    overlaps = report.overlaps if report else (*copied(ordered), *shared_sources(ordered, extracts, upstream))
    cites = cites_in(ordered, upstream)
    circles = circles_in(overlaps, _Together(ordered)) if any(cite.cited for cite in cites) else ()
    origins = origins_in(ordered, overlaps, cites)
    return Sources(ordered, tuple(skipped), overlaps, origins, cites, circles, facts_in(report) if report else None)


class _Together:
    """Whether two articles are of one story."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles

    @cached_property
    def _stories(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(story.articles) for story in stories_of(self._articles))

    def __call__(self, a: str, b: str) -> bool:
        return any(a in story and b in story for story in self._stories)


def checked(claim: Article, claim_extract: Extract, evidence: Sequence[Article], extracts: Sequence[Extract], id: str | None = None) -> Answer:
    """Whether the evidence bears the claim out; `claim` is the claim's words as an article of their own."""
    from crosscheck.judge.bearing import Text, bearing

    stated = [Text(article, _stated(extract)) for article, extract in zip(evidence, extracts, strict=True)]
    return bearing(Text(claim, _stated(claim_extract)), stated, id)


def _stated(extract: Extract) -> Extract:
    """The extract without its mentions, which neither bear a claim out nor refute it."""
    return replace(extract, claims=tuple(claim for claim in extract.claims if not claim.is_mention))
