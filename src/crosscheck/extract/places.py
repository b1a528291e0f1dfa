"""Which places lie in which, and which country does a name, a people or a capital stand for?

Countries go by their ISO 3166 code. A name may be that of several places ("Georgia", "Tripoli"); then all are kept, and an
answer is yes when one of them fits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from crosscheck.extract.lexicon import table_of
from crosscheck.extract.names import all_folded, folded
from crosscheck.values import dataclass

LONGEST = 6  # words in the longest place name of the gazetteer ("Democratic Republic of the Congo" and its like)


@dataclass(frozen=True, slots=True)
class Country:
    """`people` are demonyms, adjective first; `seats` are the capital and the houses by which news means the government."""

    code: str
    names: tuple[str, ...]
    people: tuple[str, ...]
    seats: tuple[str, ...]
    regions: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.names[0]


def place_within(inner: str, outer: str) -> bool:
    """Whether the first place lies in the second, or is the second: Bamako in Mali, northern Mali in Mali, Kidal in West Africa."""
    small, large = _phrase(inner), _phrase(outer)
    if not small or not large:
        return False
    if small == large or _ends_with(small, large):
        return True
    if _wider().get(" ".join(large)):
        return any(_lies_in(name, " ".join(large)) for name in _named_in(small))
    inside, around = _core(small), _core(large)
    if inside == around:
        return len(large) == len(around)  # "Mali" does not lie in "northern Mali", but "northern Mali" in "Mali"
    return len(large) == len(around) and any(_lies_in(name, " ".join(around)) for name in _named_in(small))


def country_of(name: str) -> str | None:
    """The code of the country that this name or demonym is of ("Mali", "Malian", "UK"); None for anything else."""
    return _countries_by_name().get(_key(name))


def government_of(name: str) -> str | None:
    """The code of the country whose government goes by this name: the country, its capital, or a house ("Moscow", "the Kremlin")."""
    return _countries_by_seat().get(_key(name)) or _countries_by_proper_name().get(_key(name))


def is_house(name: str) -> bool:
    """Whether it is the house of a government and no town ("the Kremlin"), so that it never means a mere place."""
    return government_of(name) is not None and country_of(name) is None and _key(name) not in _towns()


def codes_of(name: str) -> tuple[str, ...]:
    """The codes of all countries that a country or a part of the world takes in ("Mali", "the Sahel"); none for any other place."""
    code = _countries_by_proper_name().get(_key(name))
    return (code,) if code else tuple(sorted(_wider().get(_key(name), ())))


def country_name(code: str) -> str:
    """The usual English name of a country: "RU" -> Russia. Raises KeyError for a code that is not listed."""
    return countries()[code].name


def is_place(name: str) -> bool:
    """Whether the gazetteer knows a place of this name."""
    return bool(_places().get(_key(name)))


def town_called(name: str) -> str:
    """The folded name that is kept for a town ("thessaloniki" for "Salonika"), "" for what is no town of the gazetteer."""
    key = _key(name)
    return _spellings().get(key, key) if key in _towns() else ""


@cache
def countries() -> dict[str, Country]:
    """Every country by its code."""
    more = {row["code"]: row for row in table_of("geography")["country"]}
    first = {row["code"]: row for row in table_of("countries")["country"]}
    return {code: _country(code, first.get(code, {}), more.get(code, {})) for code in [*first, *(c for c in more if c not in first)]}


def _country(code: str, first: dict[str, list[str]], more: dict[str, list[str]]) -> Country:
    def both(*keys: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(word for key in keys for row in (first, more) for word in row.get(key, ())))

    return Country(code, both("names"), both("people"), both("capitals", "seats"), both("regions"))


def _key(name: str) -> str:
    """Folded, but "US" and "UK" in capitals keep them, for "us" is a pronoun."""
    solid = name.strip().replace(".", "")
    return solid if solid.isupper() and len(solid) <= 3 else folded(name)


@cache
def _countries_by_proper_name() -> dict[str, str]:
    return {_key(name): code for code, country in countries().items() for name in country.names}


@cache
def _countries_by_name() -> dict[str, str]:
    people = {_key(name): code for code, country in countries().items() for name in country.people}
    return people | _countries_by_proper_name()


@cache
def _countries_by_seat() -> dict[str, str]:
    return {_key(seat): code for code, country in reversed(countries().items()) for seat in country.seats}


@cache
def _places() -> dict[str, tuple[str, ...]]:
    """What holds each place: codes of countries, and "US/Texas" for a city of that state."""
    held: dict[str, tuple[str, ...]] = {}
    for code, country in countries().items():
        _add(held, map(_key, (*country.names, *country.people, *country.regions, *country.seats)), (code,))
    for code, cities in _cities().items():
        _add(held, cities, (code,))
    for state, listed in table_of("cities")["states"].items():
        _add(held, map(_key, listed.split("|")), ("US", f"US/{folded(state)}"))
    return held


def _add(held: dict[str, tuple[str, ...]], names: Iterable[str], holders: tuple[str, ...]) -> None:
    for name in names:
        held[name] = tuple(dict.fromkeys((*held[name], *holders))) if name in held else holders


@cache
def _cities() -> dict[str, list[str]]:
    """Folded, by the code of their country."""
    return {code: all_folded(cities.split("|")) for code, cities in table_of("cities")["countries"].items()}


@cache
def _towns() -> frozenset[str]:
    capitals = {_key(name) for row in table_of("countries")["country"] for name in row.get("capitals", ())}
    return frozenset(capitals.union(*_cities().values(), _spellings(), ("washington",)))


@cache
def _wider() -> dict[str, frozenset[str]]:
    return {_key(name): frozenset(codes) for name, codes in table_of("geography")["wider"].items()}


def _lies_in(name: str, outer: str) -> bool:
    holders = _places().get(name, ())
    code = _countries_by_name().get(outer)
    if code is not None and code in holders:
        return True
    if f"US/{outer}" in holders:
        return True
    return bool(_wider().get(outer, frozenset()) & set(holders)) or _wider().get(name, frozenset("?")) <= _wider().get(outer, frozenset())


@lru_cache(maxsize=65536)
def _phrase(text: str) -> tuple[str, ...]:
    """The words of a place phrase in folded form, without what only introduces it: prepositions, articles, possessive marks, commas."""
    loose = set(table_of("place_words")["introducing"])
    words = [_key(word.strip(',;()"“”')) for word in text.replace("’", "'").replace("-", " ").split()]
    kept = [word for word in words if word and word not in loose]
    return tuple(_spellings().get(" ".join(kept), " ".join(kept)).split())


@cache
def _spellings() -> dict[str, str]:
    return {_key(other): _key(kept) for kept, others in table_of("geography")["spellings"].items() for other in others}


def _ends_with(small: tuple[str, ...], large: tuple[str, ...]) -> bool:
    """ "northern Mali" ends with "Mali"; "Mali airport" begins with it, and is a spot in it."""
    spots = set(table_of("place_words")["spots"])
    return small[-len(large) :] == large or (small[: len(large)] == large and small[-1] in spots)


@lru_cache(maxsize=65536)
def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    """The place's own name: the phrase without directions and kinds ("northern", "region of", "capital")."""
    if _known(" ".join(words)):
        return words
    parts = set(table_of("place_words")["directions"]) | set(table_of("place_words")["kinds"])
    kept = tuple(word for word in words if word not in parts)
    return kept or words


def _named_in(words: tuple[str, ...]) -> Iterator[str]:
    """The gazetteer's names in a phrase, longest first at each word."""
    at = 0
    while at < len(words):
        length = next((n for n in range(min(LONGEST, len(words) - at), 0, -1) if _known(" ".join(words[at : at + n]))), 0)
        if length:
            yield " ".join(words[at : at + length])
        at += max(1, length)


def _known(name: str) -> bool:
    return name in _places() or name in _wider()
