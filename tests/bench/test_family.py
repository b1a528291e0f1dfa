"""Is the memory of a process counted with that of the processes that it forks?"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import os, time
from bench.family import Watch, most_memory, processor_seconds
shared = bytes([1]) * (60 << 20)
before = most_memory()
with Watch() as watch:
    if os.fork() == 0:
        own = bytes([2]) * (40 << 20)
        end = time.process_time() + 1.2
        while time.process_time() < end:
            pass
        os._exit(0)
    os.wait()
print(watch.peak - before, processor_seconds() > 1.2)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system does not tell")
def test_what_a_fork_needs_is_added() -> None:
    """What both have counts once, and so does the processor time of both."""
    said = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, check=True, text=True).stdout.split()
    assert 30 < int(said[0]) < 55
    assert said[1] == "True"
