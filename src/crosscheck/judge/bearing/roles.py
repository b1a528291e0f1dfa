"""Does the passage tell the claim's deed the other way round: who beat whom, who won, and whether it was one who did it or several?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.extract.lexicon import words_of
from crosscheck.judge.bearing.case import Case
from crosscheck.judge.bearing.deeds import NAME, is_name, is_one_kind
from crosscheck.judge.bearing.passages import Passage, Text
from crosscheck.judge.bearing.words import Word, said, words_in
from crosscheck.model.claim import Argument, Claim, Facet, Modality, Polarity, Quantity, Span

BEHIND = 5  # words behind a verb among which the name stands of whom it was done to
MARKS = ':;()–—"“”?!'


def reversed_in(case: Case) -> tuple[str, str] | None:
    """What the claim and the passage say, of which each has the other's doer as the one whom it was done to: "Lyon beat Nice", "Nice beat Lyon".

    Told by the order of the words, since a verb between two names ("Nice beat Lyon") is often read as a noun.
    """
    for at, deed in enumerate(case.own_words):
        mine = _parties_at(case.claim, case.own_words, at) if not _is_capital(deed) and deed.stem not in words_of("bearing", "mutual") else None
        if mine is None:
            continue
        theirs = [
            (passage, place) for passage in _of_text(case) for place, word in enumerate(passage.words) if _is_one_word(passage.text, word, deed)
        ]
        there = [_parties_at(passage.text, passage.words, place) for passage, place in theirs]
        if any(found and found[0] & mine[0] for found in there):
            return None
        for place, word in enumerate(case.best.words):
            found = _parties_at(case.best.text, case.best.words, place) if _is_one_word(case.best.text, word, deed) else None
            if found and found[0] & mine[1] and found[1] & mine[0] and not found[1] & mine[1]:
                return _around(case.claim, case.own_words, at), _around(case.best.text, case.best.words, place)
    return None


def _of_text(case: Case) -> list[Passage]:
    return [passage for passage in case.passages if passage.text is case.best.text]


def _is_one_word(text: Text, one: Word, other: Word) -> bool:
    """Whether it is the same verb, or one for the same kind of deed; a destroyer is none."""
    if _is_capital(one) or one.stem == other.stem:
        return not _is_capital(one)
    verbs = (claim.predicate.span for claim in text.extract.claims if claim.predicate.kind == "verb")
    return one.kind != "" and one.kind == other.kind and any(span.touches(one.span) for span in verbs)


def _parties_at(text: Text, words: Sequence[Word], at: int) -> tuple[frozenset[str], frozenset[str]] | None:
    """The names of who did it and whom it was done to, around a verb that stands between them; None where something else does."""
    before, after = at - 1, at + 1
    while before >= 0 and (words[before].text.casefold() in words_of("bearing", "before_deed") or words[before].text.isdigit()):
        before -= 1 + (words[before].text.casefold() == "and")  # "shot and killed"
    while after < min(len(words), at + BEHIND) and not _is_capital(words[after]):
        if words[after].text.casefold() in words_of("bearing", "no_object"):
            return None
        after += 1
    if before < 0 or after >= min(len(words), at + BEHIND) or not _is_capital(words[before]):
        return None
    if any(mark in text.article.text[words[before].span.end : words[after].span.start] for mark in MARKS) or _is_before_a_noun(text, words, after):
        return None
    is_passive = any(word.text.casefold() == "by" for word in words[at + 1 : after])
    first, second = _name_at(words, before, -1), _name_at(words, after, 1)
    return (second, first) if is_passive else (first, second)


def _is_before_a_noun(text: Text, words: Sequence[Word], at: int) -> bool:
    """ "Struck Albanian-laid mines", "beat Lyon striker Karl Osk" """
    while at + 1 < len(words) and _is_capital(words[at + 1]):
        at += 1
    if at + 1 >= len(words) or words[at + 1].text.casefold() in words_of("bearing", "no_object") or not words[at + 1].text.isalpha():
        return False
    return text.article.text[words[at].span.end : words[at + 1].span.start] in (" ", "-")


def _name_at(words: Sequence[Word], at: int, step: int) -> frozenset[str]:
    """The stems of the capital words from there on."""
    found = set()
    while 0 <= at < len(words) and _is_capital(words[at]):
        found.add(words[at].stem)
        at += step
    return frozenset(found)


def _is_capital(word: Word) -> bool:
    return word.text[:1].isupper() and word.weight >= NAME


def _around(text: Text, words: Sequence[Word], at: int) -> str:
    """The words from the one name to the other."""
    first, last = at, at
    while not _is_capital(words[first]):
        first -= 1
    while first and _is_capital(words[first - 1]):
        first -= 1
    while not _is_capital(words[last]):
        last += 1
    while last + 1 < len(words) and _is_capital(words[last + 1]):
        last += 1
    return text.article.text[words[first].span.start : words[last].span.end]


def other_side_in(case: Case) -> tuple[str, str] | None:
    """Who won by the claim and lost by the passage, or the reverse: "Nice won the final", "Lyon beat Nice"."""
    for mine in _told(case.claim, None):
        side = _named(mine, Facet.AGENT)
        way = next((way for way in ("wins", "loses") if mine.predicate.lemma in words_of("bearing", way)), None)
        if side is None or way is None:
            continue
        for theirs in (one for one in _told(case.best.text, case.best.span) if one.predicate.lemma in words_of("bearing", "beats")):
            if theirs.predicate.lemma != mine.predicate.lemma and _meets(case, theirs, Facet.PATIENT if way == "wins" else Facet.AGENT, side):
                return mine.text, theirs.text
    return None


def one_for_several_in(case: Case) -> tuple[Quantity, Argument] | None:
    """How many did it, or had it done to them, by the claim, and the one by the passage: "two men robbed the shop", "a man robbed the shop"."""
    for mine in _told(case.claim, None):
        for number in mine.quantities:
            wanted = next((one for one in mine.arguments if one.facet in _PARTIES and one.span.holds(number.span)), None)
            if wanted is None or number.kind != "count" or number.value is None or number.value < 2:
                continue
            for theirs in (one for one in _told(case.best.text, case.best.span) if is_one_kind(mine, one)):
                single = next((one for one in theirs.of(wanted.facet) if one.head == wanted.head and _is_single(one)), None)
                if single is not None and not _has_more(case, wanted.head, theirs.predicate.lemma):
                    return number, single
    return None


_PARTIES = (Facet.AGENT, Facet.PATIENT)


def _is_single(argument: Argument) -> bool:
    words = argument.text.casefold().split()
    return words[0] in ("a", "an", "one") and " of " not in argument.text and "," not in argument.text and " and " not in argument.text


def _has_more(case: Case, head: str, deed: str) -> bool:
    """Whether the article counts more of them, or tells of it a second time: "another man"."""
    claims = [claim for claim in case.best.text.extract.claims if claim.predicate.kind == "verb"]
    if any(quantity.of and quantity.of.split()[-1] == head and (quantity.value or 2) > 1 for quantity in case.best.text.extract.quantities):
        return True
    if sum(claim.predicate.lemma == deed for claim in claims) > 1:
        return True
    lowered = case.best.text.article.text.casefold().split()
    return any(word.strip(".,;:'\"“”’") in words_of("bearing", "more_of_them") for word in lowered)


def _told(text: Text, within: Span | None) -> Iterator[Claim]:
    """What a text tells as done, by verbs."""
    for claim in text.extract.claims:
        is_told = claim.predicate.kind == "verb" and claim.polarity is Polarity.AFFIRMED and claim.modality is Modality.ACTUAL
        if is_told and (within is None or within.holds(claim.predicate.span)):
            yield claim


def _named(claim: Claim, facet: Facet) -> Argument | None:
    """The only one in the facet, if it is a name."""
    found = claim.of(facet)
    return found[0] if len(found) == 1 and is_name(found[0]) else None


def _meets(case: Case, claim: Claim, facet: Facet, wanted: Argument) -> bool:
    """Whether a word of the name stands among the names of those in the facet."""
    names = [name for one in claim.of(facet) for name in (one.text, one.entity or "", *one.also)]
    there = said([word for name in names for word in words_in(name, 0, len(name))])
    mine: Sequence[str] = (wanted.text, wanted.entity or "")
    return any(there.meets(word) for name in mine for word in words_in(name, 0, len(name)) if word.text[:1].isupper())
