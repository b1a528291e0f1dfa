"""A small report made by hand, with all that can go wrong in a terminal: wide, combining and right-to-left letters, markup, control characters."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from crosscheck.arrange.timeline import timeline_of
from crosscheck.independence.credibility import facts_in
from crosscheck.model.answer import Answer, Attitude, Bearing, Evidence
from crosscheck.model.article import Article, Skipped
from crosscheck.model.claim import (
    Argument,
    Attribution,
    Claim,
    Entity,
    Extract,
    Facet,
    Mention,
    Modality,
    Polarity,
    Predicate,
    Quantity,
    Span,
    Stance,
    Time,
)
from crosscheck.model.report import Alignment, Check, FacetMention, FacetValue, FacetVerdict, Overlap, Passage, Report, Story
from crosscheck.model.sources import Circle, Cite, Origin, Sources
from crosscheck.model.verdict import Verdict

HARBOUR = Article(
    "h1_harbour",
    "Twelve hurt in Port Amal blast\n\nTwelve dockers were injured on 3 May when a tank blew up in Port Amal, the fire service said.\n\n"
    "The harbour master denied that the tank held fuel.\n",
    "0" * 64,
    title="Twelve hurt in Port Amal blast",
    publisher="Coast Daily",
    published="2031-05-04",
)
GULF = Article(
    "g2_gulf",
    "At least nine dockers [dead] were hurt[/b] on \x1b[31m3 May\x07 in Port Amal, a nurse said.\nThe tank was full of fuel, dockers said.\n",
    "1" * 64,
    publisher="Gulf Wire",
)
WIDE = Article("w3_wide", "港で十二人が負傷 Twelve hurt on 3 May in Port Amal.\nقال المسؤول إن عشرة أصيبوا and ten were hurt, he said.\n", "2" * 64)


def span(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


def claim(article: Article, words: str, predicate: str, lemma: str, **more: Any) -> Claim:
    """The claim that these words of the article make; its id is the article's and where it starts."""
    place = span(article, words)
    start = place.start + words.index(predicate)
    said = Predicate(predicate, lemma, Span(start, start + len(predicate)))
    return Claim(f"{article.id[:2]}{place.start}", article.id, words, place, 0, said, **{"topics": ("casualties",), **more})


def mention(one: Claim, article: Article, words: str, source: str | None = None) -> FacetMention:
    return FacetMention(one.id, article.id, words, span(article, words), source)


INJURED = claim(HARBOUR, "Twelve dockers were injured on 3 May when a tank blew up in Port Amal", "injured", "injure")
HURT = claim(GULF, "At least nine dockers [dead] were hurt[/b] on \x1b[31m3 May\x07 in Port Amal", "hurt", "hurt")
TEN = claim(WIDE, "قال المسؤول إن عشرة أصيبوا and ten were hurt", "hurt", "hurt")
NO_FUEL = claim(HARBOUR, "the tank held fuel", "held", "hold", topics=())
FUEL = claim(GULF, "The tank was full of fuel", "full", "full", topics=())
HEADLINE = claim(WIDE, "港で十二人が負傷 Twelve hurt on 3 May in Port Amal", "hurt", "hurt")
ALONE = claim(GULF, "a nurse said", "said", "say", topics=("statements",))

NUMBERS = FacetVerdict(
    Facet.QUANTITY,
    Verdict.CONTRADICTION,
    "quantity.different",
    "One source says twelve dockers, another ten.",
    0.9,
    (
        FacetValue(12.0, "Twelve", 1, (mention(INJURED, HARBOUR, "Twelve dockers", "the fire service"), mention(HEADLINE, WIDE, "Twelve"))),
        FacetValue(10.0, "ten", 1, (mention(TEN, WIDE, "ten", "المسؤول"),)),
        FacetValue(9.0, "At least nine", 1, (mention(HURT, GULF, "nine dockers", "a nurse"),)),
    ),
    "injured",
)
DAYS = FacetVerdict(
    Facet.TIME,
    Verdict.AGREEMENT,
    "time.same",
    "Both say 3 May.",
    0.95,
    (FacetValue("2031-05-03", "3 May", 2, (mention(INJURED, HARBOUR, "3 May"), mention(HURT, GULF, "3 May"))),),
)
HELD = FacetVerdict(
    Facet.POLARITY,
    Verdict.COMPATIBLE,
    "polarity.planned",
    "“held” and “full” can both be true.",
    0.6,
    (
        FacetValue("negated", "held", 1, (mention(NO_FUEL, HARBOUR, "held", "The harbour master"),)),
        FacetValue("affirmed", "full", 1, (mention(FUEL, GULF, "full", "dockers"),)),
    ),
)
GROWN = FacetVerdict(
    Facet.QUANTITY,
    Verdict.SUPERSEDED,
    "quantity.running",
    "Twelve is later than nine.",
    0.8,
    (
        FacetValue(12.0, "Twelve", 1, (mention(INJURED, HARBOUR, "Twelve dockers"),)),
        FacetValue(9.0, "nine", 1, (mention(HURT, GULF, "nine"),)),
    ),
)


def alignment(id_: str, verdict: Verdict, question: str, *claims: Claim, facets: tuple[FacetVerdict, ...], origins: int = 2) -> Alignment:
    ids, articles = tuple(one.id for one in claims), tuple(dict.fromkeys(one.article for one in claims))
    return Alignment(id_, "s1", question, claims[0].topics, ids, articles, origins, verdict, 0.9, facets)


REPORT = Report(
    articles=(GULF, HARBOUR, WIDE),
    skipped=(Skipped("notes\x1b.pdf", "PDF files cannot be read yet; save it as text."),),
    stories=(Story("s1", (GULF.id, HARBOUR.id, WIDE.id)),),
    claims=(HURT, FUEL, ALONE, INJURED, NO_FUEL, TEN, HEADLINE),
    alignments=(
        alignment(
            "a1",
            Verdict.CONTRADICTION,
            "How many dockers were injured in Port Amal on 3 May?",
            INJURED,
            TEN,
            HURT,
            HEADLINE,
            facets=(NUMBERS, DAYS),
            origins=3,
        ),
        alignment("a2", Verdict.SUPERSEDED, "How many dockers were hurt?", INJURED, HURT, facets=(GROWN,)),
        alignment("a3", Verdict.COMPATIBLE, "Did the tank hold fuel?", NO_FUEL, FUEL, facets=(HELD,)),
        alignment("a4", Verdict.AGREEMENT, "When was it?", INJURED, HURT, facets=(DAYS,)),
    ),
    overlaps=(Overlap((HARBOUR.id, WIDE.id), "copied_text", 0.5, (Passage(Span(0, 4), Span(0, 4)),)),),
    checks=(
        Check(HARBOUR.id, "checks.list", False, span(HARBOUR, "Twelve dockers were injured on 3 May"), "Twelve dockers", "Eleven are listed."),
        Check(GULF.id, "checks.years", True, Span(0, 8), "At least", "It holds."),
    ),
)

HELD_BY_BOTH = replace(HELD, values=tuple(replace(value, value="affirmed") for value in HELD.values))  # other words for the same
MINOR = replace(REPORT, alignments=tuple(replace(one, facets=(HELD_BY_BOTH,)) if one.id == "a3" else one for one in REPORT.alignments))
"""REPORT, in which what is compatible differs in words alone."""

NURSE = Attribution(
    Mention("a nurse", span(GULF, "a nurse")), Mention("said", span(GULF, "said")), (HURT.span,), Stance.DENIES, anonymous=True, speaker="Ada Bo"
)
NINE = Quantity("At least nine", span(GULF, "At least nine"), 9.0, 9.0, None, ">=", None, "docker", attribute="injured")
MAY = Time("3 May", span(GULF, "3 May"), "DATE", "2031-05-03", "APPROX", "2031-05-03", "2031-05-04")
TOLD = claim(
    GULF,
    HURT.text,
    "hurt",
    "hurt",
    polarity=Polarity.NEGATED,
    modality=Modality.PLANNED,
    arguments=(
        Argument(Facet.PATIENT, "dockers", span(GULF, "dockers"), "docker"),
        Argument(Facet.PLACE, "Port Amal", span(GULF, "Port Amal"), "Amal", "Port Amal (Gulf)", "LOC"),
    ),
    quantities=(NINE,),
    times=(MAY,),
    attribution=(NURSE,),
)
LOOSE = Quantity("full", span(GULF, "full"), None, 3.0, 10.0, "=", "litre", None)
EXTRACT = Extract(
    GULF.id,
    (Span(0, GULF.text.index("\n")), Span(GULF.text.index("\n") + 1, len(GULF.text) - 1)),
    (Entity("Port Amal (Gulf)", "LOC", (Mention("Port Amal", span(GULF, "Port Amal")),)),),
    (NINE, LOOSE),
    (MAY,),
    (NURSE,),
    (TOLD,),
)
ANSWERS = (
    Answer(
        "Nine were hurt \x1b[1m.",
        Bearing.REFUTES,
        Attitude.DISAGREE,
        0.875,
        (Evidence(HARBOUR.id, INJURED.span, INJURED.text, Facet.QUANTITY, "quantity.different", "One says nine, another twelve."),),
    ),
    Answer("Pigs fly.", Bearing.NOT_ENOUGH_INFO, Attitude.UNRELATED, 0.5),
    Answer(
        "The tank was full.",
        Bearing.SUPPORTS,
        Attitude.AGREE,
        1.0,
        (Evidence("elsewhere", Span(0, 3), "The tank was full of fuel [/b]", None, "claim.same", "It is said in so many words."),),
        "q3",
    ),
)

SOURCES = Sources(
    REPORT.articles,
    REPORT.skipped,
    REPORT.overlaps,
    (Origin(HARBOUR.id, (HARBOUR.id, WIDE.id), ("Gulf Wire",)), Origin(GULF.id, (GULF.id,))),
    (
        Cite(GULF.id, "AFP", "", Span(0, 0), credit=True),
        Cite(HARBOUR.id, "Gulf \x1b[1mWire", "fire service", span(HARBOUR, "fire service"), cited=(GULF.id,)),
    ),
    (Circle((GULF.id, HARBOUR.id), ("Coast Daily", "Gulf Wire")),),
    facts_in(REPORT),
)
TIMELINE = timeline_of(replace(REPORT, claims=tuple(TOLD if one.id == TOLD.id else one for one in REPORT.claims)))
