"""Which claims does an article make?

An article gives as many claims as it has events and states; each takes the quantities, times and names of its own clause. A list of
dates ("coups in August 2020 and May 2021") gives one claim a date and one about their number.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from hashlib import sha256

from crosscheck.extract import topics
from crosscheck.extract.aliases import Aliases
from crosscheck.extract.argument import arguments_of, phrase_of
from crosscheck.extract.attribute import attributes_in
from crosscheck.extract.attribute_label import Label, label_of, words_near
from crosscheck.extract.attribution import chains_in
from crosscheck.extract.boilerplate import boilerplate_in
from crosscheck.extract.claims_described import with_antecedents
from crosscheck.extract.claims_listed import unfolded
from crosscheck.extract.claims_values import belongs, dated, dates_after, homes_of
from crosscheck.extract.event import Event, clause_of, events_in
from crosscheck.extract.event_mentions import mentions_in
from crosscheck.extract.event_subjects import described_with, noun_described
from crosscheck.extract.lexicon import words_of
from crosscheck.extract.plain import as_given, plain_text
from crosscheck.extract.quantity import quantities_in
from crosscheck.extract.things import filled_by, ordinals_in, things_in
from crosscheck.extract.time import times_in
from crosscheck.extract.time_context import is_inside
from crosscheck.ingest.entries import entries_in
from crosscheck.ingest.metadata import header_of
from crosscheck.language import pipeline as language
from crosscheck.language.datelines import DASHES
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.article import Article
from crosscheck.model.claim import Argument, Attribution, Claim, Entity, Extract, Facet, Modality, Predicate, Quantity, Span, Thing, Time
from crosscheck.values import dataclass

_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
_BRACKETS = ("(", "(about", "(around", "(some", "(roughly", "(nearly", ";", "/", "[", ") (", "(or", "(US", "(approximately")


@dataclass(frozen=True)
class _Read:
    """A sentence with all that was found in it."""

    sentence: Sentence
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    attributions: tuple[Attribution, ...]

    @cached_property
    def terms(self) -> tuple[str, ...]:
        return tuple(sorted({token.lemma.lower() for token in self.sentence if token.pos in _CONTENT and len(token.text) > 1}))


@dataclass(frozen=True, slots=True)
class _Around:
    """For each number of a sentence the lemmas that may tell what it says, and what the words around it say that it is the value of.

    `deeds` has the lemma of what somebody has or begins to do by the index of the verb above it: "2,000 people had to leave".
    """

    words: Mapping[Span, tuple[str, ...]]
    labels: Mapping[Span, Label]
    deeds: Mapping[int, str]


def extracted(article: Article, own_topics: tuple[str, ...] = ()) -> Extract:
    """Everything that the article states, with every claim's values bound to it; `own_topics` are the paths of a user's topic files."""
    return next(extracted_from_each([article], own_topics))


def extracted_from_each(articles: Sequence[Article], own_topics: tuple[str, ...] = ()) -> Iterator[Extract]:
    """The same for many, in their order; sentences of several short articles are read together, which takes two thirds of the time."""
    plain = [plain_text(article.text) for article in articles]
    looks = [replace(article, text=one.text) for article, one in zip(articles, plain, strict=True)]
    for article, one, seen, sentences in zip(articles, plain, looks, language.read_many(map(_prose, looks)), strict=True):
        found = _stated(seen, sentences, own_topics)
        yield found if one.text == article.text else as_given(found, one, article.text)


def _stated(article: Article, sentences: tuple[Sentence, ...], own_topics: tuple[str, ...]) -> Extract:
    text = article.text
    aliases = Aliases.of(sentences, text)
    times = times_in(sentences, text, article.published)
    attributions, chained = chains_in(sentences, text, aliases)
    read = [_Read(s, quantities_in(s, text), t, a) for s, t, a in zip(sentences, times, attributions, strict=True)]
    said = _said_in(read, chained)
    claims = tuple(claim for one in read for claim in _claims_of(article, one, aliases, said[one.sentence.number], own_topics))
    return replace(_extract(article, read, aliases.entities, tuple(with_antecedents(claims))), things=tuple(_things(read, claims, text, aliases)))


def _things(read: Sequence[_Read], claims: Sequence[Claim], text: str, aliases: Aliases) -> Iterator[Thing]:
    """What the sentences with claims speak of besides their claims' values and what they tell of as an event."""
    for number, told in itertools.groupby(claims, lambda claim: claim.sentence):
        one = read[number]
        values = {value.span for value in (*one.quantities, *one.times)}
        filled = {span for claim in told for span in filled_by(claim)}
        yield from (Thing(number, found) for found in things_in(one.sentence, filled, values, text, aliases.canonical))
        yield from (Thing(number, found) for found in ordinals_in(one.sentence, values, text))


def _said_in(read: Sequence[_Read], chained: Sequence[tuple[Attribution, ...]]) -> dict[int, list[Attribution]]:
    """The attributions whose content reaches into each sentence, those within another's content first, for theirs is the nearest voice.

    Looking at all of them in each sentence would take ever longer.
    """
    starts, ends = [one.sentence.start for one in read], [one.sentence.end for one in read]
    found: dict[int, list[Attribution]] = {one.sentence.number: [] for one in read}
    for attribution in itertools.chain(*chained, *(one.attributions for one in read)):
        reached = {at for content in attribution.content for at in range(bisect_right(ends, content.start), bisect_left(starts, content.end))}
        for at in sorted(reached):
            found[read[at].sentence.number].append(attribution)
    return found


def _extract(article: Article, read: Sequence[_Read], entities: tuple[Entity, ...], claims: tuple[Claim, ...]) -> Extract:
    return Extract(
        article.id,
        tuple(Span(one.sentence.start, one.sentence.end) for one in read),
        entities,
        tuple(quantity for one in read for quantity in one.quantities),
        tuple(time for one in read for time in one.times),
        tuple(attribution for one in read for attribution in one.attributions),
        claims,
    )


def _prose(article: Article) -> str:
    """The text with spaces in the place of metadata lines and of the page's furniture, so that every span still counts the text as given.

    What is nothing but a head was given for more than one: "Source: bank to raise its rates in June" of a batch.
    """
    text = article.text
    pieces: list[str] = []
    at = 0
    posted = (entry.stamp for entry in entries_in(text, article.published))
    for span in sorted((*header_of(text).skip, *boilerplate_in(text, article.author), *posted)):
        if span.end > at:
            start = max(span.start, at)
            pieces += (text[at:start], " " * (span.end - start))
            at = span.end
    prose = "".join((*pieces, text[at:]))
    return prose if any(map(str.isalpha, prose)) else text


def _claims_of(article: Article, read: _Read, aliases: Aliases, said: Sequence[Attribution], own_topics: tuple[str, ...]) -> Iterator[Claim]:
    sentence = read.sentence
    events = tuple(event for event in events_in(sentence, topics.is_event_noun) if event.kind != "noun" or not is_inside(event.token, read.times))
    events += tuple(_fragments(read, events))
    homes = homes_of(events)
    converted = _conversions(read.quantities, article.text)
    given: dict[Span, str | None] = {}
    around = _around(read)
    for event in events:
        quantities = tuple(q for q in read.quantities if belongs(sentence, converted.get(q.span, q.span), event, homes))
        follow = dates_after(sentence, event, read.times)
        times = tuple(dated(sentence, t, homes) for t in read.times if t in follow or belongs(sentence, t.span, event, homes))
        whole = _claim(article, read, event, quantities, times, aliases, said, own_topics)
        for claim in unfolded(_reaching(whole, follow, article.text), event, article.text):
            if not claim.quantities:
                yield claim
                continue
            named = tuple(_with_attribute(q, event, around, claim.topics, own_topics) for q in claim.quantities)
            named = tuple(_as_converted(q, named, converted) for q in named)
            given.update((q.span, q.attribute) for q in named if not given.get(q.span))
            yield replace(claim, quantities=named)
    for state, quantity in attributes_in(sentence, [q for q in read.quantities if q.span not in converted], events):
        stated = () if quantity is None else (quantity,)
        passing = _covering(_claim(article, read, state, stated, (), aliases, said, own_topics), article.text)
        named = tuple(_with_attribute(q, state, around, passing.topics, own_topics) for q in stated)
        yield replace(passing, quantities=tuple(replace(q, attribute=q.attribute or given.get(q.span)) for q in named))
    yield from (_mention(article, read, event, said) for event in mentions_in(sentence, events))


def _mention(article: Article, read: _Read, event: Event, said: Sequence[Attribution]) -> Claim:
    """The claim of an event that is only named."""
    predicate = _predicate(event, article.text)
    return Claim(
        id=_id(article, predicate.span, "mention"),
        article=article.id,
        text=predicate.text,
        span=predicate.span,
        sentence=read.sentence.number,
        predicate=predicate,
        attribution=_said_of(predicate, said),
        terms=read.terms,
        section=_section(read.sentence),
    )


def _said_of(predicate: Predicate, said: Sequence[Attribution]) -> tuple[Attribution, ...]:
    return tuple(a for a in said if any(content.start <= predicate.span.start < content.end for content in a.content))


def _conversions(quantities: Sequence[Quantity], text: str) -> dict[Span, Span]:
    """The place of the number that each number in brackets converts: "150 miles (240 km)", "3m euros (£2.6m; $3.4m)"."""
    found: dict[Span, Span] = {}
    for one, other in itertools.pairwise(quantities):
        between = text[one.span.end : other.span.start].strip()
        if one.kind == other.kind and one.kind in ("money", "measure") and one.unit != other.unit and between in _BRACKETS:
            found[other.span] = found.get(one.span, one.span)
    return found


def _as_converted(quantity: Quantity, named: Sequence[Quantity], converted: dict[Span, Span]) -> Quantity:
    """A conversion states the attribute of the number that it converts."""
    first = next((one for one in named if one.span == converted.get(quantity.span)), None)
    return quantity if first is None or first.attribute is None else replace(quantity, attribute=first.attribute)


def _covering(claim: Claim, text: str) -> Claim:
    """The claim of a state, its words reaching over its number and whose it is: "Rosa Diaz, 38"."""
    spans = (claim.span, *(quantity.span for quantity in claim.quantities), *(argument.span for argument in claim.of(Facet.AGENT)))
    span = Span(min(span.start for span in spans), max(span.end for span in spans))
    return replace(claim, span=span, text=text[span.start : span.end])


def _reaching(claim: Claim, follow: Sequence[Time], text: str) -> Claim:
    """The claim, its words reaching to the dates that follow its noun ("coups in August 2020 and May 2021")."""
    if not follow:
        return claim
    end = max(time.span.end for time in follow)
    span = Span(claim.span.start, max(claim.span.end, end))
    return replace(claim, span=span, text=text[span.start : span.end])


def _fragments(read: _Read, events: Sequence[Event]) -> Iterator[Event]:
    """A headline without a verb states its quantities of its head: "Nine dead in flood"."""
    root = read.sentence.root
    if (
        root is None
        or _is_dateline(read.sentence)
        or not (read.quantities or read.times)
        or any(root.index in (event.token.index, event.frame.index) for event in events)
    ):
        return
    after = read.sentence.tokens[root.index + 1] if root.index + 1 < len(read.sentence) else root
    if root.pos == "NUM" and after.pos == "ADJ":  # "Nine dead in flood"
        yield Event(after, root, "attribute", after.lemma.lower(), (after,))
    elif root.pos in ("NOUN", "PROPN", "ADJ", "NUM"):
        yield Event(root, root, "attribute", root.lemma.lower(), (root,))


def _is_dateline(sentence: Sentence) -> bool:
    """ "KORVA, June 12 (AP) —" is read apart from what follows, and dates the report, not an event."""
    return sentence.tokens[-1].text in DASHES


# putting the claim together


def _claim(
    article: Article,
    read: _Read,
    event: Event,
    quantities: tuple[Quantity, ...],
    times: tuple[Time, ...],
    aliases: Aliases,
    said: Sequence[Attribution],
    own_topics: tuple[str, ...],
) -> Claim:
    sentence, text = read.sentence, article.text
    clause = clause_of(sentence, event)
    arguments = arguments_of(sentence, event, clause, text, lambda span: (aliases.canonical(span), aliases.also(span)))
    arguments = topics.with_roles(event.lemma, event.kind, tuple(argument for argument in arguments if not _is_a_date(argument, read.times)))
    predicate = _predicate(event, text)
    named = topics.topics_of(event.lemma, event.kind, tuple(a.head for a in arguments), own_topics)
    span = _clause_span(sentence, clause, event)
    spoken = _said_of(predicate, said)
    modality = Modality.ALLEGED if event.modality is Modality.ACTUAL and any(a.hedged for a in spoken) else event.modality
    return Claim(
        id=_id(article, predicate.span, ""),
        article=article.id,
        text=text[span.start : span.end],
        span=span,
        sentence=sentence.number,
        predicate=predicate,
        topics=named,
        polarity=event.polarity,
        modality=modality,
        arguments=arguments,
        quantities=quantities,
        times=times,
        attribution=spoken,
        terms=read.terms,
        section=_section(sentence),
    )


def _is_a_date(argument: Argument, times: Iterable[Time]) -> bool:
    """Whether it only says when: "finished by 2026", "Tuesday's raid"; what is done to a day is no date ("celebrated Christmas")."""
    said = argument.text.removesuffix("'s").removesuffix("’s")
    span = Span(argument.span.start, argument.span.start + len(said))
    dated = any(time.type in ("DATE", "TIME") and time.span.holds(span) for time in times)
    return dated and (argument.facet is not Facet.PATIENT or any(map(str.isdecimal, said)))


def _predicate(event: Event, text: str) -> Predicate:
    first, last = event.words[0], event.words[-1]
    if last.index - first.index >= len(event.words):  # "turned the offer down": the particle stands apart
        last = first
    span = Span(first.start, last.end)
    return Predicate(text[span.start : span.end], event.lemma, span, event.kind)


def _clause_span(sentence: Sentence, clause: Sequence[Token], event: Event) -> Span:
    """From the clause's first word to its last; a participle takes the noun that it describes along ("two helicopters delivered in March")."""
    words = [token for token in clause if token.pos != "PUNCT"] or [event.token]
    first = words[0]
    frame = event.frame
    noun = noun_described(sentence, frame) if frame.dep != "acl:relcl" else None
    if noun is not None and noun.index < frame.index:
        described = (*described_with(sentence, frame, noun), noun)
        first = min(phrase_of(sentence, described[0])[0], first, key=lambda token: token.index)
    return Span(first.start, words[-1].end)


def _around(read: _Read) -> _Around:
    words = {quantity.span: words_near(read.sentence, quantity, read.quantities) for quantity in read.quantities}
    return _Around(words, {quantity.span: label_of(read.sentence, quantity) for quantity in read.quantities}, _deeds(read.sentence))


def _deeds(sentence: Sentence) -> dict[int, str]:
    done = (token for token in sentence if token.dep == "xcomp" and token.pos == "VERB" and sentence.child(token, "mark") is not None)
    return {token.head: token.lemma.lower() for token in done if sentence.head(token).lemma in words_of("attribute_words", "leads_to_a_deed")}


def _with_attribute(quantity: Quantity, event: Event, around: _Around, named: tuple[str, ...], own_topics: tuple[str, ...]) -> Quantity:
    label = around.labels.get(quantity.span, topics.NO_LABEL)
    if label.gap:
        return replace(quantity, attribute=f"gap {label.gap}")  # no topic has it: it is set against its like alone
    lemma = around.deeds.get(event.token.index, event.lemma)
    near = around.words.get(quantity.span, ())
    attribute = topics.attribute_of(lemma, event.kind, quantity.of, quantity.unit, near, named, own_topics, quantity.kind, label)
    return replace(quantity, attribute=attribute) if attribute else quantity


def _section(sentence: Sentence) -> str:
    if sentence.headline:
        return "headline"
    return "lead" if sentence.number < 3 else "body"


def _id(article: Article, span: Span, part: str) -> str:
    """Twelve hex digits from the article's id and content and the place of the predicate."""
    return sha256(f"{article.id}\0{article.sha256}\0{span.start}\0{span.end}\0{part}".encode()).hexdigest()[:12]
