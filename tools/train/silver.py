"""Which sentences that nobody marked for names does the shipped network read surely enough to learn from?

Three kinds. News of ECB+ (the topics that may be trained on), where people, bodies and places that take part in an event are marked: their type
goes for the whole topic. EWT's train sentences whose names cover the proper nouns of the treebank, no more and no less. And EWT's sentences
without any proper noun, so that a network does not learn to find a name in every sentence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from random import Random

from crosscheck.language import gazetteer
from crosscheck.language.names_edges import text_of
from crosscheck.language.pipeline import read_many
from crosscheck.language.tokens import Sentence
from tools.train.ecbplus import Participant, marked_articles
from tools.train.entities import INSIDE
from tools.train.evaluate import laid_out
from tools.train.gold import Gold, conllu

SEED = 11
UNMARKED = 0.12
"""Share of ECB+ sentences without any mark that are taken, so that no topic's names are learnt by heart."""
EMPTY = 1200
"""Sentences without names."""
SHORTEST, LONGEST = 5, 60
_PROPER = ("NNP", "NNPS")


def sure_sentences(data: Path) -> Iterator[Gold]:
    """`data` is the folder that README.md describes."""
    luck = Random(SEED)
    yield from _news(data / "ecbplus-train.tar.xz", luck)
    yield from _web(data / "ewt" / "train.conllu.gz")
    yield from luck.sample([*_empty(data / "ewt" / "train.conllu.gz")], EMPTY)


def _news(archive: Path, luck: Random) -> Iterator[Gold]:
    articles = [*marked_articles(archive)]
    read = [*read_many(article.text for article in articles)]
    votes: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for article, sentences in zip(articles, read, strict=True):
        for words, kind in _votes(article.text, article.participants, sentences):
            votes[article.topic][words][kind] += 1
    for article, sentences in zip(articles, read, strict=True):
        types = {words: count.most_common(1)[0][0] for words, count in votes[article.topic].items() if gazetteer.certain(words) is None}
        for sentence in sentences:
            marked = any(p.start < sentence.end and sentence.start < p.end for p in article.participants)
            if _is_fit(sentence) and (marked or luck.random() < UNMARKED):
                yield _gold(article.name, sentence, types)


def _votes(text: str, participants: tuple[Participant, ...], sentences: tuple[Sentence, ...]) -> Iterator[tuple[str, str]]:
    """Each name that ends a marked participant, with the type that ECB+ gives."""
    for sentence in sentences:
        for name in sentence.names:
            start, end = sentence.tokens[name.first].start, sentence.tokens[name.last - 1].end
            yield from ((text[start:end], p.type) for p in participants if p.start <= start and end == p.end)


def _web(treebank: Path) -> Iterator[Gold]:
    docs = laid_out(conllu(treebank))
    for doc, sentences in zip(docs, read_many(doc.text for doc in docs), strict=True):
        tags = {place: tag for gold, places in zip(doc.golds, doc.places, strict=True) for place, tag in zip(places, gold.tags, strict=True)}
        yield from (_gold(doc.name, sentence, {}) for sentence in sentences if _is_fit(sentence) and _agrees(sentence, tags))


def _agrees(sentence: Sentence, tags: dict[tuple[int, int], str]) -> bool:
    """Whether the names are just the proper nouns of the treebank, but for titles, peoples, days and months."""
    named = {at for name in sentence.names for at in range(name.first, name.last)}
    for token in sentence:
        tag = tags.get((token.start, token.end))
        if tag is None:
            return False
        if token.index in named:
            if tag not in _PROPER and token.text not in INSIDE and not token.text[:1].isdigit():
                return False
        elif tag in _PROPER and not _is_none(token.text):
            return False
    return True


def _is_none(word: str) -> bool:
    return word in gazetteer.titles() or word in gazetteer.peoples() or word in gazetteer.small_words()[1]


def _is_fit(sentence: Sentence) -> bool:
    return bool(sentence.names) and SHORTEST <= len(sentence) <= LONGEST and all(name.type != "MISC" for name in sentence.names)


def _empty(treebank: Path) -> Iterator[Gold]:
    for gold in conllu(treebank):
        if SHORTEST < len(gold.words) <= 40 and not any(tag in _PROPER for tag in gold.tags):
            yield Gold(gold.document, gold.words, gold.spaces, names=())


def _gold(document: str, sentence: Sentence, types: dict[str, str]) -> Gold:
    tokens = sentence.tokens
    spaces = tuple(token.end < after.start for token, after in pairwise(tokens))
    names = tuple((n.first, n.last, types.get(text_of(sentence, n.first, n.last), n.type)) for n in sentence.names)
    return Gold(document, tuple(token.text for token in tokens), (*spaces, False), names=names)
