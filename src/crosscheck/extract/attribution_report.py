"""What is a report, before quotations are given to it, and which stance does its cue take?"""

from __future__ import annotations

from crosscheck.extract.attribution_lexicon import Cue, cues, flipped, grammar
from crosscheck.extract.attribution_spans import cue_tokens, source_span, span_of
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Span, Stance
from crosscheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """One cue of a sentence. `source` is the head of the source's phrase; `content` is what the tree shows, without quotations."""

    cue: Token
    cue_span: Span
    source: Token | None
    source_span: Span | None
    content: tuple[Span, ...]
    stance: Stance
    quotes: bool  # quotations beside the cue are its content
    strong: bool  # a verb of speech, whatever it governs
    frame: str = ""  # how the content hangs on the cue, as in attribution_cues.toml


def report_of(
    sentence: Sentence, cue: Token, word: Cue, source: Token | None, content: tuple[Span, ...], *, quotes: bool, strong: bool, frame: str
) -> Report:
    tokens = cue_tokens(sentence, cue)
    span = source_span(sentence, source, cue) if source is not None else None
    return Report(cue, span_of(tokens), source, span, content, stance_of(sentence, cue, word), quotes, strong, frame)


def stance_of(sentence: Sentence, cue: Token, word: Cue) -> Stance:
    """The cue's stance, turned round where it is negated ("did not deny") or where the verb above declines ("refused to say")."""
    head = sentence.head(cue)
    if cue.dep == "xcomp" and head.lemma.lower() in {lemma for lemma, cue in cues("verbs").items() if cue.stance is Stance.DECLINES}:
        return Stance.DECLINES
    return flipped(word) if _is_negated(sentence, cue) else word.stance


def is_negated_thought(sentence: Sentence, cue: Token, word: Cue) -> bool:
    """ "Did not feel guilty": where no clause stands under it, nothing that is quoted beside it is disbelieved."""
    return word.lemma in grammar("neg_raising") and _is_negated(sentence, cue)


def _is_negated(sentence: Sentence, cue: Token) -> bool:
    return any(child.lower in grammar("negations") for child in sentence.children(cue, "advmod", "neg", "det"))
