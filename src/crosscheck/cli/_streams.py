"""Are the three streams of a process there, and what is said when results cannot be written?"""

from __future__ import annotations

import atexit
import errno
import os
import sys
import threading
from typing import IO, Any

_FULL = frozenset({errno.ENOSPC, errno.EFBIG, errno.EIO, errno.EBADF, getattr(errno, "EDQUOT", errno.ENOSPC)})


def open_all() -> None:
    """Gives a process that was started without a stream ("2>&-") one that leads nowhere, or the next file that it opens would take its place.

    What is written to a stdout that is not there must fail, so it is opened for reading.
    """
    for number, name, way in ((0, "stdin", os.O_RDONLY), (1, "stdout", os.O_RDONLY), (2, "stderr", os.O_WRONLY)):
        if getattr(sys, name) is None:
            setattr(sys, name, _nowhere(number, way, "r" if number == 0 else "w"))


def _nowhere(number: int, way: int, mode: str) -> IO[Any]:
    found = os.open(os.devnull, way)
    if found != number:
        os.dup2(found, number)
        os.close(found)
    return open(number, mode, encoding="utf-8", errors="backslashreplace", closefd=False)  # a descriptor has no path


def is_full(error: OSError) -> bool:
    """Whether it tells of a stream that takes no more: errors of files that were named have their name."""
    return error.errno in _FULL and error.filename is None


def let_go() -> None:
    """What Python still holds back for stdout must not raise at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def is_nothing_left() -> bool:
    """Whether all is written and nobody waits for the end: no other thread, and no profiler or debugger. What asked to be run at the end has been."""
    if threading.active_count() > 1 or sys.gettrace() or sys.getprofile():
        return False
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return False
    atexit._run_exitfuncs()
    return True


def end_now(code: int) -> None:
    """Ends without a look back: an interrupt that met `exec` on its way here makes Python end by the signal, whatever was made of it since."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            continue
    os._exit(code)
