"""Which classes do dictionaries and lists of names give to words?

    python -m tools.train.classes --wordnet /usr/share/wordnet --out src/crosscheck/language/weights

Words with their part of speech, and the field of a noun's first sense, come from WordNet 3.0; names from the lexicons in `data/lexicon` and
from WordNet's capitalised entries. The result is kept with the weights: fit them anew when it changes.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from crosscheck.language.classes import BEGINNING
from tools.train.entities import LEXICON

_NAME_FIELDS = {"14": "g", "15": "l", "18": "p"}
"""WordNet's fields for groups, places and persons; a capitalised entry of another field ("Monday") gets "x"."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--wordnet", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    make_classes(**vars(options.parse_args()))


def make_classes(wordnet: Path, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    (out / "classes.txt").write_text("\n\n".join(map(_lines, (_words(wordnet), _names(wordnet)))), encoding="utf-8")


def _lines(classes: dict[str, str]) -> str:
    """A line for the forms with the same first letters: "hos hospital=n06 host=n14v"."""
    lines: dict[str, list[str]] = defaultdict(list)
    for form, kind in sorted(classes.items()):
        lines[form[:BEGINNING]].append(f" {form}={kind}")
    return "\n".join(f"{beginning}{''.join(forms)}" for beginning, forms in lines.items())


def _words(wordnet: Path) -> dict[str, str]:
    """Class by lower-cased form: "n" with the field of the first noun sense, then v, a, r."""
    fields = {offset: (field, forms) for offset, field, forms in _senses(wordnet / "data.noun")}
    classes: dict[str, str] = {}
    for word, first in _index(wordnet / "index.noun"):
        field, forms = fields[first]
        if word in forms:
            classes[word] = f"n{field}"
    for letter, file in (("v", "index.verb"), ("a", "index.adj"), ("r", "index.adv")):
        for word, _ in _index(wordnet / file):
            classes[word] = classes.get(word, "") + letter
    return classes


def _senses(path: Path) -> Iterator[tuple[str, str, frozenset[str]]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line[0] != " ":
            offset, field, _, count, *rest = line.split(" ")
            yield offset, field, frozenset(rest[0 : 2 * int(count, 16) : 2])


def _index(path: Path) -> Iterator[tuple[str, str]]:
    """Single words with the offset of their first sense."""
    for line in path.read_text(encoding="utf-8").splitlines():
        word = line.partition(" ")[0]
        if word.isalpha() and len(word) > 1:
            parts = line.split()
            yield word, parts[-int(parts[2])]


def _names(wordnet: Path) -> dict[str, str]:
    """Class by capitalised form, one letter a list, letters in order."""
    classes: dict[str, set[str]] = defaultdict(set)
    for _, field, forms in _senses(wordnet / "data.noun"):
        for form in forms:
            if form[0].isupper() and form.isalpha():
                classes[form].add(_NAME_FIELDS.get(field, "x"))
    for letter, form in _listed():
        for word in form.split():
            if word[:1].isupper():
                classes[word].add(letter if word == form else letter.lower() + "2")
    return {form: "".join(sorted(letters)) for form, letters in classes.items()}


def _listed() -> Iterator[tuple[str, str]]:
    for country in _lexicon("countries")["country"]:
        yield from (("C", name) for name in country["names"])
        yield from (("K", name) for name in country.get("capitals", ()))
        yield from (("N", name) for name in country.get("people", ()))
    yield from (("N", name) for name in _lexicon("places")["peoples"])
    yield from (("L", city) for cities in _lexicon("cities")["countries"].values() for city in cities.split("|")[:40])
    yield from (("L", name) for name in (*_lexicon("places")["states"], *_lexicon("places")["regions"]))
    yield from (("F", name) for name in _lexicon("first_names")["first_names"].split())
    yield from (("G", name) for name in _lexicon("organizations")["known"])
    yield from (("E", name) for name in _lexicon("organizations")["endings"])
    yield from (("T", name) for names in _lexicon("titles").values() for name in names)


def _lexicon(name: str) -> dict[str, Any]:
    return tomllib.loads((LEXICON / f"{name}.toml").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
