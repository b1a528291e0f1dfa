"""In which of two states does a sentence say that a thing is: a count that goes smoothly or slowly, a bridge that is open or closed?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from crosscheck.extract.detail_sentences import Sentence, singular
from crosscheck.extract.lexicon import table_of
from crosscheck.extract.words import folded
from crosscheck.model.claim import Argument, Claim, Facet, Span
from crosscheck.model.detail import Detail, Kind

BETWEEN = 3  # words between "is" and the state: "is now completely shut"
DOUBT = 6  # words before it among which "may" or "had" stands
LONGEST = 4  # words of a state
FEWEST = 2  # words that tell one thing from others of its kind: "the vote count", not "the count"


def states_in(sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Detail]:
    """What is said of a thing by a verb like "is", where it is no guess and not of a time before."""
    if _last_words().isdisjoint(sentence.forms) or "?" in sentence.text:
        return
    for at in range(1, len(sentence.forms)):
        found = _state(sentence, at) if sentence.forms[at] in _first_words() else None
        copula = _copula(sentence, at) if found else None
        if found and copula is not None and not _is_doubtful(sentence, copula, at):
            end, family, side = found
            subject = _subject(sentence, claims, copula, end)
            if subject:
                negated = not _listed("not").isdisjoint(sentence.forms[copula:at]) or sentence.forms[copula].endswith("n't")
                yield sentence.detail(Kind.STATE, (f"{family} {subject[0]}", subject[1]), str(side != negated), copula, end, sentence.names())


def _state(sentence: Sentence, at: int) -> tuple[int, str, bool] | None:
    for size in range(min(LONGEST, len(sentence.forms) - at), 0, -1):
        found = _states().get("_".join(sentence.forms[at : at + size]))
        if found and not any(gap.strip() for gap in sentence.gaps[at + 1 : at + size]):
            return at + size, *found
    return None


def _copula(sentence: Sentence, at: int) -> int | None:
    """Where the verb begins that says it: "is", "has been", "are going"."""
    for to in range(at - 1, max(-1, at - 2 - BETWEEN), -1):
        if sentence.gaps[to + 1].strip(" '’"):
            return None
        if sentence.forms[to] in _listed("copulas"):
            while to and sentence.forms[to - 1] in _listed("copulas"):
                to -= 1
            return to
        if sentence.forms[to] not in _listed("between") | _listed("not"):
            return None
    return None


def _is_doubtful(sentence: Sentence, copula: int, at: int) -> bool:
    """ "May be closed", "had been closed", "until it is safe"."""
    words = table_of("outcomes")["words"]
    unsure = frozenset(word for key in ("doubting", "before_then", "past", "one_of_several") for word in words[key].split())
    return not unsure.isdisjoint(sentence.forms[max(0, copula - DOUBT) : at])


def _subject(sentence: Sentence, claims: Sequence[Claim], copula: int, end: int) -> tuple[str, str] | None:
    """Of what it is said, folded and as the article has it."""
    span = sentence.span_of(copula, end)
    said = (claim for claim in claims if claim.predicate.span.touches(span))
    arguments = (one for claim in said for facet in (Facet.AGENT, Facet.PATIENT) for one in claim.of(facet) if one.span.end <= span.start)
    argument = next(arguments, None)
    return _called(argument, span) if argument else None


def _called(argument: Argument, span: Span) -> tuple[str, str] | None:
    if argument.name:
        return folded(argument.entity or argument.text), argument.text
    words = [word for word in folded(argument.text).split() if word not in _listed("loose")]
    if len(words) < FEWEST or "of" in words[:1]:
        return None
    said = argument.text if folded(argument.text.split()[0]) not in _listed("loose") else argument.text[:1].lower() + argument.text[1:]
    return " ".join((*words[:-1], singular(words[-1]))), said


@cache
def _states() -> Mapping[str, tuple[str, bool]]:
    families = {name: table for name, table in table_of("detail_states").items() if name != "words"}
    return {word: (name, side == "one") for name, table in families.items() for side in ("one", "other") for word in table[side].split()}


@cache
def _last_words() -> frozenset[str]:
    return frozenset(words.rpartition("_")[2] for words in _states())


@cache
def _first_words() -> frozenset[str]:
    return frozenset(words.partition("_")[0] for words in _states())


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(table_of("detail_states")["words"][key].split())
