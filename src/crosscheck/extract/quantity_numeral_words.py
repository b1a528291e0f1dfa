"""Which number do words give: "two and a half million", "dozens", "a third of"?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crosscheck.extract.lexicon import words_of
from crosscheck.extract.quantity_lexer import Atom, is_word, tight
from crosscheck.extract.quantity_numeral import Form, Numeral, fraction_of, numbers_in, pairs_in, scaled, step


def words_at(atoms: Sequence[Atom], index: int) -> Numeral | None:
    for reader in (_vague, _couple, _quarter_point, _halves, _articled, _fraction_words, _cardinal):
        found = reader(atoms, index)
        if found is not None:
            return found
    return None


def _vague(atoms: Sequence[Atom], index: int) -> Numeral | None:
    """dozens, tens of thousands, hundreds of millions, several hundred, a few thousand, a couple of hundred."""
    at = index + is_word(atoms, index, "a")
    at += is_word(atoms, at, "good")
    some = pairs_in("some").get(atoms[at].lower) if at < len(atoms) else None
    if some is not None:
        after = at + 1 + is_word(atoms, at + 1, "of")
        scale = numbers_in("scales").get(atoms[after].lower) if after < len(atoms) else None
        return None if scale is None else _interval(atoms, index, after + 1, some[0] * scale, some[1] * scale)
    ends = pairs_in("vague").get(atoms[index].lower)
    if ends is None or (atoms[index].lower == "scores" and not is_word(atoms, index + 1, "of")):
        return None
    return _interval(atoms, index, index + 1, *ends)


def _couple(atoms: Sequence[Atom], index: int) -> Numeral | None:
    """ "A couple of hours" are two; "a couple of the men" too, as a part; "the couple" is a pair of people."""
    if not (is_word(atoms, index, "a") and is_word(atoms, index + 1, "couple", "score") and is_word(atoms, index + 2, "of")):
        return None
    if is_word(atoms, index + 1, "score"):  # "a score of jets" are twenty, "a score of 85" is none
        lettered = index + 3 < len(atoms) and atoms[index + 3].lower.endswith("s") and atoms[index + 3].letters
        return Numeral(index, index + 3, 20.0, 20.0, 20.0, 1.0, Form.WORDS) if lettered else None
    part = is_word(atoms, index + 3, "the", "these", "those", "his", "her", "its", "their")
    return Numeral(index, index + (2 if part else 3), 2.0, 2.0, 2.0, 1.0, Form.WORDS)


def _quarter_point(atoms: Sequence[Atom], index: int) -> Numeral | None:
    """ "A quarter point", "half-point", "a three-quarter percentage point": parts of a point, before its word."""
    at = index + is_word(atoms, index, "a")
    over = 3 if is_word(atoms, at, "three") else 1
    at += (over == 3) + (over == 3 and is_word(atoms, at + 1, "-"))
    under = 4 if is_word(atoms, at, "quarter") else 2 if is_word(atoms, at, "half") and over == 1 else None
    point = at + 1 + is_word(atoms, at + 1, "-")
    point += is_word(atoms, point, "percentage") + (is_word(atoms, point, "percentage") and is_word(atoms, point + 1, "-"))
    return fraction_of(index, at + 1, over, under) if under is not None and is_word(atoms, point, "point") else None


def _interval(atoms: Sequence[Atom], first: int, last: int, low: float, high: float) -> Numeral:
    """Widened by "of thousands", "of millions"."""
    while is_word(atoms, last, "of") and last + 1 < len(atoms):
        word = atoms[last + 1].lower
        scale = numbers_in("scales").get(word) or numbers_in("scales").get(word.removesuffix("s"))
        if scale is None:
            break
        low, high, last = low * scale, high * scale, last + 2
    return Numeral(first, last, None, low, high, low, Form.VAGUE, partitive=is_word(atoms, last, "of"))


def _halves(atoms: Sequence[Atom], index: int) -> Numeral | None:
    """half a million, a quarter of a million, half an hour, half of them, a half dozen."""
    at = index + is_word(atoms, index, "a")
    if not is_word(atoms, at, "half", "quarter") or (at == index and atoms[index].lower == "quarter"):
        return None
    under = 2 if atoms[at].lower == "half" else 4
    after = at + 1
    after += is_word(atoms, after, "-", "of") and is_word(atoms, after + 1, "a", "an", "million", "billion", "dozen", "thousand")
    if is_word(atoms, after - 1, "of") and not (after + 1 < len(atoms) and atoms[after + 1].lower in numbers_in("scales")):
        return None
    article = after + is_word(atoms, after, "a", "an")
    article += is_word(atoms, article, "-") and article + 1 < len(atoms) and atoms[article + 1].lower in numbers_in("scales")
    scale = numbers_in("scales").get(atoms[article].lower) if article < len(atoms) else None
    if scale is not None:
        return Numeral(index, article + 1, scale / under, scale / under, scale / under, scale / under, Form.WORDS, scale=scale)
    if under == 2 and article > after and not is_word(atoms, article, "of"):
        return fraction_of(index, article, 1, 2)
    unit = at + 1 + is_word(atoms, at + 1, "-")
    if under == 2 and unit < len(atoms) and atoms[unit].lower in words_of("quantity_numbers", "halved"):
        return fraction_of(index, at + 1, 1, 2)  # "a half-liter", "half-mile"
    return None


def _articled(atoms: Sequence[Atom], index: int) -> Numeral | None:
    """a hundred, a dozen, a million and a half; "a" alone counts nothing."""
    if not is_word(atoms, index, "a", "an") or index + 1 >= len(atoms):
        return None
    scale = numbers_in("scales").get(atoms[index + 1].lower)
    if scale is None or (tight(atoms, index + 2) and atoms[index + 2].text == "-" and tight(atoms, index + 3) and scale < 100):
        return None
    whole = Numeral(index, index + 1, 1.0, 1.0, 1.0, 1.0, Form.WORDS)
    return _and_a_half(atoms, scaled(atoms, whole) or whole)


def _fraction_words(atoms: Sequence[Atom], index: int) -> Numeral | None:
    """two-thirds, three quarters, one third, a fifth of, half of, half the."""
    word = atoms[index].lower
    if word == "half":
        return _bare_half(atoms, index)
    over = 1.0 if word == "a" else numbers_in("cardinals").get(word)
    if over is None or over == 0 or over > 99:
        return None
    at = index + 1
    at += is_word(atoms, at, "-") and tight(atoms, at)
    part = atoms[at].lower if at < len(atoms) else ""
    plural = part.endswith("s") and part != "halves"
    under = numbers_in("fractions").get(part.removesuffix("s") if plural else part)
    if under is None or (over == 1 and plural) or (over != 1 and not plural and part != "halves"):
        return None
    scale = _scale_of(atoms, at + 1)
    if scale is not None:
        return Numeral(index, at + 4, over * scale / under, over * scale / under, over * scale / under, scale / under, Form.WORDS, scale=scale)
    whole = over == 1 and not plural
    if whole and not is_word(atoms, at + 1, "of", "more", "less", "fewer", "higher", "lower", "as") and not _is_share(atoms, index, at + 1):
        return None  # "a third man", "one third party"
    numeral = fraction_of(index, at + 1, over, under)
    return replace(numeral, partitive=is_word(atoms, at + 1, "of"))


def _scale_of(atoms: Sequence[Atom], index: int) -> float | None:
    """The scale of "three quarters of a million"."""
    named = is_word(atoms, index, "of") and is_word(atoms, index + 1, "a") and index + 2 < len(atoms)
    return numbers_in("scales").get(atoms[index + 2].lower) if named else None


def _is_share(atoms: Sequence[Atom], index: int, end: int) -> bool:
    """Whether "a third" or "one third" stands for a share alone: "less than a third voted", "fell by a third in June"."""
    closed = not _goes_on(atoms, end)
    if atoms[index].lower != "a":
        return closed
    bounded = is_word(atoms, index - 1, "than", "nearly", "almost", "about", "roughly", "around", "over")
    return bounded or (is_word(atoms, index - 1, "by") and (closed or atoms[end].lower in words_of("quantity_numbers", "after_share")))


def _goes_on(atoms: Sequence[Atom], index: int) -> bool:
    return index < len(atoms) and (atoms[index].text == "-" or atoms[index].letters)


def _bare_half(atoms: Sequence[Atom], index: int) -> Numeral | None:
    """ "Half of the village", "half the village"; not "the first half of", "half-time"."""
    before = atoms[index - 1].lower if index else ""
    if (
        before in numbers_in("ordinals")
        or before in ("other", "latter", "opening", "better", "last", "-", "the", "his", "their", "former")
        or is_word(atoms, index + 1, "-")
    ):
        return None
    bounded = before in ("by", "than", "nearly", "almost", "about", "roughly", "around")
    if not bounded and not is_word(atoms, index + 1, "of", "the", "its", "their", "his", "her", "our", "my", "those", "these", "that", "as"):
        return None
    return replace(fraction_of(index, index + 1, 1, 2), partitive=is_word(atoms, index + 1, "of"))


def _cardinal(atoms: Sequence[Atom], index: int) -> Numeral | None:
    """two hundred and five, twenty-five thousand, one and a half million, three dozen."""
    total, group, at, stop = 0.0, None, index, index
    smallest = 1e18
    while at < len(atoms):
        word = atoms[at].lower
        small = numbers_in("cardinals").get(word)
        if small is not None and _fits(group, small):
            group = (group or 0.0) + small
        elif group is not None and (scale := numbers_in("scales").get(word) or _plural_scale(word)) is not None and scale < smallest:
            if scale == 100 or (scale == 12 and group < 100):
                group *= scale
            else:
                total, group, smallest = total + group * scale, 0.0, scale
        else:
            break
        stop = at = at + 1
        at = _joined(atoms, at)
    if group is None:
        return None
    value = total + group
    spelled = Numeral(index, stop, value, value, value, step(value), Form.WORDS, scale=1.0 if smallest > 1e17 else smallest)
    return _and_a_half(atoms, spelled)


def _plural_scale(word: str) -> float | None:
    return numbers_in("scales").get(word[:-1]) if word in ("millions", "billions", "crores", "lakhs", "trillions") else None


def _fits(group: float | None, small: float) -> bool:
    """Whether a word can go on a group: "twenty" + "five", "hundred" + "five", "thousand" + "five"; not "five" + "six"."""
    if group is None or group == 0:
        return group is None or small > 0
    if small < 10 and group % 100 >= 20 and group % 10 == 0:
        return small > 0
    return group % 100 == 0 and 0 < small < 100


def _joined(atoms: Sequence[Atom], at: int) -> int:
    """Past a hyphen, or an "and" that stands after a hundred or thousand."""
    if (
        is_word(atoms, at, "-")
        and at + 1 < len(atoms)
        and tight(atoms, at)
        and tight(atoms, at + 1)
        and atoms[at + 1].lower in numbers_in("cardinals") | numbers_in("scales")
    ):
        return at + 1
    after_scale = at > 0 and atoms[at - 1].lower in ("hundred", "thousand", "million")
    if is_word(atoms, at, "and") and after_scale and at + 1 < len(atoms) and atoms[at + 1].lower in numbers_in("cardinals"):
        return at + 1
    return at


def _and_a_half(atoms: Sequence[Atom], numeral: Numeral) -> Numeral:
    """one and a half, two and a half million, three-and-a-half, a million and a half, three and three quarters."""
    at = numeral.last
    at += is_word(atoms, at, "-")
    if not is_word(atoms, at, "and") or numeral.value is None:
        return _widen(atoms, numeral)
    at += 1
    at += is_word(atoms, at, "-")
    over = 1.0 if is_word(atoms, at, "a", "one") else 3.0 if is_word(atoms, at, "three") else None
    at += 1
    at += is_word(atoms, at, "-")
    under = 2 if is_word(atoms, at, "half") else 4 if is_word(atoms, at, "quarter", "quarters") else None
    if over is None or under is None:
        return _widen(atoms, numeral)
    by = numeral.scale if numeral.scale > 1 else 1.0
    value = numeral.value + by * over / under
    return _widen(atoms, replace(numeral, last=at + 1, value=value, low=value, high=value, precision=by / under, scale=1.0))


def _widen(atoms: Sequence[Atom], numeral: Numeral) -> Numeral:
    """The scale after a number in words ("two and a half million"); "twelve hundred thousand" has had its own."""
    return numeral if numeral.scale > 1 else scaled(atoms, numeral) or numeral
