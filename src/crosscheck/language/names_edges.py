"""Where does a name begin and end, and is it one at all?

The network's edges put right: titles, articles, marks, addresses and codes are no part of a name; hyphens and particles hold parts of one together.
"""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.language import gazetteer
from crosscheck.language.tokens import Name, Sentence, Token

_WITHOUT_NAMES = ("VERB", "ADV", "PRON", "DET", "ADP", "AUX", "NUM", "INTJ")
_EDGES = (",", '"', "”", "“", "'", "(", ")", ":", ";", "-", "/")
LONGEST_SYLLABLE = 5
"""Letters of the parts of a name such as "Ban Ki-moon" or "Lee Cheuk-yan", which alone goes on in small letters after a hyphen."""


def text_of(sentence: Sentence, first: int, last: int) -> str:
    """The words from `first` up to `last`, with a space where the text has one."""
    tokens = sentence.tokens[first:last]
    return "".join((" " if at and token.start > tokens[at - 1].end else "") + token.text for at, token in enumerate(tokens))


def is_particle(word: str) -> bool:
    return word in gazetteer.small_words()[0]


def trimmed(sentence: Sentence, name: Name) -> Name | None:
    """A name without titles, articles and marks at its edges; None when nothing is left or what is left is no name."""
    tokens, first, last = sentence.tokens, name.first, _before_address(sentence.tokens, name)
    while first < last and _no_part(tokens, first, last, name.type):
        first += 1
    while last > first and _no_end(tokens, first, last, name.type):
        last -= 1
    kind = "PER" if is_second_of_title(tokens, first - 1) else name.type
    if kind == "PER":
        first = max([first, *(at + 1 for at in range(first, last) if tokens[at].text.islower() and not _holds(tokens, at))])
        last = _to_the_end(sentence, first, last)
    first, last = _from_article(tokens, first), _over_hyphens(tokens, first, last, kind)
    kept = Name(first, last, kind)
    return None if first >= last or _is_no_name(sentence, kept) else kept


def _before_address(tokens: Sequence[Token], name: Name) -> int:
    """ "Anna Weber a.weber@example.org" ends before the address."""
    return next((at for at in range(name.first, name.last) if _is_address(tokens[at].text)), name.last)


def _is_address(word: str) -> bool:
    return "." in word[1:].partition("@")[2] or word.startswith("www.") or "//" in word


def _no_part(tokens: Sequence[Token], at: int, last: int, kind: str) -> bool:
    text = tokens[at].text
    if text.lower() in ("the", "a", "an") or tokens[at].pos == "PUNCT" or (text.islower() and not is_particle(text)):
        return True
    if is_second_of_title(tokens, at):
        return True
    if kind != "PER" or at + 1 >= last:
        return kind == "PER" and text in gazetteer.titles() and text not in gazetteer.first_names()
    return text in gazetteer.titles() or text in gazetteer.peoples() or (text in gazetteer.countries() and tokens[at + 1].text in gazetteer.titles())


def is_second_of_title(tokens: Sequence[Token], at: int) -> bool:
    """The "General" of "Secretary-General"."""
    return at > 1 and tokens[at].text in gazetteer.closing() and tokens[at - 1].text == "-" and tokens[at - 2].text in gazetteer.titles()


def _no_end(tokens: Sequence[Token], first: int, last: int, kind: str) -> bool:
    token = tokens[last - 1]
    if token.tag == "POS" or token.text in _EDGES:
        return True
    if kind == "PER" and last - first > 1:
        return token.text in gazetteer.closing() and token.text not in gazetteer.first_names()
    return kind == "LOC" and last - first > 1 and _is_code(token.text) and tokens[first].text not in gazetteer.place_endings()


def _is_code(word: str) -> bool:
    """ "E17", "08759": what follows a place and is none. "Highway 61" and "Sector 7" are named so."""
    return any(map(str.isdigit, word)) and len(word) > 1 and not word.islower()


def _holds(tokens: Sequence[Token], at: int) -> bool:
    """A small word that a person's name may have inside: a particle, or the "moon" of "Ki-moon"."""
    return is_particle(tokens[at].text) or (at > 0 and tokens[at - 1].text == "-")


def _to_the_end(sentence: Sentence, first: int, last: int) -> int:
    """A person's name goes on as long as proper nouns hang together: "Boubacar" + "Keïta", "al" + "-" + "Bashir"."""
    tokens = sentence.tokens
    while last < len(tokens) and tokens[last].tag == "NNP" and tokens[last].dep in ("flat", "compound") and first <= tokens[last].head < last:
        last += 1
    return last


def _from_article(tokens: Sequence[Token], first: int) -> int:
    """ "Bab" of "al-Bab" begins with its article."""
    joined = first > 1 and _hyphened(tokens, first - 1) and tokens[first - 2].text.lower() in gazetteer.articles()
    return first - 2 if joined else first


def _over_hyphens(tokens: Sequence[Token], first: int, last: int, kind: str) -> int:
    """The end of the name once what a hyphen ties to it is taken in: "Al" of "Al-Bab", "Ban Ki" of "Ban Ki-moon"."""
    while first < last < len(tokens) - 1 and _hyphened(tokens, last) and _goes_on(tokens, first, last, kind):
        last += 2
    return last


def _hyphened(tokens: Sequence[Token], at: int) -> bool:
    """A hyphen with no space on either side."""
    tight = tokens[at].text in ("-", "‐", "‑") and 0 < at < len(tokens) - 1
    return tight and tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start


def _goes_on(tokens: Sequence[Token], first: int, last: int, kind: str) -> bool:
    before, after = tokens[last - 1].text, tokens[last + 1].text
    if before.lower() in gazetteer.articles():
        return after[:1].isupper()
    if kind != "PER" or last - first < 2:
        return False  # "Trump-Putin summit" is of two, "Merkel-led" of one
    if after[:1].isupper():
        return after.istitle() and after not in gazetteer.peoples() and gazetteer.known(after) is None
    syllables = (tokens[first].text, before, after)
    return after.isalpha() and after not in gazetteer.after_hyphens() and all(len(part) <= LONGEST_SYLLABLE for part in syllables)


def _is_no_name(sentence: Sentence, name: Name) -> bool:
    words = [token.text for token in sentence.tokens[name.first : name.last]]
    text = text_of(sentence, name.first, name.last)
    if text in gazetteer.peoples() or not any(c.isalpha() for c in text):
        return True
    if len(words) > 1:
        return words[0] in gazetteer.peoples() and all(word in gazetteer.governments() for word in words[1:])
    if gazetteer.known(text) is not None:
        return False
    if sentence.tokens[name.first].pos in _WITHOUT_NAMES or text in gazetteer.small_words()[1]:
        return True
    return _is_half_a_people(sentence.tokens, name.first)


def _is_half_a_people(tokens: Sequence[Token], at: int) -> bool:
    """ "Franco-German": the first half is as little a name as the second."""
    return at + 2 < len(tokens) and _hyphened(tokens, at + 1) and tokens[at + 2].text in gazetteer.peoples() and tokens[at].text.endswith("o")
