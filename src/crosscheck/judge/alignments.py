"""What do the claims of one event come to, facet by facet?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import combinations

from crosscheck.align.facets import measures_across, several_claims, shared_across, slots_of
from crosscheck.align.questions import question_of
from crosscheck.align.similarity import Similarity
from crosscheck.judge.accounts import accounts
from crosscheck.judge.chance import affirm_by_chance, may_meet_by_chance
from crosscheck.judge.circumstances import voice
from crosscheck.judge.confidence import with_link
from crosscheck.judge.interest import WORTH
from crosscheck.judge.persons import people_told
from crosscheck.judge.surety import is_sure
from crosscheck.judge.surety_evidence import besides
from crosscheck.judge.verdicts import SILENT, Origins, compare, gather, gravest, groups
from crosscheck.judge.wording import is_wording
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Facet, Span
from crosscheck.model.report import Alignment, FacetVerdict
from crosscheck.model.verdict import Finding, Statement, Verdict

IN_ONE_ARTICLE = 0.8  # an article seldom reports a dispute without saying so; two sources of one mostly speak of two things
TELLING = (Facet.QUANTITY, Facet.TIME, Facet.PATIENT, Facet.TYPE)  # what two events of one kind seldom share
# Likelihood from which on claims of two stories agree whatever they name. Of 60 agreements of 700 newswire reports as one pile 18 were between
# stories, and 17 of these wrong; 14 of them were less likely than this.
LIKELY = 0.6
Links = Mapping[frozenset[str], Similarity]


def alignment_of(claims: Sequence[Claim], links: Links, articles: Mapping[str, Article], origins: Origins, story: str | None = None) -> Alignment:
    """The alignment of these claims, with a verdict for every facet of which two of them speak.

    `claims` are two or more; their order does not matter. `links` are the similarities of pairs of them, by their ids. The question is that
    of the gravest facet.
    """
    ordered = sorted(claims, key=lambda claim: (claim.article, claim.span, claim.id))
    facets = tuple(sorted(_facets(ordered, links, articles, origins), key=_gravest_first))
    likeliest = max((link.likelihood for link in links.values()), default=0.0)
    if likeliest < LIKELY and may_meet_by_chance(ordered, story):
        facets = tuple(facet for facet in facets if facet.verdict not in (Verdict.AGREEMENT, Verdict.COMPATIBLE))
    if affirm_by_chance(facets, ordered, links):
        facets = ()
    verdict = gravest(facet.verdict for facet in facets)
    decisive = facets[0] if facets else None
    named = tuple(dict.fromkeys(claim.article for claim in ordered))
    return Alignment(
        id="a" + sha256(min(claim.id for claim in claims).encode()).hexdigest()[:11],
        story=story,
        question=question_of(decisive.facet if decisive else None, decisive.label if decisive else None, ordered),
        topics=tuple(sorted({topic for claim in ordered for topic in claim.topics})),
        claims=tuple(claim.id for claim in ordered),
        articles=named,
        origins=_corroborating(facets, ordered) if verdict is Verdict.AGREEMENT else origins(ordered),
        verdict=verdict,
        confidence=with_link(decisive.confidence if decisive else 0.5, likeliest, story),
        facets=facets,
    )


def _corroborating(facets: Iterable[FacetVerdict], claims: Sequence[Claim]) -> int:
    """The origins behind the value that most of them state.

    That claims affirm something of one kind, or name one place or receiver, is true of many events ("Russia delivered" helicopters and grain) and
    corroborates none. Who did it does, of an event that was done to nothing ("the minister resigned").
    """
    telling = TELLING if any(claim.of(Facet.PATIENT) for claim in claims) else (*TELLING, Facet.AGENT)
    return max((value.origins for facet in facets if facet.facet in telling for value in facet.values), default=1)


def without_repeats(alignments: Sequence[Alignment], claims: Mapping[str, Claim]) -> tuple[Alignment, ...]:
    """The alignments less those of numbers told in passing that another alignment sets side by side as well."""
    seen: set[tuple[str, Span]] = set()
    kept: list[Alignment] = []
    for alignment in sorted(alignments, key=lambda one: _is_passing(one, claims)):
        places = _places(alignment)
        if not (_is_passing(alignment, claims) and places and places <= seen):
            kept.append(alignment)
            seen |= places
    return tuple(kept)


def _is_passing(alignment: Alignment, claims: Mapping[str, Claim]) -> bool:
    return all(claims[claim].predicate.kind == "attribute" for claim in alignment.claims)


def _places(alignment: Alignment) -> frozenset[tuple[str, Span]]:
    """Where its numbers stand."""
    facets = (facet for facet in alignment.facets if facet.facet is Facet.QUANTITY)
    return frozenset((mention.article, mention.span) for facet in facets for value in facet.values for mention in value.mentions)


Place = tuple[str, Span, bool]  # an article, where in it, and whether what is counted there is meant ("its helicopter" is one)
Shown = Mapping[Place, frozenset[int]]  # the values that agree or fit, by their numbers, of which a place has a part


def shown_together(alignments: Iterable[Alignment]) -> Shown:
    """What the alignments show to agree or to fit already."""
    found: dict[Place, set[int]] = {}
    agreeing = (places for alignment in alignments for facet in alignment.facets for places in _agreeing(facet))
    for number, places in enumerate(agreeing):
        for place in places:
            found.setdefault(place, set()).add(number)
    return {place: frozenset(numbers) for place, numbers in found.items()}


def shows_all(named: Sequence[Claim], shown: Shown) -> bool:
    """Whether it is shown that these claims, each of which names one thing, agree or fit: in its number, in what it is, or in both."""
    counted = any(claim.quantities for claim in named)
    told = any(claim.arguments or claim.times or not claim.quantities for claim in named)
    asked = [what for what, is_asked in ((True, counted), (False, told)) if is_asked]
    return all(_are_together(((claim.article, claim.predicate.span, what) for claim in named), shown) for what in asked)


def adds_to(alignment: Alignment, shown: Shown) -> bool:
    """Whether two places agree in it, or fit, that are not shown to."""
    return any(not _are_together(places, shown) for facet in alignment.facets for places in _agreeing(facet) if len(places) > 1)


def _are_together(places: Iterable[Place], shown: Shown) -> bool:
    """Whether one value that is shown has all of these places."""
    return bool(frozenset.intersection(*(shown.get(place, frozenset()) for place in places)))


def _agreeing(facet: FacetVerdict) -> Iterator[set[Place]]:
    """Where what agrees stands, or all that fits ("the yard" and "the ship yard")."""
    counted = facet.facet is Facet.QUANTITY
    values = [{(mention.article, mention.span, counted) for mention in value.mentions} for value in facet.values]
    yield from [set().union(*values)] if facet.verdict is Verdict.COMPATIBLE else values


def _gravest_first(facet: FacetVerdict) -> tuple[int, bool, float, float, str, str]:
    """Of what is agreed, what a reader would want to know first: the number, the date, then who and where. Other words come last."""
    worth = WORTH[facet.facet] if facet.verdict is Verdict.AGREEMENT else 0.0
    return facet.verdict.gravity, is_wording(facet), -worth, -facet.confidence, facet.facet, facet.label or ""


def _facets(claims: Sequence[Claim], links: Links, articles: Mapping[str, Article], origins: Origins) -> Iterator[FacetVerdict]:
    slots = slots_of(claims, articles)
    for (_, label), statements in slots.items():
        for group in groups(statements):
            for matched in (apart for account in accounts(group) for apart in told_apart(account)):
                told = (found for found in _sure(matched, links, origins, label or None) if not _says_it_again(found, matched))
                yield from (found for found in told if found.rule.rpartition(".")[2] not in SILENT)
    for (_, label), statements in shared_across(slots):
        if not several_claims(statements):
            continue
        found = gather(statements, origins, label or None)
        if found.verdict is Verdict.AGREEMENT and found.rule.rpartition(".")[2] not in SILENT:
            yield found
    for (_, label), statements in measures_across(slots):
        found = gather(statements, origins, label or None)
        if several_claims(statements) and _fits_all(found):
            yield found
    yield from people_told(claims, articles, origins)


def _fits_all(facet: FacetVerdict) -> bool:
    return facet.verdict in (Verdict.AGREEMENT, Verdict.COMPATIBLE) and facet.rule.rpartition(".")[2] not in SILENT


def _says_it_again(facet: FacetVerdict, statements: Iterable[Statement]) -> bool:
    """Whether all that fits stands in one article and in one mouth: it bears itself out in no sentence ("the visit", "he will visit")."""
    mentions = [mention for value in facet.values for mention in value.mentions]
    if facet.verdict not in (Verdict.AGREEMENT, Verdict.COMPATIBLE) or len({mention.article for mention in mentions}) > 1:
        return False
    stated = {mention.claim for mention in mentions}
    return not any(_two_sources(*pair) for pair in combinations([one for one in statements if one.claim.id in stated], 2))


def _sure(statements: Sequence[Statement], links: Links, origins: Origins, label: str | None) -> Iterator[FacetVerdict]:
    """The verdict on the facet. Claims that contradict others, of which it is not sure that they speak of the same, get one of their own, those
    together that hold together ("two aged 51", "two aged 42")."""
    if not several_claims(statements):
        return
    found = gather(statements, origins, label)
    if found.verdict is not Verdict.CONTRADICTION:
        yield found
        return
    clashing = [pair for pair in combinations(statements, 2) if _clash(*pair, statements, links)]
    rest = statements
    if clashing:
        concerned = _concerned(statements, [statement for pair in clashing for statement in pair])
        yield gather(concerned, origins, label, clashing)
        rest = [statement for statement in statements if statement not in concerned]
    yield from (gather(group, origins, label) for group in _holding(rest) if several_claims(group))


def _holding(statements: Iterable[Statement]) -> list[list[Statement]]:
    """In groups in which no two contradict each other; each stands in the first that it can join."""
    groups: list[list[Statement]] = []
    for statement in statements:
        home = next((group for group in groups if _joins(statement, group)), None)
        if home is None:
            groups.append([statement])
        else:
            home.append(statement)
    return groups


def _concerned(statements: Sequence[Statement], clashing: Sequence[Statement]) -> list[Statement]:
    """Those that surely clash, and whatever agrees with one of them or contradicts none: "on Tuesday" is left out of "2020" against "2023"."""
    found = []
    for statement in statements:
        verdicts = {compare(statement, other).verdict for other in clashing if other is not statement}
        if statement in clashing or Verdict.AGREEMENT in verdicts or Verdict.CONTRADICTION not in verdicts:
            found.append(statement)
    return found


def _clash(left: Statement, right: Statement, statements: Sequence[Statement], links: Links) -> bool:
    """Do the two contradict each other, is it sure that they speak of one event, and does nobody say both?

    An article that states both values in its own voice ("31,000 tickets […] more than two million") does not take them for one. Inside an
    article only two sources contradict each other.
    """
    finding = compare(left, right)
    if finding.verdict is not Verdict.CONTRADICTION:
        return False
    link = links.get(frozenset((left.claim.id, right.claim.id)))
    with_left, with_right = _articles_with(left, statements), _articles_with(right, statements)
    if not is_sure(left, right, finding, link, max(len(with_left), len(with_right))):
        return False
    if left.article.id == right.article.id:
        return _two_sources(left, right) and (finding.rule.endswith(".denied") or besides(left, link) >= IN_ONE_ARTICLE)
    return left.article.id not in with_right and right.article.id not in with_left


def _two_sources(left: Statement, right: Statement) -> bool:
    """Whether two speak that have no word of their names in common: "the Norvian Bank" and "the bank's board" are one side."""
    one, other = (frozenset(_stems_of(voice(statement.claim) or "")) for statement in (left, right))
    return bool(one and other) and one.isdisjoint(other)


def _stems_of(name: str) -> Iterator[str]:
    return (word[:3] for word in name.casefold().replace("’", "'").split() if len(word) > 2 and word not in ("the", "and", "for"))


def _articles_with(statement: Statement, statements: Sequence[Statement]) -> set[str]:
    return {other.article.id for other in statements if other is statement or compare(statement, other).verdict is Verdict.AGREEMENT}


def told_apart(statements: Sequence[Statement]) -> Iterator[tuple[Statement, ...]]:
    """The statements in groups in which no claim speaks twice.

    A claim with two doers ("Russia and Mali agreed") is not at odds with one that names either: what agrees is grouped first, and of the rest
    only claims are set against each other that agree nowhere, or that state equally much of which one thing is left on either side.
    """
    if len({statement.claim.id for statement in statements}) == len(statements):
        yield tuple(statements)
        return
    groups: list[list[Statement]] = []
    for statement in statements:
        home = next((group for group in groups if _says_the_same(statement, group)), None)
        if home is None:
            groups.append([statement])
        else:
            home.append(statement)
    yield from (tuple(group) for group in groups if len(group) > 1)
    yield tuple(_strangers(groups, Counter(statement.claim.id for statement in statements)))


def _says_the_same(statement: Statement, group: Iterable[Statement]) -> bool:
    return all(member.claim.id != statement.claim.id and _fits(compare(statement, member)) for member in group)


def _fits(finding: Finding) -> bool:
    """Whether two values agree or fit, which is more than that nothing is known of them."""
    return finding.verdict is not Verdict.CONTRADICTION and finding.rule.rpartition(".")[2] not in SILENT


def _joins(statement: Statement, group: Iterable[Statement]) -> bool:
    return all(member.claim.id != statement.claim.id and compare(statement, member).verdict is not Verdict.CONTRADICTION for member in group)


def _strangers(groups: Sequence[Sequence[Statement]], stated: Mapping[str, int]) -> Iterator[Statement]:
    """One statement a claim, of claims that have nothing in common in this facet, or all but one thing."""
    alone = [group[0] for group in groups if len(group) == 1]
    left_over = Counter(statement.claim.id for statement in alone)
    met = {frozenset((a.claim.id, b.claim.id)) for group in groups for a in group for b in group}
    taken: list[str] = []
    for statement in alone:
        claim = statement.claim.id
        if claim not in taken and all(_may_clash(claim, other, met, stated, left_over) for other in taken):
            taken.append(claim)
            yield statement


def _may_clash(one: str, other: str, met: set[frozenset[str]], stated: Mapping[str, int], left_over: Mapping[str, int]) -> bool:
    if frozenset((one, other)) not in met:
        return True
    return stated[one] == stated[other] and left_over[one] == left_over[other] == 1
