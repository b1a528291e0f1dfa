"""Which words, with which marks between them, does a sentence have, for readers of details?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.names import bare_name
from crosscheck.extract.quantity_numeral import numbers_in
from crosscheck.extract.words import folded, word_spans
from crosscheck.model.article import Article
from crosscheck.model.claim import Entity, Extract, Mention, Span
from crosscheck.model.detail import Detail, Kind
from crosscheck.values import dataclass

LONGEST = 1500  # code points of a sentence: what is longer is a table or a line without full stops
People = Sequence[tuple[Entity, Mention]]
POINTS = (",", ".")  # inside a number in digits
TENS = 20  # from here on, a number word and one below ten after it are one number
LETTERS = 4  # a word of fewer tells little of what a sentence is about


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of one sentence in their order; `forms` are the same folded, `gaps` what stands before each."""

    article: str
    number: int
    span: Span
    text: str
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    forms: tuple[str, ...]
    gaps: tuple[str, ...]

    def span_of(self, start: int, end: int) -> Span:
        """From one word to before another, by position."""
        return Span(self.spans[start].start, self.spans[end - 1].end)

    def places(self, span: Span) -> Sequence[int]:
        """The positions of the words that the span touches."""
        return [at for at, word in enumerate(self.spans) if word.touches(span)]

    def said(self, start: int, end: int) -> str:
        """The same as the article has it."""
        span = self.span_of(start, end)
        return self.text[span.start - self.span.start : span.end - self.span.start]

    def names(self, leave_out: Sequence[str] = ()) -> frozenset[str]:
        """What the sentence is about: its longer words, numbers and names, less these."""
        return frozenset(form for form in self.forms if (len(form) >= LETTERS or form.isdigit()) and form not in leave_out) - _common()

    def counted(self, at: int, digits: int) -> int:
        """The whole number that ends in the word, of up to so many digits: "seven", "12", "twenty-five"; 0 for none, and inside "1,200", "2.5" or
        "two hundred".
        """
        form = self.forms[at]
        if not form.isdecimal() and form not in numbers_in("cardinals"):
            return 0  # nearly every word
        before, after = self.forms[at - 1] if at else "", self.forms[at + 1] if at + 1 < len(self.forms) else ""
        if after in numbers_in("scales"):
            return 0
        if form.isdecimal():
            is_part = (before.isdecimal() and self.gaps[at] in POINTS) or (after.isdecimal() and self.gaps[at + 1] in POINTS)
            return 0 if is_part or len(form) > digits else int(form)
        if self.begins(at + 1) <= at:
            return 0  # "twenty" of "twenty-five"
        return _cardinal(form) + (_cardinal(before) if self.begins(at) < at else 0)

    def begins(self, at: int) -> int:
        """Where a number in words that ends in the word begins: one word before in "twenty-five"."""
        if not 0 < at < len(self.forms) or not 0 < _cardinal(self.forms[at]) < 10 or self.gaps[at] not in ("-", " "):
            return at
        return at - (_cardinal(self.forms[at - 1]) >= TENS)

    def detail(self, kind: Kind, thing: tuple[str, str], value: str, start: int, end: int, words: frozenset[str], scope: str = "") -> Detail:
        """What the words from one position to before another state of a thing, given folded and as a reason names it."""
        return Detail(kind, self.article, self.number, *thing, value, self.said(start, end), self.span_of(start, end), words=words, scope=scope)


def called(entity: Entity, mention: Mention) -> tuple[str, str]:
    """The surname by which a person is spoken of, and the name; of a pronoun or noun the whole name."""
    if mention.text[:1].isupper() and mention.text.casefold() not in words_of("details", "pronouns"):
        return bare_name(mention.text)[-1], mention.text
    return bare_name(entity.entity)[-1], entity.entity


def sentences_of(article: Article, extract: Extract) -> Iterator[Sentence]:
    """The sentences of the article, each read when it is asked for."""
    for number, span in enumerate(extract.sentences):
        if span.end - span.start <= LONGEST:
            yield _read(article, number, span)


def sentence_at(article: Article, extract: Extract, number: int) -> Sentence:
    """The sentence of this number."""
    return _read(article, number, extract.sentences[number])


def _read(article: Article, number: int, span: Span) -> Sentence:
    text = article.text[span.start : span.end]
    found = list(word_spans(text))
    words = tuple(text[start:end] for start, end in found)
    ends = (0, *(end for _, end in found))
    gaps = tuple(text[before:start] for before, (start, _) in zip(ends, found, strict=False))
    spans = tuple(Span(span.start + start, span.start + end) for start, end in found)
    forms = tuple(folded(word).removesuffix("'s") for word in words)
    return Sentence(article.id, number, span, text, spans, words, forms, gaps)


@cache
def _common() -> frozenset[str]:
    return frozenset(table_of("story_words")["common"].split())


def _cardinal(form: str) -> int:
    return int(numbers_in("cardinals").get(form, 0))


def singular(form: str) -> str:
    """Of a noun for people."""
    return {"men": "man", "women": "woman", "people": "person", "children": "child"}.get(form, form.removesuffix("s"))
