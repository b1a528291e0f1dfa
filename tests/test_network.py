"""Does crosscheck leave the network alone where no address is given?"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FORBID = """
import socket, sys
def refuse(*arguments, **options):
    raise AssertionError("a socket is opened")
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = socket.create_connection = socket.gethostbyname = refuse
sys.argv = ["crosscheck", *sys.argv[1:]]
from crosscheck.cli.main import main
main()
"""
ADDRESSES = (
    "Read https://example.org/story and www.example.org, said http://203.0.113.7/page.\n\n![](https://example.org/a.png) Twelve people were killed.\n"
)


@pytest.mark.parametrize("command", [("compare", "--format", "json"), ("compare", "--format", "html"), ("sources",), ("claims",)])
def test_no_address_is_asked(command: tuple[str, ...], tmp_path: Path) -> None:
    """Neither by a command nor for what an article names: pages, pictures, sources."""
    (tmp_path / "a.txt").write_text(ADDRESSES)
    (tmp_path / "b.md").write_text(f"---\nurl: https://example.org/story\n---\n{ADDRESSES}")
    (tmp_path / "c.html").write_text(
        f"<html><head><link rel=stylesheet href=https://example.org/a.css></head><body><img src=https://example.org/a.png><p>{ADDRESSES}</p></body></html>"
    )
    names = [str(path) for path in sorted(tmp_path.glob("?.*"))]
    environment = os.environ | {"CROSSCHECK_CACHE_DIR": str(tmp_path / "cache")}
    done = subprocess.run(
        [sys.executable, "-c", FORBID, command[0], *names, *command[1:]], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, "socket" in done.stderr) == (0, False), done.stderr
    assert "killed" in done.stdout or "example.org" in done.stdout


def test_an_address_that_is_given_would_be_asked(tmp_path: Path) -> None:
    """The test above can fail: with an address, a socket is wanted."""
    done = subprocess.run(
        [sys.executable, "-c", FORBID, "claims", "https://example.org/story"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
