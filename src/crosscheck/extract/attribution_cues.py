"""Which reports does one sentence make: a cue, its source, and what it governs?

Works on the dependency tree alone. Quotations, headlines and whatever runs over several sentences are added by attribution.py.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.extract.attribution_lexicon import cues, is_report_adverb, is_view_noun
from crosscheck.extract.attribution_nouns import from_according, from_adjective, from_adverb, from_noun, from_survey, from_view
from crosscheck.extract.attribution_report import Report
from crosscheck.extract.attribution_verbs import from_verb
from crosscheck.extract.attribution_words import from_inverted, from_words, is_inverted, is_mistagged, is_squeezed
from crosscheck.extract.lexicon import words_of
from crosscheck.language.tokens import Sentence, Token


def reports_in(sentence: Sentence) -> Iterator[Report]:
    """The reports of a sentence, by cue from left to right; one inside the content of another is among them."""
    for token in sentence:
        report = _report_at(sentence, token)
        if report is not None:
            yield report


_NEVER_CUES = frozenset({"PUNCT", "ADP", "DET", "PRON", "NUM", "CCONJ", "PART", "SYM", "X"})


def _report_at(sentence: Sentence, token: Token) -> Report | None:
    if token.pos in _NEVER_CUES and token.tag not in ("NN", "NNS"):  # half of all words, spared all questions but one
        return from_according(sentence, token) if token.lower == "according" else None
    lemma = _with_particle(sentence, token)
    if is_inverted(sentence, token):
        return from_inverted(sentence, token)
    if is_squeezed(sentence, token):
        return from_words(sentence, token)
    if token.pos in ("VERB", "AUX") and lemma in cues("verbs") and not _is_helper(token) and not _is_name(sentence, token):
        return from_verb(sentence, token, cues("verbs")[lemma])
    if token.pos not in ("VERB", "AUX") and is_mistagged(sentence, token):
        return from_words(sentence, token)
    if token.pos == "NOUN" and lemma in cues("nouns"):
        return from_noun(sentence, token, cues("nouns")[lemma])
    if token.pos == "ADJ" and lemma in cues("adjectives"):
        return from_adjective(sentence, token, cues("adjectives")[lemma])
    if token.lower == "according":
        return from_according(sentence, token)
    if token.pos == "ADV" and is_report_adverb(token.lower):
        return from_adverb(sentence, token)
    if token.pos == "NOUN" and lemma in words_of("attribution_hedges", "surveys"):
        return from_survey(sentence, token)
    if token.pos == "NOUN" and is_view_noun(lemma):
        return from_view(sentence, token)
    return None


def _is_name(sentence: Sentence, token: Token) -> bool:
    """ "Spokeswoman Hope Larsen said": a capital inside a sentence, behind no mark, is a name's."""
    if sentence.headline or token.index == 0 or not token.text[0].isupper() or token.text.isupper():
        return False
    return sentence.tokens[token.index - 1].text[-1].isalnum()


def _with_particle(sentence: Sentence, token: Token) -> str:
    """The lemma, with its particle where the two are a cue of their own: "point out"."""
    lemma = token.lemma.lower()
    after = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence) else None
    if token.pos != "VERB" or after is None or (after.pos not in ("ADP", "ADV") and after.lower != "it"):
        return lemma
    both = f"{lemma} {after.lower}"
    return both if both in cues("verbs") else lemma


def _is_helper(token: Token) -> bool:
    """A verb form that is part of another word's phrase; a participle behind its noun ("emails showing") is none."""
    relation = token.dep.partition(":")[0]
    return relation in ("aux", "cop", "case", "mark", "fixed", "compound", "flat") or (relation == "amod" and token.index < token.head)
