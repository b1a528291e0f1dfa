"""Is a word a verb of speech that the tagger took for something else, and what does it report?

The tree cannot be trusted there, so source and content are the words in front of it and behind it.
"""

from __future__ import annotations

from crosscheck.extract.attribution_lexicon import cues
from crosscheck.extract.attribution_report import Report
from crosscheck.extract.attribution_sources import noun_at
from crosscheck.extract.attribution_spans import pieces_of, source_span, span_of
from crosscheck.extract.lexicon import words_of
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Span

_IN_FRONT = ("compound", "nsubj", "det", "nmod", "amod", "nmod:poss")


def from_words(sentence: Sentence, verb: Token) -> Report | None:
    """The noun in front of it is the source, what follows the content: the tree cannot be trusted here."""
    source = sentence.tokens[0] if sentence.headline else noun_at(sentence, verb.index - 1, -1, verb)
    rest = sentence.tokens[verb.index + 1 :]
    cue = cues("verbs").get(_base(verb.lower)) or cues("verbs").get(verb.lemma.lower())
    if source is None or cue is None or not rest:
        return None
    content = pieces_of(sentence, rest)
    span = span_of(sentence.tokens[: verb.index]) if sentence.headline else source_span(sentence, source, verb)
    if span.end > verb.start:
        span = Span(source.start, source.end)
    return Report(verb, Span(verb.start, verb.end), source, span, content, cue.stance, quotes=True, strong=cue.takes("clause"), frame="words")


def from_inverted(sentence: Sentence, verb: Token) -> Report | None:
    """ "…," tweeted Senator Lane: what stands behind the cue is the source; the quotation is found later."""
    source = noun_at(sentence, verb.index + 1, 1, verb)
    cue = cues("verbs").get(verb.lemma.lower())
    if source is None or cue is None:
        return None
    return Report(
        verb, Span(verb.start, verb.end), source, source_span(sentence, source, verb), (), cue.stance, quotes=True, strong=True, frame="words"
    )


def is_inverted(sentence: Sentence, token: Token) -> bool:
    """A verb of speech right behind a quotation that was taken for a participle of its speaker."""
    if token.index == 0 or token.pos != "VERB" or token.dep != "amod" or token.tag not in ("VBN", "VBD"):
        return False
    cue = cues("verbs").get(token.lemma.lower())
    return cue is not None and cue.takes("quote") and sentence.tokens[token.index - 1].text in ("”", '"', "''", "’")


def is_mistagged(sentence: Sentence, token: Token) -> bool:
    """A word that can only be a verb of speech, taken for a noun or a name ("Zelensky concedes that"); in headlines also "Slams"."""
    if _is_only_verb(sentence, token):
        return True
    if token.index == 0 or token.pos not in ("NOUN", "PROPN", "ADJ", "SCONJ") or sentence.tokens[token.index - 1].pos == "DET":
        return False
    if _base(token.lower) in words_of("attribution_hedges", "only_verbs"):
        return token.text.islower() or sentence.headline
    return False


def _is_only_verb(sentence: Sentence, token: Token) -> bool:
    """ "The film shows that", "a panel votes to", "some note that": the sentence has no other verb, and what follows completes one."""
    if token.index == 0 or token.pos != "NOUN" or token.head != token.index or token.lemma.lower() not in cues("verbs"):
        return False
    if sentence.child(token, "cop", "case") is not None or not any(child.index < token.index for child in sentence.children(token, *_IN_FRONT)):
        return False
    first = sentence.child(token, "det")
    if token.tag == "NN" and (sentence.child(token, "nmod:poss") is not None or (first is not None and first.lower not in ("some", "many", "most"))):
        return False
    after = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence) else None
    return after is not None and (
        after.lower in ("that", "how", "whether", ":") or (after.lower == "to" and cues("verbs")[token.lemma.lower()].takes("to"))
    )


def is_squeezed(sentence: Sentence, token: Token) -> bool:
    """A verb between its subject and object that was read as a participle of the latter: "Kyiv accused Moscow of it"."""
    if token.dep != "amod" or token.pos != "VERB" or token.tag not in ("VBN", "VBD") or token.lemma.lower() not in cues("verbs") or token.index == 0:
        return False
    before = sentence.tokens[token.index - 1]
    if before.text in (",", ")") and token.index > 1:  # "Ron Field, endorsed Senator Lane"
        before = sentence.tokens[token.index - 2]
    if before.tag == "PRP$":
        return False
    return before.pos in ("PROPN", "PRON") and before.dep.partition(":")[0] in ("compound", "nsubj", "nmod", "flat", "root", "amod")


def _base(word: str) -> str:
    """The verb without its ending: "concedes", "denied" -> concede, deny; for the few hundred verbs of the lexicon."""
    verbs = words_of("attribution_hedges", "only_verbs")
    endings = (("ies", "y"), ("ied", "y"), ("es", ""), ("ed", ""), ("s", ""), ("d", ""), ("es", "e"))
    tries = [word, *(word.removesuffix(old) + new for old, new in endings if word.endswith(old))]
    return next((one for one in tries if one in verbs), word)
