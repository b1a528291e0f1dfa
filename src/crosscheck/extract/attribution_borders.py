"""Where does a content end, and what is it when the tree shows none?

A report's content is cut where the sentence's own voice goes on with another report, runs on where the tree breaks it off, and is read from the
words around the cue where the tree holds nothing.
"""

from __future__ import annotations

from dataclasses import replace

from crosscheck.extract.attribution_report import Report
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Span

CLOSING_WORDS = 7  # words that may follow a closing "…, he said": "on Tuesday in a statement"
_RUNNING_ON = ("clause", "to", "patient", "object_to")  # frames whose content stands behind the cue
_QUOTES = ("”", '"', "''", "’", "'")
_DASHES = ("–", "—", "-", "--")
_PARTING = ("while", "but", "though", "although", "whereas", "and")
_OPENERS = ("that", "how", "whether", "why", "what")


def parted(sentence: Sentence, reports: list[Report]) -> list[Report]:
    """A content ends where a participle or a clause of its own makes the next report: "…, adding that", "…, while Kyiv says"."""
    result = list(reports)
    for index, report in enumerate(reports):
        border = _border(sentence, report)
        if border is None:
            continue
        for other_index, other in enumerate(result):
            if other.cue.start < border and any(piece.start < border <= report.cue.start < piece.end for piece in other.content):
                cut = tuple(_until(sentence, piece, border) for piece in other.content if piece.start < border)
                result[other_index] = replace(other, content=tuple(piece for piece in cut if piece.end > piece.start))
                if report.frame != "according" and report.cue.tag == "VBG" and other.source_span is not None:
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
    if not report.strong or report.source is None or report.frame != "clause":
        return None
    marks = [t for t in sentence.children(cue, "mark", "cc") if t.lower in _PARTING]
    mark = marks[0] if marks else None
    if mark is not None and mark.index < report.source.index and sentence.tokens[mark.index - 1].text in (",", ";", *_DASHES):
        return sentence.tokens[mark.index - 1].start
    return None


def _until(sentence: Sentence, piece: Span, border: int) -> Span:
    """The piece up to a border, without a closing comma."""
    ends = [token.end for token in sentence if piece.start <= token.start and token.end <= min(border, piece.end) and token.text != ","]
    return Span(piece.start, max(ends, default=piece.start))


def extended(sentence: Sentence, report: Report) -> Report:
    """A content that a wrong attachment breaks off runs on to the next mark or conjunction, unless what follows says when or where it was said."""
    if report.frame not in _RUNNING_ON or not report.content or report.content[-1].start < report.cue.start:
        return report
    last = report.content[-1]
    rest = [token for token in sentence if token.start >= last.end]
    run: list[Token] = []
    for token in rest:
        if token.pos in ("PUNCT", "CCONJ") or token.lower == "according":
            break
        run.append(token)
    if not run or _says_when(sentence, report.cue, run[0]):
        return report
    return replace(report, content=(*report.content[:-1], Span(last.start, run[-1].end)))


def _says_when(sentence: Sentence, cue: Token, token: Token) -> bool:
    """Whether the token opens a phrase of the cue itself: "on Tuesday", "in a statement"."""
    top = next((child for child in sentence.children(cue) if token in sentence.subtree(child)), None)
    return top is not None and top.dep.partition(":")[0] in ("obl", "advmod", "advcl", "parataxis", "conj")


def fallback(sentence: Sentence, report: Report, text: str) -> tuple[Span, ...]:
    """A verb of speech for which the tree shows nothing, read from the words around it.

    In order: what stands before a closing "…, he said"; what follows "that", "how" or a colon; both sides of an interruption; a clause
    that follows at once.
    """
    if report.source_span is None or not report.strong:
        return ()
    first, last = min(report.source_span, report.cue_span), max(report.source_span, report.cue_span)
    before, after = Span(sentence.start, first.start), Span(last.end, sentence.end)
    said, to_say = text[before.start : before.end].rstrip(), text[after.start : after.end].lstrip()
    closes = len(to_say.split()) <= CLOSING_WORDS
    if closes and said.endswith((",", "”", '"', "?", "!", "'", "’")) and (_is_sentence(sentence, before) or said.endswith(("”", '"', "'"))):
        return _stripped(before, text)
    opening = _opening(sentence, last.end)
    if opening is not None:
        return _stripped(Span(opening, sentence.end), text)
    if said.endswith((",", "–", "—", "-")) and len(said.split()) > 1:
        comma = next((t for t in sentence if t.start >= last.end and t.text in (",", *_DASHES)), None)
        if comma is not None and not _is_sentence(sentence, before):
            return (*_stripped(before, text), *_stripped(Span(comma.end, sentence.end), text))
    return ()


def _is_sentence(sentence: Sentence, span: Span) -> bool:
    """Whether the words hold a subject with its verb and open with no conjunction, so that they may be what was said."""
    inside = [token for token in sentence if span.start <= token.start < span.end]
    if not inside or inside[0].pos in ("SCONJ", "ADP", "PUNCT"):
        return False
    return any(token.dep.startswith("nsubj") and span.start <= sentence.head(token).start < span.end for token in inside)


def _opening(sentence: Sentence, start: int) -> int | None:
    """Where "that", "how", "whether" or a colon opens the content, within a few words behind the cue."""
    after = [token for token in sentence if token.start >= start][: CLOSING_WORDS + 1]
    for token in after:
        if token.text == ":":
            return token.end
        if token.lower in _OPENERS and token.pos in ("SCONJ", "ADV", "PRON"):
            return token.start
        if token.text in (",", ";", "–", "—"):
            return None
    return None


def _stripped(span: Span, text: str) -> tuple[Span, ...]:
    start, end = span
    while start < end and text[start] in " ,:;\n\t\xa0-–—":
        start += 1
    while end > start and text[end - 1] in " ,:;\n\t\xa0-–—.":
        end -= 1
    return (Span(start, end),) if end > start else ()
