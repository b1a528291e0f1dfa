"""Which unit stands here, and how do two units relate?

Units are canonical, lower case and singular ("kilometre", "percent", "pound sterling", "year of age", "dollar per barrel"). Factors lead to a
base unit of the dimension; currencies are never converted into each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from crosscheck.extract.lexicon import table_of
from crosscheck.extract.quantity_lexer import Atom, Phrases, is_word, tight
from crosscheck.values import dataclass

LENGTH_POWERS = {"square": ("area", 2), "cubic": ("volume", 3)}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: base = (value + offset) * factor. A dimension "" is comparable with itself alone; `either` names what an ambiguous word may be."""

    name: str
    dimension: str
    factor: float = 1.0
    offset: float = 0.0
    either: tuple[str, ...] = ()

    @property
    def money(self) -> bool:
        return self.dimension.startswith("money:")


def comparable(left: str | None, right: str | None) -> bool:
    """Whether values in these units can be set side by side: the same unit, or of one dimension. None is a bare count."""
    if left == right:
        return True
    if left is None or right is None:
        return False
    return any(_scale(a) is not None and _scale(b) is not None and _dimension(a) == _dimension(b) for a in _readings(left) for b in _readings(right))


def convert(value: float, left: str, right: str) -> float | None:
    """A value in `left` as one in `right`, or None where they are not comparable."""
    if left == right:
        return value
    for a in _readings(left):
        for b in _readings(right):
            one, other = _scale(a), _scale(b)
            if one is not None and other is not None and _dimension(a) == _dimension(b):
                return value if a == b else (value + one[1]) * one[0] / other[0] - other[1]
    return None


def base_of(unit: str | None) -> tuple[str, float, float]:
    """The dimension of a unit, and the factor and offset to its base unit; "" for a bare count."""
    name = _readings(unit)[0] if unit else ""
    return (_dimension(name) or "", *(_scale(name) or (1.0, 0.0))) if name else ("", 1.0, 0.0)


def is_money(unit: str | None) -> bool:
    """Whether a unit is a currency or a part of one, at a rate or not."""
    return unit is not None and (_dimension(unit.partition(" per ")[0]) or "").startswith("money:")


def _readings(name: str) -> tuple[str, ...]:
    unit = _by_name().get(name)
    return unit.either if unit is not None and unit.either else (name,)


def _dimension(name: str) -> str | None:
    """The dimension of a unit, of a power of a length and of a rate; a unit that nobody knows is its own dimension."""
    unit = _by_name().get(name)
    if unit is not None:
        return unit.dimension or name
    over, per, under = name.partition(" per ")
    if per:
        return f"{_dimension(over)}/{_dimension(under)}"
    return name


def _scale(name: str) -> tuple[float, float] | None:
    """Factor and offset to the base unit."""
    unit = _by_name().get(name)
    if unit is not None:
        return unit.factor, unit.offset
    over, per, under = name.partition(" per ")
    if not per:
        return 1.0, 0.0
    one, other = _scale(over), _scale(under)
    return None if one is None or other is None else (one[0] / other[0], 0.0)


# the lexicon


@cache
def _by_name() -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for unit, _, _, _ in (*_written_units(), *_written_money()):
        units.setdefault(unit.name, unit)
    return units


def unit_named(name: str) -> Unit | None:
    """A unit of the lexicon by its canonical name."""
    return _by_name().get(name)


Written = tuple[Unit, tuple[str, ...], tuple[str, ...], tuple[str, ...]]  # a unit with its words, its symbols and its tight symbols


@cache
def _written_units() -> tuple[Written, ...]:
    table = table_of("quantity_units")
    found: list[Written] = []
    for entry in table["unit"]:
        unit = Unit(entry["name"], entry["dimension"], float(entry["factor"]), float(entry.get("offset", 0.0)))
        words = (*entry["words"], *map(plural, entry["words"]), *entry.get("plurals", ()), *entry.get("phrases", ()))
        found.append((unit, words, tuple(entry.get("symbols", ())), tuple(entry.get("tight", ()))))
    for family in table["family"]:  # after the units above, which win over "kt" for kiloton and the like
        found += _family(family, table["prefixes"])
    lengths = [w for w in found if w[0].dimension == "length"]
    return (*found, *_powers(lengths, table["powers"]))


def _family(entry: dict[str, Any], prefixes: dict[str, Any]) -> Iterator[Written]:
    """The unit itself and the ones with its prefixes."""
    steps = [("", "", 1.0), *((name, *prefixes[name]) for name in entry["prefixes"])]
    for prefix, sign, factor in steps:
        unit = Unit(prefix + entry["name"], entry["dimension"], float(f"{entry['factor'] * factor:.12g}"))
        words = tuple(prefix + word for word in entry["words"] if not (prefix and " " in word and word.startswith("metric")))
        symbols = (sign + entry["symbol"],) if prefix or entry.get("bare_symbol", True) else ()
        close = () if prefix or len(entry["symbol"]) > 1 else symbols
        yield unit, (*words, *map(plural, words)), () if close else symbols, close


def _powers(lengths: list[Written], powers: dict[str, list[str]]) -> Iterator[Written]:
    """square metre, sq ft, cubic inches …"""
    for power, (dimension, exponent) in LENGTH_POWERS.items():
        for length, words, symbols, _ in lengths:
            unit = Unit(f"{power} {length.name}", dimension, length.factor**exponent)
            spelled = (*words, *symbols, *(("m",) if length.name == "metre" else ()))
            yield unit, tuple(f"{sign} {word}" for sign in powers[power] for word in spelled), (), ()


@cache
def _written_money() -> tuple[Written, ...]:
    table = table_of("quantity_currencies")
    found: list[Written] = []
    for entry in table["currency"]:
        unit = Unit(entry["name"], f"money:{entry['name']}")
        words = (*entry["words"], *map(plural, entry["words"]), *entry.get("plurals", ()))
        found.append((unit, words, tuple(entry.get("symbols", ())), tuple(entry.get("after", ()))))
    for entry in table["cent"]:
        unit = Unit(entry["name"], f"money:{entry['of']}", float(entry["factor"]))
        words = (*entry["words"], *map(plural, entry["words"]), *entry.get("plurals", ()))
        found.append((unit, words, (), tuple(entry.get("symbols", ()))))
    for entry in table["ambiguous"]:
        unit = Unit(entry["name"], "", either=tuple(entry["either"]))
        found += [(unit, (*entry["words"], *map(plural, entry["words"])), (), ())]
    return tuple(found)


def plural(word: str) -> str:
    """The regular plural, of the first word in "degree celsius"."""
    if word.startswith("degree "):
        return "degrees" + word[6:]
    if word.endswith(("s", "x", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeou":
        return word[:-1] + "ies"
    return word + "s"


@cache
def finer_units() -> dict[str, dict[str, float]]:
    """Which smaller units go on after a unit, and how many of them make one: feet and inches."""
    return {unit: {name: float(count) for name, count in finer.items()} for unit, finer in table_of("quantity_units")["finer"].items()}


# finding


@cache
def _words() -> Phrases[Unit]:
    """Unit words in either case; hyphens are spaces. A word of the currencies wins over one of the measures."""
    written = (*_written_money(), *_written_units())
    return Phrases((word, unit) for unit, words, _, _ in written for word in words)


@cache
def _symbols() -> Phrases[Unit]:
    return Phrases(((symbol, unit) for unit, _, symbols, _ in _written_units() for symbol in symbols), cased=True)


@cache
def _tight_symbols() -> Phrases[Unit]:
    """Symbols of one letter and the like, read only right after the digits; measures first, then "p" and "¢"."""
    measures = ((symbol, unit) for unit, _, symbols, near in _written_units() for symbol in (*symbols, *near))
    money = ((symbol, unit) for unit, _, symbols, near in _written_money() for symbol in (*symbols, *near))
    return Phrases((*measures, *money), cased=True)


@cache
def _money_signs() -> Phrases[Unit]:
    return Phrases(((symbol, unit) for unit, _, symbols, _ in _written_money() for symbol in symbols), cased=True)


@cache
def _money_after() -> Phrases[Unit]:
    after = [(symbol, unit) for unit, _, _, near in _written_money() for symbol in near if symbol[-1] not in "pc¢"]
    codes = [(entry["code"], unit_named(entry["name"])) for entry in table_of("quantity_currencies")["currency"] if entry["code"]]
    return Phrases([*after, *((code, unit) for code, unit in codes if unit is not None)], cased=True)


def _ends(atoms: Sequence[Atom], end: int) -> bool:
    """Whether a symbol ends its word there."""
    return not (tight(atoms, end) and atoms[end].text.isalnum() and atoms[end - 1].text.isalnum())


def unit_at(atoms: Sequence[Atom], index: int) -> tuple[int, Unit] | None:
    """The unit that starts at `index` (after a number, after its hyphen): the index after it, and the unit."""
    if not 0 < index < len(atoms):
        return None
    return _word_at(atoms, index) or _symbol_at(atoms, index)


def _word_at(atoms: Sequence[Atom], index: int) -> tuple[int, Unit] | None:
    found = _words().at(atoms, index)
    return found if found is not None and _ends(atoms, found[0]) else None


def _symbol_at(atoms: Sequence[Atom], index: int) -> tuple[int, Unit] | None:
    table = _tight_symbols() if tight(atoms, index) or atoms[index].text in "mgtWp" else _symbols()
    found = table.at(atoms, index)
    if found is None or not _ends(atoms, found[0]):
        return _after_money(atoms, index)
    end, unit = found
    return (end - 1, unit) if end == len(atoms) and end - index > 1 and atoms[end - 1].text == "." else found  # "40 lbs." ends its sentence


def _after_money(atoms: Sequence[Atom], index: int) -> tuple[int, Unit] | None:
    """ "100 NIS", "5000 FCFA"."""
    found = _money_after().at(atoms, index)
    return found if found is not None and _ends(atoms, found[0]) and found[1].name != "dollar" else _code_dollar(atoms, index)


def _code_dollar(atoms: Sequence[Atom], index: int) -> tuple[int, Unit] | None:
    dollar = unit_named("dollar")
    return (index + 1, dollar) if dollar is not None and atoms[index].text == "USD" else None


def money_after(atoms: Sequence[Atom], index: int, sign: Unit) -> tuple[int, Unit]:
    """Past a country after the number, for a sum with a sign before it: "$80 US a barrel", "$20 Canadian" stay dollars of a country."""
    found = _money_after().at(atoms, index)
    if found is None and is_word(atoms, index, "canadian", "australian"):
        found = index + 1, unit_named(f"{atoms[index].lower} dollar") or sign
    dollars = sign.name == "dollar" and found is not None and _ends(atoms, found[0]) and found[1].name.endswith("dollar")
    return found if dollars and found is not None else (index, sign)


def sign_before(atoms: Sequence[Atom], index: int) -> tuple[int, Unit] | None:
    """The currency sign or code that ends right before `index`: where it starts, and the currency."""
    found = _money_signs().before(atoms, index)
    if found is None:
        return None
    start, _ = found
    glued = tight(atoms, start) and atoms[start].text[0].isalpha() and atoms[start - 1].text.isalnum()
    return None if glued else found


@cache
def currency_words() -> frozenset[str]:
    """Words that end the name of any currency ("franc")."""
    return frozenset(table_of("quantity_currencies")["base"])


@cache
def doubtful_signs() -> frozenset[str]:
    return frozenset(table_of("quantity_currencies")["doubtful"])


# rates


@cache
def _rate_words() -> frozenset[str]:
    return frozenset(table_of("quantity_units")["rates"]["words"])


@cache
def _rate_nouns() -> Phrases[str]:
    nouns = table_of("quantity_units")["rates"]["nouns"]
    return Phrases((noun, noun) for noun in nouns)


@cache
def _rate_symbols() -> Phrases[str]:
    return Phrases(tuple(table_of("quantity_units")["rates"]["symbols"].items()), cased=True)


def rate_at(atoms: Sequence[Atom], index: int) -> tuple[int, str] | None:
    """ "per barrel", "a year", "/day", "each"-less: the index after it, and the name of what the rate is for."""
    if not 0 <= index < len(atoms):
        return None
    short = _rate_symbols().at(atoms, index)
    if short is not None and _ends(atoms, short[0]):
        return short
    at = index + (atoms[index].text == "-")
    if at >= len(atoms) or atoms[at].lower not in _rate_words() or (atoms[at].text == "/" and not tight(atoms, at)):
        return None
    after = at + 1 + is_word(atoms, at + 1, "-", "single", "calendar")
    unit = _symbol_or_word(atoms, after)
    if unit is not None and not unit[1].money and unit[1].dimension not in ("share", "share points"):
        anchored = is_word(atoms, unit[0], "earlier", "ago", "later", "before", "after", "prior", "from")  # "from $9bn a year earlier"
        return None if anchored else (unit[0], unit[1].name)
    noun = _rate_nouns().at(atoms, after)
    if noun is not None:
        return noun
    loose = atoms[at].lower == "per" and after < len(atoms) and atoms[after].letters
    return (after + 1, singular(atoms[after].lower)) if loose else None


def _symbol_or_word(atoms: Sequence[Atom], index: int) -> tuple[int, Unit] | None:
    if not 0 < index < len(atoms):
        return None
    slashed = atoms[index - 1].text == "/"
    found = _words().at(atoms, index) or (_tight_symbols() if slashed else _symbols()).at(atoms, index)
    return found if found is not None and _ends(atoms, found[0]) else None


def singular(word: str) -> str:
    """A noun in the singular by the regular rules of English and a few irregular ones."""
    lower = word.lower()
    irregular = table_of("quantity_nouns")["irregular"].get(lower)
    if irregular is not None:
        return str(irregular)
    if lower.endswith("men") and len(lower) > 4:
        return word[:-3] + "man"
    if lower.endswith("people"):
        return word
    if lower.endswith("ies") and len(lower) > 4:
        return word[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and len(lower) > 2:
        return word[:-1]
    return word
