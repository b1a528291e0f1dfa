"""What are the smallest pieces of a text that a number is read from?

An atom is a run of digits, a run of letters, or one other mark; "£250m" is three atoms, "Mi-24P" four. Offsets are code points of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from crosscheck.language.spaced import is_inside

_ATOM = re.compile(r"\d+|[^\W\d_]+|\S")  # no two branches share a character, so nothing is read twice

T = TypeVar("T")
_Entry: TypeAlias = tuple[tuple[str, ...], tuple[bool, ...], T]
"""The words of a phrase, before which of its atoms white space stands, and what it means."""


class Atom(NamedTuple):
    """One piece; `gap` says whether white space stands before it that is not inside a number ("20, 000")."""

    text: str
    lower: str
    start: int
    end: int
    gap: bool

    @property
    def digits(self) -> bool:
        return self.text[0].isdecimal()

    @property
    def letters(self) -> bool:
        return self.text[0].isalpha()


def atoms_of(text: str, start: int = 0, end: int | None = None) -> tuple[Atom, ...]:
    """The atoms of `text[start:end]`, in text order."""
    found = []
    last = start
    for match in _ATOM.finditer(text, start, len(text) if end is None else end):
        piece, (first, after) = match.group(), match.span()
        found.append(Atom(piece, piece.lower(), first, after, first > last or first == start))
        last = after
    return tuple(_closed(found))


def _closed(atoms: list[Atom]) -> list[Atom]:
    """The atoms, those that go on with a number after a space without their gaps."""
    for at, atom in enumerate(atoms[2:], 2):
        mark, head = atoms[at - 1], atoms[at - 2]
        if atom.gap and not mark.gap and atom.digits and head.digits and atom.start == mark.end + 1:
            before, after = atoms[at - 3].lower if at > 2 else "", atoms[at + 1].lower if at + 1 < len(atoms) else ""
            if is_inside(before, head.text, mark.text, atom.text, after):
                atoms[at] = atom._replace(gap=False)
    return atoms


def tight(atoms: Sequence[Atom], index: int) -> bool:
    """Whether the atom at `index` exists and touches the one before it."""
    return 0 < index < len(atoms) and not atoms[index].gap


def is_word(atoms: Sequence[Atom], index: int, *words: str) -> bool:
    return 0 <= index < len(atoms) and atoms[index].lower in words


def _taken_apart(phrase: str, cased: bool) -> tuple[tuple[str, ...], tuple[bool, ...]]:
    """The words of a phrase, and before which of its atoms white space stands. Nearly all are words of letters, of which there are thousands."""
    if phrase.replace(" ", "").isalpha():
        plain = (phrase if cased else phrase.lower()).split()
        return tuple(plain), (True,) * len(plain)
    atoms = atoms_of(phrase)
    words = tuple(a.text if cased else a.lower for a in atoms if cased or a.text != "-" or len(atoms) == 1 or a is atoms[-1] or a is atoms[0])
    return words, tuple(a.gap for a in atoms)


class Phrases(Generic[T]):
    """A set of phrases with what each means, found at a place in a row of atoms; the longest wins.

    With `cased`, letters keep their case and spaces count (symbols: "km/h", "US $"); without, a hyphen between words is as good as a space.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]], cased: bool = False) -> None:
        self._cased = cased
        self._entries = [(*_taken_apart(phrase, cased), meaning) for phrase, meaning in phrases]
        self._first = self._by_word(0)

    @cached_property
    def _last(self) -> dict[str, list[_Entry[T]]]:
        return self._by_word(-1)

    def _by_word(self, at: int) -> dict[str, list[_Entry[T]]]:
        """The longest come first."""
        found: dict[str, list[_Entry[T]]] = {}
        for entry in self._entries:
            found.setdefault(entry[0][at], []).append(entry)
        for entries in found.values():
            if len(entries) > 1:
                entries.sort(key=lambda entry: -len(entry[0]))
        return found

    def at(self, atoms: Sequence[Atom], index: int) -> tuple[int, T] | None:
        """The longest phrase that starts at `index`: the index after it, and its meaning."""
        if not 0 <= index < len(atoms):
            return None
        for words, gaps, meaning in self._first.get(self._form(atoms[index]), ()):
            end = self._tight_match(atoms, index, words, gaps) if self._cased else self._loose_match(atoms, index, words)
            if end is not None:
                return end, meaning
        return None

    def before(self, atoms: Sequence[Atom], index: int) -> tuple[int, T] | None:
        """The longest phrase that ends right before `index`: where it starts, and its meaning."""
        if not 0 < index <= len(atoms):
            return None
        for words, gaps, meaning in self._last.get(self._form(atoms[index - 1]), ()):
            start = self._start(atoms, index, words)
            if start is None:
                continue
            end = self._tight_match(atoms, start, words, gaps) if self._cased else self._loose_match(atoms, start, words)
            if end == index:
                return start, meaning
        return None

    def _form(self, atom: Atom) -> str:
        return atom.text if self._cased else atom.lower

    def _start(self, atoms: Sequence[Atom], index: int, words: tuple[str, ...]) -> int | None:
        if self._cased:
            return index - len(words) if index >= len(words) else None
        at = index
        for word in reversed(words):
            at -= 1
            if at > 0 and atoms[at].text == "-" and word != "-":
                at -= 1
            if at < 0 or atoms[at].lower != word:
                return None
        return at

    def _loose_match(self, atoms: Sequence[Atom], index: int, words: tuple[str, ...]) -> int | None:
        at = index
        for number, word in enumerate(words):
            if number and at < len(atoms) and atoms[at].text == "-" and word != "-":
                at += 1
            if at >= len(atoms) or atoms[at].lower != word:
                return None
            at += 1
        return at

    def _tight_match(self, atoms: Sequence[Atom], index: int, words: tuple[str, ...], gaps: tuple[bool, ...]) -> int | None:
        if index + len(words) > len(atoms):
            return None
        for offset, word in enumerate(words):
            atom = atoms[index + offset]
            if atom.text != word or (offset and atom.gap is not gaps[offset]):
                return None
        return index + len(words)
