"""Do the pages say what the program says, and is what they name there?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tools import docs

from crosscheck.cli.main import COMMANDS
from crosscheck.judge.catalogue import entries
from crosscheck.model import codec
from crosscheck.model.claim import Facet
from crosscheck.model.codec_answers import answer_to_json
from crosscheck.report.documents import sources_to_json, timeline_to_json
from tests.report.made import ANSWERS, EXTRACT, GULF, REPORT, SOURCES, TIMELINE

PAGES = docs.pages()
NAMES = [page.relative_to(docs.ROOT).as_posix() for page in PAGES]
# what one writes in a page for "any": data/topics/*.toml, judge/FACET.py
_PATTERN = ("*", "FACET", "NAME", "…")


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_help_and_rules_are_those_of_the_program(page: Path) -> None:
    """`python -m tools.docs help rules measured` has nothing to change."""
    text = page.read_text("utf-8")
    assert docs.renewed(text, docs.CHECKED) == text


def test_every_facet_and_command_has_its_page() -> None:
    """A facet's page holds its ladder, a command's page its help, and the index links them all."""
    index = (docs.ROOT / "docs" / "index.md").read_text("utf-8")
    for kind, names in (("rules", list(Facet)), ("help", list(COMMANDS))):
        for name in names:
            assert f"<!-- {kind} {name} -->" in (docs.ROOT / "docs" / f"{name}.md").read_text("utf-8")
    assert {f"({page.name})" for page in PAGES if page.parent.name == "docs" and page.name != "index.md"} <= _parenthesised(index)


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_links_lead_to_files(page: Path) -> None:
    """Every relative link of a page names a file that is there."""
    targets = {found.strip("()").partition("#")[0] for found in _parenthesised(page.read_text("utf-8"), before="]")}
    assert [target for target in targets if target and "://" not in target and not (page.parent / target).exists()] == []


def test_the_architecture_names_what_is_there() -> None:
    """Every folder and file that ARCHITECTURE.md names in code marks exists, in the project or in the package."""
    named = set(_in_code_marks((docs.ROOT / "ARCHITECTURE.md").read_text("utf-8")))
    paths = {name for name in named if "/" in name and " " not in name and not any(mark in name for mark in _PATTERN)}
    roots = (docs.ROOT, docs.ROOT / "src" / "crosscheck")
    assert paths
    assert [name for name in sorted(paths) if not any((root / name).exists() for root in roots)] == []


def test_the_architecture_names_every_stage() -> None:
    """Whatever folder the package has, the page says what it is for."""
    page = (docs.ROOT / "ARCHITECTURE.md").read_text("utf-8")
    folders = [path.parent.name for path in (docs.ROOT / "src" / "crosscheck").glob("*/__init__.py")]
    assert [folder for folder in folders if f"`{folder}/`" not in page] == []


def test_every_rule_that_a_page_names_exists() -> None:
    """A rule in code marks, such as `time.disjoint`, is one of the catalogue."""
    known = {found.id for found in entries()}
    families = {found.family for found in entries()}
    suffixes = {"toml", "py", "md", "txt", "json"}
    for page in PAGES:
        named = {word for word in _in_code_marks(page.read_text("utf-8")) if word.count(".") == 1 and word.partition(".")[0] in families}
        assert {word for word in named if word.partition(".")[2] not in suffixes} <= known, page.name


def test_every_field_of_the_json_is_told() -> None:
    """docs/json.md has each key that any document holds."""
    page = (docs.ROOT / "docs" / "json.md").read_text("utf-8")
    documents = [codec.report_to_json(REPORT, texts=True), codec.inspection_to_json(GULF, EXTRACT), *map(answer_to_json, ANSWERS)]
    documents += [sources_to_json(SOURCES), timeline_to_json(TIMELINE)]
    told = {word for line in page.splitlines() for word in line.replace('"', " ").replace("`", " ").replace(",", " ").split()}
    assert {key for document in documents for key in _keys(document)} <= told


def test_an_example_is_shortened_to_what_is_named() -> None:
    """The first paragraph that holds a name is shown, and a mark for what is left out."""
    text = "one\n\ntwo\n\nthree\n\ntwo again"
    assert docs.shortened(text, ["two"]) == "[…]\n\ntwo\n\n[…]"
    assert docs.shortened(text, ["three", "one"]) == "one\n\n[…]\n\nthree\n\n[…]"
    assert docs.shortened(text, []) == text
    assert docs.shortened("one\ntwo\nthree", ["one ×2"]) == "one\ntwo\n  […]"


def test_parts_that_are_not_asked_for_stay() -> None:
    """Only the kinds that are named are made anew; a mark without its end is an error."""
    page = "<!-- rules time -->\nold\n<!-- /rules -->\n<!-- example rules -->\nold\n<!-- /example -->\n"
    made = docs.renewed(page, ["rules"])
    assert "`time.within`" in made
    assert made.endswith("<!-- example rules -->\nold\n<!-- /example -->\n")
    with pytest.raises(ValueError, match="not in list"):
        docs.renewed("<!-- rules time -->\nold\n", ["rules"])


def _parenthesised(text: str, before: str = "") -> set[str]:
    """What stands in parentheses, with them: "(time.md)"."""
    pieces = text.split(f"{before}(")[1:]
    return {f"({piece.partition(')')[0]})" for piece in pieces}


def _in_code_marks(text: str) -> Iterator[str]:
    """The words between single backticks, code blocks left out."""
    prose = "".join(text.split("```")[::2])
    yield from prose.split("`")[1::2]


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        for inner in value.values():
            yield from _keys(inner)
    if isinstance(value, list):
        for inner in value:
            yield from _keys(inner)
