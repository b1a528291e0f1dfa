"""Piles of made-up claims, as many as wanted, in which words, names, numbers and days come again as they do in news."""

from __future__ import annotations

from random import Random

from crosscheck.align.features import Features, features_of
from crosscheck.align.pile import Pile
from crosscheck.model.claim import Argument, Claim, Facet, Polarity, Predicate, Quantity, Span, Time
from crosscheck.model.report import Story

NAMES = ("Arrin", "Norvia", "Norvian", "Tarvia", "Arno Velt", "Mira Holt", "Mira Hollt", "Holt", "Zarn", "the harbour", "the lorry", "sailors")
VERBS = ("kill", "shoot", "say", "arrest", "deliver", "have", "open", "close", "rise", "fall", "president", "delivery")
NOUNS = ("ship", "port", "tanker", "soldier", "grain", "helicopter", "month", "bank", "loan", "tariff", "storm", "village", "bridge", "rail", "dam")


def pile_of(articles: int, seed: int, story_of: int = 3) -> tuple[list[Features], Pile]:
    """Six claims an article; `story_of` articles are one story."""
    dice = Random(seed)
    claims = [_claim(dice, article, sentence, part) for article in range(articles) for sentence in range(3) for part in range(2)]
    features = [features_of(claim, f"2021-0{dice.randint(3, 4)}-11") for claim in claims]
    ids = [f"a{article}" for article in range(articles)]
    stories = [Story(f"s{first}", tuple(ids[first : first + story_of]), "", "") for first in range(0, articles, story_of)]
    return features, Pile(features, stories)


def _claim(dice: Random, article: int, sentence: int, part: int) -> Claim:
    theme = Random(article // 3 * 10 + sentence)  # articles of one story tell alike things
    verb = theme.choice(VERBS) if dice.random() < 0.7 else dice.choice(VERBS)
    nouns = [theme.choice(NOUNS) for _ in range(4)] + [f"{dice.choice(NOUNS)}{dice.randint(0, 30)}" for _ in range(dice.randint(0, 4))]
    arguments = tuple(_argument(dice, theme, facet) for facet in (Facet.AGENT, Facet.PATIENT, Facet.PLACE) if dice.random() < 0.6)
    said = " ".join((arguments[0].text if arguments else "it", verb, *nouns))
    kind = dice.choice(("verb", "verb", "noun", "attribute"))
    return Claim(
        f"c{article}.{sentence}.{part}",
        f"a{article}",
        said,
        Span(0, len(said)),
        sentence,
        Predicate(verb, verb, Span(0, len(verb)), kind),
        polarity=dice.choice((Polarity.AFFIRMED, Polarity.AFFIRMED, Polarity.NEGATED)),
        arguments=arguments,
        quantities=tuple(_quantity(dice) for _ in range(dice.randint(0, 2))),
        times=tuple(_time(dice) for _ in range(dice.randint(0, 1))),
        terms=tuple(sorted({verb, *nouns})),
        section=dice.choice(("headline", "lead", "body", "body")),
    )


def _argument(dice: Random, theme: Random, facet: Facet) -> Argument:
    text = theme.choice(NAMES) if dice.random() < 0.5 else dice.choice(NAMES)
    named = text[0].isupper()
    return Argument(facet, text, Span(0, len(text)), text.split()[-1], text if named else None, "LOC" if named else "")


def _quantity(dice: Random) -> Quantity:
    value = float(dice.choice((2, 3, 14, 250, 8.5)))
    attribute = dice.choice((None, None, "deaths"))
    return Quantity(f"{value:g}", Span(0, 2), value, value, value, of=dice.choice((*NOUNS[:5], None)), attribute=attribute)


def _time(dice: Random) -> Time:
    day = dice.randint(1, 6)
    if dice.random() < 0.3:
        return Time("in March", Span(0, 8), "DATE", "XXXX-03")
    return Time(f"on {day} March", Span(0, 10), "DATE", f"2021-03-0{day}", since=f"2021-03-0{day}", until=f"2021-03-0{day + 1}")
