"""Does a sentence say that a building was ruined or hardly touched, and that something was an accident or done on purpose?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.lexicon import table_of
from crosscheck.model.detail import Detail, Kind

REACH = 7  # words between what was done and the building
DOUBT = 5  # words before it among which "may" or "not" stands
UNSURE = 8  # words before "deliberately" among which "whether" stands
PASSIVE = 2  # words before "destroyed" among which "was" stands
LONGEST = 3  # words joined in the lists
RUINED, SLIGHT = "ruined", "slight"


def harm_in(sentence: Sentence) -> Iterator[Detail]:
    """How badly a building was damaged, and whether a death, a fire or a crash was meant."""
    forms = frozenset(sentence.forms)
    if not forms.isdisjoint(_harming()):
        yield from _damages(sentence)
    if not forms.isdisjoint(_intents()):
        yield from _intended(sentence)


# damage


def _damages(sentence: Sentence) -> Iterator[Detail]:
    for at, form in enumerate(sentence.forms):
        slight = _phrase(sentence, at, "slight")
        if (form in _listed("ruined") or slight) and _listed("doubting").isdisjoint(sentence.forms[max(0, at - DOUBT) : at]):
            end = at + (slight or 1)
            place = _building(sentence, at, end)
            if place is not None:
                start, end, kind = place
                value = SLIGHT if slight else RUINED
                yield sentence.detail(Kind.DAMAGE, ("damage", "the building"), value, start, end, sentence.names(), kind)


def _phrase(sentence: Sentence, at: int, key: str) -> int:
    """How many words of a listed phrase stand at the place; 0 for none."""
    if sentence.forms[at] not in _starts(key):
        return 0
    left = len(sentence.forms) - at
    return next((size for size in range(min(LONGEST, left), 0, -1) if "_".join(sentence.forms[at : at + size]) in _listed(key)), 0)


def _building(sentence: Sentence, at: int, end: int) -> tuple[int, int, str] | None:
    """Where the words with the building begin and end, and its kind; a fire kept "from spreading beyond" a room is told without."""
    if end - at == LONGEST and sentence.forms[at] in _listed("held"):
        return (at, min(end + 1, len(sentence.forms)), "") if "fire" in _events(sentence) else None
    passive = sentence.forms[at] not in _listed("ruined") or not _listed("be").isdisjoint(sentence.forms[max(0, at - PASSIVE) : at])
    if passive and at > 1 and sentence.forms[end : end + 1] != ("to",):  # "minor damage to the church"
        return _before(sentence, at, end) or _after(sentence, at, end)
    return _after(sentence, at, end)


def _before(sentence: Sentence, at: int, end: int) -> tuple[int, int, str] | None:
    for to in range(at - 1, max(-1, at - 2 - REACH), -1):
        if sentence.forms[to] in _buildings():
            return to, end, _buildings()[sentence.forms[to]]
        if sentence.gaps[to + 1].strip(" -"):
            return None
    return None


def _after(sentence: Sentence, at: int, end: int) -> tuple[int, int, str] | None:
    for to in range(end, min(end + REACH, len(sentence.forms))):
        if sentence.gaps[to].strip(" -'’") or sentence.forms[to] in _listed("part"):
            return None
        if sentence.forms[to] in _buildings():
            return at, to + 1, _buildings()[sentence.forms[to]]
    return None


# intent


def _intended(sentence: Sentence) -> Iterator[Detail]:
    for at, form in enumerate(sentence.forms):
        value, size = _intent_at(sentence, at) if form in _intents_begun() else ("", 0)
        if value and _intents_open().isdisjoint(sentence.forms[max(0, at - UNSURE) : at]):
            for event in _events(sentence):
                yield sentence.detail(Kind.INTENT, (f"intent of {event}", event), value, at, at + size, sentence.names())


def _intent_at(sentence: Sentence, at: int) -> tuple[str, int]:
    table = _intent_words()
    for size in range(LONGEST, 0, -1):
        value = table.get("_".join(sentence.forms[at : at + size]))
        if value and at + size <= len(sentence.forms):
            return value, size
    return "", 0


def _events(sentence: Sentence) -> Iterator[str]:
    for event, words in table_of("detail_harm")["events"].items():
        if not set(words.split()).isdisjoint(sentence.forms):
            yield event


# words


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(table_of("detail_harm")[key].split())


@cache
def _harming() -> frozenset[str]:
    """A word of each phrase that few other sentences have, so that most need no further look."""
    return _listed("ruined") | {max(words.split("_"), key=len) for words in _listed("slight")}


@cache
def _starts(key: str) -> frozenset[str]:
    return frozenset(words.partition("_")[0] for words in _listed(key))


@cache
def _buildings() -> Mapping[str, str]:
    return {word: kind for kind, words in table_of("detail_harm")["buildings"].items() for word in words.split()}


@cache
def _intent_words() -> Mapping[str, str]:
    table = table_of("detail_harm")["intent"]
    return {words: value for value in ("accident", "purpose") for key in (value, f"{value}_said") for words in table[key].split()}


@cache
def _intents() -> frozenset[str]:
    return frozenset(words.rpartition("_")[2] for words in _intent_words())


@cache
def _intents_begun() -> frozenset[str]:
    return frozenset(words.partition("_")[0] for words in _intent_words())


@cache
def _intents_open() -> frozenset[str]:
    return frozenset(table_of("detail_harm")["intent"]["open"].split())
