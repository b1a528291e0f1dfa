"""What happened when, going by the times that the claims of a report give their events?

A line is an alignment, or a claim that stands alone. Where claims of one alignment are dated apart and nothing says that they contradict each
other (two coups told in one sentence), each date is a line of its own. Times of reports, quotations, ages and states date no event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from crosscheck.arrange.when import ends, when_of
from crosscheck.extract.lexicon import words_of
from crosscheck.independence.origins import Origins
from crosscheck.judge.circumstances import is_negated, voice
from crosscheck.judge.moments import clashes, parts
from crosscheck.model.claim import Claim, Facet, Modality, Polarity, Span, Time
from crosscheck.model.report import Alignment, FacetVerdict, Report
from crosscheck.model.timeline import Dating, Event, Granularity, Timeline, When
from crosscheck.model.verdict import Verdict
from crosscheck.values import dataclass

TIDY = 60  # letters of a claim that reads well on a line


def timeline_of(report: Report) -> Timeline:
    """The dated events in order, the wider first where two begin together; then what is undated, in the order of the report's claims."""
    place = {claim.id: number for number, claim in enumerate(report.claims)}
    found = tuple(_Events(report).found())
    dated = sorted((event for event in found if event.when), key=lambda event: (*_order(event), place[event.claim]))
    undated = sorted((event for event in found if not event.when), key=lambda event: place[event.claim])
    return Timeline(report.articles, report.skipped, tuple(dated), tuple(undated))


def _order(event: Event) -> tuple[datetime, float]:
    """By where it begins; what has no beginning goes by its end."""
    assert event.when
    since, until = ends(event.when)
    if event.when.since is None:
        return until, 0.0
    return since, -(until - since).total_seconds()


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim and the time that it gives its event: `when` None for one that is not known, `time` None for none."""

    claim: Claim
    time: Time | None = None
    when: When | None = None


@dataclass(slots=True)
class _Group:
    """Claims dated alike; `core` is the finest of their times."""

    core: When
    told: list[_Told]


class _Events:
    """The events of one report."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.origins = Origins(report.overlaps)
        self.claims = {claim.id: claim for claim in report.claims}
        self.inner = _innermost(report.claims)

    def found(self) -> Iterator[Event]:
        aligned: set[str] = set()
        for alignment in self.report.alignments:
            aligned.update(alignment.claims)
            yield from self._of(alignment)
        for claim in self.report.claims:
            if claim.id not in aligned and is_event(claim):
                yield from (self._event([told], told.when) for told in self._told(claim))

    def _told(self, claim: Claim) -> Iterator[_Told]:
        """The claim with the finest time that dates its event; of a noun with each: "seized power in August 2020, then another coup in May 2021"."""
        own = [time for time in claim.times if (claim.id, time) in self.inner]
        known = [(when, time) for time in own if (when := when_of(time))]
        if not known:
            yield _Told(claim, next((time for time in own if _is_partial(time)), None))
            return
        finest, time = min(known, key=lambda pair: (pair[0].granularity is Granularity.OPEN, _width(pair[0])))
        yield _Told(claim, time, finest)
        for when, time in known if claim.predicate.kind == "noun" else ():
            if when.granularity is finest.granularity is not Granularity.OPEN and not _can_be_one(when, finest):
                yield _Told(claim, time, when)

    def _of(self, alignment: Alignment) -> Iterator[Event]:
        told = [told for id_ in alignment.claims if (claim := self.claims.get(id_)) and is_event(claim) for told in self._told(claim)]
        if not told:
            return
        groups = _groups([one for one in told if one.when], contradicted=_dates_contradict(alignment))
        loose = [one for one in told if not one.when]
        if not groups:
            yield self._event(loose, None, alignment)
            return
        for one in loose:
            group = next((group for group in groups if _may_be(one.time, group.core)), None) if one.time or len(groups) == 1 else None
            if group:
                group.told.append(one)
        for group in groups:
            yield self._event(group.told, group.core, alignment)

    def _event(self, told: Sequence[_Told], when: When | None, alignment: Alignment | None = None) -> Event:
        claims = [one.claim for one in told]
        first = min((one.claim for one in told if one.when == when), key=_untidiness, default=claims[0])
        datings = tuple(Dating(one.claim.id, one.claim.article, one.time.text, one.when) for one in told if one.time)
        sources = tuple(dict.fromkeys(source for claim in claims if (source := voice(claim))))
        ids, articles = tuple(claim.id for claim in claims), tuple(sorted({claim.article for claim in claims}))
        plain = Event(when, first.id, first.article, first.text, first.span, ids, articles, sources, datings, _modality(claims), _polarity(claims))
        return plain if alignment is None else _within(plain, alignment, self._origins(told, when, alignment))

    def _origins(self, told: Sequence[_Told], when: When | None, alignment: Alignment) -> int:
        """The origins that give this date: who tells the event without it, or dates it more coarsely, does not bear it out."""
        dated = [one for one in told if (one.when and ends(one.when) == ends(when) if when else one.time)]
        return min(alignment.origins, self.origins.behind(one.claim for one in dated or told))


def _within(event: Event, alignment: Alignment, origins: int) -> Event:
    """The event with what its alignment says of it."""
    own = set(event.claims)
    differences = tuple(facet for facet in alignment.facets if _differs(facet, own))
    told_twice = len(event.articles) > 1 or (len(event.claims) > 1 and alignment.verdict is not Verdict.SINGLE_SOURCE)
    agreed = Verdict.AGREEMENT if told_twice else Verdict.SINGLE_SOURCE
    verdict = min((facet.verdict for facet in differences), key=lambda verdict: verdict.gravity, default=agreed)
    return replace(event, alignment=alignment.id, question=alignment.question, origins=origins, verdict=verdict, differences=differences)


def _differs(facet: FacetVerdict, claims: set[str]) -> bool:
    """Whether these claims take two values of the facet, and not merely in other words."""
    if facet.verdict in (Verdict.AGREEMENT, Verdict.SINGLE_SOURCE):
        return False
    return sum(any(mention.claim in claims for mention in value.mentions) for value in facet.values) > 1


# which claims tell of an event, and which time is whose


def is_event(claim: Claim) -> bool:
    """Whether the claim tells of something that happened or will happen, rather than of a state, an age or a report."""
    if claim.is_mention or claim.predicate.kind == "attribute" or claim.predicate.lemma in words_of("timeline", "states"):
        return False
    if claim.predicate.lemma in words_of("timeline", "reporting") | words_of("timeline", "reports"):
        return False
    documents = words_of("timeline", "documents")
    return claim.predicate.lemma not in words_of("timeline", "publishing") or not any(one.head in documents for one in claim.of(Facet.PATIENT))


def _innermost(claims: Iterable[Claim]) -> frozenset[tuple[str, Time]]:
    """The claims, by id, with the times that date their own events: "close ties forged since the coup in August 2020" dates the coup alone."""
    bearers: defaultdict[tuple[str, Span], list[Claim]] = defaultdict(list)
    for claim in claims:
        for time in claim.times:
            bearers[claim.article, time.span].append(claim)
    return frozenset(
        (claim.id, time)
        for (_, place), group in bearers.items()
        for claim in group
        for time in claim.times
        if time.span == place and not any(other.span != claim.span and claim.span.holds(other.span) for other in group)
    )


def _is_partial(time: Time) -> bool:
    """Whether a time dates an event in a year that is not known: "in March", "on Tuesday"."""
    return time.of is None and time.type in ("DATE", "TIME") and not time.value.endswith("_REF") and time.since is None


def _may_be(time: Time | None, when: When) -> bool:
    """Whether a time of an unknown year can be the one: "in March" and 31 March 2022."""
    if time is None:
        return True
    return when.granularity is not Granularity.OPEN and not any(clashes(parts(time.value, time.text), parts(when.value)))


# which dates are one


def _groups(told: Sequence[_Told], *, contradicted: bool) -> list[_Group]:
    """Claims by the dates that can be one; all of them, with the date that most articles give, where the dates are in conflict."""
    groups: list[_Group] = []
    for one in sorted(told, key=lambda one: (_support(one, told), _width(_known(one)), ends(_known(one)), one.claim.id)):
        home = next((group for group in groups if contradicted or _can_be_one(group.core, _known(one))), None)
        if home:
            home.told.append(one)
        else:
            groups.append(_Group(_known(one), [one]))
    return groups


def _known(one: _Told) -> When:
    assert one.when
    return one.when


def _support(one: _Told, told: Sequence[_Told]) -> int:
    """Fewer than none: the articles that give the same date, or one that it can be."""
    return -len({other.claim.article for other in told if _can_be_one(_known(one), _known(other))})


def _can_be_one(a: When, b: When) -> bool:
    if Granularity.OPEN in (a.granularity, b.granularity):
        return (a.since, a.until) == (b.since, b.until)
    (since, until), (start, end) = ends(a), ends(b)
    return since < end and start < until


def _width(when: When) -> float:
    since, until = ends(when)
    return (until - since).total_seconds()


def _dates_contradict(alignment: Alignment) -> bool:
    return any(facet.facet is Facet.TIME and facet.verdict is Verdict.CONTRADICTION for facet in alignment.facets)


# how an event is said


def _untidiness(claim: Claim) -> tuple[bool, int, str]:
    return claim.predicate.kind != "verb", abs(len(claim.text) - TIDY), claim.id


def _modality(claims: Sequence[Claim]) -> Modality:
    """The surest of them: what one article plans and another tells as done was done."""
    sure = (Modality.ACTUAL, Modality.ALLEGED, Modality.PLANNED, Modality.CONDITIONAL, Modality.POSSIBLE)
    return min((claim.modality for claim in claims), key=sure.index)


def _polarity(claims: Sequence[Claim]) -> Polarity:
    return Polarity.NEGATED if all(map(is_negated, claims)) else Polarity.AFFIRMED
