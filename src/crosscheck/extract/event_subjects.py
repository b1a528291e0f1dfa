"""Whose deed is a verb, or whom does it describe: its subject, the noun behind "who", the one that a participle hangs on?"""

from __future__ import annotations

from crosscheck.extract.lexicon import words_of
from crosscheck.language.tokens import Sentence, Token

NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "SYM", "X", "DET")


def subject_of(sentence: Sentence, verb: Token) -> Token | None:
    """Whoever does what the verb says, or whom it is done to; the noun behind a relative pronoun."""
    subject = sentence.child(verb, "nsubj")
    if subject is not None:
        return antecedent_of(sentence, verb, subject)
    return inherited_subject(sentence, verb) if verb.head != verb.index else None


def inherited_subject(sentence: Sentence, verb: Token) -> Token | None:
    """The subject that the verb shares with the one above it, or the noun that it describes."""
    head = sentence.head(verb)
    relation = verb.dep.partition(":")[0]
    if relation not in ("acl", "amod") and (described := noun_described(sentence, verb)) is not None:
        return described
    if relation in ("acl", "amod"):
        return head if head.pos in NOMINAL and verb.tag in ("VBN", "VBG", "VBD") else None
    if relation == "xcomp":
        return sentence.child(head, "obj") or subject_of(sentence, head)
    if relation in ("conj", "advcl"):
        return subject_of(sentence, head)
    return None


def noun_described(sentence: Sentence, verb: Token) -> Token | None:
    """The noun that a participle or relative clause describes: its head, or the noun right before a participle that hangs on the main verb."""
    head = sentence.head(verb)
    if verb.dep.startswith("acl"):
        return head if head.pos in NOMINAL else None
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
        if other.index < noun.index and other.pos in NOMINAL:
            if any(noun_described(sentence, token) == other for token in sentence.tokens[other.index : noun.index]):
                break
            found.append(other)
    return tuple(found)


def antecedent_of(sentence: Sentence, verb: Token, subject: Token) -> Token:
    """The noun behind a relative pronoun: "troops who took power", "it is Keita who is behind the order"."""
    if subject.lower not in ("who", "which", "that"):
        return subject
    if verb.dep.startswith("acl"):
        return nominal_above(sentence, verb) or subject
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


def nominal_above(sentence: Sentence, verb: Token) -> Token | None:
    head = sentence.head(verb)
    return head if head.pos in NOMINAL else None


def is_passive(sentence: Sentence, verb: Token) -> bool:
    if sentence.children(verb, "nsubj:pass", "aux:pass"):
        return True
    if verb.tag == "VBD" and not verb.dep.startswith("acl:relcl") and noun_described(sentence, verb) is not None:
        return not sentence.child(verb, "nsubj", "obj")  # "helicopters delivered in April", where the participle was read as a past tense
    if verb.tag in ("VBN", "VBD") and verb.dep in ("root", "conj", "parataxis") and _is_short_passive(sentence, verb):
        return True
    if verb.tag == "VBN" and verb.dep == "conj" and not sentence.child(verb, "nsubj", "aux", "cop"):
        return is_passive(sentence, sentence.head(verb))  # "was questioned and released": the auxiliary stands once
    return verb.tag == "VBN" and verb.dep in ("acl", "amod", "advcl") and not sentence.child(verb, "aux")


def _is_short_passive(sentence: Sentence, verb: Token) -> bool:
    """A headline's passive without its auxiliary: "Minister sacked over bribes"; what happened by itself is told in the present there."""
    if sentence.child(verb, "obj", "aux", "ccomp", "xcomp") or sentence.tokens[-1].text in '.!?"”':
        return False
    return verb.lemma in words_of("event_verbs", "headline_passives")
