"""Does whoever waits see how far the run is, and nothing of it afterwards?"""

from __future__ import annotations

import io

import pytest

from crosscheck.cli._progress import Progress, Step, line_of


@pytest.mark.parametrize(
    ("step", "elapsed", "line"),
    [
        (Step("reading", 0, 5, 0.0), 1.2, "reading 5 articles, 1 s"),
        (Step("reading", 10, 40, 0.0), 4.0, "reading ━━━━━───────────────  10 of 40 articles, 12 s left"),
        (Step("reading", 1, 1_000, 0.0), 1.0, "reading ────────────────────  1 of 1,000 articles, 17 min left"),
        (Step("reading", 1, 10_000, 0.0), 1.0, "reading ────────────────────  1 of 10,000 articles, 2 h 47 min left"),
        (Step("comparing", 0, 1, 0.0), 100.0, "comparing 1 article, 2 min"),
    ],
)
def test_a_line_tells_what_is_done_and_what_is_left(step: Step, elapsed: float, line: str) -> None:
    """Time left is told once there is something to reckon it from."""
    assert line_of(step, elapsed) == line


def test_nothing_is_shown_of_what_is_quick_and_nothing_is_left() -> None:
    """A line appears after half a second, is no wider than the terminal, and goes when its step is done."""
    now, stream = [0.0], io.StringIO()
    progress = Progress(stream, 20, lambda: now[0])
    progress("reading", 0, 5)
    now[0] = 0.4
    progress.draw()
    assert stream.getvalue() == ""
    now[0] = 2.0
    progress("reading", 1, 5)
    progress.draw()
    assert stream.getvalue() == "\r\x1b[Kreading ━━━━───────"
    progress("reading", 5, 5)
    progress.close()
    assert stream.getvalue().endswith("\r\x1b[K")
    assert stream.getvalue().count("\r\x1b[K") == 2
