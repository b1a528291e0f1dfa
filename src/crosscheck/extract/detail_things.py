"""Does a sentence speak of one thing of a kind, or of several: a gunman or gunmen, a petrol bomb or petrol bombs?

Reports seldom count what there was one of. The nouns are listed, since most others ("a man", "a street") are of many things in one report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.model.detail import Detail, Kind

BEFORE = 4  # words before the noun among which its article or number stands
BEHIND = 10  # words after it among which stand those who have one each
OPENING = " -'\"“‘`"  # what may stand inside a phrase: a pirate "mother ship"
ONE, SEVERAL = "one", "several"


def things_in(sentence: Sentence) -> Iterator[Detail]:
    """Each thing of the list that the sentence names as one or as several; `exact` where the words say so themselves ("a gunman", "gunmen")."""
    for at, form in enumerate(sentence.forms):
        if form not in _last_words():
            continue
        start = at - 1 if at and _pair(sentence, at) in _things() else at
        found = _things().get(_pair(sentence, at) if start < at else form)
        if found and _is_head(sentence, at):
            yield _detail(sentence, start, at, *found)


@cache
def _last_words() -> frozenset[str]:
    return frozenset(noun.rpartition("_")[2] for noun in _things())


def _pair(sentence: Sentence, at: int) -> str:
    return f"{sentence.forms[at - 1]}_{sentence.forms[at]}" if not sentence.gaps[at].strip(" -") else ""


def thing_called(words: Sequence[str]) -> tuple[str, str] | None:
    """The thing of the list that the last of these folded words name, and whether they name one or several."""
    return _things().get("_".join(words[-2:])) or _things().get(words[-1]) if words else None


@cache
def _things() -> Mapping[str, tuple[str, str]]:
    """For each form of each noun the thing and whether it is one or several."""
    found: dict[str, tuple[str, str]] = {}
    for line in table_of("detail_things")["things"]:
        thing = line.split()[0].replace("_", " ")
        for noun in line.split():
            found[noun] = (thing, ONE)
            found[plural(noun)] = (thing, SEVERAL)
    return found


def plural(noun: str) -> str:
    """Of a noun of the list."""
    pairs: list[list[str]] = table_of("detail_things")["plurals"]
    for ending, other in pairs:
        if noun.endswith(ending):
            return noun.removesuffix(ending) + other
    return noun + "s"


def _is_head(sentence: Sentence, at: int) -> bool:
    """Whether the noun stands for itself: no "bomb squad", no "Robbers' Bridge"."""
    if at + 1 == len(sentence.forms) or sentence.gaps[at + 1].strip(OPENING):
        return not sentence.words[at][0].isupper() or at == 0
    after = sentence.forms[at + 1]
    return after in words_of("detail_things", "closing") or after.endswith(("ed", "ing", "ly"))


def _detail(sentence: Sentence, start: int, at: int, thing: str, value: str) -> Detail:
    first, said = _said_before(sentence, start)
    bare = value == SEVERAL and not said and thing not in words_of("detail_things", "generic")
    exact = (said == value or bare) and not _is_of_any(sentence, at) and not (value == SEVERAL and _is_shared_out(sentence, at))
    return Detail(
        kind=Kind.COUNT,
        article=sentence.article,
        sentence=sentence.number,
        thing=thing,
        thing_text=plural(thing),
        value=value,
        text=sentence.said(first, at + 1),
        span=sentence.span_of(first, at + 1),
        exact=exact,
        words=sentence.names(sentence.forms[start : at + 1]),
    )


def _is_of_any(sentence: Sentence, at: int) -> bool:
    """ "Thieves could dig tunnels", "countries have warships": of what there is, or may be, and not of what there was."""
    before, after = words_of("detail_things", "general_before"), words_of("detail_things", "general_after")
    return not (before.isdisjoint(sentence.forms[max(0, at - 2) : at]) and after.isdisjoint(sentence.forms[at + 1 : at + 2]))


def _is_shared_out(sentence: Sentence, at: int) -> bool:
    """ "Arrest warrants for the mayor and his aide": each of whom has one."""
    behind = sentence.forms[at + 1 : at + 1 + BEHIND]
    end = next((place for place in range(len(behind)) if sentence.gaps[at + 1 + place].strip(OPENING)), len(behind))
    return end > 1 and behind[0] in words_of("detail_things", "owning") and "and" in behind[2:end]


def _said_before(sentence: Sentence, start: int) -> tuple[int, str]:
    """Where the words for the thing begin, and how many the word there says: one, several, "open" or nothing."""
    for at in range(start - 1, max(-1, start - 1 - BEFORE), -1):
        form = sentence.forms[at]
        gap = sentence.gaps[at + 1]
        if gap.strip(OPENING) or form in words_of("detail_things", "apart") or ("-" in gap and form in words_of("detail_things", "one")):
            break  # "single-plane service"
        if form == "of" and at and sentence.forms[at - 1] in words_of("detail_things", "several"):
            return at - 1 - (at > 1 and sentence.forms[at - 2] == "a"), SEVERAL  # "a couple of fire engines"
        if form in words_of("detail_things", "open"):
            return at, "open"
        if form in words_of("detail_things", "one"):
            return at, ONE
        if form in words_of("detail_things", "several") or form.isdigit():
            return at, SEVERAL
    return start, ""
