"""Is it known who is spoken of where, beyond what the recogniser of names found?"""

from __future__ import annotations

import re

from crosscheck.extract.detail_people import people_of
from crosscheck.extract.detail_sentences import sentences_of
from crosscheck.model.article import Article
from crosscheck.model.claim import Entity, Extract, Mention, Span


def spoken(text: str, **mentions: tuple[str, ...]) -> list[tuple[str, str]]:
    """Each mention with the person it is of; `mentions` are the words for a person ("Karl_Young") in their order, found one after the other."""
    ends = [found.end() for found in re.finditer(r"\.", text)]
    spans = tuple(Span(start, end) for start, end in zip((0, *ends), ends, strict=False))
    people = tuple(Entity(name.replace("_", " "), "PER", tuple(_placed(text, said))) for name, said in mentions.items())
    extract = Extract("a", spans, people, (), (), (), ())
    article = Article("a", text, "a")
    return [(entity.entity, mention.text) for entity, mention in people_of(tuple(sentences_of(article, extract)), extract).mentions]


def _placed(text: str, said: tuple[str, ...]) -> list[Mention]:
    places = [re.search(rf"\b{words}\b", text) for words in said]
    return [Mention(found.group(), Span(*found.span())) for found in places if found]


def test_a_surname_that_is_a_word_is_the_person() -> None:
    """ "Young" alone with a capital is the Mark Young named before; not as a genitive, nor inside another name."""
    text = "Mark Young led the depot. On Monday, Young died. Reports on Young's son came from the Young Vic."
    assert spoken(text, Mark_Young=("Mark Young",)) == [("Mark Young", "Mark Young"), ("Mark Young", "Young")]


def test_kin_are_told_by_whose_they_are() -> None:
    """Behind "Keller's grandson", "his grandfather" is Keller."""
    text = "Robert Keller ran the depot. Keller's grandson said that his grandfather died."
    assert spoken(text, Robert_Keller=("Robert Keller",))[-1] == ("Robert Keller", "grandfather")


def test_he_is_the_one_an_article_is_about() -> None:
    """A pronoun that was read as the person named last is the main person, unless that other one begins the sentence before."""
    before = "Robert Keller ran the depot. Mr Keller sold it. Later Keller bought it back. "
    people = {"Robert_Keller": ("Robert Keller",), "Piet_Brem": ("Piet Brem", "he")}
    assert spoken(before + "Keller hired Piet Brem. In 1969 he died.", **people)[-1] == ("Robert Keller", "he")
    assert spoken(before + "Piet Brem came from Lefkos. In 1969 he died.", **people)[-1] == ("Piet Brem", "he")
