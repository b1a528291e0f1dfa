"""What can be recomputed inside one article, and does it come out as stated?

Precision comes first: where a total is open ("including"), a number approximate or a list of doubtful shape, nothing is said.
"""

from __future__ import annotations

from crosscheck.judge import check_dates, check_letters, check_levels, check_lists, check_lives, check_order, check_parts, check_shares, check_years
from crosscheck.judge.checkrule import CheckRule, Sum
from crosscheck.model.article import Article
from crosscheck.model.claim import Extract
from crosscheck.model.report import Check

RULES: tuple[CheckRule, ...] = (
    CheckRule(
        "checks.total",
        "The parts of a total add up to it.",
        "six warplanes, which include five jets and a helicopter",
        check_parts.sums,
    ),
    CheckRule(
        "checks.list",
        "As many members are listed as the number says.",
        "the three Baltic states: Estonia, Latvia and Lithuania",
        check_lists.sums,
    ),
    CheckRule(
        "checks.years",
        "A span of years fits its two ends; one year more or less holds, since ends are counted in or out.",
        "for thirty years, from 1991 until 2019",
        check_years.spans,
    ),
    CheckRule(
        "checks.ago",
        "So many years ago fits the year named and the date of the article.",
        "twenty years ago, in 1994",
        check_years.ago,
    ),
    CheckRule(
        "checks.age",
        "An age fits the year of birth and the date of the article.",
        "Anna Smith, 38, who was born in 1976",
        check_years.ages,
    ),
    CheckRule(
        "checks.life",
        "An age at death fits the years of birth and death.",
        "Anna Smith (1950–2011) died aged 61",
        check_lives.lives,
    ),
    CheckRule(
        "checks.order",
        "What must come second, such as a delivery after its order, is not dated before what comes first.",
        "ordered six boats in May 2020 … the six boats were delivered in March 2021",
        check_order.orders,
    ),
    CheckRule(
        "checks.weekday",
        "A day of the week fits its date.",
        "on Friday, 29 February 2024",
        check_dates.weekdays,
    ),
    CheckRule(
        "checks.share",
        "A percentage fits the part and the whole that stand with it.",
        "12 of the 40 villages (30 percent)",
        check_shares.shares,
    ),
    CheckRule(
        "checks.change",
        "A rise or fall in percent fits the two numbers that stand with it.",
        "rose 50 percent to $3 million from $2 million",
        check_shares.changes,
    ),
    CheckRule(
        "checks.level",
        "A move of an index in percent fits its points and the level that it ended at.",
        "fell 1.2 percent, or 90 points, to 7,466",
        check_levels.moves,
    ),
    CheckRule(
        "checks.lookalike",
        "A word is written in one script, and not with letters of another that look like its own.",
        "Colonel Dоvan, with a Cyrillic о",
        check_letters.lookalikes,
    ),
    CheckRule(
        "checks.unseen",
        "No word holds a mark that is not seen, and no passage is shown in another order than it is read.",
        "Do·van, where · is a zero-width space",
        check_letters.unseen,
    ),
)


def checks_in(article: Article, extract: Extract) -> tuple[Check, ...]:
    """Everything in the article that can be recomputed, in text order, each place once a rule."""
    found = {(one.span, rule.id): _check(article, rule, one) for rule in RULES for one in rule.find(article, extract)}
    return tuple(found[key] for key in sorted(found))


def _check(article: Article, rule: CheckRule, one: Sum) -> Check:
    return Check(article.id, rule.id, one.holds, one.span, article.text[one.span.start : one.span.end], one.reason)
