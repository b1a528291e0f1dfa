"""Whose attribute is it: who is 38, which ship has the crew of 23, which town is one of 24,000?"""

from __future__ import annotations

from crosscheck.extract.event_subjects import antecedent_of, subject_of
from crosscheck.extract.lexicon import words_of
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Quantity

WORDS = "attribute_words"
NEAR = 4  # tokens between a name and its age: "Rosa Diaz , aged 38", "Rosa Diaz , who is 38"


def owner_of_noun(sentence: Sentence, noun: Token) -> Token | None:
    """The noun of which another tells something: its possessor, what it stands in apposition to, what has it."""
    possessor = sentence.child(noun, "nmod:poss")
    if possessor is not None:
        return possessor
    above, case = sentence.head(noun), sentence.child(noun, "case")
    if noun.dep.startswith("appos") and above.pos in ("NOUN", "PROPN"):
        return above
    if above.pos in ("NOUN", "PROPN") and noun.dep.startswith("nmod") and case is not None and case.lower == "with":
        return above
    if above.pos != "VERB" or above.lemma not in words_of(WORDS, "having") or above.index > noun.index:
        return None
    return subject_of(sentence, above) if noun.dep == "obj" or (case is not None and case.lower == "with") else None


def person_of_age(sentence: Sentence, quantity: Quantity) -> Token | None:
    """The named person whose age a quantity is: the name right before or after it, or that of which it is said."""
    inside = [token for token in sentence if token.start < quantity.span.end and quantity.span.start < token.end]
    first, last = inside[0].index, inside[-1].index
    return _name_before(sentence, first) or _name_after(sentence, last) or _name_above(sentence, inside)


def _name_before(sentence: Sentence, first: int) -> Token | None:
    """ "Rosa Diaz, 38", "Rosa Diaz (38)", "Rosa Diaz, aged 38", "Rosa Diaz, a 38-year-old nurse"."""
    between = sentence.tokens[max(0, first - NEAR) : first]
    name = next((token for token in reversed(between) if token.name == "PER"), None)
    if name is None or not all(token.lower in words_of(WORDS, "before_age") for token in sentence.tokens[name.index + 1 : first]):
        return None
    return _top_of_name(sentence, name)


def _name_after(sentence: Sentence, last: int) -> Token | None:
    """ "38-year-old Rosa Diaz", "the 38-year-old actor Rosa Diaz", "Ninety-three years old, she went on"."""
    opening = sentence.tokens[last + 1 : last + 3]
    if (
        len(opening) == 2
        and opening[0].text == ","
        and _is_somebody(opening[1])
        and sentence.tokens[0].tag in ("CD", "JJ", "NNP", "NN")
        and last < NEAR + 2
    ):
        return _top_of_name(sentence, opening[1])
    for token in sentence.tokens[last + 1 : last + 1 + NEAR]:
        if token.name == "PER":
            return _top_of_name(sentence, token)
        if token.pos not in ("NOUN", "ADJ", "PROPN") and token.text != "-":
            return None
    return None


def _name_above(sentence: Sentence, inside: list[Token]) -> Token | None:
    """ "Rosa Diaz died at the age of 38", "Rosa Diaz is 38 years old", "Rosa Diaz, who will be 38 in May"."""
    indices = {token.index for token in inside}
    anchor = next((token for token in inside if token.head not in indices or token.head == token.index), inside[0])
    for above in (anchor, *sentence.ancestors(anchor)):
        subject = next((child for child in sentence.children(above, "nsubj") if child.index < inside[0].index), None)
        subject = antecedent_of(sentence, above, subject) if subject is not None else None
        if above.name == "PER" or (subject is not None and _is_somebody(subject)):
            return above if above.name == "PER" else subject
        if subject is not None or above.pos == "VERB":
            return None
    return None


def _is_somebody(token: Token) -> bool:
    return token.name == "PER" or token.lower in ("he", "she")


def _top_of_name(sentence: Sentence, token: Token) -> Token:
    """The token of a name that the others hang from."""
    while token.head != token.index and sentence.head(token).name == "PER" and token.dep in ("flat", "compound", "amod"):
        token = sentence.head(token)
    return token
