"""Are the numbers of a sentence read as they are written?"""

from __future__ import annotations

import pytest

from crosscheck.extract.detail_sentences import Sentence, sentences_of
from crosscheck.model.article import Article
from crosscheck.model.claim import Extract, Span


def sentence_of(text: str) -> Sentence:
    return next(sentences_of(Article("a", text, "a"), Extract("a", (Span(0, len(text)),), (), (), (), (), ())))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("seven guards and 12 dockers", [7, 12]),
        ("twenty-five guards", [25]),
        ("twenty guards and five dockers", [20, 5]),
        ("1,200 guards", []),
        ("2.5 litres", []),
        ("two hundred guards", []),
        ("4 million litres", []),
        ("guards 1234", []),
        ("a guard", []),
    ],
)
def test_whole_numbers_are_read_and_no_parts_of_longer_ones(text: str, numbers: list[int]) -> None:
    """Words and digits count alike; a part of "1,200" is no number."""
    sentence = sentence_of(text)
    assert [number for at in range(len(sentence.forms)) if (number := sentence.counted(at, 3))] == numbers


def test_a_number_of_two_words_begins_with_the_first() -> None:
    """What is quoted holds all of it."""
    sentence = sentence_of("some twenty-five guards")
    assert sentence.said(sentence.begins(2), 3) == "twenty-five"
