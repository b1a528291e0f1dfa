"""What does splink take for the claims of a file?

Run by `bench/linkage.py` with the Python that has splink 5 and DuckDB 1; tells a line of JSON a row. What can be estimated without marked pairs is
estimated before the clock starts.
"""

from __future__ import annotations

import json
import logging
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

COLUMNS = {"unique_id": "BIGINT", "lemma": "VARCHAR", "text": "VARCHAR", "keys": "BIGINT[]"}
COLUMNS |= dict.fromkeys(("names", "terms", "figures", "days"), "VARCHAR[]")
LIKELY = 0.2  # probability from which on a pair is kept: what crosscheck asks of two claims of different stories


def main(path: Path) -> None:
    connection = duckdb.connect(":memory:")
    connection.execute(f"CREATE TABLE claims AS SELECT * FROM read_json('{path}', format='newline_delimited', columns={COLUMNS})")
    linker = Linker(DuckDBAPI(connection).register("claims"), settings())
    linker.training.estimate_u_using_random_sampling(max_pairs=100_000, seed=1)
    before, wall, processor = _most_memory(), perf_counter(), process_time()
    pairs = linker.inference.predict(threshold_match_probability=LIKELY, warning_mode="never")
    spent = perf_counter() - wall, process_time() - processor
    peak = _most_memory()
    marked = json.loads(path.with_suffix(".marked").read_text())
    wall, processor = perf_counter(), process_time()
    groups = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_probability=0.5)
    more = perf_counter() - wall, process_time() - processor
    peaks = peak, _most_memory()
    home = dict(connection.execute(f"SELECT unique_id, cluster_id FROM {groups.physical_name}").fetchall())
    last = max((position for pair in marked for side in pair for position in side), default=-1)
    likely = f"SELECT unique_id_l, unique_id_r FROM {pairs.physical_name} WHERE unique_id_l <= {last} AND unique_id_r <= {last}"
    kept = {(min(pair), max(pair)) for pair in connection.execute(likely).fetchall()}
    keys = dict(connection.execute(f"SELECT unique_id, keys FROM claims WHERE unique_id <= {last}").fetchall())
    ((looked_at,),) = connection.execute(MET).fetchall()
    met = share(marked, lambda a, b: not set(keys[a]).isdisjoint(keys[b]))
    tell("splink", spent, peaks[0], before, looked_at, met, share(marked, lambda a, b: (min(a, b), max(a, b)) in kept))
    both = spent[0] + more[0], spent[1] + more[1]
    tell("splink, and groups", both, peaks[1], before, looked_at, met, share(marked, lambda a, b: home[a] == home[b]))


MET = """
SELECT count(*) FROM (
    SELECT DISTINCT l.unique_id, r.unique_id
    FROM (SELECT unique_id, unnest(keys) AS key FROM claims) l JOIN (SELECT unique_id, unnest(keys) AS key FROM claims) r
    ON l.key = r.key AND l.unique_id < r.unique_id
)
"""


def settings() -> SettingsCreator:
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.ExactMatch("lemma"),
            cl.ArrayIntersectAtSizes("names", [2, 1]),
            cl.ArrayIntersectAtSizes("terms", [6, 4, 2]),
            cl.ArrayIntersectAtSizes("figures", [1]),
            cl.ArrayIntersectAtSizes("days", [1]),
            cl.JaroWinklerAtThresholds("text", [0.9, 0.8, 0.7]),
        ],
        blocking_rules_to_generate_predictions=[block_on("keys", arrays_to_explode=["keys"])],
        retain_matching_columns=False,
    )


def share(marked: list[list[list[int]]], found: Callable[[int, int], bool]) -> float | None:
    """Of the marked pairs those of which some claim of the one place is found with some claim of the other."""
    hits = [any(found(a, b) for a in one for b in other) for one, other in marked]
    return sum(hits) / len(hits) if hits else None


def tell(name: str, spent: tuple[float, float], peak: int, before: int, pairs: int, met: float | None, kept: float | None) -> None:
    row = {"name": name, "wall": spent[0], "processor": spent[1], "peak": peak, "before": before, "pairs": pairs, "met": met, "kept": kept}
    print(json.dumps(row))


def _most_memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    logging.disable(logging.WARNING)
    main(Path(sys.argv[1]))
