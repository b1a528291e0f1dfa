"""Does the time to read an article grow as its length does, whatever it is made of?

Each text is read at one length and at four times that length. Linear steps take four times as long, quadratic ones sixteen times; the bound between
them leaves room for a busy machine, and a text that seems too slow is measured again before it fails.
"""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from crosscheck.extract.boilerplate import boilerplate_in
from crosscheck.extract.time_grammar import expressions_in
from crosscheck.independence.copies import copied
from crosscheck.ingest.metadata import header_of
from crosscheck.judge.checks import checks_in
from crosscheck.language.sentences import split
from crosscheck.language.words import words
from crosscheck.model.article import Article
from crosscheck.model.packing import packed
from crosscheck.pipeline import claims_in

LONGER = 4
BOUND = 7.5  # for four times the length: between 4 (linear) and 16 (quadratic)
NOISE = 0.03  # seconds that are lost and found by chance
TRIES = 4

Make = Callable[[int], str]

READ: dict[str, Make] = {
    "numbers in a row": lambda n: " ".join(str(1000 + at) for at in range(6 * n)),
    "names in a row": lambda n: " ".join(f"Abcde{chr(97 + at % 26)}{chr(97 + at // 26 % 26)}" for at in range(4 * n)),
    "one person after another": lambda n: " ".join(
        f"Mr {chr(65 + at % 26)}ron {chr(65 + at // 3 % 26)}elov said he met her." for at in range(n // 2)
    ),
    "dates in a row": lambda n: " ".join(f"March {at % 28 + 1}, {1950 + at % 80}" for at in range(2 * n)),
    "deep brackets": lambda n: "( " * (3 * n) + "deep" + " )" * (3 * n),
    "quotation marks": lambda n: '" he said ' * (2 * n),
    "a sentence of commas": lambda n: "The men, " * (3 * n) + "left.",
    "hyphens": lambda n: "a-" * (5 * n),
    "nested nouns": lambda n: "the head of " * (3 * n),
    "sources": lambda n: "according to " * (3 * n),
    "one sentence again and again": lambda n: "Mayor Ann Lee said on Monday that 12 people were killed in Korva.\n\n" * (n // 2),
}
"""What goes through all steps, the networks too; `n` is some hundreds."""

SCANNED: dict[str, Make] = {
    "a line without spaces": lambda n: "a" * n,
    "digits": lambda n: "7" * n,
    "brackets": lambda n: "(" * (n // 2) + ")" * (n // 2),
    "quotation marks": lambda n: '"' * n,
    "curly quotes": lambda n: "“Yes ”no " * (n // 9),
    "full stops": lambda n: "." * n,
    "full stops apart": lambda n: ". " * (n // 2),
    "hyphens": lambda n: "-" * n,
    "letters and hyphens": lambda n: "a-" * (n // 2),
    "spaces": lambda n: " " * n + "End.",
    "line breaks": lambda n: "\n" * n + "End.",
    "addresses": lambda n: "www." * (n // 4),
    "at signs": lambda n: "a@" * (n // 2),
    "bars": lambda n: "| " * (n // 2),
    "fractions": lambda n: "1/" * (n // 2),
    "short lines": lambda n: "By\n" * (n // 3),
    "colons": lambda n: "a: " * (n // 3),
    "money": lambda n: "$ " * (n // 2),
}
"""What the steps before the networks, and those that look at characters alone, are tried with; `n` is the number of characters."""

SCANS: dict[str, Callable[[str], object]] = {
    "header": header_of,
    "boilerplate": lambda text: list(boilerplate_in(text, None)),
    "sentences": split,
    "words": words,
    "times": expressions_in,
    "copies": lambda text: copied((Article("a", text, "1"), Article("b", text, "2"))),
}


def seconds(work: Callable[[str], object], text: str) -> float:
    start = process_time()
    work(text)
    return process_time() - start


def grows_with_length(work: Callable[[str], object], make: Make, size: int) -> bool:
    short, long = make(size), make(LONGER * size)
    best_short = best_long = float("inf")
    for _ in range(TRIES):
        best_short, best_long = min(best_short, seconds(work, short)), min(best_long, seconds(work, long))
        if best_long <= BOUND * best_short + NOISE:
            return True
    return False


def everything(text: str) -> object:
    article = Article("a", text, "1", published="2024-05-05")
    extract = claims_in(article)
    return list(checks_in(article, extract)), packed(extract)


def test_a_step_that_goes_back_over_its_text_is_found_out() -> None:
    """What looks at the rest of the text at every character is quadratic, and is called so."""
    assert not grows_with_length(lambda text: [text[at:].count("b") for at in range(len(text))], SCANNED["a line without spaces"], 6_000)


@pytest.mark.parametrize("make", READ.values(), ids=READ.keys())
def test_four_times_the_text_takes_about_four_times_as_long(make: Make) -> None:
    """Reading an article is linear in its length, from its header to the claims and what is recomputed of them."""
    assert grows_with_length(everything, make, 100)


@pytest.mark.parametrize("scan", SCANS.values(), ids=SCANS.keys())
@pytest.mark.parametrize("make", SCANNED.values(), ids=SCANNED.keys())
def test_no_run_of_characters_is_slow(make: Make, scan: Callable[[str], object]) -> None:
    """No pattern goes back over a long run of characters again and again."""
    assert grows_with_length(scan, make, 6_000)


def test_a_megabyte_without_spaces_is_read() -> None:
    """A line of a million letters costs seconds, not hours, and makes no claims."""
    assert not claims_in(Article("a", "a" * 1_000_000, "1")).claims
