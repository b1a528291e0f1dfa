"""How does an article spell the names of persons, and which rank, weight and condition does it give them?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.names import bare_name
from crosscheck.extract.quantity_units import convert
from crosscheck.model.claim import Entity, Mention, Quantity
from crosscheck.model.detail import Detail, Kind

BEFORE = 3  # words before a name among which a title or a word for kin stands
AFTER = 4  # words after it up to the "of" of such a word: "Karl Osk, the youngest son of the owner"
LIGHTEST, HEAVIEST = 20.0, 300.0  # kilograms of a person
GIVEN = "given "  # begins the thing of a surname, which is of a first name
SHORT = 3  # letters of a first name that is more than an initial


def persons_in(sentence: Sentence, people: Sequence[tuple[Entity, Mention]], weights: Sequence[Quantity]) -> Iterator[Detail]:
    """`people` are the mentions of persons up to the end of the sentence, pronouns among them; `weights` what the sentence weighs."""
    for entity, mention in people:
        if sentence.span.holds(mention.span):
            yield from _named(sentence, entity, mention)
    yield from _weighed(sentence, people, weights)
    yield from _conditions(sentence, people)


def _named(sentence: Sentence, entity: Entity, mention: Mention) -> Iterator[Detail]:
    inside = [at for at, span in enumerate(sentence.spans) if mention.span.holds(span)]
    while inside and _is_title(sentence, inside[0]):
        inside = inside[1:]
    if inside and sentence.forms[inside[-1]] in words_of("person_titles", "after"):
        inside = inside[:-1]
    if len(inside) < 2 or not all(sentence.words[at][0].isupper() for at in inside):
        return
    first, last = sentence.forms[inside[0]], sentence.forms[inside[-1]]
    if min(len(first), len(last)) < SHORT or not first.isalpha() or not last.isalpha() or _is_shouted(sentence):
        return
    kin = _kin(sentence, inside[0], inside[-1])
    words = sentence.names(sentence.forms[inside[0] : inside[-1] + 1]) | ({f"kin {kin}"} if kin else frozenset())
    named = _detail(sentence, Kind.NAME, last, sentence.said(inside[0], inside[-1] + 1), first, inside[0], inside[-1] + 1, words)
    yield replace(named, scope=" ".join(sentence.forms[at] for at in inside[1:-1]))
    yield replace(named, thing=GIVEN + first, value=last)
    rank = _rank(sentence, inside[0])
    if rank:
        name = f"{first} {last}"
        yield _detail(sentence, Kind.RANK, name, sentence.said(inside[0], inside[-1] + 1), rank, inside[0] - 1, inside[-1] + 1, words)


def _kin(sentence: Sentence, first: int, last: int) -> str:
    """ "Adler's grandson Karl Osk", "Karl Osk, the son of the owner"."""
    after = sentence.forms[last + 1 : last + 1 + AFTER]
    told = after[: after.index("of")] if "of" in after else ()
    return next((form for form in (*sentence.forms[max(0, first - BEFORE) : first], *told) if form in words_of("details", "kin")), "")


def _is_title(sentence: Sentence, at: int) -> bool:
    form, word = sentence.forms[at], sentence.words[at]
    if len(word) > 1 and word.isupper():
        return True  # "NFPD Commissioner Karl Osk"
    return form in words_of("person_titles", "before") or form in _ranks() or form in words_of("details", "callings")


def _is_shouted(sentence: Sentence) -> bool:
    """Whether the sentence is a line of capitals, where names cannot be told from other words."""
    return sum(word.isupper() for word in sentence.words) > len(sentence.words) / 2


def _rank(sentence: Sentence, at: int) -> str:
    """The place of the rank right before the name in its ladder: "0 5"; none of two words ("Lieutenant Colonel"), and none after "former"."""
    if not at or sentence.forms[at - 1] not in _ranks() or not sentence.words[at - 1][0].isupper() or sentence.gaps[at].strip(" ."):
        return ""
    before = sentence.forms[at - 2] if at > 1 else ""
    if before in _ranks() or before in words_of("details", "before_ranks"):
        return ""
    return _ranks()[sentence.forms[at - 1]]


@cache
def _ranks() -> Mapping[str, str]:
    ladders = table_of("details")["ladders"]
    return {word: f"{number} {step}" for number, ladder in enumerate(ladders) for step, words in enumerate(ladder["ranks"]) for word in words}


def _weighed(sentence: Sentence, people: Sequence[tuple[Entity, Mention]], weights: Sequence[Quantity]) -> Iterator[Detail]:
    """ "He is 6 feet tall, weighing 180 pounds", "Karl Adler is 6-foot-1, 180 pounds"."""
    if words_of("details", "weighing").isdisjoint(sentence.forms):
        return
    for weight in weights:
        kilograms = convert(weight.value, "pound mass" if weight.unit == "pound" else weight.unit or "", "kilogram") if weight.value else None
        person = _last(sentence, people, weight.span.start)
        if kilograms and person and LIGHTEST <= kilograms <= HEAVIEST:
            inside = sentence.places(weight.span)
            found = _detail(sentence, Kind.WEIGHT, _surname(person), person, f"{kilograms:.4g}", inside[0], inside[-1] + 1, sentence.names())
            yield _measured(found, kilograms, weight.mod == "=")


def _measured(found: Detail, number: float, exact: bool) -> Detail:
    return replace(found, number=number, exact=exact)


def _conditions(sentence: Sentence, people: Sequence[tuple[Entity, Mention]]) -> Iterator[Detail]:
    """ "He was in critical condition" """
    for at, form in enumerate(sentence.forms):
        if form != "condition" or at < 2:
            continue
        start = at - 1
        while start > 0 and sentence.forms[start] in (*words_of("details", "conditions"), "but", "and"):
            start -= 1
        said = [word for word in sentence.forms[start + 1 : at] if word in words_of("details", "conditions")]
        person = _last(sentence, people, sentence.spans[at].start)
        if said and person and sentence.forms[start] in ("in", "a", "as"):
            yield _detail(sentence, Kind.CONDITION, _surname(person), person, " ".join(said), start + 1, at + 1, sentence.names())


def _last(sentence: Sentence, people: Sequence[tuple[Entity, Mention]], before: int) -> str:
    """The whole name of the person last spoken of before the place; not one that something goes "to" or is done "by"."""
    named = [entity.entity for entity, mention in people if mention.span.end <= before and _is_spoken_of(sentence, mention)]
    return named[-1] if named else ""


def _is_spoken_of(sentence: Sentence, mention: Mention) -> bool:
    at = next(iter(sentence.places(mention.span)), 0)
    return not at or sentence.forms[at - 1] not in ("to", "by", "with", "from", "at", "in", "of")


def _surname(person: str) -> str:
    return bare_name(person)[-1]


def _detail(sentence: Sentence, kind: Kind, thing: str, thing_text: str, value: str, start: int, end: int, words: frozenset[str]) -> Detail:
    return Detail(
        kind=kind,
        article=sentence.article,
        sentence=sentence.number,
        thing=thing,
        thing_text=thing_text,
        value=value,
        text=sentence.said(start, end),
        span=sentence.span_of(start, end),
        words=words,
    )
