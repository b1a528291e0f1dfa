"""Which named mentions of an article are of one entity, and what is its canonical name?

Names come from the sentence's own names. Mentions are grouped within a type; a country also by its people's and its other names. The
canonical name is the fullest form without titles, in its first spelling; for a country its usual English name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field
from itertools import pairwise

from crosscheck.extract.lexicon import words_of
from crosscheck.extract.names import bare_name, folded, initials_of, own_name, same_name
from crosscheck.extract.places import country_name, country_of, government_of, is_house
from crosscheck.language.gazetteer import stands_alone
from crosscheck.language.tokens import Name, Sentence, Token
from crosscheck.model.claim import Span
from crosscheck.values import dataclass

_AGENT_CASES = ("by", "'s", "’s", "from", "with", "against", "between")


@dataclass(frozen=True, slots=True)
class Named:
    """A name where it stands: `words` is the name without titles, `head` the token its phrase hangs on."""

    sentence: Sentence
    first: int
    last: int
    type: str
    words: str
    span: Span
    head: Token


@dataclass(slots=True)
class Group:
    """Mentions of one entity while an article is read."""

    type: str
    name: str
    forms: list[str] = field(default_factory=list)
    mentions: list[Named] = field(default_factory=list)


def named_in(sentences: Sequence[Sentence], text: str) -> Iterator[Named]:
    """Every name of the article in text order, demonyms among them."""
    for sentence in sentences:
        for name in sentence.names:
            last = _whole(sentence, name)
            tokens = sentence.tokens[name.first : last]
            if not tokens or all(folded(token.text).strip(".") in _title_words() for token in tokens):
                continue
            span = Span(tokens[0].start, tokens[-1].end)
            yield Named(sentence, name.first, last, _type_of(tokens, name.type), text[span.start : span.end], span, head_of(tokens))


def _type_of(tokens: Sequence[Token], type: str) -> str:
    """A country is a place, by whatever house it goes ("Kremlin"), and who bears a rank is a person."""
    words = " ".join(token.text for token in tokens)
    if country_of(words) or government_of(words):
        return "LOC"
    if type == "PER" and any(letter.isdigit() for letter in words):
        return "MISC"  # "Mil Mi-35P"
    titled = len(tokens) > 1 and folded(tokens[0].text).strip(".") in words_of("person_titles", "ranks")
    return "PER" if titled and type in ("MISC", "LOC") else type


def _whole(sentence: Sentence, name: Name) -> int:
    """Where the name ends once surnames that the tree ties to it are taken in: "Ibrahim" of "Ibrahim Boubacar Keïta"."""
    last = name.last
    stop = last
    while name.type == "PER" and stop < min(len(sentence), name.last + 3):
        token = sentence.tokens[stop]
        if token.pos != "PROPN" or token.name not in ("", name.type) or not token.text[0].isupper():
            break
        stop += 1
        if len(_tops(sentence.tokens[name.first : stop])) == 1:
            last = stop
    return last


def _tops(tokens: Sequence[Token]) -> list[Token]:
    inside = {token.index for token in tokens}
    return [token for token in tokens if token.head not in inside or token.head == token.index]


def _title_words() -> frozenset[str]:
    return words_of("person_titles", "before") | words_of("person_titles", "person")


def head_of(tokens: Sequence[Token]) -> Token:
    """The token of a run that hangs on something outside it; the last one where several do."""
    return (_tops(tokens) or [tokens[-1]])[0]


def groups_of(named: Sequence[Named], text: str) -> tuple[Group, ...]:
    """The entities of an article in order of their first mention."""
    groups: list[Group] = []
    shelves: dict[str, list[Group]] = {}
    acronyms = acronyms_in(named, text)
    order = sorted(range(len(named)), key=lambda i: (-_fullness(named[i]), named[i].span.start))
    for i in order:
        mention = named[i]
        group = _group_for(mention, shelves, acronyms)
        if group is None:
            group = Group(mention.type, _canonical(mention))
            groups.append(group)
            for key in (*_keys(group.type, mention.words, group.name), *_first_word(mention)):
                shelves.setdefault(key, []).append(group)
        group.mentions.append(mention)
        group.forms.append(mention.words)
    for group in groups:
        group.mentions.sort(key=lambda mention: mention.span.start)
    return tuple(sorted(groups, key=lambda group: group.mentions[0].span.start))


def _fullness(mention: Named) -> int:
    """How many words of the name say who it is; a fuller name is grouped first, so that "Keïta" finds "Ibrahim Boubacar Keïta"."""
    return len(bare_name(mention.words)) if mention.type == "PER" else len(mention.words.split())


def acronyms_in(named: Sequence[Named], text: str) -> dict[str, str]:
    """Short forms that the text explains: "Ibrahim Boubacar Keïta (IBK)", "the African Union, or AU" -> folded acronym to the name."""
    found: dict[str, str] = {}
    for left, right in pairwise(named):
        between = text[left.span.end : right.span.start].strip()
        if between in ("(", ", or", "or", "( the", '("', "(“") and right.words.replace(".", "").isupper() and len(right.words) < len(left.words):
            found[folded(right.words)] = left.words
    for mention in named:
        inside = _bracketed(text, mention.span.end)
        if inside and folded(inside) in (initials_of(mention.words), folded(mention.words)[:1] + initials_of(mention.words)[1:]):
            found[folded(inside)] = mention.words
    return found


def _bracketed(text: str, end: int) -> str:
    """A short word in capitals in the bracket that follows."""
    if not text[end : end + 2].strip().startswith("("):
        return ""
    start = text.index("(", end) + 1
    stop = text.find(")", start, start + 12)
    inside = text[start:stop] if stop > 0 else ""
    return inside if inside.replace(".", "").isupper() and " " not in inside else ""


def _keys(type: str, words: str, name: str = "") -> tuple[str, ...]:
    """Under which keys a name is looked for: a person by the surname's first letter, others by their own, and every name as it is."""
    first = bare_name(words)[-1:] if type == "PER" else (folded(own_name(words)),)
    return tuple(dict.fromkeys((f"{type} {first[0][:1] if first else ''}", folded(words), folded(name or words))))


def _group_for(mention: Named, shelves: dict[str, list[Group]], acronyms: dict[str, str]) -> Group | None:
    full = acronyms.get(folded(mention.words))
    explained = shelves.get(folded(full)) if full is not None else None
    if explained:
        return explained[0]
    code = country_of(mention.words) or (government_of(mention.words) if is_government(mention) else None)
    if code is not None and mention.type != "PER":
        return next((group for group in shelves.get(folded(country_name(code)), ()) if group.name == country_name(code)), None)
    keys = (*_keys(mention.type, mention.words), *_keys("PER", mention.words)[:1])
    candidates = {id(group): group for key in keys for group in shelves.get(key, ())}
    return _nearest([group for group in candidates.values() if _fits(mention, group)], mention) or _whole_of(mention, shelves)


def _first_word(mention: Named) -> tuple[str, ...]:
    """The key under which a body is found by the first word of its name."""
    words = mention.words.split()
    return (f"first {folded(words[0])}",) if mention.type == "ORG" and len(words) > 1 and stands_alone(words[0]) else ()


def _whole_of(mention: Named, shelves: dict[str, list[Group]]) -> Group | None:
    """ "Norvik" after "Norvik Energy" is that firm, where no other begins so."""
    found = shelves.get(f"first {folded(mention.words)}", ()) if mention.type == "ORG" else ()
    return found[0] if len(found) == 1 else None


def _fits(mention: Named, group: Group) -> bool:
    if group.type == "PER" and mention.type != "PER" and len(bare_name(group.forms[0])) > 1:
        return folded(mention.words).endswith(" " + folded(group.name))  # "International Cooperation Abdoulaye Diop", cut wrongly
    if mention.type != group.type and folded(mention.words) != folded(group.forms[0]):
        return False
    return same_name(mention.words, group.forms[0], mention.type)


def _nearest(groups: Sequence[Group], mention: Named) -> Group | None:
    """Of several with the surname, the one named last before this mention."""
    if len(groups) < 2:
        return groups[0] if groups else None
    before = [(max((m.span.start for m in g.mentions if m.span.start <= mention.span.start), default=-1), -i) for i, g in enumerate(groups)]
    return groups[-max(before)[1]]


def _canonical(mention: Named) -> str:
    code = country_of(mention.words) or (government_of(mention.words) if is_government(mention) else None)
    if code is not None and mention.type != "PER":
        return country_name(code)
    if mention.type == "PER":
        return _without_titles(mention.words)
    return mention.words.removesuffix("'s").removesuffix("’s").strip()


def _without_titles(words: str) -> str:
    titles = words_of("person_titles", "before")
    parts = words.removesuffix("'s").removesuffix("’s").split()
    while len(parts) > 1 and folded(parts[0]).strip(".") in titles:
        parts = parts[1:]
    return " ".join(parts)


def is_government(mention: Named) -> bool:
    """Whether a capital or a house acts, so that it means the government: "Moscow allocated", not "in Moscow"."""
    if government_of(mention.words) is None:
        return False
    if is_house(mention.words):
        return True
    if any(child.dep == "case" and child.lower not in _AGENT_CASES for child in mention.sentence.children(mention.head)):
        return False
    head = mention.sentence.head(mention.head)
    if mention.head.dep in ("nsubj", "nsubj:pass", "obj", "iobj"):
        return True
    by = any(child.lower == "by" for child in mention.sentence.children(mention.head, "case"))
    return by and head.pos == "VERB"
