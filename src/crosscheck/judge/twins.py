"""What of two sentences that are the same but for a few words do those words make a contradiction of?

Most values are bound to claims, and claims to alignments, on the way through the steps before. A word that no claim holds ("a fall in lending"),
or a claim that found no counterpart, is lost there; where two sentences are twins nothing needs to be bound to tell that they differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from itertools import product
from typing import TypeVar

from crosscheck.align.facets import lapse_of
from crosscheck.align.questions import question_of
from crosscheck.align.twins import Difference, Word, differences
from crosscheck.extract.lexicon import words_of
from crosscheck.judge.apart import Apart
from crosscheck.judge.called import may_be_called_both
from crosscheck.judge.exchanged import are_two_names
from crosscheck.judge.opposites import opposite
from crosscheck.judge.seeming import is_told_to_several
from crosscheck.judge.stamps import is_stamp
from crosscheck.judge.verdicts import Origins, compare, gather
from crosscheck.model.article import Article
from crosscheck.model.claim import Argument, Claim, Entity, Extract, Facet, Quantity, Span, Time
from crosscheck.model.report import Alignment, FacetVerdict
from crosscheck.model.verdict import Statement, Verdict
from crosscheck.values import dataclass

Values = tuple[Quantity | Time | Argument, Quantity | Time | Argument]
Pair = tuple[Statement, Statement]
Value = TypeVar("Value", Quantity, Time)
StoryOf = Callable[[Sequence[Claim]], str | None]


def with_exchanges(
    alignments: Sequence[Alignment],
    articles: Sequence[Article],
    extracts: Mapping[str, Extract],
    sentences: Mapping[str, Sequence[Span]],
    origins: Origins,
    story_of: StoryOf,
    strangers: Callable[[str, str], bool],
    called: Callable[[str, Argument], Argument] = lambda _, argument: argument,
) -> tuple[Alignment, ...]:
    """The alignments, with a contradiction for every value that twin sentences exchange and that none of them sets apart yet.

    It goes to the alignment that holds claims of both sentences, else to a new one of claims that stand in none. `sentences` are those of each
    article; `strangers` says of two articles that they are about two things; `called` gives a name of an article its other names.
    """
    read = _Read({article.id: article for article in articles}, extracts, called)
    known = {alignment.id: alignment for alignment in alignments}
    home = {claim: alignment.id for alignment in alignments for claim in alignment.claims}
    apart = Apart(alignments)
    for difference in differences(articles, sentences, strangers):
        for pair in read.clashes(difference, home):
            homes = {home[statement.claim.id] for statement in pair if statement.claim.id in home}
            if len(homes) > 1 or apart.holds([(s.article.id, s.value.span) for s in pair if s.value is not None]):
                continue
            told = known[homes.pop()] if homes else None
            group = {statement.claim for statement in pair} | (read.claims_of(told) if told else set())
            found = gather(pair, origins)
            apart.add(found)
            alignment = _with(told, found, sorted(group, key=_place), origins, story_of)
            known[alignment.id] = alignment
            home |= dict.fromkeys(alignment.claims, alignment.id)
    return tuple(known.values())


def _with(told: Alignment | None, found: FacetVerdict, claims: Sequence[Claim], origins: Origins, story_of: StoryOf) -> Alignment:
    """The alignment told of these claims, with a facet more; a new one where there is none."""
    facets = tuple(sorted((*(told.facets if told else ()), found), key=_gravest_first))
    return Alignment(
        id=told.id if told else "a" + sha256(min(claim.id for claim in claims).encode()).hexdigest()[:11],
        story=story_of(claims),
        question=question_of(facets[0].facet, facets[0].label, claims),
        topics=tuple(sorted({topic for claim in claims for topic in claim.topics})),
        claims=tuple(claim.id for claim in claims),
        articles=tuple(dict.fromkeys(claim.article for claim in claims)),
        origins=origins(claims),
        verdict=facets[0].verdict,
        confidence=facets[0].confidence,
        facets=facets,
    )


def _place(claim: Claim) -> tuple[str, Span, str]:
    return claim.article, claim.span, claim.id


def _gravest_first(facet: FacetVerdict) -> tuple[int, float, str, str]:
    return facet.verdict.gravity, -facet.confidence, facet.facet, facet.label or ""


@dataclass(frozen=True, slots=True)
class _Read:
    """The articles and what was found in them."""

    articles: Mapping[str, Article]
    extracts: Mapping[str, Extract]
    called: Callable[[str, Argument], Argument]

    def claims(self, article: str, sentence: int) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.extracts[article].claims if claim.sentence == sentence and not claim.is_mention)

    def claims_of(self, alignment: Alignment) -> set[Claim]:
        return {claim for article in alignment.articles for claim in self.extracts[article].claims if claim.id in alignment.claims}

    def clashes(self, difference: Difference, home: Mapping[str, str]) -> Iterator[Pair]:
        """The statements, one an article, that the difference makes contradict each other; the first kind of value that does."""
        sides = tuple(self.claims(*place) for place in zip(difference.articles, difference.sentences, strict=True))
        if not all(sides):
            return
        for values in self._values(difference):
            one, other = _tellers(sides, values, home)
            facet = _facet(values, one, other)
            left, right = (Statement(facet, c, self.articles[c.article], value) for c, value in zip((one, other), values, strict=True))
            found = compare(left, right)
            if found.verdict is Verdict.CONTRADICTION and not (
                is_stamp(left) or is_stamp(right) or is_told_to_several(left, right) or may_be_called_both(left, right, found.rule, twins=True)
            ):
                yield left, right
                return

    def _values(self, difference: Difference) -> Iterator[Values]:
        """What may be set side by side: numbers, times, names, and words that exclude each other."""
        spans = tuple(map(_span_of, difference.words))
        left, right = (self.extracts[article] for article in difference.articles)
        if spans[0] and spans[1]:
            yield from map(partial(self._as_times, difference), _only(left.quantities, right.quantities, spans[0], spans[1]))
            yield from _only(left.times, right.times, spans[0], spans[1])
            yield from self._names(difference, spans[0], spans[1])
        if opposite(*([word.text for word in side] for side in difference.words)):
            whole = difference.around if None in spans else (spans[0] or difference.around[0], spans[1] or difference.around[1])
            yield tuple(self._words(Facet.POLARITY, name, span) for name, span in zip(difference.articles, whole, strict=True))  # type: ignore[misc]

    def _as_times(self, difference: Difference, numbers: tuple[Quantity, Quantity]) -> Values:
        """Two numbers that say when ("two weeks ago") as times."""
        one, other = (lapse_of(number, self.articles[article].text) for number, article in zip(numbers, difference.articles, strict=True))
        return (one, other) if one and other else numbers

    def _names(self, difference: Difference, first: Span, second: Span) -> Iterator[Values]:
        names = tuple(self._name(*side) for side in zip(difference.articles, difference.words, (first, second), strict=True))
        if names[0] is None or names[1] is None:
            return
        one, other = (self.called(article, name) for article, name in zip(difference.articles, (names[0], names[1]), strict=True))
        if are_two_names(one, other):
            yield one, other

    def _name(self, article: str, said: Sequence[Word], span: Span) -> Argument | None:
        """The name at the place, whole, with what else the article calls it."""
        text = self.articles[article].text
        for entity in self.extracts[article].entities:
            mention = next((mention for mention in entity.mentions if mention.span.touches(span)), None)
            if mention is not None and all(_is_of(word, mention.span, text) for word in said):
                return _argument(entity, mention.text, mention.span)
        if all(text[word.span.start].isupper() for word in said):
            return self._words(Facet.TYPE, article, span)
        return None

    def _words(self, facet: Facet, article: str, span: Span) -> Argument:
        text = self.articles[article].text[span.start : span.end]
        return Argument(facet, text, span, text)


def _is_of(word: Word, name: Span, text: str) -> bool:
    """Whether the word is a part of the name, or a title before it."""
    return word.span.touches(name) or word.text in words_of("person_titles", "before") or not text[word.span.start].isalnum()


def _argument(entity: Entity, text: str, span: Span) -> Argument:
    also = tuple(dict.fromkeys(mention.text for mention in entity.mentions if mention.text != text))
    return Argument(Facet.TYPE, text, span, text, entity.entity, entity.type, also)


def _span_of(words: Sequence[Word]) -> Span | None:
    return Span(words[0].span.start, words[-1].span.end) if words else None


def _only(ones: Iterable[Value], others: Iterable[Value], left: Span, right: Span) -> Iterator[tuple[Value, Value]]:
    """The value on each side; none where a side has several ("$A1m ($1.52m)")."""
    first, second = ([value for value in side if value.span.touches(span)] for side, span in ((ones, left), (others, right)))
    if len(first) == len(second) == 1:
        yield first[0], second[0]


def _tellers(sides: Sequence[Sequence[Claim]], values: Values, home: Mapping[str, str]) -> tuple[Claim, Claim]:
    """The claim of each sentence that is taken to state the value: claims that are aligned, then such as hold it, then one predicate."""
    ranked = sorted(product(sides[0], sides[1]), key=lambda pair: _fitness(pair, values, home), reverse=True)
    return ranked[0][0], ranked[0][1]


def _fitness(pair: tuple[Claim, Claim], values: Values, home: Mapping[str, str]) -> tuple[bool, int, bool, bool]:
    one, other = pair
    homes = home.get(one.id), home.get(other.id)
    aligned = homes[0] is not None and homes[0] == homes[1]
    holding = sum(claim.span.holds(value.span) for claim, value in zip(pair, values, strict=True))
    return aligned, holding, homes == (None, None), one.predicate.lemma == other.predicate.lemma


def _facet(values: Values, one: Claim, other: Claim) -> Facet:
    """The facet that the value has in both claims; of a name that no claim binds, where it is a place, else what a thing is called."""
    value = values[0]
    if isinstance(value, Quantity | Time):
        return Facet.QUANTITY if isinstance(value, Quantity) else Facet.TIME
    if value.facet is Facet.POLARITY:
        return Facet.POLARITY
    bound = [{a.facet for a in claim.arguments if a.span.touches(v.span)} for claim, v in zip((one, other), values, strict=True)]
    shared = bound[0] & bound[1]
    if len(shared) == 1:
        return shared.pop()
    return Facet.PLACE if all(isinstance(v, Argument) and v.name == "LOC" for v in values) else Facet.TYPE
