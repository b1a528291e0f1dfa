"""Which words of a sentence make up a source, a cue and a content?

A content may be in pieces: what interrupts it (the cue and its source) is cut out. No span begins or ends with a comma, a dash or space; marks of
quotation stay.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Span

_LOOSE = {",", ";", ":", "--", "—", "–", "-", "―", "..."}
_ENDING = _LOOSE | {".", "?", "!"}
_QUOTES = ("“", "”", '"', "''", "``")
_HELPERS = ("aux", "advmod", "neg", "compound:prt", "discourse")


def source_tokens(sentence: Sentence, head: Token, cue: Token | None = None) -> tuple[Token, ...]:
    """The noun phrase of a source: title, name, apposition, "of" phrase; of a conjunction all that are joined; without the cue's own clause."""
    left_out = ("parataxis", "acl") if head.head == head.index else ("parataxis",)  # a noun that heads a sentence took its verb for a clause
    tokens = sentence.subtree(head, without=left_out)
    if cue is not None:
        under_cue = {token.index for token in sentence.subtree(cue)}
        below = under_cue - {head.index} if head.index not in under_cue else set()
        tokens = tuple(token for token in tokens if token.index not in below)
    run = _connected(tokens, head)
    run = _unquoted(run, head)
    while len(run) > 1 and run[0].index != head.index and (_introduces(run[0]) or run[0].pos == "PUNCT"):
        run = run[1:]
    return _trimmed(_squeezed(sentence, run, cue) if cue is not None else run)


def _unquoted(tokens: Sequence[Token], head: Token) -> tuple[Token, ...]:
    """Up to the marks on either side: in "“It is,” said Okoro, “the worst flood”" what he said is no apposition of his name."""
    before = [i for i, token in enumerate(tokens) if token.text in _QUOTES and token.index < head.index]
    after = [i for i, token in enumerate(tokens) if token.text in _QUOTES and token.index > head.index]
    paired = before and after
    return tuple(tokens) if paired else tuple(tokens[before[-1] + 1 if before else 0 : after[0] if after else len(tokens)])


def _squeezed(sentence: Sentence, tokens: Sequence[Token], cue: Token) -> tuple[Token, ...]:
    """ "The survey shows" read as one noun: an article in front of the source that hangs on the cue."""
    run = list(tokens)
    while run[0].index > 0:
        before = sentence.tokens[run[0].index - 1]
        if before.head != cue.index or before.dep.partition(":")[0] not in ("det", "amod", "nummod", "compound"):
            break
        run.insert(0, before)
    return tuple(run)


def _introduces(token: Token) -> bool:
    """A preposition or conjunction in front of a phrase: "by two former aides"."""
    return token.dep.partition(":")[0] in ("case", "mark", "cc") and token.pos in ("ADP", "SCONJ", "CCONJ")


def source_span(sentence: Sentence, head: Token, cue: Token | None = None) -> Span:
    tokens = source_tokens(sentence, head, cue)
    return Span(tokens[0].start, tokens[-1].end)


def cue_tokens(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The verb with its auxiliaries, negation, particle and the adverbs between them."""
    near = [child for child in sentence.children(verb, *_HELPERS, "cop") if child.pos in ("AUX", "ADV", "PART", "ADP", "VERB", "INTJ")]
    chosen = sorted([verb, *near], key=lambda token: token.index)
    at = chosen.index(verb)
    first, last = at, at
    while first > 0 and chosen[first - 1].index == chosen[first].index - 1:
        first -= 1
    while last + 1 < len(chosen) and chosen[last + 1].index == chosen[last].index + 1:
        last += 1
    return tuple(chosen[first : last + 1])


def span_of(tokens: Sequence[Token]) -> Span:
    return Span(tokens[0].start, tokens[-1].end)


def pieces_of(sentence: Sentence, tokens: Collection[Token], without: Collection[Token] = ()) -> tuple[Span, ...]:
    """From the first to the last of the tokens, in one piece or in several around those left out."""
    if not tokens:
        return ()
    left_out = {token.index for token in without}
    indices = [token.index for token in tokens if token.index not in left_out]
    if not indices:
        return ()
    runs: list[list[Token]] = [[]]
    for token in sentence.tokens[min(indices) : max(indices) + 1]:
        if token.index in left_out:
            runs.append([])
        else:
            runs[-1].append(token)
    return tuple(_pieces(runs))


def _pieces(runs: Sequence[Sequence[Token]]) -> Iterator[Span]:
    for run in runs:
        kept = _trimmed(run)
        if kept and any(token.text[0].isalnum() for token in kept):
            yield span_of(kept)


def _trimmed(tokens: Sequence[Token]) -> tuple[Token, ...]:
    first, last = 0, len(tokens)
    while first < last and tokens[first].text in _LOOSE:
        first += 1
    while last > first and tokens[last - 1].text in _ENDING:
        last -= 1
    return tuple(tokens[first:last]) or tuple(tokens[:1])


def _connected(tokens: Sequence[Token], head: Token) -> tuple[Token, ...]:
    """The run of neighbouring tokens that holds the head; a subtree torn apart by a wrong attachment keeps the part with the head."""
    at = next(i for i, token in enumerate(tokens) if token.index == head.index)
    first, last = at, at
    while first > 0 and tokens[first - 1].index == tokens[first].index - 1:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].index == tokens[last].index + 1:
        last += 1
    return tuple(tokens[first : last + 1])
