"""Which files are in an archive, and does it do any harm?"""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from tests.ingest.made import draft_in, found_in, reason_in, word

from crosscheck.ingest.draft import Draft, Source
from crosscheck.ingest.kinds import DEEPEST, drafts_in
from crosscheck.ingest.read import read
from crosscheck.model.article import Skipped
from crosscheck.model.codec_articles import article_to_json
from crosscheck.settings import Limits, Settings


def zipped(files: Mapping[str, bytes]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return kept.getvalue()


def test_each_file_of_an_archive_is_read_as_its_kind(tmp_path: Path) -> None:
    """In the order of their names; what is no article by its name, and what systems add, is passed over."""
    files = {"b.txt": b"Snow fell.", "a/x.docx": word(["Rain fell."]), "a/.DS_Store": b"x", "__MACOSX/b.txt": b"x", "z.png": b"x"}
    path = tmp_path / "pile.zip"
    path.write_bytes(zipped(files | {"c.jsonl": b'{"text": "Hail fell."}\n{"body": 1}', "d.pdf": b"%PDF-1.7"}))
    found = read([str(path)], Settings())
    assert [(article.path, article.id, article.text) for article in found.articles] == [
        (f"{path}/a/x.docx", "x", "Rain fell."),
        (f"{path}/b.txt", "b", "Snow fell."),
        (f"{path}/c.jsonl", "c-1", "Hail fell."),
    ]
    assert [one.path for one in found.skipped] == [f"{path}/c.jsonl:2", f"{path}/d.pdf"]
    assert [article_to_json(article)["text"] for article in found.articles] == ["Rain fell.", "Snow fell.", "Hail fell."]


def test_a_path_in_an_archive_leads_nowhere(tmp_path: Path) -> None:
    """Names that climb out are shown without what climbs, and nothing is written."""
    inside = tmp_path / "in"
    inside.mkdir()
    inside.joinpath("pile.zip").write_bytes(zipped({"../../evil.txt": b"Rain fell.", "/etc/evil.txt": b"Snow fell.", "..\\c.txt": b"Hail fell."}))
    found = read([str(inside)], Settings())
    assert sorted(article.path or "" for article in found.articles) == [f"{inside}/pile.zip/{name}" for name in ("c.txt", "etc/evil.txt", "evil.txt")]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["in", "pile.zip"]


def test_a_bomb_is_named_and_not_unpacked() -> None:
    """Neither a file that swells a thousand times, nor archives within archives, nor a .gz."""
    zeros = b"\0" * 50_000_000
    assert "packed more than 250 times over" in reason_in(zipped({"a.txt": zeros}), "a.zip")
    assert "packed more than 250 times over" in reason_in(gzip.compress(zeros), "a.txt.gz")
    nested = b"Rain fell."
    for number in range(DEEPEST + 1):
        nested = zipped({f"{number}.zip" if number else "a.txt": nested})
    assert f"deeper than {DEEPEST} archives" in reason_in(nested, "a.zip")


def test_a_file_that_says_less_than_it_holds_is_counted() -> None:
    """What is read is bounded by file_mb, whatever the archive declares."""
    found = list(drafts_in(Source("a.zip", zipped({"a.txt": bytes(range(65, 91)) * 100_000, "b.txt": b"Rain."}), limits=Limits(file_mb=1))))
    assert [one.path for one in found] == ["a.zip/a.txt", "a.zip/b.txt"]
    assert isinstance(found[0], Skipped)
    assert "more than 1 MB when unpacked" in found[0].reason


def test_a_compressed_file_is_read_as_what_it_holds() -> None:
    """reports.jsonl.gz is JSON Lines."""
    first, second = found_in(gzip.compress(b'{"text": "Rain fell."}\n{"text": "Snow fell."}'), "x/reports.jsonl.gz")
    assert isinstance(first, Draft)
    assert (first.path, first.id, getattr(second, "id", "")) == ("x/reports.jsonl.gz/reports.jsonl", "reports-1", "reports-2")


def test_what_an_archive_is_called_does_not_matter() -> None:
    """A Word file called .zip is an archive that holds no article; an archive without a suffix is known by its bytes."""
    assert draft_in(zipped({"a.txt": b"Rain fell."}), "pile").text == "Rain fell."
    assert draft_in(word(["Rain fell."]), "letter").text == "Rain fell."
    assert "no whole archive" in reason_in(b"PK\x03\x04 cut off", "a.zip")
