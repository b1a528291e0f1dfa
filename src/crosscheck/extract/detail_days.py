"""On which day of the week does a sentence say that something happened: a fire broke out, somebody died?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from crosscheck.extract.detail_sentences import People, Sentence, called
from crosscheck.extract.lexicon import kinds_of, words_of
from crosscheck.extract.time_calendar import WEEKDAYS
from crosscheck.model.detail import Detail, Kind

LONGEST = 16  # words of the part of a sentence that a day belongs to
YEAR = 4  # digits
SHOT, KILLED = "shooting", "killed"
BOMBING = "bombing"
ONE, SEVERAL, HE, SHE = "one", "several", "he", "she"
NUMBERS, SEXES = frozenset((ONE, SEVERAL)), frozenset((HE, SHE))
OF_A_PERSON = "died"  # the happening of which whose it was must be known


def days_in(sentence: Sentence, people: People) -> Iterator[Detail]:
    """`people` are the mentions of persons up to the end of the sentence, pronouns among them."""
    days = [at for at, form in enumerate(sentence.forms) if form in WEEKDAYS]
    if len(days) != 1:
        return
    start, end = part_around(sentence, days[0], days[0])
    said = sentence.forms[start:end]
    if not (words_of("detail_days", "others") | words_of("detail_days", "court")).isdisjoint(said):
        return
    for kind in _happened(said):
        thing = _whose(sentence, people, start, end) if kind == OF_A_PERSON else (kind, kind)
        if thing:
            yield sentence.detail(Kind.DAY, thing, sentence.forms[days[0]], days[0], days[0] + 1, sentence.names(), victims(said, sentence.forms))


def _happened(said: Sequence[str]) -> tuple[str, ...]:
    """The one kind of happening that is told; of a fatal shooting, both that shots fell and that somebody was killed."""
    found = {kinds()[form] for form in said if form in kinds()}
    if found == {BOMBING} and not words_of("detail_days", "from_the_air").isdisjoint(said):
        return ()  # what planes do day after day
    if SHOT in found and (found == {SHOT, KILLED} or not words_of("detail_days", "fatal").isdisjoint(said)):
        return SHOT, KILLED
    return tuple(found) if len(found) == 1 else ()


def victims(said: Sequence[str], whole: Sequence[str] = ()) -> str:
    """Whether it befell one person or several, and a man or a woman, as far as the words tell: "were stabbed", "when her car left the road".

    `whole` are the words of the whole sentence, which tell of one sex only where it is of one person.
    """
    befell = {said[at - 1] for at, form in enumerate(said) if at and form in kinds() and form.endswith("ed")} | {
        said[at - 2] for at, form in enumerate(said) if at > 1 and form in kinds() and said[at - 1].endswith("ly")
    }
    number = [mark for mark, verb in ((ONE, "was"), (SEVERAL, "were")) if verb in befell]
    sex = [mark for mark, key in ((HE, "male"), (SHE, "female")) if not words_of("detail_days", key).isdisjoint(whole)]
    return " ".join(number * (len(number) == 1) + sex * (len(sex) == 1))


def part_around(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """The words around these up to a mark or a word that begins another part."""
    start, end = first, last
    while start > 0 and first - start < LONGEST and not _is_border(sentence, start - 1) and not _has_mark(sentence, start):
        start -= 1
    while end + 1 < len(sentence.forms) and end - last < LONGEST and not _is_border(sentence, end + 1) and not _has_mark(sentence, end + 1):
        end += 1
    return _with_its_noun(sentence, start), end + 1


def _with_its_noun(sentence: Sentence, start: int) -> int:
    """Where the noun stands that the part describes: "the landslide, which began …", but not "a landslide that began …", which is another one."""
    described = start > 1 and sentence.forms[start - 1] == "which" and sentence.forms[start] in words_of("detail_days", "begins")
    return start - 2 if described and sentence.forms[start - 2] in kinds() else start


def _is_border(sentence: Sentence, at: int) -> bool:
    is_verb = sentence.forms[at] == "over" and at > 0 and sentence.forms[at - 1] in words_of("detail_days", "with_over")
    return sentence.forms[at] in words_of("detail_days", "borders") and not is_verb


def _has_mark(sentence: Sentence, at: int) -> bool:
    """Whether a comma, dash or bracket stands before the word; not of an age ("the killing of Osk, 15, on Saturday"), nor in "at 12:45"."""
    if _is_age(sentence, at) or _is_age(sentence, at - 1) or _is_clock(sentence, at):
        return False
    return any(mark in sentence.gaps[at] for mark in ",;:()–—") or " - " in sentence.gaps[at]


def _is_age(sentence: Sentence, at: int) -> bool:
    between = 0 < at < len(sentence.forms) - 1 and sentence.gaps[at].strip() == sentence.gaps[at + 1].strip() == ","
    return between and sentence.forms[at].isdecimal() and len(sentence.forms[at]) < YEAR


def _is_clock(sentence: Sentence, at: int) -> bool:
    return 0 < at < len(sentence.forms) and sentence.gaps[at].strip() == ":" and sentence.forms[at - 1].isdecimal() and sentence.forms[at].isdecimal()


def _whose(sentence: Sentence, people: People, start: int, end: int) -> tuple[str, str] | None:
    """The first person of that part of the sentence, or the one before it ("Osk, who died on Friday", "Osk, a docker, died on Friday")."""
    if start and sentence.forms[start - 1] == "who":
        outside = (called(*one) for one in reversed(people) if one[1].span.end <= sentence.spans[start - 1].start)
    else:
        first = 0 if sentence.forms[start] in words_of("detail_days", "dying") else start
        outside = (called(*one) for one in people if sentence.spans[first].start <= one[1].span.start < sentence.spans[start].start)
    named = (called(*one) for one in people if sentence.spans[start].start <= one[1].span.start < sentence.spans[end - 1].end)
    person = next(named, None) or next(outside, None)
    return (f"{OF_A_PERSON} {person[0]}", person[1]) if person else None


def kinds() -> Mapping[str, str]:
    """For each word what kind of happening it tells of."""
    return kinds_of("detail_days", "happenings")
