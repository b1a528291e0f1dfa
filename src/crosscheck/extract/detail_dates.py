"""When does a sentence say that something was done that is done once: a bridge opened, a man arrested, a strike begun?

The time is read with the deed in one part of a sentence, and whose deed it is by the names there or right before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from crosscheck.extract.detail_days import ONE, SEVERAL, victims
from crosscheck.extract.detail_sentences import People, Sentence, called
from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.names import bare_name
from crosscheck.extract.predicates import listed
from crosscheck.extract.time_calendar import WEEKDAYS, bounds
from crosscheck.language.gazetteer import peoples
from crosscheck.model.claim import Entity, Mention, Time
from crosscheck.model.detail import Detail, Kind
from crosscheck.values import dataclass

LONGEST = 18  # words of the part of a sentence that a time belongs to
GAP = 5  # words that "_" stands for in a phrase, at most
NEAR = 3  # words before or behind a deed that tell how it is meant
PERSONS, THINGS, EVENTS = "persons", "things", "events"
NAME = "of "  # begins a word of a detail that is a name of whom or what it is told
PLACE = "in "  # begins one that is a name of where
EARLIER = "earlier "  # begins what was done before what the story tells
ABOUT = "AGO"  # the scope of a time told as so long ago, which is round
YEAR = 4  # digits
COMING, DONE = "told to come", "told as done"
OF_ONE, OF_SEVERAL = f"told of {ONE}", f"told of {SEVERAL}"
FEW = 3  # letters of a name
DAY = re.compile(r"(\d{4})-\d\d-\d\d")
GRAINS = ("DATE", "TIME")


@dataclass(frozen=True, slots=True)
class _Deed:
    """What was done, of what sort, and between which words it is told."""

    name: str
    sort: str
    start: int
    end: int


def dates_in(sentence: Sentence, times: Sequence[Time], people: People, before: Sentence | None, published: date | None = None) -> Iterator[Detail]:
    """`value` is the time as TIMEX3 tells it, `scope` how it is bounded, `words` what the sentence names, or `before`, the one before it."""
    for time in times:
        inside = sentence.places(time.span) if time.type == "TIME" or (time.type == "DATE" and any(map(str.isdecimal, time.value))) else ()
        part = _part(sentence, inside[0], inside[-1]) if inside else (0, 0)
        deed = _deed(sentence, *part, inside[0], inside[-1]) if inside else None
        if deed and _dates(sentence, deed, time, inside[0]) and not _is_of_another(sentence, part, deed, inside[0]):
            yield from _detail(sentence, deed, time, part, people, before, published)


def _detail(
    sentence: Sentence, deed: _Deed, time: Time, part: tuple[int, int], people: People, before: Sentence | None, published: date | None
) -> Iterator[Detail]:
    owner = _person(sentence, people, part, deed, before) if deed.sort == PERSONS else ("", "")
    if owner is None or (deed.name in _words("bodily") and _is_by_somebody(sentence, people, deed)):
        return
    inside = sentence.places(time.span)
    kind = table_of("detail_dates")["words"]["of_a_year"].get(deed.name, deed.name) if len(time.value) == YEAR else deed.name
    name = f"{EARLIER if _is_earlier(sentence, part, deed, inside) else ''}{kind} {owner[0]}".strip()
    said = f"{kind} of {owner[1]}" if owner[1] else kind
    own = {*sentence.forms[deed.start : deed.end], *(sentence.forms[at] for at in inside)}
    words = _all_names(sentence, part, inside, before) | (sentence.names() - own) | _tense(sentence, part, deed) | _befell(sentence, part)
    value = _last_year(time.value) if DONE in words and _is_ahead(time, published) else time.value
    found = sentence.detail(Kind.DATED, (name, said), value, inside[0], inside[-1] + 1, words, _scope(sentence, time, inside))
    yield replace(found, text=time.text, span=time.span, number=float(published.toordinal()) if published else None)


def _is_ahead(time: Time, published: date | None) -> bool:
    """Whether a day without its year was taken for one that is yet to come: "was sacked on June 8" in a report of May."""
    day = DAY.fullmatch(time.value)
    is_written = day is not None and day[1] not in time.text and any(map(str.isdecimal, time.text)) and not time.value.endswith("02-29")
    known = bounds(time.value) if is_written else None  # none of "31 April"
    return known is not None and published is not None and known[0].date() > published + timedelta(1)


def _last_year(value: str) -> str:
    return f"{int(value[:YEAR]) - 1}{value[YEAR:]}"


def _tense(sentence: Sentence, part: tuple[int, int], deed: _Deed) -> frozenset[str]:
    """Whether it is told as to come or as done; of "the funeral on Friday" neither."""
    said = sentence.forms[part[0] : part[1]]
    if not (_words("coming") - {"to", "set", "may", "next"}).isdisjoint(said):
        return frozenset((COMING,))
    verb = sentence.forms[max(part[0], deed.start - 1) : min(part[1], deed.end + 1)]
    done = any(form.endswith("ed") or form in _words("past") for form in verb)
    return frozenset((DONE,) if done else ())


def _befell(sentence: Sentence, part: tuple[int, int]) -> frozenset[str]:
    """Whether it is told of one person or of several: "was stabbed", "were stabbed"."""
    return frozenset(f"told of {number}" for number in victims(sentence.forms[part[0] : part[1]]).split())


def _scope(sentence: Sentence, time: Time, inside: Sequence[int]) -> str:
    """How it is bounded: roughly where it is "two years ago" or "shortly after 11 p.m."."""
    said = [sentence.forms[at] for at in inside]
    if _is_hardly(sentence, inside[0]) or (not _words("ago").isdisjoint(said) and said[-1] not in WEEKDAYS):
        return ABOUT
    return time.mod or ""


def _all_names(sentence: Sentence, part: tuple[int, int], inside: Sequence[int], before: Sentence | None) -> frozenset[str]:
    """The names of the part, or of the sentence, and where neither tells whose it is those of the sentence before."""
    words = _names(sentence, *part, inside) or _names(sentence, 0, len(sentence.forms), inside)
    if before is not None and not any(word.startswith(NAME) for word in words):
        words |= _names(before, 0, len(before.forms), ())
    return words


# parts of a sentence


def _part(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """The words around a time up to a mark or a word that begins another part; of a time that stands alone at the head of it, those behind."""
    start, end = first, last
    while start > 0 and first - start < LONGEST and not _ends(sentence, start - 1, start):
        start -= 1
    while end + 1 < len(sentence.forms) and end - last < LONGEST and not _ends(sentence, end + 1, end + 1):
        end += 1
    if first - start <= 1 and end == last and start == 0:  # "In August 2018, the bridge gave way"
        end = min(end + 1, len(sentence.forms) - 1)
        while end + 1 < len(sentence.forms) and end - last < LONGEST and not _ends(sentence, end + 1, end + 1):
            end += 1
    if start == first - 1 and end + 1 == len(sentence.forms) and sentence.forms[start] == "in":  # "It had burned once before, in 2016."
        start -= 1
        while start > 0 and first - start < LONGEST and not _ends(sentence, start - 1, start):
            start -= 1
    return start, end + 1


def _ends(sentence: Sentence, at: int, behind: int) -> bool:
    """Whether the word at the one place begins another part, or a mark stands before the other; not "shortly after 11 p.m."."""
    if sentence.forms[at] in ("after", "before") and _is_hardly(sentence, at + 1):
        return any(mark in sentence.gaps[behind] for mark in ",;:()–—\n")
    if sentence.forms[at] in _words("borders"):
        return True
    gap = sentence.gaps[behind]
    is_number = gap.strip() in (",", ":", ".") and sentence.forms[behind].isdecimal()
    return not is_number and (any(mark in gap for mark in ",;:()–—\n") or " - " in gap)


# deeds


def _deed(sentence: Sentence, start: int, end: int, first: int, last: int) -> _Deed | None:
    """The one that is told nearest before the time, or behind it where none is told before: "sentenced in 1998 for the murder of"."""
    found = list(_deeds(sentence, start, end))
    before = max((deed for deed in found if deed.end <= first), key=lambda deed: (deed.end, deed.end - deed.start), default=None)
    return before or min((deed for deed in found if deed.start > last), key=lambda deed: (deed.start, deed.start - deed.end), default=None)


def _deeds(sentence: Sentence, start: int, end: int) -> Iterator[_Deed]:
    for at in range(start, end):
        for phrase, name, sort in _phrases().get(sentence.forms[at], ()):
            to = _matched(sentence.forms, at, end, phrase)
            if to:
                yield _Deed(name, sort, at, to)


def _matched(forms: Sequence[str], at: int, end: int, phrase: Sequence[str]) -> int:
    """Where the phrase ends that begins at a place; 0 where it does not."""
    gap = 0
    for word in phrase:
        if word == "_":
            gap = GAP
            continue
        to = next((to for to in range(at, min(end, at + gap + 1)) if forms[to] == word), None)
        if to is None:
            return 0
        at, gap = to + 1, 0
    return at


@cache
def _phrases() -> Mapping[str, Sequence[tuple[tuple[str, ...], str, str]]]:
    """By the first word of a phrase: its words, the deed, and of what sort it is."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for sort in (PERSONS, THINGS, EVENTS):
        for name, phrases in table_of("detail_dates")[sort].items():
            for phrase in listed(phrases):
                said = tuple(phrase.replace("-", " ").split())
                found.setdefault(said[0], []).append((said, name, sort))
    return found


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(table_of("detail_dates")["words"][key])


def _dates(sentence: Sentence, deed: _Deed, time: Time, first: int) -> bool:
    """Whether the time is that of the deed: "since 2014" only of what goes on, "by Friday" of no more than a deadline."""
    before = _before(sentence, first)
    if time.type == "TIME" and ":" in time.value and deed.name in _words("long"):
        return False
    if deed.name == "deadline":
        return before not in ("after", "before", "since")
    if before in _words("since") or time.of == "since":
        return deed.name in _words("lasting") or (before == "from" and deed.name in _words("to_come"))
    if before == "for" and _words("set_for").isdisjoint(sentence.forms[max(0, first - NEAR) : first]):
        return False
    if sentence.forms[max(0, first - 2) : first] == ("night", "to"):
        return True
    return (before not in _words("bounds") or _is_hardly(sentence, first)) and time.of in (None, "since")


def _before(sentence: Sentence, first: int) -> str:
    """The word that tells how a time is meant: "until" of "until at least 8 a.m."."""
    at = first - 2 if sentence.forms[max(0, first - 2) : first] in (("at", "least"), ("at", "most")) else first
    return sentence.forms[at - 1] if at else ""


def _is_hardly(sentence: Sentence, first: int) -> bool:
    """ "Shortly after 11 p.m." is about then."""
    return sentence.forms[max(0, first - 1) : first] in (("after",), ("before",)) and not _words("hardly").isdisjoint(
        sentence.forms[max(0, first - 2) : first]
    )


def _is_of_another(sentence: Sentence, part: tuple[int, int], deed: _Deed, first: int) -> bool:
    """Whether something tells that the time, or the deed, is another one than that of which the story tells."""
    said = [at for at in range(*part) if not deed.start <= at < deed.end]
    forms = {sentence.forms[at] for at in said}
    close = frozenset(sentence.forms[max(part[0], deed.start - NEAR) : deed.start])
    if not _words("others").isdisjoint(forms) or not close.isdisjoint(_words("negations") | _words("ordinals")):
        return True
    if any(sentence.forms[at] in _words("speech") and (at > deed.start or deed.start > first) for at in said):
        return True
    apart = words_of("detail_days", "others") | words_of("detail_days", "court")
    if deed.name in _words("happening") and not apart.isdisjoint(forms - _words("earlier")):
        return True
    if any(time == "time" and which in _words("ordinals") for which, time in pairwise(sentence.forms[at] for at in said)):
        return True  # "arrested for the second time"
    if deed.name in _words("quoted") and _is_quoted(sentence, forms, deed):
        return True
    if deed.sort == THINGS and not _words("courses").isdisjoint(sentence.forms[deed.end : deed.end + NEAR]):
        return True  # "completed a term in June", "finished her studies"
    return deed.name not in _words("to_come") and not _words("coming").isdisjoint(close)


def _is_quoted(sentence: Sentence, forms: Set[str], deed: _Deed) -> bool:
    """Whether it is a market or a price that closed or opened: "closed at its lowest level", "closed the week"."""
    behind = sentence.forms[deed.end : deed.end + NEAR]
    over_time = behind[:1] == ("the",) and not _words("sessions").isdisjoint(behind[1:2])
    return over_time or not _words("markets").isdisjoint(forms) or not _words("levels").isdisjoint(behind)


def _is_by_somebody(sentence: Sentence, people: People, deed: _Deed) -> bool:
    """ "Osk collapsed on stage", "she had collapsed"."""
    at = deed.start - (2 if sentence.forms[max(0, deed.start - 1)] in ("had", "has", "have") else 1)
    return at >= 0 and any(sentence.spans[at].touches(mention.span) for _, mention in people)


def _is_earlier(sentence: Sentence, part: tuple[int, int], deed: _Deed, inside: Sequence[int]) -> bool:
    """ "It last erupted in 1994", "an earlier fire in 2019"."""
    near = range(max(part[0], deed.start - NEAR), min(part[1], deed.end + NEAR))
    return any(
        sentence.forms[at] in _words("earlier")
        and at not in inside
        and (at < deed.start or at >= deed.end or sentence.forms[at] in ("earlier", "previous", "already"))
        for at in near
    )


# whose


def _person(sentence: Sentence, people: People, part: tuple[int, int], deed: _Deed, before: Sentence | None) -> tuple[str, str] | None:
    """Whose deed it is: the first person of that part ("Osk died on Friday"), or one before it ("Osk, a docker, died on Friday").

    Of what is done to somebody it is whom it is done to: "police arrested Osk", "the murder of Osk".
    """
    start, end = part
    here = [one for one in people if sentence.spans[start].start <= one[1].span.start < sentence.spans[end - 1].end]
    behind = [one for one in here if one[1].span.start >= sentence.spans[deed.end - 1].end and (one[1].text[:1].isupper() or one[1].text == "him")]
    if sentence.forms[deed.end - 1] == "of" or (deed.name in _words("undergone") and _is_active(sentence, deed, start)):
        return _called(*behind[0]) if behind else None
    if here:
        return _called(*here[0])
    ahead = [one for one in people if sentence.span.start <= one[1].span.start < sentence.spans[start].start]
    if ahead:
        return _called(*ahead[-1 if sentence.forms[start - 1] == "who" else 0])
    known = {_called(*one)[0]: _called(*one) for one in people if before is not None and before.span.start <= one[1].span.start < before.span.end}
    return next(iter(known.values())) if len(known) == 1 and sentence.forms[start] == "the" else None


def _called(entity: Entity, mention: Mention) -> tuple[str, str]:
    """As others call them, but by a name where the mention is a title alone."""
    surname = bare_name(entity.entity)[-1]
    known = called(entity, mention)
    return known if known[0] in bare_name(entity.entity) else (surname, entity.entity)


def _is_active(sentence: Sentence, deed: _Deed, start: int) -> bool:
    """ "Police arrested Osk", not "Osk was arrested", nor "Osk, arrested in 1998"."""
    return deed.start > start and _words("be").isdisjoint((*sentence.forms[max(start, deed.start - NEAR) : deed.start], sentence.forms[deed.start]))


def _names(sentence: Sentence, start: int, end: int, leave_out: Sequence[int]) -> frozenset[str]:
    """The names among these words, those of places as such."""
    found = set()
    for at in range(start, end):
        if sentence.forms[at] == "by":
            break  # whoever did it
        if at not in leave_out and _is_name(sentence, at):
            found.add((PLACE if _is_place(sentence, at) else NAME) + sentence.forms[at])
    return frozenset(found)


def _is_name(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    if not word[0].isupper() or len(word) < FEW or sentence.forms[at] in WEEKDAYS or sentence.forms[at] in _words("months"):
        return False
    if word in peoples():
        return True
    return at > 0 or (len(sentence.words) > 1 and sentence.words[1][0].isupper() and sentence.forms[0] not in ("the", "its", "his", "her", "their"))


def _is_place(sentence: Sentence, at: int) -> bool:
    """Whether a preposition stands before the name, or before the words of it that stand before this one."""
    while at > 0 and sentence.words[at - 1][0].isupper() and not sentence.gaps[at].strip():
        at -= 1
    before = sentence.forms[at - 1] if at else ""
    if before == "the" and at > 1:
        before = sentence.forms[at - 2]
    return before in _words("near")


def is_once(detail: Detail) -> bool:
    """Whether nobody does it twice, or it is told as news, without a year."""
    deed = detail.thing.removesuffix(f" {detail.thing.split()[-1]}")
    return deed in _words("once") or not any(word.isdecimal() and len(word) == YEAR for word in re.split(r"\W+", detail.text))


def is_left(thing: str) -> bool:
    """Whether it ends what one may have had several of: a coach is dismissed by one club and by the next."""
    return thing.removeprefix(EARLIER).split(" ")[0] in _words("leaving")


def is_of_many(thing: str) -> bool:
    """Whether it is a happening of which a story may tell several."""
    return thing.removeprefix(EARLIER) in _words("happening")


def sort_of(thing: str) -> str:
    """Whether a deed is one of persons, of things or of what a story has one of."""
    thing = thing.removeprefix(EARLIER)
    return next((sort for sort in (THINGS, EVENTS) if thing in table_of("detail_dates")[sort]), PERSONS)
