"""Do claims of one event tell of as many people, though one of them gives no number, or another noun?

"Killed a man" and "killing one person" tell of one, "both women" of two, and so do "Karl Osk and Piet Ban were hurt" and "two managers". Only
equals are put together; nothing is set against anything by this.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from crosscheck.align.values import one_word_for
from crosscheck.extract.lexicon import table_of
from crosscheck.extract.predicates import predicate_class
from crosscheck.extract.quantity_numeral import number_words
from crosscheck.extract.topics import is_person_noun
from crosscheck.extract.words import folded
from crosscheck.judge.circumstances import is_negated, plain
from crosscheck.judge.counted import Relation, head_relation
from crosscheck.judge.verdicts import Origins, gather
from crosscheck.model.article import Article
from crosscheck.model.claim import Argument, Claim, Facet, Quantity, Span
from crosscheck.model.report import FacetVerdict
from crosscheck.model.verdict import Statement, Verdict
from crosscheck.values import dataclass

ROW = 40  # code points behind somebody in which the next of a row is begun
MOST = 20  # people that are told of in a list of names or by another noun; of more the numbers themselves tell
ROLES = (Facet.PATIENT, Facet.AGENT)


@dataclass(frozen=True, slots=True)
class _People:
    """So many people in one role of a claim; `noun` is "" where none is said, `is_number` whether the article gives their number."""

    number: float
    role: Facet
    noun: str
    is_number: bool
    statement: Statement


def people_told(claims: Sequence[Claim], articles: Mapping[str, Article], origins: Origins) -> Iterator[FacetVerdict]:
    """The agreements on how many people did it or had it done to them that two articles have by other words."""
    groups: list[list[_People]] = []
    for people in sorted((one for claim in claims for one in _people_of(claim, articles[claim.article])), key=lambda one: not one.is_number):
        home = next((group for group in groups if _belongs(people, group)), None)
        if home is None:
            groups.append([people])
        else:
            home.append(people)
    for group in groups:
        several = len({one.statement.article.id for one in group}) > 1
        if several and group[0].is_number and len({(one.noun, one.is_number) for one in group}) > 1:
            yield from _agreed([one.statement for one in group], origins)


def _agreed(statements: Sequence[Statement], origins: Origins) -> Iterator[FacetVerdict]:
    found = gather(statements, origins)
    if found.verdict is Verdict.AGREEMENT and len(found.values) == 1:
        one, other = statements[0].value, statements[-1].value
        assert isinstance(one, Quantity) and isinstance(other, Quantity)
        yield replace(found, reason=f"Both tell of as many people: “{plain(one.text)}” and “{plain(other.text)}”.")


def _belongs(people: _People, group: Sequence[_People]) -> bool:
    """Whether it may be of the same people as all of them, and surely is as one of them."""
    relations = [_relation(people, other) for other in group]
    return Relation.OTHER not in relations and Relation.SAME in relations


def _relation(one: _People, other: _People) -> Relation:
    """SAME where both are of one number, in one role of one kind of deed, by nouns that are said of one person; UNKNOWN where these may be."""
    if one.number != other.number or one.role is not other.role or not _is_one_deed(one.statement.claim, other.statement.claim):
        return Relation.OTHER
    found = head_relation(one.noun, other.noun) if one.noun and other.noun else Relation.SAME
    if found in (Relation.PART, Relation.WHOLE) or (found is Relation.UNKNOWN and one.is_number and other.is_number):
        return Relation.SAME
    return found


def _is_one_deed(one: Claim, other: Claim) -> bool:
    return one.modality == other.modality and _kind(one) == _kind(other)


def _kind(claim: Claim) -> str:
    lemma, kind = claim.predicate.lemma, claim.predicate.kind
    return predicate_class(lemma, kind) or predicate_class(lemma, "attribute") or lemma  # "two were injured" as a state


# who is told of


def _people_of(claim: Claim, article: Article) -> Iterator[_People]:
    """What the claim tells of how many people, by role; nothing of what it denies, nor of who says something, which every report has somebody do."""
    if claim.is_mention or is_negated(claim) or _kind(claim) == "say":
        return
    for role in ROLES:
        told = claim.of(role)
        counted = _counted(told, claim, article.text)
        found = counted or _listed(told, article.text) or _implied(told, article.text)
        if found is not None:
            number = found.value
            is_state = claim.predicate.kind == "attribute"
            if number is not None and number <= MOST:
                yield _People(
                    number, Facet.PATIENT if is_state else role, _noun(found), found is counted, Statement(Facet.QUANTITY, claim, article, found)
                )


def _counted(told: Sequence[Argument], claim: Claim, text: str) -> Quantity | None:
    """The number of people that one who is told of is said to be: "two men", "one"; not of one in a row of several."""
    found = [number for one in told if not _is_in_row(one.span, text) for number in _numbers_of(one, claim)]
    return found[0] if len(found) == 1 else None


def _is_in_row(span: Span, text: str) -> bool:
    """Whether others stand beside it: "Osk and two men", "two men and a woman"."""
    after = text[span.end : span.end + ROW].split()
    return text[: span.start].endswith((" and ", " or ")) or (after[:1] == ["and"] and after[1:2] != [] and _begins(after[1]))


def _begins(word: str) -> bool:
    """Whether somebody is told of from that word on: "and a woman", "and two others", "and Osk"; not "and wounding"."""
    return word[:1].isupper() or word[:1].isdigit() or word in table_of("counted")["said"] or word in number_words()


def _numbers_of(one: Argument, claim: Claim) -> list[Quantity]:
    numbers = [quantity for quantity in claim.quantities if quantity.span.touches(one.span) and quantity.kind == "count"]
    if len(numbers) == 1:
        return numbers if _is_number_of(numbers[0], one) else []
    return [Quantity(one.text, one.span, 1.0, 1.0, 1.0)] if not numbers and folded(one.text) == "one" else []


def _is_number_of(number: Quantity, one: Argument) -> bool:
    """Whether the number is of the noun of the phrase: not of "a man who shot two people"."""
    noun = _noun(number)
    counted = one_word_for(noun) == one_word_for(folded(one.head)) if noun else folded(one.text) == folded(number.text)
    return counted and number.mod == "=" and number.unit is None and _is_person(noun or "one")


def _noun(number: Quantity) -> str:
    return folded((number.of or "").rpartition(" ")[2])


def _implied(told: Sequence[Argument], text: str) -> Quantity | None:
    """ "A man", "a 40-year-old woman"; "both women". Not the last of several, whom the parser may have left out."""
    if len(told) != 1 or _is_in_row(told[0].span, text):
        return None
    one = told[0]
    words, noun = folded(one.text).split(), folded(one.head)
    if one.name or len(words) < 2 or not _is_person(noun):
        return None
    number = table_of("counted")["said"].get(words[0])
    return None if number is None or "of" in words else Quantity(one.text, one.span, number, number, number, of=noun)


def _listed(told: Sequence[Argument], text: str) -> Quantity | None:
    """Two persons or more, one after the other, each by name or as one: "Karl Osk and Piet Ban", "a man and his wife"."""
    ordered = sorted(told, key=lambda one: one.span)
    gaps = [text[one.span.end : other.span.start] for one, other in pairwise(ordered)]
    if len(ordered) < 2 or not all(map(_is_single, ordered)) or gaps[-1].strip(" ,") != "and" or any(gap.strip() != "," for gap in gaps[:-1]):
        return None
    span = Span(ordered[0].span.start, ordered[-1].span.end)
    number = float(len(ordered))
    return Quantity(text[span.start : span.end], span, number, number, number, of="person")


def _is_single(one: Argument) -> bool:
    if one.name:
        return one.name == "PER"
    said = table_of("counted")["said"].get((folded(one.text).split() or [""])[0])
    return said == 1.0 and _is_person(folded(one.head))


def _is_person(noun: str) -> bool:
    word = noun.rpartition(" ")[2]
    return is_person_noun(word) or word in table_of("counted")["anyone"].split()
