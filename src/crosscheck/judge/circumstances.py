"""Under which circumstances is a thing stated: affirmed or denied, done or planned, and by whom?"""

from __future__ import annotations

from functools import lru_cache

from crosscheck.extract.lexicon import words_of
from crosscheck.judge.lexicon import words
from crosscheck.model.claim import Attribution, Claim, Facet, Modality, Polarity, Span, Stance
from crosscheck.model.verdict import Statement

DONE = (Modality.ACTUAL, Modality.ALLEGED)
_ENDS = (". ", ".\n", "\n", "? ", "! ", '." ', ".” ")
_CONTRACTIONS = (  # in this order; as they are written, as archives set them apart, and as they are written in haste
    ("n ' t ", "n't "),
    ('n"t ', "n't "),
    (" cant ", " can not "),
    (" dont ", " do not "),
    (" didnt ", " did not "),
    ("can't", "can not"),
    ("cannot", "can not"),
    ("won't", "will not"),
    ("n't", " not"),
    ("'s ", " is "),
)
OBJECT = 20  # code points up to a noun that is itself the content: "denied a second attack"
REACH = 400  # code points around a claim in which its sentence ends
_SHORT_COPULAS = ("'s", "'re", "'m", "n't")
UNSAID = (Stance.QUESTIONS, Stance.DECLINES)


def is_negated(claim: Claim) -> bool:
    """Whether the claim, with its sources' denials counted in, says that it is not so: "denied that he had not paid" affirms."""
    if not claim.attribution:
        return claim.polarity is Polarity.NEGATED
    denials = [attribution for attribution in claim.attribution if attribution.stance is Stance.DENIES and _reaches(attribution, claim)]
    if len(denials) % 2 and claim.polarity is Polarity.NEGATED:
        return not _is_negated_again(claim, denials[0])
    return (claim.polarity is Polarity.NEGATED) != bool(len(denials) % 2)


def _is_negated_again(claim: Claim, denial: Attribution) -> bool:
    """Whether what is denied has a "not" of its own: "denied that he had not paid", but neither "denied paying" nor "denied the theft"."""
    start = denial.content[0].start if denial.content else claim.span.start
    said = claim.text[max(0, start - claim.span.start) :].casefold().replace("’", "'")
    return any(word in words("surety", "negatives") or word.endswith("n't") for word in said.split())


def _reaches(attribution: Attribution, claim: Claim) -> bool:
    """Whether what is said of the content is said of this claim: an event that a noun names is taken for granted ("denied that the blaze was
    political") unless it is what is denied ("denied the attack"), and so is what somebody is called ("denied that Osk, a former diver, sank it")."""
    if claim.predicate.kind == "attribute":
        return _is_said_to_be(claim)
    if claim.predicate.kind != "noun" or not attribution.content:
        return True
    return claim.predicate.span.start - attribution.content[0].start <= OBJECT


def _is_said_to_be(claim: Claim) -> bool:
    """Whether a verb says that somebody is this: "the captain was drunk", not "the captain, a drunk," nor "Captain Osk"."""
    predicate, start, agents = claim.predicate.span, claim.span.start, claim.of(Facet.AGENT)
    if not agents:
        return True
    before = [one.span.end for one in agents if one.span.end <= predicate.start]
    said = claim.text[max(before) - start : predicate.start - start] if before else ""
    return any(word in words("surety", "copulas") or word.endswith(_SHORT_COPULAS) for word in said.casefold().replace("’", "'").split())


def is_open(claim: Claim) -> bool:
    """Whether a source only asks, doubts or declines to say."""
    return any(attribution.stance in UNSAID for attribution in claim.attribution)


def is_done(claim: Claim) -> bool:
    """Whether the claim speaks of something as done; a plan, a wish or an if does not."""
    return claim.modality in DONE


def is_hedged(claim: Claim) -> bool:
    return claim.modality is Modality.ALLEGED or any(attribution.hedged for attribution in claim.attribution)


def same_mode(left: Statement, right: Statement) -> bool:
    """Whether both speak of what was done, or both of what is to come."""
    return is_done(left.claim) == is_done(right.claim)


def opposed(left: Statement, right: Statement) -> bool:
    """Whether one affirms what the other negates or denies."""
    return is_negated(left.claim) != is_negated(right.claim)


def denial(claim: Claim) -> Attribution | None:
    """The attribution by which a source denies the claim, where there is one."""
    return next((a for a in claim.attribution if a.stance is Stance.DENIES and _reaches(a, claim)), None)


def voice(claim: Claim) -> str | None:
    """Who says it, by the name of the speaker where known; None where the article says it in its own voice."""
    for attribution in claim.attribution:
        if attribution.speaker or attribution.source:
            return attribution.speaker or (attribution.source.text if attribution.source else None)
    return "an unnamed source" if claim.attribution and claim.attribution[0].anonymous else None


def one_voice(left: Statement, right: Statement) -> bool:
    """Whether one article says both, in one voice."""
    return left.article.id == right.article.id and voice(left.claim) == voice(right.claim)


def speaker(statement: Statement) -> str:
    """Who says it, as words for a reason: the source, else the article's publisher, else its title or id."""
    article, found = statement.article, voice(statement.claim)
    return _named(found) if found else article.publisher or article.title or f"article {article.id}"


def same_words(left: Statement, right: Statement) -> bool:
    """Whether two articles have the claims in one sentence, word for word but for contractions: copied words cannot disagree."""
    one, other = left.claim.predicate.text.casefold(), right.claim.predicate.text.casefold()
    return one == other and left.article.id != right.article.id and sentence_of(left) == sentence_of(right)


def sentence_of(statement: Statement) -> str:
    """The words around the claim up to the next full stops or line ends, in lower case and with contractions written out."""
    return _sentence_of(statement.article.text, statement.claim.span)


@lru_cache(maxsize=4096)  # a claim is set beside every other of its group
def _sentence_of(text: str, span: Span) -> str:
    before, after = text[max(0, span.start - REACH) : span.start], text[span.end : span.end + REACH]
    start = max(before.rfind(mark) + len(mark) for mark in _ENDS)
    ends = [at for at in map(after.find, _ENDS) if at >= 0]
    said = (before[max(start, 0) :] + text[span.start : span.end] + after[: min(ends, default=REACH)]).casefold().replace("’", "'").strip('. ”"')
    for short, long in _CONTRACTIONS:
        said = said.replace(short, long)
    return " ".join(said.split())


def cue(claim: Claim) -> str:
    """The word by which the source says it, in quotes: “denied”; “says” where the article says it itself."""
    found = next((a.cue.text for a in claim.attribution if a.cue), "says")
    return f"“{plain(found)}”"


def told_by(statement: Statement) -> str:
    """ "According to the ministry (“said”)", for a reason: without a verb, since a source may be many.

    What sites "falsely reported" is denied by the article that says so.
    """
    if not words_of("event_verbs", "falsehoods").isdisjoint(word for one in statement.claim.attribution if one.cue for word in one.cue.text.split()):
        article = statement.article
        return f"according to {plain(article.publisher or article.title or f'article {article.id}')}"
    told = f" ({cue(statement.claim)})" if any(one.cue for one in statement.claim.attribution) else ""
    return f"according to {plain(speaker(statement))}{told}"


def denied_by(statement: Statement) -> str:
    """ "Denied by the ministry (“rejected”)": by whoever denies it, which need not be the one who is quoted first."""
    found = denial(statement.claim)
    if found is None:
        return f"denied {told_by(statement)}"
    who = found.speaker or (found.source.text if found.source else "")
    return f"denied by {plain(_named(who))}" + (f" (“{plain(found.cue.text)}”)" if found.cue else "")


def _named(source: str) -> str:
    """The source, where the words name one: "he", of whom it is not known who it is, does not."""
    return source if source and source.casefold() not in words("entities", "pronouns") else "an unnamed source"


def plain(text: str, limit: int = 80) -> str:
    """Words of an article for use in a reason: one line, at most `limit` code points, cut at a word."""
    line = " ".join(text[: 4 * limit].split())
    return line if len(line) <= limit else line[:limit].rpartition(" ")[0] + " …"


def inside(text: str) -> str:
    """The words as they stand inside a sentence."""
    first, space, rest = plain(text).partition(" ")
    return (first.lower() if first in ("A", "An", "The", "Police", "Two") else first) + space + rest


def capitalised(sentence: str) -> str:
    """As it begins a sentence; str.capitalize would make small letters of all the others."""
    return sentence[:1].upper() + sentence[1:]
