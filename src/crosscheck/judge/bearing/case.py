"""What is known of a claim and the evidence before anything is decided?"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crosscheck.extract.lexicon import words_of
from crosscheck.judge.bearing.dates import Date, dates_of, is_date
from crosscheck.judge.bearing.facts import Fact, facts_of
from crosscheck.judge.bearing.figures import SHORT, Figure, Fit, figures_of, has_value
from crosscheck.judge.bearing.outcomes import Settled, settled
from crosscheck.judge.bearing.passages import Passage, Text, passages_of
from crosscheck.judge.bearing.words import Word
from crosscheck.model.claim import Span
from crosscheck.values import dataclass

# How much of a claim evidence must say to be about it at all: where titles and first sentences of MEANTIME (Wikinews, CC BY 4.0) are told best from
# those of other articles, `python -m tools.train.relatedness`. In a long text a third of a claim's words stand by chance.
RELATED = 0.38
RELATED_SHORT = 0.16
NEAR_BEST = 0.8  # of the best passage's share: from here on another passage may decide
NUMBERED = 0.6  # from here on one may that has the claim's number
SEARCHED = 20  # passages in which it is looked for
READ = 4  # passages that are read closely
LONGEST = 300  # words of a claim that are read
SAYING = 0.5  # what the words "police say" of a claim weigh: what they say is the claim


@dataclass(frozen=True, slots=True)
class Case:
    """A claim with the words that the evidence must say and all its words in order; the passages, the one that says most of it first; what that
    passage makes of the claim's values; and how its article has what the claim lets come out in one of two ways.
    """

    claim: Text
    wanted: tuple[Word, ...]
    own_words: tuple[Word, ...]
    passages: tuple[Passage, ...]
    figures: tuple[Figure, ...] = ()
    dates: tuple[Date, ...] = ()
    facts: tuple[Fact, ...] = ()
    outcome: Settled | None = None

    @property
    def best(self) -> Passage:
        """The passage that says most of the claim; there is one wherever `share` is above 0."""
        return self.passages[0]

    @property
    def share(self) -> float:
        return self.passages[0].share if self.passages else 0.0

    @property
    def is_short(self) -> bool:
        return len(self.passages) <= SHORT

    @property
    def is_related(self) -> bool:
        return self.outcome is not None or self.share >= (RELATED_SHORT if self.is_short else RELATED)


def case_of(claim: Text, evidence: Sequence[Text]) -> Case:
    own = tuple(itertools.islice((word for span in claim.extract.sentences for word in claim.words(span)), LONGEST))
    wanted = _wanted(claim, own)
    passages = passages_of(wanted, evidence)
    return _read_at(Case(claim, wanted, own, passages), 0) if passages else Case(claim, wanted, own, ())


def readings(case: Case) -> Iterator[Case]:
    """The case as it looks from each passage that says nearly as much as the best, the best first.

    A sentence beside the best says it with the best's words, and is no other voice.
    """
    yield case
    for at, passage in enumerate(case.passages[1:READ], 1):
        if passage.share >= NEAR_BEST * case.share and not _beside(passage, case.best):
            yield _read_at(case, at)
    yield from _figured(case)


def _figured(case: Case) -> Iterator[Case]:
    """The first of the other passages that has a number of the claim, where the best has none: "25,000 tonnes" may stand among fewer of its words."""
    if case.is_short or not any(_is_exact(figure) for figure in case.figures) or any(figure.fit is Fit.MET for figure in case.figures):
        return
    for at, passage in enumerate(case.passages[1:SEARCHED], 1):
        if passage.share >= NUMBERED * case.share and any(figure.fit is Fit.MET and _is_exact(figure) for figure in figures_of(case.claim, passage)):
            yield _read_at(case, at)
            return


def _is_exact(figure: Figure) -> bool:
    return figure.wanted.mod == "="


def _beside(one: Passage, other: Passage) -> bool:
    return one.text is other.text and abs(one.number - other.number) <= 1


def _read_at(case: Case, at: int) -> Case:
    best = case.passages[at]
    passages = (best, *case.passages[:at], *case.passages[at + 1 :])
    return replace(
        case,
        passages=passages,
        figures=figures_of(case.claim, best),
        dates=dates_of(case.claim, best),
        facts=facts_of(case.claim, best),
        outcome=settled(case.claim, case.wanted, best.text),
    )


def _wanted(claim: Text, own: Sequence[Word]) -> tuple[Word, ...]:
    """The words that the evidence must say; numbers and dates are asked for by their values."""
    values = [quantity.span for quantity in claim.extract.quantities if has_value(quantity)]
    values += [time.span for time in claim.extract.times if is_date(time)]
    saying = [mention.span for said in claim.extract.attributions for mention in (said.source, said.cue) if mention]
    values += _happening(own)
    return tuple(_weighed(word, saying) for word in own if not any(value.touches(word.span) for value in values))


def _happening(own: Sequence[Word]) -> list[Span]:
    """ "The robbery took place on Friday" asks for a robbery and for Friday."""
    happens, said = words_of("bearing", "happens"), [word.text.casefold() for word in own]
    found = [word.span for word, form in zip(own, said, strict=True) if any(form.startswith(verb[:5]) for verb in happens)]
    placed = [at for at in range(1, len(own)) if said[at] == "place" and said[at - 1] in ("take", "takes", "took", "taken", "taking")]
    return [*found, *(own[at - back].span for at in placed for back in (0, 1))]


def _weighed(word: Word, saying: Sequence[Span]) -> Word:
    return replace(word, weight=word.weight * SAYING) if any(span.touches(word.span) for span in saying) else word
