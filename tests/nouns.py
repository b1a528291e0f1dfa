"""Which nouns can there be? Strategies for property tests, made from the types of the fields."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from crosscheck.model.claim import Span

WORDS = st.text(st.characters(codec="utf-8"), max_size=6)
NUMBERS = st.one_of(st.integers(-(10**9), 10**9).map(float), st.floats(-1e9, 1e9, allow_nan=False))
SPANS = st.tuples(st.integers(0, 500), st.integers(0, 500)).map(lambda ends: Span(min(ends), max(ends)))


def any_of(noun: type) -> st.SearchStrategy[Any]:
    """Every field is drawn, those with a default too."""
    return _of(noun)


@cache
def _of(kind: Any) -> st.SearchStrategy[Any]:
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return st.builds(kind, **{field.name: _of(hints[field.name]) for field in fields(kind)})  # type: ignore[arg-type]  # a class
    if get_origin(kind) is tuple and get_args(kind)[-1] is Ellipsis:
        return st.lists(_of(get_args(kind)[0]), max_size=2).map(tuple)
    if get_origin(kind) is tuple:
        return st.tuples(*map(_of, get_args(kind)))
    if get_args(kind):
        return st.one_of(*map(_of, get_args(kind)))
    return {str: WORDS, float: NUMBERS, Span: SPANS}.get(kind, st.from_type(kind))
