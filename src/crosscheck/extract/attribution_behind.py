"""What does a cue report where the tree hides its frame: "what he called", "drew criticism from", "made clear that"?

Each reader goes by the words beside the cue, and asks as little as possible of the tree.
"""

from __future__ import annotations

from crosscheck.extract.attribution_lexicon import Cue, cues, grammar
from crosscheck.extract.attribution_report import Report, report_of
from crosscheck.extract.attribution_sources import agent_of, is_speaker, is_time, neighbour_of, oblique, subject_of
from crosscheck.extract.attribution_spans import pieces_of
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Span

_TENSED = ("VBD", "VBZ", "VBP")
_OPENS_PHRASE = ("DT", "PRP$", "PRP", "NNP", "NNPS", "NNS", "CD", "JJ", "NN")
_STOPS = (",", ";", ":", ".", "?", "!", "–", "—", "--", "(", ")")
_CLAUSE_REACH = 7  # words between a noun and its clause: "the suggestion by a former minister that"
_WHAT_REACH = 9  # words between "what" and its verb: "what Ann Lee, the mayor, called"


def from_what(sentence: Sentence, verb: Token, cue: Cue) -> Report | None:
    """ "Condemned what he called a cruel law": who calls it so is the source, what it is called the content."""
    if not cue.takes("patient") or verb.tag not in _TENSED or not _after_what(sentence, verb):
        return None
    source = subject_of(sentence, verb) or neighbour_of(sentence, verb)
    content = words_behind(sentence, verb, skip=("as", "to", "be"))
    if not is_speaker(source) or not content:
        return None
    return report_of(sentence, verb, cue, source, content, quotes=True, strong=False, frame="object")


def _after_what(sentence: Sentence, verb: Token) -> bool:
    before = sentence.tokens[max(0, verb.index - _WHAT_REACH) : verb.index]
    at = next((token.index for token in reversed(before) if token.lower == "what"), None)
    return at is not None and not any(token.tag in _TENSED for token in sentence.tokens[at + 1 : verb.index])


def words_behind(sentence: Sentence, verb: Token, skip: tuple[str, ...] = ()) -> tuple[Span, ...]:
    """The phrase that begins right behind a verb, up to the next mark or tensed verb; nothing where no phrase begins there."""
    at = verb.index + 1
    while at < len(sentence) and (sentence.tokens[at].lower in skip or sentence.tokens[at].pos == "ADV"):
        at += 1
    quoted = at < len(sentence) and sentence.tokens[at].tag in ("``", "''")
    if at >= len(sentence) or not (quoted or sentence.tokens[at].tag in _OPENS_PHRASE) or is_time(sentence.tokens[at]):
        return ()
    end = at + 1
    while end < len(sentence) and sentence.tokens[end].text not in _STOPS and sentence.tokens[end].tag not in _TENSED:
        end += 1
    return pieces_of(sentence, sentence.tokens[at:end])


def clause_behind(sentence: Sentence, noun: Token) -> tuple[Span, ...]:
    """ "The suggestion by a former minister that he should go": the clause of a noun that hangs elsewhere in the tree."""
    for token in sentence.tokens[noun.index + 1 : noun.index + 1 + _CLAUSE_REACH]:
        if token.text in _STOPS or token.pos in ("VERB", "AUX", "CCONJ"):
            return ()
        if token.lower == "that" and (token.dep == "mark" or token.tag == "IN"):
            head = sentence.head(token)
            return pieces_of(sentence, [t for t in sentence.subtree(head) if t.index > token.index] if head.index > token.index else ())
    return ()


def from_drawn(sentence: Sentence, noun: Token, cue: Cue) -> Report | None:
    """ "The plan drew criticism from farmers": those it comes from are the source, what drew it the content."""
    head = sentence.head(noun)
    if noun.dep != "obj" or head.lemma.lower() not in grammar("drawing") or cue.lemma not in grammar("responses"):
        return None
    source = oblique(sentence, noun, ("from", "among")) or oblique(sentence, head, ("from", "among"))
    why = oblique(sentence, noun, ("for", "over")) or oblique(sentence, head, ("for", "over"))
    why = why if why is not None and why.index > noun.index else None
    what = why or sentence.child(head, "nsubj") or subject_of(sentence, head)
    if what is None or (source is None and why is None):
        return None
    content = pieces_of(sentence, [token for token in sentence.subtree(what) if token.lower not in ("for", "over") or token.head != what.index])
    return report_of(sentence, noun, cue, source, content, quotes=False, strong=False, frame="noun")


def from_made_clear(sentence: Sentence, adjective: Token) -> Report | None:
    """ "He made (it) clear in March that he would go"."""
    cue = cues("adjectives").get(adjective.lemma.lower())
    made = next((t for t in reversed(sentence.tokens[max(0, adjective.index - 3) : adjective.index]) if t.lemma.lower() == "make"), None)
    if cue is None or made is None or cue.choosy:
        return None
    source = agent_of(sentence, made) or subject_of(sentence, made)
    content = clause_behind(sentence, adjective) or words_behind(sentence, adjective)
    if not is_speaker(source) or not content:
        return None
    return report_of(sentence, adjective, cue, source, content, quotes=False, strong=False, frame="clause")
