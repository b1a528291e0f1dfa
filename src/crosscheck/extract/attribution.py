"""Who says what? Every attribution of an article: source, cue, content, and the source's stance.

attribution_cues.py reads single sentences; this module gives quotations to their cues, across sentences where they run on, reads headlines and
speaker labels, keeps the outermost of nested attributions, and names the speaker behind "he" and "the official".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from crosscheck.extract.aliases import Aliases
from crosscheck.extract.attribution_cues import Report, neighbour_of, reports_in
from crosscheck.extract.attribution_headlines import label_of
from crosscheck.extract.attribution_lexicon import is_hedge
from crosscheck.extract.attribution_quotes import Quotation, is_speech, quotations_in
from crosscheck.extract.attribution_spans import source_span
from crosscheck.extract.lexicon import words_of
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Attribution, Mention, Span

Attributions = tuple[Attribution, ...]
_RUNNING_ON = ("clause", "to", "patient", "object_to")  # frames whose content stands behind the cue
_QUOTES = ("”", '"', "''", "’", "'")
PIECES = 12  # quoted sentences that one cue may govern; more is a block quotation whose end was not found
CLOSING_WORDS = 7  # words that may follow a closing "…, he said": "on Tuesday in a statement"
OUTSIDE_WORDS = 3  # words outside quotation marks from which a content is indirect speech with quoted parts


@dataclass(frozen=True, slots=True)
class _Found:
    """A report with its sentence, its content as far as known, and how far to the right its quotation has been followed."""

    report: Report
    sentence: Sentence
    content: tuple[Span, ...]

    @property
    def at(self) -> int:
        return self.report.cue.start


def attributions_in(sentences: Sequence[Sentence], text: str, aliases: Aliases | None = None, nested: bool = False) -> tuple[Attributions, ...]:
    """The attributions of an article by sentence (that of the cue), each in text order.

    With `nested`, also those inside the content of another ("Kyiv says that Moscow denies it"), after the one that holds them.
    """
    known = aliases if aliases is not None else Aliases.of(sentences, text)
    quotations = [quotation for quotation in quotations_in(text) if any(is_speech(text, piece) for piece in quotation.pieces)]
    found = _found_in(sentences, text, quotations)
    if not nested:
        found = _outermost(found)
    return _by_sentence(sentences, text, found, known)


def _found_in(sentences: Sequence[Sentence], text: str, quotations: Sequence[Quotation]) -> list[_Found]:
    found: list[_Found] = []
    taken: set[int] = set()
    for number, sentence in enumerate(sentences):
        label = label_of(sentence, text)
        if label is not None:
            found.append(_Found(label, sentence, _label_content(sentences, number, label, text)))
            continue
        reports = [_with_source(sentence, report, quotations) for report in reports_in(sentence) if not _inside(report.cue, quotations)]
        reports = [_extended(sentence, report) for report in reports]
        reports = _parted(sentence, reports)
        found += _with_quotations(sentences, number, reports, quotations, taken, text)
    return _continued(found, sentences, quotations, taken, text)


def _inside(cue: Token, quotations: Iterable[Quotation]) -> bool:
    return any(quotation.start <= cue.start < quotation.end and quotation.holds(cue.start) for quotation in quotations)


def _extended(sentence: Sentence, report: Report) -> Report:
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


def _parted(sentence: Sentence, reports: list[Report]) -> list[Report]:
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
                if report.cue.tag == "VBG" and other.source_span is not None:
                    result[index] = replace(result[index], source=other.source, source_span=other.source_span)
    return result


def _border(sentence: Sentence, report: Report) -> int | None:
    """Where the clause of a report begins that stands behind a comma and belongs to the sentence's own voice."""
    cue = report.cue
    before = cue.index - 1
    while before > 0 and (sentence.tokens[before].pos == "ADV" or sentence.tokens[before].text in _QUOTES):
        before -= 1
    if cue.tag == "VBG" and before > 0 and sentence.tokens[before].text == ",":
        return sentence.tokens[cue.index - 1].end if sentence.tokens[cue.index - 1].text in _QUOTES else sentence.tokens[before].start
    if not report.strong or report.source is None or report.frame != "clause":
        return None
    marks = [t for t in sentence.children(cue, "mark", "cc") if t.lower in ("while", "but", "though", "although", "whereas", "and")]
    mark = marks[0] if marks else None
    if mark is not None and mark.index < report.source.index and sentence.tokens[mark.index - 1].text in (",", "-", "–", "—", ";", "--"):
        return sentence.tokens[mark.index - 1].start
    return None


def _until(sentence: Sentence, piece: Span, border: int) -> Span:
    """The piece up to a border, without a closing comma."""
    ends = [token.end for token in sentence if piece.start <= token.start and token.end <= min(border, piece.end) and token.text != ","]
    return Span(piece.start, max(ends, default=piece.start))


def _with_source(sentence: Sentence, report: Report, quotations: Sequence[Quotation]) -> Report:
    """A verb of speech whose subject was not found, or was taken from inside a quotation, has its source beside it."""
    if not report.strong or report.frame not in ("clause", "quote"):
        return report
    inside = report.source is not None and _inside(report.source, quotations)
    if report.source is not None and not inside:
        return report
    source = neighbour_of(sentence, report.cue)
    if source is None or _inside(source, quotations):
        return replace(report, source=None, source_span=None) if inside else report
    span = source_span(sentence, source, report.cue)
    content = tuple(piece for piece in report.content if not piece.touches(span))
    return replace(report, source=source, source_span=span, content=content)


def _label_content(sentences: Sequence[Sentence], number: int, label: Report, text: str) -> tuple[Span, ...]:
    """What follows "Smith:"; where that is nothing, the sentences of the paragraph."""
    if label.content:
        return label.content
    following = [sentence for sentence in sentences[number + 1 : number + 1 + PIECES] if sentence.paragraph == sentences[number].paragraph]
    return tuple(Span(sentence.start, sentence.end) for sentence in following[:1])


def _with_quotations(
    sentences: Sequence[Sentence], number: int, reports: list[Report], quotations: Sequence[Quotation], taken: set[int], text: str
) -> list[_Found]:
    sentence = sentences[number]
    near = [quotation for quotation in quotations if quotation.start < sentence.end and sentence.start < quotation.end]
    owners = {id(quotation): _owner(quotation, reports) for quotation in near}
    found = []
    for index, report in enumerate(reports):
        own = [quotation for quotation in near if owners[id(quotation)] == index]
        if not own and report.quotes and report.strong and not report.content:
            own = _beside(sentences, number, report, quotations, taken, text)
        taken.update(id(quotation) for quotation in own)
        content = _merged(report.content, own, text)
        content = content or _fallback(sentence, report, text)
        if content:
            found.append(_Found(report, sentence, content))
    return found


def _owner(quotation: Quotation, reports: Sequence[Report]) -> int | None:
    """Which report of the sentence governs the quotation: one whose content touches it, else the nearest that takes quotations."""
    ranked = [
        (not any(quotation.touches(span) for span in report.content), not report.strong, _distance(report.cue, quotation), index)
        for index, report in enumerate(reports)
        if any(quotation.touches(span) for span in report.content) or (report.quotes and (report.strong or not report.content))
    ]
    return min(ranked)[-1] if ranked else None


def _distance(cue: Token, quotation: Quotation) -> int:
    return min(min(abs(cue.start - piece.end), abs(piece.start - cue.end)) for piece in quotation.pieces)


def _beside(
    sentences: Sequence[Sentence], number: int, report: Report, quotations: Sequence[Quotation], taken: set[int], text: str
) -> list[Quotation]:
    """A quotation in a sentence of its own: after "He said:", or before "he asked" where "?" ended it."""
    sentence = sentences[number]
    if text[sentence.start : sentence.end].rstrip().endswith((":", ",")) or text[report.cue_span.end :][:1] == ":":
        after = [q for q in quotations if q.start >= sentence.end and not text[sentence.end : q.start].strip()]
        return after[:1]
    before = [q for q in quotations if q.end <= sentence.start and not text[q.end : sentence.start].strip(" ") and id(q) not in taken]
    short = report.cue.index <= 8
    return before[-1:] if short else []


def _merged(content: tuple[Span, ...], quotations: Sequence[Quotation], text: str) -> tuple[Span, ...]:
    """Direct speech is its quotations; indirect speech keeps its own words and takes in the quoted parts."""
    pieces = [piece for quotation in quotations for piece in quotation.pieces]
    if not pieces:
        return content
    outside = sum(_words_outside(span, pieces, text) for span in content)
    if outside < OUTSIDE_WORDS:
        return tuple(sorted(pieces))
    touching = [piece for piece in pieces if any(piece.touches(span) for span in content)]
    return _union([*content, *touching])


def _words_outside(span: Span, pieces: Sequence[Span], text: str) -> int:
    marked = list(text[span.start : span.end])
    for piece in pieces:
        for at in range(max(piece.start, span.start), min(piece.end, span.end)):
            marked[at - span.start] = " "
    return len("".join(marked).split())


def _union(spans: Iterable[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end + 1:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _fallback(sentence: Sentence, report: Report, text: str) -> tuple[Span, ...]:
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
    if closes and said.endswith((",", "”", '"', "?", "!", "'", "’")) and len(said.split()) > 3:
        return _stripped(before, text)
    opening = _opening(sentence, last.end)
    if opening is not None:
        return _stripped(Span(opening, sentence.end), text)
    if said.endswith((",", "–", "—", "-")) and len(said.split()) > 1:
        comma = next((t for t in sentence if t.start >= last.end and t.text in (",", "–", "—", "-", "--")), None)
        return (*_stripped(before, text), *_stripped(Span(comma.end, sentence.end), text)) if comma is not None else ()
    return ()


def _opening(sentence: Sentence, start: int) -> int | None:
    """Where "that", "how", "whether" or a colon opens the content, within a few words behind the cue."""
    after = [token for token in sentence if token.start >= start][: CLOSING_WORDS + 1]
    for token in after:
        if token.text == ":":
            return token.end
        if token.lower in ("that", "how", "whether", "why", "what") and token.pos in ("SCONJ", "ADV", "PRON"):
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


def _continued(found: list[_Found], sentences: Sequence[Sentence], quotations: Sequence[Quotation], taken: set[int], text: str) -> list[_Found]:
    """A quotation without a cue goes on from the last one of its paragraph: "It is good," he said. "It is historic." """
    result = sorted(found, key=lambda one: one.at)
    for quotation in quotations:
        if id(quotation) in taken or not is_speech(text, quotation.pieces[0]):
            continue
        index = _last_before(result, quotation, sentences, text)
        if index is not None:
            result[index] = replace(result[index], content=_union([*result[index].content, *quotation.pieces]))
    return result


def _last_before(found: Sequence[_Found], quotation: Quotation, sentences: Sequence[Sentence], text: str) -> int | None:
    home = next((sentence for sentence in sentences if sentence.start <= quotation.start < sentence.end), None)
    if home is None or text[home.start : quotation.start].strip():
        return None
    earlier = [
        (one.at, index)
        for index, one in enumerate(found)
        if one.at < quotation.start and one.sentence.paragraph == home.paragraph and one.sentence.number < home.number and _is_quoting(one, text)
    ]
    cues_between = any(earlier and max(earlier)[0] < one.at < quotation.start and one.report.strong for one in found)
    return max(earlier)[1] if earlier and not cues_between else None


def _is_quoting(one: _Found, text: str) -> bool:
    return one.report.quotes and any(text[span.start] in "“\"‘'«" for span in one.content)


def _outermost(found: Sequence[_Found]) -> list[_Found]:
    """Without those whose cue stands in the content of another."""
    kept: list[_Found] = []
    ranked = sorted(found, key=lambda one: (not one.report.strong, one.at))
    for one in ranked:
        if not any(_governs(other, one) for other in found):
            kept.append(one)
    return sorted(kept, key=lambda one: one.at)


def _governs(outer: _Found, inner: _Found) -> bool:
    """Whether one stands in the other's content; "he said …, according to AFP" has two sources for one content, each kept."""
    if outer is inner or _holds(inner.content, outer.report.cue_span) or not _holds(outer.content, inner.report.cue_span):
        return False
    return not (outer.report.frame == "according" and inner.report.strong and _is_chained(outer, inner))


def _is_chained(outer: _Found, inner: _Found) -> bool:
    return outer.sentence.number == inner.sentence.number and sum(map(_size, inner.content)) * 2 > sum(map(_size, outer.content))


def _size(span: Span) -> int:
    return span.end - span.start


def _holds(content: Iterable[Span], span: Span) -> bool:
    return any(piece.start <= span.start < piece.end for piece in content)


def _by_sentence(sentences: Sequence[Sentence], text: str, found: Sequence[_Found], aliases: Aliases) -> tuple[Attributions, ...]:
    rows: dict[int, list[Attribution]] = {}
    last: str | None = None
    for one in found:
        speaker = _speaker(one.report, aliases) or (last if _is_same_source(one) else None)
        last = speaker or last
        rows.setdefault(one.sentence.number, []).append(_attribution(one, text, speaker))
    return tuple(tuple(rows.get(sentence.number, ())) for sentence in sentences)


def _speaker(report: Report, aliases: Aliases) -> str | None:
    return aliases.canonical(report.source_span) if report.source_span is not None else None


def _is_same_source(one: _Found) -> bool:
    """ "according to the same source", "the same newspaper adds": whoever spoke last."""
    span = one.report.source_span
    return span is not None and any(token.lower == "same" for token in one.sentence if span.start <= token.start < span.end)


def _attribution(one: _Found, text: str, speaker: str | None) -> Attribution:
    report = one.report
    source = Mention(text[slice(*report.source_span)], report.source_span) if report.source_span is not None else None
    return Attribution(
        source=source,
        cue=Mention(text[slice(*report.cue_span)], report.cue_span),
        content=one.content,
        stance=report.stance,
        anonymous=is_anonymous(one.sentence, report),
        hedged=_is_hedged(one.sentence, report),
        speaker=speaker,
    )


def is_anonymous(sentence: Sentence, report: Report) -> bool:
    """Whether nobody is named: no source at all, "officials", "a source close to the talks", "on condition of anonymity"."""
    if report.source is None or report.source_span is None:
        return True
    span = report.source_span
    inside = [token for token in sentence if span.start <= token.start < span.end]
    if any(token.lower in words_of("attribution_hedges", "anonymous_words") for token in sentence):
        return not any(token.pos == "PROPN" for token in inside)
    return report.source.lemma.lower() in words_of("attribution_hedges", "anonymous_nouns") and not any(token.name == "PER" for token in inside)


def _is_hedged(sentence: Sentence, report: Report) -> bool:
    near = (report.cue, *sentence.children(report.cue, "advmod", "aux"))
    return any(is_hedge(token.lemma.lower()) for token in near)
