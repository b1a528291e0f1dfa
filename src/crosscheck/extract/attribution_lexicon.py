"""Which words report, what do they govern, and what do they say about the source's stance?"""

from __future__ import annotations

from functools import cache

from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.model.claim import Stance
from crosscheck.values import dataclass

PARTS = ("verbs", "nouns", "adjectives")
_OPPOSITE = {Stance.DENIES: Stance.CONFIRMS, Stance.CONFIRMS: Stance.DECLINES}


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word: `stance`, and `frames`, the places where its content may stand.

    Of the frames, only a person fills the `choosy`, only a document the `papers`; in those of `nouns` the object is itself a noun that is a cue.
    """

    lemma: str
    stance: Stance
    frames: frozenset[str]
    choosy: frozenset[str] = frozenset()
    papers: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()

    def takes(self, *frames: str) -> bool:
        return any(frame in self.frames for frame in frames)


@cache
def cues(part: str) -> dict[str, Cue]:
    """The reporting words of a part of speech (one of PARTS) by lemma; of a word in several groups the first group's stance holds."""
    found: dict[str, Cue] = {}
    for group in table_of("attribution_cues")[part]:
        frames = frozenset(group["frames"])
        choosy, papers = (frames if group.get("source") == kind else frozenset() for kind in ("person", "document"))
        nouns = frames if group.get("object") == "speech" else frozenset()
        for lemma in group["lemmas"]:
            found[lemma] = _joined(found.get(lemma), Cue(lemma, Stance(group["stance"]), frames, choosy, papers, nouns))
    return found


def _joined(known: Cue | None, more: Cue) -> Cue:
    if known is None:
        return more
    free = (known.frames - known.choosy - known.papers - known.nouns) | (more.frames - more.choosy - more.papers - more.nouns)
    stance = more.stance if known.stance is Stance.ASSERTS and more.stance is Stance.DENIES else known.stance
    bound = ((known.choosy | more.choosy) - free, (known.papers | more.papers) - free, (known.nouns | more.nouns) - free)
    return Cue(known.lemma, stance, known.frames | more.frames, *bound)


@cache
def grammar(key: str) -> frozenset[str]:
    """One list of the [grammar] table: words that decide how cues are read, not what they mean."""
    return frozenset(table_of("attribution_cues")["grammar"][key])


def flipped(cue: Cue) -> Stance:
    """The stance of a negated cue.

    "Did not deny" confirms. Of what asserts, a verb of belief passes the "not" on ("does not think that it was an attack"; Horn 1978 on
    neg-raising); one of knowing leaves open ("does not know why they took the bomb inside"), and one of saying only declines.
    """
    if cue.stance is not Stance.ASSERTS:
        return _OPPOSITE.get(cue.stance, cue.stance)
    if cue.lemma in grammar("neg_raising"):
        return Stance.DENIES
    return Stance.QUESTIONS if cue.lemma in grammar("knowing") else Stance.DECLINES


def is_hedge(lemma: str) -> bool:
    return lemma in words_of("attribution_hedges", "hedges")


def is_view_noun(lemma: str) -> bool:
    """ "in his view": a noun that makes its possessor a source."""
    return lemma in table_of("attribution_cues")["prepositions"]["view_nouns"]


def is_report_adverb(lemma: str) -> bool:
    """ "reportedly": somebody says it, nobody is named."""
    return lemma in table_of("attribution_cues")["adverbs"]["asserts"]


@cache
def _speakers() -> frozenset[str]:
    return words_of("person_titles", "person") | words_of("attribution_hedges", "anonymous_nouns") | words_of("attribution_hedges", "groups")


def can_speak(lemma: str) -> bool:
    """Whether a common noun names people or a body of people."""
    return lemma in _speakers() or lemma in _bodies()


@cache
def _bodies() -> frozenset[str]:
    return words_of("organisation_words", "body") | words_of("organisation_words", "government") | frozenset(table_of("people")["nouns"].split())
