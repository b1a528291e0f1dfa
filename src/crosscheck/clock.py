"""For how long may a piece of work keep the processor busy?"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class TooSlow(BaseException):
    """args: none. No `Exception`, so that nothing on the way takes it for a flaw of the text."""


def too_slow(seconds: float) -> str:
    """The reason for an article whose reading took longer than `seconds`."""
    return f"reading it took more than {seconds:g} seconds of the processor; raise article_seconds under [limits] in crosscheck.toml to read it"


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raises TooSlow inside when the processor has worked so long on it.

    Without effect off the main thread, and where there is no such clock (Windows).
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _raise)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _raise(*_: object) -> None:
    raise TooSlow
