"""In which language is a text written, where that is plain to see and is not English?

A text is passed over only where it is surely in another language: many of that language's small words, next to none of English. Names from
elsewhere, a quotation, a title or a line that is too short to tell are no reason. Half English is English.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache

from crosscheck.model.article import Skipped
from crosscheck.tables import table

SAMPLE = 20_000  # characters from the beginning, the middle and the end each: a page of preface says little of the book
_FEWEST = 5  # small words of another language, four of them different
_DIFFERENT = 4
_SHARE = 0.2  # of all words: running text of any of these languages has 0.25 or more
_ENGLISH = 0.25  # of the other language's small words: more English ones than this, and the text is mixed
_LETTERS = 12  # of another script; a name in brackets has fewer
_FOREIGN = 0.6  # share of the letters that are of another script: half is a glossary, or two languages side by side


def foreign(text: str) -> str | None:
    """The language by its ISO 639-1 code; None for English, and for what cannot be told."""
    sample = text if len(text) <= 3 * SAMPLE else "\n".join(text[start : start + SAMPLE] for start in (0, len(text) // 2, len(text) - SAMPLE))
    return _by_script(sample) or (_by_words(sample) if _may_be_foreign(sample) else None)


def refusal(place: str, language: str) -> Skipped:
    return Skipped(place, f"language {language} ({table('lexicon/languages')['names'][language]}); only English is read")


def _by_script(text: str) -> str | None:
    letters = [mark for mark in text if mark.isalpha()]
    if all(mark < "\u0250" for mark in letters):
        return None
    others = Counter(_script(mark) for mark in letters if mark >= "\u0370")
    known: Mapping[str, str] = table("lexicon/languages")["scripts"]
    count = sum(count for script, count in others.items() if script in known)
    if count < _LETTERS or count < _FOREIGN * len(letters):
        return None
    if others["HIRAGANA"] + others["KATAKANA"] > 0.05 * count:
        return "ja"
    script = max(known, key=lambda name: others[name])
    return _among(script, known[script], text.casefold())


@cache
def _script(mark: str) -> str:
    """The first word of a letter's name: CYRILLIC SMALL LETTER O. Asked of each letter once."""
    return unicodedata.name(mark, "?").partition(" ")[0]


def _among(script: str, usual: str, text: str) -> str:
    """Which of the languages of one alphabet: by letters that only it has, or by its small words."""
    letters: Mapping[str, str] = table("lexicon/languages")["letters"]
    own = {code: sum(map(text.count, marks)) for code, marks in letters.items() if _script(marks[0]) == script}
    best = max(own, key=lambda code: (own[code], code), default=usual)
    if own.get(best, 0) > 0.005 * len(text):
        return best
    if script != "CYRILLIC":
        return usual
    words = Counter(text.split())
    said = {code: sum(words[word] for word in listed.split()) for code, listed in table("lexicon/languages")["words"].items()}
    return "bg" if said["bg"] > 2 * said["ru"] else usual


def _may_be_foreign(text: str) -> bool:
    """Spares the count in nearly every text: English has its small words everywhere."""
    words = text[:2000].casefold().split()
    return sum(word in ("the", "of", "and", "to", "in", "that", "for", "was", "is", "with") for word in words) < 0.15 * len(words)


def _by_words(text: str) -> str | None:
    """The language with the most small words that English has not, if English has next to none that this one has not."""
    words = Counter(_cut(text.lower() if text.isupper() else text))  # with a capital they are parts of names: "El Salvador", "De la Cruz"
    total = sum(words.values())
    scores = {code: sum(words[word] for word in own - _small()["en"]) for code, own in _small().items() if code != "en"}
    best = max(scores, key=lambda code: (scores[code], code))
    own = _small()[best]
    different = sum(len(word) > 1 and words[word] > 0 for word in own - _small()["en"])
    english = sum(words[word] for word in _small()["en"] - own)
    enough = scores[best] >= _FEWEST and different >= _DIFFERENT and sum(words[word] for word in own) >= _SHARE * total
    return best if enough and english <= _ENGLISH * scores[best] else None


def _cut(text: str) -> list[str]:
    """Words of letters; an apostrophe parts them ("l'eau", "dell'anno")."""
    return "".join(mark if mark.isalpha() else " " for mark in text).split()


@cache
def _small() -> Mapping[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in table("lexicon/languages")["small"].items()}
