"""What have people decided about findings, and about which of them is nothing decided yet?

The file is TOML, a `[[finding]]` each, and is meant to be kept beside the articles under version control. A finding is a facet of an alignment
with the values that are in dispute: when another value joins them, it is another finding, and has to be looked at again.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from crosscheck.errors import BadSettings, CannotWrite
from crosscheck.model.report import Alignment, FacetVerdict, Report
from crosscheck.model.review import Decision, Review
from crosscheck.model.verdict import Verdict
from crosscheck.values import dataclass

FILE = "crosscheck.reviewed.toml"
DISPUTED = (Verdict.CONTRADICTION, Verdict.SUPERSEDED, Verdict.COMPATIBLE)
_HEAD = '# What has been decided about findings. `crosscheck review ID --dismiss "why"` writes it; edit it as you like.\n'
_TABLE = "[[finding]]"
_KEYS = ("alignment", "facet", "label", "values", "articles", "question", "decision", "reason", "note")

Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision, and the finding that it is about; `articles` are those that the finding was found in, `question` is for the reader."""

    key: Key
    articles: tuple[str, ...]
    question: str
    review: Review


def key_of(alignment: Alignment, facet: FacetVerdict) -> Key:
    """By content: the alignment, the facet, what of the event is meant, and the values."""
    values = sorted(f"{value.value!r}/{value.text.casefold() if value.value is None else ''}" for value in facet.values)
    return alignment.id, facet.facet.value, facet.label or "", sha256("\n".join(values).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def entry_of(alignment: Alignment, facet: FacetVerdict, review: Review) -> Entry:
    articles = dict.fromkeys(mention.article for value in facet.values for mention in value.mentions)
    return Entry(key_of(alignment, facet), tuple(articles), alignment.question, review)


# what it does to a report


def with_reviews(report: Report, entries: Iterable[Entry]) -> Report:
    """Every finding with what was decided about it."""
    known = {entry.key: entry.review for entry in entries}
    if not known:
        return report
    return replace(report, alignments=tuple(_reviewed(alignment, known) for alignment in report.alignments))


def _reviewed(alignment: Alignment, known: dict[Key, Review]) -> Alignment:
    facets = tuple(replace(facet, review=review) if (review := known.get(key_of(alignment, facet))) else facet for facet in alignment.facets)
    return alignment if facets == alignment.facets else replace(alignment, facets=facets)


def stale(report: Report, entries: Iterable[Entry]) -> Iterator[str]:
    """Of the entries whose articles are all there, those whose finding is not, and why. What is of an archive alone is not looked for."""
    there = {key_of(alignment, facet) for alignment in report.alignments for facet in alignment.facets}
    articles, alignments = {article.id for article in report.articles}, {alignment.id for alignment in report.alignments}
    old = set(report.archive.compared) if report.archive else set()
    for entry in entries:
        if entry.key not in there and set(entry.articles) <= articles and not set(entry.articles) <= old:
            why = "its values are others now" if any(key[:3] == entry.key[:3] for key in there) else "the facet is not compared any more"
            told = why if entry.key[0] in alignments else "it is not found any more"
            yield f"{entry.key[0]} ({entry.key[1]}, {entry.review.decision.value}) is out of date: {told}; crosscheck review {entry.key[0]} --forget"


def without_dismissed(report: Report) -> tuple[Report, int]:
    """The report without the findings that were dismissed, and how many those are."""
    number = sum(_is_dismissed(facet) for alignment in report.alignments for facet in alignment.facets)
    kept = (_narrowed(alignment, [facet for facet in alignment.facets if not _is_dismissed(facet)]) for alignment in report.alignments)
    return (replace(report, alignments=tuple(one for one in kept if one)), number) if number else (report, 0)


def not_reviewed(report: Report) -> Report:
    """The report with the findings alone about which nothing was decided yet; what all agree on is none."""
    kept = (_narrowed(alignment, [facet for facet in alignment.facets if facet.review is None]) for alignment in report.alignments)
    return replace(report, alignments=tuple(one for one in kept if one and one.verdict in DISPUTED))


def _is_dismissed(facet: FacetVerdict) -> bool:
    return facet.review is not None and facet.review.decision is Decision.DISMISSED


def _narrowed(alignment: Alignment, facets: Sequence[FacetVerdict]) -> Alignment | None:
    """With the gravest verdict of the facets that are left; None where there are none."""
    if len(facets) == len(alignment.facets):
        return alignment
    if not facets:
        return None
    verdict = min((facet.verdict for facet in facets), key=lambda verdict: verdict.gravity)
    ordered = tuple(sorted(facets, key=lambda facet: facet.verdict.gravity))
    return replace(alignment, facets=ordered, verdict=verdict)


# the file


def entries_in(path: Path) -> tuple[Entry, ...]:
    """None of them where there is no file.

    Raises: BadSettings.
    """
    try:
        return tuple(_entry(table, path) for table in _tables(_text(path), path))
    except FileNotFoundError:
        return ()


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        raise
    except (OSError, UnicodeDecodeError) as error:
        raise BadSettings(str(path), f"cannot be read: {getattr(error, 'strerror', None) or error}") from error


def _tables(text: str, path: Path) -> list[dict[str, Any]]:
    try:
        tables = tomllib.loads(text).get("finding", [])
    except tomllib.TOMLDecodeError as error:
        raise BadSettings(str(path), f"is not TOML: {error}") from error
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise BadSettings(str(path), f"write each finding as {_TABLE}")
    return tables


def _entry(table: dict[str, Any], path: Path) -> Entry:
    unknown = [name for name in table if name not in _KEYS]
    if unknown:
        raise BadSettings(str(path), f"{unknown[0]!r} is no key of a finding; there are {', '.join(_KEYS)}")
    try:
        key = (table["alignment"], table["facet"], table.get("label", ""), table["values"])
        review = Review(Decision(table["decision"]), table.get("reason"), table.get("note"))
    except KeyError as error:
        raise BadSettings(str(path), f"a finding has no {error}") from error
    except ValueError as error:
        raise BadSettings(str(path), f"{table['decision']!r} is no decision; there are {', '.join(Decision)}") from error
    return Entry(key, tuple(table.get("articles", ())), table.get("question", ""), review)


def kept(path: Path, entries: Sequence[Entry]) -> None:
    """Writes the entries into the file, each in the place of what was there about its finding; what else stands in the file stays.

    Raises: BadSettings, CannotWrite.
    """
    _write(path, [entry.key for entry in entries], [_written(entry) for entry in entries])


def forgotten(path: Path, keys: Sequence[Key]) -> None:
    """Takes what is said of these findings out of the file."""
    _write(path, keys, [])


def _write(path: Path, keys: Sequence[Key], added: Sequence[str]) -> None:
    try:
        head, *blocks = _blocks(_text(path))
    except FileNotFoundError:
        head, blocks = _HEAD, []
    left = [block for block in blocks if _entry(_tables(block, path)[0], path).key not in keys]
    parts = [part.rstrip("\n") for part in (head, *left, *added) if part.strip()]
    try:
        path.write_text("\n\n".join(parts) + "\n", "utf-8", newline="\n")
    except OSError as error:
        raise CannotWrite(str(path), error.strerror) from error


def _blocks(text: str) -> list[str]:
    """What stands before the first finding, and each finding with what follows it."""
    blocks = [""]
    for line in text.splitlines(keepends=True):
        if line.strip() == _TABLE:
            blocks.append("")
        blocks[-1] += line
    return blocks


def _written(entry: Entry) -> str:
    alignment, facet, label, values = entry.key
    review = entry.review
    said: dict[str, str | list[str] | None] = {"alignment": alignment, "facet": facet, "label": label, "values": values}
    said |= {
        "articles": list(entry.articles),
        "question": entry.question,
        "decision": review.decision.value,
        "reason": review.reason,
        "note": review.note,
    }
    return f"{_TABLE}\n" + "".join(f"{name} = {_quoted(value)}\n" for name, value in said.items() if value)


def _quoted(value: str | list[str]) -> str:
    """A string or a list of them as TOML: JSON's escapes are TOML's as well, but for DEL, which TOML wants escaped, and halves of letters."""
    shown = json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return shown.encode("utf-8", "replace").decode("utf-8")
