"""A sentence as atoms and as tokens at once: what stands at a place?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from crosscheck.extract.quantity_amount import Amount, Kind
from crosscheck.extract.quantity_lexer import Atom, is_word
from crosscheck.extract.quantity_nouns import Counted
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Quantity
from crosscheck.values import dataclass

VERBS = ("VBZ", "VBD", "VBP", "MD")


@dataclass(frozen=True, slots=True)
class View:
    """Atoms are what numbers are read from; tokens carry the parse. `text` is the whole article."""

    sentence: Sentence
    text: str
    atoms: Sequence[Atom]

    def word(self, at: int) -> str:
        """The atom at an index in lower case, "" outside the sentence."""
        return self.atoms[at].lower if 0 <= at < len(self.atoms) else ""

    def is_word(self, at: int, *words: str) -> bool:
        return is_word(self.atoms, at, *words)

    def token(self, at: int) -> Token:
        """The token that holds an atom."""
        tokens = self.sentence.tokens
        return tokens[max(0, bisect_right(tokens, self.atoms[at].start, key=lambda token: token.start) - 1)]

    def is_verb(self, at: int) -> bool:
        return at < len(self.atoms) and self.token(at).tag in VERBS

    def atom_after(self, place: int) -> int:
        """The index of the first atom that starts at `place` or later."""
        return bisect_left(self.atoms, place, key=lambda atom: atom.start)

    def between(self, left: Amount, right: Amount) -> tuple[str, ...]:
        """The atoms between two amounts, in lower case."""
        return tuple(atom.lower for atom in self.atoms[left.last : right.first])


@dataclass(frozen=True, slots=True)
class Read:
    """An amount, the quantity made of it, and the noun that it counts."""

    amount: Amount
    quantity: Quantity
    noun: Counted | None

    @property
    def bare(self) -> bool:
        return self.noun is None and self.amount.unit is None and self.amount.kind in (Kind.COUNT, Kind.CHANGE)

    def counting(self, noun: Counted) -> Read:
        return Read(self.amount, replace(self.quantity, of=noun.of), noun)
