"""Do two quantities agree, hold together, or contradict each other?

Numbers are compared as intervals, after conversion to one unit, at the precision written. A number alone contradicts nothing: what is counted,
the unit and the attribute must be the same, or the two are not comparable.
"""

from __future__ import annotations

from crosscheck.extract import quantity_units as units
from crosscheck.judge import ladder
from crosscheck.judge.circumstances import opposed, plain, same_mode
from crosscheck.judge.counted import Relation, counts_people, relation
from crosscheck.judge.exchanged import exchanged
from crosscheck.judge.reading import Reading, gap, overlap, reading, same
from crosscheck.judge.running import is_raised, is_running, later, newer
from crosscheck.judge.scope import alike
from crosscheck.model.claim import Quantity
from crosscheck.model.verdict import Finding, Rule, Statement, Verdict

# How far rounding reaches, relative to the number: 704 may be told as 700 and 25,134 as 25,000, but 1,150 not as 1,500 nor 23 as 20.
ROUNDING = 0.05
CONVERSION = 0.05  # "35 miles" and "58 km": both sides were rounded, often after a conversion of a rounded number
EXACT_COUNT = 100.0  # counts below this are given to the last one
BEYOND = 2.0  # "more than 100,000" is not said of twice as many
BOUND_APART = 1.15  # nor "more than 17,000" of "more than 21,000" by one who knows of the latter
BOUND_FROM = 100.0
ROUND_FROM = 1000.0  # "more than 50" and "50" are told apart, "more than $1 million" and "$1 million" seldom
FAR = 20.0  # so many times as much is more often another thing than a disagreement, which rarely goes beyond a slipped digit
ONE_SENTENCE = 0.6  # of the content words of two sentences: one is the other with another number, and no later report
VAGUE_SLACK = 2.0  # "dozens" may be said of 110, not of 500
PER_HUNDRED = ("percent", "percentage point", "percentage", "per cent")


def compare(left: Statement, right: Statement) -> Finding:
    """What the first rule says that applies to two statements of a quantity."""
    return ladder.decide(RULES, left, right)


def comparable(left: Statement, right: Statement) -> bool:
    """Whether both measure one thing: of one kind, unit and attribute, and counting the same things or parts of them."""
    one, other = left.value, right.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return False
    if one.attribute and other.attribute and one.attribute != other.attribute:
        return False
    return _same_scale(one, other) and (relation(one, other) is not Relation.OTHER or _one_attribute(one, other))


def _one_attribute(one: Quantity, other: Quantity) -> bool:
    return one.attribute is not None and one.attribute == other.attribute and one.kind != "count"


def _same_scale(one: Quantity, other: Quantity) -> bool:
    if (one.kind == "money") != (other.kind == "money") or (one.kind == "ordinal") != (other.kind == "ordinal"):
        return False
    if one.kind == "money" or one.unit == other.unit:
        return True
    return one.unit is not None and other.unit is not None and units.comparable(one.unit, other.unit)


# readings and words of a pair


def _pair(left: Statement, right: Statement) -> tuple[Quantity, Quantity]:
    assert isinstance(left.value, Quantity) and isinstance(right.value, Quantity)
    return left.value, right.value


def _readings(left: Statement, right: Statement) -> tuple[Reading, Reading]:
    one, other = _pair(left, right)
    return reading(one, one.unit), reading(other, one.unit)


def worded(statement: Statement) -> str:
    """The number with the noun that it counts, as the article writes them ("23 pirates")."""
    value = statement.value
    assert isinstance(value, Quantity)
    words = _uncapitalised(plain(value.text)) if value.kind != "money" else plain(value.text)  # "Rs 500" keeps its capital
    noun = value.of.split()[-1].casefold()[:4] if value.of else ""
    if not noun or noun in words.casefold():
        return words
    return f"{words} {_noun_after(statement, noun)}".strip()


def _uncapitalised(words: str) -> str:
    """ "Sixty-five", which began its sentence, is "sixty-five" inside a reason."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def _noun_after(statement: Statement, noun: str) -> str:
    """The words right after the number up to its noun, if the noun is among the next five."""
    value = statement.value
    assert isinstance(value, Quantity)
    following = statement.article.text[value.span.end : value.span.end + 80].split()[:5]
    for at, word in enumerate(following):
        if word.casefold().startswith(noun):
            return " ".join(following[: at + 1]).rstrip(".,;:!?”\"')")
    return ""


def _said(left: Statement, right: Statement) -> str:
    return f"One source says {worded(left)}, another {worded(right)}."


# the rules


def _unstated(left: Statement, right: Statement) -> str | None:
    if isinstance(left.value, Quantity) and isinstance(right.value, Quantity):
        return None
    stated = next((s for s in (left, right) if isinstance(s.value, Quantity)), None)
    return f"Only one side gives a number: {worded(stated)}." if stated else "Neither side gives a number."


def _incomparable(left: Statement, right: Statement) -> str | None:
    return None if comparable(left, right) else f"{worded(left)} and {worded(right)} do not measure the same thing."


def _direction(left: Statement, right: Statement) -> str | None:
    one, other = _pair(left, right)
    if {one.mod, other.mod} != {"up", "down"} or not same_mode(left, right) or opposed(left, right):
        return None
    return (
        f"One source has it going up ({plain(one.text)}), another down ({plain(other.text)})."
        if one.mod == "up"
        else (f"One source has it going down ({plain(one.text)}), another up ({plain(other.text)}).")
    )


def _currency(left: Statement, right: Statement) -> str | None:
    one, other = _pair(left, right)
    if one.kind != "money" or one.unit == other.unit:
        return None
    return f"{worded(left)} and {worded(right)} are in different currencies, which are not converted."


def _same(left: Statement, right: Statement) -> str | None:
    if not same(*_readings(left, right)):
        return None
    one, other = worded(left), worded(right)
    return f"Both say {one}." if one.casefold() == other.casefold() else f"{one} and {other} are the same number."


def _planned(left: Statement, right: Statement) -> str | None:
    if same_mode(left, right):
        return None
    return f"{worded(left)} and {worded(right)} are a plan or possibility and what came of it."


def _negated(left: Statement, right: Statement) -> str | None:
    return f"Of {worded(left)} and {worded(right)}, one stands under a negation." if opposed(left, right) else None


def _birthday(left: Statement, right: Statement) -> str | None:
    one, other = _pair(left, right)
    if one.kind != "age" or other.kind != "age" or one.value is None or other.value is None or later(left.article, right.article) is None:
        return None
    near = abs(one.value - other.value) <= 1
    return f"{worded(left)} and {worded(right)} differ by one birthday, and the articles are of different days." if near else None


def _additional(left: Statement, right: Statement) -> str | None:
    more = [_is_additional(left), _is_additional(right)]
    if more[0] == more[1]:
        return None
    added, other = (left, right) if more[0] else (right, left)
    return f"{worded(added)} come on top of others, {worded(other)} need not."


def _is_additional(statement: Statement) -> bool:
    value = statement.value
    assert isinstance(value, Quantity)
    text = statement.article.text
    before, after = text[max(0, value.span.start - 12) : value.span.start].split(), text[value.span.end : value.span.end + 16].split()
    inside = value.text.casefold().split()
    return "another" in inside or before[-1:] == ["another"] or after[:1] in (["more"], ["other"], ["additional"], ["further"], ["extra"])


def _exchanged(left: Statement, right: Statement) -> str | None:
    """ "Up to £500" holds where "up to £700" does; who writes the one for the other in the same sentence says something else."""
    one, other = _pair(left, right)
    if one.mod != other.mod or one.mod not in _BOUNDS or one.value is None or other.value is None or one.unit != other.unit:
        return None
    if max(one.value, other.value) < BOUND_APART * min(one.value, other.value) or is_running(left) or is_running(right):
        return None
    return f"One source says {worded(left)}, another {worded(right)}, in the same sentence." if exchanged(left, right) else None


_BOUNDS = ("<", ">", "<=", ">=")


def _superseded(left: Statement, right: Statement) -> str | None:
    if not (is_running(left) and is_running(right)):
        return None
    new = _newer(left, right)
    if new is None:
        return None
    old = right if new is left else left
    before, after = _readings(old, new)
    if before.value is None or after.value is None or after.value <= before.value or (before.mod == "~" and overlap(before, after)):
        return None
    if relation(*_pair(old, new)) is Relation.WHOLE or (after.value >= FAR * before.value and not is_raised(new)):
        return None
    return f"{worded(new)} is the later count; {worded(old)} was reported before."


def _newer(left: Statement, right: Statement) -> Statement | None:
    """The statement of the later report; where the dates do not tell, the one that says that the count rose to it."""
    told = newer(left, right)
    if told is not None:
        return told
    if left.article.id == right.article.id or is_raised(left) == is_raised(right):
        return None
    return left if is_raised(left) else right


def _unordered(left: Statement, right: Statement) -> str | None:
    if not (is_running(left) and is_running(right)) or newer(left, right) is not None:
        return None
    if left.article.id == right.article.id and is_raised(left) == is_raised(right):
        return None
    one, other = _readings(left, right)
    if one.value is None or other.value is None or alike(left.claim, right.claim) >= ONE_SENTENCE:
        return None
    return f"{worded(left)} and {worded(right)} can be one count that grew; no date tells which is later."


def _part(left: Statement, right: Statement) -> str | None:
    found = _inclusion(*_pair(left, right))
    if found not in (Relation.PART, Relation.WHOLE):
        return None
    part, whole = (left, right) if found is Relation.PART else (right, left)
    inner, outer = _readings(part, whole)
    return f"{worded(part)} can be among {worded(whole)}." if inner.low <= outer.high else None


def _inclusion(one: Quantity, other: Quantity) -> Relation:
    """By what is counted; "two of the pirates" is a part of whatever counts pirates."""
    if (one.kind == "part") != (other.kind == "part"):
        return Relation.PART if one.kind == "part" else Relation.WHOLE
    return relation(one, other)


def _converted(left: Statement, right: Statement) -> str | None:
    one, other = _pair(left, right)
    if one.unit == other.unit or one.unit is None or other.unit is None:
        return None
    close = gap(*_readings(left, right)) <= CONVERSION
    return f"{worded(left)} and {worded(right)} are the same after conversion and rounding." if close else None


def _rounded(left: Statement, right: Statement) -> str | None:
    one, other = _readings(left, right)
    coarse, fine = (one, other) if one.step > other.step else (other, one)
    if not (one.exact and other.exact) or coarse.step <= fine.step or coarse.value is None or fine.value is None:
        return None
    if _pair(left, right)[0].kind in ("count", "age", "ordinal", "score") and max(abs(coarse.value), abs(fine.value)) < EXACT_COUNT:
        return None
    apart = abs(coarse.value - fine.value)
    if apart > coarse.step / 2 or apart > ROUNDING * abs(coarse.value):
        return None
    return f"{worded(left)} and {worded(right)} are the same at the precision written."


def _brink(left: Statement, right: Statement) -> str | None:
    """ "$1 million" is told as "more than $1 million" and the other way round; of 23 and "more than 23" only one can be true."""
    one, other = _readings(left, right)
    if one.value is None or one.value != other.value or not _is_round(one.value) or {one.mod, other.mod} not in ({"=", ">"}, {"=", "<"}):
        return None
    return f"{worded(left)} and {worded(right)} are told of one round number."


def _is_round(number: float) -> bool:
    """Whether it has one digit that is not zero, and is no small count."""
    return abs(number) >= ROUND_FROM and f"{abs(number):e}".partition("e")[0].rstrip("0").rstrip(".") in "123456789"


def _beyond(left: Statement, right: Statement) -> str | None:
    for bound, exact in ((left, right), (right, left)):
        limit, number = _readings(bound, exact)
        if limit.mod != ">" or limit.value is None or not (number.exact or number.mod == "~") or number.value is None:
            continue
        if limit.value >= BOUND_FROM and number.value >= BEYOND * limit.value:
            return f"{worded(bound)} is not said of {worded(exact)}."
    return None


def _bounds(left: Statement, right: Statement) -> str | None:
    one, other = _readings(left, right)
    if one.mod != ">" or other.mod != ">" or one.value is None or other.value is None or min(one.value, other.value) < BOUND_FROM:
        return None
    apart = max(one.value, other.value) >= BOUND_APART * min(one.value, other.value)
    return f"{worded(left)} and {worded(right)} are bounds too far apart for one number." if apart else None


def _far(left: Statement, right: Statement) -> str | None:
    return f"{_said(left, right)[:-1]}, many times as much." if _ratio(left, right) >= FAR else None


def _unlike(left: Statement, right: Statement) -> str | None:
    if _ratio(left, right) < FAR or not overlap(*_readings(left, right)):
        return None
    return f"{worded(left)} and {worded(right)} are too far apart to be said of one thing."


def _ratio(left: Statement, right: Statement) -> float:
    """How many times the lesser number is contained in the greater; 1 where one is not written or is zero."""
    sizes = sorted(abs(r.value or 0.0) for r in _readings(left, right))
    return sizes[1] / sizes[0] if sizes[0] else 1.0


def _overlap(left: Statement, right: Statement) -> str | None:
    return f"{worded(left)} and {worded(right)} can be one number." if overlap(*_readings(left, right)) else None


def _vague(left: Statement, right: Statement) -> str | None:
    one, other = _readings(left, right)
    vague = next((r for r, s in ((one, left), (other, right)) if r.vague and not any(map(str.isdigit, s.value.text))), None)  # type: ignore[union-attr]
    if vague is None:
        return None
    rest = other if vague is one else one
    near = rest.low <= vague.high * VAGUE_SLACK and rest.high >= vague.low
    return f"{worded(left)} and {worded(right)} are too vague to clash." if near else None


def _unsure_kinds(left: Statement, right: Statement) -> str | None:
    found = relation(*_pair(left, right))
    if found is not Relation.UNKNOWN or _is_bare(left) or _is_bare(right):
        return None
    what = "people" if all(map(counts_people, _pair(left, right))) else "things"
    return f"{worded(left)} and {worded(right)} may count different {what}."


def _is_bare(statement: Statement) -> bool:
    return isinstance(statement.value, Quantity) and statement.value.of is None


def _different(left: Statement, right: Statement) -> str | None:
    return _said(left, right)


RULES: tuple[Rule, ...] = (
    Rule("quantity.unstated", Verdict.SINGLE_SOURCE, "Only one of the two gives a number.", ("23 pirates", "the pirates"), _unstated, 0.9),
    Rule("quantity.incomparable", Verdict.COMPATIBLE, "The numbers count or measure different things.", ("12 wounded", "9 dead"), _incomparable, 0.2),
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
    Rule("quantity.same", Verdict.AGREEMENT, "The numbers are the same once normalised.", ("$2 mln", "$2 million"), _same, 0.95),
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
    Rule("quantity.birthday", Verdict.COMPATIBLE, "Ages differ by one year in articles of different days.", ("38", "39"), _birthday, 0.6),
    Rule(
        "quantity.additional",
        Verdict.COMPATIBLE,
        "One number comes on top of others, the other need not.",
        ("six more warplanes", "eight"),
        _additional,
        0.5,
    ),
    Rule(
        "quantity.superseded",
        Verdict.SUPERSEDED,
        "A running count that a later report raises.",
        ("at least five dead", "the toll rose to 24"),
        _superseded,
        0.85,
    ),
    Rule(
        "quantity.part",
        Verdict.COMPATIBLE,
        "One number counts a part of what the other counts.",
        ("more than 45 civilians", "nearly 50 people"),
        _part,
        0.7,
    ),
    Rule(
        "quantity.exchanged",
        Verdict.CONTRADICTION,
        "Two sentences are the same but for the number of a bound.",
        ("a refund of up to 500 euros", "a refund of up to 700 euros"),
        _exchanged,
        0.6,
    ),
    Rule("quantity.converted", Verdict.COMPATIBLE, "The same after conversion of units and rounding.", ("10 km", "6.2 miles"), _converted, 0.85),
    Rule("quantity.rounded", Verdict.COMPATIBLE, "The same at the precision of the rounder number.", ("25,000 tons", "25,134 tons"), _rounded, 0.8),
    Rule(
        "quantity.brink",
        Verdict.COMPATIBLE,
        "A large round number, and the same as a bound.",
        ("$1 million", "more than $1 million"),
        _brink,
        0.6,
    ),
    Rule(
        "quantity.beyond",
        Verdict.CONTRADICTION,
        "A number twice as high as a bound, or more.",
        ("more than 100,000 people", "200,000"),
        _beyond,
        0.55,
    ),
    Rule("quantity.bounds", Verdict.CONTRADICTION, "Two lower bounds far apart.", ("more than 17,000 dead", "more than 21,000"), _bounds, 0.5),
    Rule(
        "quantity.unlike",
        Verdict.COMPATIBLE,
        "A bound holds, but the other number is twenty times as high or more.",
        ("at least 50 dead", "17,000 dead"),
        _unlike,
        0.2,
    ),
    Rule("quantity.overlap", Verdict.COMPATIBLE, "Some number fits both.", ("nearly 50", "more than 45"), _overlap, 0.8),
    Rule("quantity.vague", Verdict.COMPATIBLE, "One side gives no number but a word like dozens.", ("dozens of injured", "110 injured"), _vague, 0.5),
    Rule(
        "quantity.kinds", Verdict.COMPATIBLE, "The numbers differ and may count different things.", ("23 pirates", "25 suspects"), _unsure_kinds, 0.3
    ),
    Rule(
        "quantity.far", Verdict.CONTRADICTION, "No number fits both, and one is twenty times the other or more.", ("10 dead", "600 dead"), _far, 0.5
    ),
    Rule(
        "quantity.unordered",
        Verdict.COMPATIBLE,
        "Running counts differ, and no date tells which is the later one.",
        ("50 injured", "80 injured"),
        _unordered,
        0.4,
    ),
    Rule("quantity.different", Verdict.CONTRADICTION, "No number fits both.", ("23 pirates", "25 pirates"), _different, 0.8),
)
