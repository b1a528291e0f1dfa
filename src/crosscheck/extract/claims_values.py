"""Which clause does a number or a time stand in?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from crosscheck.extract.event import Event, owner_of
from crosscheck.extract.event_subjects import described_with, noun_described
from crosscheck.extract.lexicon import words_of
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Span, Time

_COUNTED = ("obj", "nsubj:pass")
_ATTACHED = ("amod", "compound", "nummod", "nmod:poss", "nmod:desc", "flat")


def homes_of(events: Iterable[Event]) -> dict[int, Event]:
    """Whose clause each token heads: that of the event which stands there, or which fills it."""
    homes: dict[int, Event] = {}
    for event in events:
        homes.setdefault(event.frame.index, event)
    for event in events:
        homes[event.token.index] = event
    return homes


def belongs(sentence: Sentence, span: Span, event: Event, homes: dict[int, Event]) -> bool:
    """Whether the value at the span is one of the event's: it stands in its clause, or counts what it is done to or describes."""
    anchor = _anchor(sentence, span)
    if anchor is None:
        return False
    owner = owner_of(sentence, anchor, homes)
    if owner is not None and (owner.token.index == event.token.index or _lends(owner, event)):
        return True
    return _counts_object(sentence, anchor, event) or _describes(sentence, anchor, event)


def _counts_object(sentence: Sentence, anchor: Token, event: Event) -> bool:
    """Does the number count what the verb is done to, where that is an event as well ("missed nine games", "won 12 races")?"""
    counted = sentence.head(anchor)
    return anchor.dep == "nummod" and event.kind == "verb" and counted.dep in _COUNTED and counted.head == event.token.index


def _lends(verb: Event, noun: Event) -> bool:
    """What dates the verb dates the event that it brings in: "has seen two coups since 2020"."""
    return noun.frame != noun.token and verb.token.index == noun.frame.index


def dates_after(sentence: Sentence, event: Event, times: Sequence[Time]) -> tuple[Time, ...]:
    """The dates that stand right after an event noun, and those listed with them, wherever the parser hangs them: "coups in May and June"."""
    if event.kind != "noun":
        return ()
    end, found = event.token.end, list[Time]()
    for time in sorted(times, key=lambda t: t.span):
        between = [token.lower for token in sentence if end <= token.start < time.span.start]
        if time.span.start < end:
            continue
        if set(between) - {"in", "on", "and", ","} or (not found and between[:1] not in (["in"], ["on"])):
            break
        found.append(time)
        end = time.span.end
    return tuple(found)


def _anchor(sentence: Sentence, span: Span) -> Token | None:
    """The token of the span that the others hang from."""
    inside = sentence.touching(*span)
    indices = {token.index for token in inside}
    return next((token for token in inside if token.head not in indices or token.head == token.index), None)


def _describes(sentence: Sentence, anchor: Token, event: Event) -> bool:
    """Does a participle or relative clause tell of the very noun that is counted ("two helicopters delivered in March")?"""
    frame = event.frame
    described = noun_described(sentence, frame)
    if anchor.dep != "nummod" or described is None:
        return False
    return anchor.head in (described.index, *(noun.index for noun in described_with(sentence, frame, described)))


def dated(sentence: Sentence, time: Time, homes: dict[int, Event]) -> Time:
    """The time, marked with what it dates when that is not the event: the noun it describes ("the 2020 report"), or "since", "until"."""
    anchor = _anchor(sentence, time.span)
    if anchor is None:
        return time
    case = next((token.lower for token in sentence.children(anchor, "case", "mark") if token.lower in words_of("time_bounds", "cases")), None)
    if case is not None and time.type in ("DATE", "TIME"):
        return replace(time, of=case)
    if anchor.index in homes or anchor.dep not in _ATTACHED:
        return time
    noun = sentence.head(anchor)
    return time if noun.index in homes or noun.pos not in ("NOUN", "PROPN") else replace(time, of=noun.lemma.lower())
