"""What do the lexicons say that a name is, whatever the article is about?

Types are PER, ORG, LOC and MISC, as in `tokens.Name`. A place or body that shares its name with a person or a thing ("Jordan",
"Apple") is in no list of certain names, so that the article decides.
"""

from __future__ import annotations

from functools import cache, lru_cache

from crosscheck.language.classes import word_class
from crosscheck.language.words import is_designator, words
from crosscheck.tables import table

LARGEST = 15
"""Cities of a country that are certain; the names of smaller ones are too often also something else ("Gloria", "Liberal")."""


LONGEST_INITIALS = 4
"""Longer words in capitals may be shouted ("LONDON"); shorter ones are initials ("MALI" cannot be told from one)."""


@cache
def countries() -> frozenset[str]:
    """Names of countries, and their capitals."""
    held = table("lexicon/countries")["country"]
    return frozenset(name for country in held for name in (*country["names"], *country.get("capitals", ())))


@cache
def peoples() -> frozenset[str]:
    """Words for the people of a country or of a wider region, which are no names of anything ("Malian", "Europeans")."""
    held = {word for country in table("lexicon/countries")["country"] for word in country.get("people", ())}
    return frozenset(held | set(table("lexicon/places")["peoples"]))


@cache
def places() -> frozenset[str]:
    """Places that are no countries and that are hardly ever anything else."""
    held = table("lexicon/places")
    cities = {city for listed in table("lexicon/cities")["countries"].values() for city in listed.split("|")[:LARGEST]}
    return frozenset((cities - first_names()) | {*held["states"], *held["regions"], *held["cities"]}) - frozenset(held["common"])


@cache
def organizations() -> frozenset[str]:
    return frozenset(table("lexicon/organizations")["known"])


@cache
def organization_words() -> tuple[frozenset[str], frozenset[str]]:
    """Words that end, and words that start, the name of an organisation."""
    held = table("lexicon/organizations")
    return frozenset(held["endings"]), frozenset(held["starts"])


@cache
def place_endings() -> frozenset[str]:
    """Last words of names that make them places or buildings."""
    return frozenset(table("lexicon/organizations")["place_endings"])


@cache
def _unsure() -> frozenset[str]:
    return frozenset(table("lexicon/organizations")["unsure"])


@cache
def small_words() -> tuple[frozenset[str], frozenset[str]]:
    """Particles inside names of persons ("bin"), and words with a capital that are no names ("Monday")."""
    return frozenset(table("lexicon/words")["particles"].split()), frozenset(table("lexicon/words")["no_names"].split())


@cache
def articles() -> frozenset[str]:
    """Articles that a hyphen ties to an Arabic name ("Al-Bab"), in small letters."""
    return frozenset(table("lexicon/words")["articles"].split())


@cache
def directions() -> frozenset[str]:
    """Words that make a place of the name behind them ("West Coldwater")."""
    return frozenset(table("lexicon/words")["directions"].split())


@cache
def trusting() -> frozenset[str]:
    """Words after which "in" stands before a person ("believe in Okello")."""
    return frozenset(table("lexicon/words")["trusting"].split())


@cache
def settled_places() -> frozenset[str]:
    """Words after which "of" stands before a place ("the population of Coldwater")."""
    return frozenset(table("lexicon/words")["settled_places"].split())


@cache
def after_hyphens() -> frozenset[str]:
    """Short words that a hyphen sets after a name without making them part of it ("-led")."""
    return frozenset(table("lexicon/words")["after_hyphens"].split())


@cache
def descent() -> frozenset[str]:
    """Small words that tell whose son or daughter somebody is, in small letters."""
    return frozenset(table("lexicon/words")["descent"].split())


@cache
def fields() -> frozenset[str]:
    """Last words of what a ministry is for ("Affairs", "Development")."""
    return frozenset(table("lexicon/organizations")["fields"])


@cache
def governments() -> frozenset[str]:
    """Words by which a people's government goes ("Iranian Government"), which name nothing with it."""
    return frozenset(table("lexicon/organizations")["governments"])


@cache
def closing() -> frozenset[str]:
    """Titles that are nobody's surname, so that no person's name ends with one."""
    return frozenset(table("lexicon/titles")["close"])


@cache
def first_names() -> frozenset[str]:
    return frozenset(table("lexicon/first_names")["first_names"].split())


@cache
def titles() -> frozenset[str]:
    """Words that stand before a person's name and are no part of it."""
    return frozenset(word for listed in table("lexicon/titles").values() for word in listed)


@cache
def addressing() -> frozenset[str]:
    """Titles after which nothing but a person comes ("Mr", "Col.", "Senator"); "General" and "National" are not among them."""
    held = table("lexicon/titles")
    return frozenset([*held["courtesy"], *held["learned"], *held["faith"], *held["rank"], *held["office"]]) - frozenset(held["uncertain"])


def certain(text: str) -> str | None:
    """The type of a name that the lexicons know and that is hardly ever anything else."""
    return None if text in _unsure() else known(text)


def known(text: str) -> str | None:
    """The type of a name that the lexicons know, also in capitals ("LONDON")."""
    if is_designator(text) and text not in organizations():
        return "MISC"
    if text in countries():
        return "LOC"
    if text in organizations():
        return "ORG"
    if text.isupper() and len(text) > LONGEST_INITIALS and not text.title().isupper():
        return known(text.title())
    return "LOC" if text in places() and (" " in text or len(text) > 3) else None


@lru_cache(maxsize=65536)
def stands_alone(word: str) -> bool:
    """Whether the first word of a longer name may stand for the whole: "Norvik" of "Norvik Energy", but not "National" or "Boston"."""
    return len(word) > 2 and known(word) is None and word not in peoples() and not word_class(word.lower())


@cache
def longest() -> dict[str, int]:
    """For each first word of a certain name of several words ("al" + "-" + "Qaeda" are three), how many words the longest has."""
    found: dict[str, int] = {}
    for name in countries() | organizations() | places():
        if not name.isalpha():
            parts = name.split(" ")
            if not all(map(str.isalpha, parts)):
                parts = [name[:end] for _, end in words(name)]
            found[parts[0]] = max(found.get(parts[0], 0), len(parts))
    return found
