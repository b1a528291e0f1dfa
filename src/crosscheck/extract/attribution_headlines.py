"""Does a headline, a speaker's label or a signature say who speaks?

"Mali: 'We will not leave'", "MR. SMITH: Thank you.", "Aid convoy hit – minister" and "“It was dark.” — Peter Okoro" have no verb: the colon
or the dash is the cue.
"""

from __future__ import annotations

from crosscheck.extract.attribution_lexicon import can_speak, cues
from crosscheck.extract.attribution_report import Report
from crosscheck.extract.attribution_sources import is_speaker
from crosscheck.extract.attribution_spans import span_of
from crosscheck.extract.lexicon import words_of
from crosscheck.extract.places import is_place
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Span, Stance

LABEL_WORDS = 5  # a speaker's label or a headline's source is no longer
_OPENING = ("“", '"', "'", "‘", "``")
_CLOSING = ("”", '"', "''", "’")
_DASHES = ("–", "—", "-", "--", "―")
_SMALL = (".", "of", "the", "'s", "’s", "(", ")", "&", "and", "-", "at")


def label_of(sentence: Sentence) -> Report | None:
    """The report that a label or a headline makes, or None."""
    colon = next((token for token in sentence.tokens[: LABEL_WORDS + 3] if token.text == ":"), None)
    if colon is not None:
        return _before_colon(sentence, colon)
    return _after_dash(sentence) if sentence.headline else None


def signature_of(sentence: Sentence) -> Report | None:
    """A dash and a name behind a quotation's end; the content is left for the quotation."""
    dash = next((token for token in sentence if token.text in _DASHES and _closes(sentence, token)), None)
    if dash is None:
        return None
    name = sentence.tokens[dash.index + 1 :]
    if not 0 < len(name) <= LABEL_WORDS or any(token.pos in ("VERB", "AUX", "PUNCT") for token in name):
        return None
    if not all(token.text[0].isupper() or token.text in _SMALL for token in name):
        return None
    return _report(dash, name, ())


def _closes(sentence: Sentence, dash: Token) -> bool:
    return dash.index == 0 or sentence.tokens[dash.index - 1].text in _CLOSING


def _before_colon(sentence: Sentence, colon: Token) -> Report | None:
    first = 1 if sentence.tokens[0].text in _OPENING else 0
    label, rest = sentence.tokens[first : colon.index], sentence.tokens[colon.index + 1 :]
    if not 0 < len(label) <= LABEL_WORDS or any(_reports(token) for token in label):
        return None
    if not all(token.text[0].isupper() or token.text in _SMALL for token in label) or not any(token.pos in ("PROPN", "NOUN") for token in label):
        return None
    quoted = bool(rest) and rest[0].text[:1] in "“\"'‘"
    if not quoted and (_is_place(label) or not _names_a_speaker(sentence, label)):
        return None
    return _report(colon, label, (span_of(rest),) if rest else ())


def _reports(token: Token) -> bool:
    """A verb in front of the colon is a cue of its own: "Smith adds:"."""
    return token.pos in ("VERB", "AUX") or (token.lemma.lower() in cues("verbs") and token.pos != "PROPN" and token.index > 0)


def _names_a_speaker(sentence: Sentence, label: tuple[Token, ...]) -> bool:
    """A headline's name or "Police", or a name at the start of a speech, not "One problem:"."""
    lemmas = [token.lemma.lower() for token in label]
    top = sentence.headline or sentence.number == 0
    if top and (can_speak(lemmas[-1]) or any(lemma in words_of("attribution_hedges", "surveys") for lemma in lemmas)):
        return True
    named = any(token.name in ("PER", "ORG", "LOC") for token in label) or all(token.pos == "PROPN" or token.text in _SMALL for token in label)
    return named and (top or any(token.name == "PER" or (token.text.isupper() and len(token.text) > 1) for token in label))


def _is_place(label: tuple[Token, ...]) -> bool:
    """A dateline ("NEW DELHI: The minister said …", "BERLIN (AFP): …") or what a headline is about ("Mali: junta frees prisoners"): nobody speaks."""
    bracket = next((at for at, token in enumerate(label) if token.text == "("), len(label))
    words = label[:bracket]
    return bool(words) and (all(token.name == "LOC" for token in words) or is_place(" ".join(token.text for token in words)))


def _after_dash(sentence: Sentence) -> Report | None:
    dash = next((token for token in reversed(sentence.tokens[1:-1]) if token.text in _DASHES), None)
    if dash is None or len(sentence) - dash.index - 1 > LABEL_WORDS - 1:
        return None
    source = sentence.tokens[dash.index + 1 :]
    if not is_speaker(source[-1]) or any(token.pos in ("VERB", "AUX", "ADP") for token in source):
        return None
    return _report(dash, source, (span_of(sentence.tokens[: dash.index]),))


def _report(cue: Token, source: tuple[Token, ...], content: tuple[Span, ...]) -> Report:
    return Report(cue, Span(cue.start, cue.end), source[-1], span_of(source), content, Stance.ASSERTS, quotes=True, strong=True, frame="label")
