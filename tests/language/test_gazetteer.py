"""What do the lexicons say that a name is?"""

from __future__ import annotations

import pytest

from crosscheck.language.gazetteer import certain, known


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mali", "LOC"),
        ("LONDON", "LOC"),
        ("United Nations", "ORG"),
        ("L-39", "MISC"),
        ("G-20", "ORG"),
        ("Zzyzx", None),
        ("A. B. C. D.", None),
        ("W.W.W.W.", None),
    ],
)
def test_listed_names_have_a_type(text: str, kind: str | None) -> None:
    """Countries, cities (also shouted), bodies and designators are known, other texts are not."""
    assert known(text) == kind


@pytest.mark.parametrize("text", ["Jordan", "Apple", "Georgia"])
def test_what_may_be_something_else_is_not_certain(text: str) -> None:
    """A listed name that is also a person's or a thing's is left to the article."""
    assert known(text) is not None
    assert certain(text) is None
