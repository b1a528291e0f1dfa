"""Does a sentence speak of two things of a kind, or of several?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crosscheck.extract.detail_sentences import Sentence, singular
from crosscheck.extract.lexicon import words_of
from crosscheck.extract.topics import is_person_noun
from crosscheck.model.detail import Detail, Kind

INSIDE = 3  # words after "two" among which the noun stands: "two loaded hand grenades"
TWO, SEVERAL = "two", "several"


def few_in(sentence: Sentence) -> Iterator[Detail]:
    """Each plural noun after a word for two or for several; people come and go, and are left out."""
    for at, form in enumerate(sentence.forms):
        value = TWO if form in words_of("detail_counted", "two") else SEVERAL if form in words_of("detail_counted", "several") else ""
        noun = _noun(sentence, at) if value and not _is_bound(sentence, at) else None
        if noun is not None:
            thing = singular(sentence.forms[noun])
            words = sentence.names(sentence.forms[at : noun + 1])
            found = sentence.detail(Kind.FEW, (thing, sentence.forms[noun]), value, at, noun + 1, words)
            yield replace(found, exact=sentence.forms[at] != "couple")


def _is_bound(sentence: Sentence, at: int) -> bool:
    """ "At least two", "two of the three", "the two"."""
    before = sentence.forms[max(0, at - 1) : at]
    return bool(before) and before[0] in words_of("detail_counted", "bound")


def _noun(sentence: Sentence, at: int) -> int | None:
    """Where the noun stands that ends the phrase."""
    for to in range(at + 1, min(at + 2 + INSIDE, len(sentence.forms))):
        form = sentence.forms[to]
        if sentence.gaps[to].strip(" -'\"“") or form in words_of("detail_counted", "inner"):
            return None
        if form.endswith("s") and len(form) > 3 and not form.endswith("ss") and ends_phrase(sentence, to):
            return None if form in words_of("detail_counted", "apart") or is_person_noun(form.removesuffix("s")) else to
    return None


def ends_phrase(sentence: Sentence, at: int) -> bool:
    """Whether the word at the position is no part of a longer phrase."""
    if at + 1 == len(sentence.forms) or sentence.gaps[at + 1].strip(" -'\"“"):
        return True
    after = sentence.forms[at + 1]
    return after in words_of("detail_things", "closing") or after.endswith(("ed", "ing", "ly"))
