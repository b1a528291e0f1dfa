"""By which ladder are two participants of one event compared, be they agents, patients or recipients?"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from crosscheck.align.naming import is_plural
from crosscheck.extract.names import folded
from crosscheck.extract.places import place_within
from crosscheck.judge.circumstances import capitalised, denied_by, is_negated, opposed, plain, same_mode, same_words, told_by
from crosscheck.judge.names import (
    alias,
    argument_of,
    content_words,
    differing_detail,
    government,
    head_of,
    is_named,
    is_pronoun,
    is_unspecific,
    may_be_of_one_kind,
    one_entity,
    one_group,
    said_to_share,
    shares_a_member,
    shares_a_name,
)
from crosscheck.judge.slots import apart, both, exchanged, unstated, worded
from crosscheck.model.claim import Argument, Facet
from crosscheck.model.verdict import Rule, Statement, Verdict

SHORTEST = 2  # letters of a noun
Decide = Callable[[Statement, Statement], str | None]
Examples = dict[str, tuple[str, str]]

ROLES = {Facet.AGENT: "who did it", Facet.PATIENT: "whom or what it concerns", Facet.RECIPIENT: "who got it"}


def entity_rules(facet: Facet, different: float, examples: Examples) -> tuple[Rule, ...]:
    """The ladder for one facet.

    `different` is the confidence that two different names are a contradiction: an event has one agent more often than one patient.
    `examples` gives the pair of quotes of every rule, by the last part of its id.
    """
    named: dict[str, tuple[Verdict, str, Decide, float]] = {
        "unstated": (Verdict.SINGLE_SOURCE, "Only one of the two says {role}.", partial(unstated, ROLES[facet]), 0.9),
        "denied": (Verdict.CONTRADICTION, "One source names somebody, another says that it was not so.", _denied, 0.8),
        "same": (Verdict.AGREEMENT, "Both name the same, in whatever spelling.", _same, 0.9),
        "alias": (Verdict.AGREEMENT, "The articles themselves give one name to both.", _alias, 0.85),
        "government": (Verdict.AGREEMENT, "A country, its capital or its people stand for one government.", _government, 0.8),
        "apart": (Verdict.COMPATIBLE, "One is negated, planned or only possible, so that both can be true.", apart, 0.3),
        "unspecific": (Verdict.COMPATIBLE, "One side says only that somebody or something is meant.", _unspecific, 0.5),
        "member": (Verdict.COMPATIBLE, "One names several, and the other is among them.", _member, 0.7),
        "detail": (Verdict.CONTRADICTION, "Two descriptions are the same but for one name or year.", _detail, 0.55),
        "group": (Verdict.COMPATIBLE, "Both are words for one group, or for it and its members.", _group, 0.5),
        "shared": (Verdict.COMPATIBLE, "A name stands in both descriptions.", _shared, 0.5),
        "within": (Verdict.COMPATIBLE, "One says more of what the other names.", _within, 0.6),
        "exchanged": (Verdict.CONTRADICTION, "Two sentences are the same but for two names.", partial(exchanged, "names"), 0.6),
        "leader": (Verdict.COMPATIBLE, "A person or body stands beside a body or country that it may act for.", _leader, 0.4),
        "different": (Verdict.CONTRADICTION, "They are two different names of one kind.", _different, different),
        "described": (Verdict.COMPATIBLE, "One is described and not named, so that both may be the same.", _described, 0.3),
    }
    return tuple(
        Rule(f"{facet}.{name}", verdict, meaning.format(role=ROLES[facet]), examples[name], decide, sure)
        for name, (verdict, meaning, decide, sure) in named.items()
    )


def _alike(left: Statement, right: Statement) -> str:
    one, other = worded(left), worded(right)
    return f"Both say {one}." if one.casefold() == other.casefold() else f"{one} and {other} are the same."


def _denied(left: Statement, right: Statement) -> str | None:
    if not opposed(left, right) or not same_mode(left, right) or same_words(left, right) or not _meet(argument_of(left), argument_of(right)):
        return None
    negative, positive = (left, right) if is_negated(left.claim) else (right, left)
    if negative.claim.predicate.kind == "verb":
        return None  # "Goita did not sign" denies the signing, which is for polarity to say, and "he never wore a helmet" not who "the rider" was
    if positive.claim.predicate.kind == "attribute" and worded(negative).casefold() == worded(positive).casefold():
        # "The captain was drunk", "the captain was not drunk"
        return f"It is said of {worded(positive)} {told_by(positive)}, {denied_by(negative)}."
    return f"{capitalised(worded(positive))} {told_by(positive)}, not {worded(negative)} {told_by(negative)}."


def _meet(left: Argument, right: Argument) -> bool:
    """Whether a denial about the one reaches the other: "the IBK regime" and "Ibrahim Boubacar Keïta (IBK)"."""
    return one_entity(left, right) or alias(left, right) is not None or shares_a_name(left, right) or _acronym_in(left, right)


def _acronym_in(left: Argument, right: Argument) -> bool:
    return bool(_capitals(left) & _capitals(right))


def _capitals(argument: Argument) -> frozenset[str]:
    said = " ".join((argument.text, argument.entity or "", *argument.also))
    found = "".join(letter if letter.isalnum() else " " for letter in said).split()
    return frozenset(word for word in found if len(word) > 1 and word.isupper())


def _same(left: Statement, right: Statement) -> str | None:
    """The same word "he" is no name, unless it is known whom both mean."""
    one, other = argument_of(left), argument_of(right)
    if is_pronoun(one.text) and is_pronoun(other.text) and not (one.entity and other.entity):
        return None
    return _alike(left, right) if one_entity(one, other) else None


def _alias(left: Statement, right: Statement) -> str | None:
    name = alias(argument_of(left), argument_of(right))
    return f"{both(left, right)} are both called {plain(name)}." if name else None


def _government(left: Statement, right: Statement) -> str | None:
    code = government(argument_of(left))
    return f"{both(left, right)} stand for one government." if code and code == government(argument_of(right)) else None


def _unspecific(left: Statement, right: Statement) -> str | None:
    vague = [s for s in (left, right) if is_unspecific(argument_of(s))]
    if not vague or _within(left, right):
        return None  # "the minister" and "the town's minister"
    other = right if vague[0] is left else left
    return f"{capitalised(worded(vague[0]))} can be {worded(other)}."


def _member(left: Statement, right: Statement) -> str | None:
    return f"{both(left, right)} have a member in common." if shares_a_member(argument_of(left), argument_of(right)) else None


def _detail(left: Statement, right: Statement) -> str | None:
    one, other = argument_of(left), argument_of(right)
    found = None if is_named(one) and is_named(other) else differing_detail(one.text, other.text)
    return f"One source says {worded(left)}, another {worded(right)}." if found else None


def _group(left: Statement, right: Statement) -> str | None:
    one, other = argument_of(left), argument_of(right)
    return f"{both(left, right)} can be one group." if not (is_named(one) and is_named(other)) and one_group(one, other) else None


def _shared(left: Statement, right: Statement) -> str | None:
    one, other = argument_of(left), argument_of(right)
    if one.name == other.name == "PER" or not shares_a_name(one, other):
        return None
    return said_to_share(worded(left), worded(right))


def _leader(left: Statement, right: Statement) -> str | None:
    one, other = argument_of(left), argument_of(right)
    if not one.name or not other.name or one.name == other.name or may_be_of_one_kind(one, other):
        return None
    if "PER" not in (one.name, other.name):
        return f"{both(left, right)} can be a body and the country that the body acts for."
    return f"{both(left, right)} can be a person and the body that the person acts for."


def _different(left: Statement, right: Statement) -> str | None:
    one, other = argument_of(left), argument_of(right)
    if not may_be_of_one_kind(one, other) or _is_open(one) or _is_open(other):
        return None
    return f"One source names {worded(left)}, another {worded(right)}."


def _is_open(argument: Argument) -> bool:
    """ "He", of whom it is not known who it is."""
    return is_pronoun(argument.text) and not argument.entity


def _within(left: Statement, right: Statement) -> str | None:
    one, other = argument_of(left), argument_of(right)
    for inner, outer in ((left, right), (right, left)):
        if one.name == other.name == "LOC" and place_within(worded(inner), worded(outer)):
            return f"{worded(inner)} lies in {worded(outer)}."
    for title, named in ((left, right), (right, left)):
        if _bears(argument_of(named), argument_of(title)):
            return f"{capitalised(worded(title))} can be {worded(named)}."
    if (is_named(one) and is_named(other)) or is_pronoun(one.text) or head_of(one) != head_of(other):
        return None
    if is_plural(one) != is_plural(other):
        return None  # "a bank employee" and "bank employees"
    first, second = content_words(one.text), content_words(other.text)
    if not first <= second and not second <= first:
        return None
    shorter, longer = (left, right) if first <= second else (right, left)
    return f"{capitalised(worded(shorter))} can be {worded(longer)}."


def _bears(named: Argument, title: Argument) -> bool:
    """Whether what the one is called before the name is what the other is: "Mayor Karl Osk", "the mayor of Lindo"."""
    if named.name != "PER" or title.name or not named.entity:
        return False
    name = folded(named.entity).split()
    before = [word for word in folded(named.text).split() if word not in name]
    noun = folded(title.head)
    return bool(before) and len(noun) > SHORTEST and before[-1] in (noun, f"{noun}s")


def _described(left: Statement, right: Statement) -> str | None:
    return f"{both(left, right)} may be the same."
