"""Which clauses does a sentence hold up only to say that nothing bears them out ("no evidence that"), or that they are false ("a hoax that")?

Read from the words around the clause more than from the tree, which hangs such clauses in many ways. Words live in data/lexicon/event_verbs.toml.
"""

from __future__ import annotations

from crosscheck.extract.lexicon import words_of
from crosscheck.language.tokens import Sentence, Token

_LONGEST = 12  # tokens of a clause up to its verb
_NEAR = 5  # tokens before the noun or verb that a clause hangs on among which it is negated
_BEHIND = 14  # tokens behind a clause up to the verb that calls it false
_CALLED = 6  # tokens behind that verb among which it does
_TENSED = ("VBD", "VBZ", "VBP", "MD")
_NOT = ("not", "n't", "n’t", "never")


def is_borne_out_by_nothing(sentence: Sentence, node: Token) -> bool:
    """ "No evidence that he left", "it has not been confirmed that he left", "little to suggest that he left"."""
    holder = _holder(sentence, node)
    if holder is None:
        return False
    before = {token.lower for token in sentence.tokens[max(0, holder.index - _NEAR) : holder.index]}
    if holder.lemma.lower() in words_of("event_verbs", "evidence"):
        above = sentence.head(holder)
        negated = any(child.lower in _NOT for child in sentence.children(above, "advmod"))
        return negated or not before.isdisjoint(words_of("event_verbs", "lacking"))
    if holder.lemma.lower() in words_of("event_verbs", "confirming"):
        return not before.isdisjoint((*_NOT, *words_of("event_verbs", "lacking")))
    return "reason" in before and "no" in before and holder.lemma.lower() in ("think", "believe", "suspect", "doubt")


def is_refuted(sentence: Sentence, node: Token) -> bool:
    """ "It is not true that he left", "the story that he left is a hoax", "a fake report said that he left", "was falsely accused of leaving"."""
    holder = _holder(sentence, node)
    if holder is not None and (_is_called_false(sentence, holder) or _turns_out_false(sentence, holder, node)):
        return True
    teller = sentence.head(node)
    if node.dep not in ("ccomp", "xcomp", "advcl", "acl") or teller.index >= node.index:
        return False
    subject = sentence.child(teller, "nsubj")
    said = (*sentence.children(teller, "advmod"), *((subject, *sentence.children(subject, "amod", "compound")) if subject is not None else ()))
    if node.dep == "ccomp" or any(mark.lower == "of" for mark in sentence.children(node, "mark")):
        return any(_is_false(word) for word in said)
    return False


def _holder(sentence: Sentence, node: Token) -> Token | None:
    """The word right before the clause: "evidence" in "no evidence that he left"."""
    opening = _opening(sentence, node)
    return sentence.tokens[opening - 1] if opening else None


def _opening(sentence: Sentence, node: Token) -> int | None:
    """Where the clause begins: at its "that", else at its first word where it says more of a noun; None where another verb stands between."""
    for at in range(node.index - 1, max(-1, node.index - _LONGEST), -1):
        token = sentence.tokens[at]
        if token.lower == "that" and token.tag in ("IN", "WDT"):
            return at
        if token.text in (",", ";", ":") or (token.tag in _TENSED and token.head != node.index):
            return None
        if node.dep.startswith("acl") and at + 1 < node.index and token.index == node.head:
            return at + 1
    return None


def _is_called_false(sentence: Sentence, holder: Token) -> bool:
    """ "It is false that", "it is not true that"."""
    before = sentence.tokens[max(0, holder.index - _NEAR) : holder.index]
    if not any(token.lemma.lower() == "be" for token in before):
        return False
    negated = any(token.lower in _NOT for token in before)
    return (_is_false(holder) and not negated) or (holder.lower in words_of("event_verbs", "truths") and negated)


def _turns_out_false(sentence: Sentence, holder: Token, node: Token) -> bool:
    """ "The rumour that he had left proved untrue"."""
    if holder.lemma.lower() not in words_of("event_verbs", "stories"):
        return False
    rest = sentence.tokens[node.index + 1 : node.index + 1 + _BEHIND]
    for at, token in enumerate(rest):
        if token.text in (";", ".", ","):
            return False
        if token.lemma.lower().partition(" ")[0] in ("be", "prove", "turn") and token.head != node.index:
            told = rest[at + 1 : at + 1 + _CALLED]
            negated = any(word.lower in _NOT for word in told)
            return any((_is_false(word) and not negated) or (negated and word.lower in words_of("event_verbs", "truths")) for word in told)
    return False


def _is_false(word: Token) -> bool:
    return word.lower in words_of("event_verbs", "falsehoods") or word.lemma.lower() in words_of("event_verbs", "falsehoods")
