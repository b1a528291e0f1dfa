"""Which telling details do several reports of a story name, whatever they say of them?

"A fire alarm alerted them" and "moved inward before setting off a fire alarm" tell of two events, and both of a fire alarm. What tells that it is one
alarm is that each report has it once: what a report has in every other sentence ("the minister") tells nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from typing import NamedTuple

from crosscheck.align.features import Rarity
from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.names import folded
from crosscheck.extract.places import country_of
from crosscheck.model.claim import Argument, Claim, Facet, Predicate, Span
from crosscheck.model.report import Story

# Share of the rarer other words of both sentences from which on a detail that is not named whole in both is one. Of pairs on ten stories of the
# training topics of ECB+ that were marked fact by fact, 29 of 100 speak of one fact below .1, 68 at .1, 83 at .2; of those that name it whole 94.
ALIKE = 0.2
MOST = 12  # sentences before it that each is compared with, so that a pile on one event does not cost its square


class Phrase(NamedTuple):
    """What two reports may both name: its noun alone ("the house"), or the whole of it ("the Palmer house"), in folded words."""

    whole: bool
    words: str
    head: str


@dataclass(frozen=True, slots=True)
class _Naming:
    """Where an article names a detail: the claim and its argument."""

    claim: Claim
    argument: Argument


Told = Mapping[tuple[str, Phrase], Sequence[_Naming]]  # by article


def groups_of_named(claims: Sequence[Claim], stories: Sequence[Story]) -> tuple[tuple[Claim, ...], ...]:
    """For each detail that two reports of a story or more name, a claim of its own from every sentence that does; ordered by their first claim."""
    rarity = Rarity([frozenset(terms) for terms in {(claim.article, claim.sentence): claim.terms for claim in claims}.values()])
    taken: set[tuple[str, Span]] = set()
    groups = []
    for phrase, namings in _told_once(claims, {article: story.id for story in stories for article in story.articles}):
        for group in _alike(phrase, [naming for naming in namings if (naming.claim.article, naming.argument.span) not in taken], rarity):
            taken |= {(naming.claim.article, naming.argument.span) for naming in group}
            groups.append(_claims(group))
    return tuple(sorted(groups, key=lambda group: (group[0].article, group[0].span, group[0].id)))


def _told_once(claims: Sequence[Claim], story: Mapping[str, str]) -> list[tuple[Phrase, Sequence[_Naming]]]:
    """Each detail that several reports of a story name in one sentence only, those first that are named whole, and by many."""
    told, about = _told(claims), _spoken_of(claims)
    found: dict[tuple[Phrase, str], list[_Naming]] = defaultdict(list)
    for (article, phrase), namings in told.items():
        heads = told[article, Phrase(False, phrase.head, phrase.head)]
        if article in story and _in_one_sentence((*namings, *heads)) and len(about.get((article, namings[0].argument.entity), ())) < 2:
            found[phrase, story[article]].append(namings[0])
    several = [(phrase, number, namings) for (phrase, number), namings in found.items() if len(namings) > 1]
    return [(phrase, namings) for phrase, _, namings in sorted(several, key=lambda one: (not one[0].whole, -len(one[2]), one[0], one[1]))]


def _told(claims: Sequence[Claim]) -> Told:
    events = {(claim.article, claim.predicate.span.end) for claim in claims if claim.predicate.kind in ("noun", "mention")}
    told: dict[tuple[str, Phrase], list[_Naming]] = defaultdict(list)
    for claim in claims:
        for argument in claim.arguments:
            if (claim.article, argument.span.end) in events or any(argument.span.touches(time.span) for time in claim.times):
                continue  # "the explosion" is an event, and aligned as one; "said Saturday" names nothing
            for phrase in phrases_in(argument):
                told[claim.article, phrase].append(_Naming(claim, argument))
    return told


def _spoken_of(claims: Sequence[Claim]) -> Mapping[tuple[str, str | None], Collection[int]]:
    """The sentences of each article that speak of somebody by name or pronoun: who is "she" all along is whom a report is about, and no detail."""
    found: dict[tuple[str, str | None], set[int]] = defaultdict(set)
    for claim in claims:
        for argument in claim.arguments:
            if argument.entity and argument.name:
                found[claim.article, argument.entity].add(claim.sentence)
    return found


def _in_one_sentence(namings: Sequence[_Naming]) -> bool:
    return len({naming.claim.sentence for naming in namings}) == 1


def _alike(phrase: Phrase, namings: Sequence[_Naming], rarity: Rarity) -> Iterator[list[_Naming]]:
    """The namings in groups of what is taken for one thing; that each of two reports names Norway once ties nothing."""
    if phrase.whole and country_of(phrase.words) is None:
        groups = [list(namings)]
    else:
        groups = []
        for naming in namings:
            home = next((group for group in groups if any(_share(naming, other, phrase, rarity) for other in group[:MOST])), None)
            if home is None:
                groups.append([naming])
            else:
                home.append(naming)
    yield from (group for group in groups if len(group) > 1)


def _share(left: _Naming, right: _Naming, phrase: Phrase, rarity: Rarity) -> bool:
    """Whether the sentences share enough besides what both name."""
    mine, yours = (frozenset(naming.claim.terms) - frozenset(phrase.words.split()) for naming in (left, right))
    return rarity.overlap(mine, yours) >= ALIKE


def _claims(group: Sequence[_Naming]) -> tuple[Claim, ...]:
    facets = Counter(naming.argument.facet for naming in group)
    facet = facets.most_common(1)[0][0]
    return tuple(_claim(naming, facet) for naming in sorted(group, key=lambda one: (one.claim.article, one.argument.span)))


def _claim(naming: _Naming, facet: Facet) -> Claim:
    """The claim that the article names it, in the words of the claim that does."""
    claim, argument = naming.claim, naming.argument
    return replace(
        claim,
        id=sha256(f"{claim.id}\0{argument.span.start}\0{argument.span.end}\0named".encode()).hexdigest()[:12],
        predicate=Predicate(argument.text, folded(argument.head), argument.span, "named"),
        topics=(),
        arguments=(replace(argument, facet=facet, slot=""),),
        quantities=(),
        times=(),
        about=claim.id,
    )


def phrases_in(argument: Argument) -> Iterator[Phrase]:
    """The ways in which an argument may be named in another claim; none for a pronoun."""
    words = [word for word in (word.strip(".,;:\"'“”‘’()") for word in folded(argument.text).split()) if word and word not in _small()]
    head = (folded(argument.head).split() or [""])[-1]
    if not words or head in _small() or _is_pronoun(argument.text):
        return
    yield Phrase(False, head, head)
    if argument.entity and argument.name:
        yield Phrase(True, folded(argument.entity), head)
    if len(words) > 1:
        yield Phrase(True, " ".join(sorted({head if word[:4] == head[:4] else word for word in words})), head)


def _is_pronoun(text: str) -> bool:
    return folded(text) in words_of("entities", "pronouns") and not (len(text) > 1 and text.isupper())  # "who", not "WHO"


@cache
def _small() -> Collection[str]:
    return frozenset(table_of("alignment")["named"]["small"].split())
