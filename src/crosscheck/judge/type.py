"""Do two claims say the same of the kind, model, name or title of a thing?"""

from __future__ import annotations

from functools import cache, lru_cache, partial

from crosscheck.extract.lexicon import table_of
from crosscheck.extract.names import folded, same_name
from crosscheck.judge import ladder
from crosscheck.judge.circumstances import opposed, same_mode
from crosscheck.judge.lexicon import grouped, groups, words
from crosscheck.judge.names import alias, argument_of, bare, calling, differing_detail, one_entity, shares_a_member
from crosscheck.judge.slots import apart, both, comparable, exchanged, unstated, worded
from crosscheck.model.verdict import Finding, Rule, Statement, Verdict

__all__ = ["RULES", "comparable", "compare"]


def compare(left: Statement, right: Statement) -> Finding:
    """What the first rule says that applies to two statements of a kind, model, name or title."""
    return ladder.decide(RULES, left, right)


@lru_cache(maxsize=65536)
def designators(text: str) -> frozenset[str]:
    """The models and numbers in the words, without marks between letters and digits: "Mil Mi-35P" -> mi35p."""
    return frozenset(solid for solid in map(_solid, text.split()) if any(map(str.isdigit, solid)) and any(map(str.isalpha, solid)))


def _solid(word: str) -> str:
    return "".join(letter for letter in folded(word) if letter.isalnum())


def _modifiers(statement: Statement) -> frozenset[str]:
    """The folded words before the head, without articles and designators."""
    argument = argument_of(statement)
    head = folded(argument.head)
    kept = bare(argument.text).replace("-", " ").split()
    return frozenset(word for word in kept if not word.startswith(head[:4]) and word not in _SMALL and not designators(word))


_SMALL = frozenset(["of", "the", "a", "an", "and", "or", "for", "with", "in", "its", "their", "his", "her"])


def _head(statement: Statement) -> str:
    return (folded(argument_of(statement).head).split() or [""])[-1]


def _same(left: Statement, right: Statement) -> str | None:
    one, other = argument_of(left), argument_of(right)
    first, second = designators(one.text), designators(other.text)
    if first and first == second:
        return f"{both(left, right)} are the same model."
    if not one_entity(one, other) and not alias(one, other):
        return None
    alike = worded(left).casefold() == worded(right).casefold()
    return f"Both say {worded(left)}." if alike else f"{both(left, right)} are the same."


def _version(left: Statement, right: Statement) -> str | None:
    """ "Mi-35P attack aircraft, an export version of the Mi-24P": the article itself ties the models together."""
    for one, other in ((left, right), (right, left)):
        model = designators(argument_of(one).text)
        also = frozenset().union(*(designators(name) for name in calling(argument_of(other))))
        if model and model & (also | _in_apposition(other)):
            return f"{worded(one)} is named with {worded(other)} as a version or part of it."
    return None


def _in_apposition(statement: Statement) -> frozenset[str]:
    """The models in the words right after the argument, up to the next full stop."""
    value = argument_of(statement)
    after = statement.article.text[value.span.end : value.span.end + 60].partition(".")[0]
    return designators(after) if any(word in words("kinds", "tied") for word in after.split()) else frozenset()


def _designator(left: Statement, right: Statement) -> str | None:
    first, second = designators(worded(left)), designators(worded(right))
    if not first or not second or first & second or not _one_series(first, second):
        return None
    return f"One source says {worded(left)}, another {worded(right)}."


def _one_series(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two models begin alike (Mi-24 and Mi-35, iPhone 5 and iPhone 6), so that they are of one kind."""
    return any(a[0] == b[0] for a in first for b in second)


def _exclusive(left: Statement, right: Statement) -> str | None:
    """Words of which only one can be true of a thing: ranks, causes of death, materials."""
    if not (_may_exclude(argument_of(left).text) and _may_exclude(argument_of(right).text)) or not same_mode(left, right) or opposed(left, right):
        return None
    for group in groups("kinds", "exclusive"):
        one, other = _only(left, group), _only(right, group)
        if one and other and one != other:
            return f"One source says {worded(left)}, another {worded(right)}, which exclude each other."
    return None


@lru_cache(maxsize=65536)
def _may_exclude(text: str) -> bool:
    """Whether a word of it stands in some group; most have none, and need not be looked up in each."""
    return not _excluding().isdisjoint(bare(text).split())


@cache
def _excluding() -> frozenset[str]:
    return frozenset().union(*groups("kinds", "exclusive"))


def _only(statement: Statement, group: frozenset[str]) -> str | None:
    found = [word for word in bare(argument_of(statement).text).split() if word in group]
    return found[0] if len(found) == 1 else None


def _opposite(left: Statement, right: Statement) -> str | None:
    if not _same_thing(left, right):
        return None
    for one in _modifiers(left) - _modifiers(right):
        for other in _modifiers(right) - _modifiers(left):  # "armed and unarmed officers" are "armed officers" as well
            if grouped_opposites(one, other):
                return f"One source says {worded(left)}, another {worded(right)}: {one} and {other} are opposites."
    return None


def grouped_opposites(left: str, right: str) -> bool:
    """Whether two adjectives are antonyms."""
    return right in table_of("antonyms")["adjectives"].get(left, "").split() or left in table_of("antonyms")["adjectives"].get(right, "").split()


def _same_thing(left: Statement, right: Statement) -> bool:
    return _head(left) == _head(right) or grouped(_head(left), _head(right), "counted", "same")


def _detail(left: Statement, right: Statement) -> str | None:
    found = differing_detail(argument_of(left).text, argument_of(right).text)
    return f"One source says {worded(left)}, another {worded(right)}." if found else None


def _within(left: Statement, right: Statement) -> str | None:
    for inner, outer in ((left, right), (right, left)):
        if _is_kind_of(inner, outer):
            return f"{worded(inner)} is narrower than {worded(outer)}."
    return None


def _is_kind_of(inner: Statement, outer: Statement) -> bool:
    narrow, wide = _head(inner), _head(outer)
    if _same_thing(inner, outer):
        return _modifiers(outer) <= _modifiers(inner) or bool(designators(worded(inner)))
    kinds: dict[str, str] = table_of("counted")["kinds"]
    return narrow in kinds.get(wide, "").split() and not designators(worded(outer))


def _member(left: Statement, right: Statement) -> str | None:
    return f"{both(left, right)} have a member in common." if shares_a_member(argument_of(left), argument_of(right)) else None


def _spelling(left: Statement, right: Statement) -> str | None:
    """ "Salahaddin" and "Salahuddin": names of no known kind are compared as places are, by their consonants."""
    one, other = argument_of(left), argument_of(right)
    proper = one.head[:1].isupper() and other.head[:1].isupper()
    return f"{both(left, right)} differ in spelling." if proper and same_name(bare(one.text), bare(other.text), "LOC") else None


def _unrelated(left: Statement, right: Statement) -> str | None:
    return f"{both(left, right)} can both be true."


RULES: tuple[Rule, ...] = (
    Rule(
        "type.unstated",
        Verdict.SINGLE_SOURCE,
        "Only one of the two says of what kind.",
        ("helicopters", "Mi-35P helicopters"),
        partial(unstated, "of what kind"),
        0.9,
    ),
    Rule(
        "type.exclusive",
        Verdict.CONTRADICTION,
        "Only one of the two words can be true of a thing.",
        ("Commander Sinha", "Commodore Sinha"),
        _exclusive,
        0.55,
    ),
    Rule(
        "type.same",
        Verdict.AGREEMENT,
        "Both name the same kind, model, name or title.",
        ("Mi-35P attack aircraft", "Mil Mi-35P attack helicopters"),
        _same,
        0.9,
    ),
    Rule("type.apart", Verdict.COMPATIBLE, "One is negated, planned or only possible.", ("not a suicide", "a homicide"), apart, 0.3),
    Rule(
        "type.version",
        Verdict.COMPATIBLE,
        "An article says that one is a version of the other.",
        ("Mi-35P, an export version of the Mi-24P", "Mi-24P"),
        _version,
        0.75,
    ),
    Rule(
        "type.designator", Verdict.CONTRADICTION, "They are two models of one series.", ("Mi-35P helicopters", "Mi-24P helicopters"), _designator, 0.6
    ),
    Rule("type.opposite", Verdict.CONTRADICTION, "Opposite adjectives describe one thing.", ("a minor fault", "a major fault"), _opposite, 0.5),
    Rule(
        "type.detail",
        Verdict.CONTRADICTION,
        "Two descriptions are the same but for one name or year.",
        ("the bestseller of 1984", "the bestseller of 1980"),
        _detail,
        0.5,
    ),
    Rule("type.within", Verdict.COMPATIBLE, "One is a kind of the other.", ("combat helicopters", "helicopters"), _within, 0.75),
    Rule(
        "type.member", Verdict.COMPATIBLE, "One names several kinds, and the other is among them.", ("jewellery and watches", "watches"), _member, 0.6
    ),
    Rule("type.spelling", Verdict.AGREEMENT, "One name in two spellings.", ("the Salahaddin", "the Salahuddin"), _spelling, 0.7),
    Rule(
        "type.exchanged",
        Verdict.CONTRADICTION,
        "Two sentences are the same but for two names.",
        ("his Norvia Cup medal", "his Tolvy Cup medal"),
        partial(exchanged, "says"),
        0.5,
    ),
    Rule(
        "type.unrelated",
        Verdict.COMPATIBLE,
        "Two descriptions that can both be true.",
        ("the head of the junta", "the interim president"),
        _unrelated,
        0.3,
    ),
)
