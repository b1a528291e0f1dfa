"""Does a sentence now say the opposite, or say it more or less surely, or of somebody else?"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from crosscheck.extract.topics import predicate_class
from crosscheck.judge.changes_part import Part, changed, matched
from crosscheck.judge.circumstances import is_hedged, is_negated
from crosscheck.judge.names import bare, is_named, is_unspecific, one_entity
from crosscheck.judge.opposites import antonyms
from crosscheck.judge.verdicts import comparable, compare
from crosscheck.model.claim import Argument, Claim, Facet, Modality
from crosscheck.model.revision import Aspect, Change
from crosscheck.model.verdict import Finding, Statement, Verdict

ROLES = (Facet.AGENT, Facet.PATIENT, Facet.RECIPIENT, Facet.PLACE, Facet.TYPE)
MUCH = 55  # likeness of two clauses in percent, from which on one word of them was replaced; set on made-up versions
BEGINNING = 4  # letters by which two words are of one family
SPEECH = "statements"  # the topic of what is said: attributions tell what has changed there
_SURENESS = {
    Modality.ACTUAL: "a plain statement",
    Modality.ALLEGED: "hedged",
    Modality.POSSIBLE: "a possibility",
    Modality.PLANNED: "a plan",
    Modality.CONDITIONAL: "a condition",
}


def claim_changes(old: Part, new: Part) -> Iterator[Change]:
    """Of each pair of claims with one predicate, or with two that exclude each other."""
    pairs = matched(old.claims, new.claims, _likeness)
    turned = [(one, other) for one, other in pairs if _is_turned(one, other)]
    denied = any(one.attribution for pair in turned for one in pair)
    yield from (_polarity(*pair, old, new) for pair in turned if not (denied and _is_cue(pair[1], new)))
    for one, other in pairs:
        yield from _certainty(one, other, old, new)
        yield from _roles(one, other, old, new)
    yield from _events(pairs, old, new)


def _likeness(one: Claim, other: Claim) -> float:
    ones, others = one.predicate, other.predicate
    same = ones.lemma == others.lemma or antonyms(ones.lemma.casefold(), others.lemma.casefold()) or _one_class(one, other)
    return fuzz.token_sort_ratio(one.text, other.text) + (ones.lemma == others.lemma) if same and ones.kind == others.kind else 0.0


def _one_class(one: Claim, other: Claim) -> bool:
    kind = _class(one)
    return kind is not None and kind == _class(other)


def _class(claim: Claim) -> str | None:
    return predicate_class(claim.predicate.lemma.casefold(), claim.predicate.kind)


def _is_turned(one: Claim, other: Claim) -> bool:
    """Whether one says the opposite of the other; "did not reject" is not the opposite of "approved".

    A noun says too little of itself: in "denied negligence after a collapse" the collapse is not denied.
    """
    return one.predicate.kind == "verb" and (is_negated(one) != is_negated(other)) != antonyms(
        one.predicate.lemma.casefold(), other.predicate.lemma.casefold()
    )


def _is_cue(claim: Claim, part: Part) -> bool:
    """Whether it only says what a source does with another claim: of "denied that the tank held fuel" the tank is the news."""
    return any(one.cue is not None and one.cue.span.touches(claim.predicate.span) for one in part.attributions)


def _polarity(one: Claim, other: Claim, old: Part, new: Part) -> Change:
    left, right = Statement(Facet.POLARITY, one, old.article), Statement(Facet.POLARITY, other, new.article)
    sides = old.side(one.predicate.span), new.side(other.predicate.span)
    return changed(Aspect.POLARITY, *sides, compare(left, right), (_does(one), _does(other)))


def _does(claim: Claim) -> str:
    return f"{'not ' if is_negated(claim) else ''}{' '.join(claim.predicate.text.split())}"


def _certainty(one: Claim, other: Claim, old: Part, new: Part) -> Iterator[Change]:
    """Of verbs in clauses that are much the same: "charged with murder" is no hedged "murder"."""
    before, after = _sureness(one), _sureness(other)
    if before != after and one.predicate.kind == "verb" and _much_the_same(one, other):
        yield changed(Aspect.CERTAINTY, old.side(one.predicate.span), new.side(other.predicate.span), words=(before, after))


def _sureness(claim: Claim) -> str:
    return _SURENESS[Modality.ALLEGED if claim.modality is Modality.ACTUAL and is_hedged(claim) else claim.modality]


def _roles(one: Claim, other: Claim, old: Part, new: Part) -> Iterator[Change]:
    """Roles that one thing alone fills in each: two names that changed places, or two descriptions that exclude each other."""
    for facet in ROLES:
        ones, others = one.of(facet), other.of(facet)
        if len(ones) == len(others) == 1 and _has_changed(ones[0], others[0], old, new):
            left, right = Statement(facet, one, old.article, ones[0]), Statement(facet, other, new.article, others[0])
            finding = compare(left, right)
            if comparable(left, right) and (
                _excludes(finding) or (_is_of_another(finding, one, other) and not _counts(old, new, ones[0], others[0]))
            ):
                yield changed(Aspect(facet.value), old.side(ones[0].span), new.side(others[0].span), finding)


def _excludes(finding: Finding) -> bool:
    return finding.verdict is Verdict.CONTRADICTION and not finding.rule.endswith(".denied")


def _is_of_another(finding: Finding, one: Claim, other: Claim) -> bool:
    """Two descriptions of which nobody knows that they are of one thing, where all else is much the same ("rain fell", "snow fell")."""
    return finding.rule.endswith(".described") and SPEECH not in (*one.topics, *other.topics) and _much_the_same(one, other)


def _much_the_same(one: Claim, other: Claim) -> bool:
    return fuzz.token_sort_ratio(one.text, other.text) >= MUCH


def _counts(old: Part, new: Part, one: Argument, other: Argument) -> bool:
    """Whether a number is all or part of it, which is for numbers to tell."""
    pairs = ((one, old), (other, new))
    return any(argument.span.touches(quantity.span) for argument, part in pairs for quantity in part.quantities)


def _has_changed(one: Argument, other: Argument, old: Part, new: Part) -> bool:
    """Whether it is for the roles to tell: a name that is new or gone is told as a name."""
    if bare(one.text) == bare(other.text):
        return False
    if is_named(one) and is_named(other):
        return not one_entity(one, other) and any(one_entity(one, name) for name in new.names) and any(one_entity(other, name) for name in old.names)
    return not (is_named(one) or is_named(other) or is_unspecific(one) or is_unspecific(other) or _shares_a_word(one, other))


def _shares_a_word(one: Argument, other: Argument) -> bool:
    """ "The town's council" and "the council"; "flood" and "flooding" begin alike."""
    ones, others = bare(one.text).split(), bare(other.text).split()
    return any(a[:BEGINNING] == b[:BEGINNING] for a in ones for b in others)


def _events(pairs: list[tuple[Claim, Claim]], old: Part, new: Part) -> Iterator[Change]:
    """A verb that gave way to one of another known kind of event, where all else of the sentence is as it was."""
    left = [claim for claim in old.claims if _may_stand_for_event(claim) and claim not in [pair[0] for pair in pairs]]
    right = [claim for claim in new.claims if _may_stand_for_event(claim) and claim not in [pair[1] for pair in pairs]]
    if len(left) != 1 or len(right) != 1 or not (_class(left[0]) and _class(right[0]) and _much_the_same(left[0], right[0])):
        return
    if set(left[0].topics).isdisjoint(right[0].topics):
        yield changed(Aspect.EVENT, old.side(left[0].predicate.span), new.side(right[0].predicate.span))


def _may_stand_for_event(claim: Claim) -> bool:
    return claim.predicate.kind == "verb" and bool(claim.topics) and SPEECH not in claim.topics
