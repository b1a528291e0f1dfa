"""What do the articles agree and disagree on? Disagreement first, the exact words in sight, who says it before how many say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations

from crosscheck.independence.origins import Origins
from crosscheck.judge.circumstances import is_negated
from crosscheck.judge.interest import is_news
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Facet, Span
from crosscheck.model.report import Alignment, Check, FacetMention, FacetValue, FacetVerdict, Report
from crosscheck.model.verdict import Verdict
from crosscheck.report.findings import minor, telling_first
from crosscheck.report.format import Look
from crosscheck.report.handles import handle_length
from crosscheck.report.quotes import beginning, isolated, quote_of, sentence_around, visible
from crosscheck.report.rows import BLANK, Cell, Piece, Row, cells_of, cut, hanging, row
from crosscheck.report.theme import SYMBOLS
from crosscheck.report.views.overlaps import overlaps_listed, tied
from crosscheck.report.views.sources import Shelf, titled, voice
from crosscheck.report.views.stories import stories_listed
from crosscheck.report.views.values import facet_name
from crosscheck.values import dataclass

_WIDE = 100  # from here on, value, speaker and quote stand side by side
_NARROW = 70  # below it, they stand one below the other
_SHOWN = {Verdict.COMPATIBLE: 8, Verdict.AGREEMENT: 15}  # how many before the rest is only counted
_MENTIONS = {Verdict.CONTRADICTION: 3, Verdict.SUPERSEDED: 2}  # of one value
_FACETS = {Verdict.COMPATIBLE: 1}  # of one alignment, before the rest is only named
_LINE = 76  # columns of what is agreed on, at least, where the terminal has them
_CLAUSE = 24  # letters of one that says something by itself: "a police source said" does not
_MOST_ARTICLES = 30  # a list longer than this is no help
_NAMES = {
    Verdict.CONTRADICTION: ("contradiction", "contradictions"),
    Verdict.SUPERSEDED: ("superseded", "superseded"),
    Verdict.COMPATIBLE: ("compatible", "compatible"),
    Verdict.AGREEMENT: ("agreement", "agreements"),
    Verdict.SINGLE_SOURCE: ("told once", "told once"),
}


def compare(report: Report, look: Look) -> Iterator[Row]:
    """The whole report from top to bottom."""
    view = _View(report, look)
    yield from view.head()
    for verdict in (Verdict.CONTRADICTION, Verdict.SUPERSEDED, Verdict.COMPATIBLE):
        yield from view.disputes(verdict)
    yield from view.agreements()
    yield from view.told_once()
    yield from overlaps_listed(report.overlaps, view.shelf)
    yield from view.checks()
    yield from view.skipped()
    yield from view.notes()


def head(report: Report, look: Look) -> Iterator[Row]:
    """How many articles, claims and verdicts there are, and the titles."""
    return _View(report, look).head()


def skipped(report: Report, look: Look) -> Iterator[Row]:
    """What could not be read, and why."""
    return _View(report, look).skipped()


@dataclass(frozen=True, slots=True)
class _Columns:
    """Widths of the columns of a facet: its values, who says them, and where."""

    value: int
    voice: int
    place: int


class _View:
    def __init__(self, report: Report, look: Look):
        self.report = report
        self.look = look
        self.shelf = Shelf(report.articles, look)
        self.origins = Origins(report.overlaps)
        self.claims = {claim.id: claim for claim in report.claims}
        self.letters = handle_length([*(one.id for one in report.alignments), *self.claims])
        self.stated = tuple(claim for claim in report.claims if not claim.is_mention)
        alignments = [alignment for alignment in report.alignments if self._is_news(alignment)]
        self.by_verdict = {verdict: [a for a in alignments if a.verdict is verdict] for verdict in Verdict}

    def _is_news(self, alignment: Alignment) -> bool:
        return is_news(alignment, [self.claims[claim] for claim in alignment.claims if claim in self.claims])

    def notes(self) -> Iterator[Row]:
        """What is said about the report as a whole."""
        for note in self.look.notes:
            yield row(Piece(note, "muted"))

    # the head

    def head(self) -> Iterator[Row]:
        articles, stories, claims = len(self.report.articles), len(self.report.stories), len(self.stated)
        counts = [_counted(articles, "article", "articles"), _counted(stories, "story", "stories"), _counted(claims, "claim", "claims")]
        yield row(Piece("crosscheck", "title"), " · " + ", ".join(counts))
        yield from self._tally()
        yield from self._articles()
        yield from stories_listed(self.report.stories, self.shelf, self.look.width)
        if not any(self.by_verdict.values()) and not self.look.unfolded:
            yield BLANK
            yield row("Nothing is told more than once.")

    def _tally(self) -> Iterator[Row]:
        """How many of each verdict, never broken inside."""
        line: list[Piece] = []
        for count in self._counts():
            if line and sum(cells_of(piece.text) for piece in (*line, count)) > self.look.width:
                yield row(*line)
                line = []
            line += [count, Piece("   ")]
        yield row(*line)

    def _counts(self) -> Iterator[Piece]:
        for verdict in Verdict:
            number = len(self._once()) if verdict is Verdict.SINGLE_SOURCE else len(self.by_verdict[verdict])
            if number or (verdict is Verdict.CONTRADICTION and verdict in (self.look.unfolded or (verdict,))):
                yield Piece(f"{SYMBOLS[verdict]} {_counted(number, *_NAMES[verdict])}", verdict.value if number else "muted")

    def _once(self) -> list[Claim]:
        """Claims that no other claim was laid beside."""
        told_often = {claim for alignment in self.report.alignments if alignment.verdict is not Verdict.SINGLE_SOURCE for claim in alignment.claims}
        return [claim for claim in self.stated if claim.id not in told_often]

    def _articles(self) -> Iterator[Row]:
        if len(self.report.articles) > _MOST_ARTICLES:
            return
        yield BLANK
        width = max((cells_of(label) for label in self.shelf.labels.values()), default=0)
        for article in self.report.articles:
            yield Row((Cell((self.shelf.named(article.id),), width), Cell((Piece(self._title(article, width)),))), 2, _origin_of(article))

    def _title(self, article: Article, taken: int) -> str:
        right = sum(cells_of(piece.text) for piece in _origin_of(article))
        return cut(titled(article), max(16, self.look.width - taken - right - 8))

    # what is not simply agreed

    def disputes(self, verdict: Verdict) -> Iterator[Row]:
        alignments = self.by_verdict[verdict]
        telling, worded = telling_first(alignments) if self._folds(verdict) else (alignments, [])
        shown = telling[: self._most(verdict)]
        for alignment in shown:
            yield BLANK
            yield from self._dispute(alignment)
        yield from self._rest(verdict, len(telling) - len(shown), len(worded))

    def _folds(self, verdict: Verdict) -> bool:
        return not self.look.everything and verdict not in self.look.unfolded

    def _most(self, verdict: Verdict) -> int | None:
        return None if verdict in self.look.unfolded else _SHOWN.get(verdict)

    def _rest(self, verdict: Verdict, number: int, worded: int = 0) -> Iterator[Row]:
        """How many are not shown; `worded` are minor."""
        left = [f"{number} more {_NAMES[verdict][1]}"] * (number > 0) + [minor(worded)] * (worded > 0)
        if left:
            mark = Piece(f"{SYMBOLS[verdict]} … and {' and '.join(left)}", verdict.value)
            yield BLANK
            yield row(mark, right=(Piece(f"--verdict {verdict.value} shows all", "muted"),))

    def _dispute(self, alignment: Alignment) -> Iterator[Row]:
        handle = Piece("  ".join(filter(None, (" ".join(alignment.topics[:2]), self._handle(alignment)))), "muted")
        question = Piece(visible(alignment.question), "question")
        yield hanging(Piece(SYMBOLS[alignment.verdict], alignment.verdict.value), question, right=(handle,))
        facets = [facet for facet in alignment.facets if facet.verdict is alignment.verdict]
        shown = facets[: _FACETS.get(alignment.verdict)]
        for number, facet in enumerate(shown):
            if number:
                yield row(Piece(f"and {facet_name(facet)}", "muted"), indent=2)
            yield from self._facet(facet)
        if len(facets) > len(shown):
            names = ", ".join(map(facet_name, facets[len(shown) :]))
            yield row(Piece(f"{alignment.verdict.value} as well: {names}", "muted"), indent=2)
        if alignment.verdict is Verdict.CONTRADICTION:
            yield from self._note(shown)

    def _handle(self, alignment: Alignment) -> str:
        """What --explain takes."""
        return alignment.id[: self.letters]

    def _facet(self, facet: FacetVerdict) -> Iterator[Row]:
        columns = self._columns(facet)
        for value in facet.values:
            yield from self._value(facet, value, columns)
        yield row(Piece(visible(facet.reason), "reason"), indent=2, right=(Piece(facet.rule, "muted"),))

    def _columns(self, facet: FacetVerdict) -> _Columns:
        mentions = [mention for value in facet.values for mention in _shown(facet, value)]
        values = _widest(self._said(facet, value) for value in facet.values)
        voices = _widest(voice(mention.source).text for mention in mentions)
        places = _widest(self.shelf.place(mention.article, mention.span) for mention in mentions)
        return _Columns(min(values, 30 if self.look.width >= _WIDE else 22), min(voices, 24), places)

    def _said(self, facet: FacetVerdict, value: FacetValue) -> str:
        """The value in its words, with its "not" where it is negated."""
        words = isolated(visible(value.text))
        if facet.facet is Facet.POLARITY:
            return f"not “{words}”" if value.value == "negated" else words
        claims = [self.claims[mention.claim] for mention in value.mentions if mention.claim in self.claims]
        denied = facet.rule.endswith(".denied") and bool(claims) and all(map(is_negated, claims))
        return f"not {words}" if denied else words

    def _value(self, facet: FacetVerdict, value: FacetValue, columns: _Columns) -> Iterator[Row]:
        mentions = _shown(facet, value)
        label = Piece(self._said(facet, value), "value")
        for mention in mentions:
            yield from self._mention(label, mention, columns)
            label = Piece("")
        rest = [mention.article for mention in _one_an_article(value.mentions) if mention not in mentions]
        if rest:
            also = Piece("also " + self.shelf.labels_in_order(dict.fromkeys(rest)), "muted")
            yield Row((Cell((Piece(""),), columns.value), Cell((also,))), 2)

    def _mention(self, label: Piece, mention: FacetMention, columns: _Columns) -> Iterator[Row]:
        who, where = voice(mention.source), self.shelf.where(mention.article, mention.span)
        if self.look.width >= _WIDE:
            room = self.look.width - sum((columns.value, columns.voice, columns.place)) - 8
            cells = (Cell((label,), columns.value), Cell((who,), columns.voice), Cell((where,), columns.place))
            yield Row((*cells, Cell(self._quote(mention, 2 * room - 8))), 2)
        elif self.look.width >= _NARROW:
            quote = self._quote(mention, 2 * (self.look.width - columns.value - 8))
            yield Row((Cell((label,), columns.value), Cell((where, Piece(", "), who, Piece("\n"), *quote))), 2)
        else:
            if label.text:
                yield row(label, indent=2)
            yield row(where, ", ", who, indent=4)
            yield row(*self._quote(mention, 2 * (self.look.width - 6)), indent=4)

    def _quote(self, mention: FacetMention, room: int) -> tuple[Piece, ...]:
        claim = self.claims.get(mention.claim)
        context = claim.span if claim is not None else mention.span
        return self.shelf.quote(mention.article, mention.span, context, room)

    def _note(self, facets: Sequence[FacetVerdict]) -> Iterator[Row]:
        """Says so when articles that differ are one origin."""
        for pair in dict.fromkeys(overlap.articles for overlap in self.report.overlaps):
            if self.origins.count(pair) == 1 and any(_parts(facet, pair) for facet in facets):
                yield row(Piece(f"note: {tied(pair, self.report.overlaps, self.shelf)}: one origin, not two witnesses", "muted"), indent=2)

    # what is agreed, and the rest

    def agreements(self) -> Iterator[Row]:
        alignments = sorted(self.by_verdict[Verdict.AGREEMENT], key=_best_borne_first)
        if not alignments:
            return
        several = sum(alignment.origins > 1 for alignment in alignments)
        count = f"{SYMBOLS[Verdict.AGREEMENT]} {_counted(len(alignments), *_NAMES[Verdict.AGREEMENT])}"
        yield BLANK
        yield row(Piece(count, "agreement"), Piece(f" ({several} by two origins or more)"))
        shown = alignments[: self._most(Verdict.AGREEMENT)]
        for alignment in shown:
            yield self._agreement(alignment)
        yield from self._rest(Verdict.AGREEMENT, len(alignments) - len(shown))

    def _agreement(self, alignment: Alignment) -> Row:
        origins = f"{alignment.origins} {'origin' if alignment.origins == 1 else 'origins'}"
        right = (Piece(self.shelf.labels_in_order(_stating(alignment), 4), "where"), Piece(f"  {origins:>9}", "muted"), *self._explainable(alignment))
        taken = sum(cells_of(piece.text) for piece in right)
        claim = self._plainest(alignment)
        room = max(self.look.width - taken - 8, min(_LINE, self.look.width - 4))
        said = Piece(self._words(claim, room), link=self.shelf.link(claim.article, claim.span)) if claim else Piece(visible(alignment.question))
        return row(said, indent=2, right=right)

    def _explainable(self, alignment: Alignment) -> tuple[Piece, ...]:
        """Its id, where agreements are shown in full."""
        return (Piece(f"  {self._handle(alignment)}", "muted"),) if Verdict.AGREEMENT in self.look.unfolded else ()

    def _words(self, claim: Claim, room: int) -> str:
        """The sentence where it is short enough; else the clause, from its sentence's start if it does not begin with who or what it is about."""
        text = self.shelf.text(claim.article)
        if text is None:
            return cut(isolated(visible(claim.text)), room)
        sentence = sentence_around(text, claim.span)
        if sentence.end - sentence.start <= room:
            return isolated(visible(text[sentence.start : sentence.end]).strip())
        if _begins_well(claim):
            return isolated(beginning(text[claim.span.start : claim.span.end], room))
        if claim.predicate.span.end - sentence.start <= room - 10:
            return isolated(beginning(text[sentence.start : sentence.end], room))
        return isolated(str(quote_of(text, claim.predicate.span, sentence, room)))

    def _plainest(self, alignment: Alignment) -> Claim | None:
        """The claim whose words are nearest to a line's length, neither a bare noun nor a whole paragraph.

        One that states what its line says the articles share, and rather one with a number or a date.
        """
        shared = _shared(alignment)
        told = {mention.claim for mention in shared.mentions} if shared else set(alignment.claims)
        claims = [self.claims[claim] for claim in alignment.claims if claim in self.claims]
        return min(
            claims, key=lambda c: (c.id not in told, not _begins_well(c), not (c.quantities or c.times), abs(len(c.text) - 60), c.id), default=None
        )

    def told_once(self) -> Iterator[Row]:
        number = len(self._once())
        unfolded = Verdict.SINGLE_SOURCE in self.look.unfolded
        if number and (unfolded or any(self.by_verdict.values())):
            yield BLANK
            claims = f"{SYMBOLS[Verdict.SINGLE_SOURCE]} {_counted(number, 'claim', 'claims')} told once"
            yield row(Piece(claims, "single_source"), right=() if unfolded else (Piece("--verdict single_source lists them", "muted"),))
        if unfolded:
            yield from map(self._lone, self._once())

    def _lone(self, claim: Claim) -> Row:
        where = self.shelf.where(claim.article, claim.span)
        room = max(24, self.look.width - cells_of(where.text) - self.letters - 8)
        return row(where, "  ", Piece(cut(self._words(claim, room), room)), indent=2, right=(Piece(claim.id[: self.letters], "muted"),))

    def checks(self) -> Iterator[Row]:
        failed = [check for check in self.report.checks if not check.holds]
        held = len(self.report.checks) - len(failed)
        if self.report.checks:
            yield BLANK
        for check in failed:
            yield from self._check(check)
        if held:
            yield row(Piece(f"{_counted(held, 'figure', 'figures')} recomputed inside an article and found right", "muted"))

    def _check(self, check: Check) -> Iterator[Row]:
        where = self.shelf.where(check.article, check.span)
        quote = self.shelf.quote(check.article, check.span, Span(*check.span), 2 * self.look.width - 40)
        yield hanging(Piece("!", "check"), where, Piece("  "), *quote)
        yield row(Piece(visible(check.reason), "reason"), indent=2, right=(Piece(check.rule, "muted"),))

    def skipped(self) -> Iterator[Row]:
        """What was not read, or not as a whole."""
        parts = [(f"{self.shelf.label(article.id)}: ", article.partial) for article in self.report.articles if article.partial]
        unread = [(f"not read: {visible(skipped.path)}: ", skipped.reason) for skipped in self.report.skipped]
        if parts or unread:
            yield BLANK
        for name, why in (*parts, *unread):
            yield hanging(Piece("–", "muted"), Piece(f"{name}{visible(why)}", "muted"))


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _origin_of(article: Article) -> tuple[Piece, ...]:
    parts = [visible(part) for part in (article.publisher or article.author, (article.published or "")[:10]) if part]
    return (Piece(", ".join(parts), "muted"),) if parts else ()


def _shared(alignment: Alignment) -> FacetValue | None:
    """The value that its origins are counted of; rather a number, a date or a participant than that it happened at all."""
    values = [
        (facet.facet is not Facet.POLARITY, value) for facet in alignment.facets for value in facet.values if value.origins == alignment.origins
    ]
    return max(values, key=_carried, default=(False, None))[1]


def _carried(one: tuple[bool, FacetValue]) -> tuple[bool, bool, int, str]:
    telling, value = one
    articles = {mention.article for mention in value.mentions}
    return len(articles) > 1, telling, len(articles), value.text


def _stating(alignment: Alignment) -> tuple[str, ...]:
    """The articles that state it."""
    shared = _shared(alignment)
    stating = {mention.article for mention in shared.mentions} if shared else set(alignment.articles)
    return tuple(article for article in alignment.articles if article in stating)


def _best_borne_first(alignment: Alignment) -> tuple[int, int, bool]:
    """By origins, then articles, then whether a number or a date is agreed on; otherwise as the report has it."""
    exact = any(facet.facet in (Facet.QUANTITY, Facet.TIME) for facet in alignment.facets)
    return -alignment.origins, -len(alignment.articles), not exact


def _begins_well(claim: Claim) -> bool:
    """Does the clause begin with a participant of its verb: "Russia delivered …", not "of the summit in …" or "delivered by …"?"""
    if claim.predicate.kind != "verb" or len(claim.text) < _CLAUSE:
        return False
    return any(argument.span.start - claim.span.start in range(5) for argument in claim.arguments)


def _shown(facet: FacetVerdict, value: FacetValue) -> list[FacetMention]:
    """The first of each article and speaker, those before that the reason names."""
    reason = facet.reason.casefold()
    named = sorted(_one_an_article(value.mentions), key=lambda mention: mention.text.casefold() not in reason)
    return named[: _MENTIONS.get(facet.verdict, 1)]


def _widest(texts: Iterable[str]) -> int:
    return max(map(cells_of, texts), default=0)


def _one_an_article(mentions: Sequence[FacetMention]) -> list[FacetMention]:
    """The first mention of each article and speaker."""
    first: dict[tuple[str, str | None], FacetMention] = {}
    for mention in mentions:
        first.setdefault((mention.article, mention.source), mention)
    return list(first.values())


def _parts(facet: FacetVerdict, pair: tuple[str, str]) -> bool:
    """Does one of the articles state a value, and the other another?"""
    sides = [{mention.article for mention in value.mentions} for value in facet.values]
    return any(pair[0] in one and pair[1] in other for one, other in permutations(sides, 2))
