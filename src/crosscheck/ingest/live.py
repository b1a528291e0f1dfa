"""Where do the entries of a live blog begin in a web page?

Pages say it in `<time datetime>` before each entry, or tell all entries to search engines as well (schema.org's LiveBlogPosting). Either way the text
gets a line with the time before each entry, as blogs are written in plain text; `entries.py` reads them there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta

from crosscheck.ingest.entries import FEWEST, entries_in
from crosscheck.ingest.markup import shown

_SIGNS = ("liveblog", "live-blog", "live_blog", "live-update", "liveupdate", "live-event", "livereporting", "live-reporting", "live-post")
_LONGEST = 300  # characters of a <time> with all that is in it
_SHORT = 4  # words: what has no more is no sentence
_BEGINS = re.compile(r"(?:\d{4}-\d\d-\d\d \d\d:\d\d|\d{1,2}[:.]\d\d(?! ?%)|\d{1,2} ?(?:h|m|min|mins|hours?|minutes?) ago \()")
_MOST = 2_000  # entries of a blog of a day and a night
_DATETIME = re.compile(r"""\bdatetime=["']?([0-9][^"'\s<>]{9,39})""", re.IGNORECASE)
_SHOWN = re.compile(r"(?<!\d)(\d{1,2})[:.](\d\d)(?!\d) ?(?:([ap])\.?m\b)?", re.IGNORECASE)


def is_live(markup: str) -> bool:
    """Whether a page calls itself a live blog anywhere in its marks."""
    lower = markup.lower()
    return any(sign in lower for sign in _SIGNS)


def with_stamps(markup: str) -> str:
    """The page with a paragraph in the place of each time that a machine can read."""
    pieces, at = list[str](), 0
    for start, end in _times(markup):
        stamp = _stamp(markup[start:end])
        if stamp:
            pieces += (markup[at:start], f"</p><p>{stamp}</p><p>")
            at = end
    return "".join((*pieces, markup[at:]))


def _times(markup: str) -> Iterator[tuple[int, int]]:
    start = markup.find("<time")
    while start >= 0:
        end = markup.find("</time>", start, start + _LONGEST)
        if end >= 0:
            yield start, end + len("</time>")
        start = markup.find("<time", start + 5)


def _stamp(element: str) -> str | None:
    """ "2024-05-12 14:05" by the clock that the page shows; the machine's own clock with its zone where it shows none."""
    said = _DATETIME.search(element)
    moment = _moment(said[1]) if said else None
    if moment is None:
        return None
    words = " ".join(shown(element).split())
    clock = _SHOWN.search(words)
    local = _local(moment, clock) if clock else None
    return f"{local:%Y-%m-%d %H:%M}" if local else written(moment)


def _moment(said: str) -> datetime | None:
    try:
        return datetime.fromisoformat(said) if "T" in said else None
    except ValueError:
        return None


def _local(moment: datetime, clock: re.Match[str]) -> datetime | None:
    """The moment by the clock of the page's readers, which differs by half a day at most."""
    hour = int(clock[1]) % 12 + 12 * (clock[3].lower() == "p") if clock[3] else int(clock[1])
    if hour > 23 or int(clock[2]) > 59:
        return None
    apart = (60 * hour + int(clock[2]) - 60 * moment.hour - moment.minute) % 1440
    try:
        return moment + timedelta(minutes=apart - 1440 if apart > 720 else apart)
    except OverflowError:
        return None


def written(moment: datetime) -> str:
    offset = moment.utcoffset()
    zone = "" if offset is None else " UTC" if not offset else f" {moment:%z}"
    return f"{moment:%Y-%m-%d %H:%M}{zone}"


# what the page tells to search engines


def told(updates: object) -> str | None:
    """The text of `liveBlogUpdate`: each entry under its time; None where fewer than three have one and a text."""
    entries = [entry for update in (updates[:_MOST] if isinstance(updates, list) else ()) if (entry := _entry(update))]
    return "\n".join(entries) if len(entries) >= FEWEST else None


def _entry(update: object) -> str | None:
    if not isinstance(update, Mapping):
        return None
    moment = _moment(str(update.get("datePublished") or ""))
    title, body = (shown(value) if isinstance(value := update.get(name), str) else "" for name in ("headline", "articleBody"))
    if moment is None or not body.strip():
        return None
    heads = () if not title or body.startswith(title) else (title,)
    return "\n".join((written(moment), *heads, body))


# all that a page shows


def all_shown(markup: str) -> str:
    """What a page shows, without what is no sentence: above its entries, and in each but for its headline."""
    lines, kept, headline = shown(markup).split("\n"), list[str](), False
    for line in (part for one in lines for part in _apart(one)):
        if _BEGINS.match(line) or _is_sentence(line) or (headline and len(line.split()) > 1):
            kept.append(line)
        headline = bool(_BEGINS.match(line))
    return "\n".join(kept)


def _apart(line: str) -> tuple[str, ...]:
    """ "14:05 Toll rises" is the time and a headline."""
    found = _BEGINS.match(line)
    words = line[found.end() :].lstrip() if found else ""
    return (line[: found.end()], words) if found and words[:1].isupper() and not line[: found.end()].startswith("2") else (line,)


def _is_sentence(line: str) -> bool:
    return len(line.split()) > _SHORT and line.rstrip().endswith((".", "!", "?", "”", '"', "…", ":"))


def best(bodies: Iterable[str | None], published: str | None) -> str | None:
    """Of these texts the one with the most entries, the first of several; None where none has any."""
    counted = [(len(entries_in(body, published)), body) for body in bodies if body]
    count, body = max(counted, key=lambda one: one[0], default=(0, None))
    return body if count else None
