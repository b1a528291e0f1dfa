"""Do errors say what failed, where, and what to do next?"""

from __future__ import annotations

import pickle

import pytest

from crosscheck import errors

SHOWN = [
    (errors.NothingGiven(), "no articles: give a file, a folder or - for stdin"),
    (errors.NothingReadable(2), "nothing could be read: 2 inputs skipped"),
    (errors.NothingReadable(1), "1 input skipped"),
    (errors.BadSettings("a.toml", "is not TOML"), "a.toml: is not TOML"),
    (errors.UnknownName("topic", "cuops", ("coups", "orders"), "crosscheck topics"), "no topic is called 'cuops'; did you mean coups?"),
    (errors.UnknownName("format", "zzz", ("text", "json"), None), "there are: text, json"),
    (errors.UnknownId("zz", (), ("a0760b31a1bf",)), "no alignment or claim has the id 'zz'; there are: a0760b31a1bf"),
    (errors.UnknownId("a0", ("a01", "a02"), ("a01", "a02", "a3")), "'a0' is not enough: a01, a02 begin so"),
    (errors.BadClaim("no claim"), "no claim"),
    (errors.NotTwoVersions("a.txt", "b.txt", 1), "a.txt and b.txt hold 1 article that can be read"),
    (errors.CannotRead("a.jsonl", "No such file"), "a.jsonl: cannot be read: No such file"),
    (errors.BadReport("old.json", "is no report of crosscheck"), "old.json is no report of crosscheck"),
    (errors.NoSpark("it needs Java"), "no Apache Spark: it needs Java"),
    (errors.CannotWrite("out/a", "Is a directory"), "out/a: cannot be written: Is a directory"),
]


@pytest.mark.parametrize(("error", "words"), SHOWN, ids=lambda value: type(value).__name__)
def test_an_error_is_one_line_and_crosses_processes(error: errors.CrosscheckError, words: str) -> None:
    """Its words are made from its raw fields, so a pool hands it on unharmed."""
    assert words in str(error)
    assert "\n" not in str(error)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_every_error_is_drawn() -> None:
    """The tree in the module's docstring names each class."""
    drawn = errors.__doc__ or ""
    assert all(error.__name__ in drawn for error in errors.CrosscheckError.__subclasses__())
    assert {type(error) for error, _ in SHOWN} == set(errors.CrosscheckError.__subclasses__())
