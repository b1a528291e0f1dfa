"""Is what the claim says said in the evidence the other way round: negated, opposed, or only planned?"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache

from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.judge.bearing.case import Case
from crosscheck.judge.bearing.negation import both_negate, ended, negated, plainly_negated
from crosscheck.judge.bearing.passages import sayers_of, undated
from crosscheck.judge.bearing.words import Word, said
from crosscheck.judge.opposites import antonyms, opposed_words
from crosscheck.model.claim import Facet, Modality

# On VitaminC dev, NewsNLI and RTE-Quant other values of these four move the number of right answers by less than one pair in 300.
HEAVY = 0.6  # weight of a word that says what a claim is about
MOSTLY = 0.6  # of these words
LONG = 8  # sentences from which on a text speaks of more than one thing
DEED = 0.2  # of a claim's weight: what was done makes up so much of a short claim; a longer one is borne out in other words
PLACED = ("LOC", "ORG")  # on VitaminC, half of what lacks a person or a title is about it all the same
BESIDE = 3  # words behind an opposite among which stands what it is said of
JOIN = 2  # characters between "after" and the date it bounds
MARKS = ",;:()-–—"
BEFORE = 5  # words before a verb among which "may" and "plans to" are looked for


def negated_in(case: Case) -> Word | None:
    """The predicate of the claim, in the evidence's words, that stands there under a negation that the claim has not, or the reverse."""
    if both_negate(case.own_words, case.best.words):
        return None
    mine = _predicates(case)
    turned = negated(case.best.words, case.best.text.article.text)
    own_spans = {case.own_words[at].span for at in negated(case.own_words, case.claim.article.text)}
    for word in mine:
        places = [at for at, other in enumerate(case.best.words) if alike(word, other)]
        if places and all((at in turned) != (word.span in own_spans) for at in places):
            return case.best.words[places[0]]
    return None if own_spans else _mostly_negated(case, turned)


def affirmed(case: Case) -> Word | None:
    """What the claim says was not done, where nothing of the claim is negated or at an end in the evidence: "Peru has not bought any frigates" is not
    borne out by a delivery of frigates, though it has most of the words.
    """
    under_not = [case.own_words[at] for at in plainly_negated(case.own_words, case.claim.article.text)]
    own_spans, denied = {word.span for word in under_not}, {form for word in under_not for form in (word.stem, word.text.casefold())}
    deeds = [word for word in _predicates(case) if word.span in own_spans]
    if not deeds or (case.is_short and both_negate(case.own_words, case.best.words)):
        return None
    words, text = case.best.words, case.best.text.article.text
    if any(word.stem.startswith(prefix) and word.stem.removeprefix(prefix) in denied for word in words for prefix in table_of("bearing")["prefixes"]):
        return None
    under = [words[at] for at in negated(words, text) | ended(words, text)]
    asked = [deed for deed in deeds if any(alike(deed, other) for other in words)] or [word for word in case.wanted if word.weight >= HEAVY]
    return None if any(alike(word, other) for word in asked for other in under) else deeds[0]


def _mostly_negated(case: Case, turned: frozenset[int]) -> Word | None:
    """The first of the claim's words under a negation that most of them stand under: "he declined the prize" of "he got the prize"."""
    heavy = [word for word in case.wanted if word.weight >= HEAVY]
    met = {word: places for word in heavy if (places := [at for at, other in enumerate(case.best.words) if alike(word, other)])}
    under = [places[0] for places in met.values() if turned.issuperset(places)]
    return case.best.words[min(under)] if len(under) >= 2 and len(under) >= MOSTLY * len(met) else None


def opposite_in(case: Case) -> tuple[Word, Word] | None:
    """A predicate of the claim that the evidence does not use, and its opposite, which it does."""
    turned = negated(case.best.words, case.best.text.article.text)
    told = set(undated(case.best))  # "last year" is no opposite of "the first time"
    dated = [time.span.start for time in case.claim.extract.times]
    for word in case.best.missing:
        if any(0 < start - word.span.end <= JOIN for start in dated):  # "after 2016" is compared as a date
            continue
        for at, other in enumerate(case.best.words):
            if (
                at not in turned
                and other in told
                and (_exclude(word.stem, other.stem) or (len(case.passages) > LONG and opposed_words(word.stem, other.stem)))
            ):
                return word, other
    return None


def goes_on(case: Case, opposite: Word) -> bool:
    """Whether the opposite is said of something else: "left the base" beside "entered the country"."""
    at = case.best.words.index(opposite)
    words, text = case.best.words, case.best.text.article.text
    for before, word in itertools.pairwise(words[at : at + 1 + BESIDE]):
        if any(mark in text[before.span.end : word.span.start] for mark in MARKS) or before.stem in words_of("bearing", "joins"):
            return False
        if word.weight >= HEAVY:
            return not any(alike(word, mine) for mine in case.own_words)
    return False


def missing_name(case: Case) -> Word | None:
    """The first name of the claim that the evidence never mentions. Short evidence need not name whom it goes on about ("The film won a prize"), so
    there only places and organisations behind the claim's verb are asked for.
    """
    names = [mention.span for entity in case.claim.extract.entities if not case.is_short or entity.type in PLACED for mention in entity.mentions]
    verbs = [claim.predicate.span.start for claim in case.claim.extract.claims if claim.predicate.kind == "verb"]
    if case.is_short and not verbs:
        return None
    first = min(verbs) if case.is_short else -1
    sayers = sayers_of(case.claim) if case.is_short else ()
    names = [name for name in names if not any(sayer.touches(name) for sayer in sayers)]
    asked = [word for word in case.wanted if word.weight >= HEAVY and word.span.start > first and any(name.touches(word.span) for name in names)]
    there = said([word for passage in case.passages for word in passage.words]) if asked else said(())
    return next((word for word in asked if word.text[:1].isupper() and not there.meets(word)), None)


def missing_deed(case: Case) -> Word | None:
    """What a claim of one proposition says was done, where neither it nor its opposite is said: "Paris apologised to Mali" by any talk of the two."""
    if len(case.claim.extract.claims) != 1 or opposite_in(case):
        return None
    missing = {word.span for word in case.best.missing}
    deeds = _predicates(case)
    enough = DEED * sum(word.weight for word in case.wanted)
    return deeds[0] if deeds and deeds[0].weight >= enough and all(word.span in missing for word in deeds) else None


def nowhere_near(case: Case) -> Word | None:
    """The first name of the claim of which neither the passage of a long text nor a sentence beside it has a word.

    In a short text all is said of one thing. In a long one a name stands somewhere for another reason. Places are not repeated: "across the region".
    """
    places = [argument.span for claim in case.claim.extract.claims for argument in claim.arguments if argument.facet is Facet.PLACE]
    met = [word.span for word in case.wanted if word not in case.best.missing]
    for entity in () if case.is_short else case.claim.extract.entities:
        for mention in entity.mentions:
            words = [word for word in case.best.missing if mention.span.touches(word.span) and word.weight >= HEAVY]
            if words and not any(mention.span.touches(span) for span in (*met, *places)):
                return words[0]
    return None


def undone(case: Case, *, here: bool = False) -> Word | None:
    """What the claim says was done, where neither the passage of a long text nor a sentence beside it (or, if `here`, not the passage) says it.

    An article on who ordered the helicopters names whoever wants the credit, and a ceremony at which he stood: "Goïta ordered the helicopters".
    """
    there = said(case.best.words)
    deeds = [] if len(case.passages) <= LONG else [word for word in _predicates(case) if word.stem not in words_of("bearing", "empty_deeds")]
    return next((word for word in deeds if (not there.meets(word) if here else word in case.best.missing)), None)


def exclusive_in(case: Case) -> Word | None:
    """The claim's "only" that the passage has not: that a ban covers districts 3 to 5 bears out nothing about district 3 alone."""
    exclusive = words_of("bearing", "exclusive")
    if any(word.text.casefold() in exclusive for word in case.best.words):
        return None
    return next((word for word in case.own_words if word.text.casefold() in exclusive), None)


def unreal_in(case: Case) -> Word | None:
    """The word ("may", "plans") by which the evidence leaves open what the claim says is so: its first deed, not what was done by it or meanwhile."""
    if any(claim.modality is not Modality.ACTUAL for claim in case.claim.extract.claims) or any(map(is_unreal, case.own_words)):
        return None
    words = undated(case.best)
    for word in _predicates(case)[:1]:
        places = [at for at, other in enumerate(words) if alike(word, other)]
        opened = [_unreal_before(words, at) for at in places]
        if opened and all(opened):
            return opened[0]
    return None


def _unreal_before(words: Sequence[Word], at: int) -> Word | None:
    return next((word for word in reversed(words[max(0, at - BEFORE) : at]) if is_unreal(word)), None)


def is_unreal(word: Word) -> bool:
    return word.stem in words_of("bearing", "unreal") or word.text.casefold() in words_of("bearing", "unreal")


def alike(left: Word, right: Word) -> bool:
    return left.stem == right.stem or left.root == right.root or (left.kind != "" and left.kind == right.kind)


def _predicates(case: Case) -> list[Word]:
    spans = [claim.predicate.span for claim in case.claim.extract.claims]
    return [word for word in case.wanted if word.weight >= 0.2 and any(span.touches(word.span) for span in spans)]


def _exclude(left: str, right: str) -> bool:
    return left != right and (antonyms(left, right) or right in _opposites().get(left, frozenset()))


@cache
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in table_of("bearing")["opposites"]:
        firsts, seconds = (side.split() for side in line.split("|"))
        for first in firsts:
            for second in seconds:
                found.setdefault(first, set()).add(second)
                found.setdefault(second, set()).add(first)
    return {word: frozenset(others) for word, others in found.items()}
