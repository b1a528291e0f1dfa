"""Which values only seem to contradict each other, whatever speaks for one event?

What a source says is no event that another could deny by saying something else. The end of a year is no act. A price is another an hour later.
"""

from __future__ import annotations

from datetime import datetime

from crosscheck.align.similarity import Similarity
from crosscheck.extract.names import bare_name, same_name
from crosscheck.extract.time_calendar import WEEKDAYS
from crosscheck.judge.bearers import are_of_two_bearers
from crosscheck.judge.called import may_be_called_both
from crosscheck.judge.circumstances import is_negated, is_open, sentence_of
from crosscheck.judge.copies import is_copy
from crosscheck.judge.forms import are_of_one_form, are_of_two_parts, are_of_two_times
from crosscheck.judge.lexicon import words
from crosscheck.judge.limits import are_limited_apart
from crosscheck.judge.measured import are_days_ago, are_of_two_measures
from crosscheck.judge.occasions import are_two_occasions
from crosscheck.model.claim import Argument, Claim, Facet, Quantity, Stance, Time
from crosscheck.model.verdict import Finding, Statement

PHRASE = 40  # code points before a noun in which a negation of it stands
LONGEST = 16  # code points before a noun in which its ordinal stands
LIFETIME = 30  # years between two dates from which on one of them was misread, or they are of two things
COPY = 0.5  # likeness of two articles from which one is a version of the other


def only_seem_apart(left: Statement, right: Statement, finding: Finding, link: Similarity) -> bool:
    """Whether the two values are of two things by what they are of."""
    if finding.rule.endswith(".denied") or finding.rule.startswith("polarity."):
        if is_open(left.claim) or is_open(right.claim) or _is_taken_for_granted(left) or _is_taken_for_granted(right):
            return True
        if left.facet is not Facet.POLARITY:
            return not link.twin and _is_noun_denied(left, right) and _denies_less(left, right)
        if link.twin or finding.rule not in ("polarity.negated", "polarity.denied"):
            return False
        return _is_saying(left, right) or (finding.rule == "polarity.negated" and _denies_less(left, right))
    if are_of_one_form(left, right, link) or are_of_two_parts(left, right) or are_of_two_times(left, right):
        return True
    if _is_part_of_the_other(left, right) or may_be_called_both(left, right, finding.rule, link.twin):
        return True
    if left.facet is Facet.AGENT:
        return _is_saying(left, right) and (link.part("articles") < COPY or _is_relayed(left) or _is_relayed(right))
    if left.facet is Facet.RECIPIENT:
        return is_told_to_several(left, right)
    if are_of_two_measures(left, right) or are_days_ago(left, right):
        return True
    if isinstance(left.value, Time) and isinstance(right.value, Time):
        if _ordinal(left) != _ordinal(right) or _are_two_of_a_row(left.claim, right.claim) or are_two_occasions(left, right, link):
            return True
        one_day = finding.rule != "time.clock" and _one_weekday(left.value, right.value)
        return _are_bounds(left, right) or one_day or _are_ages_apart(left.value, right.value)
    if isinstance(left.value, Quantity) and isinstance(right.value, Quantity):
        if any(_is_threshold(one) for one in (left, right)) or are_limited_apart(left, right, link) or are_of_two_bearers(left, right):
            return True
        return _are_quotes(left, right) or _are_loose_bounds(left.value, right.value, finding, link) or _are_of_two_families(left, right)
    return False


def _is_saying(left: Statement, right: Statement) -> bool:
    return "statements" in left.claim.topics and "statements" in right.claim.topics


def is_told_to_several(left: Statement, right: Statement) -> bool:
    """Whether two reports give one quotation to two receivers ("he told the Lefkos Herald", "he told Norvian TV"): who says a thing says it to many.

    In an edited copy of a report a receiver was changed.
    """
    return left.facet is Facet.RECIPIENT and _is_saying(left, right) and not is_copy(left.article, right.article)


def _is_relayed(statement: Statement) -> bool:
    """ "Norvian TV cited the ministry as saying": both say it."""
    said = sentence_of(statement).split()
    return any(word.strip(',.;:"“”') in words("surety", "relaying") for word in said)


def _is_noun_denied(left: Statement, right: Statement) -> bool:
    """ "Is not the first member" is a plain negation of a noun."""
    return is_negated(left.claim) != is_negated(right.claim) and all(one.claim.predicate.kind != "verb" for one in (left, right))


def _denies_less(left: Statement, right: Statement) -> bool:
    """ "He did not write a single letter" leaves "he wrote two letters to the board" as it is: the negation is of less."""
    negated, affirmed = (left, right) if is_negated(left.claim) else (right, left)
    said = sentence_of(affirmed)
    kept = (word.strip(",.;:'\"“”’()") for word in _describing(negated))
    return any(word not in said for word in kept if word.isalpha() and word not in words("surety", "determiners"))


def _describing(negated: Statement) -> list[str]:
    """The words before the nouns that are negated: of what a verb concerns, or of the noun that is the predicate ("is no weekend fisherman")."""
    predicate = negated.claim.predicate
    if predicate.kind == "verb":
        return [word for one in negated.claim.of(Facet.PATIENT) for word in one.text.casefold().split()[:-1]]
    before = negated.article.text[max(0, predicate.span.start - PHRASE) : predicate.span.start].casefold().split()
    negatives = [at for at, word in enumerate(before) if word in words("surety", "negatives") or word.endswith(("n't", "n’t"))]
    return before[negatives[-1] + 1 :] if negatives else []


def _is_taken_for_granted(statement: Statement) -> bool:
    """ "Denied that it would replace the dismissed dockers" denies no dismissal, nor "that a man seen in Lefkos is its agent" that he was seen."""
    predicate, text = statement.claim.predicate, statement.article.text
    if not any(one.stance is Stance.DENIES for one in statement.claim.attribution) or predicate.kind != "verb":
        return False
    patients = statement.claim.of(Facet.PATIENT)
    if any(patient.span.holds(predicate.span) for patient in patients):
        return True
    before = text[max(0, predicate.span.start - LONGEST) : predicate.span.start].casefold().split()[-1:]
    passive = bool(patients) and not statement.claim.of(Facet.AGENT) and all(patient.span.end <= predicate.span.start for patient in patients)
    return passive and bool(before) and before[0].isalpha() and before[0] not in words("surety", "auxiliaries")


def _is_part_of_the_other(left: Statement, right: Statement) -> bool:
    """Of two names of persons: "Karl" and "Karl Osk", or "Adler" of whom the article knows that he is Karl Adler."""
    if not all(isinstance(one.value, Argument) and one.value.name == "PER" for one in (left, right)):
        return False
    return any(one <= other or other <= one for one, other in zip(_namings(left), _namings(right), strict=True))


def _namings(statement: Statement) -> tuple[frozenset[str], frozenset[str]]:
    """The words of the name as it stands there, and of the whole name."""
    value = statement.value
    said, whole = (value.text, value.entity or value.text) if isinstance(value, Argument) else ("", "")
    return frozenset(bare_name(said.replace("-", " "))), frozenset(bare_name(whole.replace("-", " ")))


def _ordinal(statement: Statement) -> str:
    """ "The second hearing", "Friday's second hearing" is another than "the hearing"."""
    claim, text, value = statement.claim, statement.article.text, statement.value
    near = text[max(0, claim.predicate.span.start - LONGEST) : claim.predicate.span.start].split()[-1:] if claim.predicate.kind == "noun" else []
    if isinstance(value, Time) and value.of:
        near = [*near, *text[value.span.end : value.span.end + LONGEST].replace("’", " ").replace("'", " ").split()[:3]]
    return next((word.casefold() for word in near if word.casefold() in words("surety", "ordinals")), "")


def _are_two_of_a_row(left: Claim, right: Claim) -> bool:
    """ "The first trial" and "the second trial"."""
    rows = [
        words("surety", "ordinals").intersection(
            word for role in (*one.of(Facet.AGENT), *one.of(Facet.PATIENT)) for word in role.text.casefold().split()
        )
        for one in (left, right)
    ]
    return bool(rows[0] and rows[1]) and rows[0].isdisjoint(rows[1])


def _are_loose_bounds(left: Quantity, right: Quantity, finding: Finding, link: Similarity) -> bool:
    """ "More than 300 signed the letter" and "more than 500 handed it in": two lower bounds of two acts are no dispute."""
    return finding.rule == "quantity.bounds" and link.part("lemma") < 1 and (left.attribute is None or left.attribute != right.attribute)


def _are_of_two_families(left: Statement, right: Statement) -> bool:
    """ "A father of seven children" and "two fathers and four children": whose they are must be known of both."""
    values = [one.value for one in (left, right) if isinstance(one.value, Quantity)]
    if any(value.attribute != "children" for value in values):
        return False
    people = [[argument.entity or argument.text for argument in one.claim.arguments if argument.name == "PER"] for one in (left, right)]
    return not any(same_name(one, other, "PER") for one in people[0] for other in people[1])


def _are_bounds(left: Statement, right: Statement) -> bool:
    """ "By the end of September" and "at the end of 1989": what the words of a time call an end is no event."""
    return any(one.value is not None and one.claim.predicate.span.touches(one.value.span) for one in (left, right))


def _one_weekday(left: Time, right: Time) -> bool:
    """ "On Saturday" in two reports of a week that one of them dates wrongly, or that no page dates."""
    days = [{day for day in WEEKDAYS if day in time.text.casefold()} for time in (left, right)]
    return bool(days[0] & days[1]) and not all(any(map(str.isdigit, time.text)) for time in (left, right))


def _are_ages_apart(left: Time, right: Time) -> bool:
    """ "Rose 62 points to 1815" holds no year."""
    if left.since is None or right.since is None:
        return False
    return abs(datetime.fromisoformat(left.since).year - datetime.fromisoformat(right.since).year) >= LIFETIME


def _is_threshold(statement: Statement) -> bool:
    """ "Below the nine thousand mark": of marks there are many."""
    value = statement.value
    return isinstance(value, Quantity) and bool(value.of) and str(value.of).casefold().split()[-1] in words("surety", "thresholds")


def _are_quotes(left: Statement, right: Statement) -> bool:
    """ "1.6430/40 crowns" is what dealers bid and ask at one moment."""
    return any(_is_quote(one) for one in (left, right))


def _is_quote(statement: Statement) -> bool:
    value, text = statement.value, statement.article.text
    if value is None:
        return False
    around = text[value.span.start - 1 : value.span.start + 1], text[value.span.end : value.span.end + 2]
    within = value.text.partition("/")
    return any(len(pair) == 2 and pair[0] == "/" and pair[1].isdigit() for pair in around) or ("." in within[0] and within[2][:1].isdigit())
