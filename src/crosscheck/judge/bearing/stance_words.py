"""Which words of a passage show what it makes of a claim?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from crosscheck.extract.lexicon import words_of
from crosscheck.judge.bearing.words import Word
from crosscheck.language.words import words as cut

Phrase = tuple[str, ...]


def told(words: Sequence[Word], name: str) -> tuple[Word, ...]:
    """The first listed word or phrase of the passage, empty where there is none; `name` is a list of data/lexicon/stances.toml."""
    forms = tuple(word.text.casefold().replace("’", "'") for word in words)
    for at, form in enumerate(forms):
        for phrase in _listed(name).get(form, ()):
            if forms[at : at + len(phrase)] == phrase:
                return tuple(words[at : at + len(phrase)])
    return ()


@cache
def _listed(name: str) -> dict[str, list[Phrase]]:
    """The phrases by their first word, the longest first."""
    phrases: dict[str, list[Phrase]] = {}
    for listed in sorted(words_of("stances", name), key=lambda words: (-len(words), words)):
        parts = tuple(listed[start:end] for start, end in cut(listed))
        phrases.setdefault(parts[0], []).append(parts)
    return phrases


def is_denial(words: Sequence[Word]) -> bool:
    """Whether the words themselves deny, or tell of a denial."""
    return bool(told(words, "denies") or told(words, "disputes"))
