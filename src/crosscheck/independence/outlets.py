"""Which outlets does a text name, and where does it say that it has something from one?

An outlet is known by name (data/lexicon/outlets.toml) or by shape: "the specialist newsletter Sahel Brief", "the Danube Herald". A name is
cited when a word that cites stands before it ("according to", "told", "citing") or after it ("reported", "'s correspondent"), with only
words like "the", "state-run" or "newspaper" between. An outlet that is merely spoken of ("Reuters cut 200 jobs") is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import TypeAlias

from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.places import is_place
from crosscheck.extract.words import folded
from crosscheck.independence.credits import credits_in
from crosscheck.model.claim import Span
from crosscheck.values import dataclass

BETWEEN = 4
"""Words that may stand between a name and the word that cites it: "according to the state-run news agency Tasnim" has four."""

LONGEST = 5
"""Words of the longest name taken by its shape: "Port Harbour Daily Evening Herald"."""

CREDIT_WORDS = 6
"""Words before a name in brackets in a dateline at most: "NEW DELHI, Aug. 20 (AP) — "."""

_TOKEN = re.compile(r"[^\W_]+(?:[.&'’/-][^\W_]+)*")
_BREAK = re.compile(r"[.!?;:\n\"“”()]")


@dataclass(frozen=True, slots=True)
class Citation:
    """An outlet that a text has something from: its first name in the list, or its name as written, and where it is named.

    `credit` is true where the text as a whole is said to be the outlet's: "(Reuters)" in the dateline, "AFP" as the last line.
    """

    outlet: str
    span: Span
    credit: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    text: str  # without accents and without a possessive 's, its case kept
    start: int
    end: int

    @property
    def lower(self) -> str:
        return self.text.lower()


Names: TypeAlias = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""First word of a name to (words, outlet), the longest first."""


def citations_in(text: str, publishers: Iterable[str] = ()) -> tuple[Citation, ...]:
    """Every outlet that the text cites or credits, in text order; `publishers` are further names to know, those of the other articles."""
    words = _words(text)
    credits = {span: Citation(agency, span, credit=True) for agency, span in credits_in(text)}
    found = []
    for first, last, outlet in _named(text, words, _names_with(frozenset(publishers))):
        span = Span(words[first].start, words[last - 1].end)
        credit = _in_dateline(text, span)
        if not any(span.start < other.end and other.start < span.end for other in credits) and (credit or _is_cited(text, words, first, last)):
            found.append(Citation(outlet, span, credit and outlet in _agencies()))
    return tuple(sorted((*found, *credits.values()), key=lambda citation: citation.span))


def outlet_of(name: str) -> str:
    """The first name of an outlet for any of its names; the name itself for an unknown one."""
    words = _words(name)
    exact = [outlet for form, outlet in _names().get(words[0].text, ()) if form == tuple(word.text for word in words)] if words else []
    if not exact and "." in name and " " not in name.strip():
        exact = [outlet for outlet in (_hosts().get(part) for part in name.lower().split(".")) if outlet]
    return exact[0] if exact else (name.removeprefix("The ").removeprefix("the ") or name)


@cache
def _hosts() -> Mapping[str, str]:
    """The names as they stand in addresses, in one word: "theguardian", "nytimes"; of three letters at least."""
    forms = ((outlet, "".join(words)) for named in _names().values() for words, outlet in named)
    return {solid.lower(): outlet for outlet, solid in forms if len(solid) > 2}


def outlets_named(text: str) -> frozenset[str]:
    """The known outlets that a few words name, cited or not: {"AFP"} for "a source close to AFP"."""
    return frozenset(outlet for _, _, outlet in _known(_words(text), _names()))


def _words(text: str) -> list[_Word]:
    found = []
    for match in _TOKEN.finditer(text):
        word = match.group().removesuffix("'s").removesuffix("’s")
        found.append(_Word(word if word.isascii() else _bare(word), match.start(), match.start() + len(word)))
    return found


def _form(name: str) -> tuple[str, ...]:
    """The words of a name; nearly all of the thousands that the lists have are of letters alone."""
    plain = name.split(" ")
    return tuple(plain) if name.isascii() and all(map(str.isalpha, plain)) else tuple(word.text for word in _words(name))


def _bare(word: str) -> str:
    """Without accents, its case kept where that is possible letter by letter."""
    plain = [folded(letter) for letter in word]
    return "".join(bare.upper() if letter.isupper() else bare for letter, bare in zip(word, plain, strict=True))


@cache
def _names() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    table = table_of("outlets")
    return _indexed(
        (name, entry.split("|", 1)[0].removeprefix("The ")) for key in ("agencies", "outlets") for entry in table[key] for name in entry.split("|")
    )


@lru_cache(maxsize=4)
def _names_with(publishers: frozenset[str]) -> Names:
    """The names known, and those of these publishers: of all articles of a pile they are the same."""
    return _names() | _indexed((name, name) for name in sorted(publishers) if outlet_of(name) == name)


@cache
def _agencies() -> frozenset[str]:
    return frozenset(entry.split("|", 1)[0] for entry in table_of("outlets")["agencies"])


def _indexed(names: Iterable[tuple[str, str]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Names of several words are known without their "The" as well."""
    by_word: dict[str, dict[tuple[str, ...], str]] = {}
    for name, outlet in names:
        form = _form(name)
        if not form:
            continue
        for words in (form, form[1:] if form[0] == "The" and len(form) > 2 else form):
            by_word.setdefault(words[0], {}).setdefault(words, outlet)
    return {word: tuple(sorted(forms.items(), key=lambda item: (-len(item[0]), item))) for word, forms in by_word.items()}


def _named(text: str, words: Sequence[_Word], names: Names) -> Iterator[tuple[int, int, str]]:
    """Known names first; by shape only what no known name covers."""
    end = 0
    known = {first: (last, outlet) for first, last, outlet in _known(words, names)}
    for at in range(len(words)):
        if at < end:
            continue
        last, outlet = known.get(at) or _shaped(text, words, at) or (0, "")
        if last:
            end = last
            yield at, last, outlet


def _known(words: Sequence[_Word], names: Names) -> Iterator[tuple[int, int, str]]:
    end = 0
    for at, word in enumerate(words):
        if at < end:
            continue
        for form, outlet in names.get(word.text, ()):
            if tuple(word.text for word in words[at : at + len(form)]) == form:
                end = at + len(form)
                yield at, end, outlet
                break


def _shaped(text: str, words: Sequence[_Word], at: int) -> tuple[int, str] | None:
    """A name by its shape: capitalised words that end like an outlet's ("Danube Herald"), or with an outlet's noun beside them."""
    if not _may_name(words[at]) or (at > 0 and _may_name(words[at - 1]) and _adjoin(text, words, at)):
        return None
    last = at + 1
    while last < min(len(words), at + LONGEST) and words[last].text[0].isupper() and _adjoin(text, words, last):
        last += 1
    while last - at > 1 and not _makes_an_outlet(text, words, at, last):
        last -= 1
    return (last, text[words[at].start : words[last - 1].end]) if _makes_an_outlet(text, words, at, last) else None


def _may_name(word: _Word) -> bool:
    """Whether the word can begin a name: a capital that neither opens a sentence nor tells a country ("a French newspaper")."""
    return word.text[0].isupper() and word.text not in _openers() and not word.text.endswith(("-based", "-language", "-run", "-owned"))


@cache
def _openers() -> frozenset[str]:
    lands = table_of("countries")["country"]
    countries = {word for land in lands for name in (*land["names"], *land.get("people", ())) for word in _form(name)}
    return words_of("outlets", "openers") | countries


def _adjoin(text: str, words: Sequence[_Word], at: int) -> bool:
    """Whether nothing but one space stands before the word."""
    return text[words[at - 1].end : words[at].start] == " "


def _makes_an_outlet(text: str, words: Sequence[_Word], first: int, last: int) -> bool:
    if last - first == 1 and is_place(words[first].text):
        return False  # "what a Lyon newspaper wrote" names none
    before = first > 0 and _is_kind(words, first - 1, -1) and _adjoin(text, words, first)
    after = last < len(words) and _is_kind(words, last, 1) and _adjoin(text, words, last)
    return before or after or (last - first > 1 and words[last - 1].text in words_of("outlets", "endings"))


def _is_kind(words: Sequence[_Word], at: int, step: int) -> bool:
    """Whether the word says what kind of outlet stands beside it; "news" says it only with another ("news agency", not "news briefing")."""
    kinds = words_of("outlets", "kinds")
    if words[at].text not in ("news", "web"):
        return words[at].text in kinds
    return step > 0 and at + 1 < len(words) and words[at + 1].text in kinds


def _is_cited(text: str, words: Sequence[_Word], first: int, last: int) -> bool:
    return _cited_before(text, words, first) or _cited_after(text, words, last)


def _cited_before(text: str, words: Sequence[_Word], first: int) -> bool:
    """Whether a word that cites stands before, with nothing but words that describe an outlet between."""
    before, between = words_of("outlets", "before"), words_of("outlets", "between") | words_of("outlets", "kinds")
    noun = first > 0 and words[first - 1].lower in words_of("outlets", "kinds")
    for at in range(first - 1, max(-1, first - 2 - BETWEEN), -1):
        gap = text[words[at].end : words[at + 1].start]
        if _BREAK.search(gap) and not (gap.strip() == ":" and words[at].lower in ("source", "sources")):
            return False
        if words[at].lower in before or (at > 0 and f"{words[at - 1].lower}_{words[at].lower}" in before):
            return True
        if words[at].lower not in between and not noun:
            return False
    return False


def _cited_after(text: str, words: Sequence[_Word], last: int) -> bool:
    """Whether a word that cites stands after, with nothing but adverbs and days between."""
    after, between = words_of("outlets", "after"), words_of("outlets", "between") | words_of("outlets", "kinds")
    for at in range(last, min(len(words), last + BETWEEN)):
        if _BREAK.search(text[words[at - 1].end : words[at].start]):
            return False
        if words[at].lower in after:
            return True
        if words[at].lower not in between:
            return False
    return False


def _in_dateline(text: str, span: Span) -> bool:
    """Whether the name stands in brackets at the start of the text: "GENEVA (AP) — ", or in brackets that end a paragraph: "… (Reuters)"."""
    if text[span.start - 1 : span.start] != "(" or text[span.end : span.end + 1] != ")":
        return False
    after = text[span.end + 1 : span.end + 4].lstrip()
    line = text.rfind("\n", max(0, span.start - 60), span.start) + 1
    opens = (line > 0 or span.start < 60) and after[:1] in ("-", "–", "—", ":") and len(text[line : span.start].split()) <= CREDIT_WORDS
    return opens or not text[span.end + 1 : span.end + 4].partition("\n")[0].strip(" .")
