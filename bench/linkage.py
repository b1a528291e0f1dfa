"""How long does it take to find and score the pairs of claims that may speak of one event, beside splink on DuckDB and beside brute force?

Each contender runs in a process of its own and is given the claims in memory. Splink gets the keys under which claims meet here, as numbers, and does
not have to make them; its comparisons are what one would write for these columns (`bench/splink_side.py`). What is timed is blocking and scoring;
"and groups" is all from the claims to the groups. Where stories are given whose facts are marked, their claims are mixed in, and the share of marked
pairs (two places of different articles that tell one fact) is told that each contender looks at, and that it keeps.
"""

from __future__ import annotations

import gc
import json
import multiprocessing
import pickle
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from bench.family import Watch, most_memory, processor_seconds
from crosscheck.align.clusters import MANY, clusters_of, likely_pairs
from crosscheck.align.features import Features, features_of
from crosscheck.align.keys import MOST_CANDIDATES, blocks_of, candidate_pairs
from crosscheck.align.linkage import Pair
from crosscheck.align.parts import Each, here
from crosscheck.align.pile import Pile
from crosscheck.align.protagonists import Protagonists
from crosscheck.align.stories import stories_of
from crosscheck.cli.main import COLLECTED
from crosscheck.engine.forked import forked
from crosscheck.engine.local import LocalEngine
from crosscheck.ingest.read import read
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim
from crosscheck.settings import Settings
from crosscheck.store.cache import Cache
from crosscheck.store.version import version_of

_BRUTE = 10_000  # claims up to which each is compared with each other
_ALIKE = 75  # token_set_ratio from which brute force takes two for one

Member = tuple[str, int, int]
"""A place in an article: what a marked fact is told by."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one contender took: seconds by the clock and of the processor, megabytes at most (and before it began), how many pairs it looked at, and
    the shares of the marked pairs that are among them and among those that it keeps."""

    name: str
    wall: float
    processor: float
    peak: int
    before: int
    pairs: int
    met: float | None
    kept: float | None


@dataclass(frozen=True, slots=True)
class Sought:
    """Where the claims come from, and how many of them are taken."""

    articles: Path
    stories: Path | None
    cache: Path
    claims: int


def linkage(sought: Sought, splink: str | None, jobs: int = 1) -> str:
    """A Markdown table with a line a contender. `splink` is the Python that has it, None leaves it out; splink takes all cores, crosscheck one and
    then as many as `jobs`."""
    with TemporaryDirectory() as folder:
        taken, table_file = Path(folder) / "articles.pickle", Path(folder) / "claims.jsonl"
        _alone(take_articles, sought, taken)
        _alone(write_claims, sought, taken, table_file)
        costs: list[Cost] = [cost for number in dict.fromkeys((1, jobs)) for cost in _alone(ours, sought, taken, number)]
        if splink:
            costs += [Cost(**one) for one in _of_splink(splink, table_file)]
        if sought.claims <= _BRUTE:
            costs.append(_alone(brute_force, sought, taken))
    return table(sought.claims, costs)


def _alone(work: Callable[..., Any], *arguments: object) -> Any:
    """In a fresh process, so that memory is its own."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()


def _of_splink(python: str, table_file: Path) -> list[dict[str, Any]]:
    script = Path(__file__).with_name("splink_side.py")
    said = subprocess.run([python, str(script), str(table_file)], stdout=subprocess.PIPE, check=True, text=True).stdout
    return [json.loads(line) for line in said.splitlines()]


# the claims


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims as the aligner sees them, the pile that they are, and the marked pairs, each as two sets of positions."""

    features: Sequence[Features]
    pile: Pile
    marked: Sequence[tuple[frozenset[int], frozenset[int]]]


@dataclass(frozen=True, slots=True)
class Taken:
    """The articles that have so many claims, and the pairs of places that are marked in them."""

    articles: Sequence[Article]
    marked: Sequence[tuple[Member, Member]]


def take_articles(sought: Sought, path: Path) -> None:
    """Keeps them by themselves, so that no contender has the whole file in memory; those of the marked stories first, the others as they come.

    Raises: ValueError where they have too few claims.
    """
    marked, articles = _marked(sought.stories) if sought.stories else ((), ())
    taken, claims = [], 0
    with LocalEngine(Cache(sought.cache, version_of())) as engine:
        for article in (*articles, *read((str(sought.articles),), Settings()).articles):
            if claims >= sought.claims:
                break
            taken.append(article)
            claims += sum(not claim.is_mention for claim in engine.extracts([article])[0].claims)
    if claims < sought.claims:
        raise ValueError(f"{sought.articles} has {claims:,} claims, which is fewer than {sought.claims:,}")
    path.write_bytes(pickle.dumps(Taken(taken, marked)))


def claims_of(sought: Sought, path: Path) -> Claims:
    """In the order in which a comparison works: stories, claims, what they are compared by."""
    gc.set_threshold(*COLLECTED)
    taken: Taken = pickle.loads(path.read_bytes())
    articles = sorted(taken.articles, key=lambda article: article.id)
    protagonists = Protagonists(articles)
    stories = stories_of(articles, protagonists)
    told: list[Claim] = []
    with LocalEngine(Cache(sought.cache, version_of())) as engine:
        for article in articles:
            told += [claim for claim in engine.extracts([article])[0].claims if not claim.is_mention]
    del told[sought.claims :]
    dates = {article.id: article.published for article in articles}
    features = [features_of(claim, dates[claim.article]) for claim in told]
    return Claims(features, Pile(features, stories, protagonists), _positions(taken.marked, told))


def _marked(folder: Path) -> tuple[Sequence[tuple[Member, Member]], Sequence[Article]]:
    """The pairs of places of each fact and value, and the articles; a story is NAME.json beside a folder NAME."""
    pairs: list[tuple[Member, Member]] = []
    articles: list[Article] = []
    for path in sorted(folder.glob("*.json")):
        texts = {
            Path(one.path or "").stem: replace(one, id=f"{path.stem}/{one.id}") for one in read((str(path.with_suffix("")),), Settings()).articles
        }
        articles += texts.values()
        for fact in json.loads(path.read_text("utf-8"))["facts"]:
            for value in fact["values"]:
                members = [found for name, words in value["members"] if (found := _place(texts.get(name), words))]
                pairs += [(one, other) for one, other in combinations(members, 2) if one[0] != other[0]]
    return pairs, articles


def _place(article: Article | None, words: str) -> Member | None:
    at = article.text.find(words) if article else -1
    return (article.id, at, at + len(words)) if article and at >= 0 else None


def _positions(pairs: Iterable[tuple[Member, Member]], claims: Sequence[Claim]) -> list[tuple[frozenset[int], frozenset[int]]]:
    """The pairs of which both places stand in some claim: what was not read cannot be met."""
    of: dict[str, list[int]] = {}
    for position, claim in enumerate(claims):
        of.setdefault(claim.article, []).append(position)

    def at(member: Member) -> frozenset[int]:
        article, start, end = member
        return frozenset(one for one in of.get(article, ()) if claims[one].span.start < end and start < claims[one].span.end)

    found = [(at(one), at(other)) for one, other in pairs]
    return [(one, other) for one, other in found if one and other]


def write_claims(sought: Sought, taken: Path, path: Path) -> None:
    """A line a claim, for splink; the last line holds the marked pairs."""
    claims = claims_of(sought, taken)
    with path.open("w", encoding="utf-8") as file:
        for position, (one, keys) in enumerate(zip(claims.features, met_under(claims.features), strict=True)):
            row = {"unique_id": position, "lemma": one.claim.predicate.lemma, "text": " ".join(one.words), "names": sorted(one.names)}
            row |= {"terms": sorted(one.terms), "figures": sorted(one.figures), "days": sorted(since for since, _ in one.days), "keys": keys}
            file.write(json.dumps(row) + "\n")
    path.with_suffix(".marked").write_text(json.dumps([[sorted(side) for side in pair] for pair in claims.marked]))


def met_under(claims: Sequence[Features]) -> list[list[int]]:
    """For each claim the numbers of the blocks in which it looks for others, the rarest first."""
    blocks: list[list[tuple[int, Sequence[int]]]] = [[] for _ in claims]
    for number, members in enumerate(_blocks_of(claims)):
        for position in members:
            blocks[position].append((number, members))
    return [list(_looked_at(shared)) for shared in blocks]


def _blocks_of(claims: Sequence[Features]) -> Iterable[Sequence[int]]:
    """As lists; of many claims all keys would be more than fits in memory, so that arrays make them."""
    if len(claims) <= MANY:
        return blocks_of(claims)
    from crosscheck.align import meeting  # numpy

    found = meeting.blocks_of(claims)
    return (found.members[start : start + many].tolist() for start, many in zip(found.starts.tolist(), found.lengths.tolist(), strict=True))


def _looked_at(blocks: Iterable[tuple[int, Sequence[int]]]) -> Iterator[int]:
    met: set[int] = set()
    for number, members in blocks:
        if len(met) > MOST_CANDIDATES:
            return
        met.update(members)
        yield number


# the contenders


def ours(sought: Sought, taken: Path, jobs: int = 1) -> list[Cost]:
    claims = claims_of(sought, taken)
    each, before = (here if jobs == 1 else forked(jobs)), most_memory()
    pairs_took, kept = _scored(claims, each)
    groups_took, together = _grouped(claims, each)
    looked_at, met = _met(claims)
    name = "crosscheck" if jobs == 1 else f"crosscheck, {jobs} processes"
    found = Cost(name, *pairs_took, before, looked_at, met, kept)
    return [found, Cost(f"{name}, and groups", *groups_took, before, looked_at, met, together)]


def _scored(claims: Claims, each: Each) -> tuple[tuple[float, float, int], float | None]:
    with Watch() as watch:
        clock = _Clock()
        scored = likely_pairs(claims.features, claims.pile, each)
        seconds = clock.seconds()
    return (*seconds, watch.peak), _share(claims.marked, lambda a, b: (min(a, b), max(a, b)) in scored)


def _grouped(claims: Claims, each: Each) -> tuple[tuple[float, float, int], float | None]:
    with Watch() as watch:
        clock = _Clock()
        groups = [cluster.members for cluster in clusters_of(claims.features, claims.pile, partial(likely_pairs, each=each))]
        seconds = clock.seconds()
    took = (*seconds, watch.peak)
    home = {member: number for number, group in enumerate(groups) for member in group}
    return took, _share(claims.marked, lambda a, b: home.get(a, -1) == home.get(b, -2))


def _met(claims: Claims) -> tuple[int, float | None]:
    """How many pairs are looked at, and the share of the marked ones among them."""
    wanted = {(min(a, b), max(a, b)) for one, other in claims.marked for a in one for b in other}
    count, met = 0, set()
    for pair in _candidates(claims):
        count += 1
        if pair in wanted:
            met.add(pair)
    return count, _share(claims.marked, lambda a, b: (min(a, b), max(a, b)) in met)


def _candidates(claims: Claims) -> Iterable[Pair]:
    """Of many claims as arrays find them, which are the same."""
    if len(claims.features) <= MANY:
        return candidate_pairs(claims.features, claims.pile.story)
    from crosscheck.align import meeting  # numpy

    found = meeting.pairs_of(claims.features, claims.pile.story)
    return ((pair >> 32, pair & 0xFFFFFFFF) for chunk in range(0, len(found), 65_536) for pair in found[chunk : chunk + 65_536].tolist())


def _share(marked: Sequence[tuple[frozenset[int], frozenset[int]]], found: Callable[[int, int], bool]) -> float | None:
    """Of the marked pairs those of which some claim of the one place is found with some claim of the other."""
    hits = [any(found(a, b) for a in one for b in other) for one, other in marked]
    return sum(hits) / len(hits) if hits else None


def brute_force(sought: Sought, taken: Path) -> Cost:
    """Each claim's words with each other's, in rapidfuzz's own loop over all of them."""
    import numpy
    from rapidfuzz import fuzz, process

    claims = claims_of(sought, taken)
    texts = [" ".join(one.words) for one in claims.features]
    before, clock = most_memory(), _Clock()
    likeness = process.cdist(texts, texts, scorer=fuzz.token_set_ratio, score_cutoff=_ALIKE, dtype=numpy.uint8, workers=1)
    seconds = clock.seconds()
    peak, kept = most_memory(), _share(claims.marked, lambda a, b: bool(likeness[a, b]))
    return Cost("rapidfuzz, each with each", *seconds, peak, before, len(texts) * (len(texts) - 1) // 2, None if kept is None else 1.0, kept)


class _Clock:
    def __init__(self) -> None:
        self._wall, self._processor = perf_counter(), processor_seconds()

    def seconds(self) -> tuple[float, float]:
        return perf_counter() - self._wall, processor_seconds() - self._processor


def table(claims: int, costs: Sequence[Cost]) -> str:
    """A line a contender."""
    head = ["contender", "pairs", "marked pairs met", "kept", "s, clock", "s, processor", "MB before", "MB at most"]
    rows = [f"{claims:,} claims", "", f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
    for one in costs:
        met, kept = ("" if share is None else f"{share:.1%}" for share in (one.met, one.kept))
        rows.append(f"| {one.name} | {one.pairs:,} | {met} | {kept} | {one.wall:.1f} | {one.processor:.1f} | {one.before:,} | {one.peak:,} |")
    return "\n".join(rows)
