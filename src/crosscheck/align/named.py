"""Which telling details do several reports of a story name, whatever they say of them?

"A lost key was found" and "the guard had to look for a lost key" tell of two events, and both of a lost key. What tells that it is one key
is that each report has it once. What a report has in every other sentence ("the minister") tells nothing by itself; `connexions.py` tells which
of those sentences belong together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from crosscheck.align.connexions import in_one_connexion
from crosscheck.align.features import Rarity
from crosscheck.align.named_number import numbers_in
from crosscheck.align.naming import Naming, Place, Things, Told, Value, is_deed, may_be_one, told_in
from crosscheck.align.naming_values import STARTS, Phrase
from crosscheck.extract.names import folded
from crosscheck.extract.places import country_of
from crosscheck.extract.things import TRAIT
from crosscheck.model.claim import Argument, Claim, Facet, Predicate, Quantity, Time
from crosscheck.model.report import Story

MOST = 12  # sentences before it that each is compared with, so that a pile on one event does not cost its square


def groups_of_named(claims: Sequence[Claim], stories: Sequence[Story], things: Things) -> tuple[tuple[Claim, ...], ...]:
    """For each detail that two reports of a story or more name, a claim of its own from every sentence that does; ordered by their first claim.

    `things` are what the sentences of each article speak of besides what their claims state.
    """
    rarity = Rarity([frozenset(terms) for terms in {(claim.article, claim.sentence): claim.terms for claim in claims}.values()])
    story = {article: story.id for story in stories for article in story.articles}
    several = {article for story in stories for article in story.articles if len(story.articles) > 1}  # one report alone shares no detail
    told, about = told_in(claims, {article: things.get(article, ()) for article in several}), _spoken_of(claims)
    taken: set[Place] = set()
    once = []
    for phrase, namings in _told_once(told, about, story):
        for group in _alike(phrase, [naming for naming in namings if naming.place not in taken], rarity):
            taken |= {naming.place for naming in group}
            once.append(group)
    groups = [_claims(group, numbers_in(group)) for group in in_one_connexion(told, story, once, rarity)]
    return tuple(sorted(groups, key=lambda group: (group[0].article, group[0].span, group[0].id)))


def _told_once(
    told: Told, about: Mapping[tuple[str, str | None], Collection[int]], story: Mapping[str, str]
) -> list[tuple[Phrase, Sequence[Naming]]]:
    """Each detail that several reports of a story name in one sentence only, those first that are named whole, and by many."""
    found: dict[tuple[Phrase, str], list[Naming]] = defaultdict(list)
    for (article, phrase), namings in told.items():
        if phrase.sort:
            continue  # "suspicious" once in each may be of two things
        heads = told.get((article, Phrase(False, phrase.head, phrase.head)), ())
        home = "" if phrase.least == STARTS else story.get(article)  # what began when is background that reports of several stories recall
        if home is not None and _in_one_sentence((*namings, *heads)) and len(about.get((article, _entity(namings[0].value)), ())) < 2:
            found[phrase, home].append(namings[0])
    several = [(phrase, number, namings) for (phrase, number), namings in found.items() if len(namings) > 1]
    return [(phrase, namings) for phrase, _, namings in sorted(several, key=lambda one: (not one[0].whole, -len(one[2]), one[0], one[1]))]


def _entity(value: Value) -> str | None:
    return value.entity if isinstance(value, Argument) else None


def _spoken_of(claims: Sequence[Claim]) -> Mapping[tuple[str, str | None], Collection[int]]:
    """The sentences of each article that speak of somebody by name or pronoun: who is "she" all along is whom a report is about, and no detail."""
    found: dict[tuple[str, str | None], set[int]] = defaultdict(set)
    for claim in claims:
        for argument in claim.arguments:
            if argument.entity and argument.name:
                found[claim.article, argument.entity].add(claim.sentence)
    return found


def _in_one_sentence(namings: Sequence[Naming]) -> bool:
    return len({naming.claim.sentence for naming in namings}) == 1


def _alike(phrase: Phrase, namings: Sequence[Naming], rarity: Rarity) -> Iterator[list[Naming]]:
    """The namings in groups of what is taken for one thing; that each of two reports names Norway once ties nothing."""
    groups: list[list[Naming]] = []
    whole = phrase.whole and country_of(phrase.words) is None
    own = frozenset(phrase.words.split()) if phrase.head else frozenset()
    besides = {naming.place: frozenset(naming.claim.terms) - own for naming in namings}

    def share(left: Naming, right: Naming) -> bool:
        """Whether both name the whole of it, or their sentences share enough besides.

        What began in one year is told all over a pile, mostly of other things.
        """
        mine, yours = besides[left.place], besides[right.place]
        if not whole and mine.isdisjoint(yours) and phrase.least > 0:
            return False
        return may_be_one(left, right) and (whole or rarity.overlap(mine, yours) >= phrase.least)

    for naming in namings:
        home = next((group for group in groups if any(share(naming, other) for other in group[:MOST])), None)
        if home is None:
            groups.append([naming])
        else:
            home.append(naming)
    yield from (group for group in groups if len(group) > 1)


def _claims(group: Sequence[Naming], numbers: Mapping[Place, Quantity]) -> tuple[Claim, ...]:
    return tuple(_claim(naming, group, numbers.get(naming.place)) for naming in sorted(group, key=lambda one: (one.claim.article, one.value.span)))


def _claim(naming: Naming, group: Sequence[Naming], number: Quantity | None) -> Claim:
    """The claim that the article names it, in the words of the claim that does."""
    claim, value = naming.claim, naming.value
    if is_deed(value):
        return replace(claim, id=_id(claim, "retold"), predicate=replace(claim.predicate, kind="retold"), topics=(), about=claim.id)
    held = claim.span.holds(value.span)
    return replace(
        claim,
        text=claim.text if held else value.text,
        span=claim.span if held else value.span,
        id=_id(claim, f"{value.span.start}\0{value.span.end}\0{naming.sort}\0named"),
        predicate=Predicate(value.text, folded(value.text), value.span, "named"),
        topics=(),
        arguments=(replace(value, facet=_facet(group), slot=value.slot if value.slot == TRAIT else ""),) if isinstance(value, Argument) else (),
        quantities=(_in_group(value, group),) if isinstance(value, Quantity) else (number,) if number else (),
        times=(replace(value, of=None),) if isinstance(value, Time) else (),
        about=claim.id,
    )


def _id(claim: Claim, what: str) -> str:
    return sha256(f"{claim.id}\0{what}".encode()).hexdigest()[:12]


def _facet(group: Sequence[Naming]) -> Facet:
    """The facet in which most of them name it."""
    return Counter(naming.value.facet for naming in group if isinstance(naming.value, Argument)).most_common(1)[0][0]


def _in_group(quantity: Quantity, group: Sequence[Naming]) -> Quantity:
    """The number as one of the group: a bare one ("2,302") is in the unit of the others ("2,302 points")."""
    of, attribute = _counted(group), _attribute(group)
    measures = {(one.value.unit, one.value.kind) for one in group if isinstance(one.value, Quantity) and one.value.unit}
    if quantity.unit is None and quantity.kind == "count" and len(measures) == 1:
        unit, kind = next(iter(measures))
        return replace(quantity, attribute=attribute, of=of, unit=unit, kind=kind)
    return replace(quantity, attribute=attribute, of=of)


def _counted(group: Sequence[Naming]) -> str | None:
    """What the number counts or measures, where all of them say the same or it has no other name."""
    counted = {naming.value.of for naming in group if isinstance(naming.value, Quantity)}
    units = {naming.value.unit for naming in group if isinstance(naming.value, Quantity)}
    return next(iter(sorted(filter(None, counted))), None) if len(counted) == 1 or None in units else None


def _attribute(group: Sequence[Naming]) -> str | None:
    """What all of them say that the number is the value of."""
    attributes = {naming.value.attribute for naming in group if isinstance(naming.value, Quantity)}
    return attributes.pop() if len(attributes) == 1 else None
