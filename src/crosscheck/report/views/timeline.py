"""What happened when? A line an event: the date as finely as it is known, the words, who reports it, and where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.model.claim import Modality, Polarity
from crosscheck.model.timeline import Event, Timeline
from crosscheck.model.verdict import Verdict
from crosscheck.report.format import Look
from crosscheck.report.quotes import isolated, visible
from crosscheck.report.rows import BLANK, Cell, Piece, Row, cells_of, counted, cut, hanging, headed, row
from crosscheck.report.theme import SYMBOLS
from crosscheck.report.views.sources import Shelf
from crosscheck.report.views.values import facet_name

_WIDEST, _NARROW = 26, 12  # cells of a date
_GRAVE = (Verdict.CONTRADICTION, Verdict.SUPERSEDED)
_ARTICLES = 4
_ROOMY = 100  # cells of a line from which on every line has a column for the origins
_BEFORE = 32  # letters of the sentence before a claim that begins in its midst
_STOPS = (". ", "\n", ".” ", '." ')
_WIDE = 60  # cells in which a claim mostly fits on one line; where there are fewer it may take two
_RAGGED = 10  # cells that the end of a first line leaves unused


def timeline(found: Timeline, look: Look) -> Iterator[Row]:
    """Dated events, then those of an unknown year, then how many have no date."""
    view = _View(found, look)
    yield view.head()
    yield from view.reading()
    yield BLANK
    yield from view.dated()
    yield from view.partly()
    yield from view.undated()
    for skipped in found.skipped:
        yield hanging(Piece("–", "muted"), Piece(f"not read: {visible(skipped.path)}: {visible(skipped.reason)}", "muted"))


class _View:
    def __init__(self, found: Timeline, look: Look):
        self.found = found
        self.look = look
        self.shelf = Shelf(found.articles, look)
        self.texts = {article.id: article.text for article in found.articles}

    def head(self) -> Row:
        partly = sum(bool(event.datings) for event in self.found.undated)
        known = (counted(len(self.found.events), "dated event"), *((f"{partly} without a year",) if partly else ()))
        return headed("timeline", counted(len(self.found.articles), "article"), *known)

    def reading(self) -> Iterator[Row]:
        """What the right side says, where it says it."""
        if any(len(event.articles) > 1 for event in self.found.events):
            yield row(Piece("on the right: the articles that tell it, and how many origins give this date", "muted"))

    def dated(self) -> Iterator[Row]:
        if not self.found.events:
            yield row("No event is dated.")
        width = self._width([event.when.text for event in self.found.events if event.when])
        before = None
        for event in self.found.events:
            if event.when:
                yield from self._event(event, "" if event.when.text == before else event.when.text, width)
                before = event.when.text

    def partly(self) -> Iterator[Row]:
        """Those whose words give a date but no year, in the order in which they are told."""
        events = [event for event in self.found.undated if event.datings]
        if not events:
            return
        yield BLANK
        yield row(Piece("the year is not known", "title"))
        width = self._width([_own_words(event) for event in events])
        for event in events:
            yield from self._event(event, _own_words(event), width)

    def undated(self) -> Iterator[Row]:
        events = [event for event in self.found.undated if not event.datings]
        if not events:
            return
        yield BLANK
        hint = () if self.look.everything else (Piece("--all lists them", "muted"),)
        yield row(Piece(f"{counted(len(events), 'event')} without a date", "muted"), right=hint)
        for event in events if self.look.everything else ():
            yield from self._event(event, "", 0)

    def _width(self, dates: Sequence[str]) -> int:
        most = _WIDEST if self.look.width >= 100 else self.look.width // 4
        return min(max(map(cells_of, dates), default=0), max(most, _NARROW))

    def _event(self, event: Event, date: str, width: int) -> Iterator[Row]:
        indent = width + 2 if width else 2
        right = self._who(event)
        full = self.look.width - indent - 4
        room = full - sum(cells_of(piece.text) for piece in right) - 2
        words = self._words(event, (room if room >= _WIDE else room + full - _RAGGED) - len(_mark(event)))
        said = (*self._marks(event), Piece(words, link=self.shelf.link(event.article, event.span)))
        cells = (Cell((Piece(date, "time"),), width), Cell((self._symbol(event),), 1), Cell(said))
        yield Row(cells if width else cells[1:], 0 if width else 2, right)
        for line in self._notes(event):
            yield row(*line, indent=indent + 3)

    def _who(self, event: Event) -> tuple[Piece, ...]:
        """Its articles, and of several how many origins they are."""
        several = len(event.articles) > 1
        origins = counted(event.origins, "origin") if several else ""
        labels = Piece(self.shelf.labels_in_order(event.articles, _ARTICLES), "where")
        return (labels, Piece(f"  {origins:>9}", "muted")) if several or self.look.width >= _ROOMY else (labels,)

    def _symbol(self, event: Event) -> Piece:
        return Piece(SYMBOLS[event.verdict], event.verdict.value)

    def _marks(self, event: Event) -> Iterator[Piece]:
        if _mark(event):
            yield Piece(_mark(event), "compatible")

    def _words(self, event: Event, room: int) -> str:
        """The claim's own words, behind a few of those before them where it begins in the midst of a sentence: "the colonels who took power"."""
        return cut(isolated(visible(_with_its_date(self._from_its_subject(event), event, room))), room)

    def _from_its_subject(self, event: Event) -> str:
        text, start = self.texts.get(event.article, ""), event.span.start
        if not event.text[:1].islower() or not text:
            return event.text
        sentence = max((text.rfind(stop, 0, start) + len(stop) for stop in _STOPS if stop in text[:start]), default=0)
        before = text[max(sentence, start - _BEFORE) : start]
        if start - _BEFORE > sentence:
            before = f"… {before.partition(' ')[2]}"
        return (before + text[start : event.span.end]).strip()

    def _notes(self, event: Event) -> Iterator[tuple[Piece, ...]]:
        """Other datings of it, and what the articles do not agree on."""
        other = dict.fromkeys(self._dated_otherwise(event))
        if other:
            yield (Piece("also dated " + ", ".join(other), "muted"),)
        for facet in event.differences:
            if facet.verdict in _GRAVE:
                yield Piece(f"{SYMBOLS[facet.verdict]} {facet_name(facet)}: ", facet.verdict.value), Piece(visible(facet.reason), "reason")
        gentle = [facet_name(facet) for facet in event.differences if facet.verdict not in _GRAVE]
        if gentle:
            yield (Piece(f"compatible, not the same: {', '.join(dict.fromkeys(gentle))}", "muted"),)

    def _dated_otherwise(self, event: Event) -> Iterator[str]:
        for dating in event.datings:
            if event.when and (dating.when is None or dating.when.text != event.when.text):
                meant = f" ({dating.when.text})" if dating.when and dating.when.text != visible(dating.text) else ""
                yield f"“{visible(dating.text)}”{meant} in {self.shelf.label(dating.article)}"


def _mark(event: Event) -> str:
    """What keeps it from being a plain fact: "planned: ", "not so: "."""
    marks = ["not so"] if event.polarity is Polarity.NEGATED else []
    marks += [event.modality.value] if event.modality is not Modality.ACTUAL else []
    return f"{', '.join(marks)}: " if marks else ""


def _with_its_date(words: str, event: Event, room: int) -> str:
    """The words from one on that keeps the date in sight, where the whole would be cut before it."""
    date = next((one.text for one in event.datings if one.claim == event.claim and one.when == event.when), "")
    end = words.rfind(date) + len(date) if date else 0
    return f"… {words[end - room + 4 :].partition(' ')[2]}" if end > room - 2 else words


def _own_words(event: Event) -> str:
    return " / ".join(dict.fromkeys(visible(dating.text) for dating in event.datings))
