"""Are copied passages found, and nothing else?"""

from __future__ import annotations

import random
import tomllib
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.independence.copies import copied, passages_of
from crosscheck.independence.words import fingerprints_in, quotes_in, words_in
from crosscheck.model.article import Article

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parents[1] / "cases/independence/copies.toml").read_text("utf-8"))["case"]
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def article(name: str, text: str, author: str | None = None) -> Article:
    return Article(name, text, "", author=author)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_pair_shares_the_passages_that_the_case_gives(case: dict[str, Any]) -> None:
    """Passages are given in the words of the first article; `copied` asks only whether there are any."""
    a, b = article("a", case["a"]), article("b", case["b"])
    found = [a.text[span.start : span.end] for overlap in copied((a, b)) for span in passages_of(overlap, "a")]
    if "copied" in case:
        assert bool(found) is case["copied"]
    else:
        assert found == case["passages"]


def test_the_seeds_share_one_sentence_and_most_of_a_text() -> None:
    """000 and 003 have a background sentence in common, 002 and 004 nine tenths of the shorter."""
    articles = [article(path.name[:3], path.read_text("utf-8")) for path in SEEDS]
    found = {overlap.articles: overlap for overlap in copied(articles)}
    assert set(found) == {("000", "003"), ("002", "004")}
    first = found["000", "003"].passages[0].a
    assert articles[0].text[first.start : first.end] == "The Malian people have a profound sentiment of resentment toward France"
    assert (found["002", "004"].share or 0) > 0.8 > 0.2 > (found["000", "003"].share or 1)


def test_every_passage_begins_and_ends_with_a_word_on_both_sides() -> None:
    """Spans cut out whole words of each text, marks and spaces around them left out."""
    articles = {path.name[:3]: path.read_text("utf-8") for path in SEEDS}
    for overlap in copied([article(name, text) for name, text in articles.items()]):
        for name in overlap.articles:
            for span in passages_of(overlap, name):
                words = articles[name][span.start : span.end]
                assert words == words.strip(" \n.,;:“”\"'()")
                assert not articles[name][span.end : span.end + 1].isalnum()


def test_the_order_of_the_articles_does_not_matter() -> None:
    """Whatever comes first, the same overlaps come out, in the same order and with the same sides."""
    articles = [article(path.name[:3], path.read_text("utf-8")) for path in SEEDS]
    assert copied(articles) == copied(articles[::-1])


def test_a_text_that_very_many_carry_is_followed_along_a_chain() -> None:
    """Of two hundred copies every one is joined to another, without twenty thousand pairs."""
    body = "The council voted on Thursday to close the old market hall because its roof is no longer safe and repairs would cost more than a new one."
    articles = [article(f"{number:03}", f"{body} Edition {number}.") for number in range(200)]
    found = copied(articles)
    assert {name for overlap in found for name in overlap.articles} == {one.id for one in articles}
    assert len(found) < 1000


def test_a_line_that_very_many_carry_is_no_copy() -> None:
    """A sentence under every article of a site joins none of them."""
    line = "We ask for your help since our small newsroom of nine people lives by what its readers give and by nothing else at all."
    articles = [article(f"{number:03}", f"{_prose(number, 120)} {line}") for number in range(80)]
    assert copied(articles) == ()


def test_a_thousand_articles_take_seconds() -> None:
    """Time grows with the number of articles, not with the number of pairs."""
    articles = [article(f"{number:04}", _prose(number, 250)) for number in range(1000)]
    start = perf_counter()
    copied(articles)
    assert perf_counter() - start < 15


@pytest.mark.parametrize("text", ["a " * 100_000, "word" * 100_000, '"' * 200_000, '\n"x' * 50_000, "\n" * 200_000])
def test_strange_texts_are_compared_in_linear_time(text: str) -> None:
    """One word over and over, one word without end, marks only, quotations never closed, empty lines."""
    start = perf_counter()
    copied((article("a", text), article("b", text)))
    assert perf_counter() - start < 10


@given(st.lists(st.sampled_from(["sea", "wind", "gale", "boat", "Oslo", "1990", '"', "\n", "—"]), max_size=60), st.integers(0, 9))
def test_a_run_of_seven_words_leaves_a_common_fingerprint(words: list[str], at: int) -> None:
    """Winnowing finds every run of seven words, whatever stands around it."""
    run = "one late morning seven grey gulls returned"
    a = words_in(article("a", " ".join([*words[:at], run, *words[at:]])))
    b = words_in(article("b", run))
    assert fingerprints_in(a).keys() & fingerprints_in(b).keys()


@given(st.text(st.sampled_from("ab \"“”\n.«»`'"), max_size=80))
def test_quotations_are_ordered_and_inside_the_text(text: str) -> None:
    """Spans of quotations follow each other and never overlap, however the marks stand."""
    spans = quotes_in(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_a_quotation_over_two_paragraphs_is_quoted_in_both() -> None:
    """The first paragraph has no closing mark, and the second opens with a mark again."""
    text = 'She said: "We came at dawn.\n\n"We left at noon." He nodded.'
    assert [text[span.start : span.end] for span in quotes_in(text)] == ['"We came at dawn.', '"We left at noon."']


def test_a_mark_that_is_never_closed_quotes_nothing() -> None:
    """A stray mark does not make the rest of the article a quotation."""
    assert quotes_in('The 6" pipe burst.\nThe "pump held.\nNobody was hurt.') == ()


def _prose(seed: int, length: int) -> str:
    """Words that no other seed has in the same order."""
    chance = random.Random(seed)
    return " ".join(chance.choice(_WORDS) for _ in range(length))


_WORDS = [head + vowel + tail for head in "bdfl" for vowel in "aeiou" for tail in ("na", "ne", "ni", "no", "nu", "ra", "re", "ri", "ro", "ru")]
