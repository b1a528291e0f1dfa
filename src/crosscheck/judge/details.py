"""Which details of one thing do articles state so that they exclude each other?

A detail ("Darvin Keller", "12 Oak Street", "140 km south of Lefkos") stands beside what its sentence tells, in claims of other events as often as
not. So it gets a claim of its own where another article has it otherwise, and these claims an alignment of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import chain

from crosscheck.align.denials import denied_pairs
from crosscheck.align.details import Details, Pair
from crosscheck.judge.apart import Apart
from crosscheck.judge.circumstances import voice
from crosscheck.judge.detail import rule_for
from crosscheck.judge.detail_asked import asked
from crosscheck.judge.detail_rule import DetailRule
from crosscheck.judge.verdicts import Origins
from crosscheck.model.article import Article
from crosscheck.model.claim import Argument, Claim, Extract, Facet, Predicate, Span
from crosscheck.model.detail import Detail
from crosscheck.model.report import Alignment, FacetMention, FacetValue, FacetVerdict, Story
from crosscheck.values import dataclass

StoryOf = Callable[[Sequence[Claim]], str | None]


@dataclass(frozen=True, slots=True)
class _Clash:
    """Two details that exclude each other, by which rule and why."""

    pair: Pair
    rule: DetailRule
    reason: str


def with_details(
    alignments: Sequence[Alignment],
    articles: Sequence[Article],
    extracts: Mapping[str, Extract],
    stated: Mapping[str, tuple[Detail, ...]],
    stories: Sequence[Story],
    origins: Origins,
    story_of: StoryOf,
    are_one_form: Callable[[str, str], bool],
) -> tuple[tuple[Claim, ...], tuple[Alignment, ...]]:
    """The claims of details that exclude each other, and their alignments; none for what an alignment sets apart already.

    `stated` is what `details_in` finds in each article; `are_one_form` says of two articles that they tell of two protagonists in one form.
    """
    details, by_id = Details(articles, stated, stories, are_one_form), {article.id: article for article in articles}
    read = _Read(by_id, extracts, origins, story_of)
    claims: dict[str, Claim] = {}
    found = []
    apart = Apart(alignments)
    for together in _together(details, chain(details.pairs(), denied_pairs(by_id, extracts, stated, stories)), apart):
        clashes = _unsaid(together, apart)  # by a rule before ("a bomb", "bombs thrown")
        if not clashes:
            continue
        values = _values(clashes, details)
        told = {detail: read.claim(detail, clashes[0].rule.facet) for places in values.values() for detail in places}
        claims |= {claim.id: claim for claim in told.values()}
        found.append(read.alignment(clashes[0], values, told))
        apart.add(found[-1].facets[0])
    return tuple(claims.values()), tuple(found)


def _unsaid(clashes: Sequence[_Clash], apart: Apart) -> list[_Clash]:
    return [clash for clash in clashes if not apart.holds([(detail.article, detail.span) for detail in clash.pair])]


def _together(details: Details, pairs: Iterable[Pair], apart: Apart) -> Iterator[list[_Clash]]:
    """The clashes, those of one kind and thing, and of one story, that have a value in common in one list."""
    lists: dict[tuple[str, ...], list[_Clash]] = defaultdict(list)
    for one, other in pairs:
        decided = rule_for(one, other)
        if decided is not None and not apart.holds(((one.article, one.span), (other.article, other.span))):
            lists[decided[0].id, one.thing, details.story_of(one)].append(_Clash((one, other), *decided))
    for clashes in lists.values():
        yield from _linked(clashes)


def _linked(clashes: Sequence[_Clash]) -> list[list[_Clash]]:
    groups: list[tuple[set[str], list[_Clash]]] = []
    for clash in clashes:
        values = {detail.value for detail in clash.pair}
        touching = [group for group in groups if group[0] & values]
        joined = (values.union(*(group[0] for group in touching)), [*(one for group in touching for one in group[1]), clash])
        groups = [*(group for group in groups if group not in touching), joined]
    return [group[1] for group in groups]


def _values(clashes: Sequence[_Clash], details: Details) -> dict[str, tuple[Detail, ...]]:
    """By value, every place at which an article that takes part states it; of what a story has one at a time, what else is told of it as well."""
    found: dict[str, dict[Detail, None]] = defaultdict(dict)
    for clash in clashes:
        for detail in clash.pair:
            found[detail.value] |= dict.fromkeys(details.agreeing(detail))
    for detail in details.besides(clashes[0].pair[0]):
        found[detail.value][detail] = None
    return {value: tuple(sorted(places, key=lambda one: (one.article, one.span))) for value, places in found.items()}


@dataclass(frozen=True, slots=True)
class _Read:
    """What the articles say around a detail, and who says it."""

    articles: Mapping[str, Article]
    extracts: Mapping[str, Extract]
    origins: Origins
    story_of: StoryOf

    def claim(self, detail: Detail, facet: Facet) -> Claim:
        """The detail as a claim, said by whoever says the claim around it."""
        around = self._around(detail)
        span = around.span if around else self.extracts[detail.article].sentences[detail.sentence]
        text = self.articles[detail.article].text
        return Claim(
            id=sha256(f"{detail.article}\0{detail.kind}\0{detail.span}".encode()).hexdigest()[:12],
            article=detail.article,
            text=text[span.start : span.end],
            span=span,
            sentence=detail.sentence,
            predicate=Predicate(detail.text, detail.kind.value, detail.span, "attribute"),
            arguments=() if facet is Facet.QUANTITY else (Argument(facet, detail.text, detail.span, detail.text),),
            attribution=around.attribution if around else (),
        )

    def _around(self, detail: Detail) -> Claim | None:
        claims = (c for c in self.extracts[detail.article].claims if c.sentence == detail.sentence and c.span.holds(detail.span))
        return min(claims, key=lambda claim: (claim.span.end - claim.span.start, claim.id), default=None)

    def alignment(self, clash: _Clash, values: Mapping[str, Sequence[Detail]], stated: Mapping[Detail, Claim]) -> Alignment:
        claims = sorted(stated.values(), key=_place)
        facet = self._facet(clash, values, stated)
        return Alignment(
            id="a" + sha256(min(claim.id for claim in claims).encode()).hexdigest()[:11],
            story=self.story_of(claims),
            question=_question(clash),
            topics=(),
            claims=tuple(claim.id for claim in claims),
            articles=tuple(dict.fromkeys(claim.article for claim in claims)),
            origins=self.origins(claims),
            verdict=facet.verdict,
            confidence=facet.confidence,
            facets=(facet,),
        )

    def _facet(self, clash: _Clash, values: Mapping[str, Sequence[Detail]], stated: Mapping[Detail, Claim]) -> FacetVerdict:
        shown = tuple(self._value(places, stated) for places in sorted(values.values(), key=lambda places: (places[0].article, places[0].span)))
        rule = clash.rule
        return FacetVerdict(rule.facet, rule.verdict, rule.id, clash.reason, rule.confidence, shown)

    def _value(self, places: Sequence[Detail], stated: Mapping[Detail, Claim]) -> FacetValue:
        mentions = tuple(FacetMention(stated[one].id, one.article, one.text, one.span, voice(stated[one])) for one in places)
        return FacetValue(places[0].text, places[0].text, self.origins(stated[one] for one in places), mentions)


def _place(claim: Claim) -> tuple[str, Span, str]:
    return claim.article, claim.span, claim.id


def _question(clash: _Clash) -> str:
    one, _ = clash.pair
    thing = one.thing_text.title() if one.thing_text.islower() else one.thing_text
    name = one.thing.title()
    said = one.thing_text
    filled = {
        "{things}": said,
        "{name}": said,
        "{thing}": thing,
        "{place}": name,
        "{surname}": name,
        "{clause}": one.scope,
        "{whom}": said,
        "{when}": asked(one),
    }
    question = clash.rule.question
    for name, words in filled.items():
        question = question.replace(name, words)
    return question[:1].upper() + question[1:]
