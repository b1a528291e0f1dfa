"""How are dated events drawn without claiming more than is known?

A bar reaches from the first to the last moment that the words allow: a month is a month wide. An end that is not known is a broken line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from crosscheck.arrange.when import ends
from crosscheck.model.claim import Modality, Polarity
from crosscheck.model.timeline import Event, Timeline, When
from crosscheck.model.verdict import Verdict
from crosscheck.report.html.findings import Place
from crosscheck.report.html.reader import Reader, Ref
from crosscheck.report.html.scale import Scale, Stretch, Tick, days_of
from crosscheck.report.quotes import sentence_around, visible
from crosscheck.report.rows import counted
from crosscheck.report.theme import SYMBOLS
from crosscheck.report.views.values import facet_name
from crosscheck.values import dataclass

_THIN = 0.7  # of the axis: what is shorter could not be seen
_MOST = 400  # rows; whoever has more looks at a part of the pile
_BEFORE = 48  # letters of the sentence before a claim that begins in its midst
_GRAVE = (Verdict.CONTRADICTION, Verdict.SUPERSEDED)


@dataclass(frozen=True, slots=True)
class Bar:
    """From `left`, `width` wide; an open end is drawn up to `reach`."""

    left: float
    width: float
    reach: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """An event: its date in words, the bar, what happened, who reports it, and where they differ."""

    date: str
    bar: Bar | None
    verdict: Verdict
    symbol: str
    mark: str
    before: str
    words: str
    place: Place
    members: tuple[tuple[str, str], ...]
    origins: str
    notes: tuple[str, ...]
    finding: str | None


@dataclass(frozen=True, slots=True)
class Drawn:
    """The rows on their axis, those of an unknown year, and how many more there are."""

    ticks: tuple[Tick, ...]
    breaks: tuple[float, ...]
    rows: tuple[Row, ...]
    partly: tuple[Row, ...]
    left_out: int
    undated: int


def drawn(found: Timeline, reader: Reader, findings: Mapping[str, str], *, mark: bool = False) -> Drawn:
    """`findings` has the anchor of an alignment by its id; with `mark`, the words of the events are highlighted in the articles."""
    scale = Scale(stretch for event in found.events if event.when and (stretch := _stretch(event.when)))
    view = _View(reader, findings, scale, mark)
    dated = [view.row(event, number) for number, event in enumerate(found.events[:_MOST], 1)]
    partly = [event for event in found.undated if event.datings]
    more = [view.row(event, len(dated) + number) for number, event in enumerate(partly[:_MOST], 1)]
    left_out = len(found.events) - len(dated) + len(partly) - len(more)
    return Drawn(scale.ticks(), scale.breaks(), tuple(dated), tuple(more), left_out, len(found.undated) - len(partly))


def _stretch(when: When) -> Stretch | None:
    """The days from first to last; of an open one the day that is known."""
    since, until = map(days_of, ends(when))
    if when.since and when.until:
        return since, until
    known = since if when.since else until if when.until else None
    return None if known is None else (known, known)


class _View:
    def __init__(self, reader: Reader, findings: Mapping[str, str], scale: Scale, mark: bool):
        self.reader = reader
        self.findings = findings
        self.scale = scale
        self.mark = mark

    def row(self, event: Event, number: int) -> Row:
        return Row(
            visible(event.when.text) if event.when else " / ".join(dict.fromkeys(visible(dating.text) for dating in event.datings)),
            self._bar(event.when) if event.when else None,
            event.verdict,
            SYMBOLS[event.verdict],
            _mark(event),
            self._before(event),
            visible(event.text),
            self._place(event, number),
            tuple((self.reader.shelf.label(id_), self.reader.anchor(id_) or "") for id_ in event.articles),
            counted(event.origins, "origin") if len(event.articles) > 1 else "",
            tuple(self._notes(event)),
            self.findings.get(event.alignment or ""),
        )

    def _before(self, event: Event) -> str:
        """The words of the sentence before a claim that begins in its midst: "the colonels" of "who took power in August"."""
        text = self.reader.shelf.text(event.article) or ""
        if not event.text[:1].islower() or event.span.end > len(text):
            return ""
        words = visible(text[sentence_around(text, event.span).start : event.span.start]).lstrip()
        return words if len(words) <= _BEFORE else f"… {words[-_BEFORE:].partition(' ')[2]}"

    def _bar(self, when: When) -> Bar:
        stretch = _stretch(when)
        assert stretch is not None, "a time without both ends is no time"
        left, right = map(self.scale.at, stretch)
        width = round(max(right - left, _THIN), 2)
        left = min(left, 100 - width)
        if when.since and when.until:
            return Bar(left, width)
        return Bar(left, _THIN, (left, 100.0) if when.since else (0.0, left))

    def _place(self, event: Event, number: int) -> Place:
        words = self.reader.shelf.place(event.article, event.span)
        if not self.mark:
            return Place(words, self.reader.paragraph(event.article, event.span))
        date = event.when.text if event.when else "no date"
        ref = Ref(f"e{number}", f"{SYMBOLS[event.verdict]}{number}", f"event {number}, {visible(date)}", event.verdict.value, event.verdict.gravity)
        return Place(words, self.reader.mark(event.article, event.span, ref.role, ref))

    def _notes(self, event: Event) -> Iterator[str]:
        other = dict.fromkeys(self._dated_otherwise(event))
        if other:
            yield f"also dated {', '.join(other)}"
        for facet in event.differences:
            if facet.verdict in _GRAVE:
                yield f"{SYMBOLS[facet.verdict]} {facet_name(facet)}: {visible(facet.reason)}"
        gentle = dict.fromkeys(facet_name(facet) for facet in event.differences if facet.verdict not in _GRAVE)
        if gentle:
            yield f"compatible, not the same: {', '.join(gentle)}"

    def _dated_otherwise(self, event: Event) -> Iterator[str]:
        for dating in event.datings:
            if event.when and (dating.when is None or dating.when.text != event.when.text):
                meant = f" ({dating.when.text})" if dating.when and dating.when.text != dating.text else ""
                yield f"“{visible(dating.text)}”{visible(meant)} in {self.reader.shelf.label(dating.article)}"


def _mark(event: Event) -> str:
    """What keeps it from being a plain fact: "not so", "planned"."""
    marks: Sequence[str] = ["not so"] if event.polarity is Polarity.NEGATED else []
    return ", ".join([*marks, *([event.modality.value] if event.modality is not Modality.ACTUAL else [])])
