"""Who is who in an article: which words speak of one entity, and what is its canonical name?

An entity is known by its names ("Ibrahim Boubacar Keïta", "IBK", "Keïta"), by the descriptions that the text ties to it ("Assimi Goita, the head of
Mali's military junta" makes "the head of the junta" him), as a government by country, capital or "the junta", and as a speaker by "he",
"she" and "the official".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from crosscheck.extract.aliases_names import Group, groups_of, head_of, named_in
from crosscheck.extract.aliases_roles import Roles, roles_in
from crosscheck.extract.names import folded
from crosscheck.extract.places import country_name, country_of
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Entity, Mention, Span
from crosscheck.values import dataclass


@dataclass(frozen=True)
class Aliases:
    """Answers who is meant by some words of the article. Build it with `of`."""

    sentences: tuple[Sentence, ...]
    text: str
    groups: tuple[Group, ...]
    roles: Roles

    @classmethod
    def of(cls, sentences: Sequence[Sentence], text: str) -> Aliases:
        groups = groups_of(tuple(named_in(sentences, text)), text)
        return cls(tuple(sentences), text, groups, roles_in(sentences, text, groups))

    def canonical(self, where: Span | str) -> str | None:
        """The canonical name of the entity that a phrase speaks of; None where it is no entity the article knows."""
        if isinstance(where, str):
            return self._by_words.get(folded(where))
        if where not in self._meant:
            head = self._head(where)
            self._meant[where] = None if head is None else self._by_token.get(head.start) or self._titled(where) or self._unmarked(head)
        return self._meant[where]

    @cached_property
    def _meant(self) -> dict[Span, str | None]:
        """What `canonical` has answered: the arguments of nested clauses are the same."""
        return {}

    def _titled(self, span: Span) -> str | None:
        """The person whose title heads the phrase: "Minister of Foreign Affairs Abdoulaye Diop"."""
        people = {entity for span_, entity in self._names_in(span) if self.type_of(entity) == "PER" and span_.end >= span.end}
        return people.pop() if len(people) == 1 else None

    def _names_in(self, span: Span) -> list[tuple[Span, str]]:
        first = bisect_left(self._ordered, (span, ""))
        found = []
        for held, entity in self._ordered[first:]:
            if held.start >= span.end:
                break
            found.append((held, entity))
        return found

    def _unmarked(self, head: Token) -> str | None:
        """A name that was not marked here: one marked elsewhere in the article, or a country."""
        if head.pos != "PROPN":
            return None
        code = country_of(head.text)
        return self._by_words.get(folded(head.text)) or (country_name(code) if code is not None else None)

    def type_of(self, entity: str) -> str:
        """PER, ORG, LOC or MISC; "" for an entity that has no name."""
        return self._types.get(entity, "")

    def also(self, where: Span | str) -> tuple[str, ...]:
        """The other ways in which the article speaks of the same, in text order: names, descriptions, what "is" ties to it."""
        entity = self.canonical(where) if isinstance(where, Span) else (self.canonical(where) or where)
        head = self._head(where) if isinstance(where, Span) else None
        said = self.text[slice(*where)] if isinstance(where, Span) else where
        forms = [*self._forms.get(entity or "", ()), *(self.roles.identities.get(head.lemma.lower(), ()) if head is not None else ())]
        return tuple(dict.fromkeys(form for form in forms if folded(form) != folded(said)))

    @property
    def entities(self) -> tuple[Entity, ...]:
        mentions: dict[str, dict[Span, Mention]] = {}
        for span, entity in sorted(self._spans.items()):
            mentions.setdefault(entity, {})[span] = Mention(self.text[span.start : span.end], span)
        return tuple(Entity(entity, self.type_of(entity), tuple(found.values())) for entity, found in mentions.items())

    def _head(self, span: Span) -> Token | None:
        if span not in self._heads:
            self._heads[span] = self._head_in(span)
        return self._heads[span]

    @cached_property
    def _heads(self) -> dict[Span, Token | None]:
        return {}

    def _head_in(self, span: Span) -> Token | None:
        index = bisect_right(self._starts, span.start) - 1
        inside = self.sentences[index].touching(*span) if index >= 0 else ()
        tokens = [token for token in inside if token.pos not in ("PUNCT", "ADP")]
        return head_of(tokens) if tokens else None

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(sentence.start for sentence in self.sentences)

    @cached_property
    def _ordered(self) -> list[tuple[Span, str]]:
        return sorted(self._spans.items())

    @cached_property
    def _types(self) -> dict[str, str]:
        return {group.name: group.type for group in reversed(self.groups)}

    @cached_property
    def _spans(self) -> dict[Span, str]:
        names = {mention.span: group.name for group in self.groups for mention in group.mentions}
        return self.roles.spans | names

    @cached_property
    def _by_token(self) -> dict[int, str]:
        found = dict(self.roles.tokens)
        for group in self.groups:
            for mention in group.mentions:
                for token in mention.sentence.tokens[mention.first : mention.last]:
                    if token.dep != "amod" and token.pos != "ADJ":
                        found[token.start] = group.name
        return found

    @cached_property
    def _by_words(self) -> dict[str, str]:
        found = {folded(self.text[slice(*span)]): entity for span, entity in self.roles.spans.items()}
        for group in self.groups:
            for form in (group.name, *group.forms):
                found[folded(form)] = group.name
        return found

    @cached_property
    def _forms(self) -> dict[str, tuple[str, ...]]:
        forms: dict[str, list[str]] = {}
        for span, entity in sorted(self._spans.items()):
            words = self.text[slice(*span)]
            if words.lower() not in ("he", "she", "his", "her", "him", "who", "they", "it"):
                forms.setdefault(entity, []).append(words)
        return {entity: tuple(dict.fromkeys(said)) for entity, said in forms.items()}
