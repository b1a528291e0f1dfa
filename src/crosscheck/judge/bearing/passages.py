"""Where in a text is most of a claim said, and which of its words are not?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.judge.bearing.words import Said, Word, said, words_in
from crosscheck.model.article import Article
from crosscheck.model.claim import Extract, Facet, Mention, Span
from crosscheck.values import dataclass

# A choice and no fit: the sets on which `content` was set are so short that other values of BESIDE and FAR change nothing there.
BESIDE = 0.9  # what a word of the sentence before or after counts: "It also sold two" goes on about the same thing
OWN = 0.5  # what counts by itself once more when the sentence to quote is chosen: one between two that say it all says nothing
FAR = 0.5  # what a word from anywhere else in the article counts
MET = 0.7  # from here on a word counts as said
ASKED = 30  # numbers, dates and propositions of a claim that are looked for: whoever gives an article for a claim waits no longer
LONGEST = 400  # sentences of an article that are looked at; a claim about a book is found in its first chapters or not at all


@dataclass(frozen=True, slots=True)
class Text:
    """An article with what was extracted from it, ready to be compared."""

    article: Article
    extract: Extract

    def words(self, span: Span) -> tuple[Word, ...]:
        names = [mention.span for entity in self.extract.entities for mention in entity.mentions if mention.span.touches(span)]
        return words_in(self.article.text, span.start, span.end, names)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the evidence beside a claim: `share` is how much of the claim it says, 0..1, with the sentences beside it, `own` what it says by
    itself; `missing` are the claim's words it does not say.
    """

    text: Text
    number: int
    span: Span
    words: tuple[Word, ...]
    share: float
    missing: tuple[Word, ...]
    own: float = 0.0

    @property
    def quote(self) -> str:
        return self.text.article.text[self.span.start : self.span.end]


def sayers_of(claim: Text) -> tuple[Span, ...]:
    """Who says what a claim tells of: "the road is open, Okoro county officials say" is borne out by whoever says that the road is open.

    Whoever "ordered the frigates" said so, too, but it is his deed that the claim tells of.
    """
    deeds = [one.predicate.span for one in claim.extract.claims if any(argument.facet is Facet.PATIENT for argument in one.arguments)]
    return tuple(said.source.span for said in claim.extract.attributions if said.source is not None and not _is_deed(said.cue, deeds))


def _is_deed(cue: Mention | None, deeds: Sequence[Span]) -> bool:
    return cue is not None and any(cue.span.touches(deed) for deed in deeds)


def undated(passage: Passage) -> tuple[Word, ...]:
    """The words outside of dates: "in May" leaves nothing open."""
    dates = [time.span for time in passage.text.extract.times if time.span.touches(passage.span)]
    return tuple(word for word in passage.words if not any(date.touches(word.span) for date in dates))


def passages_of(wanted: Sequence[Word], evidence: Sequence[Text]) -> tuple[Passage, ...]:
    """The sentences of the evidence, the one that says most of the wanted words first; equal ones in the order of the articles."""
    found = [passage for text in evidence for passage in _passages(wanted, text)]
    order = sorted(range(len(found)), key=lambda at: (-found[at].share - OWN * found[at].own, found[at].text.article.id, found[at].number))
    return tuple(found[at] for at in order)


def _passages(wanted: Sequence[Word], text: Text) -> Iterator[Passage]:
    spans = text.extract.sentences[:LONGEST]
    words = [text.words(span) for span in spans]
    held = [said(found) for found in words]
    everywhere = said([word for found in words for word in found])
    for number, span in enumerate(spans):
        near = held[max(0, number - 1) : number] + held[number + 1 : number + 2]
        met = [_met(word, held[number], near, everywhere) for word in wanted]
        missing = tuple(word for word, degree in zip(wanted, met, strict=True) if degree < MET)
        own = _share(wanted, [held[number].meets(word) for word in wanted])
        yield Passage(text, number, span, words[number], _share(wanted, met), missing, own)


def _met(word: Word, here: Said, near: Sequence[Said], everywhere: Said) -> float:
    beside = max((other.meets(word) for other in near), default=0.0)
    return max(here.meets(word), BESIDE * beside, FAR * everywhere.meets(word))


def _share(wanted: Sequence[Word], met: Sequence[float]) -> float:
    total = sum(word.weight for word in wanted)
    return sum(word.weight * degree for word, degree in zip(wanted, met, strict=True)) / total if total else 0.0
