"""Is a text read as it looks, and quoted as it is written?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.extract.names import same_name
from crosscheck.extract.plain import plain_text, read_as
from crosscheck.model.article import Article
from crosscheck.model.claim import Facet, Span
from crosscheck.pipeline import claims_in, compared


@pytest.mark.parametrize(
    ("given", "looks"),
    [
        ("D\u043evan", "Dovan"),
        ("G\u043e\u0457ta", "Goïta"),
        ("Do\u200bv\u0430n", "Dovan"),
        ("infor\u00admation", "information"),
        ("wo\u2060rd", "word"),
        ("\u041f\u0440\u0430\u0432\u0434\u0430", "\u041f\u0440\u0430\u0432\u0434\u0430"),
        ("\u03b1x", "\u03b1x"),
        ("end\u200b.", "end\u200b."),
        ("Goïta", "Goïta"),
        ("Keïta\u2011Brandt", "Keïta-Brandt"),
        ("Osk\u2019 s bus didn\u2019 t stop", "Osk\u2019s bus didn\u2019t stop"),
        ("they ' ll stop", "they'll stop"),
        ("he said 'stop' so", "he said 'stop' so"),
    ],
)
def test_a_word_is_read_as_it_looks(given: str, looks: str) -> None:
    """Words of one other script, formulas and marks between words stay."""
    assert plain_text(given).text == looks


@given(st.text(st.sampled_from("aB \u043e\u0421\u200b\u00ad.\u202e7\u0434"), max_size=60))
def test_every_place_is_kept(text: str) -> None:
    """A span of the plain text cuts out, of the text as given, what looks like it; what is plain stays plain."""
    plain = plain_text(text)
    for at, letter in enumerate(plain.text):
        span = plain.span(Span(at, at + 1))
        assert span.end - span.start == 1
        assert plain_text(plain.text).text == plain.text
        assert letter == text[span.start] or text[span.start] > "\u0250"


def test_names_that_look_alike_are_the_same() -> None:
    """Whatever script their letters are of."""
    assert same_name("Ivo D\u043evan", "Ivo Dovan", "PER")
    assert read_as("Dovan") is None


def test_what_hides_from_a_program_is_found_all_the_same() -> None:
    """Name, verb and month are read, quoted as written, and compared with another article's."""
    hidden = "Colonel Ivo D\u043evan said that 12 people were kil\u200bled in M\u0430rch 2021 in Korva."
    articles = [Article("a", hidden, "1"), Article("b", "Colonel Ivo Dovan said that 14 people were killed in March 2021 in Korva.", "2")]
    extracts = {article.id: claims_in(article) for article in articles}
    (killed,) = [claim for claim in extracts["a"].claims if claim.predicate.lemma == "kill"]
    assert (killed.predicate.text, killed.times[0].text, killed.times[0].value) == ("kil\u200bled", "M\u0430rch 2021", "2021-03")
    assert hidden[killed.span.start : killed.span.end] == killed.text
    reasons = {facet.facet: facet.reason for alignment in compared(articles, extracts).alignments for facet in alignment.facets}
    assert reasons[Facet.QUANTITY] == "One source says 12 people, another 14 people."


@pytest.mark.parametrize(
    ("given", "looks"),
    [
        ("a 36 - year - old co - pilot", "a 36-year-old co-pilot"),
        ("a 12 - billion loan", "a 12-billion loan"),
        ("the fifth - floor flat", "the fifth-floor flat"),
        ("his mother - in - law was the vice - mayor", "his mother-in-law was the vice-mayor"),
        ("the mayor - the oldest of them - resigned", "the mayor - the oldest of them - resigned"),
        ("in March - year after year", "in March - year after year"),
        ("Harlan & co - the bank said", "Harlan & co - the bank said"),
    ],
)
def test_a_hyphen_that_was_set_apart_is_inside_its_word(given: str, looks: str) -> None:
    """A dash between clauses has the same form and stays."""
    assert plain_text(given).text == looks


def test_an_age_whose_hyphens_were_set_apart_is_read_and_quoted_as_given() -> None:
    """ "Ivo Dovan, a 43 - year - old teacher": the quote has the spaces that the archive put there."""
    text = "Ivo Dovan, a 43 - year - old teacher, was arrested on Tuesday."
    (age,) = [quantity for quantity in claims_in(Article("a", text, "1")).quantities if quantity.kind == "age"]
    assert (age.value, age.text) == (43, text[age.span.start : age.span.end])
    assert "43 - year - old" in age.text
