"""Which mentions of events that nothing is said of speak of the same one?"""

from __future__ import annotations

from crosscheck import pipeline
from crosscheck.align.features import features_of
from crosscheck.align.mentions import MOST, groups_of_mentions
from crosscheck.align.pile import Pile
from crosscheck.independence.origins import Origins
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Predicate, Span
from crosscheck.model.report import Story
from crosscheck.model.verdict import Verdict

STORY = Story("s1", ("a", "b"))


def mention(article: str, lemma: str, *around: str, sentence: int = 0) -> Claim:
    span = Span(sentence * 100, sentence * 100 + len(lemma))
    terms = tuple(sorted((lemma, *around)))
    return Claim(f"{article}{sentence}{lemma}", article, lemma, span, sentence, Predicate(lemma, lemma, span, "mention"), terms=terms)


def told(article: str, lemma: str, *around: str) -> Claim:
    span = Span(900, 900 + len(lemma))
    return Claim(f"{article}{lemma}", article, lemma, span, 9, Predicate(lemma, lemma, span), terms=tuple(sorted((lemma, *around))))


OTHERS = (told("a", "resign", "minister", "law"), told("b", "sink", "ship", "storm"), told("a", "win", "team", "cup"))


def grouped(*claims: Claim) -> tuple[tuple[int, ...], ...]:
    return groups_of_mentions(claims, Pile([features_of(other) for other in OTHERS], (STORY,)))


def test_mentions_of_a_story_in_like_sentences_are_of_one_event() -> None:
    """The word and something else of the sentence in common is enough inside a story."""
    assert grouped(mention("a", "scandal", "mayor", "ferry"), mention("b", "scandal", "mayor", "office")) == ((0, 1),)


def test_mentions_in_sentences_without_a_common_word_stay_apart() -> None:
    """ "The scandal" of the mayor and that of a bank are two."""
    assert grouped(mention("a", "scandal", "mayor"), mention("b", "scandal", "bank")) == ()


def test_mentions_of_different_stories_stay_apart() -> None:
    """A common noun alone joins no two stories."""
    assert grouped(mention("a", "scandal", "mayor"), mention("c", "scandal", "mayor")) == ()


def test_two_mentions_in_one_sentence_stay_apart() -> None:
    """Whoever names an event twice in a sentence means two: "one scandal after another scandal"."""
    first, second = mention("a", "scandal", "mayor"), mention("a", "scandal", "mayor")
    assert grouped(first, second) == ()


def test_a_word_met_very_often_keeps_its_groups() -> None:
    """However many mentions there are, each is placed after few comparisons."""
    many = [mention("a", "scandal", "mayor", sentence=number) for number in range(5 * MOST)]
    assert grouped(*many) == (tuple(range(5 * MOST)),)


def test_mentions_alone_are_judged_of_nothing() -> None:
    """That two articles name the same event is an alignment, but no agreement."""
    articles = {name: Article(name, "scandal", name * 64) for name in ("a", "b")}
    claims = (mention("a", "scandal", "mayor"), mention("b", "scandal", "mayor"), *OTHERS)
    (alignment,) = pipeline.aligned(claims, articles, Origins(()), (STORY,))
    assert (alignment.verdict, alignment.facets) == (Verdict.SINGLE_SOURCE, ())
