"""Are dependent articles counted once, and independent ones each?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.independence.origins import Origins, groups_of, origins_in
from crosscheck.model.article import Article
from crosscheck.model.claim import Attribution, Claim, Mention, Predicate, Span
from crosscheck.model.report import Overlap, Passage
from crosscheck.model.sources import Cite, Join, Origin


def claim(article: str, source: str | None = None, at: int = 0) -> Claim:
    """A claim of the article, at a place of its text, on the word of a source."""
    said = (Attribution(Mention(source, Span(0, 0)), None, ()),) if source else ()
    span = Span(at, at + 4)
    return Claim(f"{article}{at}", article, "sank", span, 0, Predicate("sank", "sink", span), attribution=said)


PAIRS = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=12)


@pytest.mark.parametrize(
    ("overlap", "count"),
    [
        (Overlap(("a", "b"), "copied_text", share=0.61), 1),
        (Overlap(("a", "b"), "copied_text", share=0.08), 2),
        (Overlap(("a", "b"), "same_author", source="Ana Reyes"), 1),
        (Overlap(("a", "b"), "same_publisher", source="Danube Herald"), 1),
        (Overlap(("a", "b"), "shared_source", source="AFP"), 2),
        (Overlap(("a", "b"), "cites", source="Danube Herald"), 2),
    ],
)
def test_what_joins_two_articles_whatever_they_state(overlap: Overlap, count: int) -> None:
    """A good part of the text, an author or a publisher in common join; a background sentence, or a source of something else, does not."""
    assert Origins([overlap]).count(["a", "b"]) == count


def test_articles_that_state_a_value_on_the_word_of_one_source_count_once() -> None:
    """Five outlets that quote one agency are one source, under whatever name it goes; the value must be the agency's in both."""
    origins = Origins([Overlap(("a", "b"), "shared_source", source="AFP")])
    assert origins.behind([claim("a", "the AFP"), claim("b", "Agence France-Presse")]) == 1
    assert origins.behind([claim("a", "AFP"), claim("b")]) == 2
    assert origins.behind([claim("a", "AFP"), claim("b", "a fisherman")]) == 2


def test_an_article_credited_to_an_agency_states_everything_on_its_word() -> None:
    """Two papers that carry one agency are one origin for what both state in their own voice, and so is one that quotes the agency for it."""
    both = Origins([Overlap(("a", "b"), "shared_source", source="AFP", credited=("a", "b"))])
    assert both.behind([claim("a"), claim("b", "a fisherman")]) == 1 and both.count("ab") == 2
    one = Origins([Overlap(("a", "b"), "shared_source", source="AFP", credited=("a",))])
    assert one.behind([claim("a"), claim("b", "the AFP")]) == 1
    assert one.behind([claim("a"), claim("b")]) == 2
    cites = Origins([Overlap(("b", "a"), "cites", source="Danube Herald", credited=("b",))])
    assert cites.behind([claim("a"), claim("b")]) == 1


def test_why_two_articles_count_as_one_for_a_value_is_told() -> None:
    """Kind and source of each overlap that joins them for it; what joins them whatever they state is told elsewhere."""
    origins = Origins(
        [Overlap(("a", "b"), "shared_source", source="AFP", credited=("a", "b")), Overlap(("b", "c"), "same_author", source="Ana Reyes")]
    )
    assert origins.joins([claim("a"), claim("b")]) == (Join(("a", "b"), "shared_source", "AFP", credited=True),)
    assert origins.joins([claim("b"), claim("c")]) == ()
    assert origins.joins([claim("a")]) == ()


def test_an_article_that_has_the_value_from_the_other_counts_with_it() -> None:
    """One cites the other for it; the one that is cited says it in its own voice."""
    origins = Origins([Overlap(("b", "a"), "cites", source="Danube Herald")])
    assert origins.behind([claim("a"), claim("b", "the Danube Herald")]) == 1
    assert origins.behind([claim("a", "the Danube Herald"), claim("b")]) == 2


def test_a_value_in_a_copied_passage_has_one_origin() -> None:
    """A background sentence that both carry joins what it states, and nothing else that the two articles state."""
    origins = Origins([Overlap(("a", "b"), "copied_text", 0.08, (Passage(Span(100, 200), Span(300, 400)),))])
    assert origins.behind([claim("a", at=150), claim("b", at=350)]) == 1
    assert origins.behind([claim("a", at=150), claim("b", at=150)]) == 2
    assert origins.behind([claim("a", at=150), claim("a", at=20)]) == 1


def test_joins_reach_over_articles_that_do_not_state_the_value() -> None:
    """Two copies of a third are copies of each other."""
    origins = Origins([Overlap(("a", "b"), "copied_text", share=0.9), Overlap(("b", "c"), "copied_text", share=0.9)])
    assert origins.count(["a", "c"]) == origins.behind([claim("c"), claim("a")]) == 1
    assert groups_of("abcd", origins) == {"a": ("a", "b", "c"), "d": ("d",)}


def test_the_origins_of_a_pile_are_its_groups_with_their_sources() -> None:
    """The largest first; every article stands in one, and a source that both members cite is named once."""
    cites = [Cite(article, source, "", Span(0, 0)) for article, source in (("b", "AFP"), ("c", "AFP"), ("c", "Le Monde"), ("a", "Reuters"))]
    articles = [Article(name, "", "") for name in "abc"]
    expected = (Origin("b", ("b", "c"), ("AFP", "Le Monde")), Origin("a", ("a",), ("Reuters",)))
    assert origins_in(articles, [Overlap(("b", "c"), "copied_text", share=0.9)], cites) == expected


def test_nothing_has_no_origin() -> None:
    """A value that nobody states has none, and an unknown article is one."""
    assert (Origins().count([]), Origins().behind([]), Origins().count(["z"])) == (0, 0, 1)


@given(PAIRS, st.lists(st.sampled_from("abcdef")))
def test_origins_are_the_connected_components(pairs: list[tuple[str, str]], named: list[str]) -> None:
    """The count is that of a naive search, in whatever order the overlaps come, and never more than the articles."""
    overlaps = [Overlap(pair, "same_author") for pair in pairs]
    count = Origins(overlaps).count(named)
    assert count == Origins(overlaps[::-1]).count(named) == len({_reached(name, pairs) for name in named})
    assert count <= len(set(named))


def _reached(name: str, pairs: list[tuple[str, str]]) -> frozenset[str]:
    found = {name}
    while more := {b for pair in pairs for a, b in (pair, pair[::-1]) if a in found and b not in found}:
        found |= more
    return frozenset(found)
