"""Is a verb of speech or thought nobody's: an order to the reader, a question put to him, a purpose that was not reached?"""

from __future__ import annotations

from crosscheck.extract.attribution_sources import could_say
from crosscheck.language.tokens import Sentence, Token

_NEAR = 4  # words in front of a verb among which its clause must have begun: "now please ask yourself"


def is_nobodys(sentence: Sentence, verb: Token, source: Token | None, frame: str) -> bool:
    """ "It is hard to say", "say it rains", "do you know that", "a means of spreading doubts": nobody has said or thought so."""
    if source is None:
        return verb.tag == "VB" and frame != ""
    if source.lower == "you":
        return frame == "clause" and (sentence.tokens[-1].text == "?" or sentence.child(verb, "ccomp") is None or verb.tag == "VB")
    if verb.tag == "VBG" and source.index == verb.head and source.pos == "NOUN":
        mark = sentence.child(verb, "mark")
        return mark is not None and mark.lower in ("of", "for") and not could_say(source)
    return _is_imperative(sentence, verb)


def _is_imperative(sentence: Sentence, verb: Token) -> bool:
    """ "Ask yourself which …", "say they come", "let us say": a base form that opens its clause."""
    if verb.tag != "VB" or sentence.headline or sentence.child(verb, "aux", "mark", "cop") is not None:
        return False
    near = sentence.tokens[max(0, verb.index - _NEAR) : verb.index]
    before = [token for token in near if token.pos not in ("ADV", "INTJ")]
    if not before or before[-1].pos in ("PUNCT", "CCONJ"):
        return True
    return before[-1].lower in ("'s", "’s", "us") and len(before) > 1 and before[-2].lower == "let"
