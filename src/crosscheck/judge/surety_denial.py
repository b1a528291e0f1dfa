"""Does one statement really deny what the other says?"""

from __future__ import annotations

from crosscheck.align.similarity import Similarity
from crosscheck.extract.lexicon import words_of
from crosscheck.judge.circumstances import is_negated, sentence_of
from crosscheck.judge.lexicon import words
from crosscheck.judge.names import is_pronoun, one_entity, shares_a_name
from crosscheck.judge.surety_evidence import ONCE, SURE, TIMES, besides, is_twin
from crosscheck.judge.surety_leaves import are_of_two_doers, has_another, leaves_as_it_is, names_nobody
from crosscheck.model.claim import Argument, Attribution, Claim, Facet, Modality, Stance
from crosscheck.model.verdict import Finding, Statement

NEAR = 40  # code points before a predicate of which the words are read
BETWEEN = 2  # words up to a noun among which a possessive may stand ("his supposed retirement")
TOLD_ONCE = 0.5  # of a plan each report tells at most twice
SUBJECT = 3  # words up to a verb among which the word that opens its clause may stand ("before the mayor opens")


def is_denial(left: Statement, right: Statement, finding: Finding, link: Similarity) -> bool:
    """Whether the one really denies what the other says.

    That somebody denies in so many words what another says of the same name says enough by itself. A plain negation must be the only one in
    both sentences: "no injuries" and "there were no reports of injuries" are at one, whichever of the two was read as affirmed.
    """
    if left.claim.predicate.text.casefold() in words("surety", "prepositions"):
        return False
    if left.facet is not Facet.POLARITY:
        return _is_named(left) and (denies_in_words(left) or denies_in_words(right) or _negates_alone(left, right))
    if finding.rule == "polarity.antonym":
        return is_twin(left, right, link) or _are_opposites(left, right, link)
    if leaves_as_it_is(left, right) or (not is_twin(left, right, link) and has_another(left, right)):
        return False
    if denies_in_words(left) or denies_in_words(right):
        return besides(left, link) >= SURE and link.part("predicate") >= 1 and _one_concern(left.claim, right.claim)
    if link.part("lemma") < 1 or not _same_things(left, right):
        return False
    if is_twin(left, right, link):
        return _negatives(left) != _negatives(right)
    if _are_plans_for_one(left.claim, right.claim, link):
        return besides(left, link) >= ONCE and _negates_alone(left, right)
    if names_nobody(left.claim, right.claim):
        return False
    return besides(left, link) >= SURE and _negates_alone(left, right) and _share_all(left.claim, right.claim)


def _are_plans_for_one(left: Claim, right: Claim, link: Similarity) -> bool:
    """ "The mill would be closed", "there were no plans to close the mill": both are of one thing, and neither names another doer."""
    if left.modality is not Modality.PLANNED or right.modality is not Modality.PLANNED or link.part("patient") < 1:
        return False
    ones, others = left.of(Facet.AGENT), right.of(Facet.AGENT)
    return link.part("told_once") >= TOLD_ONCE and not (ones and others and not _share(ones, others))


def _are_opposites(left: Statement, right: Statement, link: Similarity) -> bool:
    """Nouns are left out: the "victory" of a report and the "defeat" of another are mostly one, told of two sides."""
    verbs = left.claim.predicate.kind == right.claim.predicate.kind == "verb"
    return verbs and besides(left, link) >= TIMES and _share_all(left.claim, right.claim)


def _negates_alone(left: Statement, right: Statement) -> bool:
    """Whether one of the two sentences has a negation, and neither a further word that may turn it round."""
    negated, affirmed = (left, right) if is_negated(left.claim) else (right, left)
    if _is_possessed(negated) or _is_subordinate(affirmed):
        return False
    return bool(_negatives(negated)) and not (_negatives(affirmed) or _nearly(affirmed) or _nearly(negated))


def _is_possessed(statement: Statement) -> bool:
    """ "Did not mention his defeat" takes the defeat for granted."""
    return statement.claim.predicate.kind == "noun" and any(word in words("surety", "possessives") for word in _before(statement)[-BETWEEN:])


def _is_subordinate(statement: Statement) -> bool:
    """ "The gate must be shut before he opens the valve" does not say that he did."""
    return any(word in words("surety", "subordinators") for word in _before(statement)[-SUBJECT:])


def _before(statement: Statement) -> list[str]:
    """The words right before the predicate."""
    at = statement.claim.predicate.span.start
    return statement.article.text[max(0, at - NEAR) : at].casefold().split()


def denies_in_words(statement: Statement) -> bool:
    """Whether a source denies just this by a word for denying.

    "Denied negligence following a collapse" takes the collapse for granted, and "dismissed such fears, the agency reported" denies no report.
    """
    if "statements" in statement.claim.topics:
        return False
    return any(one.stance is Stance.DENIES and _is_plain(one, statement) and _is_content(one, statement) for one in statement.claim.attribution)


def _is_content(attribution: Attribution, statement: Statement) -> bool:
    predicate = statement.claim.predicate
    if predicate.kind != "noun" or not attribution.content:
        return True
    between = statement.article.text[attribution.content[0].start : predicate.span.start].casefold().split()
    return words("surety", "presupposing").isdisjoint(between)


def _is_plain(attribution: Attribution, statement: Statement) -> bool:
    if attribution.cue is None:
        return False
    after = statement.article.text[attribution.cue.span.end : attribution.cue.span.end + 10].casefold().split()[:1]
    denies = any(word.startswith(tuple(words("surety", "denials"))) for word in attribution.cue.text.casefold().split())
    return denies and words("surety", "disputed").isdisjoint(after)


def _is_named(statement: Statement) -> bool:
    value = statement.value
    return isinstance(value, Argument) and bool(value.entity or value.name) and not is_pronoun(value.text)


def _negatives(statement: Statement) -> int:
    """How many words negate in its sentence; "it is false that" is one."""
    return sum(word in words("surety", "negatives") or word in words_of("event_verbs", "falsehoods") for word in _words(statement))


def _nearly(statement: Statement) -> bool:
    return any(word in words("surety", "near_negatives") for word in _words(statement))


def _words(statement: Statement) -> list[str]:
    return [word.strip("'\"‘“”`*") for word in sentence_of(statement).replace(",", " ").split()]


def _same_things(left: Statement, right: Statement) -> bool:
    """Whether each sentence has the names that the other gives for what it concerns ("enrolled at Elmwood", "never enrolled at Oakdale")."""
    return all(name in sentence_of(other) for one, other in ((left, right), (right, left)) for name in _proper(one.claim))


def _proper(claim: Claim) -> frozenset[str]:
    said = " ".join(argument.text for argument in claim.arguments if argument.facet in (Facet.PATIENT, Facet.RECIPIENT, Facet.PLACE)).split()
    return frozenset(word.strip(",.;:'\"“”’()").casefold() for word in said if word[:1].isupper() and len(word) > 3)


def _share_all(left: Claim, right: Claim) -> bool:
    """Whether both name the same in every role, and neither names what the other leaves out."""
    return all(_share(left.of(facet), right.of(facet)) for facet in (Facet.AGENT, Facet.PATIENT, Facet.RECIPIENT))


def _share(ones: tuple[Argument, ...], others: tuple[Argument, ...]) -> bool:
    if not ones and not others:
        return True
    return any(_is_one(one, other) for one in ones for other in others)


def _is_one(one: Argument, other: Argument) -> bool:
    return one_entity(one, other) or shares_a_name(one, other) or one.head.casefold() == other.head.casefold()


def _one_concern(left: Claim, right: Claim) -> bool:
    """Whether neither says that it concerns something else than the other does."""
    ones, others = left.of(Facet.PATIENT), right.of(Facet.PATIENT)
    return (not (ones and others) or _share(ones, others)) and not are_of_two_doers(left, right)
