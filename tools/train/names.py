"""How is the recogniser of names trained?

    python -m tools.train.names --data ../shared/nlp --out build/train/names --minutes 30

The marked texts are few. So the network starts from the embedding of the tree's, which has seen all of both treebanks; sentences that the shipped
weights read surely are added (`silver`); and half of the names are exchanged for others of their kind each time a sentence is seen: persons for
first names of the whole world with made-up surnames, places for countries and cities, organisations for known ones.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from tools.train import fit, network
from tools.train.entities import LEXICON, Span, meantime, uner, with_gum_names
from tools.train.gold import Gold, conllu
from tools.train.silver import sure_sentences
from tools.train.tree import save
from tools.train.vary import varied


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True, help="folder with gum/, ewt/, uner_ewt/, meantime.tar.gz and ecbplus-train.tar.xz")
    options.add_argument("--out", type=Path, required=True, help="folder for the weights as trained (float32)")
    options.add_argument("--minutes", type=float, default=30)
    options.add_argument("--start", type=Path, help="folder of weights to go on from")
    options.add_argument("--silver", type=float, default=1.0, help="share of the sentences that the shipped weights marked")
    train_names(**vars(options.parse_args()))


def train_names(data: Path, out: Path, minutes: float, start: Path | None = None, silver: float = 1.0) -> None:
    news = [*meantime(data / "meantime.tar.gz")]
    train = [*with_gum_names(conllu(data / "gum" / "train.conllu.gz")), *news, *news]
    train += uner(data / "uner_ewt" / "en_ewt-ud-dev.iob2.gz", conllu(data / "ewt" / "dev.conllu.gz"))
    more = [*sure_sentences(data)]
    train += Random(fit.SEED).sample(more, int(silver * len(more)))
    dev = [*with_gum_names(conllu(data / "gum" / "dev.conllu.gz"))]
    trainee = fit.name_trainee()
    fit.fit(trainee, train, lambda t: scored(t, dev), lambda t: save(t, out), minutes * 60, vary, start, _with_embedding_of_tree)


def _with_embedding_of_tree(trainee: fit.Trainee) -> None:
    """Puts the shipped tree's embedding into the trainee's, which has the same measures."""
    held = network.held_model("tree", "tok2vec")
    trainee.tok2vec.model.from_dict(held)


def scored(trainee: fit.Trainee, dev: Sequence[Gold]) -> float:
    """F of names with their type, in percent; precision and recall printed."""
    found = right = there = 0
    for gold, doc in zip(dev, fit.read_docs(trainee, dev), strict=True):
        got = {(ent.start, ent.end, ent.label_) for ent in doc.ents}
        found, there, right = found + len(got), there + len(gold.names or ()), right + len(got & set(gold.names or ()))
    print(f"names P {100 * right / max(found, 1):.1f}  R {100 * right / max(there, 1):.1f}", flush=True)
    return 200 * right / max(found + there, 1)


def vary(gold: Gold, luck: Random) -> Gold:
    return varied(_exchanged(gold, luck), luck)


def _exchanged(gold: Gold, luck: Random) -> Gold:
    """The sentence with some of its names exchanged, last first so that places of the others stay right."""
    for at in reversed(range(len(gold.names or ()))):
        if luck.random() < SHARE[(gold.names or ())[at][2]]:
            gold = _with_name(gold, at, _another(gold, (gold.names or ())[at], luck))
    return gold


SHARE = {"PER": 0.5, "LOC": 0.35, "ORG": 0.25, "MISC": 0.0}
"""Shares of names exchanged, by type; organisations keep most of theirs because their words say what they are."""


def _with_name(gold: Gold, at: int, words: list[str]) -> Gold:
    names = list(gold.names or ())
    first, last, kind = names[at]
    more = len(words) - (last - first)
    names[at] = (first, last + more, kind)
    names[at + 1 :] = [(a + more, b + more, k) for a, b, k in names[at + 1 :]]
    spaces = [word != "." and word != "-" and nxt != "-" for word, nxt in zip(words, [*words[1:], ""], strict=True)]
    spaces[-1] = gold.spaces[last - 1]
    return replace(
        gold,
        words=(*gold.words[:first], *words, *gold.words[last:]),
        spaces=(*gold.spaces[:first], *spaces, *gold.spaces[last:]),
        names=tuple(names),
        heads=None,
        pos=(),
        tags=(),
        lemmas=(),
        deps=(),
        misc=(),
    )


def _another(gold: Gold, span: Span, luck: Random) -> list[str]:
    kind, length = span[2], span[1] - span[0]
    if kind == "PER":
        surname = _surname(luck)
        return [surname] if length == 1 and luck.random() < 0.7 else [luck.choice(_listed("first_names")), surname]
    if kind == "LOC":
        return luck.choice(_listed(luck.choice(("countries", "countries", "regions", "cities", "capitals")))).split()
    return luck.choice(_listed("organizations")).replace("'s", " 's").split()


_STARTS = "B Ch D F G H J K Kh L M N Ng O P R S Sh St T Tr V W Y Z Br Gr A E I Mac Mc Al Ban Her Sten".split()  # noqa: SIM905
_MIDDLES = "a e i o u ai ou an en er ar or al ol in am on ul ab ed ik om es ay ach ei".split()  # noqa: SIM905
_LINKS = "b d k l m n r s t v z nd ng rr ll mb sh st rk tt kh nt ch".split()  # noqa: SIM905  (syllables are read better so)
_ENDS = """
ov ova sky ski son sen man mann ez es i a o ita eta ini elli ic ich vich enko uk yan ian idze shvili oglu ani adi awi ou akis er ers by ton ley ham
well wood ford hara moto mura aka wu ang ong eng in ung ah ane iya ele ombe amba anga uka ari ey et eau ier ais aux ard old berg stein feld baum
""".split()  # noqa: SIM905


def _surname(luck: Random) -> str:
    """A made-up surname that sounds like one of somewhere: "Mourrini", "Khalenko", "Stentton"."""
    middle = "".join(luck.choice(_MIDDLES) + luck.choice(_LINKS) for _ in range(luck.choice((0, 1, 1, 1))))
    return luck.choice(_STARTS) + (middle or luck.choice(_MIDDLES) + luck.choice(_LINKS)) + luck.choice(_ENDS)


@cache
def _listed(which: str) -> tuple[str, ...]:
    return tuple(_read(which))


def _read(which: str) -> Iterator[str]:
    if which in ("countries", "capitals"):
        for country in _toml("countries.toml")["country"]:
            yield from country["names"] if which == "countries" else country.get("capitals", ())[:1]
    elif which == "cities":
        for cities in _toml("cities.toml")["countries"].values():
            yield from cities.split("|")[:60]
    elif which == "first_names":
        yield from _toml("first_names.toml")["first_names"].split()
    elif which == "organizations":
        yield from _toml("organizations.toml")["known"]
    else:
        yield from _toml("places.toml")[which]


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((LEXICON / name).read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
