"""In what kind of place was somebody arrested, how many doors away was something, and who found the dead?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from crosscheck.extract.detail_sentences import People, Sentence, called
from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.names import folded
from crosscheck.model.claim import Argument, Claim, Facet, Modality, Polarity
from crosscheck.model.detail import Detail, Kind

REACH = 3  # words between "arrested" and "in"
INSIDE = 5  # words between "in" and the kind of place: "in a second-floor Oak Street apartment"

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


def scenes_in(sentence: Sentence, people: People, claims: Sequence[Claim]) -> Iterator[Detail]:
    """`people` are the mentions of persons up to the end of the sentence, pronouns among them; `claims` what the sentence claims."""
    forms = frozenset(sentence.forms)
    if not forms.isdisjoint(words_of("detail_scenes", "dwellings")):
        yield from _doors(sentence)
    if not forms.isdisjoint(words_of("detail_scenes", "deeds")):
        yield from _places(sentence, people)
    if not forms.isdisjoint(words_of("detail_scenes", "dead")):
        yield from _finders(sentence, claims)


def _doors(sentence: Sentence) -> Iterator[Detail]:
    """ "five buildings away", "three houses from the scene" """
    for at, form in enumerate(sentence.forms[:-1]):
        number = _NUMBERS.get(form) or (int(form) if form.isdecimal() else 0)
        then = sentence.forms[at + 1 : at + 3]
        if number and len(then) > 1 and then[0] in words_of("detail_scenes", "dwellings") and then[1] in words_of("detail_scenes", "away"):
            found = sentence.detail(Kind.DOORS, ("", ""), str(number), at, at + 3, sentence.names())
            yield replace(found, number=float(number))


def _places(sentence: Sentence, people: People) -> Iterator[Detail]:
    for at, form in enumerate(sentence.forms):
        place = _place_after(sentence, at) if form in words_of("detail_scenes", "deeds") else None
        named = [called(*one) for one in people if one[1].span.end <= sentence.spans[at].start] if place else []
        if place and named:
            start, end, kind = place
            yield sentence.detail(Kind.DWELLING, named[-1], kind, start, end, sentence.names())


def _place_after(sentence: Sentence, at: int) -> tuple[int, int, str] | None:
    """The first kind of place soon after "in" or "at", with its words."""
    forms = sentence.forms
    for to in range(at + 1, min(at + 2 + REACH, len(forms))):
        if forms[to] in words_of("detail_scenes", "reaching"):
            for end in range(to + 1, min(to + 2 + INSIDE, len(forms))):
                if forms[end] in _kinds() and forms[end + 1 : end + 2] not in (("door",), ("owner",)):
                    return to, end + 1, _kinds()[forms[end]]
                if forms[end] in words_of("detail_scenes", "reaching") or sentence.gaps[end].strip(" -'\"“"):
                    return None
            return None
    return None


def _finders(sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Detail]:
    """Who found a body, in the words for the finder."""
    for claim in claims:
        if claim.predicate.lemma in words_of("detail_scenes", "found") and _is_told(claim) and claim.of(Facet.PATIENT):
            kinds = {kind: argument for argument in claim.of(Facet.AGENT) if (kind := _finder(argument))}
            inside = [at for argument in kinds.values() for at, span in enumerate(sentence.spans) if span.touches(argument.span)]
            if len(kinds) == 1 and inside:
                yield sentence.detail(Kind.FINDER, ("", ""), next(iter(kinds)), inside[0], inside[-1] + 1, sentence.names())


def _is_told(claim: Claim) -> bool:
    return claim.modality is Modality.ACTUAL and claim.polarity is Polarity.AFFIRMED


def _finder(argument: Argument) -> str | None:
    return _kinds_of_finders().get(folded(argument.text).split()[-1])


@cache
def _kinds() -> Mapping[str, str]:
    return {word: kind for kind, words in table_of("detail_scenes")["kinds"].items() for word in words}


@cache
def _kinds_of_finders() -> Mapping[str, str]:
    return {word: kind for kind, words in table_of("detail_scenes")["finders"].items() for word in words}
