"""Is it sure enough that two statements are of one event, so that what sets them apart is a contradiction?

Two claims stand in one alignment because they are likely to be of one event. Between reports that differ in wording, most values that cannot both be
true are of two things all the same: the date of another act, the age in another year, a denial of something else. Each facet has its own gate.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from crosscheck.align.similarity import Similarity
from crosscheck.judge.circumstances import is_negated, sentence_of
from crosscheck.judge.days import are_of_other_days
from crosscheck.judge.lexicon import words
from crosscheck.judge.moments import parts
from crosscheck.judge.names import argument_of, is_pronoun, one_entity, shares_a_name
from crosscheck.judge.scope import ALIKE, alike
from crosscheck.judge.seeming import only_seem_apart
from crosscheck.judge.stamps import is_stamp
from crosscheck.model.claim import Argument, Attribution, Claim, Facet, Quantity, Stance, Time
from crosscheck.model.verdict import Finding, Statement

# Likelihoods of a link without the vote of the facet compared. Set on ten stories of the training topics of ECB+ marked fact by fact, and by reading
# all that was called on the other training topics and on MEANTIME: lower ones find more and call more that is of two things.
SURE = 0.5
PASSING = 0.1  # more for numbers told in passing: two articles count the same thing in many connexions
TIMES = 0.7  # dates tell two events of a kind apart better than anything else
NAMES = 0.9  # two doers of one act are nearly always two acts, or two names of one
OTHER_DOER = -1.0  # the agents of two claims have two names
AGO = 0.4  # enough for one kind of event so many weeks, months or years ago
ONCE = 0.3  # enough where each article tells once of such an act of one doer, and for two clock times of such an act
NEXT_DAY = 0.5  # enough for two dates that are a day apart: two acts of a kind are seldom so near, and a day is easily mistaken
# Chosen after reading stories-gold too, so that what it finds there is no independent test.
YEAR = 4  # digits
ANSWERS = 0.8  # enough that two numbers answer one question, whatever the claims are alike
BACKED = 0.25  # enough for a number of one kind of thing, one value of which two articles give and of which no article gives both


def is_sure(left: Statement, right: Statement, finding: Finding, link: Similarity | None, backing: int) -> bool:
    """Whether enough speaks for one event; `backing` is the number of articles that give the better supported of the two values."""
    if link is None or link.strangers or are_of_other_days(left, right, link) or _gives_both(left, right, link) or not _are_of_events(left, right):
        return False
    if only_seem_apart(left, right, finding, link):
        return False
    if finding.rule.endswith(".denied") or finding.rule.startswith("polarity."):
        return _is_denial(left, right, finding, link)
    if is_twin(left, right, link) and (left.facet is not Facet.TIME or _is_one_act(link)):
        return True
    return _GATES[left.facet](left, right, finding, link, backing)


def is_twin(left: Statement, right: Statement, link: Similarity) -> bool:
    """Whether one claim is the other but for a value; "at the age of 35" and "at the age of 10" are so short that their sentences must be alike."""
    kinds = {left.claim.predicate.kind, right.claim.predicate.kind}
    return link.twin and (kinds != {"attribute"} or alike(left.claim, right.claim) >= ALIKE)


def besides(statement: Statement, link: Similarity | None) -> float:
    """What speaks for one event besides the facet compared."""
    return link.without("numbers" if statement.facet is Facet.QUANTITY else statement.facet.value) if link else 0.0


def _gives_both(left: Statement, right: Statement, link: Similarity) -> bool:
    """Does the sentence of one give what the other states beside its own ("40 percent in Tarvia and 60 percent in Norvia", "two girls, 4 and 14")?

    Of two sentences that are one but for a value both must: "up by 40%, to 90%" and "up by 90%, to 90%" differ.
    """
    given = [_is_in(one, sentence_of(other)) for one, other in ((left, right), (right, left))]
    return not _same_text(left, right) and (all(given) if link.twin else any(given))


def _same_text(left: Statement, right: Statement) -> bool:
    return left.value is not None and right.value is not None and left.value.text.casefold() == right.value.text.casefold()


def _is_in(statement: Statement, sentence: str) -> bool:
    value = statement.value
    if isinstance(value, Quantity):
        telling = value.kind in ("age", "percent", "money", "score") or (value.value or 0.0) >= 13
        return telling and f" {value.text.casefold()} " in f" {_spaced(sentence)} "
    return isinstance(value, Argument) and value.text.casefold() in sentence


def _spaced(sentence: str) -> str:
    return " ".join("".join(letter if letter.isalnum() or letter in "$£€%.," else " " for letter in sentence).replace(", ", " ").split())


# quantities and times


def _quantity(left: Statement, right: Statement, finding: Finding, link: Similarity, backing: int) -> bool:
    if finding.rule == "quantity.far" or _is_offset(left) != _is_offset(right):
        return False
    if _are_of_play(left, right) or _are_distances(left, right):
        return False
    asked = _answer_one_question(left, right, link)
    if not asked and (_is_bare(left) or _is_bare(right)):
        return False
    if _years(left) and _years(right) and _years(left).isdisjoint(_years(right)):
        return False
    if _scope(left) != _scope(right):
        return False  # "43 goals in 54 games" and "121 goals" of the whole season
    if _kind(left) == "age" and _years(left) != _years(right):
        return False  # "In 2011, aged 82" and "died aged 88"
    return link.part("agent") > OTHER_DOER and (asked or besides(left, link) >= _enough(left, right, link, backing))


def _are_of_play(left: Statement, right: Statement) -> bool:
    """Whether both count catches, goals and the like: of each player and each game there is another number."""
    return all(_noun(statement) in words("surety", "play") for statement in (left, right))


def _are_distances(left: Statement, right: Statement) -> bool:
    """From where to where must be known (judge/details.py): offices and a car may both be north of one town."""
    return all(isinstance(one.value, Quantity) and one.value.attribute == "distance" for one in (left, right))


def _noun(statement: Statement) -> str:
    value = statement.value
    return value.of.casefold().split()[-1] if isinstance(value, Quantity) and value.of else ""


def _answer_one_question(left: Statement, right: Statement, link: Similarity) -> bool:
    """Whether the two numbers surely answer one question, however else the claims differ (align/threads.py).

    Crowds of one story are many.
    """
    one, other = _number(left), _number(right)
    if one is None or other is None or not all(_is_telling(*side, link) for side in ((one, left), (other, right))):
        return False
    found = link.question((left.article.id, one.span), (right.article.id, other.span))
    return found is not None and found.likelihood >= ANSWERS


def _number(statement: Statement) -> Quantity | None:
    """The number that it states, or in which it states a length of time."""
    value = statement.value
    if isinstance(value, Time):
        return next((quantity for quantity in statement.claim.quantities if quantity.span.touches(value.span)), None)
    return value if isinstance(value, Quantity) else None


def _is_telling(value: Quantity, statement: Statement, link: Similarity) -> bool:
    if value.attribute == "distance":
        return False  # from where to where must be known (judge/details.py)
    if value.attribute == "duration" or value.text.casefold() in ("one", "1") or not (value.value or any(map(str.isdigit, value.text))):
        return False  # "riots of four days" go on; "one student" is any; "thousands"
    if _counts_more(value, statement):
        return False
    return link.part("predicate") >= 1 or value.attribute is not None or not _counts_people(value)


def _counts_more(value: Quantity, statement: Statement) -> bool:
    """ "420 passengers and crew" counts more than passengers."""
    noun = (value.of or "").casefold().split()[-1:]
    after = statement.article.text[value.span.end : value.span.end + 60].casefold().split()[:5]
    return any(word.startswith(noun[0][:4]) and then == "and" for word, then in pairwise(after)) if noun else False


def _counts_people(value: Quantity) -> bool:
    head = (value.of or "").casefold().split()[-1:]
    return any(noun in words("counted", "people") or noun in words("counted", "anyone") for noun in head)


def _scope(statement: Statement) -> frozenset[str]:
    """What the sentence limits its counts to by another number: "in 54 games"; years and the number itself limit nothing."""
    own = statement.value.text.casefold().split()[0] if statement.value else ""
    said = _spaced(sentence_of(statement)).split()
    limits = (rest for before, *rest in zip(said, said[1:], said[2:], strict=False) if before in words("surety", "scopes"))
    return frozenset(f"{number} {noun}" for number, noun in limits if _limits(number, own) and noun.isalpha())


def _limits(number: str, own: str) -> bool:
    return number.isdigit() and len(number) < YEAR and number != own


def _enough(left: Statement, right: Statement, link: Similarity, backing: int) -> float:
    if backing > 1 and link.part("agent") >= 0 and _is_countable(left) and _is_countable(right):
        return BACKED
    if link.part("predicate") >= 1 and _is_calendar_offset(left) and _is_calendar_offset(right):
        return AGO
    passing = left.claim.predicate.kind == right.claim.predicate.kind == "attribute"
    return SURE + (PASSING if passing else 0.0)


def _is_calendar_offset(statement: Statement) -> bool:
    """ "Two weeks ago": long enough for the days between two reports not to matter."""
    value = statement.value
    unit = (value.unit or value.of or "").casefold().split()[-1:] if isinstance(value, Quantity) else []
    return _is_offset(statement) and not words("surety", "long_units").isdisjoint(unit)


def _is_bare(statement: Statement) -> bool:
    """A measure of nobody knows what: "40 kilometres" may be any distance."""
    value = statement.value
    return isinstance(value, Quantity) and value.attribute is None and value.of is None


def _kind(statement: Statement) -> str:
    return statement.value.kind if isinstance(statement.value, Quantity) else ""


def _is_countable(statement: Statement) -> bool:
    """Whether it counts things or measures what a thing has one of; stretches of time and sums of money are too many in any story.

    Neither does "tens of thousands": it is seldom the number of what the other number counts.
    """
    value = statement.value
    if not isinstance(value, Quantity) or value.value is None or value.kind in ("money", "percent", "age", "part"):
        return False
    head = (value.of or "").casefold().split()[-1:]
    return not words("surety", "time_units").intersection((*head, (value.unit or "").casefold()))


def _is_offset(statement: Statement) -> bool:
    """ "Two days after the vote" says when, "for two days" how long."""
    value, text = statement.value, statement.article.text
    if value is None:
        return False
    after = (word.strip(".,;:!?") for word in text[value.span.end : value.span.end + 20].casefold().split()[:2])
    return not words("surety", "offsets").isdisjoint(after)


def _years(statement: Statement) -> frozenset[str]:
    """The years that the sentence names."""
    found = _spaced(sentence_of(statement)).replace(",", " ").replace(".", " ").split()
    return frozenset(word for word in found if len(word) == 4 and word.isdigit() and word[:2] in ("18", "19", "20"))


def _are_of_events(left: Statement, right: Statement) -> bool:
    """Of two times: whether neither is of the page ("Updated: July 7, 2012, 10:04 PM"), and the two are not the same words ("that morning")."""
    return left.facet is not Facet.TIME or not (is_stamp(left) or is_stamp(right) or _same_text(left, right))


def _time(left: Statement, right: Statement, finding: Finding, link: Similarity, backing: int) -> bool:
    if isinstance(left.value, Time) and isinstance(right.value, Time) and left.value.type == right.value.type == "DURATION":
        surely = _answer_one_question(left, right, link) or (_is_one_act(link) and besides(left, link) >= TIMES)
        return surely and _is_offset(left) == _is_offset(right)
    return _is_one_act(link) and besides(left, link) >= _enough_of_time(left, right, finding, link)


def _enough_of_time(left: Statement, right: Statement, finding: Finding, link: Similarity) -> float:
    once = link.part("lemma") >= 1 and link.part("told_once") >= 1 and min(map(link.part, ("place", "patient"))) >= 0
    if once and finding.rule == "time.clock" and _has_digits(left) and _has_digits(right):
        return ONCE
    near = finding.rule == "time.day" and _days_apart(left, right) == 1
    return NEXT_DAY if near and link.part("lemma") >= 1 and link.part("patient") >= 1 else TIMES


def _has_digits(statement: Statement) -> bool:
    return statement.value is not None and any(map(str.isdecimal, statement.value.text))


def _days_apart(left: Statement, right: Statement) -> int:
    """Days between two dates of one month; 0 where one of them is not known to the day."""
    days = [parts(time.value).day for time in (left.value, right.value) if isinstance(time, Time)]
    return abs((days[0] or 0) - (days[1] or 0)) if len(days) > 1 and all(days) else 0


def _is_one_act(link: Similarity) -> bool:
    """One predicate, or one kind of act that concerns the same: riots "reported" on Saturday and a city "calm" on Sunday are two things."""
    return link.part("lemma") >= 1 or (link.part("predicate") >= 1 and link.part("patient") >= 1)


# participants and places


def _role(left: Statement, right: Statement, finding: Finding, link: Similarity, backing: int) -> bool:
    if shares_a_name(argument_of(left), argument_of(right)):
        return False  # "Gang boss Oran" and "Oran Velde", "Mira Holt" and "Miranda Holt"
    return link.part("lemma") >= 1 and besides(left, link) >= NAMES


def _recipient(left: Statement, right: Statement, finding: Finding, link: Similarity, backing: int) -> bool:
    if "statements" in left.claim.topics:
        return False  # who says a thing tells it to many
    once = link.part("lemma") >= 1 and link.part("agent") >= 1 and link.part("told_once") >= 1
    return besides(left, link) >= (ONCE if once else SURE)


def _other(left: Statement, right: Statement, finding: Finding, link: Similarity, backing: int) -> bool:
    return besides(left, link) >= SURE


_GATES: dict[Facet, Callable[[Statement, Statement, Finding, Similarity, int], bool]] = {
    Facet.QUANTITY: _quantity,
    Facet.TIME: _time,
    Facet.AGENT: _role,
    Facet.PATIENT: _role,
    Facet.RECIPIENT: _recipient,
    Facet.PLACE: _other,
    Facet.TYPE: _other,
}


# denials and negations


def _is_denial(left: Statement, right: Statement, finding: Finding, link: Similarity) -> bool:
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
    if denies_in_words(left) or denies_in_words(right):
        return besides(left, link) >= SURE and link.part("predicate") >= 1 and _one_concern(left.claim, right.claim)
    if link.part("lemma") < 1 or not _same_things(left, right):
        return False
    if is_twin(left, right, link):
        return _negatives(left) != _negatives(right)
    return besides(left, link) >= SURE and _negates_alone(left, right) and _share_all(left.claim, right.claim)


def _are_opposites(left: Statement, right: Statement, link: Similarity) -> bool:
    """Nouns are left out: the "victory" of a report and the "defeat" of another are mostly one, told of two sides."""
    verbs = left.claim.predicate.kind == right.claim.predicate.kind == "verb"
    return verbs and besides(left, link) >= TIMES and _share_all(left.claim, right.claim)


def _negates_alone(left: Statement, right: Statement) -> bool:
    """Whether one of the two sentences has a negation, and neither a further word that may turn it round."""
    negated, affirmed = (left, right) if is_negated(left.claim) else (right, left)
    return bool(_negatives(negated)) and not (_negatives(affirmed) or _nearly(affirmed) or _nearly(negated))


def denies_in_words(statement: Statement) -> bool:
    """Whether a source denies just this by a word for denying.

    "Denied arson following a fire" takes the fire for granted, and "dismissed such fears, the agency reported" denies no report.
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
    return sum(word in words("surety", "negatives") for word in _words(statement))


def _nearly(statement: Statement) -> bool:
    return any(word in words("surety", "near_negatives") for word in _words(statement))


def _words(statement: Statement) -> list[str]:
    return sentence_of(statement).replace(",", " ").replace("n't", " n't").replace("n’t", " n't").split()


def _same_things(left: Statement, right: Statement) -> bool:
    """Whether each sentence has the names that the other gives for what it concerns ("checked into Elmwood", "never checked into Oakdale")."""
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
    return not (ones and others) or _share(ones, others)
