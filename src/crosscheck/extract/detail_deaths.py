"""Of what does a sentence say that somebody died, and how often was something done to a person: shot twice, married three times?

The dead are a person named before, or so many people without names ("the four dockers drowned").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from crosscheck.extract.detail_sentences import People, Sentence, called, singular
from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.topics import is_person_noun
from crosscheck.model.detail import Detail, Kind

REACH = 12  # words between "died" and what of: "died early on Monday, aged 91, in a clinic near Lefkos, of a stroke"
LEAD = 4  # words between "of" and the cause: "of complications from a severe heart attack"
NAMED = 8  # words before a cause among which "the cause of death was" stands
BEFORE = 24  # words before a cause among which the dead are told without a name
FEW = 6  # dead at most that are told in one way: more died in several
DOUBT = 6  # words before a cause among which "may" or "some" stands
PASSIVE = 2  # words before a manner of death among which "was" stands
AFTER = 3  # words between a deed and how often it was done: "stabbed the guard twice"
DIGITS = 2  # of a number of dead, or of times


def deaths_in(sentence: Sentence, people: People) -> Iterator[Detail]:
    """`people` are the mentions of persons up to the end of the sentence, pronouns among them."""
    forms = frozenset(sentence.forms)
    if not forms.isdisjoint(_ends_of_causes()):
        yield from _causes(sentence, people)
    if not forms.isdisjoint(_deeds()):
        yield from _counts(sentence, people)


# causes


def _causes(sentence: Sentence, people: People) -> Iterator[Detail]:
    yield from _named_causes(sentence, people)
    for start, end, cause in _phrases(sentence):
        doubtful = not _listed("words", "doubting").isdisjoint(sentence.forms[max(0, start - DOUBT) : end + 1])
        dead = None if doubtful else _dead(sentence, people, start)
        if dead:
            yield sentence.detail(Kind.CAUSE, dead, cause, start, end, sentence.names())


def _phrases(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Where a cause stands and which it is, the longest words for it."""
    past = 0
    for at in range(len(sentence.forms)):
        for size in (3, 2, 1) if at >= past else ():
            words = " ".join(sentence.forms[at : at + size])
            manner, reason = _causes_named("manners").get(words), _causes_named("reasons").get(words)
            if (manner and _is_of_the_dead(sentence, at, at + size)) or (reason and _is_died_of(sentence, at)):
                past = min(at + size, len(sentence.forms))
                yield at, past, str(manner or reason)
                break


def _named_causes(sentence: Sentence, people: People) -> Iterator[Detail]:
    """ "The cause was a stroke", of whoever is spoken of most, and "pneumonia killed her", of whoever follows."""
    for at in range(len(sentence.forms)):
        size = next((size for size in (3, 2, 1) if " ".join(sentence.forms[at : at + size]) in _causes_named("reasons")), 0)
        end = min(at + size, len(sentence.forms))
        if not size or not _listed("words", "doubting").isdisjoint(sentence.forms[max(0, at - DOUBT) : end + 1]):
            continue
        dead = _most_spoken_of(people) if _is_named(sentence, at) else _killed(sentence, people, end)
        if dead:
            cause = _causes_named("reasons")[" ".join(sentence.forms[at:end])]
            yield sentence.detail(Kind.CAUSE, dead, cause, at, end, sentence.names())


def _is_named(sentence: Sentence, at: int) -> bool:
    """ "The cause was", "the cause of death was given as" """
    before = sentence.forms[max(0, at - NAMED) : at]
    return "cause" in before and not {"was", "is"}.isdisjoint(before[before.index("cause") :])


def _most_spoken_of(people: People) -> tuple[str, str] | None:
    often = Counter(id(entity) for entity, _ in people)
    most = max(people, key=lambda one: often[id(one[0])], default=None)
    return called(most[0], replace(most[1], text=most[0].entity)) if most else None


def _killed(sentence: Sentence, people: People, end: int) -> tuple[str, str] | None:
    if sentence.forms[end : end + 1] == () or sentence.forms[end] not in _listed("words", "killing"):
        return None
    return next((called(*one) for one in people if sentence.spans[end].end <= one[1].span.start <= sentence.spans[end].end + 1), None)


def _is_of_the_dead(sentence: Sentence, start: int, end: int) -> bool:
    """Whether it was done to whoever is spoken of: no "she drowned her sons", "Osk shot dead two guards"."""
    if sentence.forms[start] in _listed("words", "alone"):
        if sentence.forms[end : end + 1] and is_person_noun(singular(sentence.forms[end])):
            return False  # "pulled out a drowning sailor"
        return sentence.forms[end : end + 1] == () or sentence.forms[end] not in _listed("words", "given")
    leading = _listed("words", "passive").intersection(sentence.forms[max(0, start - PASSIVE) : start])
    if leading <= _listed("words", "active") and sentence.forms[end : end + 1] and sentence.forms[end] in _listed("words", "given"):
        return False  # "the robber who shot dead a cashier"
    return bool(leading)


def _is_died_of(sentence: Sentence, at: int) -> bool:
    lead = next((to for to in range(at - 1, max(-1, at - 2 - LEAD), -1) if sentence.forms[to] in _listed("words", "leading")), None)
    if lead is None or not _listed("words", "parting").isdisjoint(sentence.forms[lead:at]):
        return False  # "died aged 91 after a stroke"
    return not _listed("words", "dying").isdisjoint(sentence.forms[max(0, lead - REACH) : lead])


def _dead(sentence: Sentence, people: People, at: int) -> tuple[str, str] | None:
    """The person spoken of last before the cause, or else how many people are."""
    named = [(one[1].span.start, called(*one)) for one in people if sentence.span.start <= one[1].span.start < sentence.spans[at].start]
    first, number = _number_of_people(sentence, max(0, at - BEFORE), at)
    if named and (not number or named[0][0] < sentence.spans[first].start):
        return named[-1][1]
    return (f"{number} dead", "the dead") if 0 < number <= FEW else None


def _number_of_people(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Where people begin to be counted between two words, and how many: "three dockers and a guard aged 50" are four."""
    forms = sentence.forms
    counted = ((at, 1 if forms[at] in ("a", "an") else sentence.counted(at, DIGITS)) for at in range(start, end))
    people = [(at, many) for at, many in counted if many and any(is_person_noun(singular(form)) for form in forms[at + 1 : min(at + 3, end)])]
    return (people[0][0], sum(number for _, number in people)) if people else (0, 0)


# how often


def _counts(sentence: Sentence, people: People) -> Iterator[Detail]:
    for at, form in enumerate(sentence.forms):
        found = _times_after(sentence, at) if form in _deeds() else None
        person = _subject(sentence, people, at) if found else None
        if found and person:
            end, number = found
            surname, name = person
            yield sentence.detail(Kind.TIMES, (f"{_deeds()[form]} {surname}", name), str(number), at, end, sentence.names(), form)


def _subject(sentence: Sentence, people: People, at: int) -> tuple[str, str] | None:
    """The name right before the deed ("Osk was shot"), or the person spoken of last."""
    before = next((to for to in range(at - 1, -1, -1) if sentence.forms[to] not in _listed("words", "passive")), None)
    if before is not None and sentence.words[before][0].isupper() and sentence.forms[before] not in words_of("details", "pronouns"):
        return sentence.forms[before], sentence.words[before]
    return next((called(*one) for one in reversed(people) if one[1].span.end <= sentence.spans[at].start), None)


def _times_after(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """ "twice", "three times" soon after the position, exactly so often."""
    for to in range(at + 1, min(at + 2 + AFTER, len(sentence.forms))):
        if sentence.forms[to] in _listed("counted", "inexact"):
            return None
        if sentence.forms[to] == "twice":
            return to + 1, 2
        number = sentence.counted(to, DIGITS)
        if number and sentence.forms[to + 1 : to + 2] == ("times",):
            return to + 2, number
    return None


# words


@cache
def _listed(table: str, key: str) -> frozenset[str]:
    return frozenset(table_of("detail_deaths")[table][key])


@cache
def _causes_named(table: str) -> Mapping[str, str]:
    return {words: cause for cause, said in table_of("detail_deaths")[table].items() for words in said}


@cache
def _ends_of_causes() -> frozenset[str]:
    return frozenset(words.split()[-1] for table in ("manners", "reasons") for words in _causes_named(table))


@cache
def _deeds() -> Mapping[str, str]:
    return {form: line.split()[0] for line in table_of("detail_deaths")["counted"]["deeds"] for form in line.split()}
