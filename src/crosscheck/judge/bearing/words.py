"""Which words does a text say, and when do two words say the same?

A word is met by itself in another form ("arrest", "arrested"), by a word of its family ("elect", "election"; "Mali", "Malian") and by a word for
the same kind of event ("kill", "death"), each a little less than the one before. Common words weigh little: that a text says "people" and
"year" too shows nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.names import folded
from crosscheck.extract.predicates import predicate_class
from crosscheck.language.lemmas import lemma
from crosscheck.language.words import words as cut
from crosscheck.model.claim import Span
from crosscheck.values import dataclass

# On VitaminC dev (CC BY-SA 3.0), NewsNLI and RTE-Quant (MIT) no other values of KIND and NAMED do better on all three.
EXACT, FAMILY, KIND = 1.0, 0.9, 0.8  # how far a word is met by itself, by its family, by the class of event
NAMED = 1.5  # a name weighs as much as one and a half other words: who is what a claim is about
_ENDLESS = 40  # letters; longer runs are no words
_COMMONEST, _RAREST = 14, 3  # powers of two, see data/lexicon/rarity.toml


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its dictionary form, its family, its class of event ("" for none), its weight, 0 (the) to NAMED, and its class as a noun, where
    that is another: "talks" are a meeting; a capital has its country.
    """

    text: str
    span: Span
    stem: str
    root: str
    kind: str
    weight: float
    noun_kind: str = ""
    home: str = ""


def words_in(text: str, start: int, end: int, names: Sequence[Span] = ()) -> tuple[Word, ...]:
    """The words between two places of the text; those inside `names` weigh more."""
    spans = [Span(*span) for span in cut(text, start, end) if any(map(str.isalnum, text[span[0] : span[1]]))]
    forms = [_bare(text[span.start : span.end]) for span in spans]
    countries = _countries_in(forms)
    found = (_word(text, span, countries.get(at), any(name.touches(span) for name in names)) for at, span in enumerate(spans))
    return tuple(word for word in found if word.stem)


def _word(text: str, span: Span, country: str | None, is_name: bool) -> Word:
    said = text[span.start : span.end]
    stem = country or _stem(_joined(folded(said)[:_ENDLESS]))
    weight = rarity(said) * (NAMED if country or is_name else 1.0)
    kind, noun_kind = ("", "") if country or is_name else _kinds(stem)
    family = country or (_home(stem) if is_name else root(stem))
    return Word(said, span, stem, family, kind, weight, noun_kind, _capitals().get(said, ""))


def _home(name: str) -> str:
    """A name without the ending of its people: "Malian" is of Mali, but "application" is no form of Apple."""
    ending = next((end for end in words_of("bearing", "peoples") if name.endswith(end) and len(name) - len(end) >= 4), "")
    return name.removesuffix(ending)


def _joined(word: str) -> str:
    """ "re-admitted" and "readmitted" are one word, and so are "defence" and "defense"."""
    whole = word.replace("-", "", 1) if word.startswith(("re-", "co-")) else word
    return _spellings().get(whole, whole)


@cache
def _spellings() -> dict[str, str]:
    return dict(line.split() for line in words_of("bearing", "spellings"))


def _bare(word: str) -> str:
    return word.replace(".", "") if len(word) <= 6 else word


@lru_cache(maxsize=65536)
def rarity(word: str) -> float:
    """0 for "the" to 1 for a word that is rare or a name."""
    power = _powers().get(word.casefold().replace("’", "").replace("'", ""), _RAREST - 1)
    return (min(1.0, (_COMMONEST - power) / (_COMMONEST - _RAREST))) ** 2


@cache
def _powers() -> dict[str, int]:
    return {word: int(power) for power, words in table_of("rarity")["powers"].items() for word in words.split()}


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """The dictionary form, guessed without a sentence: "children" child, "killed" kill, "countries" country."""
    word = word.removesuffix("'s").removesuffix("’s")
    if len(word) < 3 or not word.isalpha():
        return word
    singular = lemma(word, "NOUN", "NNS")
    if singular != word and len(word) > 3:  # "men", but also "gas" and "Mrs"
        return singular
    return lemma(word, "VERB", "VBG" if word.endswith("ing") else "VBD")


@lru_cache(maxsize=65536)
def root(word: str) -> str:
    """What is left when endings that make one word from another are taken off, twice at most: "developer" and "development" are "develop"."""
    for _ in range(2):
        ending = next((end for end in _endings() if word.endswith(end) and len(word) - len(end) >= 4), None)
        if ending is None:
            return word
        word = word.removesuffix(ending)
    return word


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(words_of("bearing", "endings"), key=lambda end: (-len(end), end)))


@lru_cache(maxsize=65536)
def _kinds(stem: str) -> tuple[str, str]:
    noun = predicate_class(stem, "noun") or ""
    kind = predicate_class(stem) or noun
    return kind, noun if noun != kind else ""


def _countries_in(forms: Sequence[str]) -> dict[int, str]:
    """The code of the country that the words name, by position of the word; "the United States", "US" and "American" are one."""
    found: dict[int, str] = {}
    for at in range(len(forms)):
        for size in (3, 2, 1):
            code = _countries().get(" ".join(forms[at : at + size])) if forms[at][:1].isupper() and at + size <= len(forms) else None
            if code:
                found |= {place: code for place in range(at, at + size) if place not in found}
                break
    return found


@cache
def _countries() -> dict[str, str]:
    found: dict[str, str] = {}
    for country in table_of("countries")["country"]:
        found |= {_bare(name): f"@{country['code']}" for name in (*country["names"], *country.get("people", ()))}
    return found


@cache
def _capitals() -> dict[str, str]:
    return {city: f"@{country['code']}" for country in table_of("countries")["country"] for city in country.get("capitals", ())}


@dataclass(frozen=True, slots=True)
class Said:
    """All words of a passage, ready to be looked up."""

    stems: frozenset[str]
    roots: frozenset[str]
    kinds: frozenset[str]

    def meets(self, word: Word) -> float:
        """How far the word is met, 0 (not at all) to 1."""
        if word.stem in self.stems:
            return EXACT
        if word.root in self.roots or _is_near(word, self.roots):
            return FAMILY
        return KIND if self.kinds.intersection((word.kind, word.noun_kind)) else 0.0


def _is_near(word: Word, roots: frozenset[str]) -> bool:
    """ "Keitas" and "Keita": one more of a longer name; a comet is no form of come, nor Apple of apply."""
    return word.text[:1].isupper() and len(word.root) > 4 and word.root.endswith("s") and word.root[:-1] in roots


def said(words: Sequence[Word]) -> Said:
    stems = frozenset(word.stem for word in words) | frozenset(_initials(words))
    kinds = frozenset(kind for word in words for kind in (word.kind, word.noun_kind)) - {""}
    roots = frozenset(word.root for word in words) | frozenset(word.home for word in words)  # what Bamako received, Mali did, and not the reverse
    return Said(stems, roots - {""}, kinds)


def _initials(words: Sequence[Word]) -> Iterator[str]:
    """ "wsf" for "World Social Forum"."""
    run = ""
    for word in words:
        if word.text[:1].isupper():
            run += word.text[0].casefold()
            continue
        yield from (run[start:] for start in range(len(run) - 1))
        run = ""
    yield from (run[start:] for start in range(len(run) - 1))
