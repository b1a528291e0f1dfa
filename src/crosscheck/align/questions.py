"""What would a reader ask to whom the values of an alignment are the answers?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from crosscheck.align.frames import Frame, frame_for, is_plural, lowered, named, quantity_labelled, spaced, told
from crosscheck.align.inflection import is_group, is_speech, participle, past, plural, third_person
from crosscheck.extract.lexicon import table_of
from crosscheck.extract.predicates import predicate_class
from crosscheck.extract.things import TRAIT
from crosscheck.extract.topics import Attribute, catalogue, is_person_noun
from crosscheck.model.claim import Argument, Claim, Facet, Modality, Quantity

_PERSONS = frozenset({"he", "she", "they", "we", "i", "you", "him", "her", "them", "us", "me", "who", "whom"})
_UNCOUNTED = ("tion", "sion", "ance", "ence", "ship", "aid", "help", "support")  # "was there any" reads well before all of them
_CONTENT = frozenset({"say", "claim", "deny", "confirm", "reveal"})  # somebody says something: "Who said it?"
_MEETINGS = frozenset({"meet", "negotiate", "discuss", "agree", "clash", "cooperate", "compete", "marry", "merge", "play"})


def question_of(facet: Facet | None, label: str | None, claims: Sequence[Claim]) -> str:
    """ "How many helicopters did Russia deliver to Mali in March 2022?": one English question in words of the claims.

    `label` is what of the event the facet is about ("deaths", "helicopter"), as in FacetVerdict; `claims` are one or more.
    """
    if all(claim.predicate.kind == "named" for claim in claims):
        return _of_named(claims)
    if all(claim.predicate.kind == "retold" for claim in claims):
        return f"Is it so: {told(claims[0])}?"
    frame = frame_for(facet, label, claims)
    if frame.is_verb and facet is not Facet.PATIENT and _says(frame):
        frame = replace(frame, object="it")
    words = _of_bare(facet, frame) if frame.is_bare else _ASKED[facet](frame, label or "")
    return words[:1].upper() + words[1:] + "?"


def _says(frame: Frame) -> bool:
    """Is what is said not named, or named by a part of it alone: "Reyes says the cable failure was rare", "was said"?"""
    if frame.object:
        return frame.lemma == "say"  # takes no thing: "Who said the cable failure?"
    return frame.lemma == "add" or predicate_class(frame.lemma) in _CONTENT


def _of_named(claims: Sequence[Claim]) -> str:
    """ "What is told of the fire alarm?": of a thing that the reports name, each in another connexion."""
    claim = claims[0]
    if not claim.arguments:
        return f"Which {'number' if claim.quantities else 'time'} is right: {told(claim)}?"
    argument = claim.arguments[0]
    if claim.quantities:
        return f"How many {plural(claim.quantities[0].of or argument.head)} were there?"
    if argument.slot == TRAIT:
        alike = len({one.arguments[0].text.casefold() for one in claims if one.arguments}) == 1
        words = "" if alike and argument.text == claim.text else f": {told(claim)}"
        return f"{f'Is “{argument.text}” right' if alike else 'Which word is right'}{words}?"
    first, _, rest = argument.text.partition(" ")
    return f"What is told of {f'the {rest}' if rest and first.lower() in ('a', 'an') else lowered(argument.text, argument)}?"


def _of_bare(facet: Facet | None, frame: Frame) -> str:
    """Of a verb whose object is not known, by quoting the claim."""
    if facet is Facet.QUANTITY:
        return f"which number is right: {told(frame.claim)}"
    doer = "who" if _is_anybody(frame.claim.of(Facet.AGENT)) else "what"
    word = {Facet.TIME: "when", Facet.PLACE: "where", Facet.AGENT: doer}.get(facet) if facet else None
    return f"{word} was it: {told(frame.claim)}" if word else f"is it so: {told(frame.claim)}"


# how many, how much


def _how_many(frame: Frame, label: str) -> str:
    quantity = quantity_labelled(frame.claim, label)
    if quantity is None:
        return _whether(frame, label)
    attribute = _attribute(quantity, frame.claim)
    if attribute is not None and attribute.question:
        return _of_attribute(attribute, quantity, frame)
    if quantity.kind == "count":
        return _counted(quantity, frame)
    return _MEASURED.get(quantity.kind, _measured)(quantity, frame)


def _attribute(quantity: Quantity, claim: Claim) -> Attribute | None:
    """The topic attribute that the number states; of several of one name, that of the claim's own topic."""
    found = catalogue().attributes(quantity.attribute) if quantity.attribute else ()
    return next((one for one in found if one.topic in claim.topics), found[0] if found else None)


def _of_attribute(attribute: Attribute, quantity: Quantity, frame: Frame) -> str:
    people = "people" in attribute.of
    what = _counted_noun(frame, people) or ("people" if people else "of it")
    whom = frame.subject or frame.object or ("the person" if attribute.kind == "age" else "it")
    return spaced(attribute.question.replace("{what}", what).replace("{agent}", whom), "" if attribute.kind == "age" else frame.tail)


def _counted_noun(frame: Frame, people: bool = False) -> str:
    """The plural of what is counted; an adjective such as "dead" is people."""
    noun = frame.counted.rpartition(" ")[2]
    if people and not (is_person_noun(noun) and plural(noun) != noun):
        return "people"
    return plural(frame.counted) if noun else ""


def _counted(quantity: Quantity, frame: Frame) -> str:
    if (quantity.of or "").casefold() in table_of("questions")["graded"].split():
        return spaced(f"which {quantity.of}", "was it", frame.tail)
    many = f"how many {_counted_noun(frame) or 'of them'}"
    role = _role_of(quantity, frame.claim)
    if frame.is_verb and role is not None:
        asked_subject = frame.subject and named(role, frame.claim) == frame.subject
        if asked_subject:
            return spaced(many, _finite(frame), frame.object, _to(frame), frame.tail)
        if role.facet is Facet.PATIENT and frame.subject:
            return spaced(many, frame.clause(without=Facet.PATIENT))
        if role.facet is Facet.PATIENT:
            return spaced(many, frame.being("people"), participle(frame.lemma), _to(frame), frame.tail)
    return spaced(many, "were there", frame.tail)


def _role_of(quantity: Quantity, claim: Claim) -> Argument | None:
    """The participant that is counted."""
    return next((argument for argument in claim.arguments if argument.span.touches(quantity.span) and argument.facet is not Facet.TYPE), None)


def _money(quantity: Quantity, frame: Frame) -> str:
    kind = predicate_class(frame.lemma, frame.claim.predicate.kind)
    if kind in ("buy", "sell", "auction") and frame.object:
        return spaced("for how much", frame.clause())
    role = _role_of(quantity, frame.claim)
    if frame.is_verb and frame.subject and role is not None and role.facet is Facet.PATIENT:
        return spaced("how much money", frame.clause(without=Facet.PATIENT))
    return spaced("what was the sum", frame.tail)


def _percent(quantity: Quantity, frame: Frame) -> str:
    if frame.is_verb and predicate_class(frame.lemma) in ("rise", "fall", "raise", "cut") and frame.clause():
        return spaced("by what percentage", frame.clause())
    return spaced("what was the percentage", frame.tail)


def _measured(quantity: Quantity, frame: Frame) -> str:
    return f"how {f'many {plural(quantity.unit)}' if quantity.unit else 'much'} is it: {told(frame.claim)}"


def _rank(quantity: Quantity, frame: Frame) -> str:
    return spaced("which rank", "does", frame.subject or frame.object or "it", "hold", frame.tail)


def _age(quantity: Quantity, frame: Frame) -> str:
    who = frame.subject or frame.object or "the person"
    return spaced("how old", "are" if is_plural(who, frame.claim) else "is", who)


_MEASURED: Mapping[str, Callable[[Quantity, Frame], str]] = {
    "money": _money,
    "percent": _percent,
    "ordinal": _rank,
    "age": _age,
    "score": lambda quantity, frame: spaced("what was the score", frame.tail),
    "rate": lambda quantity, frame: spaced("what was the rate", frame.tail),
    "multiple": lambda quantity, frame: spaced("how many times as much was it", frame.tail),
}


# when, where


def _when(frame: Frame, label: str) -> str:
    if label in ("duration", "set"):
        return _circumstance("how long" if label == "duration" else "how often", frame)
    if label.startswith("long "):
        return _circumstance(f"how {label}", frame)  # "how long ago did he marry"
    if label.split() and label.split()[0] in table_of("questions")["bounds"]:
        return _circumstance(f"{label.split()[0]} what date", frame)
    if label.split():
        return f"what is the date of the {label.split()[0]}"
    if frame.claim.predicate.kind == "noun" and is_speech(predicate_class(frame.lemma, "noun")):
        return f"what is the date of {frame.event()}"
    return _circumstance("when", frame)


def _where(frame: Frame, label: str) -> str:
    return _circumstance("where", frame)


def _circumstance(word: str, frame: Frame) -> str:
    """ "when did X do Y", "where was the meeting of X"."""
    if frame.is_verb:
        return spaced(word, frame.clause() or f"did this happen: {told(frame.claim)}")
    if frame.claim.predicate.kind == "attribute":
        return spaced(word, _state(frame))
    return spaced(word, "is" if frame.claim.modality is Modality.PLANNED else "were" if _is_many(frame) else "was", frame.event())


def _state(frame: Frame) -> str:
    """ "is Mali the eighth-largest country": inverted, for after a question word."""
    kinds = [argument.text for argument in frame.claim.of(Facet.TYPE) if argument.span.touches(frame.claim.predicate.span)]
    words = kinds[0] if kinds and len(kinds[0]) < 60 else _with_preposition(frame.claim)
    subject = frame.subject or frame.object or "it"
    title, _, name = subject.rpartition(words + " ")
    return spaced("are" if is_plural(subject, frame.claim) else "is", subject if title or not name else name, words)


def _with_preposition(claim: Claim) -> str:
    """ "Counsellors were on hand" states no hand."""
    before = claim.text[: claim.predicate.span.start - claim.span.start].split()[-1:]
    said = claim.predicate.text
    return f"{before[0]} {said}" if before and before[0] in table_of("questions")["prepositions"].split() else said


def _is_many(frame: Frame) -> bool:
    return frame.claim.predicate.text.lower() == plural(frame.lemma) != frame.lemma


# who, what


def _who(frame: Frame, label: str) -> str:
    spoken = is_speech(predicate_class(frame.lemma, frame.claim.predicate.kind))
    word = "who" if spoken or _is_anybody(frame.claim.of(Facet.AGENT)) else "what"
    if frame.claim.predicate.kind == "attribute":
        return spaced(word, _state(_without(frame, subject="")).replace(" it ", " "))
    if not frame.is_verb:
        part = "took part in" if predicate_class(frame.lemma, "noun") in _MEETINGS else "was behind"
        return spaced(word, part, _without(frame, subject="").event())
    if frame.source:
        return spaced(word, frame.clause(), "from")
    return spaced(word, _finite(frame), frame.object, _to(frame), frame.tail)


def _what(frame: Frame, label: str) -> str:
    word = "who" if _is_anybody(frame.claim.of(Facet.PATIENT)) else "what"
    if not frame.is_verb:
        return spaced(word, "did", _without(frame, object="").event(), "concern")
    if not frame.object and frame.subject:  # "ten people died": the subject is what it happened to
        return spaced(word, _finite(frame), frame.tail)
    if frame.subject and word == "what":
        return spaced(word, frame.clause(without=Facet.PATIENT))
    by = f"by {frame.subject}" if frame.subject else ""
    return spaced(word, "is to be" if frame.claim.modality is Modality.PLANNED else "was", participle(frame.lemma), by, frame.tail)


def _to_whom(frame: Frame, label: str) -> str:
    if frame.is_verb and not frame.recipient:  # "Bamako received": the recipient is the subject
        return spaced("who", _finite(frame), frame.object or "it", frame.tail)
    if frame.is_verb and frame.clause():
        return spaced("to whom", frame.clause(without=Facet.RECIPIENT))
    return spaced("for whom was", _without(frame, recipient="").event())


def _which(frame: Frame, label: str) -> str:
    noun = label.split()[-1] if label.split() and label != "is" else ""
    if not noun or frame.claim.predicate.kind == "attribute":
        subject = frame.subject or frame.object
        return spaced("what", "are" if is_plural(subject, frame.claim) else "is", subject) if subject else f"what is told here: {told(frame.claim)}"
    named = plural(noun) if plural(noun) in frame.object.lower().split() else noun
    described = frame.is_verb and named in frame.object.lower().split()
    if described and frame.subject:
        return spaced(f"what kind of {named}", frame.clause(without=Facet.PATIENT))
    if described:
        return spaced(f"what kind of {named} {frame.being(frame.object)}", participle(frame.lemma), _to(frame), frame.tail)
    return f"which {noun} is meant"


def _whether(frame: Frame, label: str) -> str:
    if frame.is_verb:
        return frame.clause() or f"did this happen: {told(frame.claim)}"
    if frame.claim.predicate.kind == "attribute":
        return _state(frame) if frame.subject or frame.object else f"is it so: {told(frame.claim)}"
    event = frame.event()
    many = _is_many(frame)
    article = "any " if many or _is_uncounted(frame.lemma) else "an " if event[4:5].lower() in tuple("aeiou") else "a "
    return f"{'were' if many else 'was'} there {article}{event.removeprefix('the ')}"


def _is_uncounted(noun: str) -> bool:
    return noun.endswith(_UNCOUNTED) and noun not in table_of("questions")["counted"].split()


def _is_anybody(arguments: Sequence[Argument]) -> bool:
    """May "who" stand for it: for persons, groups, states and companies, not for a storm."""
    return not arguments or any(
        argument.name in ("PER", "ORG", "LOC") or argument.text.lower() in _PERSONS or is_group(argument.head) or is_person_noun(argument.head)
        for argument in arguments
    )


def _finite(frame: Frame) -> str:
    return {"will": f"will {frame.lemma}", "does": third_person(frame.lemma)}.get(frame.auxiliary, past(frame.lemma))


def _to(frame: Frame) -> str:
    return f"to {frame.recipient}" if frame.recipient else ""


def _without(frame: Frame, subject: str | None = None, object: str | None = None, recipient: str | None = None) -> Frame:
    """The frame with a participant left out: "" for the one that is asked for."""
    return replace(
        frame,
        subject=frame.subject if subject is None else subject,
        object=frame.object if object is None else object,
        recipient=frame.recipient if recipient is None else recipient,
    )


_ASKED: Mapping[Facet | None, Callable[[Frame, str], str]] = {
    None: _whether,
    Facet.QUANTITY: _how_many,
    Facet.TIME: _when,
    Facet.PLACE: _where,
    Facet.AGENT: _who,
    Facet.PATIENT: _what,
    Facet.RECIPIENT: _to_whom,
    Facet.TYPE: _which,
    Facet.POLARITY: _whether,
}
