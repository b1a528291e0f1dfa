"""Which place in a row does a sentence give to a thing, and for how long was there none like it?

"The fifth minister to resign this year", "her third marriage"; "the worst flood in 40 years", "their first trophy since 1998". Which nouns stand for
one thing says data/lexicon/detail_ranks.toml; any other is known by itself, where it is told from when the row counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from crosscheck.extract.detail_sentences import People, Sentence, called, singular
from crosscheck.extract.detail_values import NAMED
from crosscheck.extract.lexicon import table_of
from crosscheck.extract.places import country_of
from crosscheck.extract.quantity_numeral import numbers_in
from crosscheck.model.claim import Entity, Mention
from crosscheck.model.detail import Detail, Kind

LONGEST = 5  # words from a place in a row to its noun
REACH = 10  # words behind the noun among which it is told from when the row counts
STEM = 5  # letters by which two forms of a noun are one
MARKS = ',;:()–—“”"'
HISTORY, CAREER = "history", "career"
YEARS = {"year": 1.0, "years": 1.0, "decade": 10.0, "decades": 10.0, "season": 1.0, "seasons": 1.0, "generation": 25.0, "century": 100.0}
SHARE = 0.08  # by which a span of years may have been rounded
TEN = 10  # that a round number is a multiple of
SINCE = 1.0  # years by which "since 1998" may be off


def ranks_in(sentence: Sentence, people: People, about: tuple[Entity, Mention] | None) -> Iterator[Detail]:
    """`people` are the mentions of persons up to the end of the sentence, `about` is whom the article is about."""
    for at, form in enumerate(sentence.forms):
        place = _place(form)
        head = _head(sentence, at) if place else None
        if place and head is not None:
            yield from _rank(sentence, at, head, place, people, about)


def gaps_in(sentence: Sentence, published: date | None, before: Sentence | None) -> Iterator[Detail]:
    """`value` is the least and the most of years; of a sentence that begins with a pronoun the one before it tells what it is about."""
    told = sentence.names() | (before.names() if before and sentence.forms[:1] and sentence.forms[0] in _words("pronouns") else frozenset())
    moves = table_of("detail_amounts")["words"]
    about = told - _words("days") - frozenset(f"{moves['up']} {moves['down']}".split())
    for at, form in enumerate(sentence.forms):
        way = _way(form)
        head = _head(sentence, at) if way else None
        if way and head is not None:
            yield from _gap(sentence, at, head, way, published, about)
        elif form in _words("extremes") or form in _words("waits"):
            yield from _turn(sentence, at, about)


# a place in a row


def _rank(sentence: Sentence, at: int, head: int, place: int, people: People, about: tuple[Entity, Mention] | None) -> Iterator[Detail]:
    noun = noun_of(sentence.forms[head])
    end = _clause_end(sentence, max(at, head))
    since = _since(sentence, at, max(at, head), end)
    is_bare = noun in table_of("detail_ranks")["bare"] and since in ("", HISTORY, CAREER)
    if (not since and not is_bare) or (place == 1 and since not in ("season", "year", CAREER) and not is_bare):
        return
    whose = _whose(sentence, people, at, about) if noun in table_of("detail_ranks")["own"] else ""
    named = _named(sentence, at + 1, head)
    by_name = noun in table_of("detail_ranks")["by_name"]
    kept = () if by_name else sorted(_modifiers(sentence, at, head) | (frozenset() if is_bare else named))
    behind = (max(at, head) + 1, end)
    where = frozenset() if by_name or is_bare else _named(sentence, *behind)
    scope = named if by_name else frozenset() if is_bare else _wide(sentence, *behind)
    thing = " ".join(word for word in ("rank", noun, "" if is_bare else since, *kept, *sorted(where)) if word)
    words = frozenset((noun, *((NAMED + whose,) if whose else ())))
    asked = thing, f"What number {noun} is it"
    found = sentence.detail(Kind.VALUE, asked, f"{place} {place}", at, max(at, head) + 1, words, " ".join(sorted(scope)))
    yield replace(found, number=float(place))


def _place(form: str) -> int:
    """ "33rd", "seventh"; 0 for none."""
    written = form[:-2] if form[-2:] in ("st", "nd", "rd", "th") and form[:-2].isdecimal() else ""
    return int(written) if written else int(numbers_in("ordinals").get(form, 0))


def _head(sentence: Sentence, at: int) -> int | None:
    """The noun behind it: the last word before one that begins something else."""
    end = at + 1
    while end < len(sentence.forms) and end - at <= LONGEST and not _is_end(sentence, end):
        end += 1
    head = end - 1 - (sentence.forms[end - 1] in _words("after"))
    if head == at and sentence.forms[end : end + 1] and not sentence.gaps[end].strip() and sentence.forms[end] in ("in", "of", "this", "since"):
        return _subject(sentence, at)
    if head == at or end - at > LONGEST or not sentence.forms[head].isalpha() or not _words("barred").isdisjoint(sentence.forms[at + 1 : end]):
        return None
    return head


def _subject(sentence: Sentence, at: int) -> int | None:
    """ "The bombing was the fourth this week": the noun before the verb."""
    be = next((one for one in range(at - 1, max(0, at - LONGEST), -1) if sentence.forms[one] in _words("be")), 0)
    return be - 1 if be > 1 and sentence.forms[be - 2] in ("the", "this", "his", "her", "their", "its") else None


def _is_end(sentence: Sentence, at: int) -> bool:
    form = sentence.forms[at]
    return bool(sentence.gaps[at].strip(" -")) or form in _words("ends") or (form.endswith("ed") and len(form) > STEM)


def noun_of(form: str) -> str:
    """The noun that stands for all that mean the same."""
    bare = singular(form)
    return next((group.split()[0] for group in table_of("detail_ranks")["alike"] if bare in group.split() or form in group.split()), bare)


def _clause_end(sentence: Sentence, head: int) -> int:
    end = head + 1
    while end < len(sentence.forms) and end - head <= REACH and not any(mark in sentence.gaps[end] for mark in MARKS):
        end += 1
    return end


def _since(sentence: Sentence, at: int, head: int, end: int) -> str:
    """From when the row counts: "season", "year", "6 years", "since march", "career", "history"; "" where it is not told."""
    forms = sentence.forms
    if CAREER in forms[at:head]:
        return CAREER
    if at and forms[at - 1] in _words("seasons") | _words("spans") and sentence.words[at - 1].endswith("s"):
        return "season" if forms[at - 1] in _words("seasons") else forms[at - 1]  # "the season's fourth storm"
    for place in range(head + 1, end):
        form, before = forms[place], forms[place - 1]
        if form in _words("seasons") and before in ("this", "the"):
            return "season"
        if form in _words("spans") and before in ("this", "the", "a", "one"):
            return form
        if form == CAREER and before in ("his", "her", "their"):
            return CAREER
        if form in ("history", "ever"):
            return HISTORY
        if form.removesuffix("s") in _words("spans") and sentence.counted(place - 1, 2):
            return f"{sentence.counted(place - 1, 2)} {form}"
        if before == "since":
            return f"since {form}"
    return ""


def _modifiers(sentence: Sentence, at: int, head: int) -> frozenset[str]:
    """Words between that tell which row it is; names do not, where one place is all there is."""
    between = range(at + 1, head)
    return frozenset(sentence.forms[one] for one in between if sentence.words[one].islower() and sentence.forms[one] not in _words("light"))


def _named(sentence: Sentence, start: int, end: int) -> frozenset[str]:
    """Names that tell which row it is: "third Orvel minister"."""
    capitals = (one for one in range(start, end) if sentence.words[one][:1].isupper() and sentence.forms[one - 1] != "since")
    return frozenset(sentence.forms[one] for one in capitals if not country_of(sentence.words[one]))


def _wide(sentence: Sentence, start: int, end: int) -> frozenset[str]:
    """Nouns that tell where the row counts: "in the city", "in the league"."""
    determined = (one for one in range(start + 1, end) if sentence.forms[one - 1] in ("the", "a", "this", "its"))
    return frozenset(sentence.forms[one] for one in determined if sentence.forms[one] not in _words("seasons") | _words("spans") | _words("all"))


def _whose(sentence: Sentence, people: People, at: int, about: tuple[Entity, Mention] | None) -> str:
    """The surname of the last person before it."""
    inside = [one for one in people if sentence.span.start <= one[1].span.start < sentence.spans[at].start]
    person = inside[-1] if inside else about
    return called(*person)[0] if person is not None else ""


# how long there was none


def _way(form: str) -> str:
    """ "first", or which way a superlative goes."""
    return "first" if form == "first" else next((way for way in ("up", "down", "worst", "best") if form in _words(way)), "")


def _gap(sentence: Sentence, at: int, head: int, way: str, published: date | None, around: frozenset[str]) -> Iterator[Detail]:
    told = _years(sentence, head, published)
    if told is None:
        return
    low, high, start, end, since = told
    noun = noun_of(sentence.forms[head])
    noun = "figure" if head == at else noun
    is_vague = noun in table_of("detail_ranks")["vague"]
    named = sorted(sentence.forms[one] for one in range(at + 1, head) if sentence.forms[one] not in _words("light"))
    thing = " ".join(word for word in ("gap", way, noun[:STEM], *named, since) if word)
    words = around - frozenset(sentence.forms[at:end]) if is_vague else frozenset((noun[:STEM],))
    question = f"How long had there been no such {sentence.forms[head]}" if not since else f"Since when was there no such {sentence.forms[head]}"
    yield sentence.detail(Kind.VALUE, (thing, question), f"{low:.8g} {high:.8g}", start, end, words)


def _turn(sentence: Sentence, at: int, around: frozenset[str]) -> Iterator[Detail]:
    """ "A nine-year low", "ended a 21-year wait for the title", "a 12-year title drought"."""
    forms = sentence.forms
    unit = next((one for one in range(at - 1, max(0, at - 3), -1) if forms[one] in ("year", "decade")), 0)
    number = sentence.counted(unit - 1, 3) if unit else 0
    is_wait = forms[at] in _words("waits")
    noun = _awaited(sentence, unit, at) if is_wait else "figure"
    if not number or not noun:
        return
    years, slack = number * YEARS[forms[unit]], SHARE * number if number % TEN == 0 else YEARS[forms[unit]] / 2
    way = "first" if is_wait else "up" if forms[at] == "high" else "down"
    words = frozenset((noun[:STEM],)) if is_wait else around
    question = "How long had there been no such one"
    yield sentence.detail(
        Kind.VALUE, (f"gap {way} {noun[:STEM]}", question), f"{years - slack:.8g} {years + slack:.8g}", sentence.begins(unit - 1), at + 1, words
    )


def _awaited(sentence: Sentence, unit: int, at: int) -> str:
    """What was waited for; "" where it is not told."""
    if at - unit > 1:
        return noun_of(sentence.forms[at - 1])
    behind = sentence.forms[at + 1 : at + 4]
    return noun_of(behind[2]) if len(behind) == 3 and behind[0] == "for" and behind[1] in ("a", "the", "another") else ""


def _years(sentence: Sentence, head: int, published: date | None) -> tuple[float, float, int, int, str] | None:
    """The least and the most of years, from which word to before which it is told, and "since" where a year is told that nothing is reckoned from."""
    forms = sentence.forms
    for at in range(head + 1, _clause_end(sentence, head)):
        before = next((form for form in reversed(forms[head + 1 : at]) if form not in _words("bounds") and not _is_number(sentence, form)), "")
        if before in ("in", "for") and forms[at] in YEARS:
            number = sentence.counted(at - 1, 3) or (1 if forms[at - 1] in ("a", "the") else 0)
            years = number * YEARS[forms[at]]
            is_more = "more" in forms[head:at] or "over" in forms[head:at]
            slack = SHARE * years if number % TEN == 0 else YEARS[forms[at]] / 2
            return (years - slack * (not is_more), years + slack * (3 if is_more else 1), at - 1, at + 1, "") if years else None
        if forms[at - 1] == "since" and forms[at].isdecimal() and len(forms[at]) == 4:
            year = float(forms[at])
            apart = published.year - year if published else 0.0
            return (apart - SINCE, apart + SINCE, at - 1, at + 1, "") if apart > 0 else (year, year, at - 1, at + 1, "since")
    return None


def _is_number(sentence: Sentence, form: str) -> bool:
    return form.isdecimal() or form in numbers_in("cardinals")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(table_of("detail_ranks")["words"][key].split())
