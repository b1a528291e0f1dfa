"""Which negations leave as it is what the other report says: of another time, of another thing of the same verb, or told in the same words?"""

from __future__ import annotations

from difflib import SequenceMatcher

from crosscheck.align.twins import words_in
from crosscheck.extract.lexicon import words_of
from crosscheck.judge.circumstances import is_negated
from crosscheck.judge.lexicon import words
from crosscheck.judge.names import is_named, is_pronoun, one_entity, shares_a_member, shares_a_name
from crosscheck.judge.scope import ALIKE, alike
from crosscheck.model.claim import Argument, Claim, Facet, Span
from crosscheck.model.verdict import Statement

BEFORE, BEHIND = 5, 6  # words on either side of a predicate among which it is said that it was so until then only
WINDOW = 160  # code points on either side of a predicate in which its sentence is read
COPIED, LEAST = 0.85, 12  # of the words of two sentences that are one, and how many they have at least
HEADING = 4  # words that are the same in both, and those before one of them that may stand above it
AFTER = 8  # words behind what somebody has or makes that tell what of ("a plan to close the mill")
LETTERS = 4  # of a word that tells something
_ENDS = (".\n", "\n", "? ", "! ")


def leaves_as_it_is(left: Statement, right: Statement) -> bool:
    """Whether the negation is not of what the other affirms, whatever speaks for one event."""
    negated, affirmed = (left, right) if is_negated(left.claim) else (right, left)
    return _until_then(negated, affirmed) or are_told_alike(left, right)


def _until_then(negated: Statement, affirmed: Statement) -> bool:
    """ "Had not previously been fined", "no longer sells bread": it may have been so later, or before."""
    limits = words("surety", "until_then")
    return bool((_near(negated) & limits) - _near(affirmed))


def _near(statement: Statement) -> set[str]:
    span, text = statement.claim.predicate.span, statement.article.text
    before, behind = text[max(0, span.start - WINDOW) : span.start].split()[-BEFORE:], text[span.end : span.end + WINDOW].split()[:BEHIND]
    return {word.strip(",.;:'\"“”‘’()").casefold() for word in (*before, *behind)}


def has_another(left: Statement, right: Statement) -> bool:
    """ "Has a plan to sell shoes", "has no plans to offer films": of a verb that says little it is told behind its noun what is meant."""
    if left.claim.predicate.lemma.casefold() not in words_of("event_verbs", "empty"):
        return False
    ones, others = _behind_nouns(left), _behind_nouns(right)
    return bool(ones and others) and ones.isdisjoint(others)


def _behind_nouns(statement: Statement) -> frozenset[str]:
    """The beginnings of the words that say of what."""
    patients = statement.claim.of(Facet.PATIENT)
    end = max((patient.span.end for patient in patients), default=0)
    heads = {patient.head.casefold() for patient in patients}
    said = [word for patient in patients for word in patient.text.split() if word.casefold() not in heads]
    for word in statement.article.text[end : end + WINDOW].split()[:AFTER] if end else []:
        said.append(word)
        if word[-1:] in '.,;:?!”"':
            break
    told = (word.strip(",.;:'\"“”‘’()?!").casefold() for word in said)
    return frozenset(word[:LETTERS] for word in told if len(word) >= LETTERS and word not in words("surety", "empty"))


def are_told_alike(left: Statement, right: Statement) -> bool:
    """Whether both stand in one sentence that two reports copied, with the same words for denying in it, so that it was read in two ways."""
    one, other = _sentence(left), _sentence(right)
    if min(len(one), len(other)) < LEAST or left.claim.predicate.text.casefold() != right.claim.predicate.text.casefold():
        return False
    mine, theirs = _without_headings(one, other)
    matched = SequenceMatcher(None, mine, theirs, autojunk=False)
    if matched.ratio() < COPIED:
        return False
    changed = (word for kind, a, b, c, d in matched.get_opcodes() if kind != "equal" for word in (*mine[a:b], *theirs[c:d]))
    return not any(map(_denies, changed))


def _without_headings(one: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    """Both from where they are alike on, where one has many more words before: "NOT THE FIRST TIME The mayor denied", "The mayor denied"."""
    block = next((block for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks() if block.size >= HEADING), None)
    if block is None or abs(block.a - block.b) < HEADING:
        return one, other
    return one[max(0, block.a - block.b) :], other[max(0, block.b - block.a) :]


def _denies(word: str) -> bool:
    return word in words("surety", "negatives") or word in words("surety", "near_negatives") or word.startswith(tuple(words("surety", "denials")))


def _sentence(statement: Statement) -> list[str]:
    """The words around the predicate up to line ends; "U.S." ends no sentence."""
    span, text = statement.claim.predicate.span, statement.article.text
    before, behind = text[max(0, span.start - WINDOW) : span.start], text[span.end : span.end + WINDOW]
    start = max(before.rfind(mark) + len(mark) if mark in before else 0 for mark in _ENDS)
    end = min((at for at in map(behind.find, _ENDS) if at >= 0), default=len(behind))
    return [word.text for word in words_in(text, Span(span.start - len(before) + start, span.end + end))]


def are_of_two_doers(left: Claim, right: Claim) -> bool:
    """ "Her deputy, Karl Osk, has ties to the group", "Adler denied that he had any ties to it"."""
    ones, others = _known(left), _known(right)
    return bool(ones and others) and not any(_may_be_one(one, other) for one in ones for other in others)


def _known(claim: Claim) -> list[Argument]:
    """Doers of whom the article has a name; a pronoun of which it has none may be anybody."""
    return [one for one in claim.of(Facet.AGENT) if is_named(one) or (one.entity and not is_pronoun(one.entity))]


def _may_be_one(one: Argument, other: Argument) -> bool:
    return one_entity(one, other) or shares_a_name(one, other) or shares_a_member(one, other)


def names_nobody(left: Claim, right: Claim) -> bool:
    """Whether a noun is the one and a verb the other, and nothing that both concern is told of both: "among other charges", "was never charged"."""
    if {left.predicate.kind, right.predicate.kind} != {"noun", "verb"} or alike(left, right) >= ALIKE:
        return False
    return not any(left.of(facet) and right.of(facet) for facet in (Facet.AGENT, Facet.PATIENT, Facet.RECIPIENT))
