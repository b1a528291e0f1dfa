"""What does a number count?

The noun after it with its modifiers ("two Mi-24P helicopters": "Mi-24P helicopter"), found on the parser's word classes and tree; on the words
alone where there is no parse, as in a claim typed by a user.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from crosscheck.extract.lexicon import words_of
from crosscheck.extract.quantity_units import singular
from crosscheck.language.tokens import Sentence, Token
from crosscheck.values import dataclass

REACH = 9  # tokens after the number within which its noun must stand; ten modifiers in a row are a list
MODIFIERS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNP", "NNPS", "NNS", "HYPH", "AFX", "POS", "ADD", "FW", "GW"})
ADVERBS = frozenset({"RB", "RBS", "RBR"})  # "the most faithful allies": not part of the phrase
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
DETERMINERS = frozenset({"the", "these", "those", "its", "his", "her", "their", "our", "my", "your", "all", "this", "that", "whose"})


@dataclass(frozen=True, slots=True)
class Counted:
    """`of` is the phrase in lower-case singular as far as its head goes; `end` is the code point after it; `plural` tells the head's number."""

    of: str
    head: str
    start: int
    end: int
    plural: bool


@dataclass(frozen=True)
class Nouns:
    """The tokens of a sentence, ready to find the noun after a place in the text. `measures` are the spans of other numbers."""

    sentence: Sentence
    measures: tuple[tuple[int, int], ...] = ()

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.sentence.tokens]

    @cached_property
    def tagged(self) -> bool:
        return any(token.tag for token in self.sentence.tokens[:5])

    def token_at(self, place: int) -> int:
        """The index of the first token that starts at `place` or later."""
        return bisect_left(self._starts, place)

    def after(self, place: int, number: int | None = None, single: bool = False) -> Counted | None:
        """The noun phrase that starts at `place`; `number` is the place of the number, for its arc in the tree.

        With `single` only the next word counts: "23-member crew" has 23 members.
        """
        tokens = self.sentence.tokens
        first = self.token_at(place)
        last, skipped = min(len(tokens), first + 2), words_of("quantity_nouns", "skipped")
        while first < last and (tokens[first].text == "-" or tokens[first].lower in skipped):
            first += 1
        if first >= len(tokens):
            return None
        if single:
            return self._single(tokens[first])
        return self._tagged(first, number) if self.tagged else self._plain(first)

    def _single(self, token: Token) -> Counted | None:
        noun = singular(token.text)
        stands = token.text[0].isalpha() and token.lower not in words_of("quantity_nouns", "stops")
        return Counted(noun, noun, token.start, token.end, False) if stands else None

    def after_of(self, place: int) -> Counted | None:
        """The noun after "of" (the, his …) at `place`: "two of the students"."""
        tokens = self.sentence.tokens
        first = self.token_at(place)
        if first >= len(tokens) or tokens[first].lower != "of":
            return None
        first += 1
        while first < len(tokens) and tokens[first].lower in DETERMINERS:
            first += 1
        if first >= len(tokens):
            return None
        return self._tagged(first, None) if self.tagged else self._plain(first)

    # with word classes

    def _tagged(self, first: int, number: int | None) -> Counted | None:
        tokens = self.sentence.tokens
        picked: list[Token] = []
        at, head = first, None
        while at < min(first + REACH, len(tokens)):
            measure = self._measure_end(tokens[at].start)
            if measure is not None and self._goes_on(measure):
                at = max(at + 1, self.token_at(measure))
                continue
            token = tokens[at]
            if token.tag in ADVERBS and not picked and self._tag(at + 1) in ("JJ", "VBN", "VBD", "VBG", "RB", "HYPH"):
                at += 1 if self._tag(at + 1) != "HYPH" else 2
                continue
            if token.tag == "POS":
                picked, head, at = [], None, at + 1  # "one of the country's oldest mills" counts mills
                continue
            if token.tag == "CC" and self._is_inside(at, picked):
                at, head = at + 1, None
                continue
            if not self._fits(at, head):
                if at == first and number is not None and self._is_mistaken(token, tokens[first - 1]):
                    return Counted(singular(token.text), singular(token.text), token.start, token.end, is_plural(token.text))
                break
            if head is not None and not self._joins(tokens[head], token, at):
                break
            picked.append(token)
            if token.tag in NOUNS:
                head = at
            at += 1
        head = self._by_measure(number, picked, self._by_arc(number, first, head))
        return None if head is None or self._is_verb(number, picked, head) else self._counted([t for t in picked if t.index <= head], tokens[head])

    def _is_inside(self, at: int, picked: list[Token]) -> bool:
        """Whether "and" joins two modifiers of one noun: "old and new ships", "Skoda and Dacia cars"."""
        if not picked or self._tag(at + 2) not in NOUNS:
            return False
        left, right = picked[-1], self.sentence.tokens[at + 1]
        if left.tag in ("JJ", "JJR") and right.tag == "JJ":
            return True
        return left.text[0].isupper() and right.text[0].isupper() and left.tag not in ("NNS", "NNPS")

    def _fits(self, at: int, head: int | None) -> bool:
        """Whether a token can stand in the phrase: a modifier, "loaded" taken for a past tense, or the number of a model ("PK 12 guns")."""
        tag = self._tag(at)
        if tag == "VBD":  # not the "were" of "fifteen of those killed were children"
            return head is None and self._tag(at + 1) in NOUNS and self.sentence.tokens[at].lower not in words_of("quantity_nouns", "stops")
        if tag == "CD":
            return head is not None and self.sentence.tokens[at - 1].text.isupper() and self._tag(at + 1) in NOUNS
        return tag in MODIFIERS and not (tag == "VBG" and head is not None)

    def _is_mistaken(self, token: Token, number: Token) -> bool:
        """Whether a word right after a number was taken for a verb: "one blast every day", "40,000 radios up from"; "1,000 come" is one."""
        return (token.tag == "VB" and number.lower in ("one", "1")) or (
            token.tag == "VBZ" and is_plural(token.text) and token.lower not in words_of("quantity_nouns", "stops")
        )

    def _tag(self, at: int) -> str:
        """The word class of a token; a designator is a name even where the parser takes it for a plural."""
        if not 0 <= at < len(self.sentence.tokens):
            return ""
        token = self.sentence.tokens[at]
        return "NNP" if token.tag in NOUNS and is_designator(token) else token.tag

    def _joins(self, head: Token, token: Token, at: int) -> bool:
        """Whether a phrase goes on after a noun: a compound does ("power plants"), a plural ends it unless the tree says compound."""
        if token.tag in ("HYPH", "AFX", "CD"):
            return True
        if token.tag not in NOUNS:
            return head.tag != "NNS" and token.tag in ("VBN", "VBG", "JJ") and self.sentence.tokens[at - 1].tag == "HYPH"
        if self._tag(at - 1) in ("HYPH", "CD"):
            return True
        if self._tag(head.index) in ("NNS", "NNPS"):
            return head.dep.startswith(("compound", "nmod")) and head.head >= at
        return not (token.tag == "NNP" and head.tag == "NN" and head.head < at and head.dep != "compound")

    def _measure_end(self, start: int) -> int | None:
        return next((end for first, end in self.measures if first == start), None)

    def _goes_on(self, end: int) -> bool:
        """Whether a noun follows a measure inside the phrase: "six hundred 5-litre cans"."""
        at = self.token_at(end)
        return at < len(self.sentence.tokens) and self.sentence.tokens[at].tag in MODIFIERS

    def _by_arc(self, number: int | None, first: int, head: int | None) -> int | None:
        """The noun that the tree has the number modify, where it lies in the phrase."""
        tokens = self.sentence.tokens
        if number is None or head is None:
            return head
        at = self.token_at(number)
        if at >= len(tokens) or not tokens[at].dep.startswith("nummod"):
            return head
        arc = tokens[at].head
        return arc if first <= arc < head and tokens[arc].tag in ("NNS", "NNPS") else head

    def _by_measure(self, number: int | None, picked: list[Token], head: int | None) -> int | None:
        """The first word of a phrase in the singular that many cannot count: "a 12 page document" has pages. "One" counts the last."""
        if number is None or head is None or len(picked) < 2 or self.sentence.tokens[self.token_at(number)].lower in ("one", "1"):
            return head
        last = self.sentence.tokens[head]
        singulars = picked[0].tag == "NN" and last.tag == "NN" and picked[0].text.islower() and picked[1].tag != "HYPH"
        return picked[0].index if singulars and not is_plural(last.text) else head

    def _is_verb(self, number: int | None, picked: list[Token], head: int) -> bool:
        """Whether the only word is a verb that the parser took for a noun: "2,000 flee"."""
        alone = len(picked) == 1 and picked[0].index == head and number is not None
        return alone and picked[0].tag == "NN" and picked[0].lower in words_of("quantity_nouns", "stops")

    def _counted(self, picked: list[Token], head: Token) -> Counted | None:
        words = [t for t in picked if t.lower not in words_of("quantity_nouns", "skipped")]
        if words and words[0].tag == "HYPH":
            tied = len(words) > 2 and words[1].lower in words_of("quantity_nouns", "tied")
            words = words[1 + tied :]  # "10% of its 5,000-strong workforce" is of the workforce
        if not words:
            return None
        lemma = singular(head.text)  # our own rule and not the parser's lemma, so that a claim without a parse counts the same things
        pieces = [t.text for t in words[:-1]] + [lemma]
        phrase = pieces[0]
        for before, token, piece in zip(words, words[1:], pieces[1:], strict=False):
            phrase += piece if token.start == before.end else f" {piece}"
        return Counted(phrase, lemma, words[0].start, head.end, head.tag in ("NNS", "NNPS"))

    # without a parse

    def _plain(self, first: int) -> Counted | None:
        """Words up to the first plural, or up to the first that cannot stand in a noun phrase."""
        picked: list[Token] = []
        for token in self.sentence.tokens[first : first + 6]:
            if not token.text[0].isalnum() and token.text != "-":
                break
            if token.lower in words_of("quantity_nouns", "stops"):
                break
            if picked and is_plural(picked[-1].text) and token.text != "-":
                break
            picked.append(token)
        while picked and picked[-1].text == "-":
            picked.pop()
        if not picked or not picked[-1].text[0].isalpha():
            return None
        head = picked[-1]
        lemma = singular(head.text)
        words = [t.text for t in picked[:-1]] + [lemma]
        return Counted(" ".join(words).replace(" - ", "-"), lemma, picked[0].start, head.end, is_plural(head.text))


def is_designator(token: Token) -> bool:
    """Whether a word names a model: "Mi-171", "L-39"."""
    return token.text[0].isupper() and any(map(str.isdecimal, token.text))


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural: "troops", "people", "men"; not "gas" or "crisis"."""
    lower = word.lower()
    if lower in words_of("quantity_nouns", "plurals"):
        return True
    return lower.endswith("s") and not lower.endswith(("ss", "us", "is", "'s")) and len(lower) > 3


def crude_tokens(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Token, ...]:
    """Tokens without a parse, from spans of `text`; each is its own head."""
    return tuple(Token(i, text[a:b], "", "", "", "dep", i, a, b) for i, (a, b) in enumerate(spans))
