"""Who and what takes part in an event, in which role, and where?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from crosscheck.extract.event_subjects import NOMINAL, antecedent_of, described_with, inherited_subject, is_passive, nominal_above, noun_described
from crosscheck.extract.lexicon import words_of
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Facet
from crosscheck.values import dataclass

_EMPTY = frozenset({"it", "there", "that", "which", "who", "whom", "whose", "this", "what"})


@dataclass(frozen=True, slots=True)
class Role:
    """A participant: the facet it fills and the head of its phrase; `case` is its preposition, "" without one."""

    facet: Facet
    token: Token
    case: str = ""


def roles_in(sentence: Sentence, token: Token, frame: Token, kind: str) -> Iterator[Role]:
    """Each participant of an event once, the nouns joined to it among them; `token` heads the event, `frame` is the verb that carries it."""
    seen: set[tuple[Facet, int]] = set()
    described = noun_described(sentence, token) is not None
    for role in _all_roles(sentence, token, frame, kind):
        for one in _with_conjuncts(sentence, role.token):
            if described and role.token.index < token.index < one.index:
                continue  # "radars delivered in April, as well as helicopters": the helicopters are not described
            key = (role.facet, one.index)
            if key not in seen and one.index != token.index and not (one.lower in _EMPTY and one.pos in ("PRON", "DET", "ADV")):
                seen.add(key)
                yield Role(role.facet, one, role.case)


def _all_roles(sentence: Sentence, token: Token, frame: Token, kind: str) -> Iterator[Role]:
    if kind == "verb":
        yield from _verb_roles(sentence, token)
        return
    if kind == "attribute":
        yield from _attribute_roles(sentence, token)
        return
    if frame != token:
        undergone = frame.lemma in words_of("event_verbs", "undergone")
        for role in _verb_roles(sentence, frame):
            if role.token.index != token.index and not (role.token.lower == "place" and frame.lemma == "take"):
                yield replace(role, facet=Facet.PATIENT) if undergone and role.facet is Facet.AGENT else role
    yield from _noun_roles(sentence, token)


def _with_conjuncts(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    conjuncts = (child for child in sentence.children(token, "conj") if child.pos in NOMINAL)
    return (token, *(child for child in conjuncts if child.pos != "NUM" or token.pos != "PROPN"))  # "Weber, 61, rang": the number is an age


def _verb_roles(sentence: Sentence, verb: Token) -> Iterator[Role]:
    passive = is_passive(sentence, verb)
    yield from _subjects(sentence, verb, passive)
    given = _giving(sentence, verb)
    for child in sentence.children(verb, "obj", "iobj"):
        yield Role(Facet.RECIPIENT if child.dep == "iobj" or child in given[:1] else Facet.PATIENT, child)
    yield from (Role(Facet.PATIENT, thing) for thing in given[1:] if thing.dep != "obj")
    yield from _obliques(_adjuncts(sentence, verb), sentence, passive)


def _giving(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Who gets something and what, where both are objects of a verb of giving: "owed [the bank] two million [euros]"."""
    if verb.lemma.lower() not in words_of("event_roles", "giving"):
        return ()
    objects = [child for child in sentence.children(verb, "obj", "obl:unmarked") if child.index > verb.index]
    if len(objects) != 2 or objects[0].dep != "obj" or (objects[1].dep != "obj" and not _is_counted(sentence, objects[1])):
        return ()
    first, second = (sentence.subtree(thing) for thing in objects)
    touch = first[-1].index + 1 == second[0].index
    return tuple(objects) if touch and not any(token.pos in ("NUM", "SYM") for token in first) else ()


def _is_counted(sentence: Sentence, thing: Token) -> bool:
    """Whether it has a number and is no stretch of time: "85,000 euros"."""
    return sentence.child(thing, "nummod") is not None and thing.lemma.lower() not in words_of("event_roles", "circumstances")


def _adjuncts(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """The prepositional phrases of the clause; those that hang on its object too ("sent [grain to Mali]"), but not "of"."""
    yield from sentence.children(verb, "obl")
    for thing in sentence.children(verb, "obj", "nsubj:pass"):
        for phrase in sentence.children(thing, "nmod"):
            if phrase.dep != "nmod:poss" and _case(sentence, phrase) not in ("", "of"):
                yield phrase


def _subjects(sentence: Sentence, verb: Token, passive: bool) -> Iterator[Role]:
    facet = Facet.PATIENT if passive else Facet.AGENT
    if passive and sentence.child(verb, "obj"):  # "Mali was handed six warplanes"
        facet = Facet.RECIPIENT
    own = [child for child in sentence.children(verb, "nsubj") if child.dep != "nsubj:outer" or verb.tag == "VB"]  # "the firm is to close"
    if own:
        for subject in own:
            yield Role(facet, antecedent_of(sentence, verb, subject))
        yield from _relative_object(sentence, verb)
        return
    inherited = inherited_subject(sentence, verb)
    if inherited is None:
        return
    yield Role(facet, inherited)
    if noun_described(sentence, verb) is not None:
        yield from (Role(facet, noun) for noun in described_with(sentence, verb, inherited))


def _relative_object(sentence: Sentence, verb: Token) -> Iterator[Role]:
    """The antecedent of an object relative: "the grain (that) Russia delivered"."""
    if verb.dep != "acl:relcl" or any(child.lower not in ("that", "which", "whom") for child in sentence.children(verb, "obj")):
        return
    subject = sentence.child(verb, "nsubj")
    above = None if _is_of_circumstance(sentence, verb, subject) else nominal_above(sentence, verb)
    if above is not None and subject is not None and subject.lower not in ("who", "which", "that"):
        yield Role(Facet.PATIENT, above)


def _is_of_circumstance(sentence: Sentence, verb: Token, subject: Token | None) -> bool:
    """Whether a relative clause tells what happened where, when or to whose: "the town where she was born", "a letter in which he resigned"."""
    if any(child.lower in ("where", "when", "why", "whereby") for child in sentence.children(verb, "advmod", "mark")):
        return True
    if any(child.lower in ("which", "whom") and sentence.child(child, "case") for child in sentence.children(verb, "obl", "obj", "nmod")):
        return True
    if subject is not None and any(child.lower == "whose" for child in sentence.children(subject)):
        return True
    return sentence.head(verb).lemma.lower() in words_of("event_roles", "circumstances") and sentence.child(verb, "aux:pass") is not None


def _noun_roles(sentence: Sentence, noun: Token) -> Iterator[Role]:
    patient_of = Facet.AGENT if noun.lemma.lower() in words_of("event_roles", "of_agent") else Facet.PATIENT
    for child in sentence.children(noun, "nmod", "compound", "amod"):
        if child.dep == "compound" and child.lower in words_of("event_roles", "calendar"):
            continue
        if child.dep == "nmod:poss":
            yield Role(Facet.AGENT, child)
        elif child.dep == "compound" or (child.dep == "amod" and child.name == "LOC"):
            yield Role(Facet.PATIENT if not child.name else Facet.AGENT, child)
        elif child.dep.startswith("nmod"):
            case = _case(sentence, child)
            facet = patient_of if case == "of" else Facet.AGENT if case == "from" else _facet_of(case, child, passive=True)
            if facet is not None:
                yield Role(facet, child, case)
    subject = sentence.child(noun, "nsubj")
    if subject is None or sentence.child(noun, "cop") is None:
        return
    behind = any(child.lower == "behind" for child in sentence.children(noun, "case"))
    yield Role(Facet.AGENT if behind else Facet.PATIENT, antecedent_of(sentence, noun, subject))


def _attribute_roles(sentence: Sentence, noun: Token) -> Iterator[Role]:
    for subject in sentence.children(noun, "nsubj"):
        yield Role(Facet.AGENT, antecedent_of(sentence, noun, subject))
    yield from _obliques(sentence.children(noun, "obl", "nmod"), sentence, passive=False)


def _obliques(children: Iterable[Token], sentence: Sentence, passive: bool) -> Iterator[Role]:
    for child in children:
        case = _case(sentence, child)
        facet = _facet_of(case, child, passive)
        if facet is not None:
            yield Role(facet, child, case)


def _case(sentence: Sentence, phrase: Token) -> str:
    case = sentence.child(phrase, "case")
    return case.lower if case is not None else ""


def _facet_of(case: str, phrase: Token, passive: bool) -> Facet | None:
    if case in words_of("event_roles", "agent"):
        return Facet.AGENT if passive else None
    if case in words_of("event_roles", "place"):
        return Facet.PLACE if _is_place(phrase) else None
    if case in words_of("event_roles", "recipient"):
        return Facet.RECIPIENT if phrase.name or phrase.pos == "PROPN" else None
    return None


def _is_place(phrase: Token) -> bool:
    if phrase.name:
        return phrase.name in ("LOC", "MISC") or (phrase.name == "ORG" and phrase.pos == "PROPN")
    return phrase.lemma.lower() in words_of("place_nouns", "nouns")
