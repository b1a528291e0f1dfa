"""Does Python get what the command line gets, and do the pages' examples run?"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import crosscheck
from crosscheck.cli.main import app
from crosscheck.model.report import Report
from crosscheck.model.review import Decision, Review
from crosscheck.model.verdict import Verdict
from crosscheck.report import notebook, tables
from crosscheck.saved.reviewed import entry_of, kept
from tests.report.made import ANSWERS, GULF, HARBOUR, REPORT, TOLD

ROOT = Path(__file__).parents[1]
WIRE = {"id": "wire", "text": "A tank blew up in Port Amal on 3 May 2031, injuring 12 dockers."}
DAILY = {"id": "daily", "text": "Nine dockers were injured in Port Amal on 3 May 2031 when a tank blew up."}


class Shown(HTMLParser):
    def __init__(self, page: str):
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def test_importing_costs_nothing() -> None:
    """Not one module but its own: not even typing."""
    code = "import sys; before = set(sys.modules); import crosscheck; print(sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT / "src", capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[0] == "['crosscheck']"


def test_what_is_not_there_is_said() -> None:
    """As of any module; and what is there is listed."""
    with pytest.raises(AttributeError, match="no attribute 'compair'"):
        crosscheck.__getattr__("compair")
    assert set(crosscheck.__all__) <= set(dir(crosscheck))


def test_python_gets_what_the_command_line_prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same bytes of JSON for the same files, and the settings of the folder."""
    for article in (WIRE, DAILY):
        tmp_path.joinpath(f"{article['id']}.txt").write_text(article["text"])
    tmp_path.joinpath("crosscheck.toml").write_text('articles = ["wire.txt", "daily.txt"]')
    monkeypatch.chdir(tmp_path)
    for command, result in (("compare", crosscheck.compare()), ("claims", crosscheck.claims())):
        assert result.to_json() == CliRunner().invoke(app, [command, "--format", "json"]).stdout
    answer = crosscheck.check("Nine dockers were injured in Port Amal.", cache=False)
    assert answer.to_json() == CliRunner().invoke(app, ["check", answer.claim, "--format", "json"]).stdout
    assert answer.verdict in repr(answer)


def test_texts_are_articles() -> None:
    """With their id and metadata, in any order; one without an id is called after its text."""
    report = crosscheck.compare([WIRE, DAILY], cache=False)
    assert report.to_json() == crosscheck.compare([DAILY, WIRE], cache=False).to_json()
    assert [article.path for article in report.articles] == [None, None]
    (finding,) = report.contradictions
    assert finding.question == "How many dockers were injured?"
    assert list(report) == list(report.data.alignments)
    assert json.loads(report.to_json())["articles"][0]["text"] == DAILY["text"]
    named = crosscheck.claims({"text": WIRE["text"]}, cache=False)
    assert named.articles[0].id.startswith("text-")
    assert (len(named), named[0].article) == (len(named.claims), named.articles[0].id)


def test_what_cannot_be_read_is_skipped_or_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others go on; without any other it is an error of one line."""
    monkeypatch.chdir(tmp_path)
    report = crosscheck.compare([WIRE, {"title": "no text"}, "none.txt"], cache=False)
    assert len(report.skipped) == 2
    for wrong in ([], ["none.txt"], [{"text": 5}]):
        with pytest.raises(crosscheck.CrosscheckError):
            crosscheck.compare(wrong, cache=False)
    with pytest.raises(crosscheck.CrosscheckError):
        crosscheck.check(" ", [WIRE])


def test_what_was_decided_holds_in_python_too(tmp_path: Path) -> None:
    """What was dismissed is in the data with its reason, and in no format for readers; a decision that fits nothing is a warning."""
    report = crosscheck.compare([WIRE, DAILY], cache=False)
    (finding,) = report.contradictions
    file = tmp_path / "decided.toml"
    decided = [
        entry_of(finding, facet, Review(Decision.DISMISSED, "two blasts")) for facet in finding.facets if facet.verdict is Verdict.CONTRADICTION
    ]
    kept(file, decided)
    again = crosscheck.compare([WIRE, DAILY], cache=False, reviewed=file)
    assert (again.contradictions, again.new.contradictions) == ((), ())
    assert "1 dismissed" in again.to("text") and "two blasts" in again.to_json()
    file.write_text(file.read_text("utf-8").replace(finding.id, "a00000000000"), "utf-8")
    with pytest.warns(UserWarning, match="is out of date"):
        assert crosscheck.compare([WIRE, DAILY], cache=False, reviewed=file).contradictions == report.contradictions


def test_the_records_are_the_rows_of_the_tables() -> None:
    """Of each view, letter by letter."""
    report = crosscheck.Report(REPORT)
    assert report.to_records() == list(tables.compare(REPORT).records())
    assert report.to_records("matrix") == list(tables.matrix(REPORT).records())
    assert report.to_records("claims") == list(tables.claims(REPORT.articles, REPORT.claims).records())
    assert report.to_records("timeline")[0]["event"]
    assert crosscheck.Answer(ANSWERS[0], (HARBOUR,)).to_records()[0]["rule"] == "quantity.different"


@pytest.mark.parametrize("suffix", ["json", "jsonl", "csv", "md", "jsonld", "txt"])
def test_a_report_is_saved_in_the_format_of_its_suffix(tmp_path: Path, suffix: str) -> None:
    """And JSON comes back whole."""
    report, path = crosscheck.compare([WIRE, DAILY], cache=False), tmp_path / f"report.{suffix}"
    report.save(path)
    assert path.read_text("utf-8")
    if suffix.startswith("json") and suffix != "jsonld":
        back = crosscheck.load(path)
        assert back.to_json(texts=True) == report.to_json(texts=True)
        assert str(back) == str(report)


def test_a_notebook_shows_no_markup_of_an_article() -> None:
    """The words of articles are words."""
    shown = [notebook.report(REPORT), notebook.claims([GULF], [TOLD]), *(notebook.answer(answer, [HARBOUR]) for answer in ANSWERS)]
    assert "One source says twelve dockers, another ten." in Shown(shown[0]).text
    hostile = "<script>alert('1')</script><img src=x onerror=\"y\">"
    page = notebook.report(_everywhere(hostile))
    assert hostile in Shown(page).text
    allowed = {"p", "b", "br", "i", "mark", "code", "table", "thead", "tbody", "tr", "th", "td"}
    for one in (*shown, page):
        assert Shown(one).tags <= allowed
        assert Shown(one).attributes <= {"style", "dir", "scope", "colspan"}
    assert repr(crosscheck.Report(REPORT)).startswith("<crosscheck.Report: 3 articles, 7 claims; 1 contradiction")


def _everywhere(words: str) -> Report:
    facet = replace(REPORT.alignments[0].facets[0], reason=words, values=tuple(replace(v, text=words) for v in REPORT.alignments[0].facets[0].values))
    return replace(REPORT, alignments=(replace(REPORT.alignments[0], question=words, facets=(facet,)),))


@pytest.mark.parametrize("page", ["python.md"])
def test_the_examples_of_the_page_run(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of them, from top to bottom, as somebody would paste them."""
    tmp_path.joinpath("seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    text = ROOT.joinpath("docs", page).read_text("utf-8")
    examples = [part.partition("```")[0] for part in text.split("```python\n")[1:]]
    names: dict[str, Any] = {}
    assert len(examples) >= 5
    for example in examples:
        exec(example, names)
