"""Who is spoken of where, for readers of details?

With surnames that were taken for words ("Young died"), kin told by whose they are, and "he" for the person whom an article is about.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.names import bare_name
from crosscheck.model.claim import Argument, Claim, Entity, Extract, Mention
from crosscheck.values import dataclass

SUBJECTS = ("he", "she")
LEAST = 3  # times that an article names the one that it is about
SHORT = 3  # letters of a surname that is looked for
Spoken = tuple[Entity, Mention]


@dataclass(frozen=True, slots=True)
class Spokens:
    """Every mention of a person in the order of the text, where they begin, and who is meant by pronouns that were read as somebody else."""

    mentions: Sequence[Spoken]
    starts: Sequence[int]
    meant: Mapping[int, Entity]

    def until(self, end: int, most: int) -> Sequence[Spoken]:
        """The last of them up to a place of the text."""
        told = bisect_left(self.starts, end)
        return [one for one in self.mentions[max(0, told - most) : told] if one[1].span.end <= end]

    @property
    def subject(self) -> Spoken | None:
        """Whom the article names, where it names one person alone."""
        named = [one for one in self.mentions if not _is_pronoun(one[1])]
        return named[0] if len({id(entity) for entity, _ in named}) == 1 else None

    def aged(self, end: int) -> Spoken | None:
        """Whom "the 44-year-old" before a place of the text means: whoever was named last, if the article names nobody as often."""
        named = [one for one in self.mentions if not _is_pronoun(one[1])]
        often = Counter(id(entity) for entity, _ in named).most_common(2)
        last = next((one for one in reversed(named) if one[1].span.start < end), None)
        leads = len(often) == 1 or (len(often) > 1 and often[0][1] > often[1][1])
        return last if last is not None and leads and id(last[0]) == often[0][0] else None

    def mended(self, claims: Sequence[Claim]) -> Sequence[Claim]:
        """The same claims with the person that each "he" means."""
        return [replace(claim, arguments=tuple(map(self._mended, claim.arguments))) for claim in claims] if self.meant else claims

    def _mended(self, argument: Argument) -> Argument:
        meant = self.meant.get(argument.span.start)
        return replace(argument, entity=meant.entity, name="PER") if meant and argument.text.casefold() in SUBJECTS else argument


def people_of(sentences: Sequence[Sentence], extract: Extract) -> Spokens:
    """Of all sentences of an article."""
    people = [entity for entity in extract.entities if entity.type == "PER"]
    named = sorted(((entity, mention) for entity in people for mention in entity.mentions), key=_start)
    taken = frozenset(mention.span.start for _, mention in named)
    surnames = _surnames(people)
    told = [sentence for sentence in sentences if not surnames.keys().isdisjoint(sentence.forms)]
    missed = [one for sentence in told for one in (*_missed(sentence, surnames, taken), *_kin(sentence, surnames, taken))]
    mentions = sorted([*named, *missed], key=_start)
    meant = _meant(sentences, mentions)
    mended = [(meant.get(_start(one), one[0]), one[1]) for one in mentions]
    return Spokens(mended, [_start(one) for one in mended], meant)


def _start(one: Spoken) -> int:
    return one[1].span.start


# surnames


def _surnames(people: Sequence[Entity]) -> Mapping[str, Entity]:
    """By the last word of a whole name, of those that one person of the article has."""
    whole = [(name, entity) for entity in people if len(name := bare_name(entity.entity)) > 1 and len(name[-1]) >= SHORT]
    often = Counter(name[-1] for name, _ in whole)
    return {name[-1]: entity for name, entity in whole if often[name[-1]] == 1}


def _missed(sentence: Sentence, surnames: Mapping[str, Entity], taken: frozenset[int]) -> Iterator[Spoken]:
    """A surname that stands alone with a capital: "Young died", but neither "Karl Young" nor "the Young Vic"."""
    for at, form in enumerate(sentence.forms):
        if form in surnames and sentence.spans[at].start not in taken and _is_alone(sentence, at):
            yield surnames[form], Mention(sentence.words[at], sentence.spans[at])


def _is_alone(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    if not word[0].isupper() or word.isupper() or word.endswith(("'s", "’s")):
        return False  # "Young's mentor" speaks of somebody else
    return not any(_is_name_beside(sentence, at, beside) for beside in (at - 1, at + 1))


def _is_name_beside(sentence: Sentence, at: int, beside: int) -> bool:
    """Whether a name goes on before or behind the word; a title before it is none."""
    if not 0 <= beside < len(sentence.words) or sentence.gaps[max(at, beside)].strip(" ."):
        return False
    is_title = beside < at and sentence.forms[beside] in words_of("person_titles", "before")
    return sentence.words[beside][0].isupper() and not is_title


def _kin(sentence: Sentence, surnames: Mapping[str, Entity], taken: frozenset[int]) -> Iterator[Spoken]:
    """Whom "her father" is, after "Osk's daughter"."""
    kin, whose = words_of("details", "kin"), None
    for at, form in enumerate(sentence.forms[1:], 1):
        if form not in kin:
            continue
        if sentence.words[at - 1].endswith(("'s", "’s")):
            whose = surnames.get(sentence.forms[at - 1])
        elif whose and sentence.forms[at - 1] in ("his", "her") and sentence.spans[at].start not in taken:
            yield whose, Mention(sentence.words[at], sentence.spans[at])


# pronouns


def _meant(sentences: Sequence[Sentence], mentions: Sequence[Spoken]) -> Mapping[int, Entity]:
    """Where "he" is the one that the article is about, and was read as another: "Osk hired Karl Ahl and Piet Brem. In 2001 he died"."""
    about = _about(mentions)
    found: dict[int, Entity] = {}
    if not about:
        return found
    before: Sequence[Spoken] = ()
    starts = [_start(one) for one in mentions]
    for sentence in sentences:
        inside = mentions[bisect_left(starts, sentence.span.start) : bisect_left(starts, sentence.span.end)]
        for at, (entity, mention) in enumerate(inside):
            if entity is not about and mention.text.casefold() == _pronoun(about) and _is_free(entity, (*before[:1], *inside[:at])):
                found[mention.span.start] = about
        before = [(found.get(_start(one), one[0]), one[1]) for one in inside]
    return found


def _is_free(entity: Entity, before: Sequence[Spoken]) -> bool:
    """Whether the person that a pronoun was read as neither begins the sentence before nor is named in its own."""
    return all(one is not entity or _is_pronoun(mention) for one, mention in before)


def _about(mentions: Sequence[Spoken]) -> Entity | None:
    """The person who is named most and first."""
    often = Counter(id(entity) for entity, mention in mentions if not _is_pronoun(mention))
    first = next((entity for entity, mention in mentions if not _is_pronoun(mention)), None)
    if first is None or often[id(first)] < max(LEAST, *often.values()) or not _pronoun(first):
        return None
    return first


def _is_pronoun(mention: Mention) -> bool:
    return mention.text.casefold() in words_of("details", "pronouns")


def _pronoun(person: Entity) -> str:
    """ "he" or "she" by the first name, or by what stands for the person elsewhere."""
    first = bare_name(person.entity)[:-1]
    known = {pronoun for pronoun, names in _first_names().items() if not names.isdisjoint(first)}
    said = {said for mention in person.mentions if (said := mention.text.casefold()) in SUBJECTS}
    return next(iter(known or said)) if len(known or said) == 1 else ""


@cache
def _first_names() -> Mapping[str, frozenset[str]]:
    names = table_of("first_names_gender")
    return {"he": frozenset(names["male"].split()), "she": frozenset(names["female"].split())}
