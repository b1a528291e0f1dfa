"""Which articles are in what was given, and what could not be read?"""

from __future__ import annotations

import io
import os
import random
import signal
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zipfile import ZipFile

import pytest

from crosscheck.ingest.draft import Draft, Source
from crosscheck.ingest.kinds import READERS
from crosscheck.ingest.read import Reading, read
from crosscheck.model.article import Skipped
from crosscheck.model.codec_articles import article_to_json
from crosscheck.settings import Known, Limits, Settings

CASES = tomllib.loads(Path(__file__).parents[1].joinpath("cases/ingest/read.toml").read_text("utf-8"))["case"]


def laid_out(folder: Path, case: dict[str, Any]) -> None:
    contents = {name: text.encode() for name, text in case.get("files", {}).items()}
    contents |= {name: bytes.fromhex(code) for name, code in case.get("bytes", {}).items()}
    contents |= {name: b"x" * count for name, count in case.get("large", {}).items()}
    contents |= {name: b"[" * depth for name, depth in case.get("deep", {}).items()}
    for name, content in contents.items():
        folder.joinpath(name).parent.mkdir(parents=True, exist_ok=True)
        folder.joinpath(name).write_bytes(content)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_cannot_be_read_is_said_and_the_others_go_on(case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each bad input gives one reason under its own path, and every good one its article."""
    laid_out(tmp_path, case)
    monkeypatch.chdir(tmp_path)
    found = read(case.get("paths", ["."]), Settings())
    assert [article.id for article in found.articles] == case["articles"]
    reasons = {one.path: one.reason for one in found.skipped}
    assert reasons.keys() == case["skipped"].keys()
    assert all(words in reasons[path] for path, words in case["skipped"].items())
    assert {name: article.text for article in found.articles if (name := article.id) in case.get("texts", {})} == case.get("texts", {})


def written(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        folder.joinpath(f"{name}.txt").write_text(text, "utf-8")
    return folder


def test_text_is_kept_exactly_as_given(tmp_path: Path) -> None:
    """Line ends, blanks and marks stay where they are: spans count them."""
    tmp_path.joinpath("a.txt").write_bytes("  Rain\r\nfell.\u2028\tÉ \r".encode())
    assert read([str(tmp_path)], Settings()).articles[0].text == "  Rain\r\nfell.\u2028\tÉ \r"


def test_a_tie_between_code_pages_goes_to_the_western_one(tmp_path: Path) -> None:
    """ "It cost £5m" is no Polish Ł5m."""
    text = "The mayor’s office said on Monday that three people were hurt. It cost £5m."
    tmp_path.joinpath("a.txt").write_bytes(text.encode("cp1252"))
    assert read([str(tmp_path)], Settings()).articles[0].text == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-32"])
def test_two_bytes_a_letter_are_text_with_and_without_their_mark(encoding: str, tmp_path: Path) -> None:
    """Windows saves it so; bytes of which some are null and that are no such text stay none."""
    text = "The mayor’s office said on Monday that three people were hurt. It cost £5m."
    tmp_path.joinpath("a.txt").write_bytes(text.encode(encoding))
    tmp_path.joinpath("b.txt").write_bytes(b"\x00".join(bytes([byte]) for byte in range(1, 200)))
    found = read([str(tmp_path)], Settings())
    assert [article.text for article in found.articles] == [text]
    assert [Path(one.path).name for one in found.skipped] == ["b.txt"]


def test_a_pipe_in_a_folder_is_passed_by_and_one_that_is_named_is_read(tmp_path: Path) -> None:
    """Nobody may ever write into the one; the other is "<(curl …)" of a shell, and is read no further than a file may be long."""
    written(tmp_path, a="Rain fell.")
    os.mkfifo(tmp_path / "pipe.txt")
    assert [article.id for article in read([str(tmp_path)], Settings()).articles] == ["a"]
    reading, writing = os.pipe()
    os.write(writing, b"Snow fell.")
    os.close(writing)
    (article,) = read([f"/dev/fd/{reading}"], Settings()).articles
    os.close(reading)
    assert article.text == "Snow fell."
    (skipped,) = read(["/dev/zero"], Settings(limits=Limits(file_mb=1))).skipped
    assert "raise file_mb" in skipped.reason


@pytest.mark.parametrize("path", ["", "a\x00b", "x" * 5000])
def test_a_name_that_no_file_can_have_is_said_to_be_none(path: str) -> None:
    """As any other name under which nothing is found."""
    (skipped,) = read([path], Settings()).skipped
    assert skipped.reason in ("there is no such file or folder", "it cannot be read: file name too long")


def test_a_page_that_was_saved_as_text_is_read_as_a_page(tmp_path: Path) -> None:
    """Its text is not the file's own any more, which its reader must know who counts characters."""
    markup = "<html><head><title>Rain</title></head><body><p>It rained on Monday, and the river rose.</p></body></html>"
    for name in ("a.txt", "b.xml"):
        tmp_path.joinpath(name).write_text(markup)
    written(tmp_path, c="Rain fell.")
    found = read([str(tmp_path)], Settings()).articles
    assert [article.text for article in found[:2]] == ["Rain\nIt rained on Monday, and the river rose."] * 2
    assert [article.is_converted for article in found] == [True, False, False]
    assert ["text" in article_to_json(article) for article in found] == [True, True, False]


def test_what_the_settings_know_goes_before_what_the_file_says(tmp_path: Path) -> None:
    """A table for one file, one for a pattern and one for a folder; the first that fits holds, and the rest of the file's own stays."""
    folder = written(tmp_path, a="date 2024-02-29 By Ana Pires\nRain fell.", b="date 2024-02-29\nSnow fell.")
    known = (Known(str(folder / "a.txt"), author="Tom de Wit"), Known(str(folder / "*.txt"), publisher="The Coast"), Known(str(folder)))
    first, second = read([str(folder)], Settings(known=known)).articles
    assert (first.author, first.publisher, first.published) == ("Tom de Wit", None, "2024-02-29")
    assert (second.author, second.publisher, second.published) == (None, "The Coast", "2024-02-29")


def test_ids_do_not_depend_on_the_order_of_files(tmp_path: Path) -> None:
    """Files of one name in several folders are told apart by content, and copies among them by path."""
    for folder, text in (("x", "Rain fell."), ("y", "Snow fell."), ("z", "Rain fell.")):
        tmp_path.joinpath(folder).mkdir()
        written(tmp_path / folder, news=text)
    paths = [str(tmp_path / folder) for folder in "xyz"]
    ids = {article.path: article.id for article in read(paths, Settings()).articles}
    assert len(set(ids.values())) == 3
    assert ids == {article.path: article.id for article in read(paths[::-1], Settings()).articles}


def test_the_digest_covers_text_and_metadata(tmp_path: Path) -> None:
    """An article with another date may be read differently, so it is another content; another address is not."""
    folder = written(tmp_path, a="Rain fell on Tuesday.")

    def digest(**known: str) -> str:
        return read([str(folder)], Settings(known=(Known(str(folder), **known),))).articles[0].sha256

    assert len({digest(), digest(published="2024-02-29"), digest(title="Rain"), digest(author="A")}) == 4
    assert digest(url="https://example.org") == digest()


def test_limits_can_be_raised(tmp_path: Path) -> None:
    """What the limit keeps out is read once the settings say so."""
    folder = written(tmp_path, a="Rain fell. " * 1000)
    assert read([str(folder)], Settings(limits=Limits(article_mb=0.01))).articles == ()
    assert len(read([str(folder)], Settings(limits=Limits(article_mb=0.02))).articles) == 1


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no clock of the processor")
def test_a_file_that_takes_too_long_to_read_is_named_and_the_others_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one within an archive: the files beside it go on."""

    def slow(source: Source) -> Iterator[Draft]:
        while b"slow" in source.data:
            pass
        yield Draft(source.path, source.name, "Rain fell.")

    monkeypatch.setitem(READERS, ".txt", slow)
    with ZipFile(tmp_path / "many.zip", "w") as archive:
        for name in ("a", "slow", "z"):
            archive.writestr(f"{name}.txt", name)
    reading = read([str(tmp_path / "many.zip")], replace(Settings(), limits=Limits(article_seconds=0.05)))
    assert [article.id for article in reading.articles] == ["a", "z"]
    (skipped,) = reading.skipped
    assert skipped.path.endswith("many.zip/slow.txt")
    assert skipped.reason.startswith("reading it took more than 0.05 seconds of the processor; raise article_seconds")


def test_stdin_is_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plain text from a pipe has the id stdin; JSON Lines from a pipe are as many articles."""
    assert [article.id for article in piped(b"Rain fell.", monkeypatch).articles] == ["stdin"]
    assert [article.id for article in piped(b'{"text": "Rain fell."}\n{"id": "x", "text": "Snow fell."}\n', monkeypatch).articles] == ["stdin-1", "x"]
    assert piped(b"", monkeypatch).skipped == (Skipped("-", "there is nothing in it"),)


def piped(data: bytes, monkeypatch: pytest.MonkeyPatch) -> Reading:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    return read(["-"], Settings())


def test_what_may_not_be_read_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's refusal is the reason."""

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    folder = written(tmp_path, a="Rain fell.")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert read([str(folder)], Settings()).skipped == (Skipped(str(folder / "a.txt"), "it cannot be read: permission denied"),)


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_a_folder_that_links_to_itself_ends(tmp_path: Path) -> None:
    """A link back up is not followed."""
    written(tmp_path, a="Rain fell.")
    tmp_path.joinpath("again").symlink_to(tmp_path, target_is_directory=True)
    assert len(read([str(tmp_path)], Settings()).articles) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="file names are text elsewhere")
def test_a_file_name_that_is_no_text_is_no_obstacle(tmp_path: Path) -> None:
    """A name in another encoding gives an id that can be written anywhere."""
    path = os.fsdecode(bytes(tmp_path) + b"/Z\xfcrich.txt")
    Path(path).write_text("Rain fell.")
    assert [article.id for article in read([str(tmp_path)], Settings()).articles] == ["Z\ufffdrich"]


def test_any_bytes_give_an_article_or_a_reason(tmp_path: Path) -> None:
    """Random bytes under every suffix never raise."""
    draw = random.Random(7)
    for number in range(60):
        suffix = draw.choice([".txt", ".md", ".json", ".jsonl", ""])
        tmp_path.joinpath(f"f{number}{suffix}").write_bytes(draw.randbytes(draw.randrange(200)))
    paths = sorted(str(path) for path in tmp_path.iterdir())
    found = read(paths, Settings())
    assert len(found.articles) + len({one.path.split(":")[0] for one in found.skipped}) >= len(paths)


def test_an_address_dates_an_article_that_nothing_else_dates(tmp_path: Path) -> None:
    """A record's own date goes before the day in its address."""
    lines = ('"url": "https://coast.example/2019/11/04/rain"', '"url": "https://coast.example/2019/11/04/rain", "published": "2019-11-05"')
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(f'{{"text": "Rain fell.", {line}}}' for line in lines), encoding="utf-8")
    assert [article.published for article in read([str(path)], Settings()).articles] == ["2019-11-04", "2019-11-05"]
