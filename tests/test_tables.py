"""Is a table read as `tomllib` reads it?"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from crosscheck import tables

SHIPPED = sorted(tables.DATA.rglob("*.toml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_ships_is_read_alike(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each list of words, each topic and the schemas, and none of them by `tomllib`, which takes seven times as long."""
    text = path.read_text(encoding="utf-8")
    expected = tomllib.loads(text)
    monkeypatch.delattr(tomllib, "loads")
    assert tables.read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        'words = ["a", "b"]  # two\nnumber = 1e-15 # small',
        'words = [\n  # more than "one" [of them]\n  "a#b", "c]",  # with a mark\n  [1, 2.5],\n]\nafter = true',
        "rows = [\n  ['x', 1],\n  [\"y\", 2]]\nlast = 'z'",
        "text = '''\none\ntwo'''\nother = '''three'''",
        'text = """\none \\\n  two"""\nquoted = "tab\\t \\u00e9 \\U0001F681"',
        '[a.b]\nc = 1\n[[a.list]]\nd = 2\n[[a.list]]\nd = 3\n["two words"]\ne = 4\n["f g".h]\ni = 5',
        '"two words" = { inner = [1, 2], "o.ther" = "x" }\n[part] # remark\nday = 2024-05-03\nmany = 1_000',
        "  indented = 1\ndotted.key = 2",
        "",
    ],
)
def test_other_layouts_are_read_alike(text: str) -> None:
    """Remarks among the items, lists in lists, long texts, keys of several words; what is laid out otherwise is read by `tomllib` itself."""
    assert tables.read(text) == tomllib.loads(text)


def test_a_table_is_read_once() -> None:
    """Who asks again gets the same."""
    assert tables.table("lexicon/words") is tables.table("lexicon/words")
    assert "topics/coups" in tables.names("topics")
