"""Are two spellings of a name two ways to write one sound, a slip, or two names?"""

from __future__ import annotations

from functools import cache

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from crosscheck.extract.lexicon import table_of
from crosscheck.extract.names import same_name

NEAR = 70.0  # likeness in per cent; by hand on pairs such as Bryant/Brian (73), Latonya/Latoya (92) against Karen/Sharon (55), Peter/Walter (55)
NEAREST = 85.0  # from which on the first letters may differ as well
SLIPS = 3  # letters that a slip changes at most
_PET = ("ie", "ey", "y", "i", "o", "a")  # endings of short forms
SHORT = 4  # letters; Tim and Jim differ by one and are two names


def sound_alike(left: str, right: str) -> bool:
    """Whether the names differ in vowels and in letters that write one sound: "Catherine" and "Kathryn", "Stephen" and "Steven"."""
    return left == right or same_name(left, right) or _sound(left) == _sound(right)


def is_slip(left: str, right: str) -> bool:
    """Whether the two folded names are surely one name, of which one spelling is wrong: not two sounds of one name, nor two names."""
    if min(len(left), len(right)) < SHORT or sound_alike(left, right) or OSA.distance(left, right) > SLIPS:
        return False
    return ratio(left, right) >= (NEAR if left[0] == right[0] else NEAREST)


def is_short_form(left: str, right: str) -> bool:
    """Whether one first name may be short for the other: "Stan" and "Stanley", "Kathy" and "Katherine", "Alexis" and "Alexandros"."""
    short, long = sorted((left, right), key=len)
    stem = next((short.removesuffix(ending) for ending in _PET if short.endswith(ending)), short)
    if long.startswith(stem) or same_name(f"{left} x", f"{right} x", "PER"):
        return True
    return len(long) - len(short) >= SLIPS and long[:SLIPS] == short[:SLIPS]


@cache
def _sound(name: str) -> str:
    for written, sound in table_of("details")["sounds"]:
        name = name.replace(written, sound)
    kept: list[str] = []
    for letter in name:
        if letter not in "aeiouyhwj" and (not kept or kept[-1] != letter):
            kept.append(letter)
    return "".join(kept)
