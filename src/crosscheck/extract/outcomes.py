"""In which of two ways does a sentence say that a thing came out: hurt or unhurt, guilty or not guilty, arrested or at large?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from crosscheck.extract.detail_sentences import Sentence, singular
from crosscheck.extract.lexicon import table_of
from crosscheck.extract.names import bare_name
from crosscheck.extract.topics import is_person_noun
from crosscheck.extract.words import folded
from crosscheck.model.claim import Argument, Claim, Facet, Span
from crosscheck.values import dataclass

LONGEST = 6  # words joined in the list
BETWEEN = 6  # words for which "*" stands in it
BEFORE = 6  # words before it among which "nobody" or "may" stands: "nobody in the two cars was badly hurt"
CLOSE = 2  # words before it among which "to" stands
NEAR = 3  # words before it among which "no" or "not" stands: "was not seriously hurt"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One way (`value`: yes or no) in which a thing of one `family` came out.

    `of` is of whom or what it is said, folded, in the singular and of a person the surname; "" of nobody in particular ("no injuries"). `whole` is
    true where it holds for all of them, and `whom` are all words for them. `text` and `span` are the words that say it, the negation among them.
    """

    family: str
    value: bool
    of: str
    whole: bool
    whom: frozenset[str]
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Word:
    """What some words say: of which family, in which way, and of whom it is said."""

    family: str
    value: bool
    role: str


_Subject = tuple[str, bool, frozenset[str]]
_NOBODY: _Subject = ("", True, frozenset())


def outcomes_in(sentence: Sentence, claims: Sequence[Claim]) -> tuple[Outcome, ...]:
    """`claims` are what the sentence claims."""
    if _last_words().isdisjoint(sentence.forms):
        return ()
    return tuple(found for at in range(len(sentence.forms)) for found in _at(sentence, claims, at))


def _at(sentence: Sentence, claims: Sequence[Claim], at: int) -> Iterator[Outcome]:
    if split := tuple(_split_at(sentence, at)):
        yield from (found for end, word in split if (found := _read(sentence, claims, at, end, word)))
        return
    for size in range(min(LONGEST, len(sentence.forms) - at), 0, -1):
        words = _words().get("_".join(sentence.forms[at : at + size]), ())
        if words and not (size > 1 and any(gap.strip() for gap in sentence.gaps[at + 1 : at + size])):
            for word in words:
                found = _read(sentence, claims, at, at + size, word)
                if found is not None:
                    yield found
            return


def _is_doubted(sentence: Sentence, before: range, word: _Word) -> bool:
    """Whether it is in doubt, or yet to come and not what a court has laid down: "to be freed", but "was sent to life in prison"."""
    doubting = _listed("doubting") - (_listed("laid_down") if _family(word.family).get("rules") else frozenset())
    yet_to_come = "to" in sentence.forms[max(before.start, before.stop - CLOSE) : before.stop] and not _family(word.family).get("rules")
    return yet_to_come or not doubting.isdisjoint(sentence.forms[at] for at in before)


def _split_at(sentence: Sentence, at: int) -> Iterator[tuple[int, _Word]]:
    """ "Shot the gunman dead": the ends of words that begin here and have a few others among them."""
    for first, last, word in _split_words().get(sentence.forms[at], ()):
        start = at + len(first)
        for to in range(start + 1, min(start + BETWEEN, len(sentence.forms)) + 1) if sentence.forms[at:start] == first else ():
            if sentence.gaps[to - 1].strip() or sentence.forms[to - 1] in _listed("not"):
                break  # "found Osk not guilty"
            if sentence.forms[to : to + len(last)] == last:
                yield to + len(last), word
                break


def _read(sentence: Sentence, claims: Sequence[Claim], start: int, end: int, word: _Word) -> Outcome | None:
    """The outcome, unless it is in doubt, or only in part, or nobody is known of whom it is said."""
    before = _clause(sentence, start)
    if _is_doubted(sentence, before, word):
        return None
    negation = _negation(sentence, before, word.role)
    if negation is not None and (not _family(word.family)["turns"] or not _listed("limiting").isdisjoint(sentence.forms[negation:start])):
        return None
    value = word.value if negation is None else not word.value
    first = start if negation is None else negation
    of_all = negation is not None and _is_of_all(sentence, negation, start)
    subject = _NOBODY if of_all else _subject(sentence, claims, start, end, word)
    if subject is None:
        return None
    of, whole, whom = subject
    return Outcome(word.family, value, of, whole, whom, sentence.said(first, end), sentence.span_of(first, end))


def _clause(sentence: Sentence, start: int) -> range:
    """The words before it in its clause, at most so many."""
    first = start
    while first > max(0, start - BEFORE) and not any(mark in sentence.gaps[first] for mark in ',;:()–—"“”'):
        first -= 1
    return range(first, start)


def _negation(sentence: Sentence, before: range, role: str) -> int | None:
    """Where "nobody", "no" or "not" stands; "no" farther off is of another noun: "no motive was known, injuries were slight"."""
    for at in reversed(before):
        form, near = sentence.forms[at], before.stop - at <= NEAR
        if form in _listed("nobody") or (form in _listed("no") and (near or role != "noun")):
            return at
        if form in _listed("not") and near:
            return at
    return None


def _is_of_all(sentence: Sentence, negation: int, start: int) -> bool:
    """ "Nobody was hurt", "no one was hurt", "no injuries", but not "no workers were hurt"."""
    if sentence.forms[negation] != "no":
        return sentence.forms[negation] in _listed("nobody")
    return negation + 1 >= start - 1 or sentence.forms[negation + 1] in ("one", "people", "person")


def _subject(sentence: Sentence, claims: Sequence[Claim], start: int, end: int, word: _Word) -> _Subject | None:
    """Of whom or what it is said; None where that is not known, or where the family is of other things."""
    if word.role == "noun":
        return _NOBODY
    argument = _by_name(claims, _argument(sentence, claims, start, end, word.role))
    if argument is None:
        return _after(sentence, end, word) if word.role != "does" else None
    said = folded(argument.text).split()
    if said[0] in ("no", "nobody", "none"):
        return _NOBODY
    if things := _family(word.family).get("of"):
        return None if set(things.split()).isdisjoint(said) else _NOBODY
    if _family(word.family)["people"] and not _is_person(argument):
        return None
    return _called(argument), _is_whole(argument), frozenset((*said, *folded(argument.entity or "").split()))


def _argument(sentence: Sentence, claims: Sequence[Claim], start: int, end: int, role: str) -> Argument | None:
    """Of whom or what it is said: whoever it was done to, else whoever did or was it, as the claim around the words knows, or the one before them."""
    state = role == "done" and not _listed("be").isdisjoint(sentence.forms[max(0, start - NEAR) : start])  # "one man was slightly injured"
    facets = (Facet.PATIENT,) if role == "done" and not state else (Facet.PATIENT, Facet.AGENT) if state else (Facet.AGENT, Facet.PATIENT)
    span = sentence.span_of(start, end)
    said = [claim for claim in claims if claim.predicate.span.touches(span) and claim.predicate.kind in ("verb", "attribute")]
    if role == "is":
        before = [claim for claim in claims if claim.predicate.span.end <= span.start and claim.predicate.kind == "verb" and claim.of(Facet.AGENT)]
        said += sorted(before, key=lambda claim: claim.predicate.span)[-1:]
    return next((_with_name(argument, claim.of(facet)) for claim in said for facet in facets for argument in claim.of(facet)), None)


def _with_name(argument: Argument, beside: Sequence[Argument]) -> Argument:
    """The name that the words for somebody run on into: "former mayor Karl Osk"."""
    runs_on = (one for one in beside if one.name == "PER" and 0 <= one.span.start - argument.span.end <= 1)
    return argument if argument.name else next(runs_on, argument)


def _by_name(claims: Sequence[Claim], argument: Argument | None) -> Argument | None:
    """The name that stands beside it: "the harbour master, Maria Tarn, resigned"."""
    for claim in claims if argument is not None and not argument.name else ():
        named = [one for one in claim.of(Facet.AGENT) if one.name == "PER"]
        if claim.predicate.kind == "attribute" and named and any(one.span == argument.span for one in claim.of(Facet.TYPE) if argument):
            return named[0]
    return argument


def _after(sentence: Sentence, end: int, word: _Word) -> _Subject | None:
    """ "Injured workers", "an unarmed man": the noun right behind; "damaging dozens of houses" is of something."""
    if not _family(word.family)["people"]:
        return ("thing", False, frozenset()) if word.role == "done" and "of" not in _family(word.family) else None
    form = sentence.forms[end] if end < len(sentence.forms) and not sentence.gaps[end].strip() else ""
    return (singular(form), singular(form) == form, frozenset((form,))) if form and is_person_noun(singular(form)) else None


def _is_person(argument: Argument) -> bool:
    head = singular(folded(argument.head))
    described = argument.text.split()[-1][:1].isupper() and any(is_person_noun(word) for word in argument.text.split() if word.islower())
    return argument.name == "PER" or described or is_person_noun(head) or head in _listed("people") or head.isdigit() or head in _listed("partly")


def _called(argument: Argument) -> str:
    """The surname, or the noun."""
    words = argument.text.split()
    if len(words) > 1 and words[-1][:1].isupper() and "of" not in words:
        return bare_name(words[-1])[-1] if bare_name(words[-1]) else folded(words[-1])  # "the mechanic Jon Osk"
    if argument.name == "PER" or (argument.entity and argument.entity[:1].isupper()):
        names = bare_name(argument.entity or argument.text)
        return names[-1] if names else folded(argument.text)
    noun = singular(folded(argument.head))
    return " ".join((noun, *(kind for word in folded(argument.text).split() if word != noun and (kind := _charges().get(word)))))


@cache
def _charges() -> Mapping[str, str]:
    """For each vehicle the first word for its kind: of a lorry and of a train there are two drivers."""
    lines = str(table_of("outcomes")["words"]["in_charge_of"]).split("|")
    return {word: line.split()[0] for line in lines for word in line.split()}


def _is_whole(argument: Argument) -> bool:
    words = folded(argument.text).split()
    return bool(argument.name) or words[0] in _listed("whole") or words[0] in ("a", "an", "he", "she")


# words


def _family(name: str) -> Mapping[str, Any]:
    family: Mapping[str, Any] = table_of("outcomes")[name]
    return family


@cache
def _words() -> Mapping[str, tuple[_Word, ...]]:
    found: dict[str, tuple[_Word, ...]] = {}
    for family, table in table_of("outcomes").items():
        for way in ("yes", "no") if family != "words" else ():
            for role, said in table.get(way, {}).items():
                for words in said.split():
                    found[words] = (*found.get(words, ()), _Word(family, way == "yes", role))
    return found


@cache
def _split_words() -> Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...], _Word], ...]]:
    """By their first word those with others among them: what stands before and what behind these."""
    found: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...], _Word], ...]] = {}
    for joined, words in _words().items():
        first, mark, last = joined.partition("_*_")
        for word in words if mark else ():
            begins = tuple(first.split("_"))
            found[begins[0]] = (*found.get(begins[0], ()), (begins, tuple(last.split("_")), word))
    return found


def words_of_outcomes() -> frozenset[str]:
    """Words of which a text has one that says how anything came out."""
    return _last_words()


@cache
def _last_words() -> frozenset[str]:
    """A word of each phrase, so that most sentences need no further look."""
    return frozenset(words.rpartition("_")[2] for words in _words())


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(table_of("outcomes")["words"][key].split())
