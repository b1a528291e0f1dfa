"""Do values that are compatible differ in more than words?

"March" and "31 March" tell a reader something; "the depot" and "the Lefkos depot", "15 years" and "about 15 years", or a visit that one report
announces and another recalls seldom do, and a story of twenty reports has dozens of those.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from crosscheck.extract.names import folded
from crosscheck.judge.names import content_words
from crosscheck.model.claim import Facet
from crosscheck.model.report import Alignment, FacetValue, FacetVerdict
from crosscheck.model.verdict import Verdict


def is_only_worded(alignment: Alignment) -> bool:
    """Whether it is compatible, and whatever is not the same in it is so by its words alone."""
    return alignment.verdict is Verdict.COMPATIBLE and all(is_wording(facet) for facet in alignment.facets if facet.verdict is Verdict.COMPATIBLE)


def is_wording(facet: FacetVerdict) -> bool:
    """Whether its values are compatible and other words for the same: a longer and a shorter name of somebody or of a thing, a plan and what came of
    it, a number with and without "about", two times of one day. Who took part in it differs by words wherever it is compatible.
    """
    if facet.verdict is not Verdict.COMPATIBLE:
        return False
    if facet.facet in (Facet.QUANTITY, Facet.POLARITY):
        return len({value.value for value in facet.values}) == 1
    same = _SAME.get(facet.facet)
    return same is None or same(_compared(facet))


def _compared(facet: FacetVerdict) -> Sequence[FacetValue]:
    """The values that the reason names; all, where it names none."""
    reason = facet.reason.casefold()
    named = [value for value in facet.values if any(mention.text.casefold() in reason for mention in value.mentions)]
    return named if len(named) > 1 else facet.values


def _one_day(values: Sequence[FacetValue]) -> bool:
    """ "Friday" and "Friday afternoon", or the same words, whose year is known of one."""
    return len({_day(str(value.value)) for value in values}) == 1 or len({folded(value.text) for value in values}) == 1


def _day(timex: str) -> str:
    """Its day, without the time of day; a length of time and a time of day alone as they are."""
    return timex if timex.startswith(("P", "T")) else timex.partition("T")[0]


def _one_name(values: Sequence[FacetValue]) -> bool:
    """Does the longest hold all words of the others?"""
    words = [content_words(value.text) for value in values]
    return all(some <= max(words, key=len) for some in words)


_SAME: Mapping[Facet, Callable[[Sequence[FacetValue]], bool]] = MappingProxyType(
    {Facet.TIME: _one_day, Facet.PLACE: _one_name, Facet.TYPE: _one_name}
)
