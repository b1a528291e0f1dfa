"""Are two figures or names of what both articles are about, and are they told alike?"""

from __future__ import annotations

import pytest

from crosscheck.align.subjects import are_about, told_alike
from crosscheck.model.article import Article
from crosscheck.model.claim import Span
from crosscheck.model.detail import Detail, Kind

OPENING = "Norvia Lines sent its ferries to the yard on Monday, and the crews went home for the week. " * 4


def _told(name: str, text: str, said: str, names: frozenset[str] = frozenset(), title: str | None = None) -> tuple[Detail, Article]:
    start = text.index(said)
    detail = Detail(Kind.AMOUNT, name, 0, "price", "price", said, said, Span(start, start + len(said)), words=names)
    return detail, Article(name, text, name, title=title)


def _pair(first: str, second: str, said: tuple[str, str]) -> tuple[Detail, Detail, Article, Article]:
    (one, left), (other, right) = _told("a", first, said[0]), _told("b", second, said[1])
    return one, other, left, right


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("A ticket costs 30 euros.", "Passengers pay 40 euros.", True),
        (
            f"{OPENING}The new ferry will cost 30 million euros.",
            f"{OPENING}Its owner, he said, has borrowed 40 million for that.",
            False,
        ),
        (f"{OPENING}The new ferry will cost the company 30 million euros.", f"{OPENING}The new ferry may cost the company 40 million euros.", True),
    ],
    ids=["at the head", "further on in other words", "further on in like words"],
)
def test_further_on_sentences_must_have_much_in_common(first: str, second: str, alike: bool) -> None:
    assert told_alike(*_pair(first, second, ("30", "40"))) is alike


@pytest.mark.parametrize(
    ("titles", "about"),
    [(("Norvia Lines sells bonds", "Norvia raises money"), True), (("Norvia Lines sells bonds", "Lefkos Mills sells bonds"), False)],
    ids=["one firm", "two firms that one bank serves"],
)
def test_a_name_is_whom_they_are_about_where_both_headlines_have_it(titles: tuple[str, str], about: bool) -> None:
    names = frozenset(("norvi", "lefko", "bank", "osk"))
    (one, left), (other, right) = (
        _told(name, "Osk Bank leads the issue at 30.", "30", names, title) for name, title in zip("ab", titles, strict=True)
    )
    assert are_about(one, other, left, right) is about
