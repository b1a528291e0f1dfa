"""Do the parts add up that a sentence lists to its end, or names in brackets?

Beside the shapes of judge/check_totals.py these are read: parts after a colon or dash, whatever the clause before it ("nine people were killed: four
soldiers, three officers and two civilians"; "1,200 jobs: 700 in Arvenia, 300 in Orva and 200 abroad"), amounts in brackets of what something was
split between, and "of the 80 passengers, 50 were women, 20 men and 10 children", where only a sum that comes out says anything: of so many, some
may be two things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.extract.quantity_lexer import atoms_of
from crosscheck.extract.quantity_numerals import numeral_at
from crosscheck.judge import check_totals
from crosscheck.judge.checkrule import Line, Sum, lines_in, number
from crosscheck.judge.lexicon import words
from crosscheck.model.article import Article
from crosscheck.model.claim import Extract, Quantity, Span
from crosscheck.values import dataclass

REACH = 80  # code points from the total to the colon behind its clause
LONGEST = 300  # code points of a list
ITEM_WORDS = 8  # words in one part, with its number
PARTS = 12

_JOINT = re.compile(r",\s+and\s+|\s+and\s+|;\s+and\s+|,\s+|;\s+")
_COLON = re.compile(r":\s|\s[–—-]\s|—")
_OF_THE = re.compile(r"\bof (?:the|these|those|its|their|his|her|all)\s+$", re.IGNORECASE)
_WRITTEN = re.compile(r"\d[\d,]*(?:\.\d+)?")
_TAIL = re.compile(r"[.)\]”\"]|\s[–—-]\s|—")


@dataclass(frozen=True, slots=True)
class _Part:
    """A number of a list, and where its words begin and end; `half` is half its last digit written."""

    value: float
    half: float
    start: int
    end: int


def sums(article: Article, extract: Extract) -> Iterator[Sum]:
    """Every total with parts, each place once."""
    told = list(check_totals.sums(article, extract))
    yield from told
    for line in lines_in(article, extract):
        for total in line.quantities:
            found = _sum(line, total) if _is_total(total) else None
            if found is not None and not any(found.span.touches(one.span) for one in told):
                told.append(found)
                yield found


def _is_total(quantity: Quantity) -> bool:
    return quantity.kind in ("count", "money", "measure") and quantity.mod in ("=", "up", "down") and (quantity.value or 0) >= 2


def _sum(line: Line, total: Quantity) -> Sum | None:
    listed = _after_colon(line, total)
    if listed:
        return _added(total, listed, must=_all_name(line, listed))
    bracketed = _in_brackets(line, total)
    if bracketed:
        return _added(total, bracketed, must=True)
    return _added(total, _of_the(line, total), must=False)


def _added(total: Quantity, parts: list[_Part], *, must: bool) -> Sum | None:
    """What the parts make; None where that says nothing: rounded sums, and those that need not come out."""
    stated = total.value or 0.0
    added = sum(part.value for part in parts)
    rough = _half(total) + sum(part.half for part in parts)
    wrong = added != stated
    if len(parts) < 2 or (wrong and (not must or abs(added - stated) <= rough)):
        return None
    listed = " and ".join(number(part.value) for part in parts)
    return Sum(
        Span(total.span.start, parts[-1].end), not wrong, f"{listed} make {number(added)}, {f'not {number(stated)}' if wrong else 'as stated'}."
    )


def _half(quantity: Quantity) -> float:
    """Half of the last digit written: of "120 million" half a million, of a bare 1,200 fifty, since such are rounded."""
    written = _WRITTEN.search(quantity.text)
    digits = float(written.group().replace(",", "")) if written else 0.0
    scale = (quantity.value or 0.0) / digits if digits else 0.0
    if written is None or scale <= 1:
        return (quantity.precision or 0.0) / 2
    return 0.5 * scale / 10.0 ** len(written.group().partition(".")[2])


def _after_colon(line: Line, total: Quantity) -> list[_Part]:
    """The parts behind the first colon or dash, if nothing between says "and", a number or a reason."""
    colon = _COLON.search(line.rest(total.span.end, REACH))
    if colon is None or any(total.span.end <= q.span.start < total.span.end + colon.start() for q in line.quantities):
        return []
    between = line.rest(total.span.end, colon.start()).casefold()
    if any(map(str.isdigit, between)) or not words("sums", "breaks").isdisjoint(between.replace(",", " ").split()):
        return []
    return _listed(line, total.span.end + colon.end(), total)


def _of_the(line: Line, total: Quantity) -> list[_Part]:
    """ "Of the 80 passengers, 50 were women …"."""
    if not _OF_THE.search(line.before(total.span.start)):
        return []
    comma = line.rest(total.span.end, REACH).find(",")
    named = line.rest(total.span.end, comma).split() if comma > 0 else []
    return _listed(line, total.span.end + comma + 1, total) if 0 < len(named) <= ITEM_WORDS else []


def _listed(line: Line, start: int, total: Quantity) -> list[_Part]:
    """The parts of a list up to the one behind its "and", each of which begins with a number; empty where one does not."""
    text = line.rest(start, LONGEST)
    parts: list[_Part] = []
    at, last = len(text) - len(text.lstrip()), False
    while len(parts) < PARTS:
        joint = None if last else _JOINT.search(text, at)
        end = joint.start() if joint else _end(text, at)
        part = _part(line, start + at, start + end, total)
        if part is None:
            return []
        parts.append(part)
        if joint is None:
            break
        at, last = joint.end(), "and" in joint.group()
    return parts if last else []


def _end(text: str, at: int) -> int:
    """Where the last part ends: at a comma, the clause's end, or a bracket that closes."""
    tail = _TAIL.search(text, at)
    comma = _JOINT.search(text, at)
    return min(found.start() if found else len(text) for found in (tail, comma))


def _part(line: Line, start: int, end: int, total: Quantity) -> _Part | None:
    """The number that the words begin with; of money and measures only one of the total's unit."""
    text = line.between(start, end)
    said = text.split()
    if not 1 < len(said) <= ITEM_WORDS and not total.unit:
        return None
    quantity = next((q for q in line.quantities if q.span.start == start), None)
    if quantity is not None and (quantity.unit or total.unit):
        same = quantity.unit == total.unit and quantity.mod == "=" and quantity.value is not None
        return _Part(quantity.value or 0.0, _half(quantity), start, end) if same else None
    return None if total.unit else _counted(text, start, end)


def _counted(text: str, start: int, end: int) -> _Part | None:
    atoms = atoms_of(text)
    numeral = numeral_at(atoms, 0) if atoms else None
    single = text.split()[0].casefold() in ("a", "an", "one") and text.split()[1].casefold() not in words("sums", "no_single")
    value = 1.0 if single else numeral.value if numeral else None
    rest = text.split()[1:]
    if value is None or value < 1 or value != int(value) or any(any(map(str.isdigit, word)) for word in rest) or not _counts(rest):
        return None
    return _Part(value, 0.0, start, end)


def _counts(rest: list[str]) -> bool:
    """Whether what stands behind the number can be what it counts: no age, share or length of time."""
    return words("sums", "measures").isdisjoint(word.casefold().strip(",.") for word in rest[:2])


def _all_name(line: Line, parts: list[_Part]) -> bool:
    """Whether each part says what or where it is, so that a wrong sum is the article's: "five with murder" may leave others out."""
    second = [line.between(part.start, part.end).split()[1:2] for part in parts]
    return all(word and word[0].casefold() not in words("sums", "vague") for word in second)


def _in_brackets(line: Line, total: Quantity) -> list[_Part]:
    """ "$120 million is split between schools ($70 million), roads ($30 million) and parks ($20 million)"."""
    behind = [q for q in line.quantities if q.span.start >= total.span.end]
    if len(behind) < 2 or words("sums", "split").isdisjoint(line.between(total.span.end, behind[0].span.start).casefold().split()):
        return []
    parts: list[_Part] = []
    end = behind[0].span.start
    for quantity in behind:
        bracketed = line.between(quantity.span.start - 1, quantity.span.start) == "(" and line.rest(quantity.span.end, 1) == ")"
        if not bracketed or quantity.unit != total.unit or quantity.mod != "=" or quantity.value is None or quantity.kind != total.kind:
            return []
        parts.append(_Part(quantity.value, _half(quantity), quantity.span.start, quantity.span.end + 1))
        last, end = line.between(end, quantity.span.start), quantity.span.end
    return parts if " and " in last else []
