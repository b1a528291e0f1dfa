"""Does a line say who wrote the article?"""

from __future__ import annotations

from crosscheck.ingest.lexicon import listed

LONGEST = 14
"""Words of a byline: "By Matt Smith, Anna de Vries and Omar Bin Ali in London for the Evening Post"."""

_FINAL = ".,;:…!?"


def author_in(line: str) -> str | None:
    """The author of "By Jane Doe and John Roe, Associated Press" alone on its line; None for any other line.

    Names all the way, and no final mark. What stands after a comma and tells where the author works is left out.
    """
    words = line.replace("|", " ").split(None, LONGEST + 1)
    if words and words[0].lower().rstrip(":") in listed("bylines", "before"):
        words = words[1:]
    if not 2 <= len(words) <= LONGEST or words[0].lower().rstrip(":") != "by" or line.rstrip()[-1] in _FINAL:
        return None
    names = [word.strip(",()") for word in words[1:]]
    if not names[0][:1].isupper() or not all(_is_named(name) for name in names):
        return None
    return _without_works(" ".join(words[1:]))


def opens_byline(word: str) -> bool:
    """Whether a byline may begin with this word; spares a closer look at most lines."""
    lower = word.lower().rstrip(":")
    return lower == "by" or lower in listed("bylines", "before")


def _is_named(word: str) -> bool:
    return word[:1].isupper() or word.lower() in listed("bylines", "among")


def _without_works(names: str) -> str:
    """ "Jane Doe, CNN" and "Jane Doe, Associated Press Writer" are Jane Doe; "Matt Smith, Anna de Vries" are two."""
    first, *others = names.split(", ")
    return ", ".join([first, *(part for part in others if not _is_work(part))])


def _is_work(words: str) -> bool:
    return (words.isupper() and " " not in words) or any(word.lower().strip(".,()") in listed("bylines", "works") for word in words.split())
