"""Does a long text say of somebody else what a claim says of those whom it names?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from crosscheck.judge.bearing.case import Case
from crosscheck.judge.bearing.facts import Fact
from crosscheck.judge.bearing.passages import Text, sayers_of
from crosscheck.judge.bearing.turned import HEAVY, LONG
from crosscheck.judge.bearing.words import Said, Word, said, words_in
from crosscheck.model.claim import Argument, Facet, Span
from crosscheck.model.verdict import Verdict

JOIN = 5  # characters of " and "
PARTIES = (Facet.AGENT, Facet.PATIENT, Facet.RECIPIENT)


def other_party(case: Case) -> Argument | None:
    """Whom the passage of a long text names where the claim names another: "The owner met the player's agent" beside "the manager met the agent"."""
    sayers = sayers_of(case.claim)
    for fact in case.facts if len(case.passages) > LONG else ():
        wanted, found = fact.wanted.value, fact.found.value
        if not isinstance(wanted, Argument) or not isinstance(found, Argument) or fact.finding.verdict is Verdict.AGREEMENT:
            continue
        is_asked = wanted.facet in PARTIES and wanted.name and not any(sayer.touches(wanted.span) for sayer in sayers)
        if is_asked and _is_named(found) and not is_party(case, fact):
            return found
    return _instead(case) if len(case.passages) > LONG else None


def _instead(case: Case) -> Argument | None:
    """Who acts in the passage's sentence, where whoever acts in the claim is named in another sentence only."""
    here = said([*case.best.words, *(word for argument in _agents(case.best.text, case.best.number) for word in named_words(case, argument))])
    sayers = sayers_of(case.claim)
    acting = [one for one in _agents(case.claim) if _is_named(one) and not any(sayer.touches(one.span) for sayer in sayers)]
    if all(_is_met(here, case.claim.words(one.span)) for one in acting):
        return None
    wanted = said(case.own_words)
    others = (one for one in _agents(case.best.text, case.best.number) if _is_named(one))
    return next((one for one in others if not _is_met(wanted, named_words(case, one))), None)


def unnamed_doer(case: Case) -> Argument | None:
    """Whoever acts in the claim by name, where the passage of a long text names nobody of that name.

    "France delivered them" is not borne out by "two were delivered", though the sentence before speaks of a French base.
    """
    agreed = (fact.wanted.facet is Facet.AGENT and fact.finding.verdict is Verdict.AGREEMENT for fact in case.facts)
    if len(case.passages) <= LONG or any(agreed):
        return None
    here = said([*case.best.words, *(word for argument in _agents(case.best.text, case.best.number) for word in named_words(case, argument))])
    sayers = sayers_of(case.claim)
    acting = [one for one in _agents(case.claim) if _is_named(one) and not any(sayer.touches(one.span) for sayer in sayers)]
    return next((one for one in acting if not _is_met(here, case.claim.words(one.span))), None)


def doer_of_a_name(case: Case) -> Argument | None:
    """Whoever acts in the claim, where the passage has that word only before what the claim does it to: "tram lines were damaged"."""
    if len(case.passages) <= LONG:
        return None
    done_to = [argument for claim in case.claim.extract.claims for argument in claim.arguments if argument.facet is Facet.PATIENT]
    things = [word for argument in done_to for word in case.claim.words(argument.span)[-1:]]
    for one in _agents(case.claim):
        head = case.claim.words(one.span)[-1:]
        places = [at for at, word in enumerate(case.best.words) if any(word.stem == mine.stem for mine in head)]
        if places and all(_is_before(case.best.words[at : at + 2], things) for at in places):
            return one
    return None


def _is_before(two: Sequence[Word], things: Sequence[Word]) -> bool:
    """Whether the first of two words stands, in one breath, before one of the things."""
    return len(two) == 2 and two[1].span.start - two[0].span.end == 1 and any(two[1].stem == thing.stem for thing in things)


def acts_another(case: Case, mine: Word, theirs: Word) -> bool:
    """Whether two deeds are done by two: "Tarn beat Orlane" is no opposite of "Orlane lost to Tarn"."""
    doers = [one for one in _doers(case.claim, mine.span) if _is_named(one)]
    others = [one for one in _doers(case.best.text, theirs.span) if _is_named(one)]
    if not doers or not others:
        return False
    there = said([word for one in others for word in named_words(case, one)])
    return not _is_met(there, (word for one in doers for word in case.claim.words(one.span)))


def _doers(text: Text, deed: Span) -> list[Argument]:
    claims = [claim for claim in text.extract.claims if claim.predicate.span.touches(deed)]
    return [argument for claim in claims for argument in claim.arguments if argument.facet is Facet.AGENT]


def _agents(text: Text, sentence: int | None = None) -> list[Argument]:
    claims = [claim for claim in text.extract.claims if sentence is None or claim.sentence == sentence]
    return [argument for claim in claims for argument in claim.arguments if argument.facet is Facet.AGENT]


def _is_met(there: Said, words: Iterable[Word]) -> bool:
    return any(there.meets(word) for word in words if word.weight >= HEAVY)


def is_party(case: Case, fact: Fact) -> bool:
    """Whether the proposition of the passage has a part for the claim's party, under any of the names that the article has for it."""
    value = fact.wanted.value
    return value is not None and _is_met(_parties(case, fact), case.claim.words(value.span))


def is_one_deed(case: Case, fact: Fact) -> bool:
    """Whether a long text tells who did what is done once: "the helicopters" are ordered once, "Bamako" is visited often.

    "It is in fact former President Keïta, overthrown by Goïta, who is behind the order": that Goïta is named there does not make it his.
    """
    done_to = [argument for argument in fact.wanted.claim.arguments if argument.facet is Facet.PATIENT]
    return fact.wanted.facet is Facet.AGENT and len(case.passages) > LONG and any(argument.text.casefold().startswith("the ") for argument in done_to)


def _is_named(party: Argument) -> bool:
    return bool(party.name or party.entity) or any(word[:1].isupper() for word in party.text.split()[1:])


def _parties(case: Case, fact: Fact) -> Said:
    return said([word for argument in fact.found.claim.arguments for word in named_words(case, argument)])


def named_words(case: Case, argument: Argument) -> Iterator[Word]:
    """The words of a party of the passage, by all names that its article has for it."""
    text = case.best.text
    yield from text.words(argument.span)
    for mention in (mention for entity in text.extract.entities for mention in entity.mentions):
        if 0 < mention.span.start - argument.span.end <= JOIN and text.article.text[argument.span.end : mention.span.start].strip() == "and":
            yield from text.words(mention.span)  # "the leaders of Mali" of "the leaders of Mali and Burkina Faso"
    for name in (argument.entity, *argument.also):
        yield from words_in(name, 0, len(name)) if name else ()
