"""Which clauses only seem to say that something was done, or only seem to negate it: questions, conditions, fears, wishes and turns of phrase?

Read from the tree, like extract/event_mood.py, which asks. Words live in data/lexicon/event_verbs.toml.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from crosscheck.extract.lexicon import words_of
from crosscheck.language.tokens import Sentence, Token

_DEEPEST = 4  # clauses within clauses that are climbed
_TALK = 6  # tokens before a gerund with a subject of its own among which a noun for talk stands
_NEAR = 3  # tokens before a gerund among which the "of" that governs it stands, or "rather" before "than"
_ENDS = ("?", ".", "!", ";", "...", "…")


def is_in_question(sentence: Sentence, node: Token) -> bool:
    """ "It is unclear whether doctors are able to test", "if he meant that all may stay", "Are they ill?", "Who says that they are ill?"."""
    clauses = list(_clauses_above(sentence, node))
    return any(_has_if(sentence, clause) for clause in clauses) or _is_asked(sentence, clauses)


def _clauses_above(sentence: Sentence, node: Token) -> Iterator[Token]:
    """The clause, and those of which it is a part that is not taken for granted ("knew that the ship had sunk")."""
    above = sentence.head(node)
    for _ in range(_DEEPEST):
        if node.dep == "ccomp" and above.lemma.lower() in words_of("event_verbs", "factive"):
            return
        yield node
        infinitive = node.tag == "VB" and any(mark.lower == "to" for mark in sentence.children(node, "mark", "case"))
        if above.index == node.index or not (infinitive or node.dep in ("xcomp", "ccomp", "csubj")):
            return
        node, above = above, sentence.head(above)


def _has_if(sentence: Sentence, clause: Token) -> bool:
    return any(mark.lower in words_of("event_verbs", "conditional_marks") for mark in sentence.children(clause, "mark"))


def hangs_on_an_if(sentence: Sentence, clause: Token) -> bool:
    """ "If the vote stands, the firm has a future": what is so only then. "Even if", "as if" and an if that comes last say less."""
    main = sentence.head(clause) if clause.dep == "ccomp" and sentence.head(clause).pos != "VERB" else clause
    for condition in sentence.children(main, "advcl"):
        mark = next((mark for mark in sentence.children(condition, "mark") if mark.lower == "if"), None)
        if mark is not None and condition.index < main.index:
            return mark.index == 0 or sentence.tokens[mark.index - 1].lower not in ("even", "as", "only")
    return False


def _is_asked(sentence: Sentence, clauses: Sequence[Token]) -> bool:
    """Whether it is asked if it is so; why, when and by whom a thing was done is asked of what was done."""
    if not clauses or clauses[0].dep not in ("root", "conj", "ccomp", "xcomp", "csubj", "parataxis"):
        return False
    end = next((token for token in sentence.tokens[clauses[0].index :] if token.text in _ENDS), None)
    if end is None or end.text != "?":
        return False
    return not any(_asks_for_more(sentence, clause) for clause in clauses)


def _asks_for_more(sentence: Sentence, clause: Token) -> bool:
    """Whether one of the words before it asks who, what or when; "who says that they are ill?" asks whether they are."""
    start = next((token.index + 1 for token in reversed(sentence.tokens[: clause.index]) if token.text in _ENDS), 0)
    before = sentence.tokens[start : clause.index]
    asking = [token for token in before if token.lower in words_of("event_verbs", "asking")]
    return any(sentence.tokens[word.index + 1].lemma.lower() not in words_of("event_verbs", "raising") for word in asking)


def is_unrealised(sentence: Sentence, node: Token) -> bool:
    """ "Is wary of entering", "the risk of losing", "the power to hold him": a gerund or an infinitive of which nothing says that it was done."""
    if node.tag in ("VBZ", "VBP") and any(mark.lower in ("before", "until", "till") for mark in sentence.children(node, "mark")):
        return True  # "must be shut before he opens the valve"
    if node.tag != "VBG":
        return _is_unrealised_infinitive(sentence, node)
    if _is_talked_of(sentence, node):
        return True
    of = next((mark for mark in sentence.children(node, "mark", "case") if mark.index < node.index), None)
    if of is None or of.index == 0 or of.index < node.index - _NEAR:
        return False
    return any(word.lemma.lower() in words_of("event_verbs", "unrealised") for word in (sentence.tokens[of.index - 1], sentence.head(node)))


def _is_talked_of(sentence: Sentence, node: Token) -> bool:
    """ "His comments on animals going to heaven", "talk of prices rising"."""
    near = sentence.tokens[max(0, node.index - _TALK) : node.index]
    talked = (word for word, of in pairwise(near) if of.lower in ("on", "about", "of", "over") and of.index < node.index - 1)
    return any(word.lemma.lower() in words_of("event_verbs", "talk") for word in talked)


def _is_unrealised_infinitive(sentence: Sentence, node: Token) -> bool:
    to = next((mark for mark in sentence.children(node, "mark", "case") if mark.lower == "to"), None)
    if to is None or to.index == 0:
        return False
    if node.dep == "csubj" and any(child.lower in ("would", "could", "might") for child in sentence.children(sentence.head(node), "aux")):
        return True  # "it would be a mistake to close the mill"
    return any(word.lemma.lower() in words_of("event_verbs", "unrealised_to") for word in (sentence.tokens[to.index - 1], sentence.head(node)))


def is_left_undone(sentence: Sentence, node: Token) -> bool:
    """ "Left instead of waiting", "rather than sign": it was not done; and "did not manage to win"."""
    before = [token.lower for token in sentence.tokens[max(0, node.index - _NEAR) : node.index]]
    if node.pos == "VERB" and any(pair in pairwise(before) for pair in (("instead", "of"), ("rather", "than"), ("short", "of"), ("far", "from"))):
        return True
    above = sentence.head(node)
    return node.dep == "xcomp" and above.lemma.lower() in words_of("event_verbs", "implicative") and _is_negated(sentence, above)


def is_purpose_of_nothing(sentence: Sentence, node: Token) -> bool:
    """ "Never came to fetch it", "did not stay to watch": what for is told, and not that it was done."""
    to = next((mark for mark in sentence.children(node, "mark") if mark.lower == "to"), None)
    above = sentence.head(node)
    is_of_itself = above.lemma.lower() in words_of("event_verbs", "implicative")
    return to is not None and node.dep in ("advcl", "xcomp") and _is_negated(sentence, above) and not is_of_itself


def is_no_longer(sentence: Sentence, adverb: Token) -> bool:
    """ "No longer wants to stay"."""
    return adverb.lower == "longer" and adverb.index > 0 and sentence.tokens[adverb.index - 1].lower == "no"


def is_unsurpassed(sentence: Sentence, token: Token) -> bool:
    """ "Could not be happier", "cannot agree more": nothing is negated."""
    more = token.tag in ("JJR", "RBR") or any(child.lower in ("more", "better", "less") for child in sentence.children(token, "advmod", "obj"))
    able = any(child.lower in ("could", "can", "ca") for child in sentence.children(token, "aux"))
    return more and able and not any(child.lower == "than" for part in sentence.children(token) for child in (part, *sentence.children(part)))


def _is_negated(sentence: Sentence, verb: Token) -> bool:
    return any(child.lower in ("not", "n't", "n’t", "never") for child in sentence.children(verb, "advmod"))
