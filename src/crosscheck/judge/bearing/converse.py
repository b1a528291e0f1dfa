"""Does the passage set the claim's two in the reverse relation, or send the traveller the other way?

"The timber firm owns the group" beside "the timber firm is a subsidiary of the group"; "left Hawaii" beside "departed for Hawaii".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.judge.bearing.case import Case
from crosscheck.judge.bearing.turned import HEAVY
from crosscheck.judge.bearing.words import Word, said
from crosscheck.model.claim import Claim, Facet, Span

NEAR = 4  # words between what one is of another and that other: "a subsidiary of the Malaysian group Orlane"


def converse_in(case: Case) -> tuple[Word, Word] | None:
    """What the claim says one does to the other, and the passage's word for the reverse."""
    for claim in case.claim.extract.claims:
        one, other = _named(case, claim, Facet.AGENT), _named(case, claim, Facet.PATIENT)
        nouns = _converses().get(claim.predicate.lemma, frozenset())
        for at, word in enumerate(case.best.words) if one and other and nouns else ():
            if word.stem in nouns and _is_of(case, at, one, other):
                return _word_at(case, claim.predicate.span), word
    return None


def other_way_in(case: Case) -> tuple[Word, Word] | None:
    """The claim's verb of a journey and the passage's, where one comes from where the other goes to."""
    theirs = {place: (verb, leaves) for verb, place, leaves in _journeys(case.best.words)}
    for verb, place, leaves in _journeys(case.own_words):
        found = theirs.get(place)
        if found and found[1] is not leaves and not any(way == (place, leaves) for way in ((p, out) for _, p, out in _journeys(case.best.words))):
            return verb, found[0]
    return None


def _is_of(case: Case, at: int, one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether the noun is said of the one and is the other's: "ONE, a subsidiary of OTHER", "OTHER's predecessor, the late ONE"."""
    before, behind = case.best.words[:at], case.best.words[at + 1 :]
    owned = behind[:1] and behind[0].stem == "of" and _names(behind[1 : 2 + NEAR], other) and _names(before, one)
    return bool(owned) or (_has_possessive(case, at, other) and _names(behind[: 1 + NEAR], one))


def _has_possessive(case: Case, at: int, owner: Sequence[Word]) -> bool:
    if at == 0 or not _names(case.best.words[at - 1 : at], owner):
        return False
    text = case.best.text.article.text
    return text[: case.best.words[at].span.start].rstrip().endswith(("'s", "’s", "s'", "s’"))


def _names(words: Sequence[Word], names: Sequence[Word]) -> bool:
    there = said(words)
    return any(there.meets(name) for name in names)


def _named(case: Case, claim: Claim, facet: Facet) -> list[Word]:
    spans = [argument.span for argument in claim.arguments if argument.facet is facet]
    return [word for span in spans for word in case.claim.words(span) if word.weight >= HEAVY]


def _word_at(case: Case, span: Span) -> Word:
    return next(word for word in case.own_words if word.span.touches(span))


def _journeys(words: Sequence[Word]) -> Iterator[tuple[Word, str, bool]]:
    """The verb, the stem of the place, and whether it is left: the place stands behind the verb, or behind one of the words for a direction."""
    for at, verb in enumerate(words):
        leaves = verb.stem in words_of("bearing", "begins")
        if not leaves and verb.stem not in words_of("bearing", "ends_at"):
            continue
        for place in words[at + 1 : at + 3]:
            if place.stem in words_of("bearing", "towards"):
                leaves = False
            elif place.stem in words_of("bearing", "from_there"):
                leaves = True
            elif place.text[:1].isupper():
                yield verb, place.stem, leaves
                break


@cache
def _converses() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in table_of("bearing")["converses"]:
        verbs, nouns = (side.split() for side in line.split("|"))
        found |= {verb: frozenset(nouns) for verb in verbs}
    return found
