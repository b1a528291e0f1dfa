"""What would as many articles again be like? Each once more, with its names and numbers exchanged for others of the same file.

    python bench/exchanged.py ARTICLES.jsonl > EXCHANGED.jsonl

A name becomes another that is written like it and about as frequent, the same one everywhere, and digits but the first become others; so claims stay
as alike among themselves as they were, and two names that were rare together are so again. Years and months stay.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

_WORDS = (
    "January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec The A An In On At It He She They We I But And For If This That"
)
_KEPT = frozenset(_WORDS.split())
_WORD = re.compile(r"[A-Za-z]+")
_TOKEN = re.compile(r"[A-Za-z]+|\d[\d,.]*\d")
_YEAR = re.compile(r"(19|20)\d\d")
_DIGITS = str.maketrans("0123456789", "0371592846")
_SELDOM_SMALL = 5  # times as often with a capital as without from which on a word is taken for a name


def main(path: Path) -> None:
    articles = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for article in exchanged(articles):
        print(json.dumps(article))


def exchanged(articles: Sequence[Mapping[str, str]]) -> Iterator[dict[str, str]]:
    """Each article once more, under an id of its own."""
    other = _other_names(article["text"] for article in articles)
    for article in articles:
        texts = {name: _exchanged(article[name], other) for name in ("title", "text") if article.get(name)}
        yield {**article, "id": f"{article['id']}x", **texts}


def _exchanged(text: str, other: Mapping[str, str]) -> str:
    return _TOKEN.sub(lambda found: other.get(found[0], found[0]) if found[0].isalpha() else _number(found[0]), text)


def _number(said: str) -> str:
    return said if _YEAR.fullmatch(said) else said[0] + said[1:].translate(_DIGITS)


def _other_names(texts: Iterable[str]) -> dict[str, str]:
    """For each name another of its own kind: each gives its place to the next, in an order that chance has no part in."""
    counts = Counter(word for text in texts for word in _WORD.findall(text))
    kinds: dict[tuple[str, int], list[str]] = defaultdict(list)
    for word, count in counts.items():
        if (shape := _shape(word)) and counts[word.lower()] * _SELDOM_SMALL < count:
            kinds[shape, count.bit_length()].append(word)
    other: dict[str, str] = {}
    for words in kinds.values():
        words.sort(key=lambda word: sha256(word.encode()).hexdigest())
        other |= dict(zip(words, words[1:] + words[:1], strict=True))
    return other


def _shape(word: str) -> str:
    """How a name is written; nothing for what is none."""
    if word in _KEPT or len(word) < 2:
        return ""
    if word.isupper():
        return "all"
    return "first" if word[0].isupper() and word[1:].islower() and len(word) > 2 else ""


if __name__ == "__main__":
    main(Path(sys.argv[1]))
