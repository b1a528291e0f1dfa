"""What speaks for one event besides the values that two statements are compared by?"""

from __future__ import annotations

from crosscheck.align.similarity import Similarity
from crosscheck.judge.scope import ALIKE, alike
from crosscheck.model.claim import Facet
from crosscheck.model.verdict import Statement

# Likelihoods of a link without the vote of the facet compared. Set on ten stories of the training topics of ECB+ marked fact by fact, and by reading
# all that was called on the other training topics and on MEANTIME: lower ones find more and call more that is of two things.
SURE = 0.5
TIMES = 0.7  # dates tell two events of a kind apart better than anything else
ONCE = 0.3  # enough where each article tells once of such an act of one doer, and for two clock times of such an act


def besides(statement: Statement, link: Similarity | None) -> float:
    """What speaks for one event besides the facet compared."""
    return link.without("numbers" if statement.facet is Facet.QUANTITY else statement.facet.value) if link else 0.0


def is_twin(left: Statement, right: Statement, link: Similarity) -> bool:
    """Whether one claim is the other but for a value; "at the age of 41" and "at the age of 7" are so short that their sentences must be alike."""
    kinds = {left.claim.predicate.kind, right.claim.predicate.kind}
    return link.twin and (kinds != {"attribute"} or alike(left.claim, right.claim) >= ALIKE)


def same_text(left: Statement, right: Statement) -> bool:
    return left.value is not None and right.value is not None and left.value.text.casefold() == right.value.text.casefold()


def spaced(sentence: str) -> str:
    return " ".join("".join(letter if letter.isalnum() or letter in "$£€%.," else " " for letter in sentence).replace(", ", " ").split())
