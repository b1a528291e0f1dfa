"""What are the past forms and the plural of an English word?

Irregular ones stand in data/lexicon/inflection.toml; the rest follow the rules of spelling. A verb may carry its particle ("hand over").
"""

from __future__ import annotations

from functools import cache

from crosscheck.extract.lexicon import table_of

_VOWELS = "aeiou"
_IRREGULAR = {"be": "is", "have": "has", "do": "does", "go": "goes", "undergo": "undergoes", "forgo": "forgoes"}  # third persons


def past(verb: str) -> str:
    """ "order" -> "ordered", "take over" -> "took over" """
    return _formed(verb, 0)


def participle(verb: str) -> str:
    """ "order" -> "ordered", "take over" -> "taken over" """
    return _formed(verb, 1)


def third_person(verb: str) -> str:
    """ "order" -> "orders" """
    head, _, particle = verb.partition(" ")
    return f"{_IRREGULAR.get(head) or _with_s(head)} {particle}".rstrip()


def plural(noun: str) -> str:
    """Of the last word of a phrase: "Mi-24P helicopter" -> "Mi-24P helicopters"; what is its own plural stays."""
    before, space, head = noun.rpartition(" ")
    low = head.lower()
    if low in _words("uncounted"):
        return noun
    irregular: dict[str, str] = table_of("inflection")["plurals"]
    return before + space + irregular.get(low, _with_s(head))


def is_pronoun(words: str) -> bool:
    """Does it leave open who or what is meant?"""
    return words.lower() in _words("pronouns")


def is_group(noun: str) -> bool:
    """Does "who" ask for it, as for a person: a government, an army, a company?"""
    return noun.lower() in _words("groups")


def is_speech(predicate_class: str | None) -> bool:
    """Is it a class of events that only somebody can be behind: saying, warning, promising?"""
    return predicate_class in _words("spoken")


def is_preposition(word: str) -> bool:
    return word.lower() in _words("prepositions")


def _formed(verb: str, which: int) -> str:
    head, _, particle = verb.partition(" ")
    irregular: dict[str, list[str]] = table_of("inflection")["verbs"]
    form = irregular[head][which] if head in irregular else _with_ed(head)
    return f"{form} {particle}".rstrip()


def _with_ed(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    if verb in _doubled():
        return verb + verb[-1] + "ed"
    return verb + "ed"


def _with_s(word: str) -> str:
    if word.endswith("s") and word[:-1].isupper() and len(word) > 2:
        return word  # "RBIs", "MPs" are plural already
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(table_of("inflection")["words"][key].split())


@cache
def _doubled() -> frozenset[str]:
    return frozenset(table_of("inflection")["spelling"]["doubled"].split())
