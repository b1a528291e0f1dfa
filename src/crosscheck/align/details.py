"""Which details do two articles state of one and the same thing, each another?

Two articles are asked for details of one thing where they report the same story, or name some of the same persons. Which thing it is says its
name: a person's surname, a street, the place that a distance is measured from.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations, product

from crosscheck.align.amounts import amounts_apart
from crosscheck.align.days import days_between
from crosscheck.align.facts import facts_apart
from crosscheck.align.milestones import are_of_one, dated_apart, tell_of_several
from crosscheck.align.once import AGE, GAP, YEAR, given_once
from crosscheck.align.subjects import told_alike
from crosscheck.extract.detail_deeds import interval
from crosscheck.extract.detail_own import is_of_a_game
from crosscheck.extract.detail_persons import GIVEN
from crosscheck.extract.detail_sums import ends
from crosscheck.extract.exchange import times_apart
from crosscheck.extract.lexicon import words_of
from crosscheck.extract.names import folded
from crosscheck.model.article import Article
from crosscheck.model.detail import Detail, Kind
from crosscheck.model.report import Story

MOST = 60  # articles that state something of things of one name: more are of many things ("Main Street", "Smith")
SINGLE = (
    Kind.WEIGHT,
    Kind.NUMBER,
    Kind.CROSSING,
    Kind.DAMAGE,
    Kind.KIND,
    Kind.FIGURE,
)  # of which an article that states two speaks of two things of one name
TOLD = (
    *(Kind.CROWD, Kind.YEAR, Kind.DAY, Kind.CAUSE, Kind.TIMES, Kind.TOLL, Kind.NATION, Kind.AGES),
    *(Kind.DOORS, Kind.FINDER, Kind.DWELLING, Kind.DAMAGE, Kind.INTENT, Kind.KIND, Kind.SUM, Kind.CLOCK, Kind.OUTCOME),
    *(Kind.LASTING, Kind.FIGURE, Kind.FEW, Kind.LAPSE, Kind.DUE),
    *(Kind.STATE, Kind.LOCATED, Kind.DEED, Kind.MEASURE, Kind.SPEAKER, Kind.MEANS, Kind.VALUE, Kind.DATED),
    *(Kind.AMOUNT, Kind.FACT, Kind.DATE),
)  # what happened, in one story
PASSING = (Kind.RANK, Kind.WEIGHT, Kind.CONDITION, Kind.COUNT, *TOLD)  # what a later story may say otherwise of the same person
# Of things that an article names as one and as several ("a bomb thrown into the bank", "bombs thrown at the police") the sentences must tell which is
# meant: so many words in common, this share of the shorter one's, and other sentences half as alike at most. Set on 4,000 articles of ECB+ (training
# topics), MEANTIME and Reuters, all calls of which were read.
COMMON, ALIKE, RIVAL = 3, 0.4, 0.5
DISPUTED = (Kind.INTENT,)  # of which an article may report both, each by another source
# Words that two sentences must have in common for their sums to be of one thing, by how many times one sum is the other: what is told wrongly is
# seldom far off. Of a necklace that each article gives one sum for none need be. Set on the ECB+ training topics, MEANTIME and 600 articles of
# Reuters, all calls of which were read.
SUM_WORDS = ((1.5, 3), (3.0, 5))
SLIPPED = (1000.0, 5)  # where each article gives one sum
ALONE = 3.0
BY_SENTENCE = (Kind.COUNT, Kind.FEW, Kind.SUM, Kind.LAPSE)  # of which the sentence tells which thing of the name is meant
DAILY = (Kind.CONDITION, Kind.TOLL, Kind.OUTCOME, Kind.STATE)  # what a later day may know otherwise
OF_A_DAY = ("contained",)  # measures of which the same holds
OF_THOSE_DAYS = (Kind.DEED, Kind.SUM)  # what reports that lie further apart tell of two happenings: what was seized, or paid
NEXT_DAY = ("power", "damage in ")  # outcomes that a report of the next day tells of the same happening
SOON = 1  # days between two reports by which what was seized or burnt has hardly become more
TIMED = 2  # words that two sentences must have in common for what happened so long ago to be one thing
HAPPENINGS = (
    *(Kind.DAY, Kind.CLOCK, Kind.LAPSE, Kind.DUE),
    *(Kind.STATE, Kind.DEED, Kind.MEASURE, Kind.VALUE, Kind.DATED, Kind.AMOUNT, Kind.FACT, Kind.DATE),
)  # of whose things each story has its own
ALONE_IN_STORY = (Kind.DUE,)  # of which a story has one at a time, so that all that is told of it stands together
LAST = (Kind.DATED, Kind.AMOUNT, Kind.FACT, Kind.DATE)  # are read for what no other kind sets apart, and do not say whose they are as well
TOLD_ONCE = (Kind.VALUE, Kind.AMOUNT, Kind.FACT, Kind.DATE, Kind.DATED)
STREETS = (Kind.NUMBER, Kind.CROSSING)
PERSONS = 2  # persons whom two articles of different stories both name

_SCORE = re.compile(r"\b[0-9]{1,3}[-–][0-9]{1,3}\b")

Key = tuple[Kind, str]
Pair = tuple[Detail, Detail]


class Details:
    """The details of some articles, and which of them may be set side by side."""

    def __init__(
        self,
        articles: Sequence[Article],
        stated: Mapping[str, tuple[Detail, ...]],
        stories: Iterable[Story],
        are_one_form: Callable[[str, str], bool] = lambda left, right: False,
    ) -> None:
        """`stated` is what `details_in` finds in each article; `are_one_form` says of two that they tell of two protagonists in one form."""
        self._are_one_form = are_one_form
        self._of = {article.id: stated[article.id] for article in articles}
        self._story = {article: story.id for story in stories for article in story.articles}
        self._day = {article.id: (article.published or "")[:10] for article in articles}
        self._one_person = frozenset(pair for found in self._of.values() for detail in found for pair in _first_names(detail))
        self._articles = {article.id: article for article in articles}
        self._words: dict[str, frozenset[str]] = {}
        self._persons = {name: _persons(found) for name, found in self._of.items()}

    def pairs(self) -> Iterator[Pair]:
        """Different values of one kind and thing from two articles that are akin, none of which has the other's; in a fixed order."""
        for one, other in self._pairs():
            if self._are_one_form(one.article, other.article):
                continue
            if not _is_known_by_words(one) or told_alike(one, other, self._articles[one.article], self._articles[other.article]):
                yield one, other

    def _pairs(self) -> Iterator[Pair]:
        for (kind, _), tellers in self._by_thing().items():
            if kind is Kind.DENIED:
                continue  # align/denials.py
            for ones, others in self._met(kind, tellers):
                if not self._may_meet(ones[0], others[0].article) or (kind is Kind.DATED and tell_of_several(self._of_its_story(ones[0], tellers))):
                    continue
                if kind is Kind.AMOUNT:
                    yield from amounts_apart(ones, others, self._articles)
                elif kind in (Kind.FACT, Kind.DATE):
                    yield from facts_apart(ones, others, self._articles)
                elif kind is Kind.VALUE:
                    found = given_once(ones, others, self._of_its_story(ones[0], tellers))
                    yield from (pair for pair in found if not is_of_a_game(pair[0].thing) or self._are_of_one_game(*pair))
                else:
                    found = _CHOICES.get(kind, _apart)(ones, others)
                    found = (pair for pair in found if kind is not Kind.NAME or not self._are_names_of_one(*pair, tellers))
                    yield from (self._with_backing(*pair, tellers) for pair in found) if kind is Kind.DAY else found

    def _of_its_story(self, detail: Detail, tellers: Sequence[tuple[Detail, ...]]) -> list[tuple[Detail, ...]]:
        return [told for told in tellers if self.story_of(told[0]) == self.story_of(detail)]

    def _are_of_one_game(self, one: Detail, other: Detail) -> bool:
        """Whether both sentences give one day of the week, or both articles one score."""
        scores = [frozenset(_SCORE.findall(self._articles[detail.article].text)) for detail in (one, other)]
        return bool(one.scope and one.scope == other.scope) or not scores[0].isdisjoint(scores[1])

    def _with_backing(self, one: Detail, other: Detail, tellers: Sequence[tuple[Detail, ...]]) -> Pair:
        """The two days, each with how many reports of the story give it alone."""
        alone = [told[0].value for told in tellers if len(told) == 1 and self.story_of(told[0]) == self.story_of(one)]
        return replace(one, number=float(alone.count(one.value))), replace(other, number=float(alone.count(other.value)))

    def _met(self, kind: Kind, tellers: Sequence[tuple[Detail, ...]]) -> Iterator[tuple[tuple[Detail, ...], tuple[Detail, ...]]]:
        """What two articles each state of a thing; of a kind of happening ("fire"), which any story has, two articles of one story."""
        groups: dict[str, list[tuple[Detail, ...]]] = defaultdict(list)
        for stated in tellers:
            groups[self.story_of(stated[0])].append(stated)
        for story, told in groups.items() if kind in HAPPENINGS else (("-", tellers),):
            yield from combinations(told, 2) if story and len(told) <= MOST else ()

    def story_of(self, detail: Detail) -> str:
        """The story whose fire or crash it tells of; "" for details of named things."""
        return self._story.get(detail.article, "") if detail.kind in HAPPENINGS else ""

    def _are_names_of_one(self, one: Detail, other: Detail, tellers: Sequence[Sequence[Detail]]) -> bool:
        """ "Karl Osk" and "Piet Osk" where somebody writes "Karl Piet Osk", or where an article has both first names ("also known as Piet")."""
        if (one.thing, frozenset((one.value, other.value))) in self._one_person:
            return True
        has = [[told[0].article for told in tellers if any(each.value == name for each in told)] for name in (one.value, other.value)]
        return any(self._has(article, other.value) for article in has[0]) or any(self._has(article, one.value) for article in has[1])

    def _has(self, article: str, name: str) -> bool:
        known = self._words.get(article)
        if known is None:
            said = "".join(letter if letter.isalnum() else " " for letter in folded(self._articles[article].text))
            known = self._words[article] = frozenset(said.split())
        return name in known

    def agreeing(self, detail: Detail) -> tuple[Detail, ...]:
        """What all articles that are akin to its own state in the same way of the same thing, itself among it."""
        akin = (article for article in sorted(self._of) if article == detail.article or self._may_meet(detail, article))
        same = (other for article in akin for other in self._of[article] if _key(other) == _key(detail) and other.value == detail.value)
        return tuple(other for other in same if other == detail or _is_said_alike(detail, other)) or (detail,)

    def besides(self, detail: Detail) -> tuple[Detail, ...]:
        """Whatever the articles of its story tell of a thing of which each story has one: "by December", beside two other deadlines."""
        if detail.kind not in ALONE_IN_STORY:
            return ()
        near = (article for article in sorted(self._of) if self._are_of_one_story(detail.article, article))
        return tuple(other for article in near for other in self._of[article] if _key(other) == _key(detail))

    def _by_thing(self) -> dict[Key, list[tuple[Detail, ...]]]:
        """By kind and thing, what each article states of it: a detail a value."""
        found: dict[Key, list[tuple[Detail, ...]]] = defaultdict(list)
        for article in sorted(self._of):
            for key, stated in _by_key(self._of[article]).items():
                found[key].append(stated)
        return dict(sorted(found.items(), key=lambda one: (LAST.index(one[0][0]) if one[0][0] in LAST else -1, one[0])))

    def _may_meet(self, detail: Detail, right: str) -> bool:
        """Conditions change from day to day, ranks and weights from year to year."""
        kind, left = detail.kind, detail.article
        if (
            (kind in DAILY or detail.thing in OF_A_DAY)
            and self._day[left] != self._day[right]
            and not (detail.thing.startswith(NEXT_DAY) and self._are_neighbours(left, right))
        ):
            return False
        if kind is Kind.VALUE and detail.thing.endswith(AGE) and self._day[left][:YEAR] != self._day[right][:YEAR]:
            return False
        if (kind in OF_THOSE_DAYS or detail.thing.startswith(GAP)) and (days_between(self._articles[left], self._articles[right]) or 0) > SOON:
            return False
        return self._are_of_one_story(left, right) or (kind not in PASSING and self._are_akin(kind, left, right))

    def _are_neighbours(self, left: str, right: str) -> bool:
        """Whether the one was published on the day after the other."""
        try:
            days = [date.fromisoformat(self._day[article]) for article in (left, right)]
        except ValueError:
            return False
        return abs((days[0] - days[1]).days) <= 1

    def _are_of_one_story(self, left: str, right: str) -> bool:
        return left in self._story and self._story[left] == self._story.get(right)

    def _are_akin(self, kind: Kind, left: str, right: str) -> bool:
        """Articles of different stories, as the report on a fire and that on the trial: a street that both name is as good as a person."""
        return len(self._persons[left] & self._persons[right]) >= PERSONS - (kind in STREETS)


def _first_names(detail: Detail) -> Iterator[tuple[str, frozenset[str]]]:
    """The surname with the first name and each name between: "Karl Piet Osk" is both Karl and Piet."""
    if detail.kind is Kind.NAME:
        for middle in detail.scope.split():
            yield detail.thing, frozenset((detail.value, middle))


def _key(detail: Detail) -> Key:
    return detail.kind, detail.thing


def _by_key(details: Sequence[Detail]) -> dict[Key, tuple[Detail, ...]]:
    """One detail a value, which is the first with the words of all of them; of counts one a sentence as well."""
    found: dict[Key, dict[tuple[str, int], Detail]] = defaultdict(dict)
    for detail in details:
        value = detail.value, detail.sentence if detail.kind in BY_SENTENCE else 0
        first = found[_key(detail)].setdefault(value, detail)
        kept = detail if detail.kind is Kind.MEANS and detail.exact and not first.exact else first
        found[_key(detail)][value] = replace(kept, words=first.words | detail.words)
    return {key: tuple(values.values()) for key, values in found.items()}


def _counted_apart(ones: Sequence[Detail], others: Sequence[Detail]) -> Iterator[Pair]:
    """The pair of a thing told as one and as several that stands in the likest sentences, where it is sure that these are of the same one."""
    pairs = [pair for pair in product(ones, others) if pair[0].value != pair[1].value and pair[0].exact and pair[1].exact]
    if not pairs:
        return
    one, other = max(pairs, key=lambda pair: (_likeness(*pair), len(pair[0].words & pair[1].words)))  # the first of equals
    several = len({detail.value for detail in ones}) > 1 or len({detail.value for detail in others}) > 1
    if not several or (_likeness(one, other) >= ALIKE and not _has_rival(one, other, ones) and not _has_rival(other, one, others)):
        yield one, other


def _has_rival(one: Detail, other: Detail, told: Sequence[Detail]) -> bool:
    """Whether the article of the one has the other's value in a sentence that is like the other's as well."""
    return any(_share(detail, other) >= RIVAL * _share(one, other) for detail in told if detail.value == other.value)


def _is_said_alike(one: Detail, other: Detail) -> bool:
    """Whether the same value is said of the same thing, where only the sentence tells which thing is meant."""
    if one.kind is Kind.MEANS:
        return other.exact
    if one.kind is Kind.DATED:
        return are_of_one(one, other)
    if one.kind in (Kind.COUNT, Kind.FEW):
        return other.exact and _likeness(one, other) > 0
    return one.kind is not Kind.LAPSE or len(one.words & other.words) >= TIMED


def _likeness(one: Detail, other: Detail) -> float:
    """The share of the words of the shorter sentence that the other has; 0 where there are few."""
    return _share(one, other) if len(one.words & other.words) >= COMMON else 0.0


def _share(one: Detail, other: Detail) -> float:
    return len(one.words & other.words) / max(1, min(len(one.words), len(other.words)))


def _apart(ones: Sequence[Detail], others: Sequence[Detail]) -> Iterator[Pair]:
    """The pairs of values of which each is stated by one article alone."""
    if ones[0].kind in SINGLE and max(len(ones), len(others)) > 1:
        return
    left, right = ({detail.value for detail in side} for side in (ones, others))
    if left == right:
        return  # two copies of a report on a dispute
    for one, other in product(ones, others):
        if one.value != other.value and (_is_disputed(one) or (one.value not in right and other.value not in left)):
            yield one, other


def _is_disputed(detail: Detail) -> bool:
    """Whether an article that has both values excludes the one by the other: a person dies on one day."""
    return detail.kind in DISPUTED or (detail.kind is Kind.DAY and detail.thing.startswith("died "))


def _sums_apart(ones: Sequence[Detail], others: Sequence[Detail]) -> Iterator[Pair]:
    """The pairs of sums that cannot be one, of the likest sentences, where neither article gives the other's sum as well."""
    single = all(len({one.sentence for one in side}) == 1 for side in (ones, others))
    for one, other in product(ones, others):
        if _are_of_one_thing(one, other, single) and not _is_matched(one, other, ones) and not _is_matched(other, one, others):
            yield one, other


def _are_of_one_thing(one: Detail, other: Detail, single: bool) -> bool:
    """`single` where each article gives one sum alone."""
    apart = _times_apart(one, other)
    if single and one.thing in words_of("detail_sums", "alone") and 1 < apart <= ALONE:
        return True
    least = next((words for times, words in (*SUM_WORDS, *((SLIPPED,) if single else ())) if apart <= times), None)
    return apart > 1 and least is not None and len(one.words & other.words) >= least


def _is_matched(one: Detail, other: Detail, told: Sequence[Detail]) -> bool:
    """Whether the article of the one gives the other's sum as well, or has another sum in a liker sentence; a conversion is no other sum."""
    rest = [detail for detail in told if detail.sentence != one.sentence or (detail is not one and detail.exact and one.exact)]
    return any(_times_apart(detail, other) <= 1 or len(detail.words & other.words) > len(one.words & other.words) for detail in rest)


def _times_apart(one: Detail, other: Detail) -> float:
    """How many times the larger sum is the smaller one at the rate that brings them nearest; 1 where they can be one."""
    years = [int(detail.scope) for detail in (one, other) if detail.scope]
    return times_apart(ends(one), ends(other), (min(years), max(years)) if years else None)


def _timed_apart(ones: Sequence[Detail], others: Sequence[Detail]) -> Iterator[Pair]:
    """The pairs of times in like sentences, of which neither article gives the other's as well, nor another one in a liker sentence."""
    left, right = ({detail.value for detail in side} for side in (ones, others))
    for one, other in product(ones, others):
        alike = len(one.words & other.words)
        if alike < TIMED or one.value in right or other.value in left:
            continue
        rivals = [len(rival.words & other.words) for rival in ones if rival is not one] + [
            len(one.words & rival.words) for rival in others if rival is not other
        ]
        if all(rival < alike for rival in rivals):
            yield one, other


def _counted_once(ones: Sequence[Detail], others: Sequence[Detail]) -> Iterator[Pair]:
    """The most exact numbers of two articles, neither of which tells of two such things ("three cables", "the cables")."""
    if _fit_together(ones) and _fit_together(others):
        one, other = (min(side, key=lambda detail: (_width(detail), detail.span)) for side in (ones, others))
        yield from ((one, other),) if one.value != other.value else ()


def _known_alone(ones: Sequence[Detail], others: Sequence[Detail]) -> Iterator[Pair]:
    """What one article ties to the happening and the other does not so much as name, either way, where each ties one thing to it."""
    tied = [[detail for detail in side if detail.exact] for side in (ones, others)]
    if len(tied[0]) == len(tied[1]) == 1:
        one, other = tied[0][0], tied[1][0]
        if one.value not in {detail.value for detail in others} and other.value not in {detail.value for detail in ones}:
            yield one, other


def _fit_together(told: Sequence[Detail]) -> bool:
    ends = [interval(detail) for detail in told]
    return max(low for low, _ in ends) <= min(high for _, high in ends)


def _width(detail: Detail) -> float:
    low, high = interval(detail)
    return high - low


_CHOICES: dict[Kind, Callable[[Sequence[Detail], Sequence[Detail]], Iterator[Pair]]] = {
    Kind.COUNT: _counted_apart,
    Kind.FEW: _counted_apart,
    Kind.SUM: _sums_apart,
    Kind.LAPSE: _timed_apart,
    Kind.DEED: _counted_once,
    Kind.MEASURE: _counted_once,
    Kind.MEANS: _known_alone,
    Kind.DATED: dated_apart,
}


def _is_known_by_words(detail: Detail) -> bool:
    """Whether the words around it alone tell what it is of: not an attribute that a claim states, as a turnout or a sentence."""
    stated = words_of("detail_values", "once") | words_of("detail_values", "own")
    if detail.kind is Kind.COUNT:
        return detail.thing in words_of("detail_things", "usual")
    return detail.kind in TOLD_ONCE and not (detail.kind is Kind.VALUE and detail.thing.partition(" ")[0] in stated)


def _persons(details: Sequence[Detail]) -> frozenset[str]:
    return frozenset(f"{detail.value} {detail.thing}" for detail in details if detail.kind is Kind.NAME and not detail.thing.startswith(GIVEN))
