"""Do an article and its claims still fit when its words were changed?"""

from __future__ import annotations

import pytest

from crosscheck.judge.rewriting import negated, rewritten
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Polarity, Predicate, Span

TEXT = "The mayor said that 12 dockers left Port Amal."


def claim(text: str, words: str, told: str, polarity: Polarity = Polarity.AFFIRMED) -> Claim:
    start, at = text.index(words), text.index(told)
    return Claim("c1", "a1", words, Span(start, start + len(words)), 0, Predicate(told, told, Span(at, at + len(told))), polarity=polarity)


def test_spans_cut_out_the_same_words_after_a_change() -> None:
    """Those behind the change move, those around it grow."""
    one = claim(TEXT, "12 dockers left Port Amal", "left")
    article, (moved,) = rewritten(Article("a1", TEXT, "0"), [one], Span(20, 22), "twenty")
    assert moved.text == article.text[slice(*moved.span)] == "twenty dockers left Port Amal"
    assert article.text[slice(*moved.predicate.span)] == "left"


@pytest.mark.parametrize(
    ("text", "polarity", "changed"),
    [
        ("The dockers left Amal.", Polarity.AFFIRMED, "The dockers not left Amal."),
        ("The dockers never left Amal.", Polarity.NEGATED, "The dockers left Amal."),
        ("The dockers hadn't left Amal.", Polarity.NEGATED, "The dockers had left Amal."),
        ("Few of them left Amal.", Polarity.NEGATED, "Few of them left Amal."),
    ],
)
def test_a_negation_comes_and_goes(text: str, polarity: Polarity, changed: str) -> None:
    """Before the predicate; what cannot be found stays."""
    one = claim(text, text[:-1], "left", polarity)
    article, (moved,) = negated(Article("a1", text, "0"), [one], one)
    assert (article.text, article.text[slice(*moved.predicate.span)]) == (changed, "left")
