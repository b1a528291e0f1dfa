"""Which words have a lemma that the rules of `crosscheck.language.lemmas` do not find?

    python -m tools.train.lemmas --data ../shared/nlp --wordnet /usr/share/wordnet --out src/crosscheck/language/weights

Lists of verbs and irregular forms come from WordNet 3.0, the rest from the train files of GUM and EWT (GUM wins where they differ).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from crosscheck.language import lemmas
from tools.train.entities import peoples
from tools.train.gold import conllu

_EXCEPTION_FILES = {"noun.exc": "N", "verb.exc": "V", "adj.exc": "A", "adv.exc": "R"}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--wordnet", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    make_lists(**vars(options.parse_args()))


def make_lists(data: Path, wordnet: Path, out: Path) -> None:
    seen = _seen(data)
    made: dict[str, str | dict[str, str]] = {
        "verbs": " ".join(sorted(_index(wordnet / "index.verb"))),
        "adjectives": " ".join(sorted(w for w in _index(wordnet / "index.adj") if w.endswith("e") and len(w) < 8)),
        "capitals": " ".join(sorted({*_capitals(seen), *peoples()})),
        "exceptions": {},
    }
    nouns = set(_index(wordnet / "index.noun"))
    out.mkdir(parents=True, exist_ok=True)
    _write(out, made)
    known = {f"{word} N": word for word in _index(wordnet / "index.noun") if word.endswith("ies") and word[:-3] + "y" not in nouns}
    known |= {f"{form} {kind}": base for form, kind, base in _irregular(wordnet)}
    made["exceptions"] = known
    _write(out, made)
    made["exceptions"] = dict(sorted((known | dict(_learned(seen))).items()))
    _write(out, made)


def _write(out: Path, made: dict[str, str | dict[str, str]]) -> None:
    (out / "lemmas.json").write_text(json.dumps(made, ensure_ascii=False, indent=0), encoding="utf-8")
    lemmas._lists.cache_clear()
    lemmas.lemma.cache_clear()


def _index(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        word = line.partition(" ")[0]
        if word.isalpha() and not line.startswith(" "):
            yield word


def _irregular(wordnet: Path) -> Iterator[tuple[str, str, str]]:
    for file, kind in _EXCEPTION_FILES.items():
        for line in (wordnet / file).read_text(encoding="utf-8").splitlines():
            form, base, *_ = line.split()
            if form.isalpha() and base.isalpha():
                yield form, kind, base


Seen = dict[tuple[str, str, str], Counter[str]]


def _seen(data: Path) -> Seen:
    """Lemmas by word, UD tag and Penn tag, EWT's counted only where GUM is silent."""
    seen: Seen = defaultdict(Counter)
    for part in ("gum", "ewt"):
        more: Seen = defaultdict(Counter)
        for gold in conllu(data / part / "train.conllu.gz"):
            for word, pos, tag, base in zip(gold.words, gold.pos, gold.tags, gold.lemmas, strict=True):
                more[word, pos, tag][base] += 1
        for key, counts in more.items():
            seen.setdefault(key, counts)
    return seen


def _capitals(seen: Seen) -> Iterator[str]:
    """Words of small-letter classes that keep their capital: "American" (adjective), "Muslim" (noun)."""
    for (word, _, tag), counts in seen.items():
        if tag in ("JJ", "NN", "RB") and word[:1].isupper() and not word.isupper() and counts.most_common(1)[0][0] == word and word.isalpha():
            yield word


_DOUBT = 3
"""How often the treebanks must contradict WordNet's irregular forms to be believed: a few times is a slip ("fled" as "flead")."""


def _learned(seen: Seen) -> Iterator[tuple[str, str]]:
    by_form: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    example: dict[tuple[str, str], tuple[str, str, str]] = {}
    for (word, pos, tag), counts in seen.items():
        if pos in ("PUNCT", "SYM", "NUM", "X") or tag in ("NNP", "NNPS", "GW", "ADD", "FW", "LS", "XX") or pos == "PROPN":
            continue
        key = word.lower().replace("’", "'"), lemmas._KINDS.get(tag, tag)
        by_form[key].update(counts)
        example[key] = (word.lower(), pos, tag)
    for (word, kind), counts in by_form.items():
        best, count = counts.most_common(1)[0]
        right = lemmas.lemma(*example[word, kind])
        if (
            best not in (right, "_")
            and count > _DOUBT * (right != word) * (f"{word} {kind}" in lemmas._list("exceptions"))
            and (count > 1 or kind in "NVAR")
            and not (kind == "N" and best[:1].isupper())
        ):
            yield f"{word} {kind}", best


if __name__ == "__main__":
    main()
