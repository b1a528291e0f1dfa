"""Does a headline or a speaker's label say who speaks?

"Mali: 'We will not leave'", "MR. SMITH: Thank you." and "Aid convoy hit – minister" have no verb: the colon or the dash is the cue.
"""

from __future__ import annotations

from crosscheck.extract.attribution_cues import Report, is_speaker
from crosscheck.extract.attribution_lexicon import cues
from crosscheck.extract.attribution_spans import span_of
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Span, Stance

LABEL_WORDS = 5  # a speaker's label or a headline's source is no longer
_COLONS = (":",)
_DASHES = ("–", "—", "-", "--", "―")


def label_of(sentence: Sentence, text: str) -> Report | None:
    """The report that a label or a headline makes, or None."""
    colon = next((token for token in sentence.tokens[: LABEL_WORDS + 2] if token.text in _COLONS), None)
    if colon is not None and 0 < colon.index <= LABEL_WORDS:
        return _before_colon(sentence, colon, text)
    return _after_dash(sentence) if sentence.headline else None


def _before_colon(sentence: Sentence, colon: Token, text: str) -> Report | None:
    label, rest = sentence.tokens[: colon.index], sentence.tokens[colon.index + 1 :]
    if any(token.pos in ("VERB", "AUX") or (token.lemma.lower() in cues("verbs") and token.pos != "PROPN") for token in label):
        return None
    if not all(_is_name_like(token) for token in label) or not any(token.pos in ("PROPN", "NOUN") for token in label):
        return None
    quoted = bool(rest) and rest[0].text[:1] in "“\"'‘"
    named = any(token.name in ("PER", "ORG", "LOC") for token in label)
    if not (quoted or (named and (sentence.headline or _is_label(label)))):
        return None
    content = (span_of(rest),) if rest else ()
    return Report(colon, Span(colon.start, colon.end), label[-1], span_of(label), content, Stance.ASSERTS, quotes=True, strong=True)


def _is_name_like(token: Token) -> bool:
    return token.text[0].isupper() or token.text in (".", "of", "the", "'s", "’s", "(", ")", "&", "and", "-")


def _is_label(label: tuple[Token, ...]) -> bool:
    """ "MR. EARNEST" or "John Smith" at the start of a speech, not "One problem"."""
    return all(token.text[0].isupper() or token.text == "." for token in label) and any(
        token.name == "PER" or token.text.isupper() for token in label
    )


def _after_dash(sentence: Sentence) -> Report | None:
    dash = next((token for token in reversed(sentence.tokens[1:-1]) if token.text in _DASHES), None)
    if dash is None or len(sentence) - dash.index - 1 > LABEL_WORDS - 1:
        return None
    source = sentence.tokens[dash.index + 1 :]
    if not is_speaker(sentence, source[-1]) or any(token.pos in ("VERB", "AUX", "ADP") for token in source):
        return None
    content = (span_of(sentence.tokens[: dash.index]),)
    return Report(dash, Span(dash.start, dash.end), source[-1], span_of(source), content, Stance.ASSERTS, quotes=True, strong=True)
