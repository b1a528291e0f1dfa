"""Do two quantities agree, hold together, or contradict each other?

Numbers are compared as intervals, after conversion to one unit, at the precision written. A number alone contradicts nothing: what is counted,
the unit and the attribute must be the same, or the two are not comparable.
"""

from __future__ import annotations

from crosscheck.judge import ladder
from crosscheck.judge.circumstances import is_done, opposed, plain, same_mode
from crosscheck.judge.lexicon import words
from crosscheck.judge.quantity_bounds import beyond, bounds_apart, exchanged_bound, far, unlike
from crosscheck.judge.quantity_growth import birthday, superseded, unordered
from crosscheck.judge.quantity_pair import pair
from crosscheck.judge.quantity_precision import brink, converted, overlapping, rounded, same_number, too_vague
from crosscheck.judge.quantity_scope import additional, comparable, incomparable, part_of_whole, unsure_kinds
from crosscheck.judge.quantity_words import said, worded
from crosscheck.model.claim import Modality, Quantity
from crosscheck.model.verdict import Finding, Rule, Statement, Verdict

__all__ = ["RULES", "comparable", "compare"]


def compare(left: Statement, right: Statement) -> Finding:
    """What the first rule says that applies to two statements of a quantity."""
    return ladder.decide(RULES, left, right)


def _unstated(left: Statement, right: Statement) -> str | None:
    if isinstance(left.value, Quantity) and isinstance(right.value, Quantity):
        return None
    stated = next((s for s in (left, right) if isinstance(s.value, Quantity)), None)
    return f"Only one side gives a number: {worded(stated)}." if stated else "Neither side gives a number."


def _direction(left: Statement, right: Statement) -> str | None:
    one, other = pair(left, right)
    if {one.mod, other.mod} != {"up", "down"} or not same_mode(left, right) or opposed(left, right):
        return None
    return (
        f"One source has it going up ({plain(one.text)}), another down ({plain(other.text)})."
        if one.mod == "up"
        else (f"One source has it going down ({plain(one.text)}), another up ({plain(other.text)}).")
    )


def _currency(left: Statement, right: Statement) -> str | None:
    one, other = pair(left, right)
    if one.kind != "money" or one.unit == other.unit:
        return None
    return f"{worded(left)} and {worded(right)} are in different currencies, which are not converted."


def _planned(left: Statement, right: Statement) -> str | None:
    if same_mode(left, right) or _is_standing(left, right):
        return None
    return f"{worded(left)} and {worded(right)} are a plan or possibility and what came of it."


def _is_standing(left: Statement, right: Statement) -> bool:
    """Whether both say how high a thing is or what it costs, which holds whatever is planned with it, and neither that it may be so."""
    one, other = pair(left, right)
    if one.attribute is None or one.attribute != other.attribute or one.attribute not in words("surety", "standing"):
        return False
    return all(is_done(side.claim) or side.claim.modality is Modality.PLANNED or "-" in value.text for side, value in ((left, one), (right, other)))


def _negated(left: Statement, right: Statement) -> str | None:
    return f"Of {worded(left)} and {worded(right)}, one stands under a negation." if opposed(left, right) else None


def _different(left: Statement, right: Statement) -> str | None:
    return said(left, right)


RULES: tuple[Rule, ...] = (
    Rule("quantity.unstated", Verdict.SINGLE_SOURCE, "Only one of the two gives a number.", ("34 smugglers", "the smugglers"), _unstated, 0.9),
    Rule("quantity.incomparable", Verdict.COMPATIBLE, "The numbers count or measure different things.", ("12 wounded", "9 dead"), incomparable, 0.2),
    Rule(
        "quantity.direction",
        Verdict.CONTRADICTION,
        "One number is a rise and the other a fall.",
        ("rose 5 percent", "fell 5 percent"),
        _direction,
        0.85,
    ),
    Rule(
        "quantity.currency",
        Verdict.COMPATIBLE,
        "Sums in different currencies are not converted.",
        ("$2 million", "1.8 million euros"),
        _currency,
        0.4,
    ),
    Rule("quantity.same", Verdict.AGREEMENT, "The numbers are the same once normalised.", ("$2 mln", "$2 million"), same_number, 0.95),
    Rule(
        "quantity.planned",
        Verdict.COMPATIBLE,
        "One is planned, possible or expected, the other done.",
        ("may cut 500 jobs", "cut 450 jobs"),
        _planned,
        0.5,
    ),
    Rule(
        "quantity.negated",
        Verdict.COMPATIBLE,
        "One of the numbers stands under a negation.",
        ("did not sell 500 shares", "sold 300 shares"),
        _negated,
        0.3,
    ),
    Rule("quantity.birthday", Verdict.COMPATIBLE, "Ages differ by one year in articles of different days.", ("38", "39"), birthday, 0.6),
    Rule(
        "quantity.additional",
        Verdict.COMPATIBLE,
        "One number comes on top of others, the other need not.",
        ("six more warplanes", "eight"),
        additional,
        0.5,
    ),
    Rule(
        "quantity.superseded",
        Verdict.SUPERSEDED,
        "A running count that a later report raises.",
        ("at least five dead", "the toll rose to 24"),
        superseded,
        0.85,
    ),
    Rule(
        "quantity.part",
        Verdict.COMPATIBLE,
        "One number counts a part of what the other counts.",
        ("more than 45 civilians", "nearly 50 people"),
        part_of_whole,
        0.7,
    ),
    Rule(
        "quantity.exchanged",
        Verdict.CONTRADICTION,
        "Two sentences are the same but for the number of a bound.",
        ("a refund of up to 500 euros", "a refund of up to 700 euros"),
        exchanged_bound,
        0.6,
    ),
    Rule("quantity.converted", Verdict.COMPATIBLE, "The same after conversion of units and rounding.", ("10 km", "6.2 miles"), converted, 0.85),
    Rule("quantity.rounded", Verdict.COMPATIBLE, "The same at the precision of the rounder number.", ("25,000 tons", "25,134 tons"), rounded, 0.8),
    Rule(
        "quantity.brink",
        Verdict.COMPATIBLE,
        "A large round number, and the same as a bound.",
        ("$1 million", "more than $1 million"),
        brink,
        0.6,
    ),
    Rule(
        "quantity.beyond",
        Verdict.CONTRADICTION,
        "A number twice as high as a bound, or more.",
        ("more than 100,000 people", "200,000"),
        beyond,
        0.55,
    ),
    Rule("quantity.bounds", Verdict.CONTRADICTION, "Two lower bounds far apart.", ("more than 17,000 dead", "more than 21,000"), bounds_apart, 0.5),
    Rule(
        "quantity.unlike",
        Verdict.COMPATIBLE,
        "A bound holds, but the other number is twenty times as high or more.",
        ("at least 50 dead", "17,000 dead"),
        unlike,
        0.2,
    ),
    Rule("quantity.overlap", Verdict.COMPATIBLE, "Some number fits both.", ("nearly 50", "more than 45"), overlapping, 0.8),
    Rule(
        "quantity.vague", Verdict.COMPATIBLE, "One side gives no number but a word like dozens.", ("dozens of injured", "110 injured"), too_vague, 0.5
    ),
    Rule(
        "quantity.kinds", Verdict.COMPATIBLE, "The numbers differ and may count different things.", ("34 smugglers", "37 suspects"), unsure_kinds, 0.3
    ),
    Rule("quantity.far", Verdict.CONTRADICTION, "No number fits both, and one is twenty times the other or more.", ("10 dead", "600 dead"), far, 0.5),
    Rule(
        "quantity.unordered",
        Verdict.COMPATIBLE,
        "Running counts differ, and no date tells which is the later one.",
        ("50 injured", "80 injured"),
        unordered,
        0.4,
    ),
    Rule("quantity.different", Verdict.CONTRADICTION, "No number fits both.", ("34 smugglers", "37 smugglers"), _different, 0.8),
)
