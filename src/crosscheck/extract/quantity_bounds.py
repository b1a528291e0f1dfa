"""Is a number exact, approximate, a bound, or the size of a change?

The words stand before the number ("more than", "an estimated", "rose by") or after it ("or more", "-odd"). Several may stand together
("up to an estimated 50"): the nearest that says something counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.quantity_lexer import Atom, Phrases, is_word
from crosscheck.values import dataclass

ABOUT = 0.1
"""How far "about N" reaches to either side, "nearly N" below and "just over N" above, relative to N: news rounds to one or two digits, so
that "about 50" is said of 45 and of 55. Wider would call "about 50" and "60" compatible; narrower would make "about 10 years" clash with 9."""


@dataclass(frozen=True, slots=True)
class Bound:
    """`mod` is one of = ~ < > <= >=; `near` is "below" or "above" where the number is close on one side only; `first` is the first atom."""

    mod: str
    near: str
    first: int

    def ends(self, low: float, high: float) -> tuple[float | None, float | None]:
        """The interval meant, from the interval written."""
        below, above = low - abs(low) * ABOUT, high + abs(high) * ABOUT
        if self.near == "below":
            return below, high
        if self.near == "above":
            return low, above
        if self.mod == "~":
            return below, above
        return (None if self.mod in ("<", "<=") else low), (None if self.mod in (">", ">=") else high)


@cache
def _phrases(side: str) -> Phrases[tuple[str, str]]:
    entries = table_of("quantity_bounds")[side]
    return Phrases((phrase, (entry["mod"], entry.get("near", ""))) for entry in entries for phrase in entry["phrases"])


@cache
def _verbs() -> frozenset[str]:
    return frozenset(table_of("quantity_bounds")["particles"]["verbs"])


DETERMINERS = ("a", "an", "the", "its", "their", "his", "her", "of")
LONGEST_CHAIN = 4


def bound_before(atoms: Sequence[Atom], index: int) -> Bound:
    """The bound that ends right before `index`; mod "=" where nothing bounds the number."""
    at, first = index, index
    for _ in range(LONGEST_CHAIN):
        found = _phrases("before").before(atoms, at)
        if found is None and at == index and is_word(atoms, at - 1, *DETERMINERS[:2]) and not is_word(atoms, at - 2, "of"):
            found = at - 1, ("=", "")
        if found is None:
            break
        start, (mod, near) = found
        if at - start == 1 and start and is_word(atoms, start, "over", "under", "around") and atoms[start - 1].lower in _verbs():
            break  # "handed over six more warplanes"
        if (
            is_word(atoms, start, "up")
            and is_word(atoms, start + 1, "to")
            and start
            and (atoms[start - 1].lower in _changes() or is_word(atoms, start - 1, "back", "inching", "edging"))
        ):
            break  # "crept back up to 6 percent" reaches it
        if mod != "=":
            past_article = at < index and any(a.lower in DETERMINERS for a in atoms[at:index])
            return Bound("=", "", first) if past_article and mod != "~" else Bound(mod, near, start)
        at = first = start
    return Bound("=", "", index)


def bound_after(atoms: Sequence[Atom], index: int) -> tuple[int, str] | None:
    """A bound that starts at `index`: the index after it and its mod."""
    found = _phrases("after").at(atoms, index)
    if found is None or (atoms[index].text == "+" and atoms[index].gap) or is_word(atoms, found[0], "than"):
        return None
    end, (mod, _) = found
    more_of_a_word = end < len(atoms) and not atoms[end].gap and atoms[end].letters and atoms[end - 1].letters
    return None if more_of_a_word else (end, mod)


@cache
def _changes() -> dict[str, str]:
    table = table_of("quantity_bounds")["change"]
    return {word: mod for mod in ("up", "down") for word in table[mod]}


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(table_of("quantity_bounds")["change"][key])


def _change_of(atoms: Sequence[Atom], index: int) -> str | None:
    """The change of a thing that stands before "by": "cut rates by 1%", "raised its forecast by 5%"."""
    for atom in reversed(atoms[max(0, index - 4) : index]):
        if atom.text in ",.;:" or atom.digits:
            return None
        if atom.lower in _changes():
            return _changes()[atom.lower]
    return None


def change_before(atoms: Sequence[Atom], index: int, measured: bool) -> str | None:
    """ "up" or "down" where a word of change takes the number ending at `index` as its amount; `measured`: it has a unit that changes.

    Doubtful words ("added", "lost", "cut") need a measured number or a "by": "added two players" is no rise.
    """
    at, by = index - 1, False
    for _ in range(4):
        if at >= 0 and atoms[at].lower in words_of("quantity_bounds", "between"):
            by = by or atoms[at].lower == "by"
            at -= 1
    if at < 0:
        return None
    word = atoms[at].lower
    mod = _changes().get(word)
    if by:
        return mod or _change_of(atoms, at)
    if mod is None:
        return None
    return None if word in _words("transitive") or (word in _words("doubtful") and not measured) else mod
