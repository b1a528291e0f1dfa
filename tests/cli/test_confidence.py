"""Does --min-confidence leave what is at least so sure, and nothing else?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from crosscheck.cli.main import app


def report(folder: Path, least: float) -> dict[str, Any]:
    folder.joinpath("a.txt").write_text("Police arrested 12 smugglers in Port Amal on 3 May 2031, the mayor said.")
    folder.joinpath("b.txt").write_text("Police arrested 14 smugglers in Port Amal in May 2031, the mayor said.")
    done = CliRunner().invoke(app, ["compare", str(folder), "--format", "json", "--min-confidence", str(least)])
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("least", [0.0, 0.5, 0.85, 0.93, 1.0])
def test_what_is_less_sure_is_left_out(least: float, tmp_path: Path) -> None:
    """Facets and alignments alike, and a stricter wish never leaves more."""
    found, all_ = report(tmp_path, least), report(tmp_path, 0.0)
    facets = [facet for alignment in found["alignments"] for facet in alignment["facets"]]
    assert all(one["confidence"] >= least for one in (*found["alignments"], *facets))
    kept = {(facet["facet"], facet["rule"]) for alignment in all_["alignments"] for facet in alignment["facets"] if facet["confidence"] >= least}
    assert {(facet["facet"], facet["rule"]) for facet in facets} <= kept
    assert len(facets) > 0 or least > 0.9
