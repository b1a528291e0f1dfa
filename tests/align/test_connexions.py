"""Of what reports name again and again, which namings stand in one connexion?"""

from __future__ import annotations

from crosscheck.align.facets import slots_of
from crosscheck.align.named import groups_of_named
from crosscheck.align.questions import question_of
from crosscheck.model.article import Article
from crosscheck.model.claim import Argument, Claim, Facet, Polarity, Predicate, Quantity, Span, Thing
from crosscheck.model.report import Story

STORY = Story("s1", ("a", "b"))


def naming(article: str, sentence: int, text: str, *around: str, entity: str | None = None, name: str = "") -> Claim:
    span = Span(sentence * 100 + 20, sentence * 100 + 20 + len(text))
    argument = Argument(Facet.PATIENT, text, span, text.split()[-1], entity, name)
    terms = tuple(sorted((*around, *text.lower().split())))
    predicate = Predicate(around[0], around[0], Span(sentence * 100, sentence * 100 + 5))
    return Claim(f"{article}{sentence}{text}", article, text, span, sentence, predicate, arguments=(argument,), terms=terms)


def counting(article: str, sentence: int, text: str, unit: str, of: str, *around: str) -> Claim:
    span = Span(sentence * 100 + 20, sentence * 100 + 20 + len(text))
    quantity = Quantity(text, span, 88.0, 88.0, 88.0, "=", unit, of, "measure", 1.0)
    predicate = Predicate(around[0], around[0], Span(sentence * 100, sentence * 100 + 5))
    return Claim(f"{article}{sentence}{text}", article, text, span, sentence, predicate, quantities=(quantity,), terms=tuple(sorted(around)))


def connected(*claims: Claim) -> list[list[str]]:
    others = tuple(naming("b", 50 + number, f"row{number}", f"other{number}") for number in range(6))  # so that words in common are rare
    return [sorted(f"{claim.article}{claim.sentence}" for claim in group) for group in groups_of_named((*claims, *others), (STORY,), {})]


MAYOR = (
    naming("a", 0, "town mayor", "resign", "vote", "budget", "council"),
    naming("a", 1, "town mayor", "visit", "school"),
    naming("a", 2, "town mayor", "open", "bridge"),
)


def test_of_many_namings_those_go_together_whose_sentences_are_most_alike() -> None:
    """Of three sentences on the mayor "he resigned after the vote on the budget" is the one that "lost the vote on the budget" goes with."""
    assert connected(*MAYOR, naming("b", 0, "town mayor", "lose", "vote", "budget", "council")) == [["a0", "b0"]]


def test_sentences_that_share_nothing_but_the_name_stand_in_no_connexion() -> None:
    """That both speak of Rosa Diaz, by two words, is nothing that they share besides her."""
    diaz = [naming("a", number, "Rosa Diaz", verb, entity="Rosa Diaz", name="PER") for number, verb in enumerate(("win", "leave"))]
    assert connected(*diaz, naming("b", 0, "Rosa Diaz", "swim", entity="Rosa Diaz", name="PER")) == []


def test_what_two_reports_say_in_two_words_and_once_is_one_thing_whatever_else_they_say() -> None:
    """The harbour kiosk is one, though a third report has it in two sentences; of Rosa Diaz nobody knows."""
    kiosk = naming("a", 0, "harbour kiosk", "rob", "mask"), naming("b", 0, "harbour kiosk", "paint", "sailor")
    often = [naming("c", number, "harbour kiosk", verb, "roof") for number, verb in enumerate(("clean", "show"))]
    third = Story("s1", ("a", "b", "c"))
    groups = groups_of_named((*kiosk, *often), (third,), {})
    assert [f"{claim.article}{claim.sentence}" for group in groups for claim in group if claim.article != "c"] == ["a0", "b0"]


def test_what_every_other_sentence_of_a_story_names_is_left_alone() -> None:
    """Of forty sentences on the mayor that all speak of the vote, none belongs to another in particular."""
    often = [naming("a", number, "town mayor", "speak", "vote", "budget") for number in range(45)]
    assert connected(*often, naming("b", 0, "town mayor", "lose", "vote", "budget")) == []


def test_what_each_report_names_once_stays_together_and_takes_in_what_is_alike() -> None:
    """An alarm that two reports name once each is that of a third naming in a sentence like one of theirs."""
    once = naming("a", 0, "smoke alarm", "ring", "library"), naming("b", 0, "smoke alarm", "wake", "guard")
    assert connected(*once) == [["a0", "b0"]]


def test_one_number_told_as_a_measure_of_two_things_has_one_label() -> None:
    """A craft of 88 metres and a dhow of 88 metres are asked for one length."""
    claims = (
        counting("a", 0, "88-metre", "metre", "craft", "board", "gulf", "navy"),
        counting("b", 0, "88 metres", "metre", "dhow", "seize", "gulf", "navy"),
    )
    (group,) = groups_of_named((*claims, *(naming("b", 50 + n, f"row{n}", f"other{n}") for n in range(6))), (STORY,), {})
    assert {quantity.of for claim in group for quantity in claim.quantities} == {None}


def test_what_fills_no_role_of_a_claim_is_named_all_the_same() -> None:
    """ "Hit with a bottle" and "he threw a bottle": the bottle is a thing of the first sentence, the patient of the second."""
    bottle = Thing(0, Argument(Facet.TYPE, "bottle", Span(60, 66), "bottle"))
    claims = naming("a", 0, "guard", "hit", "riot", "court"), naming("b", 0, "bottle", "throw", "riot", "court")
    others = tuple(naming("b", 50 + number, f"row{number}", f"other{number}") for number in range(6))
    found = [group for group in groups_of_named((*claims, *others), (STORY,), {"a": (bottle,)}) if group[0].predicate.text == "bottle"]
    assert [(claim.article, claim.text, claim.span) for claim in found[0]] == [("a", "bottle", Span(60, 66)), ("b", "bottle", Span(20, 26))]


def deed(article: str, sentence: int, lemma: str, *around: str, polarity: Polarity = Polarity.AFFIRMED) -> Claim:
    predicate = Predicate(lemma, lemma, Span(sentence * 100, sentence * 100 + 5))
    span = Span(sentence * 100, sentence * 100 + 50)
    return Claim(f"{article}{sentence}{lemma}", article, lemma, span, sentence, predicate, polarity=polarity, terms=tuple(sorted((lemma, *around))))


def retold(*claims: Claim) -> list[list[str]]:
    others = tuple(naming("b", 50 + number, f"row{number}", f"other{number}") for number in range(6))
    groups = groups_of_named((*claims, *others), (STORY,), {})
    return [sorted(f"{claim.article}{claim.sentence}" for claim in group) for group in groups if group[0].predicate.kind == "retold"]


AROUND = ("clerk", "desk", "noon", "office")


def test_a_deed_that_two_reports_tell_of_in_like_sentences_is_one() -> None:
    """ "The clerk was suspended at his desk in the office at noon" is told twice, whatever else kept the claims apart."""
    assert retold(deed("a", 0, "suspend", *AROUND), deed("b", 0, "suspend", *AROUND)) == [["a0", "b0"]]


def test_deeds_in_sentences_that_share_nothing_else_are_two() -> None:
    """That somebody was suspended in each report makes it no one deed."""
    assert retold(deed("a", 0, "suspend", "clerk", "desk"), deed("b", 0, "suspend", "match", "rain")) == []


def test_what_was_done_and_what_was_not_are_never_one() -> None:
    """ "Was suspended" and "was not suspended" are no agreement, however alike the sentences."""
    assert retold(deed("a", 0, "suspend", *AROUND), deed("b", 0, "suspend", *AROUND, polarity=Polarity.NEGATED)) == []


def test_a_word_that_says_little_is_no_deed() -> None:
    """ "Took" is told by everybody of everything."""
    assert retold(deed("a", 0, "take", *AROUND), deed("b", 0, "take", *AROUND)) == []


def test_a_deed_told_again_is_asked_about_in_its_words_and_repeats_its_claim() -> None:
    """The report says of which claim it is another, and sets nothing but whether it is so against the other report."""
    (group,) = (
        group
        for group in groups_of_named(
            (deed("a", 0, "suspend", *AROUND), deed("b", 0, "suspend", *AROUND), *(naming("b", 50 + n, f"row{n}", f"other{n}") for n in range(6))),
            (STORY,),
            {},
        )
        if group[0].predicate.kind == "retold"
    )
    assert [claim.about for claim in group] == ["a0suspend", "b0suspend"]
    assert question_of(None, None, group).startswith("Is it so: ")
    assert {facet for facet, _ in slots_of(group, {name: Article(name, "", name) for name in ("a", "b")})} == {Facet.POLARITY}
