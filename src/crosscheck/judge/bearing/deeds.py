"""Do two statements tell one kind of deed, and is whoever did it told by a name?"""

from __future__ import annotations

from crosscheck.extract.predicates import predicate_class
from crosscheck.model.claim import Argument, Claim

NAME = 0.3  # weight of a word that is written with a capital for more than beginning a sentence


def is_one_kind(one: Claim, other: Claim) -> bool:
    """Whether two verbs are one, or for one kind of deed: "robbed", "mugged"."""
    if one.predicate.lemma == other.predicate.lemma:
        return True
    kind = predicate_class(one.predicate.lemma)
    return kind is not None and kind == predicate_class(other.predicate.lemma)


def is_name(argument: Argument) -> bool:
    return argument.text.split()[-1][:1].isupper()
