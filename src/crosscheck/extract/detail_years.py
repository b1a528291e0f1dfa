"""In which year does a sentence say that a film or book came out, or that a person did something?

A sentence without a year may be reckoned from the one before: "She left the stage in 1957. Shortly thereafter she moved to Lefkos."
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.lexicon import kinds_of, words_of
from crosscheck.extract.names import bare_name
from crosscheck.extract.predicates import predicate_class
from crosscheck.extract.words import folded, word_spans
from crosscheck.model.claim import Argument, Claim, Facet, Modality, Polarity, Time
from crosscheck.model.detail import Detail, Kind

YEAR = 4  # digits
NEAR = 8  # words between a year and the title of a work
TITLE = 3  # words of a title that stands in no quotation marks
STEM = 5  # letters by which forms of a word are alike: "engineering", "engineer"
SOON = 5  # words between "soon after" and the verb that it belongs to
LATER = "~"  # behind a year: shortly after it
SHORTEST = 4  # letters of a word that tells something


def years_in(sentence: Sentence, claims: Sequence[Claim], before: Sentence | None = None) -> Iterator[Detail]:
    """Of sentences that give one year alone, or none; `claims` are what the sentence claims, `before` is the one before it."""
    years = years_of(sentence)
    if not years and before is not None:
        yield from _soon_after(sentence, claims, before)
    if len(years) != 1:
        return
    yield from _works(sentence, years[0])
    for claim in claims:
        yield from _deeds(sentence, claim)


def years_of(sentence: Sentence) -> list[int]:
    """The places of the years that the sentence gives."""
    return [at for at, form in enumerate(sentence.forms) if _is_year(form)]


def _is_year(form: str) -> bool:
    """ "1957", and "1950s" for the years of a decade."""
    return form[:YEAR].isdecimal() and form[:2] in ("18", "19", "20") and form[YEAR:] in ("", "s") and len(form) >= YEAR


# works


def _works(sentence: Sentence, year: int) -> Iterator[Detail]:
    """ "the 2006 film The Long Ferry", "the novel “Harbour Lights”, which came out in 1988"."""
    kinds = [_kinds()[form] for form in sentence.forms if form in _kinds()]
    if not kinds or not sentence.forms[year].isdecimal():
        return
    for start, end in _titles(sentence):
        gap = start - year if start > year else year - end
        if 0 <= gap <= NEAR:
            title = sentence.forms[start:end][sentence.forms[start] == "the" :]
            thing = f"{kinds[0]} {' '.join(title)}", sentence.said(start, end)
            yield sentence.detail(Kind.WORK, thing, sentence.forms[year], year, year + 1, sentence.names(title))


def _kinds() -> Mapping[str, str]:
    return kinds_of("detail_years", "works")


def _titles(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words that begin with an article or stand in quotation marks."""
    end = 0
    for at in range(1, len(sentence.words)):
        quoted = sentence.gaps[at].rstrip(" ").endswith(('"', "“", "‘", "'"))
        if at >= end and sentence.words[at][0].isupper() and (quoted or sentence.words[at] in ("The", "A", "An")):
            end = _title_end(sentence, at)
            if end - at >= (2 if quoted else TITLE):
                yield at, end


def _title_end(sentence: Sentence, at: int) -> int:
    end = at + 1
    while end < len(sentence.words) and not sentence.gaps[end].strip() and _is_in_a_title(sentence, end):
        end += 1
    while not sentence.words[end - 1][0].isupper():
        end -= 1
    return end


def _is_in_a_title(sentence: Sentence, at: int) -> bool:
    return sentence.words[at][0].isupper() or sentence.forms[at] in ("of", "the", "and", "in")


# deeds


def _deeds(sentence: Sentence, claim: Claim) -> Iterator[Detail]:
    """What a person did or had done in a year, by who it was and what kind of deed; `words` are what else is told of it."""
    times = [time for time in claim.times if time.of is None and time.type == "DATE" and time.value[: YEAR - 1].isdecimal()]
    inside = sentence.places(times[0].span) if len(times) == 1 else []
    if inside:
        yield from _deed(sentence, claim, _year_of(times[0]), inside[0], inside[-1] + 1)


def _soon_after(sentence: Sentence, claims: Sequence[Claim], before: Sentence) -> Iterator[Detail]:
    """What was done "soon after", by the last year of the sentence before; its value is that year with a mark."""
    years = years_of(before)
    at = next((at for at in range(len(sentence.forms) - 1) if sentence.forms[at : at + 2] in _soon() and _is_alone(sentence, claims, at + 2)), None)
    if not years or at is None or not before.forms[years[-1]].isdecimal():
        return
    for claim in claims:
        if not claim.times and at - SOON <= _place_of(sentence, claim) <= at + 1 + SOON:
            yield from _deed(sentence, claim, f"{before.forms[years[-1]]}{LATER}", at, at + 2)


def _is_alone(sentence: Sentence, claims: Sequence[Claim], end: int) -> bool:
    """Whether nothing is named after which it was: "soon after moved to Lefkos", not "soon after the war"."""
    if sentence.forms[end - 1] != "after" or end == len(sentence.forms) or sentence.gaps[end].strip():
        return True
    return any(sentence.spans[end].touches(claim.predicate.span) for claim in claims if claim.predicate.kind == "verb")


@cache
def _soon() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in words_of("detail_years", "soon"))


def _place_of(sentence: Sentence, claim: Claim) -> int:
    return next(iter(sentence.places(claim.predicate.span)), len(sentence.spans) * 2)


def _deed(sentence: Sentence, claim: Claim, year: str, start: int, end: int) -> Iterator[Detail]:
    people = [argument for argument in claim.arguments if argument.facet in (Facet.AGENT, Facet.PATIENT) and is_person(argument)]
    if not people or not is_told(claim) or claim.predicate.kind != "verb":
        return
    heads = [argument.head.lower() for argument in claim.arguments]
    lemma = _lemma(claim)
    deed = predicate_class(lemma, claim.predicate.kind, heads)
    name = people[0].entity or people[0].text
    thing = f"{deed or lemma} {bare_name(name)[-1]}", name
    words = _told_words(claim, people[0]) | ({thing[0]} if lemma in words_of("detail_years", "once") else frozenset())
    yield sentence.detail(Kind.YEAR, thing, year, start, end, words, _clause(claim, people[0], name))


def _lemma(claim: Claim) -> str:
    """The verb, of which a form that was left as it is ("he was indicted") is led back to one that is known."""
    lemma = claim.predicate.lemma
    if not lemma.endswith("ed") or predicate_class(lemma, "verb", []):
        return lemma
    return next((verb for verb in (lemma[:-2], lemma[:-1]) if predicate_class(verb, "verb", [])), lemma)


def _clause(claim: Claim, person: Argument, name: str) -> str:
    """What is asked for after "in which year"."""
    did = person.facet is Facet.AGENT or (claim.predicate.text == claim.predicate.lemma and claim.predicate.lemma == _lemma(claim))
    return f"did {name} {claim.predicate.lemma}" if did else f"was {name} {claim.predicate.text}"


def is_person(argument: Argument) -> bool:
    """A person by name, or one who is meant by a word; and a name that nobody knows the kind of ("Osk")."""
    return argument.name == "PER" or (not argument.name and (argument.entity is not None or argument.text.istitle()))


def is_told(claim: Claim) -> bool:
    return claim.modality is Modality.ACTUAL and claim.polarity is Polarity.AFFIRMED and "statements" not in claim.topics


def _year_of(time: Time) -> str:
    """ "1957" of any day in it, "195" of a decade."""
    return time.value[:YEAR] if time.value[:YEAR].isdecimal() else time.value[: YEAR - 1]


def _told_words(claim: Claim, person: Argument) -> frozenset[str]:
    """The beginnings of the longer words of the claim, without the person's name and the predicate."""
    said = (folded(claim.text[start:end]) for start, end in word_spans(claim.text))
    kept = {form for form in said if len(form) >= SHORTEST and form.isalpha() and form not in words_of("detail_years", "weak")}
    own = (*bare_name(person.entity or person.text), *folded(person.text).split(), claim.predicate.text.lower())
    return frozenset(form[:STEM] for form in kept) - {form[:STEM] for form in own}
