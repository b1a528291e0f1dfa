"""Does the passage have a thing of another kind where the claim has one: a plane for a helicopter, a man for a woman?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.judge.bearing.case import Case
from crosscheck.judge.bearing.negation import negated
from crosscheck.judge.bearing.passages import Passage
from crosscheck.judge.bearing.turned import alike
from crosscheck.judge.bearing.words import Word
from crosscheck.model.claim import Argument

_Kind = tuple[str, int]  # the class, and which kind of it

REST = 0.3  # weight of the claim's other words that the evidence must say


def other_kind_in(case: Case) -> tuple[Word, Word] | None:
    """A word of the claim whose kind the evidence never mentions, and the word of another kind that stands in its place in the passage.

    None where both may be so: whoever found pistols may have found a knife, and "a second bank" was robbed at another hour.
    """
    pair = kinds_apart(case)
    if pair is None or any(claim.predicate.lemma in _open() for claim in case.claim.extract.claims):
        return None
    several = any(word.text.casefold() in words_of("bearing", "more_of_them") for passage in _near(case) for word in passage.words)
    return None if several else pair


def kinds_apart(case: Case) -> tuple[Word, Word] | None:
    """The same, whether or not both may be so."""
    own = {word: kinds for word in case.own_words if (kinds := _kinds(case.own_words, word))}
    if not own:
        return None
    told = [kind for passage in case.passages if passage.text is case.best.text for word in passage.words for kind in _kinds(passage.words, word)]
    mine = {kind for kinds in own.values() for kind in kinds}
    for word, kinds in own.items():
        if kinds.intersection(told) or not _all_else_is_said(case, word):
            continue
        for passage in _near(case):
            for other in passage.words:
                theirs = _kinds(passage.words, other)
                if _are_two(kinds, theirs) and not theirs & mine and _in_one_place(case, word, passage, other):
                    return word, other
    return None


def _near(case: Case) -> list[Passage]:
    """The passage and the sentences beside it."""
    return [passage for passage in case.passages if passage.text is case.best.text and abs(passage.number - case.best.number) <= 1]


def _are_two(ones: frozenset[_Kind], others: frozenset[_Kind]) -> bool:
    return bool({family for family, _ in ones} & {family for family, _ in others}) and not ones & others


def _in_one_place(case: Case, word: Word, passage: Passage, other: Word) -> bool:
    if passage.words.index(other) in negated(passage.words, passage.text.article.text):
        return False
    return _fill_one_facet(case, word, other) or _stand_alike(case.own_words, word, passage.words, other)


def _fill_one_facet(case: Case, word: Word, other: Word) -> bool:
    """Whether both are the heads of what fills one facet of two propositions that are set side by side."""
    for fact in case.facts:
        one, two = fact.wanted.value, fact.found.value
        if isinstance(one, Argument) and isinstance(two, Argument) and _is_head(one, word) and _is_head(two, other):
            return True
    return False


def _is_head(argument: Argument, word: Word) -> bool:
    return argument.span.holds(word.span) and argument.head.casefold() in (word.stem, word.text.casefold())


def _stand_alike(ones: Sequence[Word], word: Word, others: Sequence[Word], other: Word) -> bool:
    """Whether the same word that says something stands right before or behind both."""
    for step in (-1, 1):
        one, two = _beside(ones, word, step), _beside(others, other, step)
        if one is not None and two is not None and alike(one, two):
            return True
    return False


def _beside(words: Sequence[Word], word: Word, step: int) -> Word | None:
    at = words.index(word) + step
    if step < 0 and at >= 0 and f"{words[at].text.casefold()} {word.text.casefold()}" in _table():
        at += step  # "a heart attack"
    while 0 <= at < len(words):
        if words[at].text.casefold() not in words_of("bearing", "passed"):
            return words[at]
        at += step
    return None


def _all_else_is_said(case: Case, word: Word) -> bool:
    """Whether the evidence says all other words that weigh, and there is one."""
    missing = {other.span for other in case.best.missing}
    rest = [other for other in case.wanted if other.span != word.span and other.weight >= REST]
    return bool(rest) and not any(other.span in missing for other in rest)


def _kinds(words: Sequence[Word], word: Word) -> frozenset[_Kind]:
    """The kinds that the word may be of, or the two words that it ends ("heart attack")."""
    single = word.text.casefold().removesuffix("'s").removesuffix("’s")
    at = words.index(word)
    before = words[at - 1].text.casefold() if at else ""
    return _table().get(f"{before} {single}") or _table().get(single, frozenset())


@cache
def _open() -> frozenset[str]:
    return frozenset(table_of("exclusive")["open"].split())


@cache
def _table() -> Mapping[str, frozenset[_Kind]]:
    found: dict[str, set[_Kind]] = {}
    for family, kinds in table_of("exclusive")["classes"].items():
        for number, words in enumerate(kinds):
            for word in words.split():
                found.setdefault(word.replace("_", " "), set()).add((family, number))
    return {word: frozenset(kinds) for word, kinds in found.items()}
