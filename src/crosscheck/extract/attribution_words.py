"""Is a word a verb of speech that the tagger took for something else, and what does it report?

The tree cannot be trusted there, so source and content are the words in front of it and behind it.
"""

from __future__ import annotations

from functools import lru_cache

from crosscheck.extract.attribution_lexicon import cues
from crosscheck.extract.attribution_report import Report
from crosscheck.extract.attribution_sources import noun_at
from crosscheck.extract.attribution_spans import pieces_of, source_span, span_of
from crosscheck.extract.lexicon import words_of
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Span

NEGATIONS = ("not", "n't", "n’t", "never")
SUBJECTS = ("he", "she", "they", "we", "i", "who")
BREAKS = (",", ";", ":", "–", "—", "--", "-", "(", ")")
TENSED = ("VBD", "VBZ", "VBP", "MD")
OPENING = ("DT", "PRP", "PRP$", "NNP", "NNPS", "CD")
_NEAR = 4  # words in front of a verb among which its "would" or "who" stands
_CLAUSE = 40  # words on either side that can belong to its clause
_IN_FRONT = ("compound", "nsubj", "det", "nmod", "amod", "nmod:poss")


def from_words(sentence: Sentence, verb: Token) -> Report | None:
    """The noun in front of it is the source, what follows the content: the tree cannot be trusted here."""
    source = sentence.tokens[0] if sentence.headline else noun_at(sentence, _first_helper(sentence, verb) - 1, -1, verb)
    rest = sentence.tokens[verb.index + 1 :]
    cue = cues("verbs").get(_base(verb.lower)) or cues("verbs").get(verb.lemma.lower())
    if source is None or cue is None or not rest:
        return None
    if rest[0].lower in cue.frames:
        rest = _phrase(rest[1:])
    elif sentence.tokens[verb.index - 1].tag == "MD":
        rest = _phrase(rest)
    content = pieces_of(sentence, rest)
    span = span_of(sentence.tokens[: verb.index]) if sentence.headline else source_span(sentence, source, verb)
    if span.end > verb.start:
        span = Span(source.start, source.end)
    return Report(verb, Span(verb.start, verb.end), source, span, content, cue.stance, quotes=True, strong=cue.takes("clause"), frame="words")


def _phrase(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Up to the first mark: "talks about a union, but the others …"."""
    end = next((place for place, token in enumerate(tokens) if token.text in BREAKS), len(tokens))
    return tokens[:end]


def _first_helper(sentence: Sentence, verb: Token) -> int:
    """Where the verb begins with its "would" and "not"."""
    at = verb.index
    while at > 0 and (sentence.tokens[at - 1].tag == "MD" or sentence.tokens[at - 1].lower in NEGATIONS):
        at -= 1
    return at


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
    if (token.text.islower() or sentence.headline) and (_stands_as_verb(sentence, token) or _is_clause_verb(sentence, token)):
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


def _stands_as_verb(sentence: Sentence, token: Token) -> bool:
    """ "44 percent would back Lee", "who outlines a plan": right behind a modal verb or a pronoun that can only be a subject."""
    if token.index == 0 or token.lemma.lower() not in cues("verbs") or token.pos not in ("NOUN", "PROPN", "ADV", "INTJ", "ADJ", "SCONJ"):
        return False
    before = next(
        (t for t in reversed(sentence.tokens[max(0, token.index - _NEAR) : token.index]) if t.pos != "ADV" and t.lower not in NEGATIONS), token
    )
    helped = before.tag == "MD" and before.index > 0 and token.tag in ("NN", "RB", "IN", "JJ", "VB")
    named = before.lower in SUBJECTS and token.tag in ("NN", "NNS", "JJ", "IN", "UH")
    return (helped or named) and _begins_a_phrase(sentence, token.index + 1)


def _is_clause_verb(sentence: Sentence, token: Token) -> bool:
    """ "The Lee campaign projects that", "one ranking pegs the mayor", "opponents cite fears": a clause that has no other verb."""
    if token.index == 0 or token.tag not in ("NN", "NNS") or token.lemma.lower() not in cues("verbs"):
        return False
    before = sentence.tokens[token.index - 1]
    if sentence.child(token, "det", "nmod:poss", "case") is not None or (before.pos not in ("NOUN", "PROPN", "PRON") and before.tag != "VBG"):
        return False
    if any(one.tag in TENSED for one in _clause_around(sentence, token)):
        return False
    return _heads_a_phrase(sentence, token) or _begins_a_phrase(sentence, token.index + 1)


def _clause_around(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """The words between the marks on either side, up to "that" or "who"."""
    first, last = max(0, token.index - _CLAUSE), min(len(sentence), token.index + _CLAUSE)
    start = next((t.index + 1 for t in reversed(sentence.tokens[first : token.index]) if t.text in BREAKS), first)
    end = next((t.index for t in sentence.tokens[token.index : last] if t.text in BREAKS or t.lower in ("that", "who", "which")), last)
    return sentence.tokens[start:end]


def _heads_a_phrase(sentence: Sentence, token: Token) -> bool:
    """ "The court rules against the ban": the top of the sentence, and what follows is a frame of the verb's."""
    after = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence) else None
    if token.head != token.index or after is None:
        return False
    return after.tag in ("JJ", "NNS") or after.lower in cues("verbs")[token.lemma.lower()].frames


def _begins_a_phrase(sentence: Sentence, at: int) -> bool:
    after = sentence.tokens[at] if at < len(sentence) else None
    return after is not None and (after.tag in OPENING or after.lower in ("that", "how", "whether"))


def is_squeezed(sentence: Sentence, token: Token) -> bool:
    """A verb between its subject and object that was read as a participle of the latter: "Kyiv accused Moscow of it"."""
    if token.dep != "amod" or token.pos != "VERB" or token.tag not in ("VBN", "VBD") or token.lemma.lower() not in cues("verbs") or token.index == 0:
        return False
    before = _in_front(sentence, token)
    if before.tag == "PRP$":
        return False
    if before.pos == "NOUN" and token.tag != "VBD":  # "the government announced plans", not "the court ordered sale"
        return False
    return before.pos in ("PROPN", "PRON", "NOUN") and before.dep.partition(":")[0] in ("compound", "nsubj", "nmod", "flat", "root", "amod")


def _in_front(sentence: Sentence, token: Token) -> Token:
    """The word in front of a verb, behind a comma ("Ron Field, endorsed Senator Lane") or a bracket ("Ron Field (D-Ohio) endorsed")."""
    before = sentence.tokens[token.index - 1]
    if before.text == ")":
        opening = next((t.index for t in reversed(sentence.tokens[: token.index]) if t.text == "("), 0)
        return sentence.tokens[max(0, opening - 1)]
    return sentence.tokens[token.index - 2] if before.text == "," and token.index > 1 else before


@lru_cache(maxsize=65536)
def _base(word: str) -> str:
    """The verb without its ending: "concedes", "denied" -> concede, deny; for the few hundred verbs of the lexicon."""
    verbs = words_of("attribution_hedges", "only_verbs")
    endings = (("ies", "y"), ("ied", "y"), ("es", ""), ("ed", ""), ("s", ""), ("d", ""), ("es", "e"))
    tries = [word, *(word.removesuffix(old) + new for old, new in endings if word.endswith(old))]
    return next((one for one in tries if one in verbs), word)
