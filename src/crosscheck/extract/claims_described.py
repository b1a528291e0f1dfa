"""Which claim told before does a description go back to: "… two helicopters […] in March. The helicopters were Mi-35P"?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crosscheck.model.claim import Claim, Facet

_DEFINITE = ("the ", "these ", "those ", "this ", "both ")
_TAKING_PART = (Facet.AGENT, Facet.PATIENT)


def with_antecedents(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, those that describe something told before tied to it: "… two helicopters […] in March. The helicopters were Mi-35P"."""
    for position, claim in enumerate(claims):
        first = bisect_left(claims, claim.sentence - 2, hi=position, key=lambda one: one.sentence)
        antecedent = _antecedent(claim, claims[first:position]) if claim.predicate.kind == "attribute" else None
        yield replace(claim, about=antecedent.id) if antecedent else claim


def _antecedent(claim: Claim, earlier: Sequence[Claim]) -> Claim | None:
    """The last claim of the two sentences before that speaks of what the definite subject names."""
    subject = next((a for a in claim.of(Facet.AGENT) if a.text.lower().startswith(_DEFINITE) and not a.name), None)
    if subject is None:
        return None
    near = [c for c in earlier if claim.sentence - 2 <= c.sentence < claim.sentence]
    said = [(a.span, c.predicate.span, c) for c in near for a in c.arguments if a.facet in _TAKING_PART and a.head == subject.head]
    return max(said, key=lambda entry: entry[:2])[2] if said else None
