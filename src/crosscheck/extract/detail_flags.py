"""Of which nation does a sentence say that the one ship, plane or firm is to which something was done: "seized a Norvian tanker"?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.lexicon import table_of
from crosscheck.extract.places import country_of
from crosscheck.extract.predicates import predicate_class
from crosscheck.extract.words import folded
from crosscheck.model.claim import Argument, Claim, Facet, Modality, Polarity
from crosscheck.model.detail import Detail, Kind


def flags_in(sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Detail]:
    """`scope` is who did it, folded; the thing what was done to a thing of which class; `exact` is false where it has a name of its own."""
    for claim in claims:
        if claim.predicate.kind != "verb" or claim.polarity is not Polarity.AFFIRMED or claim.modality is not Modality.ACTUAL:
            continue
        for patient in claim.of(Facet.PATIENT):
            found = _nation(patient)
            if found:
                nation, head = found
                yield _detail(sentence, claim, patient, nation, head)


def _detail(sentence: Sentence, claim: Claim, patient: Argument, nation: str, head: str) -> Detail:
    lemma = claim.predicate.lemma.casefold()
    thing = f"{predicate_class(lemma) or lemma} {_class(head)}"
    doers = " ".join(folded(agent.entity or agent.text) for agent in claim.of(Facet.AGENT))
    words = sentence.names(folded(patient.text).split())
    stated = Detail(Kind.FLAG, sentence.article, sentence.number, thing, head, nation, patient.text, patient.span, words=words, scope=doers)
    return replace(stated, exact=not _is_named(sentence, patient))


def _is_named(sentence: Sentence, patient: Argument) -> bool:
    behind = sentence.text[patient.span.end - sentence.span.start :].lstrip(" ,\"“'‘(")
    return behind[:1].isupper() or (behind.startswith("the ") and behind[4:5].isupper())


def _nation(patient: Argument) -> tuple[str, str] | None:
    """The code of its nation, and the noun for it; None for several, and for a name in which a nation stands ("the Norvian Navy")."""
    words = patient.text.split()
    if patient.name or len(words) < 2 or not words[-1].islower() or not _class(words[-1]):
        return None
    nations = [(at, country_of(word.split("-")[0].strip('"“'))) for at, word in enumerate(words[:-1]) if word[0].isupper()]
    if len(nations) != 1 or not nations[0][1] or words[0].casefold() not in ("a", "an", "the", "one", "another", words[nations[0][0]].casefold()):
        return None
    return nations[0][1], words[-1].strip('"”')


def _class(noun: str) -> str:
    return _classes().get(noun.strip('"”'), "")


@cache
def _classes() -> Mapping[str, str]:
    return {word: name for name, words in table_of("detail_flags").items() for word in words.split()}
