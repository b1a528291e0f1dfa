"""Which events and states does a sentence speak of, who takes part, and did they happen?

Works on the dependency tree (UD v2). An event stands where its verb or its noun stands; a light verb lends its arguments to the noun
("carried out another coup"). Words live in data/lexicon/event_verbs.toml and event_roles.toml.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from crosscheck.extract.event_mood import is_date, is_instruction, modality_of, polarity_of
from crosscheck.extract.lexicon import words_of
from crosscheck.extract.predicates import predicate_class
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Facet, Modality, Polarity
from crosscheck.values import dataclass

IsEventNoun = Callable[[str], bool]

_FUNCTION_VERBS = ("aux", "cop", "case", "mark", "fixed", "cc", "compound", "goeswith", "discourse", "det", "punct")
_CLAUSES = ("advcl", "parataxis", "ccomp", "csubj", "conj")  # what a clause's own span leaves out when it has a predicate of its own
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "SYM", "X", "DET")
_PREDICATES = frozenset({"VERB", *_NOMINAL})
_PARTICLES = frozenset({"over", "out", "up", "down", "off", "away", "back"})
_EMPTY = frozenset({"it", "there", "that", "which", "who", "whom", "whose", "this", "what"})


@dataclass(frozen=True, slots=True)
class Role:
    """A participant: the facet it fills and the head of its phrase; `case` is its preposition, "" without one."""

    facet: Facet
    token: Token
    case: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One event or state. `token` heads it; `frame` is the token whose clause it fills (the light verb, or itself)."""

    token: Token
    frame: Token
    kind: str
    lemma: str
    words: tuple[Token, ...]
    roles: tuple[Role, ...] = ()
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL


def events_in(sentence: Sentence, is_event_noun: IsEventNoun) -> tuple[Event, ...]:
    """Every event and state of the sentence, in text order; `is_event_noun` knows the lemmas of nouns that name events."""
    found = [event for token in sentence for event in _event_at(sentence, token, is_event_noun)]
    kept_verbs = words_of("event_verbs", "light_keep_verb")
    lent = {event.frame.index for event in found if event.frame != event.token and event.frame.lemma not in kept_verbs}
    kept = [event for event in found if not (event.kind != "noun" and event.token.index in lent)]
    return tuple([_with_roles(sentence, event) for event in kept])


def _with_roles(sentence: Sentence, event: Event) -> Event:
    roles = tuple(_roles(sentence, event))
    return Event(event.token, event.frame, event.kind, event.lemma, event.words, roles, event.polarity, event.modality)


def owner_of(sentence: Sentence, token: Token, events: dict[int, Event]) -> Event | None:
    """The event whose clause the token stands in: the first one on the way up to the root. `events` maps a token or frame index to its event."""
    if token.index in events:
        return events[token.index]
    for above in sentence.ancestors(token):
        if above.index in events:
            return events[above.index]
    return None


def clause_of(sentence: Sentence, event: Event) -> tuple[Token, ...]:
    """The tokens of the event's own clause, without clauses that hang from it."""
    top = event.frame
    if event.kind != "verb" and event.frame == event.token and not sentence.child(top, "cop"):
        return sentence.subtree(top, without=("acl", "parataxis", "cc", "conj", "appos"))
    return sentence.subtree(top, without=(*_CLAUSES, "cc"))


# predicates


def _event_at(sentence: Sentence, token: Token, is_event_noun: IsEventNoun) -> Iterator[Event]:
    if token.pos not in _PREDICATES:
        return
    if _is_verb(sentence, token):
        if is_instruction(sentence, token):
            return
        yield _event(sentence, token, token, "verb", _with_particle(sentence, token))
    elif _is_edition(sentence, token):
        return
    elif token.pos == "NOUN" and token.dep not in ("compound", "fixed", "flat") and is_event_noun(token.lemma.lower()):
        yield _event(sentence, token, _light_verb(sentence, token) or token, "noun", token.lemma.lower())
    elif (named := _named_event(token)) is not None:
        yield _event(sentence, token, _light_verb(sentence, token) or token, "noun", named)
    elif _is_copular(sentence, token):
        yield _event(sentence, token, token, "attribute", token.lemma.lower())


def _is_edition(sentence: Sentence, token: Token) -> bool:
    """ "At the bottom of the Development Index (2020 report)": the brackets tell which edition of the index, and nothing that was done."""
    if token.lemma.lower() not in words_of("event_roles", "edition"):
        return False
    phrase = sentence.subtree(token)
    return phrase[0].text == "(" and phrase[-1].text == ")"


def _named_event(token: Token) -> str | None:
    """The event noun that heads a proper name: "summit" of "Russia-Africa Summit", "award" of "Academy Awards"."""
    if token.pos != "PROPN" or token.dep in ("compound", "flat", "fixed"):
        return None
    return next((word for word in (token.lower, token.lower.removesuffix("s")) if word in words_of("event_roles", "named")), None)


def _is_verb(sentence: Sentence, token: Token) -> bool:
    if token.pos == "ADJ" and sentence.child(token, "aux:pass"):  # "was injured", where the participle was read as an adjective
        return True
    if token.pos != "VERB" or token.dep.partition(":")[0] in _FUNCTION_VERBS:
        return False
    if token.dep == "amod":  # "destroyed homes" tells an event, "surprising news" does not
        return token.tag == "VBN"
    return any(c.isalpha() for c in token.text)


def _is_copular(sentence: Sentence, token: Token) -> bool:
    return token.pos in _NOMINAL and sentence.child(token, "cop") is not None


def _with_particle(sentence: Sentence, verb: Token) -> str:
    particle = sentence.child(verb, "compound:prt") or _next_particle(sentence, verb)
    return f"{verb.lemma} {particle.lemma}".lower() if particle else verb.lemma.lower()


def _next_particle(sentence: Sentence, verb: Token) -> Token | None:
    """The particle that the parser took for a preposition: "was handed over six warplanes"."""
    following = sentence.tokens[verb.index + 1] if verb.index + 1 < len(sentence) else None
    if following is None or following.lower not in _PARTICLES:
        return None
    return following if predicate_class(f"{verb.lemma} {following.lower}".lower(), "verb") else None


def _light_verb(sentence: Sentence, noun: Token) -> Token | None:
    """The verb that only carries the noun: "underwent a coup", "took delivery of", "a coup was staged"."""
    verb = sentence.head(noun)
    if noun.dep in ("nsubj", "nsubj:pass") and _says_when(sentence, verb):
        return verb
    if verb.pos != "VERB" or noun.dep not in ("obj", "nsubj:pass"):
        return None
    return verb if _with_particle(sentence, verb) in words_of("event_verbs", "light") or verb.lemma in words_of("event_verbs", "light") else None


def _says_when(sentence: Sentence, verb: Token) -> bool:
    """Whether it says nothing of its subject but that it is, and when: "happened", "took place", "is on Saturday", "is set for 3 May"."""
    lemma = verb.lemma.lower()
    if lemma in words_of("event_verbs", "happening"):
        return True
    if lemma == "take":
        thing = sentence.child(verb, "obj")
        return thing is not None and thing.lower == "place"
    if lemma in words_of("event_verbs", "scheduling"):
        return any(is_date(sentence, phrase) for phrase in sentence.children(verb, "obl", "nmod", "obl:tmod", "obl:npmod"))
    return sentence.child(verb, "cop") is not None and is_date(sentence, verb)


def _event(sentence: Sentence, token: Token, frame: Token, kind: str, lemma: str) -> Event:
    particle = sentence.children(token, "compound:prt") if kind == "verb" else ()
    return Event(token, frame, kind, lemma, (token, *particle), (), polarity_of(sentence, token, frame), modality_of(sentence, token, frame))


# who takes part


def _roles(sentence: Sentence, event: Event) -> Iterator[Role]:
    seen: set[tuple[Facet, int]] = set()
    described = noun_described(sentence, event.token) is not None
    for role in _all_roles(sentence, event):
        for token in _with_conjuncts(sentence, role.token):
            if described and role.token.index < event.token.index < token.index:
                continue  # "radars delivered in April, as well as helicopters": the helicopters are not described
            key = (role.facet, token.index)
            if key not in seen and token.index != event.token.index and not (token.lower in _EMPTY and token.pos in ("PRON", "DET", "ADV")):
                seen.add(key)
                yield Role(role.facet, token, role.case)


def _all_roles(sentence: Sentence, event: Event) -> Iterator[Role]:
    if event.kind == "verb":
        yield from _verb_roles(sentence, event.token)
        return
    if event.kind == "attribute":
        yield from _attribute_roles(sentence, event.token)
        return
    if event.frame != event.token:
        undergone = event.frame.lemma in words_of("event_verbs", "undergone")
        for role in _verb_roles(sentence, event.frame):
            if role.token.index != event.token.index and not (role.token.lower == "place" and event.frame.lemma == "take"):
                yield replace(role, facet=Facet.PATIENT) if undergone and role.facet is Facet.AGENT else role
    yield from _noun_roles(sentence, event.token)


def _with_conjuncts(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    conjuncts = (child for child in sentence.children(token, "conj") if child.pos in _NOMINAL)
    return (token, *(child for child in conjuncts if child.pos != "NUM" or token.pos != "PROPN"))  # "Weber, 61, rang": the number is an age


def _verb_roles(sentence: Sentence, verb: Token) -> Iterator[Role]:
    passive = _is_passive(sentence, verb)
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


def _is_passive(sentence: Sentence, verb: Token) -> bool:
    if sentence.children(verb, "nsubj:pass", "aux:pass"):
        return True
    if verb.tag == "VBD" and not verb.dep.startswith("acl:relcl") and noun_described(sentence, verb) is not None:
        return not sentence.child(verb, "nsubj", "obj")  # "helicopters delivered in April", where the participle was read as a past tense
    if verb.tag in ("VBN", "VBD") and verb.dep in ("root", "conj", "parataxis") and _is_short_passive(sentence, verb):
        return True
    if verb.tag == "VBN" and verb.dep == "conj" and not sentence.child(verb, "nsubj", "aux", "cop"):
        return _is_passive(sentence, sentence.head(verb))  # "was questioned and released": the auxiliary stands once
    return verb.tag == "VBN" and verb.dep in ("acl", "amod", "advcl") and not sentence.child(verb, "aux")


def _is_short_passive(sentence: Sentence, verb: Token) -> bool:
    """A headline's passive without its auxiliary: "Minister sacked over bribes"; what happened by itself is told in the present there."""
    if sentence.child(verb, "obj", "aux", "ccomp", "xcomp") or sentence.tokens[-1].text in '.!?"”':
        return False
    return verb.lemma in words_of("event_verbs", "headline_passives")


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
    inherited = _inherited_subject(sentence, verb)
    if inherited is None:
        return
    yield Role(facet, inherited)
    if noun_described(sentence, verb) is not None:
        yield from (Role(facet, noun) for noun in described_with(sentence, verb, inherited))


def noun_described(sentence: Sentence, verb: Token) -> Token | None:
    """The noun that a participle or relative clause describes: its head, or the noun right before a participle that hangs on the main verb."""
    head = sentence.head(verb)
    if verb.dep.startswith("acl"):
        return head if head.pos in _NOMINAL else None
    before = sentence.tokens[verb.index - 1] if verb.index else verb
    if verb.tag not in ("VBN", "VBD") or verb.dep not in ("advcl", "xcomp", "dep") or before.pos not in ("NOUN", "PROPN"):
        return None
    if sentence.child(verb, "aux", "nsubj", "obj", "mark"):
        return None
    return sentence.head(before) if before.dep in ("compound", "flat") else before


def described_with(sentence: Sentence, verb: Token, noun: Token) -> tuple[Token, ...]:
    """The nouns before the one that the participle hangs on and that it describes too: "helicopters and radars delivered in April".

    Goes back over the conjuncts up to one that has a participle of its own.
    """
    if noun.dep != "conj" or verb.index < noun.index:
        return ()
    first = sentence.head(noun)
    found: list[Token] = []
    for other in reversed((first, *sentence.children(first, "conj"))):
        if other.index < noun.index and other.pos in _NOMINAL:
            if any(noun_described(sentence, token) == other for token in sentence.tokens[other.index : noun.index]):
                break
            found.append(other)
    return tuple(found)


def antecedent_of(sentence: Sentence, verb: Token, subject: Token) -> Token:
    """The noun behind a relative pronoun: "troops who took power", "it is Keita who is behind the order"."""
    if subject.lower not in ("who", "which", "that"):
        return subject
    if verb.dep.startswith("acl"):
        return _nominal_above(sentence, verb) or subject
    return _cleft(sentence, subject) or _right_before(sentence, subject) or subject


def _right_before(sentence: Sentence, pronoun: Token) -> Token | None:
    """The person before a "who" whose clause hangs elsewhere: "named him as Paul Weber, 47, who had driven a lorry"."""
    at = pronoun.index - 1
    if pronoun.lower != "who" or at < 0 or sentence.tokens[at].text != ",":
        return None
    while at >= 0 and (sentence.tokens[at].text == "," or sentence.tokens[at].pos == "NUM"):
        at -= 1
    noun = sentence.tokens[at] if at >= 0 else pronoun
    if noun.name == "PER" and noun.dep in ("flat", "compound") and sentence.head(noun).name == "PER":
        noun = sentence.head(noun)
    return noun if noun.name == "PER" else None


def _cleft(sentence: Sentence, pronoun: Token) -> Token | None:
    """The X of "it is X […] who": parsers seldom hang the clause on X when a remark stands between."""
    for it in reversed(sentence.tokens[: pronoun.index]):
        named = sentence.head(it)
        if it.lower != "it" or not it.index < named.index < pronoun.index or named.pos not in ("NOUN", "PROPN"):
            continue
        if any(token.lemma == "be" for token in sentence.tokens[it.index + 1 : named.index]):
            return named
    return None


def _nominal_above(sentence: Sentence, verb: Token) -> Token | None:
    head = sentence.head(verb)
    return head if head.pos in _NOMINAL else None


def _relative_object(sentence: Sentence, verb: Token) -> Iterator[Role]:
    """The antecedent of an object relative: "the grain (that) Russia delivered"."""
    if verb.dep != "acl:relcl" or any(child.lower not in ("that", "which", "whom") for child in sentence.children(verb, "obj")):
        return
    subject = sentence.child(verb, "nsubj")
    above = None if _is_of_circumstance(sentence, verb, subject) else _nominal_above(sentence, verb)
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


def _inherited_subject(sentence: Sentence, verb: Token) -> Token | None:
    """The subject that the verb shares with the one above it, or the noun that it describes."""
    head = sentence.head(verb)
    relation = verb.dep.partition(":")[0]
    if relation not in ("acl", "amod") and (described := noun_described(sentence, verb)) is not None:
        return described
    if relation in ("acl", "amod"):
        return head if head.pos in _NOMINAL and verb.tag in ("VBN", "VBG", "VBD") else None
    if relation == "xcomp":
        return sentence.child(head, "obj") or subject_of(sentence, head)
    if relation in ("conj", "advcl"):
        return subject_of(sentence, head)
    return None


def subject_of(sentence: Sentence, verb: Token) -> Token | None:
    subject = sentence.child(verb, "nsubj")
    if subject is not None:
        return antecedent_of(sentence, verb, subject)
    return _inherited_subject(sentence, verb) if verb.head != verb.index else None


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
