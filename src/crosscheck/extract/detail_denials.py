"""What does a sentence say that somebody did not do ("denied having stolen the keys", "had never met the mayor"), and where is it said that he did?

Only what is denied is looked for in every sentence. What others affirm is read from their claims once a denial of the same deed is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from crosscheck.extract.detail_days import part_around
from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.predicates import predicate_class
from crosscheck.extract.topics import is_person_noun
from crosscheck.extract.words import folded
from crosscheck.model.claim import Attribution, Claim, Facet, Modality, Polarity, Stance
from crosscheck.model.detail import Detail, Kind

STEM = 5  # letters by which two forms of a noun are one word
BEFORE = 6  # words before a deed among which "not" stands
OWN = 2  # words before a noun that belong to it: "a Keller offer"
BETWEEN = 3  # words between "denied" and the deed
BEHIND = 10  # words behind a deed that tell to whom and with what
DONE = (Modality.ACTUAL, Modality.ALLEGED)
SHORT = 3  # letters of a word for what it was done to
NEAR = 60  # code points up to a verb that is itself what is denied
BE = 3  # words before a participle among which "was" stands
BY, TO = "by ", "to "


def denials_in(sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Detail]:
    """`thing` is the class of deed, `words` are who did it ("by osk") and beginnings of the words behind it; `exact` where it was denied outright."""
    if "?" in sentence.text or (_listed("not", "never").isdisjoint(sentence.forms) and "n't" not in sentence.text and "n’t" not in sentence.text):
        return
    told = list(_gerunds(sentence, claims))
    yield from told
    for claim in claims:
        if _is_negated(sentence, claim) and not any(detail.span.touches(claim.predicate.span) for detail in told):
            found = _detail(sentence, claim, "no")
            if found:
                yield found


def affirmed(sentence: Sentence, claim: Claim) -> Detail | None:
    """What the claim says that somebody did, in the same form."""
    if claim.polarity is Polarity.NEGATED or claim.modality not in DONE or any(one.stance is not Stance.ASSERTS for one in claim.attribution):
        return None
    return None if _is_disbelieved(sentence, claim) else _detail(sentence, claim, "yes")


def _is_disbelieved(sentence: Sentence, claim: Claim) -> bool:
    """ "I didn't feel on the pitch we were pressing": we were not."""
    near = sentence.forms[: next(iter(sentence.places(claim.predicate.span)), 0)]
    believing = [at for at, form in enumerate(near) if form in words_of("event_verbs", "neg_raising")]
    return any(near[at - 1] == "not" or near[at - 1].replace("’", "'").endswith("n't") for at in believing if at)


def deed_of(claim: Claim) -> str:
    """The class of deed, or its verb; "" for what anybody does."""
    if claim.predicate.kind == "attribute":
        return ""
    lemma = claim.predicate.lemma.casefold()
    if lemma in ("fire", "aim", "take"):
        return _phrase(lemma, claim)
    if claim.predicate.kind == "verb" and lemma in ("claim", "deny") and any(one.head.casefold() in _nouns() for one in claim.of(Facet.PATIENT)):
        return "responsibility" if lemma == "claim" else ""
    found = predicate_class(lemma, claim.predicate.kind, [argument.head for argument in claim.arguments]) or lemma
    return "" if found in _listed("weak") or (lemma in _listed("weak") and found == lemma) else found


def _phrase(lemma: str, claim: Claim) -> str:
    """ "Fired at the guard" is shooting, "fired the guard" is not."""
    patients = claim.of(Facet.PATIENT)
    if lemma == "take":
        return "aim" if any(one.head.casefold() == "aim" for one in patients) else ""
    persons = any(is_person_noun(one.head.casefold()) or one.name == "PER" for one in patients)
    return "dismiss" if lemma == "fire" and persons else {"fire": "shoot", "aim": "aim"}[lemma]


def patients(detail: Detail) -> frozenset[str]:
    """To whom or what it was done, by words."""
    return frozenset(word for word in detail.words if word.startswith(TO))


def is_mutual(detail: Detail) -> bool:
    """Whether each of two does it to the other: whoever meets is met."""
    return detail.thing.split(" ")[0] in _listed("mutual")


def sides(detail: Detail) -> tuple[frozenset[str], frozenset[str]]:
    """Who did it and to whom, in one form."""
    return frozenset(word.removeprefix(BY)[:STEM] for word in doers(detail)), frozenset(word.removeprefix(TO)[:STEM] for word in patients(detail))


def of_anybody(detail: Detail) -> bool:
    """Whether no more is told of who did it than that it was a man, or the police, who tell of most things."""
    return all(word.removeprefix(BY)[:STEM] in _listed("anybody", "telling") for word in doers(detail))


def doers(detail: Detail) -> frozenset[str]:
    """Who did it, by words."""
    return frozenset(word for word in detail.words if word.startswith(BY))


def _is_negated(sentence: Sentence, claim: Claim) -> bool:
    """Whether it was not so: what was denied without a "not", what was negated without a denial, and "no warning"."""
    if claim.predicate.kind == "noun" and sentence.text[: claim.predicate.span.start - sentence.span.start].casefold().endswith(" no "):
        return claim.modality in DONE
    denied = claim.predicate.kind == "verb" and any(one.stance is Stance.DENIES and _is_denied(sentence, one, claim) for one in claim.attribution)
    open_one = any(one.stance is Stance.QUESTIONS for one in claim.attribution)
    return claim.modality in DONE and not open_one and (claim.polarity is Polarity.NEGATED) != denied


def _is_denied(sentence: Sentence, attribution: Attribution, claim: Claim) -> bool:
    """Whether it is the main thing that is denied: not "denied that the man who hit the guard was held" for the blow."""
    start = attribution.content[0].start if attribution.content else claim.span.start
    if sentence.text[max(0, start - sentence.span.start) :].split(" ")[0] in ("a", "an"):
        return False  # "denied a loan", "denied a Keller offer to plead guilty"
    return claim.predicate.span.start - start <= NEAR


def _detail(sentence: Sentence, claim: Claim, value: str) -> Detail | None:
    deed = deed_of(claim)
    at = next((at for at, span in enumerate(sentence.spans) if span.touches(claim.predicate.span)), None)
    if not deed or at is None:
        return None
    by = _doers(claim)
    if not by and not _is_passive(sentence, at):
        return None  # "the woman held in Lefkos"
    if claim.predicate.kind != "verb" and _listed("counting").isdisjoint(sentence.forms[max(0, at - BE) : at]):
        return None  # "in talks on the debt"
    end = _end(sentence, at)
    before = sentence.forms[max(0, at - BEFORE) : at]
    if value == "no" and claim.predicate.kind == "verb" and not {"a", "an"}.isdisjoint(before[-OWN:]):
        return None  # "denied a Keller offer": a noun that was read as a verb
    if value == "no" and not _listed("open").isdisjoint((*before, *sentence.forms[at:end])):
        return None
    words = _behind(sentence, at + 1, end) | _patients(claim, heads=False)
    start = _start(sentence, claim, at) if value == "no" else at
    marked = frozenset((*(BY + word for word in by), *(TO + word for word in _patients(claim))))
    found = sentence.detail(Kind.DENIED, (deed, deed), value, start, end, (words - by) | marked, sentence.said(at, end))
    if value == "no" and claim.predicate.kind != "verb" and _listed("not").isdisjoint(before):
        return None  # "denied his offer"
    return replace(found, exact=not _listed("never").isdisjoint(before) or _is_denied_outright(claim, by))


def _is_passive(sentence: Sentence, at: int) -> bool:
    """ "Was held", but not "was the intended target"."""
    if at and sentence.forms[at - 1] in ("the", "a", "an"):
        return False
    return not _listed("be").isdisjoint(sentence.forms[max(0, at - BE) : at])


def _is_denied_outright(claim: Claim, by: frozenset[str]) -> bool:
    """Whether somebody denies it, or says of himself that he did not do it."""
    said = [word for one in claim.attribution if one.source for word in _bare(one.source.text)]
    return any(one.stance is Stance.DENIES for one in claim.attribution) or not by.isdisjoint(said)


def is_denial(detail: Detail) -> bool:
    """Whether it says that somebody denied it, and not only that it was not so."""
    return not _listed("denying").isdisjoint(folded(detail.text).split()[:2])


def told_of(detail: Detail) -> frozenset[str]:
    """What it was done to, but not "a man"."""
    return frozenset(word for word in patients(detail) if word.removeprefix(TO) not in _listed("anybody"))


def _start(sentence: Sentence, claim: Claim, at: int) -> int:
    """Where it begins to be denied: at "denied", or at "not"."""
    cues = [one.cue.span.start for one in claim.attribution if one.stance is Stance.DENIES and one.cue]
    cue = next((to for to in range(max(0, at - 2 * BEFORE), at) if sentence.spans[to].start in cues), None)
    return cue if cue is not None else next((to for to in range(max(0, at - BEFORE), at) if sentence.forms[to] in _listed("not", "never")), at)


def _gerunds(sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Detail]:
    """ "Denied throwing stones at the guard", "denies having met the mayor" """
    for at, form in enumerate(sentence.forms):
        if form not in _listed("denying"):
            continue
        denier = next((claim for claim in claims if claim.predicate.span.touches(sentence.spans[at])), None)
        to = next((to for to in range(at + 1, min(at + 2 + BETWEEN, len(sentence.forms))) if sentence.forms[to] not in _listed("between")), None)
        deed = _deed(sentence, to, to > at + 1) if to is not None and denier and not _has_mark(sentence, at, to) else ""
        if to is not None and denier and deed:
            by, end = _doers(denier), _end(sentence, to)
            words = _behind(sentence, to + 1, end) - by
            words |= frozenset(TO + word for word in words) if deed in _listed("mutual") else frozenset()
            yield sentence.detail(Kind.DENIED, (deed, deed), "no", at, end, words | {BY + word for word in by}, sentence.said(to, end))


def _has_mark(sentence: Sentence, start: int, end: int) -> bool:
    return any(gap.strip() for gap in sentence.gaps[start + 1 : end + 1])


def _deed(sentence: Sentence, at: int, is_past: bool) -> str:
    """The class of deed of a gerund, or of a participle behind "having"; of "any role" what it is a role in."""
    form, then = sentence.forms[at], sentence.forms[at + 1 : at + 2]
    if form in _nouns():
        return _nouns()[form]
    if form in ("firing", "fired") and then and then[0] in _listed("towards"):
        return "shoot"
    if form in ("aiming", "aimed"):
        return "aim"
    stems = [form.removesuffix("ing")] if form.endswith("ing") else []
    if is_past and not stems:
        stems = [form, form.removesuffix("ed"), form.removesuffix("d"), *_verbs_of(form)]
    for stem in stems:
        undoubled = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
        for lemma in (stem, stem + "e", undoubled):
            found = predicate_class(lemma, "verb")
            if found and lemma not in _listed("weak"):
                return found
    return ""


def _doers(claim: Claim) -> frozenset[str]:
    """The words for whoever does it; of a pronoun also those for the source that speaks of itself."""
    agents = claim.of(Facet.AGENT)
    said = [text for agent in agents for text in (agent.text.partition(",")[0], agent.entity or "")]
    if any(agent.text.casefold() in ("he", "she", "they", "it", "i", "we") for agent in agents):
        said += [one.source.text for one in claim.attribution if one.source]
    return frozenset(word for text in said for word in _bare(text) if word.isalpha() and word not in _listed("loose"))


def _bare(text: str) -> list[str]:
    return [word.removesuffix("'s").strip(".,;:'\"“”’") for word in folded(text).replace("’", "'").split()]


def _patients(claim: Claim, heads: bool = True) -> frozenset[str]:
    said = (word for patient in claim.of(Facet.PATIENT) for word in _bare(patient.head if heads else patient.text))
    return frozenset(word[:STEM] for word in said if len(word) >= SHORT and word not in _listed("loose"))


def _behind(sentence: Sentence, start: int, end: int) -> frozenset[str]:
    kept = sentence.names()
    named = {sentence.forms[at] for at in range(start, end) if sentence.words[at][0].isupper() and len(sentence.forms[at]) >= SHORT}
    told = sentence.forms[start:end]
    return frozenset(
        (*(form[:STEM] for form in told if form in kept or form in named), *(each for form in told for each in _persons().get(form, ())))
    )


def _end(sentence: Sentence, at: int) -> int:
    """Behind what it was done to and with, in a list as well: "waved at him and two neighbours"."""
    end = part_around(sentence, at, at)[1]
    if sentence.forms[end : end + 1] == ("and",) and end + 1 < len(sentence.forms) and sentence.forms[end + 1] in _listed("counting"):
        end = part_around(sentence, end + 1, end + 1)[1]
    return min(end, at + 1 + BEHIND)


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for verb, forms in table_of("inflection")["verbs"].items():
        for form in forms:
            found[form] = (*found.get(form, ()), verb)
    return found


def _verbs_of(form: str) -> tuple[str, ...]:
    return _irregular().get(form, ())


@cache
def _persons() -> dict[str, tuple[str, ...]]:
    """ "The victim" can be "the boy", and "the boy" not "the woman"."""
    table: dict[str, str] = table_of("detail_denials")["persons"]
    return {noun: tuple(f"person {kind}" for kind in kinds.split()) for kinds, nouns in table.items() for noun in nouns.split()}


@cache
def _nouns() -> dict[str, str]:
    return {noun: deed for deed, nouns in table_of("detail_denials")["nouns"].items() for noun in nouns.split()}


@cache
def _listed(*keys: str) -> frozenset[str]:
    return frozenset(word for key in keys for word in table_of("detail_denials")[key].split())
