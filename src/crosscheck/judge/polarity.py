"""Does one claim say that it is so, and the other that it is not?"""

from __future__ import annotations

from crosscheck.align.twins import words_in
from crosscheck.extract.lexicon import words_of
from crosscheck.extract.topics import predicate_class
from crosscheck.judge import ladder
from crosscheck.judge.circumstances import (
    capitalised,
    cue,
    denial,
    denied_by,
    is_done,
    is_negated,
    is_open,
    opposed,
    plain,
    same_words,
    speaker,
    told_by,
)
from crosscheck.judge.exchanged import exchanged, sentence_around
from crosscheck.judge.lexicon import words
from crosscheck.judge.names import is_named, is_unspecific, one_entity, shares_a_name
from crosscheck.judge.opposites import antonyms, opposite
from crosscheck.judge.scope import ALIKE, akin, alike, apart
from crosscheck.model.claim import Argument, Claim, Facet, Modality, Span
from crosscheck.model.verdict import Finding, Rule, Statement, Verdict

CLAUSE = 60  # code points of a clause that is shown in place of its predicate
NEXT = 24  # code points after a predicate in which the next word stands


def compare(left: Statement, right: Statement) -> Finding:
    """What the first rule says that applies to what two claims affirm or negate."""
    return ladder.decide(RULES, left, right)


def comparable(left: Statement, right: Statement) -> bool:
    """Whether both claims say one thing, or its opposite, of the same: neither their predicates nor their participants, times and numbers differ."""
    if left.value is not None and right.value is not None:
        return True
    if _told_number(left.claim) != _told_number(right.claim):
        return False  # "Osk, 58" and "Osk, 63"
    return (_one_event(left, right) or _antonyms(left.claim, right.claim)) and not apart(left.claim, right.claim)


def _told_number(claim: Claim) -> float | None:
    """The number that is all that the claim says."""
    return next((quantity.value for quantity in claim.quantities if quantity.span.touches(claim.predicate.span)), None)


def _antonyms(left: Claim, right: Claim) -> bool:
    return antonyms(left.predicate.lemma.casefold(), right.predicate.lemma.casefold())


def _one_event(left: Statement, right: Statement) -> bool:
    """Whether the predicates are one, or two words for one kind of event ("deliver", "delivery")."""
    one, other = left.claim.predicate, right.claim.predicate
    if one.lemma.casefold() == other.lemma.casefold():
        return True
    kind = predicate_class(one.lemma.casefold(), one.kind)
    return kind is not None and kind == predicate_class(other.lemma.casefold(), other.kind)


def _does(statement: Statement) -> str:
    """The predicate as the article has it, with its negation."""
    words = plain(statement.claim.predicate.text)
    return f"not “{words}”" if is_negated(statement.claim) else f"“{words}”"


def _states(statement: Statement) -> str:
    """The same, or the clause where the predicate alone tells a reader nothing ("$", "years", "have")."""
    said = _telling(statement.claim)
    negated = is_negated(statement.claim) and not any(_is_not(word) for word in said.casefold().split())
    return f"not “{said}”" if negated else f"“{said}”"


def _telling(claim: Claim) -> str:
    predicate = claim.predicate
    empty = predicate.lemma.casefold() in words("surety", "bare") and predicate.kind == "verb" and bool(claim.of(Facet.PATIENT))
    number = any(quantity.span.touches(predicate.span) for quantity in claim.quantities) or not any(map(str.isalpha, predicate.text))
    pointing = predicate.text.casefold() in words("surety", "determiners")
    return plain(claim.text, CLAUSE) if empty or number or pointing else plain(predicate.text)


def _unstated(left: Statement, right: Statement) -> str | None:
    open_side = next((s for s in (left, right) if is_open(s.claim)), None)
    return f"{capitalised(speaker(open_side))} does not say whether it is so ({cue(open_side.claim)})." if open_side else None


def _exchanged(left: Statement, right: Statement) -> str | None:
    """The words that were exchanged come as values; where a claim has its polarity alone, the rules below decide."""
    if not _says_opposites(left, right) or not exchanged(left, right) or _are_as_often_negated(left, right):
        return None
    assert isinstance(left.value, Argument) and isinstance(right.value, Argument)
    return f"The same sentence has “{plain(left.value.text)}” in one source and “{plain(right.value.text)}” in another."


def _are_as_often_negated(left: Statement, right: Statement) -> bool:
    """ "I don't think we played well", "I think we didn't play well"."""
    left_count, right_count = (sum(_is_not(word) for word in sentence_around(statement)) for statement in (left, right))
    return left_count == right_count > 0


def _is_not(word: str) -> bool:
    return word in ("not", "never", "no") or word.replace("’", "'").endswith("n't")


def _says_opposites(left: Statement, right: Statement) -> bool:
    if not isinstance(left.value, Argument) or not isinstance(right.value, Argument):
        return False
    ones, others = ([word.text for word in words_in(value.text, Span(0, len(value.text)))] for value in (left.value, right.value))
    return opposite(ones, others)


def _copied(left: Statement, right: Statement) -> str | None:
    return f"Both have it in the same words: “{plain(left.claim.predicate.text)}”." if same_words(left, right) else None


def _unlike(left: Statement, right: Statement) -> str | None:
    if comparable(left, right) and (not _differ(left, right) or akin(left.claim, right.claim) or _is_denied(left, right)):
        return None
    return f"{_does(left)} and {_does(right)} are not said of the same thing."


def _differ(left: Statement, right: Statement) -> bool:
    """Whether one affirms and the other negates, or one tells what was done and the other what is planned or possible."""
    return opposed(left, right) or is_done(left.claim) != is_done(right.claim)


def _is_denied(left: Statement, right: Statement) -> bool:
    return denial(left.claim) is not None or denial(right.claim) is not None


def _planned(left: Statement, right: Statement) -> str | None:
    if is_done(left.claim) == is_done(right.claim):
        return None
    open_one, done = (right, left) if is_done(left.claim) else (left, right)
    return f"One source has {_does(open_one)} as planned or possible, another {_does(done)} as what came about."


def _unsettled(left: Statement, right: Statement) -> str | None:
    """ "May win" does not exclude "may not win"; "could win" excludes "could not win", and a plan its opposite."""
    if is_done(left.claim) or not (opposed(left, right) or _antonyms(left.claim, right.claim)):
        return None
    if not (_is_maybe(left) or _is_maybe(right)):
        return None
    return f"{_does(left)} and {_does(right)} are both only possible."


def _is_maybe(statement: Statement) -> bool:
    claim = statement.claim
    return claim.modality is Modality.CONDITIONAL or not words("entities", "maybe").isdisjoint(claim.text.casefold().split())


def _denied(left: Statement, right: Statement) -> str | None:
    if not opposed(left, right):
        return None
    denying = next((s for s in (left, right) if denial(s.claim) is not None), None)
    if denying is None or not _one_event(left, right):
        return None
    other = right if denying is left else left
    return f"{_states(other)} {told_by(other)}, {denied_by(denying)}."


def _negated(left: Statement, right: Statement) -> str | None:
    if not opposed(left, right) or not _one_event(left, right) or left.claim.predicate.lemma.casefold() in words_of("event_verbs", "neg_raising"):
        return None  # what is thought or not is a claim of its own: "I think we lost", "I don't think we won"
    return f"One source says {_states(left)}, another says {_states(right)}."


def _antonym(left: Statement, right: Statement) -> str | None:
    if opposed(left, right) or not _antonyms(left.claim, right.claim) or not _same_doer(left.claim, right.claim) or _are_in_one_state(left, right):
        return None
    return f"One source says {_does(left)}, another {_does(right)}, which exclude each other."


def _are_in_one_state(left: Statement, right: Statement) -> bool:
    """ "43 students went missing" and "43 students remain missing"."""
    begins = any(one.claim.predicate.lemma.casefold() in words("surety", "becoming") for one in (left, right))
    return begins and _next_word(left).isalpha() and _next_word(left) == _next_word(right)


def _next_word(statement: Statement) -> str:
    at = statement.claim.predicate.span.end
    return next(iter(plain(statement.article.text[at : at + NEXT]).casefold().split()), "").strip(".,;:")


def _same_doer(left: Claim, right: Claim) -> bool:
    """Whether doers that both name are one: Real lost and Sevilla won hold together. Where no doers are named, things or words tell."""
    ones, others = left.of(Facet.AGENT), right.of(Facet.AGENT)
    if ones and others:
        return any(one_entity(a, b) or shares_a_name(a, b) for a in ones for b in others)
    return _shared_patient(left, right) or (not ones and not others and alike(left, right) >= ALIKE)


def _shared_patient(left: Claim, right: Claim) -> bool:
    pairs = ((a, b) for a in left.of(Facet.PATIENT) for b in right.of(Facet.PATIENT))
    return any((one_entity(a, b) or shares_a_name(a, b)) and not (is_unspecific(a) and not is_named(a)) for a, b in pairs)


def _reversed(left: Statement, right: Statement) -> str | None:
    if not opposed(left, right):
        return None
    return f"{_does(left)} and {_does(right)} come to the same."


def _opposites_apart(left: Statement, right: Statement) -> str | None:
    return f"{_does(left)} and {_does(right)} may be said of two sides." if _antonyms(left.claim, right.claim) else None


def _same(left: Statement, right: Statement) -> str | None:
    verb = "negate" if is_negated(left.claim) else "affirm"
    one, other = plain(left.claim.predicate.text), plain(right.claim.predicate.text)
    return f"Both {verb} it: “{one}”." if one.casefold() == other.casefold() else f"Both {verb} it: “{one}” and “{other}”."


RULES: tuple[Rule, ...] = (
    Rule(
        "polarity.unstated",
        Verdict.SINGLE_SOURCE,
        "One side only asks, doubts or declines to say.",
        ("declined to comment on the order", "ordered them"),
        _unstated,
        0.8,
    ),
    Rule(
        "polarity.exchanged",
        Verdict.CONTRADICTION,
        "Two sentences are the same but for words of which only one can be true.",
        ("after a rise in sales", "after a fall in sales"),
        _exchanged,
        0.6,
    ),
    Rule("polarity.copied", Verdict.AGREEMENT, "Both claims stand in one and the same sentence.", ("he denied it", "he denied it"), _copied, 0.95),
    Rule(
        "polarity.unlike",
        Verdict.COMPATIBLE,
        "The claims are not about the same doing, or their details differ.",
        ("did not sign on Monday", "signed on Friday"),
        _unlike,
        0.3,
    ),
    Rule(
        "polarity.planned",
        Verdict.COMPATIBLE,
        "One is planned or possible, the other is said of what came about.",
        ("planned to resign", "did not resign"),
        _planned,
        0.5,
    ),
    Rule("polarity.unsettled", Verdict.COMPATIBLE, "Both are only possible.", ("may rise", "may not rise"), _unsettled, 0.5),
    Rule(
        "polarity.denied",
        Verdict.CONTRADICTION,
        "One source says it, another denies it.",
        ("the paper says he ordered them", "he denied ordering them"),
        _denied,
        0.8,
    ),
    Rule(
        "polarity.negated",
        Verdict.CONTRADICTION,
        "One says that it was so, the other that it was not.",
        ("the minister resigned", "the minister did not resign"),
        _negated,
        0.7,
    ),
    Rule(
        "polarity.antonym",
        Verdict.CONTRADICTION,
        "The predicates are opposites, said of one doer.",
        ("the council approved the plan", "the council rejected it"),
        _antonym,
        0.7,
    ),
    Rule(
        "polarity.reversed",
        Verdict.COMPATIBLE,
        "One affirms what the other says by negating the opposite.",
        ("failed", "did not succeed"),
        _reversed,
        0.5,
    ),
    Rule(
        "polarity.sides", Verdict.COMPATIBLE, "Opposite predicates, which may be said of two sides.", ("Lyon won", "Nice lost"), _opposites_apart, 0.4
    ),
    Rule("polarity.same", Verdict.AGREEMENT, "Both affirm it, or both negate it.", ("he resigned", "his resignation"), _same, 0.9),
)
