"""In what kind of place was somebody arrested, how many doors or blocks away was something, and who found the dead?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from crosscheck.extract.detail_sentences import People, Sentence, called
from crosscheck.extract.lexicon import kinds_of, table_of, words_of
from crosscheck.extract.names import folded
from crosscheck.model.claim import Argument, Claim, Facet, Modality, Polarity
from crosscheck.model.detail import Detail, Kind

REACH = 3  # words between "arrested" and "in"
LONG_REACH = 7  # words between "died" and "at": "died yesterday of a stroke at a clinic"
BEFORE = 10  # words before "hiding" among which it is told how many did
INSIDE = 5  # words between "in" and the kind of place: "in a small Oak Street guesthouse"
DIGITS = 2  # of a number of doors or blocks


def scenes_in(sentence: Sentence, people: People, claims: Sequence[Claim]) -> Iterator[Detail]:
    """`people` are the mentions of persons up to the end of the sentence, pronouns among them; `claims` what the sentence claims."""
    forms = frozenset(sentence.forms)
    if not forms.isdisjoint(_steps()):
        yield from _doors(sentence)
    if not forms.isdisjoint(_deeds()):
        yield from _places(sentence, people)
    if not forms.isdisjoint(words_of("detail_scenes", "hiding")):
        yield from _hidden(sentence, people)
    for thing, finding in table_of("detail_scenes")["findings"].items():
        if not forms.isdisjoint((*finding["words"], *finding["met_words"])):
            found = list(_finders(sentence, claims, thing, finding))
            yield from found or _said_finders(sentence, thing, finding)


def _doors(sentence: Sentence) -> Iterator[Detail]:
    """ "two doors away", "four blocks from" """
    for at in range(len(sentence.forms) - 1):
        number = sentence.counted(at, DIGITS)
        then = sentence.forms[at + 1 : at + 3]
        if number and len(then) > 1 and then[0] in _steps() and then[1] in words_of("detail_scenes", "away"):
            found = sentence.detail(Kind.DOORS, (_steps()[then[0]],) * 2, str(number), sentence.begins(at), at + 2, sentence.names())
            yield replace(found, number=float(number))


def _places(sentence: Sentence, people: People) -> Iterator[Detail]:
    """ "Osk was arrested in a flat", "the house where Osk was shot" """
    for at, form in enumerate(sentence.forms):
        if form not in _deeds():
            continue
        place = _place_after(sentence, at, _kinds()) or _place_before(sentence, at)
        named = (
            [called(*one) for one in people if one[1].span.end <= sentence.spans[at].start and one[1].span.start >= sentence.span.start]
            if place
            else []
        )
        if place and named:
            start, end, kind = place
            surname, name = named[-1]
            thing = f"{_deeds()[form]} {surname}", name
            clause = f"did {name} die" if _deeds()[form] == "died" else f"was {name} {form}"
            yield sentence.detail(Kind.DWELLING, thing, kind, start, end, sentence.names(), clause)


def _named_before(sentence: Sentence, people: People, at: int) -> list[tuple[str, str]]:
    """The persons named in the sentence before the position."""
    return [called(*one) for one in people if sentence.span.start <= one[1].span.start < sentence.spans[at].start]


def _place_before(sentence: Sentence, at: int) -> tuple[int, int, str] | None:
    """ "The house where" the person was"""
    where = next((to for to in range(at - 1, max(0, at - 2 - INSIDE), -1) if sentence.forms[to] == "where"), 0)
    if not where or sentence.forms[where - 1] not in _kinds():
        return None
    start = next(
        (to for to in range(where - 2, max(-1, where - 2 - REACH), -1) if sentence.forms[to] in words_of("detail_scenes", "reaching")), where - 1
    )
    return start, where, _kinds()[sentence.forms[where - 1]]


def _place_after(sentence: Sentence, at: int, kinds: Mapping[str, str]) -> tuple[int, int, str] | None:
    """The first kind of place soon after "in" or "at", with its words."""
    forms = sentence.forms
    reach = LONG_REACH if _deeds().get(forms[at]) == "died" else REACH
    for to in range(at + 1, min(at + 2 + reach, len(forms))):
        if forms[to] in words_of("detail_scenes", "reaching"):
            if forms[to : to + 3] == ("at", "the", "age"):
                continue
            for end in range(to + 1, min(to + 2 + INSIDE, len(forms))):
                if (
                    forms[end] in kinds
                    and forms[end + 1 : end + 2] not in (("door",), ("owner",))
                    and forms[end - 1] not in words_of("detail_scenes", "laying")
                ):
                    return to, end + 1, _kind(forms[end - 1], kinds[forms[end]])
                if forms[end] in words_of("detail_scenes", "reaching") or sentence.gaps[end].strip(" -'\"“"):
                    return None
            return None
    return None


def _kind(before: str, kind: str) -> str:
    """Of a home that it is one for the old and ill."""
    return "hospice" if kind == "home" and before in words_of("detail_scenes", "caring") else kind


def _hidden(sentence: Sentence, people: People) -> Iterator[Detail]:
    """Where somebody, or so many people, hid: "six guests hid in a cellar"."""
    for at, form in enumerate(sentence.forms):
        place = _place_after(sentence, at, _rooms()) if form in words_of("detail_scenes", "hiding") else None
        if not place:
            continue
        start, end, kind = place
        number = next((said for said in sentence.forms[max(0, at - BEFORE) : at] if said in words_of("detail_scenes", "numbers")), None)
        named = _named_before(sentence, people, at)
        thing = (f"hid {number}", f"the {number}") if number else (f"hid {named[-1][0]}", named[-1][1]) if named else None
        if thing:
            clause = f"{'were' if number else 'was'} {thing[1]} hiding"
            yield sentence.detail(Kind.DWELLING, thing, kind, start, end, sentence.names(), clause)


def _finders(sentence: Sentence, claims: Sequence[Claim], thing: str, finding: Mapping[str, Sequence[str]]) -> Iterator[Detail]:
    """Who found or noticed it, in the words for the finder."""
    for claim in claims:
        if claim.predicate.lemma in finding["verbs"] and _is_told(claim) and _is_found(sentence, claim, finding):
            kinds = {kind: argument for argument in claim.of(Facet.AGENT) if (kind := _finder(argument, claims))}
            inside = [at for argument in kinds.values() for at in sentence.places(argument.span)]
            if len(kinds) == 1 and inside and not kinds.keys() & set(finding.get("never", ())):
                noticed = thing, str(table_of("detail_scenes")["noticed"][thing])
                yield sentence.detail(Kind.FINDER, noticed, next(iter(kinds)), inside[0], inside[-1] + 1, sentence.names())


def _said_finders(sentence: Sentence, thing: str, finding: Mapping[str, Sequence[str]]) -> Iterator[Detail]:
    """The same where the words stand right beside each other: "took office after soldiers found the body of the mayor"."""
    for at, form in enumerate(sentence.forms[1:], 1):
        end = at + 1 + (sentence.forms[at + 1 : at + 2] in (("upon",), ("across",), ("on",)))
        met = end > at + 1 and form in finding.get("met", ())
        words = (*finding["words"], *finding["met_words"]) if met else finding["words"]
        if (met or form in finding.get("told", ())) and not set(words).isdisjoint(sentence.forms[end : end + 1 + REACH]):
            who = _before(sentence, at)
            noticed = thing, str(table_of("detail_scenes")["noticed"][thing])
            kind = _kinds_of_finders()[sentence.forms[who]] if who is not None else ""
            if who is not None and kind not in finding.get("never", ()):
                yield sentence.detail(Kind.FINDER, noticed, kind, _begin(sentence, who), who + 1, sentence.names())


def _begin(sentence: Sentence, at: int) -> int:
    """Where the article of the noun stands, or else the noun."""
    near = range(at - 1, max(-1, at - 1 - REACH), -1)
    return next((to for to in near if sentence.forms[to] in ("a", "an", "the", "his", "her")), at)


def _before(sentence: Sentence, at: int) -> int | None:
    """The finder right before the verb, or whom a clause with "who" is about: "it was a driver who, going down to the cellar, came upon him"."""
    if sentence.forms[at - 1] in _kinds_of_finders() and not sentence.gaps[at].strip():
        return at - 1
    who = next((to for to in range(at - 1, 0, -1) if sentence.forms[to] == "who"), 0)
    return who - 1 if who and sentence.forms[who - 1] in _kinds_of_finders() and not sentence.gaps[who].strip() else None


def _is_told(claim: Claim) -> bool:
    return claim.modality is Modality.ACTUAL and claim.polarity is Polarity.AFFIRMED


def _is_found(sentence: Sentence, claim: Claim, finding: Mapping[str, Sequence[str]]) -> bool:
    """Whether something was, in a sentence on the dead, and just that where only certain things are meant."""
    found = [folded(argument.text) for argument in claim.of(Facet.PATIENT)]
    return bool(found) and not set(found if "object" in finding else finding["words"]).isdisjoint(finding.get("object", sentence.forms))


def _finder(argument: Argument, claims: Sequence[Claim]) -> str | None:
    """By the noun, or by that which stands with the name: "his sister Ada", "Karl Osk, the receptionist"."""
    said = [folded(argument.text), *(folded(other) for other in _descriptions(argument, claims))]
    if not argument.name and argument.entity is None:
        said = [words.split()[-1] for words in said]
    return next((_kinds_of_finders()[word] for words in said for word in reversed(words.split()) if word in _kinds_of_finders()), None)


def _descriptions(argument: Argument, claims: Sequence[Claim]) -> Iterator[str]:
    """What the sentence says that the one of this name is."""
    if argument.name != "PER" and not argument.entity:
        return
    for claim in claims:
        if claim.predicate.kind == "attribute" and any(one.entity == argument.entity for one in claim.of(Facet.AGENT)):
            yield from (one.text for one in claim.of(Facet.TYPE))


def _deeds() -> Mapping[str, str]:
    return kinds_of("detail_scenes", "deeds")


def _steps() -> Mapping[str, str]:
    return kinds_of("detail_scenes", "steps")


@cache
def _kinds() -> Mapping[str, str]:
    return {word: kind for kind, words in table_of("detail_scenes")["kinds"].items() for word in words}


@cache
def _rooms() -> Mapping[str, str]:
    return {**_kinds(), **{word: kind for kind, words in table_of("detail_scenes")["rooms"].items() for word in words}}


@cache
def _kinds_of_finders() -> Mapping[str, str]:
    return {word: kind for kind, words in table_of("detail_scenes")["finders"].items() for word in words}
