"""Is it sure enough that two numbers are of one thing, so that they contradict each other?"""

from __future__ import annotations

from crosscheck.align.similarity import Similarity
from crosscheck.extract.detail_lasting import AFTER, things
from crosscheck.extract.models import model_in
from crosscheck.extract.names import bare_name
from crosscheck.judge.circumstances import sentence_of
from crosscheck.judge.lexicon import words
from crosscheck.judge.surety_evidence import SURE, besides, spaced
from crosscheck.model.claim import Facet, Quantity, Time
from crosscheck.model.verdict import Finding, Statement

# Likelihoods as in judge/surety_evidence.py, which says on what they were set.
PASSING = 0.1  # more for numbers told in passing: two articles count the same thing in many connexions
OTHER_DOER = -1.0  # the agents of two claims have two names
OTHER_TIME = -1.0  # they say when, and share no day
AGO = 0.4  # enough for one kind of event so many weeks, months or years ago
YEAR = 4  # digits
TABLE = 10  # numbers of a sentence from which on it is a table
REACH = 40  # code points before a number in which stands what it is held against
# Chosen after reading stories-gold too, so that what they find there is no independent test.
ANSWERS = 0.8  # enough that two numbers answer one question, whatever the claims are alike
OF_A_MODEL = 0.7  # the same for two numbers of one model ("AK-47"), of which a story has few
ALIKE = 0.9  # enough for two percentages of nobody knows what
BACKED = 0.25  # enough for a number of one kind of thing, one value of which two articles give and of which no article gives both


def are_of_one_thing(left: Statement, right: Statement, finding: Finding, link: Similarity, backing: int) -> bool:
    if finding.rule == "quantity.far" or is_offset(left) != is_offset(right):
        return False
    if _are_of_play(left, right) or _are_distances(left, right) or _follows(left) != _follows(right):
        return False
    asked = answer_one_question(left, right, link) or _are_ages_of_one(left, right)
    if not asked and (_is_bare(left) or _is_bare(right)) and not (_kind(left) == _kind(right) == "percent" and besides(left, link) >= ALIKE):
        return False
    if years_in(left) and years_in(right) and years_in(left).isdisjoint(years_in(right)):
        return False
    if _scope(left) != _scope(right) and not _are_of_a_day(left, right):
        return False  # "9 warnings in 12 games" and "31 warnings" of the whole season
    if _is_former(left) != _is_former(right) or _is_compared(left) or _is_compared(right):
        return False  # "a 30-year contract" and "the original 50-year contracts"
    if _is_in_a_table(left) or _is_in_a_table(right):
        return False  # "rice 5 tonnes (9), oats 12 (14), rye 40 (38), maize 7 (8), hops 3 (2)"
    if link.part("time") <= OTHER_TIME:
        return False  # "200 tonnes in December", "180 tonnes in February"
    if _kind(left) == "age" and years_in(left) != years_in(right):
        return False  # "In 2019, aged 83" and "died aged 88"
    return link.part("agent") > OTHER_DOER and (asked or besides(left, link) >= _enough(left, right, link, backing))


def _are_ages_of_one(left: Statement, right: Statement) -> bool:
    """Whether both say how old a person of one full name is: nobody is 31 in one report of a story and 34 in another."""
    persons = [_aged(one) for one in (left, right)]
    return len(persons[0]) > 1 and len(persons[1]) > 1 and (persons[0] <= persons[1] or persons[1] <= persons[0])


def _aged(statement: Statement) -> frozenset[str]:
    """The names of the person whose age it is, where the sentence tells of no other time of the life."""
    if statement.claim.predicate.lemma != "age" or not words("surety", "elsewhen").isdisjoint(sentence_of(statement).replace(",", " ").split()):
        return frozenset()
    named = next((one for one in statement.claim.of(Facet.AGENT) if one.name == "PER" and one.entity), None)
    said = bare_name(named.entity) if named is not None and named.entity else ()
    return frozenset(said) if named is not None and said and said[-1] in bare_name(named.text) else frozenset()


def _is_former(statement: Statement) -> bool:
    """Whether it is the number of what was there before."""
    value = statement.value
    before = statement.article.text[: value.span.start].casefold().split()[-1:] if value else []
    return not words("surety", "former").isdisjoint(before)


def _is_in_a_table(statement: Statement) -> bool:
    """Whether its sentence has so many numbers that only a reader of the table knows which is of what."""
    return sum(word[0].isdigit() for word in spaced(sentence_of(statement)).split()) >= TABLE


def _is_compared(statement: Statement) -> bool:
    """Whether it is a number of another time, or of another body, that the one told of is held against: "up 5 percent, against 3 percent"."""
    value = statement.value
    before = statement.article.text[: value.span.start][-REACH:].casefold().split() if value else []
    while before and before[-1] in words("surety", "approximately"):
        before.pop()
    return bool(before) and before[-1] in words("surety", "against")


def _are_of_play(left: Statement, right: Statement) -> bool:
    """Whether both count catches, goals and the like: of each player and each game there is another number."""
    nouns = {_noun(statement) for statement in (left, right)}
    if nouns == {"shot"}:
        return any(statement.claim.predicate.lemma in words("surety", "shooting_at_play") for statement in (left, right))
    return nouns <= words("surety", "play")


def _are_distances(left: Statement, right: Statement) -> bool:
    """From where to where must be known (judge/details.py): offices and a car may both be north of one town."""
    return all(isinstance(one.value, Quantity) and one.value.attribute == "distance" for one in (left, right))


def _follows(statement: Statement) -> bool:
    """Whether it is the magnitude of a quake after the main one."""
    value = statement.value
    magnitude = isinstance(value, Quantity) and value.attribute == "magnitude"
    return magnitude and not words("surety", "followers").isdisjoint(sentence_of(statement).split())


def _noun(statement: Statement) -> str:
    value = statement.value
    return value.of.casefold().split()[-1] if isinstance(value, Quantity) and value.of else ""


def answer_one_question(left: Statement, right: Statement, link: Similarity) -> bool:
    """Whether the two numbers surely answer one question, however else the claims differ (align/threads.py).

    Crowds of one story are many.
    """
    one, other = _number(left), _number(right)
    if one is None or other is None or not all(_is_telling(*side, link) for side in ((one, left), (other, right))):
        return False
    found = link.question((left.article.id, one.span), (right.article.id, other.span))
    return found is not None and found.likelihood >= (OF_A_MODEL if _model(one) and _model(one) == _model(other) else ANSWERS)


def _model(value: Quantity) -> str:
    return model_in((value.of or "").casefold())


def _number(statement: Statement) -> Quantity | None:
    """The number that it states, or in which it states a length of time."""
    value = statement.value
    if isinstance(value, Time):
        return next((quantity for quantity in statement.claim.quantities if quantity.span.touches(value.span)), None)
    return value if isinstance(value, Quantity) else None


def _is_telling(value: Quantity, statement: Statement, link: Similarity) -> bool:
    if value.attribute == "distance":
        return False  # from where to where must be known (judge/details.py)
    if value.text.casefold() in ("one", "1") or not (value.value or any(map(str.isdigit, value.text))):
        return False  # "one student" is any; "thousands"
    if value.attribute == "duration" and not _is_described(value):
        return False  # "a strike of four days" goes on
    if _counts_more(value, statement):
        return False
    return link.part("predicate") >= 1 or value.attribute is not None or not _counts_people(value)


def _is_described(value: Quantity) -> bool:
    """ "A four-year contract" is of that length."""
    return "-" in value.text and value.of is not None


def _counts_more(value: Quantity, statement: Statement) -> bool:
    """ "420 cabins and decks" counts more than cabins; "12 lorries and two vans" counts lorries."""
    noun = (value.of or "").casefold().split()[-1:]
    after = statement.article.text[value.span.end : value.span.end + 60].casefold().split()[:6]
    found = (last for word, then, last in zip(after, after[1:], after[2:], strict=False) if noun and word.startswith(noun[0][:4]) and then == "and")
    return any(not last[0].isdecimal() and last not in words("surety", "counts") for last in found)


def _counts_people(value: Quantity) -> bool:
    head = (value.of or "").casefold().split()[-1:]
    return any(noun in words("counted", "people") or noun in words("counted", "anyone") for noun in head)


def _scope(statement: Statement) -> frozenset[str]:
    """What the sentence limits its counts to by another number: "in 54 games"; years and the number itself limit nothing."""
    own = statement.value.text.casefold().split()[0] if statement.value else ""
    said = spaced(sentence_of(statement)).split()
    limits = (rest for before, *rest in zip(said, said[1:], said[2:], strict=False) if before in words("surety", "scopes"))
    return frozenset(f"{number} {noun}" for number, noun in limits if _limits(number, own) and noun.isalpha())


def _are_of_a_day(left: Statement, right: Statement) -> bool:
    """ "80 millimetres fell in 24 hours", "within a day 90 millimetres fell"."""
    limited, other = (left, right) if _scope(left) else (right, left)
    return _scope(limited) == {"24 hours"} and not _scope(other) and "day" in spaced(sentence_of(other)).split()


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
    return is_offset(statement) and not words("surety", "long_units").isdisjoint(unit)


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


def is_offset(statement: Statement) -> bool:
    """ "Two days after the vote" says when, "for two days" how long."""
    value, text = statement.value, statement.article.text
    if value is None:
        return False
    after = (word.strip(".,;:!?") for word in text[value.span.end : value.span.end + 20].casefold().split()[:2])
    return not words("surety", "offsets").isdisjoint(after)


def goes_on(statement: Statement) -> bool:
    """ "After four days of riots" tells of the day of the report: a later one has five."""
    value = statement.value
    if not isinstance(value, Quantity | Time) or (isinstance(value, Quantity) and not _is_of_time(value)):
        return False  # "180 millimetres of rain"
    after = spaced(statement.article.text[value.span.end : value.span.end + 40]).casefold().split()[: 2 + AFTER]
    return after[:1] == ["of"] and any(word in things() for word in after[1:])


def _is_of_time(value: Quantity) -> bool:
    return not words("surety", "time_units").isdisjoint((*(value.of or "").casefold().split()[-1:], (value.unit or "").casefold()))


def years_in(statement: Statement) -> frozenset[str]:
    """The years that the sentence names."""
    found = spaced(sentence_of(statement)).replace(",", " ").replace(".", " ").split()
    return frozenset(word for word in found if len(word) == 4 and word.isdigit() and word[:2] in ("18", "19", "20"))
