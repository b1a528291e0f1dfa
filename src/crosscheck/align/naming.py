"""What does an article name, and in how many ways may another name it?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from crosscheck.align.kindred import families_of
from crosscheck.align.measures import are_measures, are_one_measure
from crosscheck.align.naming_values import MANY, Phrase, in_a_row, is_telling, on_other_days, other_counted, values_in
from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.names import folded
from crosscheck.extract.predicates import predicate_class
from crosscheck.extract.things import ORDINAL
from crosscheck.model.claim import Argument, Claim, Facet, Quantity, Span, Thing, Time
from crosscheck.values import dataclass

Value = Argument | Quantity | Time
Place = tuple[str, Span, str]  # the article, where, and what stands there: a "number", a "time" or a "thing"


@dataclass(frozen=True, slots=True)
class Naming:
    """Where an article names a detail: the claim and its argument, number or time."""

    claim: Claim
    value: Value

    @property
    def place(self) -> Place:
        return self.claim.article, self.value.span, self.sort

    @property
    def sort(self) -> str:
        """ "number", "time" or "thing": "eight days" is the first two, and reports that agree on it agree on both."""
        return "number" if isinstance(self.value, Quantity) else "time" if isinstance(self.value, Time) else "thing"


Told = Mapping[tuple[str, Phrase], Sequence[Naming]]  # by article
Things = Mapping[str, Sequence[Thing]]  # by article


def told_in(claims: Sequence[Claim], things: Things) -> Told:
    """Every detail that the claims name: numbers and times by their value; of the articles of `things` arguments by the ways to name them as well,
    and the things and deeds of the claims' sentences.
    """
    events = {(claim.article, claim.predicate.span.end) for claim in claims if claim.predicate.kind == "noun"}
    told: dict[tuple[str, Phrase], list[Naming]] = defaultdict(list)
    for claim in claims:
        for value, words in values_in(claim):
            told[claim.article, words].append(Naming(claim, value))
        for argument in claim.arguments if claim.article in things else ():
            if (claim.article, argument.span.end) in events or any(argument.span.touches(time.span) for time in claim.times):
                continue  # "the explosion" is an event, and aligned as one; "said Saturday" names nothing
            for phrase in phrases_in(argument):
                told[claim.article, phrase].append(Naming(claim, argument))
    for claim, mention in _mentioned(claims, things):
        for phrase in phrases_in(mention):
            told[claim.article, phrase].append(Naming(claim, mention))
    for claim, argument in _placed(claims, things):
        if argument.slot == ORDINAL:
            number = _ordinal(argument)
            told[claim.article, in_a_row(number)].append(Naming(claim, number))
            continue
        for phrase in phrases_in(argument) if not (argument.slot and argument.head in _small("traits")) else ():
            told[claim.article, phrase._replace(sort=argument.slot)].append(Naming(claim, argument))
    for claim in claims:
        deed = deed_of(claim) if claim.article in things else None
        if deed is not None:
            kind = predicate_class(claim.predicate.lemma, claim.predicate.kind) or claim.predicate.lemma
            told[claim.article, Phrase(False, kind, kind, sort="deed")].append(Naming(claim, deed))
    return told


def _ordinal(argument: Argument) -> Quantity:
    """ "Her second term" as the number that it is."""
    number = float(argument.head)
    return Quantity(argument.text, argument.span, number, number, number, of=argument.also[0], kind="ordinal", precision=1.0)


def deed_of(claim: Claim) -> Argument | None:
    """What the claim tells of, as something to name; None for a word that says little ("took") or that somebody says something."""
    predicate = claim.predicate
    if predicate.kind not in ("verb", "noun") or predicate.lemma in words_of("bearing", "empty_deeds") or _is_saying(claim):
        return None
    return Argument(Facet.POLARITY, predicate.text, predicate.span, predicate.lemma)


def _placed(claims: Sequence[Claim], things: Things) -> Iterator[tuple[Claim, Argument]]:
    """The things that the claims' sentences speak of, each with the first claim whose clause holds it, or else the first of its sentence."""
    of: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.is_mention):  # one that states something, where the sentence has one
        of[claim.article, claim.sentence].append(claim)
    for article, told in things.items():
        for thing in told:
            near = of.get((article, thing.sentence), ())
            home = next((claim for claim in near if claim.span.holds(thing.argument.span)), near[0] if near else None)
            if home is not None:
                yield home, thing.argument


def _mentioned(claims: Sequence[Claim], things: Things) -> Iterator[tuple[Claim, Argument]]:
    """What is mentioned in passing ("came amid a drought") as something to name: in another report it stands in a role ("the drought broke")."""
    for claim in claims:
        if claim.predicate.kind == "mention" and claim.article in things:
            predicate = claim.predicate
            yield claim, Argument(Facet.TYPE, predicate.text, predicate.span, predicate.lemma)


def phrases_in(argument: Argument) -> tuple[Phrase, ...]:
    """The ways in which an argument may be named in another claim; none for a pronoun."""
    return _phrases(argument.text, argument.head, argument.entity if argument.name else None)


@lru_cache(maxsize=65536)
def _phrases(text: str, head: str, entity: str | None) -> tuple[Phrase, ...]:
    words = [word for word in (word.strip(".,;:\"'“”‘’()") for word in folded(text).split()) if word and word not in _small()]
    head = (folded(head).split() or [""])[-1]
    if not words or head in _small() or is_pronoun(text):
        return ()
    found = [Phrase(False, head, head)]
    if entity:
        found.append(Phrase(True, folded(entity), (folded(entity).split() or [head])[-1]))  # "Furey himself" and "Declan Furey" are one
    if len(words) > 1:
        found.append(Phrase(True, " ".join(sorted({head if word[:4] == head[:4] else word for word in words})), head))
    return tuple(found)


def is_pronoun(text: str) -> bool:
    return folded(text) in words_of("entities", "pronouns") and not (len(text) > 1 and text.isupper())  # "who", not "WHO"


@cache
def _small(which: str = "small") -> Collection[str]:
    return frozenset(table_of("alignment")["named"][which].split())


def may_be_one(left: Naming, right: Naming) -> bool:
    """Whether neither can be told from the other: "12 were injured" and "12 arrested", "died" and "said on Thursday", "a van" and "vans" can."""
    if isinstance(left.value, Argument) and isinstance(right.value, Argument) and _other_many(left.value, right.value):
        return False
    if is_deed(left.value) and (left.claim.polarity, left.claim.modality) != (right.claim.polarity, right.claim.modality):
        return False
    if isinstance(left.value, Time) and isinstance(right.value, Time):
        return _is_saying(left.claim) == _is_saying(right.claim) and not on_other_days(left.value, right.value, _one_deed(left, right))
    if isinstance(left.value, Quantity) and isinstance(right.value, Quantity):
        if are_measures(left.value, right.value) and not are_one_measure(left.value, right.value):
            return False
        return not _other_attribute(left.value, right.value) and not other_counted(left.value, right.value, _one_deed(left, right))
    return True


def is_deed(value: Value) -> bool:
    return isinstance(value, Argument) and value.facet is Facet.POLARITY


def _other_many(left: Argument, right: Argument) -> bool:
    """One and several, or another: of such pairs on the ten marked stories 50 of 100 speak of one fact, of others 80."""
    if left.name or right.name:
        return False
    return is_plural(left) != is_plural(right) or _is_other(left.text) != _is_other(right.text)


def is_plural(argument: Argument) -> bool:
    """Whether its noun is said in the plural."""
    return _is_plural(argument.text, argument.head)


@lru_cache(maxsize=65536)
def _is_plural(text: str, head: str) -> bool:
    noun = (folded(head).split() or [""])[-1]
    said = [word for word in folded(text).replace("-", " ").split() if word[:3] == noun[:3]]
    return bool(said) and said[-1].endswith("s") and said[-1] != noun


def _is_other(text: str) -> bool:
    return any(word in _small("others") for word in folded(text).split())


def _one_deed(left: Naming, right: Naming) -> bool:
    """Whether both claims tell of one kind of deed, or of kindred ones."""
    one, other = (
        predicate_class(naming.claim.predicate.lemma, naming.claim.predicate.kind) or naming.claim.predicate.lemma for naming in (left, right)
    )
    return one == other or not families_of(one).isdisjoint(families_of(other))


def _other_attribute(left: Quantity, right: Quantity) -> bool:
    """Of two attributes; of one sum it may be told as damages and as what is paid."""
    one, other = (None if _is_sum(value) else value.attribute for value in (left, right))
    return one is not None and other is not None and one != other


def _is_sum(quantity: Quantity) -> bool:
    """Money, or so many of something, that no other number of a story is."""
    return (quantity.kind == "money" or (quantity.value or 0.0) >= MANY) and is_telling(quantity.value or 0.0)


def _is_saying(claim: Claim) -> bool:
    return predicate_class(claim.predicate.lemma, claim.predicate.kind) == "say"
