"""Are new articles compared with those of an archive that may report the same, and with no others?"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from crosscheck.engine import added
from crosscheck.engine.added import Pile, with_archive
from crosscheck.engine.local import LocalEngine
from crosscheck.ingest.draft import Draft, Source
from crosscheck.ingest.read import Reading, article_of, read, sources_in
from crosscheck.model.article import Article, Skipped
from crosscheck.model.codec import report_to_json
from crosscheck.model.report import Report
from crosscheck.model.verdict import Verdict
from crosscheck.settings import Settings
from crosscheck.store.cache import Cache
from crosscheck.store.version import Version

DATA = tomllib.loads(Path(__file__).parents[1].joinpath("cases/engine/archive.toml").read_text("utf-8"))
FERRY = {"tonight-ferry": DATA["new"]["tonight-ferry"]}
V1 = Version("r1", "c1")
NO_CACHE = Cache(None, V1)


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for each night, and one with the archive."""
    monkeypatch.chdir(tmp_path)
    written("archive", DATA["archive"])
    written("new", DATA["new"])
    return tmp_path


def written(folder: str, texts: Mapping[str, str]) -> None:
    Path(folder).mkdir()
    for name, text in texts.items():
        Path(folder, f"{name}.txt").write_text(text.strip(), "utf-8")


def pile(new: str = "new", *paths: str, store: Cache = NO_CACHE) -> Pile:
    return with_archive(read((new,), Settings()), paths or ("archive",), Settings(), store)


def compared(reading: Reading) -> Report:
    with LocalEngine(NO_CACHE) as engine:
        return engine.compare(reading)


def test_a_report_is_of_what_new_articles_have_a_part_in(news: Path) -> None:
    """What the archive alone says twice is told by a comparison of all, and not here; what is told is the same."""
    Path("archive/bakery-again.txt").write_text(Path("archive/bakery.txt").read_text("utf-8"), "utf-8")
    found = pile("new/tonight-ferry.txt")
    told, all_ = found.told(compared(found.reading)), compared(read(("new", "archive"), Settings()))
    assert {"bakery", "bakery-again"} in [set(one.articles) for one in all_.alignments]
    assert told.alignments
    assert all("tonight-ferry" in one.articles for one in told.alignments)
    (toll,) = (one for one in told.alignments if one.verdict is Verdict.CONTRADICTION)
    assert toll.question in {one.question for one in all_.alignments if one.verdict is Verdict.CONTRADICTION}
    assert {claim for one in told.alignments for claim in one.claims} <= {claim.id for claim in told.claims}
    assert {check.article for check in told.checks} <= {"tonight-ferry"}


def test_a_small_archive_gives_what_a_comparison_of_all_says_of_the_new_articles(news: Path) -> None:
    """To the word, where all of it is taken."""
    paths = [f"archive/{name}.txt" for name in ("ferry-first", "ferry-later", "bank-before", "tram")]
    found = pile("new", *paths)
    told, all_ = found.told(compared(found.reading)), compared(read(("new", *paths), Settings()))
    new = {"tonight-ferry", "tonight-bank"}
    assert told.alignments == tuple(one for one in all_.alignments if not new.isdisjoint(one.articles))
    assert told.articles == all_.articles


def test_neither_the_order_of_files_nor_a_cache_makes_a_difference(news: Path) -> None:
    """The same bytes, also from an archive that was looked through before."""
    kept = Cache(news / "cache", V1)
    one = pile("new", "archive/tram.txt", "archive", store=kept)
    other = pile("new", "archive", store=kept)
    bare = pile("new", *(f"archive/{name}.txt" for name in reversed(DATA["archive"])))
    texts = [json.dumps(report_to_json(found.told(compared(found.reading)))) for found in (one, other, bare)]
    assert texts[0] == texts[1] == texts[2]
    assert one.archive == len(DATA["archive"])


def test_an_archive_that_is_known_is_not_read_again(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing but what is taken is made an article of; a file that changed is."""
    made: list[str] = []

    def noting(draft: Draft, settings: Settings) -> Article | Skipped:
        made.append(draft.id)
        return article_of(draft, settings)

    monkeypatch.setattr(added, "article_of", noting)
    kept = Cache(news / "cache", V1)
    first, made[:] = pile("new", store=kept), []
    assert pile("new", store=kept).chosen == first.chosen
    assert set(made) == first.chosen
    made.clear()
    Path("archive/tram.txt").write_text("Ferry Amberline sinks off Torvale\nThe Amberline sank off Torvale, 12 drowned.", "utf-8")
    assert pile("new", store=kept).chosen == {*first.chosen, "tram"}
    assert sorted(made) == sorted([*first.chosen, "tram", "tram"])


def test_articles_of_an_archive_that_are_not_taken_are_not_read_for_their_claims(news: Path, fake: list[str]) -> None:
    """So that an archive of any size serves at once."""
    found = pile("new/tonight-ferry.txt")
    compared(found.reading)
    assert sorted(fake) == ["ferry-first", "ferry-later", "tonight-ferry"]


def test_an_article_of_the_archive_that_is_new_counts_as_new(news: Path) -> None:
    """The folder of tonight may lie in the archive already, and hold several files of one name."""
    for folder, name in (("archive/tonight", "tonight-ferry"), ("archive/tonight/late", "tonight-bank")):
        Path(folder).mkdir()
        Path(folder, "index.txt").write_text(DATA["new"][name].strip(), "utf-8")
    found = pile("archive/tonight")
    new = {article.id for article in found.reading.articles} - found.chosen
    assert [name.partition("~")[0] for name in sorted(new)] == ["index", "index"]
    assert found.chosen == {"ferry-first", "ferry-later", "bank-before"}
    assert found.archive == len(DATA["archive"])


def test_ids_are_those_of_a_comparison_of_all(news: Path) -> None:
    """Another article of the same name has another id, whether it is taken or not."""
    Path("archive/old").mkdir()
    Path("archive/old/tonight-ferry.txt").write_text("Nothing of it stood in the paper.", "utf-8")
    ids = {article.id for article in read(("new", "archive"), Settings()).articles}
    assert {article.id for article in pile("new").reading.articles} <= ids


def test_what_cannot_be_read_is_named_and_the_others_go_on(news: Path) -> None:
    """Also where the store knows it already."""
    Path("archive/broken.txt").write_bytes(b"\x00\x01\x02")
    kept = Cache(news / "cache", V1)
    for _ in range(2):
        found = pile("new", "archive", "nowhere", store=kept)
        assert sorted(one.path for one in found.reading.skipped) == ["archive/broken.txt", "nowhere"]
        assert found.chosen == {"ferry-first", "ferry-later", "bank-before"}


def test_an_empty_archive_leaves_the_new_articles(news: Path) -> None:
    """As on its first day."""
    Path("empty").mkdir()
    found = pile("new", "empty")
    assert (found.archive, found.chosen, len(found.reading.articles)) == (0, frozenset(), 2)


def test_lines_of_one_file_are_taken_by_their_places(news: Path) -> None:
    """A broken line among them counts, and so does a file in an archive of files."""
    lines = [json.dumps({"id": name, "text": text.strip()}) for name, text in DATA["archive"].items()]
    Path("archive.jsonl").write_text("\n".join([lines[0], "{", *lines[1:]]), "utf-8")
    found = pile("new", "archive.jsonl")
    texts = {article.id: article.text for article in found.reading.articles}
    assert found.chosen == {"ferry-first", "ferry-later", "bank-before"}
    assert texts["bank-before"] == DATA["archive"]["bank-before"].strip()
    assert [one.path for one in found.reading.skipped] == ["archive.jsonl:2"]


def test_what_changes_while_it_is_looked_through_is_left_out(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another article than the one that was chosen is no article of the comparison."""

    def changing(paths: Sequence[str], settings: Settings) -> Iterator[Source | Skipped]:
        if "archive/ferry-first.txt" in paths:
            Path("archive/ferry-first.txt").write_text("Another text stands here now.", "utf-8")
        return sources_in(paths, settings)

    monkeypatch.setattr(added, "sources_in", changing)
    assert pile("new").chosen == {"ferry-later", "bank-before"}


def test_a_note_that_is_broken_is_made_anew(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The store only ever saves time."""
    whole = pile("new").chosen
    monkeypatch.setattr(Cache, "noted", lambda self, names: dict.fromkeys(names, "[[1]]"))
    assert pile("new").chosen == whole


def test_progress_is_told_as_the_archive_is_looked_through(news: Path) -> None:
    """The last of it says that it is done."""
    told: list[tuple[str, int, int]] = []
    with_archive(read(("new",), Settings()), ("archive",), Settings(), NO_CACHE, lambda step, done, all_: told.append((step, done, all_)))
    count = len(DATA["archive"])
    assert told == [("looking through", 0, count), ("looking through", count, count)]
