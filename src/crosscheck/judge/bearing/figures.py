"""Is every number of a claim in the evidence, or does another stand in its place?"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from crosscheck.extract.quantity_units import convert
from crosscheck.judge.bearing.passages import ASKED, Passage, Text
from crosscheck.judge.bearing.respective import of_others
from crosscheck.judge.bearing.words import Said, Word, words_in
from crosscheck.judge.reading import Reading, overlap, reading
from crosscheck.model.claim import Quantity, Span
from crosscheck.values import dataclass

REACH = 6  # words on either side of a number that tell what it is about
MARGIN = 0.4  # a number that means the same counts although another stands a little nearer to the claim's words
ABOUT = 0.03  # how far, relatively, a number may be from one that is said to be about right
CLOSE = 1.5  # what a number near the claim's adds to what stands around both; less and "153 recoveries" meets "more than 115 deaths"
NEARLY = 0.9 * CLOSE  # a bound within a tenth of the number
LIKELY = 0.65 * CLOSE  # "over 16 million" and "fewer than 20 million"
DIGITS = 3  # "41,672", "4.91", "327"; not 75, 3,400 or two
BREATH = 120  # characters between two numbers that a reader adds up
SHORT = 3  # sentences up to which evidence is a headline or a quotation
ASIDE = 80  # characters on either side of a number in which the words around it are looked for
MOST = 100  # numbers of a passage; a table has thousands, and none of them tells more
BOUNDS = ("<", "<=", ">", ">=")
KINDLESS = frozenset({"count", "measure", "multiple"})
CHILDREN = ("child", "children", "son", "daughter")  # who are counted without the one who is named: "Finch was cleared with two others"
OTHERS = re.compile(r"\s(?:other|others)\b")  # right behind a number that leaves out the one who was named before


class Fit(StrEnum):
    """What the evidence makes of a number."""

    MET = "met"
    OTHER = "other"  # another number of the same thing
    OPEN = "open"  # a bound that settles nothing: "at least 400" for "more than 500"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the claim, the evidence's number that decides, where there is one, and how surely both speak of one thing (0..)."""

    wanted: Quantity
    fit: Fit
    found: Quantity | None = None
    affinity: float = 0.0
    summed: tuple[Quantity, ...] = ()  # what adds up to it, where it stands nowhere itself


def figures_of(claim: Text, passage: Passage) -> tuple[Figure, ...]:
    """Each number of the claim against those of the passage and the sentences beside it; numbers in names ("127 Hours") are none."""
    names = [mention.span for entity in claim.extract.entities for mention in entity.mentions]
    others = of_others(claim, passage)
    there = [quantity for quantity in _quantities(passage) if quantity.span not in others]
    asked = (quantity for quantity in claim.extract.quantities if has_value(quantity) and not any(name.holds(quantity.span) for name in names))
    found = (_figure(quantity, claim, passage, there, others) for quantity in itertools.islice(asked, ASKED))
    return tuple(figure for figure in found if figure.fit is Fit.MET or figure.wanted.text.casefold() != "one")  # "one of the many"


def _quantities(passage: Passage) -> list[Quantity]:
    sentences = passage.text.extract.sentences[max(0, passage.number - 1) : passage.number + 2]
    found = (q for q in passage.text.extract.quantities if has_value(q) and any(span.holds(q.span) for span in sentences))
    return list(itertools.islice(found, MOST))


def has_value(quantity: Quantity) -> bool:
    return quantity.low is not None or quantity.high is not None


def _figure(wanted: Quantity, claim: Text, passage: Passage, there: Sequence[Quantity], others: frozenset[Span]) -> Figure:
    about = _about(wanted, claim)
    candidates = [other for other in there if _same_kind(wanted, other)]
    scored = [(_affinity(wanted, about, other, passage.text), _fit(wanted, other), other) for other in candidates]
    same = next((entry for entry in scored if _is_same(wanted, entry[2])), None)
    if same:
        return Figure(wanted, Fit.MET, same[2], same[0])
    if summands := _summands(wanted, candidates, passage):
        return Figure(wanted, Fit.MET, summed=summands)
    if _is_one_more(wanted, candidates, passage.text.article.text) or (wanted.mod == "=" and not others and _literally(wanted, passage)):
        return Figure(wanted, Fit.MET)
    if not scored:
        return Figure(wanted, Fit.MISSING)
    best = max(affinity for affinity, _, _ in scored)
    for fit in (Fit.MET, Fit.OPEN, Fit.OTHER):
        meeting = [(affinity, other) for affinity, found, other in scored if found is fit and affinity >= best - MARGIN]
        if meeting:
            affinity, other = max(meeting, key=lambda entry: (entry[0], -entry[1].span.start))
            return Figure(wanted, _settled(fit, wanted, other), other, affinity)
    return Figure(wanted, Fit.MISSING)


def _settled(fit: Fit, wanted: Quantity, other: Quantity) -> Fit:
    """ "Fewer than 20 million" is met by "over 16 million": whoever has 20 says so; "over 436 million" is not by "over 420 million"."""
    return Fit.MET if fit is Fit.OPEN and wanted.mod != other.mod and _closeness(wanted, other) >= LIKELY else fit


def _is_beyond(wanted: Quantity, mine: Reading, other: Quantity, theirs: Reading) -> bool:
    """Whether the number that is said to be about right lies outside of the claim's bound: "around 15,000" of "fewer than 14,000"."""
    bounded = wanted.mod in BOUNDS and other.mod == "~" and theirs.value is not None
    return bounded and not mine.low <= (theirs.value or 0.0) <= mine.high


def _is_same(wanted: Quantity, other: Quantity) -> bool:
    """Whether the very number is written, whatever else the evidence says of it: "16,000" by "more than 16,000"."""
    return wanted.mod == "=" and wanted.value is not None and wanted.value == other.value and wanted.unit == other.unit


def _summands(wanted: Quantity, there: Sequence[Quantity], passage: Passage) -> tuple[Quantity, Quantity] | None:
    """ "22 people" by "15 dockers and seven guards"; in a long text not by two numbers that happen to follow each other."""
    counts = [other for other in there if other.unit is None and other.value] if wanted.unit is None else []
    is_long = len(passage.text.extract.sentences) > SHORT
    sums = (pair for pair in itertools.pairwise(counts) if (pair[0].value or 0) + (pair[1].value or 0) == wanted.value)
    return next((pair for pair in sums if not is_long or _joined(*pair, passage.text.article.text)), None)


def _joined(one: Quantity, other: Quantity, text: str) -> bool:
    """Whether two numbers are told in one breath: "two helicopters in April, as well as two in March"."""
    between = text[one.span.end : other.span.start]
    return len(between) <= BREATH and not any(mark in between for mark in ".!?;") and any(word in between.split() for word in ("and", "plus", "well"))


def _is_one_more(wanted: Quantity, there: Sequence[Quantity], text: str) -> bool:
    """ "Six people" by "a driver and five others", "21 languages" by "Irish and the 20 other languages"."""
    if wanted.unit is not None or not wanted.value or (wanted.of or "") in CHILDREN:
        return False
    others = [one for one in there if one.value and one.unit is None and OTHERS.match(text, one.span.start + len(one.text.split()[0]))]
    return any(one.value is not None and one.value + 1 == wanted.value for one in others)


def _literally(wanted: Quantity, passage: Passage) -> bool:
    """Whether the passage has the number's own digits, where they were read as something else."""
    digits = [word for word in wanted.text.split() if any(map(str.isdigit, word))]
    return bool(digits) and {word.text for word in passage.words}.issuperset(digits)


def _same_kind(left: Quantity, right: Quantity) -> bool:
    kinds = {left.kind, right.kind} - KINDLESS
    if len(kinds) == 2 or (len(kinds) == 1 and "ordinal" in kinds and left.kind != right.kind):
        return False
    if left.unit is None or right.unit is None:
        return left.unit is right.unit or not kinds - {"rate"}
    return left.unit == right.unit or convert(1.0, left.unit, right.unit) is not None


def _fit(wanted: Quantity, other: Quantity) -> Fit:
    if wanted.kind == other.kind == "score" and _goals(wanted) != _goals(other):
        return Fit.OTHER  # "2-1" is no range
    if _is_limit(wanted) and _is_limit(other) and wanted.unit == other.unit and wanted.high != other.high:
        return Fit.OTHER
    unit = wanted.unit if other.unit is not None else None
    mine, theirs = reading(wanted, unit), reading(other, unit)
    if not overlap(mine, theirs) or _is_beyond(wanted, mine, other, theirs):
        return Fit.OTHER
    if mine.vague or _same_number(mine, theirs):
        return Fit.MET
    return Fit.MET if not theirs.vague and _within(theirs, mine) and _is_near(wanted, mine, theirs) else Fit.OPEN


def _goals(score: Quantity) -> list[str]:
    """The numbers of a score, whichever side is named first."""
    return sorted("".join(letter if letter.isdigit() else " " for letter in score.text).split())


def _is_limit(quantity: Quantity) -> bool:
    """ "Fines of up to 500 euros" sets the limit itself: up to 800 is another."""
    return quantity.kind == "money" and quantity.text.casefold().startswith("up to ")


def _is_near(wanted: Quantity, mine: Reading, theirs: Reading) -> bool:
    """ "About 8.4 million" is not met by 8.1 million, though it may mean it."""
    return wanted.mod != "~" or mine.value is None or theirs.value is None or abs(mine.value - theirs.value) <= ABOUT * abs(mine.value)


def _within(inner: Reading, outer: Reading) -> bool:
    """Whether all that one can mean, the other allows: 8 is more than 5."""
    low = inner.low > outer.low or (inner.low == outer.low and (inner.low_open or not outer.low_open))
    high = inner.high < outer.high or (inner.high == outer.high and (inner.high_open or not outer.high_open))
    return low and high


def _same_number(mine: Reading, theirs: Reading) -> bool:
    """ "12" by "about 12", "at least 12" by "12 or more"; not "more than 12" by "12", which is no more than it."""
    if mine.value is None or theirs.value is None or not overlap(mine, theirs):
        return False
    return abs(mine.value - theirs.value) <= max(mine.step, theirs.step) / 2 + 1e-9 * abs(mine.value)


def _affinity(wanted: Quantity, about: Mapping[Word, float], other: Quantity, text: Text) -> float:
    """How much stands around both numbers, the nearest words first, half for the same thing and for the same unit, and how near they are."""
    theirs = _about(other, text)
    shared = sum(word.weight * min(near, _nearness(word, theirs)) for word, near in about.items())
    alike = (_counts_the_same(wanted, other), bool(wanted.unit and wanted.unit == other.unit))
    return shared + 0.5 * sum(alike) + _closeness(wanted, other)


def _nearness(word: Word, around: Mapping[Word, float]) -> float:
    return max((near for other, near in around.items() if _same(word, other)), default=0.0)


def _counts_the_same(left: Quantity, right: Quantity) -> bool:
    if left.attribute and left.attribute == right.attribute:
        return True
    return bool(left.of and right.of and _last(left.of) == _last(right.of))


def _closeness(wanted: Quantity, other: Quantity) -> float:
    """0 for twice the number and more, up to 1 for the same: who writes "more than 165" has a number near 165 in mind."""
    if not wanted.value or not other.value or wanted.unit != other.unit or wanted.value * other.value < 0:
        return 0.0
    return CLOSE * max(0.0, 1.0 - abs(math.log(wanted.value / other.value)) / math.log(2))


def _same(left: Word, right: Word) -> bool:
    return left.stem == right.stem or left.root == right.root or (left.kind != "" and left.kind == right.kind)


def counts_alike(figure: Figure, there: Said) -> bool:
    """Whether both numbers count one thing as far as is told: not "41 clerks" and "41 hostages" where no clerk is named."""
    wanted, found = figure.wanted, figure.found
    if found is None or wanted.unit or not wanted.of or not found.of or _counts_the_same(wanted, found):
        return True
    mine, theirs = (words_in(of, 0, len(of))[-1:] for of in (wanted.of, found.of))
    return any(_same(left, right) for left in mine for right in theirs) or any(there.meets(word) for word in mine)


def _last(of: str) -> str:
    return of.split()[-1].casefold()


def _about(quantity: Quantity, text: Text) -> dict[Word, float]:
    """The words around a number in its own sentence, with how near they stand: 1 beside it, a half for the third word."""
    home = next((span for span in text.extract.sentences if span.holds(quantity.span)), quantity.span)
    words = text.words(Span(max(home.start, quantity.span.start - ASIDE), min(home.end, quantity.span.end + ASIDE)))
    inside = [at for at, word in enumerate(words) if word.span.touches(quantity.span)]
    if not inside:
        return {}
    first, last = inside[0], inside[-1]
    found = {word: 1.0 / (1 + 0.5 * (first - at - 1)) for at, word in enumerate(words[:first]) if first - at <= REACH}
    found |= {word: 1.0 / (1 + 0.5 * at) for at, word in enumerate(words[last + 1 : last + 1 + REACH])}
    return found | {words[at]: 1.0 for at in inside if words[at].text.isalpha()}


def is_precise(figure: Figure) -> bool:
    """Whether the number can hardly be met by chance: it has three digits that count, or is a bound close to what it bounds."""
    wanted = figure.wanted
    if wanted.value is None:
        return False
    if len(f"{abs(wanted.value):.10g}".replace(".", "").strip("0")) >= DIGITS:
        return True
    return is_close(figure)


def is_close(figure: Figure) -> bool:
    """Whether the claim bounds a number ("fewer than 870") and the passage has one near to the bound."""
    wanted, found = figure.wanted, figure.found
    return wanted.mod not in ("=", "~", "up", "down") and found is not None and _closeness(wanted, found) >= NEARLY
