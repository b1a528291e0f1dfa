"""Which digits are names and addresses: "Mi-24P", "Flight 370", "24 Elm Street", "+1 555 0100", a list marker?"""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.extract.lexicon import words_of
from crosscheck.extract.quantity_lexer import Atom, is_word, tight
from crosscheck.extract.quantity_numeral import number_words
from crosscheck.extract.quantity_units import doubtful_signs, sign_before, unit_at

BOOK = "quantity_strangers"


def word_at(atoms: Sequence[Atom], index: int, key: str) -> bool:
    return 0 <= index < len(atoms) and atoms[index].lower in words_of(BOOK, key)


def _chunk(atoms: Sequence[Atom], index: int) -> tuple[int, int]:
    """The run of touching atoms that holds `index`, at most sixty to either side."""
    first = last = index
    while first > max(0, index - 60) and not atoms[first].gap:
        first -= 1
    while last + 1 < len(atoms) and not atoms[last + 1].gap and last < index + 60:
        last += 1
    return first, last + 1


def run_of(atoms: Sequence[Atom], index: int, marks: str) -> int:
    """Past digits joined by touching marks: 2022-03-31, 17:22:05, 192.168.0.1."""
    at = index + 1
    while at + 1 < len(atoms) and at < index + 24 and atoms[at].text in marks and tight(atoms, at) and tight(atoms, at + 1) and atoms[at + 1].digits:
        at += 2
    return at


def web_at(atoms: Sequence[Atom], index: int) -> int | None:
    if not tight(atoms, index):
        return None
    first, last = _chunk(atoms, index)
    marks = [a.text for a in atoms[first:last]]
    words = any(a.letters and len(a.text) > 1 for a in atoms[first:last])
    path = words and (
        marks.count("/") > 2 or (marks.count("/") > 1 and "-" not in marks) or marks.count("-") > 3
    )  # "news/2019/lefkos", "8-dead-in-rome-blast"
    address = path or "@" in marks or "_" in marks or "#" in marks or not {"www", "https", "http"}.isdisjoint(a.lower for a in atoms[first:last])
    return last if address else None


def is_counted(atoms: Sequence[Atom], index: int) -> bool:
    """Whether what follows makes a number a count: a unit, a countable noun, a scale."""
    return index < len(atoms) and (
        word_at(atoms, index, "countable") or atoms[index].text == "%" or atoms[index].lower in ("million", "billion", "percent")
    )


def glued_at(atoms: Sequence[Atom], index: int) -> int | None:
    """Mi-24P, G5, COVID-19, 59N6-TE, 5G, 76ers; money signs, scales, units and "sub-7" are none."""
    before = atoms[index - 1] if index and tight(atoms, index) else None
    if before is not None and before.letters and sign_before(atoms, index) is None:
        return _tail(atoms, index)
    if before is not None and before.text in "-–" and tight(atoms, index - 1) and index > 1 and _is_model(atoms, index - 2):
        return _tail(atoms, index)
    if before is not None and before.text == "-" and is_word(atoms, index - 2, "under", "over") and _names_age_group(atoms, index):
        return _tail(atoms, index)
    if (
        before is not None
        and before.text in "-–.#/"
        and index > 1
        and tight(atoms, index - 1)
        and atoms[index - 2].digits
        and index > 2
        and tight(atoms, index - 2)
        and atoms[index - 3].letters
        and sign_before(atoms, index - 2) is None
    ):
        return _tail(atoms, index)
    if before is not None and before.text == "#":
        return index + 1
    after = index + 1
    if tight(atoms, after) and atoms[after].letters and not _may_follow(atoms, after):
        return _tail(atoms, index)
    return _tail(atoms, index) if _is_type_number(atoms, index) else None


def _is_type_number(atoms: Sequence[Atom], index: int) -> bool:
    """ "The 777-200LR", "18 more 777s"."""
    at = index + 1
    if is_word(atoms, at, "-") and tight(atoms, at) and tight(atoms, at + 1) and atoms[at + 1].digits and tight(atoms, at + 2):
        return atoms[at + 2].text.isupper() and atoms[at + 2].letters and unit_at(atoms, at + 2) is None and atoms[at + 2].text not in _suffixes()
    plural = len(atoms[index].text) == 3 and is_word(atoms, at, "s") and tight(atoms, at) and index > 0
    return plural and (
        atoms[index - 1].digits or atoms[index - 1].lower in number_words() or is_word(atoms, index - 1, "more", "new", "old", "older")
    )


def _names_age_group(atoms: Sequence[Atom], index: int) -> bool:
    """ "The under-21 team", "over-60s"; "an under-20-minute race" measures."""
    plain = index + 1 >= len(atoms) or atoms[index + 1].gap or atoms[index + 1].text == "s"
    return plain and len(atoms[index].text) == 2 and unit_at(atoms, index + 1) is None and not is_word(atoms, index + 1, "%")


def _is_model(atoms: Sequence[Atom], index: int) -> bool:
    """Whether the letters before a hyphen name a model rather than a number or "sub-", "minus-"."""
    word = atoms[index]
    return (
        word.letters
        and word.lower not in words_of(BOOK, "open")
        and word.lower not in number_words()
        and not is_word(atoms, index, "magnitude", "mach", "usd", "us", "foot")
    )


def _may_follow(atoms: Sequence[Atom], index: int) -> bool:
    """Whether letters right after digits are a scale, a unit, an ordinal ending, a currency or "x"."""
    word = atoms[index].text
    if word.lower() in ("st", "nd", "rd", "th", "x", "fold", "plus", "to", "ish") or word in _suffixes():
        return True
    found = unit_at(atoms, index)
    return found is not None


def _suffixes() -> frozenset[str]:
    return words_of("quantity_numbers", "suffixes")


def _tail(atoms: Sequence[Atom], index: int) -> int:
    """Past everything that touches the digits, up to a mark that ends a word."""
    at = index + 1
    while tight(atoms, at) and (atoms[at].text.isalnum() or (atoms[at].text in "-./" and tight(atoms, at + 1) and atoms[at + 1].text.isalnum())):
        at += 1
    return at


def labelled_at(atoms: Sequence[Atom], index: int) -> int | None:
    """Flight 370, page 12, Nos. 3 and 4, Boeing 747, Radio 4."""
    if not atoms[index].gap and not is_word(atoms, index - 1, "(", "-", "."):
        return None
    at = index - 1 - (is_word(atoms, index - 1, ".") and index > 1 and not atoms[index - 1].gap)
    if at < 0 or not atoms[at].letters or not _is_bare(atoms, index) or _is_paid(atoms, index):
        return None
    word = atoms[at]
    capital = any(letter.isupper() for letter in word.text)  # "iPad 3" too
    if word.lower in words_of(BOOK, "labels") and (
        (capital and at > 0) or word.lower not in words_of(BOOK, "soft") or (word.lower == "no" and capital)
    ):
        return _listed(atoms, index)
    if (
        capital
        and (word.lower in words_of(BOOK, "names") or (word.text.isupper() and len(word.text) > 1 and at == index - 1))
        and not is_counted(atoms, index + 1)
    ):
        return run_of(atoms, index, "-–/")
    return None


def _is_paid(atoms: Sequence[Atom], index: int) -> bool:
    """Whether the letters before a number are a currency's and no word's: "USD 2mn", "SAR 20"."""
    sign = sign_before(atoms, index)
    return sign is not None and "".join(atom.text for atom in atoms[sign[0] : index]) not in doubtful_signs()


def _is_bare(atoms: Sequence[Atom], index: int) -> bool:
    """Digits alone: no separator, decimals, percent sign or scale after them."""
    after = atoms[index + 1] if index + 1 < len(atoms) else None
    if after is None:
        return True
    if after.text in ",." and tight(atoms, index + 2) and not after.gap and atoms[index + 2].digits:
        return False
    return after.text not in ("%", "°") and after.lower not in (
        "percent",
        "per",
        "pct",
        "million",
        "billion",
        "trillion",
        "thousand",
        "bn",
        "mln",
        "pc",
    )


def _listed(atoms: Sequence[Atom], index: int) -> int:
    """Past "3, 4 and 5", "10-12", "3(b)"."""
    at = index + 1
    while (
        at + 1 < len(atoms)
        and atoms[at].lower in (",", "and", "-", "–", "to", "or", "&", "/")
        and atoms[at + 1].digits
        and len(atoms[at + 1].text) <= 4
        and not is_counted(atoms, at + 2)
    ):
        at += 2
    return at


def address_at(atoms: Sequence[Atom], index: int) -> int | None:
    """12 Orchard Road, 7 W 3rd St, 4-6 Mill Avenue, the 2700 block of Mill Avenue; a postcode or ZIP code."""
    end = run_of(atoms, index, "-–")
    if _is_block(atoms, index, end):
        return end
    if is_word(atoms, end, "zip", "postcode"):
        return end
    at = end
    first_named = at + 1 < len(atoms) and is_word(atoms, at, "rue", "ave", "avenue", "via", "calle", "boulevard", "viale", "avenida")
    if first_named and atoms[at].text[0].isupper() and atoms[at + 1].text[0].isupper():
        return at + 2
    while at < min(end + 6, len(atoms)) and (atoms[at].text[0].isupper() or atoms[at].digits or atoms[at].lower in ("st", "nd", "rd", "th", ".")):
        if at > end and word_at(atoms, at, "streets") and atoms[at].text[0].isupper() and len(atoms[index].text) <= 5:
            return at
        at += 1
    return None


def _is_block(atoms: Sequence[Atom], index: int, end: int) -> bool:
    """ "2700 block of Mill Avenue": blocks of houses are numbered by the hundred."""
    named = end + 2 < len(atoms) and (atoms[end + 2].text[0].isupper() or atoms[end + 2].digits)
    return named and atoms[index].text.endswith("00") and is_word(atoms, end, "block") and is_word(atoms, end + 1, "of")


def telephone_at(atoms: Sequence[Atom], index: int) -> int | None:
    """555-123-4567, +44 20 7946 0958, 0800 123 456."""
    text = atoms[index].text
    if len(text) > 18 or (text.startswith("0") and len(text) > 1 and not is_word(atoms, index + 1, ".", ",")):
        return _groups(atoms, index)
    end = run_of(atoms, index, "-.")
    if end >= index + 5 and sum(len(atoms[i].text) for i in range(index, end, 2)) >= 7 and atoms[index + 1].text == "-":
        return end
    plus = index > 0 and atoms[index - 1].text == "+" and tight(atoms, index)
    end = _groups(atoms, index)
    return end if plus and end > index + 2 else None


def _groups(atoms: Sequence[Atom], index: int) -> int:
    at = index + 1
    while at < len(atoms) and at < index + 8 and (atoms[at].digits or (atoms[at].text in "-()" and at + 1 < len(atoms) and atoms[at + 1].digits)):
        at += 1
    return at


def marker_at(atoms: Sequence[Atom], index: int) -> int | None:
    """A list marker at the start: "1. ", "2) "; a number in brackets alone: "(4)"; a footnote "[12]"."""
    closed = is_word(atoms, index + 1, ")", "]")
    if index == 0 and len(atoms[0].text) <= 2 and (closed or (is_word(atoms, 1, ".") and len(atoms) > 2 and atoms[2].gap)):
        return 1
    if closed and is_word(atoms, index - 1, "[") and len(atoms[index].text) <= 3:
        return index + 1
    return None
