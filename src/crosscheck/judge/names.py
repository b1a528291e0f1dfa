"""Do two arguments name the same person, body or thing, or say too little to tell?"""

from __future__ import annotations

from functools import lru_cache

from crosscheck.extract.names import folded, same_name
from crosscheck.extract.places import country_of, government_of, is_place, place_within
from crosscheck.judge.lexicon import grouped, words
from crosscheck.model.claim import Argument
from crosscheck.model.verdict import Statement

_OPENINGS = ("the ", "a ", "an ", "its ", "their ", "his ", "her ", "this ", "that ", "these ", "those ", "some ", "all ", "both ")
_NAMED = ("PER", "ORG", "LOC")


def argument_of(statement: Statement) -> Argument:
    """The statement's argument. Raises TypeError for a statement of another facet."""
    if not isinstance(statement.value, Argument):
        raise TypeError(f"a {statement.facet} statement holds no argument")
    return statement.value


@lru_cache(maxsize=65536)
def bare(text: str) -> str:
    """Folded, without a leading article, possessive or "all"."""
    name = folded(text)
    opening = next((o for o in _OPENINGS if name.startswith(o)), "")
    return name.removeprefix(opening)


def calling(argument: Argument) -> tuple[str, ...]:
    """Every way in which the article calls the argument, the entity's name first, without doubles."""
    said = (argument.entity or "", argument.text, *argument.also)
    return tuple(dict.fromkeys(name for name in said if name.strip()))


def is_named(argument: Argument) -> bool:
    return argument.name in _NAMED


def is_unspecific(argument: Argument) -> bool:
    """Whether it says no more than that somebody or something is meant: "he", "officials", "a man"."""
    if is_named(argument):
        return False
    short = len(bare(argument.text).split()) <= 2
    return is_pronoun(argument.text) or (short and folded(argument.head) in words("entities", "unspecific"))


def one_entity(left: Argument, right: Argument) -> bool:
    """Whether the names by which both are chiefly known are one name, across articles and spellings."""
    one, other = left.entity or left.text, right.entity or right.text
    if bare(one) == bare(other) or bare(left.text) == bare(right.text):
        return True
    return left.name == right.name and left.name in _NAMED and same_name(one, other, left.name)


def alias(left: Argument, right: Argument) -> str | None:
    """The name that both articles give to what they first call otherwise, None where there is none."""
    mine = {bare(name) for name in calling(left)}
    return next((name for name in calling(right) if bare(name) in mine and not is_pronoun(name)), None)


def is_pronoun(name: str) -> bool:
    """Whether the words are a pronoun: "who", but not "WHO"."""
    return bare(name) in words("entities", "pronouns") and not (len(name) > 1 and name.isupper())


def government(argument: Argument) -> str | None:
    """The code of the country whose government is meant: "Moscow", "the Russian government", "the Kremlin"; None for anything else."""
    return _government(argument.entity or argument.text) or _government(argument.text)


@lru_cache(maxsize=65536)
def _government(name: str) -> str | None:
    return government_of(bare(name)) or government_of(name) or _government_phrase(bare(name))


def _government_phrase(name: str) -> str | None:
    first, _, rest = name.rpartition(" ")
    if first and rest in words("entities", "government"):
        return country_of(first.removesuffix("'s").removesuffix("'"))
    _, of, last = name.partition("government of ")
    return country_of(bare(last)) if of else None


def one_group(left: Argument, right: Argument) -> bool:
    """Whether the heads are two words for one group: "the colonels" and "the junta"."""
    return grouped(head_of(left), head_of(right), "entities", "groups")


def head_of(argument: Argument) -> str:
    """The noun that it is, folded."""
    return (folded(argument.head).split() or [""])[-1]


@lru_cache(maxsize=65536)
def content_words(text: str) -> frozenset[str]:
    """What the words say besides "the", "of" and "his", each without the s of the plural or possessive; "no" says something."""
    kept = "".join(letter if letter.isalnum() else " " for letter in folded(text))
    return frozenset(word.removesuffix("s") for word in kept.split() if word not in _SMALL)


_SMALL = frozenset(
    ["the", "a", "an", "of", "in", "on", "at", "s", "and", "its", "their", "his", "her", "our", "this", "that", "these", "those", "some"]
)


def members(argument: Argument) -> frozenset[str]:
    """The members of a list in the argument's words ("Chad, Mali and Niger"), each bare; one member for what is no list."""
    text = argument.text
    for joint in (" and ", " & ", " or ", " as well as ", " with "):
        text = text.replace(joint, ",")
    parts = text.split(",")
    return frozenset(name for name in map(bare, parts) if name)


def shares_a_member(left: Argument, right: Argument) -> bool:
    """Whether one names a list and both name one member of it in common."""
    one, other = members(left), members(right)
    if len(one) < 2 and len(other) < 2:
        return False
    return bool(one & other) or any(same_name(a, b, "PER") for a in one for b in other)


def shares_a_name(left: Argument, right: Argument) -> bool:
    """Whether a capitalised word of four letters or more stands in both: "Lefkos island" and "the island of Lefkos"."""
    return bool(_proper(left) & _proper(right))


def said_to_share(left: str, right: str) -> str:
    """ "A hospital in Lyon and Lyon can be the same: both have “Lyon”."; the name is not always in the words shown ("Hartmann", "the firm")."""
    theirs = {folded(word) for word in _unpossessed(right)}
    common = " ".join(word for word in _unpossessed(left) if word[:1].isupper() and len(word) > 3 and folded(word) in theirs)
    if not common:
        return f"The articles give {left} and {right} a name in common."
    return f"{left} and {right} can be the same: both have “{common}”."


def _unpossessed(text: str) -> list[str]:
    return [word.strip(".,;:") for word in text.replace("’s", "").replace("'s", "").split()]


def _proper(argument: Argument) -> frozenset[str]:
    said = " ".join(calling(argument)).replace("’s", "").replace("'s", "").split()
    return frozenset(folded(word) for word in said if word[:1].isupper() and len(word) > 3)


def differing_detail(left: str, right: str) -> tuple[str, str] | None:
    """The names or years in which two descriptions differ that are otherwise word for word the same, None for any other pair.

    "medals in Athens" and "medals in Sydney" -> Athens, Sydney. Names that may be one place, body or person are no difference.
    """
    if not (_leads(left) and _leads(right)):
        return None
    from difflib import SequenceMatcher

    ones, others = _bare_words(left), _bare_words(right)
    matched = SequenceMatcher(None, [folded(w) for w in ones], [folded(w) for w in others], autojunk=False).get_matching_blocks()
    one, other = _unmatched(ones, [(m.a, m.size) for m in matched]), _unmatched(others, [(m.b, m.size) for m in matched])
    kept = sum(block.size for block in matched)
    if not kept or not one or not other or kept < len(one) or kept < len(other) or not (_is_led(ones, one) and _is_led(others, other)):
        return None
    first, second = " ".join(one), " ".join(other)
    return (first, second) if _details(one, other) and not may_be_one(first, second) else None


@lru_cache(maxsize=65536)
def _leads(text: str) -> bool:
    """Whether a preposition in it may lead a detail in; most descriptions have none, and need not be laid side by side."""
    return any(word.casefold() in words("entities", "leading") for word in _bare_words(text))


def _is_led(phrase: list[str], detail: list[str]) -> bool:
    """Whether a preposition leads the detail in; "Damaged cables" and "Undersea cables" begin with a capital for another reason."""
    at = phrase.index(detail[0])
    before = [word for word in phrase[:at] if folded(word) != "the"]
    return bool(before) and before[-1].casefold() in words("entities", "leading")


def _bare_words(text: str) -> list[str]:
    return [word.strip(".,;:\"'“”‘’()") for word in text.split()][:40]


def _unmatched(listed: list[str], blocks: list[tuple[int, int]]) -> list[str]:
    inside = {at for start, size in blocks for at in range(start, start + size)}
    return [word for at, word in enumerate(listed) if at not in inside and word]


def _details(one: list[str], other: list[str]) -> bool:
    """Whether both sides are names, or both years."""
    if all(word[:1].isupper() for word in (*one, *other)):
        return True
    return all(word.isdigit() and len(word) == 4 for word in (*one, *other))


def may_be_one(left: str, right: str) -> bool:
    """Whether two names may be spellings of one, a place and what it lies in, or a country and its government."""
    if any(same_name(left, right, kind) for kind in _NAMED) or place_within(left, right) or place_within(right, left):
        return True
    code = government_of(left) or country_of(left)
    return code is not None and code == (government_of(right) or country_of(right))


def may_be_of_one_kind(left: Argument, right: Argument) -> bool:
    """Whether both are names of one type, or one is taken for a place that no gazetteer knows, so that its type is in doubt."""
    if not (is_named(left) and is_named(right)):
        return False
    return left.name == right.name or any(a.name == "LOC" and not is_place(a.entity or a.text) for a in (left, right))
