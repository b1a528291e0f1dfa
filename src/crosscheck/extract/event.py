"""Which events and states does a sentence speak of, and did they happen? Who takes part says extract/event_roles.py.

Works on the dependency tree (UD v2). An event stands where its verb or its noun stands; a light verb lends its arguments to the noun
("carried out another coup"). Words live in data/lexicon/event_verbs.toml.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from crosscheck.extract.event_mood import is_date, is_instruction, modality_of, polarity_of
from crosscheck.extract.event_roles import Role, roles_in
from crosscheck.extract.event_subjects import NOMINAL
from crosscheck.extract.lexicon import words_of
from crosscheck.extract.predicates import predicate_class
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Modality, Polarity
from crosscheck.values import dataclass

IsEventNoun = Callable[[str], bool]

_FUNCTION_VERBS = ("aux", "cop", "case", "mark", "fixed", "cc", "compound", "goeswith", "discourse", "det", "punct")
_CLAUSES = ("advcl", "parataxis", "ccomp", "csubj", "conj")  # what a clause's own span leaves out when it has a predicate of its own
_PREDICATES = frozenset({"VERB", *NOMINAL})
_PARTICLES = frozenset({"over", "out", "up", "down", "off", "away", "back"})


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
    roles = tuple(roles_in(sentence, event.token, event.frame, event.kind))
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
    return token.pos in NOMINAL and sentence.child(token, "cop") is not None


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
