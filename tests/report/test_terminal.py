"""Does the terminal show what a reader must see, whatever the articles hold?"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from crosscheck.extract.topics import catalogue
from crosscheck.judge.catalogue import entries
from crosscheck.model.article import Article
from crosscheck.model.claim import Facet, Polarity, Quantity, Span
from crosscheck.model.explanation import Explanation
from crosscheck.model.report import FacetMention, FacetValue, FacetVerdict, Overlap
from crosscheck.model.sources import Origin
from crosscheck.model.verdict import Verdict
from crosscheck.report import FORMATS, WITHOUT, Look, format_named
from crosscheck.report.quotes import isolated
from crosscheck.report.rows import Piece, cells_of, cut, row, with_counts
from crosscheck.report.terminal import drawn
from crosscheck.report.views.sources import Shelf, called
from tests import snapshot
from tests.report.made import ANSWERS, EXTRACT, FUEL, GULF, HARBOUR, MINOR, NO_FUEL, REPORT, SOURCES, TIMELINE, TOLD, WIDE

TEXT = format_named("text")
ANSI = re.compile(r"\x1b\[[0-9;]*m")
WIDTHS = (40, 60, 80, 120, 200)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_report_reads_as_it_did(width: int) -> None:
    """Contradictions first, each with its question, values, places, quotes, reason and rule; then what is gentler, folded."""
    assert snapshot.matches(f"report-{width}", TEXT.compare(REPORT, Look(width)))


def test_what_differs_in_words_alone_is_counted() -> None:
    """In one line, which says how to see it."""
    shown = TEXT.compare(MINOR, Look(80))
    assert "Did the tank hold fuel?" not in shown
    assert re.search(r"^≈ … and 1 minor one +--verdict compatible shows all$", shown, re.MULTILINE)
    assert "Did the tank hold fuel?" in TEXT.compare(MINOR, Look(80, unfolded=(Verdict.COMPATIBLE,)))


def test_the_other_views_read_as_they_did() -> None:
    """Claims by article with who says them, an article as the tool sees it, and answers with their evidence."""
    views = (
        TEXT.claims([GULF, HARBOUR], [TOLD], Look(80)),
        TEXT.inspect([GULF], {GULF.id: EXTRACT}, Look(80)),
        TEXT.check(ANSWERS, [HARBOUR, GULF], Look(80)),
    )
    assert snapshot.matches("views-80", "\n".join(views))


def test_a_passage_of_which_several_rules_speak_stands_once() -> None:
    """Each rule with its reason below it; a passage in between is shown again."""
    answer = next(answer for answer in ANSWERS if answer.evidence)
    first = answer.evidence[0]
    shown = TEXT.check([replace(answer, evidence=(first, replace(first, rule="stance.hedged", reason="It is hedged.")))], [HARBOUR, GULF], Look(200))
    assert shown.count(first.text) == 1
    assert first.reason in shown and "It is hedged." in shown


def test_a_speaker_who_is_not_named_is_somebody() -> None:
    """A pronoun that the article does not resolve names nobody; it stands in brackets."""
    assert [called("it"), called("They"), called("a port officer")] == ["somebody (“it”)", "somebody (“They”)", "a port officer"]


def test_a_name_that_comes_often_is_counted() -> None:
    """Each name once, in the order of its first."""
    assert list(with_counts(["patient", "agent", "patient"])) == ["patient ×2", "agent"]


@pytest.mark.parametrize("width", [80, 120])
def test_sources_and_timeline_read_as_they_did(width: int) -> None:
    """Circles first, then origins, the picture, the words that show it and the facts; then events with their dates."""
    assert snapshot.matches(f"sources-{width}", TEXT.sources(SOURCES, Look(width)) + "\n" + TEXT.timeline(TIMELINE, Look(width)))


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """Wide letters count two cells, combining and directional ones none."""
    shown = TEXT.compare(REPORT, Look(width)) + TEXT.inspect([GULF, WIDE], {GULF.id: EXTRACT, WIDE.id: replace(EXTRACT, claims=())}, Look(width))
    shown += TEXT.sources(SOURCES, Look(width)) + TEXT.timeline(TIMELINE, Look(width))
    assert max(map(cells_of, shown.splitlines())) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_colour_changes_no_word(width: int) -> None:
    """What is said is said without colour too."""
    colored = TEXT.compare(REPORT, Look(width, color=True))
    assert ANSI.sub("", colored) == TEXT.compare(REPORT, Look(width))
    assert colored != ANSI.sub("", colored)


def test_what_looks_like_markup_stays_as_it_stands() -> None:
    """ "[dead]" does not vanish and "[/b]" raises nothing."""
    shown = TEXT.compare(REPORT, Look(200))
    assert "[dead] were hurt[/b]" in shown


@pytest.mark.parametrize("look", [Look(80), Look(80, color=True)], ids=["plain", "colour"])
def test_no_control_character_of_an_article_reaches_the_terminal(look: Look) -> None:
    """They are shown as signs, so that a quote cannot move the cursor, ring or recolour."""
    shown = TEXT.compare(REPORT, look) + TEXT.check(ANSWERS, [HARBOUR], look) + TEXT.claims([GULF], [TOLD], look)
    shown += TEXT.sources(SOURCES, look) + TEXT.timeline(TIMELINE, look)
    assert "␛[31m" in shown
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", ANSI.sub("", shown))


def test_places_are_links_where_the_terminal_shows_them() -> None:
    """To the line of a .txt, to the file of other kinds, to nothing for stdin; the words stay, and a second run has the same bytes."""
    files = {GULF.id: "in/gulf news.txt", HARBOUR.id: "harbour.md", WIDE.id: "-"}
    placed = replace(REPORT, articles=tuple(replace(article, path=files[article.id]) for article in REPORT.articles))
    look = Look(120, base="file:///home/me/x/../desk")
    shown = TEXT.compare(placed, look)
    links = re.findall(r"\x1b\]8;;([^\x1b]*)\x1b\\([^\x1b]*)", shown)
    assert ("file:///home/me/desk/in/gulf%20news.txt#2", "g2 ¶2") in links
    assert ("file:///home/me/desk/in/gulf%20news.txt", "g2") in links
    assert {link for link, words in links if words.startswith("h1")} == {"file:///home/me/desk/harbour.md"}
    assert not any(words.startswith("w3") for link, words in links if link)
    assert re.sub(r"\x1b\]8;;[^\x1b]*\x1b\\", "", shown) == TEXT.compare(placed, Look(120))
    assert shown == TEXT.compare(placed, look)


def test_quotes_are_as_long_as_is_asked_for() -> None:
    """The whole sentence for 0, one more on each side for 1, as far as the article goes."""
    text = "Rain fell. A storm came in. Nine boats sank off Port Amal on Monday. Two were found. Nobody was hurt."
    value = Span(text.index("Nine"), text.index(" sank"))
    shelf = [Shelf([Article("a", text, "0")], Look(quotes=quotes)) for quotes in (0, 1, 9)]
    said = ["".join(piece.text for piece in one.quote("a", value, value, 10)) for one in shelf]
    assert said[0] == "“Nine boats sank off Port Amal on Monday.”"
    assert said[1] == "“A storm came in. Nine boats sank off Port Amal on Monday. Two were found.”"
    assert said[2] == f"“{text}”"


@pytest.mark.parametrize(
    ("text", "cells", "kept"),
    [
        ("Port Amal", 9, "Port A…"),
        ("港で十二人が負傷", 16, "港で十…"),
        ("Jose\u0301 Amado", 10, "Jose\u0301 A…"),
        ("\U0001f6a2\U0001f6a2\U0001f6a2\U0001f6a2", 8, "\U0001f6a2\U0001f6a2\U0001f6a2…"),
        ("مرفأ أمل القديم", 15, "مرفأ أ…"),
    ],
)
def test_letters_take_the_cells_that_they_are_drawn_in(text: str, cells: int, kept: str) -> None:
    """Two for a wide one, none for an accent; what is cut is no wider than its room and keeps its accents."""
    assert cells_of(text) == cells
    assert cut(text, 7) == kept
    assert cells_of(kept) <= 7


def test_right_to_left_words_are_fenced_off() -> None:
    """So that the words around them keep their order."""
    quote = next(line for line in TEXT.compare(REPORT, Look(200)).splitlines() if "قال" in line)
    assert quote.count("\u2068") == quote.count("\u2069") >= 1


@pytest.mark.parametrize("width", WIDTHS)
def test_right_to_left_words_are_fenced_off_in_every_line(width: int) -> None:
    """Also where they go on in the next one, so that what stands at the right of the first stays there."""
    words = isolated("قال المسؤول إن عشرة أصيبوا في الميناء " * 4)
    shown = drawn([row(Piece(words, "quote"), right=(Piece("agent.same", "muted"),))], Look(width))
    lines = [line for line in shown.splitlines() if "الم" in line or "قال" in line]
    assert len(lines) > 1 or width == 200
    assert all(line.count("\u2068") == line.count("\u2069") == 1 for line in lines)
    assert max(map(cells_of, shown.splitlines())) <= width


def test_agreements_are_one_line_each_and_counted_beyond_a_number() -> None:
    """--verdict agreement shows all."""
    agreement = REPORT.alignments[-1]
    many = replace(REPORT, alignments=(agreement,) * 40)
    folded, unfolded = TEXT.compare(many, Look(120)), TEXT.compare(many, Look(120, unfolded=(Verdict.AGREEMENT,)))
    assert "… and 25 more agreements" in folded
    assert unfolded.count("2 origins") == 40
    assert "more agreements" not in unfolded


def test_what_is_agreed_on_beside_other_numbers_comes_last() -> None:
    """ "Turnout stood at 68 percent" bears out no turnout of 71 percent, though both tell of a turnout."""
    agreement = REPORT.alignments[-1]
    stated = [claim for claim in REPORT.claims if claim.id in agreement.claims]
    alike, other = (
        tuple(replace(claim, id=f"{name}{at}", text=f"{name} {claim.text}", quantities=(_number(at * differing),)) for at, claim in enumerate(stated))
        for name, differing in (("alike", 0), ("other", 1))
    )
    lines = [
        replace(agreement, id=name, claims=tuple(claim.id for claim in claims), facets=(), origins=origins, question=f"{name}?")
        for name, claims, origins in (("other", other, 9), ("alike", alike, 2))
    ]
    shown = TEXT.compare(replace(REPORT, claims=(*alike, *other), alignments=tuple(lines)), Look(120))
    assert 0 < shown.index("2 origins\n") < shown.index("9 origins\n")


def _number(value: float) -> Quantity:
    return Quantity("so many", Span(0, 1), value, value, value, attribute="turnout")


def test_what_is_told_once_is_listed_where_it_is_asked_for() -> None:
    """As many lines as the count says."""
    alone = replace(REPORT, alignments=())
    shown = TEXT.compare(alone, Look(120, unfolded=(Verdict.SINGLE_SOURCE,)))
    assert "· 7 claims told once" in shown
    assert len(re.findall(r"^  \S+ ¶\d", shown.partition("claims told once\n")[2], re.MULTILINE)) == 7


def test_all_rules_take_a_line_each_and_one_has_its_example() -> None:
    """Grouped by facet, in the order in which they are tried."""
    shown = TEXT.rules(entries(), Look(80))
    assert re.search(r"^time\n  \S  time\.unstated ", shown, re.MULTILINE)
    assert all(len(re.findall(rf" {re.escape(rule.id)} ", shown)) == 1 for rule in entries())
    one = next(rule for rule in entries() if rule.id == "time.disjoint")
    assert all(f"“{quote}”" in TEXT.rules([one], Look(80)) and f"“{quote}”" not in shown for quote in one.example)


def test_a_value_that_its_source_denies_is_shown_with_its_not() -> None:
    """Else two sides that name one thing would look the same."""
    dispute = REPORT.alignments[0]
    values = tuple(
        FacetValue("tank", words, 1, (FacetMention(claim.id, claim.article, words, claim.predicate.span, None),))
        for claim, words in ((replace(NO_FUEL, polarity=Polarity.NEGATED), "the tank"), (FUEL, "The tank"))
    )
    denied = FacetVerdict(Facet.AGENT, Verdict.CONTRADICTION, "agent.denied", "One denies it.", 0.8, values)
    claims = (replace(NO_FUEL, polarity=Polarity.NEGATED), FUEL)
    shown = TEXT.compare(replace(REPORT, claims=claims, alignments=(replace(dispute, facets=(denied,)),)), Look(120))
    assert re.findall(r"^  (not the tank|The tank) ", shown, re.MULTILINE) == ["not the tank", "The tank"]


def test_whoever_depends_on_another_is_no_second_witness() -> None:
    """Two articles that differ and share half their text are one origin, and the report says so where they differ."""
    assert "note: h1 and w3: 50% shared text: one origin, not two witnesses" in TEXT.compare(REPORT, Look(120))


def test_articles_are_named_by_the_shortest_part_of_their_id_that_tells_them_apart() -> None:
    """Else by the whole id."""
    twins = (Article("2031_north", "North won.", "0"), Article("2031_south", "South won.", "1"), Article("x7-alone", "It rained.", "2"))
    shown = TEXT.compare(replace(REPORT, articles=twins, alignments=(), claims=(), overlaps=(), checks=()), Look(80))
    assert re.findall(r"^  (\S+)  ", shown, re.MULTILINE) == ["2031_north", "2031_south", "x7"]


def test_a_report_without_alignments_says_so() -> None:
    """Silence is shown as such."""
    assert "Nothing is told more than once." in TEXT.compare(replace(REPORT, alignments=()), Look(80))


def test_every_topic_is_listed_with_what_it_is_about() -> None:
    """The catalogue is what can be named after --topic."""
    shown = TEXT.topics(catalogue().topics, Look(200))
    assert all(f"\n{topic.name} " in f"\n{shown}" and topic.description in shown for topic in catalogue().topics)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_every_view(name: str) -> None:
    """But for those that it is said to lack; and each gives a string that ends with a line break, or nothing."""
    shape, look = format_named(name), Look(80)
    views: dict[str, Callable[[], str]] = {
        "compare": lambda: shape.compare(REPORT, look),
        "matrix": lambda: shape.matrix(REPORT, look),
        "explain": lambda: shape.explain(Explanation(TOLD.id, None, ()), replace(REPORT, claims=(TOLD,)), look),
        "claims": lambda: shape.claims([GULF], [TOLD], look),
        "inspect": lambda: shape.inspect([GULF], {GULF.id: EXTRACT}, look),
        "check": lambda: shape.check(ANSWERS, [GULF], look),
        "sources": lambda: shape.sources(SOURCES, look),
        "timeline": lambda: shape.timeline(TIMELINE, look),
        "topics": lambda: shape.topics(catalogue().topics, look),
        "rules": lambda: shape.rules(entries(), look),
    }
    lacking = WITHOUT.get(name, ())
    assert all(shown().endswith("\n") or (name, view) == ("github", "explain") for view, shown in views.items() if view not in lacking)
    for view in set(views) & set(lacking):
        with pytest.raises(NotImplementedError):
            views[view]()


def test_the_shares_of_an_origin_are_a_range() -> None:
    """Three articles of one text have three shares; the least and the greatest are named."""
    pairs = ((GULF.id, HARBOUR.id, 0.3), (GULF.id, WIDE.id, 0.56), (HARBOUR.id, WIDE.id, 1.0))
    overlaps = tuple(Overlap((a, b), "copied_text", share) for a, b, share in pairs)
    found = replace(SOURCES, overlaps=overlaps, origins=(Origin(GULF.id, (GULF.id, HARBOUR.id, WIDE.id)),), circular=(), cites=(), facts=())
    assert "g2 h1 w3  30–100% shared text" in TEXT.sources(found, Look(80))


def test_the_articles_of_one_publisher_are_one_line() -> None:
    """Sixty reports of one agency are no sixty pairs; a pair that shares text keeps its line."""
    several = [replace(HARBOUR, id=f"b{number}") for number in range(8)]
    made = tuple(Overlap((a.id, b.id), "same_publisher", source="Ostwire") for a, b in pairwise(several))
    shared = Overlap((several[0].id, several[1].id), "copied_text", share=0.5)
    shown = TEXT.compare(replace(REPORT, articles=(*REPORT.articles, *several), overlaps=(*made, shared)), Look(100))
    assert "b0, b1, b2, b3, b4, b5 and 2 more: same publisher (Ostwire)" in shown
    assert shown.count("same publisher") == 2
    assert "b0 and b1: same publisher (Ostwire), 50% shared text" in shown
