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
from crosscheck.extract.predicates import predicate_class
from crosscheck.model.claim import Argument, Claim, Facet, Predicate, Quantity, Span, Time
from crosscheck.model.report import Story

# Share of the rarer other words of both sentences from which on a detail that is not named whole in both is one. Of pairs on ten stories of the
# training topics of ECB+ that were marked fact by fact, 29 of 100 speak of one fact below .1, 68 at .1, 83 at .2; of those that name it whole 94.
ALIKE = 0.2
# The same for numbers, for dates and lengths, and for the years in which two things began. Of those told once in each, 648 of 656 numbers of these
# stories are of one fact from .1 on, and 156 of 163 times from .3 on; the years of beginnings are too few to count.
NUMBERS, TIMES, STARTS = 0.1, 0.35, 0.15
MOST = 12  # sentences before it that each is compared with, so that a pile on one event does not cost its square


Value = Argument | Quantity | Time


class Phrase(NamedTuple):
    """What two reports may both name: its noun alone ("the house"), or the whole of it ("the Palmer house"), in folded words.

    A number or a time has no head. `least` is what else the sentences must share.
    """

    whole: bool
    words: str
    head: str
    least: float = ALIKE


@dataclass(frozen=True, slots=True)
class _Naming:
    """Where an article names a detail: the claim and its argument, number or time."""

    claim: Claim
    value: Value


Told = Mapping[tuple[str, Phrase], Sequence[_Naming]]  # by article


def groups_of_named(claims: Sequence[Claim], stories: Sequence[Story]) -> tuple[tuple[Claim, ...], ...]:
    """For each detail that two reports of a story or more name, a claim of its own from every sentence that does; ordered by their first claim."""
    rarity = Rarity([frozenset(terms) for terms in {(claim.article, claim.sentence): claim.terms for claim in claims}.values()])
    taken: set[tuple[str, Span]] = set()
    groups = []
    for phrase, namings in _told_once(claims, {article: story.id for story in stories for article in story.articles}):
        for group in _alike(phrase, [naming for naming in namings if (naming.claim.article, naming.value.span) not in taken], rarity):
            taken |= {(naming.claim.article, naming.value.span) for naming in group}
            groups.append(_claims(group))
    return tuple(sorted(groups, key=lambda group: (group[0].article, group[0].span, group[0].id)))


def _told_once(claims: Sequence[Claim], story: Mapping[str, str]) -> list[tuple[Phrase, Sequence[_Naming]]]:
    """Each detail that several reports of a story name in one sentence only, those first that are named whole, and by many."""
    told, about = _told(claims), _spoken_of(claims)
    found: dict[tuple[Phrase, str], list[_Naming]] = defaultdict(list)
    for (article, phrase), namings in told.items():
        heads = told[article, Phrase(False, phrase.head, phrase.head)] if phrase.head else ()
        home = "" if phrase.least == STARTS else story.get(article)  # what began when is background that reports of several stories recall
        if home is not None and _in_one_sentence((*namings, *heads)) and len(about.get((article, _entity(namings[0].value)), ())) < 2:
            found[phrase, home].append(namings[0])
    several = [(phrase, number, namings) for (phrase, number), namings in found.items() if len(namings) > 1]
    return [(phrase, namings) for phrase, _, namings in sorted(several, key=lambda one: (not one[0].whole, -len(one[2]), one[0], one[1]))]


def _told(claims: Sequence[Claim]) -> Told:
    events = {(claim.article, claim.predicate.span.end) for claim in claims if claim.predicate.kind in ("noun", "mention")}
    told: dict[tuple[str, Phrase], list[_Naming]] = defaultdict(list)
    for claim in claims:
        for value, words in _values(claim):
            told[claim.article, words].append(_Naming(claim, value))
        for argument in claim.arguments:
            if (claim.article, argument.span.end) in events or any(argument.span.touches(time.span) for time in claim.times):
                continue  # "the explosion" is an event, and aligned as one; "said Saturday" names nothing
            for phrase in phrases_in(argument):
                told[claim.article, phrase].append(_Naming(claim, argument))
    return told


def _values(claim: Claim) -> Iterator[tuple[Value, Phrase]]:
    """The claim's numbers and times as phrases: "since 2012" and "began in 2012" are one, "until 2012" is another."""
    for quantity in claim.quantities:
        if quantity.kind in _NUMBERS and quantity.value is not None:
            what = quantity.unit or (quantity.of or "").rpartition(" ")[2].lower() or quantity.attribute
            yield quantity, Phrase(False, f"{quantity.value:g} {what} {quantity.kind}", "", ALIKE if quantity.kind == "measure" else NUMBERS)
    for time in claim.times:
        start = time.of == "since" or (time.of is None and predicate_class(claim.predicate.lemma, claim.predicate.kind) == "begin")
        bound = "since" if start else time.of or ""
        yield time, Phrase(False, f"{bound} {time.type} {time.value}".strip(), "", STARTS if start and time.type == "DATE" else TIMES)


_NUMBERS = ("age", "count", "money", "percent", "measure", "fraction")


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
    if _other_attribute(left.value, right.value) or (isinstance(left.value, Time) and _is_saying(left.claim) != _is_saying(right.claim)):
        return False  # "12 were injured" and "12 arrested"; "died on Thursday" and "said on Thursday"
    own = frozenset(phrase.words.split()) if phrase.head else frozenset()
    mine, yours = (frozenset(naming.claim.terms) - own for naming in (left, right))
    return rarity.overlap(mine, yours) >= phrase.least


def _other_attribute(left: Value, right: Value) -> bool:
    one, other = (value.attribute if isinstance(value, Quantity) else None for value in (left, right))
    return one is not None and other is not None and one != other


def _is_saying(claim: Claim) -> bool:
    return predicate_class(claim.predicate.lemma, claim.predicate.kind) == "say"


def _claims(group: Sequence[_Naming]) -> tuple[Claim, ...]:
    return tuple(_claim(naming, group) for naming in sorted(group, key=lambda one: (one.claim.article, one.value.span)))


def _claim(naming: _Naming, group: Sequence[_Naming]) -> Claim:
    """The claim that the article names it, in the words of the claim that does."""
    claim, value = naming.claim, naming.value
    return replace(
        claim,
        id=sha256(f"{claim.id}\0{value.span.start}\0{value.span.end}\0named".encode()).hexdigest()[:12],
        predicate=Predicate(value.text, folded(value.text), value.span, "named"),
        topics=(),
        arguments=(replace(value, facet=_facet(group), slot=""),) if isinstance(value, Argument) else (),
        quantities=(replace(value, attribute=_attribute(group)),) if isinstance(value, Quantity) else (),
        times=(replace(value, of=None),) if isinstance(value, Time) else (),
        about=claim.id,
    )


def _facet(group: Sequence[_Naming]) -> Facet:
    """The facet in which most of them name it."""
    return Counter(naming.value.facet for naming in group if isinstance(naming.value, Argument)).most_common(1)[0][0]


def _attribute(group: Sequence[_Naming]) -> str | None:
    """What all of them say that the number is the value of."""
    attributes = {naming.value.attribute for naming in group if isinstance(naming.value, Quantity)}
    return attributes.pop() if len(attributes) == 1 else None


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
