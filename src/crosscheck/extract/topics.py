"""Which topics does a claim belong to, and which attribute of its event does a number state?

Topics stand in data/topics, one a file, and in files of the user's of the same shape; a user's topic adds to the shipped one of its name.
Lemmas are lower case. Every look-up is by lemma, in a dictionary.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar

from crosscheck.extract.attribute_label import Label
from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.predicates import is_event_noun, listed, predicate_class, with_roles
from crosscheck.tables import names, table
from crosscheck.values import dataclass

__all__ = ["Attribute", "Catalogue", "Topic", "attribute_of", "catalogue", "is_event_noun", "predicate_class", "topics_of", "with_roles"]

T = TypeVar("T")
K = TypeVar("K")
Words = frozenset[str]
NO_LABEL = Label()
_NONE: Words = frozenset()

# How sure a trigger is that a number states an attribute, strongest first; only the order matters.
_LABELLED, _COUNTED, _BESIDE, _OWN_PHRASE, _BROUGHT, _PREDICATE, _NOUN = 12, 11, 10, 9, 8, 7, 6
_SAID_BESIDE, _PHRASE, _PERSONS, _CONTEXT = (
    5,
    3,
    2,
    1,
)  # where the predicate says something of its own ("12 people trapped in the shaft were rescued")


@dataclass(frozen=True, slots=True, eq=False)
class Attribute:
    """What can be said of an event of a topic in numbers: deaths of casualties, the magnitude of an earthquake.

    `kind` is count, money, percent, measure, duration, age, ordinal or score. `of` are the nouns that may be counted ("people" stands for
    every noun for persons; empty: any), `units` the units allowed (empty: all of the kind). What makes a number state the attribute:
    `labels`, or `nouns`, of which it is the value ("a town of 24,000", "the toll stood at 22"); `counted`, nouns and units that name it
    whatever the predicate ("22 deaths"); `after`, the words right after it ("12 people missing"); `verbs` and `nouns`, the predicates;
    `phrases`, the sets of lemmas; `persons`, who are counted where the predicate does not say otherwise ("400 protesters", but "three
    protesters were killed"); `had`, who belong to a place or a firm and are counted as its own only where no more is said than that they are
    there ("the town has 2,000 residents", but "2,000 residents protested"). `never_after` are words right before the number with which it does
    not ("rose to 12 percent" is no change by 12).
    `running` marks a count that grows with later reports. `question` lacks its question mark; {what} stands for
    what is counted and {agent} for whom it is about.
    """

    name: str
    topic: str
    kind: str
    question: str
    of: Words
    units: Words
    counted: Words
    persons: Words
    verbs: Words
    nouns: Words
    phrases: frozenset[Words]
    running: bool
    after: Words = frozenset()
    labels: Words = frozenset()
    never_after: Words = frozenset()
    had: Words = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Topic:
    """A kind of event. `broad` verbs belong to it only with one of `objects` (or an event noun of the topic) among their arguments."""

    name: str
    description: str
    verbs: Words
    nouns: Words
    phrases: frozenset[tuple[str, str]]
    broad: Words
    objects: Words
    attributes: tuple[Attribute, ...]


class Catalogue:
    """Topics with indexes by lemma, each made when it is first asked for."""

    def __init__(self, topics: Iterable[Topic]):
        self.topics = tuple(sorted(topics, key=lambda topic: topic.name))

    @cached_property
    def _verbs(self) -> Mapping[str, tuple[Topic, ...]]:
        return _index(self.topics, lambda topic: topic.verbs)

    @cached_property
    def _broad(self) -> Mapping[str, tuple[Topic, ...]]:
        return _index(self.topics, lambda topic: topic.broad)

    @cached_property
    def _nouns(self) -> Mapping[str, tuple[Topic, ...]]:
        return _index(self.topics, lambda topic: topic.nouns)

    @cached_property
    def _phrases(self) -> Mapping[tuple[str, str], tuple[Topic, ...]]:
        return _index(self.topics, lambda topic: topic.phrases)

    @cached_property
    def _by_word(self) -> Mapping[str, tuple[Attribute, ...]]:
        return _index(self._attributes, _words_of)

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Attribute, ...]]:
        return _index(self._attributes, lambda attribute: (attribute.name,))

    @property
    def _attributes(self) -> Iterator[Attribute]:
        return (attribute for topic in self.topics for attribute in topic.attributes)

    def topics_of(self, lemma: str, kind: str, heads: Sequence[str]) -> tuple[str, ...]:
        """The names of the topics of a predicate with these heads of arguments, in alphabetical order."""
        named = {topic.name for topic in self._nouns.get(lemma, ())} if kind != "verb" else self._of_verb(lemma, heads)
        named |= {topic.name for head in heads if is_event_noun(head) for topic in self._nouns.get(head, ())}
        named |= {attribute.topic for attribute in self._by_name.get(lemma, ()) if kind == "attribute"}
        return tuple(sorted(named))

    def _of_verb(self, lemma: str, heads: Sequence[str]) -> set[str]:
        named = {topic.name for topic in self._verbs.get(lemma, ())}
        named |= {topic.name for head in heads for topic in self._phrases.get((lemma, head), ())}
        for topic in self._broad.get(lemma, ()):
            if any(head in topic.objects or head in topic.nouns for head in heads):
                named.add(topic.name)
        return named

    def attribute_of(
        self,
        lemma: str,
        kind: str,
        of: str | None,
        unit: str | None,
        words: Sequence[str],
        named: Sequence[str] = (),
        number: str = "count",
        label: Label = NO_LABEL,
    ) -> Attribute | None:
        """The attribute that a quantity states, None where only the counted noun and the predicate tell.

        `lemma` and `kind` are the predicate's, `of` and `unit` the quantity's, `number` its kind, `words` the lemmas of its sentence,
        `named` the claim's topics, `label` what the words around the number say that it is the value of.
        """
        near = set(words)
        counted = _head(of)
        found: dict[Attribute, int] = {}
        for word in dict.fromkeys((counted, unit or "", *label.nouns, *label.members, *label.after, lemma, *words)):
            for attribute in self._by_word.get(word, ()):
                if attribute not in found and label.before not in attribute.never_after and _fits(attribute, of, unit, number):
                    found[attribute] = _strength(attribute, lemma, kind, of, unit, near, named, label)
        best = max(found, key=lambda a: (found[a], a.topic in named), default=None)
        return best if best is not None and found[best] else None

    def attributes(self, name: str) -> tuple[Attribute, ...]:
        """The attributes of this name, of whatever topic."""
        return self._by_name.get(name, ())


def topics_of(lemma: str, kind: str, heads: Sequence[str], extra: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The names of the topics of a predicate; `heads` are the heads of its arguments, `extra` the paths of a user's topic files."""
    return catalogue(extra).topics_of(lemma, kind, tuple(head.lower() for head in heads))


def attribute_of(
    lemma: str,
    kind: str,
    of: str | None,
    unit: str | None,
    words: Sequence[str],
    named: Sequence[str] = (),
    extra: tuple[str, ...] = (),
    number: str = "count",
    label: Label = NO_LABEL,
) -> str | None:
    """The name of the attribute that a quantity states, see Catalogue.attribute_of."""
    attribute = catalogue(extra).attribute_of(lemma, kind, of, unit, words, named, number, label)
    return attribute.name if attribute else None


def catalogue(extra: tuple[str, ...] = ()) -> Catalogue:
    """The shipped topics together with those of the user's files or folders."""
    return _catalogue(extra)


@cache
def _catalogue(extra: tuple[str, ...]) -> Catalogue:
    topics: dict[str, dict[str, Any]] = {}
    for topic in (*map(table, names("topics")), *(topic for path in extra for topic in _topics_at(Path(path)))):
        topics[topic["name"]] = _joined(topics.get(topic["name"], {}), topic)
    return Catalogue(_topic(topic) for topic in topics.values())


def _topics_at(path: Path) -> Iterator[dict[str, Any]]:
    import tomllib

    for file in sorted(path.glob("*.toml")) if path.is_dir() else (path,):
        yield tomllib.loads(file.read_text("utf-8"))


# reading a topic


def _joined(shipped: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Lists of both, one after the other; what is not a list is the user's."""
    joined = {**shipped, **own}
    for key in ("verbs", "nouns", "phrases", "broad", "objects"):
        joined[key] = [*listed(shipped.get(key, "")), *listed(own.get(key, ""))]
    joined["attribute"] = [*own.get("attribute", ()), *shipped.get("attribute", ())]
    return joined


def _topic(table: Mapping[str, Any]) -> Topic:
    return Topic(
        table["name"],
        table["description"],
        _words(table, "verbs"),
        _words(table, "nouns"),
        frozenset((phrase.split()[0], phrase.split()[-1]) for phrase in listed(table.get("phrases", ""))),
        _words(table, "broad"),
        _words(table, "objects"),
        tuple(_attribute(table["name"], attribute) for attribute in table["attribute"]),
    )


def _attribute(topic: str, table: Mapping[str, Any]) -> Attribute:
    return Attribute(
        name=table["name"],
        topic=topic,
        kind=table["kind"],
        question=table.get("question", ""),
        of=_words(table, "of"),
        units=_words(table, "units"),
        counted=_words(table, "counted"),
        persons=_words(table, "persons"),
        verbs=_words(table, "verbs"),
        nouns=_words(table, "nouns"),
        phrases=frozenset(frozenset(phrase.split()) for phrase in listed(table.get("phrases", ""))),
        running=table.get("running", False),
        after=_words(table, "after"),
        labels=_words(table, "labels"),
        never_after=_words(table, "never_after"),
        had=_words(table, "had"),
    )


def _words(table: Mapping[str, Any], key: str) -> Words:
    words = table.get(key)
    return frozenset(listed(words)) if words else _NONE


def _words_of(attribute: Attribute) -> Iterator[str]:
    """Every word that may lead to the attribute; a phrase is found by any one of its words, so by its first in the alphabet."""
    yield from attribute.counted | attribute.persons | attribute.verbs | attribute.nouns | attribute.after | attribute.labels | attribute.had
    yield from sorted({min(phrase) for phrase in attribute.phrases})


def _index(things: Iterable[T], keys: Callable[[T], Iterable[K]]) -> dict[K, tuple[T, ...]]:
    found: dict[K, dict[T, None]] = {}
    for thing in things:
        for key in keys(thing):
            found.setdefault(key, {})[thing] = None
    return {key: tuple(values) for key, values in found.items()}


# does a number state the attribute?


def _head(of: str | None) -> str:
    return of.split()[-1].lower() if of else ""


def _strength(
    attribute: Attribute, lemma: str, kind: str, of: str | None, unit: str | None, near: set[str], named: Sequence[str], label: Label
) -> int:
    head, counted = _head(of), set((of or "").lower().split())
    own = kind == "verb" and lemma not in words_of("event_verbs", "bringing")  # the predicate says something of its own
    if not (attribute.counted | attribute.verbs).isdisjoint(label.members):
        return _LABELLED
    if named_by := (attribute.nouns | attribute.labels).intersection(label.nouns):
        return _LABELLED + any(" " in noun for noun in named_by)  # a "prison term" is more than a term
    if not attribute.counted.isdisjoint(counted) or unit in attribute.counted:
        return _COUNTED
    beside = not attribute.after.isdisjoint(label.after)
    if beside and not (attribute.kind == "count" and own):
        return _BESIDE
    if any(lemma in phrase and phrase <= near for phrase in attribute.phrases):
        return _OWN_PHRASE
    if lemma in attribute.verbs or (lemma in attribute.nouns and (kind != "verb" or lemma not in words_of("attribute_words", "other_as_verb"))):
        return _PREDICATE
    if not own and not (attribute.persons | attribute.had).isdisjoint(counted):
        return _BROUGHT
    if head in attribute.nouns:
        return _NOUN
    if beside:
        return _SAID_BESIDE
    if any(phrase <= near for phrase in attribute.phrases):
        return _PHRASE
    if not attribute.persons.isdisjoint(counted):
        return _PERSONS
    return _CONTEXT if attribute.topic in named and not attribute.nouns.isdisjoint(near) else 0


def _fits(attribute: Attribute, of: str | None, unit: str | None, number: str) -> bool:
    """May the attribute's value be of this unit, and count this? "The third death" counts nothing."""
    if (attribute.kind if attribute.kind in _NOT_COUNTS else "") != (number if number in _NOT_COUNTS else ""):
        return False
    if kind_of_unit(unit) != _UNIT_KINDS.get(attribute.kind, "none"):
        return False
    if unit is not None:
        return not attribute.units or unit in attribute.units or unit in attribute.counted
    return not attribute.of or _may_count(attribute, of)


def _may_count(attribute: Attribute, of: str | None) -> bool:
    if of is None:
        return "people" in attribute.of
    if not attribute.counted.isdisjoint(of.lower().split()) or _head(of) in attribute.of | attribute.persons | attribute.had:
        return True
    return "people" in attribute.of and is_person_noun(of.split()[-1])


_NOT_COUNTS = ("ordinal", "score", "multiple")  # kinds of numbers that do not say how many

# the unit that the value of an attribute of a kind bears
_UNIT_KINDS = {"money": "money", "percent": "percent", "duration": "duration", "age": "age", "measure": "measure"}


@lru_cache(maxsize=65536)
def kind_of_unit(unit: str | None) -> str:
    """Whether a unit is of money, percent, duration, age or another measure; "none" without a unit."""
    if unit is None:
        return "none"
    kinds = table_of("unit_kinds")
    named = next((kind for kind in ("percent", "duration", "age") if unit in kinds[kind]), None)
    if named is not None:
        return named
    return "money" if unit in _currencies() else "measure"


@cache
def _currencies() -> Words:
    return frozenset(currency["name"] for currency in table_of("quantity_currencies")["currency"])


def is_person_noun(noun: str) -> bool:
    """Does the noun stand for persons: "soldier", or the name of a people, which a capital gives away ("two Palestinians")?"""
    return (noun[:1].isupper() and noun.casefold().removesuffix("s") not in _days()) or noun in _people()


@cache
def _days() -> Words:
    """Days and months, which begin with a capital as well ("two Sundays ago")."""
    return frozenset(table_of("time_names")["month"]) | frozenset(table_of("time_names")["weekday"])


@cache
def _people() -> Words:
    return frozenset(table_of("people")["nouns"].split())
