"""Who says what? Every attribution of an article: source, cue, content, and the source's stance.

attribution_cues.py reads single sentences and attribution_speech.py gives quotations to their cues; this module goes through the article,
reads headlines and speakers' labels, keeps the outermost of nested attributions, and names the speaker behind "he" and "the official".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from crosscheck.extract.aliases import Aliases
from crosscheck.extract.attribution_borders import parted
from crosscheck.extract.attribution_cues import reports_in
from crosscheck.extract.attribution_headlines import label_of, signature_of
from crosscheck.extract.attribution_lexicon import is_hedge
from crosscheck.extract.attribution_reach import extended
from crosscheck.extract.attribution_report import Report
from crosscheck.extract.attribution_sources import is_put_to, neighbour_of
from crosscheck.extract.attribution_spans import source_span
from crosscheck.extract.attribution_speech import Found, Speech, continued, with_quotations
from crosscheck.extract.lexicon import words_of
from crosscheck.language.tokens import Sentence
from crosscheck.model.claim import Attribution, Mention, Span

Attributions = tuple[Attribution, ...]
CHAINED = ("clause", "quote")
WINDOW = 40  # attributions on either side among which one may hold another; a quotation over more is a slip


def attributions_in(sentences: Sequence[Sentence], text: str, aliases: Aliases | None = None, nested: bool = False) -> tuple[Attributions, ...]:
    """The attributions of an article by sentence (that of the cue), each in text order.

    With `nested`, also those inside the content of another ("Kyiv says that Moscow denies it"), after the one that holds them.
    """
    known = aliases if aliases is not None else Aliases.of(sentences, text)
    found = _found_in(sentences, text, Speech.of(text))
    if not nested:
        found = _outermost(found)
    return _by_sentence(sentences, text, found, known)


def chains_in(sentences: Sequence[Sentence], text: str, aliases: Aliases) -> tuple[tuple[Attributions, ...], tuple[Attributions, ...]]:
    """By sentence: the outermost attributions, and those that say within the content of another who says it ("A said that B had told C").

    Of the second only verbs that govern a clause or a quotation are taken: who wishes or praises within another's words changes no claim.
    """
    found = _found_in(sentences, text, Speech.of(text))
    outer = _outermost(found)
    kept = {(one.at, one.report.frame) for one in outer}
    inner = [one for one in found if (one.at, one.report.frame) not in kept and one.report.frame in CHAINED]
    return _by_sentence(sentences, text, outer, aliases), _by_sentence(sentences, text, inner, aliases)


def _found_in(sentences: Sequence[Sentence], text: str, speech: Speech) -> list[Found]:
    found: list[Found] = []
    taken: set[int] = set()
    for number, sentence in enumerate(sentences):
        label = label_of(sentence)
        if label is not None:
            found.append(Found(label, sentence, _label_content(sentences, number, label)))
            continue
        found += _signed(sentence, speech, taken, text)
        reports = [_with_source(sentence, report, speech) for report in reports_in(sentence) if not speech.holds(report.cue.start)]
        reports = parted(sentence, [extended(sentence, report) for report in reports])
        found += with_quotations(sentence, reports, speech, taken, text)
    return continued([one for one in found if one.content], sentences, speech, taken, text)


def _label_content(sentences: Sequence[Sentence], number: int, label: Report) -> tuple[Span, ...]:
    """What follows "Smith:" up to the end of the paragraph; in a headline the rest of the line."""
    sentence = sentences[number]
    if sentence.headline or number == 0:
        return label.content
    last = number
    while last + 1 < len(sentences) and sentences[last + 1].paragraph == sentence.paragraph and label_of(sentences[last + 1]) is None:
        last += 1
    start = label.content[0].start if label.content else sentences[min(number + 1, last)].start
    return (Span(start, sentences[last].end),) if start < sentences[last].end and start > label.cue_span.start else ()


def _signed(sentence: Sentence, speech: Speech, taken: set[int], text: str) -> list[Found]:
    """A quotation signed with a dash and a name, "“It was dark.” — Peter Okoro"."""
    signature = signature_of(sentence)
    before = speech.before(signature.cue.start) if signature is not None else None
    if signature is None or before is None or text[before.end : signature.cue.start].strip():
        return []
    taken.add(before.start)
    return [Found(signature, sentence, before.pieces)]


def _with_source(sentence: Sentence, report: Report, speech: Speech) -> Report:
    """A verb of speech whose subject was not found, or was taken from inside a quotation, has its source beside it."""
    if not report.strong or report.frame in ("according", "label", "words") or is_put_to(sentence, report.cue):
        return report
    inside = report.source is not None and speech.holds(report.source.start)
    if report.source is not None and not inside:
        return report
    source = neighbour_of(sentence, report.cue)
    if source is None or speech.holds(source.start):
        return replace(report, source=None, source_span=None) if inside else report
    span = source_span(sentence, source, report.cue)
    content = tuple(piece for piece in report.content if not piece.touches(span))
    return replace(report, source=source, source_span=span, content=content)


def _outermost(found: Sequence[Found]) -> list[Found]:
    """Without those whose cue stands in the content of another; `found` is in text order."""
    return [one for i, one in enumerate(found) if not any(_governs(other, one) for other in found[max(0, i - WINDOW) : i + WINDOW])]


def _governs(outer: Found, inner: Found) -> bool:
    """Whether one stands in the other's content; "he said …, according to AFP" has two sources for one content, each kept."""
    if outer is inner or _holds(inner.content, outer.report.cue_span) or not _holds(outer.content, inner.report.cue_span):
        return False
    return not (outer.report.frame == "according" and inner.report.strong and _is_chained(outer, inner))


def _is_chained(outer: Found, inner: Found) -> bool:
    return outer.sentence.number == inner.sentence.number and sum(map(_size, inner.content)) * 2 > sum(map(_size, outer.content))


def _size(span: Span) -> int:
    return span.end - span.start


def _holds(content: Iterable[Span], span: Span) -> bool:
    return any(piece.start <= span.start < piece.end for piece in content)


def _by_sentence(sentences: Sequence[Sentence], text: str, found: Sequence[Found], aliases: Aliases) -> tuple[Attributions, ...]:
    rows: dict[int, list[Attribution]] = {}
    last: str | None = None
    for one in found:
        speaker = _speaker(one.report, aliases) or (last if _is_same_source(one) else None)
        last = speaker or last
        rows.setdefault(one.sentence.number, []).append(_attribution(one, text, speaker))
    return tuple(tuple(rows.get(sentence.number, ())) for sentence in sentences)


def _speaker(report: Report, aliases: Aliases) -> str | None:
    return aliases.canonical(report.source_span) if report.source_span is not None else None


def _is_same_source(one: Found) -> bool:
    """ "according to the same source", "the same newspaper adds": whoever spoke last."""
    span = one.report.source_span
    return span is not None and any(token.lower == "same" for token in one.sentence if span.start <= token.start < span.end)


def _attribution(one: Found, text: str, speaker: str | None) -> Attribution:
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
