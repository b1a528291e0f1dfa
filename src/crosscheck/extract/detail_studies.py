"""What does a sentence say that a person studied, and who was best or second in class?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from crosscheck.extract.detail_sentences import People, Sentence, called
from crosscheck.extract.lexicon import table_of
from crosscheck.extract.words import folded
from crosscheck.model.detail import Detail, Kind

BEHIND = 3  # words between "studied" or "degree in" and the subject
BEFORE = 5  # words before "in" among which "degree" stands
LONGEST = 4  # words of a standing: "top of her class"


def studies_in(sentence: Sentence, people: People) -> Iterator[Detail]:
    """`people` are the mentions of persons up to the end of the sentence, pronouns among them; `words` are the names that the sentence has."""
    if _triggers().isdisjoint(sentence.forms):
        return
    for at, form in enumerate(sentence.forms):
        for start, end, thing, value in (*_standings(sentence, at, form), *_subjects(sentence, at, form)):
            person = _person(sentence, people, at)
            if person:
                words = _names(sentence) - frozenset(folded(person[1]).split())
                yield sentence.detail(Kind.STUDY, (f"{thing} {person[0]}", person[1]), value, start, end, words, thing)


def _names(sentence: Sentence) -> frozenset[str]:
    """The names of the sentence, by which schools are told apart."""
    named = frozenset(form for form, word in zip(sentence.forms, sentence.words, strict=True) if word[0].isupper())
    return (sentence.names() & named) - _listed("schools")


def _standings(sentence: Sentence, at: int, form: str) -> Iterator[tuple[int, int, str, str]]:
    if form not in _standing_begins():
        return
    for size in range(LONGEST, 0, -1):
        found = _standing().get("_".join(sentence.forms[at : at + size]))
        if found:
            yield at, min(at + size, len(sentence.forms)), "standing", found
            return


def _subjects(sentence: Sentence, at: int, form: str) -> Iterator[tuple[int, int, str, str]]:
    """ "Studied law", "a degree in law" """
    behind_degree = form == "in" and not _listed("degree").isdisjoint(sentence.forms[max(0, at - BEFORE) : at])
    if form not in _listed("studying") and not behind_degree:
        return
    end = next((to for to in range(at + 1, min(at + 1 + BEHIND, len(sentence.forms))) if sentence.forms[to] in _subject()), None)
    if end is not None and all(between in _listed("joined") for between in sentence.forms[at + 1 : end]) and not _has_mark(sentence, at, end):
        start = next((to for to in range(max(0, at - BEFORE), at) if sentence.forms[to] in _listed("degree")), at) if behind_degree else at
        yield start, end + 1, "studies", _subject()[sentence.forms[end]]


def _has_mark(sentence: Sentence, start: int, end: int) -> bool:
    return any(gap.strip() for gap in sentence.gaps[start + 1 : end + 1])


def _person(sentence: Sentence, people: People, at: int) -> tuple[str, str] | None:
    """The person last spoken of before it in the sentence."""
    named = [called(*one) for one in people if sentence.span.start <= one[1].span.start < sentence.spans[at].start]
    return named[-1] if named else None


@cache
def _subject() -> Mapping[str, str]:
    return {word.casefold(): line.split()[0] for line in table_of("detail_studies")["subjects"] for word in line.split()}


@cache
def _standing() -> Mapping[str, str]:
    return {words: value for value, said in table_of("detail_studies")["standing"].items() for words in said.split()}


@cache
def _standing_begins() -> frozenset[str]:
    return frozenset(words.partition("_")[0] for words in _standing())


@cache
def _triggers() -> frozenset[str]:
    return _listed("studying") | _listed("degree") | _standing_begins()


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(table_of("detail_studies")[key].split())
