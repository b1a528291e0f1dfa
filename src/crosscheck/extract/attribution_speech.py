"""Which quotations belong to which report?

Direct speech beside a cue, in the sentence next to it, and on through the paragraph. A report with its content so far is a `Found`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from crosscheck.extract.attribution_borders import fallback, parted
from crosscheck.extract.attribution_quotes import Quotation, is_speech, quotations_in
from crosscheck.extract.attribution_report import Report
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Span
from crosscheck.values import dataclass

OUTSIDE_WORDS = 3  # words outside quotation marks from which a content is indirect speech with quoted parts
LOOK_BACK = 12  # reports among which the one is sought that a quotation goes on from
SHORT_CUE = 8  # tokens in front of the cue of "“Why?” he asked", where a mark has split the sentence


@dataclass(frozen=True, slots=True)
class Found:
    """A report with its sentence and its content as far as known."""

    report: Report
    sentence: Sentence
    content: tuple[Span, ...]

    @property
    def at(self) -> int:
        return self.report.cue.start


@dataclass(frozen=True, slots=True)
class Speech:
    """The quotations of an article that are speech, in text order, with where each starts and ends."""

    all: tuple[Quotation, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Speech:
        spoken = tuple(quotation for quotation in quotations_in(text) if any(is_speech(text, piece) for piece in quotation.pieces))
        return cls(spoken, tuple(quotation.start for quotation in spoken), tuple(quotation.end for quotation in spoken))

    def near(self, span: Span) -> tuple[Quotation, ...]:
        """Those that share a code point with the span."""
        return self.all[bisect_right(self.ends, span.start) : bisect_left(self.starts, span.end)]

    def holds(self, at: int) -> bool:
        return any(quotation.holds(at) for quotation in self.near(Span(at, at + 1)))

    def after(self, at: int) -> Quotation | None:
        """The first that starts here or later."""
        index = bisect_left(self.starts, at)
        return self.all[index] if index < len(self.all) else None

    def before(self, at: int) -> Quotation | None:
        """The last that ends here or earlier."""
        index = bisect_right(self.ends, at)
        return self.all[index - 1] if index else None


def with_quotations(sentence: Sentence, reports: Sequence[Report], speech: Speech, taken: set[int], text: str) -> list[Found]:
    """The reports of a sentence with the quotations that are theirs; `taken` gathers the starts of quotations given away."""
    near = speech.near(Span(sentence.start, sentence.end))
    owners = {quotation.start: _owner(quotation, reports) for quotation in near}
    found = []
    for index, report in enumerate(reports):
        own = [quotation for quotation in near if owners[quotation.start] == index]
        if not own and report.quotes and report.strong and not report.content:
            own = _beside(sentence, report, speech, taken, text)
        taken.update(quotation.start for quotation in own)
        content = _mixed(sentence, report, own, text) or _merged(report.content, own, text)
        guess = () if content else fallback(sentence, report, text)
        if content or guess:
            found.append(Found(report if content else replace(report, content=guess), sentence, content or guess))
    cut = parted(sentence, [one.report for one in found])
    return [
        one if new is one.report or one.content != one.report.content else replace(one, report=new, content=new.content)
        for one, new in zip(found, cut, strict=True)
    ]


def continued(found: Iterable[Found], sentences: Sequence[Sentence], speech: Speech, taken: Collection[int], text: str) -> list[Found]:
    """A quotation without a cue goes on from the last one of its paragraph: "It is good," he said. "It is historic." """
    result = sorted(found, key=lambda one: one.at)
    places = [one.at for one in result]
    starts = [sentence.start for sentence in sentences]
    for quotation in speech.all:
        index = bisect_right(starts, quotation.start) - 1
        if quotation.start in taken or index < 0 or not is_speech(text, quotation.pieces[0]):
            continue
        last = _last_before(result[: bisect_left(places, quotation.start)], sentences[index], quotation, text)
        if last is not None:
            result[last] = replace(result[last], content=union([*result[last].content, *quotation.pieces]))
    return result


def union(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in text order, those that touch made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end + 1:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _owner(quotation: Quotation, reports: Sequence[Report]) -> int | None:
    """Which report of the sentence governs the quotation: one whose content touches it, else the nearest that takes quotations."""
    ranked = [
        (not any(quotation.touches(span) for span in report.content), not report.strong, _distance(report.cue, quotation), index)
        for index, report in enumerate(reports)
        if any(quotation.touches(span) for span in report.content) or (report.quotes and (report.strong or not report.content))
    ]
    return min(ranked)[-1] if ranked else None


def _distance(cue: Token, quotation: Quotation) -> int:
    return min(min(abs(cue.start - piece.end), abs(piece.start - cue.end)) for piece in quotation.pieces)


def _beside(sentence: Sentence, report: Report, speech: Speech, taken: Collection[int], text: str) -> list[Quotation]:
    """A quotation in a sentence of its own: after "He said:", or before "he asked" where "?" ended it."""
    if text[sentence.start : sentence.end].rstrip().endswith((":", ",")) or text[report.cue_span.end :][:1] == ":":
        after = speech.after(sentence.end)
        return [after] if after is not None and not text[sentence.end : after.start].strip() else []
    before = speech.before(sentence.start)
    if before is None or report.cue.index > SHORT_CUE or before.start in taken:
        return []
    return [before] if not text[before.end : sentence.start].strip(" ") else []


def _merged(content: tuple[Span, ...], quotations: Sequence[Quotation], text: str) -> tuple[Span, ...]:
    """Direct speech is its quotations; indirect speech keeps its own words and takes in the quoted parts."""
    pieces = [piece for quotation in quotations for piece in quotation.pieces]
    if not pieces:
        return content
    outside = sum(_words_outside(span, pieces, text) for span in content)
    if outside < OUTSIDE_WORDS:
        return tuple(sorted(pieces))
    touching = [piece for piece in pieces if any(piece.touches(span) for span in content)]
    return union([*content, *touching])


def _mixed(sentence: Sentence, report: Report, quotations: Sequence[Quotation], text: str) -> tuple[Span, ...]:
    """ "She said the tax “does nothing for us”": where the tree shows nothing, the words between the cue and its quotation are indirect speech."""
    if report.content or not quotations or report.source_span is None or len(quotations[-1].pieces) > 1:
        return ()
    start = max(report.source_span.end, report.cue_span.end)
    between = text[start : quotations[0].start]
    if not start < quotations[0].start < sentence.end or len(between.split()) < OUTSIDE_WORDS or any(mark in between for mark in ",:;"):
        return ()
    return (Span(start + len(between) - len(between.lstrip()), quotations[-1].end),)


def _words_outside(span: Span, pieces: Sequence[Span], text: str) -> int:
    marked = list(text[span.start : span.end])
    for piece in pieces:
        for at in range(max(piece.start, span.start), min(piece.end, span.end)):
            marked[at - span.start] = " "
    return len("".join(marked).split())


def _last_before(earlier: Sequence[Found], home: Sentence, quotation: Quotation, text: str) -> int | None:
    """The report whose quotation goes on: the last one with a quotation in the paragraph, or in the one before where this opens with the new words.

    Another speaker's report in a sentence between ends it; what "he" did meanwhile does not.
    """
    if text[home.start : quotation.start].strip():
        return None
    opens = quotation.start == 0 or text[quotation.start - 1] == "\n"
    blocked: int | None = None
    for index in range(len(earlier) - 1, max(-1, len(earlier) - 1 - LOOK_BACK), -1):
        one = earlier[index]
        if one.sentence.paragraph < home.paragraph - opens or (blocked is not None and one.sentence.number != blocked):
            return None
        if _is_quoting(one, text) and one.sentence.number < home.number:
            return index
        if one.report.strong and not (one.report.source is not None and one.report.source.tag == "PRP"):
            blocked = one.sentence.number
    return None


def _is_quoting(one: Found, text: str) -> bool:
    return one.report.quotes and any(text[span.start] in "“\"‘'«" for span in one.content)
