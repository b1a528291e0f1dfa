"""How far is a run, and how long will it still take? One line on stderr, for a person who waits.

    reading ━━━━━━━━────────────  37 of 200 articles, 12 s left

Nothing is shown of what takes less than half a second, and nothing is left when it is done.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Lock, Thread
from time import monotonic
from typing import TextIO

from crosscheck.values import dataclass

_AFTER = 0.5  # seconds: what is done sooner needs no line
_EVERY = 0.2
_BAR = 20
_CLEAR = "\r\x1b[K"


@dataclass(frozen=True, slots=True)
class Step:
    """`done` of `all_` articles, begun at this time; of a step with `done` 0 nobody knows how long it takes."""

    name: str
    done: int
    all_: int
    began: float


class Progress:
    """Called by the engine with each article; a thread draws the line, so that it goes on while one is being read."""

    def __init__(self, stream: TextIO, columns: int, clock: Callable[[], float] = monotonic) -> None:
        self._stream, self._columns, self._clock = stream, columns, clock
        self._step: Step | None = None
        self._shown = False
        self._lock, self._ended = Lock(), Event()
        self._thread: Thread | None = None

    def __call__(self, name: str, done: int, all_: int) -> None:
        with self._lock:
            began = self._step.began if self._step and self._step.name == name else self._clock()
            self._step = Step(name, done, all_, began) if done < all_ else None
            if self._step is None:
                self._clear()
        if self._thread is None:
            self._thread = Thread(target=self._run, daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Takes the line away."""
        self._ended.set()
        with self._lock:
            self._step = None
            self._clear()

    def draw(self) -> None:
        with self._lock:
            elapsed = self._clock() - self._step.began if self._step else 0.0
            if self._step and elapsed >= _AFTER:
                self._stream.write(_CLEAR + line_of(self._step, elapsed)[: self._columns - 1])
                self._stream.flush()
                self._shown = True

    def _run(self) -> None:
        while not self._ended.wait(_EVERY):
            self.draw()

    def _clear(self) -> None:
        if self._shown:
            self._stream.write(_CLEAR)
            self._stream.flush()
            self._shown = False


def line_of(step: Step, elapsed: float) -> str:
    """With a bar and the time left once something is done, else with the time that has gone by."""
    articles = "article" if step.all_ == 1 else "articles"
    if not step.done:
        return f"{step.name} {step.all_:,} {articles}, {_time(elapsed)}"
    full = _BAR * step.done // step.all_
    left = elapsed / step.done * (step.all_ - step.done)
    return f"{step.name} {'━' * full}{'─' * (_BAR - full)}  {step.done:,} of {step.all_:,} {articles}, {_time(left)} left"


def _time(seconds: float) -> str:
    """As one would say it: "12 s", "3 min", "1 h 20 min"."""
    if seconds < 100:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
