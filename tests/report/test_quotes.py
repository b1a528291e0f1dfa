"""Are quotes the article's own words, cut between words, and harmless?"""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.model.claim import Span
from crosscheck.report.quotes import Paragraphs, quote_of, visible

TEXT = "The ferry sank off Lindo. Its crew of nineteen was saved by two fishing boats, the harbour office said late on Sunday evening."


def test_the_whole_context_is_quoted_where_there_is_room() -> None:
    """With the value in the middle."""
    place = TEXT.index("nineteen")
    quote = quote_of(TEXT, Span(place, place + 8), Span(26, len(TEXT)), 200)
    assert (quote.before, quote.value, quote.after[:10]) == ("Its crew of ", "nineteen", " was saved")


@pytest.mark.parametrize("room", [30, 45, 60, 80])
def test_what_is_left_out_is_marked_between_words(room: int) -> None:
    """The value stays, and every other word is a whole word of the text."""
    place = TEXT.index("nineteen")
    quote = quote_of(TEXT, Span(place, place + 8), Span(26, len(TEXT)), room)
    words = str(quote).replace("[…]", " ").split()
    assert "[…]" in str(quote)
    assert quote.value == "nineteen"
    assert set(words) <= set(TEXT.split())
    assert len(str(quote)) <= max(room, 24)


def test_a_claim_of_a_word_is_quoted_with_the_words_around_it() -> None:
    """A noun alone shows nothing."""
    place = TEXT.index("crew")
    assert "Its crew of nineteen" in str(quote_of(TEXT, Span(place, place + 4), Span(place, place + 4), 120))


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Malvo was held", "Malvo was held in May."),
        ("left port", "The ferry left port."),
        ("It was old", '"It was old," she said.'),
    ],
)
def test_the_words_around_a_short_claim_are_of_its_sentence(claim: str, quote: str) -> None:
    """The sentence before and the sentence after tell of something else."""
    text = 'The ferry left port. Malvo was held in May. "It was old," she said. Nobody knew.'
    start = text.index(claim)
    span = Span(start, start + len(claim))
    assert str(quote_of(text, span, span, 120)) == quote


def test_a_clause_takes_the_bracket_that_it_begins_with() -> None:
    """ "[not] orders" is not quoted as "not] orders"."""
    text = 'He said: "Even they were [not] orders from the regime that was here before".'
    start = text.index("not]")
    assert str(quote_of(text, Span(start, start + 3), Span(start, len(text) - 1), 90)).startswith("[not] orders")


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=80), st.data())
def test_the_value_is_always_in_the_quote(text: str, data: st.DataObject) -> None:
    """Whatever the text, the value and the context."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = quote_of(text, Span(start, end), Span(0, len(text)), data.draw(st.integers(10, 100)))
    assert quote.value == visible(text[start:end])
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in str(quote))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("one\ntwo\nthree", {"one": 1, "two": 2, "three": 3}),
        ("one\n\ntwo and\nmore of two\n \nthree", {"one": 1, "two and": 2, "more": 2, "three": 3}),
        ("\n\none\n", {"one": 1}),
        ("", {"": 1}),
    ],
)
def test_paragraphs_are_blocks_between_blank_lines_or_else_lines(text: str, numbers: dict[str, int]) -> None:
    """Hard-wrapped lines of a block are one paragraph."""
    paragraphs = Paragraphs(text)
    assert {words: paragraphs.number(text.index(words)) for words in numbers} == numbers


@pytest.mark.parametrize(
    "text", [" " * 400_000, "\n " * 200_000, "a" * 400_000, "a b " * 100_000, "([" * 200_000], ids=["spaces", "lines", "letters", "words", "brackets"]
)
def test_long_texts_take_no_longer_than_they_are(text: str) -> None:
    """Linear, so that a megabyte without a space is nothing special."""
    start = perf_counter()
    Paragraphs(text).number(len(text) // 2)
    quote_of(text, Span(len(text) // 2, len(text) // 2 + 1), Span(0, len(text)), 80)
    assert perf_counter() - start < 2
