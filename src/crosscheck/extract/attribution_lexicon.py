"""Which words report, what do they govern, and what do they say about the source's stance?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.model.claim import Stance

PARTS = ("verbs", "nouns", "adjectives")
_OPPOSITE = {Stance.DENIES: Stance.CONFIRMS, Stance.CONFIRMS: Stance.DENIES, Stance.ASSERTS: Stance.DENIES}


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word: `stance`, and `frames`, the places where its content may stand; `choosy` are those that only a person fills."""

    lemma: str
    stance: Stance
    frames: frozenset[str]
    choosy: frozenset[str] = frozenset()

    def takes(self, *frames: str) -> bool:
        return any(frame in self.frames for frame in frames)


@cache
def cues(part: str) -> dict[str, Cue]:
    """The reporting words of a part of speech (one of PARTS) by lemma; of a word in several groups the first group's stance holds."""
    found: dict[str, Cue] = {}
    for group in table_of("attribution_cues")[part]:
        frames = frozenset(group["frames"])
        choosy = frames if group.get("source") == "person" else frozenset()
        for lemma in group["lemmas"]:
            found[lemma] = _joined(found.get(lemma), Cue(lemma, Stance(group["stance"]), frames, choosy))
    return found


def _joined(known: Cue | None, more: Cue) -> Cue:
    if known is None:
        return more
    open_frames = (known.frames - known.choosy) | (more.frames - more.choosy)
    stance = more.stance if known.stance is Stance.ASSERTS and more.stance is Stance.DENIES else known.stance
    return Cue(known.lemma, stance, known.frames | more.frames, (known.choosy | more.choosy) - open_frames)


@cache
def grammar(key: str) -> frozenset[str]:
    """One list of the [grammar] table: words that decide how cues are read, not what they mean."""
    return frozenset(table_of("attribution_cues")["grammar"][key])


def flipped(stance: Stance) -> Stance:
    """The stance of a negated cue: "did not deny" confirms, "did not confirm" denies nothing and declines."""
    if stance is Stance.CONFIRMS:
        return Stance.DECLINES
    return _OPPOSITE.get(stance, stance)


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
    return lemma in _speakers()
