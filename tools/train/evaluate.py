"""How good is what crosscheck ships, read as it is used: from the text of whole documents, with its own sentences and words?

    python -m tools.train.evaluate --data ../shared/nlp

Words of the gold trees and ours are matched by their characters; a gold word that we cut otherwise counts as wrong.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from crosscheck.language.pipeline import read_many
from crosscheck.language.sentences import split
from crosscheck.language.tokens import Sentence, Token
from tools.train.entities import uner, with_gum_names
from tools.train.gold import Gold, conllu

Spans = list[tuple[int, int]]
NameSpan = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Laid:
    """A gold document laid out as text: sentences with the places of their words in it."""

    name: str
    text: str
    golds: tuple[Gold, ...]
    places: tuple[Spans, ...]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--wrong", action="store_true", help="print what is wrong in names")
    chosen = options.parse_args()
    for line in report(chosen.data, chosen.wrong):
        print(line, flush=True)


def report(data: Path, wrong: bool) -> Iterator[str]:
    gum_test = laid_out(with_gum_names(conllu(data / "gum" / "test.conllu.gz")))
    gum_dev = laid_out(with_gum_names(conllu(data / "gum" / "dev.conllu.gz")))
    ewt = laid_out(conllu(data / "ewt" / "test.conllu.gz"))
    news = [doc for doc in (*gum_dev, *gum_test) if "_news_" in doc.name]
    for name, docs in (("GUM test", gum_test), ("GUM news (dev+test)", news), ("EWT test", ewt)):
        yield f"{name:20} {trees(docs)}"
    marked = laid_out(uner(data / "uner_ewt" / "en_ewt-ud-test.iob2.gz", conllu(data / "ewt" / "test.conllu.gz")))
    for name, docs in (("GUM news (dev+test)", news), ("GUM test", gum_test), ("UNER EWT test", marked)):
        yield f"{name:20} {names(docs, keep_misc='UNER' not in name, wrong=wrong and 'news' in name)}"
    for name, docs in (("GUM news (dev+test)", news), ("GUM dev+test", [*gum_dev, *gum_test])):
        yield f"{name:20} sentences {f_score(docs, _gold_sentences, _our_sentences)}"


def laid_out(golds: Iterable[Gold]) -> list[Laid]:
    """Documents as text, a paragraph a line; lists and captions that the treebank does not mark as paragraphs run on."""
    return [_laid(name, tuple(group)) for name, group in groupby(golds, key=lambda gold: gold.document)]


def _laid(name: str, golds: tuple[Gold, ...]) -> Laid:
    text, places = "", []
    for gold in golds:
        text = (text.rstrip() + "\n" if gold.paragraph else text) if text else ""
        spans = []
        for word, space in zip(gold.words, gold.spaces, strict=True):
            spans.append((len(text), len(text) + len(word)))
            text += word + " " * space
        places.append(spans)
    return Laid(name, text, golds, tuple(places))


def trees(docs: list[Laid]) -> str:
    counts: Counter[str] = Counter()
    for doc, sentences in zip(docs, read_many(doc.text for doc in docs), strict=True):
        ours = {(t.start, t.end): (t, s.tokens[t.head]) for s in sentences for t in s}
        for gold, places in zip(doc.golds, doc.places, strict=True):
            for at, place in enumerate(places):
                counts.update(_right(gold, places, at, *ours.get(place, (None, None))))
    words = counts.pop("words")
    return "  ".join(f"{name} {100 * counts[name] / words:.2f}" for name in ("words right", "UPOS", "UAS", "LAS", "lemma"))


def _right(gold: Gold, places: Spans, at: int, token: Token | None, head: Token | None) -> Iterator[str]:
    yield "words"
    if token is None or head is None or gold.heads is None:
        return
    attached = places[gold.heads[at]] == (head.start, head.end)
    checks = {
        "words right": True,
        "UPOS": token.pos == gold.pos[at],
        "UAS": attached,
        "LAS": attached and token.dep == gold.deps[at].replace("ROOT", "root"),
        "lemma": token.lemma == gold.lemmas[at],
    }
    yield from (name for name, right in checks.items() if right)


def names(docs: list[Laid], keep_misc: bool, wrong: bool) -> str:
    """F of names with exact edges and type, and with edges alone."""
    read = dict(zip((doc.name for doc in docs), map(_our_names, read_many(doc.text for doc in docs)), strict=True))
    if not keep_misc:
        read = {name: {span for span in spans if span[2] != "MISC"} for name, spans in read.items()}
    if wrong:
        for doc in docs:
            for mark, spans in (("missed", _gold_names(doc) - read[doc.name]), ("added", read[doc.name] - _gold_names(doc))):
                for start, end, kind in sorted(spans):
                    print(f"  {mark:6} {kind:4} {doc.text[start:end]!r}  in  {doc.text[max(0, start - 40) : end + 40]!r}")

    def ours(doc: Laid) -> set[NameSpan]:
        return read[doc.name]

    whole = f_score(docs, _gold_names, ours)
    kinds = ("PER", "ORG", "LOC", "MISC")[: 4 if keep_misc else 3]
    by_type = "  ".join(f"{kind} {f_score(docs, partial(_of_type, kind, _gold_names), partial(_of_type, kind, ours)).split()[-1]}" for kind in kinds)
    edges = f_score(docs, lambda d: {s[:2] for s in _gold_names(d)}, lambda d: {s[:2] for s in ours(d)})
    return f"names {whole}   edges alone {edges.split()[-1]}   {by_type}"


def _of_type(kind: str, spans: Callable[[Laid], set[NameSpan]], doc: Laid) -> set[NameSpan]:
    return {span for span in spans(doc) if span[2] == kind}


def _gold_sentences(doc: Laid) -> set[tuple[int, int]]:
    return {(places[0][0], places[-1][1]) for places in doc.places}


def _our_sentences(doc: Laid) -> set[tuple[int, int]]:
    return {(span.start, span.end) for span in split(doc.text)}


def _gold_names(doc: Laid) -> set[NameSpan]:
    pairs = zip(doc.golds, doc.places, strict=True)
    return {(places[first][0], places[last - 1][1], kind) for gold, places in pairs for first, last, kind in gold.names or () if kind != "OTH"}


def _our_names(sentences: tuple[Sentence, ...]) -> set[NameSpan]:
    return {(s.tokens[n.first].start, s.tokens[n.last - 1].end, n.type) for s in sentences for n in s.names}


def f_score(docs: list[Laid], gold: Callable[[Laid], set[Any]], ours: Callable[[Laid], set[Any]]) -> str:
    right = sum(len(gold(doc) & ours(doc)) for doc in docs)
    there, found = sum(len(gold(doc)) for doc in docs), sum(len(ours(doc)) for doc in docs)
    return f"P {100 * right / max(found, 1):.1f}  R {100 * right / max(there, 1):.1f}  F {200 * right / max(there + found, 1):.1f}"


if __name__ == "__main__":
    main()
