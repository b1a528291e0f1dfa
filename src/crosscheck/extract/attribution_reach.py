"""How far does a content reach behind its cue?

The tree often breaks a content off at a comma or an "and". It runs on to the end of the sentence unless the words that follow are the article's own:
when or where it was said, another verb of the speaker, or a clause that hangs on the cue.
"""

from __future__ import annotations

from dataclasses import replace

from crosscheck.extract.attribution_lexicon import cues, grammar
from crosscheck.extract.attribution_report import Report
from crosscheck.extract.attribution_sources import is_speaker, is_time
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Span, Stance

_OF_VERBS = ("clause", "to", "object_to", "patient", "passive")  # frames whose content holds a verb of its own
_OF_NOUNS = ("object", "to", "about", "of", "on", "for", "against", "at", "with", "patient", "noun")
_DASHES = ("–", "—", "-", "--", ";", ":")
_RELATIVE = ("who", "which", "where", "whom", "whose")
_MEANWHILE = ("after", "before", "while", "when", "until", "as")
_TENSED = ("VBD", "VBZ", "VBP", "MD")
_MARKS = (",", *_DASHES)
_NEXT_SPEAKER = 10  # tokens behind a conjunction among which another's verb of speech stands


def extended(sentence: Sentence, report: Report) -> Report:
    """The report with its content as far as it reaches."""
    return _before_another_speaks(sentence, _extended(sentence, report))


def _extended(sentence: Sentence, report: Report) -> Report:
    if not report.content or report.content[-1].start < report.cue.start or report.cue.pos not in ("VERB", "AUX", "NOUN", "ADJ"):
        return report
    if report.frame in _OF_NOUNS and report.frame != "to":
        report = _without_aside(sentence, report)
    last = report.content[-1]
    first = next((token.index for token in sentence if token.start >= last.end), len(sentence))
    end = _reach(sentence, report, first) if report.frame in _OF_VERBS else _phrase_end(sentence, report, first)
    while end > first and (sentence.tokens[end - 1].text in _MARKS or sentence.tokens[end - 1].pos == "CCONJ"):
        end -= 1
    if end <= first:
        return report
    return replace(report, content=(*report.content[:-1], Span(last.start, sentence.tokens[end - 1].end)))


def _before_another_speaks(sentence: Sentence, report: Report) -> Report:
    """ "Denied that the leak was large and a health officer said that nobody was ill": what the other says is not denied."""
    if report.stance is not Stance.DENIES or report.frame not in _OF_VERBS:
        return report
    border = next((token for token in sentence.tokens[report.cue.index + 1 :] if token.pos == "CCONJ" and _speaks_next(sentence, token.index)), None)
    opens = sentence.tokens[report.cue.index + 1] if border is not None else None
    if border is None or opens is None or opens.lower != "that" or not any(piece.end > border.start for piece in report.content):
        return report
    return replace(report, content=(Span(opens.start, sentence.tokens[border.index - 1].end),))


def _speaks_next(sentence: Sentence, at: int) -> bool:
    """Whether the first verb with a tense behind the conjunction is one of speech, and behind one who can speak."""
    rest = sentence.tokens[at + 1 : at + 1 + _NEXT_SPEAKER]
    verb = next((token for token in rest if token.tag in _TENSED), None)
    cue = cues("verbs").get(verb.lemma.lower()) if verb is not None else None
    if verb is None or cue is None or rest[0].lower == "that" or cue.stance is Stance.QUESTIONS or not {"quote", "clause"} <= cue.frames:
        return False
    return any(token.pos in ("NOUN", "PROPN", "PRON") and is_speaker(token) for token in rest[: verb.index - at - 1])


def _reach(sentence: Sentence, report: Report, first: int) -> int:
    """The index of the first token that is no more content."""
    at = first
    while at < len(sentence):
        token = sentence.tokens[at]
        if (
            _is_source(report, sentence, at)
            or token.lower == "according"
            or token.text in (";", ".", "?", "!")
            or _says_when(sentence, report.cue, token)
        ):
            return at
        if token.text in _MARKS and _own_voice_after_mark(sentence, report, at + 1):
            return at
        if report.frame != "clause" and token.lower in _MEANWHILE and not _is_inside(sentence, token, report):
            return at
        if token.pos == "CCONJ" and _own_verb_follows(sentence, report, at + 1):
            return at
        at += 1
    return at


def _is_source(report: Report, sentence: Sentence, at: int) -> bool:
    """ "accused of fraud by two former aides": the source, or the preposition before it, ends the content."""
    source = report.source_span
    return source is not None and any(source.start <= token.start < source.end for token in sentence.tokens[at : at + 2])


def _own_voice_after_mark(sentence: Sentence, report: Report, at: int) -> bool:
    """Whether a participle or a clause that hangs on the cue, or a relative clause behind a noun, stands behind a mark."""
    while at < len(sentence) and sentence.tokens[at].pos in ("PUNCT", "ADV"):
        at += 1
    if at >= len(sentence):
        return False
    token = sentence.tokens[at]
    if token.lower in _RELATIVE:
        return report.frame not in ("clause", "passive")
    if token.tag == "VBG":
        return _hangs_on(sentence, token, report.cue) or token.lemma.lower() in cues("verbs")
    if token.pos in ("SCONJ", "CCONJ"):
        verb = _verb_behind(sentence, at)
        return verb is not None and not _is_inside(sentence, verb, report)
    if _is_fronted(sentence, report.cue) and not _is_below(sentence, token, report.cue):
        return True
    return report.frame != "clause" and not _is_inside(sentence, token, report)


def _own_verb_follows(sentence: Sentence, report: Report, at: int) -> bool:
    """Behind "and", a verb without a subject that is the speaker's next deed: "said he was ill and left", "… and warned"."""
    verb = next((token for token in sentence.tokens[at : at + 4] if token.pos in ("VERB", "AUX")), None)
    if verb is None or _is_inside(sentence, verb, report) or sentence.child(verb, "nsubj", "expl") is not None:
        return False
    return verb.pos == "VERB" and verb.tag in ("VBD", "VBZ", "VBP", "VBN") and sentence.child(verb, "aux", "cop") is None


def _verb_behind(sentence: Sentence, at: int) -> Token | None:
    """What a conjunction joins or opens: its head, where that stands behind it."""
    head = sentence.head(sentence.tokens[at])
    return head if head.index > at else None


def _is_inside(sentence: Sentence, token: Token, report: Report) -> bool:
    """Whether the token hangs on the content found so far, not on the cue or on what stands above it."""
    for above in (token, *sentence.ancestors(token)):
        if any(piece.start <= above.start < piece.end for piece in report.content):
            return True
        if above.index == report.cue.index:
            return False
    return False


def _is_fronted(sentence: Sentence, cue: Token) -> bool:
    """ "Asked why he left, she said …": the main clause is still to come."""
    return cue.dep.partition(":")[0] in ("advcl", "obl", "nmod", "acl") and any(above.index > cue.index for above in sentence.ancestors(cue))


def _is_below(sentence: Sentence, token: Token, top: Token) -> bool:
    return token.index == top.index or any(above.index == top.index for above in sentence.ancestors(token))


def _hangs_on(sentence: Sentence, token: Token, cue: Token) -> bool:
    return sentence.head(token).index == cue.index


def _phrase_end(sentence: Sentence, report: Report, first: int) -> int:
    """A noun's phrase runs on to the next mark, and over "and" to a further noun."""
    at = first
    while at < len(sentence):
        token = sentence.tokens[at]
        if token.pos == "PUNCT" or token.lower in ("according", *_RELATIVE):
            return at
        if (token.tag in _TENSED or (at == first and token.pos in ("ADP", "SCONJ", "ADV"))) and not _is_inside(sentence, token, report):
            return at
        if token.pos == "CCONJ" and not _joins_nouns(sentence, at):
            return at
        at += 1
    return at


def _joins_nouns(sentence: Sentence, at: int) -> bool:
    head = sentence.head(sentence.tokens[at])
    return head.index > at and head.pos in ("NOUN", "PROPN", "NUM") and sentence.child(head, "nsubj", "cop") is None


def _says_when(sentence: Sentence, cue: Token, token: Token) -> bool:
    """Whether the token opens a phrase of the cue that says when or where it was said: "on Tuesday", "in a statement"."""
    top = token
    while sentence.head(top).index != cue.index and sentence.head(top).index != top.index:
        top = sentence.head(top)
    if top.index == token.index and token.pos not in ("NOUN", "PROPN", "ADV"):
        return False
    opens = sentence.head(top).index == cue.index and sentence.subtree(top)[0].index == token.index
    return (
        opens and top.dep.partition(":")[0] in ("obl", "advmod") and (is_time(top) or top.lemma.lower() in grammar("occasions") or top.pos == "ADV")
    )


def _without_aside(sentence: Sentence, report: Report) -> Report:
    """A noun's content ends before a relative clause or a participle behind a comma: "slammed the loophole, which …"."""
    last = report.content[-1]
    inside = [token for token in sentence if last.start < token.start < last.end]
    for token in inside[:-1]:
        after = sentence.tokens[token.index + 1]
        aside = after.lower in (*_RELATIVE, "in", "of", "with") and _is_relative(sentence, after)
        if token.text == "," and (aside or (after.tag == "VBG" and after.dep in ("advcl", "acl"))):
            return replace(report, content=(*report.content[:-1], Span(last.start, sentence.tokens[token.index - 1].end)))
    return report


def _is_relative(sentence: Sentence, token: Token) -> bool:
    """ "which", or "in which"."""
    if token.lower in _RELATIVE:
        return True
    after = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence) else None
    return after is not None and after.lower in _RELATIVE
