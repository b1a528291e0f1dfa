"""Which words of a text can be part of a time expression, and what can each of them say?

A word is a run of letters, a run of digits, or one mark; it is never longer. Everything that joins words ("mid-May", "7:15 p.m.", "2022-03-31",
"the '80s") is read by the grammar, which sees whether two words touch. One pattern without alternatives that overlap keeps this linear.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.language.spaced import is_inside
from crosscheck.values import dataclass

Sense = int | str
_NONE: Mapping[str, Sense] = {}
_SCAN = re.compile(r"[^\W\d_]+|\d+|\S")


@dataclass(frozen=True, slots=True)
class Word:
    """One word with the senses that the lexicon knows: a class of word ("month", "unit") and its value there."""

    text: str
    lower: str
    start: int
    end: int
    senses: Mapping[str, Sense]
    number: int | None = None
    """The value of a run of at most nine digits: longer ones are no times."""

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


_NOTHING = Word("", "", -1, -1, _NONE)


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a text; asking beyond either end gives an empty word."""

    words: tuple[Word, ...]

    def __getitem__(self, index: int) -> Word:
        try:
            return self.words[index] if index >= 0 else _NOTHING
        except IndexError:
            return _NOTHING

    def __len__(self) -> int:
        return len(self.words)

    def lower(self, index: int) -> str:
        return self[index].lower

    def sense(self, index: int, name: str) -> Sense | None:
        return self[index].senses.get(name)

    def glued(self, index: int) -> bool:
        """True where the word touches the one before it, or goes on with its number ("6: 25 p. m.")."""
        if not 0 < index < len(self.words):
            return False
        gap = self.words[index].start - self.words[index - 1].end
        return gap == 0 or (gap == 1 and self._goes_on(index))

    def _goes_on(self, index: int) -> bool:
        """Whether the one space before the word is inside a number."""
        mark, head = self[index - 1], self[index - 2]
        if self.words[index].number is None or head.number is None or head.end != mark.start:
            return False
        return is_inside(self.lower(index - 3), head.text, mark.text, self.words[index].text, self.lower(index + 1))

    def says(self, index: int, *words: str) -> bool:
        """True where exactly these words stand, one after the other."""
        return self[index].lower == words[0] and all(self[index + i].lower == word for i, word in enumerate(words))

    def past_hyphen(self, index: int) -> int:
        """The index behind a hyphen that joins two words, or the same index."""
        return index + 1 if self[index].text in _HYPHENS and self.glued(index) and self.glued(index + 1) else index

    def past(self, index: int, *marks: str) -> int:
        """The index behind one of these words, or the same index."""
        return index + 1 if self[index].lower in marks else index


_HYPHENS = frozenset("-‐‑–")


def line_of(text: str, offset: int = 0) -> Line:
    """The words of `text`, with spans that count from `offset`."""
    known = senses()
    words = []
    for match in _SCAN.finditer(text):
        word = match[0]
        lower = word.lower()
        number = int(word) if word.isdecimal() and word.isascii() and len(word) < 10 else None
        words.append(Word(word, lower, match.start() + offset, match.end() + offset, known.get(lower, _NONE), number))
    return Line(tuple(words))


def context(name: str) -> frozenset[str]:
    """A list of words that stand around time expressions."""
    return words_of("time_context", name)


@cache
def senses() -> Mapping[str, Mapping[str, Sense]]:
    """What each word of the lexicon can say, by class; a list gives its words the value 1."""
    found: dict[str, dict[str, Sense]] = {}
    for file in ("time_names", "time_words"):
        for name, table in table_of(file).items():
            if isinstance(table, list) and table and isinstance(table[0], dict):
                continue  # phrases and bounds: `phrases` reads them
            items = table.items() if isinstance(table, dict) else ((word, 1) for word in table)
            for word, value in items:
                found.setdefault(word, {})[name] = value
    return found


@dataclass(frozen=True, slots=True)
class Phrase:
    """Several words with one meaning; `meaning` is what the lexicon file says of them."""

    words: tuple[str, ...]
    meaning: tuple[str, str]


@cache
def phrases(kind: str) -> Mapping[str, tuple[Phrase, ...]]:
    """The phrases of one kind ("phrase", "bounds", "holiday") by their first word, longest first."""
    found: dict[str, list[Phrase]] = {}
    for words, meaning in _listed(kind):
        split = tuple(match[0] for match in _SCAN.finditer(words.lower()))
        found.setdefault(split[0], []).append(Phrase(split, meaning))
    return {first: tuple(sorted(some, key=lambda p: (-len(p.words), p.words))) for first, some in found.items()}


def _listed(kind: str) -> list[tuple[str, tuple[str, str]]]:
    if kind == "holiday":
        return [(name, ("", entry["rule"])) for entry in table_of("time_holidays")["holiday"] for name in entry["names"]]
    if kind == "bounds":
        return [(entry["words"], ("", entry["mod"])) for entry in table_of("time_words")["bounds"]]
    return [(words, (entry["type"], entry["value"])) for entry in table_of("time_words")["phrase"] for words in entry["words"]]


def phrase_at(line: Line, index: int, kind: str) -> tuple[Phrase, int] | None:
    """The longest phrase of this kind that begins here, and the index behind it. A typographic apostrophe reads as the plain one."""
    for phrase in phrases(kind).get(line.lower(index), ()):
        if all(line.lower(index + i).replace("’", "'") == word for i, word in enumerate(phrase.words)):
            return phrase, index + len(phrase.words)
    return None
