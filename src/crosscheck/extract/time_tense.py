"""Does the sentence speak of a time that is past or still to come?

A weekday or a month without a year is the last one in "was killed on Tuesday" and the next one in "will meet on Tuesday". With a parse the verb
above the expression decides; without one the words of its clause do.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from crosscheck.extract.time_lexer import context
from crosscheck.language.tokens import Sentence, Token


class Tense(StrEnum):
    """How sure the words are that a time is past or to come; UNKNOWN where neither the verb nor the clause tells."""

    PAST = "past"
    LIKELY_PAST = "likely past"
    UNKNOWN = "unknown"
    LIKELY_FUTURE = "likely future"
    FUTURE = "future"


_LIKELY = {Tense.PAST: Tense.LIKELY_PAST, Tense.FUTURE: Tense.LIKELY_FUTURE}
_NOMINAL = ("compound", "amod", "nmod", "nummod", "det")


def tense_at(sentence: Sentence, start: int, end: int) -> Tense:
    """The tense of what the words `[start, end)` of the article date."""
    inside = [token for token in sentence.tokens if token.start < end and start < token.end]
    if not inside:
        return Tense.UNKNOWN
    near = _close_cue(sentence.tokens, inside[0].index, inside[-1].index + 1)
    if near is not Tense.UNKNOWN:
        return near
    if not any(token.tag for token in sentence.tokens):
        return _by_words(sentence.tokens, inside[0].index, inside[-1].index + 1)
    return _by_tree(sentence, inside)


def _close_cue(tokens: Sequence[Token], first: int, last: int) -> Tense:
    """Words that look ahead or back whatever the verb: "due Friday", "as early as Tuesday", "the Tuesday deadline", "since Jan. 13"."""
    before = [token.lower for token in tokens[max(0, first - 3) : first]]
    after = tokens[last].lower if last < len(tokens) else ""
    if "since" in before[-2:]:
        return Tense.PAST
    if before == ["until"]:
        return Tense.UNKNOWN  # "Until Monday, she had not asked for a lawyer"
    if before[-1:] in (["by"], ["through"]):
        return Tense.LIKELY_FUTURE
    if before[-2:] in (["early", "as"], ["soon", "as"]):
        return Tense.FUTURE
    cause = before[-2:] == ["due", "to"] or before[-3:-1] == ["due", "to"]
    ahead = any(word in context("ahead") and not (word == "due" and cause) for word in before)
    if not ahead:
        return Tense.LIKELY_FUTURE if after == "deadline" else Tense.UNKNOWN
    earlier = {token.lower for token in tokens[max(0, first - 8) : first]}
    return Tense.LIKELY_FUTURE if earlier & {"was", "were", "had", "been"} else Tense.FUTURE  # "had been due to end on Monday"


def _by_tree(sentence: Sentence, inside: Sequence[Token]) -> Tense:
    indexes = {token.index for token in inside}
    top = next((token for token in inside if token.head not in indexes or token.head == token.index), inside[0])
    nominal = top.dep.partition(":")[0] in _NOMINAL and sentence.head(top).pos in ("NOUN", "PROPN")
    for token in (top, *sentence.ancestors(top)):
        if token.pos in ("VERB", "AUX") or sentence.child(token, "cop"):
            found = _of_verb(sentence, token)
            if found is not Tense.UNKNOWN:
                sure = not nominal or (found is Tense.PAST and _is_subject(sentence, top))
                return found if sure else _LIKELY.get(found, found)  # "seek a way past Wednesday's verdict"
    return Tense.UNKNOWN


def _is_subject(sentence: Sentence, top: Token) -> bool:
    """Is it what a verb is said of ("Monday's vote was rigged"), or part of a time ("the early hours of Monday")?"""
    noun = sentence.head(top)
    return noun.dep.startswith("nsubj") or noun.lower in context("hours")


def _of_verb(sentence: Sentence, verb: Token) -> Tense:
    helpers = {child.lower for child in sentence.children(verb, "aux", "cop")}
    if helpers & context("will"):
        return Tense.FUTURE
    if helpers & context("would") or (verb.tag != "VBG" and "to" in {child.lower for child in sentence.children(verb, "mark")}):
        return Tense.LIKELY_FUTURE
    if verb.lemma in context("forward_verb"):
        return Tense.FUTURE if verb.tag in ("VB", "VBP", "VBZ") or helpers & {"is", "are"} else Tense.LIKELY_FUTURE
    if verb.tag == "VBN" and verb.lemma in context("forward_passive") and helpers & {"is", "are"}:
        return Tense.FUTURE
    if verb.tag in ("VBP", "VBZ") and verb.lemma in context("timetable_verb"):
        return Tense.FUTURE  # "the school opens on Monday"
    if helpers & context("was") or verb.tag == "VBD":
        return Tense.PAST
    if verb.tag == "VBG" and helpers & {"is", "are", "am", "'re", "'s", "’re", "’s"}:
        return Tense.FUTURE
    return Tense.PAST if verb.tag == "VBN" and not helpers else Tense.UNKNOWN


def _by_words(tokens: Sequence[Token], first: int, last: int) -> Tense:
    """Looks back to the beginning of the clause, then ahead to its end."""
    for token in (*reversed(tokens[max(0, first - 12) : first]), *tokens[last : last + 12]):
        word = token.lower
        if word in context("will") or (word in context("ahead") and word != "due"):
            return Tense.FUTURE
        if word in context("would"):
            return Tense.LIKELY_FUTURE
        if word in context("was") or (len(word) > 4 and word.endswith("ed")):
            return Tense.PAST
    return Tense.UNKNOWN
