"""Is only the beginning of an article there, the rest being kept for subscribers?

Pages say to search engines that not everybody may read all of it, which a subscriber's copy of the whole page says as well. So it counts only with
what the words show: a notice where the article breaks off, fewer words than the page counts, or a sentence that ends in the midst.
"""

from __future__ import annotations

from functools import cache

from crosscheck.ingest.lexicon import heads

REASON = "only its beginning was read: the rest is kept for subscribers; give the whole text where you have it"

_LAST = 3  # lines at the end of a text among which a notice stands
_SHORT = 400  # words: a notice on a page with more of them may be a banner above a whole article
_LONGEST = 60  # words of a notice
_OPENING = 9  # words of a sentence in which its notice begins and ends: "please log in or subscribe to continue reading this article"
_WHOLE = 0.7  # share of the words that the page counts: what counts as a word differs
_BROKEN = ("…", "...", "[…]", "[...]")


def breaks_off(text: str) -> bool:
    """Whether a text ends with a notice that there is more for others."""
    lines = [line for line in text[-2000:].split("\n") if line.strip()][-_LAST:]
    return any(_is_notice(line) for line in lines[1:] if len(line.split()) <= _LONGEST)


def is_kept_back(body: str, markup: str, is_free: bool | None, counted: int | None) -> bool:
    """The same of a page: `is_free` and `counted` are what it says of its article and how many words that has."""
    words = len(body.split())
    if is_free:
        return False
    if breaks_off(body):
        return True
    if words > _SHORT:
        return is_free is False and words < _WHOLE * (counted or 0)
    from crosscheck.ingest.markup import shown  # a text that is no page needs none of it

    short = counted is not None and words < _WHOLE * counted
    broken = body.rstrip().endswith(_BROKEN)
    noticed = any(_is_notice(line) for line in shown(markup).split("\n") if len(line.split()) <= _LONGEST)
    return noticed or (is_free is False and (short or broken))


def _is_notice(line: str) -> bool:
    """Whether a sentence of the line begins as a notice: "they would have to subscribe to read it" is none."""
    words = " ".join(line.casefold().replace("’", "'").split())
    starts = (" ".join(part.split()[:_OPENING]) for part in words.replace("! ", ". ").split(". "))
    return any(notice in f" {start} " for start in starts for notice in _notices())


@cache
def _notices() -> tuple[str, ...]:
    return tuple(f" {notice.replace('_', ' ')}" for notice in heads()["paywall"]["notices"].split())
