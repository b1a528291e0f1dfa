"""Are the scores of attributions counted rightly?"""

from __future__ import annotations

from typing import Any

from bench.attribution import PARTS, scores

from crosscheck.language.pipeline import read

TEXT = "The minister said that the bridge would open in May."
SPANS = {"cue": [[13, 17]], "source": [[0, 12]], "content": [[18, 51]]}


def article(**other: list[list[int]]) -> dict[str, Any]:
    return {"id": "a", "text": TEXT, "attributions": [{**SPANS, **other}]}


def test_a_right_attribution_scores_in_every_column() -> None:
    """Cue, source, content and the whole are right."""
    assert scores([article()], [read(TEXT)], ()) == [1.0, 1.0, 1.0, 1.0]


def test_a_wrong_source_spoils_the_whole() -> None:
    """An attribution is right as a whole only where all three are."""
    assert scores([article(source=[[27, 33]])], [read(TEXT)], ()) == [1.0, 0.0, 1.0, 0.0]


def test_without_verbs_nothing_is_found() -> None:
    """A part that is left out is back afterwards."""
    assert scores([article()], [read(TEXT)], PARTS["verbs"]) == [0.0, 0.0, 0.0, 0.0]
    assert scores([article()], [read(TEXT)], ()) == [1.0, 1.0, 1.0, 1.0]
