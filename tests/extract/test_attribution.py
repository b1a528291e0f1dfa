"""Is every report given to the one who makes it?"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.extract.attribution import attributions_in
from crosscheck.extract.attribution_quotes import quotations_in
from crosscheck.language.tokens import Sentence
from crosscheck.model.claim import Attribution

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parents[1] / "cases" / "extract" / "attribution.toml").read_text("utf-8"))["case"]
Reader = Callable[[str], tuple[Sentence, ...]]


@pytest.fixture(scope="module")
def read() -> Reader:
    """The shipped parser."""
    from crosscheck.language.pipeline import read

    return read


def found_in(text: str, read: Reader) -> list[Attribution]:
    return [attribution for row in attributions_in(read(text), text) for attribution in row]


@pytest.mark.parametrize("case", [case for case in CASES if not case.get("none")], ids=lambda case: case["name"])
def test_the_attribution_of_the_case_is_found(case: dict[str, Any], read: Reader) -> None:
    """Source, cue and content are the words that the case names, with its stance and speaker."""
    text = case["text"]
    found = found_in(text, read)
    stated = [(one.source.text if one.source else None, [text[slice(*span)] for span in one.content]) for one in found if one.cue]
    cues = [one for one in found if one.cue is not None and case["cue"] in one.cue.text]
    assert cues, stated
    one = next((one for one in cues if [text[slice(*span)] for span in one.content] == case["content"]), cues[0])
    assert [text[slice(*span)] for span in one.content] == case["content"]
    assert (one.source.text if one.source else None) == case.get("source")
    for key in ("stance", "anonymous", "hedged", "speaker"):
        if key in case:
            assert getattr(one, key) == case[key], key


@pytest.mark.parametrize("case", [case for case in CASES if case.get("none")], ids=lambda case: case["name"])
def test_what_the_article_says_itself_has_no_attribution(case: dict[str, Any], read: Reader) -> None:
    """A sentence in the article's own voice gives nobody as its source."""
    assert found_in(case["text"], read) == []


def test_nested_reports_are_kept_on_request(read: Reader) -> None:
    """Of "Kyiv says that Moscow denies it" the outer report alone is listed, and with `nested` both are."""
    text = "The ministry said that the governor had denied the attack."
    sentences = read(text)
    assert [one.cue.text for row in attributions_in(sentences, text) for one in row if one.cue] == ["said"]
    assert "denied" in " ".join(one.cue.text for row in attributions_in(sentences, text, nested=True) for one in row if one.cue)


@given(st.text(alphabet="ab '\"“”‘’.,\n", max_size=60))
@settings(max_examples=200, deadline=None)
def test_quotations_cut_out_words_of_the_text(text: str) -> None:
    """Pieces lie inside the text, in order, and do not overlap."""
    ends = 0
    for quotation in quotations_in(text):
        for piece in quotation.pieces:
            assert ends <= piece.start < piece.end <= len(text)
            ends = piece.end


@pytest.mark.parametrize("piece", ["“a 'b \"", "“we came home. ” ", "“", "word ", "“a‘b”’"])
def test_a_long_text_of_marks_is_read_in_linear_time(piece: str) -> None:
    """Four times the text takes no more than about four times as long, whatever marks it is made of; nothing need be closed or spaced."""
    from time import process_time

    def seconds(size: int) -> float:
        text = "“" + piece * size
        start = process_time()
        quotations_in(text)
        return process_time() - start

    seconds(1000)
    assert min(seconds(8000) for _ in range(3)) < 12 * max(seconds(2000), 0.004)


def test_thousands_of_quotations_in_a_row_are_given_to_their_speaker_in_linear_time(read: Reader) -> None:
    """Each sentence after "he said" goes on; four times as many take no more than about four times as long."""
    from dataclasses import replace
    from time import process_time

    first, second = "“We came home,” he said.", "“We are here today.”"
    model = read(first)[0], read(second)[0]

    def seconds(size: int) -> float:
        text, sentences = "", []
        for number in range(size):
            sentence, words = (model[0], first) if number % 50 == 0 else (model[1], second)
            start = len(text)
            tokens = tuple(replace(token, start=token.start + start, end=token.end + start) for token in sentence.tokens)
            sentences.append(replace(sentence, number=number, paragraph=0, start=start, end=start + len(words), tokens=tokens, headline=False))
            text += words + " "
        begun = process_time()
        attributions_in(sentences, text)
        return process_time() - begun

    seconds(100)
    few, many = (min(seconds(size) for _ in range(3)) for size in (1000, 4000))  # a look for garbage may fall into one of them
    assert many < 12 * max(few, 0.02)
