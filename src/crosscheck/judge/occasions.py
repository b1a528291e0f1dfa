"""Are two times those of two occasions on which one kind of thing was done, by what the sentences tell of them?

Somebody "was also captured" another year, "a similar crash" is another one, and crowds protest day after day. Where whom it was done to differs as
well as the time, two were captured. What a general announced on Friday did not happen on Friday.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from crosscheck.align.similarity import Similarity
from crosscheck.judge.circumstances import sentence_of
from crosscheck.judge.lexicon import words
from crosscheck.model.claim import Facet, Time
from crosscheck.model.verdict import Statement

OTHER = -1.0  # two names in one role
REACH = 160  # code points before a word in which its clause begins
WORDS, LINKED = 5, 8  # words around a predicate in which one tells of another occasion, and words before one in which it is likened to others
MARKS = ",;:()–—"


def are_two_occasions(left: Statement, right: Statement, link: Similarity) -> bool:
    """Of two points in time."""
    if not all(isinstance(one.value, Time) and one.value.type in ("DATE", "TIME") for one in (left, right)):
        return False
    if _are_of_others(left, right, link) or _is_another(left) != _is_another(right):
        return True
    if any(_is_of_what_came_after(one) or _is_of_figures(one) for one in (left, right)):
        return True
    return all(_recurs(one) for one in (left, right)) or all(_is_of_a_period(one) for one in (left, right))


def _are_of_others(left: Statement, right: Statement, link: Similarity) -> bool:
    """Whether they differ in more than the time: whom it was done to, who did it, or where.

    One deed may be done to "its rival" and to Adler, but not to "two students" and to "a priest".
    """
    if link.deed:
        return link.part("patient") < 0 and all(map(_is_told_of, (left, right)))
    return link.part("patient") < 0 or min(map(link.part, ("agent", "recipient", "place"))) <= OTHER


def _is_told_of(statement: Statement) -> bool:
    """Whether it is done to somebody of whom nothing was told before: "a priest", "two students"."""
    done = statement.claim.of(Facet.PATIENT)
    starts = [one.text.casefold().split()[0] for one in done if not one.name and one.text.strip()]
    return bool(starts) and all(word in words("surety", "counts") or word[0].isdigit() for word in starts)


def _recurs(statement: Statement) -> bool:
    """ "Protesters marched on Monday", "fired tear gas on Wednesday", "the index closed on Friday"."""
    predicate, roles = statement.claim.predicate.lemma.casefold(), statement.claim.arguments
    with_what = {word for one in roles if one.facet is Facet.PATIENT for word in one.text.casefold().split()}
    if predicate in words("surety", "daily") or not with_what.isdisjoint(words("surety", "spent")):
        return True
    before = list(_before(statement, statement.claim.predicate.span.start))[:LINKED]
    told = {*before, *(word for one in roles for word in one.text.casefold().split())}
    return predicate in words("surety", "sessions") and not told.isdisjoint(words("surety", "quoted"))


def _is_another(statement: Statement) -> bool:
    """ "In 2011 he was also captured", "an attack like that on Sunday", "linked to an incident on Monday", "one of his victims"."""
    before, after = list(_before(statement, statement.claim.predicate.span.start)), _after(statement)
    near = {*before[:WORDS], *after[:WORDS]}
    if not near.isdisjoint(words("surety", "again")) or ("once", "before") in pairwise(after) or _is_counted(after):
        return True
    if _is_of_a_series(sentence_of(statement).replace(",", " ").split()):
        return True
    is_new = statement.claim.predicate.kind == "noun" and not {"a", "an"}.isdisjoint(before[:2])
    return is_new and not words("surety", "likening").isdisjoint(before[:LINKED])


def _is_counted(after: Sequence[str]) -> bool:
    """ "For the second time"."""
    return any(time == "time" and which in words("surety", "ordinals") for which, time in pairwise(after[:LINKED]))


def _is_of_a_series(said: Sequence[str]) -> bool:
    """ "One of his victims", "the latest attack"."""
    starts = [at for at, word in enumerate(said) if word in ("latest", "recent", "newest") or said[at : at + 2] == ["one", "of"]]
    return any(not words("surety", "series").isdisjoint(said[at : at + LINKED]) for at in starts)


def _is_of_what_came_after(statement: Statement) -> bool:
    """Of a noun: whether the time is that of what was said of it or done about it later ("visited the scene of the shooting on Thursday")."""
    value, predicate = statement.value, statement.claim.predicate
    if value is None or predicate.kind != "noun" or value.span.start < predicate.span.end:
        return False
    return any(word in words("surety", "afterwards") for word in _before(statement, predicate.span.start))


def _is_of_figures(statement: Statement) -> bool:
    """ "Beside them stand the figures for 1985"."""
    before = list(_before(statement, statement.value.span.start))[:2] if statement.value else []
    return len(before) > 1 and before[0] in ("for", "of", "from") and before[1] in words("surety", "figures")


def _is_of_a_period(statement: Statement) -> bool:
    """Whether a figure is of it that there is one of for each month, quarter or year: "exports in December 1986"."""
    value, predicate = statement.value, statement.claim.predicate
    if not isinstance(value, Time) or "T" in value.value or "W" in value.value or value.value.count("-") > 1:
        return False
    is_measured = bool(statement.claim.quantities) and predicate.lemma.casefold() in words("surety", "measuring")
    return is_measured or predicate.text.casefold() in words("surety", "statistics")


def _before(statement: Statement, end: int) -> Iterator[str]:
    """The words before a place from the nearest on, up to a mark or a word that begins another clause."""
    for piece in reversed(statement.article.text[max(0, end - REACH) : end].casefold().split()):
        if piece[-1] in MARKS + ".!?" and piece not in ("mr.", "mrs.", "ms.", "dr."):
            return
        word = piece.strip("\"'“”‘’()[]")
        if word in words("surety", "clauses"):
            return
        yield word


def _after(statement: Statement) -> list[str]:
    """The words behind the predicate, up to the end of the sentence."""
    found: list[str] = []
    end = statement.claim.predicate.span.end
    for piece in statement.article.text[end : end + REACH].casefold().split():
        found.append(piece.strip(".,;:!?\"'“”‘’()[]"))
        if piece.endswith((".", "!", "?")):
            break
    return found
