"""Is a part of a file known again where its articles are the same, and only there?"""

from __future__ import annotations

from pathlib import Path

from crosscheck.ingest.draft import Draft, Source
from crosscheck.ingest.parts import Part, parts_of

FIRST, SECOND = '{"id": "a", "text": "Rain fell."}', '{"id": "b", "text": "Snow fell."}'


def parts(path: str, text: str) -> list[Part]:
    return list(parts_of(Source(path, text.encode())))


def test_each_line_of_json_lines_is_a_part() -> None:
    """A line that is added leaves the others what they were, and one that is broken is a part as well."""
    before, after = parts("a.jsonl", FIRST), parts("a.jsonl", f"{FIRST}\n{{\n{SECOND}")
    assert [part.first for part in after] == [0, 1, 2]
    assert after[0].name == before[0].name
    assert len({part.name for part in after}) == 3
    assert [isinstance(found, Draft) for part in after for found in part.drafts()] == [True, False, True]


def test_any_other_file_is_one_part() -> None:
    """With all that it holds, and as often as it is asked for."""
    (part,) = parts("a.json", f"[{FIRST}, {SECOND}]")
    assert [len(list(part.drafts())) for _ in range(2)] == [2, 2]


def test_a_part_is_known_by_its_bytes_and_its_name() -> None:
    """A file that was copied may have another id, so that it is looked at again."""
    names = {parts("a.txt", "Rain fell.")[0].name, parts("a.txt", "Rain fell!")[0].name, parts("b.txt", "Rain fell.")[0].name}
    assert len(names) == 3
    assert parts("a.txt", "Rain fell.")[0].name in names


def test_what_is_larger_than_memory_is_known_by_its_bytes_as_well(tmp_path: Path) -> None:
    """It is opened anew each time."""
    file = tmp_path / "a.gz"
    file.write_bytes(b"packed")
    one, same = (next(parts_of(Source("a.gz", opener=lambda: file.open("rb")))).name for _ in range(2))
    file.write_bytes(b"packed otherwise")
    assert one == same
    assert next(parts_of(Source("a.gz", opener=lambda: file.open("rb")))).name != one
