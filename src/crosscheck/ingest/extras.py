"""What is said where a reader needs a library that is not installed?"""

from __future__ import annotations


def missing(what: str, extra: str) -> str:
    return f'reading {what} needs crosscheck-news[{extra}]: pip install "crosscheck-news[{extra}]"'
