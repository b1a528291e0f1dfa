"""Under which other names do the articles of a story know a person, a place or a body?

One report has “Karl “Big Red” Adler”, others speak of Red, or of Adler, alone. What any of them says of names holds for all reports of the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from crosscheck.extract.lexicon import table_of
from crosscheck.extract.names import folded, initials_of
from crosscheck.extract.places import is_place
from crosscheck.extract.time_calendar import WEEKDAYS
from crosscheck.extract.words import word_spans
from crosscheck.model.article import Article
from crosscheck.model.claim import Argument, Claim
from crosscheck.model.report import Story
from crosscheck.values import dataclass

LETTERS = 3  # of a word by which a name is known
NEAR = 60  # letters before a nickname, a short form or "known as" in which the name stands
ACRONYM = 7  # letters of the longest short form in brackets

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w'’.&-]*"
_NAME = rf"{_CAPITAL}(?:[ -](?:(?:al|el|bin|ibn|de|la|der|van|von|of|of the|and) )?{_CAPITAL}){{0,5}}"
_NICKNAME = re.compile(rf" [“\"(]({_CAPITAL}(?: {_CAPITAL}){{0,3}})[”\")] (?=({_CAPITAL}))")
_FIRST_NAMES = re.compile(rf"(?:^|[^\w] ?)({_CAPITAL}(?: {_CAPITAL})?)$")
_SHORT = re.compile(rf" ?\((?:the )?([A-Z][A-Z.-]{{1,{ACRONYM}}})\)")
_BEFORE = re.compile(rf"({_NAME})[”\"’']?(?:,| ?\(| [–—-]| \.\.\.)? ?$")
_BEHIND = re.compile(rf",? (?:the )?[“\"‘']?({_NAME})(?=[”\"]|[.,;:)]|$| \.\.\.| [a-z(–—])")

Called = tuple[str, ...]  # the words of a name, folded


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two names of one, as they are written."""

    names: tuple[str, str]
    words: tuple[Called, Called]


class KnownAs:
    """The names that stand for one in each story of several articles."""

    def __init__(self, articles: Iterable[Article], stories: Iterable[Story]) -> None:
        self._home = {article: story.id for story in stories if len(story.articles) > 1 for article in story.articles}
        self._pairs: dict[str, list[_Pair]] = {}
        for article in articles:
            if article.id in self._home and (found := list(other_names_in(article.text))):
                self._pairs.setdefault(self._home[article.id], []).extend(found)

    def claims(self, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        """The claims, with all that is known of what their arguments are called."""
        return tuple(self._told(claim) if self._home.get(claim.article) in self._pairs else claim for claim in claims)

    def _told(self, claim: Claim) -> Claim:
        arguments = tuple(self.argument(claim.article, argument) for argument in claim.arguments)
        return claim if arguments == claim.arguments else replace(claim, arguments=arguments)

    def argument(self, article: str, argument: Argument) -> Argument:
        """The argument with the other names of what it names, if it is a name and the story has others."""
        pairs = self._pairs.get(self._home.get(article, ""), ())
        said = {words for name in (argument.text, argument.entity or "") if (words := _words(name))} if pairs else ()
        found = [name for pair in pairs for own in (0, 1) if any(_is_of(words, pair.words[own]) for words in said) for name in pair.names]
        more = tuple(name for name in dict.fromkeys(found) if name not in (argument.text, *argument.also))
        return replace(argument, also=(*argument.also, *more)) if more else argument


def other_names_in(text: str) -> Iterator[_Pair]:
    """What the text says two names of one are: a name with a nickname inside, a short form in brackets, and what a word between them ties."""
    for found in _NICKNAME.finditer(text):
        first = _FIRST_NAMES.search(text, max(0, found.start() - NEAR), found.start())
        yield from _pair(f"{first[1]} {found[2]}", found[1]) if first and not is_place(found[1]) else ()  # "the Welfare Act (Norvia)"
    for found in _SHORT.finditer(text):
        name = _BEFORE.search(text, max(0, found.start() - NEAR), found.start())
        last = _last_of(name[1], found[1]) if name else ""
        yield from _pair(last, found[1]) if last else ()
    for start, end in _ties(text):
        before, behind = _BEFORE.search(text, max(0, start - NEAR), start), _BEHIND.match(text, end)
        yield from _pair(before[1], behind[1]) if before and behind else ()


def _ties(text: str) -> Iterator[tuple[int, int]]:
    """Where a word stands that ties two names, with a space or bracket before it: "British-born Osk" has one name."""
    for cue in table_of("other_names")["between"]:
        at = text.find(cue)
        while at >= 0:
            if text[at - 1 : at] in (" ", "(") and text[at + len(cue) : at + len(cue) + 1] in (" ", ","):
                yield at, at + len(cue)
            at = text.find(cue, at + 1)


def _pair(one: str, other: str) -> Iterator[_Pair]:
    names = one.strip(" .'’"), other.strip(" .'’")
    words = _words(names[0]), _words(names[1])
    if all(words) and words[0] != words[1] and not any(set(said) & _days() for said in words):
        yield _Pair(names, words)


def _last_of(name: str, short: str) -> str:
    """The end of the run of capitals whose initials the short form is: "Monday Norvian Teachers' Union (NTU)"."""
    parts = name.split()
    letters = folded(short).replace(".", "").replace("-", "")
    return next((rest for at in range(len(parts)) if initials_of(rest := " ".join(parts[at:])) == letters), "")


def _words(name: str) -> Called:
    """The words of a name; none for words that are no name alone."""
    said = [name[start:end] for start, end in word_spans(name.removesuffix("'s").removesuffix("’s"))]
    named = [word for word in said if word[0].isupper()]
    return tuple(folded(word) for word in named) if named and len(named[-1]) >= LETTERS and said[-1] == named[-1] else ()


def _is_of(said: Called, known: Called) -> bool:
    """Whether the words are the name, its end, several of its words, or the name with a title before it."""
    if said[-1] == known[-1] and (set(said) <= set(known) or set(known) <= set(said)):
        return True
    return len(said) > 1 and set(said) <= set(known)


@cache
def _days() -> frozenset[str]:
    return frozenset((*WEEKDAYS, *table_of("protagonists")["times"].split()))
