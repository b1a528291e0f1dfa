"""Which digits are no quantities?

Dates, years and times of day are told here, names and addresses in `quantity_designators`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.extract.lexicon import words_of
from crosscheck.extract.quantity_designators import (
    BOOK,
    address_at,
    glued_at,
    is_counted,
    labelled_at,
    marker_at,
    run_of,
    telephone_at,
    web_at,
    word_at,
)
from crosscheck.extract.quantity_lexer import Atom, is_word, tight
from crosscheck.extract.quantity_units import sign_before, unit_at

YEARS = range(1500, 2151)  # four bare digits in this range are a year unless something says that they count
LONGEST_RUN = 40  # atoms; the longest number with its unit and hyphens has about twenty


def strangers(atoms: Sequence[Atom]) -> frozenset[int]:
    """The indexes of atoms that must not be read as numbers."""
    found: set[int] = set(_endless(atoms))
    for index, atom in enumerate(atoms):
        if atom.digits and index not in found:
            for reader in (_fixed, web_at, _date, _clock, glued_at, labelled_at, address_at, telephone_at, marker_at, _decade):
                last = reader(atoms, index)
                if last is not None:
                    found.update(range(index, last))
                    break
    return frozenset(found | set(_weekday_dates(atoms)))


def _endless(atoms: Sequence[Atom]) -> Iterator[int]:
    """Every atom of a run without white space that is too long for a word: code, keys, encoded pictures."""
    first = 0
    for index in range(1, len(atoms) + 1):
        if index == len(atoms) or atoms[index].gap:
            if index - first > LONGEST_RUN:
                yield from range(first, index)
            first = index


def _fixed(atoms: Sequence[Atom], index: int) -> int | None:
    """9/11, 24/7, a 4-4-2."""
    end = run_of(atoms, index, "/-x.")
    name = "".join(atom.text for atom in atoms[index:end])
    return end if end > index + 1 and atoms[index].gap and name in words_of(BOOK, "fixed") else None


# dates and times


def _is_month(atoms: Sequence[Atom], index: int) -> bool:
    return word_at(atoms, index, "months") and atoms[index].text[0].isupper()


def _date(atoms: Sequence[Atom], index: int) -> int | None:
    """March 31, 31 March 2022, 20-24 Sept., 2022-03-31, 31/03/2022, a bare year."""
    text = atoms[index].text
    before = index - 1 - is_word(atoms, index - 1, ".")
    if _is_month(atoms, before) and len(text) <= 4:
        return _after_day(atoms, run_of(atoms, index, "-–/"))
    if _is_written_date(atoms, index):
        return run_of(atoms, index, "-/.")
    end = run_of(atoms, index, "-–") if len(text) <= 2 else index + 1
    after = end + is_word(atoms, end, "st", "nd", "rd", "th")
    after += is_word(atoms, after, "of")
    if len(text) <= 2 and _is_month(atoms, after):
        return _after_month(atoms, after + 1)
    return _year(atoms, index)


def _after_day(atoms: Sequence[Atom], at: int) -> int:
    """Past "th", "and 24", ", 2022"."""
    at += is_word(atoms, at, "st", "nd", "rd", "th")
    if (
        is_word(atoms, at, "and", "to", "-", "–", "or")
        and at + 1 < len(atoms)
        and len(atoms[at + 1].text) <= 2
        and atoms[at + 1].digits
        and not is_counted(atoms, at + 2)
    ):
        at += 2
    return _after_month(atoms, at)


def _after_month(atoms: Sequence[Atom], at: int) -> int:
    at += is_word(atoms, at, ".")
    comma = at + is_word(atoms, at, ",")
    year = comma < len(atoms) and atoms[comma].digits and len(atoms[comma].text) == 4 and int(atoms[comma].text) in YEARS
    return comma + 1 if year else at


def _is_written_date(atoms: Sequence[Atom], index: int) -> bool:
    for mark in "-/.":
        end = run_of(atoms, index, mark)
        if end == index + 5:
            sizes = tuple(len(atoms[i].text) for i in range(index, end, 2))
            if sizes in ((4, 2, 2), (2, 2, 4), (1, 2, 4), (2, 1, 4), (1, 1, 4), (2, 2, 2), (4, 1, 1), (4, 1, 2)):
                return True
            return mark == "." and end > index + 3 and not all(size == 3 for size in sizes[1:])
        if mark == "." and end > index + 5:
            return not all(len(atoms[i].text) == 3 for i in range(index + 2, end, 2))
    return False


def _is_year(atoms: Sequence[Atom], index: int) -> bool:
    text = atoms[index].text if index < len(atoms) else ""
    return len(text) == 4 and text.isdecimal() and int(text) in YEARS


def _year(atoms: Sequence[Atom], index: int) -> int | None:
    """2019, 2018-19, "2014 elections"; not 2,019, $2019, 2019 people, 2000rpm, "more than 2000"."""
    if not _is_year(atoms, index) or _joined_on(atoms, index):
        return None
    end = index + 1
    if (
        is_word(atoms, end, "-", "–", "/")
        and tight(atoms, end)
        and tight(atoms, end + 1)
        and atoms[end + 1].digits
        and len(atoms[end + 1].text) in (2, 4)
    ):
        end += 2
    if is_counted(atoms, end) or sign_before(atoms, index) is not None or _is_measured(atoms, end) or _is_bounded(atoms, index):
        return None
    return end


def _joined_on(atoms: Sequence[Atom], index: int) -> bool:
    """Whether the digits go on: 2000.5, 2000,000, x2000."""
    after = is_word(atoms, index + 1, ".", ",") and tight(atoms, index + 1) and tight(atoms, index + 2) and atoms[index + 2].digits
    before = tight(atoms, index) and index > 1 and atoms[index - 1].text in ".," and atoms[index - 2].digits and not atoms[index - 1].gap
    return after or before


def _is_measured(atoms: Sequence[Atom], index: int) -> bool:
    found = unit_at(atoms, index + is_word(atoms, index, "-"))
    return found is not None and (found[1].dimension != "time" or atoms[found[0] - 1].lower.endswith("s"))


def _is_bounded(atoms: Sequence[Atom], index: int) -> bool:
    before = [a.lower for a in atoms[max(0, index - 2) : index]]
    return before[-1:] in (
        ["about"],
        ["approximately"],
        ["nearly"],
        ["almost"],
        ["roughly"],
        ["exceeding"],
        ["totaling"],
        ["totalling"],
    ) or before in (["more", "than"], ["less", "than"], ["fewer", "than"], ["at", "least"], ["up", "to"])


def _decade(atoms: Sequence[Atom], index: int) -> int | None:
    """1990s, the '90s, 80's, mid-50s."""
    text = atoms[index].text
    at = index + 1 + (is_word(atoms, index + 1, "'", "’", "′") and tight(atoms, index + 1))
    if (
        len(text) in (2, 4)
        and text.endswith("0")
        and tight(atoms, at)
        and atoms[at].text == "s"
        and (len(text) == 4 or at > index + 1 or not is_word(atoms, index - 1, "$"))
    ):
        return at + 1
    owned = _is_year(atoms, index) and at > index + 1 and tight(atoms, at) and atoms[at].text == "s"
    return at + 1 if owned else None


def _clock(atoms: Sequence[Atom], index: int) -> int | None:
    """17:22, 5:25 a.m., 7.05am, 5 pm, 0900 GMT, 5 o'clock, 1:36.6."""
    if is_word(atoms, index + 1, ":") and tight(atoms, index + 1) and tight(atoms, index + 2) and atoms[index + 2].digits:
        return run_of(atoms, index, ":.")
    if index > 1 and atoms[index - 1].text == ":" and tight(atoms, index) and atoms[index - 2].digits:
        return index + 1
    if _is_military(atoms, index):
        return index + 1
    end = run_of(atoms, index, ".")
    if len(atoms[index].text) > 4 or end > index + 3:
        return None
    return end if _is_hour(atoms, end) and not sign_before(atoms, index) else None


def _is_military(atoms: Sequence[Atom], index: int) -> bool:
    """ "At 1430 hours", "about 1430 hrs", "at 1715 (1415 GMT)"."""
    text = atoms[index].text
    if (
        len(text) != 4
        or int(text[:2]) > 24
        or int(text[2:]) > 59
        or not is_word(atoms, index - 1, "at", "about", "around", "by", "from", "until", "till", "since", "to", "between", "and")
    ):
        return False
    named = is_word(atoms, index + 1, "hours", "hrs", "hour") and (
        text[2:] != "00" or is_word(atoms, index - 1, "at", "from") or is_word(atoms, index + 1, "hrs")
    )
    zoned = is_word(atoms, index + 1, "(") and index + 3 < len(atoms) and atoms[index + 2].digits and word_at(atoms, index + 3, "clock")
    return named or zoned


def _is_hour(atoms: Sequence[Atom], at: int) -> bool:
    if is_word(atoms, at, "a", "p") and is_word(atoms, at + 1, ".") and tight(atoms, at + 1) and is_word(atoms, at + 2, "m"):
        return True
    if is_word(atoms, at, "o") and is_word(atoms, at + 1, "'", "’") and is_word(atoms, at + 2, "clock"):
        return True
    if not word_at(atoms, at, "clock") or is_word(atoms, at, "et", "hrs", "est", "ist"):
        return False
    upper = atoms[at].text.isupper() or atoms[at].lower in ("am", "pm")
    return upper and not (tight(atoms, at + 1) and atoms[at + 1].letters)


def _weekday_dates(atoms: Sequence[Atom]) -> Iterator[int]:
    """ "Monday 12", "Fri 3": the day of a month without its month, unless it counts something."""
    for index in range(1, len(atoms)):
        if (
            atoms[index].digits
            and len(atoms[index].text) <= 2
            and word_at(atoms, index - 1, "weekdays")
            and atoms[index - 1].text[0].isupper()
            and len(atoms[index - 1].text) <= 4
        ):
            yield index


# designators
