"""Which descriptions and pronouns speak of which entity?

A role comes from a title ("President Putin"), an apposition ("Goita, the head of the junta") or "is" ("X is the president"); "the president" then is
the last one with that role. "the junta" and "the government" are the country's that the text names with them, or the only one of the
article. "he" and "she" are the last person of that gender who did something.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field
from functools import cache, lru_cache

from crosscheck.extract.aliases_names import Group, Named
from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.names import bare_name, folded
from crosscheck.extract.places import country_name, country_of, government_of
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Span
from crosscheck.values import dataclass

MEMORY = 12  # sentences; how far back "he" or "the official" may point. News repeats the name within that.
SUBJECT, ACTING, GENDER, UNNAMED = 0.6, 0.2, 0.9, 0.5
"""What speaks for somebody being meant by "he", in sentences of distance. Set on the news and lives of GUM, whose coreference is marked."""
_DEFINITE = ("the", "this", "that", "these", "those")
_BESIDE = ("appos", "flat", "compound", "nmod")
_HE, _SHE = ("he", "his", "him", "himself"), ("she", "her", "hers", "herself")


@dataclass(slots=True)
class Roles:
    """What descriptions and pronouns stand for: by the start of their head token, and by span; `identities` by head noun."""

    tokens: dict[int, str] = field(default_factory=dict)
    spans: dict[Span, str] = field(default_factory=dict)
    identities: dict[str, tuple[str, ...]] = field(default_factory=dict)
    named: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Known:
    """An entity that may be spoken of again: its roles so far, its gender ("m", "f" or ""), and where it was last met.

    `roles` has each role with the country it is held in, "" where none is told: "Kenyan President Otieno" is president of Kenya.
    """

    entity: str
    type: str
    roles: dict[str, str] = field(default_factory=dict)
    gender: str = ""
    sentence: int = -1
    acting: bool = False
    subject: bool = False


def roles_in(sentences: Sequence[Sentence], text: str, groups: Sequence[Group]) -> Roles:
    """Every description and pronoun of the article that can be tied to an entity."""
    roles = Roles()
    named = {(m.sentence.number, t.index): (g, m) for g in groups for m in g.mentions for t in m.sentence.tokens[m.first : m.last]}
    known = {group.name: _Known(group.name, group.type) for group in groups}
    seats = _governments(sentences, groups)
    for sentence in sentences:
        for token in sentence:
            held = named.get((sentence.number, token.index))
            if held is not None and held[1].head.index == token.index:
                roles.named[token.start] = held[0].name
                _meet(sentence, held[1], _moved_up(known, held[0].name), roles, known)
            elif held is None:
                _resolve(sentence, token, known, seats, roles)
    roles.identities = _identities(sentences, text)
    return roles


def _moved_up(known: dict[str, _Known], name: str) -> _Known:
    """The entity, now the last one in `known`: those met last stand last, those not met yet first."""
    known[name] = known.pop(name)
    return known[name]


def _near(known: dict[str, _Known], sentence: Sentence, memory: int) -> list[_Known]:
    """The entities met within so many sentences, the last one first."""
    found = []
    for one in reversed(known.values()):
        if one.sentence < 0 or sentence.number - one.sentence > memory:
            break
        found.append(one)
    return found


def _meet(sentence: Sentence, mention: Named, one: _Known, roles: Roles, known: dict[str, _Known]) -> None:
    """A name tells its bearer's roles and gender, and makes him the last one met."""
    is_subject = mention.head.dep in ("nsubj", "nsubj:pass")
    one.subject = is_subject or (one.subject and one.sentence == sentence.number)
    one.sentence, one.acting = sentence.number, is_subject or one.acting
    one.gender = one.gender or _gender_of(sentence, mention)
    for noun in (noun for noun in _descriptions(sentence, mention) if _fits(noun, one.type) or _is_right_before(sentence, noun, mention)):
        lemma = noun.lemma.lower()
        one.roles[lemma] = _country_beside(sentence, noun) or _country_beside(sentence, mention.head) or one.roles.get(lemma, "")
        if noun.index < mention.first or noun.index >= mention.last:
            tokens = _own_phrase(sentence, noun, mention)
            if tokens:
                _forget(roles.tokens.get(noun.start), one, known)
                roles.tokens[noun.start] = one.entity
                roles.spans[Span(tokens[0].start, tokens[-1].end)] = one.entity


def _forget(described: str | None, one: _Known, known: dict[str, _Known]) -> None:
    """ "A spokesman for the ministry, John Smith": the description met before the name was no second person."""
    met = known.get(described or "")  # none for a country that only its government stands for
    if met is not None and met is not one and met.type == "":
        del known[met.entity]


def _own_phrase(sentence: Sentence, noun: Token, mention: Named) -> tuple[Token, ...]:
    """The description without the name inside it, when it is an apposition of several words."""
    if folded(noun.text).strip(".") in words_of("person_titles", "before") and noun.pos == "PROPN":
        return ()
    below = {t.index for t in sentence.subtree(mention.head)} if noun in sentence.ancestors(mention.head) else set()
    return tuple(t for t in phrase_of(sentence, noun) if t.index not in below and t.text not in (",", "("))


def phrase_of(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """A description without the clauses, appositions and adverbials that hang on it: "the head of Mali's military junta"."""
    left_out = (
        "acl",
        "advcl",
        "parataxis",
        "conj",
        "cc",
        "appos",
        "obl",
        "ccomp",
        "xcomp",
        "nsubj",
        "csubj",
        "cop",
        "aux",
        "advmod",
        "case",
        "mark",
        "obj",
        "dep",
        "orphan",
    )
    tokens = list(sentence.subtree(noun, without=("punct",)))
    tops = {child.index for child in sentence.children(noun, *left_out)}
    gone = {token.index for top in tops for token in sentence.subtree(sentence.tokens[top])}
    kept = [token for token in tokens if token.index not in gone]
    first = next(i for i, token in enumerate(kept) if token.index == noun.index)
    start, stop = first, first
    while start > 0 and kept[start - 1].index == kept[start].index - 1:
        start -= 1
    while stop + 1 < len(kept) and kept[stop + 1].index == kept[stop].index + 1 and kept[stop + 1].pos != "VERB":
        stop += 1
    return tuple(kept[start : stop + 1])


def _descriptions(sentence: Sentence, mention: Named) -> Iterator[Token]:
    """The nouns that say what a named one is: titles, appositions on either side, a copula's complement."""
    head = mention.head
    for child in sentence.children(head, "appos", "compound", "nmod", "flat", "amod", "nmod:desc"):
        if child.index not in range(mention.first, mention.last) and child.pos in ("NOUN", "PROPN") and _is_role(child):
            yield child
    for token in sentence.tokens[max(0, mention.first - 3) : mention.first]:
        if _is_role(token) and (token.head == head.index or token.dep.startswith("nmod:desc")):
            yield token
    above = sentence.head(head)
    if mention.first and _is_right_before(sentence, sentence.tokens[mention.first - 1], mention):
        yield sentence.tokens[mention.first - 1]
    above = sentence.head(head)
    if head.dep.partition(":")[0] in ("appos", "flat") or head.dep == "nmod:desc":
        yield from _above(sentence, head, mention)
    if head.dep == "nsubj" and above.pos == "NOUN" and sentence.child(above, "cop") is not None:
        yield above


def _above(sentence: Sentence, head: Token, mention: Named) -> Iterator[Token]:
    """The roles that a name stands beside: "the head of the junta, Colonel Assimi Goïta" hangs on the junta, but is its head."""
    for above in sentence.ancestors(head):
        if above.index not in range(mention.first, mention.last) and _is_role(above) and (mention.type == "ORG" or not _is_body(above.lemma.lower())):
            yield above
        if above.dep.partition(":")[0] not in ("appos", "flat", "nmod", "compound"):
            return


def _is_right_before(sentence: Sentence, noun: Token, mention: Named) -> bool:
    """Whatever noun stands right before a person's name says who it is: "leading rusher Carl Osk", "the beekeeper Rosa Diaz"."""
    if noun.index != mention.first - 1 or mention.type != "PER" or noun.pos != "NOUN" or noun.tag != "NN" or not noun.text.islower():
        return False
    hangs, carries = mention.head.head == noun.index, noun.head == mention.head.index
    return (hangs and mention.head.dep.partition(":")[0] in _BESIDE) or (carries and noun.dep.partition(":")[0] in _BESIDE)


def _is_role(token: Token) -> bool:
    lemma = token.lemma.lower()
    return lemma in words_of("person_titles", "person") or _is_body(lemma)


def _fits(role: Token, type: str) -> bool:
    """Whether the noun may describe an entity of the type: a president a person, a company an organisation, a country a place."""
    lemma = role.lemma.lower()
    if type == "PER":
        return lemma in words_of("person_titles", "person")
    return _is_body(lemma) if type == "ORG" else lemma in words_of("place_words", "kinds")


def _is_body(lemma: str) -> bool:
    return any(lemma in words_of("organisation_words", kind) for kind in ("company", "body", "government"))


def _gender_of(sentence: Sentence, mention: Named) -> str:
    near = [t.lower.strip(".") for t in sentence.tokens[max(0, mention.first - 3) : mention.last]]
    near += [noun.lemma.lower() for noun in _descriptions(sentence, mention)]
    if any(word in words_of("person_titles", "male") for word in near):
        return "m"
    if any(word in words_of("person_titles", "female") for word in near):
        return "f"
    return _gender_of_name(bare_name(mention.words)[0]) if mention.type == "PER" and len(bare_name(mention.words)) > 1 else ""


@lru_cache(maxsize=65536)
def _gender_of_name(first: str) -> str:
    """By a first name in folded form: "elena" is a woman's; "" where it may be either's."""
    return "f" if first in _names_of("female") else "m" if first in _names_of("male") else ""


@cache
def _names_of(gender: str) -> frozenset[str]:
    names: str = table_of("first_names_gender")[gender]
    return frozenset(names.split())


def _resolve(sentence: Sentence, token: Token, known: dict[str, _Known], seats: tuple[str, ...], roles: Roles) -> None:
    entity, lower = None, token.lower
    if lower in _HE or lower in _SHE:
        entity = _person_for(sentence, token, known, roles)
    elif token.pos == "PRON" and lower in ("who", "whom"):
        entity = _antecedent(sentence, token, roles, known)
    elif token.pos == "NOUN" and token.start not in roles.tokens:
        entity = _government_for(sentence, token, seats) or _described_by(sentence, token, known)
    if entity is None:
        return
    roles.tokens[token.start] = entity
    tokens = phrase_of(sentence, token) if token.pos == "NOUN" else (token,)
    roles.spans[Span(tokens[0].start, tokens[-1].end)] = entity


def _person_for(sentence: Sentence, token: Token, known: dict[str, _Known], roles: Roles) -> str | None:
    """The likeliest person of that gender among those met; never the subject of the very verb that it is an object of."""
    gender = "m" if token.lower in _HE else "f"
    barred = _own_subject(sentence, token, known, roles)
    people = [one for one in _near(known, sentence, MEMORY) if one.type in ("PER", "") and one.gender in ("", gender)]
    fitting = [one for one in people if one.entity != barred]
    if not fitting:
        return None
    best = max(fitting, key=lambda one: (_likely(one, gender, sentence), one.sentence))
    best.gender, best.sentence = gender, sentence.number
    best.subject = token.dep in ("nsubj", "nsubj:pass")
    return _moved_up(known, best.entity).entity


def _likely(one: _Known, gender: str, sentence: Sentence) -> float:
    """How likely a pronoun means somebody: the nearer, the more so who is the subject there, and whose gender is known."""
    gap = sentence.number - one.sentence
    return SUBJECT * one.subject + ACTING * one.acting + GENDER * (one.gender == gender) - UNNAMED * (one.type == "") - gap


def _own_subject(sentence: Sentence, token: Token, known: dict[str, _Known], roles: Roles) -> str | None:
    """Who does what the pronoun is done to: "Weber called her a friend"; "himself" is the one who does it."""
    verb = sentence.head(token)
    if token.dep not in ("obj", "iobj") or token.lower in ("himself", "herself") or verb.pos != "VERB":
        return None
    subject = sentence.child(verb, "nsubj")
    if subject is None:
        return None
    return roles.tokens.get(subject.start) or roles.named.get(subject.start)


def _antecedent(sentence: Sentence, token: Token, roles: Roles, known: dict[str, _Known]) -> str | None:
    """ "who" is the noun that its clause describes."""
    verb = sentence.head(token)
    if not verb.dep.startswith("acl"):
        return None
    noun = sentence.head(verb)
    if noun.start in roles.tokens:
        return roles.tokens[noun.start]
    words = folded(" ".join(t.text for t in phrase_of(sentence, noun) if t.index <= noun.index + 3))
    people = (one for one in _near(known, sentence, MEMORY) if one.type in ("PER", ""))
    return next((one.entity for one in people if folded(one.entity) and words.startswith(folded(one.entity))), None)


def _described_by(sentence: Sentence, noun: Token, known: dict[str, _Known]) -> str | None:
    """ "the president", "the company": the last one met with that role. An indefinite one ("an official") is somebody new."""
    lemma = noun.lemma.lower()
    if not _is_role(noun) and all(lemma not in one.roles for one in known.values()):
        return None
    determiner = sentence.child(noun, "det")
    if any(child.pos == "PROPN" for child in sentence.children(noun, "appos", "flat")):
        return None  # the name beside it says who
    near = _near(known, sentence, MEMORY * 2)
    if determiner is None and _country_beside(sentence, noun) is not None:
        return _with_complement(sentence, noun, near)
    if determiner is None or determiner.lower not in _DEFINITE:
        if determiner is not None and determiner.lower in ("a", "an", "another", "one") and lemma in words_of("person_titles", "person"):
            name = " ".join(token.text for token in phrase_of(sentence, noun) if token.index > determiner.index)
            known.pop(name, None)
            known[name] = _Known(name, "", {lemma: _country_beside(sentence, noun) or ""}, "", sentence.number, True)
            return name
        return None
    if sentence.children(noun, "nmod", "acl", "compound", "nmod:poss", "amod", "appos"):
        return _with_complement(sentence, noun, near)
    narrower = set(table_of("person_titles")["general"].get(lemma, ()))
    holders = [one for one in near if lemma in one.roles] or [one for one in near if narrower & one.roles.keys() and one.type in ("PER", "")]
    best = max(holders, key=lambda one: (one.sentence, one.acting), default=None)
    if best is None:
        return _only_company(lemma, near)
    best.sentence = sentence.number
    return _moved_up(known, best.entity).entity


def _with_complement(sentence: Sentence, noun: Token, near: Sequence[_Known]) -> str | None:
    """ "the head of the junta" is the one who was introduced as "the head of Mali's military junta"; others with the role are not.

    Of two presidents "the Kenyan president" is the one of Kenya.
    """
    lemma, country = noun.lemma.lower(), _country_beside(sentence, noun)
    holders = [one for one in near if lemma in one.roles and one.type in ("PER", "") and (country is None or one.roles[lemma] in ("", country))]
    own = [one for one in holders if country is not None and one.roles[lemma] == country]
    fitting = own or holders
    return fitting[0].entity if len(fitting) == 1 and sentence.child(noun, "appos", "acl") is None else None


def _only_company(lemma: str, near: Sequence[_Known]) -> str | None:
    """ "the company" after one organisation, where no other could be meant."""
    organisations = [one for one in near if one.type == "ORG"]
    if lemma in words_of("organisation_words", "body"):
        organisations = [one for one in organisations if lemma in folded(one.entity).split()]
    elif lemma not in words_of("organisation_words", "company"):
        return None
    return organisations[0].entity if len(organisations) == 1 else None


def _governments(sentences: Sequence[Sentence], groups: Sequence[Group]) -> tuple[str, ...]:
    """The countries whose government the article names as such ("Mali's military junta", "the French government"), in text order."""
    found: list[str] = []
    for sentence in sentences:
        for token in sentence:
            if token.lemma.lower() in words_of("organisation_words", "government"):
                owner = _country_beside(sentence, token)
                found += [owner] if owner else []
    return tuple(dict.fromkeys(found))


def _country_beside(sentence: Sentence, noun: Token) -> str | None:
    """ "Mali's junta", "the Malian government", "the junta in Bamako"."""
    for child in sentence.children(noun, "nmod", "amod", "compound", "nmod:poss"):
        code = country_of(child.text) or (government_of(child.text) if child.pos == "PROPN" else None)
        if code is not None:
            return country_name(code)
    return None


def _government_for(sentence: Sentence, noun: Token, seats: tuple[str, ...]) -> str | None:
    """ "the junta" is the government of its country; "the army" and "the military" are not."""
    lemma = noun.lemma.lower()
    if lemma not in words_of("organisation_words", "government") or lemma in ("army", "military"):
        return None
    beside = _country_beside(sentence, noun)
    if beside is not None:
        return beside
    if sentence.children(noun, "compound", "nmod", "nmod:poss"):
        return None  # "the IBK regime" is somebody's own
    determiner = sentence.child(noun, "det")
    return seats[0] if len(seats) == 1 and determiner is not None and determiner.lower == "the" else None


def _identities(sentences: Sequence[Sentence], text: str) -> dict[str, tuple[str, ...]]:
    """What "is" says that a common noun is: "The helicopters were Mi-35P attack aircraft, an export version of the Mi-24P"."""
    found: dict[str, list[str]] = {}
    for sentence in sentences:
        for token in sentence:
            if token.pos not in ("NOUN", "PROPN") or sentence.child(token, "cop") is None:
                continue
            subject = sentence.child(token, "nsubj")
            if subject is None or subject.pos != "NOUN":
                continue
            if sentence.child(token, "advmod") is not None and sentence.child(token, "advmod").lower in ("not", "n't", "never"):  # type: ignore[union-attr]
                continue
            phrases = [token, *sentence.children(token, "appos")]
            found.setdefault(subject.lemma.lower(), []).extend(_short(sentence, phrase, text) for phrase in phrases)
    return {noun: tuple(dict.fromkeys(said)) for noun, said in found.items()}


def _short(sentence: Sentence, noun: Token, text: str) -> str:
    """A phrase without its clauses, appositions, subject and copula."""
    tokens = sentence.subtree(noun, without=("nsubj", "cop", "appos", "acl", "punct", "advcl", "parataxis", "conj", "cc", "det", "advmod", "obl"))
    return text[tokens[0].start : tokens[-1].end]
