"""Where does a content end, and what is it when the tree shows none?

A report's content is cut where the sentence's own voice goes on with another report, runs on where the tree breaks it off, and is read from the
words around the cue where the tree holds nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crosscheck.extract.attribution_quotes import PAIRS
from crosscheck.extract.attribution_report import Report
from crosscheck.extract.attribution_sources import could_say
from crosscheck.extract.attribution_spans import source_span
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Span

CLOSING_WORDS = 7  # words that may follow a closing "…, he said": "on Tuesday in a statement"
FAR_WORDS = 25  # "told an invited crowd at the club on Friday that"
_QUOTES = ("”", '"', "''", "’", "'")
_DASHES = ("–", "—", "-", "--")
_PARTING = ("while", "but", "though", "although", "whereas", "and")
_TENSED = ("VBD", "VBZ", "VBP", "MD")
_OBLIQUE = ("me", "him", "her", "us", "them", "myself", "himself", "herself", "itself", "ourselves", "themselves", "each")
_BREAKING = ("to", "who", "which", "that", "what", "when", "where", "how", "why", "by")
_OPENERS = ("that", "how", "whether", "why", "what")


def parted(sentence: Sentence, reports: list[Report]) -> list[Report]:
    """A content ends where a participle or a clause of its own makes the next report: "…, adding that", "…, while Kyiv says"."""
    result = list(reports)
    for index, report in enumerate(reports):
        border = _border(sentence, report)
        if border is None:
            continue
        for other_index, other in enumerate(result):
            if other.frame == "according" and report.cue.tag != "VBG":
                continue
            if other.cue.start < border and any(piece.start < border <= report.cue.start < piece.end for piece in other.content):
                cut = tuple(_until(sentence, piece, border) for piece in other.content if piece.start < border)
                result[other_index] = replace(other, content=tuple(piece for piece in cut if piece.end > piece.start))
                same = report.cue.tag == "VBG" or _joins_the_main_clause(sentence, report)
                if report.frame != "according" and same and other.source_span is not None:
                    result[index] = replace(result[index], source=other.source, source_span=other.source_span)
    return result


def _border(sentence: Sentence, report: Report) -> int | None:
    """Where the clause of a report begins that stands behind a comma and belongs to the sentence's own voice."""
    cue = report.cue
    before = cue.index - 1
    while before > 0 and (sentence.tokens[before].pos == "ADV" or sentence.tokens[before].text in _QUOTES):
        before -= 1
    if (cue.tag == "VBG" or report.frame == "according") and before > 0 and sentence.tokens[before].text == ",":
        return sentence.tokens[cue.index - 1].end if sentence.tokens[cue.index - 1].text in _QUOTES else sentence.tokens[before].start
    if _joins_the_main_clause(sentence, report):
        return sentence.tokens[cue.index - 1].start if sentence.tokens[cue.index - 1].pos == "CCONJ" else _conjunction(sentence, cue)
    if report.source is None or report.source.head != cue.index or cue.pos != "VERB":
        return None
    marks = [t for t in sentence.children(cue, "mark", "cc") if t.lower in _PARTING]
    mark = marks[0] if marks else None
    if mark is not None and mark.lower in ("and", "but") and mark.index < report.source.index and _is_named_speaker(report):
        return mark.start
    if mark is not None and mark.index < report.source.index and sentence.tokens[mark.index - 1].text in (",", ";", *_DASHES):
        return sentence.tokens[mark.index - 1].start
    return None


def _joins_the_main_clause(sentence: Sentence, report: Report) -> bool:
    """ "The mayor admitted that it was late and called it a lesson": a second verb of speech without a subject is rather the same speaker's."""
    cue = report.cue
    if (
        cue.dep != "conj"
        or not report.strong
        or cue.tag not in ("VBD", "VBZ", "VBP", "VBN")
        or sentence.child(cue, "nsubj", "aux", "expl") is not None
    ):
        return False
    first = sentence.head(cue)
    return first.dep.partition(":")[0] in ("ccomp", "xcomp") and _conjunction(sentence, cue) is not None


def _conjunction(sentence: Sentence, cue: Token) -> int | None:
    found = sentence.child(cue, "cc")
    return found.start if found is not None and found.index < cue.index else None


def _is_named_speaker(report: Report) -> bool:
    return report.strong and report.source is not None and report.source.pos in ("NOUN", "PROPN")


def _until(sentence: Sentence, piece: Span, border: int) -> Span:
    """The piece up to a border, without a closing comma."""
    ends = [token.end for token in sentence if piece.start <= token.start and token.end <= min(border, piece.end) and token.text != ","]
    return Span(piece.start, max(ends, default=piece.start))


def fallback(sentence: Sentence, report: Report, text: str) -> tuple[Span, ...]:
    """A verb of speech for which the tree shows nothing, read from the words around it.

    In order: what stands before a closing "…, he said"; what follows "that", "how" or a colon; both sides of an interruption; a clause
    that follows at once, with the noun before "which they say".
    """
    if report.source_span is None or not report.strong or report.frame == "label" or report.cue.pos == "NOUN" or _is_mute(report):
        return ()
    first, last = min(report.source_span, report.cue_span), max(report.source_span, report.cue_span)
    before, after = Span(sentence.start, first.start), Span(last.end, sentence.end)
    said, to_say = text[before.start : before.end].rstrip(), text[after.start : after.end].lstrip()
    closes = len(to_say.split()) <= CLOSING_WORDS
    if closes and said.endswith((",", "”", '"', "?", "!", "'", "’")) and (_has_verb(sentence, before) or said.endswith(("”", '"', "'"))):
        return _stripped(before, text)
    opening = _opening(sentence, last.end)
    if opening is not None:
        return _stripped(Span(opening, sentence.end), text)
    quoted = _quoted_at(text, last.end, sentence.end)
    if quoted is not None:
        return (quoted,)
    if said.endswith((",", "–", "—", "-")):
        comma = next((t for t in sentence if t.start >= last.end and t.text in (",", *_DASHES)), None)
        short = comma is not None and len(text[last.end : comma.start].split()) <= CLOSING_WORDS
        if comma is not None and (short or not _is_sentence(sentence, before)):
            return (*_stripped(before, text), *_stripped(Span(comma.end, sentence.end), text))
    return _clause_at_once(sentence, report, text)


def _is_mute(report: Report) -> bool:
    """ "The growth continued.", "the new delay makes it worse": what has no mouth speaks only where words are quoted or the verb is "say"."""
    return report.source is not None and report.source.pos == "NOUN" and not could_say(report.source) and report.cue.lemma != "say"


def _quoted_at(text: str, start: int, end: int) -> Span | None:
    """Words in quotation marks right behind a cue, however few: "chanted “What curfew?”"."""
    while start < end and text[start] in " ,:":
        start += 1
    opens = text[start : start + 1]
    if opens not in ("“", '"', "‘"):
        return None
    close = text.find(PAIRS.get(opens, "’" if opens == "‘" else '"'), start + 1, end)
    return Span(start, close + 1) if close > 0 else None


def _clause_at_once(sentence: Sentence, report: Report, text: str) -> tuple[Span, ...]:
    """ "The paper said her wealth was gone" read as an object; in "a step they say failed" the noun or "that" in front belongs to it."""
    end = max(report.source_span or report.cue_span, report.cue_span).end
    rest = [token for token in sentence if token.start >= end]
    if not rest:
        return ()
    if rest[0].tag in _TENSED:
        relative = _relative(sentence, report)
        return (*relative, *_stripped(Span(rest[0].start, sentence.end), text)) if relative else ()
    if not _opens_a_clause(rest):
        return ()
    subordinate = report.cue.dep.partition(":")[0] in ("advcl", "acl") and not any(t.tag in _TENSED for t in sentence.tokens[: report.cue.index + 1])
    comma = next((token for token in rest if token.text == ","), None) if subordinate else None
    return _stripped(Span(rest[0].start, comma.start if comma else sentence.end), text)


def _opens_a_clause(rest: Sequence[Token]) -> bool:
    """Whether a subject opens it and a verb with a tense comes before any mark, conjunction or "to"."""
    if (rest[0].lower not in ("both", "either", "neither") and rest[0].pos not in ("DET", "PRON", "PROPN", "NOUN", "NUM", "ADJ")) or (
        rest[0].lower in _OBLIQUE and rest[0].tag != "PRP$"
    ):
        return False
    for place, token in enumerate(rest):
        if token.tag in _TENSED:
            return place > 0 and rest[place - 1].pos != "CCONJ"
        if token.pos in ("PUNCT", "SCONJ") or token.lower in _BREAKING:
            return False
    return False


def _relative(sentence: Sentence, report: Report) -> tuple[Span, ...]:
    if report.source_span is None or report.cue.dep != "acl:relcl":
        return ()
    at = next((token.index for token in sentence if token.start >= report.source_span.start), 0) - 1
    pronoun = sentence.tokens[at] if at >= 0 else None
    if pronoun is not None and pronoun.lower in ("that", "which", "who", "what"):
        return (Span(pronoun.start, pronoun.end),)
    noun = sentence.head(report.cue)
    return (source_span(sentence, noun, report.cue),) if noun.pos in ("NOUN", "PROPN") else ()


def _has_verb(sentence: Sentence, span: Span) -> bool:
    return any(token.tag in (*_TENSED, "VBN") and span.start <= token.start < span.end for token in sentence)


def _is_sentence(sentence: Sentence, span: Span) -> bool:
    """Whether the words hold a subject with its verb and open with no conjunction, so that they may be what was said."""
    inside = [token for token in sentence if span.start <= token.start < span.end]
    if not inside or inside[0].pos in ("SCONJ", "ADP", "PUNCT"):
        return False
    return any(token.dep.startswith("nsubj") and span.start <= sentence.head(token).start < span.end for token in inside)


def _opening(sentence: Sentence, start: int) -> int | None:
    """Where "that", "how", "whether" or a colon opens the content: within a few words behind the cue, "that" with a clause further off too."""
    rest = [token for token in sentence if token.start >= start]
    for token in rest[: CLOSING_WORDS + 1]:
        if token.text == ":":
            return token.end
        if token.lower in _OPENERS and token.pos in ("SCONJ", "ADV", "PRON"):
            return token.start
        if token.text in (",", ";", "–", "—"):
            break
    for token in rest[:FAR_WORDS]:
        if token.lower == "that" and token.pos == "SCONJ" and token.dep == "mark":
            return token.start if sentence.head(token).dep.partition(":")[0] != "acl" else None
        if token.pos == "SCONJ" or token.tag in _TENSED:
            return None
    return None


def _stripped(span: Span, text: str) -> tuple[Span, ...]:
    start, end = span
    while start < end and text[start] in " ,:;\n\t\xa0-–—":
        start += 1
    while end > start and text[end - 1] in " ,:;\n\t\xa0-–—.":
        end -= 1
    return (Span(start, end),) if end > start else ()
