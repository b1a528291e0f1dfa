"""Where does an article of the same story affirm what another one, or somebody in the same one, denies?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from crosscheck.extract.detail_denials import affirmed, deed_of, doers, is_denial
from crosscheck.extract.detail_sentences import Sentence, sentence_at
from crosscheck.extract.detail_years import STEM
from crosscheck.extract.lexicon import words_of
from crosscheck.extract.time_calendar import WEEKDAYS
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Extract
from crosscheck.model.detail import Detail, Kind
from crosscheck.model.report import Story

YEAR = 4  # digits
_DAYS = frozenset(day[:STEM] for day in WEEKDAYS)
MOST = 60  # articles of a story: more are of many things
Pair = tuple[Detail, Detail]


def denied_pairs(
    articles: Mapping[str, Article], extracts: Mapping[str, Extract], stated: Mapping[str, tuple[Detail, ...]], stories: Sequence[Story]
) -> Iterator[Pair]:
    """Each denial beside the likest statement of every article of its story that somebody did it."""
    for story in stories:
        denials = [detail for article in sorted(story.articles) for detail in stated.get(article, ()) if detail.kind is Kind.DENIED]
        if not denials or not 1 < len(story.articles) <= MOST:
            continue
        deeds = {detail.thing for detail in denials}
        told = {article: _claims_by_deed(extracts[article], deeds, stated[article]) for article in sorted(story.articles)}
        for denial in denials:
            for article, claims in told.items():
                if _tells_both(denial, article, denials):
                    continue
                yield from _likest(denial, articles[article], extracts[article], claims.get(denial.thing, ()))


def _tells_both(denial: Detail, article: str, denials: Sequence[Detail]) -> bool:
    """Whether another article denies it as well, or its own has it in its own voice: what it affirms beside that is something else.

    "Osk has voted in Lefkos. He has never voted in general elections."
    """
    if article == denial.article:
        return not is_denial(denial)
    same = (other for other in denials if other.article == article and other.thing == denial.thing)
    return any(doers(other) & doers(denial) or other.text == denial.text for other in same)


def _was_refused_otherwise(denial: Detail, claim: Claim) -> bool:
    """Who "declined to impose rules" may have imposed some "in 2003"; who never did has not."""
    is_of_a_year = any(time.value[:YEAR].isdigit() and time.value[:YEAR] in time.text for time in claim.times)
    return is_of_a_year and denial.text.split()[0].lower() in words_of("detail_denials", "refusing")


def _was_another_day(denial: Detail, told: Sentence) -> bool:
    """What nobody had done "by Sunday night" somebody may have done "on Monday"; what is denied outright was not done on any day."""
    ones, others = _DAYS & denial.words, {form[:STEM] for form in told.forms if form in WEEKDAYS}
    return not is_denial(denial) and bool(ones and others) and ones.isdisjoint(others)


def _claims_by_deed(extract: Extract, deeds: set[str], stated: Sequence[Detail]) -> dict[str, list[Claim]]:
    """What the article claims of these deeds, but for what it denies."""
    denied = [detail.span for detail in stated if detail.kind is Kind.DENIED]
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in extract.claims:
        deed = deed_of(claim)
        if deed in deeds and not any(span.touches(claim.predicate.span) for span in denied):
            found[deed].append(claim)
    return found


def _likest(denial: Detail, article: Article, extract: Extract, claims: Sequence[Claim]) -> Iterator[Pair]:
    """At most one; of the denial's own article only what another sentence says, where it was denied outright."""
    found: list[Detail] = []
    for claim in claims:
        if article.id != denial.article or (denial.exact and claim.sentence != denial.sentence):
            sentence = sentence_at(article, extract, claim.sentence)
            detail = affirmed(sentence, claim)
            found += [detail] if detail and not _was_refused_otherwise(denial, claim) and not _was_another_day(denial, sentence) else []
    if found:
        likest = max(found, key=lambda one: (bool(doers(one) & doers(denial)), len(one.words & denial.words), -one.span.start))
        thing = f"{denial.thing} {' '.join(sorted(doers(denial)))}"
        said = " ".join(likest.text.split())
        yield replace(denial, thing=thing, scope=said), replace(likest, thing=thing, scope=said)
