"""Do two details of one thing exclude each other: spellings of a name, ranks, house numbers, distances?

Each rule is of one kind of detail. Whoever asks has made sure that neither article states what the other does, so that two streets of like names
that both articles know, or two brothers, are not set against each other.
"""

from __future__ import annotations

from rapidfuzz.distance import OSA

from crosscheck.extract.detail_persons import GIVEN
from crosscheck.extract.lexicon import words_of
from crosscheck.extract.names import bare_name
from crosscheck.extract.spelling import is_short_form, is_slip, sound_alike
from crosscheck.judge.circumstances import inside
from crosscheck.judge.detail_counted import COUNTED
from crosscheck.judge.detail_dates import DATED
from crosscheck.judge.detail_rule import DetailRule
from crosscheck.judge.detail_told import TOLD
from crosscheck.judge.detail_when import WHEN
from crosscheck.judge.detail_words import WORDS
from crosscheck.judge.lexicon import words
from crosscheck.model.claim import Facet
from crosscheck.model.detail import Detail, Kind

OPPOSITE = 135  # degrees between two directions from which on one place cannot lie in both
NEAR = 45  # degrees within which two directions may be one ("south", "southeast")
DISTANCE = 0.15  # of the larger of two distances, by which they may differ: by road and by air, from the edge and from the centre
SAME_DISTANCE = 0.01
HEAVIER = 1.5  # times by which two weights of one person may differ
LIGHTER = 1.0  # kilograms by which two weights may differ that were rounded
PHONE_SLIPS = 1  # digits; two swapped count as one
ROLE = 3  # words that the sentences share besides the surname where two first names have nothing in common
COMMON, COMMON_SHARE = 2, 0.3  # words that the sentences must share where one thing is set against several
HANDFUL = 12  # of which one may be told wrongly for one; more are counted where one of them is told of
WITH_AREA = 6  # digits that two numbers end in alike, of which one lacks the area code


def rule_for(one: Detail, other: Detail) -> tuple[DetailRule, str] | None:
    """The first rule by which they exclude each other, with its reason; None where they do not."""
    for rule in RULES:
        reason = rule.decide(one, other) if rule.kind is one.kind else None
        if reason is not None:
            return rule, reason.replace("..", ".")  # "another 4 p.m."
    return None


# persons


def _name(one: Detail, other: Detail) -> str | None:
    if one.thing.startswith(GIVEN) or not is_slip(one.value, other.value) or is_short_form(one.value, other.value):
        return None
    if _kin(one) != _kin(other) or _are_of_two_sexes(one.value, other.value):
        return None
    return f"One spells the name {one.thing_text}, another {other.thing_text}." if one.words & other.words else None


def _surname(one: Detail, other: Detail) -> str | None:
    """ "Karl Lavora, 38, was arrested", "Karl Lamora, 38, is under arrest": of one first name and one age."""
    shared = one.words & other.words
    if not one.thing.startswith(GIVEN) or not is_slip(one.value, other.value) or len(shared) < ROLE - 1 or not any(map(str.isdigit, shared)):
        return None
    return f"One spells the name {one.thing_text}, another {other.thing_text}." if _kin(one) == _kin(other) else None


def _other_name(one: Detail, other: Detail) -> str | None:
    """ "Adler's grandson Karl", "Adler's grandson Piet": of whom so much the same is told is one person."""
    if one.thing.startswith(GIVEN) or is_slip(one.value, other.value) or is_short_form(one.value, other.value) or sound_alike(one.value, other.value):
        return None
    if _kin(one) != _kin(other) or _are_of_two_sexes(one.value, other.value) or len(one.words & other.words) < ROLE:
        return None
    names = [set(bare_name(detail.thing_text)) for detail in (one, other)]
    if names[0] <= names[1] or names[1] <= names[0] or one.value.endswith(other.value) or other.value.endswith(one.value):
        return None  # "YouTuber Karl Osk", "Piet Adler Karl Osk", and "LefkosKarl Osk" where a line was lost
    return f"One names {one.thing_text}, another {other.thing_text}."


def _kin(detail: Detail) -> frozenset[str]:
    return frozenset(word for word in detail.words if word.startswith("kin "))


def _are_of_two_sexes(one: str, other: str) -> bool:
    men, women = words("first_names_gender", "male"), words("first_names_gender", "female")
    return (one in men and other in women) or (one in women and other in men)


def _rank(one: Detail, other: Detail) -> str | None:
    ladder, step = one.value.split()
    other_ladder, other_step = other.value.split()
    return f"One source says {one.text}, another {other.text}." if ladder == other_ladder and step != other_step else None


def _weight(one: Detail, other: Detail) -> str | None:
    if one.number is None or other.number is None or not (one.exact and other.exact) or abs(one.number - other.number) <= LIGHTER:
        return None
    if max(one.number, other.number) > HEAVIER * min(one.number, other.number):
        return None  # of a fish that the person caught
    return f"One gives the weight of {one.thing_text} as {one.text}, another as {other.text}."


def _condition(one: Detail, other: Detail) -> str | None:
    first, second = set(one.value.split()), set(other.value.split())
    bad, good = words_of("details", "conditions_bad"), words_of("details", "conditions_good")
    clash = (first <= bad and second <= good) or (first <= good and second <= bad)
    return f"One source has {one.thing_text} in {one.text}, another in {other.text}." if clash else None


# addresses


def _street(one: Detail, other: Detail) -> str | None:
    if not is_slip(one.value, other.value) or any(letter.isdigit() for letter in one.value + other.value):
        return None
    return f"One names the street {one.thing_text}, another {other.thing_text}." if one.words & other.words else None


def _number(one: Detail, other: Detail) -> str | None:
    if one.number == other.number or not one.words & other.words:
        return None
    return f"One places it at {one.text}, another at {other.text}."


def _crossing(one: Detail, other: Detail) -> str | None:
    if is_slip(one.value, other.value) or sound_alike(one.value, other.value):
        return None
    return f"One places it at {one.text}, another at {other.text}."


def _phone(one: Detail, other: Detail) -> str | None:
    if one.value[-WITH_AREA:] == other.value[-WITH_AREA:] or OSA.distance(one.value, other.value) > PHONE_SLIPS:
        return None
    how = "differ in one digit" if len(one.value) == len(other.value) else "differ in length by a digit"
    return f"The telephone numbers {one.text} and {other.text} {how}."


# where places lie


def _direction(one: Detail, other: Detail) -> str | None:
    if one.number is None or other.number is None or _angle(one, other) < OPPOSITE:
        return None
    same = abs(one.number - other.number) <= SAME_DISTANCE * max(one.number, other.number)
    return f"{one.text} and {other.text} lie in opposite directions." if same and one.words & other.words else None


def _distance(one: Detail, other: Detail) -> str | None:
    if one.number is None or other.number is None or not one.thing_text or one.thing_text != other.thing_text or _angle(one, other) > NEAR:
        return None
    if abs(one.number - other.number) <= DISTANCE * max(one.number, other.number):
        return None
    return f"One source has {one.thing_text.title()} {one.text}, another {other.text}."


def _part(one: Detail, other: Detail) -> str | None:
    if one.scope and other.scope and one.scope != other.scope:
        return None
    if "-1" in (one.value, other.value):
        middle = {int(one.value), int(other.value)} - {-1}
        return _in_parts(one, other) if any(degrees % 90 for degrees in middle) else None
    return _in_parts(one, other) if _angle(one, other) >= OPPOSITE else None


def _in_parts(one: Detail, other: Detail) -> str:
    return f"One source says {one.text}, another {other.text}."


def _angle(one: Detail, other: Detail) -> int:
    between = abs(int(one.value.split()[0]) - int(other.value.split()[0])) % 360
    return min(between, 360 - between)


# one or several


def _count(one: Detail, other: Detail) -> str | None:
    common = one.words & other.words
    least = min(len(one.words), len(other.words))
    if not (one.exact and other.exact) or len(common) < COMMON or len(common) < COMMON_SHARE * least:
        return None
    single, many = (one, other) if one.value == "one" else (other, one)
    if _is_one_of_many(single, many):
        return None
    return f"One source speaks of {inside(single.text)}, another of {inside(many.text)}."


def _is_one_of_many(single: Detail, many: Detail) -> bool:
    """ "A Norvian hostage" is one of "219 hostages", "a vessel, the third in a day" one of three ships."""
    numbers = (int(word) for word in many.text.split() if word.isdecimal())
    described = any(word[:1].isupper() for word in single.text.split()[1:]) and not any(word[:1].isupper() for word in many.text.split()[1:])
    return described or any(number > HANDFUL for number in numbers) or not single.words.isdisjoint(words("surety", "ordinals"))


RULES: tuple[DetailRule, ...] = (
    DetailRule(
        "detail.name",
        Kind.NAME,
        Facet.TYPE,
        "They spell a person's first name in two ways that differ by a slip and do not sound alike.",
        ("Darvin Osk, 36, was hurt", "Darrin Osk was taken to hospital"),
        "What is {surname}'s first name?",
        _name,
    ),
    DetailRule(
        "detail.surname",
        Kind.NAME,
        Facet.TYPE,
        "They spell a person's surname in two ways that differ by a slip and do not sound alike, beside one age or another number.",
        ("Karl Lavora, 38, was arrested after the shooting", "after the shooting Karl Lamora, 38, was arrested"),
        "How is the name of {thing} spelt?",
        _surname,
        0.7,
    ),
    DetailRule(
        "detail.person",
        Kind.NAME,
        Facet.TYPE,
        "They give two first names to one surname in sentences that tell much the same.",
        ("Karl Osk, Adler's grandson, said he died at home", "he died at home, said Adler's grandson Piet Osk"),
        "What is {surname}'s first name?",
        _other_name,
        0.6,
    ),
    DetailRule(
        "detail.count",
        Kind.COUNT,
        Facet.QUANTITY,
        "One speaks of one thing, the other of several of them.",
        ("a gunman opened fire on the crowd", "gunmen opened fire on the crowd"),
        "How many {things} were there?",
        _count,
        0.6,
    ),
    DetailRule(
        "detail.rank",
        Kind.RANK,
        Facet.TYPE,
        "They give a person two ranks of one ladder.",
        ("Commander Piet Adler said", "Commodore Piet Adler said"),
        "What is the rank of {thing}?",
        _rank,
    ),
    DetailRule(
        "detail.weight",
        Kind.WEIGHT,
        Facet.QUANTITY,
        "Both give a person's weight exactly, and differ by more than a rounding.",
        ("Osk is 6 feet 2 tall, weighing 190 pounds", "Osk is 6-foot-2, 205 pounds"),
        "How much does {thing} weigh?",
        _weight,
    ),
    DetailRule(
        "detail.condition",
        Kind.CONDITION,
        Facet.TYPE,
        "One has a patient in a bad condition, the other in a good one, on one day.",
        ("Osk is in critical condition", "Osk was listed in stable condition"),
        "In what condition is {thing}?",
        _condition,
    ),
    DetailRule(
        "detail.street",
        Kind.STREET,
        Facet.PLACE,
        "They name a street in two ways that differ by a slip and do not sound alike.",
        ("a flat on Providence Street", "a flat on Provident Street"),
        "How is the name of the street spelt?",
        _street,
    ),
    DetailRule(
        "detail.number",
        Kind.NUMBER,
        Facet.PLACE,
        "They give two numbers to a house or block of one street.",
        ("in the 2700 block of Oak Street", "in the 2900 block of Oak Street"),
        "At which number of {thing} was it?",
        _number,
    ),
    DetailRule(
        "detail.crossing",
        Kind.CROSSING,
        Facet.PLACE,
        "They place it where a street crosses two others.",
        ("the plant at Oak Street and Mill Road", "the plant at Oak Street and Lake Road"),
        "Where on {thing} was it?",
        _crossing,
    ),
    DetailRule(
        "detail.phone",
        Kind.PHONE,
        Facet.TYPE,
        "They give telephone numbers that differ by a digit.",
        ("call police on 0321 555 0123", "call police on 0321 555 0128"),
        "Which telephone number is right?",
        _phone,
    ),
    DetailRule(
        "detail.direction",
        Kind.BEARING,
        Facet.PLACE,
        "They place it equally far from one place in opposite directions.",
        ("150 miles west of Norvia", "150 miles east of Norvia"),
        "In which direction from {place} was it?",
        _direction,
    ),
    DetailRule(
        "detail.distance",
        Kind.BEARING,
        Facet.PLACE,
        "They place it at two distances from one place, in one direction.",
        ("Lefkos is 900 km south of Norvia", "Lefkos, 650 km south of Norvia"),
        "How far is {thing} from {place}?",
        _distance,
    ),
    DetailRule(
        "detail.part",
        Kind.PART,
        Facet.PLACE,
        "They place it in two parts of a country.",
        ("the northern city of Lefkos", "Lefkos in southern Norvia"),
        "In which part of the country is {thing}?",
        _part,
    ),
    *TOLD,
    *COUNTED,
    *WHEN,
    DATED,
    *WORDS,
)
