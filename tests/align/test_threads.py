"""Do two numbers of different articles answer one question, in however different sentences they stand?"""

from __future__ import annotations

import pytest

from crosscheck.align.features import features_of
from crosscheck.align.pile import Pile
from crosscheck.align.stories import stories_of
from crosscheck.align.threads import FEATURES, threads_in, weights
from crosscheck.align.values import one_word_for, stems
from crosscheck.extract.claims import extracted
from crosscheck.model.article import Article
from crosscheck.model.report import Report
from crosscheck.model.verdict import Verdict
from crosscheck.pipeline import claims_in, compared

STORY = (
    "Mayor Ilse Brandt thanked the firefighters. After the flood in Arrin 14 cellars in Harbour Street had to be pumped dry overnight, she said.",
    "Helpers from Norvia came to Arrin after the flood. The water stood in 16 cellars in Harbour Street overnight, and a ferry was damaged.",
    "Schools in Arrin stay closed until Monday, the council said. Trains to Norvia run again.",
)


def articles(*texts: str) -> list[Article]:
    return [Article(f"a{number}", text, f"{number}") for number, text in enumerate(texts)]


def answered_together(*texts: str) -> set[frozenset[str]]:
    """The words of the numbers that answer one question."""
    read = articles(*texts)
    claims = [features_of(claim) for article in read for claim in extracted(article).claims if not claim.is_mention]
    found = threads_in(claims, Pile(claims, stories_of(read)))
    text = {article.id: article.text for article in read}
    return {frozenset(text[name][slice(*span)] for name, span in one.places) for questions in found.values() for one in questions}


def report_on(*texts: str) -> Report:
    read = articles(*texts)
    return compared(read, {article.id: claims_in(article) for article in read})


def test_numbers_of_one_thing_answer_one_question_under_two_predicates() -> None:
    """How many cellars were flooded is told by "pumped dry" in one report and by "stood in" in another."""
    assert frozenset({"14", "16"}) in answered_together(*STORY)


def test_an_article_that_gives_both_numbers_tells_them_apart() -> None:
    """Whoever writes of 14 cellars and of 16 does not take them for one."""
    both = "In Arrin 14 cellars were flooded in Harbour Street overnight, and 16 cellars in Mill Lane."
    assert frozenset({"14", "16"}) not in answered_together(*STORY, both)


def test_one_model_by_two_nouns_and_no_other_kind() -> None:
    """Tanks of one model are counted together whatever they are called; guns of another kind are not what they are."""
    first = "After the flood in Arrin the army moved nine T-72 tanks from Harbour Street overnight, the mayor said."
    second = "The army moved 12 T 72s and three machine guns from Harbour Street in Arrin overnight after the flood."
    found = answered_together(first, second, STORY[2])
    assert frozenset({"nine", "12"}) in found
    assert frozenset({"nine", "three"}) not in found


def test_a_number_goes_with_the_one_that_fits_best() -> None:
    """A report that tells of cellars in another street as well has but one number for the first."""
    other = STORY[1] + " In Mill Lane of Norvia 30 cellars were dry."
    found = answered_together(STORY[0], other, STORY[2])
    assert frozenset({"14", "16"}) in found
    assert frozenset({"14", "30"}) not in found


def test_numbers_of_two_attributes_answer_two_questions() -> None:
    """Who was held for three weeks and who was sentenced to four tell two things."""
    found = answered_together(
        "Forger Oran Velde was held at Norvia prison for three weeks.", "Forger Oran Velde was sentenced to four weeks in Norvia prison."
    )
    assert frozenset({"three weeks", "four weeks"}) not in found


def test_sums_answer_nothing() -> None:
    """Each report of a company has sums of its own, in nearly the same words."""
    found = answered_together("Arlen Steel had a net profit of $3 million in 2023.", "Brandt Steel had a net profit of $5 million in 2023.")
    assert found == set()


def test_such_numbers_contradict_each_other() -> None:
    """The claims stand in one alignment, and the reason names both numbers."""
    reasons = [facet.reason for one in report_on(*STORY).alignments for facet in one.facets if facet.verdict is Verdict.CONTRADICTION]
    assert reasons == ["One source says 14 cellars, another 16 cellars."]


def test_equal_numbers_are_no_contradiction() -> None:
    """What the numbers are plays no part in whether they answer one question."""
    alike = STORY[1].replace("16", "14")
    assert frozenset({"14"}) in answered_together(STORY[0], alike, STORY[2])
    assert all(one.verdict is not Verdict.CONTRADICTION for one in report_on(STORY[0], alike, STORY[2]).alignments)


def test_every_feature_has_a_weight() -> None:
    """The file that ships and the features that are read name the same."""
    assert set(weights()) == {"bias", *FEATURES}


@pytest.mark.parametrize(("noun", "word"), [("store", "shop"), ("lorry", "lorry"), ("harbour", "harbour")])
def test_two_words_for_one_thing_are_one_key(noun: str, word: str) -> None:
    """A word that nobody lists stands for itself."""
    assert one_word_for(noun) == one_word_for(word)


def test_function_words_and_digits_tell_nothing() -> None:
    """What stands beside a number is told by its content words, whatever their form."""
    assert stems("for the 12 forged canvases, of museums") == ["forge", "canva", "museu"]
