"""Which errors of tagger and parser can be put right by rule?

Only what is cheap and clearly right. Works on parallel lists, one entry a word; the parser may leave several roots in a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.language.words import is_designator

Lists = tuple[list[str], list[str], list[int], list[str]]


def repaired(words: Sequence[str], pos: list[str], tags: list[str], heads: list[int], deps: list[str]) -> Lists:
    """Classes, tags, heads and relations with the repairs made; heads form one tree.

    What is called by letters and digits is a proper noun wherever it stands: "two Mi-24P helicopters", where the tagger sees an adjective.
    """
    coded = [is_designator(word) for word in words]
    tags = ["NNP" if code else tag for code, tag in zip(coded, tags, strict=True)]
    pos = ["PROPN" if code else _class(*pair) for code, pair in zip(coded, zip(pos, tags, strict=True), strict=True)]
    deps = ["compound" if code and dep in ("amod", "advmod", "nummod") else dep for code, dep in zip(coded, deps, strict=True)]
    heads, deps = _one_root(pos, heads, deps)
    return pos, tags, heads, deps


def _class(pos: str, tag: str) -> str:
    """A word tagged as a name is one even where UD looks at its form: "United" (States) is no verb."""
    return "PROPN" if tag in ("NNP", "NNPS") and pos in ("VERB", "NOUN", "AUX") else pos


def _one_root(pos: list[str], heads: list[int], deps: list[str]) -> tuple[list[int], list[str]]:
    """The first verb that is a root, or the first root, stays; others hang on it."""
    roots = [at for at, head in enumerate(heads) if head == at]
    if len(roots) == 1:
        return heads, [("root" if at == roots[0] else "dep" if dep == "root" else dep) for at, dep in enumerate(deps)]
    top = next((at for at in roots if pos[at] == "VERB"), next((at for at in roots if pos[at] != "PUNCT"), roots[0]))
    heads, deps = list(heads), list(deps)
    for at in roots:
        heads[at] = top
        deps[at] = "root" if at == top else "punct" if pos[at] == "PUNCT" else "parataxis"
    return heads, deps
