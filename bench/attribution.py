"""What is each part of the reading of attributions worth: the scores without it?

    python bench/attribution.py ARTICLES.jsonl.gz

A line of ARTICLES is `{"id", "text", "attributions": [{"source", "cue", "content"}]}`, each a list of spans (PolNeAR in that form). Sentences are
read once; then one part after the other is replaced by one that finds nothing. F1 of cues (any overlap), sources (half of either lies in the other),
contents (Jaccard of 0.5 over words) and of whole attributions (all three), matched one to one, the best match first.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest import mock

from crosscheck.extract import attribution, attribution_cues, attribution_nouns, attribution_speech, attribution_verbs
from crosscheck.extract.attribution_speech import Speech
from crosscheck.language.pipeline import read_many
from crosscheck.language.tokens import Sentence

Spans = tuple[tuple[int, int], ...]
Said = dict[str, Spans]
Match = Callable[[Spans, Spans], bool]
Part = tuple[ModuleType, str, Any]
ROLES = ("cue", "source", "content")


class NoSpeech:
    """Finds no quotation anywhere."""

    @staticmethod
    def of(text: str) -> Speech:
        return Speech((), (), ())


def nothing(*_: object) -> None:
    """Finds nothing."""


def _in_order(found: Sequence[Any], *_: object) -> list[Any]:
    return sorted(found, key=lambda one: one.at)


def _clause_alone(sentence: Any, verb: Any, cue: Any, governed: Any = attribution_verbs._governed) -> Any:
    frame, content = governed(sentence, verb, cue)
    return (frame, content) if frame == "clause" else ("", ())


PARTS: dict[str, tuple[Part, ...]] = {
    "all": (),
    "quotations that go on from the sentence or paragraph before": (
        (attribution, "continued", lambda found, *_: sorted(found, key=lambda one: one.at)),
    ),
    "quotations": ((attribution, "Speech", NoSpeech),),
    'the reach of a content over marks and "and"': ((attribution, "extended", lambda sentence, report: report),),
    "borders between two reports of one sentence": (
        (attribution, "parted", lambda sentence, reports: reports),
        (attribution_speech, "parted", lambda sentence, reports: reports),
    ),
    "the words around a cue where the tree shows nothing": ((attribution_speech, "fallback", lambda *_: ()),),
    "frames that the tree hides": (
        (attribution_verbs, "from_what", nothing),
        (attribution_verbs, "_hidden", lambda *_: ("", ())),
        (attribution_verbs, "_topic", nothing),
        (attribution_nouns, "clause_behind", lambda *_: ()),
        (attribution_nouns, "from_drawn", nothing),
        (attribution_nouns, "from_made_clear", nothing),
    ),
    "what nobody has said": ((attribution_verbs, "is_nobodys", lambda *_: False),),
    'nouns ("the claim that")': ((attribution_cues, "from_noun", nothing),),
    'adjectives ("sure that")': ((attribution_cues, "from_adjective", nothing),),
    '"according to", "in his view", "in a poll"': tuple((attribution_cues, name, nothing) for name in ("from_according", "from_view", "from_survey")),
    "verbs that were tagged as something else": tuple(
        (attribution_cues, name, lambda *_: False) for name in ("is_mistagged", "is_squeezed", "is_inverted")
    ),
    "labels, headlines and signatures": ((attribution, "label_of", nothing), (attribution, "signature_of", nothing)),
    "leaving out attributions inside another's content": ((attribution, "_outermost", lambda found: found),),
    "objects, infinitives and prepositions of verbs": (
        (attribution_verbs, "_governed", _clause_alone),
        (attribution_verbs, "_from_passive", nothing),
    ),
    "verbs": ((attribution_cues, "from_verb", nothing),),
}


def main(arguments: Sequence[str]) -> int:
    lines = gzip.decompress(Path(arguments[0]).read_bytes()).decode("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    sentences = list(read_many(row["text"] for row in rows))
    print("| without | " + " | ".join((*ROLES, "whole")) + " |\n|---|---|---|---|---|")
    for name, parts in PARTS.items():
        print(f"| {name} | " + " | ".join(f"{100 * score:.1f}" for score in scores(rows, sentences, parts)) + " |", flush=True)
    return 0


def scores(rows: Sequence[dict[str, Any]], sentences: Sequence[tuple[Sentence, ...]], parts: Sequence[Part]) -> list[float]:
    """F1 of ROLES and of whole attributions, with the parts replaced."""
    counts = {role: [0, 0, 0] for role in (*ROLES, "whole")}
    with ExitStack() as replaced:
        for module, name, other in parts:
            replaced.enter_context(mock.patch.object(module, name, other))
        for row, read in zip(rows, sentences, strict=True):
            _count(counts, row, list(_said(read, row["text"])))
    return [2 * right / (found + wanted) if right else 0.0 for right, found, wanted in counts.values()]


def _said(sentences: Sequence[Sentence], text: str) -> Iterator[Said]:
    for one in (one for line in attribution.attributions_in(sentences, text) for one in line):
        yield {
            "cue": _spans([one.cue.span] if one.cue else []),
            "source": _spans([one.source.span] if one.source else []),
            "content": _spans(one.content),
        }


def _count(counts: dict[str, list[int]], row: dict[str, Any], said: Sequence[Said]) -> None:
    gold = [{role: _spans(one[role]) for role in ROLES} for one in row["attributions"]]
    words = [match.span() for match in re.finditer(r"\w+", row["text"])]

    def alike(left: Spans, right: Spans) -> bool:
        mine, theirs = _words_in(words, left), _words_in(words, right)
        return len(mine & theirs) * 2 >= len(mine | theirs) > 0

    tests: dict[str, Match] = {"cue": lambda left, right: _shared(left, right) > 0, "source": _is_half, "content": alike}
    for role, test in tests.items():
        wanted, found = (list(dict.fromkeys(one[role] for one in side if one[role])) for side in (gold, said))
        fits = {(i, j): _shared(a, b) / (_length(a) + _length(b)) for i, a in enumerate(wanted) for j, b in enumerate(found) if test(a, b)}
        _add(counts[role], len(_pairs(fits)), len(found), len(wanted))
    fits = {
        (i, j): _shared(a["content"], b["content"]) / max(1, _length(a["content"]) + _length(b["content"]))
        for i, a in enumerate(gold)
        for j, b in enumerate(said)
        if all(bool(a[role]) == bool(b[role]) and (not a[role] or test(a[role], b[role])) for role, test in tests.items())
    }
    _add(counts["whole"], len(_pairs(fits)), len(said), len(gold))


def _spans(spans: Sequence[Sequence[int]]) -> Spans:
    return tuple((start, end) for start, end in spans)


def _length(spans: Spans) -> int:
    return sum(end - start for start, end in spans)


def _shared(left: Spans, right: Spans) -> int:
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in left for b in right)


def _is_half(left: Spans, right: Spans) -> bool:
    common = _shared(left, right)
    return common > 0 and common * 2 >= min(_length(left), _length(right))


def _words_in(words: Sequence[tuple[int, int]], spans: Spans) -> frozenset[int]:
    return frozenset(at for at, word in enumerate(words) if any(_shared((word,), (span,)) for span in spans))


def _pairs(fits: dict[tuple[int, int], float]) -> dict[int, int]:
    """The matches one to one, the best first."""
    chosen: dict[int, int] = {}
    for i, j in sorted(fits, key=lambda pair: (-fits[pair], pair)):
        if i not in chosen and j not in chosen.values():
            chosen[i] = j
    return chosen


def _add(counts: list[int], *more: int) -> None:
    for at, number in enumerate(more):
        counts[at] += number


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
