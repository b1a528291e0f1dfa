"""What does a result look like in GitHub-flavoured Markdown, for a pull request or the wiki of a newsroom?

No word of an article can become markup: `report/gfm.py` sees to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosscheck.extract.topics import Topic
from crosscheck.model.answer import Answer
from crosscheck.model.article import Article, Skipped
from crosscheck.model.claim import Claim, Extract, Span
from crosscheck.model.explanation import Explanation
from crosscheck.model.report import Alignment, Check, FacetMention, FacetValue, FacetVerdict, Report
from crosscheck.model.revision import Aspect, Kind, Revision
from crosscheck.model.sources import Sources
from crosscheck.model.timeline import Event, Timeline
from crosscheck.model.verdict import Verdict
from crosscheck.report import tables
from crosscheck.report.findings import Findings, deciding, minor, one_an_article, telling_first
from crosscheck.report.format import Look, NamedRule
from crosscheck.report.gfm import code, plain, quoted, strong, table
from crosscheck.report.matrix import Fact, State, Told, facts_of
from crosscheck.report.quotes import quote_of, visible
from crosscheck.report.rows import cut
from crosscheck.report.tables import Cell, Table
from crosscheck.report.theme import ANSWERS, NEW, SYMBOLS
from crosscheck.report.views.overlaps import ties_of
from crosscheck.report.views.sources import Shelf, called, sayers, tie, titled
from crosscheck.report.views.values import facet_name, joined, values_of

_QUOTE = 160  # letters of a quote in a table
_LINE = 110  # letters of a line in a list
_SHOWN = {Verdict.COMPATIBLE: 20, Verdict.AGREEMENT: 30}  # how many before the rest is only counted: a comment on GitHub takes 65,536 letters
_MENTIONS = 3  # of one value
_HEADINGS = {
    Verdict.CONTRADICTION: ("Contradictions", "contradiction", "contradictions"),
    Verdict.SUPERSEDED: ("Superseded", "superseded", "superseded"),
    Verdict.COMPATIBLE: ("Compatible", "compatible", "compatible"),
    Verdict.AGREEMENT: ("Agreements", "agreement", "agreements"),
}
_STATES = {State.WITHOUT_VALUE: "leaves it open", State.NOT_MENTIONED: "–", State.NOT_READ: "not read"}
_CHANGES = {Kind.CHANGED: "≠", Kind.APPEARED: "+", Kind.VANISHED: "−"}


def compare(report: Report, look: Look) -> str:
    page = _Page(Findings(report), look)
    return _written(page.head(), *(page.disputes(verdict) for verdict in list(Verdict)[:3]), page.agreements(), page.rest())


def matrix(report: Report, look: Look) -> str:
    """Facts by articles; silence is a dash."""
    page = _Page(Findings(report), look)
    labels = [plain(page.found.shelf.label(article.id)) for article in report.articles]
    head = ("", "question", "compared", *labels, *(plain(one.path) for one in report.skipped))
    return _written(page.head(), table(head, (_fact(fact) for fact in facts_of(report))), page.skipped())


def explain(explanation: Explanation, report: Report, look: Look) -> str:
    """The claims, the verdict facet by facet, and what spoke for putting the claims together."""
    found = Findings(report)
    title = explanation.alignment.question if explanation.alignment else "No other claim was put beside this one."
    ids = explanation.alignment.claims if explanation.alignment else (explanation.id,)
    claims = [
        f"- {plain(found.shelf.place(one.article, one.span))}: “{plain(cut(visible(one.text), _QUOTE))}”" for one in map(found.claims.get, ids) if one
    ]
    facets = explanation.alignment.facets if explanation.alignment else ()
    ruled = table(("", "compared", "rule", "why"), ((SYMBOLS[f.verdict], plain(facet_name(f)), code(f.rule), plain(f.reason)) for f in facets))
    votes = table(
        ("claims", "likely one event", "feature", "value × weight", ""),
        (
            (
                code(" ".join(link.claims)),
                f"{link.likelihood:.0%}",
                plain(vote.words),
                f"{vote.value:.2f} × {vote.weight:.2f}",
                f"{vote.contribution:+.2f}",
            )
            for link in explanation.links
            for vote in link.votes
        ),
    )
    return _written([f"# {plain(title)}", "", *claims, ""], ruled, votes)


def claims(articles: Sequence[Article], claims: Sequence[Claim], look: Look) -> str:
    shelf = Shelf(articles)
    told = [claim for claim in claims if not claim.is_mention]
    return _written(*(_claims_of(article, [one for one in told if one.article == article.id], shelf) for article in articles))


def inspect(articles: Sequence[Article], extracts: Mapping[str, Extract], look: Look) -> str:
    return _written(_plainly(tables.inspect(articles, extracts), ("article", "kind", "text", "start", "end", "type", "value")))


def check(answers: Sequence[Answer], articles: Sequence[Article], look: Look) -> str:
    shelf = Shelf(articles)
    return _written(*(_answer(answer, shelf) for answer in answers))


def diff(found: Revision, look: Look) -> str:
    """A row a change."""
    names = " → ".join(plain(article.path or article.id) for article in (found.old, found.new))
    counts = ", ".join(f"{found.count(kind)} {kind.value}" for kind in Kind)
    rows = (
        (
            _CHANGES[change.kind],
            change.aspect.value,
            _side(change.before, change.old.text if change.old else None),
            _side(change.after, change.new.text if change.new else None),
            "" if change.aspect is Aspect.STATEMENT else plain(change.reason),  # which would say the words once more
        )
        for change in found.changes
    )
    summary = f"{counts}; {found.reworded} reworded, {found.same} the same."
    return _written([f"# {names}", "", summary, ""], table(("", "what", "old", "new", "why"), rows))


def sources(found: Sources, look: Look) -> str:
    """The origins, what ties articles together, whom they cite, and the facts where they were asked for."""
    shelf = Shelf(found.articles)
    origins = ((_labels(shelf, one.articles), ", ".join(map(plain, one.sources))) for one in found.origins)
    ties = ((_labels(shelf, one.articles), plain(tie(one)), str(len(one.passages) or "")) for one in found.overlaps)
    cites = ((_labels(shelf, (one.article,)), plain(one.source), plain(one.text), _labels(shelf, one.cited)) for one in found.cites)
    facts = _plainly(tables.facts(found), ("question", "value_text", "verdict", "origins", "two_sources", "credibility"))
    return _written(
        [f"# {_many(len(found.articles), 'article', 'articles')}, {_many(len(found.origins), 'origin', 'origins')}", ""],
        _section("What counts as one witness", table(("articles", "cites"), origins)),
        _section("Not independent", table(("articles", "why", "passages"), ties)),
        _section("Cited sources", table(("article", "source", "words", "in this pile"), cites)),
        _section("Facts", facts),
        _skipped(found.skipped),
    )


def timeline(found: Timeline, look: Look) -> str:
    """Dated events in order; those without a date are only counted unless all are asked for."""
    shelf = Shelf(found.articles)
    events = (*found.events, *(event for event in found.undated if event.datings or look.everything))
    rows = ((_dated(event), SYMBOLS[event.verdict], plain(cut(visible(event.text), _QUOTE)), _labels(shelf, event.articles)) for event in events)
    left = len(found.events) + len(found.undated) - len(events)
    return _written(
        ["# Timeline", ""],
        table(("when", "", "what", "articles"), rows),
        [f"{_many(left, 'event', 'events')} without a date.", ""] if left else [],
        _skipped(found.skipped),
    )


def topics(topics: Sequence[Topic], look: Look) -> str:
    return _written(table(("topic", "about"), ((code(topic.name), plain(topic.description)) for topic in topics)))


def rules(rules: Sequence[NamedRule], look: Look) -> str:
    return _written(_plainly(tables.rules(rules), ("rule", "verdict", "meaning", "example", "other_example")))


class _Page:
    """The parts of a report, each as lines."""

    def __init__(self, found: Findings, look: Look):
        self.found = found
        self.look = look

    def head(self) -> Iterator[str]:
        report = self.found.report
        new = [f"{sum(report.is_new(one.id) for one in report.articles)} of them new ({NEW})"] if report.archive else []
        counts = [_many(len(report.articles), "article", "articles"), *new, _many(len(report.stories), "story", "stories")]
        numbers = {verdict: len(self.found.of(verdict)) for verdict in _HEADINGS}
        verdicts = [_counted(verdict, number) for verdict, number in numbers.items() if number or verdict is Verdict.CONTRADICTION]
        yield from ("# crosscheck", "", f"{', '.join(counts)}: {', '.join(verdicts)}, {len(self.found.told_once())} told once.", "")
        shelf = self.found.shelf
        rows = (
            (
                f"{plain(shelf.label(one.id))}{f' {NEW}' if report.is_new(one.id) else ''}",
                plain(cut(titled(one), _LINE)),
                plain(one.publisher or ""),
                plain(one.published or ""),
            )
            for one in report.articles
        )
        yield from table(("article", "title", "publisher", "published"), rows)

    def disputes(self, verdict: Verdict) -> Iterator[str]:
        alignments = self.found.of(verdict)
        telling, worded = telling_first(alignments) if self._folds(verdict) else (alignments, [])
        shown = telling[: self._most(verdict)]
        if alignments:
            yield from (f"## {SYMBOLS[verdict]} {_HEADINGS[verdict][0]}", "")
        for alignment in shown:
            yield from self._dispute(alignment)
        yield from self._left(verdict, len(telling) - len(shown), len(worded))

    def _folds(self, verdict: Verdict) -> bool:
        return not self.look.everything and verdict not in self.look.unfolded

    def _most(self, verdict: Verdict) -> int | None:
        return None if verdict in self.look.unfolded else _SHOWN.get(verdict)

    def _left(self, verdict: Verdict, number: int, worded: int = 0) -> Iterator[str]:
        left = [f"{number} more"] * (number > 0) + [minor(worded)] * (worded > 0)
        if left:
            yield from (f"… and {' and '.join(left)}; `--verdict {verdict.value}` shows all.", "")

    def _dispute(self, alignment: Alignment) -> Iterator[str]:
        yield from (f"### {plain(alignment.question)}", "")
        facets = deciding(alignment)
        for facet in facets:
            rows = (row for value in facet.values for row in self._value(facet, value))
            yield from table((plain(facet_name(facet)), "who says it", "where", "words"), rows)
            told = " · ".join((code(facet.rule), f"confidence {facet.confidence:.2f}", *map(plain, alignment.topics), code(alignment.id)))
            yield from (f"{plain(facet.reason)} ({told})", "")
        for pair in self.found.one_origin(facets) if alignment.verdict is Verdict.CONTRADICTION else ():
            yield from (f"> {plain(pair)}: one origin, not two witnesses.", "")

    def _value(self, facet: FacetVerdict, value: FacetValue) -> Iterator[tuple[str, ...]]:
        mentions = one_an_article(value.mentions)
        said = f"{'not ' if self.found.is_denied(facet, value) else ''}{strong(value.text)}"
        for mention in mentions[:_MENTIONS]:
            yield (said, self._voice(mention), _where(self.found.shelf, mention.article, mention.span), self._quote(mention))
            said = ""
        if len(mentions) > _MENTIONS:
            yield ("", "", _labels(self.found.shelf, dict.fromkeys(mention.article for mention in mentions[_MENTIONS:])), "as well")

    def _voice(self, mention: FacetMention) -> str:
        return plain(called(mention.source)) if mention.source else "in its own voice"

    def _quote(self, mention: FacetMention) -> str:
        quote = self.found.shelf.quote_around(mention.article, mention.span, self.found.context(mention), _QUOTE)
        return quoted(quote) if quote else f"“{strong(mention.text)}”"

    def agreements(self) -> Iterator[str]:
        alignments = sorted(self.found.of(Verdict.AGREEMENT), key=lambda one: (-one.origins, -len(one.articles)))
        shown = alignments[: self._most(Verdict.AGREEMENT)]
        rows = ((self._words(one), _labels(self.found.shelf, one.articles), str(one.origins)) for one in shown)
        yield from _section(f"{SYMBOLS[Verdict.AGREEMENT]} Agreements", table(("what is stated alike", "articles", "origins"), rows))
        yield from self._left(Verdict.AGREEMENT, len(alignments) - len(shown))

    def _words(self, alignment: Alignment) -> str:
        """The claim with a number or a date that is nearest to half a line in length."""
        claims = [self.found.claims[claim] for claim in alignment.claims if claim in self.found.claims]
        claim = min(claims, key=lambda one: (not (one.quantities or one.times), abs(len(one.text) - _LINE // 2), one.id), default=None)
        return plain(cut(visible(claim.text), _LINE)) if claim else plain(alignment.question)

    def rest(self) -> Iterator[str]:
        report = self.found.report
        ties = ties_of(report.overlaps, self.found.shelf)
        yield from _section("Not independent", [*(f"- {plain(line)}" for line in ties), ""] if ties else [])
        failed = [self._check(check) for check in report.checks if not check.holds]
        yield from _section("Figures that do not come out", table(("where", "words", "why", "rule"), failed))
        yield from self.skipped()
        yield from (f"{plain(note)}" for note in self.look.notes)

    def _check(self, check: Check) -> tuple[str, ...]:
        quote = self.found.shelf.quote_around(check.article, Span(check.span.start, check.span.start), check.span, _QUOTE)
        words = quoted(quote) if quote else f"“{plain(check.text)}”"
        return (_where(self.found.shelf, check.article, check.span), words, plain(check.reason), code(check.rule))

    def skipped(self) -> list[str]:
        return _skipped(self.found.report.skipped)


def _counted(verdict: Verdict, number: int) -> str:
    _, one, several = _HEADINGS[verdict]
    counted = _many(number, one, several)
    return f"**{counted}**" if verdict is Verdict.CONTRADICTION and number else counted


def _many(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"


def _fact(fact: Fact) -> tuple[str, ...]:
    """A row of the matrix; the question stands in the first row of its alignment."""
    verdict = (fact.facet or fact.alignment).verdict
    question = plain(fact.alignment.question) if fact.leads else ""
    return (SYMBOLS[verdict], question, plain(facet_name(fact.facet)) if fact.facet else "", *map(_told, fact.cells.values()))


def _told(told: Told) -> str:
    if not told.said:
        return _STATES.get(told.state, "✔")
    return ", ".join(f"{SYMBOLS[said.verdict]} {plain(said.value)}" for said in told.said)


def _claims_of(article: Article, claims: Sequence[Claim], shelf: Shelf) -> list[str]:
    if not claims:
        return []
    rows = (
        (
            _where(shelf, one.article, one.span),
            _claimed(one, article),
            plain(sayers(one.attribution)),
            _stated(one),
            plain(", ".join(one.topics)),
        )
        for one in sorted(claims, key=lambda one: (one.span, one.id))
    )
    return [
        f"## {plain(shelf.label(article.id))} {plain(cut(titled(article), _LINE))}",
        "",
        *table(("where", "claim", "who says it", "states", "topics"), rows),
    ]


def _claimed(claim: Claim, article: Article) -> str:
    return quoted(quote_of(article.text, claim.predicate.span, claim.span, 2 * _QUOTE))


def _stated(claim: Claim) -> str:
    return plain("".join(piece.text for piece in joined(values_of(claim), "; ")))


def _answer(answer: Answer, shelf: Shelf) -> list[str]:
    symbol, _, words = ANSWERS[answer.verdict]
    head = [f"## {symbol} {words}: {plain(answer.claim)}", "", f"Confidence {answer.confidence:.2f}, stance: {answer.stance.value}.", ""]
    rows = (
        (_where(shelf, one.article, one.span), f"“{plain(cut(visible(one.text), 2 * _QUOTE))}”", plain(one.reason), code(one.rule))
        for one in answer.evidence
    )
    return [*head, *(table(("where", "words", "why", "rule"), rows) or ["No passage speaks of it.", ""])]


def _dated(event: Event) -> str:
    return plain(event.when.text) if event.when else plain(event.datings[0].text) if event.datings else ""


def _side(value: str | None, words: str | None) -> str:
    return strong(value) if value else plain(cut(visible(words), _QUOTE)) if words else ""


def _where(shelf: Shelf, article: str, span: Span) -> str:
    """Article and paragraph, which no line of a cell parts."""
    return plain(shelf.place(article, span)).replace(" ¶", "&nbsp;¶")


def _labels(shelf: Shelf, ids: Iterable[str]) -> str:
    return plain(" ".join(map(shelf.label, ids)))


def _skipped(skipped: Sequence[Skipped]) -> list[str]:
    return _section("Not read", table(("file", "why"), ((plain(one.path), plain(one.reason)) for one in skipped)))


def _section(title: str, lines: Sequence[str]) -> list[str]:
    return [f"## {title}", "", *lines] if lines else []


def _plainly(shown: Table, columns: Sequence[str]) -> list[str]:
    """Some columns of a table as they are."""
    places = [shown.columns.index(name) for name in columns]
    return table([name.replace("_", " ") for name in columns], ([_cell(row[place]) for place in places] for row in shown.rows))


def _cell(value: Cell) -> str:
    if value is None or isinstance(value, bool):
        return "" if value is None else "yes" if value else "no"
    return plain(value) if isinstance(value, str) else str(value)


def _written(*parts: Iterable[str]) -> str:
    lines = [line for part in parts for line in part]
    return "\n".join(lines).strip("\n") + "\n"
