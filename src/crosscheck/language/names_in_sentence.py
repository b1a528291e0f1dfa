"""Which names does a sentence hold, by its own words and the lexicons?

The network gives names; here their edges are put right (titles are no part of them), certain ones are added, and runs of proper nouns that say
what they are ("Port Alma Herald", "Quarry Road", "Osama bin Laden") become names whatever the network saw.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.language import gazetteer
from crosscheck.language.names_edges import is_particle, text_of, trimmed
from crosscheck.language.tokens import Name, Sentence, Token

_LONGEST_INITIALS = 8
_LONGEST_ADDRESSED = 4
_SMALL = ("of", "the", "and", "for", "in", "on", "de", "la", "du", "des", "-", "&")


def names_in(sentence: Sentence) -> list[Name]:
    """The names of a sentence, the network's with their edges put right and those that are certain; some may overlap."""
    return with_certain(sentence, [found for name in sentence.names if (found := trimmed(sentence, name)) is not None])


def with_certain(sentence: Sentence, names: list[Name]) -> list[Name]:
    """Names that a lexicon or the form alone makes certain, added, or in place of shorter ones inside them."""
    certain = [*_spelled_out(sentence), *_certain(sentence), *_telling_runs(sentence, names), *_descended(sentence)]
    parts = [part for name in names for part in _apart(sentence, name, certain)]
    kept = [n for n in parts if not any(c.first <= n.first and n.last <= c.last and c.last - c.first > n.last - n.first for c in certain)]
    taken = {at for n in kept for at in range(n.first, n.last)}
    return kept + [c for c in certain if not taken.intersection(range(c.first, c.last))] + list(_addressed(sentence, taken))


def _apart(sentence: Sentence, name: Name, certain: list[Name]) -> list[Name]:
    """ "Burkina Faso and Niger" are two names, each of which is certain; so are "Kenya Daniel Otieno" and "Monrovia, Liberia"."""
    if name.type != "ORG" and (split := _at_first_name(sentence, name)) is not None:
        return split
    if name.type == "LOC" and (at := next((i for i in range(name.first + 1, name.last - 1) if sentence.tokens[i].text == ","), None)):
        return [Name(name.first, at, "LOC"), Name(at + 1, name.last, "LOC")]
    inside = [c for c in certain if name.first <= c.first and c.last <= name.last]
    joints = [at for at in range(name.first, name.last) if sentence.tokens[at].text in ("and", ",")]
    covered = {at for c in inside for at in range(c.first, c.last)} | set(joints)
    return inside if joints and covered.issuperset(range(name.first, name.last)) else [name]


def _at_first_name(sentence: Sentence, name: Name) -> list[Name] | None:
    """A country and the person who stands behind it: "President of Kenya Daniel Otieno"."""
    for at in range(name.first + 1, min(name.last - 1, name.first + 4)):
        country = text_of(sentence, name.first, at) in gazetteer.countries()
        if country and sentence.tokens[at].text in gazetteer.first_names():
            return [Name(name.first, at, "LOC"), Name(at, name.last, "PER")]
    return None


def _spelled_out(sentence: Sentence) -> Iterator[Name]:
    """What initials in brackets spell out: "Economic Community of West African States (ECOWAS)", "World Health Organization (WHO)"."""
    tokens = sentence.tokens
    for at in range(2, len(tokens) - 1):
        if tokens[at - 1].text == "(" and tokens[at + 1].text == ")" and are_initials(tokens[at].text):
            first = _first_spelled(tokens, at - 1, tokens[at].text)
            if first is not None and at - 1 - first > 1:
                yield Name(first, at - 1, "ORG")


def are_initials(word: str) -> bool:
    return word.isupper() and word.isalpha() and 1 < len(word) <= _LONGEST_INITIALS


def _first_spelled(tokens: Sequence[Token], end: int, short: str) -> int | None:
    """Where the words begin that end at `end` and have these initials; small words count where their letter is needed (the O of "ECOWAS")."""
    left, at = short, end
    while left and at > 0:
        at -= 1
        word = tokens[at].text
        if left.endswith(word[0]) or (word in _SMALL and left.endswith(word[0].upper())):
            left = left[:-1]
        elif word not in _SMALL:
            return None
    return at if not left and tokens[at].text[0].isupper() else None


def _certain(sentence: Sentence) -> Iterator[Name]:
    tokens, at = sentence.tokens, 0
    while at < len(tokens):
        found = _certain_at(sentence, at) if not tokens[at].text.islower() or tokens[at].text == "al" else None
        if found is not None:
            yield found
        at = found.last if found is not None else at + 1


def _certain_at(sentence: Sentence, at: int) -> Name | None:
    tokens = sentence.tokens
    for last in range(min(len(tokens), at + gazetteer.longest().get(tokens[at].text, 1)), at + 1, -1):
        kind = gazetteer.certain(text_of(sentence, at, last))
        if kind is not None:
            return Name(at, last, kind)
    token = tokens[at]
    proper = token.pos == "PROPN" or (token.text.isupper() and token.pos in ("NOUN", "X"))
    within = at + 1 < len(tokens) and tokens[at + 1].tag == "NNP" and tokens[at + 1].dep in ("flat", "compound") and token.dep in ("compound", "flat")
    kind = gazetteer.certain(token.text) if proper and not within else None
    return Name(at, at + 1, kind) if kind is not None else None


def _telling_runs(sentence: Sentence, names: list[Name]) -> Iterator[Name]:
    """Runs of proper nouns that say what they are."""
    tokens, first = sentence.tokens, 0
    while first < len(tokens):
        last = _end_of_run(tokens, first)
        found = _telling(tokens, first, last) if last > first else None
        if found is not None and not any(n.first < found.first < n.last or n.first < found.last < n.last for n in names):
            yield found
        first = max(last, found.last if found is not None else 0, first + 1)


def _end_of_run(tokens: Sequence[Token], first: int, inside: bool = False) -> int:
    """The end of the proper nouns from here, with hyphens and "&" between them; a title of address ends them.

    Capitalised common words count after a proper noun, or from the start where the run is known to be `inside` a name ("Institute of" Modern
    Journalism).
    """
    last = at = first
    while at < len(tokens):
        token = tokens[at]
        common = (inside or last > first) and token.pos in ("NOUN", "ADJ") and token.text.istitle()
        if (common or token.tag in ("NNP", "NNPS")) and token.text not in gazetteer.addressing():
            at = last = at + 1
        elif last > first and at == last and token.text in ("-", "&") and at + 1 < len(tokens):
            at += 1
        else:
            break
    return last


def _telling(tokens: Sequence[Token], first: int, last: int) -> Name | None:
    kind = told_by_ending(tokens[last - 1].text)
    if kind is not None and tokens[last - 1].text in gazetteer.organization_words()[1] and last + 1 < len(tokens) and tokens[last].text == "of":
        end = _end_of_run(tokens, last + 1 + (tokens[last + 1].lower == "the"), inside=True)
        if end > last + 1:
            return Name(first, _with_more_fields(tokens, end), kind)
    if kind is not None and len({token.text for token in tokens[first:last]}) > 1:
        return Name(first, last, kind)
    if tokens[first].text in gazetteer.first_names():
        last = _end_of_person(tokens, first)
        return Name(first, last, "PER") if last - first > 1 and tokens[last - 1].text not in gazetteer.peoples() else None
    return None


def _with_more_fields(tokens: Sequence[Token], end: int) -> int:
    """Where an organ's name ends that tells several fields: "Ministry of Agriculture" + "and Rural Development"."""
    while end + 1 < len(tokens) and tokens[end].text in ("and", ",", "&"):
        start = end + 1 + (tokens[end + 1].text == "and")
        run = range(start, _end_of_run(tokens, start, inside=True)) if start < len(tokens) else range(0)
        stop = next((at + 1 for at in run if _closes_field(tokens, at)), None)
        if stop is None:
            break
        end = stop
    return end


def _closes_field(tokens: Sequence[Token], at: int) -> bool:
    fields = gazetteer.fields()
    return tokens[at].text in fields and (at + 1 == len(tokens) or tokens[at + 1].text not in fields)


def _descended(sentence: Sentence) -> Iterator[Name]:
    """What "bin" or "ould" holds together is a person, whatever the first names: "Tarik al-Noor bin Yassar"."""
    tokens, done = sentence.tokens, 0
    for at, token in enumerate(tokens[:-1]):
        if at < done or token.text.lower() not in gazetteer.descent() or tokens[at + 1].tag != "NNP" or not token.text[-1].islower():
            continue
        first, last = at, at + 1
        while first > done and at - first < LONGEST_PERSON and _of_person(tokens[first - 1]):
            first -= 1
        while last < len(tokens) and last - at < LONGEST_PERSON and _of_person(tokens[last]):
            last += 1
        while not tokens[last - 1].text[:1].isupper():
            last -= 1
        while tokens[first].text in ("-", "de", "of"):
            first += 1
        done = last
        if last - first > 1:
            yield Name(first, last, "PER")


def _of_person(token: Token) -> bool:
    if token.text in gazetteer.titles() or token.text in gazetteer.peoples():
        return False
    return token.tag == "NNP" or is_particle(token.text) or token.text == "-"


def told_by_ending(word: str) -> str | None:
    if word in gazetteer.place_endings():
        return "LOC"
    return "ORG" if word in gazetteer.organization_words()[0] else None


def _end_of_person(tokens: Sequence[Token], first: int) -> int:
    """After a first name, proper nouns and the particles between them are one person's: "Abu Musab al-Zarqawi", "Osama bin Laden"."""
    last = first + 1
    for at in range(first + 1, min(len(tokens), first + LONGEST_PERSON)):
        token = tokens[at]
        if token.text in gazetteer.titles() or token.text in gazetteer.countries():
            break
        if token.tag == "NNP" and not is_particle(token.text):
            last = at + 1
        elif not is_particle(token.text) and token.text != "-":
            break
    return last


LONGEST_PERSON = 7
"""Words of the longest names of persons in the news, marks included ("Abu Bakr al-Baghdadi al-Husseini")."""


def _addressed(sentence: Sentence, taken: set[int]) -> Iterator[Name]:
    """ "Col. Diarra", "Mr Yusuf": what a title of address is followed by."""
    tokens = sentence.tokens
    for at in range(1, len(tokens)):
        if tokens[at - 1].text in gazetteer.addressing() and tokens[at].tag == "NNP" and tokens[at].text not in gazetteer.titles():
            last = _end_of_person(tokens[: at + _LONGEST_ADDRESSED], at)
            if not taken.intersection(range(at, last)):
                yield Name(at, last, "PER")
