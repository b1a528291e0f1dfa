"""Do two names, written by two people, name the same?

Names are compared folded: without case, accents, titles, possessives and an opening article. Only names of one type are compared, since
"Jordan" the country and "Jordan" the player differ in nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.plain import plain_text

# Both tuned on spellings of one name in Latin script ("Goita/Goïta", "Zelensky/Zelenskyy", "Qaddafi/Gaddafi", "Sergei/Sergey") against pairs
# of different names ("Jackson/Johnson", "Iran/Iraq", "Austria/Australia"); lower would join the latter.
SURNAME_LIKENESS = 65.0
PHRASE_LIKENESS = 88.0
SHORT = 5  # letters; names up to this length must be equal, for "Iran" and "Iraq" differ by one

_ACCENTS = re.compile("[\u0300-\u034e\u0350-\u036f]+")  # those that stand on Latin letters; the others are looked for letter by letter
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "–": "-", "—": "-", "‑": "-", "‐": "-"})
_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """The text without accents, case, an opening article, a closing possessive, and with single spaces: "The Élysée's" -> "elysee"."""
    return _bare(text.replace("`", "'").lower() if text.isascii() else _without_accents(text))  # what is ASCII is so already


def all_folded(names: Sequence[str]) -> list[str]:
    """Each folded, in a quarter of the time: the letters of those with accents are looked at together."""
    accented = [name for name in names if not name.isascii()]
    plain = dict(zip(accented, _without_accents("\n".join(accented)).split("\n"), strict=bool(accented)))
    found = [plain.get(name) or name.replace("`", "'").lower() for name in names]
    return [name if name.isalpha() else _bare(name) for name in found]


def _bare(plain: str) -> str:
    words = plain.strip(' .,;:"“”()[]').split()
    if len(words) > 1 and words[0] in ("the", "a", "an"):
        words = words[1:]
    plain = " ".join(words)
    return plain.removesuffix("'s") if plain.endswith("'s") else plain.removesuffix("'")


def _without_accents(text: str) -> str:
    plain = plain_text(text).text.translate(_APOSTROPHES).translate(_LETTERS)
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", plain))
    return bare.lower() if bare.isascii() else "".join(letter for letter in bare if not unicodedata.combining(letter)).casefold()


@lru_cache(maxsize=65536)
def bare_name(text: str) -> tuple[str, ...]:
    """The folded words of a person's name without titles, honorifics, initials' dots and bracketed remarks: "Mr. J. Smith (R)" -> j, smith."""
    titles = words_of("person_titles", "before") | words_of("person_titles", "after")
    words = [word.strip(".,()") for word in folded(text.partition("(")[0]).split()]
    kept = [word for word in words if word and word not in titles]
    return tuple(kept or [word for word in words if word])


def same_name(left: str, right: str, type: str = "") -> bool:
    """Whether two names of one type (PER, ORG, LOC, MISC) name the same; symmetric.

    Digits must be equal (Mi-24 is no Mi-35), first names must agree as far as both are given (an initial agrees with what it begins), and
    spelling may differ as transliterations do.
    """
    if folded(left).replace("-", " ") == folded(right).replace("-", " "):
        return True
    if _digits(left) != _digits(right):
        return False
    if type == "PER":
        return _same_person(bare_name(left), bare_name(right))
    if type == "LOC":
        return _same_spelling(_solid(left), _solid(right))
    if type == "ORG":
        return _same_organisation(left, right)
    return _solid(left) == _solid(right)


def initials_of(name: str) -> str:
    """The capitals that an acronym of the name would have: "United Nations" -> un, without "of", "the", "and", "for"."""
    small = words_of("person_titles", "particles") | {"of", "the", "and", "for", "in", "on", "to", "&"}
    words = [word for word in folded(name).replace("-", " ").split() if word not in small]
    return "".join(word[0] for word in words)


def _same_person(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    if not left or not right or not _same_surname(left[-1], right[-1]):
        return False
    first, second = left[:-1], right[:-1]
    if not first or not second:
        return True
    return any(_same_first_name(a, b) for a in first for b in second)


def _same_surname(left: str, right: str) -> bool:
    return left == right or (len(_skeleton(left)) > 2 and _skeleton(left) == _skeleton(right) and _likeness(left, right) >= SURNAME_LIKENESS)


def _likeness(left: str, right: str) -> float:
    from rapidfuzz.fuzz import ratio  # forty modules, which a report that is known already can be shown without

    return ratio(left, right)


def _same_first_name(left: str, right: str) -> bool:
    if left == right or (min(len(left), len(right)) == 1 and left[0] == right[0]):
        return True
    if not _full_names(left).isdisjoint(_full_names(right)):
        return True
    return _skeleton(left) == _skeleton(right) and left[0] == right[0] and len(left) > 2 and len(right) > 2


def _same_organisation(left: str, right: str) -> bool:
    left, right = own_name(left), own_name(right)
    if is_one_body(left, right):
        return True
    one, two = _solid(left), _solid(right)
    short, long = sorted((left, right), key=lambda name: (len(name), name))
    if short.isupper() and 2 <= len(_solid(short)) <= 6 and " " not in short.strip():
        return _solid(short) == initials_of(long) or one == two
    core = words_of("organisation_words", "endings")
    if [w for w in folded(left).split() if w.strip(".,") not in core] == [w for w in folded(right).split() if w.strip(".,") not in core]:
        return True
    return _same_spelling(one, two)


def is_one_body(left: str, right: str) -> bool:
    """ "Islamic State" and "ISIS", "the Defence Ministry" and "the Ministry of Defense"."""
    names = [_body_words(left), _body_words(right)]
    known = [_bodies().get(" ".join(words)) for words in names]
    if None not in known and known[0] == known[1]:
        return True
    organs = words_of("organisation_words", "organs")
    return sorted(names[0]) == sorted(names[1]) and not organs.isdisjoint(names[0])


def _body_words(name: str) -> list[str]:
    """The words of a body's name in one spelling, without "of" and what only says that it is a group."""
    table = table_of("body_names")
    words = [table["spelt"].get(word, word) for word in folded(name).replace("-", " ").split() if word not in ("of", "the", "for")]
    kinds = table["kinds"].split()
    return words[:-1] if len(words) > 1 and words[-1] in kinds and " ".join(words[:-1]) in _bodies() else words


@cache
def _bodies() -> dict[str, int]:
    """Each name of a body that has several, in its words, with the number of the body."""
    spelt = table_of("body_names")["spelt"]
    found: dict[str, int] = {}
    for number, names in enumerate(table_of("body_names")["bodies"]):
        for name in names:
            words = folded(name).replace("-", " ").split()
            found[" ".join(spelt.get(word, word) for word in words if word not in ("of", "the", "for"))] = number
    return found


@lru_cache(maxsize=65536)
def own_name(body: str) -> str:
    """ "Security Council" of "the U.N. Security Council": a council, agency or mission of the United Nations goes without saying so."""
    words = body.split()
    words = words[1:] if words[:1] in (["the"], ["The"]) else words
    said = 2 if words[:2] == ["United", "Nations"] else 1 if words[:1] in (["UN"], ["U.N."]) else 0
    return " ".join(words[said:]) if said and len(words) > said + 1 else body


def _same_spelling(left: str, right: str) -> bool:
    if left == right:
        return True
    return min(len(left), len(right)) > SHORT and _likeness(left, right) >= PHRASE_LIKENESS and _alike_consonants(left, right)


def _alike_consonants(left: str, right: str) -> bool:
    return _skeleton(left) == _skeleton(right)


@lru_cache(maxsize=65536)
def _skeleton(word: str) -> str:
    """The consonants as a transliteration may write them, without doubles: "qaddafi", "gaddafi", "kadhafi" -> one form."""
    for written, sound in table_of("transliteration")["sounds"]:
        word = word.replace(written, sound)
    kept: list[str] = []
    for letter in word:
        if letter.isalnum() and letter not in "aeiouyhw" and (not kept or kept[-1] != letter):
            kept.append(letter)
    vowel_first = word[:1] if word[:1] in "aeiou" else ""
    return vowel_first + "".join(kept)


@lru_cache(maxsize=65536)
def _full_names(name: str) -> frozenset[str]:
    """The first names that it may be short for, itself among them unless it is short for one alone."""
    full = _full_forms().get(name, [name])
    return frozenset(full if len(full) == 1 else (name, *full))


@cache
def _full_forms() -> dict[str, list[str]]:
    """By short form."""
    found: dict[str, list[str]] = {}
    for full, forms in table_of("nicknames")["forms"].items():
        for form in forms.split():
            found.setdefault(form, []).append(full)
    return found


def _solid(text: str) -> str:
    return "".join(letter for letter in folded(text) if letter.isalnum())


def _digits(text: str) -> str:
    return " ".join("".join(letter if letter.isdigit() else " " for letter in text).split())
