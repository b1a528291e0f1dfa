"""Which details of named things does an article state: spellings, ranks, addresses, telephone numbers, distances?

They are read from the text and what was found in it when articles are compared, not before: they are set against those of other articles only.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, partial
from typing import TypeVar

from crosscheck.extract.detail_ages import ages_in
from crosscheck.extract.detail_amounts import amounts_in, named_inside, names_of
from crosscheck.extract.detail_births import births_in
from crosscheck.extract.detail_clocks import clocks_in
from crosscheck.extract.detail_crowds import crowds_in, home_of
from crosscheck.extract.detail_dates import dates_in
from crosscheck.extract.detail_days import days_in
from crosscheck.extract.detail_deaths import deaths_in
from crosscheck.extract.detail_deeds import deeds_in
from crosscheck.extract.detail_denials import denials_in
from crosscheck.extract.detail_due import due_in
from crosscheck.extract.detail_facts import facts_in
from crosscheck.extract.detail_few import few_in
from crosscheck.extract.detail_figures import figures_in
from crosscheck.extract.detail_harm import harm_in
from crosscheck.extract.detail_homes import homes_in
from crosscheck.extract.detail_kinds import kinds_in
from crosscheck.extract.detail_lapses import lapses_in
from crosscheck.extract.detail_lasting import lasting_in
from crosscheck.extract.detail_located import located_in
from crosscheck.extract.detail_means import means_in
from crosscheck.extract.detail_measures import measures_in
from crosscheck.extract.detail_nations import nations_in
from crosscheck.extract.detail_outcomes import found_outcomes
from crosscheck.extract.detail_own import own_in
from crosscheck.extract.detail_people import people_of
from crosscheck.extract.detail_persons import persons_in
from crosscheck.extract.detail_phones import phones_in
from crosscheck.extract.detail_places import Called, name_before, places_in
from crosscheck.extract.detail_ranks import gaps_in, ranks_in
from crosscheck.extract.detail_reported import reported_in
from crosscheck.extract.detail_role_ages import role_ages_in
from crosscheck.extract.detail_scenes import scenes_in
from crosscheck.extract.detail_sentences import Sentence, sentences_of
from crosscheck.extract.detail_speakers import speakers_in
from crosscheck.extract.detail_states import states_in
from crosscheck.extract.detail_streets import streets_in
from crosscheck.extract.detail_sums import sums_in
from crosscheck.extract.detail_tallies import tallies_in
from crosscheck.extract.detail_things import things_in
from crosscheck.extract.detail_tolls import tolls_in
from crosscheck.extract.detail_values import ages_in as ages_told_in
from crosscheck.extract.detail_values import values_in
from crosscheck.extract.detail_years import years_in
from crosscheck.extract.quantity_units import comparable
from crosscheck.extract.words import folded
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Entity, Extract, Mention, Quantity, Time
from crosscheck.model.detail import Detail, Kind

Stated = TypeVar("Stated", Quantity, Time)
WEIGHTS = ("pound", "kilogram", "pound mass", "stone")
RECENT = 12  # mentions of persons before the end of a sentence among which the one that it speaks of is looked for


def details_in(article: Article, extract: Extract) -> tuple[Detail, ...]:
    """All of them, in the order of the text."""
    sentences = tuple(sentences_of(article, extract))
    people = people_of(sentences, extract)
    called, home = cache(partial(name_before, article.text)), cache(partial(home_of, extract))
    found: list[Detail] = []
    reported: list[Detail] = []
    quantities, times, claims = _by_sentence(extract, extract.quantities), _by_sentence(extract, extract.times), _claims_by_sentence(extract)
    persons = [entity for entity in extract.entities if entity.type == "PER"]
    before: Sentence | None = None
    known = named_inside(sentences) | frozenset(word for one in extract.entities for word in folded(one.entity).split())
    published = _day_of(article)
    for sentence in sentences:
        recent = people.until(sentence.span.end, RECENT)
        found += _of(sentence, recent, quantities[sentence.number], called)
        found += crowds_in(sentence, quantities[sentence.number], home, published)
        found += sums_in(sentence, quantities[sentence.number], article.published)
        found += days_in(sentence, recent)
        found += clocks_in(sentence, times[sentence.number], recent, before)
        found += tolls_in(sentence)
        found += nations_in(sentence)
        found += ages_in(sentence)
        found += deaths_in(sentence, recent)
        found += scenes_in(sentence, recent, claims[sentence.number])
        found += harm_in(sentence)
        found += kinds_in(sentence)
        found += found_outcomes(sentence, claims[sentence.number])
        found += states_in(sentence, claims[sentence.number])
        found += denials_in(sentence, claims[sentence.number])
        found += located_in(sentence)
        found += births_in(sentence, recent)
        found += speakers_in(sentence, extract.attributions, persons)
        found += lasting_in(sentence, article.published)
        found += due_in(sentence, times[sentence.number], published)
        found += figures_in(sentence, quantities[sentence.number])
        found += few_in(sentence)
        found += deeds_in(sentence)
        found += tallies_in(sentence, before)
        found += measures_in(sentence, quantities[sentence.number], before)
        found += role_ages_in(sentence, quantities[sentence.number])
        found += means_in(sentence, recent, before)
        found += values_in(sentence, claims[sentence.number], before)
        found += ages_told_in(sentence, quantities[sentence.number], people.aged(sentence.span.start), recent, before)
        found += own_in(sentence, recent, quantities[sentence.number], people.subject)
        found += ranks_in(sentence, recent, people.subject)
        found += gaps_in(sentence, published, before)
        reported += reported_in(sentence, quantities[sentence.number], recent, before)
        named = names_of(before, known) if before is not None else frozenset()
        found += amounts_in(sentence, quantities[sentence.number], known, named)
        found += facts_in(sentence, times[sentence.number], known, named)
        found += homes_in(sentence, recent)
        found += years_in(sentence, people.mended(claims[sentence.number]), before)
        found += dates_in(sentence, times[sentence.number], recent, before, published)
        before = sentence
        found += lapses_in(sentence, times[sentence.number], quantities[sentence.number], claims[sentence.number], published)
    things = {detail.thing for detail in found if detail.kind is Kind.VALUE}
    return (*found, *(detail for detail in reported if detail.thing not in things))  # what a number hangs by tells more than the words around it


def _day_of(article: Article) -> date | None:
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None


def _of(sentence: Sentence, people: Sequence[tuple[Entity, Mention]], quantities: Sequence[Quantity], called: Called) -> Iterator[Detail]:
    yield from streets_in(sentence)
    yield from phones_in(sentence)
    yield from things_in(sentence)
    yield from places_in(sentence, [one for one in quantities if one.unit and comparable(one.unit, "kilometre")], called)
    yield from persons_in(sentence, people, [one for one in quantities if one.unit in WEIGHTS])


def _by_sentence(extract: Extract, stated: Sequence[Stated]) -> list[list[Stated]]:
    found: list[list[Stated]] = [[] for _ in extract.sentences]
    starts = [span.start for span in extract.sentences]
    for one in stated:
        if starts:
            found[max(0, bisect_right(starts, one.span.start) - 1)].append(one)
    return found


def _claims_by_sentence(extract: Extract) -> list[list[Claim]]:
    found: list[list[Claim]] = [[] for _ in extract.sentences]
    for claim in extract.claims:
        found[claim.sentence].append(claim)
    return found
