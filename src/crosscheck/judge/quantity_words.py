"""How does a reason name a number?"""

from __future__ import annotations

from crosscheck.judge.circumstances import plain
from crosscheck.model.claim import Quantity
from crosscheck.model.verdict import Statement


def worded(statement: Statement) -> str:
    """The number with the noun that it counts, as the article writes them ("34 smugglers")."""
    value = statement.value
    assert isinstance(value, Quantity)
    words = _uncapitalised(plain(value.text)) if value.kind != "money" else plain(value.text)  # "Rs 500" keeps its capital
    noun = value.of.split()[-1].casefold()[:4] if value.of else ""
    if not noun or noun in words.casefold():
        return words
    after = _noun_after(statement, noun)
    return f"{words}{'' if after.startswith('-') else ' '}{after}".strip()  # "the 14-metre-long barge"


def is_named(statement: Statement) -> bool:
    """Whether it is the thing's name alone that says how many there are: "a gunman", "gunmen"."""
    return statement.claim.predicate.kind == "named" and bool(statement.claim.arguments)


def said(left: Statement, right: Statement) -> str:
    """The sentence that sets two numbers against each other."""
    return f"One source says {worded(left)}, another {worded(right)}."


def _uncapitalised(words: str) -> str:
    """ "Sixty-five", which began its sentence, is "sixty-five" inside a reason."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def _noun_after(statement: Statement, noun: str) -> str:
    """The words right after the number up to its noun, if the noun is among the next five."""
    value = statement.value
    assert isinstance(value, Quantity)
    following = statement.article.text[value.span.end : value.span.end + 80].split()[:5]
    for at, word in enumerate(following):
        if word.casefold().startswith(noun):
            return " ".join(following[: at + 1]).rstrip(".,;:!?”\"')")
    return ""
